//! Remembering a place in a text by its words, and finding it again after the text changed.
//!
//! The idea is that of the Web Annotation Data Model's text quote and text position selectors
//! (W3C Recommendation, 23 February 2017, sections 4.2.4 and 4.2.5): the words, what surrounds
//! them, and where they stood. The position is never believed on its own.

use std::cmp::Reverse;
use std::ops::Range;

use super::find::{Case, Pattern, joined};
use super::indexed::{IndexedText, count, head, tail};

mod altered;
mod places;

use places::{Agreement, Near, Place};

/// Characters of context kept on each side.
pub const CONTEXT: usize = 32;
/// Agreement, in characters of context, that settles which of several places is meant.
const SURE: usize = 8;
/// The least agreement that is looked for on the second side of altered words.
const SOME: usize = 4;
/// Characters from which on words that occur just once are known without their context.
const TELLING: usize = 32;
/// Agreement on one side by which another place outdoes the one remembered.
const STRONG: usize = 16;
/// Characters compared, at most, when looking for the same words in another typography.
const LOOSE_WORK: usize = 2_000_000;
/// Places of the very words from which on another typography is not looked for as well.
const COMMON: usize = 1_000;

/// A place in a text: its words, their surroundings and their position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The words.
    pub exact: String,
    /// Up to [`CONTEXT`] characters before them.
    pub prefix: String,
    /// Up to [`CONTEXT`] characters after them.
    pub suffix: String,
    /// Their first character, counted in characters from the start of the text.
    pub start: usize,
    /// The character after their last.
    pub end: usize,
}

/// A borrowed [`Anchor`]; its fields mean the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnchorRef<'a> {
    /// The words.
    pub exact: &'a str,
    /// Up to [`CONTEXT`] characters before them.
    pub prefix: &'a str,
    /// Up to [`CONTEXT`] characters after them.
    pub suffix: &'a str,
    /// Their first character.
    pub start: usize,
    /// The character after their last.
    pub end: usize,
}

impl Anchor {
    /// The anchor of a range of characters, clamped to the text.
    #[must_use]
    pub fn of(text: &IndexedText, chars: Range<usize>) -> Self {
        let start = chars.start.min(text.chars());
        let end = chars.end.clamp(start, text.chars());
        Self {
            exact: text.slice(start..end).to_owned(),
            prefix: text.slice(start.saturating_sub(CONTEXT)..start).to_owned(),
            suffix: text.slice(end..end.saturating_add(CONTEXT)).to_owned(),
            start,
            end,
        }
    }

    /// The same anchor, borrowed.
    #[must_use]
    pub fn borrowed(&self) -> AnchorRef<'_> {
        AnchorRef { exact: &self.exact, prefix: &self.prefix, suffix: &self.suffix, start: self.start, end: self.end }
    }
}

/// How well a place was found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The words stand where they stood.
    Exact,
    /// The same words stand elsewhere, and only one place can be meant.
    Moved,
    /// The surroundings were found, with words between them that are similar or the same but for
    /// white space, capitals and quotation marks.
    Altered,
    /// Several places are as likely, or the only one is doubtful; one is proposed.
    Ambiguous,
    /// Nothing like it is in the text.
    Lost,
}

/// Where an anchor points in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// How well the place was found.
    pub state: State,
    /// The place, in characters; with [`State::Ambiguous`] a proposal, with [`State::Lost`] none.
    pub range: Option<Range<usize>>,
}

/// Finds where an anchor points in a text, which may have changed since.
///
/// In this order, the first that is clear:
/// 1. The position, if the very words stand there and the context agrees on one side at least, or
///    no other place has a better claim.
/// 2. The same words elsewhere. A place is clear if its context agrees best of all and on 8
///    characters or more, or if the words are 32 characters or longer and occur only there. Words
///    found inside longer words do not count, unless they were part of one before.
/// 3. The same words but for white space, capitals and the shape of quotation marks, likewise.
/// 4. What stands between the end of the prefix and the head of the suffix (8 characters of one,
///    4 of the other at least), if it is no longer than twice the words and 32 characters, and at
///    least half its words are the same, in order.
///
/// If none is clear, the place whose context agrees best (then the nearest) is proposed. So a
/// sum that was corrected in its sentence is found there, and not where the old sum stands in
/// another.
///
/// Work is bounded whatever the text and the anchor: the text is read at most six times at the
/// speed of a substring search, no more than a fixed number of the hits of each search is
/// compared (those near the old position first), and the loose comparisons have a budget.
#[must_use]
pub fn resolve(text: &IndexedText, anchor: &AnchorRef<'_>) -> Resolution {
    let seeker = Seeker::new(text, anchor);
    let in_place = text.slice(anchor.start..anchor.end) == anchor.exact && anchor.start <= text.chars();
    if anchor.exact.is_empty() {
        // No words: only the context tells the place, unless the text is as empty.
        let known = seeker.context.total() > 0 || text.chars() == 0;
        let same = known && in_place && seeker.agreement(&seeker.expected_bytes()) == seeker.context;
        return seeker.found(if same { State::Exact } else { State::Lost }, &seeker.expected_bytes());
    }
    if in_place && seeker.is_sure(&seeker.expected_bytes()) {
        return seeker.found(State::Exact, &seeker.expected_bytes());
    }
    let places = seeker.places_of_words();
    if in_place && !places.iter().any(|place| seeker.outdoes(place)) {
        return seeker.found(State::Exact, &seeker.expected_bytes());
    }
    let same = seeker.choose(&places);
    if let Some((place, true)) = &same {
        return seeker.found(State::Moved, &place.bytes);
    }
    let similar = if places.len() < COMMON { seeker.choose(&seeker.places_of_similar_words()) } else { None };
    if let Some((place, true)) = &similar {
        return seeker.found(State::Altered, &place.bytes);
    }
    let altered = altered::find(&seeker);
    // Of those that agree alike, the last is taken: the more similar words come later.
    let candidates = [altered, similar, same].into_iter().flatten();
    match candidates.max_by_key(|(place, _)| place.agreement.total()) {
        Some((place, true)) => seeker.found(State::Altered, &place.bytes),
        Some((place, false)) => seeker.found(State::Ambiguous, &place.bytes),
        None => seeker.found(State::Lost, &(0..0)),
    }
}

/// An anchor and the text it is looked for in.
struct Seeker<'a> {
    text: &'a IndexedText,
    anchor: AnchorRef<'a>,
    /// Byte at which the words are expected.
    expected: usize,
    /// The agreement of a place whose context is unchanged.
    context: Agreement,
    /// Characters in the words.
    length: usize,
}

impl<'a> Seeker<'a> {
    fn new(text: &'a IndexedText, anchor: &AnchorRef<'a>) -> Self {
        // A file written by others may hold longer contexts; only this much of them is used.
        let anchor =
            AnchorRef { prefix: tail(anchor.prefix, CONTEXT), suffix: head(anchor.suffix, CONTEXT), ..*anchor };
        Self {
            text,
            anchor,
            expected: text.byte_of(anchor.start),
            context: Agreement { before: count(anchor.prefix), after: count(anchor.suffix) },
            length: count(anchor.exact),
        }
    }

    fn whole(&self) -> &'a str {
        self.text.as_str()
    }

    fn expected_bytes(&self) -> Range<usize> {
        self.text.bytes_of(self.anchor.start..self.anchor.end)
    }

    fn found(&self, state: State, bytes: &Range<usize>) -> Resolution {
        let range = (state != State::Lost).then(|| self.text.chars_of(bytes.clone()));
        Resolution { state, range }
    }

    /// How far the text around a byte range agrees with the context.
    fn agreement(&self, bytes: &Range<usize>) -> Agreement {
        Agreement {
            before: places::common_end(&self.whole()[..bytes.start], self.anchor.prefix),
            after: places::common_start(&self.whole()[bytes.end..], self.anchor.suffix),
        }
    }

    /// True if the context around the words is enough to believe their position.
    fn is_sure(&self, bytes: &Range<usize>) -> bool {
        let agreement = self.agreement(bytes);
        agreement == self.context || agreement.before >= SURE || agreement.after >= SURE
    }

    /// True if a place elsewhere has so much of the context that the words at the old position,
    /// which have little of it, are there by chance.
    fn outdoes(&self, place: &Place) -> bool {
        let Agreement { before, after } = place.agreement;
        place.bytes.start != self.expected && (before.max(after) >= STRONG || before + after >= STRONG)
    }

    fn place(&self, bytes: Range<usize>) -> Option<Place> {
        let place = Place { agreement: self.agreement(&bytes), bytes };
        (!self.splits_a_word(&place.bytes)).then_some(place)
    }

    /// Every place that has the very words, up to the number [`Near`] gives.
    fn places_of_words(&self) -> Vec<Place> {
        let exact = self.anchor.exact;
        let mut hits = Near::new(self.whole(), exact, self.expected);
        let mut places: Vec<Place> = hits.by_ref().filter_map(|at| self.place(at..at + exact.len())).collect();
        if hits.has_stopped_early() {
            // Too common a phrase to look at every place: add those with the whole context.
            let prefix = self.anchor.prefix.len();
            let all = [self.anchor.prefix, exact, self.anchor.suffix].concat();
            let more = Near::new(self.whole(), &all, self.expected.saturating_sub(prefix));
            places.extend(more.filter_map(|at| self.place(at + prefix..at + prefix + exact.len())));
            places.sort_unstable_by_key(|place| place.bytes.start);
            places.dedup();
        }
        places
    }

    /// Every place whose words differ in white space, capitals or quotation marks only.
    fn places_of_similar_words(&self) -> Vec<Place> {
        let Some(pattern) = Pattern::new(self.anchor.exact.trim(), Case::Ignored) else {
            return Vec::new();
        };
        let found = pattern.find(self.whole(), LOOSE_WORK);
        found.into_iter().filter_map(|bytes| self.place(bytes)).collect()
    }

    /// The place that agrees best, the nearest of those that agree alike, and whether it is clear
    /// that no other can be meant.
    fn choose(&self, places: &[Place]) -> Option<(Place, bool)> {
        let nearest_last = |place: &Place| Reverse(place.bytes.start.abs_diff(self.expected));
        let best = places.iter().max_by_key(|place| (place.agreement.total(), nearest_last(place)))?;
        let total = best.agreement.total();
        let alike = places.iter().filter(|place| place.agreement.total() == total).count();
        let sure = alike == 1 && total >= SURE.min(self.context.total());
        let telling = places.len() == 1 && self.length >= TELLING;
        Some((best.clone(), sure || telling))
    }

    /// True if a place starts or ends inside a word where the words of the anchor did not.
    fn splits_a_word(&self, bytes: &Range<usize>) -> bool {
        let AnchorRef { exact, prefix, suffix, .. } = self.anchor;
        let whole = self.whole();
        let cut_before = joined(&whole[..bytes.start], &whole[bytes.start..]) && !joined(prefix, exact);
        let cut_after = joined(&whole[..bytes.end], &whole[bytes.end..]) && !joined(exact, suffix);
        cut_before || cut_after
    }
}

#[cfg(test)]
mod tests;
