//! Articles of other producers: what a file holds that scrapers, extractors, services and readers wrote, and each of its
//! articles as one of ours.
//!
//! Bytes are [decoded](decode), what is close to JSON is [mended](mend), the [container](container) is found, and each
//! [item](Item) is recognised by its keys and [read](producers) the moment it is needed. Nothing here touches files; what
//! each producer means is written down in `docs/article-formats.md`.

mod case_files;
mod container;
mod dates;
mod decode;
mod found;
mod front_matter;
pub mod guess;
mod html;
mod mend;
mod names;
mod producer;
mod producers;
pub mod reprints;
mod sequence;
mod table;
#[cfg(test)]
mod tests;
mod values;

use std::ops::Range;
use std::sync::Arc;

use serde::de::IgnoredAny;
use serde_json::{Value, json};

use container::Contained;
pub use container::{Item, Layout};
pub use dates::{DayOrder, When, order_of};
pub use decode::{DecodeError, Encoding, is_gzip};
pub use found::{Completeness, Found};
pub use guess::{Mapping, Mappings, Role};
pub use producer::Producer;

use crate::format::{Fault, FaultClass};
use crate::suggest;

/// A text of fewer bytes may be a single value of JSON.
const LONGEST_SCALAR: usize = 1 << 20;

/// A file of articles: its text and where each of them stands in it. What they say is read as needed.
#[derive(Clone, Debug)]
pub struct Collection {
    text: Arc<str>,
    /// How the articles stand in the file.
    pub layout: Layout,
    /// The articles, in the order of the file.
    pub items: Vec<Item>,
    /// What stands around them and says something of each: the head of a feed.
    head: Option<Value>,
    /// How the bytes became text.
    pub encoding: Encoding,
    /// What is wrong with the file and was tolerated.
    pub faults: Vec<Fault>,
}

/// What the bytes of a file are.
#[derive(Clone, Debug)]
pub enum Content {
    /// Articles in JSON of some shape.
    Articles(Collection),
    /// A saved web page, as the articles it holds.
    Page(Vec<Found>),
    /// Text without any structure, or in Markdown.
    Text(String),
    /// A case file of another producer, by what its records are called. Nothing of it is read.
    CaseFile(&'static str),
    /// JSON without anything like an article; the sentence says what it seems to be.
    Other(String),
    /// Nothing at all, or nothing but white space.
    Empty,
}

/// Finds out what the bytes of a file are.
///
/// # Errors
/// [`DecodeError`] where they are no text of any kind.
pub fn read(bytes: &[u8]) -> Result<Content, DecodeError> {
    let bytes = decode::unpacked(bytes)?;
    if let Some((page, address)) = html::archived(&bytes) {
        return Ok(Content::Page(html::articles_of(&page, &address)));
    }
    if html::is_archive(&bytes) {
        return Err(DecodeError::Archive);
    }
    let decoded = decode::decode(&bytes)?;
    if is_xml(&decoded.text) {
        return Err(DecodeError::Xml);
    }
    Ok(understand(decoded))
}

/// Whether a text is XML of another kind than web pages: a feed, mostly.
fn is_xml(text: &str) -> bool {
    const SIGNS: &[&str] = &[
        "<?xml",
        "<rss",
        "<feed",
        "<rdf:rdf",
        "<newsitem",
        "<newsml",
        "<nitf",
        "<!doctype nitf",
        "<opml",
        "<urlset",
        "<tei",
    ];
    let start = text.trim_start();
    let head = start[..start.floor_char_boundary(1_024)].to_ascii_lowercase();
    let is_page = head.contains("<html") || head.contains("<!doctype html");
    !is_page && SIGNS.iter().any(|sign| head.starts_with(sign))
}

/// A table of articles, each row as an article.
fn tabled(text: &str, encoding: Encoding, faults: &[Fault]) -> Option<Content> {
    let rows = table::rows(text)?;
    let mut start = 0;
    let ends = rows.json.match_indices('\n').map(|(end, _)| end);
    let items = ends.zip(&rows.lines).map(|(end, line)| {
        let range = start..end;
        start = end + 1;
        Item { range, pointer: String::new(), line: Some(*line) }
    });
    let items: Vec<Item> = items.collect();
    let mut faults = faults.to_vec();
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        let message = "A quotation mark is not closed, so that rows may have become part of one.";
        faults.push(Fault::new(FaultClass::Syntax, 0, message));
    }
    let collection = Collection { text: rows.json.into(), layout: Layout::Rows, items, head: None, encoding, faults };
    (!collection.items.is_empty()).then_some(Content::Articles(collection))
}

/// Settles dates such as 03/04/2020 by the others of the same file, where those tell which of day and month comes first.
pub fn settle(articles: &mut [Found]) {
    let order = order_of(articles.iter().filter_map(|found| found.published.as_ref()));
    let Some(order) = order else { return };
    for when in articles.iter_mut().filter_map(|found| found.published.as_mut()) {
        when.date = when.in_order(order).cloned();
    }
}

/// The text that the bytes of a file stand for, whatever their encoding.
///
/// # Errors
/// [`DecodeError`] where they are no text.
pub fn text_of(bytes: &[u8]) -> Result<String, DecodeError> {
    Ok(decode::decode(&decode::unpacked(bytes)?)?.text)
}

/// An article of plain text: its head, if it has one, tells title, authors and date.
#[must_use]
pub fn of_text(text: &str) -> Found {
    let (front, rest) = front_matter::split(text);
    let head = suggest::head_of(rest);
    let found = Found {
        // A heading of Markdown.
        title: head.title.trim_start_matches('#').trim().to_owned(),
        byline: head.byline,
        authors: head.authors,
        published: dates::read(&head.published),
        text: head.text,
        ..Found::of(Producer::Text)
    };
    front.map_or(found.clone(), |front| front.complete(found)).tidy()
}

fn understand(decoded: decode::Decoded) -> Content {
    let decode::Decoded { text, encoding, faults } = decoded;
    // A record may begin with a mark of its own (RFC 7464).
    let start = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{1e}');
    if start.is_empty() {
        return Content::Empty;
    }
    if html::is_page(start) {
        let found = html::articles_of(&text, "");
        if found.is_empty() {
            return Content::Other("is a list of bookmarks without any in it".to_owned());
        }
        return Content::Page(found);
    }
    if !start.starts_with(['{', '[', '<', '/'])
        && let Some(content) = tabled(&text, encoding, &faults)
    {
        return content;
    }
    let is_json = || start.len() < LONGEST_SCALAR && serde_json::from_str::<IgnoredAny>(start).is_ok();
    if !mend::is_like_json(start) && !is_json() {
        return Content::Text(text);
    }
    let (text, mended) = if container::is_sound(&text) { (text, Vec::new()) } else { mend::mended(text) };
    let contained = container::items(&text);
    let faults: Vec<Fault> = faults.into_iter().chain(mended).chain(contained.faults).collect();
    if let Some(name) = contained.case {
        return Content::CaseFile(name);
    }
    if contained.items.is_empty() {
        let whole: Option<Value> = serde_json::from_str(&text).ok().filter(|_| text.len() < LONGEST_SCALAR);
        let list = whole.map(|whole| if whole.is_array() { json!({ "items": whole }) } else { whole });
        if list.is_some_and(|list| case_files::name_of(&list) == Some(case_files::REFERENCE)) {
            return Content::CaseFile(case_files::REFERENCE);
        }
        return match contained.nothing {
            Some(sentence) => Content::Other(sentence),
            None => Content::Text(text),
        };
    }
    let Contained { head, layout, items, .. } = contained;
    let collection = Collection { text: text.into(), layout, items, head, encoding, faults };
    if collection.items.iter().all(|item| collection.is_reference(item)) {
        return Content::CaseFile(case_files::REFERENCE);
    }
    Content::Articles(collection)
}

/// A sentence about a case file of another producer, to follow "the file".
#[must_use]
pub fn not_yet(records: &str) -> String {
    format!("holds {records}, which Casefile does not read yet")
}

impl Collection {
    /// The article in a line of a file that is read line by line.
    ///
    /// # Errors
    /// Where its JSON is broken.
    pub fn of_line(line: &str, number: u64, mappings: &Mappings) -> Result<Found, Fault> {
        read_article(&parse(line, number)?, None, mappings)
    }

    /// The same without reading what it says.
    ///
    /// # Errors
    /// Where its JSON is broken.
    pub fn value_of_line(line: &str, number: u64) -> Result<Value, Fault> {
        parse(line, number)
    }

    /// An article, read.
    ///
    /// # Errors
    /// Where its JSON is broken; what stands there is then no article.
    pub fn article(&self, item: &Item) -> Result<Found, Fault> {
        self.article_with(item, &Mappings::default())
    }

    /// The same with what a person has said of JSON of its shape.
    ///
    /// # Errors
    /// Where its JSON is broken; what stands there is then no article.
    pub fn article_with(&self, item: &Item, mappings: &Mappings) -> Result<Found, Fault> {
        let value = self.value(item)?;
        let found = read_article(&value, self.head.as_ref(), mappings);
        let mut found = found.map_err(|fault| Fault { offset: item.range.start, ..fault }.at(item.pointer.clone()))?;
        if self.layout == Layout::Rows && found.producer == Producer::Other {
            found.producer = Producer::Table;
        }
        if found.title.is_empty() && found.text.is_empty() {
            let message = "This is no article: it has neither a title nor a text.";
            return Err(Fault::new(FaultClass::Schema, item.range.start, message).at(item.pointer.clone()));
        }
        Ok(found)
    }

    /// Whether what stands there is a court case of a list of references.
    fn is_reference(&self, item: &Item) -> bool {
        self.value(item).is_ok_and(|value| case_files::name_of(&value) == Some(case_files::REFERENCE))
    }

    /// The JSON of an article, as it stands in the file.
    ///
    /// # Errors
    /// Where it is broken.
    pub fn value(&self, item: &Item) -> Result<Value, Fault> {
        let value = parse(&self.text[item.range.clone()], item.line.unwrap_or(1));
        value.map_err(|fault| fault.at(item.pointer.clone()))
    }
}

/// Reads an article. A record of a case of another producer is none, whatever it looks like, nor is a note in a list of
/// references.
fn read_article(value: &Value, head: Option<&Value>, mappings: &Mappings) -> Result<Found, Fault> {
    let refused = |message: String| Err(Fault::new(FaultClass::Schema, 0, message));
    match producer::recognise(value, head) {
        Producer::Other | Producer::Zotero if producer::is_appendix(value) => {
            refused("This is a note or an attachment of a reference list, and no article.".to_owned())
        }
        Producer::Other => match case_files::name_of(value) {
            Some(name) => refused(format!("This is {name}, which Casefile does not read yet.")),
            None => Ok(mappings.for_article(value).read(value).tidy()),
        },
        known => Ok(known.read(value, head)),
    }
}

fn parse(text: &str, line: u64) -> Result<Value, Fault> {
    serde_json::from_str(text)
        .map_err(|error| Fault::new(FaultClass::Syntax, 0, format!("No article could be read at line {line}: {error}")))
}

/// Where something stands in a text.
pub(crate) type Span = Range<usize>;
