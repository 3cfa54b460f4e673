//! Typed records out of bytes, as much of them as can be read.

use std::collections::HashSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

use super::explain;
use super::fault::{Fault, FaultClass, note};
use super::outline::{Member, Outline};
use super::scan::Kind;
use super::tree::{NodeId, Tree};

/// Reads the object in `span` as a `T`.
///
/// A sound record costs one pass of `serde_json`. Where that fails, the values that do not fit are left out one by one,
/// each with a fault that says what was expected and what stands there: a key is as if absent, an element as if it were
/// not in its list. `pointer` is where the value stands in the document (RFC 6901).
///
/// `None`, always with a fault, if what is left is still no `T`, as where a required key is missing, and if the value is
/// no object. (A struct inside a record may stand as a list of its fields in order; serde takes that too.)
///
/// Faults added are of the class `Schema`. Those of syntax and encoding, keys that stand twice and nesting too deep are
/// found by [`Outline::of`], which has seen the whole file.
pub fn read<T: DeserializeOwned>(
    bytes: &[u8],
    span: Range<usize>,
    pointer: &str,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let raw = bytes.get(span.clone()).unwrap_or_default();
    // Serde would take a list for a struct.
    if raw.first() == Some(&b'{')
        && let Ok(record) = serde_json::from_slice(raw)
    {
        return Some(record);
    }
    salvage(bytes, span, pointer, &|offset| offset, faults)
}

/// Reads the root object as a `T` from all its members but those in `without`: the header of a file whose lists are read
/// record by record. Of equal keys the last one counts. Faults and the result are as for [`read`].
pub fn read_members<T: DeserializeOwned>(
    bytes: &[u8],
    outline: &Outline,
    without: &[&str],
    faults: &mut Vec<Fault>,
) -> Option<T> {
    if outline.root != Kind::Object {
        return read(bytes, outline.span.clone(), "", faults);
    }
    let mut excerpt = Excerpt::new(outline.span.start);
    let mut seen: HashSet<&str> = without.iter().copied().collect();
    let last = outline.members.iter().rev().filter(|member| seen.insert(&member.key));
    let mut counting: Vec<&Member> = last.filter(|member| member.kind != Kind::Invalid).collect();
    counting.reverse();
    for member in counting {
        excerpt.push(bytes, member);
    }
    excerpt.text.push(b'}');
    if let Ok(header) = serde_json::from_slice(&excerpt.text) {
        return Some(header);
    }
    salvage(&excerpt.text, 0..excerpt.text.len(), "", &|offset| excerpt.origin(offset), faults)
}

/// Some members of an object as an object of their own, and where they came from.
struct Excerpt {
    text: Vec<u8>,
    /// Where each run starts: here, and in the file.
    runs: Vec<(usize, usize)>,
}

impl Excerpt {
    fn new(start: usize) -> Self {
        Self { text: b"{".to_vec(), runs: vec![(0, start)] }
    }

    fn push(&mut self, bytes: &[u8], member: &Member) {
        if self.text.len() > 1 {
            self.text.push(b',');
        }
        self.run(bytes, &member.key_span);
        self.text.push(b':');
        self.run(bytes, &member.value);
    }

    fn run(&mut self, bytes: &[u8], span: &Range<usize>) {
        self.runs.push((self.text.len(), span.start));
        self.text.extend_from_slice(bytes.get(span.clone()).unwrap_or_default());
    }

    /// The offset in the file of what stands at `offset` here.
    fn origin(&self, offset: usize) -> usize {
        let run = self.runs.partition_point(|&(here, _)| here <= offset).saturating_sub(1);
        self.runs.get(run).map_or(offset, |&(here, there)| there + (offset - here))
    }
}

/// How often a record is tried again. Each try costs as much as the record has nodes, so that a hostile record of many
/// nodes, all of them wrong, is given up in well under a second.
fn tries(nodes: usize) -> usize {
    (2_000_000 / nodes.max(1)).max(4)
}

/// Leaves out what does not fit until the rest is a `T`. `origin` maps offsets in `bytes` to those in the file.
fn salvage<T: DeserializeOwned>(
    bytes: &[u8],
    span: Range<usize>,
    pointer: &str,
    origin: &dyn Fn(usize) -> usize,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let mut report = |fault: Fault| {
        let at = format!("{pointer}{}", fault.pointer);
        note(faults, Fault { offset: origin(fault.offset), pointer: at, ..fault });
    };
    let (mut tree, _) = Tree::parse(bytes, span);
    if tree.node(tree.root()).kind != Kind::Object {
        let message = format!("This should be an object, but it is {}.", explain::found(&tree, tree.root()));
        report(Fault::new(FaultClass::Schema, tree.node(tree.root()).span.start, message));
        return None;
    }
    for _ in 0..tries(tree.node_count()) {
        let (value, _) = tree.to_value();
        let error = match serde_path_to_error::deserialize(&value) {
            Ok(record) => return Some(record),
            Err(error) => error,
        };
        let id = resolve(&tree, error.path());
        let message = explain::sentence(&error.inner().to_string(), &tree, id);
        let offset = tree.node(id).span.start;
        report(Fault::new(FaultClass::Schema, offset, message).at(tree.pointer(id)));
        if id == tree.root() {
            return None;
        }
        tree.leave_out(id);
    }
    let message = "So many values do not fit here that this could not be read.";
    report(Fault::new(FaultClass::Schema, tree.node(tree.root()).span.start, message));
    None
}

/// The node a path of serde leads to, or the deepest one on the way that can be found.
fn resolve(tree: &Tree<'_>, path: &Path) -> NodeId {
    let mut at = tree.root();
    for segment in path {
        let next = match segment {
            Segment::Seq { index } => tree.element(at, *index),
            Segment::Map { key } => tree.member(at, key),
            // An enum is written as its name alone, which is the node itself, or as an object with its name as the key.
            Segment::Enum { variant } => Some(tree.member(at, variant).unwrap_or(at)),
            Segment::Unknown => None,
        };
        let Some(next) = next else { break };
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{read, read_members};
    use crate::format::{Fault, FaultClass, Outline};
    use proptest::prelude::*;
    use serde::Deserialize;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Record {
        #[serde(deserialize_with = "four")]
        id: String,
        name: String,
        kind: Option<Colour>,
        size: u32,
        sealed: bool,
        tags: Vec<String>,
        parts: Vec<Part>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Part {
        id: String,
        #[serde(default)]
        shade: Option<Colour>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Colour {
        Red,
        DarkBlue,
    }

    fn four<'de, D: serde::Deserializer<'de>>(source: D) -> Result<String, D::Error> {
        let id = String::deserialize(source)?;
        if id.len() > 4 { Err(serde::de::Error::custom("an id has four letters")) } else { Ok(id) }
    }

    fn record(text: &str) -> (Option<Record>, Vec<Fault>) {
        let mut faults = Vec::new();
        (read(text.as_bytes(), 0..text.len(), "/list/3", &mut faults), faults)
    }

    #[test]
    fn what_does_not_fit_is_left_out_and_told() {
        let table = [
            (r#"{"name":5}"#, "/name", 8, "This should be text, but it is the number 5."),
            (r#"{"size":-1}"#, "/size", 8, "This should be a whole number from 0, but it is the number -1."),
            (r#"{"size":1.5}"#, "/size", 8, "This should be a whole number from 0, but it is the number 1.5."),
            (r#"{"sealed":"yes"}"#, "/sealed", 10, "This should be true or false, but it is the text “yes”."),
            (r#"{"tags":["a",{"b":1},"c"]}"#, "/tags/1", 13, "This should be text, but it is an object of 1."),
            (r#"{"tags":{}}"#, "/tags", 8, "This should be a list, but it is an empty object."),
            (r#"{"kind":"green"}"#, "/kind", 8, "This should be red or dark_blue, but it is the text “green”."),
            (
                r#"{"parts":[{"id":"a","shade":[1,2]}]}"#,
                "/parts/0/shade",
                28,
                "This should be text, but it is a list of 2.",
            ),
            (
                r#"{"parts":[{"id":"a"},{}]}"#,
                "/parts/1",
                21,
                "The key “id” is missing here, and nothing can be read without it.",
            ),
            (r#"{"name":null}"#, "/name", 8, "This should be text, but it is null."),
            (r#"{"id":"abcde"}"#, "/id", 6, "An id has four letters."),
        ];
        for (text, pointer, offset, message) in table {
            let (found, faults) = record(text);
            assert!(found.is_some(), "{text}");
            let shown: Vec<_> = faults.iter().map(|f| (f.class, &*f.pointer, f.offset, &*f.message)).collect();
            assert_eq!(shown, [(FaultClass::Schema, &*format!("/list/3{pointer}"), offset, message)], "{text}");
        }
    }

    #[test]
    fn the_rest_of_the_record_is_kept() {
        let text =
            r#"{"id":"a","name":7,"tags":["x",1,"y",2,"z"],"parts":[{},{"id":"p","shade":"red"},3],"more":[[]]}"#;
        let (found, faults) = record(text);
        let found = found.unwrap();
        assert_eq!((&*found.id, &*found.name), ("a", ""));
        assert_eq!(found.tags, ["x", "y", "z"]);
        assert_eq!(found.parts, [Part { id: "p".into(), shade: Some(Colour::Red) }]);
        let pointers: Vec<_> = faults.iter().map(|f| f.pointer.trim_start_matches("/list/3")).collect();
        assert_eq!(pointers, ["/name", "/tags/1", "/tags/3", "/parts/0", "/parts/2"]);
    }

    #[test]
    fn records_that_are_none_at_all_say_so() {
        for (text, message) in [
            ("[\"a\"]", "This should be an object, but it is a list of 1."),
            ("7", "This should be an object, but it is the number 7."),
            (r#"{"shade":"red"}"#, "The key “id” is missing here, and nothing can be read without it."),
        ] {
            let mut faults = Vec::new();
            assert_eq!(read::<Part>(text.as_bytes(), 0..text.len(), "/p", &mut faults), None);
            assert_eq!(faults.len(), 1);
            assert_eq!((&*faults[0].message, &*faults[0].pointer), (message, "/p"));
        }
    }

    #[test]
    fn faulty_syntax_does_not_lose_the_record() {
        let table = [
            (r#"{"id":"a","id":"b",}"#, "b"),
            ("{\"id\":\"b\", // words\n \"size\": 07}", "b"),
            (r#"{"id":"\ud800"}"#, "\u{fffd}"),
        ];
        for (text, id) in table {
            let (found, faults) = record(text);
            assert_eq!(found.map(|r| r.id).as_deref(), Some(id), "{text}");
            assert!(faults.is_empty(), "{text}: {faults:?}");
        }
    }

    #[test]
    fn unknown_keys_may_be_as_deep_as_they_like() {
        let text = format!("{{\"id\":\"a\",\"x\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let (found, faults) = record(&text);
        assert!(found.is_some_and(|r| r.id == "a") && faults.is_empty());
    }

    #[test]
    fn a_record_full_of_faults_is_given_up_soon() {
        let text = format!("{{\"tags\":[{}1]}}", "1,".repeat(150_000));
        let (found, faults) = record(&text);
        assert!(found.is_none());
        assert!(faults.len() < 100);
    }

    #[test]
    fn the_header_is_read_without_the_lists() {
        let text = r#"{"list":[{"id":7}],"name":"old","size":"x","list2":[],"tags":["a", 5.5],"name":"new","kind":"dark_blue"}"#;
        let (outline, _) = Outline::of(text.as_bytes());
        let mut faults = Vec::new();
        let header: Record = read_members(text.as_bytes(), &outline, &["list", "list2"], &mut faults).unwrap();
        assert_eq!((&*header.name, header.kind), ("new", Some(Colour::DarkBlue)));
        let shown: Vec<_> = faults.iter().map(|f| (&*f.pointer, &text[f.offset..f.offset + 3])).collect();
        assert_eq!(shown, [("/size", "\"x\""), ("/tags/1", "5.5")]);
    }

    proptest! {
        #[test]
        fn a_record_or_a_fault(text in r#"[\{\["](\{|\}|\[|\]|,|:|"id"|"tags"|"parts"|"x"|1|null| |"){0,14}"#) {
            let (found, faults) = record(&text);
            prop_assert!(found.is_some() || !faults.is_empty());
        }
    }
}
