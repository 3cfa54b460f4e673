//! Going through a text once, with every recogniser.

use std::ops::Range;

use super::suggestion::{Made, Suggestion};
use super::tokens::{Token, tokenise};
use super::{KnownNames, actions, dates, money, names};
use crate::model::PartialDate;

/// What a text is read with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// When it was published: what "last week" counts from.
    pub published: Option<&'a PartialDate>,
    /// The names on file.
    pub names: Option<&'a KnownNames>,
}

/// Bytes of text that are read together, more where a paragraph is longer.
const BLOCK: usize = 16 << 10;

/// The longest stretch without a line break that is read together, in bytes.
const LONGEST: usize = 64 << 10;

/// Bytes before a selection that are read for what they introduce.
const BEFORE: usize = 32 << 10;

/// A stretch of a text with its tokens.
pub(super) struct Block<'a> {
    /// The whole text; tokens count from its start.
    pub text: &'a str,
    /// The tokens of the stretch.
    pub tokens: &'a [Token],
}

impl Block<'_> {
    /// The words of a token.
    pub fn str(&self, token: &Token) -> &str {
        &self.text[token.range()]
    }
}

/// Everything that a text proposes, by the place of its words. No two amounts, dates or parties overlap; a court action may
/// hold some of them.
#[must_use]
pub fn scan(text: &str, context: Context<'_>) -> Vec<Suggestion> {
    scan_part(text, 0..text.len(), context)
}

/// What the text around some words (in bytes) proposes. What stands long before them is not read.
#[must_use]
pub fn scan_around(text: &str, words: &Range<usize>, context: Context<'_>) -> Vec<Suggestion> {
    let start = line_start(text, text.floor_char_boundary(words.start.saturating_sub(BEFORE)));
    let end = text.floor_char_boundary(words.end.min(words.start + LONGEST));
    let end = text[end..].find('\n').map_or(text.len(), |at| end + at).min(text.floor_char_boundary(end + LONGEST));
    scan_part(text, start..end, context)
}

fn line_start(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(0, |at| at + 1).max(text.floor_char_boundary(byte.saturating_sub(LONGEST)))
}

fn scan_part(text: &str, part: Range<usize>, context: Context<'_>) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut tokens = Vec::new();
    let mut date_memory = dates::Memory::default();
    let mut name_memory = names::Memory::default();
    let mut at = part.start;
    while at < part.end {
        let end = block_end(text, at, part.end);
        tokenise(text, at..end, &mut tokens);
        let block = Block { text, tokens: &tokens };
        let first = found.len();
        money::find(&block, &mut found);
        dates::find(&block, context.published, &mut date_memory, &mut found);
        names::find(&block, context.names, &mut name_memory, &mut found);
        settle(&mut found, first);
        actions::find(&block, first, &mut found);
        at = end;
    }
    found
}

/// Where the block that starts here ends: after a blank line, a line, a space or at any character, as they come.
fn block_end(text: &str, start: usize, end: usize) -> usize {
    let enough = text.floor_char_boundary((start + BLOCK).min(end));
    let most = text.floor_char_boundary((start + LONGEST).min(end));
    if enough == end {
        return end;
    }
    let rest = &text[enough..most];
    let after = |found: Option<usize>, length: usize| found.map(|at| enough + at + length);
    after(rest.find("\n\n"), 2)
        .or_else(|| after(rest.find('\n'), 1))
        .or_else(|| after(rest.rfind(". "), 2))
        .or_else(|| after(rest.rfind(' '), 1))
        .unwrap_or(most)
}

/// Sorts what was found from `first` on, and of two that overlap keeps the longer; a sum wins over a date, a date over a name.
fn settle(found: &mut Vec<Suggestion>, first: usize) {
    let rank = |made: &Made| match made {
        Made::Amount(_) => 0,
        Made::Date(_) => 1,
        Made::Party(_) => 2,
        Made::Action(_) => 3,
    };
    let mut fresh = found.split_off(first);
    fresh.sort_by(|one, other| {
        (one.words.start, other.words.end, rank(&one.made)).cmp(&(other.words.start, one.words.end, rank(&other.made)))
    });
    for one in fresh {
        match found[first..].last() {
            Some(last) if last.words.end > one.words.start => {
                let (old, new) = (last.words.len(), one.words.len());
                if new > old || (new == old && rank(&one.made) < rank(&last.made)) {
                    found.pop();
                    found.push(one);
                }
            }
            _ => found.push(one),
        }
    }
}
