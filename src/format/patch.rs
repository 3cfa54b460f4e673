//! Writing a change into the bytes it was read from, and nothing else.
//!
//! A change is two values: what was read and what shall be. Where they agree the file keeps its bytes, whatever these
//! are: keys nobody knows, keys that stand twice, numbers spelt oddly, values that could not be read and so are in
//! neither value. Where they differ, the smallest value in the file that holds the difference is written anew.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use serde_json::{Map, Value};
use thiserror::Error;

use super::layout::{Edit, Frame, Item, Layout, line_indent, splice};
use super::matching::{align, longest_rising, pair};
use super::outline::{Member, Outline};
use super::scan::Kind;
use super::style::{Indent, Style, on_one_line, write_at, write_string, write_value};

/// All that changes in one file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// The keys of the root object itself, without its lists, before and after; both are objects.
    pub header: Option<(Value, Value)>,
    /// The lists of records that change, each once.
    pub lists: Vec<ListChange>,
}

/// What changes in one list of the root object.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListChange {
    /// The key of the list.
    pub key: String,
    /// What becomes of records that are in the file, by their index there.
    pub slots: BTreeMap<usize, SlotChange>,
    /// New records for the end of the list.
    pub appended: Vec<Value>,
}

/// What becomes of one record.
#[derive(Debug, Clone, PartialEq)]
pub enum SlotChange {
    /// It changes.
    Replace {
        /// The record as it was read.
        old: Value,
        /// The record as it shall be.
        new: Value,
    },
    /// It goes.
    Remove,
}

/// Why changes cannot be written into a file. Nothing of it has been changed then.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PatchError {
    /// The root of the file is not an object.
    #[error("The file is not an object, so nothing can be written into it.")]
    NotAnObject,
    /// One of the two values of the header is not an object.
    #[error("The header to write is not an object.")]
    HeaderNotAnObject,
    /// The value of a list's key is not an array.
    #[error("The list \u{201c}{key}\u{201d} cannot be written, since what stands under that key is not a list.")]
    NotAList {
        /// The key of the list.
        key: String,
    },
    /// A record to change is not in the file.
    #[error("The list \u{201c}{key}\u{201d} has no record number {}.", index + 1)]
    NoSuchRecord {
        /// The key of the list.
        key: String,
        /// The index asked for, from 0.
        index: usize,
    },
    /// Two changes are for the same list.
    #[error("The list \u{201c}{key}\u{201d} is to be written twice.")]
    ListTwice {
        /// The key of the list.
        key: String,
    },
}

/// Applies `changes` to the file `base`, whose outline is `outline`; bytes that stand for what does not change are the
/// same in the result.
///
/// `key_order` is the order of the root's keys in the format; it places lists that are not in the file yet. New keys of
/// the header go after the key before them in the new header.
///
/// Objects are compared key by key, arrays of objects with an `id` by that id, and other arrays by what they start and
/// end with. What is new takes the layout of what stands beside it.
///
/// `base` has to be JSON without faults of syntax (a byte order mark is fine): a comma too many would stay where it is.
///
/// # Errors
/// If the root is not an object, a list is not a list or a record is not there; see [`PatchError`].
pub fn apply(base: &[u8], outline: &Outline, changes: &Changes, key_order: &[&str]) -> Result<Vec<u8>, PatchError> {
    if outline.root != Kind::Object {
        return Err(PatchError::NotAnObject);
    }
    let none = Map::new();
    let (old, new) = match &changes.header {
        None => (&none, &none),
        Some((Value::Object(old), Value::Object(new))) => (old, new),
        Some(_) => return Err(PatchError::HeaderNotAnObject),
    };
    let style = Style::of(base, outline);
    let children = children(outline);
    let frame = Frame { base, start: outline.span.start, end: outline.span.end, children: &children };
    let mut patcher = Patcher { base, style: &style, edits: Vec::new() };
    let layout = frame.layout(&style, true);
    let mut items = patcher.members(outline, old, new, &layout);
    let mut seen = HashSet::new();
    for list in &changes.lists {
        let key = list.key.clone();
        if !seen.insert(&list.key) {
            return Err(PatchError::ListTwice { key });
        }
        match outline.member(&list.key) {
            _ if list.slots.is_empty() && list.appended.is_empty() => {}
            Some(member) if member.kind == Kind::Array => patcher.list(member, list, layout.block)?,
            Some(_) => return Err(PatchError::NotAList { key }),
            None => {
                if let Some(&index) = list.slots.keys().next() {
                    return Err(PatchError::NoSuchRecord { key, index });
                }
                let text = patcher.new_member(outline, &key, &Value::Array(list.appended.clone()), &layout);
                items.insert(list_place(&items, outline, &key, key_order), Item::New { key, text });
            }
        }
    }
    patcher.edits.extend(frame.arrange(&items, &layout));
    Ok(splice(base, 0..base.len(), patcher.edits))
}

/// A whole new file with this root, in the program's own style.
#[must_use]
pub fn render(value: &Value) -> Vec<u8> {
    let style = Style::default();
    let mut text = write_value(value, &style, 0);
    text.push_str(style.newline.as_str());
    text.into_bytes()
}

/// What stands in a container, keys included.
fn children(outline: &Outline) -> Vec<Range<usize>> {
    match outline.root {
        Kind::Object => outline.members.iter().map(|member| member.key_span.start..member.value.end).collect(),
        _ => outline.elements.clone(),
    }
}

/// Where the item with this key stands; the last one if there are several.
fn place_of(items: &[Item], outline: &Outline, key: &str) -> Option<usize> {
    items.iter().rposition(|item| match item {
        Item::Keep(index) => outline.members.get(*index).is_some_and(|member| member.key == key),
        Item::New { key: new, .. } => new == key,
    })
}

/// Where a new list goes: after the nearest key before it in the format that is there, else before the nearest after it.
fn list_place(items: &[Item], outline: &Outline, key: &str, key_order: &[&str]) -> usize {
    let Some(rank) = key_order.iter().position(|&known| known == key) else { return items.len() };
    let before = key_order[..rank].iter().rev().find_map(|key| place_of(items, outline, key));
    let after = || key_order[rank..].iter().find_map(|key| place_of(items, outline, key));
    before.map(|place| place + 1).or_else(after).unwrap_or(items.len())
}

/// Collects the edits of one file.
struct Patcher<'a> {
    base: &'a [u8],
    style: &'a Style,
    edits: Vec<Edit>,
}

impl Patcher<'_> {
    /// Makes the value in `span`, read as `old`, into `new`. `block` says whether the container around it has its items
    /// on lines of their own.
    fn value(&mut self, span: Range<usize>, old: Option<&Value>, new: &Value, block: bool) {
        if old == Some(new) {
            return;
        }
        let outline = Outline::within(self.base, span.clone());
        match (outline.root, old, new) {
            (Kind::Object, Some(Value::Object(old)), Value::Object(new)) => self.object(&outline, old, new, block),
            (Kind::Array, Some(Value::Array(old)), Value::Array(after)) => {
                match align(self.base, &outline.elements, old) {
                    Some(places) => self.array(&outline, &places, old, after, block),
                    None => self.replace(span, new, block),
                }
            }
            _ => self.replace(span, new, block),
        }
    }

    fn replace(&mut self, span: Range<usize>, new: &Value, block: bool) {
        let expanded = self.is_expanded(&span).unwrap_or(block && self.style.indent != Indent::None);
        let indent = if expanded { line_indent(self.base, span.start) } else { String::new() };
        let mut text = String::new();
        write_at(&mut text, new, self.style, &indent, expanded);
        self.edits.push(Edit { range: span, text: text.into_bytes() });
    }

    /// Whether a container with something in it goes over several lines; `None` for anything else.
    fn is_expanded(&self, span: &Range<usize>) -> Option<bool> {
        let raw = self.base.get(span.clone())?;
        let [b'{' | b'[', inner @ .., _] = raw else { return None };
        // Inside strings a line feed is an escape, so one that is there is white space.
        (!inner.trim_ascii().is_empty()).then(|| memchr::memchr(b'\n', inner).is_some())
    }

    fn object(&mut self, outline: &Outline, old: &Map<String, Value>, new: &Map<String, Value>, block: bool) {
        let children = children(outline);
        let frame = Frame { base: self.base, start: outline.span.start, end: outline.span.end, children: &children };
        let layout = frame.layout(self.style, block);
        let items = self.members(outline, old, new, &layout);
        self.edits.extend(frame.arrange(&items, &layout));
    }

    /// Edits the members that change and lists those that shall be there.
    fn members(
        &mut self,
        outline: &Outline,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        layout: &Layout,
    ) -> Vec<Item> {
        let stays = |member: &Member| new.contains_key(&member.key) || !old.contains_key(&member.key);
        let indices = outline.members.iter().enumerate().filter(|(_, member)| stays(member));
        let mut items: Vec<Item> = indices.map(|(index, _)| Item::Keep(index)).collect();
        for (rank, (key, value)) in new.iter().enumerate() {
            let before = old.get(key);
            if before == Some(value) {
                continue;
            }
            if let Some(member) = outline.member(key) {
                self.value(member.value.clone(), before, value, layout.block);
                continue;
            }
            let text = self.new_member(outline, key, value, layout);
            let anchor = new.keys().take(rank).rev().find_map(|key| place_of(&items, outline, key));
            items.insert(anchor.map_or(0, |place| place + 1), Item::New { key: key.clone(), text });
        }
        items
    }

    /// A new member as it stands beside the others.
    fn new_member(&self, outline: &Outline, key: &str, value: &Value, layout: &Layout) -> Vec<u8> {
        let colon = outline.members.last().and_then(|member| self.base.get(member.key_span.end..member.value.start));
        let colon = colon.and_then(on_one_line);
        let mut text = String::new();
        write_string(&mut text, key, self.style.ascii);
        text.push_str(colon.as_ref().unwrap_or(&self.style.colon));
        self.write_item(&mut text, value, outline.members.iter().map(|member| &member.value), layout);
        text.into_bytes()
    }

    /// Writes a new value as the last one of its sort among `siblings` is written: over several lines or on one.
    fn write_item<'s>(
        &self,
        out: &mut String,
        value: &Value,
        mut siblings: impl DoubleEndedIterator<Item = &'s Range<usize>>,
        layout: &Layout,
    ) {
        let bracket = match value {
            Value::Array(_) => b'[',
            Value::Object(_) => b'{',
            _ => 0,
        };
        let like = |span: &Range<usize>| self.base.get(span.start) == Some(&bracket);
        let sibling = siblings.rfind(|span| like(span) && self.is_expanded(span).is_some());
        let sibling = sibling.and_then(|span| self.is_expanded(span));
        let expanded = sibling.unwrap_or(layout.block && self.style.indent != Indent::None);
        write_at(out, value, self.style, &layout.indent, expanded);
    }

    /// Edits, removes and appends records by their index in the file.
    fn list(&mut self, member: &Member, list: &ListChange, block: bool) -> Result<(), PatchError> {
        let elements = &member.elements;
        if let Some(&index) = list.slots.keys().next_back().filter(|&&index| index >= elements.len()) {
            return Err(PatchError::NoSuchRecord { key: list.key.clone(), index });
        }
        let frame = Frame { base: self.base, start: member.value.start, end: member.value.end, children: elements };
        let layout = frame.layout(self.style, block);
        let mut items = Vec::with_capacity(elements.len() + list.appended.len());
        for (index, span) in elements.iter().enumerate() {
            match list.slots.get(&index) {
                Some(SlotChange::Remove) => continue,
                Some(SlotChange::Replace { old, new }) => self.value(span.clone(), Some(old), new, layout.block),
                None => {}
            }
            items.push(Item::Keep(index));
        }
        for value in &list.appended {
            let mut text = String::new();
            self.write_item(&mut text, value, elements.iter(), &layout);
            items.push(Item::New { key: String::new(), text: text.into_bytes() });
        }
        self.edits.extend(frame.arrange(&items, &layout));
        Ok(())
    }

    /// Makes an array into `new`. `places` says where in the file each element of `old` stands; what is in the file only
    /// stays after what it follows there.
    fn array(&mut self, outline: &Outline, places: &[usize], old: &[Value], new: &[Value], block: bool) {
        let children = &outline.elements;
        let frame = Frame { base: self.base, start: outline.span.start, end: outline.span.end, children };
        let layout = frame.layout(self.style, block);
        let origins = pair(old, new);
        let from: Vec<usize> = origins.iter().flatten().map(|&origin| places[origin]).collect();
        let mut stays = longest_rising(&from).into_iter();
        let known: HashSet<usize> = places.iter().copied().collect();
        let mut unknown = (0..children.len()).filter(|index| !known.contains(index)).peekable();
        let mut items = Vec::with_capacity(new.len());
        for (value, origin) in new.iter().zip(&origins) {
            let Some(origin) = *origin else {
                let mut text = String::new();
                self.write_item(&mut text, value, children.iter(), &layout);
                items.push(Item::New { key: String::new(), text: text.into_bytes() });
                continue;
            };
            let (place, before) = (places[origin], &old[origin]);
            if stays.next() == Some(true) {
                while let Some(index) = unknown.next_if(|&index| index < place) {
                    items.push(Item::Keep(index));
                }
                self.value(children[place].clone(), Some(before), value, layout.block);
                items.push(Item::Keep(place));
            } else {
                let mut moved = Patcher { base: self.base, style: self.style, edits: Vec::new() };
                moved.value(children[place].clone(), Some(before), value, layout.block);
                let text = splice(self.base, children[place].clone(), moved.edits);
                items.push(Item::New { key: String::new(), text });
            }
        }
        items.extend(unknown.map(Item::Keep));
        self.edits.extend(frame.arrange(&items, &layout));
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod sketch;
#[cfg(test)]
mod tests;
