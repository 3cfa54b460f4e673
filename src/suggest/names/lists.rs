//! The words and names that are known beforehand.

mod bodies;
mod common;
mod given;
mod places;
mod words;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::meaning::Meaning;
use super::phrases::Phrases;

/// What a capitalised phrase of the lists is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    /// A party, with its key of `PARTY_KIND`.
    Party(&'static str),
    /// A place.
    Place,
    /// Something else.
    Nothing,
}

/// The phrases of a list, which ends each with a comma.
fn phrases_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(",\n").flat_map(|line| line.split(", ")).map(str::trim).filter(|phrase| !phrase.is_empty())
}

fn facts() -> impl Iterator<Item = (&'static str, Fact)> {
    let lists = [
        (bodies::COMPANIES, Fact::Party("company")),
        (bodies::GOVERNMENTS, Fact::Party("government")),
        (bodies::OTHERS, Fact::Party("other")),
        (bodies::PERSONS, Fact::Party("person")),
        (bodies::COURTS, Fact::Party("court")),
        (bodies::NOT_PARTIES, Fact::Nothing),
        (places::PLACE_PHRASES, Fact::Place),
    ];
    lists.into_iter().flat_map(|(list, fact)| phrases_of(list).map(move |phrase| (phrase, fact)))
}

/// The capitalised phrases that are known beforehand.
pub(super) fn known_beforehand() -> &'static Phrases<Fact> {
    static FACTS: LazyLock<Phrases<Fact>> = LazyLock::new(|| Phrases::new(facts()));
    &FACTS
}

/// Every word of the lists with all that it means.
pub(super) fn words() -> BTreeMap<&'static str, Meaning> {
    let lists = [
        (Meaning::GIVEN, given::GIVEN),
        (Meaning::GIVEN_OR_ELSE, given::GIVEN_OR_ELSE),
        (Meaning::PLACE, places::PLACES),
        (Meaning::NATION, places::NATIONALITIES),
        (Meaning::COMMON, common::COMMON),
        (Meaning::FUNCTION, words::FUNCTION),
    ];
    let mut found: BTreeMap<&'static str, Meaning> = BTreeMap::new();
    for (meaning, list) in lists.iter().chain(words::SHAPES) {
        for word in list.split_whitespace() {
            let old = found.entry(word).or_default();
            *old = old.and(*meaning);
        }
    }
    found
}
