//! JSON Feed, <https://jsonfeed.org/version/1.1>.

use serde_json::Value;

use super::{Found, any, named, text_or_part};
use crate::import::dates::{first_of, when};
use crate::import::html::text_of;
use crate::import::values::{at, first};

/// An item of a feed, of which the head is known.
pub fn item(value: &Value, head: Option<&Value>) -> Found {
    let head = head.unwrap_or(&Value::Null);
    let whole = [text_of(&first(value, &["content_html"])), first(value, &["content_text"])];
    let (text, completeness) = text_or_part(&whole, &[first(value, &["summary"])]);
    let mut authors = [named(at(value, "authors")), named(at(value, "author"))].concat();
    if authors.is_empty() {
        authors = named(any(head, &["authors", "author"]));
    }
    let (title, home) = (first(head, &["title"]), first(head, &["home_page_url"]));
    let url = ["url", "external_url", "id"].map(|key| first(value, &[key]));
    let url = url.into_iter().find(|url| url.contains("://")).unwrap_or_default();
    Found {
        title: first(value, &["title"]),
        authors,
        publisher: if title.is_empty() { super::host(if home.is_empty() { &url } else { &home }) } else { title },
        published: first_of(&[at(value, "date_published"), at(value, "date_modified")]),
        retrieved: when(at(value, "date_retrieved")),
        language: {
            let own = first(value, &["language"]);
            if own.is_empty() { first(head, &["language"]) } else { own }
        },
        url,
        text,
        completeness,
        ..Found::default()
    }
}
