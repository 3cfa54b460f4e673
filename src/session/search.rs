//! Searching everything that is open: away from the window, and always for what was typed last.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::jobs::Outcome;
use super::{ArticleState, Session};
use crate::model::{Id, List, Part, Place};
use crate::query::search::{Query, Scope};
use crate::query::{Hit, Names};
use crate::text::find::{Case, find_all};
use crate::text::indexed::IndexedText;
use crate::text::steps::{ceil_grapheme, floor_grapheme};

/// Most places that are shown of one article, and of all.
const MOST_OF_ONE: usize = 20;
const MOST_OF_ALL: usize = 200;
/// How many bytes are searched between two looks at whether anybody still waits.
const STRETCH: usize = 1 << 18;
/// How far beyond a stretch a match that begins in it is followed, at least.
const BEYOND: usize = 4_096;
/// Bytes shown before and after words that were found.
const BEFORE: usize = 28;
const AFTER: usize = 160;
/// A single letter stands everywhere: texts are searched for two and more, unless only they are searched.
const LEAST_LETTERS: usize = 2;

/// What was found, as far as the search has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// What was typed, with the sigil that says what is searched.
    pub typed: String,
    /// The records and articles so called, the best first.
    pub hits: Arc<Vec<Hit>>,
    /// Whether the names have been searched.
    pub has_names: bool,
    /// Where the words stand in articles.
    pub passages: Vec<Passage>,
    /// Whether `passages` were left off, since there are too many.
    pub has_more: bool,
    /// Whether the search has ended.
    pub is_done: bool,
}

/// Words found in the text of an article, with their line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The article.
    pub article: Id,
    /// Where the words stand in its text, in Unicode scalar values.
    pub range: Range<usize>,
    /// What stands around them, in one line.
    pub line: String,
    /// Where they stand in the line, in bytes.
    pub emphasis: Range<usize>,
}

/// What a session keeps for searching.
#[derive(Default)]
pub(super) struct Search {
    pub names: Names,
    /// The number of the search that was asked for last; the others end as soon as they see that it is not theirs.
    newest: Arc<AtomicU64>,
    found: Found,
    is_under_way: bool,
}

impl Session {
    /// Searches for what was typed, in place of what was searched for before.
    pub(super) fn search(&mut self, typed: String) {
        let number = self.search.newest.fetch_add(1, Ordering::Relaxed) + 1;
        let (scope, words) = Scope::of(&typed);
        let least = if scope == Scope::Texts { 1 } else { LEAST_LETTERS };
        let texts = if scope.has_texts() && words.chars().count() >= least { self.texts() } else { Vec::new() };
        let (words, names) = (words.to_owned(), scope.has_records().then(|| self.search.names.clone()));
        self.search.found = Found { typed, ..Found::default() };
        self.search.is_under_way = true;
        let newest = Arc::clone(&self.search.newest);
        self.jobs.start("search", move |report| {
            let is_stale = || newest.load(Ordering::Relaxed) != number;
            let mut found = Found::default();
            if let Some(names) = names {
                let Some(hits) = names.search(&Query::new(&words), is_stale) else { return };
                found.hits = Arc::new(hits);
            }
            if !texts.is_empty() {
                found.has_names = true;
                // The names need not wait for the texts.
                report(Outcome::Found { number, found: Box::new(found.clone()) });
                let Some((passages, has_more)) = passages(&texts, &words, is_stale) else { return };
                (found.passages, found.has_more) = (passages, has_more);
            }
            (found.has_names, found.is_done) = (true, true);
            report(Outcome::Found { number, found: Box::new(found) });
        });
    }

    /// Ends the search, and forgets what was found.
    pub(super) fn end_search(&mut self) {
        self.search.newest.fetch_add(1, Ordering::Relaxed);
        self.search.found = Found::default();
        self.search.is_under_way = false;
    }

    /// What was found; an answer that nobody waits for any more is dropped.
    pub(super) fn take_in_found(&mut self, number: u64, found: Found) {
        if number == self.search.newest.load(Ordering::Relaxed) {
            let typed = std::mem::take(&mut self.search.found.typed);
            self.search.is_under_way = !found.is_done;
            self.search.found = Found { typed, ..found };
        }
    }

    /// What was found of what was searched for last.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.search.found
    }

    /// Whether a search is under way.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.search.is_under_way
    }

    /// What every record is found by.
    #[must_use]
    pub fn names(&self) -> &Names {
        &self.search.names
    }

    /// Takes in what the record at a place is called now.
    pub(super) fn rename(&mut self, place: Place) {
        let case = &self.workspace.case;
        let entry = (place.list == List::Articles).then(|| case.articles.get(place.slot)).flatten();
        let article = entry.and_then(|entry| self.workspace.articles.get(&entry.id));
        self.search.names.update(case, place, article.map_or("", |article| &article.publisher));
        if place.list == List::Parties
            && let Some(id) = case.id_at(place)
        {
            // A proceeding is called after its court.
            for slot in self.index.proceedings_with(id) {
                self.search.names.update(case, Place { list: List::Proceedings, slot: *slot }, "");
            }
        }
    }

    /// The texts of the articles that were read, in the order of the case.
    fn texts(&self) -> Vec<(Id, IndexedText)> {
        let ids = self.workspace.case.articles.iter().map(|(_, entry)| &entry.id);
        let text = |id: &Id| match &self.articles.get(id)?.state {
            ArticleState::Ready(page) => Some((id.clone(), page.part(Part::Text).text.clone())),
            ArticleState::Loading | ArticleState::Missing(_) => None,
        };
        ids.filter_map(text).collect()
    }
}

/// The first places of the words in each text, and whether there are more. `None` where nobody waits any more.
fn passages(texts: &[(Id, IndexedText)], words: &str, is_stale: impl Fn() -> bool) -> Option<(Vec<Passage>, bool)> {
    let (mut found, mut has_more) = (Vec::new(), false);
    for (id, text) in texts {
        let room = MOST_OF_ALL - found.len();
        // One more than there is room for, to tell whether that is all.
        let mut places = places(text.as_str(), words, room.min(MOST_OF_ONE) + 1, &is_stale)?;
        if places.len() > room.min(MOST_OF_ONE) {
            places.pop();
            has_more = true;
        }
        found.extend(places.into_iter().map(|bytes| passage(id, text, bytes)));
        if found.len() >= MOST_OF_ALL {
            return Some((found, true));
        }
    }
    Some((found, has_more))
}

/// The first places of words in a text, in bytes.
fn places(text: &str, words: &str, most: usize, is_stale: impl Fn() -> bool) -> Option<Vec<Range<usize>>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while from < text.len() && found.len() < most {
        if is_stale() {
            return None;
        }
        let stop = text.ceil_char_boundary((from + STRETCH).min(text.len()));
        let end = text.ceil_char_boundary((stop + BEYOND + 4 * words.len()).min(text.len()));
        let matches = find_all(&text[from..end], words, Case::Ignored).into_iter();
        let matches = matches.map(|found| found.start + from..found.end + from);
        found.extend(matches.take_while(|found| found.start < stop || stop == text.len()));
        from = found.last().map_or(stop, |last| last.end.max(stop));
    }
    found.truncate(most);
    Some(found)
}

/// Words in their line: white space is a space there, and what is left off at its ends is an ellipsis.
fn passage(article: &Id, text: &IndexedText, bytes: Range<usize>) -> Passage {
    let whole = text.as_str();
    let paragraph = crate::text::steps::paragraph_at_byte(whole, bytes.start);
    let start = floor_grapheme(whole, bytes.start.saturating_sub(BEFORE)).max(paragraph.start).min(bytes.start);
    // Words that go on in the next paragraph take it along.
    let end = ceil_grapheme(whole, bytes.end.saturating_add(AFTER)).min(paragraph.end).max(bytes.end);
    let (before, start) = word_start(whole, start..bytes.start, paragraph.start);
    let mut line = String::from(if before { "… " } else { "" });
    push_line(&mut line, whole.get(start..bytes.start).unwrap_or_default());
    let from = line.len();
    push_line(&mut line, whole.get(bytes.clone()).unwrap_or_default());
    let emphasis = from..line.len();
    push_line(&mut line, whole.get(bytes.end..end).unwrap_or_default());
    if end < paragraph.end {
        line.push('…');
    }
    Passage { article: article.clone(), range: text.chars_of(bytes), line, emphasis }
}

/// Where a line is to begin so that it does not begin inside a word, and whether anything before it is left off.
fn word_start(text: &str, room: Range<usize>, paragraph: usize) -> (bool, usize) {
    let before = text.get(room.clone()).unwrap_or_default();
    if room.start == paragraph {
        return (false, room.end - before.trim_start().len());
    }
    let rest = before.find(char::is_whitespace).and_then(|at| before.get(at..)).map_or(before, str::trim_start);
    (true, room.end - rest.len())
}

fn push_line(line: &mut String, words: &str) {
    line.extend(words.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }));
}

#[cfg(test)]
mod tests;
