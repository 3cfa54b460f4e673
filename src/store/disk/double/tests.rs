//! The double itself: what it says must be what a kernel says.

use std::path::Path;

use super::super::{Disk, RealDisk, write_all};
use super::{Double, Errno, Fault, Lack};

fn written(disk: &dyn Disk, path: &str, bytes: &[u8], is_synced: bool) {
    let mut file = disk.append(Path::new(path)).unwrap();
    write_all(file.as_mut(), bytes).unwrap();
    if is_synced {
        file.sync().unwrap();
    }
}

/// What a power cut may leave at a path.
fn left(disk: &Double, path: &str) -> Vec<Option<Vec<u8>>> {
    let mut found: Vec<_> = disk.after_power_cuts().iter().map(|disk| disk.bytes(path)).collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn what_was_not_synced_may_be_lost_in_every_way() {
    let disk = Double::with(&[("/a/old", b"old")]);
    written(&disk, "/a/new", b"new!", false);
    let any = [None, Some(vec![]), Some(vec![0; 4]), Some(b"ne".to_vec()), Some(b"new!".to_vec())];
    assert_eq!(left(&disk, "/a/new"), any);
    disk.sync_folder(Path::new("/a")).unwrap();
    assert_eq!(left(&disk, "/a/new"), any[1..], "a name is durable and its bytes are not");
    let mut file = disk.append(Path::new("/a/new")).unwrap();
    file.sync().unwrap();
    assert_eq!(left(&disk, "/a/new"), any[4..]);
    assert_eq!(left(&disk, "/a/old"), [Some(b"old".to_vec())]);
}

#[test]
fn a_sync_that_failed_drops_what_waited_for_it() {
    let disk = Double::with(&[("/a", b"old")]);
    disk.plan(&[(2, Fault::Fails(Errno::Io))]);
    let mut file = disk.append(Path::new("/a")).unwrap();
    write_all(file.as_mut(), b" new").unwrap();
    assert!(file.sync().is_err());
    assert!(file.sync().is_ok(), "the second one says that all is well");
    assert!(left(&disk, "/a").contains(&Some(b"old".to_vec())), "and it is not");
    write_all(file.as_mut(), b" more").unwrap();
    file.sync().unwrap();
    assert!(left(&disk, "/a").contains(&Some(b"old\0\0\0\0 more".to_vec())), "nor does what follows bring it back");
}

#[test]
fn a_kill_ends_every_call_and_loses_nothing_that_was_written() {
    for (fault, bytes) in [(Fault::KillBefore, "old"), (Fault::KillAfter, "old new")] {
        let disk = Double::with(&[("/a", b"old")]);
        disk.plan(&[(1, fault)]);
        let mut file = disk.append(Path::new("/a")).unwrap();
        assert!(file.write(b" new").is_err());
        assert!(disk.read(Path::new("/a")).is_err());
        assert!(disk.is_killed());
        assert_eq!(disk.after_kill().read(Path::new("/a")).unwrap(), bytes.as_bytes());
    }
}

#[test]
fn a_rename_is_one_step_for_a_power_cut() {
    let disk = Double::with(&[("/a", b"a"), ("/b", b"b")]);
    disk.exchange(Path::new("/a"), Path::new("/b")).unwrap();
    let pairs: Vec<_> = disk.after_power_cuts().iter().map(|disk| (disk.bytes("/a"), disk.bytes("/b"))).collect();
    let (a, b) = (Some(b"a".to_vec()), Some(b"b".to_vec()));
    assert_eq!(pairs, [(a.clone(), b.clone()), (b, a)]);
}

/// One sequence of calls, and what each says, in words that are the same for the double and for a kernel.
fn said(disk: &dyn Disk, root: &Path) -> Vec<String> {
    let at = |name: &str| root.join(name);
    let word = |result: std::io::Result<String>| result.unwrap_or_else(|error| format!("{:?}", error.kind()));
    let done = |result: std::io::Result<()>| word(result.map(|()| "done".to_owned()));
    let text = |name: &str| word(disk.read(&at(name)).map(|bytes| String::from_utf8(bytes).unwrap()));
    let links = |name: &str| word(disk.stat(&at(name)).map(|stat| format!("{:?} {}", stat.kind, stat.links)));
    vec![
        done(disk.create_folder(&at("f"), true)),
        done(disk.create_folder(&at("f"), false)),
        done(disk.create(&at("f/a")).and_then(|mut file| write_all(file.as_mut(), b"one"))),
        done(disk.create(&at("f/a")).map(drop)),
        done(disk.create(&at("none/a")).map(drop)),
        done(disk.append(&at("f/b")).and_then(|mut file| write_all(file.as_mut(), b"two"))),
        done(disk.append(&at("f/b")).and_then(|mut file| write_all(file.as_mut(), b"three"))),
        done(disk.append(&at("f/b")).and_then(|mut file| file.truncate(5))),
        text("f/b"),
        done(disk.exchange(&at("f/a"), &at("f/b"))),
        text("f/a"),
        done(disk.exchange(&at("f/a"), &at("f/none"))),
        done(disk.rename_new(&at("f/a"), &at("f/b"))),
        done(disk.rename_new(&at("f/a"), &at("f/c"))),
        done(disk.rename_new(&at("f/a"), &at("f/d"))),
        done(disk.link(&at("f/c"), &at("f/b"))),
        done(disk.link(&at("f/c"), &at("f/d"))),
        links("f/c"),
        done(disk.rename(&at("f/b"), &at("f/c"))),
        text("f/c"),
        links("f/d"),
        done(disk.remove(&at("f/none"))),
        done(disk.sync_folder(&at("f"))),
        done(disk.sync_folder(&at("none"))),
        text("f/c/deeper"),
        word(disk.read(&at("f")).map(|_| String::new())),
        word(disk.read(&at(&"n".repeat(256))).map(|_| String::new())),
        word(disk.list(&at("f")).map(|mut found| {
            found.sort();
            format!("{:?}", found.iter().map(|path| path.file_name().unwrap()).collect::<Vec<_>>())
        })),
    ]
}

#[cfg(target_os = "linux")]
#[test]
fn the_double_says_what_a_kernel_says() {
    let folder = tempfile::tempdir().unwrap();
    let double = Double::with(&[]).and_folder("/root");
    assert_eq!(said(&double, Path::new("/root")), said(&RealDisk, folder.path()));
}

#[test]
fn a_step_that_is_lacking_is_unknown() {
    let disk = Double::with(&[("/a", b"a"), ("/b", b"b")]).without(Lack::Exchange);
    let refused = disk.exchange(Path::new("/a"), Path::new("/b")).unwrap_err();
    assert_eq!(refused.kind(), std::io::ErrorKind::Unsupported);
    assert_eq!(disk.bytes("/a").unwrap(), b"a");
}
