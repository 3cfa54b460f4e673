//! Writing what a save has settled, on a thread of its own; and what follows once it has ended.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::{Document, OnDisk};
use super::jobs::Outcome;
use super::{Message, Session, Storage};
use crate::format::{self, Base, Changed, FileKind};
use crate::model::{Article, Id};
use crate::store::disk::Disk;
use crate::store::{Concern, Displaced, Expected, Order, SaveError, Written, save_as_ordered};

/// Which document of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub fn bytes(self) -> Result<Vec<u8>, String> {
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
    /// Whether an article was to be copied to where the case looks for it.
    pub was_copy_due: bool,
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
}

/// How a save ended.
pub struct SaveOutcome {
    revision: u64,
    generation: u64,
    case_path: Option<PathBuf>,
    was_copy_due: bool,
    /// What was written before the first failure.
    written: Vec<(Which, PathBuf, Written)>,
    failure: Option<Failure>,
}

/// Why a save ended early.
struct Failure {
    which: Which,
    path: PathBuf,
    reason: Reason,
}

enum Reason {
    /// A sentence.
    Sentence(String),
    /// The file system.
    Disk(SaveError),
}

impl Save {
    /// Writes the files and reports how that ended, then keeps what they displaced.
    pub fn run(self, storage: &Storage, report: &dyn Fn(Outcome)) {
        let Self { revision, generation, case_path, was_copy_due, files } = self;
        let mut written = Vec::new();
        let mut failure = files.iter().find_map(another_file);
        for file in if failure.is_none() { files } else { Vec::new() } {
            let (which, path) = (file.which.clone(), file.path.clone());
            match write(storage.disk.as_ref(), file) {
                Ok(done) => written.push((which, path, done)),
                Err(reason) => {
                    failure = Some(Failure { which, path, reason });
                    break;
                }
            }
        }
        let displaced = displaced(&written, failure.as_ref());
        report(Outcome::Saved(SaveOutcome { revision, generation, case_path, was_copy_due, written, failure }));
        for (path, file) in displaced {
            if let Err(words) = storage.keep_displaced(&path, &file) {
                report(Outcome::Said(Message::warning(words)));
            }
        }
        report(Outcome::Kept);
    }
}

/// The files that had their places taken, each with the path it lay at.
fn displaced(written: &[(Which, PathBuf, Written)], failure: Option<&Failure>) -> Vec<(PathBuf, Displaced)> {
    let confirmed = written.iter().map(|(_, path, written)| (path, written));
    let other = failure.and_then(|failure| match &failure.reason {
        Reason::Disk(SaveError::NotConfirmed { written, .. }) => Some((&failure.path, written.as_ref())),
        _ => None,
    });
    confirmed.chain(other).filter_map(|(path, written)| Some((path.clone(), written.displaced.clone()?))).collect()
}

fn write(disk: &dyn Disk, file: FileToWrite) -> Result<Written, Reason> {
    let expected = match &file.expects {
        Expects::Nothing => Expected::Nothing,
        Expects::Anything => Expected::Anything,
        Expects::Known(on_disk, base) => on_disk.expected(base.as_deref()),
    };
    let bytes = file.writing.bytes().map_err(Reason::Sentence)?;
    let order = Order { path: &file.path, bytes: &bytes, expected: &expected, accepted: &file.accepted };
    save_as_ordered(disk, &order).map_err(Reason::Disk)
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
    /// Saves again where that was asked for meanwhile.
    pub(super) fn finish_keeping(&mut self) {
        self.look_after_versions();
        match std::mem::take(&mut self.saving) {
            Saving::NowAndAgain(Some(path)) => self.save_as(&path),
            Saving::NowAndAgain(None) => self.save(),
            Saving::No | Saving::Now => {}
        }
    }

    pub(super) fn finish_save(&mut self, outcome: SaveOutcome) {
        if outcome.generation != self.generation {
            return;
        }
        let has_moved = outcome.failure.is_none();
        for (which, path, written) in &outcome.written {
            let document = self.document_mut(which);
            if let Some(document) = document.filter(|known| has_moved || known.path.as_ref() == Some(path)) {
                document.on_disk = OnDisk::written(written);
                document.path = Some(path.clone());
            }
        }
        let before_saving = std::mem::take(&mut self.since_saving);
        if let Some(failure) = outcome.failure {
            self.since_save.precede(before_saving);
            self.is_copy_due |= outcome.was_copy_due;
            self.note_failure(failure);
            return;
        }
        if let Some(path) = outcome.case_path {
            self.opened.push(path.clone());
            self.document.path = Some(path);
        }
        self.saved_revision = outcome.revision;
        let case_path = self.document.path.clone();
        self.note_saved(outcome.revision, case_path.as_deref(), &outcome.written);
        self.saved_at = Some(jiff::Zoned::now());
    }

    pub(super) fn document_mut(&mut self, which: &Which) -> Option<&mut Document> {
        match which {
            Which::Case => Some(&mut self.document),
            Which::Article(id) => Some(&mut self.articles.get_mut(id)?.document),
        }
    }

    fn note_failure(&mut self, failure: Failure) {
        let Failure { which, path, reason } = failure;
        let error = match reason {
            Reason::Sentence(words) => {
                self.messages.push(Message::failure(words));
                return;
            }
            Reason::Disk(error) => error,
        };
        if let SaveError::NotConfirmed { written, .. } = &error
            && let Some(document) = self.document_mut(&which)
            && document.path.as_ref() == Some(&path)
        {
            document.on_disk.may_be(written);
        }
        self.messages.push(Message::failure(sentence(&error, &path)));
    }
}

/// What happened, what was kept and what to do.
fn sentence(error: &SaveError, path: &Path) -> String {
    let path = path.display();
    match error {
        SaveError::Changed => format!(
            "Nothing was saved, since another program has changed the file. Its text is untouched and your work is still \
             open. Save as keeps yours in another place: {path}"
        ),
        SaveError::Concern(Concern::OtherNames) => format!(
            "Nothing was saved, since the file has other names (hard links), which would go on having the old text. Your \
             work is still open. Save as keeps it in another place: {path}"
        ),
        SaveError::Concern(Concern::Attributes) => format!(
            "Nothing was saved, since the file would lose its owner or its access rights. Your work is still open. Save \
             as keeps it in another place: {path}"
        ),
        SaveError::NotAFile => format!(
            "Nothing was saved, since what lies there is no file. Your work is still open. Save as keeps it in another \
             place: {path}"
        ),
        SaveError::Failed(source) => format!(
            "The file could not be saved: {}. The old file is untouched and your work is still open. Free some space, or \
             choose another place with Save as: {path}",
            crate::store::reason(source)
        ),
        SaveError::NotConfirmed { source, .. } => format!(
            "The file was written, but the disk did not confirm it: {}. It might not outlive a power cut. Your work is \
             still open. Save once more, or choose another place with Save as: {path}",
            crate::store::reason(source)
        ),
    }
}
