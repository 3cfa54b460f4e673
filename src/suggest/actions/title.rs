//! Titles made of the words of a text, in sentence case.

use super::sentence::Sentence;
use super::words;
use crate::suggest::tokens::{Case, Gap};

/// Longest title, in bytes.
const LONGEST: usize = 100;

/// A title: some words of one's own, then those of some tokens, with one space between them and small letters where only a
/// headline had capitals.
pub(super) fn title(s: &Sentence<'_>, own: &str, from: usize, upto: usize) -> String {
    let mut title = String::from(own);
    for at in from..upto.min(s.len()) {
        let Some(token) = s.token(at) else { break };
        let word = &s.text()[token.range()];
        if title.len() + word.len() > LONGEST {
            break;
        }
        if !title.is_empty() && (token.gap != Gap::None || at == from) {
            title.push(' ');
        }
        let is_shouted = token.case == Case::Upper && word.len() > 4;
        if (token.case == Case::Title || is_shouted) && is_common(s, at) {
            title.push_str(&word.to_lowercase());
        } else {
            title.push_str(word);
        }
    }
    capitalised(&title)
}

/// Whether a word is no name, so that its capital comes from its place in a heading or a sentence.
fn is_common(s: &Sentence<'_>, at: usize) -> bool {
    s.span(at).is_none() && (s.meaning(at) != super::Meaning::default() || at == 0) && !s.has(at, words::CALENDAR)
}

fn capitalised(title: &str) -> String {
    let mut letters = title.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
