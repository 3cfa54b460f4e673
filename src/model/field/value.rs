//! The value of any field, and the same value as a claim states it.

use super::{Field, Shape};
use crate::model::{ClaimValue, Currency, Decimal, Id, PartialDate, Period, Reference, Text};

/// The value of a field, whatever its shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing is stated.
    Absent,
    /// Text, or a term of a vocabulary.
    Text(Text),
    /// Words in a typed field that were not understood.
    AsTyped(Text),
    /// A list of short texts.
    Texts(Vec<Text>),
    /// A sum.
    Decimal(Decimal),
    /// A currency.
    Currency(Currency),
    /// A length of time.
    Period(Period),
    /// A partial date.
    Date(PartialDate),
    /// A reference.
    Reference(Reference),
    /// Several references.
    References(Vec<Reference>),
    /// Yes or no.
    Flag(bool),
    /// The ids of the elements of a list.
    Elements(Vec<Id>),
}

impl Value {
    /// Whether nothing is stated.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::Text(words) | Self::AsTyped(words) => words.is_empty(),
            Self::Texts(list) => list.is_empty(),
            Self::References(list) => list.is_empty(),
            Self::Elements(list) => list.is_empty(),
            Self::Flag(flag) => !flag,
            _ => false,
        }
    }
}

/// The value as a claim about one field states it; `None` where a claim cannot state such a value.
/// Of a list, the first element.
#[must_use]
pub fn as_claimed(value: &Value) -> Option<ClaimValue> {
    Some(match value {
        Value::Absent | Value::Elements(_) => return None,
        Value::Text(words) | Value::AsTyped(words) => ClaimValue::Text(words.clone()),
        Value::Texts(list) => ClaimValue::Text(list.first()?.clone()),
        Value::Decimal(sum) => ClaimValue::Text(sum.to_string().into()),
        Value::Currency(currency) => ClaimValue::Text(currency.to_string().into()),
        Value::Period(period) => ClaimValue::Text(period.as_str().into()),
        Value::Date(date) => ClaimValue::Text(date.as_str().into()),
        Value::Reference(reference) => ClaimValue::Reference(reference.clone()),
        Value::References(list) => ClaimValue::Reference(list.first()?.clone()),
        Value::Flag(flag) => ClaimValue::Flag(*flag),
    })
}

/// What a claim states for `field`, as a value of that field; words that do not fit its shape come back as
/// [`Value::AsTyped`].
#[must_use]
pub fn from_claim(field: &Field, claimed: &ClaimValue) -> Value {
    match (field.shape, claimed) {
        (Shape::Flag, ClaimValue::Flag(flag)) => Value::Flag(*flag),
        (Shape::Reference(_), ClaimValue::Reference(reference)) => Value::Reference(reference.clone()),
        (Shape::Reference(_), ClaimValue::Text(words)) => Value::Reference(Reference::Words(words.clone())),
        (Shape::References(_), ClaimValue::Reference(reference)) => Value::References(vec![reference.clone()]),
        (Shape::References(_), ClaimValue::Text(words)) => Value::References(vec![Reference::Words(words.clone())]),
        (Shape::Texts, ClaimValue::Text(words)) => Value::Texts(vec![words.clone()]),
        (shape, ClaimValue::Text(words)) => from_words(shape, words),
        (_, ClaimValue::Flag(flag)) => Value::AsTyped(if *flag { "yes" } else { "no" }.into()),
        (_, ClaimValue::Reference(Reference::Words(words))) => Value::AsTyped(words.clone()),
        (_, ClaimValue::Reference(Reference::Record(id))) => Value::AsTyped(id.as_str().into()),
    }
}

fn from_words(shape: Shape, words: &Text) -> Value {
    let understood = match shape {
        Shape::Decimal => words.parse().ok().map(Value::Decimal),
        Shape::Currency => words.parse().ok().map(Value::Currency),
        Shape::Period => words.parse().ok().map(Value::Period),
        Shape::Date => words.parse().ok().map(Value::Date),
        _ => Some(Value::Text(words.clone())),
    };
    understood.unwrap_or_else(|| Value::AsTyped(words.clone()))
}
