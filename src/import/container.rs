//! How articles stand in a file: one alone, a list, a line each, one after the other, in the envelope of a service's
//! answer, or under their ids.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::producer::{self, Producer};
use super::sequence::{first_lines_are_sound, of_lines, of_stream};
use super::{Span, case_files};
use crate::format::Fault;

/// How deep an envelope may be in others: `response.docs`, `hits.hits`.
const DEEPEST: usize = 4;
/// How many values of a list are looked at to find out what it holds.
const SAMPLE: usize = 8;
/// What is longer, in bytes, is not read to find out whose an object is.
const LONG: usize = 1 << 16;
/// Most parcels of articles that are opened.
const MOST_PARCELS: usize = 1_000;
/// How deep folders of bookmarks may be in others.
const DEEPEST_FOLDER: usize = 64;

/// How the articles stand in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One article and nothing else.
    One,
    /// A list.
    List,
    /// One to a line (JSON Lines, <https://jsonlines.org/>).
    Lines,
    /// One after the other, without anything between them that JSON knows.
    Stream,
    /// In the answer of a service, or in a feed.
    Envelope,
    /// In an object, each under its id.
    Records,
    /// In folders of bookmarks.
    Folders,
    /// In the rows of a table.
    Rows,
}

/// Where an article stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its bytes in the text of the file.
    pub range: Span,
    /// JSON Pointer (RFC 6901) to it; empty where the file is nothing else, and in lines.
    pub pointer: String,
    /// The line it stands in, from 1, where it has one of its own.
    pub line: Option<u64>,
}

/// What was found in a text.
pub struct Contained {
    pub layout: Layout,
    pub items: Vec<Item>,
    /// What stands around the articles.
    pub head: Option<Value>,
    pub faults: Vec<Fault>,
    /// What the JSON is, where it holds no articles; `None` where the text is no JSON.
    pub nothing: Option<String>,
    /// What its records are called, where it is a case file of another producer.
    pub case: Option<&'static str>,
}

impl Contained {
    pub fn of(layout: Layout, items: Vec<Item>) -> Self {
        Self { layout, items, head: None, faults: Vec::new(), nothing: None, case: None }
    }

    pub fn nothing(sentence: impl Into<String>) -> Self {
        Self { nothing: Some(sentence.into()), ..Self::of(Layout::One, Vec::new()) }
    }
}

/// The members of an object in the order of the file, none of them read.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each<'a>(std::marker::PhantomData<&'a ()>);

        impl<'de: 'a, 'a> Visitor<'de> for Each<'a> {
            type Value = Members<'a>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry::<String, &'de RawValue>()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Each(std::marker::PhantomData))
    }
}

fn members(text: &str) -> Vec<(String, &RawValue)> {
    serde_json::from_str::<Members<'_>>(text).map(|members| members.0).unwrap_or_default()
}

pub fn elements(text: &str) -> Vec<&RawValue> {
    serde_json::from_str(text).unwrap_or_default()
}

/// Whether a text is one sound JSON value, or one to a line.
pub fn is_sound(text: &str) -> bool {
    serde_json::from_str::<&RawValue>(text).is_ok() || first_lines_are_sound(text)
}

/// Where something stands that was read from the text.
pub fn span(text: &str, part: &str) -> Span {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

/// The articles in a text that is JSON of some kind.
pub fn items(text: &str) -> Contained {
    match serde_json::from_str::<&RawValue>(text) {
        Ok(whole) => of_value(text, whole.get()),
        Err(_) if first_lines_are_sound(text) => of_lines(text),
        Err(error) => of_stream(text, &error),
    }
}

fn of_value(text: &str, whole: &str) -> Contained {
    if whole.starts_with('[') {
        return of_list(text, whole);
    }
    if !whole.starts_with('{') {
        return Contained::nothing(if whole == "null" {
            "holds nothing: its whole value is null, as readers write for a page they could not read"
        } else {
            "is JSON, but a single value and no article"
        });
    }
    of_object(text, whole)
}

pub fn item(text: &str, part: &RawValue, pointer: String) -> Item {
    Item { range: span(text, part.get()), pointer, line: None }
}

fn of_list(text: &str, whole: &str) -> Contained {
    let elements = elements(whole);
    if elements.is_empty() {
        return Contained::nothing("is JSON, but an empty list");
    }
    if elements.iter().any(|element| element.get().starts_with('[')) && elements.len() <= MOST_PARCELS {
        let pages = elements.iter().enumerate().filter(|(_, page)| page.get().starts_with('['));
        let items = pages.flat_map(|(number, page)| {
            let parts = self::elements(page.get()).into_iter().enumerate();
            let parts = parts.filter(|(_, part)| part.get().starts_with('{'));
            parts.map(move |(at, part)| item(text, part, format!("/{number}/{at}"))).collect::<Vec<_>>()
        });
        let items: Vec<Item> = items.collect();
        if score(text, &items) > 0 {
            return Contained::of(Layout::List, items);
        }
    }
    if !elements.iter().any(|element| element.get().starts_with('{')) {
        return Contained::nothing("is a list in JSON, but none of what it holds is an object");
    }
    // Blocks of several pages, each a list or a graph of its own.
    let parts = elements.into_iter().enumerate();
    let parts = parts.filter(|(_, element)| element.get().starts_with('{'));
    let items = parts.map(|(number, element)| item(text, element, format!("/{number}"))).collect::<Vec<_>>();
    if let Some(contained) = case_file(text, &items) {
        return contained;
    }
    let graphs: Vec<Item> = items.iter().flat_map(|one| graph_of(text, one)).collect();
    if graphs.is_empty() && score(text, &items) == 0 {
        let parcels = items.iter().take(MOST_PARCELS);
        let parcels = parcels.filter_map(|one| envelope(text, &members(&text[one.range.clone()]), &one.pointer, 1));
        let items: Vec<Item> = parcels.flatten().collect();
        return if items.is_empty() {
            Contained::nothing("is a list in JSON, but nothing in it looks like an article")
        } else {
            Contained::of(Layout::Envelope, items)
        };
    }
    Contained::of(Layout::List, if graphs.is_empty() { only_articles(text, items) } else { graphs })
}

/// In JSON-LD, the items that are articles, where any is: the others are what they refer to.
fn only_articles(text: &str, items: Vec<Item>) -> Vec<Item> {
    let kinds: Vec<Producer> = items.iter().take(SAMPLE).map(|one| kind(&text[one.range.clone()])).collect();
    if !kinds.contains(&Producer::JsonLd) {
        return items;
    }
    let articles: Vec<Item> =
        items.iter().filter(|one| kind(&text[one.range.clone()]) == Producer::JsonLd).cloned().collect();
    if articles.is_empty() { items } else { articles }
}

/// The articles of a JSON-LD graph.
fn graph_of(text: &str, one: &Item) -> Vec<Item> {
    let members = members(&text[one.range.clone()]);
    let Some((_, graph)) = members.iter().find(|(key, _)| key == "@graph") else { return Vec::new() };
    let nodes = elements(graph.get()).into_iter().enumerate();
    let nodes = nodes.map(|(number, node)| item(text, node, format!("{}/@graph/{number}", one.pointer)));
    nodes.filter(|node| kind(&text[node.range.clone()]) == Producer::JsonLd).collect()
}

/// Which producer's article a value is, as its keys tell.
fn kind(text: &str) -> Producer {
    serde_json::from_str::<Value>(text).map_or(Producer::Other, |value| producer::recognise(&value, None))
}

/// The articles in an object that stands in a text.
pub fn of_object(text: &str, whole: &str) -> Contained {
    let one = Item { range: span(text, whole), pointer: String::new(), line: None };
    let members = members(whole);
    if members.is_empty() {
        return Contained::nothing("is JSON, but an empty object");
    }
    let head = head(&members);
    let graph = graph_of(text, &one);
    if !graph.is_empty() {
        let head = serde_json::from_str(whole).ok();
        return Contained { head, ..Contained::of(Layout::Envelope, graph) };
    }
    if is_folder(&members) {
        return Contained::of(Layout::Folders, bookmarks(text, whole, String::new(), 0));
    }
    let shallow = shallow(&members);
    if producer::recognise(&shallow, None) != Producer::Other {
        return Contained::of(Layout::One, vec![one]);
    }
    if let Some(sentence) = refusal(&members) {
        return Contained::nothing(sentence);
    }
    if let Some(contained) = case_file(text, std::slice::from_ref(&one)) {
        return contained;
    }
    // What it says of itself comes before the lists in it: pictures, related articles.
    if super::guess::is_article_itself(&shallow) {
        return Contained::of(Layout::One, vec![one]);
    }
    if let Some(items) = records(text, &members, "") {
        return Contained::of(Layout::Records, items);
    }
    if let Some(items) = envelope(text, &members, "", 0) {
        return Contained { head: Some(head), ..Contained::of(Layout::Envelope, items) };
    }
    if score(text, std::slice::from_ref(&one)) == 0 {
        let sentence = found_nothing(&members);
        return Contained::nothing(
            sentence.unwrap_or_else(|| "is JSON, but nothing in it looks like an article".into()),
        );
    }
    Contained::of(Layout::One, vec![one])
}

/// An object without the long lists and objects in it, which tell nothing of whose it is.
fn shallow(members: &[(String, &RawValue)]) -> Value {
    let value = |value: &RawValue| {
        let is_long = value.get().len() > LONG && !value.get().starts_with('"');
        if is_long { None } else { serde_json::from_str(value.get()).ok() }
    };
    Value::Object(members.iter().map(|(key, raw)| (key.clone(), value(raw).unwrap_or_default())).collect())
}

/// A value of which only the first elements of lists are kept: enough to tell what a file of records is one of.
fn thin(raw: &RawValue, depth: usize) -> Value {
    let text = raw.get();
    // Nesting out of all measure tells nothing, and must not be followed.
    if text.starts_with('[') && depth <= DEEPEST {
        return Value::Array(elements(text).iter().take(SAMPLE).map(|one| thin(one, depth + 1)).collect());
    }
    if text.starts_with('{') && depth < DEEPEST {
        return Value::Object(members(text).into_iter().map(|(key, value)| (key, thin(value, depth + 1))).collect());
    }
    if text.starts_with(['[', '{']) { Value::Null } else { serde_json::from_str(text).unwrap_or_default() }
}

/// What the records of another producer are called, where the first of these values is one.
pub fn case_file(text: &str, items: &[Item]) -> Option<Contained> {
    let values =
        items.iter().take(SAMPLE).filter_map(|one| serde_json::from_str::<&RawValue>(&text[one.range.clone()]).ok());
    let names: Vec<_> = values.map(|value| case_files::name_of(&thin(value, 0))).collect();
    let name = names.iter().flatten().next()?;
    // In a list of references articles may come later.
    let is_all = names.iter().all(Option::is_some) && *name != case_files::REFERENCE;
    is_all.then(|| Contained { case: Some(name), ..Contained::of(Layout::One, Vec::new()) })
}

/// What stands around the articles, without lists and long things.
fn head(members: &[(String, &RawValue)]) -> Value {
    let short = members.iter().filter(|(_, value)| !value.get().starts_with('[') && value.get().len() < 4_096);
    let short = short.filter_map(|(key, value)| Some((key.clone(), serde_json::from_str(value.get()).ok()?)));
    let authors = members.iter().find(|(key, value)| key == "authors" && value.get().len() < 4_096);
    let authors = authors.and_then(|(key, value)| Some((key.clone(), serde_json::from_str(value.get()).ok()?)));
    Value::Object(short.chain(authors).collect())
}

/// An answer that says that something went wrong.
fn refusal(members: &[(String, &RawValue)]) -> Option<String> {
    let value = |key: &str| members.iter().find(|(name, _)| name == key).map(|(_, value)| value.get());
    let words = |key: &str| serde_json::from_str::<String>(value(key)?).ok();
    if let Some(inner) = value("response").filter(|_| members.len() == 1) {
        return refusal(&self::members(inner));
    }
    let is_alone = members.len() == 1;
    let is_error = words("status").is_some_and(|status| status.eq_ignore_ascii_case("error"))
        || members.iter().all(|(key, _)| matches!(key.as_str(), "code" | "message" | "data" | "additional_errors"));
    // Of the gateway of the New York Times, and of the Django REST framework.
    let fault = || value("fault").and_then(|fault| serde_json::from_str::<Value>(fault).ok());
    let fault = || Some(super::values::first(&fault()?, &["faultstring"])).filter(|words| !words.is_empty());
    let why = words("message").filter(|_| is_error).or_else(fault).or_else(|| words("detail").filter(|_| is_alone));
    why.map(|why| format!("is the answer of a service that something went wrong: {}", why.trim_end_matches('.')))
}

/// An answer that no article was found.
fn found_nothing(members: &[(String, &RawValue)]) -> Option<String> {
    let value = |key: &str| members.iter().find(|(name, _)| name == key).map(|(_, value)| value.get());
    if let Some(inner) = value("response").filter(|inner| inner.starts_with('{')) {
        return found_nothing(&self::members(inner));
    }
    let is_empty = |key: &&str| value(key).is_some_and(|list| list.starts_with('[') && elements(list).is_empty());
    let is_answer = ["totalResults", "total", "count", "num_results", "status", "next", "version"]
        .iter()
        .any(|key| value(key).is_some());
    let is_nothing = is_answer && MAIN.iter().any(is_empty);
    is_nothing.then(|| "is the answer of a service that found no article".to_owned())
}

/// Keys of services under which the articles stand that were asked for; others beside them are only related.
const MAIN: &[&str] = &["content", "results", "docs", "articles", "items", "posts", "entries", "data"];

/// The articles in the envelope of an answer or feed: of the lists that look most like articles the one under a key that
/// services use for them, else all of these lists.
fn envelope(text: &str, members: &[(String, &RawValue)], pointer: &str, depth: usize) -> Option<Vec<Item>> {
    let mut offers: Vec<(usize, &str, Vec<Item>)> = Vec::new();
    for (key, value) in members {
        let mut offer = |score: usize, items: Vec<Item>| {
            if !items.is_empty() && score > 0 {
                offers.push((score, key, items));
            }
        };
        let pointer = format!("{pointer}/{}", escaped(key));
        if value.get().starts_with('[') {
            let elements = elements(value.get());
            let objects = elements.iter().enumerate().filter(|(_, element)| element.get().starts_with('{'));
            let items: Vec<Item> =
                objects.map(|(number, element)| unwrapped(text, element, format!("{pointer}/{number}"))).collect();
            let likeness = score(text, &items);
            if likeness > 0 || depth >= DEEPEST {
                offer(likeness, items);
            } else {
                // Parcels of articles, each in an envelope of its own.
                let parcels = elements.iter().take(MOST_PARCELS).enumerate().filter_map(|(number, element)| {
                    envelope(text, &self::members(element.get()), &format!("{pointer}/{number}"), depth + 1)
                });
                let items: Vec<Item> = parcels.flatten().collect();
                offer(score(text, &items), items);
            }
        } else if value.get().starts_with('{') && depth < DEEPEST {
            let inner = self::members(value.get());
            if let Some(items) = records(text, &inner, &pointer) {
                offer(score(text, &items), items);
            } else if kind(value.get()) != Producer::Other {
                let one = item(text, value, pointer);
                offer(score(text, std::slice::from_ref(&one)), vec![one]);
            } else if let Some(items) = envelope(text, &inner, &pointer, depth + 1) {
                offer(score(text, &items), items);
            }
        }
    }
    let best = offers.iter().map(|(score, ..)| *score).max()?;
    offers.retain(|(score, ..)| *score == best);
    let main = MAIN.iter().find_map(|main| offers.iter().position(|(_, key, _)| key == main));
    Some(match main {
        Some(main) => offers.swap_remove(main).2,
        None => offers.into_iter().flat_map(|(.., items)| items).collect(),
    })
}

/// An element without the wrapping that search engines put around each: `_source`, `doc`.
fn unwrapped(text: &str, element: &RawValue, pointer: String) -> Item {
    let inner = members(element.get());
    match inner.iter().find(|(key, value)| {
        matches!(key.as_str(), "_source" | "node" | "doc" | "item") && value.get().starts_with('{')
    }) {
        Some((key, value)) => item(text, value, format!("{pointer}/{key}")),
        None => item(text, element, pointer),
    }
}

/// How much a list looks like one of articles.
pub fn score(text: &str, items: &[Item]) -> usize {
    // In a list of references cases may come first.
    let is_case = |one: &&Item| {
        let words = &text[one.range.clone()];
        words.len() < LONG
            && (words.contains("\"legal_case\"") || words.contains("itemType") && words.contains("\"case\""))
    };
    let sample = items.iter().filter(|one| !is_case(one)).take(SAMPLE).map(|one| {
        match serde_json::from_str::<Value>(&text[one.range.clone()]) {
            Ok(value) if producer::recognise(&value, None) != Producer::Other => 100,
            Ok(value) => super::guess::likeness(&value),
            Err(_) => 0,
        }
    });
    sample.max().unwrap_or(0)
}

/// Articles under their ids. Numbers and words may stand beside them.
fn records(text: &str, members: &[(String, &RawValue)], pointer: &str) -> Option<Vec<Item>> {
    let objects = members.iter().filter(|(_, value)| value.get().starts_with('{'));
    let items: Vec<Item> =
        objects.map(|(key, value)| item(text, value, format!("{pointer}/{}", escaped(key)))).collect();
    // Parts of one article have names, too: most of the objects must be articles.
    let is_like = |one: &&Item| score(text, std::slice::from_ref(*one)) > 0;
    let like = items.iter().take(SAMPLE).filter(is_like).count();
    let is_short = items.len() <= SAMPLE;
    let found = |items: Vec<Item>| if is_short { items.iter().filter(is_like).cloned().collect() } else { items };
    (like > 1 && like * 2 >= items.len().min(SAMPLE)).then(|| found(items))
}

/// A key as a step of a JSON Pointer (RFC 6901).
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn is_folder(members: &[(String, &RawValue)]) -> bool {
    let has = |key: &str| members.iter().any(|(name, _)| name == key);
    has("children") && (has("dateAdded") || has("root"))
}

/// The bookmarks in a folder and in those in it.
fn bookmarks(text: &str, folder: &str, pointer: String, depth: usize) -> Vec<Item> {
    let members = members(folder);
    let Some((_, children)) = members.iter().find(|(key, _)| key == "children").filter(|_| depth < DEEPEST_FOLDER)
    else {
        let has_place = members.iter().any(|(key, _)| key == "uri");
        return if has_place { vec![Item { range: span(text, folder), pointer, line: None }] } else { Vec::new() };
    };
    let children = elements(children.get()).into_iter().enumerate();
    children
        .flat_map(|(number, child)| bookmarks(text, child.get(), format!("{pointer}/children/{number}"), depth + 1))
        .collect()
}
