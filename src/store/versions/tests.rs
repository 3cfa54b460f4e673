//! Versions on the file system of the machine, with clocks of all kinds.

use std::fs;

use jiff::ToSpan;
use jiff::civil::date;

use super::*;
use crate::store::disk::RealDisk;
use crate::store::{Expected, Order, save_as_ordered};

/// A document and the state folder that its versions are kept in.
struct Desk {
    folder: tempfile::TempDir,
    now: Zoned,
}

impl Desk {
    fn new() -> Self {
        let now = date(2026, 11, 23).at(14, 32, 0, 0).in_tz("UTC").unwrap();
        Self { folder: tempfile::tempdir().unwrap(), now }
    }

    fn state(&self) -> State {
        State::at(self.folder.path().join("state"))
    }

    fn versions(&self) -> Versions {
        Versions::new(self.state(), self.now.clone())
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("a.case.json")
    }

    fn index(&self) -> PathBuf {
        index_path(&self.state().document(&RealDisk, &self.path()))
    }

    /// Saves and keeps what was displaced.
    fn save(&self, bytes: &str) {
        let path = self.path();
        let order = Order { path: &path, bytes: bytes.as_bytes(), expected: &Expected::Anything, accepted: &[] };
        if let Some(displaced) = save_as_ordered(&RealDisk, &order).unwrap().displaced {
            self.versions().keep_displaced(&RealDisk, &path, &displaced).unwrap();
        }
    }

    /// What the versions hold, the newest first.
    fn kept(&self) -> Vec<String> {
        let versions = self.versions();
        let read = |version: &Version| String::from_utf8(versions.read(&RealDisk, version).unwrap()).unwrap();
        versions.list(&RealDisk, &self.path()).unwrap().iter().map(read).collect()
    }

    fn sweep(&self) {
        self.versions().sweep(&RealDisk).unwrap();
    }

    /// Lets days pass, on each of which the program runs.
    fn days(&mut self, count: i32) {
        for _ in 0..count {
            self.now = &self.now + 1.days();
            self.sweep();
        }
    }

    /// How many bytes are kept, but for files that are held only because somebody may still be writing them.
    fn blobs(&self) -> usize {
        let files = self.state().blobs().files(&RealDisk).unwrap();
        files.iter().filter(|file| !file.to_string_lossy().contains('+')).count()
    }

    /// Lets everything that lies there now be left alone for long.
    fn rest(&mut self) {
        self.now = Zoned::now() + 2.days();
    }

    /// Where bytes lie compressed.
    fn compressed(&self, bytes: &str) -> PathBuf {
        self.state().blobs().path(&Digest::of(bytes.as_bytes())).with_extension("z")
    }

    /// The files beside the document.
    fn beside(&self) -> usize {
        fs::read_dir(self.folder.path()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_file()).count()
    }
}

#[test]
fn what_a_save_displaces_is_kept_and_nothing_is_left_beside_the_file() {
    let desk = Desk::new();
    for words in ["one", "two", "one", "three"] {
        desk.save(words);
    }
    assert_eq!(desk.kept(), ["one", "two", "one"]);
    assert_eq!(desk.beside(), 1);
    let listed = desk.versions().list(&RealDisk, &desk.path()).unwrap();
    assert!(listed.iter().all(|version| version.kind == VersionKind::Saved && version.written.is_some()));
    assert_eq!(listed[0].len, 3);
    assert_eq!(desk.blobs(), 2, "the same bytes are kept once");
}

#[test]
fn what_a_save_that_was_cut_short_has_left_is_kept() {
    let mut desk = Desk::new();
    let path = desk.path();
    desk.save("one");
    let order = Order { path: &path, bytes: b"two", expected: &Expected::Anything, accepted: &[] };
    assert!(save_as_ordered(&RealDisk, &order).unwrap().displaced.is_some(), "and nobody keeps it");
    desk.now = Zoned::now();
    desk.versions().keep_leftovers(&RealDisk, &path).unwrap();
    assert_eq!((desk.kept(), desk.beside()), (vec![], 2), "the save may still be under way");
    desk.rest();
    desk.versions().keep_leftovers(&RealDisk, &path).unwrap();
    assert_eq!((desk.kept(), desk.beside()), (vec!["one".to_owned()], 1));
}

#[test]
fn a_version_goes_only_when_it_is_old_and_far_down() {
    // Saves; then days without any; then saves again: how many of the versions are left of the first saves?
    for (first, days, then, left) in [
        (60, 0, 0, 59),
        (60, 30, 0, 59),
        (60, 31, 0, KEPT_DEEP),
        (60, 400, 0, KEPT_DEEP),
        (40, 100, 0, 39),
        (40, 100, 20, 30),
        (200, 20, 100, 199),
    ] {
        let mut desk = Desk::new();
        desk.sweep();
        for number in 0..first {
            desk.save(&format!("early {number}"));
        }
        desk.days(days);
        for number in 0..then {
            desk.save(&format!("late {number}"));
        }
        desk.days(1);
        desk.sweep();
        // The last of the first was displaced only by the first of the others.
        let found = desk.kept().iter().filter(|words| words.starts_with("early")).count();
        assert_eq!(found, left + usize::from(then > 0), "{first} {days} {then}");
    }
}

#[test]
fn a_version_is_kept_for_thirty_days_whatever_the_hour() {
    for (saved_at, is_swept_first) in [(0, false), (0, true), (23, false), (23, true)] {
        let mut desk = Desk::new();
        desk.now = date(2026, 11, 23).at(saved_at, 59, 0, 0).in_tz("UTC").unwrap();
        if is_swept_first {
            desk.save("before");
            desk.save("then");
            desk.sweep();
        }
        desk.save("old");
        for number in 0..=KEPT_DEEP {
            desk.save(&number.to_string());
        }
        let until = &desk.now + 30.days();
        while desk.now < until {
            desk.days(1);
            assert!(desk.kept().contains(&"old".to_owned()), "{saved_at} {is_swept_first} {}", desk.now);
        }
        desk.days(3);
        assert!(!desk.kept().contains(&"old".to_owned()), "{saved_at} {is_swept_first}");
    }
}

#[test]
fn a_clock_that_moves_by_ten_years_makes_nothing_old() {
    for years in [-10, 10] {
        for is_set_right in [false, true] {
            let mut desk = Desk::new();
            for number in 0..120 {
                desk.save(&number.to_string());
            }
            desk.sweep();
            let right = desk.now.clone();
            desk.now = &desk.now + years.years();
            desk.sweep();
            assert_eq!(desk.kept().len(), 119, "{years}");
            for _ in 0..40 {
                desk.now = right.clone();
                desk.sweep();
                desk.now = &right + years.years();
                desk.sweep();
            }
            assert_eq!(desk.kept().len(), 119, "a clock that goes to and fro counts two days");
            if is_set_right {
                desk.now = right;
            }
            desk.days(28);
            assert_eq!(desk.kept().len(), 119, "{years} {is_set_right}");
            desk.days(4);
            assert_eq!(desk.kept().len(), KEPT_DEEP, "{years} {is_set_right}");
            assert_eq!(desk.kept()[0], "118", "the newest are those displaced last, whatever the clock said");
        }
    }
}

#[test]
fn a_named_version_is_kept_until_it_is_removed() {
    let mut desk = Desk::new();
    desk.save("draft");
    desk.versions().checkpoint(&RealDisk, &desk.path(), "Before the hearing", b"named").unwrap();
    for number in 0..80 {
        desk.save(&number.to_string());
    }
    desk.days(400);
    let listed = desk.versions().list(&RealDisk, &desk.path()).unwrap();
    assert_eq!(listed.len(), KEPT_DEEP + 1);
    let named = listed.last().unwrap();
    assert_eq!(named.kind, VersionKind::Checkpoint("Before the hearing".to_owned()));
    assert_eq!(desk.versions().read(&RealDisk, named).unwrap(), b"named");
    desk.versions().remove(&RealDisk, &desk.path(), named).unwrap();
    assert_eq!(desk.kept().len(), KEPT_DEEP);
    desk.days(2);
    assert_eq!(desk.blobs(), KEPT_DEEP);
}

#[test]
fn a_torn_or_damaged_index_costs_no_more_than_its_line() {
    let desk = Desk::new();
    for words in ["one", "two", "three"] {
        desk.save(words);
    }
    let whole = fs::read(desk.index()).unwrap();
    fs::write(desk.index(), &whole[..whole.len() - 20]).unwrap();
    assert_eq!(desk.kept(), ["one"]);
    desk.save("four");
    assert_eq!(desk.kept(), ["three", "one"], "what is added after a torn line is read");
    let mut spoilt = fs::read(desk.index()).unwrap();
    spoilt[12] ^= 1;
    fs::write(desk.index(), spoilt).unwrap();
    assert_eq!(desk.kept(), ["three"]);
    let mut desk = desk;
    desk.days(3);
    assert_eq!(desk.blobs(), 3, "what a torn line speaks of is kept as long as its digest can be read in it");
}

#[test]
fn bytes_go_only_after_nothing_has_referred_to_them_on_two_days() {
    let mut desk = Desk::new();
    desk.save("one");
    desk.save("two");
    let blobs = desk.state().blobs();
    let [stray, journalled] = [b"stray".as_slice(), b"journalled"].map(|bytes| {
        let digest = Digest::of(bytes);
        blobs.keep(&RealDisk, &digest, bytes).unwrap();
        digest
    });
    let journal = desk.state().documents().join("0123456789abcdef/discarded/1/journal");
    fs::create_dir_all(journal.parent().unwrap()).unwrap();
    fs::write(&journal, format!("00000000 {{\"base\":\"{journalled}\"}}\n")).unwrap();
    desk.sweep();
    desk.sweep();
    assert!(blobs.has(&RealDisk, &stray), "not on the first day");
    desk.days(1);
    assert!(!blobs.has(&RealDisk, &stray));
    assert!(blobs.has(&RealDisk, &journalled), "a journal refers to it");
    fs::remove_file(journal).unwrap();
    desk.days(2);
    assert!(!blobs.has(&RealDisk, &journalled));
    assert_eq!(desk.kept(), ["one"]);
}

#[test]
fn a_crash_between_the_line_and_the_file_loses_nothing() {
    let desk = Desk::new();
    desk.save("one");
    let path = desk.path();
    let order = Order { path: &path, bytes: b"two", expected: &Expected::Anything, accepted: &[] };
    let displaced = save_as_ordered(&RealDisk, &order).unwrap().displaced.unwrap();
    // The line is there, the file is still beside the document.
    let copy = desk.folder.path().join("copy");
    fs::copy(&displaced.aside, &copy).unwrap();
    desk.versions().keep_displaced(&RealDisk, &path, &displaced).unwrap();
    fs::remove_file(desk.state().blobs().path(&Digest::of(b"one"))).unwrap();
    fs::rename(&copy, &displaced.aside).unwrap();
    assert_eq!(desk.kept(), Vec::<String>::new(), "what cannot be read is not offered");
    // Whoever finds it there keeps it again.
    desk.versions().keep_displaced(&RealDisk, &path, &displaced).unwrap();
    assert_eq!(desk.kept(), ["one", "one"]);
}

#[test]
fn a_compressed_version_is_the_same() {
    let mut desk = Desk::new();
    let long = "Ålesund harbour board ".repeat(4_000);
    for words in [long.as_str(), "", "short", "last"] {
        desk.save(words);
    }
    desk.versions().compress(&RealDisk).unwrap();
    assert!(!desk.compressed(&long).exists(), "somebody may still be writing it");
    desk.rest();
    for round in 0..2 {
        desk.versions().compress(&RealDisk).unwrap();
        assert_eq!(desk.kept(), ["short", "", long.as_str()], "{round}");
    }
    let files = desk.state().blobs().files(&RealDisk).unwrap();
    assert!(files.iter().all(|file| file.extension().is_some_and(|end| end == "z")), "{files:?}");
    assert!(fs::metadata(desk.compressed(&long)).unwrap().len() < 2_000);
    desk.save(&long);
    desk.save("again");
    assert_eq!(desk.kept()[0], long);
    assert_eq!(desk.blobs(), 4, "what is kept compressed is not kept plain as well");
}

#[test]
fn a_compressed_version_that_was_damaged_is_not_passed_off_as_whole() {
    let mut desk = Desk::new();
    desk.save("one");
    desk.save("two");
    desk.rest();
    desk.versions().compress(&RealDisk).unwrap();
    let file = desk.compressed("one");
    let mut bytes = fs::read(&file).unwrap();
    bytes[3] ^= 0x40;
    fs::write(&file, bytes).unwrap();
    let versions = desk.versions();
    let version = versions.list(&RealDisk, &desk.path()).unwrap().remove(0);
    assert!(versions.read(&RealDisk, &version).is_err());
}

#[cfg(unix)]
#[test]
fn what_another_program_goes_on_writing_into_is_a_version_of_its_own() {
    use std::io::Write;
    let desk = Desk::new();
    desk.save("one");
    let mut theirs = fs::OpenOptions::new().append(true).open(desk.path()).unwrap();
    desk.save("two");
    theirs.write_all(b" and more").unwrap();
    desk.versions().compress(&RealDisk).unwrap();
    theirs.write_all(b" and still more").unwrap();
    desk.versions().compress(&RealDisk).unwrap();
    let listed = desk.versions().list(&RealDisk, &desk.path()).unwrap();
    assert_eq!(desk.kept(), ["one and more and still more"]);
    assert_eq!((listed[0].kind.clone(), listed[0].len), (VersionKind::Foreign, 27));
    desk.versions().compress(&RealDisk).unwrap();
    assert_eq!(desk.kept(), ["one and more and still more"]);
}

#[cfg(unix)]
#[test]
fn what_was_written_after_it_was_looked_at_is_kept_as_it_is() {
    let desk = Desk::new();
    desk.save("one");
    let path = desk.path();
    let order = Order { path: &path, bytes: b"two", expected: &Expected::Anything, accepted: &[] };
    let displaced = save_as_ordered(&RealDisk, &order).unwrap().displaced.unwrap();
    fs::write(&displaced.aside, "theirs").unwrap();
    let version = desk.versions().keep_displaced(&RealDisk, &path, &displaced).unwrap();
    assert_eq!((version.kind, desk.kept()), (VersionKind::Foreign, vec!["theirs".to_owned()]));
}

#[cfg(unix)]
#[test]
fn a_file_with_other_names_is_copied_since_it_could_be_written_through_them() {
    let desk = Desk::new();
    desk.save("one");
    let other = desk.folder.path().join("other");
    fs::hard_link(desk.path(), &other).unwrap();
    let (path, accepted) = (desk.path(), [crate::store::Concern::OtherNames]);
    let order = Order { path: &path, bytes: b"two", expected: &Expected::Anything, accepted: &accepted };
    let displaced = save_as_ordered(&RealDisk, &order).unwrap().displaced.unwrap();
    desk.versions().keep_displaced(&RealDisk, &path, &displaced).unwrap();
    fs::write(&other, "changed").unwrap();
    assert_eq!(desk.kept(), ["one"]);
}
