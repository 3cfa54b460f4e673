//! Any bytes at all are read without a crash: the seeds of the fuzz target, and shapes that are hostile by their size.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

#[path = "../fuzz/fuzz_targets/invariants.rs"]
mod invariants;

mod common;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use casefile::edit::Target;
use casefile::format::FaultClass;
use casefile::format::fault::MAX_FAULTS;
use casefile::model::field::FieldPath;
use casefile::model::{List, Place};
use casefile::session::{Command, OpenedCase, PlacedFault, read_case};

#[test]
fn what_is_fuzzed_holds_for_the_seeds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/reader");
    let mut seeds: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    seeds.sort();
    assert!(seeds.len() > 20, "only {} seeds are there", seeds.len());
    for seed in seeds {
        let bytes = fs::read(seed).unwrap();
        invariants::hold(&bytes);
        // Wherever a writer was cut off.
        (0..bytes.len()).step_by(97).for_each(|end| invariants::hold(&bytes[..end]));
    }
}

/// A case with these members besides those that each has.
fn case(members: &str) -> String {
    format!("{{\"casefile\":\"case\",\"version\":1,\"id\":\"caseaaaa\",{members}}}")
}

/// So many values, separated by commas.
fn many(count: usize, value: impl Fn(usize) -> String) -> String {
    (0..count).map(value).collect::<Vec<_>>().join(",")
}

fn nested(levels: usize) -> String {
    "[".repeat(levels) + &"]".repeat(levels)
}

/// The longest that the opening of any of them may take, on a busy machine and without optimisation. What takes time
/// that grows with the square of the size takes minutes at these sizes.
const SOON: Duration = Duration::from_secs(30);

/// Opens bytes as a case, on a thread with the usual stack.
fn opened(folder: &Path, text: &str) -> Result<OpenedCase, String> {
    let path = folder.join("a.case.json");
    fs::write(&path, text).unwrap();
    let started = Instant::now();
    let reader = std::thread::Builder::new().stack_size(2 << 20).spawn(move || read_case(&path));
    let read = reader.unwrap().join().unwrap();
    let start: String = text.chars().take(80).collect();
    assert!(started.elapsed() < SOON, "{start} took {:?}", started.elapsed());
    read
}

#[test]
fn ten_million_brackets_are_a_fault_with_a_line_and_a_column() {
    let folder = tempfile::tempdir().unwrap();
    for (part, count) in [("[", 10_000_000), ("{\"a\":", 1_000_000), ("[{\"a\":", 1_000_000), ("[\n", 1_000_000)] {
        // Where so much stands open before them, at the end of a file.
        let at = |before: usize, count: usize| match part.strip_suffix('\n') {
            Some(_) => format!("line {}, column 1", count + 1),
            None => format!("line 1, column {}", before + count * part.len() + 1),
        };
        let refused = opened(folder.path(), &part.repeat(count)).err().unwrap();
        assert!(refused.contains("brackets are closed") && refused.contains(&at(0, count)), "{refused}");

        // The same inside of a case, in place of a list, and of a record.
        for (before, shown) in [("\"x\":", 0), ("\"parties\":", 0), ("\"parties\":[{\"id\":\"b\",\"x\":", 1)] {
            let (text, count) = (case(before), count / 10);
            let text = text.strip_suffix('}').unwrap();
            let read = opened(folder.path(), &format!("{text}{}", part.repeat(count))).unwrap();
            let syntax = |placed: &&PlacedFault| placed.fault.class == FaultClass::Syntax;
            let syntax: Vec<_> = read.document.faults.iter().filter(syntax).map(|placed| placed.position).collect();
            let shown_at = syntax.iter().map(|position| format!("line {}, column {}", position.line, position.column));
            assert_eq!(shown_at.collect::<Vec<_>>(), [at(text.len(), count)]);
            assert!(read.document.read_only.is_some());
            assert_eq!(read.case.parties.count(), shown);
        }
    }
}

#[test]
fn hostile_shapes_are_read_in_time_that_grows_with_their_size() {
    let element = |n: usize| format!("{{\"id\":\"p{n}\",\"role\":\"nobody\",\"party\":{{\"ref\":\"g{n}\"}}}}");
    let link = |n: usize| format!("{{\"id\":\"l{n}\",\"from\":\"x\",\"to\":\"y\",\"kind\":\"z\"}}");
    let list = |list: &str, values: String| case(&format!("\"{list}\":[{values}]"));
    let record = |list: &str, members: String| case(&format!("\"{list}\":[{{\"id\":\"b\",{members}}}]"));
    let table = [
        // What it is, and whether it opens to be edited.
        (case(&many(100_000, |n| format!("\"k{n}\":{n}"))), true),
        (case(&many(100_000, |_| "\"k\":[1]".into())), true),
        (record("parties", many(100_000, |n| format!("\"k{n}\":{n}"))), true),
        (record("parties", many(100_000, |_| "\"name\":1".into())), true),
        (record("parties", format!("\"x\":{}", nested(500_000))), true),
        (record("parties", format!("\"name\":{}", nested(500_000))), true),
        (record("parties", format!("\"aliases\":[{}]", many(100_000, |_| "7".into()))), true),
        (record("parties", format!("\"chosen\":{{{}}}", many(50_000, |n| format!("\"g{n}\":7")))), true),
        (record("proceedings", format!("\"participants\":[{}]", many(20_000, element))), true),
        (record("claims", format!("\"attributed_to\":[{}]", many(20_000, |n| format!("{{\"ref\":\"g{n}\"}}")))), true),
        (record("amounts", format!("\"value\":\"{}\"", "9".repeat(1_000_000))), true),
        (record("amounts", format!("\"period\":\"P{}Y\"", "9".repeat(1_000_000))), true),
        (record("dates", format!("\"date\":\"{}\"", "9".repeat(1_000_000))), true),
        (list("parties", many(1_000_000, |_| "1".into())), true),
        (list("parties", many(50_000, |_| "{\"id\":\"b\"}".into())), true),
        (list("links", many(20_000, link)), true),
        (case(&format!("\"x\":{}", "9".repeat(1_000_000))), true),
        (case(&format!("\"title\":\"{}\"", "\\ud800".repeat(200_000))), true),
        (case(&format!("\"title\":\"{}\"", "\u{1}".repeat(200_000))), false),
        (case(&format!("\"parties\":[{}]", ",".repeat(500_000))), false),
        (case(&format!("{}\"x\":1", "/**/".repeat(200_000))), false),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (text, is_writable) in table {
        let read = opened(folder.path(), &text).unwrap();
        assert_eq!(read.document.read_only.is_none(), is_writable, "{:?}", read.document.read_only);
        assert!(read.document.faults.len() <= MAX_FAULTS + 1, "{} faults", read.document.faults.len());
    }
}

/// What is survived, and the class of its fault.
const TRAPS: [(&str, FaultClass); 6] = [
    (r#""x":{"y":1,"y":2,"\u0079":3}"#, FaultClass::Duplicate),
    (r#""x":[1e400,-1E+999]"#, FaultClass::Schema),
    (r#""x":123456789012345678901234567890"#, FaultClass::Schema),
    (r#""x":"\ud83d \ude00""#, FaultClass::Encoding),
    (r#""\udead":null"#, FaultClass::Encoding),
    ("DEEP", FaultClass::Schema),
];

/// The bytes after an edit of the party in `slot`, saved.
fn edited(path: &Path, slot: u32) -> String {
    let mut session = common::open(path);
    let target = Target::Record(Place { list: List::Parties, slot });
    session.perform(Command::SetWords(target, FieldPath::of("name"), "new".into()));
    assert_eq!(common::save(&mut session), Vec::<String>::new());
    fs::read_to_string(path).unwrap()
}

#[test]
fn traps_are_told_and_kept_byte_for_byte_through_edits_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.case.json");
    for (trap, class) in TRAPS {
        let trap = if trap == "DEEP" { format!("\"x\":{}", nested(10_000)) } else { trap.to_owned() };
        let file = |first: &str, second: &str| {
            case(&format!(
                "{trap},\"parties\":[{{\"id\":\"aaaaaaaa\",{trap}, \"name\": \"{first}\" }},\r\n{{\"name\":\"{second}\",\"id\":\"bbbbbbbb\"}}]"
            ))
        };
        fs::write(&path, file("one", "two")).unwrap();
        let read = read_case(&path).unwrap();
        let faults = read.document.faults.iter().filter(|placed| placed.fault.class == class);
        assert!(faults.count() >= 2, "{trap}: {:?}", read.document.faults);
        assert!(read.document.read_only.is_none());
        // An edit of another record, and one of the record that has the trap in it.
        assert!(edited(&path, 1) == file("one", "new"), "{trap}");
        assert!(edited(&path, 0) == file("new", "new"), "{trap}");
    }
}

#[test]
fn of_a_field_that_stands_twice_the_one_shown_is_edited() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.case.json");
    let file = |name: &str| {
        case(&format!("\"parties\":[{{\"id\":\"aaaaaaaa\",\"name\":\"first\",\"x\":1,\"na\\u006de\":\"{name}\"}}]"))
    };
    fs::write(&path, file("last")).unwrap();
    assert_eq!(read_case(&path).unwrap().document.faults.len(), 1);
    assert_eq!(edited(&path, 0), file("new"));
}
