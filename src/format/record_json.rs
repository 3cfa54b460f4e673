//! Records as JSON values, in the key order of the format and without what is not stated.

use serde::Serialize;
use serde_json::Value;

use crate::model::Record;

/// A record as a JSON value. Keys whose value means "not stated" (null, false, empty text, an empty list or object)
/// are left out at every level.
#[must_use]
pub fn to_json(record: &Record) -> Value {
    let written = match record {
        Record::Header(record) => json(record),
        Record::Article(record) => json(record),
        Record::Entry(record) => json(record),
        Record::Party(record) => json(record),
        Record::Proceeding(record) => json(record),
        Record::Action(record) => json(record),
        Record::Link(record) => json(record),
        Record::Amount(record) => json(record),
        Record::Date(record) => json(record),
        Record::Quote(record) => json(record),
        Record::Claim(record) => json(record),
    };
    stated(written)
}

fn json(record: &impl Serialize) -> Value {
    // Records are plain data with string keys, which always have a JSON form.
    serde_json::to_value(record).unwrap_or(Value::Null)
}

fn stated(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept =
                members.into_iter().map(|(key, value)| (key, stated(value))).filter(|(_, value)| is_stated(value));
            Value::Object(kept.collect())
        }
        Value::Array(elements) => Value::Array(elements.into_iter().map(stated).collect()),
        other => other,
    }
}

fn is_stated(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::String(words) => !words.is_empty(),
        Value::Array(elements) => !elements.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Number(_) => true,
    }
}
