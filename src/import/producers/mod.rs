//! What each producer's keys mean.

mod extractors;
mod feeds;
mod linked;
mod ninjs;
mod reading_lists;
mod references;
mod services;

use serde_json::Value;

use super::values::{at, first, list, words};
use super::{Completeness, Content, Found, Producer, decode, guess, html};

impl Producer {
    /// Reads an article of this producer. `head` is what stands around it.
    #[must_use]
    pub fn read(self, value: &Value, head: Option<&Value>) -> Found {
        let found = match self {
            Self::Casefile => extractors::casefile(value),
            Self::NewsPlease => extractors::news_please(value),
            Self::Newspaper => extractors::newspaper(value),
            Self::Trafilatura => extractors::trafilatura(value),
            Self::Readability => extractors::readability(value),
            Self::JsonLd => linked::article(value, head),
            Self::Guardian => services::guardian(value),
            Self::NytSearch => services::nyt_search(value),
            Self::NytTopStories => services::nyt_top_story(value),
            Self::NewsApi => services::news_api(value),
            Self::WordPress => services::wordpress(value),
            Self::JsonFeed => feeds::item(value, head),
            Self::Ninjs => ninjs::item(value),
            Self::Wallabag => reading_lists::wallabag(value),
            Self::Omnivore => reading_lists::omnivore(value),
            Self::ReadabilityList => reading_lists::readability(value),
            Self::Pinboard => reading_lists::pinboard(value),
            Self::ElCurator => reading_lists::elcurator(value),
            Self::Pocket => reading_lists::pocket(value),
            Self::Firefox => reading_lists::firefox(value),
            Self::Instapaper => reading_lists::instapaper(value),
            Self::Raindrop => reading_lists::raindrop(value),
            Self::Csl => references::csl(value),
            Self::Zotero => references::zotero(value),
            Self::Page | Self::Bookmarks | Self::Text | Self::Table | Self::Other => {
                guess::Mapping::of(value).read(value)
            }
        };
        completed(Found { producer: self, ..found }, value).tidy()
    }
}

/// What people add to the lists of others by the plainest of names: the text that was fetched for a link, its author, its
/// date.
fn completed(mut found: Found, value: &Value) -> Found {
    const TEXTS: &[&str] =
        &["full_text", "fulltext", "fullText", "text", "article_text", "articleBody", "maintext", "body", "content"];
    const DATES: &[&str] =
        &["published", "published_at", "publishedAt", "published_date", "publish_date", "pub_date", "date"];
    if found.completeness != Completeness::Whole {
        let text = first(value, TEXTS);
        let text = if html::is_markup(&text) { html::text_of(&text) } else { text };
        // What a service has cut is no text.
        if text.len() > found.text.len().max(LEAST_TEXT) && !text.trim_end().ends_with(']') {
            (found.text, found.completeness) = (text, Completeness::Whole);
        }
    }
    if found.published.is_none() {
        found.published = super::dates::first_of(&DATES.iter().map(|key| at(value, key)).collect::<Vec<_>>());
    }
    if found.authors.is_empty() && found.byline.is_empty() {
        let authors = any(value, &["authors", "author", "byline"]);
        found = match authors {
            Value::String(byline) => found.signed(byline),
            authors => Found { authors: named(authors), ..found },
        };
    }
    found
}

/// How long a text is at least, in bytes.
const LEAST_TEXT: usize = 60;

/// The articles of a text that was found within another file.
pub fn read_text(text: String) -> Content {
    super::understand(decode::Decoded::of(text))
}

/// A text and how much of the article it is, of the places where the whole may stand and those where a part does.
fn text_or_part(whole: &[String], parts: &[String]) -> (String, Completeness) {
    if let Some(whole) = whole.iter().find(|words| !words.is_empty()) {
        return (whole.clone(), Completeness::Whole);
    }
    let mut said: Vec<&String> = Vec::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        // A teaser is often the beginning of the next one.
        if !said.iter().any(|known| known.contains(part.as_str()) || part.contains(known.as_str())) {
            said.push(part);
        } else if let Some(known) =
            said.iter_mut().find(|known| part.len() > known.len() && part.contains(known.as_str()))
        {
            *known = part;
        }
    }
    let text = said.into_iter().cloned().collect::<Vec<_>>().join("\n\n");
    let completeness = if text.is_empty() { Completeness::None } else { Completeness::Part };
    (text, completeness)
}

/// The names in a list of strings or of objects that have one.
fn named(value: &Value) -> Vec<String> {
    let name = |one: &Value| match one {
        Value::Object(_) => first(one, &["name", "literal", "fullName", "title", "webTitle"]),
        other => words(other),
    };
    list(value).iter().map(name).filter(|name| !name.is_empty()).collect()
}

/// The host of an address, without `www.`.
pub fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_ascii_lowercase()
}

/// What stands at the first of several paths, whatever it is.
fn any<'a>(value: &'a Value, paths: &[&str]) -> &'a Value {
    paths.iter().map(|path| at(value, path)).find(|found| !found.is_null()).unwrap_or(&Value::Null)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_addresses() {
        for (url, expected) in
            [("https://www.cnbc.com/2023/x", "cnbc.com"), ("cnn.com", "cnn.com"), ("http://a.b:80?q", "a.b"), ("", "")]
        {
            assert_eq!(host(url), expected);
        }
    }

    #[test]
    fn teasers_are_put_together_once() {
        let words = |words: &[&str]| words.iter().map(|words| (*words).to_owned()).collect::<Vec<_>>();
        assert_eq!(text_or_part(&words(&["", "Whole."]), &words(&["x"])), ("Whole.".into(), Completeness::Whole));
        assert_eq!(
            text_or_part(&[], &words(&["It sank.", "It sank. All", "Really."])),
            ("It sank. All\n\nReally.".into(), Completeness::Part)
        );
        assert_eq!(text_or_part(&[], &words(&[""])), (String::new(), Completeness::None));
    }
}
