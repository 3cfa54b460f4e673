//! Whatever a person may open by mistake: each is answered soon, with a sentence, and nothing is lost or changed by it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod common;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output};
use std::time::{Duration, Instant};

use casefile::edit::Target;
use casefile::format::FaultClass;
use casefile::model::field::FieldPath;
use casefile::session::{Command, Session, Severity};

/// The longest that an answer may take, on a busy machine and without optimisation.
const SOON: Duration = Duration::from_secs(20);

/// A folder for one test.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// A file that says it is long, and takes no room.
    fn sparse(&self, name: &str, length: u64) -> PathBuf {
        let path = self.path(name);
        File::create(&path).unwrap().set_len(length).unwrap();
        path
    }
}

/// Opens something that must be refused, and returns the sentence.
fn refused(path: &Path) -> String {
    let started = Instant::now();
    let mut session = common::open(path);
    assert!(started.elapsed() < SOON, "{} took {:?}", path.display(), started.elapsed());
    assert!(!session.is_open(), "{} was opened", path.display());
    let failures = common::failures(&mut session);
    assert_eq!(failures.len(), 1, "{}: {failures:?}", path.display());
    failures.concat()
}

#[track_caller]
fn assert_says(sentence: &str, words: &[&str], path: &Path) {
    for words in words {
        assert!(sentence.contains(words), "{words:?} is not in {sentence:?}");
    }
    assert!(sentence.contains(". Nothing was changed. "), "{sentence:?} does not say what was kept");
    assert!(sentence.ends_with(&format!(": {}", path.display())), "the path is not last in {sentence:?}");
}

fn casefile(verb: &str, path: &Path) -> Output {
    Process::new(env!("CARGO_BIN_EXE_casefile")).arg(verb).arg(path).output().unwrap()
}

#[test]
fn what_is_no_document_is_refused_with_a_sentence() {
    let place = Place::new();
    let utf16 =
        |order: fn(u16) -> [u8; 2]| "{\"casefile\":\"case\"}".encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let not_json = "could not be read as JSON: ";
    let table: &[(PathBuf, &[&str])] = &[
        (place.path("none.json"), &["could not be read", "it does not exist"]),
        (place.file("a.json", b"{}").join("b.json"), &["could not be read"]),
        (place.sparse("huge.case.json", 2 << 30), &["more than 512 MB", "or choose another file"]),
        (place.sparse("huge.txt", 5 << 30), &["more than 512 MB"]),
        (place.file("empty.json", b""), &[not_json, "The file is empty", "(line 1, column 1)"]),
        (place.file("bom.json", b"\xEF\xBB\xBF"), &[not_json, "The file is empty", "(line 1, column 1)"]),
        (place.file("le.json", &[b"\xFF\xFE".to_vec(), utf16(u16::to_le_bytes)].concat()), &[not_json, "UTF-16"]),
        (place.file("be.json", &[b"\xFE\xFF".to_vec(), utf16(u16::to_be_bytes)].concat()), &[not_json, "UTF-16"]),
        (place.file("le_bare.json", &utf16(u16::to_le_bytes)), &[not_json, "UTF-16", "(line 1, column 1)"]),
        (place.file("be_bare.json", &utf16(u16::to_be_bytes)), &[not_json, "UTF-16"]),
        (place.file("nul.json", &vec![0; 1_000_000]), &["is no text"]),
        (place.file("one.json", b"{\n \"a\": 01}\n"), &[not_json, "a zero too many", "(line 2, column 7)"]),
        (place.file("two.json", b"[,\n1,]"), &[not_json, "(line 1, column 2; there is 1 more fault)"]),
        (place.file("many.json", b"[01,02,03,04]"), &["there are 3 more faults)"]),
        (place.file("other.json", b"{\"a\": 1}"), &["is JSON, but nothing in it looks like an article"]),
        (place.file("list.json", b"[{\"a\": 1}]"), &["is a list in JSON, but nothing in it looks like an article"]),
        (place.file("text.json", b"\"casefile\""), &["is JSON, but a single value and no article"]),
        (place.file("binary.txt", &[0, 1, 2, 3, 255, 254, 7]), &["is no text"]),
    ];
    for (path, words) in table {
        assert_says(&refused(path), words, path);
    }
}

#[test]
fn texts_of_older_encodings_are_proposed_as_articles() {
    let place = Place::new();
    for (name, bytes, text) in [
        ("latin.txt", b"One.\nTw\xF6.".to_vec(), "One.\nTwö."),
        ("wide.md", [0xFF, 0xFE].into_iter().chain("Ås.".encode_utf16().flat_map(u16::to_le_bytes)).collect(), "Ås."),
    ] {
        let mut session = common::open(&place.file(name, &bytes));
        assert_eq!(common::failures(&mut session), Vec::<String>::new());
        assert_eq!(session.take_proposal().map(|proposal| proposal.text).as_deref(), Some(text));
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_does_not_keep_anybody_waiting() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let place = Place::new();
    let pipe = place.path("pipe.case.json");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    let socket = place.path("socket.case.json");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let (circle, odd) = (place.path("circle"), place.path("odd"));
    symlink(&circle, &circle).unwrap();
    symlink(&pipe, &odd).unwrap();
    let no_text = place.0.path().join(std::ffi::OsStr::from_bytes(b"\xFF.json"));
    let table: &[(&Path, &[&str])] = &[
        (&pipe, &["This is a pipe", "Choose a file:"]),
        (&odd, &["This is a pipe"]),
        (&socket, &["This is a socket", "Choose a file:"]),
        (Path::new("/dev/zero"), &["This is a device"]),
        (Path::new("/dev/null"), &["This is a device"]),
        (&circle, &["could not be read"]),
        (&no_text, &["it does not exist"]),
    ];
    for (path, words) in table {
        assert_says(&refused(path), words, path);
        for verb in ["check", "inspect"] {
            let output = casefile(verb, path);
            assert_eq!(output.status.code(), Some(2), "{verb} {}", path.display());
            assert!(String::from_utf8_lossy(&output.stderr).contains("Nothing was changed"), "{output:?}");
        }
    }
}

/// Permissions do not hold for root, so root asks as somebody else.
#[cfg(unix)]
#[test]
fn a_file_that_one_may_not_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let place = Place::new();
    let allow = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let path = place.file("secret.case.json", b"{\"casefile\":\"case\",\"version\":1,\"id\":\"caseaaaa\"}");
    allow(&path, 0o000);
    let mut process = if File::open(&path).is_ok() {
        // The program itself may lie where nobody else can go.
        let program = place.path("casefile");
        fs::copy(env!("CARGO_BIN_EXE_casefile"), &program).unwrap();
        allow(&program, 0o755);
        allow(place.0.path(), 0o755);
        let mut process = Process::new(program);
        process.uid(65534).gid(65534);
        process
    } else {
        Process::new(env!("CARGO_BIN_EXE_casefile"))
    };
    let output = process.arg("check").arg(&path).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_says(&said, &["permission was denied", "that you may read it"], &path);
}

#[test]
fn a_file_that_comes_and_goes_is_opened_or_refused() {
    let place = Place::new();
    let path = place.path("a.case.json");
    let text = format!("{{\"casefile\":\"case\",\"version\":1,\"id\":\"caseaaaa\",\"x\":\"{}\"}}", "x".repeat(200_000));
    let is_done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_done.load(std::sync::atomic::Ordering::Relaxed) {
                fs::write(&path, &text).unwrap();
                File::options().write(true).open(&path).unwrap().set_len(100).unwrap();
                fs::remove_file(&path).unwrap();
            }
        });
        for _ in 0..300 {
            let mut session = common::open(&path);
            let messages = session.take_messages();
            // A case, a case of which a part is there, or a sentence: never nothing.
            let is_sound = session.is_open() && session.document().read_only.is_none();
            assert!(is_sound || !messages.is_empty());
        }
        is_done.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

const BAD_CASE: &[u8] = b"{\"casefile\":\"case\",\"version\":1,\"id\":\"caseaaaa\",\r\n \"title\":\"Zw\xF6lf\",\"x\":\"\xED\xA0\x80\",\"articles\":[{\"id\":\"artaaaaa\",\"file\":\"a.article.json\",\"title\":\"\xC3\"}]}";
const BAD_ARTICLE: &[u8] =
    b"{\"casefile\":\"article\",\"version\":1,\"id\":\"artaaaaa\",\"title\":\"x\",\n\"text\":\"caf\xE9 and \xF0\x9F\x98\"}\n";

/// The byte offset, line and column of every fault of bytes that are no text, and whether the sentence names the offset.
fn bad_bytes(session: &Session) -> Vec<(usize, usize, usize)> {
    let faults = session.faults().map(|(_, placed)| placed).filter(|placed| placed.fault.class == FaultClass::Encoding);
    let place = |placed: &casefile::session::PlacedFault| {
        let offset = placed.fault.offset;
        assert!(placed.fault.message.contains(&format!("at offset {offset} ")), "{}", placed.fault.message);
        (offset, placed.position.line, placed.position.column)
    };
    faults.map(place).collect()
}

#[test]
fn bytes_that_are_no_text_are_shown_and_never_lost() {
    let place = Place::new();
    let case = place.file("a.case.json", BAD_CASE);
    let article = place.file("a.article.json", BAD_ARTICLE);
    let mut session = common::open(&case);
    let why = session.document().read_only.clone().unwrap();
    assert!(why.contains("is not valid UTF-8") && why.contains("read only"), "{why}");
    assert!(session.take_messages().iter().any(|message| message.severity == Severity::Warning));
    let at = |bytes: &[u8], byte: u8| bytes.iter().position(|found| *found == byte).unwrap();
    let found = bad_bytes(&session);
    let expected = [(61, 2, 13), (71, 2, 23), (72, 2, 24), (73, 2, 24), (138, 2, 88), (74, 2, 12), (80, 2, 18)];
    assert_eq!(found, expected);
    assert_eq!((found[0].0, found[5].0), (at(BAD_CASE, 0xF6), at(BAD_ARTICLE, 0xE9)));

    // An edit has nowhere to go, and neither file is touched by trying.
    session.perform(Command::SetWords(Target::Header, FieldPath::of("title"), "Twelve".into()));
    common::save(&mut session);
    assert_eq!((fs::read(&case).unwrap(), fs::read(&article).unwrap()), (BAD_CASE.to_vec(), BAD_ARTICLE.to_vec()));

    // A copy has every byte.
    let mut session = common::open(&case);
    fs::create_dir(place.path("copy")).unwrap();
    session.perform(Command::SaveAs(place.path("copy/b.case.json")));
    common::settle(&mut session);
    assert_eq!(common::failures(&mut session), Vec::<String>::new());
    assert_eq!(fs::read(place.path("copy/b.case.json")).unwrap(), BAD_CASE);
    assert_eq!(fs::read(place.path("copy/a.article.json")).unwrap(), BAD_ARTICLE);
}
