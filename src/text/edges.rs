//! Moving the ends of a stretch of text, and cutting it in two.
//!
//! Offsets are bytes. A stretch that comes out of here is not blank, has no white space at its ends (unless the one
//! that went in had and that end was left alone) and cuts no grapheme.

use std::ops::Range;

use super::steps::{
    ceil_grapheme, floor_grapheme, next_grapheme, next_word, previous_grapheme, previous_word, word_at,
};

/// One of the ends of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// How far an end moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// By a grapheme.
    Letter,
    /// By a word (Unicode Standard Annex #29), with the signs that belong to a number: "$10", "4 %".
    Word,
}

/// A step of one end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shift {
    /// Which end.
    pub edge: Edge,
    /// How far.
    pub step: Step,
    /// Whether the stretch grows; else it shrinks.
    pub grows: bool,
}

/// A stretch with one end moved. `None` where it can grow or shrink no further: nothing grows past the text, and nothing
/// shrinks to nothing.
#[must_use]
pub fn shifted(text: &str, range: &Range<usize>, shift: Shift) -> Option<Range<usize>> {
    let range = whole(text, range);
    let moved = match (shift.edge, shift.grows) {
        (Edge::Start, true) => further_back(text, range.start, shift.step)..range.end,
        (Edge::End, true) => range.start..further_on(text, range.end, shift.step),
        (Edge::Start, false) => later_start(text, &range, shift.step)..range.end,
        (Edge::End, false) => range.start..earlier_end(text, &range, shift.step),
    };
    let moved = whole(text, &moved);
    let is_blank = text.get(moved.clone()).is_none_or(|words| words.trim().is_empty());
    (!is_blank && moved != range).then_some(moved)
}

/// A stretch with one end moved to a byte or near it: by words, where the word ends in which that byte is. The end stops
/// where the last grapheme or word would be lost. `None` where nothing changes.
#[must_use]
pub fn dragged(text: &str, range: &Range<usize>, edge: Edge, byte: usize, step: Step) -> Option<Range<usize>> {
    let range = whole(text, range);
    let words = text.get(range.clone())?;
    let first = range.start + (words.len() - words.trim_start().len());
    let last = range.start + words.trim_end().len();
    if first >= last {
        return None;
    }
    let byte = floor_grapheme(text, byte);
    let around = word_at(text, byte);
    let splits = step == Step::Word && (around.start + 1..around.end).contains(&byte) && is_word(&text[around.clone()]);
    let moved = match edge {
        Edge::Start => {
            let most = match step {
                Step::Letter => previous_grapheme(text, last),
                Step::Word => previous_word(text, last),
            };
            let start = if splits { with_signs_before(text, around.start) } else { byte };
            let blank = text.get(start..)?;
            (start + (blank.len() - blank.trim_start().len())).min(most.max(first))..range.end
        }
        Edge::End => {
            let fewest = match step {
                Step::Letter => next_grapheme(text, first),
                Step::Word => next_word(text, first),
            };
            let end = if splits { with_signs_after(text, around.end) } else { byte };
            range.start..text.get(..end)?.trim_end().len().max(fewest.min(last))
        }
    };
    let moved = whole(text, &moved);
    (moved != range).then_some(moved)
}

/// The two parts of a stretch before and after a byte, without white space where they are cut. `None` where one of them
/// would be blank.
#[must_use]
pub fn split(text: &str, range: &Range<usize>, byte: usize) -> Option<(Range<usize>, Range<usize>)> {
    let range = whole(text, range);
    let byte = floor_grapheme(text, byte);
    let first = text.get(range.start..byte)?.trim_end();
    let second = text.get(byte..range.end)?.trim_start();
    let parts = (range.start..range.start + first.len(), range.end - second.len()..range.end);
    let parts = (whole(text, &parts.0), whole(text, &parts.1));
    (!first.trim().is_empty() && !second.trim().is_empty()).then_some(parts)
}

/// A range that lies in a text, with the graphemes that it cuts. White space may be part of one, with a mark over it.
fn whole(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = floor_grapheme(text, range.start.min(text.len()));
    start..ceil_grapheme(text, range.end.min(text.len())).max(start)
}

fn further_on(text: &str, end: usize, step: Step) -> usize {
    match step {
        Step::Letter => {
            let next = end + (text[end..].len() - text[end..].trim_start().len());
            if next == text.len() { end } else { next_grapheme(text, next) }
        }
        Step::Word => {
            let next = with_signs_after(text, next_word(text, end));
            let moved = text[..next].trim_end().len();
            // A letter is better than nothing where no word follows for a long way.
            if moved > end { moved } else { further_on(text, end, Step::Letter) }
        }
    }
}

fn further_back(text: &str, start: usize, step: Step) -> usize {
    match step {
        Step::Letter => match text[..start].trim_end().len() {
            0 => start,
            before => previous_grapheme(text, before),
        },
        Step::Word => {
            let attached = with_signs_before(text, start);
            let previous =
                if attached < start { attached } else { with_signs_before(text, previous_word(text, start)) };
            let moved = previous + (text[previous..].len() - text[previous..].trim_start().len());
            if moved < start { moved } else { further_back(text, start, Step::Letter) }
        }
    }
}

fn earlier_end(text: &str, range: &Range<usize>, step: Step) -> usize {
    let end = match step {
        Step::Letter => previous_grapheme(text, range.end),
        Step::Word => previous_word(text, range.end),
    };
    let kept = text.get(range.start..end).unwrap_or_default();
    let kept = match step {
        Step::Letter => kept.trim_end(),
        Step::Word => kept.trim_end_matches(hangs_on_what_follows),
    };
    range.start + kept.len()
}

fn later_start(text: &str, range: &Range<usize>, step: Step) -> usize {
    let start = match step {
        Step::Letter => next_grapheme(text, range.start),
        Step::Word => with_signs_after(text, next_word(text, range.start)),
    };
    let kept = text.get(start..range.end).unwrap_or_default();
    let kept = match step {
        Step::Letter => kept.trim_start(),
        Step::Word => kept.trim_start_matches(hangs_on_what_precedes),
    };
    range.end - kept.len()
}

/// What does not stay behind at the end when the word after it goes.
fn hangs_on_what_follows(c: char) -> bool {
    c.is_whitespace()
        || is_sign(c)
        || matches!(c, ',' | ';' | ':' | '(' | '[' | '“' | '‘' | '«' | '„' | '–' | '—' | '-')
}

/// What does not stay behind at the start when the word before it goes.
fn hangs_on_what_precedes(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | ')' | ']' | '”' | '’' | '»' | '–' | '—' | '-' | '%')
}

/// A sign that is written directly before or after a number.
fn is_sign(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{20A0}'..='\u{20CF}' | '#' | '№' | '§')
}

/// A start of a word, with the signs directly before it.
fn with_signs_before(text: &str, start: usize) -> usize {
    floor_grapheme(text, text[..start].trim_end_matches(is_sign).len())
}

/// An end of a word, with the signs directly after it.
fn with_signs_after(text: &str, end: usize) -> usize {
    let is_after = |c: char| is_sign(c) || matches!(c, '%' | '‰' | '°');
    let rest = &text[end..];
    ceil_grapheme(text, end + (rest.len() - rest.trim_start_matches(is_after).len()))
}

fn is_word(piece: &str) -> bool {
    piece.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
