//! `casefile inspect`: what files hold and what is wrong with them.

mod articles;
mod long_list;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

use self::articles::{Articles, Foreign, Printed};
use self::long_list::LongList;
use super::{UNREADABLE, complain, count};
use crate::format::{self, Base, Fault, FaultClass, FileKind, Kind, LineIndex};
use crate::import::Producer;
use crate::model::{Article, Case, List, Place, Record};
use crate::session::is_long_list;
use crate::store;

/// A file as far as it could be read.
struct Inspected {
    file: String,
    content: Content,
    faults: Vec<Located>,
}

enum Content {
    /// Articles of other producers.
    Foreign(Articles),
    /// So many of them that they are printed as they are read.
    LongList(LongList),
    Article(Box<Article>),
    Case(Box<Case>),
    Unknown,
    /// Not even bytes could be had.
    Unreadable,
}

/// A fault as people find it in a file.
#[derive(serde::Serialize)]
struct Located {
    class: &'static str,
    line: usize,
    column: usize,
    pointer: String,
    message: String,
}

/// Prints one JSON document on all the files, one of them in memory at a time, and returns the exit status.
pub fn print_json(files: &[PathBuf], out: &mut dyn Write) -> io::Result<u8> {
    let mut status = 0;
    out.write_all(b"{\"documents\":[")?;
    for (number, path) in files.iter().enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        let inspected = inspect(path);
        serde_json::to_writer(&mut *out, &inspected)?;
        status = status.max(inspected.status());
    }
    out.write_all(b"\n]}\n")?;
    Ok(status)
}

/// Prints a few lines on each file, and returns the exit status.
pub fn print_summary(files: &[PathBuf], out: &mut dyn Write) -> io::Result<u8> {
    let mut status = 0;
    for path in files {
        let inspected = inspect(path);
        inspected.summarise(out)?;
        status = status.max(inspected.status());
    }
    Ok(status)
}

fn inspect(path: &Path) -> Inspected {
    let file = path.to_string_lossy().into_owned();
    if is_long_list(path) {
        return Inspected { file, content: Content::LongList(LongList::of(path)), faults: Vec::new() };
    }
    let bytes = match store::load(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = error.to_string();
            complain(&message);
            let fault = Located { class: "file", line: 1, column: 1, pointer: String::new(), message };
            return Inspected { file, content: Content::Unreadable, faults: vec![fault] };
        }
    };
    let (base, faults) = Base::new(bytes);
    let (content, mut faults) = match base.kind() {
        FileKind::Case => {
            let read = format::read_case(&base, faults);
            (Content::Case(Box::new(read.case)), read.faults)
        }
        FileKind::Article => {
            let read = format::read_article(&base, faults);
            (Content::Article(Box::new(read.article)), read.faults)
        }
        FileKind::OtherJson | FileKind::Unknown => return inspect_foreign(file, path, &base, faults),
    };
    faults.sort_by_key(|fault| fault.offset);
    Inspected { file, content, faults: locate(&base, faults) }
}

/// Reads a file of another producer.
fn inspect_foreign(file: String, path: &Path, base: &Base, mut faults: Vec<Fault>) -> Inspected {
    faults.sort_by_key(|fault| fault.offset);
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let is_named_json = ["json", "jsonl", "ndjson", "jsonld"].contains(&ending.as_str());
    match articles::read(base, &faults, is_named_json) {
        Foreign::Articles(mut articles) => {
            let faults = std::mem::take(&mut articles.faults);
            Inspected { file, content: Content::Foreign(articles), faults }
        }
        Foreign::Told(sentence) => {
            let faults = with_reason(base, Vec::new(), &sentence);
            Inspected { file, content: Content::Unknown, faults: locate(base, faults) }
        }
        Foreign::Nothing(sentence) => {
            let faults = with_reason(base, faults, &sentence);
            Inspected { file, content: Content::Unknown, faults: locate(base, faults) }
        }
    }
}

/// The faults of a file that holds nothing that is read, with one that says so, unless it is no JSON anyway.
fn with_reason(base: &Base, mut faults: Vec<Fault>, message: &str) -> Vec<Fault> {
    let is_json = base.outline.root != Kind::Invalid && faults.iter().all(|fault| fault.class != FaultClass::Syntax);
    if is_json || faults.is_empty() {
        let fault = match base.outline.member("casefile") {
            Some(member) => Fault::new(FaultClass::Schema, member.value.start, message).at("/casefile"),
            None => Fault::new(FaultClass::Schema, base.outline.span.start, message),
        };
        faults.push(fault);
    }
    faults
}

fn locate(base: &Base, faults: Vec<Fault>) -> Vec<Located> {
    if faults.is_empty() {
        return Vec::new();
    }
    let lines = LineIndex::new(&base.bytes);
    faults.into_iter().map(|fault| locate_at(&lines, fault)).collect()
}

fn locate_at(lines: &LineIndex<'_>, fault: Fault) -> Located {
    let position = lines.position(fault.offset);
    let Fault { class, pointer, message, .. } = fault;
    Located { class: class.key(), line: position.line, column: position.column, pointer, message }
}

impl Inspected {
    fn status(&self) -> u8 {
        if matches!(self.content, Content::Unreadable) { UNREADABLE } else { 0 }
    }

    fn summarise(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", self.file)?;
        match &self.content {
            Content::Article(article) => {
                writeln!(out, "  article: {}", named(&article.title))?;
                let published = article.published.as_ref().map(ToString::to_string);
                let known = [article.publisher.to_string(), published.unwrap_or_default(), article.byline.to_string()];
                let known: Vec<_> = known.into_iter().filter(|words| !words.is_empty()).collect();
                if !known.is_empty() {
                    writeln!(out, "  {}", known.join(", "))?;
                }
                writeln!(out, "  {}", count(article.text.split_whitespace().count(), "word"))?;
            }
            Content::Case(case) => {
                writeln!(out, "  case: {}", named(&case.header.title))?;
                let lists = List::ALL.into_iter().filter(|list| case.count(*list) > 0);
                let counts: Vec<_> = lists.map(|list| count(case.count(list), list.noun())).collect();
                writeln!(out, "  {}", if counts.is_empty() { "no records".to_owned() } else { counts.join(", ") })?;
            }
            Content::Foreign(articles) => articles.summarise(out)?,
            Content::LongList(list) => list.summarise(out)?,
            Content::Unknown => writeln!(out, "  neither a case nor an article")?,
            Content::Unreadable => writeln!(out, "  not readable")?,
        }
        if self.faults.is_empty() {
            return writeln!(out, "  no faults");
        }
        writeln!(out, "  {}:", count(self.faults.len(), "fault"))?;
        for fault in &self.faults {
            let Located { line, column, pointer, message, .. } = fault;
            let gap = if pointer.is_empty() { "" } else { " " };
            writeln!(out, "    {line}:{column}{gap}{pointer}  {message}")?;
        }
        Ok(())
    }
}

fn named(title: &str) -> &str {
    if title.is_empty() { "untitled" } else { title }
}

impl Serialize for Inspected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, producer) = match &self.content {
            Content::Article(_) => ("article", Some("casefile")),
            Content::Case(_) => ("case", Some("casefile")),
            Content::Foreign(articles) => {
                let kind = if articles.found.len() == 1 { "article" } else { "articles" };
                (kind, articles.producer().map(Producer::key))
            }
            Content::LongList(_) => ("articles", None),
            Content::Unknown | Content::Unreadable => ("unknown", None),
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("file", &self.file)?;
        map.serialize_entry("kind", kind)?;
        map.serialize_entry("producer", &producer)?;
        match &self.content {
            // A copy of an article is cheap: its text is shared.
            Content::Article(article) => {
                map.serialize_entry(kind, &format::to_json(&Record::Article(article.as_ref().clone())))?;
            }
            Content::Foreign(articles) => match articles.found.as_slice() {
                [one] => map.serialize_entry(kind, &Printed(one))?,
                all => map.serialize_entry(kind, &all.iter().map(Printed).collect::<Vec<_>>())?,
            },
            Content::LongList(list) => {
                map.serialize_entry(kind, list)?;
                map.serialize_entry("faults", &list.faults())?;
                return map.end();
            }
            Content::Case(case) => map.serialize_entry(kind, &Records(case))?,
            Content::Unknown | Content::Unreadable => {}
        }
        map.serialize_entry("faults", &self.faults)?;
        map.end()
    }
}

/// A case as files have it, made into JSON record by record: a tree of 150,000 records is many times the file.
struct Records<'a>(&'a Case);

impl Serialize for Records<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Value::Object(header) = format::to_json(&Record::Header(self.0.header.clone())) {
            for (key, value) in &header {
                map.serialize_entry(key, value)?;
            }
        }
        for list in List::ALL.into_iter().filter(|list| self.0.count(*list) > 0) {
            map.serialize_entry(list.key(), &ListOf(self.0, list))?;
        }
        map.end()
    }
}

struct ListOf<'a>(&'a Case, List);

impl Serialize for ListOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(case, list) = *self;
        let mut elements = serializer.serialize_seq(Some(case.count(list)))?;
        for slot in case.slots(list) {
            if let Some(record) = case.record(Place { list, slot }) {
                elements.serialize_element(&format::to_json(&record))?;
            }
        }
        elements.end()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::json;

    use super::*;

    fn inspected(files: &[PathBuf]) -> (u8, Value) {
        let mut out = Vec::new();
        let status = print_json(files, &mut out).unwrap();
        (status, serde_json::from_slice(&out).unwrap())
    }

    fn written(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    #[test]
    fn cases_and_articles_are_printed_as_files_have_them() {
        let folder = tempfile::tempdir().unwrap();
        let case = json!({
            "casefile": "case", "version": 1, "id": "h5xn2v6c", "title": "The quay",
            "parties": [{ "id": "q7d4yz2e", "name": "Nordlys AS", "x_colour": 1.50 }],
            "amounts": [{ "id": "w4cz5mhe", "value": "2500000", "payer": { "ref": "q7d4yz2e" } }],
        });
        let article = json!({
            "casefile": "article", "version": 1, "id": "m3kd7wqa", "published": "2024-03~", "text": "Ålesund.\n\nEnd.",
        });
        let files = [
            written(folder.path(), "a.case.json", case.to_string().as_bytes()),
            written(folder.path(), "b.article.json", article.to_string().as_bytes()),
        ];
        let names = files.each_ref().map(|path| path.to_string_lossy().into_owned());
        let expected = json!({ "documents": [
            {
                "file": names[0], "kind": "case", "producer": "casefile",
                "case": {
                    "id": "h5xn2v6c", "title": "The quay",
                    "parties": [{ "id": "q7d4yz2e", "name": "Nordlys AS" }],
                    "amounts": [{ "id": "w4cz5mhe", "value": "2500000", "payer": { "ref": "q7d4yz2e" } }],
                },
                "faults": [],
            },
            {
                "file": names[1], "kind": "article", "producer": "casefile",
                "article": { "id": "m3kd7wqa", "published": "2024-03~", "text": "Ålesund.\n\nEnd." },
                "faults": [],
            },
        ]});
        assert_eq!(inspected(&files), (0, expected));
    }

    /// Bytes; the class, line, column and pointer of a fault that says why they are no document of ours.
    const UNKNOWN: &[(&[u8], &str, u64, u64, &str)] = &[
        (b"", "syntax", 1, 1, ""),
        (b"{\n \"a\": ,}", "syntax", 2, 7, "/a"),
        (b"[1, 2]", "schema", 1, 1, ""),
        (b"42", "schema", 1, 1, ""),
        (b"{\"casefile\": \"poem\"}", "schema", 1, 14, "/casefile"),
        (b"\xff\xfe{\0", "encoding", 1, 1, ""),
        (b"{\"a\": \"\xff\"}", "encoding", 1, 8, "/a"),
        (b"It was a dark and stormy night.", "syntax", 1, 1, ""),
    ];

    #[test]
    fn every_file_is_a_document_and_says_why_it_is_unknown() {
        let folder = tempfile::tempdir().unwrap();
        for (bytes, class, line, column, pointer) in UNKNOWN {
            let path = written(folder.path(), "x.json", bytes);
            let (status, printed) = inspected(&[path]);
            let document = &printed["documents"][0];
            assert_eq!((status, &document["kind"], &document["producer"]), (0, &json!("unknown"), &Value::Null));
            let is_it = |fault: &Value| {
                fault["class"] == *class
                    && (fault["line"].as_u64(), fault["column"].as_u64()) == (Some(*line), Some(*column))
                    && fault["pointer"] == *pointer
                    && fault["message"].as_str().is_some_and(|words| words.ends_with('.'))
            };
            let faults = document["faults"].as_array().unwrap();
            assert!(faults.iter().any(is_it), "{:?}: {faults:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_is_a_document_too() {
        let folder = tempfile::tempdir().unwrap();
        let (status, printed) = inspected(&[folder.path().join("none.json"), written(folder.path(), "a", b"{}")]);
        assert_eq!(status, 2);
        assert_eq!(printed["documents"].as_array().unwrap().len(), 2);
        let fault = &printed["documents"][0]["faults"][0];
        assert_eq!((&fault["class"], &fault["line"], &fault["column"]), (&json!("file"), &json!(1), &json!(1)));
        assert_eq!(fault["pointer"], "");
    }

    #[test]
    fn faults_come_in_the_order_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let text = "{\n\"casefile\":\"case\",\"version\":1,\"id\":\"h5xn2v6c\",\n\"actions\":[{\"id\":\"b2rj6tka\",\"kind\":\"dance\"}],\n\
                    \"parties\":[{\"id\":\"q7d4yz2e\",\"name\":7}],\n\"parties\":[{\"id\":\"q7d4yz2e\",\"name\":8}]}";
        let (_, printed) = inspected(&[written(folder.path(), "a", text.as_bytes())]);
        let faults = printed["documents"][0]["faults"].as_array().unwrap();
        let shown: Vec<_> = faults.iter().map(|fault| (fault["line"].as_u64().unwrap(), &fault["class"])).collect();
        assert_eq!(shown, [(3, &json!("schema")), (5, &json!("duplicate")), (5, &json!("schema"))]);
    }

    #[test]
    fn summaries_are_for_people() {
        let folder = tempfile::tempdir().unwrap();
        let case = r#"{"casefile":"case","version":1,"id":"h5xn2v6c","parties":[{"id":"q7d4yz2e","name":7}]}"#;
        let mut out = Vec::new();
        let path = written(folder.path(), "a", case.as_bytes());
        assert_eq!(print_summary(&[path], &mut out).unwrap(), 0);
        let printed = String::from_utf8(out).unwrap();
        for words in
            ["  case: untitled\n", "  1 party\n", "  1 fault:\n", "    1:83 /parties/0/name  This should be text"]
        {
            assert!(printed.contains(words), "{words:?} is not in {printed}");
        }
    }
}
