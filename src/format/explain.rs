//! What a value should be and what it is, in words.

use super::lex;
use super::scan::Kind;
use super::tree::{NodeId, Tree};

/// One sentence for an error of serde at a node. Errors of a type's own `Deserialize` are sentences already.
pub fn sentence(error: &str, tree: &Tree<'_>, id: NodeId) -> String {
    if let Some(key) = quoted_after(error, "missing field ") {
        return format!("The key \u{201c}{key}\u{201d} is missing here, and nothing can be read without it.");
    }
    if let Some(key) = quoted_after(error, "unknown field ") {
        return format!("The key \u{201c}{key}\u{201d} is not known here.");
    }
    let expected = ["invalid type: ", "invalid value: ", "invalid length ", "unknown variant "]
        .iter()
        .find_map(|start| error.strip_prefix(start))
        .and_then(|rest| rest.rsplit_once("expected "))
        .map(|(_, expected)| expected);
    match expected {
        Some(expected) => format!("This should be {}, but it is {}.", wanted(expected), found(tree, id)),
        None => finish(error),
    }
}

/// The name that stands between backquotes after `start`.
fn quoted_after<'a>(error: &'a str, start: &str) -> Option<&'a str> {
    error.strip_prefix(start)?.strip_prefix('`')?.split('`').next()
}

/// What serde expected, for somebody who does not know Rust.
fn wanted(expected: &str) -> String {
    let expected = expected.trim();
    match expected {
        "a string" | "string or map" => "text".to_owned(),
        "a character" => "a single character".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a map" => "an object".to_owned(),
        "unit" => "null".to_owned(),
        "f32" | "f64" => "a number".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number from 0".to_owned(),
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number".to_owned(),
        _ if expected.starts_with("struct ") || expected.starts_with("internally tagged enum ") => {
            "an object".to_owned()
        }
        _ if expected.starts_with("a tuple") || expected.starts_with("tuple ") => "a list".to_owned(),
        _ => expected.replace('`', ""),
    }
}

/// What stands at a node.
pub fn found(tree: &Tree<'_>, id: NodeId) -> String {
    let count = |one: &str| match tree.children(id).count() {
        0 => format!("an empty {one}"),
        n => format!("{} {one} of {n}", if one == "object" { "an" } else { "a" }),
    };
    match tree.node(id).kind {
        Kind::Object => count("object"),
        Kind::Array => count("list"),
        Kind::String => format!("the text \u{201c}{}\u{201d}", lex::preview(lex::decode(tree.raw(id)).as_bytes())),
        Kind::Number => format!("the number {}", lex::preview(tree.raw(id))),
        Kind::Bool => lex::preview(tree.raw(id)),
        Kind::Null => "null".to_owned(),
        Kind::Invalid => "no JSON value".to_owned(),
    }
}

/// A message as a sentence: a capital at the start, a full stop at the end, and no longer than can be shown.
fn finish(message: &str) -> String {
    let mut chars = message.trim().chars().take(300);
    let Some(first) = chars.next() else { return "This value cannot be read.".to_owned() };
    let mut sentence: String = first.to_uppercase().chain(chars).collect();
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}
