//! Work that was not saved: what there is of it, and how it differs from what its files hold.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::jobs::Outcome;
use super::journal::{self, Draft, Recoverable};
use super::opening::OpenedCase;
use super::{NewArticle, Session, Storage};
use crate::format::{self, Base, FileKind};
use crate::model::Case;
use crate::query::Difference;

/// Work that was not saved, as far as a session knows of it.
#[derive(Debug, Default)]
pub struct Lost {
    /// What was found and nobody was asked about yet.
    found: Vec<Recoverable>,
    /// How many jobs are looking.
    looking: usize,
    compared: Option<ComparedLost>,
    /// The number of the newest comparison.
    number: u64,
}

/// Work that was not saved, beside what its files hold.
#[derive(Debug)]
pub struct ComparedLost {
    /// The journal that has the work.
    pub journal: PathBuf,
    /// What came of it, or why it cannot be read; `None` while it is read.
    pub outcome: Option<Result<LostWork, String>>,
}

/// What recovering would bring.
#[derive(Clone, Debug, PartialEq)]
pub struct LostWork {
    /// What differs between the files as they are now and the work. Without a file, everything.
    pub difference: Difference,
    /// A new article that was being entered, which is in no case yet.
    pub article: Option<NewArticle>,
    /// Whether there is a file of the case.
    pub has_file: bool,
}

impl Session {
    /// Has a job look for work that was not saved.
    pub(super) fn look_for_lost(&mut self) {
        self.lost.looking += 1;
        let (storage, own) = (self.storage.clone(), self.idle_folder().map(Path::to_owned));
        self.jobs.start("look for lost work", move |report| {
            report(Outcome::Lost(journal::look_beside(&storage, own.as_deref())));
        });
    }

    pub(super) fn take_in_lost(&mut self, found: Vec<Recoverable>) {
        self.lost.looking = self.lost.looking.saturating_sub(1);
        for recoverable in found {
            self.note_lost(Some(recoverable));
        }
    }

    /// Notes work that somebody is to be asked about.
    pub(super) fn note_lost(&mut self, found: Option<Recoverable>) {
        let known = |one: &Recoverable| self.lost.found.iter().any(|known| known.journal == one.journal);
        if let Some(found) = found.filter(|one| !known(one)) {
            self.lost.found.push(found);
        }
    }

    /// Takes the work that was found and that nobody was asked about yet.
    pub fn take_lost(&mut self) -> Vec<Recoverable> {
        std::mem::take(&mut self.lost.found)
    }

    /// Whether a job is looking for work that was not saved.
    #[must_use]
    pub fn is_looking_for_lost(&self) -> bool {
        self.lost.looking > 0
    }

    /// The work that was compared last with what its files hold.
    #[must_use]
    pub fn compared_lost(&self) -> Option<&ComparedLost> {
        self.lost.compared.as_ref()
    }

    pub(super) fn compare_lost(&mut self, journal: PathBuf) {
        self.lost.number += 1;
        let (number, storage) = (self.lost.number, self.storage.clone());
        self.lost.compared = Some(ComparedLost { journal: journal.clone(), outcome: None });
        self.jobs.start("compare lost work", move |report| {
            let outcome = journal::worked_out(&storage, &journal).map(|opened| compare(&storage, opened));
            report(Outcome::LostCompared { number, outcome: Box::new(outcome) });
        });
    }

    pub(super) fn end_comparing_lost(&mut self) {
        self.lost.compared = None;
    }

    /// Takes in how work differs, unless something else was asked for by now.
    pub(super) fn take_in_lost_compared(&mut self, number: u64, outcome: Result<LostWork, String>) {
        if let Some(compared) = self.lost.compared.as_mut().filter(|_| number == self.lost.number) {
            compared.outcome = Some(outcome);
        }
    }
}

fn compare(storage: &Storage, opened: OpenedCase) -> LostWork {
    let (worked, article) = without_window(opened);
    let read = |path: &Path, kind: FileKind| {
        let (base, faults) = Base::new(storage.disk.read(path).ok()?);
        (base.kind() == kind).then_some((base, faults))
    };
    let path = worked.document.path.as_deref();
    let file =
        path.and_then(|path| read(path, FileKind::Case)).map(|(base, faults)| format::read_case(&base, faults).case);
    let has_file = file.is_some();
    // Of a case without a file even the head is new, but for what no person has entered.
    let file = file.unwrap_or_else(|| {
        let header = &worked.case().header;
        Case::new(crate::model::Header { id: header.id.clone(), status: header.status.clone(), ..Default::default() })
    });
    let mut difference = Difference::of_cases(&file, worked.case());
    let mut ids: Vec<_> = worked.articles.keys().collect();
    ids.sort();
    for id in ids {
        let path = worked.article_document(id).and_then(|article| article.document.path.as_deref());
        let held = path.and_then(|path| read(path, FileKind::Article));
        if let (Some((base, faults)), Some(article)) = (held, worked.article(id)) {
            let held = format::read_article(&base, faults).article;
            difference.records.extend(Difference::of_articles(&held, article).records);
        }
    }
    LostWork { difference, article, has_file }
}

/// A session without a window that has the work, with the words that were being typed; a new article is apart.
fn without_window(opened: OpenedCase) -> (Session, Option<NewArticle>) {
    let mut session = Session::new(Arc::new(|| {}));
    session.reset(opened.case, opened.index, opened.disputes);
    session.document = opened.document;
    let mut draft = None;
    if let Some(mut resumed) = opened.resumed {
        draft = resumed.replayed.draft.take();
        session.take_up(*resumed);
    }
    if let Some(Draft::Article(article)) = draft {
        return (session, Some(article));
    }
    session.take_in_draft(draft);
    (session, None)
}
