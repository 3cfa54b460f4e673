//! Settling what a save has to write, which takes as long as there are edits.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::{ArticleState, Document, Originals};
use super::journal::Entry;
use super::newer::LOOK;
use super::writing::{Expects, FileToWrite, Save, Saving, Which, Writing};
use super::{Claim, Message, Session, article_file};
use crate::edit::{Edit, Target};
use crate::format::{self, Changed};
use crate::model::{Article, List, Record};
use crate::store;

/// The name of the job that saves.
const SAVE: &str = "save";

impl Session {
    /// Whether a save must first ask where the case is to lie.
    #[must_use]
    pub fn needs_path(&self) -> bool {
        self.document.path.is_none() && !self.only_wraps_articles()
    }

    /// Whether the case was made only to show articles that were opened without one.
    fn only_wraps_articles(&self) -> bool {
        let records = List::ALL.into_iter().filter(|list| *list != List::Articles);
        let has_files = self
            .case()
            .articles
            .iter()
            .all(|(_, entry)| self.articles.get(&entry.id).is_some_and(|article| article.document.base.is_some()));
        let untitled = self.case().header.title.is_empty() && self.case().header.summary.is_empty();
        untitled
            && has_files
            && self.case().articles.count() > 0
            && records.into_iter().all(|list| self.case().count(list) == 0)
    }

    /// The name to propose for the file of the case.
    #[must_use]
    pub fn proposed_name(&self) -> String {
        let title = &self.case().header.title;
        format!("{}.case.json", if title.is_empty() { "untitled".to_owned() } else { super::slug(title) })
    }

    /// Whether saving the case at a path replaces a file other than its own.
    #[must_use]
    pub fn would_replace(&self, path: &Path) -> bool {
        let path = case_path(path);
        self.document.path.as_ref() != Some(&path) && path.exists()
    }

    pub(super) fn save(&mut self) {
        if self.is_saving() {
            self.saving = Saving::NowAndAgain(None);
        } else if self.is_modified() {
            if self.needs_path() {
                let words = "Nothing was saved, since the case has no place yet. Choose one with Save as.";
                self.messages.push(Message::failure(words));
                return;
            }
            let path = self.document.path.clone();
            self.write(path);
        }
    }

    pub(super) fn save_as(&mut self, path: &Path) {
        if self.has_unread_articles() {
            // They go along to the new place.
            self.saving = Saving::OnceRead(path.to_owned());
        } else if self.is_saving() {
            self.saving = Saving::NowAndAgain(Some(path.to_owned()));
        } else {
            let path = case_path(path);
            // The place that is open here has other spellings, with links and dots.
            let own = self.document.path.clone().filter(|_| self.is_place_of_claim(&path));
            self.write(Some(own.unwrap_or(path)));
        }
    }

    fn has_unread_articles(&self) -> bool {
        self.articles.values().any(|article| matches!(article.state, ArticleState::Loading))
    }

    fn is_place_of_claim(&self, path: &Path) -> bool {
        let folder = self.storage.state.as_ref().map(|state| state.document(self.storage.disk.as_ref(), path));
        folder.is_some() && folder.as_deref() == self.claim.as_ref().map(Claim::folder)
    }

    /// Makes the save that waits for articles to be read, once they are.
    pub(super) fn save_once_read(&mut self) {
        if let Saving::OnceRead(path) = &self.saving
            && !self.has_unread_articles()
        {
            let path = path.clone();
            self.saving = Saving::No;
            self.save_as(&path);
        }
    }

    fn write(&mut self, case_path: Option<PathBuf>) {
        let mut files = self.articles_to_write(case_path.as_deref());
        // The case comes last: it names the articles, so they must be there.
        if let Some(path) = &case_path
            && let Some(writing) = self.case_to_write(path)
        {
            files.push(self.file_to_write(Which::Case, path.clone(), writing, &self.document));
        }
        if let Some(why) = self.unwritable(&files) {
            self.messages.push(Message::failure(why));
            return;
        }
        let save = Save {
            revision: self.history.revision(),
            generation: self.generation,
            moves: case_path.is_some() && case_path != self.document.path,
            was_copy_due: std::mem::take(&mut self.is_copy_due),
            due: self.due(),
            case_path,
            files,
        };
        self.since_saving = std::mem::take(&mut self.since_save);
        self.saving = Saving::Now;
        let storage = self.storage.clone();
        self.jobs.start(SAVE, move |report| save.run(&storage, report));
    }

    /// A job has ended before its time: what waits for it waits no longer.
    pub(super) fn take_in_death(&mut self, name: &str) {
        if name == LOOK {
            // Nobody has asked for it, and nothing waits for it.
            self.forget_look_for_newer();
            return;
        }
        if name == SAVE && self.is_saving() {
            let before_saving = std::mem::take(&mut self.since_saving);
            self.since_save.precede(before_saving);
            self.saving = Saving::No;
            // Nobody knows how far it came, so the next one writes whatever was changed.
            self.is_copy_due = true;
        }
        self.loading = 0;
        let unread = self.articles.iter().filter(|(_, article)| matches!(article.state, ArticleState::Loading));
        for id in unread.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
            self.miss(&id, "An article could not be read. Open the case once more to try again".to_owned());
        }
        self.messages.push(Message::failure(format!(
            "Something failed that should not (“{name}”). Your work is still open. If it happens again, save it in another \
             place and start the program anew."
        )));
    }

    fn file_to_write(&self, which: Which, path: PathBuf, writing: Writing, document: &Document) -> FileToWrite {
        let is_in_place = document.path.as_ref() == Some(&path);
        let expects = match (is_in_place, path.exists()) {
            (true, _) => Expects::Known(document.on_disk.clone(), document.base.clone()),
            // A person was asked before it came to this.
            (false, true) => Expects::Anything,
            (false, false) => Expects::Nothing,
        };
        let accepted = self.accepted.get(&path).cloned().unwrap_or_default();
        FileToWrite { which, path, writing, expects, accepted }
    }

    /// The documents that a person wants written whatever was changed.
    fn due(&self) -> Vec<Which> {
        let articles = self.articles.iter().map(|(id, article)| (Which::Article(id.clone()), &article.document));
        let all = std::iter::once((Which::Case, &self.document)).chain(articles);
        all.filter(|(_, document)| document.is_due).map(|(which, _)| which).collect()
    }

    /// Why one of the files cannot be written: it was opened to be read only, and this is the place it was opened at.
    fn unwritable(&self, files: &[FileToWrite]) -> Option<String> {
        let documents = std::iter::once(&self.document).chain(self.articles.values().map(|article| &article.document));
        let read_only = documents.filter_map(|document| Some((document.path.as_ref()?, document.read_only.as_ref()?)));
        read_only.into_iter().find(|(path, _)| files.iter().any(|file| file.path == **path)).map(|(_, why)| {
            format!("Nothing was saved. {why} Your work is still open; Save as keeps it in another place.")
        })
    }

    fn case_to_write(&self, path: &Path) -> Option<Writing> {
        let elsewhere = self.document.path.as_deref() != Some(path);
        let is_new = self.document.base.is_none();
        let touched = |target: &Target| !matches!(target, Target::Article(_));
        let is_changed =
            self.since_save.iter().any(|(target, before)| touched(target) && self.current(target).as_ref() != before);
        let is_due = is_new || self.document.read_only.is_some() || elsewhere || is_changed || self.document.is_due;
        is_due.then(|| self.case_content())
    }

    /// The case as a save would write it.
    pub(super) fn case_content(&self) -> Writing {
        let Some(base) = &self.document.base else { return Writing::Whole(format::render_case(self.case())) };
        // What is not understood is copied as it is; what only lies at the wrong place may have been recovered with changes.
        if self.document.read_only.is_some() && self.document.barrier.is_none() {
            return Writing::Copy(Arc::clone(base));
        }
        let changed = changed(&self.since_open, |target| self.current(target));
        Writing::Case(Arc::clone(base), changed)
    }

    fn articles_to_write(&self, case_path: Option<&Path>) -> Vec<FileToWrite> {
        let mut files = Vec::new();
        for (_, entry) in self.case().articles.iter() {
            let Some(article) = self.article(&entry.id) else { continue };
            let Some(known) = self.articles.get(&entry.id) else { continue };
            let path = match case_path.and_then(Path::parent) {
                Some(folder) => article_file(folder, &entry.file),
                None => known.document.path.clone(),
            };
            let Some(path) = path else { continue };
            if let Some(writing) = self.article_to_write(article, &known.document, &path) {
                files.push(self.file_to_write(Which::Article(entry.id.clone()), path, writing, &known.document));
            }
        }
        files
    }

    fn article_to_write(&self, article: &Article, document: &Document, path: &Path) -> Option<Writing> {
        let in_place = document.path.as_deref() == Some(path);
        let target = Target::Article(article.id.clone());
        let saved = self.since_save.iter().find(|(touched, _)| **touched == target).and_then(|(_, before)| before);
        let is_changed = saved.is_some_and(|before| *before != Record::Article(article.clone()));
        if in_place && !is_changed && !document.is_due {
            return None;
        }
        Some(self.article_content(article, document))
    }

    /// An article as a save would write it.
    pub(super) fn article_content(&self, article: &Article, document: &Document) -> Writing {
        let Some(base) = &document.base else { return Writing::Whole(format::render_article(article)) };
        let original = match self.since_open.article(&article.id) {
            Some(Record::Article(original)) => original.clone(),
            _ => return Writing::Copy(Arc::clone(base)),
        };
        Writing::Article(Arc::clone(base), Box::new((original, article.clone())))
    }

    /// Takes back everything since the last save. While one is under way nobody knows yet which that is.
    pub(super) fn revert(&mut self) {
        if self.is_saving() {
            return;
        }
        let edits: Vec<Edit> = self
            .since_save
            .iter()
            .filter_map(|(target, saved)| self.workspace.edit_to(target.clone(), saved.cloned()))
            .collect();
        self.transact("revert to the saved file", edits, self.selection.clone());
        self.settle();
    }

    /// Takes the present state for one that needs no saving.
    pub(super) fn settle(&mut self) {
        let revision = self.history.revision();
        self.saved_revision = revision;
        self.note(|| Entry::Settled(revision));
    }
}

/// What differs from the file that a case was opened from, of everything that was changed since. `current` gives what
/// stands at a target now.
pub(super) fn changed(since_open: &Originals, current: impl Fn(&Target) -> Option<Record>) -> Vec<Changed> {
    let changed = since_open.iter().filter_map(|(target, before)| {
        let place = match target {
            Target::Header => None,
            Target::Record(place) => Some(*place),
            Target::Article(_) => return None,
        };
        Some(Changed { place, before: before.cloned(), after: current(target) })
    });
    changed.collect()
}

/// Where a case that a person saves at a path comes to lie: its name ends in `.case.json`, so that a double click finds
/// the program.
#[must_use]
pub fn case_path(path: &Path) -> PathBuf {
    let path = store::absolute(path);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if name.to_lowercase().ends_with(".json") {
        return path;
    }
    path.with_file_name(format!("{name}.case.json"))
}
