//! Programs that keep what somebody wants to read. When a page was saved is when it was retrieved, and not when it was
//! published.

use serde_json::Value;

use super::{Found, any, host, named, text_or_part};
use crate::import::dates::{first_of, when};
use crate::import::html::text_of;
use crate::import::values::{at, first};

/// wallabag (<https://doc.wallabag.org/>): its first version had numbers for keys.
pub fn wallabag(value: &Value) -> Found {
    let url = first(value, &["url", "given_url", "2"]);
    let site = first(value, &["domain_name"]);
    let text = text_of(&first(value, &["content", "5"]));
    // What it writes for pages that could not be fetched.
    let text = if text.starts_with("wallabag can't retrieve contents") { String::new() } else { text };
    let (text, completeness) = text_or_part(&[text], &[]);
    let mut found = Found {
        title: first(value, &["title", "1"]),
        authors: named(any(value, &["published_by", "authors"])),
        publisher: if site.is_empty() { host(&url) } else { site },
        published: when(at(value, "published_at")),
        retrieved: when(at(value, "created_at")),
        language: first(value, &["language"]),
        url,
        text,
        completeness,
        ..Found::default()
    };
    // "Untitled" is what it writes for pages that could not be fetched.
    if found.title == "Untitled" {
        found.title.clear();
    }
    found
}

/// Omnivore.
pub fn omnivore(value: &Value) -> Found {
    let (text, completeness) =
        text_or_part(&[text_of(&first(value, &["content"]))], &[first(value, &["description", "excerpt"])]);
    let (url, site) = (first(value, &["url", "originalArticleUrl"]), first(value, &["siteName"]));
    let found = Found {
        title: first(value, &["title"]),
        publisher: if site.is_empty() { host(&url) } else { site },
        published: when(at(value, "publishedAt")),
        retrieved: when(at(value, "savedAt")),
        language: first(value, &["language"]),
        url,
        text,
        completeness,
        ..Found::default()
    };
    found.signed(&first(value, &["author"]))
}

/// The old Readability service.
pub fn readability(value: &Value) -> Found {
    listed(value, "article__title", "article__url", &["article__excerpt"], &["date_added"])
}

/// Pinboard (<https://pinboard.in/api/>) and Delicious, whose `description` is the title.
pub fn pinboard(value: &Value) -> Found {
    let title = if first(value, &["description"]).is_empty() { "title" } else { "description" };
    listed(value, title, "href", &["extended"], &["time"])
}

/// elCurator.
pub fn elcurator(value: &Value) -> Found {
    listed(value, "title", "url", &["description"], &["created_at"])
}

/// Firefox: a bookmark, its time in microseconds.
pub fn firefox(value: &Value) -> Found {
    listed(value, "title", "uri", &["annos.0.value"], &["dateAdded"])
}

/// Pocket (<https://getpocket.com/developer/docs/v3/retrieve>).
pub fn pocket(value: &Value) -> Found {
    let mut found = listed(value, "resolved_title", "resolved_url", &["excerpt"], &["time_added"]);
    if found.title.is_empty() {
        found.title = first(value, &["given_title", "title"]);
    }
    if found.url.is_empty() {
        found.url = first(value, &["given_url", "url"]);
        found.publisher = host(&found.url);
    }
    if let Value::Object(authors) = at(value, "authors") {
        found.authors = authors.values().map(|author| first(author, &["name"])).collect();
    }
    found
}

/// Instapaper: a row of its table.
pub fn instapaper(value: &Value) -> Found {
    listed(value, "Title", "URL", &["Selection"], &["Timestamp"])
}

/// Raindrop (<https://developer.raindrop.io/v1/raindrops>): an item of its answers, or a row of its table.
pub fn raindrop(value: &Value) -> Found {
    let address = if at(value, "link").is_null() { "url" } else { "link" };
    listed(value, "title", address, &["excerpt"], &["created"])
}

/// An entry of a list that has a title, an address and a few words.
fn listed(value: &Value, title: &str, url: &str, parts: &[&str], saved: &[&str]) -> Found {
    let (text, completeness) = text_or_part(&[], &[text_of(&first(value, parts))]);
    let url = first(value, &[url]);
    Found {
        title: first(value, &[title]),
        publisher: host(&url),
        retrieved: first_of(&saved.iter().map(|key| at(value, key)).collect::<Vec<_>>()),
        url,
        text,
        completeness,
        ..Found::default()
    }
}
