//! The tokens of a JSON document (RFC 8259), in order, without recursion.
//!
//! The scanner is strict about what it reports and generous about what it goes on after: a file with a trailing comma
//! or a comment is still worth reading. It keeps one byte for every open container and calls a [`Visit`] for every
//! token. Whatever it meets, calls come in pairs: each key is followed by one value, each open container is closed.

use std::ops::Range;

use super::fault::{BYTE_ORDER_MARK, Fault, FaultClass, note};
use super::lex::{self, Escape};
use super::pointer;

/// What sort of value stands in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `{…}`
    Object,
    /// `[…]`
    Array,
    /// `"…"`
    String,
    /// A number.
    Number,
    /// `true` or `false`
    Bool,
    /// `null`
    Null,
    /// Something that is no JSON value, or nothing at all where a value should stand; a fault tells.
    Invalid,
}

/// Receives the tokens of a document. `depth` counts the containers around the token.
pub trait Visit {
    /// An object or array starts with the bracket at `start`.
    fn open(&mut self, kind: Kind, start: usize, depth: usize);
    /// A key, quotation marks included; its value follows.
    fn key(&mut self, span: Range<usize>, depth: usize);
    /// Any other value.
    fn scalar(&mut self, kind: Kind, span: Range<usize>, depth: usize);
    /// The container opened last ends before `end`; `depth` is that of its [`Visit::open`].
    fn close(&mut self, end: usize, depth: usize);
    /// Reading ends at `at`, maybe with containers open that are closed next.
    fn cut(&mut self, _at: usize) {}
}

/// Two visitors on one way through a document.
impl<A: Visit, B: Visit> Visit for (A, B) {
    #[inline]
    fn open(&mut self, kind: Kind, start: usize, depth: usize) {
        self.0.open(kind, start, depth);
        self.1.open(kind, start, depth);
    }

    #[inline]
    fn key(&mut self, span: Range<usize>, depth: usize) {
        self.0.key(span.clone(), depth);
        self.1.key(span, depth);
    }

    #[inline]
    fn scalar(&mut self, kind: Kind, span: Range<usize>, depth: usize) {
        self.0.scalar(kind, span.clone(), depth);
        self.1.scalar(kind, span, depth);
    }

    #[inline]
    fn close(&mut self, end: usize, depth: usize) {
        self.0.close(end, depth);
        self.1.close(end, depth);
    }

    fn cut(&mut self, at: usize) {
        self.0.cut(at);
        self.1.cut(at);
    }
}

/// Scans a whole file: byte order mark, encoding, tokens. Faults come in order of their offset, with pointers.
pub fn scan_document<V: Visit>(bytes: &[u8], visitor: &mut V) -> Vec<Fault> {
    if is_utf16(bytes) {
        let message = "The file is written in UTF-16 where JSON has to be UTF-8.";
        return vec![Fault::new(FaultClass::Encoding, 0, message)];
    }
    let mut faults = Vec::new();
    let start = content_start(bytes);
    if start > 0 {
        let message = "The file starts with a byte order mark, which JSON does without.";
        faults.push(Fault::new(FaultClass::Encoding, 0, message));
    }
    note_bad_utf8(bytes, start, &mut faults);
    for fault in scan_span(bytes, start..bytes.len(), visitor) {
        note(&mut faults, fault);
    }
    pointer::assign(bytes, start..bytes.len(), &mut faults);
    faults
}

/// Scans the one value in `span`. Offsets count from the start of `bytes`; faults have no pointers.
pub fn scan_span<V: Visit>(bytes: &[u8], span: Range<usize>, visitor: &mut V) -> Vec<Fault> {
    let end = span.end.min(bytes.len());
    let at = span.start.min(end);
    let mut scanner = Scanner { bytes: &bytes[..end], at, comma: at, open: Vec::new(), faults: Vec::new(), visitor };
    scanner.run();
    scanner.faults
}

/// Where the document starts after a byte order mark.
fn content_start(bytes: &[u8]) -> usize {
    if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 }
}

/// Whether the file starts as UTF-16 does, with or without a byte order mark.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'{' | b'[', 0, _, 0, ..] | [0, b'{' | b'[', 0, _, ..])
}

fn note_bad_utf8(bytes: &[u8], start: usize, faults: &mut Vec<Fault>) {
    let mut at = start;
    while let Err(error) = std::str::from_utf8(&bytes[at..]) {
        at += error.valid_up_to();
        let message = format!("The byte {:02X} at offset {at} belongs to no UTF-8 character; it is kept.", bytes[at]);
        note(faults, Fault::new(FaultClass::Encoding, at, message));
        let Some(len) = error.error_len() else { return };
        at += len;
    }
}

/// What the scanner looks for next.
#[derive(Clone, Copy)]
enum Next {
    /// A value after a colon, after a comma, or at the root.
    Value,
    /// A value or `]` right after `[`.
    FirstElement,
    /// A key after a comma.
    Key,
    /// A key or `}` right after `{`.
    FirstKey,
    /// A comma or a closing bracket after a value.
    After,
    /// Nothing more.
    Stop,
}

struct Scanner<'a, 'v, V> {
    bytes: &'a [u8],
    at: usize,
    /// The last comma, to point at when it turns out to be one too many.
    comma: usize,
    /// For every open container whether it is an object.
    open: Vec<bool>,
    faults: Vec<Fault>,
    visitor: &'v mut V,
}

impl<V: Visit> Scanner<'_, '_, V> {
    fn run(&mut self) {
        let mut next = Next::Value;
        loop {
            next = match next {
                Next::Value => self.value(false),
                Next::FirstElement => self.value(true),
                Next::Key => self.key(false),
                Next::FirstKey => self.key(true),
                Next::After => self.after(),
                Next::Stop => break,
            };
        }
        self.visitor.cut(self.at);
        while self.open.pop().is_some() {
            self.visitor.close(self.at, self.open.len());
        }
    }

    fn in_object(&self) -> bool {
        self.open.last() == Some(&true)
    }

    fn fault(&mut self, class: FaultClass, offset: usize, message: impl Into<String>) {
        note(&mut self.faults, Fault::new(class, offset, message));
    }

    fn syntax(&mut self, offset: usize, message: impl Into<String>) {
        self.fault(FaultClass::Syntax, offset, message);
    }

    /// Reports a fault after which nothing can be told apart any more.
    fn stop(&mut self, message: impl Into<String>) -> Next {
        self.syntax(self.at, format!("{}; the rest of the file was not read.", message.into()));
        Next::Stop
    }

    /// The first byte that is neither white space nor part of a comment.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            self.at = lex::space_end(self.bytes, self.at);
            match self.bytes.get(self.at) {
                Some(b'/') if self.skip_comment() => {}
                other => return other.copied(),
            }
        }
    }

    #[cold]
    fn skip_comment(&mut self) -> bool {
        let start = self.at;
        let rest = &self.bytes[start..];
        let len = match rest.get(1) {
            Some(b'/') => memchr::memchr2(b'\n', b'\r', rest),
            Some(b'*') => memchr::memmem::find(&rest[2..], b"*/").map(|len| len + 4),
            _ => return false,
        };
        self.at = len.map_or(self.bytes.len(), |len| start + len);
        self.syntax(start, "A comment stands here, and JSON has none.");
        true
    }

    #[inline]
    fn value(&mut self, first: bool) -> Next {
        let Some(byte) = self.peek() else { return self.value_missing() };
        match byte {
            b'"' => {
                let start = self.at;
                let kind = if self.string() { Kind::String } else { Kind::Invalid };
                self.visitor.scalar(kind, start..self.at, self.open.len());
                if kind == Kind::String { Next::After } else { Next::Stop }
            }
            b'{' => self.open_container(Kind::Object),
            b'[' => self.open_container(Kind::Array),
            b'-' | b'0'..=b'9' => match lex::number_end(self.bytes, self.at) {
                Some(end) => self.scalar(Kind::Number, end),
                None => self.bad_token(),
            },
            b'n' => self.literal(Kind::Null, b"null"),
            b't' => self.literal(Kind::Bool, b"true"),
            b'f' => self.literal(Kind::Bool, b"false"),
            b']' if first => self.close(),
            b',' | b']' | b'}' | b':' => self.no_value(byte),
            _ => self.bad_token(),
        }
    }

    #[inline]
    fn open_container(&mut self, kind: Kind) -> Next {
        self.visitor.open(kind, self.at, self.open.len());
        self.open.push(kind == Kind::Object);
        self.at += 1;
        if kind == Kind::Object { Next::FirstKey } else { Next::FirstElement }
    }

    #[inline]
    fn close(&mut self) -> Next {
        self.at += 1;
        self.open.pop();
        self.visitor.close(self.at, self.open.len());
        Next::After
    }

    #[inline]
    fn scalar(&mut self, kind: Kind, end: usize) -> Next {
        self.visitor.scalar(kind, self.at..end, self.open.len());
        self.at = end;
        Next::After
    }

    #[inline]
    fn literal(&mut self, kind: Kind, word: &[u8]) -> Next {
        let end = self.at + word.len();
        let ends = self.bytes.get(end).is_none_or(|&byte| lex::is_delimiter(byte));
        if ends && self.bytes[self.at..].starts_with(word) { self.scalar(kind, end) } else { self.bad_token() }
    }

    #[cold]
    fn bad_token(&mut self) -> Next {
        let end = lex::bare_end(self.bytes, self.at);
        let token = &self.bytes[self.at..end];
        let shown = lex::preview(token);
        let message = match token {
            [b'0', b'0'..=b'9', ..] | [b'-', b'0', b'0'..=b'9', ..] => {
                format!("The number \u{201c}{shown}\u{201d} starts with a zero too many.")
            }
            [b'-' | b'+' | b'.' | b'0'..=b'9', ..] => format!("\u{201c}{shown}\u{201d} is not a JSON number."),
            [b'\'', ..] => "Text has to stand in double quotation marks.".to_owned(),
            _ => format!("\u{201c}{shown}\u{201d} is not a JSON value."),
        };
        self.syntax(self.at, message);
        self.scalar(Kind::Invalid, end)
    }

    /// A comma, colon or closing bracket where a value should stand.
    #[cold]
    fn no_value(&mut self, byte: u8) -> Next {
        if self.open.is_empty() {
            return self.stop(format!("The file starts with \u{201c}{}\u{201d}, which is no value", char::from(byte)));
        }
        if self.in_object() {
            self.syntax(self.at, "A value is missing after this key.");
            self.visitor.scalar(Kind::Invalid, self.at..self.at, self.open.len());
            return Next::After;
        }
        match byte {
            b',' => {
                self.syntax(self.at, "This comma has no value before it.");
                self.comma = self.at;
                self.at += 1;
                Next::Value
            }
            b']' => {
                self.syntax(self.comma, "This comma has no value after it.");
                self.close()
            }
            _ => self.after_element(byte),
        }
    }

    /// The input ends where a value should stand.
    #[cold]
    fn value_missing(&mut self) -> Next {
        if self.open.is_empty() {
            self.syntax(self.at, "The file is empty.");
            return Next::Stop;
        }
        if self.in_object() {
            self.visitor.scalar(Kind::Invalid, self.at..self.at, self.open.len());
        }
        self.ended()
    }

    #[cold]
    fn ended(&mut self) -> Next {
        let message = match self.open.len() {
            1 => "The file ends before the last bracket is closed.".to_owned(),
            open => format!("The file ends before its last {open} brackets are closed."),
        };
        self.syntax(self.at, message);
        Next::Stop
    }

    #[inline]
    fn key(&mut self, first: bool) -> Next {
        match self.peek() {
            Some(b'"') => {}
            Some(b'}') if first => return self.close(),
            other => return self.no_key(other),
        }
        let start = self.at;
        if !self.string() {
            return Next::Stop;
        }
        self.visitor.key(start..self.at, self.open.len());
        if self.bytes.get(self.at) == Some(&b':') || self.peek() == Some(b':') {
            self.at += 1;
            return Next::Value;
        }
        self.visitor.scalar(Kind::Invalid, self.at..self.at, self.open.len());
        if self.at == self.bytes.len() { self.ended() } else { self.stop("A colon is missing after this key") }
    }

    #[cold]
    fn no_key(&mut self, found: Option<u8>) -> Next {
        match found {
            None => self.ended(),
            Some(b'}') => {
                self.syntax(self.comma, "This comma has nothing after it.");
                self.close()
            }
            Some(b',') => {
                self.syntax(self.at, "This comma has nothing before it.");
                self.comma = self.at;
                self.at += 1;
                Next::Key
            }
            Some(_) => self.stop("A key in double quotation marks should stand here"),
        }
    }

    #[inline]
    fn after(&mut self) -> Next {
        let Some(&object) = self.open.last() else { return self.after_root() };
        match self.peek() {
            Some(b',') => {
                self.comma = self.at;
                self.at += 1;
                if object { Next::Key } else { Next::Value }
            }
            Some(b'}') if object => self.close(),
            Some(b']') if !object => self.close(),
            None => self.ended(),
            Some(byte) if object => self.after_member(byte),
            Some(byte) => self.after_element(byte),
        }
    }

    #[cold]
    fn after_root(&mut self) -> Next {
        if self.peek().is_some() { self.stop("Something stands after the end of the document") } else { Next::Stop }
    }

    #[cold]
    fn after_member(&mut self, byte: u8) -> Next {
        match byte {
            b'"' => {
                self.syntax(self.at, "A comma is missing before this key.");
                Next::Key
            }
            b']' => self.stop("A square bracket closes what a curly one opened"),
            _ => self.stop("A comma or a closing bracket should stand here"),
        }
    }

    #[cold]
    fn after_element(&mut self, byte: u8) -> Next {
        match byte {
            b':' => self.stop("A colon stands in a list"),
            b'}' => self.stop("A curly bracket closes what a square one opened"),
            _ => {
                self.syntax(self.at, "A comma is missing before this value.");
                Next::Value
            }
        }
    }

    /// Passes over the string at the cursor; false if it never ends, with the cursor at the end of the input.
    #[inline]
    fn string(&mut self) -> bool {
        let start = self.at;
        let mut at = start + 1;
        loop {
            at = lex::plain_end(self.bytes, at);
            at = match self.bytes.get(at) {
                Some(b'"') => {
                    self.at = at + 1;
                    return true;
                }
                Some(b'\\') => self.escape(at),
                Some(&byte) => self.control(at, byte),
                None => {
                    self.at = self.bytes.len();
                    self.syntax(start, "This text is never closed by a quotation mark.");
                    return false;
                }
            };
        }
    }

    /// Checks the escape at `at` and returns where it ends.
    fn escape(&mut self, at: usize) -> usize {
        match lex::escape(self.bytes, at) {
            Escape::Char(_, len) => at + len,
            Escape::Lone => {
                let message = "This escape is one half of a surrogate pair and stands for no character.";
                self.fault(FaultClass::Encoding, at, message);
                at + 6
            }
            Escape::Bad => {
                self.syntax(at, "JSON knows no such escape after a backslash.");
                at + 1
            }
        }
    }

    #[cold]
    fn control(&mut self, at: usize, byte: u8) -> usize {
        self.syntax(at, format!("The control character U+{byte:04X} has to be written as an escape."));
        at + 1
    }
}

#[cfg(test)]
mod tests;
