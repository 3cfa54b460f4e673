//! What people type in the field of a form, and what is made of it.

use crate::model::field::{Field, Shape, Value};
use crate::model::{Currency, PartialDate, Period, Precision, Reference, Text, typed};

/// Typed words and what they were taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// The value of the field itself; [`Value::AsTyped`] where the words were not understood.
    pub value: Value,
    /// Values for other fields of the same record that the words tell too: of "up to $10 billion over 10 years"
    /// the currency, the precision and the period.
    pub others: Vec<(&'static str, Value)>,
}

impl Understood {
    fn only(value: Value) -> Self {
        Self { value, others: Vec::new() }
    }

    /// Whether the words were understood.
    #[must_use]
    pub fn is_understood(&self) -> bool {
        !matches!(self.value, Value::AsTyped(_))
    }
}

/// Makes a value of what was typed in a field. `anchor` is the date of the article in view, from which a day
/// without a year is counted.
#[must_use]
pub fn understand(field: &Field, words: &str, anchor: Option<&PartialDate>) -> Understood {
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return Understood::only(Value::Absent);
    }
    let as_typed = || Value::AsTyped(Text::from(trimmed));
    match field.shape {
        Shape::Decimal => sum(field.key, trimmed).unwrap_or_else(|| Understood::only(as_typed())),
        Shape::Currency => Understood::only(Currency::parse(trimmed).map_or_else(as_typed, Value::Currency)),
        Shape::Period => Understood::only(typed::period(trimmed).map_or_else(as_typed, Value::Period)),
        Shape::Date => match typed::date(trimmed, anchor) {
            Some(date) => {
                let bound = date.bound.filter(|_| field.key == "date");
                let others = bound.map(|bound| ("bound", Value::Text(bound.key().into())));
                Understood { value: Value::Date(date.date), others: others.into_iter().collect() }
            }
            None => Understood::only(as_typed()),
        },
        Shape::Texts => Understood::only(Value::Texts(split(trimmed))),
        Shape::Choice(terms) => {
            let term = terms.iter().find(|term| term.key == trimmed || term.label.eq_ignore_ascii_case(trimmed));
            Understood::only(Value::Text(term.map_or(trimmed, |term| term.key).into()))
        }
        Shape::Reference(_) => Understood::only(Value::Reference(Reference::Words(trimmed.into()))),
        Shape::References(_) => {
            let all = split(trimmed).into_iter().map(Reference::Words).collect();
            Understood::only(Value::References(all))
        }
        Shape::Text | Shape::Flag | Shape::Elements(_) => Understood::only(Value::Text(trimmed.into())),
        Shape::LongText => Understood::only(Value::Text(words.trim_end().into())),
    }
}

fn sum(key: &str, words: &str) -> Option<Understood> {
    let money = typed::money(words)?;
    let mut others: Vec<(&'static str, Value)> = Vec::new();
    others.extend(money.currency.map(|currency| ("currency", Value::Currency(currency))));
    if key == "value" {
        let precision = if money.value_max.is_some() { Some(Precision::Range) } else { money.precision };
        others.extend(precision.map(|precision| ("precision", Value::Text(precision.key().into()))));
        others.extend(money.period.map(|period: Period| ("period", Value::Period(period))));
        others.extend(money.value_max.map(|most| ("value_max", Value::Decimal(most))));
    }
    Some(Understood { value: Value::Decimal(money.value), others })
}

/// Splits a typed list: at semicolons or line breaks, or at commas where it has neither.
fn split(words: &str) -> Vec<Text> {
    let strong = |letter| letter == ';' || letter == '\n';
    let parts: Vec<&str> =
        if words.contains(strong) { words.split(strong).collect() } else { words.split(',').collect() };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(Text::from).collect()
}

/// The normalised value as it is shown under a field: in full, as files have it where that tells more.
#[must_use]
pub fn normalised_words(understood: &Understood) -> Option<String> {
    let mut parts = Vec::new();
    match &understood.value {
        Value::Decimal(sum) => parts.push(sum.grouped()),
        Value::Date(date) => parts.push(date.as_str().to_owned()),
        Value::Period(period) => parts.push(period.as_str().to_owned()),
        Value::Currency(currency) => parts.push(format!("{currency}, {}", currency.name())),
        _ => return None,
    }
    for (key, value) in &understood.others {
        match (key, value) {
            (_, Value::Currency(currency)) => parts.push(currency.to_string()),
            (_, Value::Period(period)) => parts.push(period.to_string()),
            (_, Value::Decimal(most)) => parts.push(format!("to {}", most.grouped())),
            (_, Value::Text(term)) => parts.push(term.replace('_', " ")),
            _ => {}
        }
    }
    Some(parts.join(" · "))
}
