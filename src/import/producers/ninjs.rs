//! IPTC's ninjs, versions 1 to 3 (<https://iptc.org/standards/ninjs/>), whose keys were renamed from one to the next.

use serde_json::Value;

use super::{Found, any, named, text_or_part};
use crate::import::dates::first_of;
use crate::import::html::text_of;
use crate::import::values::{at, first, list, words};

/// What the contents of an item are best read as, the best first.
const KINDS: &[&str] = &["text/html", "xhtml", "html", "text/plain", "nitf"];

/// An item.
pub fn item(value: &Value) -> Found {
    let old = [
        text_of(&first(value, &["body_xhtml", "body_html"])),
        first(value, &["body_text"]),
        text_of(&first(value, &["body_nitf", "body_nitf2"])),
    ];
    let body = body(list(at(value, "bodies")));
    let descriptions = list(at(value, "descriptions")).iter().map(|one| first(one, &["value"]));
    let parts: Vec<String> =
        std::iter::once(first(value, &["description_text", "description", "abstract"])).chain(descriptions).collect();
    let [one, two, three] = old;
    let (text, completeness) = text_or_part(&[body, one, two, three], &parts[..parts.len().min(2)]);
    let publisher =
        named(any(value, &["provider", "copyrightholder", "copyrightHolder", "infosources", "infoSources", "source"]));
    let address = first(value, &["url", "uri"]);
    let found = Found {
        title: title(value),
        publisher: publisher.into_iter().next().unwrap_or_default(),
        // An item is often named by a URN, which leads nowhere.
        url: if address.contains("://") { address } else { String::new() },
        published: first_of(
            &["versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated"]
                .map(|key| at(value, key)),
        ),
        language: first(value, &["language"]),
        text,
        completeness,
        ..Found::default()
    };
    found.signed(&byline(value))
}

fn title(value: &Value) -> String {
    let lines = list(at(value, "headlines"));
    let main = lines.iter().find(|line| matches!(first(line, &["role"]).as_str(), "main" | "headline"));
    let line = main.or(lines.first()).map(|line| first(line, &["value"])).unwrap_or_default();
    if line.is_empty() { first(value, &["headline", "title", "name", "slugline"]) } else { line }
}

fn byline(value: &Value) -> String {
    match any(value, &["byline", "by"]) {
        Value::Null => {
            list(at(value, "bylines")).iter().map(|line| first(line, &["value", "name"])).collect::<Vec<_>>().join("; ")
        }
        other => words(other),
    }
}

/// The text of the bodies: what the item itself says is its text, read as the kind that keeps most.
fn body(bodies: &[Value]) -> String {
    let kind = |body: &Value| {
        let kind = first(body, &["contentType", "contenttype"]).to_ascii_lowercase();
        KINDS.iter().position(|known| kind.contains(known)).unwrap_or(KINDS.len())
    };
    let main = |body: &&Value| matches!(first(body, &["role"]).as_str(), "" | "main" | "text" | "body" | "nitf");
    let mut found: Vec<&Value> = bodies.iter().filter(main).collect();
    if found.is_empty() {
        found = bodies.iter().collect();
    }
    found.sort_by_key(|body| kind(body));
    let texts = found.into_iter().map(|body| {
        let words = first(body, &["value"]);
        if kind(body) == 3 { words } else { text_of(&words) }
    });
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}
