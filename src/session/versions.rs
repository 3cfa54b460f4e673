//! Earlier versions of the case and its articles: which there are, how they differ from what is open, and going back to
//! one by an edit that can be undone.

mod upkeep;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::jobs::Outcome;
use super::writing::{Which, Writing};
use super::{Message, Session, Storage};
use crate::edit::{Edit, Selection, Target, restore_article, restore_to};
use crate::format::{self, Base, FileKind};
use crate::model::{Article, Case, Id, List, Record};
use crate::query::Difference;
use crate::store::disk::Disk;
use crate::store::{
    Concern, Expected, Order, SaveError, Version, VersionKind, Versions, Written, reason, save_as_ordered,
};

pub use upkeep::Upkeep;

/// The earlier versions of one document, as far as they were looked at.
#[derive(Debug)]
pub struct EarlierVersions {
    /// The document.
    pub which: Which,
    /// The versions, the newest first, or why they cannot be listed; `None` while they are read.
    pub listed: Option<Result<Vec<Version>, String>>,
    /// The version that was looked at last.
    pub compared: Option<Compared>,
    number: u64,
}

/// A version beside what is open.
#[derive(Debug)]
pub struct Compared {
    /// The version.
    pub id: String,
    /// The [`Session::changes`] of what it is compared with.
    pub changes: u64,
    /// What came of it, or why it cannot be read; `None` while it is read.
    pub outcome: Option<Result<Comparison, String>>,
}

/// What an earlier version holds, beside what is open.
#[derive(Debug)]
pub struct Comparison {
    /// What going back to it would change.
    pub difference: Difference,
    /// Why one cannot go back to it, in a sentence.
    pub obstacle: Option<String>,
    earlier: Earlier,
}

#[derive(Debug)]
enum Earlier {
    Case(Box<Case>),
    Article(Box<Article>),
}

/// What a version is compared with.
enum Present {
    /// The case, as a save would write it: reading that on the job's thread costs the window nothing.
    Case(Writing),
    Article(Box<Article>),
}

/// What a job that looks at earlier versions reports.
pub enum Looked {
    /// The versions of a document.
    Listed(Result<Vec<Version>, String>),
    /// A version and what is open.
    Compared(String, Box<Result<Comparison, String>>),
}

impl Session {
    /// The earlier versions that are looked at, if any are.
    #[must_use]
    pub fn earlier_versions(&self) -> Option<&EarlierVersions> {
        self.looking_back.as_ref()
    }

    /// Whether earlier versions are kept at all: that takes a home folder.
    #[must_use]
    pub fn keeps_versions(&self) -> bool {
        self.storage.state.is_some()
    }

    /// Whether a document has a file, and earlier versions of files are kept.
    #[must_use]
    pub fn has_versions(&self, which: &Which) -> bool {
        self.keeps_versions() && self.document_of(which).is_some_and(|document| document.path.is_some())
    }

    fn document_of(&self, which: &Which) -> Option<&super::Document> {
        match which {
            Which::Case => self.is_open.then_some(&self.document),
            Which::Article(id) => self.articles.get(id).map(|article| &article.document),
        }
    }

    /// The versions of a user, and the path of a document whose versions are wanted.
    fn versions_of(&self, which: &Which) -> Option<(Versions, PathBuf)> {
        let path = self.document_of(which)?.path.clone()?;
        Some((self.storage.versions()?, path))
    }

    pub(super) fn list_versions(&mut self, which: Which) {
        self.versions_asked += 1;
        let number = self.versions_asked;
        let found = self.versions_of(&which);
        let listed = if found.is_some() { None } else { Some(Ok(Vec::new())) };
        self.looking_back = Some(EarlierVersions { which, listed, compared: None, number });
        if let Some((versions, path)) = found {
            let disk = self.storage.disk.clone();
            self.jobs.start("list versions", move |report| {
                let listed = versions.list(disk.as_ref(), &path).map_err(|error| cannot_list(&error, &path));
                report(Outcome::Looked { number, looked: Looked::Listed(listed) });
            });
        }
    }

    pub(super) fn compare_version(&mut self, id: &str) {
        let Some(which) = self.looking_back.as_ref().map(|looking| looking.which.clone()) else { return };
        let present = self.present(&which);
        let Some((version, (versions, _))) = self.listed_version(id).zip(self.versions_of(&which)) else { return };
        let (disk, changes) = (self.storage.disk.clone(), self.changes);
        let Some(looking) = &mut self.looking_back else { return };
        looking.compared = Some(Compared { id: version.id.clone(), changes, outcome: None });
        let Some(present) = present else {
            let words = "The article could not be read, so there is nothing to compare with. Save a copy brings this \
                         version back.";
            looking.compared = Some(Compared { id: version.id, changes, outcome: Some(Err(words.to_owned())) });
            return;
        };
        let number = looking.number;
        self.jobs.start("compare versions", move |report| {
            let compared = versions.read(disk.as_ref(), &version).map_err(|error| {
                format!(
                    "This version could not be read: {}. What is open is unchanged. Choose another one.",
                    reason(&error)
                )
            });
            let compared = compared.and_then(|bytes| compare(bytes, present));
            report(Outcome::Looked { number, looked: Looked::Compared(version.id, Box::new(compared)) });
        });
    }

    fn listed_version(&self, id: &str) -> Option<Version> {
        let listed = self.looking_back.as_ref()?.listed.as_ref()?.as_ref().ok()?;
        listed.iter().find(|version| version.id == id).cloned()
    }

    fn present(&self, which: &Which) -> Option<Present> {
        match which {
            Which::Case => Some(Present::Case(self.case_content())),
            Which::Article(id) => Some(Present::Article(Box::new(self.article(id)?.clone()))),
        }
    }

    /// Takes in what a job has found, unless something else is looked at by now.
    pub(super) fn take_in_looked(&mut self, number: u64, looked: Looked) {
        let Some(looking) = self.looking_back.as_mut().filter(|looking| looking.number == number) else { return };
        match looked {
            Looked::Listed(listed) => looking.listed = Some(listed),
            Looked::Compared(id, outcome) => {
                if let Some(compared) = looking.compared.as_mut().filter(|compared| compared.id == id) {
                    compared.outcome = Some(*outcome);
                }
            }
        }
    }

    /// Keeps a listed version no longer, and lists the others again.
    pub(super) fn remove_version(&mut self, id: &str) {
        let Some(which) = self.looking_back.as_ref().map(|looking| looking.which.clone()) else { return };
        let Some((version, (versions, path))) = self.listed_version(id).zip(self.versions_of(&which)) else { return };
        let disk = self.storage.disk.clone();
        self.versions_asked += 1;
        let number = self.versions_asked;
        if let Some(looking) = &mut self.looking_back {
            (looking.number, looking.compared) = (number, None);
        }
        self.jobs.start("remove a version", move |report| {
            if let Err(error) = versions.remove(disk.as_ref(), &path, &version) {
                report(Outcome::Said(Message::failure(format!(
                    "The checkpoint could not be removed: {}. It is still kept. Try again: {}",
                    reason(&error),
                    path.display()
                ))));
            }
            let listed = versions.list(disk.as_ref(), &path).map_err(|error| cannot_list(&error, &path));
            report(Outcome::Looked { number, looked: Looked::Listed(listed) });
        });
    }

    pub(super) fn end_versions(&mut self) {
        self.looking_back = None;
    }

    /// Goes back to the version that is compared with what is open.
    pub(super) fn restore_version(&mut self, id: &str) {
        let compared = self.looking_back.as_mut().and_then(|looking| looking.compared.take());
        let Some(compared) = compared.filter(|compared| compared.id == id && compared.changes == self.changes) else {
            return;
        };
        let Some(Ok(Comparison { obstacle: None, earlier, .. })) = compared.outcome else { return };
        let edits = match &earlier {
            Earlier::Case(case) => {
                let homes = self.homes();
                restore_to(&self.workspace, case, |list, id| homes.get(&(list, id.clone())).copied())
            }
            Earlier::Article(article) => restore_article(&self.workspace, article),
        };
        let after = self.selection_after(&edits);
        let before = self.changes;
        self.transact("restore of an earlier version", edits, after);
        if self.changes != before {
            self.load_articles();
            self.messages.push(Message::note("The earlier version is back. Undo takes it back; saving keeps it."));
        }
    }

    /// Where records stood that were deleted since the file was opened: coming back there, they are again what the file
    /// says of them, to the byte.
    fn homes(&self) -> HashMap<(List, Id), u32> {
        let gone = self.since_open.iter().filter_map(|(target, before)| match (target, before) {
            (Target::Record(place), Some(record)) => Some(((place.list, record.id().clone()), place.slot)),
            _ => None,
        });
        gone.collect()
    }

    /// What is selected now, but for what edits delete.
    fn selection_after(&self, edits: &[Edit]) -> Selection {
        let mut after = self.selection.clone();
        for edit in edits.iter().filter(|edit| edit.after.is_none()) {
            if after.form.as_ref() == Some(&edit.target) {
                after.form = Some(Target::Header);
            }
            if let Some(Record::Entry(entry)) = &edit.before
                && after.article.as_ref() == Some(&entry.id)
            {
                after.article = None;
                after.form = after.form.filter(|form| *form != Target::Article(entry.id.clone()));
            }
        }
        after
    }

    /// Keeps the case as it is now, and the articles that were changed since they were opened, by a name. No file is
    /// touched.
    pub(super) fn checkpoint(&mut self, name: &str) {
        let Some((versions, path)) = self.versions_of(&Which::Case) else {
            let words = if self.keeps_versions() {
                "Nothing was kept, since the case has no file yet. Save it, then keep a checkpoint."
            } else {
                "Nothing was kept, since no home folder was found to keep it in. Keep a copy with Save as instead."
            };
            self.messages.push(Message::failure(words));
            return;
        };
        let contents = self.contents(path);
        let (disk, name) = (self.storage.disk.clone(), name.to_owned());
        self.jobs.start("checkpoint", move |report| {
            let kept = keep_contents(disk.as_ref(), &versions, contents, &VersionKind::Checkpoint(name.clone()));
            report(Outcome::Said(match kept {
                Ok(()) => Message::note(format!("Kept as “{name}”. It is listed under File, Earlier versions.")),
                Err(why) => Message::failure(format!(
                    "The checkpoint could not be kept: {why}. Your work is still open and unchanged. Free some space, or \
                     keep a copy with Save as."
                )),
            }));
        });
    }

    /// The case, for its path, and the articles that were changed, each as a save would write it.
    pub(super) fn contents(&self, path: PathBuf) -> Vec<(PathBuf, Writing)> {
        let mut contents = vec![(path, self.case_content())];
        for (id, document) in self.articles.iter().map(|(id, article)| (id, &article.document)) {
            let changed = self.since_open.article(id).is_some() || document.base.is_none();
            if let (true, Some(path), Some(article)) = (changed, &document.path, self.article(id)) {
                contents.push((path.clone(), self.article_content(article, document)));
            }
        }
        contents
    }

    /// Writes what a version holds at another place.
    pub(super) fn copy_version(&mut self, version: Version, path: PathBuf, replaces: bool) {
        let Some(versions) = self.storage.versions() else { return };
        let storage = self.storage.clone();
        self.jobs.start("copy a version", move |report| {
            let read = versions.read(storage.disk.as_ref(), &version).map_err(SaveError::Failed);
            let written = read.and_then(|bytes| write_copy(&storage, &path, &bytes, replaces));
            let displaced = match &written {
                Ok(written) => written.displaced.as_ref(),
                Err(SaveError::NotConfirmed { written, .. }) => written.displaced.as_ref(),
                Err(_) => None,
            };
            if let Some(Err(words)) = displaced.map(|displaced| storage.keep_displaced(&path, displaced)) {
                report(Outcome::Said(Message::warning(words)));
            }
            report(Outcome::Said(match written {
                Ok(_) => Message::note(format!("The earlier version was saved as a copy: {}", path.display())),
                Err(error) => Message::failure(format!(
                    "The copy could not be saved: {}. The earlier version is still kept. Choose another place: {}",
                    why(&error),
                    path.display()
                )),
            }));
        });
    }
}

fn cannot_list(error: &std::io::Error, path: &Path) -> String {
    let why = reason(error);
    format!("The earlier versions could not be listed: {why}. They are kept. Try again: {}", path.display())
}

/// Keeps what is open as versions.
pub(super) fn keep_contents(
    disk: &dyn Disk,
    versions: &Versions,
    contents: Vec<(PathBuf, Writing)>,
    kind: &VersionKind,
) -> Result<(), String> {
    contents.into_iter().try_for_each(|(path, content)| {
        let kept = versions.keep(disk, &path, kind.clone(), &content.bytes()?);
        kept.map(drop).map_err(|error| reason(&error))
    })
}

fn write_copy(storage: &Storage, path: &Path, bytes: &[u8], replaces: bool) -> Result<Written, SaveError> {
    let expected = if replaces { Expected::Anything } else { Expected::Nothing };
    let accepted: &[Concern] = if replaces { &[Concern::OtherNames, Concern::Attributes] } else { &[] };
    save_as_ordered(storage.disk.as_ref(), &Order { path, bytes, expected: &expected, accepted })
}

fn why(error: &SaveError) -> String {
    match error {
        SaveError::Failed(source) | SaveError::NotConfirmed { source, .. } => reason(source),
        SaveError::Changed => "a file lies there already".to_owned(),
        SaveError::Concern(_) | SaveError::NotAFile => error.to_string(),
    }
}

/// Reads what a version holds, and tells how it differs from what is open.
fn compare(bytes: Vec<u8>, present: Present) -> Result<Comparison, String> {
    const OTHER: &str = "This version is something else than what is open. It is kept. Save a copy to look at it.";
    let (base, faults) = Base::new(bytes);
    match (present, base.kind()) {
        (Present::Case(writing), FileKind::Case) => {
            let read = format::read_case(&base, faults);
            let ours = read_present(writing)?;
            let difference = Difference::of_cases(&ours, &read.case);
            Ok(Comparison {
                difference,
                obstacle: obstacle(read.read_only.is_some()),
                earlier: Earlier::Case(Box::new(read.case)),
            })
        }
        (Present::Article(ours), FileKind::Article) => {
            let read = format::read_article(&base, faults);
            if read.article.id != ours.id {
                return Err(OTHER.to_owned());
            }
            let difference = Difference::of_articles(&ours, &read.article);
            Ok(Comparison {
                difference,
                obstacle: obstacle(read.read_only.is_some()),
                earlier: Earlier::Article(Box::new(read.article)),
            })
        }
        (_, FileKind::Unknown) => {
            Err("This version could not be read as JSON. It is kept as it is. Save a copy to look at it.".to_owned())
        }
        _ => Err(OTHER.to_owned()),
    }
}

fn read_present(writing: Writing) -> Result<Case, String> {
    let (base, faults) = Base::new(writing.bytes()?);
    Ok(format::read_case(&base, faults).case)
}

fn obstacle(is_broken: bool) -> Option<String> {
    let words = "Only a part of this version could be read, so that going back to it would lose the rest. Save a copy to \
                 mend it.";
    is_broken.then(|| words.to_owned())
}
