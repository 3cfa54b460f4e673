//! Parties in words: those on file, and names of persons, companies, public bodies and courts that are not.
//!
//! Capitalised words that stand together are cut into atoms ([`atoms`]); what their words mean says where a name begins and
//! ends and what it is ([`guess`], [`bodies`], [`courts`], [`persons`], [`anything`]); the words around decide about those that could be
//! anything ([`cues`]). What a text introduced once is known by its short form later ([`memory`]).

mod anything;
mod atoms;
mod bodies;
mod courts;
mod cues;
mod guess;
mod joints;
mod known;
mod lines;
mod lists;
mod meaning;
mod memory;
mod parenthesis;
mod persons;
mod phrases;
mod reader;
mod selected;
mod stretches;
#[cfg(test)]
mod tests;

use super::scan::Block;
use super::suggestion::Suggestion;
use super::tokens::{Case, Gap, Kind, Token};

pub use known::KnownNames;
pub(super) use meaning::Meaning;
pub(super) use memory::Memory;
use reader::Reader;
pub use selected::named;

/// The words that mean something here, in lower case.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Meaning)> {
    lists::words().into_iter()
}

/// Adds the names of a block.
pub(super) fn find(block: &Block<'_>, known: Option<&KnownNames>, memory: &mut Memory, found: &mut Vec<Suggestion>) {
    let mut reader = Reader::new(block, known, memory);
    let mut at = 0;
    while let Some(token) = block.tokens.get(at) {
        at = if reader.may_begin(at, token) { reader.read(at, found) } else { at + 1 };
    }
}

impl Reader<'_> {
    /// Whether it is a word of grammar that has its capital from the start of a sentence; most capitals are.
    fn is_mere_start(&self, at: usize, token: &Token) -> bool {
        token.case == Case::Title
            && self.means(token).has(Meaning::FUNCTION)
            && self
                .token(at + 1)
                .is_some_and(|next| next.kind == Kind::Word && next.case == Case::Lower && next.gap == Gap::Space)
    }

    /// Whether a name may begin with this token.
    fn may_begin(&self, at: usize, token: &Token) -> bool {
        match token.kind {
            Kind::Word if token.case != Case::Lower => !self.is_mere_start(at, token) || self.begins_known(at, token),
            // A name on file is there without its article, too.
            Kind::Word if self.means(token).has(Meaning::THE) => false,
            Kind::Word => self.begins_known(at, token) || self.begins_particle(at, token),
            Kind::Number => {
                self.begins_known(at, token) || self.begins_ordinal(at, token) || self.begins_fact(at, token)
            }
            _ => false,
        }
    }
}
