//! Reading journals: what can be recovered, and the state that one leads to. All of it on a job's thread.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::super::document::{Document, OnDisk};
use super::super::opening::{OpenedCase, derive, document};
use super::super::saving::changed;
use super::super::{Locking, Storage};
use super::aside::put_aside_in;
use super::entry::{Entry, Joined, Started, VERSION};
use super::replay::{Replayed, replay};
use super::{Aside, JOURNAL, is_at_work};
use crate::edit::Target;
use crate::format::{self, Base};
use crate::model::{Article, Case, Id, Record};
use crate::store::disk::{Disk, Stat};
use crate::store::{Digest, Expected, State, entries};

/// Work that lies in a journal and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recoverable {
    /// The journal.
    pub journal: PathBuf,
    /// The file of the case; `None` where it was never saved.
    pub path: Option<PathBuf>,
    /// The title of the case.
    pub title: String,
    /// When something was last done.
    pub changed: Option<SystemTime>,
    /// How many steps were made since the last save.
    pub steps: usize,
    /// Whether words were being typed that are in none of them.
    pub is_typing: bool,
    /// Why it was put aside, if it was.
    pub aside: Option<Aside>,
}

/// What a journal gives back of a session.
pub struct Resumed {
    /// The state it leads to; its case has become that of the [`OpenedCase`].
    pub replayed: Replayed,
    /// The files of the articles that it speaks of.
    pub documents: HashMap<Id, Document>,
    /// The number of its next entry.
    pub next: u64,
    /// The folder in which it goes on, and where it lies if it was put aside; `None` where it is not to go on.
    pub folder: Option<(PathBuf, Option<PathBuf>)>,
    /// Those of the case's articles that could not be found as they were.
    pub missing: Vec<Id>,
}

/// What is read of a journal before its steps are made once more.
struct Read {
    started: Started,
    entries: Vec<Entry>,
    next: u64,
}

impl Read {
    fn of(disk: &dyn Disk, journal: &Path) -> Option<Self> {
        let (mut found, next) = entries::<Entry>(&disk.read(journal).ok()?);
        let Some(Entry::Started(started)) = found.first().cloned() else { return None };
        if started.version != VERSION {
            return None;
        }
        found.remove(0);
        Some(Self { started: *started, entries: found, next })
    }

    /// How many steps are not saved, and whether words were being typed.
    fn unsaved(&self) -> (usize, bool) {
        let (mut done, mut undone): (Vec<u64>, Vec<u64>) = (Vec::new(), Vec::new());
        let (mut saved, mut is_typing) = (0, false);
        for entry in &self.entries {
            match entry {
                Entry::Done(_, revision) => {
                    undone.clear();
                    done.push(*revision);
                }
                Entry::Undone => undone.extend(done.pop()),
                Entry::Redone => done.extend(undone.pop()),
                Entry::Draft(draft) => is_typing = draft.is_some(),
                Entry::Saved(_) | Entry::Settled(_) => saved = entry.settles().unwrap_or(saved),
                Entry::Started(_) | Entry::Joined(_) | Entry::Closed => {}
            }
        }
        let is_saved = done.last().copied().unwrap_or(0) == saved;
        let after = done.iter().rposition(|revision| *revision == saved).map_or(0, |last| last + 1);
        // Steps that were taken back since the save are a change too.
        (if is_saved { 0 } else { (done.len() - after).max(1) }, is_typing)
    }

    /// Where the case lies, and what its file held when it was last seen.
    fn last_seen(&self) -> (Option<PathBuf>, Option<Digest>) {
        let mut saved = self.entries.iter().rev().filter_map(|entry| match entry {
            Entry::Saved(saved) => saved.case.clone(),
            _ => None,
        });
        // A save that found nothing to write to the case tells its place only.
        let last = saved.next();
        let digest = last.iter().cloned().chain(saved).find_map(|(_, digest)| digest);
        let path = last.map(|(path, _)| path).or_else(|| self.started.path.clone());
        (path, digest.or_else(|| self.started.base.digest()))
    }

    fn title(&self) -> String {
        let last = self.entries.iter().rev().find_map(|entry| match entry {
            Entry::Done(step, _) => step.title(),
            _ => None,
        });
        last.unwrap_or_else(|| self.started.title.clone())
    }

    fn recoverable(&self, disk: &dyn Disk, journal: &Path, aside: Option<Aside>) -> Option<Recoverable> {
        let (steps, is_typing) = self.unsaved();
        (steps > 0 || is_typing).then(|| Recoverable {
            journal: journal.to_owned(),
            path: self.last_seen().0,
            title: self.title(),
            changed: disk.stat(journal).ok().and_then(|stat| stat.modified),
            steps,
            is_typing,
            aside,
        })
    }
}

/// Everything that can be recovered and that no window has open, the last changed first.
#[must_use]
pub fn look(storage: &Storage) -> Vec<Recoverable> {
    look_beside(storage, None)
}

/// The same for a window that has claimed a folder without being at work on the journal in it.
pub fn look_beside(storage: &Storage, own: Option<&Path>) -> Vec<Recoverable> {
    let Some(state) = &storage.state else { return Vec::new() };
    let disk = storage.disk.as_ref();
    let mut found = Vec::new();
    for folder in disk.list(&state.documents()).unwrap_or_default() {
        if own == Some(folder.as_path()) || !is_at_work(&folder) {
            let journal = folder.join(JOURNAL);
            found.extend(Read::of(disk, &journal).and_then(|read| read.recoverable(disk, &journal, None)));
        }
        for (journal, why) in put_aside_in(disk, &folder) {
            found.extend(Read::of(disk, &journal).and_then(|read| read.recoverable(disk, &journal, Some(why))));
        }
    }
    found.sort_by_key(|recoverable| std::cmp::Reverse(recoverable.changed));
    found
}

/// What the journal of a case says when its file is opened.
pub enum Past {
    /// Nothing that would be of use.
    None,
    /// Its undo history; the file is what the journal leads to.
    History(Box<OpenedCase>),
    /// Work that was not saved.
    Unsaved(Recoverable),
}

/// Looks for the past of a case file whose bytes were just read.
pub fn past(storage: &Storage, path: &Path, bytes: &[u8], stamp: Option<Stat>) -> Past {
    let Some(state) = &storage.state else { return Past::None };
    let journal = state.document(storage.disk.as_ref(), path).join(JOURNAL);
    let Some(read) = Read::of(storage.disk.as_ref(), &journal) else { return Past::None };
    if let Some(recoverable) = read.recoverable(storage.disk.as_ref(), &journal, None) {
        return Past::Unsaved(recoverable);
    }
    let digest = Digest::of(bytes);
    let found =
        if read.last_seen().1.as_ref() == Some(&digest) { history(storage, state, read, &digest, bytes) } else { None };
    let Some(mut opened) = found else {
        // Nothing of it is unsaved, and it leads to another state than the file's: nobody can use it any more.
        drop(storage.disk.remove(&journal));
        return Past::None;
    };
    opened.document.on_disk.stamp = stamp;
    if let Some(resumed) = &mut opened.resumed {
        resumed.folder = journal.parent().map(|folder| (folder.to_owned(), None));
    }
    Past::History(Box::new(opened))
}

/// A case with its history, if that leads to what its file holds.
fn history(storage: &Storage, state: &State, read: Read, digest: &Digest, bytes: &[u8]) -> Option<OpenedCase> {
    let opened = resume(storage, state, read, Some((digest, bytes))).ok()?;
    let is_whole = opened.resumed.as_ref().is_some_and(|resumed| {
        let is_replayed = resumed.missing.is_empty() && !resumed.replayed.is_cut_short;
        is_replayed && leads_to(&opened, resumed, digest) && articles_lie_there(storage, &opened.case, resumed)
    });
    is_whole.then_some(opened)
}

/// Whether the files of all articles of the case hold what the journal leads to.
fn articles_lie_there(storage: &Storage, case: &Case, resumed: &Resumed) -> bool {
    let of_case = resumed.documents.iter().filter(|(id, _)| case.place(id).is_some());
    of_case.map(|(_, document)| document).all(|document| {
        let held = document.path.as_deref().and_then(|path| storage.disk.read(path).ok());
        held.is_some_and(|held| match document.on_disk.expected(document.base.as_deref()) {
            Expected::Known { digests, .. } => digests.contains(&Digest::of(&held)),
            Expected::Nothing | Expected::Anything => false,
        })
    })
}

/// Whether the state that was replayed is the one that the file holds.
fn leads_to(opened: &OpenedCase, resumed: &Resumed, digest: &Digest) -> bool {
    let current = |target: &Target| match target {
        Target::Header => Some(Record::Header(opened.case.header.clone())),
        Target::Record(place) => opened.case.record(*place),
        Target::Article(_) => None,
    };
    let bytes = match &opened.document.base {
        Some(base) => format::patch_case(base, &changed(&resumed.replayed.since_open, current)).ok(),
        None => Some(format::render_case(&opened.case)),
    };
    bytes.is_some_and(|bytes| Digest::of(&bytes) == *digest)
}

/// The state that a journal leads to, and the right to change the case.
///
/// # Errors
/// A sentence, where that cannot be found out.
pub fn recover(storage: &Storage, journal: &Path) -> Result<OpenedCase, String> {
    let mut opened = worked_out(storage, journal)?;
    if let Some(path) = &opened.document.path {
        opened.lock = storage.lock(path);
    }
    Ok(opened)
}

/// The state that a journal leads to, to be looked at.
///
/// # Errors
/// A sentence, where that cannot be found out.
pub fn worked_out(storage: &Storage, journal: &Path) -> Result<OpenedCase, String> {
    let failed = |what: &str| {
        format!("The work could not be recovered: {what}. What was recorded of it is untouched: {}", journal.display())
    };
    let state = storage.state.as_ref().ok_or_else(|| failed("nothing is recorded for this user"))?;
    let read = Read::of(storage.disk.as_ref(), journal)
        .ok_or_else(|| failed("what was recorded cannot be read, or was recorded by a newer version of the program"))?;
    let mut opened = resume(storage, state, read, None).map_err(failed)?;
    let is_current = journal.file_name().is_some_and(|name| name == JOURNAL);
    if let Some(resumed) = &mut opened.resumed {
        let folder = if is_current { journal.parent() } else { journal.parent().and_then(Path::parent) };
        let aside = (!is_current).then(|| journal.to_owned());
        resumed.folder = folder.filter(|_| !resumed.replayed.is_cut_short).map(|folder| (folder.to_owned(), aside));
    }
    Ok(opened)
}

/// Makes the steps of a journal once more. `at_hand` are bytes that were read already.
fn resume(
    storage: &Storage,
    state: &State,
    read: Read,
    at_hand: Option<(&Digest, &[u8])>,
) -> Result<OpenedCase, &'static str> {
    let (path, last) = read.last_seen();
    let Read { started, entries, next } = read;
    let bytes = |digest: &Digest, path: Option<&Path>| match at_hand {
        Some((known, bytes)) if known == digest => Some(bytes.to_vec()),
        _ => ground(storage, state, digest, path),
    };
    let (case, mut document) = match started.base.digest() {
        None => (Case::new(started.made.ok_or("its beginning is missing")?), Document::default()),
        Some(digest) => {
            let bytes = bytes(&digest, started.path.as_deref()).ok_or("the file it began with is no longer there")?;
            let (base, faults) = Base::new(bytes);
            let read = format::read_case(&base, faults);
            let at = started.path.as_deref().unwrap_or(Path::new(""));
            (read.case, document(base, read.faults, read.read_only, at, None))
        }
    };
    document.path = path;
    document.on_disk = OnDisk { written: last.into_iter().collect(), ..OnDisk::default() };
    let mut found: HashMap<Id, Article> = HashMap::new();
    let mut documents: HashMap<Id, Document> = HashMap::new();
    let mut missing = Vec::new();
    for joined in entries.iter().filter_map(|entry| if let Entry::Joined(joined) = entry { Some(joined) } else { None })
    {
        match read_article(joined, bytes) {
            Some((article, mut document)) => {
                document.find_barrier();
                found.extend(article.map(|article| (joined.id.clone(), article)));
                documents.insert(joined.id.clone(), document);
            }
            None => missing.push(joined.id.clone()),
        }
    }
    let mut replayed = replay(case, found, entries);
    for (id, (path, digest)) in &replayed.articles {
        if let Some(document) = documents.get_mut(id) {
            document.path = Some(path.clone());
            document.on_disk = OnDisk { written: vec![digest.clone()], ..OnDisk::default() };
        }
    }
    let case = std::mem::take(&mut replayed.workspace.case);
    let (index, disputes, names) = derive(&case);
    let resumed = Resumed { replayed, documents, next, folder: None, missing };
    let lock = Locking::Unknown;
    Ok(OpenedCase { case, index, disputes, names, document, resumed: Some(Box::new(resumed)), unsaved: None, lock })
}

/// An article before the first step, if it was read from a file, and its file.
fn read_article(
    joined: &Joined,
    bytes: impl Fn(&Digest, Option<&Path>) -> Option<Vec<u8>>,
) -> Option<(Option<Article>, Document)> {
    let Some(digest) = joined.base.digest() else { return Some((None, Document::default())) };
    let (base, faults) = Base::new(bytes(&digest, joined.path.as_deref())?);
    let read = format::read_article(&base, faults);
    let at = joined.path.as_deref().unwrap_or(Path::new(""));
    Some((Some(read.article), document(base, read.faults, read.read_only, at, None)))
}

/// Bytes by their digest: from where they are kept, or from the file that held them.
fn ground(storage: &Storage, state: &State, digest: &Digest, path: Option<&Path>) -> Option<Vec<u8>> {
    let disk = storage.disk.as_ref();
    let kept = state.blobs().get(disk, digest).ok();
    kept.or_else(|| disk.read(path?).ok().filter(|bytes| Digest::of(bytes) == *digest))
}
