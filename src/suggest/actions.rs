//! Court actions in a text: who sued, moved, ruled, appealed, and what came of it.
//!
//! A sentence is read only where it holds a verb or a noun of the courts. Words that are used outside the courts too
//! ("ordered", "settled", "appeal") count only where a word about courts stands in the same sentence or next to it, or
//! where the one who acts is a court. What is negated, planned or only asked for is marked as such, not left out.

mod act;
mod asking;
mod clause;
mod court;
mod group;
mod lists;
mod nominal;
mod nouns;
mod party;
pub(super) mod phrase;
mod ruling;
pub(super) mod sentence;
pub(super) mod subject;
mod tail;
mod title;
pub(super) mod words;

use super::lexicon::Lexicon;
use super::scan::Block;
use super::suggestion::{Acted, Made, Suggestion};
use super::tokens::{Case, Gap, Kind, Token};
use sentence::Sentence;

/// What a word means here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    /// The verb it may be a form of.
    verb: Option<(words::Act, words::Forms)>,
    /// The noun it may be.
    noun: Option<words::Noun>,
    /// What else it is.
    roles: words::Roles,
}

/// The words that mean something here, in lower case.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Meaning)> {
    lists::words()
}

/// How surely a text speaks of courts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Cue {
    #[default]
    None,
    /// It says "case".
    Case,
    Sure,
}

/// Most tokens that are read as one sentence.
const LONGEST: usize = 160;

/// A sentence: its tokens, how surely it speaks of courts, and whether anything is done in it.
struct Cut {
    start: usize,
    end: usize,
    cue: Cue,
    has_trigger: bool,
}

/// Adds the court actions of a block among `found[first..]`, the sums, dates and names of the block, and keeps them all
/// sorted by place.
pub(super) fn find(block: &Block<'_>, first: usize, found: &mut Vec<Suggestion>) {
    let cuts = cut(block);
    let mut fresh: Vec<Suggestion> = Vec::new();
    let mut from = first;
    for (at, sentence) in cuts.iter().enumerate().filter(|(_, sentence)| sentence.has_trigger) {
        let tokens = &block.tokens[sentence.start..sentence.end];
        let Some(end) = tokens.last().map(|last| last.end) else { continue };
        from += found[from..].partition_point(|one| one.words.end <= tokens[0].start);
        let upto = from + found[from..].partition_point(|one| one.words.start < end);
        let near = cuts[at.saturating_sub(1)..(at + 2).min(cuts.len())].iter();
        let cue = near.map(|near| near.cue).max().unwrap_or_default();
        let sentence = Sentence::new(block.text, tokens, found, from..upto, cue);
        act::read(&sentence, &mut fresh);
    }
    merge(found, first, fresh);
}

/// Puts the actions between the other suggestions, by place, and points their dates at where those are then.
fn merge(found: &mut Vec<Suggestion>, first: usize, mut fresh: Vec<Suggestion>) {
    if fresh.is_empty() {
        return;
    }
    fresh.sort_by_key(|one| (one.words.start, one.words.end));
    let others = found.split_off(first);
    let starts: Vec<usize> = fresh.iter().map(|one| one.words.start).collect();
    let moved = |old: usize, others: &[Suggestion]| {
        let start = others.get(old - first).map_or(0, |one| one.words.start);
        old + starts.partition_point(|action| *action <= start)
    };
    for one in &mut fresh {
        if let Made::Action(Acted { date: Some(date), .. }) = &mut one.made {
            *date = moved(*date, &others);
        }
    }
    let mut fresh = fresh.into_iter().peekable();
    for other in others {
        while let Some(action) = fresh.next_if(|action| action.words.start <= other.words.start) {
            found.push(action);
        }
        found.push(other);
    }
    found.extend(fresh);
}

/// The sentences of a block.
fn cut(block: &Block<'_>) -> Vec<Cut> {
    let lexicon = Lexicon::get();
    let mut cuts = Vec::new();
    let mut cut = Cut { start: 0, end: 0, cue: Cue::None, has_trigger: false };
    for (at, token) in block.tokens.iter().enumerate() {
        let is_new = at > cut.start && (at - cut.start >= LONGEST || begins_sentence(block, lexicon, at));
        if is_new {
            cut.end = at;
            cuts.push(cut);
            cut = Cut { start: at, end: at, cue: Cue::None, has_trigger: false };
        }
        let Some(meaning) = lexicon.action(token.word) else { continue };
        if meaning.roles & words::CUE != 0 {
            cut.cue = Cue::Sure;
        } else if meaning.roles & words::CASE != 0 && !(at > 0 && is_in(block, at - 1)) {
            cut.cue = cut.cue.max(Cue::Case);
        }
        cut.has_trigger |= meaning.verb.is_some() || meaning.noun.is_some();
    }
    cut.end = block.tokens.len();
    cuts.push(cut);
    cuts
}

/// Whether the word here is "in": "in case of rain" speaks of no case.
fn is_in(block: &Block<'_>, at: usize) -> bool {
    block.str(&block.tokens[at]).eq_ignore_ascii_case("in")
}

/// Whether a sentence begins with this token: after a line break, or after a full stop that is no abbreviation's and any
/// closing marks glued to it.
fn begins_sentence(block: &Block<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let token = &block.tokens[at];
    match token.gap {
        Gap::Line | Gap::Paragraph => return true,
        Gap::None => return false,
        Gap::Space => {}
    }
    let is_closing =
        |token: &Token| matches!(token.kind, Kind::Mark('"' | '”' | '’' | '\'' | ')' | ']' | '»')) && token.is_glued();
    let before = block.tokens[..at].iter().rposition(|token| !is_closing(token));
    let Some(stop) = before else { return false };
    let has_capital = token.case != Case::Lower || !matches!(token.kind, Kind::Word);
    let opens = token.case == Case::Title
        && lexicon.action(token.word).is_some_and(|meaning| meaning.roles & words::OPENER != 0);
    match block.tokens[stop].kind {
        Kind::Mark('!' | '?') => has_capital,
        Kind::Mark('.') => has_capital && (opens || !is_abbreviation(block, lexicon, stop)),
        // "in the U.S. The": the full stop of the initials ends the sentence too.
        Kind::Word => opens && stop + 1 == at && block.str(&block.tokens[stop]).ends_with('.'),
        _ => false,
    }
}

/// Whether the full stop here belongs to an abbreviation or an initial.
fn is_abbreviation(block: &Block<'_>, lexicon: &Lexicon, stop: usize) -> bool {
    let Some(word) = stop.checked_sub(1).map(|at| &block.tokens[at]) else { return false };
    if !block.tokens[stop].is_glued() || word.kind != Kind::Word {
        return false;
    }
    let is_initial = word.case == Case::Upper && word.end - word.start == 1;
    is_initial || lexicon.action(word.word).is_some_and(|meaning| meaning.roles & words::ABBREVIATION != 0)
}

#[cfg(test)]
mod tests;
