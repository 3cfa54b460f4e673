//! What belongs to a file besides its bytes, on the file system of the machine.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::fs::{XattrFlags, getxattr, getxattr_query, listxattr, listxattr_query, removexattr, setxattr};

use super::super::Digest;
use super::super::disk::{Disk, RealDisk};
use super::super::save::{Concern, Expected, Order, SaveError, Written, save_as_ordered};

const ACCESS: &str = "system.posix_acl_access";
const DEFAULT: &str = "system.posix_acl_default";

/// What belongs to a file besides its bytes.
#[derive(Debug, PartialEq, Eq)]
struct Belongings {
    mode: u32,
    owner: (u32, u32),
    extended: BTreeMap<String, Vec<u8>>,
}

fn belongings(path: &Path) -> Belongings {
    let found = fs::metadata(path).unwrap();
    let mut names = vec![0; listxattr_query(path).unwrap_or(0)];
    let length = if names.is_empty() { 0 } else { listxattr(path, names.as_mut_slice()).unwrap() };
    let names = names[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty());
    let extended = names.map(|name| {
        let mut value = vec![0; getxattr_query(path, name).unwrap()];
        let length = getxattr(path, name, value.as_mut_slice()).unwrap();
        value.truncate(length);
        (String::from_utf8(name.to_vec()).unwrap(), value)
    });
    Belongings { mode: found.mode() & 0o7777, owner: (found.uid(), found.gid()), extended: extended.collect() }
}

/// An access list in the bytes of the kernel (`linux/posix_acl_xattr.h`): the owner may read and write, user 1234 and the
/// group may read.
fn access_list() -> Vec<u8> {
    const NOBODY: u32 = u32::MAX;
    let entries: [(u16, u16, u32); 5] =
        [(0x01, 6, NOBODY), (0x02, 4, 1234), (0x04, 4, NOBODY), (0x10, 4, NOBODY), (0x20, 0, NOBODY)];
    let mut bytes = 2_u32.to_le_bytes().to_vec();
    for (tag, rights, id) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(rights.to_le_bytes());
        bytes.extend(id.to_le_bytes());
    }
    bytes
}

/// Gives a file something; says why where it cannot.
type Give = fn(&Path) -> Result<(), String>;

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
fn words<E: ToString>(error: E) -> String {
    error.to_string()
}

fn give_mode(path: &Path) -> Result<(), String> {
    fs::set_permissions(path, Permissions::from_mode(0o640)).map_err(words)
}

fn give_owner(path: &Path) -> Result<(), String> {
    chown(path, Some(12_345), Some(23_456)).map_err(words)
}

fn give_note(path: &Path) -> Result<(), String> {
    setxattr(path, "user.note", b"mine\0too", XattrFlags::empty()).map_err(words)
}

fn give_list(path: &Path) -> Result<(), String> {
    setxattr(path, ACCESS, &access_list(), XattrFlags::empty()).map_err(words)
}

fn give_bits(path: &Path) -> Result<(), String> {
    fs::set_permissions(path, Permissions::from_mode(0o3750)).map_err(words)
}

fn give_all(path: &Path) -> Result<(), String> {
    give_owner(path)?;
    give_bits(path)?;
    give_note(path)?;
    give_list(path)
}

const GIVEN: [(&str, Give); 6] = [
    ("mode", give_mode),
    ("owner and group", give_owner),
    ("extended attribute", give_note),
    ("access list", give_list),
    ("set-group and sticky bits", give_bits),
    ("all together", give_all),
];

/// How a file is reached: the path to save to, made for a file.
type Reach = fn(&Path) -> PathBuf;

fn beside(file: &Path, name: &str) -> PathBuf {
    file.with_file_name(name)
}

const REACHED: [(&str, Reach); 4] = [
    ("itself", |file| file.to_owned()),
    ("a symbolic link", |file| {
        symlink(file, beside(file, "link")).unwrap();
        beside(file, "link")
    }),
    ("a relative symbolic link", |file| {
        fs::create_dir(beside(file, "deep")).unwrap();
        symlink("../file", beside(file, "deep/link")).unwrap();
        beside(file, "deep/link")
    }),
    ("a hard link", |file| {
        fs::hard_link(file, beside(file, "other")).unwrap();
        file.to_owned()
    }),
];

fn save(path: &Path, accepted: &[Concern]) -> Result<Written, SaveError> {
    save_as_ordered(&RealDisk, &Order { path, bytes: b"new", expected: &Expected::Anything, accepted })
}

/// The folder that tests write in, and which file system that is, by its number (statfs(2)).
fn folder() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let number = rustix::fs::statfs(folder.path()).map_or(0, |found| found.f_type);
    (folder, format!("file system {number:#x}"))
}

#[test]
fn what_belongs_to_a_file_is_kept_however_it_is_reached() {
    let (mut kept, mut skipped) = (0, 0);
    let mut system = String::new();
    for (reached, reach) in REACHED {
        for (given, give) in GIVEN {
            let (folder, on) = folder();
            system = on;
            let file = folder.path().join("file");
            fs::write(&file, b"old").unwrap();
            if let Err(why) = give(&file) {
                println!("skipped: {given} cannot be given here ({why}), on {system}");
                skipped += 1;
                continue;
            }
            let before = belongings(&file);
            let path = reach(&file);
            let is_link = fs::symlink_metadata(&path).unwrap().is_symlink().then(|| fs::read_link(&path).unwrap());
            let mut saved = save(&path, &[]);
            if reached == "a hard link" {
                assert!(matches!(saved, Err(SaveError::Concern(Concern::OtherNames))), "{given}: {saved:?}");
                assert_eq!(fs::read(&file).unwrap(), b"old");
                saved = save(&path, &[Concern::OtherNames]);
                assert_eq!(fs::read(beside(&file, "other")).unwrap(), b"old");
            }
            let saved = saved.unwrap();
            assert_eq!(fs::read(&file).unwrap(), b"new");
            assert_eq!(belongings(&file), before, "{given}, by {reached}");
            assert_eq!(fs::read_link(&path).ok(), is_link);
            let displaced = saved.displaced.unwrap().aside;
            assert_eq!(belongings(&displaced), before, "what was displaced is as it was");
            fs::remove_file(displaced).unwrap();
            kept += 1;
        }
    }
    println!("attributes: {kept} of 24 cases kept, {skipped} skipped, on {system}");
    assert_eq!(kept + skipped, 24);
    assert!(kept >= 4, "hardly anything could be tried");
}

#[test]
fn a_file_gets_nothing_that_it_did_not_have() {
    let (folder, system) = folder();
    let file = folder.path().join("file");
    fs::write(&file, b"old").unwrap();
    give_mode(&file).unwrap();
    // What is made in this folder from now on gets an access list.
    if setxattr(folder.path(), DEFAULT, &access_list(), XattrFlags::empty()).is_err() {
        println!("skipped: there are no access lists on {system}");
        return;
    }
    let before = belongings(&file);
    let displaced = save(&file, &[]).unwrap().displaced.unwrap();
    assert_eq!(belongings(&file), before);
    assert_eq!(belongings(&displaced.aside), before);
    let new = folder.path().join("new");
    save(&new, &[]).unwrap();
    assert!(belongings(&new).extended.contains_key(ACCESS), "a new file gets the list as any other does");
    removexattr(folder.path(), DEFAULT).unwrap();
}

#[test]
fn what_may_not_be_written_is_refused() {
    let (folder, _) = folder();
    let file = folder.path().join("file");
    fs::write(&file, b"old").unwrap();
    fs::set_permissions(&file, Permissions::from_mode(0o444)).unwrap();
    let refused = save(&file, &[]).unwrap_err();
    assert!(matches!(refused, SaveError::Failed(error) if error.kind() == std::io::ErrorKind::PermissionDenied));
    let refused = save(folder.path(), &[]).unwrap_err();
    assert!(matches!(refused, SaveError::NotAFile));
    let round = folder.path().join("round");
    symlink(&round, &round).unwrap();
    assert!(matches!(save(&round, &[]).unwrap_err(), SaveError::Failed(_)));
    assert!(matches!(save(&folder.path().join("n".repeat(256)), &[]).unwrap_err(), SaveError::Failed(_)));
    save(&folder.path().join("n".repeat(255)), &[]).unwrap();
    symlink("../nowhere/at/all", folder.path().join("broken")).unwrap();
    let refused = save(&folder.path().join("broken"), &[]).unwrap_err();
    assert!(matches!(refused, SaveError::Failed(error) if error.kind() == std::io::ErrorKind::NotFound));
    assert_eq!(fs::read(&file).unwrap(), b"old");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "no temporary file is left");
}

/// The folder that a test of another process writes in.
const FOLDER: &str = "CASEFILE_TEST_FOLDER";

/// Runs one test of this program in a process of its own, changed; `None` where no such process can be had.
fn elsewhere(test: &str, folder: &Path, change: impl FnOnce(&mut Command)) -> Option<bool> {
    let program = std::env::current_exe().unwrap();
    let mut command = Command::new("sh");
    command.arg("-c").arg("umask 077; exec \"$0\" \"$@\"").arg(program);
    command.args(["--exact", &format!("store::tests::kernel::{test}"), "--nocapture"]).env(FOLDER, folder);
    change(&mut command);
    let output = command.output().ok()?;
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    println!("{said}");
    // A shell that cannot run a program says so by this number.
    (output.status.code() != Some(126)).then(|| output.status.success() && said.contains("1 passed"))
}

#[test]
fn a_new_file_is_as_open_as_other_files_of_its_maker() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let file = Path::new(&folder).join("new");
        save(&file, &[]).unwrap();
        assert_eq!(belongings(&file).mode, 0o600);
        return;
    }
    let (folder, _) = folder();
    assert_eq!(elsewhere("a_new_file_is_as_open_as_other_files_of_its_maker", folder.path(), |_| {}), Some(true));
    let (mine, usual) = (folder.path().join("mine"), folder.path().join("usual"));
    save(&mine, &[]).unwrap();
    fs::write(&usual, b"").unwrap();
    assert_eq!(belongings(&mine).mode, belongings(&usual).mode);
}

#[test]
fn a_file_that_would_lose_its_owner_is_asked_about() {
    const NOBODY: u32 = 65_534;
    if let Some(folder) = std::env::var_os(FOLDER) {
        let file = Path::new(&folder).join("file");
        let refused = save(&file, &[]).unwrap_err();
        assert!(matches!(refused, SaveError::Concern(Concern::Attributes)), "{refused:?}");
        assert_eq!(fs::read(&file).unwrap(), b"old");
        save(&file, &[Concern::Attributes]).unwrap();
        let now = belongings(&file);
        assert_eq!((now.owner, now.extended.len()), ((NOBODY, NOBODY), 1));
        assert_eq!(now.mode, 0o644, "another group gets what everybody has, and no more");
        return;
    }
    if !rustix::process::geteuid().is_root() {
        println!("skipped: only root can give files away, and so try this");
        return;
    }
    let (folder, _) = folder();
    let file = folder.path().join("file");
    fs::write(&file, b"old").unwrap();
    fs::set_permissions(&file, Permissions::from_mode(0o2664)).unwrap();
    if give_note(&file).is_err() {
        println!("skipped: there are no extended attributes here");
        return;
    }
    chown(folder.path(), Some(NOBODY), Some(NOBODY)).unwrap();
    let as_nobody = |command: &mut Command| {
        command.uid(NOBODY).gid(NOBODY).current_dir("/");
    };
    match elsewhere("a_file_that_would_lose_its_owner_is_asked_about", folder.path(), as_nobody) {
        None => println!("skipped: another user may not run this program where it lies"),
        Some(has_passed) => assert!(has_passed),
    }
}

/// A writer that puts a file there, or writes into the one that is there, at any moment of a save.
#[test]
fn what_another_program_writes_during_a_save_is_somewhere() {
    const ROUNDS: u64 = 200;
    let (folder, system) = folder();
    let (file, other) = (folder.path().join("file"), folder.path().join("other"));
    let mut displaced = 0;
    for round in 0..ROUNDS {
        fs::write(&file, b"old").unwrap();
        let expected = Expected::Known { digests: vec![Digest::of(b"old")], stamp: RealDisk.stat(&file).ok() };
        let foreign = format!("what another program wrote in round {round}");
        let write = || {
            std::thread::sleep(std::time::Duration::from_micros(round * 37 % 4_000));
            fs::write(&other, &foreign).unwrap();
            fs::rename(&other, &file).unwrap();
        };
        let saved = std::thread::scope(|scope| {
            scope.spawn(write);
            let order = Order { path: &file, bytes: b"new", expected: &expected, accepted: &[] };
            save_as_ordered(&RealDisk, &order)
        });
        let aside = saved.as_ref().ok().and_then(|written| written.displaced.as_ref());
        let is_there = fs::read(&file).unwrap() == foreign.as_bytes();
        let is_aside = aside.is_some_and(|old| fs::read(&old.aside).unwrap() == foreign.as_bytes());
        assert!(is_there || is_aside, "round {round}: {saved:?}");
        assert_eq!(aside.is_some_and(|old| old.is_foreign), is_aside, "round {round}: {saved:?}");
        displaced += u64::from(is_aside);
        aside.map_or(Ok(()), |old| fs::remove_file(&old.aside)).unwrap();
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    println!("other writers: {ROUNDS} races, {displaced} displaced and kept, 0 lost, on {system}");
}
