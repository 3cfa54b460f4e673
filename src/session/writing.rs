//! Writing what a save has settled, on a thread of its own; and what follows once it has ended.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::document::{Document, OnDisk};
use super::foreign::{Seen, Theirs, look_at};
use super::jobs::Outcome;
use super::locking::{Claim, Locking};
use super::{Message, Session, Storage};
use crate::format::{self, Base, Changed, FileKind};
use crate::model::{Article, Id};
use crate::store::disk::Disk;
use crate::store::{Concern, Digest, Displaced, Expected, Order, SaveError, Written, save_as_ordered};

/// How long, and how often, another program is waited for that was in the midst of writing.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);
const MOST_LOOKS: usize = 40;

/// Which document of a session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// The case.
    Case,
    /// An article.
    Article(Id),
}

/// What is to be made of the bytes that a file was opened from.
pub enum Writing {
    /// Bytes as they are.
    Whole(Vec<u8>),
    /// The case, spliced.
    Case(Arc<Base>, Vec<Changed>),
    /// An article, spliced.
    Article(Arc<Base>, Box<(Article, Article)>),
    /// The file it was read from, unchanged, at another place.
    Copy(Arc<Base>),
}

impl Writing {
    /// The bytes of the file.
    ///
    /// # Errors
    /// Why the file is not one that can be written.
    pub(super) fn bytes(self) -> Result<Vec<u8>, String> {
        match self {
            Self::Whole(bytes) => Ok(bytes),
            Self::Case(base, changed) => format::patch_case(&base, &changed).map_err(|error| error.to_string()),
            Self::Article(base, change) => {
                format::patch_article(&base, &change.0, &change.1).map_err(|error| error.to_string())
            }
            Self::Copy(base) => Ok(base.bytes.to_vec()),
        }
    }
}

/// What is thought to lie where a file is to be written.
pub enum Expects {
    /// Nothing.
    Nothing,
    /// Whatever: a person was asked.
    Anything,
    /// What the session knows of its own document, and what that was opened from.
    Known(OnDisk, Option<Arc<Base>>),
}

/// One file to write.
pub struct FileToWrite {
    /// Which document it is.
    pub which: Which,
    /// Where.
    pub path: PathBuf,
    /// What.
    pub writing: Writing,
    /// What is thought to lie there.
    pub expects: Expects,
    /// What a person has agreed to lose.
    pub accepted: Vec<Concern>,
}

/// A save.
pub struct Save {
    /// The revision that is saved.
    pub revision: u64,
    /// The generation of the case.
    pub generation: u64,
    /// Where the case is to lie.
    pub case_path: Option<PathBuf>,
    /// Whether that is another place than before.
    pub moves: bool,
    /// Whether an article was to be copied to where the case looks for it.
    pub was_copy_due: bool,
    /// The documents that had to be written whatever was changed.
    pub due: Vec<Which>,
    /// What to write, in this order.
    pub files: Vec<FileToWrite>,
}

/// Whether a save is under way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// None.
    #[default]
    No,
    /// One.
    Now,
    /// One, and another is to follow: at this path, or where the case lies.
    NowAndAgain(Option<PathBuf>),
    /// None yet: it waits for the articles to be read, which are to lie at this path with the case.
    OnceRead(PathBuf),
}

/// How a save ended.
pub struct SaveOutcome {
    revision: u64,
    generation: u64,
    case_path: Option<PathBuf>,
    was_copy_due: bool,
    due: Vec<Which>,
    /// What was written before the first failure.
    done: Vec<Done>,
    failure: Option<Failure>,
    /// The right to change the case at its new place.
    claim: Option<Claim>,
}

/// A file that was written.
pub(super) struct Done {
    which: Which,
    /// Where.
    pub(super) path: PathBuf,
    /// What the save says of it.
    pub(super) written: Written,
    /// Whether it displaced what another program had written there unnoticed.
    is_surprise: bool,
}

/// Why a save ended early.
pub(super) struct Failure {
    /// Which document could not be written.
    pub(super) which: Which,
    /// Where.
    pub(super) path: PathBuf,
    /// Why.
    pub(super) reason: Reason,
}

/// Why a file could not be written.
pub(super) enum Reason {
    /// A sentence.
    Sentence(String),
    /// Another program has changed it.
    Changed(Theirs),
    /// It has this many names.
    OtherNames(u64),
    /// It was written, but that was not confirmed. The sentence says more.
    NotConfirmed(Box<Done>, String),
    /// It would lose its owner or its rights.
    Attributes,
}

impl Save {
    /// Writes the files and reports how that ended, then keeps what they displaced.
    pub fn run(self, storage: &Storage, report: &dyn Fn(Outcome)) {
        let Self { revision, generation, case_path, moves, was_copy_due, due, files } = self;
        let mut done = Vec::new();
        let new_place = case_path.as_deref().filter(|_| moves);
        let locking = new_place.map(|path| storage.lock(path)).unwrap_or_default();
        let mut failure = match (&locking, new_place) {
            (Locking::Elsewhere(_), Some(path)) => Some(open_elsewhere(path)),
            _ => files.iter().find_map(another_file),
        };
        for file in if failure.is_none() { files } else { Vec::new() } {
            let (which, path) = (file.which.clone(), file.path.clone());
            match write(storage.disk.as_ref(), file) {
                Ok(one) => done.push(one),
                Err(reason) => {
                    failure = Some(Failure { which, path, reason });
                    break;
                }
            }
        }
        let displaced = displaced(&done, failure.as_ref());
        let disk = storage.disk.as_ref();
        let claim = if let Locking::Held(claim) = locking { Some(claim) } else { None };
        let outcome = SaveOutcome { revision, generation, case_path, was_copy_due, due, done, failure, claim };
        report(Outcome::Saved(Box::new(outcome)));
        let mut surprises = Vec::new();
        for Aside { which, path, mut file, is_surprise } in displaced {
            if let Some(bytes) = is_surprise.then(|| finished(disk, &file.aside)).flatten() {
                file.digest = Some(Digest::of(&bytes));
                surprises.push((which, path.clone(), Arc::new(bytes)));
            }
            if let Err(words) = storage.keep_displaced(&path, &file) {
                report(Outcome::Said(Message::warning(words)));
            }
        }
        report(Outcome::Kept { generation, surprises });
    }
}

/// A file that had its place taken.
struct Aside {
    which: Which,
    path: PathBuf,
    file: Displaced,
    is_surprise: bool,
}

/// The files that had their places taken.
fn displaced(done: &[Done], failure: Option<&Failure>) -> Vec<Aside> {
    let other = failure.and_then(|failure| match &failure.reason {
        Reason::NotConfirmed(done, _) => Some(done.as_ref()),
        _ => None,
    });
    let aside = |done: &Done| {
        let (which, path, is_surprise) = (done.which.clone(), done.path.clone(), done.is_surprise);
        Some(Aside { which, path, file: done.written.displaced.clone()?, is_surprise })
    };
    done.iter().chain(other).filter_map(aside).collect()
}

/// What another program wrote to a file, once it has come to its end with that: when nothing more happens to the file,
/// which is hardly ever to be empty.
fn finished(disk: &dyn Disk, file: &Path) -> Option<Vec<u8>> {
    let mut before = disk.stat(file).ok()?;
    for _ in 0..MOST_LOOKS {
        std::thread::sleep(BETWEEN_LOOKS);
        let after = disk.stat(file).ok()?;
        if after == before && after.len > 0 {
            break;
        }
        before = after;
    }
    disk.read(file).ok()
}

fn write(disk: &dyn Disk, file: FileToWrite) -> Result<Done, Reason> {
    let FileToWrite { which, path, writing, expects, accepted } = file;
    let expected = match &expects {
        Expects::Nothing => Expected::Nothing,
        Expects::Anything => Expected::Anything,
        Expects::Known(on_disk, base) => on_disk.expected(base.as_deref()),
    };
    let bytes = writing.bytes().map_err(Reason::Sentence)?;
    let order = Order { path: &path, bytes: &bytes, expected: &expected, accepted: &accepted };
    let done = |written| done(which.clone(), path.clone(), written, &expects);
    match save_as_ordered(disk, &order) {
        Ok(written) => Ok(done(written)),
        Err(SaveError::Changed) => match (&expects, look_at(disk, &path, || expected.clone(), None)) {
            (Expects::Known(..), Seen::Foreign(theirs)) => Err(Reason::Changed(theirs)),
            (Expects::Known(..), Seen::Known(_)) => Err(Reason::Sentence(changed_for_a_moment(&path))),
            _ => Err(Reason::Sentence(made_meanwhile(&path))),
        },
        Err(SaveError::Concern(Concern::OtherNames)) => {
            Err(Reason::OtherNames(disk.stat(&path).map_or(0, |stat| stat.links)))
        }
        Err(SaveError::Concern(Concern::Attributes)) => Err(Reason::Attributes),
        Err(SaveError::NotConfirmed { source, written }) => {
            Err(Reason::NotConfirmed(Box::new(done(*written)), not_confirmed(&source, &path)))
        }
        Err(SaveError::Failed(source)) => Err(Reason::Sentence(failed(&source, &path))),
        Err(SaveError::NotAFile) => Err(Reason::Sentence(format!(
            "Nothing was saved, since what lies there is no file. Your work is still open. Save as keeps it in another \
             place: {}",
            path.display()
        ))),
    }
}

/// A file that was written, with what it displaced judged: by what the session knows, and not the save.
fn done(which: Which, path: PathBuf, mut written: Written, expects: &Expects) -> Done {
    let is_surprise = written.displaced.as_ref().is_some_and(|displaced| displaced.is_foreign);
    if let Some(displaced) = &mut written.displaced {
        displaced.is_foreign |= match expects {
            Expects::Known(on_disk, _) => displaced.digest.as_ref().is_some_and(|one| on_disk.theirs.contains(one)),
            // A person was asked about the file of the case, but not about those of its articles.
            Expects::Anything => which != Which::Case && displaced.digest.as_ref() != Some(&written.digest),
            Expects::Nothing => false,
        };
    }
    Done { which, path, written, is_surprise }
}

fn open_elsewhere(path: &Path) -> Failure {
    let words = format!(
        "Nothing was saved, since the case that lies there is open in another window. Your work is still open. Close \
         that window, or choose another place: {}",
        path.display()
    );
    Failure { which: Which::Case, path: path.to_owned(), reason: Reason::Sentence(words) }
}

fn changed_for_a_moment(path: &Path) -> String {
    format!(
        "Nothing was saved, since another program was writing the file. It was not touched, and your work is still \
         open. Try again, or choose another place: {}",
        path.display()
    )
}

fn made_meanwhile(path: &Path) -> String {
    format!(
        "Nothing was saved, since another program has made a file where there was none. It was not touched, and your \
         work is still open. Choose another place, or this one once more to replace that file: {}",
        path.display()
    )
}

fn failed(source: &std::io::Error, path: &Path) -> String {
    format!(
        "The file could not be saved: {}. The old file is untouched and your work is still open. Try again once the \
         cause is gone, or choose another place: {}",
        crate::store::reason(source),
        path.display()
    )
}

fn not_confirmed(source: &std::io::Error, path: &Path) -> String {
    format!(
        "The file was written, but the disk did not confirm it: {}. It might not outlive a power cut. Your work is \
         still open. Save once more, or choose another place: {}",
        crate::store::reason(source),
        path.display()
    )
}

/// A failure where a file lies that is not the article which is to be written there for the first time: somebody
/// else's work.
fn another_file(file: &FileToWrite) -> Option<Failure> {
    let (Which::Article(id), Expects::Anything) = (&file.which, &file.expects) else { return None };
    let known = crate::store::load(&file.path).ok().map(Base::new).filter(|(base, _)| base.kind() == FileKind::Article);
    if known.is_some_and(|(base, faults)| format::read_article(&base, faults).article.id == *id) {
        return None;
    }
    let words = format!(
        "Nothing was saved, since another file lies where an article of this case is to be written. Save the case in \
         another folder, or move that file away: {}",
        file.path.display()
    );
    Some(Failure { which: file.which.clone(), path: file.path.clone(), reason: Reason::Sentence(words) })
}

impl Session {
    /// Tells of what saves displaced unnoticed, and saves again where that was asked for meanwhile.
    pub(super) fn finish_keeping(&mut self, generation: u64, surprises: Vec<(Which, PathBuf, Arc<Vec<u8>>)>) {
        for (which, path, bytes) in surprises {
            let is_open = self.generation == generation;
            if is_open && self.document_mut(&which).is_some_and(|document| document.path.as_ref() == Some(&path)) {
                self.note_foreign(which, path, Theirs::Displaced(bytes), false);
            }
        }
        self.look_after_versions();
        if generation == self.generation {
            match std::mem::take(&mut self.saving) {
                Saving::NowAndAgain(Some(path)) => self.save_as(&path),
                Saving::NowAndAgain(None) => self.save(),
                Saving::OnceRead(path) => self.saving = Saving::OnceRead(path),
                Saving::No | Saving::Now => {}
            }
        }
        self.look_again();
    }

    pub(super) fn finish_save(&mut self, outcome: SaveOutcome) {
        if outcome.generation != self.generation {
            return;
        }
        let has_moved = outcome.failure.is_none();
        let saved =
            outcome.done.iter().map(|done| (done.which.clone(), done.path.clone(), done.written.digest.clone()));
        let saved: Vec<(Which, PathBuf, Digest)> = saved.collect();
        for done in outcome.done {
            if !has_moved {
                self.note_half_done(&done);
            }
            self.note_written(done, has_moved);
        }
        let before_saving = std::mem::take(&mut self.since_saving);
        if let Some(failure) = outcome.failure {
            self.since_save.precede(before_saving);
            self.is_copy_due |= outcome.was_copy_due;
            self.note_failure(failure, outcome.case_path);
            return;
        }
        for which in outcome.due {
            if let Some(document) = self.document_mut(&which) {
                document.is_due = false;
            }
        }
        if let Some(path) = outcome.case_path {
            self.opened.push(path.clone());
            if self.document.path.as_ref() != Some(&path) {
                self.document.leave_barrier();
            }
            self.document.path = Some(path);
        }
        if outcome.claim.is_some() {
            self.claim = outcome.claim;
        }
        self.forget_other_files();
        self.saved_revision = outcome.revision;
        let case_path = self.document.path.clone();
        self.note_saved(outcome.revision, case_path.as_deref(), saved);
        self.saved_at = Some(jiff::Zoned::now());
    }

    /// A file was written by a save that then failed: whatever is done until the next one, that one writes it.
    pub(super) fn note_half_done(&mut self, done: &Done) {
        let document = self.document_mut(&done.which).filter(|document| document.path.as_ref() == Some(&done.path));
        if let Some(document) = document {
            document.is_due = true;
        }
    }

    /// What lies at the path of a document is what was written there.
    fn note_written(&mut self, done: Done, has_moved: bool) {
        let Done { which, path, written, .. } = done;
        let Some(document) = self.document_mut(&which).filter(|known| has_moved || known.path.as_ref() == Some(&path))
        else {
            return;
        };
        document.on_disk = OnDisk::written(&written);
        if document.path.as_ref() != Some(&path) {
            document.leave_barrier();
            document.path = Some(path);
        }
        self.foreign.remove(&which);
    }

    pub(super) fn document_mut(&mut self, which: &Which) -> Option<&mut Document> {
        match which {
            Which::Case => Some(&mut self.document),
            Which::Article(id) => Some(&mut self.articles.get_mut(id)?.document),
        }
    }
}
