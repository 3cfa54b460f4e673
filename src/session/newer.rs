//! Newer texts of the articles of the case: what the files say now from which they came, or what another file says of the
//! same page. What becomes of them is a person's decision.

mod looking;
mod story;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::jobs::Outcome;
use super::{Message, Session, sha256};
use crate::edit::{Batch, Selection, Target};
use crate::model::{Article, ArticleEntry, Id, List, PartialDate, Record, Text};
use crate::query::Difference;
use crate::store::Whereabouts;

pub(super) use looking::LookedForNewer;
pub(super) use story::{is_alike, page_of, same_story};

/// The job that looks for newer texts.
pub(super) const LOOK: &str = "look for newer texts";

/// A newer text of an article.
#[derive(Clone, Debug)]
pub struct Newer {
    /// The file that says it.
    pub path: PathBuf,
    /// Whether it is the file from which the article came; otherwise it is another one of the same page.
    pub is_source: bool,
    /// What differs from the article.
    pub difference: Arc<Difference>,
    /// The article as the file has it.
    pub says: Arc<Article>,
    /// The text that it was compared with.
    compared: Arc<str>,
}

impl Newer {
    /// What a file says of an article now. `None` where it has no other text, one that the article had before, or a teaser.
    pub(super) fn of(article: &Article, says: Article, path: PathBuf, is_source: bool) -> Option<Self> {
        let (before, after) = (article.text.trim(), says.text.trim());
        let was_before = || article.versions.iter().any(|earlier| earlier.text.trim() == after);
        if after.is_empty() || after == before || story::is_cut_from(after, before) || was_before() {
            return None;
        }
        let changed = Article { text: Arc::clone(&says.text), ..article.clone() };
        let difference = Arc::new(Difference::of_articles(article, &changed));
        let compared = Arc::clone(&article.text);
        Some(Self { path, is_source, difference, says: Arc::new(says), compared })
    }
}

/// The newer texts that are known of, and the look for them.
#[derive(Debug, Default)]
pub struct NewerTexts {
    found: BTreeMap<Id, Newer>,
    /// Where files lie of which this is not remembered yet, by their SHA-256.
    places: BTreeMap<String, PathBuf>,
    /// The files from which the articles came, as far as it is known where they lie.
    paths: BTreeSet<PathBuf>,
    /// The changed files that were read, by the SHA-256 that they had.
    read: HashMap<String, looking::Read>,
    /// Texts that are not wanted, by the articles whose they would be.
    passed: HashSet<(Id, String)>,
    last: u64,
    /// The look that is under way, and how it is called off.
    now: Option<(u64, Arc<AtomicBool>)>,
    /// Whether there is to be another.
    again: bool,
}

impl NewerTexts {
    /// Another case is open.
    pub fn reset(&mut self) {
        let last = self.last;
        *self = Self::default();
        self.last = last;
    }

    /// The files to be watched for them.
    pub fn paths(&self) -> &BTreeSet<PathBuf> {
        &self.paths
    }

    fn call_off(&self) {
        if let Some((_, is_over)) = &self.now {
            is_over.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for NewerTexts {
    fn drop(&mut self) {
        self.call_off();
    }
}

impl Session {
    /// The newer texts of articles of the case that a person has not decided on.
    #[must_use]
    pub fn newer_texts(&self) -> &BTreeMap<Id, Newer> {
        &self.newer.found
    }

    /// Whether newer texts are being looked for, or are to be.
    #[must_use]
    pub fn is_looking_for_newer(&self) -> bool {
        self.newer.now.is_some() || self.newer.again
    }

    /// Looks at the files from which the articles came, away from the window.
    pub(super) fn look_for_newer(&mut self) {
        if self.newer.now.is_some() {
            self.newer.again = true;
            return;
        }
        self.newer.again = false;
        let has_origin = |article: &&Article| article.origin.as_ref().is_some_and(|origin| !origin.sha256.is_empty());
        let articles: Vec<Article> = self.articles_of_case().filter(has_origin).cloned().collect();
        if self.document.read_only.is_some() || articles.is_empty() && self.newer.found.is_empty() {
            return;
        }
        self.newer.last += 1;
        let (number, is_over) = (self.newer.last, Arc::new(AtomicBool::new(false)));
        self.newer.now = Some((number, Arc::clone(&is_over)));
        let folder = self.document.path.as_deref().and_then(|path| path.parent()).map(ToOwned::to_owned);
        let (state, mappings) = (self.storage.state.clone(), self.mappings.clone());
        let (places, last) = (self.newer.places.clone(), self.newer.read.clone());
        self.jobs.start(LOOK, move |report| {
            let is_cancelled = &|| is_over.load(Ordering::Relaxed);
            let (folder, mappings) = (folder.as_deref(), &mappings);
            let looker = looking::Looker { folder, places: &places, last: &last, mappings, is_cancelled };
            report(Outcome::Newer(Box::new(looker.look(number, &articles, state.as_ref()))));
        });
    }

    /// The articles that were read and that the case has: those that were taken out of it are still known.
    pub(super) fn articles_of_case(&self) -> impl Iterator<Item = &Article> {
        self.case().articles.iter().filter_map(|(_, entry)| self.article(&entry.id))
    }

    pub(super) fn take_in_newer(&mut self, looked: LookedForNewer) {
        if self.newer.now.as_ref().is_none_or(|(number, _)| *number != looked.number) {
            return;
        }
        self.newer.now = None;
        // What another file says of a page stays until somebody decides on it, and so does what was not read again.
        let mut found = std::mem::take(&mut self.newer.found);
        found.retain(|id, newer| {
            let origin = self.article(id).and_then(|article| article.origin.as_ref());
            !newer.is_source || origin.is_some_and(|origin| looked.unread.contains(origin.sha256.as_str()))
        });
        self.newer.found = found;
        self.newer.read = looked.read;
        for (id, newer) in looked.found {
            self.note_newer(id, newer);
        }
        self.forget_stale_texts();
        if self.newer.paths != looked.paths {
            self.newer.paths = looked.paths;
            self.watch();
        }
        if self.newer.again {
            self.look_for_newer();
        }
    }

    /// The look has ended before its time: there will be others.
    pub(super) fn forget_look_for_newer(&mut self) {
        self.newer.now = None;
    }

    /// Forgets the newer texts of articles that the case no longer has, or that say something else by now.
    pub(super) fn forget_stale_texts(&mut self) {
        if self.newer.found.is_empty() {
            return;
        }
        let mut found = std::mem::take(&mut self.newer.found);
        let count = found.len();
        found.retain(|id, newer| {
            let is_there = self.case().place(id).is_some_and(|place| place.list == List::Articles);
            is_there && self.article(id).is_some_and(|article| article.text == newer.compared)
        });
        if found.len() < count {
            // The text may come back, with an undo.
            self.newer.read.clear();
        }
        self.newer.found = found;
    }

    /// Notes a newer text of an article of the case, unless it was decided on. Whether it is offered.
    pub(super) fn note_newer(&mut self, id: Id, newer: Newer) -> bool {
        let passed = &self.newer.passed;
        let is_decided = !passed.is_empty() && passed.contains(&(id.clone(), sha256(&newer.says.text)));
        let is_current = self.article(&id).is_some_and(|article| article.text == newer.compared);
        let is_free = !self.newer.found.contains_key(&id) && self.document.read_only.is_none();
        let is_offered = !is_decided && is_current && is_free;
        if is_offered {
            self.newer.found.insert(id, newer);
        }
        is_offered
    }

    /// Offers what another file says of an article's page, whatever was decided on it before.
    pub(super) fn offer_text(&mut self, id: Id, newer: Newer) -> bool {
        self.newer.passed.remove(&(id.clone(), sha256(&newer.says.text)));
        self.newer.found.remove(&id);
        self.note_newer(id, newer)
    }

    /// Keeps the texts of articles as they are.
    pub(super) fn keep_texts(&mut self, ids: &[Id]) {
        let mut passed = Vec::new();
        for id in ids {
            let Some(newer) = self.newer.found.remove(id) else { continue };
            let text = sha256(&newer.says.text);
            let origin = self.article(id).and_then(|article| article.origin.as_ref());
            passed.extend(origin.map(|origin| (origin.sha256.to_string(), text.clone())));
            self.newer.passed.insert((id.clone(), text));
        }
        if let Some(state) = self.storage.state.clone() {
            self.jobs.start("note texts", move |_| {
                Whereabouts::change(&state, |known| {
                    for (file, text) in passed {
                        known.pass(&file, text);
                    }
                });
            });
        }
    }

    /// Has articles take their newer texts. The texts so far are kept as earlier ones, and the words of every quote are
    /// looked for in the new one.
    pub(super) fn take_texts(&mut self, ids: &[Id]) {
        self.forget_stale_texts();
        let today: Option<PartialDate> = jiff::Zoned::now().date().to_string().parse().ok();
        let (mut batch, mut taken, mut noted) = (Batch::default(), Vec::new(), Vec::new());
        for id in ids {
            let (Some(newer), Some(article)) = (self.newer.found.get(id).cloned(), self.article(id).cloned()) else {
                continue;
            };
            let target = Target::Article(id.clone());
            let why = self.read_only_reason(&target).or(self.document.read_only.as_deref());
            if let Some(why) = why {
                self.messages.push(Message::failure(format!("The text was not changed. {why}")));
                continue;
            }
            let earlier = sha256(&article.text).into();
            let mut article = article.with_text(&newer.says.text, earlier, today.clone());
            // The day on which the text so far was retrieved says nothing of this one.
            article.retrieved.clone_from(&newer.says.retrieved);
            article.retrieved_as_typed = Text::default();
            article.origin.clone_from(&newer.says.origin);
            noted.extend(article.origin.as_ref().map(|origin| (newer.path.clone(), origin.sha256.to_string())));
            self.entry_of_text(&mut batch, id, &article.text);
            batch.change(&self.workspace, target, Some(Record::Article(article)));
            taken.push(id.clone());
        }
        let Some(first) = taken.first().cloned() else { return };
        let after = Selection { form: Some(Target::Article(first.clone())), article: Some(first) };
        let label = if taken.len() == 1 { "newer text" } else { "newer texts" };
        self.transact(label, batch.into_edits(), after);
        self.messages.push(Message::note(self.said_of_texts(&taken)));
        self.remember_files(noted);
    }

    /// The case's entry of an article says which text is annotated.
    fn entry_of_text(&self, batch: &mut Batch, id: &Id, text: &str) {
        let place = self.case().place(id).filter(|place| place.list == List::Articles);
        let Some((place, entry)) = place.and_then(|place| Some((place, self.case().articles.get(place.slot)?))) else {
            return;
        };
        let entry = ArticleEntry { sha256: sha256(text).into(), ..entry.clone() };
        batch.change(&self.workspace, Target::Record(place), Some(Record::Entry(entry)));
    }

    /// What became of the quotes.
    fn said_of_texts(&self, taken: &[Id]) -> String {
        let mut quotes = super::page::Found::default();
        for of_page in taken.iter().filter_map(|id| self.page(id)).map(super::page::Page::found) {
            quotes.exact += of_page.exact;
            quotes.moved += of_page.moved;
            quotes.lost += of_page.lost;
        }
        let texts = match taken {
            [_] => "The article has its newer text".to_owned(),
            all => format!("{} articles have their newer texts", all.len()),
        };
        let super::page::Found { exact, moved, lost } = quotes;
        let quotes = match exact + moved + lost {
            0 => String::new(),
            _ => format!(" Quotes: {exact} where they were, {moved} elsewhere or altered, {lost} not found."),
        };
        format!("{texts}; what was there before is kept as an earlier text.{quotes}")
    }

    /// Remembers where files lie from which articles of the case are, with their SHA-256.
    pub(super) fn remember_files(&mut self, files: impl IntoIterator<Item = (PathBuf, String)>) {
        self.newer.places.extend(files.into_iter().map(|(path, sha256)| (sha256, path)));
        self.looks.is_watch_due = true;
    }
}
