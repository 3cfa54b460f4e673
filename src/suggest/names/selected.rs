//! A selection that is a name because a person says so.

use std::ops::Range;

use super::known::{KnownNames, without_article};
use super::memory::Memory;
use super::reader::spaced;
use super::{Meaning, find};
use crate::suggest::lexicon::Lexicon;
use crate::suggest::scan::Block;
use crate::suggest::suggestion::{Made, Named, Suggestion};
use crate::suggest::tokens::{Kind, Token, tokenise};

/// Most characters of a selection that is a name.
const LONGEST: usize = 200;

/// The party that selected words (in bytes) name: its kind, title, aliases and identifiers as far as they tell, and who on file
/// has the name. White space, quotation marks, marks at the ends, a possessive and a leading "the" are left out.
///
/// None for words without a letter, or of more than 200 characters.
#[must_use]
pub fn named(text: &str, words: Range<usize>, known: Option<&KnownNames>) -> Option<Named> {
    let range = trimmed(text, words)?;
    let selected = &text[range.clone()];
    if selected.chars().count() > LONGEST || !selected.chars().any(char::is_alphabetic) {
        return None;
    }
    let mut tokens = Vec::new();
    tokenise(text, range.clone(), &mut tokens);
    let block = Block { text, tokens: &tokens };
    let mut found = Vec::new();
    find(&block, known, &mut Memory::default(), &mut found);
    let whole = found.into_iter().find_map(|one| covering(one, &range, text));
    let mut named = whole.unwrap_or_else(|| Named {
        name: spaced(selected),
        kind: kind_of(text, &tokens),
        known: None,
        rivals: Vec::new(),
        aliases: Vec::new(),
        identifiers: Vec::new(),
        name_at: range.clone(),
        is_judge: false,
    });
    file_under(&mut named, text, known);
    Some(named)
}

/// A proposal that takes in all of the selected words but for a stop.
fn covering(one: Suggestion, range: &Range<usize>, text: &str) -> Option<Named> {
    let Made::Party(named) = one.made else { return None };
    let rest = text.get(one.words.end..range.end).unwrap_or_default();
    let is_all = one.words.start == range.start && !rest.chars().any(char::is_alphanumeric);
    is_all.then_some(named)
}

/// Looks the name up, whatever its capitals.
fn file_under(named: &mut Named, text: &str, known: Option<&KnownNames>) {
    let Some(known) = known.filter(|_| named.known.is_none() && named.rivals.is_empty()) else { return };
    let mut tokens = Vec::new();
    tokenise(text, named.name_at.clone(), &mut tokens);
    let Some(found) = known.longest(text, &tokens, 0, true) else { return };
    let is_all = tokens.get(found.end..).is_some_and(|rest| rest.iter().all(|token| token.is_mark('.')));
    if !is_all {
        return;
    }
    let owners = known.owners(text, &tokens, 0, found, true);
    if !owners.kind.is_empty() {
        named.kind = owners.kind;
    }
    match &owners.ids[..] {
        [] => {}
        [only] => named.known = Some(only.clone()),
        _ => named.rivals = owners.ids,
    }
}

/// What the words make a party that no rule took whole.
fn kind_of(text: &str, tokens: &[Token]) -> &'static str {
    let lexicon = Lexicon::get();
    let means = |token: &Token| lexicon.name(token.word).unwrap_or(Meaning::NONE);
    let has = |any: Meaning| tokens.iter().any(|token| means(token).has(any));
    let last = tokens.iter().rev().find(|token| token.kind == Kind::Word).map_or(Meaning::NONE, means);
    let first = tokens.first().map_or(Meaning::NONE, means);
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let is_short = |token: &Token| text[token.range()].len() < 3;
    if has(Meaning::COURT) {
        "court"
    } else if tokens.iter().skip(1).any(|token| means(token).has(Meaning::SUFFIX) && !is_short(token)) {
        "company"
    } else if first.has(Meaning::GIVEN) && (2..=4).contains(&words) && !last.has(Meaning::COMPANY) {
        "person"
    } else if has(Meaning::GOVERNMENT) {
        "government"
    } else if last.has(Meaning::BODY) {
        "other"
    } else if last.has(Meaning::COMPANY) && words > 1 {
        "company"
    } else {
        ""
    }
}

/// The selected words without what belongs to the sentence around them.
fn trimmed(text: &str, words: Range<usize>) -> Option<Range<usize>> {
    let start = text.floor_char_boundary(words.start.min(text.len()));
    let end = text.floor_char_boundary(words.end.min(text.len()));
    // More than this is more than 200 characters, blanks aside, and not worth trimming.
    let selected = text.get(start..end)?;
    let is_edge = |letter: char| {
        letter.is_whitespace()
            || matches!(
                letter,
                '"' | '“'
                    | '”'
                    | '„'
                    | '‘'
                    | '’'
                    | '\''
                    | '«'
                    | '»'
                    | ','
                    | ';'
                    | ':'
                    | '!'
                    | '?'
                    | '–'
                    | '—'
                    | '-'
                    | '…'
                    | '•'
                    | '*'
            )
    };
    let bare = selected.trim_matches(is_edge);
    let mut from = start + (selected.len() - selected.trim_start_matches(is_edge).len());
    let mut bare = unwrapped(bare);
    if bare.len() < selected.trim_matches(is_edge).len() && selected.trim_matches(is_edge).starts_with(['(', '[']) {
        from += 1;
    }
    if let Some(rest) = without_article(bare) {
        from += bare.len() - rest.len();
        bare = rest;
    }
    for possessive in ["'s", "’s", "'S", "’S"] {
        bare = bare.strip_suffix(possessive).unwrap_or(bare);
    }
    bare = without_stop(bare);
    (!bare.is_empty()).then(|| from..from + bare.len())
}

/// Words without a bracket around all of them, or one that only opens or closes.
fn unwrapped(words: &str) -> &str {
    let opened = words.strip_prefix(['(', '[']);
    match opened {
        Some(inner) if !inner.contains([')', ']']) => inner,
        Some(inner) => inner.strip_suffix([')', ']']).filter(|inner| !inner.contains([')', ']'])).unwrap_or(words),
        None if !words.contains(['(', '[']) => words.trim_end_matches([')', ']']),
        None => words,
    }
}

/// Words without a full stop that ends a sentence; that of "Inc." and of initials stays.
fn without_stop(words: &str) -> &str {
    let Some(bare) = words.strip_suffix('.') else { return words };
    let last =
        bare.rsplit(|letter: char| letter.is_whitespace() || letter == '.').next().unwrap_or_default().to_lowercase();
    let lexicon = Lexicon::get();
    let keeps =
        last.chars().count() <= 1 || lexicon.name(lexicon.find(&last)).is_some_and(|means| means.has(Meaning::DOTTED));
    if keeps { words } else { bare.trim_end_matches('.') }
}
