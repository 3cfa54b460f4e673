//! Writing the journal of what is open.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::super::document::ArticleState;
use super::super::jobs::Outcome;
use super::super::writing::Which;
use super::super::{Claim, Locking, Message, Session};
use super::entry::{Draft, Entry, Ground, Joined, Saved, Started, Step, VERSION};
use super::{Aside, JOURNAL, put_aside};
use crate::edit::{Edit, Target, Transaction};
use crate::model::{Case, Id, Record};
use crate::store::{Blobs, Digest, Journal, Lock, Start, reason};

/// How long the end of the program, or the opening of another case, may wait for the medium.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long after a failure the journal is begun anew. Tests do not wait for it.
const PAUSE: Duration = if cfg!(test) { Duration::from_millis(100) } else { Duration::from_secs(5) };

/// The journal of what is open.
#[derive(Debug, Default)]
pub struct Keeping {
    journal: Option<Journal<Entry>>,
    /// The folder in which it lies.
    folder: Option<PathBuf>,
    /// The claim to that folder.
    lock: Option<Lock>,
    /// The articles that the journal speaks of.
    joined: HashSet<Id>,
    /// What was last said to be being typed.
    draft: Option<Draft>,
    /// When it failed.
    failed: Option<Instant>,
    /// When it failed last, also where it was begun anew since.
    failed_last: Option<Instant>,
    /// Which of the journals of this session it is, so that a late report of an earlier one is told.
    number: u64,
}

impl Keeping {
    /// Whether the journal cannot be written at present.
    #[must_use]
    pub fn is_failing(&self) -> bool {
        self.failed.is_some()
    }

    /// Whether there is a journal.
    #[must_use]
    pub fn has_journal(&self) -> bool {
        self.journal.is_some()
    }

    /// Whether words are being typed that are not part of the case yet.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.draft.is_some()
    }

    /// Takes these words for what the journal last said to be being typed.
    pub fn draft_is(&mut self, draft: Option<Draft>) {
        self.draft = draft;
    }
}

impl Session {
    /// Whether what is done in the window cannot be kept safe until it is saved.
    #[must_use]
    pub fn is_unsafe(&self) -> bool {
        self.keeping.is_failing()
    }

    /// Whether a journal is the one of what is open here.
    pub(in super::super) fn has_at_work(&self, journal: &Path) -> bool {
        self.keeping.journal.is_some() && self.keeping.folder.as_deref().is_some_and(|own| own.join(JOURNAL) == journal)
    }

    /// Notes a step that was made.
    pub(in super::super) fn note_done(&mut self, transaction: &Transaction) {
        for edit in &transaction.edits {
            self.note_touched(edit);
        }
        let revision = self.history.revision();
        self.note(|| Entry::Done(Step::of(transaction), revision));
    }

    /// Notes something that happened. Where the journal has yet to begin, it begins with everything that has happened.
    pub(in super::super) fn note(&mut self, entry: impl FnOnce() -> Entry) {
        match &self.keeping.journal {
            Some(journal) => journal.add(entry()),
            None => self.begin_journal(),
        }
    }

    /// Notes that an article is part of the case, or is about to be changed for the first time.
    pub(in super::super) fn note_joined(&mut self, id: &Id) {
        if self.keeping.journal.is_some()
            && !self.keeping.joined.contains(id)
            && let Some(joined) = self.joined(id)
        {
            self.keep_ground(&joined.base);
            self.keeping.joined.insert(id.clone());
            self.note(|| Entry::Joined(Box::new(joined)));
        }
    }

    fn note_touched(&mut self, edit: &Edit) {
        if let Target::Article(id) = &edit.target {
            self.note_joined(id);
        }
    }

    /// Notes what is being typed, unless that is what was noted last.
    pub fn note_draft(&mut self, draft: Option<&Draft>) {
        if self.keeping.draft.as_ref() == draft {
            return;
        }
        self.keeping.draft = draft.cloned();
        if self.keeping.journal.is_none() && draft.is_some() {
            if !self.is_open {
                // What is typed before there is a case belongs to the one that it begins.
                self.workspace.case = Case::new(self.new_header());
            }
            self.begin_journal();
        }
        if let Some(Draft::Field { target: Target::Article(id), .. }) = draft {
            self.note_joined(id);
        }
        let entry = Entry::Draft(draft.cloned().map(Box::new));
        match (&self.keeping.journal, draft) {
            // Words that have become part of the case, or were taken back, must not come back.
            (Some(journal), None) => journal.end_draft(entry),
            (Some(journal), Some(_)) => journal.add_draft(entry),
            (None, _) => {}
        }
    }

    /// Notes what a save has written.
    pub(in super::super) fn note_saved(
        &mut self,
        revision: u64,
        case: Option<&Path>,
        written: Vec<(Which, PathBuf, Digest)>,
    ) {
        let mut of_case = None;
        let mut articles = Vec::new();
        for (which, path, digest) in written {
            match which {
                Which::Case => of_case = Some(digest),
                Which::Article(id) => articles.push((id, path, digest)),
            }
        }
        let saved = Saved { revision, case: case.map(|path| (path.to_owned(), of_case)), articles };
        let folder =
            case.and_then(|path| Some(self.storage.state.as_ref()?.document(self.storage.disk.as_ref(), path)));
        if let Some(path) = case.filter(|_| folder.as_deref() != self.claim.as_ref().map(Claim::folder)) {
            // The case lies elsewhere from now on, and so does the right to change it.
            self.claim = match self.storage.lock(path) {
                Locking::Held(claim) => Some(claim),
                Locking::Elsewhere(_) | Locking::Unknown => None,
            };
        }
        if folder.is_some() && folder != self.keeping.folder && self.keeping.journal.is_some() {
            // What is kept of a document lies under its path, which is another one from now on.
            self.leave_journal();
            self.begin_journal();
        } else if self.keeping.journal.is_some() {
            self.note(|| Entry::Saved(saved));
        } else if revision == self.history.revision() {
            self.drop_failed_journal();
        }
    }

    /// Removes a journal that could not be written to its end, once everything in it is saved: else older work would be
    /// offered beside the newer file.
    fn drop_failed_journal(&self) {
        if let Some(folder) = self.keeping.folder.as_deref().filter(|_| self.keeping.failed_last.is_some()) {
            // Removing works where there is no space left. Where it does not, the worst is that work is offered twice.
            drop(self.storage.disk.remove(&folder.join(JOURNAL)));
        }
    }

    /// Goes on with the journal that was read, so that its steps can be taken back still.
    /// Work that was put aside is at work again. A journal that cannot be had is left alone, and another one begins with
    /// the next step.
    pub(in super::super) fn resume_journal(
        &mut self,
        (folder, aside): (PathBuf, Option<PathBuf>),
        next: u64,
        joined: HashSet<Id>,
    ) {
        if self.storage.state.is_none() {
            return;
        }
        let Some(lock) = self.hold(&folder) else { return };
        if let Some(aside) = aside {
            let disk = self.storage.disk.as_ref();
            let is_back =
                put_aside(disk, &folder, Aside::Left).and_then(|()| disk.rename_new(&aside, &folder.join(JOURNAL)));
            if is_back.is_err() {
                return;
            }
        }
        self.keeping.lock = lock;
        self.keeping.joined = joined;
        self.start_journal(folder, Start::GoOn(next));
    }

    fn start_journal(&mut self, folder: PathBuf, start: Start<Entry>) {
        self.keeping.number += 1;
        let (number, reporter) = (self.keeping.number, self.jobs.reporter());
        let failed = move |error: io::Error| reporter.report(Outcome::JournalFailed { number, error });
        let (disk, path) = (Arc::clone(&self.storage.disk), folder.join(JOURNAL));
        self.keeping.journal = Some(Journal::start(disk, path, start, failed));
        self.keeping.folder = Some(folder);
        self.keeping.failed = None;
    }

    fn begin_journal(&mut self) {
        let Some(state) = self.storage.state.clone() else { return };
        if self.keeping.failed.is_some_and(|at| at.elapsed() < PAUSE) {
            return;
        }
        let disk = Arc::clone(&self.storage.disk);
        let folder = match (&self.document.path, &self.keeping.folder) {
            (Some(path), _) => state.document(disk.as_ref(), path),
            (None, Some(folder)) => folder.clone(),
            (None, None) => {
                state.documents().join(format!("new-{}", Digest::of(self.new_id().as_str().as_bytes()).short()))
            }
        };
        let folder = if self.keeping.folder.as_ref() == Some(&folder) { folder } else { self.enter(folder) };
        let entries = self.everything();
        self.start_journal(folder, Start::Begin(entries));
    }

    /// The claim to a folder, as [`claim`] gives it; none is needed beside that to the case.
    #[expect(clippy::option_option, reason = "a claim that is not needed is no claim of somebody else")]
    fn hold(&self, folder: &Path) -> Option<Option<Lock>> {
        if self.claim.as_ref().is_some_and(|own| own.folder() == folder) { Some(None) } else { claim(folder) }
    }

    /// The folder of the case that is open, where no journal of this window is at work in it.
    pub(in super::super) fn idle_folder(&self) -> Option<&Path> {
        let own = self.claim.as_ref()?.folder();
        (self.keeping.journal.is_none() || self.keeping.folder.as_deref() != Some(own)).then_some(own)
    }

    /// Claims a folder, and puts aside what lies in it. Where another window is at work there, or something would be
    /// written over, it is another folder.
    fn enter(&mut self, folder: PathBuf) -> PathBuf {
        let lock = self.hold(&folder).filter(|_| put_aside(self.storage.disk.as_ref(), &folder, Aside::Left).is_ok());
        if let Some(lock) = lock {
            self.keeping.lock = lock;
            return folder;
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let other = Digest::of(self.new_id().as_str().as_bytes());
        let folder = folder.with_file_name(format!("{name}-{}", other.short()));
        self.keeping.lock = claim(&folder).flatten();
        folder
    }

    /// The entries that lead to the present state.
    fn everything(&mut self) -> Vec<Entry> {
        let document = &self.document;
        let base = Ground::of(document.base.as_ref());
        self.keep_ground(&base);
        let made = || self.since_open.header().unwrap_or_else(|| self.case().header.clone());
        let mut entries = vec![Entry::Started(Box::new(Started {
            version: VERSION,
            path: document.path.clone(),
            base,
            made: document.base.is_none().then(made),
            title: self.case().header.title.to_string(),
        }))];
        let ids: Vec<Id> = self.articles.keys().cloned().collect();
        self.keeping.joined.clear();
        for id in ids {
            if let Some(joined) = self.joined(&id).filter(|joined| self.is_changed_or_new(joined)) {
                self.keep_ground(&joined.base);
                self.keeping.joined.insert(id);
                entries.push(Entry::Joined(Box::new(joined)));
            }
        }
        let done = |(transaction, revision): (&Transaction, u64)| Entry::Done(Step::of(transaction), revision);
        entries.extend(self.history.done().map(done));
        let undone: Vec<Entry> = self.history.undone().map(done).collect();
        let count = undone.len();
        entries.extend(undone);
        entries.extend(std::iter::repeat_n(Entry::Undone, count));
        entries.extend(self.saved_entry());
        entries.extend(self.keeping.draft.clone().map(|draft| Entry::Draft(Some(Box::new(draft)))));
        entries
    }

    /// What is known to lie on disk, as an entry.
    fn saved_entry(&self) -> Option<Entry> {
        let known = &self.document.on_disk.written;
        if known.is_empty() {
            return (self.saved_revision != 0).then_some(Entry::Settled(self.saved_revision));
        }
        let digest = |written: &Vec<Digest>| written.last().cloned();
        let case = self.document.path.clone().map(|path| (path, digest(&self.document.on_disk.written)));
        let articles = self.articles.iter().filter_map(|(id, article)| {
            let document = &article.document;
            Some((id.clone(), document.path.clone()?, digest(&document.on_disk.written)?))
        });
        Some(Entry::Saved(Saved { revision: self.saved_revision, case, articles: articles.collect() }))
    }

    /// An article as it was before the first step.
    fn joined(&self, id: &Id) -> Option<Joined> {
        let known = self.articles.get(id)?;
        if !matches!(known.state, ArticleState::Ready(_)) {
            return None;
        }
        let base = Ground::of(known.document.base.as_ref());
        let made = match &known.document.base {
            Some(_) => None,
            None => match self.since_open.article(id) {
                Some(Record::Article(article)) => Some(article.clone()),
                _ => self.article(id).cloned(),
            },
        };
        Some(Joined { id: id.clone(), path: known.document.path.clone(), base, made })
    }

    /// Whether replaying needs an article: it was changed, or is not where the case says.
    fn is_changed_or_new(&self, joined: &Joined) -> bool {
        let entry = self.case().place(&joined.id).and_then(|place| self.case().articles.get(place.slot));
        let is_named = entry.is_some_and(|entry| self.article_path(&entry.file) == joined.path);
        !is_named || joined.made.is_some() || self.since_open.article(&joined.id).is_some()
    }

    /// Keeps the bytes that a document was opened from, on a thread: the file may be another's by the time they are
    /// needed.
    fn keep_ground(&self, ground: &Ground) {
        let (Ground::Bytes(base), Some(state)) = (ground, &self.storage.state) else { return };
        let (base, blobs, disk) = (Arc::clone(base), state.blobs(), Arc::clone(&self.storage.disk));
        // Without them a recovery needs the file as it was; nothing else is lost.
        self.jobs.start("keep what was opened", move |_| {
            let _referring = Blobs::referring();
            drop(blobs.keep(disk.as_ref(), &Digest::of(&base.bytes), &base.bytes));
        });
    }

    pub(in super::super) fn journal_failed(&mut self, number: u64, error: &io::Error) {
        if number != self.keeping.number || self.keeping.journal.take().is_none() {
            return;
        }
        let now = Instant::now();
        self.keeping.failed = Some(now);
        // The status says so all the time; every attempt that fails again is no news.
        let is_news = self.keeping.failed_last.replace(now).is_none_or(|at| now - at > 2 * PAUSE);
        if let Some(state) = self.storage.state.as_ref().filter(|_| is_news) {
            self.messages.push(Message::failure(format!(
                "What you do is not kept safe at present: {}. All of it is still in this window. Save it, or free some \
                 space: {}",
                reason(error),
                state.documents().display()
            )));
        }
    }

    /// Begins the journal anew some time after it failed.
    pub(in super::super) fn mend_journal(&mut self) {
        if self.keeping.failed.is_some_and(|at| at.elapsed() >= PAUSE) {
            self.begin_journal();
        }
    }

    /// Has everything lie on the medium, as far as that can be had in a short time. Whether it does.
    pub fn flush(&mut self) -> bool {
        self.keeping.journal.as_ref().is_none_or(|journal| journal.flush(PATIENCE))
    }

    /// Ends the journal of what is open: something else is opened, or the program ends. What was not saved is put
    /// where it can be recovered from.
    pub fn close_journal(&mut self) {
        let is_unsaved = self.is_modified() || self.keeping.draft.is_some();
        if let Some(journal) = self.keeping.journal.take() {
            if !is_unsaved {
                journal.add(Entry::Closed);
            }
            let _ = journal.flush(PATIENCE);
            if let Some(folder) = self.keeping.folder.as_deref().filter(|_| is_unsaved) {
                // Where it stays, it is asked about at the next start.
                drop(put_aside(self.storage.disk.as_ref(), folder, Aside::Closed));
            }
        } else if !is_unsaved {
            self.drop_failed_journal();
        }
        let Keeping { failed_last, number, .. } = self.keeping;
        self.keeping = Keeping { failed_last, number, ..Keeping::default() };
    }

    /// Ends a journal that goes on in another folder.
    fn leave_journal(&mut self) {
        let journal = self.keeping.journal.take();
        if let Some(folder) = self.keeping.folder.take() {
            if journal.is_some_and(|journal| journal.flush(PATIENCE)) {
                // It would be offered to be recovered, though nothing of it is lost.
                drop(self.storage.disk.remove(&folder.join(JOURNAL)));
            }
            self.keeping.lock = None;
        }
    }
}

/// Whether the journal in a folder is at work, in this window or another one.
pub fn is_at_work(folder: &Path) -> bool {
    claim(folder).is_none()
}

/// The claim to a folder; the inner `None` where the file system knows no claims. The outer one where somebody else has
/// it.
#[expect(clippy::option_option, reason = "a claim that cannot be made is no claim of somebody else")]
fn claim(folder: &Path) -> Option<Option<Lock>> {
    match Lock::take(folder) {
        Ok(None) => None,
        Ok(lock) => Some(lock),
        Err(_) => Some(None),
    }
}
