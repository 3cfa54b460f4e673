//! How a file is laid out, and values written alike.

use std::fmt::Write as _;

use memchr::memmem;
use serde_json::Value;

use super::lex::{self, Escape};
use super::outline::Outline;

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Newline {
    /// Line feed.
    #[default]
    Lf,
    /// Carriage return and line feed.
    CrLf,
}

impl Newline {
    /// The bytes themselves.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::CrLf => "\r\n",
        }
    }
}

/// What one level of nesting adds at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indent {
    /// So many spaces, maybe none.
    Spaces(usize),
    /// A tab.
    Tab,
    /// Nothing, since everything stands on one line.
    None,
}

impl Indent {
    /// The bytes of one level.
    #[must_use]
    pub fn unit(self) -> String {
        match self {
            Self::Spaces(count) => " ".repeat(count),
            Self::Tab => "\t".to_owned(),
            Self::None => String::new(),
        }
    }
}

/// The layout of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// How lines end.
    pub newline: Newline,
    /// How deep one level is.
    pub indent: Indent,
    /// What stands between a key and its value: a colon with the white space around it.
    pub colon: String,
    /// What stands between two values on one line: a comma with the white space after it.
    pub comma: String,
    /// Whether every character outside ASCII is written as an escape.
    pub ascii: bool,
    /// Whether the file ends with a line end.
    pub final_newline: bool,
}

impl Default for Style {
    /// Two spaces, LF, characters as themselves: what the program's own files look like.
    fn default() -> Self {
        Self {
            newline: Newline::Lf,
            indent: Indent::Spaces(2),
            colon: ": ".to_owned(),
            comma: ", ".to_owned(),
            ascii: false,
            final_newline: true,
        }
    }
}

impl Style {
    /// Finds out the style of a file. What it shows no example of is as in [`Style::default`].
    #[must_use]
    pub fn of(bytes: &[u8], outline: &Outline) -> Self {
        let mut style = Self::default();
        if let Some(at) = memchr::memchr(b'\n', bytes) {
            style.newline = if bytes[..at].ends_with(b"\r") { Newline::CrLf } else { Newline::Lf };
        }
        style.final_newline = bytes.ends_with(b"\n");
        style.ascii = is_escaped(bytes);
        let slice = |start: usize, end: usize| bytes.get(start..end).unwrap_or_default();
        let starts: Vec<usize> = match outline.members.first() {
            Some(_) => outline.members.iter().take(2).map(|member| member.key_span.start).collect(),
            None => outline.elements.iter().take(2).map(|element| element.start).collect(),
        };
        let Some(&first) = starts.first() else { return style };
        style.indent = indent_of(slice(outline.span.start + 1, first));
        if let Some(member) = outline.members.first() {
            style.colon = on_one_line(slice(member.key_span.end, member.value.start)).unwrap_or(style.colon);
        } else if style.indent == Indent::None {
            ":".clone_into(&mut style.colon);
        }
        style.comma = if style.colon.ends_with(' ') { ", ".to_owned() } else { ",".to_owned() };
        let first_end = outline.members.first().map(|member| member.value.end);
        let first_end = first_end.or_else(|| outline.elements.first().map(|element| element.end));
        if let (Indent::None, Some(end), Some(&second)) = (style.indent, first_end, starts.get(1)) {
            style.comma = on_one_line(slice(end, second)).unwrap_or(style.comma);
        }
        style
    }
}

/// The indent of a file whose first member or element has this white space before it.
fn indent_of(lead: &[u8]) -> Indent {
    let Some(newline) = memchr::memrchr(b'\n', lead) else { return Indent::None };
    match &lead[newline + 1..] {
        [b'\t', ..] => Indent::Tab,
        spaces => Indent::Spaces(spaces.len()),
    }
}

/// A separator as text, unless it breaks the line or is more than one mark and blanks.
pub(super) fn on_one_line(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mark = text.trim_matches([' ', '\t']);
    (mark == ":" || mark == ",").then(|| text.to_owned())
}

/// Whether the file has escapes for characters outside ASCII and none of these characters themselves.
fn is_escaped(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(super::fault::BYTE_ORDER_MARK).unwrap_or(bytes);
    let stands_for_more = |at: usize| {
        // An even number of backslashes before it means that this one starts the escape.
        let before = text[..at].iter().rev().take_while(|&&byte| byte == b'\\').count();
        let escape = lex::escape(text, at);
        before % 2 == 0 && (escape == Escape::Lone || matches!(escape, Escape::Char(char, _) if !char.is_ascii()))
    };
    text.is_ascii() && memmem::find_iter(text, b"\\u").any(stands_for_more)
}

/// `value` as it stands in a file of this style, `depth` levels deep; the first line is not indented.
#[must_use]
pub fn write_value(value: &Value, style: &Style, depth: usize) -> String {
    let mut out = String::new();
    let indent = style.indent.unit().repeat(depth);
    write_at(&mut out, value, style, &indent, style.indent != Indent::None);
    out
}

/// Writes `value` into `out`. `indent` stands at the start of the line it begins on; `expanded` puts each member and
/// element on a line of its own.
pub(super) fn write_at(out: &mut String, value: &Value, style: &Style, indent: &str, expanded: bool) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            let brackets = Brackets { marks: ['[', ']'], style, indent, expanded };
            brackets.write(out, items, |out, item, inner| write_at(out, item, style, inner, expanded));
        }
        Value::Object(map) if !map.is_empty() => {
            let brackets = Brackets { marks: ['{', '}'], style, indent, expanded };
            brackets.write(out, map, |out, (key, item), inner| {
                write_string(out, key, style.ascii);
                out.push_str(&style.colon);
                write_at(out, item, style, inner, expanded);
            });
        }
        Value::Array(_) => out.push_str("[]"),
        Value::Object(_) => out.push_str("{}"),
        Value::String(text) => write_string(out, text, style.ascii),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Null => out.push_str("null"),
    }
}

/// The frame around the items of a container.
struct Brackets<'a> {
    marks: [char; 2],
    style: &'a Style,
    indent: &'a str,
    expanded: bool,
}

impl Brackets<'_> {
    fn write<I: IntoIterator>(&self, out: &mut String, items: I, mut item: impl FnMut(&mut String, I::Item, &str)) {
        let inner = format!("{}{}", self.indent, self.style.indent.unit());
        out.push(self.marks[0]);
        for (index, each) in items.into_iter().enumerate() {
            match (index, self.expanded) {
                (0, _) => {}
                (_, true) => out.push(','),
                (_, false) => out.push_str(&self.style.comma),
            }
            self.line(out, &inner);
            item(out, each, &inner);
        }
        self.line(out, self.indent);
        out.push(self.marks[1]);
    }

    fn line(&self, out: &mut String, indent: &str) {
        if self.expanded {
            out.push_str(self.style.newline.as_str());
            out.push_str(indent);
        }
    }
}

/// Writes a string with the escapes JSON asks for, and others only if `ascii`.
pub(super) fn write_string(out: &mut String, text: &str, ascii: bool) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if char < ' ' || (ascii && !char.is_ascii()) => {
                for unit in char.encode_utf16(&mut [0; 2]) {
                    // Writing into a string cannot fail.
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            _ => out.push(char),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::{Indent, Newline, Style, write_value};
    use crate::format::Outline;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn style(text: &str) -> Style {
        Style::of(text.as_bytes(), &Outline::of(text.as_bytes()).0)
    }

    #[test]
    fn the_style_of_a_file_is_seen() {
        let table = [
            ("{\n  \"a\": 1\n}\n", Style::default()),
            ("", Style { final_newline: false, ..Style::default() }),
            (
                "\u{feff}{\r\n\t\"a\" : 1,\r\n\t\"b\": 2\r\n}",
                Style {
                    newline: Newline::CrLf,
                    indent: Indent::Tab,
                    colon: " : ".into(),
                    final_newline: false,
                    ..Style::default()
                },
            ),
            (
                "{\"a\":1,\"b\":[1, 2]}\n",
                Style { indent: Indent::None, colon: ":".into(), comma: ",".into(), ..Style::default() },
            ),
            ("{\"a\": 1, \"b\": 2}\n", Style { indent: Indent::None, ..Style::default() }),
            ("[\n    {\"a\":1},\n    2\n]\n", Style { indent: Indent::Spaces(4), ..Style::default() }),
            ("{\n  \"a\": \"\\u00e9\"\n}\n", Style { ascii: true, ..Style::default() }),
            ("{\n  \"a\": \"\\ud83d\\ude00\"\n}\n", Style { ascii: true, ..Style::default() }),
            ("{\n  \"a\": \"\\u00e9é\"\n}\n", Style::default()),
            ("{\n  \"a\": \"\\u000a \\\\u00e9\"\n}\n", Style::default()),
        ];
        for (text, expected) in table {
            assert_eq!(style(text), expected, "{text}");
        }
    }

    #[test]
    fn values_are_written_in_style() {
        let value = json!({"a": [1, {"b": "é\u{1f600}\u{1}\"\\\n/"}], "c": [], "d": {}, "e": null, "f": -1.5});
        let plain = write_value(&value, &Style::default(), 1);
        let expected = "{\n    \"a\": [\n      1,\n      {\n        \"b\": \"é\u{1f600}\\u0001\\\"\\\\\\n/\"\n      }\n    ],\n    \
                        \"c\": [],\n    \"d\": {},\n    \"e\": null,\n    \"f\": -1.5\n  }";
        assert_eq!(plain, expected);
        let tight = Style { ascii: true, ..style("{\"x\":1}") };
        let expected = r#"{"a":[1,{"b":"\u00e9\ud83d\ude00\u0001\"\\\n/"}],"c":[],"d":{},"e":null,"f":-1.5}"#;
        assert_eq!(write_value(&value, &tight, 3), expected);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(text in any::<String>(), number in any::<f64>(), ascii: bool, tabs: bool) {
            let value = json!({"t": text.clone(), text: [number, {"x": [true]}]});
            let indent = if tabs { Indent::Tab } else { Indent::None };
            let written = write_value(&value, &Style { indent, ascii, ..Style::default() }, 2);
            prop_assert!(!ascii || written.is_ascii());
            let tree = crate::format::Tree::parse(written.as_bytes(), 0..written.len()).0;
            prop_assert_eq!(tree.to_value().0, value);
            prop_assert!(serde_json::from_str::<Value>(&written).is_ok());
        }
    }
}
