//! Where the caret goes next, and what a double or triple click selects.
//!
//! Graphemes, words and sentences are those of Unicode Standard Annex #29. Each function looks
//! only at the text near the byte it is given, so a step takes as long in a text of 10 MB as in a
//! short one. A grapheme, word or sentence longer than that is taken to end where the view does.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::breaks::is_line_break;

mod sentences;

pub use sentences::{next_sentence, previous_sentence, sentence_at};

/// Bytes looked at on each side for a grapheme.
const GRAPHEME_SPAN: usize = 1_024;
/// Bytes looked at on each side for a word.
const WORD_SPAN: usize = 1_024;
/// Bytes looked at on each side for a line.
const LINE_SPAN: usize = 65_536;

/// True if a byte offset lies between two graphemes (or at either end of the text).
#[must_use]
pub fn is_grapheme_boundary(text: &str, byte: usize) -> bool {
    if byte >= text.len() || byte == 0 {
        return byte <= text.len();
    }
    if !text.is_char_boundary(byte) {
        return false;
    }
    let view = around(text, byte, GRAPHEME_SPAN);
    let shown = &text[view.clone()];
    GraphemeCursor::new(byte - view.start, shown.len(), true).is_boundary(shown, 0).unwrap_or(true)
}

/// The last grapheme boundary at or before a byte.
#[must_use]
pub fn floor_grapheme(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    if is_grapheme_boundary(text, byte) { byte } else { previous_grapheme(text, byte) }
}

/// The first grapheme boundary at or after a byte.
#[must_use]
pub fn ceil_grapheme(text: &str, byte: usize) -> usize {
    let byte = text.ceil_char_boundary(byte);
    if is_grapheme_boundary(text, byte) { byte } else { next_grapheme(text, byte) }
}

/// The first grapheme boundary after a byte; at the end of the text, the end.
#[must_use]
pub fn next_grapheme(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    let view = around(text, byte, GRAPHEME_SPAN);
    let shown = &text[view.clone()];
    let mut cursor = GraphemeCursor::new(byte - view.start, shown.len(), true);
    let next = cursor.next_boundary(shown, 0).ok().flatten();
    next.map_or(view.end, |at| view.start + at)
}

/// The last grapheme boundary before a byte; at the start of the text, the start.
#[must_use]
pub fn previous_grapheme(text: &str, byte: usize) -> usize {
    // From inside a character, the boundary before is searched from that character's end.
    let byte = text.ceil_char_boundary(byte);
    let view = around(text, byte, GRAPHEME_SPAN);
    let shown = &text[view.clone()];
    let mut cursor = GraphemeCursor::new(byte - view.start, shown.len(), true);
    let previous = cursor.prev_boundary(shown, 0).ok().flatten();
    previous.map_or(view.start, |at| view.start + at)
}

/// The end of the word that follows a byte or holds it: where Ctrl and the right arrow go.
#[must_use]
pub fn next_word(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    let view = view(text, byte, WORD_SPAN);
    let ends = segments(text, &view).filter(|word| is_word(&text[word.clone()])).map(|word| word.end);
    let end = ends.into_iter().find(|end| *end > byte).unwrap_or(view.end);
    ceil_grapheme(text, end)
}

/// The start of the word before a byte or holding it: where Ctrl and the left arrow go.
#[must_use]
pub fn previous_word(text: &str, byte: usize) -> usize {
    let byte = text.ceil_char_boundary(byte);
    let view = view(text, byte, WORD_SPAN);
    let words = segments(text, &view).take_while(|segment| segment.start < byte);
    let starts = words.filter(|word| is_word(&text[word.clone()])).map(|word| word.start);
    floor_grapheme(text, starts.last().unwrap_or(view.start))
}

/// What a double click on a byte selects: the word there, or the white space, or one mark of
/// punctuation. At the end of the text, the last of these.
#[must_use]
pub fn word_at(text: &str, byte: usize) -> Range<usize> {
    let byte = text.floor_char_boundary(byte);
    let view = view(text, byte, WORD_SPAN);
    let segment = segments(text, &view).take_while(|segment| segment.start <= byte).last();
    let segment = segment.unwrap_or(byte..byte);
    floor_grapheme(text, segment.start)..ceil_grapheme(text, segment.end)
}

/// What a triple click on a byte selects: its line, without the line break.
#[must_use]
pub fn paragraph_at_byte(text: &str, byte: usize) -> Range<usize> {
    let byte = between_cr_lf(text, text.floor_char_boundary(byte));
    let view = around(text, byte, LINE_SPAN);
    let start = text[view.start..byte].rfind(is_line_break).map(|at| after(text, view.start + at));
    let end = text[byte..view.end].find(is_line_break).map(|at| byte + at);
    let start = start.unwrap_or_else(|| floor_grapheme(text, view.start));
    start..end.unwrap_or_else(|| ceil_grapheme(text, view.end))
}

/// The start of the next line that is not blank; where there is none, the end of the text.
#[must_use]
pub fn next_paragraph(text: &str, byte: usize) -> usize {
    let line = paragraph_at_byte(text, byte);
    let view = around(text, line.end, LINE_SPAN);
    let rest = &text[line.end..view.end];
    let Some(visible) = rest.find(|c: char| !c.is_whitespace()) else {
        return ceil_grapheme(text, view.end);
    };
    paragraph_at_byte(text, line.end + visible).start.max(line.end)
}

/// The start of the line a byte is in; from that start, the start of the last line before it that
/// is not blank; where there is none, the start of the text.
#[must_use]
pub fn previous_paragraph(text: &str, byte: usize) -> usize {
    let byte = text.ceil_char_boundary(byte);
    let view = around(text, byte, LINE_SPAN);
    let Some(visible) = text[view.start..byte].rfind(|c: char| !c.is_whitespace()) else {
        return floor_grapheme(text, view.start);
    };
    paragraph_at_byte(text, view.start + visible).start
}

/// Up to `span` bytes on each side of a byte, at character boundaries.
fn around(text: &str, byte: usize, span: usize) -> Range<usize> {
    let start = text.floor_char_boundary(byte.saturating_sub(span));
    start..text.ceil_char_boundary(byte.saturating_add(span))
}

/// Like [`around`], but starting at white space if there is any before the byte, so that the view
/// does not begin inside a word.
fn view(text: &str, byte: usize, span: usize) -> Range<usize> {
    let near = around(text, byte, span);
    if near.start == 0 {
        return near;
    }
    let space = text[near.start..byte].find(char::is_whitespace);
    near.start + space.unwrap_or(0)..near.end
}

/// The pieces between word boundaries in a view.
fn segments<'a>(text: &'a str, view: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let start = view.start;
    text[view.clone()].split_word_bound_indices().map(move |(at, piece)| start + at..start + at + piece.len())
}

fn is_word(piece: &str) -> bool {
    piece.contains(char::is_alphanumeric)
}

/// The end of the character at a byte.
fn after(text: &str, byte: usize) -> usize {
    byte + text[byte..].chars().next().map_or(0, char::len_utf8)
}

/// A byte between CR and LF is inside one line break: counted as lying before it.
fn between_cr_lf(text: &str, byte: usize) -> usize {
    let between = text[byte..].starts_with('\n') && text[..byte].ends_with('\r');
    byte - usize::from(between)
}

#[cfg(test)]
mod tests;
