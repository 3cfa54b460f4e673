//! What other programs make of the files that are open: noticing it. What becomes of it is a person's decision.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Session;
use super::document::{Document, OnDisk};
use super::jobs::Outcome;
use super::writing::Which;
use crate::format::Base;
use crate::query::Difference;
use crate::store::disk::{Disk, Kind, Stat};
use crate::store::{Digest, Expected, Watch};

/// What another program has made of a file that is open.
#[derive(Clone, Debug)]
pub struct Foreign {
    /// Where the file lies.
    pub path: PathBuf,
    /// What it has made of it.
    pub theirs: Theirs,
    /// Whether a save was not carried out because of it.
    pub stopped_a_save: bool,
    /// What differs from what is open, or why that cannot be told; `None` where nobody has asked, or it is not known yet.
    pub difference: Option<Arc<Result<Difference, String>>>,
}

/// What another program has made of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Theirs {
    /// Other bytes lie there.
    Written {
        /// Which.
        digest: Digest,
        /// What the system said of the file when they were seen, where it did not change meanwhile.
        stamp: Option<Stat>,
    },
    /// It was written while it was saved from here, too. These bytes were displaced by the save, and are kept.
    Displaced(Arc<Vec<u8>>),
    /// Nothing lies there any more.
    Removed,
    /// It can no longer be read, for this reason.
    Unreadable(String),
}

/// What is found at the path of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// What was known to lie there; what the system says of it.
    Known(Option<Stat>),
    /// Something else.
    Foreign(Theirs),
}

/// A document that is looked at: what is known of it, and what was seen there before.
struct LookedAt {
    which: Which,
    path: PathBuf,
    on_disk: OnDisk,
    base: Option<Arc<Base>>,
    seen: Option<Theirs>,
}

/// What a look at the files has found.
pub struct Noticed {
    /// The number of the look.
    number: u64,
    found: Vec<(Which, PathBuf, OnDisk, Seen)>,
}

/// The looks at the files.
#[derive(Debug, Default)]
pub struct Looks {
    watch: Option<Watch>,
    /// Whether other files may have to be watched than are.
    pub(super) is_watch_due: bool,
    last: u64,
    /// The look that is under way.
    now: Option<u64>,
    /// Whether there is to be another.
    again: bool,
}

impl Looks {
    /// Another case is open: what is found out about the files of the last is of no interest.
    pub(super) fn reset(&mut self) {
        self.now = None;
        self.again = false;
        self.is_watch_due = true;
    }
}

/// What lies at a path, where something is known of that.
pub(super) fn look_at(disk: &dyn Disk, path: &Path, expected: impl FnOnce() -> Expected, stamp: Option<Stat>) -> Seen {
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Seen::Foreign(Theirs::Removed),
        _ => Seen::Foreign(Theirs::Unreadable(crate::store::reason(&error))),
    };
    let before = match disk.stat(path) {
        Ok(stat) if stat.kind != Kind::File => {
            return Seen::Foreign(Theirs::Unreadable("what lies there is no file".to_owned()));
        }
        Ok(stat) => stat,
        Err(error) => return unreadable(error),
    };
    if stamp == Some(before) {
        return Seen::Known(stamp);
    }
    let digest = match disk.read(path) {
        Ok(bytes) => Digest::of(&bytes),
        Err(error) => return unreadable(error),
    };
    let stamp = disk.stat(path).ok().filter(|after| *after == before);
    match expected() {
        Expected::Known { digests, .. } if digests.contains(&digest) => Seen::Known(stamp),
        _ => Seen::Foreign(Theirs::Written { digest, stamp }),
    }
}

impl LookedAt {
    fn look(self, disk: &dyn Disk) -> (Which, PathBuf, OnDisk, Seen) {
        let Self { which, path, on_disk, base, seen } = self;
        // What was seen before need not be read again, either.
        let is_as_before = |theirs: &Theirs| match theirs {
            Theirs::Written { stamp: Some(stamp), .. } => disk.stat(&path).is_ok_and(|now| now == *stamp),
            _ => false,
        };
        let found = match seen.filter(is_as_before) {
            Some(theirs) => Seen::Foreign(theirs),
            None => look_at(disk, &path, || on_disk.expected(base.as_deref()), on_disk.stamp),
        };
        (which, path, on_disk, found)
    }
}

impl Session {
    /// What other programs have made of the files that are open and were not decided on yet.
    #[must_use]
    pub fn foreign(&self) -> &BTreeMap<Which, Foreign> {
        &self.foreign
    }

    /// Whether the files are being looked at, or are to be.
    #[must_use]
    pub fn is_looking(&self) -> bool {
        self.looks.now.is_some() || self.looks.again
    }

    /// Every file of the case that is known to lie somewhere.
    pub(super) fn documents(&self) -> impl Iterator<Item = (Which, &Document)> {
        let entries = self.workspace.case.articles.iter();
        let articles = entries
            .filter_map(|(_, entry)| Some((Which::Article(entry.id.clone()), &self.articles.get(&entry.id)?.document)));
        std::iter::once((Which::Case, &self.document)).chain(articles)
    }

    /// Has the folders of the files watched, once they are all known.
    pub(super) fn watch_files(&mut self) {
        if !self.looks.is_watch_due || self.is_loading() {
            return;
        }
        self.looks.is_watch_due = false;
        self.look_for_newer();
        self.watch();
    }

    /// Has the folders of the files watched, and those of the files from which articles came.
    pub(super) fn watch(&mut self) {
        let documents = self.documents().filter_map(|(_, document)| document.path.clone());
        // Those of the case come first, where not all can be watched.
        let files: Vec<PathBuf> = documents.chain(self.newer.paths().iter().cloned()).collect();
        if self.looks.watch.is_none() && !files.is_empty() {
            let reporter = self.jobs.reporter();
            self.looks.watch = Some(Watch::new(move || reporter.report(Outcome::Stirred)));
        }
        if let Some(watch) = &self.looks.watch {
            watch.watch(files);
        }
    }

    /// Looks at the files, away from the window. While a save is under way nobody could tell whose writing it is, so
    /// that has to wait.
    pub(super) fn look(&mut self) {
        self.look_for_newer();
        if self.is_saving() || self.looks.now.is_some() {
            self.looks.again = true;
            return;
        }
        self.looks.again = false;
        let known = self.documents().filter(|(_, document)| !document.on_disk.is_nothing());
        let all: Vec<LookedAt> = known
            .filter_map(|(which, document)| {
                let (path, on_disk) = (document.path.clone()?, document.on_disk.clone());
                let seen = self.foreign.get(&which).map(|foreign| foreign.theirs.clone());
                Some(LookedAt { which, path, on_disk, base: document.base.clone(), seen })
            })
            .collect();
        if all.is_empty() {
            return;
        }
        self.looks.last += 1;
        let number = self.looks.last;
        self.looks.now = Some(number);
        let disk = Arc::clone(&self.storage.disk);
        self.jobs.start("look at files", move |report| {
            let found = all.into_iter().map(|one| one.look(disk.as_ref())).collect();
            report(Outcome::Noticed(Noticed { number, found }));
        });
    }

    /// Looks at the files where that was put off.
    pub(super) fn look_again(&mut self) {
        if self.looks.again && !self.is_saving() {
            self.look();
        }
    }

    pub(super) fn take_in_look(&mut self, noticed: Noticed) {
        if self.looks.now != Some(noticed.number) {
            return;
        }
        self.looks.now = None;
        let is_saving = self.is_saving();
        for (which, path, on_disk, seen) in noticed.found {
            let Some(document) = self.document_mut(&which) else { continue };
            // What is known has changed meanwhile, so that this says nothing.
            if is_saving || document.path.as_ref() != Some(&path) || document.on_disk != on_disk {
                self.looks.again = true;
                continue;
            }
            match seen {
                Seen::Known(stamp) => {
                    document.on_disk.stamp = stamp;
                    self.forget_foreign(&which);
                }
                Seen::Foreign(theirs) => self.note_foreign(which, path, theirs, false),
            }
        }
        self.look_again();
    }

    /// What lies there is what was known; what a save displaced is another matter.
    fn forget_foreign(&mut self, which: &Which) {
        let is_there = |foreign: &Foreign| !matches!(foreign.theirs, Theirs::Displaced(_));
        if self.foreign.get(which).is_some_and(is_there) {
            self.foreign.remove(which);
        }
    }

    pub(super) fn note_foreign(&mut self, which: Which, path: PathBuf, theirs: Theirs, stopped_a_save: bool) {
        if let Some(known) = self.foreign.get_mut(&which)
            && known.path == path
            && is_same(&known.theirs, &theirs)
        {
            known.theirs = theirs;
            known.stopped_a_save |= stopped_a_save;
            return;
        }
        self.foreign.insert(which, Foreign { path, theirs, stopped_a_save, difference: None });
    }

    /// Forgets what was noted of files that are no longer those of the documents.
    pub(super) fn forget_other_files(&mut self) {
        let mut foreign = std::mem::take(&mut self.foreign);
        foreign.retain(|which, foreign| {
            self.document_mut(which).is_some_and(|document| document.path.as_ref() == Some(&foreign.path))
        });
        self.foreign = foreign;
        self.looks.is_watch_due = true;
    }
}

/// Whether nothing new was seen.
fn is_same(known: &Theirs, seen: &Theirs) -> bool {
    match (known, seen) {
        (Theirs::Written { digest: known, .. }, Theirs::Written { digest: seen, .. }) => known == seen,
        _ => known == seen,
    }
}
