//! What the blobs say they keep is kept, and nothing else lies under its name.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::super::disk::double::seeded::Bug;
use super::super::disk::double::{Double, Lack};
use super::super::disk::{Disk, write_all};
use super::super::save::{is_temporary, temporary_path};
use super::super::{Blobs, Digest, Late, sweep};
use super::enumerate::{Scenario, Seen, assert_none, enumerate, enumerate_with};

const OLD: &[u8] = b"what was there before";
const ASIDE: &str = "/docs/aside";

fn blobs() -> Blobs {
    Blobs::new("/state/deep/blobs".into())
}

/// In two days, when everything has been left alone for long enough.
fn later() -> SystemTime {
    SystemTime::now() + Duration::from_hours(48)
}

/// What is kept at this step.
type Kept = Vec<u8>;

fn held(seen: &Seen<'_, Kept>) -> Result<(), String> {
    if seen.is_name_lost() {
        return Ok(());
    }
    if seen.plan.is_empty() && seen.steps.is_empty() {
        return Err("nothing failed, and yet nothing is kept".to_owned());
    }
    for bytes in seen.steps {
        if blobs().get(seen.disk, &Digest::of(bytes)).ok().as_ref() != Some(bytes) {
            return Err(format!("\"{}\" is not kept", bytes.escape_ascii()));
        }
    }
    for (path, bytes) in seen.disk.files() {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if Digest::parse(name).is_some_and(|digest| digest != Digest::of(&bytes)) {
            return Err(format!("{} holds \"{}\"", path.display(), bytes.escape_ascii()));
        }
        let may_be_left = seen.is_cut || seen.is_killed || seen.failed.contains(&"remove");
        if is_temporary(&path) && path.starts_with("/state") && !may_be_left {
            return Err(format!("{} was left", path.display()));
        }
    }
    Ok(())
}

/// What was durable at the start is never lost.
fn old_is_somewhere(seen: &Seen<'_, Kept>) -> Result<(), String> {
    held(seen)?;
    if seen.is_name_lost() || seen.disk.holds(OLD) {
        Ok(())
    } else {
        Err("what was there before is nowhere".to_owned())
    }
}

fn scenario(
    name: &str,
    start: fn() -> Double,
    run: fn(&dyn Disk, &mut dyn FnMut(Kept)),
    check: fn(&Seen<'_, Kept>) -> Result<(), String>,
) -> Scenario<Kept> {
    Scenario {
        name: format!("blobs, {name}"),
        start: Box::new(start),
        run: Box::new(move |disk: Arc<dyn Disk>, report| run(&*disk, report)),
        check: Box::new(check),
    }
}

fn keep(disk: &dyn Disk, report: &mut dyn FnMut(Kept)) {
    for bytes in [&b"one text"[..], b"one text", b"another text"] {
        if blobs().keep(disk, &Digest::of(bytes), bytes).is_ok() {
            report(bytes.to_vec());
        }
    }
}

fn adopt(disk: &dyn Disk, report: &mut dyn FnMut(Kept)) {
    for _ in 0..2 {
        if blobs().adopt(disk, Path::new(ASIDE)).is_ok() {
            report(OLD.to_vec());
        }
    }
}

/// Another program has just written the file, and did not wait for the medium.
fn adopt_what_was_not_synced(disk: &dyn Disk, report: &mut dyn FnMut(Kept)) {
    let mut file = disk.create(Path::new("/docs/unsynced")).ok();
    let is_written = file.as_mut().is_some_and(|file| write_all(file.as_mut(), b"unsynced").is_ok());
    if is_written && blobs().adopt(disk, Path::new("/docs/unsynced")).is_ok() {
        report(b"unsynced".to_vec());
    }
}

fn adopt_again(disk: &dyn Disk, report: &mut dyn FnMut(Kept)) {
    if blobs().keep(disk, &Digest::of(OLD), OLD).is_ok() {
        report(OLD.to_vec());
    }
    adopt(disk, report);
    drop(blobs().settle(disk, later()));
}

/// A blob that has changed since it was taken in gets its right name, and there is room for what it was.
fn settle(disk: &dyn Disk, report: &mut dyn FnMut(Kept)) {
    if blobs().settle(disk, later()).is_ok_and(|late| !late.is_empty()) {
        report(OLD.to_vec());
    }
}

fn aside() -> Double {
    Double::with(&[(ASIDE, OLD)]).and_folder("/state")
}

fn changed() -> Double {
    let path = blobs().path(&Digest::of(b"what was taken in"));
    Double::with(&[(path.to_str().unwrap_or_default(), OLD)])
}

fn scenarios() -> Vec<Scenario<Kept>> {
    vec![
        scenario("keep", || Double::with(&[]).and_folder("/state"), keep, held),
        scenario("adopt", aside, adopt, old_is_somewhere),
        scenario("adopt, no links", || aside().without(Lack::Link), adopt, old_is_somewhere),
        scenario("adopt a file with two names", || aside().and_hard_link("/docs/z", ASIDE), adopt, old_is_somewhere),
        scenario("adopt what is kept already", aside, adopt_again, old_is_somewhere),
        scenario("adopt what was not synced", aside, adopt_what_was_not_synced, held),
    ]
}

#[test]
fn what_is_kept_survives_every_fault_of_every_call() {
    let mut tallies: Vec<_> = scenarios().iter().map(enumerate).collect();
    let settled = scenario("settle", changed, settle, |seen| {
        if seen.disk.holds(OLD) { Ok(()) } else { Err("what was there is nowhere".to_owned()) }
    });
    tallies.push(enumerate(&settled));
    assert_none(&tallies);
}

#[test]
fn each_seeded_bug_is_seen() {
    for bug in Bug::ALL {
        let scenarios = scenarios();
        let seen = scenarios.iter().filter(|scenario| enumerate_with(scenario, bug).violations > 0).count();
        println!("{bug:?}: seen in {seen} of {} scenarios", scenarios.len());
        assert!(seen > 0, "{bug:?} was not seen");
    }
}

#[test]
fn what_is_written_after_it_was_taken_in_is_offered() {
    let (was, is) = (Digest::of(OLD), Digest::of(b"written late"));
    let disk = aside();
    assert_eq!(blobs().adopt(&disk, Path::new(ASIDE)).unwrap(), was);
    disk.write_in_place(&blobs().path(&was), b"written late");
    assert_eq!(blobs().get(&disk, &was).unwrap_err().kind(), std::io::ErrorKind::InvalidData);
    assert_eq!(blobs().settle(&disk, SystemTime::now()).unwrap(), [Late { was, is: is.clone() }]);
    assert_eq!(blobs().get(&disk, &is).unwrap(), b"written late");
    assert_eq!(blobs().settle(&disk, SystemTime::now()).unwrap(), []);
}

#[test]
fn what_is_kept_already_may_still_be_written_and_is_then_kept_too() {
    let disk = aside();
    blobs().keep(&disk, &Digest::of(OLD), OLD).unwrap();
    blobs().adopt(&disk, Path::new(ASIDE)).unwrap();
    let second = |disk: &Double| -> Vec<PathBuf> {
        let paths = disk.files().into_iter().map(|(path, _)| path);
        paths.filter(|path| path.to_string_lossy().contains('+')).collect()
    };
    assert_eq!(blobs().settle(&disk, SystemTime::now()).unwrap(), []);
    assert_eq!(second(&disk).len(), 1, "it is held for a day");
    let left_alone = disk.after_kill();
    assert_eq!(blobs().settle(&left_alone, later()).unwrap(), []);
    assert_eq!(second(&left_alone), Vec::<PathBuf>::new());
    disk.write_in_place(&second(&disk)[0], b"written late");
    assert_eq!(blobs().settle(&disk, later()).unwrap().len(), 1);
    assert!(disk.holds(OLD) && blobs().has(&disk, &Digest::of(b"written late")));
}

#[test]
fn what_has_other_names_is_copied_since_those_go_on_being_written() {
    let disk = aside().and_hard_link("/docs/other", ASIDE);
    let digest = blobs().adopt(&disk, Path::new(ASIDE)).unwrap();
    disk.write_in_place(Path::new("/docs/other"), b"written later");
    assert_eq!(blobs().get(&disk, &digest).unwrap(), OLD);
}

#[test]
fn a_name_under_which_something_else_lies_keeps_nothing() {
    let disk = Double::with(&[]).and_folder("/state");
    let digest = Digest::of(OLD);
    disk.set(&blobs().path(&digest), b"something else");
    blobs().keep(&disk, &digest, OLD).unwrap();
    assert_eq!(blobs().get(&disk, &digest).unwrap(), OLD);
    assert_eq!(blobs().get(&disk, &Digest::of(b"something else")).unwrap(), b"something else");
}

#[test]
fn what_interrupted_saves_have_left_is_taken_in() {
    let target = Path::new("/docs/a.json");
    let other = Path::new("/docs/b.json");
    let disk = Double::with(&[("/docs/a.json", b"a"), ("/docs/b.json", b"b")]).and_folder("/state");
    disk.set(&temporary_path(target), b"displaced");
    disk.set(&temporary_path(target), b"");
    disk.set(&temporary_path(other), b"another file's");
    let second_name = temporary_path(target);
    let disk = disk.and_hard_link(second_name.to_str().unwrap(), "/docs/a.json");
    assert_eq!(sweep(&disk, target, &blobs(), SystemTime::now()).unwrap(), [], "a save may be under way");
    assert_eq!(sweep(&disk, target, &blobs(), later()).unwrap(), [Digest::of(b"displaced")]);
    let left: Vec<_> =
        disk.files().into_iter().filter(|(path, _)| is_temporary(path)).map(|(_, bytes)| bytes).collect();
    assert_eq!(left, [b"another file's"]);
    assert_eq!(blobs().get(&disk, &Digest::of(b"displaced")).unwrap(), b"displaced");
}
