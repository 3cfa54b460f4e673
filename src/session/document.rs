//! The files that a session has open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::edit::Target;
use crate::format::{Base, Fault, Position};
use crate::model::{Header, Id, Record};
use crate::store::disk::Stat;
use crate::store::{Digest, Expected, Written, why_unsavable};

use super::page::Page;

/// A fault of a file, with its place as people count it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedFault {
    /// The fault.
    pub fault: Fault,
    /// Line and column.
    pub position: Position,
}

/// A file that was opened, and the bytes it was opened from. They stay the ground that saves are spliced from, so
/// that taking every edit back gives the very bytes that were opened.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Where it lies; `None` where it was never saved.
    pub path: Option<PathBuf>,
    /// What it was opened from; `None` for a new one.
    pub base: Option<Arc<Base>>,
    /// Why it cannot be written, in a sentence; `None` where it can.
    pub read_only: Option<String>,
    /// What keeps it from being written, where that is not in the file itself.
    pub barrier: Option<Barrier>,
    /// What is wrong with it.
    pub faults: Vec<PlacedFault>,
    /// What is known to lie at its path.
    pub on_disk: OnDisk,
    /// Whether it has to be written although nothing was changed since it was saved: a person wants it in place of what
    /// another program wrote, or removed.
    pub is_due: bool,
}

/// What keeps a document from being written at the place where it lies. At another place it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// The rights of the user, or the disk.
    Place,
    /// Another window, which has it open.
    OtherWindow,
}

/// What is known to lie at the path of a document. Another program may have written it since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnDisk {
    /// Whether the bytes that were opened may lie there.
    pub is_base: bool,
    /// What else may lie there: what was last written, and what a save that was not confirmed may have left.
    pub written: Vec<Digest>,
    /// What another program wrote, and a person wants replaced.
    pub theirs: Vec<Digest>,
    /// What the system said of the file when one of these was seen there.
    pub stamp: Option<Stat>,
}

impl OnDisk {
    /// A file that was just read.
    #[must_use]
    pub fn opened(stamp: Option<Stat>) -> Self {
        Self { is_base: true, stamp, ..Self::default() }
    }

    /// A file that was just written, and confirmed.
    #[must_use]
    pub fn written(written: &Written) -> Self {
        Self { written: vec![written.digest.clone()], stamp: written.stamp, ..Self::default() }
    }

    /// A file that was just written, but not confirmed: the medium may hold what lay there before.
    pub fn may_be(&mut self, written: &Written) {
        self.written.push(written.digest.clone());
        self.stamp = written.stamp;
    }

    /// Whether nothing is known to lie there.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        !self.is_base && self.written.is_empty() && self.theirs.is_empty()
    }

    /// The same for a save, which takes time where the opened bytes have to be digested.
    #[must_use]
    pub fn expected(&self, base: Option<&Base>) -> Expected {
        let opened = base.filter(|_| self.is_base).map(|base| Digest::of(&base.bytes));
        let digests: Vec<Digest> = self.written.iter().chain(&self.theirs).cloned().chain(opened).collect();
        if digests.is_empty() { Expected::Nothing } else { Expected::Known { digests, stamp: self.stamp } }
    }
}

impl Document {
    /// Finds out whether it could be saved where it lies.
    pub(super) fn find_barrier(&mut self) {
        if self.read_only.is_none()
            && let Some(path) = &self.path
            && let Some(why) = why_unsavable(path)
        {
            self.read_only = Some(why);
            self.barrier = Some(Barrier::Place);
        }
    }

    /// Has it be written at another place, where nothing keeps it from that.
    pub(super) fn leave_barrier(&mut self) {
        if self.barrier.take().is_some() {
            self.read_only = None;
        }
    }

    /// The name of the file.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        Some(self.path.as_deref().and_then(Path::file_name)?.to_string_lossy().into_owned())
    }
}

/// What became of an article of the case.
#[derive(Clone, Debug)]
pub enum ArticleState {
    /// It is being read.
    Loading,
    /// It is not where the case says; the sentence says why.
    Missing(String),
    /// It was read.
    Ready(Box<Page>),
}

/// An article of the case.
#[derive(Clone, Debug)]
pub struct ArticleDocument {
    /// Its file.
    pub document: Document,
    /// What became of it.
    pub state: ArticleState,
}

impl ArticleDocument {
    /// An article of which nothing is known yet, not even where it lies.
    pub(super) fn unknown() -> Self {
        Self { document: Document::default(), state: ArticleState::Loading }
    }
}

/// What targets were before they were first changed since some moment.
#[derive(Clone, Debug, Default)]
pub struct Originals {
    targets: BTreeMap<Target, Option<Record>>,
}

impl Originals {
    /// Notes what a target was, unless it was changed before.
    pub fn note(&mut self, target: &Target, before: Option<&Record>) {
        self.targets.entry(target.clone()).or_insert_with(|| before.cloned());
    }

    /// The targets and what they were.
    pub fn iter(&self) -> impl Iterator<Item = (&Target, Option<&Record>)> {
        self.targets.iter().map(|(target, record)| (target, record.as_ref()))
    }

    /// What an article was, if it was changed.
    #[must_use]
    pub fn article(&self, id: &Id) -> Option<&Record> {
        self.targets.get(&Target::Article(id.clone()))?.as_ref()
    }

    /// The head of the case as it was, if it was changed.
    #[must_use]
    pub fn header(&self) -> Option<Header> {
        match self.targets.get(&Target::Header)? {
            Some(Record::Header(header)) => Some(header.clone()),
            _ => None,
        }
    }

    /// Forgets what a target was.
    pub fn forget(&mut self, target: &Target) {
        self.targets.remove(target);
    }

    /// Adds what was noted before these.
    pub fn precede(&mut self, earlier: Self) {
        self.targets.extend(earlier.targets);
    }
}
