//! Saves that did not end well, where a person can do something about it.

use std::path::PathBuf;

use super::writing::{Done, Failure, Reason, Which};
use super::{Command, Session};
use crate::store::Concern;

/// A save that did not end well. Everything is still open.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// Where the file lies.
    pub path: PathBuf,
    /// What happened.
    pub kind: TroubleKind,
    /// What tries it again.
    pub again: Command,
}

/// What kept a save from ending well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// The file has this many names (hard links), and would be saved under one only.
    OtherNames(u64),
    /// The file would lose its owner, its rights or its attributes.
    Attributes,
    /// Something failed. What happened, what was kept and what to do.
    Failed(String),
}

impl Trouble {
    /// What a person may agree to, for the save to be carried out.
    #[must_use]
    pub fn concern(&self) -> Option<Concern> {
        match self.kind {
            TroubleKind::OtherNames(_) => Some(Concern::OtherNames),
            TroubleKind::Attributes => Some(Concern::Attributes),
            TroubleKind::Failed(_) => None,
        }
    }
}

impl Session {
    /// Takes what a person is to be told and asked about the last save.
    pub fn take_trouble(&mut self) -> Option<Trouble> {
        self.trouble.take()
    }

    pub(super) fn accept(&mut self, path: PathBuf, concern: Concern) {
        let accepted = self.accepted.entry(path).or_default();
        if !accepted.contains(&concern) {
            accepted.push(concern);
        }
    }

    pub(super) fn note_failure(&mut self, failure: Failure, case_path: Option<PathBuf>) {
        let Failure { which, path, reason } = failure;
        let kind = match reason {
            Reason::Changed(theirs) => {
                self.note_foreign(which, path, theirs, true);
                return;
            }
            Reason::OtherNames(count) => TroubleKind::OtherNames(count),
            Reason::Attributes => TroubleKind::Attributes,
            Reason::Sentence(words) => TroubleKind::Failed(words),
            Reason::NotConfirmed(done, words) => {
                self.note_unconfirmed(&which, &done);
                TroubleKind::Failed(words)
            }
        };
        let again = match case_path.filter(|path| self.document.path.as_ref() != Some(path)) {
            Some(path) => Command::SaveAs(path),
            None => Command::Save,
        };
        self.trouble = Some(Trouble { path, kind, again });
    }

    /// The medium may hold what was written, or what lay there before.
    fn note_unconfirmed(&mut self, which: &Which, done: &Done) {
        let document = self.document_mut(which).filter(|document| document.path.as_ref() == Some(&done.path));
        if let Some(document) = document {
            document.on_disk.may_be(&done.written);
        }
        self.note_half_done(done);
    }
}
