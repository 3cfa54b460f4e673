//! Names made to be looked up in text: a tree of their words.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::suggest::tokens::{Gap, Kind, Token, tokenise};
use crate::text::find::fold;

/// Names with something known about each, found in text word by word.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// From a step and the hash of the next word to the next step.
    steps: FxHashMap<(u32, u32), u32>,
    /// By step: one more than the last entry that ends there, or nought.
    ends: Vec<u32>,
    entries: Vec<Entry<T>>,
    /// One bit for each value of some bits of a first word's hash.
    firsts: Vec<u64>,
}

#[derive(Debug)]
struct Entry<T> {
    words: Box<str>,
    about: T,
    /// One more than the entry before it that ends at the same step, or nought.
    earlier: u32,
}

/// A name found in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The token after its last.
    pub end: usize,
    /// Words that were stepped over.
    pub words: usize,
    step: u32,
}

/// Most words of a name that is looked up.
const MOST_WORDS: usize = 24;

/// Longest name that is taken in, in bytes.
const LONGEST: usize = 400;

/// Longest word in capitals that is an acronym, and so must have them in text too.
const LONGEST_ACRONYM: usize = 6;

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { steps: FxHashMap::default(), ends: vec![0], entries: Vec::new(), firsts: vec![0; 1024] }
    }
}

impl<T> Phrases<T> {
    /// Takes in names; those without a letter or digit are left out.
    pub fn new<'a>(names: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut phrases = Self::default();
        let mut tokens = Vec::new();
        for (name, about) in names {
            phrases.enter(name.trim(), about, &mut tokens);
        }
        phrases
    }

    fn enter(&mut self, name: &str, about: T, tokens: &mut Vec<Token>) {
        if name.len() > LONGEST {
            return;
        }
        tokenise(name, 0..name.len(), tokens);
        let mut step = 0;
        for token in tokens.iter() {
            if is_passed_over(token) {
                continue;
            }
            let hash = hash_of(name, token);
            if step == 0 {
                self.firsts[first_word(hash)] |= 1 << (hash & 63);
            }
            let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            step = *self.steps.entry((step, hash)).or_insert(next);
            if step == next {
                self.ends.push(0);
            }
        }
        if step == 0 {
            return;
        }
        let at = usize::try_from(step).unwrap_or_default();
        self.entries.push(Entry { words: name.into(), about, earlier: self.ends[at] });
        self.ends[at] = u32::try_from(self.entries.len()).unwrap_or_default();
    }

    /// Whether some name may begin with a word of this hash.
    pub fn may_begin(&self, hash: u32) -> bool {
        self.firsts[first_word(hash)] & (1 << (hash & 63)) != 0
    }

    /// The longest name that starts with the token at `at`.
    pub fn longest(&self, text: &str, tokens: &[Token], at: usize, is_loose: bool) -> Option<Found> {
        let mut best = None;
        let (mut step, mut place, mut words) = (0, at, 0);
        while let Some(token) = tokens.get(place) {
            if place > at && token.gap == Gap::Paragraph {
                break;
            }
            if words > 0 && is_passed_over(token) && token.is_glued() {
                place += 1;
                continue;
            }
            if words == MOST_WORDS {
                break;
            }
            let Some(next) = self.steps.get(&(step, hash_of(text, token))) else { break };
            step = *next;
            place += 1;
            words += 1;
            if self.ends.get(usize::try_from(step).unwrap_or_default()).is_some_and(|end| *end > 0) {
                let found = Found { end: place, words, step };
                let range = token_range(tokens, at..place);
                if is_whole(text, tokens, at, place) && self.matching(found, &text[range], is_loose).next().is_some() {
                    best = Some(found);
                }
            }
        }
        best
    }

    /// What is known of each name that is written so.
    pub fn matching<'a>(
        &'a self,
        found: Found,
        words: &'a str,
        is_loose: bool,
    ) -> impl Iterator<Item = (&'a str, &'a T)> {
        let mut next = self.ends.get(usize::try_from(found.step).unwrap_or_default()).copied().unwrap_or_default();
        std::iter::from_fn(move || {
            let entry = self.entries.get(usize::try_from(next).ok()?.checked_sub(1)?)?;
            next = entry.earlier;
            Some(entry)
        })
        .filter(move |entry| is_same(&entry.words, words, is_loose))
        .map(|entry| (&*entry.words, &entry.about))
    }
}

/// The bytes of some tokens.
pub(super) fn token_range(tokens: &[Token], places: Range<usize>) -> Range<usize> {
    let start = tokens.get(places.start).map_or(0, |token| token.start);
    let end = places.end.checked_sub(1).and_then(|last| tokens.get(last)).map_or(start, |token| token.end);
    start..end.max(start)
}

/// The place in the table of first words for a hash.
fn first_word(hash: u32) -> usize {
    usize::try_from((hash >> 6) & 1023).unwrap_or_default()
}

/// Marks that may stand between the words of a name or be left out.
fn is_passed_over(token: &Token) -> bool {
    matches!(token.kind, Kind::Mark('-' | '\u{2010}' | '\u{2011}' | '.' | ','))
}

/// A hash of a token that is the same however it is written.
pub(super) fn hash_of(text: &str, token: &Token) -> u32 {
    hash_words(&text[token.range()])
}

/// A hash of words that is the same whatever their capitals, full stops, hyphens, spaces and soft hyphens (FNV-1a, of which
/// the upper half is kept).
pub(super) fn hash_words(words: &str) -> u32 {
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |value: u32| hash = (hash ^ u64::from(value)).wrapping_mul(PRIME);
    if words.is_ascii() {
        for byte in words.bytes().filter(|byte| !is_skipped(char::from(*byte))) {
            add(u32::from(byte.to_ascii_lowercase()));
        }
    } else {
        for letter in words.chars().filter(|letter| !is_skipped(*letter)) {
            add(u32::from(fold(letter)));
        }
    }
    u32::try_from((hash ^ (hash >> 29)) >> 32).unwrap_or_default()
}

/// Characters that are not compared.
fn is_skipped(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\r' | '\n' | '-' | '\u{2010}' | '\u{2011}' | '.' | ',' | '\u{ad}')
        || (letter > '\u{7f}' && letter.is_whitespace())
}

/// Whether words of a text are a name on file: capitals are overlooked but in acronyms, and a name of one word has to have
/// its capital. A full stop or comma before a space has to be in the name, too, or follow an initial.
fn is_same(name: &str, words: &str, is_loose: bool) -> bool {
    let mut letters = words.chars().filter(|letter| !is_skipped(*letter));
    for word in name.split([' ', '-']) {
        let is_exact = !is_loose && is_acronym(word);
        for letter in word.chars().filter(|letter| !is_skipped(*letter)) {
            let Some(other) = letters.next() else { return false };
            if !(letter == other || (!is_exact && fold(letter) == fold(other))) {
                return false;
            }
        }
    }
    letters.next().is_none() && (is_loose || (has_capital(name, words) && has_stops(name, words)))
}

fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic());
    (2..=LONGEST_ACRONYM).contains(&letters.clone().count()) && letters.clone().all(char::is_uppercase)
}

/// Whether a single word has the capital that the name has.
fn has_capital(name: &str, words: &str) -> bool {
    let is_single = !name.contains(|letter: char| letter.is_whitespace() || letter == '-');
    let starts_so = |words: &str| words.chars().next().is_some_and(char::is_uppercase);
    !is_single || !starts_so(name) || starts_so(words)
}

/// Whether each full stop or comma before a space is meant.
fn has_stops(name: &str, words: &str) -> bool {
    words.char_indices().filter(|(_, letter)| matches!(letter, '.' | ',')).all(|(at, stop)| {
        let before = words[..at].rsplit([' ', '\n', '.', '-']).next().unwrap_or_default();
        let is_initial = stop == '.' && before.chars().count() <= 1;
        let is_inside = words[at + 1..].chars().next().is_none_or(|next| !next.is_whitespace());
        is_initial || is_inside || name.contains(stop)
    })
}

/// Whether the tokens are not part of a longer word, an address or a figure.
fn is_whole(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let is_joined = |token: &Token| matches!(token.kind, Kind::Word | Kind::Number | Kind::Mark('@' | '_'));
    let before = start.checked_sub(1).and_then(|at| tokens.get(at));
    if tokens.get(start).is_some_and(Token::is_glued)
        && before.is_some_and(|token| {
            is_joined(token) || token.is_mark('#') || token.is_mark('/') && is_address(tokens, start)
        })
    {
        return false;
    }
    let Some(after) = tokens.get(end).filter(|token| token.is_glued()) else { return true };
    if is_joined(after) {
        return false;
    }
    // "Amazon" is not found in "amazon.com".
    !(after.is_mark('.')
        && tokens.get(end + 1).is_some_and(|next| next.is_glued() && starts_small(&text[next.range()])))
}

/// Whether a slash before the token belongs to an address: another mark is glued before it.
fn is_address(tokens: &[Token], start: usize) -> bool {
    start.checked_sub(2).and_then(|at| tokens.get(at)).is_some_and(|token| matches!(token.kind, Kind::Mark('/' | '.')))
        || start.checked_sub(3).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_mark('.'))
}

fn starts_small(words: &str) -> bool {
    words.chars().next().is_some_and(char::is_lowercase)
}
