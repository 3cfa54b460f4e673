//! The value of a field in words.

use super::{Field, Shape, Value};
use crate::model::Reference;
use crate::model::vocabulary::label_of;

/// The words that a field shows for a value; typed into it, they mean the same value again.
#[must_use]
pub fn words_of(field: &Field, value: &Value) -> String {
    match value {
        Value::Absent | Value::Elements(_) => String::new(),
        Value::Text(words) => match field.shape {
            Shape::Choice(terms) => label_of(terms, words).to_owned(),
            _ => words.to_string(),
        },
        Value::AsTyped(words) | Value::Reference(Reference::Words(words)) => words.to_string(),
        Value::Texts(list) => list.join("; "),
        Value::Decimal(sum) => sum.grouped(),
        Value::Currency(currency) => currency.to_string(),
        Value::Period(period) => period.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Reference(Reference::Record(id)) => id.to_string(),
        Value::References(list) => {
            let words = list.iter().map(|one| match one {
                Reference::Words(words) => words.as_str(),
                Reference::Record(id) => id.as_str(),
            });
            words.collect::<Vec<_>>().join("; ")
        }
        Value::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
    }
}
