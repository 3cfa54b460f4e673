//! Opening files: reading happens on threads, what was read is taken in between frames.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::annotation::names_on_file;
use super::article_files::keep_leftovers;
use super::document::{Document, OnDisk, Originals, PlacedFault};
use super::jobs::Outcome;
use super::journal::{Past, Recoverable, Resumed, past};
use super::locking::Locking;
use super::sources::{is_long_list, lone_article, origin};
use super::writing::Saving;
use super::{Message, NewArticle, Session, Storage};
use crate::edit::{History, Selection, Target, Workspace};
use crate::format::{self, Base, Fault, FileKind, LineIndex};
use crate::import::{self, Content, Found, Item};
use crate::model::{Article, Case, Header};
use crate::query::{Disputes, Index, Names};
use crate::store::disk::Stat;
use crate::store::{self, Digest};

/// How long one frame may spend on taking in what jobs report.
const SHARE_OF_A_FRAME: Duration = Duration::from_millis(6);

/// A case that was read, with everything derived from it.
pub struct OpenedCase {
    /// The case.
    pub case: Case,
    /// Which records speak of which.
    pub index: Index,
    /// The disputed fields.
    pub disputes: Disputes,
    /// What its records are found by.
    pub names: Names,
    /// Its file.
    pub document: Document,
    /// What its journal gives back.
    pub resumed: Option<Box<Resumed>>,
    /// Work on it that was not saved and is not part of this.
    pub unsaved: Option<Recoverable>,
    /// Who may change it.
    pub lock: Locking,
}

/// An article that was read.
pub struct OpenedArticle {
    /// The article.
    pub article: Article,
    /// Its file.
    pub document: Document,
}

/// A file that a person opened.
pub enum OpenedFile {
    /// A case.
    Case(Box<OpenedCase>),
    /// An article.
    Article(Box<OpenedArticle>),
    /// Plain text, for a new article.
    Text(String),
    /// A file or folder of several articles, to choose from.
    Several,
    /// Something else; the sentence says what.
    Refused(String),
}

impl OpenedFile {
    /// Finds out whether it could be saved where it lies.
    pub(super) fn with_barrier(mut self) -> Self {
        match &mut self {
            Self::Case(case) => case.document.find_barrier(),
            Self::Article(article) => article.document.find_barrier(),
            Self::Text(_) | Self::Several | Self::Refused(_) => {}
        }
        self
    }
}

/// Reads any file that a person may open.
pub(super) fn read_file(path: &Path) -> OpenedFile {
    read_file_for(None, path)
}

/// The same for a window: a case brings its past along, and the right to change it.
fn read_file_for(storage: Option<&Storage>, path: &Path) -> OpenedFile {
    if path.is_dir() || is_long_list(path) {
        return OpenedFile::Several;
    }
    match store::load_stamped(path) {
        Ok((bytes, stamp)) => understand_file(storage, bytes, stamp, path),
        Err(error) => OpenedFile::Refused(error.to_string()),
    }
}

/// What the bytes of a file are.
pub(super) fn understand_file(
    storage: Option<&Storage>,
    bytes: Vec<u8>,
    stamp: Option<Stat>,
    path: &Path,
) -> OpenedFile {
    let is_plain_text = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("txt") || extension.eq_ignore_ascii_case("md"));
    if is_plain_text {
        return match import::text_of(&bytes) {
            Ok(text) => OpenedFile::Text(text),
            Err(error) => OpenedFile::Refused(refusal(&error.to_string(), "Open a text file", path)),
        };
    }
    let (base, faults) = Base::new(bytes);
    match base.kind() {
        FileKind::Case => OpenedFile::Case(Box::new(match storage {
            Some(storage) => open_with_past(storage, base, faults, path, stamp),
            None => open_case(base, faults, path, stamp),
        })),
        FileKind::Article => OpenedFile::Article(Box::new(open_article(base, faults, path, stamp))),
        FileKind::OtherJson | FileKind::Unknown => understand_foreign(&base, &faults, path),
    }
}

/// What a file of another producer is.
fn understand_foreign(base: &Base, faults: &[Fault], path: &Path) -> OpenedFile {
    let refused = |what: &str, advice: &str| OpenedFile::Refused(refusal(what, advice, path));
    let article = |found: &Found, item: Option<Item>| {
        let (pointer, line) = item.map(|item| (item.pointer, item.line)).unwrap_or_default();
        let origin = origin(found, path, Digest::of(&base.bytes).as_str(), pointer, line);
        let article = OpenedArticle { article: found.article(origin), document: Document::default() };
        OpenedFile::Article(Box::new(article))
    };
    match import::read(&base.bytes) {
        Ok(Content::Articles(collection)) => match lone_article(&collection) {
            None => OpenedFile::Several,
            // What was guessed is shown first, so that it can be corrected.
            Some(Ok((found, _))) if found.producer.is_guessed() => OpenedFile::Several,
            Some(Ok((found, item))) => article(&found, Some(item)),
            Some(Err(fault)) => refused(&fault.message, "Mend it in a text editor"),
        },
        Ok(Content::Page(found)) => match found.as_slice() {
            [found] => article(found, None),
            _ => OpenedFile::Several,
        },
        Ok(Content::Text(_)) => match not_json(base, faults) {
            Some(what) => refused(&what, "Mend it in a text editor, or name it .txt to take it in as text"),
            None => refused("is neither a case nor an article", "Open another file"),
        },
        Ok(Content::CaseFile(records)) => {
            refused(&import::not_yet(records), "Keep it for later, or open the articles about the case")
        }
        Ok(Content::Other(what)) => match not_json(base, faults) {
            Some(what) => refused(&what, "Mend it in a text editor"),
            None => refused(&what, "Open a file with articles, or paste one with New article"),
        },
        Ok(Content::Empty) => {
            refused(&not_json(base, faults).unwrap_or_else(|| "is empty".to_owned()), "Open another file")
        }
        Err(error) => refused(&error.to_string(), "Open a file with articles"),
    }
}

/// Where and why a file is not JSON; `None` where it is.
fn not_json(base: &Base, faults: &[Fault]) -> Option<String> {
    let first = faults.iter().find(|fault| fault.breaks_file())?;
    let at = LineIndex::new(&base.bytes).position(first.offset);
    let more = match faults.iter().filter(|fault| fault.breaks_file()).count() {
        1 => String::new(),
        2 => "; there is 1 more fault".to_owned(),
        count => format!("; there are {} more faults", count - 1),
    };
    let why = first.message.trim_end_matches('.');
    Some(format!("could not be read as JSON: {why} (line {}, column {}{more})", at.line, at.column))
}

pub(super) fn refusal(what: &str, advice: &str, path: &Path) -> String {
    format!("This file {what}. Nothing was changed. {advice}: {}", path.display())
}

pub(super) fn refusal_to_leave(file: &str) -> String {
    format!(
        "An article of the case is said to lie outside the folder of the case, where nothing is read. The case is \
         unchanged. Use Locate to point to the article: {file}"
    )
}

/// Reads a case file.
///
/// # Errors
/// A sentence, where the file cannot be read or is no case.
pub fn read_case(path: &Path) -> Result<OpenedCase, String> {
    match read_file(path) {
        OpenedFile::Case(opened) => Ok(*opened),
        OpenedFile::Refused(why) => Err(why),
        OpenedFile::Article(_) | OpenedFile::Text(_) | OpenedFile::Several => {
            Err(refusal("is not a case", "Choose a case file", path))
        }
    }
}

fn open_case(base: Base, faults: Vec<Fault>, path: &Path, stamp: Option<Stat>) -> OpenedCase {
    let read = format::read_case(&base, faults);
    let (index, disputes, names) = derive(&read.case);
    let document = document(base, read.faults, read.read_only, path, stamp);
    OpenedCase {
        index,
        disputes,
        names,
        document,
        case: read.case,
        resumed: None,
        unsaved: None,
        lock: Locking::Unknown,
    }
}

/// A case as a window opens it: with its history, or with what was not saved of it, where no other window has it.
fn open_with_past(storage: &Storage, base: Base, faults: Vec<Fault>, path: &Path, stamp: Option<Stat>) -> OpenedCase {
    let lock = storage.lock(path);
    if matches!(lock, Locking::Elsewhere(_)) {
        return OpenedCase { lock, ..open_case(base, faults, path, stamp) };
    }
    if let Some(versions) = storage.versions() {
        // What cannot be put away now is tried again the next time.
        drop(versions.keep_leftovers(storage.disk.as_ref(), path));
    }
    match past(storage, path, &base.bytes, stamp) {
        Past::History(opened) => {
            let documents = opened.resumed.iter().flat_map(|resumed| resumed.documents.values());
            keep_leftovers(storage, documents.filter_map(|document| document.path.clone()));
            OpenedCase { lock, ..*opened }
        }
        Past::None => OpenedCase { lock, ..open_case(base, faults, path, stamp) },
        Past::Unsaved(unsaved) => OpenedCase { lock, unsaved: Some(unsaved), ..open_case(base, faults, path, stamp) },
    }
}

/// Everything that is derived from a case.
pub(super) fn derive(case: &Case) -> (Index, Disputes, Names) {
    std::thread::scope(|scope| {
        let names = scope.spawn(|| Names::of(case));
        let index = Index::of(case);
        let disputes = Disputes::of(case, &index);
        (index, disputes, names.join().unwrap_or_default())
    })
}

fn open_article(base: Base, faults: Vec<Fault>, path: &Path, stamp: Option<Stat>) -> OpenedArticle {
    let read = format::read_article(&base, faults);
    OpenedArticle { article: read.article, document: document(base, read.faults, read.read_only, path, stamp) }
}

pub(super) fn document(
    base: Base,
    faults: Vec<Fault>,
    read_only: Option<String>,
    path: &Path,
    stamp: Option<Stat>,
) -> Document {
    let faults = if faults.is_empty() {
        Vec::new()
    } else {
        let lines = LineIndex::new(&base.bytes);
        let placed = |fault: Fault| PlacedFault { position: lines.position(fault.offset), fault };
        faults.into_iter().map(placed).collect()
    };
    Document {
        path: Some(store::absolute(path)),
        base: Some(Arc::new(base)),
        read_only,
        faults,
        on_disk: OnDisk::opened(stamp),
        barrier: None,
        is_due: false,
    }
}

impl Session {
    pub(super) fn open(&mut self, paths: Vec<PathBuf>) {
        self.loading += 1;
        let storage = self.storage.clone();
        self.jobs.start("open files", move |report| {
            let files = paths.into_iter().map(|path| {
                let file = read_file_for(Some(&storage), &path).with_barrier();
                (path, file)
            });
            report(Outcome::Opened(files.collect()));
        });
    }

    /// Takes in what jobs report, for no longer than a share of a frame. Whether more has come in than that.
    pub fn poll(&mut self) -> bool {
        let started = Instant::now();
        self.mend_journal();
        self.save_once_read();
        while let Some(outcome) = self.jobs.next() {
            self.take_in(outcome);
            if started.elapsed() > SHARE_OF_A_FRAME {
                return true;
            }
        }
        self.watch_files();
        false
    }

    pub(super) fn take_in(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Opened(files) => {
                self.loading = self.loading.saturating_sub(1);
                self.take_in_files(files);
            }
            Outcome::Article { generation, id, result } if generation == self.generation => {
                self.loading = self.loading.saturating_sub(1);
                self.take_in_article(&id, *result);
            }
            Outcome::Article { .. } => {}
            Outcome::Saved(outcome) => self.finish_save(*outcome),
            Outcome::Kept { generation, surprises } => self.finish_keeping(generation, surprises),
            Outcome::Died(name) => self.take_in_death(&name),
            Outcome::Said(message) => self.messages.push(message),
            Outcome::JournalFailed { number, error } => self.journal_failed(number, &error),
            Outcome::Lost(found) => self.take_in_lost(found),
            Outcome::LostCompared { number, outcome } => self.take_in_lost_compared(number, *outcome),
            Outcome::Recovered(result) => self.take_in_recovered(*result),
            Outcome::Looked { number, looked } => self.take_in_looked(number, looked),
            Outcome::Sources { number, batch } => self.take_in_sources(number, *batch),
            Outcome::SourceRead { number, at, found, raw } => self.take_in_source(number, at, found, raw),
            Outcome::SourcesAdded { generation, added } => self.take_in_added(generation, *added),
            Outcome::Newer(looked) => self.take_in_newer(*looked),
            Outcome::Stirred => self.look(),
            Outcome::Noticed(noticed) => self.take_in_look(noticed),
            Outcome::TheirsCompared(compared) => self.take_in_difference(*compared),
            Outcome::Theirs(taken) => self.take_in_theirs(*taken),
            Outcome::Found { number, found } => self.take_in_found(number, *found),
            Outcome::Occurrences { number, found } => self.take_in_occurrences(number, found),
        }
    }

    /// A case first, then what joins it.
    fn take_in_files(&mut self, files: Vec<(PathBuf, OpenedFile)>) {
        let (cases, others): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|(_, file)| matches!(file, OpenedFile::Case(_)));
        if !cases.is_empty() && !self.may_be_replaced() {
            // Whoever opened them is asked first what becomes of the work that is open.
            self.blocked.extend(cases.into_iter().chain(others).map(|(path, _)| path));
            return;
        }
        if cases.is_empty() {
            // What was given up for a case that could not be opened is not given up for another.
            self.given_up = None;
        }
        for (path, file) in cases.into_iter().chain(others) {
            match file {
                OpenedFile::Case(case) => self.install_case(*case),
                OpenedFile::Article(article) => self.join_from_file(*article, &path),
                OpenedFile::Several => {
                    self.list_sources(path);
                    continue;
                }
                OpenedFile::Text(text) => self.proposals.push_back(NewArticle::from_text(&text)),
                OpenedFile::Refused(why) => {
                    self.messages.push(Message::failure(why));
                    continue;
                }
            }
            self.opened.push(path);
        }
    }

    /// Lets a case that is opened next take the place of this one, although it is not saved. Any later change is held
    /// fast again.
    pub fn give_up_changes(&mut self) {
        self.given_up = Some(self.history.revision());
    }

    /// Whether another case may take the place of this one: nothing would be lost that nobody gave up.
    #[must_use]
    pub fn may_be_replaced(&self) -> bool {
        let is_given_up = self.given_up == Some(self.history.revision());
        (is_given_up || !self.is_modified()) && !self.keeping.is_typing()
    }

    pub(super) fn install_case(&mut self, opened: OpenedCase) {
        let claim = self.claim.take();
        let reopens = self.document.path == opened.document.path;
        self.reset(opened.case, opened.index, opened.disputes);
        self.search.names = opened.names;
        self.document = opened.document;
        self.take_claim(opened.lock, claim, reopens);
        if let Some(resumed) = opened.resumed {
            self.take_up(*resumed);
        }
        self.note_lost(opened.unsaved);
        if self.document.barrier.is_some() {
            // It is said at the top of the window for as long as it is so.
        } else if let Some(why) = &self.document.read_only {
            self.messages.push(Message::warning(why.clone()));
        } else if !self.document.faults.is_empty() {
            let count = self.document.faults.len();
            let words = if count == 1 { "1 fault".to_owned() } else { format!("{count} faults") };
            self.messages
                .push(Message::warning(format!("The file has {words}. What can be shown is shown; see the checks.")));
        }
        let first = self.workspace.case.articles.iter().next().map(|(_, entry)| entry.id.clone());
        self.selection = Selection { form: Some(Target::Header), article: first };
        self.load_articles();
    }

    /// An empty case.
    pub(super) fn new_case(&mut self) {
        // A case that was begun by typing has a journal already, which goes on.
        let begun = (!self.is_open && self.keeping.has_journal()).then(|| std::mem::take(&mut self.keeping));
        let header = if begun.is_some() { self.case().header.clone() } else { self.new_header() };
        self.reset(Case::new(header), Index::default(), Disputes::default());
        if let Some(keeping) = begun {
            self.keeping = keeping;
        }
        self.document = Document::default();
        self.selection = Selection { form: Some(Target::Header), article: None };
    }

    /// The head of a new case.
    pub(super) fn new_header(&mut self) -> Header {
        Header { id: self.new_id(), status: "open".into(), ..Header::default() }
    }

    pub(super) fn reset(&mut self, case: Case, index: Index, disputes: Disputes) {
        self.close_journal();
        self.workspace = Workspace { case, articles: HashMap::new() };
        self.index = index;
        self.disputes = disputes;
        self.history = History::default();
        self.search.names = Names::default();
        self.end_search();
        self.end_versions();
        self.end_comparing_lost();
        self.articles = HashMap::new();
        self.since_open = Originals::default();
        self.since_save = Originals::default();
        self.since_saving = Originals::default();
        self.saved_revision = self.history.revision();
        self.is_copy_due = false;
        self.given_up = None;
        self.saved_at = None;
        self.saving = Saving::No;
        self.accepted = HashMap::new();
        self.trouble = None;
        self.foreign.clear();
        self.looks.reset();
        self.newer.reset();
        self.claim = None;
        self.is_open = true;
        self.loading = 0;
        self.fresh = None;
        self.undated = None;
        self.correction = None;
        self.asked_for_date.clear();
        self.names = names_on_file(&self.workspace.case);
        self.recount();
        self.generation += 1;
        self.structure += 1;
        self.changes += 1;
    }
}
