//! Putting items into an object or array and taking them out, with the commas and white space of the file.

use std::ops::Range;

use super::style::{Indent, Style};

/// Bytes to put in the place of a range of the base; an empty range inserts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub range: Range<usize>,
    pub text: Vec<u8>,
}

/// An item of a container as it shall be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// The item with this index in the base. These come in rising order; those missing are removed.
    Keep(usize),
    /// A new item, with its key if it is a member.
    New { key: String, text: Vec<u8> },
}

/// An object or array in the base.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub base: &'a [u8],
    /// Where the opening bracket stands, and after the closing one.
    pub start: usize,
    pub end: usize,
    /// Each member from its key to its value, or each element.
    pub children: &'a [Range<usize>],
}

/// The white space of a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// A comma and what stands around it between two items.
    pub separator: String,
    /// What stands at the start of the line of an item.
    pub indent: String,
    /// Whether items stand on lines of their own.
    pub block: bool,
    /// What goes before the first and after the last item when there were none.
    lead: String,
    tail: String,
}

impl Frame<'_> {
    fn slice(&self, start: usize, end: usize) -> &[u8] {
        self.base.get(start..end).unwrap_or_default()
    }

    /// The layout of the container; `block` is that of the one around it, which an empty one follows.
    pub fn layout(&self, style: &Style, block: bool) -> Layout {
        let newline = style.newline.as_str();
        let Some(first) = self.children.first() else { return self.empty_layout(style, block) };
        let lead = self.slice(self.start + 1, first.start);
        let separator = match self.children {
            [.., before, last] => separator(self.slice(before.end, last.start)),
            _ => None,
        };
        let separator = separator.unwrap_or_else(|| {
            if lead.contains(&b'\n') {
                format!(",{newline}{}", line_indent(self.base, first.start))
            } else {
                style.comma.clone()
            }
        });
        let block = separator.contains('\n');
        let last = self.children.last().map_or(first.start, |last| last.start);
        // In a file of one long line the way back to its start would be a long one, for nothing.
        let flat = !block && style.indent == Indent::None;
        let indent = if flat { String::new() } else { line_indent(self.base, last) };
        Layout { separator, indent, block, lead: String::new(), tail: String::new() }
    }

    fn empty_layout(&self, style: &Style, block: bool) -> Layout {
        if !block || style.indent == Indent::None {
            let separator = style.comma.clone();
            return Layout { separator, indent: String::new(), block: false, lead: String::new(), tail: String::new() };
        }
        let newline = style.newline.as_str();
        let outer = line_indent(self.base, self.start);
        let indent = format!("{outer}{}", style.indent.unit());
        let (lead, tail) = (format!("{newline}{indent}"), format!("{newline}{outer}"));
        Layout { separator: format!(",{lead}"), indent, block, lead, tail }
    }

    /// The edits that turn the items of the container into `items`.
    pub fn arrange(&self, items: &[Item], layout: &Layout) -> Vec<Edit> {
        let (Some(first), Some(last)) = (self.children.first(), self.children.last()) else {
            return self.fill(items, layout);
        };
        let mut edits = Vec::new();
        let mut push = |range: Range<usize>, text: Vec<u8>| {
            if !range.is_empty() || !text.is_empty() {
                edits.push(Edit { range, text });
            }
        };
        let mut kept: Option<usize> = None;
        let mut fresh: Vec<u8> = Vec::new();
        for item in items {
            match item {
                Item::New { text, .. } if kept.is_some() => {
                    fresh.extend_from_slice(layout.separator.as_bytes());
                    fresh.extend_from_slice(text);
                }
                Item::New { text, .. } => {
                    fresh.extend_from_slice(text);
                    fresh.extend_from_slice(layout.separator.as_bytes());
                }
                Item::Keep(index) => {
                    let range = match kept {
                        // What stood between is removed with the comma and white space before it.
                        Some(before) => self.children[before].end..self.children[index - 1].end,
                        None => first.start..self.children[*index].start,
                    };
                    push(range, std::mem::take(&mut fresh));
                    kept = Some(*index);
                }
            }
        }
        match kept {
            Some(before) => push(self.children[before].end..last.end, fresh),
            None if items.is_empty() => push(self.start + 1..self.end.saturating_sub(1), Vec::new()),
            None => {
                fresh.truncate(fresh.len() - layout.separator.len());
                push(first.start..last.end, fresh);
            }
        }
        edits
    }

    /// Puts items into an empty container.
    fn fill(&self, items: &[Item], layout: &Layout) -> Vec<Edit> {
        let mut text = Vec::new();
        for item in items {
            let Item::New { text: item, .. } = item else { continue };
            let before = if text.is_empty() { &layout.lead } else { &layout.separator };
            text.extend_from_slice(before.as_bytes());
            text.extend_from_slice(item);
        }
        if text.is_empty() {
            return Vec::new();
        }
        text.extend_from_slice(layout.tail.as_bytes());
        vec![Edit { range: self.start + 1..self.end.saturating_sub(1), text }]
    }
}

/// What stands between two items as text, if it is one comma and white space.
fn separator(gap: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(gap).ok()?;
    (text.trim_matches([' ', '\t', '\r', '\n']) == ",").then(|| text.to_owned())
}

/// The blanks at the start of the line that holds `at`.
pub fn line_indent(base: &[u8], at: usize) -> String {
    let before = base.get(..at).unwrap_or_default();
    let start = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
    before[start..].iter().take_while(|&&byte| byte == b' ' || byte == b'\t').map(|&byte| char::from(byte)).collect()
}

/// Makes the edits in `span` of the base and returns what stands there then. Ranges must not overlap.
pub fn splice(base: &[u8], span: Range<usize>, mut edits: Vec<Edit>) -> Vec<u8> {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let grown: usize = edits.iter().map(|edit| edit.text.len()).sum();
    let mut out = Vec::with_capacity(span.len() + grown);
    let mut at = span.start;
    for edit in edits {
        out.extend_from_slice(base.get(at..edit.range.start).unwrap_or_default());
        out.extend_from_slice(&edit.text);
        at = edit.range.end;
    }
    out.extend_from_slice(base.get(at..span.end).unwrap_or_default());
    out
}
