//! A saved web page as the articles it holds: what its JSON-LD says first, then what reads as its text.

use dom_query::Document;
use dom_smoothie::{Config, Readability};
use serde_json::Value;

use super::{archive, bookmarks, text_of};
use crate::import::dates::{first_of, read};
use crate::import::producers::{host, read_text};
use crate::import::{Completeness, Content, Found, Producer, names};

/// What a page begins with, in small letters.
const BEGINNINGS: &[&str] = &[
    "<!doctype html",
    "<!doctype netsca",
    "<html",
    "<section",
    "<main",
    "<h1",
    "<h2",
    "<style",
    "<link",
    "<table",
    "<head",
    "<body",
    "<meta",
    "<title",
    "<div",
    "<article",
    "<p>",
    "<p ",
];
/// Most elements of a page whose text is looked for: beyond that it is no article.
const MOST_ELEMENTS: usize = 200_000;

/// Whether a text begins as a web page does.
pub fn is_page(start: &str) -> bool {
    let mut start = start.trim_start();
    // A saved page may begin with notes of who saved it, and with what XML begins with.
    loop {
        let comment = start.strip_prefix("<!--").and_then(|rest| rest.split_once("-->"));
        let declaration = || start.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"));
        let Some((_, after)) = comment.or_else(declaration) else { break };
        start = after.trim_start();
    }
    let beginning: String = start.chars().take(16).collect::<String>().to_ascii_lowercase();
    BEGINNINGS.iter().any(|known| beginning.starts_with(known))
}

/// The articles of a page; `address` is where it was saved from, if that is known and the page does not say it.
pub fn articles_of(html: &str, address: &str) -> Vec<Found> {
    if bookmarks::is_list(html) {
        return bookmarks::all(html);
    }
    let document = Document::from(html);
    let linked = linked_data(&document);
    let meta = Meta::of(&document);
    let mut read = readable(html, &document);
    let mut articles: Vec<Found> = linked.into_iter().filter(|found| !found.title.is_empty()).collect();
    // A page is about one article; the others that its data names are what it links to.
    let is_own = |found: &Found| {
        let heads = [&meta.title, &read.title];
        !meta.url.is_empty() && found.url == meta.url
            || heads
                .iter()
                .any(|head| !head.is_empty() && (head.starts_with(&found.title) || found.title.starts_with(*head)))
    };
    articles.sort_by_key(|found| (!is_own(found), found.completeness != Completeness::Whole));
    let mut article = if articles.is_empty() { Found::of(Producer::Page) } else { articles.remove(0) };
    if article.completeness == Completeness::None && !is_own(&article) {
        article = Found::of(Producer::Page);
    }
    article.producer = Producer::Page;
    // What the data has in one piece, the page has in paragraphs.
    let paragraphs = |text: &str| text.split("\n\n").count();
    let is_flat =
        paragraphs(&article.text) == 1 && paragraphs(&read.text) > 2 && read.text.len() > article.text.len() * 4 / 5;
    if article.completeness != Completeness::Whole || article.text.len() < read.text.len() / 2 || is_flat {
        article.text = std::mem::take(&mut read.text);
        article.completeness = if article.text.is_empty() { Completeness::None } else { Completeness::Whole };
    }
    fill(&mut article.title, [read.title, meta.title]);
    fill(&mut article.publisher, [read.publisher, meta.site]);
    fill(&mut article.url, [meta.url, read.url]);
    fill(&mut article.url, [address.to_owned(), archive::saved_from(html).unwrap_or_default().to_owned()]);
    if article.publisher.is_empty() {
        article.publisher = host(&article.url);
    }
    fill(&mut article.language, [read.language, meta.language]);
    if article.byline.is_empty() && article.authors.is_empty() {
        let byline = [meta.author, read.byline].into_iter().find(|byline| !byline.is_empty()).unwrap_or_default();
        article = article.signed(&byline);
    }
    article.published = article.published.or(meta.published).or(read.published);
    vec![article.tidy()]
}

fn fill(line: &mut String, others: [String; 2]) {
    if line.is_empty() {
        *line = others.into_iter().find(|other| !other.is_empty()).unwrap_or_default();
    }
}

/// The articles that the JSON-LD of a page describes.
fn linked_data(document: &Document) -> Vec<Found> {
    let mut found = Vec::new();
    for script in document.select("script[type=\"application/ld+json\"]").nodes() {
        if let Content::Articles(collection) = read_text(script.text().to_string()) {
            found.extend(collection.items.iter().filter_map(|item| collection.article(item).ok()));
        }
    }
    found.into_iter().filter(|article| article.producer == Producer::JsonLd).collect()
}

/// What the head of a page says (Open Graph, <https://ogp.me/>, and the older names).
#[derive(Default)]
struct Meta {
    title: String,
    site: String,
    url: String,
    author: String,
    language: String,
    published: Option<crate::import::When>,
}

impl Meta {
    fn of(document: &Document) -> Self {
        let content = |name: &str| {
            let by_property = document
                .select(&format!("meta[property=\"{name}\"], meta[name=\"{name}\"], meta[itemprop=\"{name}\"]"));
            by_property.attr("content").map(|content| content.trim().to_owned()).unwrap_or_default()
        };
        let first =
            |names: &[&str]| names.iter().map(|name| content(name)).find(|found| !found.is_empty()).unwrap_or_default();
        let canonical = document.select("link[rel=\"canonical\"]").attr("href").map(|link| link.to_string());
        let language = document.select("html").attr("lang").map(|language| language.to_string()).unwrap_or_default();
        let heading = document.select("title").first().text().trim().to_owned();
        let time = document.select("time[datetime]").attr("datetime").map(|time| time.to_string());
        let published = first(&[
            "article:published_time",
            "datePublished",
            "date",
            "dc.date",
            "DC.date.issued",
            "parsely-pub-date",
            "publish-date",
            "pubdate",
        ]);
        let published = [published, time.unwrap_or_default()].iter().find_map(|words| read(words));
        Self {
            title: [first(&["og:title", "twitter:title"]), heading]
                .into_iter()
                .find(|title| !title.is_empty())
                .unwrap_or_default(),
            site: first(&["og:site_name", "application-name"]),
            url: [canonical.unwrap_or_default(), first(&["og:url"])]
                .into_iter()
                .find(|url| url.contains("://"))
                .unwrap_or_default(),
            author: [first(&["author", "parsely-author", "dc.creator"]), first(&["article:author"])]
                .into_iter()
                .find(|author| !names::authors_of(author).is_empty())
                .unwrap_or_default(),
            language,
            published,
        }
    }
}

/// Most elements that may be open at once: pages have fifty, and what looks for the text goes through all of them for each.
const DEEPEST: usize = 1_000;

/// How deep the elements of a page are in each other.
fn depth(document: &Document) -> usize {
    let (mut deepest, mut depth, mut node) = (0, 0_usize, document.root().first_child());
    while let Some(current) = node {
        if let Some(child) = current.first_child() {
            depth += 1;
            deepest = deepest.max(depth);
            node = Some(child);
            continue;
        }
        let mut at = current;
        node = loop {
            if let Some(next) = at.next_sibling() {
                break Some(next);
            }
            depth = depth.saturating_sub(1);
            match at.parent() {
                Some(parent) => at = parent,
                None => break None,
            }
        };
    }
    deepest
}

/// What reads as the article of a page.
fn readable(html: &str, document: &Document) -> Found {
    if depth(document) > DEEPEST {
        return Found { text: text_of(html), ..Found::of(Producer::Page) };
    }
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, disable_json_ld: true, ..Config::default() };
    let parsed = Readability::new(html, None, Some(config)).and_then(|mut readability| readability.parse());
    let Ok(article) = parsed else { return Found::of(Producer::Page) };
    let line = |words: Option<String>| words.map(|words| words.trim().to_owned()).unwrap_or_default();
    let published = article.published_time.map(Value::String);
    Found {
        title: article.title.trim().to_owned(),
        byline: line(article.byline),
        publisher: line(article.site_name),
        url: line(article.url),
        language: line(article.lang),
        published: first_of(&published.iter().collect::<Vec<_>>()),
        text: text_of(&article.content),
        ..Found::of(Producer::Page)
    }
}
