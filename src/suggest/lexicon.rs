//! Every word that some recogniser knows, each looked up once for all of them.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::{actions, dates, money, names};

/// The number of a word in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordId(u16);

/// The words, in lower case, and what each means to each recogniser.
#[derive(Default)]
pub(super) struct Lexicon {
    ids: HashMap<&'static str, WordId, FxBuildHasher>,
    /// The letters beyond ASCII that words begin with, large and small.
    initials: Vec<char>,
    dates: Vec<Option<dates::Meaning>>,
    money: Vec<Option<money::Meaning>>,
    names: Vec<Option<names::Meaning>>,
    actions: Vec<Option<actions::Meaning>>,
}

impl Lexicon {
    /// The one lexicon.
    pub fn get() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);
        &LEXICON
    }

    fn new() -> Self {
        let mut lexicon = Self::default();
        for (word, meaning) in dates::words() {
            let id = lexicon.enter(word);
            lexicon.dates[id] = Some(meaning);
        }
        for (word, meaning) in money::words() {
            let id = lexicon.enter(word);
            lexicon.money[id] = Some(meaning);
        }
        for (word, meaning) in names::words() {
            let id = lexicon.enter(word);
            lexicon.names[id] = Some(meaning);
        }
        for (word, meaning) in actions::words() {
            let id = lexicon.enter(word);
            lexicon.actions[id] = Some(meaning);
        }
        let initials = lexicon.ids.keys().filter_map(|word| word.chars().next()).filter(|letter| !letter.is_ascii());
        lexicon.initials = initials.flat_map(|letter| letter.to_uppercase().chain([letter])).collect();
        lexicon.initials.sort_unstable();
        lexicon.initials.dedup();
        lexicon
    }

    /// The place of a word, which is new or known.
    fn enter(&mut self, word: &'static str) -> usize {
        let next = WordId(u16::try_from(self.ids.len()).unwrap_or(u16::MAX));
        let id = *self.ids.entry(word).or_insert(next);
        let at = usize::from(id.0);
        if at >= self.dates.len() {
            self.dates.push(None);
            self.money.push(None);
            self.names.push(None);
            self.actions.push(None);
        }
        at
    }

    /// Whether some word begins with this letter, large or small; of ASCII letters all are taken to.
    pub fn has_initial(&self, letter: char) -> bool {
        letter.is_ascii() || letter == '’' || self.initials.contains(&letter)
    }

    /// A word in lower case.
    pub fn find(&self, word: &str) -> Option<WordId> {
        self.ids.get(word).copied()
    }

    /// What a word means in dates.
    pub fn date(&self, word: Option<WordId>) -> Option<dates::Meaning> {
        *self.dates.get(usize::from(word?.0))?
    }

    /// What a word means in sums of money.
    pub fn money(&self, word: Option<WordId>) -> Option<money::Meaning> {
        *self.money.get(usize::from(word?.0))?
    }

    /// What a word means in names.
    pub fn name(&self, word: Option<WordId>) -> Option<names::Meaning> {
        *self.names.get(usize::from(word?.0))?
    }

    /// What a word means among court actions.
    pub fn action(&self, word: Option<WordId>) -> Option<actions::Meaning> {
        *self.actions.get(usize::from(word?.0))?
    }
}
