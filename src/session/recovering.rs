//! Taking up work that a journal has kept.

use std::path::{Path, PathBuf};

use super::document::{ArticleDocument, ArticleState};
use super::jobs::Outcome;
use super::journal::{self, Draft, Resumed};
use super::opening::OpenedCase;
use super::page::Page;
use super::{Command, Message, Session};
use crate::edit::Target;
use crate::model::field::FieldPath;
use crate::store::reason;

impl Session {
    /// Has a job make the steps of a journal once more.
    pub(super) fn recover(&mut self, journal: PathBuf) {
        if self.has_at_work(&journal) {
            self.messages.push(Message::note("This work is open in this window already."));
            return;
        }
        self.loading += 1;
        let storage = self.storage.clone();
        self.jobs.start("recover", move |report| {
            let mut recovered = journal::recover(&storage, &journal);
            if let Ok(opened) = &mut recovered {
                opened.document.find_barrier();
            }
            report(Outcome::Recovered(Box::new(recovered)));
        });
    }

    /// Opens what [`recover`](super::recover) gave back, unless unsaved changes would be lost by that.
    pub fn take_in_recovered(&mut self, result: Result<OpenedCase, String>) {
        self.loading = self.loading.saturating_sub(1);
        match result {
            Ok(_) if !self.may_be_replaced() => {
                self.messages.push(Message::failure(
                    "Nothing was recovered yet, since the case in this window has changes that are not saved. Save \
                     them, then choose Recover once more.",
                ));
            }
            Ok(mut opened) => {
                let draft = opened.resumed.as_mut().and_then(|resumed| resumed.replayed.draft.take());
                self.install_case(opened);
                if !matches!(draft, Some(Draft::Article(_))) {
                    // Once the words are part of the case, the journal is to say that they are typed no longer.
                    self.keeping.draft_is(draft.clone());
                }
                self.take_in_draft(draft);
                self.messages
                    .push(Message::note("What was not saved is open again. Save it to keep it; no file was changed."));
            }
            Err(why) => self.messages.push(Message::failure(why)),
        }
    }

    /// Goes on where a journal ends.
    pub(super) fn take_up(&mut self, resumed: Resumed) {
        let Resumed { replayed, documents, next, folder, missing } = resumed;
        self.workspace.articles = replayed.workspace.articles;
        self.history = replayed.history;
        self.since_open = replayed.since_open;
        self.since_save = replayed.since_save;
        self.saved_revision = replayed.saved_revision;
        for id in &missing {
            // Its steps were not made, so they cannot be taken back either.
            self.history.forget(&Target::Article(id.clone()));
        }
        let joined = documents.keys().cloned().collect();
        for (id, document) in documents {
            if let Some(article) = self.workspace.articles.get(&id) {
                let page = Page::new(article, self.case(), &self.index);
                let state = ArticleState::Ready(Box::new(page));
                self.articles.insert(id, ArticleDocument { document, state });
            }
        }
        if replayed.is_cut_short || !missing.is_empty() {
            self.messages.push(Message::warning(
                "Not everything could be recovered, since a part of what was recorded, or an article it speaks of, is no \
                 longer as it was. What is shown here is sound.",
            ));
        }
        if let Some(folder) = folder.filter(|_| self.document.read_only.is_none() && missing.is_empty()) {
            self.resume_journal(folder, next, joined);
        }
    }

    /// Takes what was being typed into the case, or into the dialog that it was typed in.
    pub(super) fn take_in_draft(&mut self, draft: Option<Draft>) {
        match draft {
            Some(Draft::Field { target, path, words, adds: false }) => {
                self.perform(Command::SetWords(target, FieldPath::parse(&path), words));
            }
            Some(Draft::Field { target, path, words, adds: true }) => {
                self.perform(Command::AddReference(target, FieldPath::parse(&path), words));
            }
            Some(Draft::Claim(slot, words)) => self.perform(Command::SetClaim(slot, words)),
            Some(Draft::Article(article)) => self.proposals.push_back(article),
            None => {}
        }
    }

    /// Puts work aside that a person does not want now. It can still be recovered.
    pub(super) fn set_aside(&mut self, journal: &Path) {
        let Some(folder) = journal.parent() else { return };
        if journal.file_name().is_none_or(|name| name != journal::JOURNAL) || self.has_at_work(journal) {
            return;
        }
        if self.idle_folder() != Some(folder) && journal::is_at_work(folder) {
            return;
        }
        if let Err(error) = journal::put_aside(self.storage.disk.as_ref(), folder, journal::Aside::Left) {
            self.messages.push(Message::failure(format!(
                "The work could not be set aside: {}. It is kept where it was, and is asked about again: {}",
                reason(&error),
                journal.display()
            )));
        }
    }
}
