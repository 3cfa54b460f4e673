//! Every field of every record as data: its name, the words a form shows for it and the shape of its value.
//!
//! Forms, evidence, the comparison of rivals and the checks are all driven by these tables, so that a field is
//! described once.

mod access;
mod path;
mod references;
mod tables;
mod value;
mod words;

pub use access::{Fields, element_ids};
pub use path::FieldPath;
pub use references::references_in;
pub use tables::{
    ACTION, ALIAS, AMOUNT, ARTICLE, CASE, CLAIM, DATE, IDENTIFIER, JUDGE, LINK, PARTICIPANT, PARTY, PROCEEDING, find,
};
pub use value::{Value, as_claimed, from_claim};
pub use words::words_of;

use super::vocabulary::Term;

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key in files.
    pub key: &'static str,
    /// The words a form shows for it.
    pub label: &'static str,
    /// The shape of its value.
    pub shape: Shape,
}

impl Field {
    /// Whether it holds what the person thinks of a record: no quote proves it.
    #[must_use]
    pub fn is_own(&self) -> bool {
        matches!(self.key, "review" | "confidential" | "note")
    }

    /// Whether words can be evidence for it. Of a list of elements they are for the fields of one.
    #[must_use]
    pub fn is_provable(&self) -> bool {
        !self.is_own() && !matches!(self.shape, Shape::Elements(_))
    }
}

/// The records a reference is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A party.
    Party,
    /// A proceeding.
    Proceeding,
    /// A court action.
    Action,
    /// A date.
    Date,
    /// A court action or a date.
    ActionOrDate,
    /// An article.
    Article,
}

/// The shape of a field's value.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// One line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// A list of short texts.
    Texts,
    /// A sum.
    Decimal,
    /// A currency.
    Currency,
    /// A length of time.
    Period,
    /// A partial date.
    Date,
    /// A term of a vocabulary.
    Choice(&'static [Term]),
    /// A reference.
    Reference(Wanted),
    /// Several references.
    References(Wanted),
    /// Yes or no.
    Flag,
    /// A list of elements with fields of their own.
    Elements(&'static [Field]),
}

impl Shape {
    /// Whether people type the value, so that it may turn out not to be understood.
    #[must_use]
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Decimal | Self::Currency | Self::Period | Self::Date)
    }
}
