//! The names on file.

use super::phrases::{Found, Phrases, token_range};
use crate::model::Id;
use crate::model::vocabulary::PARTY_KIND;
use crate::suggest::tokens::Token;

/// The names and aliases on file, made to be looked up in text.
///
/// Capitals are overlooked but in acronyms ("AWS"), and a name of one word has to have its capital in text; hyphens, spaces and
/// line breaks between words are the same.
#[derive(Debug, Default)]
pub struct KnownNames {
    names: Phrases<(Id, &'static str)>,
}

/// The parties that have a name that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Owners {
    /// All of them, in the order of the file, each once.
    pub ids: Vec<Id>,
    /// The kind that all of them have; else empty.
    pub kind: &'static str,
}

impl KnownNames {
    /// Takes in `(party, name or alias, key of PARTY_KIND)`.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = (&'a Id, &'a str, &'a str)>) -> Self {
        let entries = names.into_iter().flat_map(|(id, name, kind)| {
            let about = (id.clone(), kind_of(kind));
            let name = name.trim();
            let bare = without_article(name).map(|bare| (bare, about.clone()));
            [Some((name, about)), bare].into_iter().flatten()
        });
        Self { names: Phrases::new(entries) }
    }

    /// Whether some name may begin with a word of this hash ([`super::phrases::hash_of`]).
    pub(super) fn may_begin(&self, hash: u32) -> bool {
        self.names.may_begin(hash)
    }

    /// The longest name that starts with the token at `at`. Loosely, capitals do not count at all.
    pub(super) fn longest(&self, text: &str, tokens: &[Token], at: usize, is_loose: bool) -> Option<Found> {
        self.names.longest(text, tokens, at, is_loose)
    }

    /// Whose name was found at `at`.
    pub(super) fn owners(&self, text: &str, tokens: &[Token], at: usize, found: Found, is_loose: bool) -> Owners {
        let words = &text[token_range(tokens, at..found.end)];
        let mut owners = Owners { ids: Vec::new(), kind: "" };
        for (_, (id, kind)) in self.names.matching(found, words, is_loose) {
            if owners.ids.is_empty() {
                owners.kind = kind;
            } else if owners.kind != *kind {
                owners.kind = "";
            }
            if !owners.ids.contains(id) {
                owners.ids.push(id.clone());
            }
        }
        owners.ids.reverse();
        owners
    }
}

/// The key of the vocabulary that is written so; empty for any other.
fn kind_of(key: &str) -> &'static str {
    PARTY_KIND.iter().find(|term| term.key == key).map_or("", |term| term.key)
}

/// A name without the article that it starts with.
pub(super) fn without_article(name: &str) -> Option<&str> {
    let bare = name
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("the "))
        .map(|start| name[start.len()..].trim_start())?;
    (!bare.is_empty()).then_some(bare)
}
