//! Articles in schema.org's vocabulary (<https://schema.org/Article>), as JSON-LD of web pages has them.

use serde_json::Value;

use super::{Found, any, text_or_part};
use crate::import::dates::first_of;
use crate::import::html::{is_markup, plain, text_of};
use crate::import::values::{at, first, list, words};

/// How far references within a graph are followed.
const FARTHEST: usize = 4;

/// An article. `head` is the whole graph: authors and publishers may stand elsewhere in it, named by their `@id`.
pub fn article(value: &Value, head: Option<&Value>) -> Found {
    let graph = head.map(|head| list(at(head, "@graph"))).unwrap_or_default();
    let mut body = body(any(value, &["articleBody", "text"]));
    for update in list(at(value, "liveBlogUpdate")) {
        for part in [words(at(update, "headline")), self::body(at(update, "articleBody"))] {
            body.push_str("\n\n");
            body.push_str(&part);
        }
    }
    let (text, completeness) =
        text_or_part(&[body.trim().to_owned()], &[plain(&first(value, &["description", "abstract"]))]);
    let page = any(value, &["mainEntityOfPage"]);
    let addresses = [
        list(at(value, "url")).first().map(words).unwrap_or_default(),
        words(at(page, "@id")),
        words(at(page, "url")),
        words(page),
        words(at(value, "@id")),
    ];
    let publisher = names(any(value, &["publisher", "sourceOrganization", "provider", "copyrightHolder"]), graph);
    let mut found = Found {
        title: ["headline", "name", "alternativeHeadline"]
            .iter()
            .filter_map(|key| list(at(value, key)).first().map(words))
            .find(|title| !title.is_empty())
            .unwrap_or_default(),
        authors: names(any(value, &["author", "creator", "contributor"]), graph),
        publisher: publisher.into_iter().next().unwrap_or_default(),
        url: addresses.into_iter().find(|address| address.contains("://")).unwrap_or_default(),
        published: first_of(
            &["datePublished", "dateCreated", "uploadDate", "dateModified"]
                .map(|key| list(at(value, key)).first().unwrap_or(&Value::Null)),
        ),
        language: language(at(value, "inLanguage")),
        text,
        completeness,
        ..Found::default()
    };
    if found.publisher.is_empty() {
        found.publisher = super::host(&found.url);
    }
    // One string may name several: "By Ann Lee and Bo Ray".
    if let Value::String(byline) = at(value, "author") {
        found = found.signed(byline);
    }
    found
}

/// A text, which may be markup, markup whose signs are spelled out, or several.
fn body(value: &Value) -> String {
    let parts = list(value).iter().map(|part| {
        let part = words(part);
        let part = if is_markup(&part) { text_of(&part) } else { plain_paragraphs(&part) };
        if is_markup(&part) { text_of(&part) } else { part }
    });
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Entities are decoded, line ends stay.
fn plain_paragraphs(body: &str) -> String {
    body.lines().map(plain).collect::<Vec<_>>().join("\n")
}

fn language(value: &Value) -> String {
    match value {
        Value::Object(_) => first(value, &["alternateName", "name"]),
        other => list(other).first().map(words).unwrap_or_default(),
    }
}

/// The names of persons and organisations, which may be strings, objects, lists of both, or references.
fn names(value: &Value, graph: &[Value]) -> Vec<String> {
    let several = |one: &Value| match at(one, "name") {
        Value::Array(names) => names.iter().map(words).collect(),
        _ => vec![name(one, graph, 0)],
    };
    let all = list(value).iter().flat_map(several);
    // "By Ann Lee" is what some systems write for a name.
    let bare = |name: String| match name.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => name[3..].trim().to_owned(),
        _ => name,
    };
    all.map(bare).filter(|name| !name.is_empty()).collect()
}

fn name(value: &Value, graph: &[Value], depth: usize) -> String {
    let Value::Object(_) = value else { return words(value) };
    let name = list(at(value, "name")).first().map(words).unwrap_or_default();
    let parts = || [first(value, &["givenName"]), first(value, &["familyName"])].join(" ").trim().to_owned();
    let name = if name.is_empty() { parts() } else { name };
    let id = first(value, &["@id"]);
    if !name.is_empty() || id.is_empty() || depth > FARTHEST {
        return name;
    }
    let other = graph.iter().find(|node| first(node, &["@id"]) == id && *node != value);
    other.map(|node| self::name(node, graph, depth + 1)).unwrap_or_default()
}
