//! Stub.

use super::scan::Block;
use super::suggestion::Suggestion;

/// What a word means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {}

/// The words that mean something here, in lower case.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Meaning)> {
    std::iter::empty()
}

use crate::model::Id;

/// The names and aliases on file, made to be looked up in text.
#[derive(Debug, Default)]
pub struct KnownNames {}

impl KnownNames {
    /// Takes in `(party, name or alias, key of PARTY_KIND)`.
    #[must_use]
    pub fn new<'a>(_names: impl IntoIterator<Item = (&'a Id, &'a str, &'a str)>) -> Self {
        Self {}
    }
}

/// What earlier sentences said.
#[derive(Debug, Default)]
pub(super) struct Memory {}

/// Adds the names of a block.
pub(super) fn find(
    _block: &Block<'_>,
    _known: Option<&KnownNames>,
    _memory: &mut Memory,
    _found: &mut Vec<Suggestion>,
) {
}

/// Stub of the module that is being written.
#[must_use]
pub fn named(text: &str, words: std::ops::Range<usize>, _known: Option<&KnownNames>) -> Option<super::Named> {
    let name = text.get(words.clone())?.trim().to_owned();
    (!name.is_empty()).then_some(super::Named {
        name,
        kind: "",
        known: None,
        aliases: Vec::new(),
        identifiers: Vec::new(),
        name_at: words,
        is_judge: false,
    })
}
