//! Who says so: the manner in which words are said, and the chain of those who say it.
//!
//! The sentence of the words is read for verbs of saying that govern them: before the words ("the company said that …"),
//! among them, or after them and between commas ("…, said a spokesperson"). The nearest decides the manner. In a quotation,
//! what the quoted words themselves say does not count, and the speaker may stand in the sentence before or after.

mod speaker;
mod voices;
mod words;

use std::ops::Range;

use crate::text::steps::{next_sentence, sentence_at};

/// In what manner words are said, and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saying {
    /// A key of [`crate::model::vocabulary::MODE`].
    pub mode: &'static str,
    /// The names of who says so, in bytes of the text, nearest first; where nobody is named, the noun phrase.
    pub attributed_to: Vec<Range<usize>>,
}

/// Bytes before a sentence that are read for the quotation it may stand in.
const BEFORE: usize = 4 << 10;

/// How the words at a place (in bytes) of a text are said: read from their sentence and, for a quotation, its neighbours.
#[must_use]
pub fn saying(text: &str, words: &Range<usize>) -> Saying {
    let start = text.floor_char_boundary(words.start);
    let skipped = text[start..].len() - text[start..].trim_start().len();
    let sentence = sentence_at(text, (start + skipped).min(text.len()));
    let before = previous(text, &sentence);
    let opens = quotation_open_at(text, sentence.start);
    let mut found = voices::voices(text, &sentence, words, before.as_ref(), opens);
    if found.is_quoted && found.chain.is_empty() {
        let next = next_sentence(text, sentence.start);
        let after = (next < text.len() && !has_break(text, sentence.end, next)).then(|| sentence_at(text, next));
        let neighbours = [before.clone(), after];
        let speaker = neighbours.into_iter().flatten().find_map(|near| {
            let opens = quotation_open_at(text, near.start);
            voices::last_speaker(text, &near, opens)
        });
        if let Some((chain, manner)) = speaker {
            found.chain = chain;
            found.manner = found.manner.or(Some(manner));
        }
    }
    let manner = found.manner.unwrap_or(words::Manner::Reported);
    Saying { mode: manner.key(), attributed_to: found.chain }
}

/// The sentence before one, in the same paragraph.
fn previous(text: &str, sentence: &Range<usize>) -> Option<Range<usize>> {
    let end = text[..sentence.start].trim_end().len();
    if end == 0 || has_break(text, end, sentence.start) {
        return None;
    }
    let last = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    let before = sentence_at(text, last);
    (before.end <= sentence.start && !before.is_empty()).then_some(before)
}

/// Whether a paragraph ends between two places.
fn has_break(text: &str, from: usize, upto: usize) -> bool {
    text.get(from..upto).is_some_and(|gap| gap.contains('\n'))
}

/// Whether a quotation is open at a place, counted from the start of its paragraph.
fn quotation_open_at(text: &str, byte: usize) -> bool {
    let from = text.floor_char_boundary(byte.saturating_sub(BEFORE));
    let paragraph = text[from..byte].rfind('\n').map_or(from, |at| from + at + 1);
    text[paragraph..byte].chars().fold(false, |is_open, letter| match letter {
        '“' | '«' => true,
        '”' | '»' => false,
        '"' => !is_open,
        _ => is_open,
    })
}

#[cfg(test)]
mod tests;
