//! Newer texts of the articles of the case: what the files say now from which they came, or what another file says of the
//! same page. What becomes of them is a person's decision.

mod looking;

use std::collections::{BTreeMap, BTreeSet, HashSet};
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
use looking::is_same_page;

/// Words up to this many bytes are in every text.
const SHORT: usize = 4;

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
}

impl Newer {
    /// What a file says of an article now. `None` where it has no other text, or less of it.
    pub(super) fn of(article: &Article, says: Article, path: PathBuf, is_source: bool) -> Option<Self> {
        let (before, after) = (article.text.trim(), says.text.trim());
        if after.is_empty() || after == before || is_beginning(after, before) {
            return None;
        }
        let changed = Article { text: Arc::clone(&says.text), ..article.clone() };
        let difference = Arc::new(Difference::of_articles(article, &changed));
        Some(Self { path, is_source, difference, says: Arc::new(says) })
    }
}

/// The article of these that another file speaks of: one of the same page, as far as headline or words agree. Lists give many
/// stories the address of the page they were listed on.
pub(super) fn same_story<'a>(known: impl Iterator<Item = &'a Article> + Clone, says: &Article) -> Option<&'a Article> {
    let of_page = known.filter(|known| is_same_page(&known.url, &says.url));
    let has_text = |known: &&Article| known.text.trim() == says.text.trim();
    let is_titled = |known: &&Article| known.title == says.title;
    let is_alike = |known: &&Article| is_alike(&known.text, &says.text);
    of_page
        .clone()
        .find(has_text)
        .or_else(|| of_page.clone().find(is_titled))
        .or_else(|| of_page.clone().find(is_alike))
}

/// Whether two texts share a good part of their words, or one of them has none.
fn is_alike(one: &str, other: &str) -> bool {
    fn words(text: &str) -> HashSet<&str> {
        text.split_whitespace().filter(|word| word.len() > SHORT).collect()
    }
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    3 * shared >= one.len().min(other.len())
}

/// Whether one text is the beginning of another, as services give it: cut off, with dots at its end.
fn is_beginning(part: &str, whole: &str) -> bool {
    let part = part.rsplit_once('[').filter(|(_, rest)| rest.starts_with('+')).map_or(part, |(part, _)| part);
    let part = part.trim_end().trim_end_matches(['…', '.']).trim_end();
    part.len() < whole.len() && whole.starts_with(part)
}

/// The newer texts that are known of, and the look for them.
#[derive(Debug, Default)]
pub struct NewerTexts {
    found: BTreeMap<Id, Newer>,
    /// Where files lie of which this is not remembered yet, by their SHA-256.
    places: BTreeMap<String, PathBuf>,
    /// The files from which the articles came, as far as it is known where they lie.
    paths: BTreeSet<PathBuf>,
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
        let has_origin = |article: &&Article| article.origin.as_ref().is_some_and(|origin| !origin.sha256.is_empty());
        let articles: Vec<Article> = self.workspace.articles.values().filter(has_origin).cloned().collect();
        if self.document.read_only.is_some() || articles.is_empty() && self.newer.found.is_empty() {
            return;
        }
        if self.newer.now.is_some() {
            self.newer.again = true;
            return;
        }
        self.newer.again = false;
        self.newer.last += 1;
        let (number, is_over) = (self.newer.last, Arc::new(AtomicBool::new(false)));
        self.newer.now = Some((number, Arc::clone(&is_over)));
        let folder = self.document.path.as_deref().and_then(|path| path.parent()).map(ToOwned::to_owned);
        let (state, mappings) = (self.storage.state.clone(), self.mappings.clone());
        let places = self.newer.places.clone();
        self.jobs.start("look for newer texts", move |report| {
            let is_cancelled = || is_over.load(Ordering::Relaxed);
            let (folder, mappings) = (folder.as_deref(), &mappings);
            let looker = looking::Looker { folder, places: &places, mappings, is_cancelled: &is_cancelled };
            report(Outcome::Newer(Box::new(looker.look(number, &articles, state.as_ref()))));
        });
    }

    pub(super) fn take_in_newer(&mut self, looked: LookedForNewer) {
        if self.newer.now.as_ref().is_none_or(|(number, _)| *number != looked.number) {
            return;
        }
        self.newer.now = None;
        // What another file says of a page stays until somebody decides on it.
        self.newer.found.retain(|_, newer| !newer.is_source);
        for (id, newer) in looked.found {
            self.note_newer(id, newer);
        }
        if self.newer.paths != looked.paths {
            self.newer.paths = looked.paths;
            self.watch();
        }
        if self.newer.again {
            self.look_for_newer();
        }
    }

    /// Notes a newer text of an article of the case, unless it was decided on, or the article has it by now.
    pub(super) fn note_newer(&mut self, id: Id, newer: Newer) {
        let Some(article) = self.article(&id) else { return };
        let is_decided = article.text.trim() == newer.says.text.trim()
            || self.newer.passed.contains(&(id.clone(), sha256(&newer.says.text)));
        if !is_decided && !self.newer.found.contains_key(&id) {
            self.newer.found.insert(id, newer);
        }
    }

    /// Offers what another file says of an article's page, whatever was decided on it before.
    pub(super) fn offer_text(&mut self, id: Id, newer: Newer) {
        self.newer.passed.remove(&(id.clone(), sha256(&newer.says.text)));
        self.newer.found.remove(&id);
        self.note_newer(id, newer);
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
        let today: Option<PartialDate> = jiff::Zoned::now().date().to_string().parse().ok();
        let (mut batch, mut taken, mut noted) = (Batch::default(), Vec::new(), Vec::new());
        for id in ids {
            let (Some(newer), Some(article)) = (self.newer.found.get(id).cloned(), self.article(id).cloned()) else {
                continue;
            };
            let target = Target::Article(id.clone());
            if let Some(why) = self.read_only_reason(&target) {
                self.messages.push(Message::failure(format!("The text was not changed. {why}")));
                continue;
            }
            let earlier = sha256(&article.text).into();
            let mut article = article.with_text(&newer.says.text, earlier, today.clone());
            if newer.says.retrieved.is_some() {
                article.retrieved.clone_from(&newer.says.retrieved);
                article.retrieved_as_typed = Text::default();
            }
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
        for id in &taken {
            self.newer.found.remove(id);
        }
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
        let (mut found, mut lost) = (0, 0);
        for quotes in taken.iter().filter_map(|id| self.page(id)).map(super::page::Page::found) {
            found += quotes.exact + quotes.moved;
            lost += quotes.lost;
        }
        let texts = match taken {
            [_] => "The article has its newer text".to_owned(),
            all => format!("{} articles have their newer texts", all.len()),
        };
        let quotes = match (found, lost) {
            (0, 0) => String::new(),
            (_, 0) => " Every quote was found again.".to_owned(),
            (0, _) => " None of the quotes was found again.".to_owned(),
            (found, lost) => format!(" Quotes found again: {found}; not found: {lost}."),
        };
        format!("{texts}; what was there before is kept as an earlier text.{quotes}")
    }

    /// Remembers where files lie from which articles of the case are, with their SHA-256.
    pub(super) fn remember_files(&mut self, files: impl IntoIterator<Item = (PathBuf, String)>) {
        self.newer.places.extend(files.into_iter().map(|(path, sha256)| (sha256, path)));
        self.looks.is_watch_due = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories_of_one_page_are_told_apart() {
        let article = |title: &str, text: &str| Article {
            title: title.into(),
            text: text.into(),
            url: "https://a.example/news".into(),
            ..Article::default()
        };
        let known = [
            article("Quay sinks", "The harbour board said that the quay had been sinking."),
            article("Pier opens", "Visitors walked across the pier."),
            article("", ""),
        ];
        for (says, expected) in [
            (article("Quay sinks", "Something else."), Some(0)),
            (article("Another headline", "The harbour board said that its quay had been leaking."), Some(0)),
            (article("Pier closes", "Visitors walked across the pier."), Some(1)),
            (article("Crane falls", "Nobody knows why a crane could ever stumble."), None),
        ] {
            let found = same_story(known[..2].iter(), &says).map(|found| found.title.clone());
            assert_eq!(found, expected.map(|at: usize| known[at].title.clone()), "{}", says.title);
        }
        assert!(same_story(known[2..].iter(), &article("Crane falls", "Nobody.")).is_some(), "nothing is in it yet");
    }

    #[test]
    fn a_teaser_is_no_newer_text() {
        let whole = "The quay sank on Monday. Nobody was hurt.";
        for (part, expected) in [
            ("The quay sank on Monday.", true),
            ("The quay sank…", true),
            ("The quay sank on... [+120 chars]", true),
            ("The quay rose on Monday.", false),
            ("The quay sank on Monday. Nobody was hurt. A diver said so.", false),
        ] {
            assert_eq!(is_beginning(part, whole), expected, "{part}");
        }
    }
}
