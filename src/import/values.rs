//! Reading values of other programs' JSON, whatever they spelled them as.

use serde_json::{Map, Value};

/// Words that stand for nothing in exports of other programs.
const NOTHING: &[&str] = &["None", "null", "NULL", "nan", "NaN", "N/A", "n/a", "undefined", "set()", "[]", "{}"];

/// The object of a value, or an empty one.
pub fn object(value: &Value) -> &Map<String, Value> {
    static EMPTY: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
    value.as_object().unwrap_or(&EMPTY)
}

/// What stands at a path such as `title.rendered`; nothing where a step is missing.
pub fn at<'a>(value: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(value, |value, step| match value {
        Value::Array(list) => step.parse().ok().and_then(|number: usize| list.get(number)).unwrap_or(&Value::Null),
        _ => value.get(step).unwrap_or(&Value::Null),
    })
}

/// A value as text: a string that says something, a number as it is written.
pub fn words(value: &Value) -> String {
    match value {
        Value::String(words) if !NOTHING.contains(&words.trim()) => words.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        // A value with its type: JSON-LD, and the extended JSON of MongoDB.
        Value::Object(typed) if typed.len() <= 3 => {
            let value = ["@value", "$date", "$numberLong", "$oid"].iter().find_map(|key| typed.get(*key));
            value.map(words).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// The first of several paths at which words stand.
pub fn first(value: &Value, paths: &[&str]) -> String {
    paths.iter().map(|path| words(at(value, path))).find(|words| !words.is_empty()).unwrap_or_default()
}

/// Whether an object has all of these keys.
pub fn has_all(object: &Map<String, Value>, keys: &[&str]) -> bool {
    keys.iter().all(|key| object.contains_key(*key))
}

/// Whether an object has one of these keys.
pub fn has_any(object: &Map<String, Value>, keys: &[&str]) -> bool {
    keys.iter().any(|key| object.contains_key(*key))
}

/// The elements of a list; a value that is no list, as the only one.
pub fn list(value: &Value) -> &[Value] {
    match value {
        Value::Array(list) => list,
        Value::Null => &[],
        other => std::slice::from_ref(other),
    }
}
