//! What becomes of what another program has made of a file: a look at the difference, theirs, mine, or both.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::{ArticleDocument, ArticleState, OnDisk};
use super::foreign::{Foreign, Theirs};
use super::jobs::Outcome;
use super::journal::Entry;
use super::opening::{OpenedFile, read_file, understand_file};
use super::page::Page;
use super::versions::keep_contents;
use super::writing::{Which, Writing};
use super::{Message, Session, Storage};
use crate::edit::{Selection, Target};
use crate::format::{self, Base, FileKind};
use crate::model::{Article, Id, List, Record};
use crate::query::Difference;
use crate::store::disk::{Disk, Kind, Stat};
use crate::store::{Digest, VersionKind, reason};

/// By what name unsaved work is found that gave way to what another program wrote.
const KEPT_AS: &str = "Before another program’s version was taken";

/// What is open here, to be compared.
enum Ours {
    Case(Writing),
    Article(Box<Article>),
}

/// What a comparison has found.
pub struct TheirsCompared {
    generation: u64,
    which: Which,
    /// What was compared, where it lay on the disk.
    seen: Option<(Digest, Option<Stat>)>,
    difference: Result<Difference, String>,
}

/// What is open here and lies nowhere else.
struct Mine {
    contents: Vec<(PathBuf, Writing)>,
    kind: VersionKind,
}

impl Mine {
    /// Keeps it as earlier versions of its files, where any are kept.
    fn keep(self, storage: &Storage) -> Result<(), String> {
        let Some(versions) = storage.versions() else { return Ok(()) };
        keep_contents(storage.disk.as_ref(), &versions, self.contents, &self.kind)
    }
}

/// What another program wrote, read to take the place of what is open.
pub struct TheirFile {
    generation: u64,
    /// The revision of what was kept of what is open.
    revision: u64,
    which: Which,
    file: OpenedFile,
    /// Whether it is no longer what lies on the disk.
    was_displaced: bool,
    /// Whether something that is open here was kept.
    is_kept: bool,
}

impl Session {
    /// What differs between what is open and what another program wrote, found out away from the window;
    /// [`Session::foreign`] has it once it is known.
    pub(super) fn compare(&mut self, which: Which) {
        let Some(ours) = self.ours(&which) else { return };
        let generation = self.generation;
        let Some(Foreign { path, theirs, difference, .. }) = self.foreign.get_mut(&which) else { return };
        *difference = None;
        let (path, theirs, disk) = (path.clone(), theirs.clone(), Arc::clone(&self.storage.disk));
        self.jobs.start("compare files", move |report| {
            let (seen, difference) = match bytes_of(disk.as_ref(), &path, theirs) {
                Ok((seen, bytes)) => (seen, compared(ours, bytes)),
                Err(why) => (None, Err(why)),
            };
            report(Outcome::TheirsCompared(Box::new(TheirsCompared { generation, which, seen, difference })));
        });
    }

    fn ours(&self, which: &Which) -> Option<Ours> {
        match which {
            Which::Case => Some(Ours::Case(self.case_content())),
            Which::Article(id) => Some(Ours::Article(Box::new(self.article(id)?.clone()))),
        }
    }

    pub(super) fn take_in_difference(&mut self, compared: TheirsCompared) {
        if compared.generation != self.generation {
            return;
        }
        let Some(foreign) = self.foreign.get_mut(&compared.which) else { return };
        foreign.difference = Some(Arc::new(compared.difference));
        // It may have been written once more; what a person decides on is what they are shown.
        if let (Theirs::Written { digest, stamp }, Some(seen)) = (&mut foreign.theirs, compared.seen) {
            (*digest, *stamp) = seen;
        }
    }

    /// Opens what another program wrote in place of what is open. What was not saved here is kept first.
    pub(super) fn take_theirs(&mut self, which: Which) {
        let Some(Foreign { path, theirs, .. }) = self.foreign.get(&which).cloned() else { return };
        if matches!(theirs, Theirs::Removed) {
            return;
        }
        let (generation, revision, storage) = (self.generation, self.history.revision(), self.storage.clone());
        let mine = self.keep_before_reload(&which);
        let is_kept = storage.state.is_some() && !mine.contents.is_empty() && mine.kind != VersionKind::Saved;
        self.loading += 1;
        self.jobs.start("read their file", move |report| {
            let (file, was_displaced) = match theirs {
                Theirs::Displaced(bytes) => (understand_file(None, bytes.to_vec(), None, &path), true),
                _ => (read_file(&path), false),
            };
            let mut file = if was_displaced { whole(file, &path) } else { file }.with_barrier();
            if let OpenedFile::Case(case) = &mut file {
                case.lock = storage.lock(&path);
            }
            if let Err(why) = mine.keep(&storage) {
                file = OpenedFile::Refused(format!(
                    "What another program wrote was not taken, since what is open here could not be kept first: {why}. \
                     Nothing was changed. Keep it with Save as, then try again: {}",
                    path.display()
                ));
            }
            report(Outcome::Theirs(Box::new(TheirFile { generation, revision, which, file, was_displaced, is_kept })));
        });
    }

    /// Takes what other programs wrote of every file. A case takes its articles along.
    pub(super) fn take_all_of_theirs(&mut self) {
        if self.foreign.get(&Which::Case).is_some_and(is_written) {
            self.take_theirs(Which::Case);
            return;
        }
        let all = self.foreign.iter().filter(|(_, foreign)| is_written(foreign)).map(|(which, _)| which.clone());
        for which in all.collect::<Vec<_>>() {
            self.take_theirs(which);
        }
    }

    pub(super) fn take_in_theirs(&mut self, taken: TheirFile) {
        if taken.generation != self.generation {
            return;
        }
        self.loading = self.loading.saturating_sub(1);
        let TheirFile { revision, which, file, was_displaced, is_kept, .. } = taken;
        // A save has begun meanwhile: what it finds decides what there is to be taken.
        if self.is_saving() {
            return;
        }
        // Something was changed here meanwhile, and is not kept yet.
        if self.history.revision() != revision && !matches!(file, OpenedFile::Refused(_)) {
            self.take_theirs(which);
            return;
        }
        let on_disk = self.document_mut(&which).filter(|_| was_displaced).map(|document| document.on_disk.clone());
        match (&which, file) {
            (Which::Case, OpenedFile::Case(mut case)) => {
                lies_elsewhere(&mut case.document, on_disk);
                let before = self.selection_by_id();
                self.install_case(*case);
                self.select_by_id(before);
                self.say_kept(is_kept);
            }
            (Which::Article(id), OpenedFile::Article(mut article)) if article.article.id == *id => {
                lies_elsewhere(&mut article.document, on_disk);
                self.reload_article(id, *article);
                self.say_kept(is_kept);
            }
            (_, OpenedFile::Refused(why)) => self.messages.push(Message::failure(why)),
            (which, _) => {
                let path = self.document_mut(which).and_then(|document| document.path.clone()).unwrap_or_default();
                let words = "What another program wrote was not taken, since it is another kind of file or another \
                             article. What is open here is unchanged. Save as keeps it in another place";
                self.messages.push(Message::failure(format!("{words}: {}", path.display())));
            }
        }
    }

    fn say_kept(&mut self, is_kept: bool) {
        if is_kept {
            let words = format!("What you had not saved is kept among the earlier versions, as “{KEPT_AS}”.");
            self.messages.push(Message::note(words));
        }
    }

    /// What is open here, to be kept before it gives way to what another program wrote: what was not saved, by a name;
    /// what was saved or read is no longer in its file, either, and becomes an earlier version like any other. A case
    /// takes its articles along, since they are read anew with it.
    fn keep_before_reload(&self, which: &Which) -> Mine {
        let is_modified = self.is_modified();
        let is_in_file = |which: &Which| !is_modified && !self.foreign.get(which).is_some_and(is_written);
        let document = |which: &Which| match which {
            Which::Case => Some(&self.document),
            Which::Article(id) => self.articles.get(id).map(|known| &known.document),
        };
        let content = |which: &Which| match which {
            Which::Case => Some(self.case_content()),
            Which::Article(id) => Some(self.article_content(self.article(id)?, document(which)?)),
        };
        let others = self.foreign.keys().filter(|_| *which == Which::Case);
        let mut contents: Vec<(PathBuf, Writing)> = match (which, &self.document.path) {
            (Which::Case, Some(path)) if is_modified => self.contents(path.clone()),
            _ => Vec::new(),
        };
        for which in std::iter::once(which).chain(others).filter(|which| !is_in_file(which)) {
            if let Some((path, content)) = document(which).and_then(|known| known.path.clone()).zip(content(which))
                && !contents.iter().any(|(other, _)| *other == path)
            {
                contents.push((path, content));
            }
        }
        let kind = if is_modified { VersionKind::Checkpoint(KEPT_AS.to_owned()) } else { VersionKind::Saved };
        Mine { contents, kind }
    }

    /// Puts an article that was read anew in place of the one that is open. What was done to the one before cannot be
    /// taken back any more, since it tells of words that are gone.
    fn reload_article(&mut self, id: &Id, opened: super::opening::OpenedArticle) {
        self.close_journal();
        let target = Target::Article(id.clone());
        self.since_open.forget(&target);
        self.since_save.forget(&target);
        self.since_saving.forget(&target);
        self.history.forget(&target);
        let page = Page::new(&opened.article, self.case(), &self.index);
        self.workspace.articles.insert(id.clone(), opened.article);
        let state = ArticleState::Ready(Box::new(page));
        self.articles.insert(id.clone(), ArticleDocument { document: opened.document, state });
        self.foreign.remove(&Which::Article(id.clone()));
        if let Some(place) = self.case().place(id) {
            self.rename(place);
        }
        if self.is_as_saved() {
            self.saved_revision = self.history.revision();
        }
        // The journal begins anew with what there is now; what it held before can be recovered.
        if self.is_modified() {
            let revision = self.saved_revision;
            self.note(|| Entry::Settled(revision));
        }
        self.structure += 1;
        self.changes += 1;
        self.recount();
    }

    /// Whether nothing differs from what was saved last, whatever the steps were.
    fn is_as_saved(&self) -> bool {
        self.since_save.iter().all(|(target, saved)| self.current(target).as_ref() == saved)
    }

    /// What is selected, told so that it can be found in another state of the case.
    fn selection_by_id(&self) -> (Option<(List, Id)>, Selection) {
        let form = match &self.selection.form {
            Some(Target::Record(place)) => self.case().id_at(*place).map(|id| (place.list, id.clone())),
            _ => None,
        };
        (form, self.selection.clone())
    }

    fn select_by_id(&mut self, (record, before): (Option<(List, Id)>, Selection)) {
        let article = before.article.filter(|id| self.case().place(id).is_some());
        let form = match (record, before.form) {
            (Some((list, id)), _) => self.case().place(&id).filter(|place| place.list == list).map(Target::Record),
            (None, Some(Target::Article(id))) => self.case().place(&id).map(|_| Target::Article(id)),
            (None, _) => None,
        };
        self.selection =
            Selection { form: form.or(self.selection.form.take()), article: article.or(self.selection.article.take()) };
    }

    /// What is open here is to stand in the file: the next save knowingly replaces what another program wrote.
    pub(super) fn keep_mine(&mut self, which: &Which) {
        let Some(foreign) = self.foreign.remove(which) else { return };
        let Some(document) = self.document_mut(which) else { return };
        match foreign.theirs {
            Theirs::Written { digest, stamp } => {
                document.on_disk.theirs.push(digest);
                document.on_disk.stamp = stamp;
                document.is_due = true;
            }
            Theirs::Removed => {
                document.on_disk = OnDisk::default();
                document.is_due = true;
            }
            // What was saved from here lies there.
            Theirs::Displaced(_) => {}
            // Nothing is known that could be replaced: the next save finds out.
            Theirs::Unreadable(_) => document.is_due = true,
        }
    }

    /// Writes a file that was removed once more.
    pub(super) fn save_again(&mut self, which: &Which) {
        self.keep_mine(which);
        self.save();
    }

    /// Writes every file again that was removed.
    pub(super) fn save_all_again(&mut self) {
        let removed = self.foreign.iter().filter(|(_, foreign)| foreign.theirs == Theirs::Removed);
        for which in removed.map(|(which, _)| which.clone()).collect::<Vec<_>>() {
            self.keep_mine(&which);
        }
        self.save();
    }

    /// Has the case name a new file for an article, and writes what is open here to it. What another program wrote
    /// stays where it is.
    pub(super) fn save_article_copy(&mut self, id: &Id) {
        if let Some(why) = &self.document.read_only {
            self.messages.push(Message::failure(format!("Nothing was saved. {why}")));
            return;
        }
        let Some(place) = self.case().place(id).filter(|place| place.list == List::Articles) else { return };
        let Some(mut entry) = self.case().articles.get(place.slot).cloned() else { return };
        entry.file = self.free_file(&entry.title).into();
        let Some(path) = self.article_path(&entry.file) else { return };
        let edit = self.workspace.edit_to(Target::Record(place), Some(Record::Entry(entry)));
        self.transact("new file of an article", edit.into_iter().collect(), self.selection.clone());
        if let Some(known) = self.articles.get_mut(id) {
            known.document.path = Some(path);
            known.document.on_disk = OnDisk::default();
            known.document.is_due = true;
            known.document.leave_barrier();
        }
        self.forget_other_files();
        self.save();
    }
}

/// Whether what is open here lies in its file no longer.
fn is_written(foreign: &Foreign) -> bool {
    matches!(foreign.theirs, Theirs::Written { .. })
}

/// Bytes that a save displaced are no longer what lies there.
fn lies_elsewhere(document: &mut super::Document, on_disk: Option<OnDisk>) {
    if let Some(on_disk) = on_disk {
        document.on_disk = on_disk;
        document.is_due = true;
    }
}

/// What another program wrote, and what is known of it then.
type TheirBytes = (Option<(Digest, Option<Stat>)>, Vec<u8>);

fn bytes_of(disk: &dyn Disk, path: &Path, theirs: Theirs) -> Result<TheirBytes, String> {
    match theirs {
        Theirs::Displaced(bytes) => Ok((None, bytes.to_vec())),
        Theirs::Removed => Err("There is nothing to compare, since the file was removed.".to_owned()),
        Theirs::Unreadable(why) => Err(format!("There is nothing to compare: {why}.")),
        Theirs::Written { .. } => {
            let unreadable = |error| format!("The file could not be read: {}.", reason(&error));
            let before = disk.stat(path).map_err(unreadable)?;
            if before.kind != Kind::File {
                return Err("There is nothing to compare, since what lies there is no file.".to_owned());
            }
            let bytes = disk.read(path).map_err(unreadable)?;
            let stamp = disk.stat(path).ok().filter(|after| before == *after);
            Ok((Some((Digest::of(&bytes), stamp)), bytes))
        }
    }
}

fn compared(ours: Ours, theirs: Vec<u8>) -> Result<Difference, String> {
    let (base, faults) = Base::new(theirs);
    match (ours, base.kind()) {
        (Ours::Case(ours), FileKind::Case) => {
            let (ours, known) = Base::new(ours.bytes()?);
            let (ours, theirs) = (format::read_case(&ours, known), format::read_case(&base, faults));
            Ok(Difference::of_cases(&ours.case, &theirs.case))
        }
        (Ours::Article(ours), FileKind::Article) => {
            Ok(Difference::of_articles(&ours, &format::read_article(&base, faults).article))
        }
        (Ours::Case(_), _) => Err("What lies there now cannot be read as a case, so it cannot be compared.".to_owned()),
        (Ours::Article(_), _) => {
            Err("What lies there now cannot be read as an article, so it cannot be compared.".to_owned())
        }
    }
}

/// What another program wrote, if it came to the end with it. A part of a file could only be read, and yet would have to
/// be saved, since it lies in no file: nobody could go on from there.
fn whole(file: OpenedFile, path: &Path) -> OpenedFile {
    let document = match &file {
        OpenedFile::Case(case) => &case.document,
        OpenedFile::Article(article) => &article.document,
        OpenedFile::Text(_) | OpenedFile::Several | OpenedFile::Refused(_) => return file,
    };
    if document.read_only.is_none() {
        return file;
    }
    OpenedFile::Refused(format!(
        "What another program wrote was not taken, since it is no whole file. It is kept among the earlier versions, and \
         what is open here is unchanged: {}",
        path.display()
    ))
}
