//! The top level of a document, without a tree of what lies below.

use std::ops::Range;

use super::fault::{Fault, note};
use super::scan::{Kind, Visit, scan_document, scan_span};
use super::watch::Watch;
use super::{lex, pointer};

/// One key of the root object, and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The key, decoded.
    pub key: String,
    /// The bytes of the key, quotation marks included.
    pub key_span: Range<usize>,
    /// The bytes of the value, without white space around.
    pub value: Range<usize>,
    /// What the value is.
    pub kind: Kind,
    /// The bytes of each element if the value is an array, else empty.
    pub elements: Vec<Range<usize>>,
}

/// The root of a document and what stands directly in it, as byte spans in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// What the root is.
    pub root: Kind,
    /// The bytes of the root value, without white space around.
    pub span: Range<usize>,
    /// The members if the root is an object, duplicates included.
    pub members: Vec<Member>,
    /// The elements if the root is an array.
    pub elements: Vec<Range<usize>>,
}

impl Outline {
    /// Reads a whole file once. The faults are those of the whole file at any depth: its encoding, its syntax, keys that
    /// stand twice, nesting too deep and numbers too large.
    #[must_use]
    pub fn of(bytes: &[u8]) -> (Self, Vec<Fault>) {
        let mut visitor = (Builder::new(bytes), Watch::new(bytes));
        let mut faults = scan_document(bytes, &mut visitor);
        let (builder, Watch { faults: mut watched, .. }) = visitor;
        if !watched.is_empty() {
            pointer::assign(bytes, builder.outline.span.clone(), &mut watched);
            for fault in watched {
                note(&mut faults, fault);
            }
            faults.sort_by_key(|fault| fault.offset);
        }
        (builder.outline, faults)
    }

    /// The same for one value inside a file, its syntax known to be sound.
    pub(super) fn within(bytes: &[u8], span: Range<usize>) -> Self {
        let mut builder = Builder::new(bytes);
        scan_span(bytes, span, &mut builder);
        builder.outline
    }

    /// The member with this key; the last one if it stands several times.
    #[must_use]
    pub fn member(&self, key: &str) -> Option<&Member> {
        self.members.iter().rev().find(|member| member.key == key)
    }
}

/// Collects the spans of the first two levels.
struct Builder<'a> {
    bytes: &'a [u8],
    outline: Outline,
    key: Range<usize>,
    /// Kind and start of the value directly in the root that is open.
    child: (Kind, usize),
    /// Start of the container inside it that is open.
    element: usize,
    elements: Vec<Range<usize>>,
}

impl<'a> Builder<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let outline = Outline { root: Kind::Invalid, span: 0..0, members: Vec::new(), elements: Vec::new() };
        Self { bytes, outline, key: 0..0, child: (Kind::Invalid, 0), element: 0, elements: Vec::new() }
    }

    fn finish_child(&mut self, kind: Kind, span: Range<usize>) {
        if self.outline.root == Kind::Array {
            self.outline.elements.push(span);
            return;
        }
        let key = lex::decode(&self.bytes[self.key.clone()]).into_owned();
        let mut elements = std::mem::take(&mut self.elements);
        elements.shrink_to_fit();
        self.outline.members.push(Member { key, key_span: self.key.clone(), value: span, kind, elements });
    }

    fn finish_element(&mut self, span: Range<usize>) {
        if self.outline.root == Kind::Object && self.child.0 == Kind::Array {
            self.elements.push(span);
        }
    }
}

impl Visit for Builder<'_> {
    #[inline]
    fn open(&mut self, kind: Kind, start: usize, depth: usize) {
        match depth {
            0 => (self.outline.root, self.outline.span) = (kind, start..start),
            1 => self.child = (kind, start),
            2 => self.element = start,
            _ => {}
        }
    }

    #[inline]
    fn key(&mut self, span: Range<usize>, depth: usize) {
        if depth == 1 {
            self.key = span;
        }
    }

    #[inline]
    fn scalar(&mut self, kind: Kind, span: Range<usize>, depth: usize) {
        match depth {
            0 => (self.outline.root, self.outline.span) = (kind, span),
            1 => self.finish_child(kind, span),
            2 => self.finish_element(span),
            _ => {}
        }
    }

    #[inline]
    fn close(&mut self, end: usize, depth: usize) {
        match depth {
            0 => self.outline.span.end = end,
            1 => self.finish_child(self.child.0, self.child.1..end),
            2 => self.finish_element(self.element..end),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Outline};
    use crate::format::FaultClass;

    #[test]
    fn spans_of_the_first_two_levels() {
        let text = "\u{feff}{ \"a\" : [ {\"x\":[1]} , 2, \"\\u00e9\" ],\r\n\"\\u0062\":{\"c\":1} , \"d\":-0 }\n";
        let (outline, faults) = Outline::of(text.as_bytes());
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(outline.root, Kind::Object);
        let shown: Vec<_> = outline.members.iter().map(|m| (&*m.key, &text[m.value.clone()], m.kind)).collect();
        let expected = [
            ("a", "[ {\"x\":[1]} , 2, \"\\u00e9\" ]", Kind::Array),
            ("b", "{\"c\":1}", Kind::Object),
            ("d", "-0", Kind::Number),
        ];
        assert_eq!(shown, expected);
        let elements: Vec<_> = outline.members[0].elements.iter().map(|e| &text[e.clone()]).collect();
        assert_eq!(elements, ["{\"x\":[1]}", "2", "\"\\u00e9\""]);
        assert!(outline.members[1].elements.is_empty());
        assert_eq!(&text[outline.span.clone()], text.trim_start_matches('\u{feff}').trim_end());
    }

    #[test]
    fn an_array_at_the_root_has_elements() {
        let (outline, faults) = Outline::of(b"[[1,2], {\"a\":[3]}, null]");
        assert_eq!((outline.root, outline.elements), (Kind::Array, vec![1..6, 8..17, 19..23]));
        assert!(outline.members.is_empty() && faults.is_empty());
    }

    #[test]
    fn the_last_of_two_equal_keys_counts() {
        let (outline, faults) = Outline::of(br#"{"a/b":1,"c":2,"a\/b":3}"#);
        assert_eq!(outline.member("a/b").map(|m| m.value.start), Some(22));
        let shown: Vec<_> = faults.iter().map(|f| (f.class, f.offset, &*f.pointer)).collect();
        assert_eq!(shown, [(FaultClass::Duplicate, 15, "/a~1b")]);
    }

    #[test]
    fn what_came_before_the_end_is_kept() {
        let text = "{\"a\":1,\"list\":[{\"x\":1},{\"x\":";
        let (outline, faults) = Outline::of(text.as_bytes());
        assert_eq!(faults.len(), 1);
        assert_eq!(outline.members.len(), 2);
        assert_eq!(outline.members[1].elements, [15..22, 23..text.len()]);
    }
}
