//! Quotes, and the claims that they prove.

use serde::{Deserialize, Serialize};

use super::{Id, PartialDate, Reference, Text};

/// Words of an article, or a place in a data file. One highlight is one quote, however many fields it proves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Quote {
    /// Identity.
    pub id: Id,
    /// The article.
    pub article: Id,
    /// The part of the article ([`Part`]).
    pub part: Part,
    /// The words.
    pub exact: Text,
    /// Up to 32 scalar values before them.
    pub prefix: Text,
    /// Up to 32 scalar values after them.
    pub suffix: Text,
    /// Where they start, in Unicode scalar values of the part.
    pub start: usize,
    /// Where they end, in Unicode scalar values of the part, exclusive.
    pub end: usize,
    /// Which text of the article, counted from 1; 0 where it is not stated.
    pub version: u32,
    /// Earlier anchors, oldest first.
    pub was: Vec<Anchored>,
    /// Evidence in a data file: its path.
    pub file: Text,
    /// SHA-256 of the data file.
    pub sha256: Text,
    /// JSON Pointer (RFC 6901) into the data file.
    pub pointer: Text,
}

/// An earlier anchor of a quote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Anchored {
    /// The words.
    pub exact: Text,
    /// What stood before them.
    pub prefix: Text,
    /// What stood after them.
    pub suffix: Text,
    /// Where they started.
    pub start: usize,
    /// Where they ended.
    pub end: usize,
    /// In which text of the article.
    pub version: u32,
}

/// The parts of an article that can be quoted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The headline.
    Title,
    /// The line that names the authors.
    Byline,
    /// The text itself.
    #[default]
    Text,
}

/// What a quote says of a field of a record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Claim {
    /// Identity.
    pub id: Id,
    /// The record spoken of.
    pub record: Id,
    /// The field: a path by element ids, `participants/x7q2m4ka/role`; empty for the record as a whole.
    pub field: Text,
    /// The value it states; absent where the words merely mention it.
    pub value: Option<ClaimValue>,
    /// The words deny the value.
    pub denied: bool,
    /// The words.
    pub quote: Id,
    /// In what manner it is said ([`super::vocabulary::MODE`]).
    pub mode: Text,
    /// Who says so, nearest first.
    pub attributed_to: Vec<Reference>,
    /// How a relative date was worked out.
    pub derivation: Option<Derivation>,
    /// The annotator.
    pub by: Text,
    /// When the claim was written (RFC 3339).
    pub at: Text,
}

impl Claim {
    /// The references in what it states and in who says so.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        let stated = self.value.as_ref().and_then(|value| match value {
            ClaimValue::Reference(reference) => Some(reference),
            _ => None,
        });
        stated.into_iter().chain(&self.attributed_to)
    }

    /// The same, to be changed.
    pub fn references_mut(&mut self) -> impl Iterator<Item = &mut Reference> {
        let stated = self.value.as_mut().and_then(|value| match value {
            ClaimValue::Reference(reference) => Some(reference),
            _ => None,
        });
        stated.into_iter().chain(&mut self.attributed_to)
    }
}

/// A value as a claim states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ClaimValue {
    /// Anything that is written as a string.
    Text(Text),
    /// A yes or no.
    Flag(bool),
    /// A record, or words for one.
    Reference(Reference),
}

/// How a relative date was worked out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Derivation {
    /// The rule that was applied.
    pub rule: Text,
    /// The date it was applied to.
    pub anchor: Option<PartialDate>,
    /// The words it was applied to.
    pub words: Text,
}
