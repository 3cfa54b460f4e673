//! Marking every occurrence of a name: finding them, away from the window where texts are long, and writing them down.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::evidence::{now, trimmed};
use super::jobs::Outcome;
use super::page::{PartPage, quote_of};
use super::{Message, Session, Words};
use crate::edit::Batch;
use crate::model::{Claim, Id, List, Part, Quote, Record, Text};
use crate::text::anchor::Anchor;
use crate::text::find::normalised;
use crate::text::indexed::IndexedText;
use crate::text::occurrences::Names;

/// Bytes of text up to which a search takes a blink and needs no thread.
const AT_ONCE: usize = 256 << 10;
/// The most occurrences that are found at once: more than anyone looks through.
pub const MOST_OCCURRENCES: usize = 20_000;

const PARTS: [Part; 3] = [Part::Title, Part::Byline, Part::Text];

/// Names to be found, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OccurrenceQuery {
    /// The party whose names they are.
    pub party: Id,
    /// The names.
    pub names: Vec<Text>,
    /// The article to look through; every article that was read where there is none.
    pub article: Option<Id>,
    /// Whether a name is not found inside a longer word.
    pub whole_words: bool,
    /// Whether capital and small letters differ.
    pub match_case: bool,
}

/// A place where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The place.
    pub words: Words,
    /// Whether a highlight of the party covers it already.
    pub is_marked: bool,
}

/// What came of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// What was looked for.
    pub query: OccurrenceQuery,
    /// The places, article by article in the order of the case.
    pub found: Vec<Occurrence>,
    /// How many were passed over, since they are part of the name of another party.
    pub passed_over: usize,
    /// Whether there are more than [`MOST_OCCURRENCES`].
    pub is_cut: bool,
}

/// An article to be looked through.
struct Haystack {
    article: Id,
    parts: [IndexedText; 3],
    marked: [Covered; 3],
}

/// Stretches of a text, prepared to tell whether one of them covers another.
#[derive(Default)]
struct Covered {
    /// Starts in order, each with the furthest end of those up to it.
    ends: Vec<(usize, usize)>,
}

impl Covered {
    fn of(mut ranges: Vec<Range<usize>>) -> Self {
        ranges.sort_by_key(|range| range.start);
        let mut furthest = 0;
        let ends = ranges.into_iter().map(|range| {
            furthest = furthest.max(range.end);
            (range.start, furthest)
        });
        Self { ends: ends.collect() }
    }

    fn covers(&self, range: &Range<usize>) -> bool {
        let before = self.ends.partition_point(|(start, _)| *start <= range.start);
        before.checked_sub(1).is_some_and(|last| self.ends[last].1 >= range.end)
    }
}

impl Session {
    /// Starts a search; one that is under way is given up.
    pub(super) fn find_occurrences(&mut self, query: OccurrenceQuery) {
        let number = self.finding.fetch_add(1, Ordering::Relaxed) + 1;
        self.occurrences = None;
        let haystacks = self.haystacks(&query);
        let others = self.other_names(&query);
        let length: usize = haystacks.iter().flat_map(|one| &one.parts).map(|text| text.as_str().len()).sum();
        if length <= AT_ONCE {
            self.occurrences = search(query, &others, haystacks, || true);
            return;
        }
        let newest = Arc::clone(&self.finding);
        self.jobs.start("find occurrences", move |report| {
            let is_newest = || newest.load(Ordering::Relaxed) == number;
            if let Some(found) = search(query, &others, haystacks, is_newest) {
                report(Outcome::Occurrences { number, found });
            }
        });
    }

    /// Takes in what a search has found, unless a later one was started.
    pub(super) fn take_in_occurrences(&mut self, number: u64, found: Occurrences) {
        if self.finding.load(Ordering::Relaxed) == number {
            self.occurrences = Some(found);
        }
    }

    /// Takes what the newest search has found, once it has.
    pub fn take_occurrences(&mut self) -> Option<Occurrences> {
        self.occurrences.take()
    }

    fn haystacks(&self, query: &OccurrenceQuery) -> Vec<Haystack> {
        let entries = self.case().articles.iter().map(|(_, entry)| &entry.id);
        let wanted = entries.filter(|id| query.article.as_ref().is_none_or(|wanted| wanted == *id));
        let mut marked = self.highlights_of(&query.party);
        let haystack = |id: &Id| {
            let page = self.page(id)?;
            let marked = marked.remove(id).unwrap_or_default().map(Covered::of);
            Some(Haystack { article: id.clone(), parts: PARTS.map(|part| page.part(part).text.clone()), marked })
        };
        wanted.filter_map(haystack).collect()
    }

    /// The names of other parties that one of the names looked for is a part of: "Nordlys Havn" is not Nordlys.
    fn other_names(&self, query: &OccurrenceQuery) -> Vec<Text> {
        let wanted: Vec<String> = query.names.iter().map(|name| normalised(name)).collect();
        let is_longer = |name: &&Text| {
            let name = normalised(name);
            wanted.iter().any(|wanted| *wanted != name && name.contains(wanted.as_str()))
        };
        let others = self.case().parties.iter().map(|(_, party)| party);
        let others = others.filter(|party| party.id != query.party && party.merged_into.as_ref() != Some(&query.party));
        let names =
            others.flat_map(|party| std::iter::once(&party.name).chain(party.aliases.iter().map(|one| &one.name)));
        names.filter(is_longer).cloned().collect()
    }

    /// Where the quotes that speak of a record were found: by article, for each part, in characters.
    fn highlights_of(&self, record: &Id) -> HashMap<Id, [Vec<Range<usize>>; 3]> {
        let mut found: HashMap<Id, [Vec<Range<usize>>; 3]> = HashMap::new();
        for claim in self.index().claims_about(record) {
            let Some(claim) = self.case().claims.get(*claim) else { continue };
            let Some(place) = self.case().place(&claim.quote).filter(|place| place.list == List::Quotes) else {
                continue;
            };
            let Some(quote) = self.case().quotes.get(place.slot) else { continue };
            let resolution = self.page(&quote.article).and_then(|page| page.resolution(place.slot));
            if let Some(range) = resolution.and_then(|resolution| resolution.range.clone()) {
                found.entry(quote.article.clone()).or_default()[quote.part as usize].push(range);
            }
        }
        found
    }

    /// Marks words as mentions of a party, those left out that are marked so already: one step.
    pub(super) fn mark_occurrences(&mut self, party: &Id, all: &[Words]) {
        if self.case().place(party).is_none_or(|place| place.list != List::Parties) {
            return;
        }
        let mut seen = HashSet::new();
        let (mut batch, mut count) = (Batch::default(), 0);
        let at: Text = now().into();
        for words in all.iter().filter(|words| seen.insert(*words)) {
            let Some((quote, is_new)) = self.quote_at(words) else { continue };
            if !is_new && self.speaks_of(&quote.id, party) {
                continue;
            }
            let claim = Claim {
                id: self.new_id(),
                record: party.clone(),
                quote: quote.id.clone(),
                mode: "reported".into(),
                by: self.annotator.as_str().into(),
                at: at.clone(),
                ..Claim::default()
            };
            if is_new {
                batch.insert(&self.workspace, List::Quotes, Record::Quote(quote));
            }
            batch.insert(&self.workspace, List::Claims, Record::Claim(claim));
            count += 1;
        }
        let label =
            if count == 1 { "marking of an occurrence".to_owned() } else { format!("marking of {count} occurrences") };
        let changes = self.changes;
        self.transact(label, batch.into_edits(), self.selection.clone());
        if self.changes != changes {
            let words = if count == 1 { "1 occurrence was".to_owned() } else { format!("{count} occurrences were") };
            self.messages.push(Message::note(format!("{words} marked.")));
        }
    }

    /// The quote of these words, and whether it is new.
    pub(super) fn quote_at(&mut self, words: &Words) -> Option<(Quote, bool)> {
        let page = self.page(&words.article)?;
        let PartPage { text, marks, .. } = page.part(words.part);
        let range = trimmed(text, &words.range);
        let known = marks.marks_in(text.bytes_of(range.clone())).into_iter().map(quote_of).find_map(|slot| {
            let is_same = page.resolution(slot)?.range.as_ref() == Some(&range);
            self.case().quotes.get(slot).filter(|quote| is_same && quote.exact == text.slice(range.clone()))
        });
        if let Some(quote) = known {
            return Some((quote.clone(), false));
        }
        let anchor = Anchor::of(text, range);
        let version = self.article(&words.article)?.current_version();
        if anchor.exact.trim().is_empty() {
            return None;
        }
        let quote = Quote {
            id: self.new_id(),
            article: words.article.clone(),
            part: words.part,
            exact: anchor.exact.into(),
            prefix: anchor.prefix.into(),
            suffix: anchor.suffix.into(),
            start: anchor.start,
            end: anchor.end,
            version,
            ..Quote::default()
        };
        Some((quote, true))
    }

    /// Whether a quote proves or mentions anything of a record.
    fn speaks_of(&self, quote: &Id, record: &Id) -> bool {
        let mut claims = self.index().claims_by_quote(quote).iter().filter_map(|slot| self.case().claims.get(*slot));
        claims.any(|claim| claim.record == *record)
    }
}

/// Looks through articles, as long as it is wanted.
fn search(
    query: OccurrenceQuery,
    others: &[Text],
    haystacks: Vec<Haystack>,
    is_wanted: impl Fn() -> bool,
) -> Option<Occurrences> {
    let wanted = query.names.iter().map(Text::as_str);
    let names = Names::new(wanted, others.iter().map(Text::as_str), query.match_case, query.whole_words);
    let mut occurrences = Occurrences { query, ..Occurrences::default() };
    for Haystack { article, parts, marked } in haystacks {
        for ((part, text), marked) in PARTS.into_iter().zip(&parts).zip(&marked) {
            if !is_wanted() {
                return None;
            }
            let room = MOST_OCCURRENCES - occurrences.found.len();
            let found = names.find(text.as_str());
            occurrences.is_cut |= found.places.len() > room;
            occurrences.passed_over += found.passed_over;
            occurrences.found.extend(found.places.into_iter().take(room).map(|bytes| {
                let range = text.chars_of(bytes);
                let is_marked = marked.covers(&range);
                Occurrence { words: Words { article: article.clone(), part, range }, is_marked }
            }));
        }
    }
    Some(occurrences)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_stretch_is_covered_by_one_other(
            starts in prop::collection::vec((0_usize..30, 0_usize..9), 0..12), start in 0_usize..30, length in 1_usize..9,
        ) {
            let ranges: Vec<Range<usize>> = starts.into_iter().map(|(start, length)| start..start + length).collect();
            let sought = start..start + length;
            let expected = ranges.iter().any(|range| range.start <= sought.start && sought.end <= range.end);
            prop_assert_eq!(Covered::of(ranges).covers(&sought), expected);
        }
    }
}
