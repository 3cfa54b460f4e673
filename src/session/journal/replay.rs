//! What a journal's entries make of what a case was before them. Nothing here touches a file.

use std::collections::HashMap;
use std::path::PathBuf;

use super::super::document::Originals;
use super::entry::{Draft, Entry, Joined, Saved};
use crate::edit::{Edit, History, Target, Transaction, Workspace};
use crate::model::{Article, Case, Id, Record};
use crate::store::Digest;

/// The state that a journal leads to.
#[derive(Debug, Default)]
pub struct Replayed {
    /// The case and those of its articles that the journal speaks of.
    pub workspace: Workspace,
    /// Every step, so that it can be taken back.
    pub history: History,
    /// What was changed since the files were opened.
    pub since_open: Originals,
    /// What was changed since the last save.
    pub since_save: Originals,
    /// The state that was saved last.
    pub saved_revision: u64,
    /// What was being typed.
    pub draft: Option<Draft>,
    /// Where the case was last saved, and what its file holds since.
    pub case: Option<(PathBuf, Option<Digest>)>,
    /// Where articles were last saved, and what their files hold since.
    pub articles: HashMap<Id, (PathBuf, Digest)>,
    /// Whether an entry did not fit what came before it: everything from there on is left out.
    pub is_cut_short: bool,
    /// What each step changed, and the number of the state it led to.
    log: Vec<(u64, Originals)>,
}

impl Replayed {
    /// Whether something would be lost without the journal.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.draft.is_some() || self.history.revision() != self.saved_revision
    }

    /// Makes the edits of a transaction, if all of them fit.
    fn apply(&mut self, transaction: &Transaction, revision: u64) -> bool {
        let mut originals = Originals::default();
        let mut made: Vec<&Edit> = Vec::new();
        for edit in &transaction.edits {
            let before = self.workspace.current(&edit.target);
            // An article that could not be found again is left out; whatever else the step did is not.
            if matches!(edit.target, Target::Article(_)) && before.is_none() {
                continue;
            }
            if before != edit.before {
                made.iter().rev().for_each(|edit| self.workspace.apply(&edit.inverse()));
                return false;
            }
            originals.note(&edit.target, before.as_ref());
            self.workspace.apply(edit);
            made.push(edit);
        }
        for (target, before) in originals.iter() {
            self.since_open.note(target, before);
            self.since_save.note(target, before);
        }
        self.log.push((revision, originals));
        true
    }

    /// Takes in that a state was saved, which later ones may follow already.
    fn settle(&mut self, revision: u64) {
        self.saved_revision = revision;
        let after = self.log.iter().rposition(|(reached, _)| *reached == revision).map_or(0, |last| last + 1);
        self.since_save = Originals::default();
        for (_, originals) in self.log.iter().skip(after).rev() {
            self.since_save.precede(originals.clone());
        }
    }

    fn take_in(&mut self, entry: Entry, found: &mut HashMap<Id, Article>) -> bool {
        match entry {
            Entry::Started(_) | Entry::Closed => true,
            Entry::Joined(joined) => {
                let Joined { id, made, .. } = *joined;
                if let Some(article) = made.or_else(|| found.remove(&id)) {
                    self.workspace.articles.entry(id).or_insert(article);
                }
                true
            }
            Entry::Done(step, revision) => {
                let workspace = &self.workspace;
                let transaction =
                    step.into_transaction(|target: &Target| -> Option<Record> { workspace.current(target) });
                let fits = self.apply(&transaction, revision);
                if fits {
                    self.history.push_numbered(transaction, revision);
                }
                fits
            }
            Entry::Undone => {
                let step = self.history.undo();
                step.is_some_and(|transaction| self.apply(&transaction, self.history.revision()))
            }
            Entry::Redone => {
                let step = self.history.redo();
                step.is_some_and(|transaction| self.apply(&transaction, self.history.revision()))
            }
            Entry::Draft(draft) => {
                self.draft = draft.map(|draft| *draft);
                true
            }
            Entry::Saved(Saved { revision, case, articles }) => {
                self.case = case.or(self.case.take());
                self.articles.extend(articles.into_iter().map(|(id, path, digest)| (id, (path, digest))));
                self.settle(revision);
                true
            }
            Entry::Settled(revision) => {
                self.settle(revision);
                true
            }
        }
    }
}

/// Makes the steps of a journal once more. `found` are the articles that it speaks of, as they were before its steps.
#[must_use]
pub fn replay(case: Case, mut found: HashMap<Id, Article>, entries: impl IntoIterator<Item = Entry>) -> Replayed {
    let mut replayed = Replayed { workspace: Workspace { case, articles: HashMap::new() }, ..Replayed::default() };
    for entry in entries {
        if !replayed.take_in(entry, &mut found) {
            replayed.is_cut_short = true;
            break;
        }
    }
    replayed
}
