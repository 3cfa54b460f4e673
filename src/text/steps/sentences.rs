//! Steps by sentence: the boundaries of Unicode Standard Annex #29, without those that follow an
//! abbreviation, of which texts about courts and companies are full.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::super::breaks::is_line_break;
use super::{after, around, ceil_grapheme, floor_grapheme, view};

/// Bytes looked at on each side of the caret.
const SPAN: usize = 4_096;

/// Abbreviations that seldom end a sentence, in lower case and without their last full stop.
const ABBREVIATIONS: &[&str] = &[
    "adm", "assoc", "ave", "bros", "capt", "cf", "cir", "cmdr", "co", "col", "corp", "dept", "dist", "dr", "esq",
    "fed", "gen", "gov", "hon", "inc", "jr", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "prof", "rep",
    "rev", "sen", "sgt", "sr", "st", "supp", "univ", "v", "vs", "jan", "feb", "mar", "apr", "aug", "sept", "oct",
    "nov", "dec",
];
/// Abbreviations that go with a number; elsewhere they are words.
const BEFORE_NUMBERS: &[&str] = &["art", "ch", "cl", "ex", "fig", "no", "nos", "p", "para", "pp", "pt", "sec", "vol"];
/// Words that begin a sentence far more often than they follow an abbreviation inside one.
const OPENERS: &[&str] = &[
    "a", "after", "also", "an", "and", "as", "at", "both", "but", "by", "for", "he", "her", "his", "however", "if",
    "in", "it", "its", "last", "no", "on", "she", "since", "so", "that", "the", "their", "then", "these", "they",
    "this", "those", "under", "we", "when", "while", "with",
];

/// The start of the first sentence that begins after a byte; where there is none, the end of the
/// text.
#[must_use]
pub fn next_sentence(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    let (view, sentences) = sentences(text, byte);
    let next = sentences.iter().map(|sentence| sentence.start).find(|start| *start > byte);
    next.unwrap_or_else(|| ceil_grapheme(text, view.end))
}

/// The start of the last sentence that begins before a byte; where there is none, the start of
/// the text.
#[must_use]
pub fn previous_sentence(text: &str, byte: usize) -> usize {
    let byte = text.ceil_char_boundary(byte);
    let (view, sentences) = sentences(text, byte);
    let previous = sentences.iter().map(|sentence| sentence.start).rfind(|start| *start < byte);
    previous.unwrap_or_else(|| floor_grapheme(text, view.start))
}

/// The sentence that holds a byte, without white space at its ends. White space between two
/// sentences counts with the first of them.
#[must_use]
pub fn sentence_at(text: &str, byte: usize) -> Range<usize> {
    let byte = text.floor_char_boundary(byte);
    let (_, sentences) = sentences(text, byte);
    let holding = sentences.iter().rfind(|sentence| sentence.start <= byte);
    let Some(sentence) = holding.or(sentences.first()) else {
        let byte = floor_grapheme(text, byte);
        return byte..byte;
    };
    sentence.clone()
}

/// The sentences near a byte, trimmed, and the part of the text they were looked for in.
fn sentences(text: &str, byte: usize) -> (Range<usize>, Vec<Range<usize>>) {
    let mut view = view(text, byte, SPAN);
    if view.start > 0 {
        // A line break always ends a sentence, so the first one in the view is a sure start.
        let near = around(text, byte, SPAN).start;
        let line = text[near..byte].find(is_line_break).map(|at| after(text, near + at));
        view.start = line.unwrap_or(view.start);
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, piece) in text[view.clone()].split_sentence_bound_indices() {
        let visible = piece.trim_start();
        if visible.is_empty() {
            continue;
        }
        let end = view.start + at + piece.len();
        let start = end - visible.len();
        let trimmed = start + visible.trim_end().len();
        match found.last_mut() {
            Some(last) if goes_on(text, last, &(start..trimmed)) => last.end = trimmed,
            _ => found.push(start..trimmed),
        }
    }
    for sentence in &mut found {
        *sentence = floor_grapheme(text, sentence.start)..ceil_grapheme(text, sentence.end);
    }
    (view, found)
}

/// True if what looks like a new sentence goes on from the one before, which ends in an
/// abbreviation ("v. United States", "No. 19-1796", "J. Smith").
fn goes_on(text: &str, last: &Range<usize>, next: &Range<usize>) -> bool {
    if text[last.end..next.start].contains(is_line_break) {
        return false;
    }
    let Some(before) = text[last.clone()].strip_suffix('.') else {
        return false;
    };
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or("");
    let lower = word.to_lowercase();
    let follows = &text[next.clone()];
    if BEFORE_NUMBERS.contains(&lower.as_str()) && follows.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let opener = follows.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let opens = OPENERS.contains(&opener.to_lowercase().as_str());
    (is_initials(word) || ABBREVIATIONS.contains(&lower.as_str())) && !opens
}

/// True for capital letters standing alone or between full stops: "J", "U.S".
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}
