//! Programs that take an article out of a page: news-please, newspaper, trafilatura, Readability; and Casefile's own.

use serde_json::Value;

use super::{Found, any, host, named, text_or_part};
use crate::import::dates::{first_of, when};
use crate::import::html::text_of;
use crate::import::values::{at, first, words};

/// An article file of Casefile that stands among others.
pub fn casefile(value: &Value) -> Found {
    Found {
        title: first(value, &["title"]),
        byline: first(value, &["byline"]),
        authors: named(at(value, "authors")),
        publisher: first(value, &["publisher"]),
        url: first(value, &["url"]),
        published: when(at(value, "published")),
        retrieved: when(at(value, "retrieved")),
        language: first(value, &["language"]),
        text: at(value, "text").as_str().unwrap_or_default().to_owned(),
        ..Found::default()
    }
}

/// news-please (<https://github.com/fhamborg/news-please>): `maintext`, "None" for what is absent.
pub fn news_please(value: &Value) -> Found {
    let (text, completeness) =
        text_or_part(&[first(value, &["maintext", "text", "cleaned_text"])], &[first(value, &["description"])]);
    Found {
        title: first(value, &["title", "title_page", "title_rss"]),
        authors: named(any(value, &["authors", "author"])),
        publisher: first(value, &["source_domain"]),
        url: first(value, &["url"]),
        published: first_of(&[at(value, "date_publish"), at(value, "publish_date")]),
        retrieved: when(at(value, "date_download")),
        language: first(value, &["language"]),
        text,
        completeness,
        ..Found::default()
    }
}

/// newspaper3k and newspaper4k (<https://github.com/AndyTheFactory/newspaper4k>).
pub fn newspaper(value: &Value) -> Found {
    let url = first(value, &["url", "original_url", "canonical_link", "final_url", "meta.canonical"]);
    let url = if url.contains("://") { url } else { first(value, &["meta_data.og.url"]) };
    let (text, completeness) =
        text_or_part(&[first(value, &["text", "cleaned_text"])], &[first(value, &["summary", "meta_description"])]);
    let site = first(value, &["meta_site_name", "meta_data.og.site_name", "opengraph.site_name"]);
    let source = first(value, &["source_url"]);
    Found {
        title: first(value, &["title"]),
        authors: named(at(value, "authors")),
        publisher: if site.is_empty() { host(if source.is_empty() { &url } else { &source }) } else { site },
        published: when(any(value, &["publish_date"])),
        retrieved: when(at(value, "download_date")),
        language: first(value, &["language", "meta_lang", "meta.lang", "config.language"]),
        url,
        text,
        completeness,
        ..Found::default()
    }
}

/// trafilatura (<https://trafilatura.readthedocs.io/>): the address is `source`, names are joined by "; ".
pub fn trafilatura(value: &Value) -> Found {
    let (text, completeness) =
        text_or_part(&[first(value, &["text", "raw_text"])], &[first(value, &["excerpt", "description"])]);
    let url = first(value, &["source", "url"]);
    let site = first(value, &["source-hostname", "sitename", "hostname"]);
    let found = Found {
        title: first(value, &["title"]),
        publisher: if site.is_empty() { host(&url) } else { site },
        published: when(at(value, "date")),
        retrieved: when(at(value, "filedate")),
        language: first(value, &["language"]),
        url,
        text,
        completeness,
        ..Found::default()
    };
    found.signed(&first(value, &["author"]))
}

/// Mozilla's Readability (<https://github.com/mozilla/readability>): its HTML has the paragraphs that its text lost.
pub fn readability(value: &Value) -> Found {
    let (whole, plain) = (text_of(&words(at(value, "content"))), words(at(value, "textContent")));
    let (text, completeness) = text_or_part(&[whole, plain], &[first(value, &["excerpt"])]);
    let found = Found {
        title: first(value, &["title"]),
        publisher: first(value, &["siteName", "site_name"]),
        url: first(value, &["url", "uri"]),
        published: first_of(&[at(value, "publishedTime"), at(value, "published_time")]),
        language: first(value, &["lang"]),
        text,
        completeness,
        ..Found::default()
    };
    let byline = first(value, &["byline"]);
    // What stands there may be a whole column of layout.
    if byline.chars().count() > LONGEST_BYLINE { found } else { found.signed(&byline) }
}

/// The longest line that is one which names authors.
const LONGEST_BYLINE: usize = 200;
