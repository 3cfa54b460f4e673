//! Services that answer with articles: the Guardian, the New York Times, `NewsAPI`, `WordPress`.

use serde_json::Value;

use super::{Found, any, host, named, text_or_part};
use crate::import::dates::{first_of, when};
use crate::import::html::{plain, text_of};
use crate::import::names::{cased, flat};
use crate::import::values::{at, first, list, words};

/// The Guardian's Open Platform (<https://open-platform.theguardian.com/documentation/item>).
pub fn guardian(value: &Value) -> Found {
    let blocks = list(at(value, "blocks.body")).iter().map(|block| text_of(&first(block, &["bodyHtml"])));
    let blocks = blocks.filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n\n");
    let whole = [text_of(&first(value, &["fields.body"])), blocks, first(value, &["fields.bodyText"])];
    let parts = ["fields.standfirst", "fields.trailText"].map(|path| text_of(&first(value, &[path])));
    let (text, completeness) = text_or_part(&whole, &parts);
    let contributors = list(at(value, "tags")).iter().filter(|tag| at(tag, "type") == "contributor");
    let contributors = contributors.map(|tag| first(tag, &["webTitle"])).collect::<Vec<_>>();
    let publication = first(value, &["fields.publication"]);
    let mut found = Found {
        title: first(value, &["fields.headline", "webTitle"]),
        publisher: if publication.is_empty() { "The Guardian".to_owned() } else { publication },
        url: first(value, &["webUrl", "fields.shortUrl"]),
        published: first_of(&[at(value, "webPublicationDate"), at(value, "fields.firstPublicationDate")]),
        language: first(value, &["fields.lang"]),
        text,
        completeness,
        ..Found::default()
    };
    found = found.signed(&first(value, &["fields.byline"]));
    if !contributors.is_empty() {
        found.authors = contributors;
    }
    found
}

/// The New York Times, Article Search (<https://developer.nytimes.com/docs/articlesearch-product/1/overview>). It has no
/// text but the first paragraph.
pub fn nyt_search(value: &Value) -> Found {
    let parts = ["abstract", "lead_paragraph", "snippet"].map(|path| plain(&first(value, &[path])));
    let (text, completeness) = text_or_part(&[], &parts);
    let people = list(at(value, "byline.person")).iter().map(|person| {
        cased(&flat(&["firstname", "middlename", "lastname", "qualifier"].map(|part| first(person, &[part])).join(" ")))
    });
    let people = people.filter(|name| !name.is_empty()).collect::<Vec<_>>();
    let mut found = Found {
        title: first(value, &["headline.main", "headline.print_headline"]),
        publisher: first(value, &["source"]),
        url: first(value, &["web_url", "url"]),
        published: when(at(value, "pub_date")),
        text,
        completeness,
        ..Found::default()
    };
    found = found.signed(&first(value, &["byline.original", "byline"]));
    if !people.is_empty() {
        found.authors = people;
    }
    found
}

/// The New York Times, Top Stories: a teaser, and the byline as one string.
pub fn nyt_top_story(value: &Value) -> Found {
    let (text, completeness) = text_or_part(&[], &[plain(&first(value, &["abstract"]))]);
    let source = first(value, &["source"]);
    let found = Found {
        title: first(value, &["title"]),
        publisher: if source.is_empty() { "The New York Times".to_owned() } else { source },
        url: first(value, &["url"]),
        published: when(at(value, "published_date")),
        text,
        completeness,
        ..Found::default()
    };
    found.signed(&first(value, &["byline"]))
}

/// `NewsAPI` (<https://newsapi.org/docs/endpoints/everything>): the text is cut after 200 letters.
pub fn news_api(value: &Value) -> Found {
    let publisher = first(value, &["source.name"]);
    let title = first(value, &["title"]);
    // "Quay sinks - CNN" of CNN.
    let bare = title.strip_suffix(publisher.as_str()).filter(|_| !publisher.is_empty());
    let bare = bare.and_then(|bare| bare.trim_end().strip_suffix(['-', '–', '|'])).map(str::trim_end);
    let title = bare.filter(|bare| !bare.is_empty()).map_or(title.clone(), str::to_owned);
    // What its publisher has taken back stays in the list by this word.
    let content = plain(&first(value, &["content"])).replace("[Removed]", "");
    let (content, is_cut) = uncounted(&content);
    let description = plain(&first(value, &["description"])).replace("[Removed]", "");
    let (text, completeness) = if is_cut || content.is_empty() {
        text_or_part(&[], &[description, content])
    } else {
        text_or_part(&[content], &[])
    };
    let found = Found {
        title,
        url: first(value, &["url"]),
        published: when(at(value, "publishedAt")),
        publisher,
        text,
        completeness,
        ..Found::default()
    };
    let mut found = found.signed(&first(value, &["author"]));
    // "Jay Croft, CNN" of CNN.
    if found.authors.len() > 1 {
        found.authors.retain(|author| *author != found.publisher);
    }
    found
}

/// A text without the count of what was cut from it, "… [+1234 chars]", and whether it had one.
fn uncounted(content: &str) -> (String, bool) {
    // "[+1234 chars]" of NewsAPI, "[1234 chars]" of services like it.
    let count = |at: &usize| {
        let rest = content[at + 1..].trim_start_matches('+').strip_suffix(']').and_then(|rest| rest.split_once(' '));
        rest.is_some_and(|(number, unit)| number.parse::<u64>().is_ok() && unit.chars().all(char::is_alphabetic))
    };
    match content.rfind('[').filter(count) {
        Some(at) => (content[..at].trim_end().to_owned(), true),
        None => (content.to_owned(), content.ends_with('…') || content.ends_with("...")),
    }
}

/// `WordPress` (<https://developer.wordpress.org/rest-api/reference/posts/>).
pub fn wordpress(value: &Value) -> Found {
    let rendered = |key: &str| words(any(value, &[&format!("{key}.rendered"), key]));
    let (text, completeness) = text_or_part(&[text_of(&rendered("content"))], &[text_of(&rendered("excerpt"))]);
    let url = first(value, &["link", "guid.rendered"]);
    let mut authors = named(at(value, "_embedded.author"));
    if authors.is_empty() {
        authors = named(any(value, &["author_name", "yoast_head_json.author"]));
    }
    Found {
        title: rendered("title"),
        authors,
        publisher: {
            let site = first(value, &["yoast_head_json.og_site_name"]);
            if site.is_empty() { host(&url) } else { site }
        },
        published: first_of(&[at(value, "date_gmt"), at(value, "date")]),
        language: first(value, &["lang", "yoast_head_json.og_locale"]),
        url,
        text,
        completeness,
        ..Found::default()
    }
}
