//! The pieces a text is laid out in: its lines, the very long ones cut into parts.

use std::ops::Range;

use super::breaks::next_break;
use super::indexed::{count, nth_byte};
use super::steps::{floor_grapheme, is_grapheme_boundary};

/// The most characters a piece may have. A longer line is cut, since laying out a piece takes
/// time in proportion to its length and only what is visible should be laid out.
pub const LONGEST: usize = 2_000;

/// What stands between a paragraph and the one before it; decides the gap that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// Nothing: the first paragraph of the text.
    Start,
    /// At least one blank line: a new paragraph.
    BlankLine,
    /// A single line break: a new line, drawn with a smaller gap.
    LineBreak,
    /// Nothing: the line was too long, and this is its next part. Drawn without a gap.
    Cut,
}

/// A piece of text that is laid out on its own. It holds no line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it is in the text, in bytes, without the line break that ends it.
    pub bytes: Range<usize>,
    /// Its first character, counted in characters from the start of the text.
    pub first_char: usize,
    /// What separates it from the paragraph before.
    pub before: Before,
}

impl Paragraph {
    /// True for a part of a long line that goes on from the part before.
    #[must_use]
    pub fn continues(&self) -> bool {
        self.before == Before::Cut
    }
}

/// Splits a text into the pieces it is laid out in, in order.
///
/// Every character that is not white space lies in exactly one paragraph; line breaks and blank
/// lines (those of white space only) lie in none. A line of more than [`LONGEST`] characters is
/// cut after the end of a sentence, else after a space, else between two graphemes.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found = Found { text, paragraphs: Vec::new(), byte: 0, char: 0 };
    let mut start = 0;
    let mut breaks = 0;
    loop {
        let line_break = next_break(text, start);
        let end = line_break.as_ref().map_or(text.len(), |found| found.start);
        if !text[start..end].trim().is_empty() {
            let before = match (found.paragraphs.is_empty(), breaks) {
                (true, _) => Before::Start,
                (false, ..=1) => Before::LineBreak,
                (false, _) => Before::BlankLine,
            };
            found.add_line(start..end, before);
            breaks = 0;
        }
        let Some(line_break) = line_break else {
            return found.paragraphs;
        };
        breaks += 1;
        start = line_break.end;
    }
}

/// The paragraph that holds a byte; in a separator, the one before it; before the first
/// paragraph, or without any, zero. Takes logarithmic time.
#[must_use]
pub fn paragraph_at(paragraphs: &[Paragraph], byte: usize) -> usize {
    paragraphs.partition_point(|paragraph| paragraph.bytes.start <= byte).saturating_sub(1)
}

/// Paragraphs found so far, with a character count carried along.
struct Found<'a> {
    text: &'a str,
    paragraphs: Vec<Paragraph>,
    byte: usize,
    char: usize,
}

impl Found<'_> {
    fn add_line(&mut self, line: Range<usize>, before: Before) {
        let mut start = line.start;
        let mut before = before;
        while let Some(length) = cut(&self.text[start..line.end]) {
            self.push(start..start + length, before);
            start += length;
            before = Before::Cut;
        }
        self.push(start..line.end, before);
    }

    fn push(&mut self, bytes: Range<usize>, before: Before) {
        self.char += count(&self.text[self.byte..bytes.start]);
        self.byte = bytes.start;
        self.paragraphs.push(Paragraph { bytes, first_char: self.char, before });
    }
}

/// Length in bytes of the first part of a line that is too long; none if it is short enough.
fn cut(line: &str) -> Option<usize> {
    if line.len() <= LONGEST {
        return None;
    }
    let limit = nth_byte(line, LONGEST);
    if limit == line.len() {
        return None;
    }
    // Only the second half is searched, so that no part is very short.
    let half = nth_byte(line, LONGEST / 2);
    let mut space = None;
    for (at, c) in line[half..limit].char_indices().rev().filter(|(_, c)| c.is_whitespace()) {
        let after = half + at + c.len_utf8();
        if !is_grapheme_boundary(line, after) {
            continue;
        }
        if ends_sentence(&line[..half + at]) {
            return Some(after);
        }
        space.get_or_insert(after);
    }
    let grapheme = || Some(floor_grapheme(line, limit)).filter(|at| *at > 0);
    Some(space.or_else(grapheme).unwrap_or(limit))
}

/// True if a text ends as sentences do: a full stop, question or exclamation mark, perhaps
/// followed by closing quotes or brackets.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']).ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<(&str, Before)> {
        paragraphs(text).into_iter().map(|found| (&text[found.bytes.clone()], found.before)).collect()
    }

    #[test]
    fn lines_and_blank_lines_separate() {
        use Before::{BlankLine, LineBreak, Start};
        let table: &[(&str, &[(&str, Before)])] = &[
            ("", &[]),
            ("\n\r\n  \n", &[]),
            ("a", &[("a", Start)]),
            ("\n\na\n", &[("a", Start)]),
            ("a\nb\n\nc", &[("a", Start), ("b", LineBreak), ("c", BlankLine)]),
            ("a\r\nb\r\n\r\nc", &[("a", Start), ("b", LineBreak), ("c", BlankLine)]),
            ("a\rb\r\rc", &[("a", Start), ("b", LineBreak), ("c", BlankLine)]),
            ("a\n \t\n b ", &[("a", Start), (" b ", BlankLine)]),
            ("é\u{2028}b\u{c}c", &[("é", Start), ("b", LineBreak), ("c", LineBreak)]),
        ];
        for (text, expected) in table {
            assert_eq!(pieces(text), *expected, "{text:?}");
        }
    }

    #[test]
    fn long_lines_are_cut_where_they_read_best() {
        let sentence = format!("{}. {}", "a".repeat(1_500), "b c ".repeat(400));
        let space = format!("{} {}", "a".repeat(1_200), "b".repeat(1_900));
        let marked = format!("{} b \u{301}{}", "a".repeat(1_300), "c".repeat(1_900));
        let none = "e\u{301}".repeat(1_100);
        let odd = format!("x{none}");
        for (text, first) in [(&sentence, 1_502), (&space, 1_201), (&marked, 1_301), (&none, 3_000), (&odd, 2_998)] {
            let found = paragraphs(text);
            assert_eq!(found[0].bytes, 0..first);
            assert_eq!(found[1].bytes, first..text.len());
            assert!(!found[0].continues() && found[1].continues());
        }
        assert_eq!(paragraphs(&"é".repeat(LONGEST)).len(), 1);
        assert_eq!(paragraphs(&"é".repeat(LONGEST + 1)).len(), 2);
    }

    #[test]
    fn a_separator_belongs_to_the_paragraph_before() {
        let found = paragraphs("\nab\n\ncd");
        let at: Vec<usize> = (0..9).map(|byte| paragraph_at(&found, byte)).collect();
        assert_eq!(at, [0, 0, 0, 0, 0, 1, 1, 1, 1]);
        assert_eq!(paragraph_at(&[], 3), 0);
    }

    proptest! {
        #[test]
        fn every_visible_byte_lies_in_one_paragraph(
            text in "([a-c. é日\u{301}🇨🇭]|\n|\r\n|\u{2029}){0,60}", times in 1_usize..120,
        ) {
            let text = text.repeat(times);
            let found = paragraphs(&text);
            let mut end = 0;
            for paragraph in &found {
                prop_assert!(paragraph.bytes.start >= end && !paragraph.bytes.is_empty());
                prop_assert!(text[end..paragraph.bytes.start].trim().is_empty());
                let words = &text[paragraph.bytes.clone()];
                prop_assert!(words.chars().count() <= LONGEST);
                prop_assert!(is_grapheme_boundary(&text, paragraph.bytes.start));
                prop_assert!(!words.contains(super::super::breaks::is_line_break));
                prop_assert_eq!(paragraph.first_char, text[..paragraph.bytes.start].chars().count());
                prop_assert_eq!(paragraph.continues(), end > 0 && paragraph.bytes.start == end);
                end = paragraph.bytes.end;
            }
            prop_assert!(text[end..].trim().is_empty());
            for byte in (0..text.len()).step_by(7) {
                let slow = found.iter().rposition(|paragraph| paragraph.bytes.start <= byte).unwrap_or(0);
                prop_assert_eq!(paragraph_at(&found, byte), slow);
            }
        }
    }
}
