//! Finding inside a quote the words that a parser understands.

use super::tokens::is_invisible;

/// Words of a quote that are looked at; a value stands near the start of what proves it.
const MAX_WORDS: usize = 60;

/// The longest run tried, in words.
const MAX_RUN: usize = 14;

/// What the parser makes of the longest run of words it understands, the first of them where several are as long. The
/// whole of the words is tried first. No run goes across a long dash.
pub(super) fn longest_run<T>(words: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    let spaced = words.replace('—', " — ");
    let spans = word_spans(&spaced);
    for length in (1..=MAX_RUN.min(spans.len())).rev() {
        for run in spans.windows(length) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let text = &spaced[first.0..last.1];
            if text.contains('—') {
                continue;
            }
            let found = spellings(text).into_iter().flatten().find_map(&parse);
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// Where each word starts and ends, in bytes.
fn word_spans(words: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut at = 0;
    for piece in words.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            spans.push((at, at + word.len()));
        }
        if spans.len() == MAX_WORDS {
            break;
        }
        at += piece.len();
    }
    spans
}

/// The run without the punctuation around it, and without a possessive at its end.
fn spellings(text: &str) -> [Option<&str>; 2] {
    let around = |letter: char| "\"'“”‘’«»()[]{},;:!?.…".contains(letter) || is_invisible(letter);
    let bare = text.trim_start_matches(|letter: char| around(letter) && letter != '.').trim_end_matches(around);
    let owner = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s"));
    [(!bare.is_empty()).then_some(bare), owner]
}
