//! An article made ready to be read: its parts split into paragraphs, its quotes found in the words.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::model::{Article, Case, Id, List, Part, Place, Quote};
use crate::query::Index;
use crate::text::anchor::{AnchorRef, Resolution, State, resolve};
use crate::text::indexed::IndexedText;
use crate::text::paragraphs::{Paragraph, paragraphs};
use crate::text::runs::{Mark, MarkIndex};

/// The kinds of highlight: what the record is that the words speak of. The number is that of the mark's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A party.
    Party = 0,
    /// An amount.
    Amount = 1,
    /// A date.
    Date = 2,
    /// A court action or a proceeding.
    Action = 3,
    /// No record yet.
    Quote = 4,
}

impl MarkKind {
    /// Every kind, by its number.
    pub const ALL: [Self; 5] = [Self::Party, Self::Amount, Self::Date, Self::Action, Self::Quote];

    /// The kind of highlight for records of a list.
    #[must_use]
    pub fn of(list: List) -> Self {
        match list {
            List::Parties => Self::Party,
            List::Amounts => Self::Amount,
            List::Dates => Self::Date,
            List::Actions | List::Proceedings => Self::Action,
            List::Articles | List::Links | List::Quotes | List::Claims => Self::Quote,
        }
    }
}

/// One part of an article, ready to be read.
#[derive(Clone, Debug)]
pub struct PartPage {
    /// Its words.
    pub text: IndexedText,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Its highlights; the key of a mark tells the quote ([`quote_of`]).
    pub marks: MarkIndex,
}

impl PartPage {
    fn new(text: Arc<str>, marks: Vec<Mark>) -> Self {
        let text = IndexedText::new(text);
        let paragraphs = paragraphs(text.as_str());
        let marks = MarkIndex::new(&paragraphs, marks);
        Self { text, paragraphs, marks }
    }
}

/// An article, ready to be read.
#[derive(Clone, Debug)]
pub struct Page {
    title: PartPage,
    byline: PartPage,
    text: PartPage,
    resolutions: HashMap<u32, Resolution>,
    found: Found,
    /// The records that each quote proves something of.
    proves: HashMap<u32, Vec<Place>>,
    /// How many quotes prove something of each record.
    records: HashMap<Place, usize>,
}

/// How many quotes were found in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Where they were, word for word.
    pub exact: usize,
    /// Elsewhere, altered, or at several places.
    pub moved: usize,
    /// Nowhere.
    pub lost: usize,
}

impl Found {
    fn counter(&mut self, state: State) -> &mut usize {
        match state {
            State::Exact => &mut self.exact,
            State::Moved | State::Altered | State::Ambiguous => &mut self.moved,
            State::Lost => &mut self.lost,
        }
    }
}

/// The slot of the quote that the mark with this key stands for.
#[must_use]
pub fn quote_of(key: u32) -> u32 {
    key / KEYS_PER_QUOTE
}

/// A quote has a mark for each kind of record that it proves something of.
const KEYS_PER_QUOTE: u32 = 8;

impl Page {
    /// Makes an article ready, with the quotes that the case has in it.
    #[must_use]
    pub fn new(article: &Article, case: &Case, index: &Index) -> Self {
        let mut page = Self {
            title: PartPage::new(Arc::from(article.title.as_str()), Vec::new()),
            byline: PartPage::new(Arc::from(article.byline.as_str()), Vec::new()),
            text: PartPage::new(Arc::clone(&article.text), Vec::new()),
            resolutions: HashMap::new(),
            found: Found::default(),
            proves: HashMap::new(),
            records: HashMap::new(),
        };
        let mut marks: [Vec<Mark>; 3] = Default::default();
        for slot in index.quotes_in(&article.id) {
            let Some(quote) = case.quotes.get(*slot) else { continue };
            let resolution = page.resolve(quote);
            if let Some(range) = &resolution.range {
                let part = page.part(quote.part);
                let bytes = part.text.bytes_of(range.clone());
                let places = places_of(case, index, &quote.id);
                marks[part_number(quote.part)].extend(marks_of(*slot, &places, &bytes));
                page.prove(*slot, places);
            }
            *page.found.counter(resolution.state) += 1;
            page.resolutions.insert(*slot, resolution);
        }
        for (part, marks) in [Part::Title, Part::Byline, Part::Text].into_iter().zip(marks) {
            let part = page.part_mut(part);
            part.marks = MarkIndex::new(&part.paragraphs, marks);
        }
        page
    }

    /// A part of the article.
    #[must_use]
    pub fn part(&self, part: Part) -> &PartPage {
        match part {
            Part::Title => &self.title,
            Part::Byline => &self.byline,
            Part::Text => &self.text,
        }
    }

    fn part_mut(&mut self, part: Part) -> &mut PartPage {
        match part {
            Part::Title => &mut self.title,
            Part::Byline => &mut self.byline,
            Part::Text => &mut self.text,
        }
    }

    /// Where a quote (its slot) was found.
    #[must_use]
    pub fn resolution(&self, quote: u32) -> Option<&Resolution> {
        self.resolutions.get(&quote)
    }

    /// How many quotes were found in which state.
    #[must_use]
    pub fn found(&self) -> Found {
        self.found
    }

    /// Takes a change of the quote in a slot, or of what it proves, into account.
    pub fn update_quote(&mut self, article: &Id, case: &Case, index: &Index, slot: u32) {
        for part in [&mut self.title, &mut self.byline, &mut self.text] {
            for kind in MarkKind::ALL {
                part.marks.remove(key(slot, kind));
            }
        }
        if let Some(resolution) = self.resolutions.remove(&slot) {
            *self.found.counter(resolution.state) -= 1;
        }
        self.disprove(slot);
        let Some(quote) = case.quotes.get(slot).filter(|quote| quote.article == *article) else { return };
        let resolution = self.resolve(quote);
        if let Some(range) = &resolution.range {
            let part = self.part_mut(quote.part);
            let bytes = part.text.bytes_of(range.clone());
            let places = places_of(case, index, &quote.id);
            for mark in marks_of(slot, &places, &bytes) {
                part.marks.insert(mark);
            }
            self.prove(slot, places);
        }
        *self.found.counter(resolution.state) += 1;
        self.resolutions.insert(slot, resolution);
    }

    /// How many records have words in the article.
    #[must_use]
    pub fn records(&self) -> usize {
        self.records.len()
    }

    /// Whether words of the article prove something of a record.
    #[must_use]
    pub fn has_words_for(&self, place: Place) -> bool {
        self.records.contains_key(&place)
    }

    fn prove(&mut self, slot: u32, places: Vec<Place>) {
        for place in &places {
            *self.records.entry(*place).or_default() += 1;
        }
        self.proves.insert(slot, places);
    }

    fn disprove(&mut self, slot: u32) {
        for place in self.proves.remove(&slot).unwrap_or_default() {
            if let Some(count) = self.records.get_mut(&place) {
                *count -= 1;
                if *count == 0 {
                    self.records.remove(&place);
                }
            }
        }
    }

    fn resolve(&self, quote: &Quote) -> Resolution {
        let anchor = AnchorRef {
            exact: &quote.exact,
            prefix: &quote.prefix,
            suffix: &quote.suffix,
            start: quote.start,
            end: quote.end,
        };
        resolve(&self.part(quote.part).text, &anchor)
    }
}

fn part_number(part: Part) -> usize {
    match part {
        Part::Title => 0,
        Part::Byline => 1,
        Part::Text => 2,
    }
}

fn key(slot: u32, kind: MarkKind) -> u32 {
    slot.saturating_mul(KEYS_PER_QUOTE).saturating_add(kind as u32)
}

/// The records that a quote proves something of, each once.
fn places_of(case: &Case, index: &Index, quote: &Id) -> Vec<Place> {
    let claims = index.claims_by_quote(quote).iter().filter_map(|claim| case.claims.get(*claim));
    let mut places: Vec<Place> = claims.filter_map(|claim| case.place(&claim.record)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn marks_of(slot: u32, places: &[Place], bytes: &Range<usize>) -> Vec<Mark> {
    let mut kinds: Vec<MarkKind> = places.iter().map(|place| MarkKind::of(place.list)).collect();
    kinds.sort_by_key(|kind| *kind as u8);
    kinds.dedup();
    if kinds.is_empty() {
        kinds.push(MarkKind::Quote);
    }
    kinds.into_iter().map(|kind| Mark { range: bytes.clone(), kind: kind as u8, key: key(slot, kind) }).collect()
}
