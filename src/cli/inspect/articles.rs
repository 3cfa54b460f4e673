//! What is printed of articles of other producers.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::json;

use super::{Fault, LineIndex, Located, count, locate_at};
use crate::format::{Base, FaultClass, Kind};
use crate::import::{self, Collection, Completeness, DecodeError, Found, Item, Layout, Producer};
use crate::model::PartialDate;

/// The articles of a file, and what was tolerated in it.
pub(super) struct Articles {
    /// Each as it was read, with where it stands.
    pub found: Vec<(Found, Option<Item>)>,
    /// The faults of the file.
    pub faults: Vec<Located>,
}

/// What a file is that is none of ours.
pub(super) enum Foreign {
    /// Articles of other producers.
    Articles(Articles),
    /// A case file of another producer, or nothing that could be JSON; the sentence says all.
    Told(String),
    /// Nothing that is read; the sentence says why.
    Nothing(String),
}

/// Reads a file that is none of ours. `strict` are its faults as JSON, which tell most exactly where each stands.
pub(super) fn read(base: &Base, strict: &[Fault], is_named_json: bool) -> Foreign {
    let lines = LineIndex::new(&base.bytes);
    let located = |faults: Vec<Fault>| faults.into_iter().map(|fault| locate_at(&lines, fault)).collect::<Vec<_>>();
    let is_text = !is_named_json && base.outline.root == Kind::Invalid;
    match import::read(&base.bytes) {
        // Where JSON stops being text, its faults say where.
        Err(DecodeError::Binary) if is_named_json => Foreign::Nothing(format!("The file {}.", DecodeError::Binary)),
        Err(error) => Foreign::Told(format!("The file {error}.")),
        Ok(import::Content::Articles(collection)) => {
            let Read { found, broken } = read_all(&collection);
            let own = collection.faults.clone();
            let is_own = matches!(collection.layout, Layout::Lines | Layout::Stream | Layout::Rows)
                || collection.encoding.name() != "UTF-8"
                || import::is_gzip(&base.bytes);
            let faults = if is_own { own } else { strict.to_vec() };
            if found.is_empty() {
                return Foreign::Nothing("The file is JSON, but nothing in it looks like an article.".to_owned());
            }
            Foreign::Articles(Articles { found, faults: located(faults.into_iter().chain(broken).collect()) })
        }
        Ok(import::Content::Page(pages)) => Foreign::Articles(Articles { found: alone(pages), faults: Vec::new() }),
        Ok(import::Content::Text(text)) if is_text => {
            Foreign::Articles(Articles { found: alone(vec![import::of_text(&text)]), faults: Vec::new() })
        }
        Ok(import::Content::Text(_)) => Foreign::Nothing("This could not be read as JSON.".to_owned()),
        Ok(import::Content::CaseFile(records)) => Foreign::Told(format!("The file {}.", import::not_yet(records))),
        Ok(import::Content::Other(sentence))
            if ["has JSON in its lines", "is a list of bookmarks"].iter().any(|start| sentence.starts_with(start)) =>
        {
            Foreign::Told(format!("The file {sentence}."))
        }
        Ok(import::Content::Other(sentence)) => Foreign::Nothing(format!("The file {sentence}.")),
        Ok(import::Content::Empty) => Foreign::Nothing("The file is empty.".to_owned()),
    }
}

struct Read {
    found: Vec<(Found, Option<Item>)>,
    broken: Vec<Fault>,
}

fn read_all(collection: &Collection) -> Read {
    let mut read = Read { found: Vec::new(), broken: Vec::new() };
    for item in &collection.items {
        match collection.article(item) {
            Ok(found) => read.found.push((found, Some(item.clone()))),
            Err(fault) => read.broken.push(Fault { offset: item.range.start, class: FaultClass::Syntax, ..fault }),
        }
    }
    let (mut articles, items): (Vec<Found>, Vec<Option<Item>>) = read.found.into_iter().unzip();
    import::settle(&mut articles);
    Read { found: articles.into_iter().zip(items).collect(), ..read }
}

fn alone(found: Vec<Found>) -> Vec<(Found, Option<Item>)> {
    found.into_iter().map(|found| (found, None)).collect()
}

impl Articles {
    /// The producer of all of them, if it is one.
    pub fn producer(&self) -> Option<Producer> {
        let (first, _) = self.found.first()?;
        self.found.iter().all(|(found, _)| found.producer == first.producer).then_some(first.producer)
    }
}

impl Articles {
    /// A few lines for people.
    pub fn summarise(&self, out: &mut dyn Write) -> io::Result<()> {
        let producer = self.producer().map_or("several producers", Producer::name);
        writeln!(out, "  {} of {producer}", count(self.found.len(), "article"))?;
        for (found, _) in self.found.iter().take(MOST_TITLES) {
            let day = found.published.as_ref().and_then(|when| when.date.as_ref()).map(ToString::to_string);
            let title = if found.title.is_empty() { "untitled" } else { &found.title };
            let known = [title, &found.publisher, day.as_deref().unwrap_or_default()];
            let known: Vec<_> = known.into_iter().filter(|words| !words.is_empty()).collect();
            writeln!(out, "    {}", known.join(", "))?;
        }
        if self.found.len() > MOST_TITLES {
            writeln!(out, "    and {} more", self.found.len() - MOST_TITLES)?;
        }
        Ok(())
    }
}

/// How many titles are printed for people.
const MOST_TITLES: usize = 10;

/// One article, as it is printed.
pub(super) struct Printed<'a>(pub &'a (Found, Option<Item>));

impl Serialize for Printed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (found, item) = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", &found.title)?;
        map.serialize_entry("byline", &found.byline)?;
        map.serialize_entry("authors", &found.authors)?;
        map.serialize_entry("publisher", &found.publisher)?;
        let published = found.published.as_ref();
        map.serialize_entry("published", &published.and_then(|when| when.date.as_ref()).map(PartialDate::as_str))?;
        if let Some(when) = published.filter(|when| when.date.is_none()) {
            map.serialize_entry("published_as_written", &when.written)?;
        }
        if let Some(either) = published.and_then(|when| when.either.as_ref()) {
            map.serialize_entry("published_either", &either.each_ref().map(PartialDate::as_str))?;
        }
        map.serialize_entry("url", &found.url)?;
        map.serialize_entry("language", &found.language)?;
        map.serialize_entry("text", &found.text)?;
        map.serialize_entry("producer", found.producer.key())?;
        let completeness = match found.completeness {
            Completeness::Whole => "whole",
            Completeness::Part => "part",
            Completeness::None => "none",
        };
        map.serialize_entry("completeness", completeness)?;
        if let Some(Item { pointer, line, .. }) = item {
            map.serialize_entry("origin", &json!({ "pointer": pointer, "line": line }))?;
        }
        map.end()
    }
}
