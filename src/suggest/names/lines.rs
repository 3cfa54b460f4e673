//! What kind of line a name stands in: prose, a heading, or capitals all along.

use super::Reader;
use super::meaning::Meaning;
use crate::suggest::tokens::{Case, Gap, Kind};

/// A line of the text.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "any of them may hold together")]
pub(super) struct Line {
    /// First token.
    pub start: usize,
    /// Token after the last.
    pub end: usize,
    /// Nearly all words have capitals, so that they tell nothing.
    pub is_heading: bool,
    /// All letters are capitals.
    pub is_loud: bool,
    /// It is so long that its end is only where it was wrapped.
    is_long: bool,
    /// The line before it was wrapped.
    follows_long: bool,
}

/// Bytes of a line that may have been wrapped.
const WRAPPED: usize = 45;

/// A line with more words in small letters is prose.
const MOST_SMALL: usize = 12;

/// The fewest words of a heading.
const HEADING: usize = 4;

impl Reader<'_> {
    /// Goes to the line of a token; tokens come in order.
    pub fn enter_line(&mut self, at: usize) {
        while self.line.end <= at && self.line.end < self.block.tokens.len() {
            self.line = self.line_from(self.line.end);
        }
    }

    fn line_from(&self, start: usize) -> Line {
        let (mut end, mut words, mut capitals, mut small, mut loud) = (start, 0_usize, 0_usize, 0_usize, 0_usize);
        while let Some(token) = self.token(end) {
            if end > start && token.gap >= Gap::Line {
                break;
            }
            end += 1;
            if token.kind != Kind::Word || small > MOST_SMALL {
                continue;
            }
            words += 1;
            match token.case {
                Case::Lower => small += usize::from(!self.means(token).has(Meaning::FUNCTION)),
                Case::Title => capitals += 1,
                Case::Upper => {
                    capitals += 1;
                    loud += usize::from(token.end - token.start > 1);
                }
            }
        }
        let bytes = self.token(end - 1).map_or(0, |last| last.end) - self.token(start).map_or(0, |first| first.start);
        let ends_sentence = self.token(end - 1).is_some_and(|last| last.is_mark('.'));
        let is_loud = loud >= 3 && loud * 4 >= words * 3;
        let is_loud = is_loud && small <= MOST_SMALL;
        let is_heading = is_loud
            || (words >= HEADING && capitals >= 3 && small <= MOST_SMALL && small * 4 <= capitals && !ends_sentence);
        let is_long = bytes >= WRAPPED && !is_heading;
        let goes_on = self.token(start).is_some_and(|first| first.gap == Gap::Line);
        Line { start, end, is_heading, is_loud, is_long, follows_long: goes_on && self.line.is_long }
    }

    /// Whether the line break before a token only wraps a paragraph.
    pub fn is_wrapped(&self, at: usize) -> bool {
        (self.line.end == at && self.line.is_long) || (self.line.start == at && self.line.follows_long)
    }

    /// Whether a token stands in a line of capitals.
    pub fn line_is_loud(&self, at: usize) -> bool {
        self.line.is_loud && at < self.line.end
    }

    /// Whether a token begins a sentence, as far as the marks before it tell.
    pub fn begins_sentence(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return true };
        let mut before = at;
        let mut gap = token.gap;
        loop {
            if gap == Gap::Paragraph || (gap == Gap::Line && !self.is_wrapped(before)) {
                return true;
            }
            let Some(last) = before.checked_sub(1).and_then(|place| self.token(place)) else { return true };
            match last.kind {
                Kind::Mark('"' | '“' | '”' | '\'' | '‘' | '(' | '[' | '«' | '»' | '*' | '•' | '>' | '„') => {
                    before -= 1;
                    gap = last.gap;
                }
                Kind::Mark('.') => {
                    let is_short = before >= 2 && self.means_at(before - 2).has(Meaning::DOTTED) && last.is_glued();
                    return !is_short;
                }
                Kind::Mark('!' | '?' | ':' | ';' | '…' | '–' | '—' | '|' | '/') => return true,
                Kind::Mark('-') => return !last.is_glued() || !token.is_glued(),
                _ => return false,
            }
            if before + 8 < at {
                return false;
            }
        }
    }

    /// Whether some tokens are all the words of their line, but for marks.
    pub fn is_whole_line(&self, start: usize, end: usize) -> bool {
        let is_mark = |at: usize| self.token(at).is_some_and(|token| matches!(token.kind, Kind::Mark(_)));
        start >= self.line.start
            && start <= self.line.start + 4
            && end <= self.line.end
            && self.line.end - end <= 4
            && (self.line.start..start).all(is_mark)
            && (end..self.line.end).all(is_mark)
    }
}
