//! All nodes of one record, each with its span.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Map, Value};

use super::fault::{Fault, FaultClass, note};
use super::scan::{Kind, Visit, scan_span};
use super::{lex, pointer};

/// Levels of nesting that are read; what lies deeper is one opaque node. `serde_json` has the same limit.
pub const MAX_DEPTH: usize = 128;

/// A node of one [`Tree`]. It means nothing in another tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(usize);

/// Whether a node takes part in the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Plain,
    /// A container below [`MAX_DEPTH`] levels; it has no children here.
    TooDeep,
    /// Left out by [`Tree::leave_out`].
    LeftOut,
}

/// One value of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Its bytes, without white space around.
    pub span: Range<usize>,
    /// The bytes of its key, quotation marks included, if it is a member of an object.
    pub key_span: Option<Range<usize>>,
    /// The index after the last node below this one.
    next: usize,
    state: State,
}

/// The nodes of one value, in the order of the file.
#[derive(Debug, Clone)]
pub struct Tree<'a> {
    bytes: &'a [u8],
    /// Parents come before their children, so the subtree of a node is one run.
    nodes: Vec<Node>,
}

impl<'a> Tree<'a> {
    /// Reads the value in `span`. Faults are those of syntax and encoding (escapes) inside it; their pointers start at
    /// this value. All offsets count from the start of `bytes`.
    #[must_use]
    pub fn parse(bytes: &'a [u8], span: Range<usize>) -> (Self, Vec<Fault>) {
        let mut builder = Builder { nodes: Vec::new(), open: Vec::new(), key: None };
        let empty = Node::new(Kind::Invalid, span.start..span.start, None, 1);
        let mut faults = scan_span(bytes, span.clone(), &mut builder);
        if builder.nodes.is_empty() {
            builder.nodes.push(empty);
        }
        let tree = Self { bytes, nodes: builder.nodes };
        pointer::assign(bytes, span, &mut faults);
        (tree, faults)
    }

    /// The value itself.
    #[must_use]
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// How many nodes there are, at least one.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// The node itself.
    ///
    /// # Panics
    /// If `id` comes from another, larger tree.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    /// The bytes of a node.
    #[must_use]
    pub fn raw(&self, id: NodeId) -> &'a [u8] {
        self.bytes.get(self.node(id).span.clone()).unwrap_or_default()
    }

    /// The members or elements directly in a node, duplicates and faulty ones included.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let end = self.node(id).next;
        let mut at = id.0 + 1;
        std::iter::from_fn(move || {
            let child = (at < end).then_some(NodeId(at))?;
            at = self.nodes[at].next;
            Some(child)
        })
    }

    /// The decoded key of a node that is a member.
    #[must_use]
    pub fn key(&self, id: NodeId) -> Option<Cow<'a, str>> {
        let span = self.node(id).key_span.clone()?;
        Some(lex::decode(self.bytes.get(span).unwrap_or_default()))
    }

    /// The member of `id` with this key that counts: the last one that is a value.
    #[must_use]
    pub fn member(&self, id: NodeId, key: &str) -> Option<NodeId> {
        let members = self.children(id).filter(|&child| self.counts(child));
        members.filter(|&child| self.key(child).is_some_and(|found| found == key)).last()
    }

    /// The element of `id` with this index, counting only those that are values and have not been left out.
    #[must_use]
    pub fn element(&self, id: NodeId, index: usize) -> Option<NodeId> {
        self.children(id).filter(|&child| self.counts(child)).nth(index)
    }

    /// Where a node stands, from the root of this tree, as the file has it (RFC 6901).
    #[must_use]
    pub fn pointer(&self, id: NodeId) -> String {
        let mut pointer = String::new();
        let mut at = self.root();
        while at != id {
            let object = self.node(at).kind == Kind::Object;
            let Some((index, child)) = self.children(at).enumerate().find(|(_, child)| self.nodes[child.0].next > id.0)
            else {
                break;
            };
            let fits = match self.key(child) {
                Some(key) if object => pointer::push_key(&mut pointer, &key),
                _ => pointer::push_index(&mut pointer, index),
            };
            if !fits {
                break;
            }
            at = child;
        }
        pointer
    }

    /// Takes a node out of what [`Tree::to_value`] gives.
    pub fn leave_out(&mut self, id: NodeId) {
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.state = State::LeftOut;
        }
    }

    /// The record as a value, and a fault for each place that is nested too deep and became `null`.
    ///
    /// Of equal keys the last one that is a value counts. What is no JSON value is left out, lone surrogates and
    /// invalid UTF-8 become U+FFFD, and numbers become the nearest finite one. The depth of the result is at most
    /// [`MAX_DEPTH`].
    #[must_use]
    pub fn to_value(&self) -> (Value, Vec<Fault>) {
        let mut faults = Vec::new();
        let value = self.value(self.root(), &mut faults);
        pointer::assign(self.bytes, self.node(self.root()).span.clone(), &mut faults);
        (value, faults)
    }

    /// The value of one node; recursion ends at [`MAX_DEPTH`].
    fn value(&self, id: NodeId, faults: &mut Vec<Fault>) -> Value {
        let node = self.node(id);
        if node.state == State::TooDeep {
            let message =
                format!("More than {MAX_DEPTH} levels of brackets are nested here; what lies deeper is not shown.");
            note(faults, Fault::new(FaultClass::Schema, node.span.start, message));
            return Value::Null;
        }
        let children = self.children(id).filter(|&child| self.counts(child));
        match node.kind {
            Kind::Object => {
                let mut map = Map::new();
                for child in children {
                    let key = self.key(child).unwrap_or_default().into_owned();
                    map.insert(key, self.value(child, faults));
                }
                Value::Object(map)
            }
            Kind::Array => children.map(|child| self.value(child, faults)).collect(),
            Kind::String => Value::String(lex::decode(self.raw(id)).into_owned()),
            Kind::Number => lex::number(self.raw(id)),
            Kind::Bool => Value::Bool(self.raw(id) == b"true"),
            Kind::Null | Kind::Invalid => Value::Null,
        }
    }

    fn counts(&self, id: NodeId) -> bool {
        let node = self.node(id);
        node.kind != Kind::Invalid && node.state != State::LeftOut
    }
}

impl Node {
    fn new(kind: Kind, span: Range<usize>, key_span: Option<Range<usize>>, next: usize) -> Self {
        Self { kind, span, key_span, next, state: State::Plain }
    }
}

/// Collects the nodes in the order of the scan.
struct Builder {
    nodes: Vec<Node>,
    /// Indices of the containers that are open.
    open: Vec<usize>,
    key: Option<Range<usize>>,
}

impl Visit for Builder {
    fn open(&mut self, kind: Kind, start: usize, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        let mut node = Node::new(kind, start..start, self.key.take(), 0);
        if depth == MAX_DEPTH {
            node.state = State::TooDeep;
        }
        self.open.push(self.nodes.len());
        self.nodes.push(node);
    }

    fn key(&mut self, span: Range<usize>, depth: usize) {
        if depth <= MAX_DEPTH {
            self.key = Some(span);
        }
    }

    fn scalar(&mut self, kind: Kind, span: Range<usize>, depth: usize) {
        if depth <= MAX_DEPTH {
            let next = self.nodes.len() + 1;
            self.nodes.push(Node::new(kind, span, self.key.take(), next));
        }
    }

    fn close(&mut self, end: usize, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        let next = self.nodes.len();
        if let Some(node) = self.open.pop().and_then(|at| self.nodes.get_mut(at)) {
            node.span.end = end;
            node.next = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FaultClass, Kind, MAX_DEPTH, Tree};
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn value(text: &str) -> Value {
        Tree::parse(text.as_bytes(), 0..text.len()).0.to_value().0
    }

    #[test]
    fn nodes_have_spans_and_keys() {
        let text = r#"xx{"a": [1, {"b": "c"}], "\u0064": null}yy"#;
        let (tree, faults) = Tree::parse(text.as_bytes(), 2..text.len() - 2);
        assert!(faults.is_empty());
        let a = tree.member(tree.root(), "a").unwrap();
        let inner = tree.element(a, 1).unwrap();
        assert_eq!(tree.raw(inner), br#"{"b": "c"}"#);
        let b = tree.member(inner, "b").unwrap();
        assert_eq!((tree.raw(b), tree.node(b).kind, tree.pointer(b)), (&br#""c""#[..], Kind::String, "/a/1/b".into()));
        let d = tree.member(tree.root(), "d").unwrap();
        assert_eq!((tree.pointer(d), tree.key(d).as_deref()), ("/d".into(), Some("d")));
        assert_eq!((tree.node_count(), tree.children(tree.root()).count()), (6, 2));
    }

    #[test]
    fn values_survive_what_is_wrong_with_them() {
        let table = [
            (r#"{"a":1,"a":2}"#, json!({"a": 2})),
            (r#"{"a":1,"a":NaN}"#, json!({"a": 1})),
            (r"[1,,NaN,01,2,]", json!([1, 2])),
            (r#"{"a":"\ud800"}"#, json!({"a": "\u{fffd}"})),
            (r#"{"a":,"b":true"#, json!({"b": true})),
            (r#"{"a": {"b": [1, "x"#, json!({"a": {"b": [1]}})),
            ("1e999", json!(f64::MAX)),
            ("", json!(null)),
        ];
        for (text, expected) in table {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_nested_too_deep_becomes_null_and_a_fault() {
        let text = format!("{{\"a\":{}1{},\"b\":2}}", "[".repeat(500), "]".repeat(500));
        let (tree, _) = Tree::parse(text.as_bytes(), 0..text.len());
        let (value, faults) = tree.to_value();
        assert_eq!(value["b"], 2);
        let shown: Vec<_> = faults.iter().map(|f| (f.class, f.offset, f.pointer.len())).collect();
        assert_eq!(shown, [(FaultClass::Schema, 5 + MAX_DEPTH - 1, "/a".len() + 2 * (MAX_DEPTH - 1))]);
        let fits = format!("{}1{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
        assert!(Tree::parse(fits.as_bytes(), 0..fits.len()).0.to_value().1.is_empty());
    }

    #[test]
    fn what_is_left_out_is_gone() {
        let text = r#"{"a":[1,2,3],"b":1}"#;
        let (mut tree, _) = Tree::parse(text.as_bytes(), 0..text.len());
        let a = tree.member(tree.root(), "a").unwrap();
        tree.leave_out(tree.element(a, 1).unwrap());
        let last = tree.element(a, 1).unwrap();
        assert_eq!((tree.raw(last), tree.pointer(last)), (&b"3"[..], "/a/2".into()));
        tree.leave_out(tree.member(tree.root(), "b").unwrap());
        assert_eq!(tree.to_value().0, json!({"a": [1, 3]}));
    }

    proptest! {
        #[test]
        fn sound_json_reads_as_serde_reads_it(text in r#"(\[|\{"a":|"b",|-1.5e2,|7|\]|\}|,"c":| ){0,12}"#) {
            if let Ok(expected) = serde_json::from_str::<Value>(&text) {
                prop_assert_eq!(value(&text), expected);
            }
        }

        #[test]
        fn anything_at_all_gives_some_value(bytes in prop::collection::vec(any::<u8>(), 0..60), a in 0usize..70, b in 0usize..70) {
            let (tree, _) = Tree::parse(&bytes, a..b);
            let _ = tree.to_value();
        }
    }
}
