//! Articles one after the other: in lines, or with nothing or little between them.

use serde_json::value::RawValue;

use super::container::{Contained, Item, Layout, case_file, elements, item, of_object, score, span};
use crate::format::{Fault, FaultClass, note};

/// How many lines are looked at to find out whether a file is one of lines.
const LINES: usize = 21;
/// How many articles are looked at to find out what stands in lines.
const SAMPLE: usize = 4;

/// Whether a text has objects in lines: two of the first are whole.
pub fn first_lines_are_sound(text: &str) -> bool {
    let is_sound = |line: &&str| line.starts_with('{') && serde_json::from_str::<&RawValue>(line).is_ok();
    let lines = text.lines().map(bare).filter(|line| !line.is_empty());
    lines.take(LINES).filter(is_sound).count() > 1
}

/// A line without white space and without the mark before a record (RFC 7464).
fn bare(line: &str) -> &str {
    line.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{1e}')
}

/// An article to each line. A line that is broken is a fault of its own.
pub fn of_lines(text: &str) -> Contained {
    let mut contained = Contained::of(Layout::Lines, Vec::new());
    let mut start = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let words = bare(line);
        if !words.is_empty() {
            match serde_json::from_str::<&RawValue>(words) {
                Ok(_) if words.starts_with('{') => contained.items.push(Item {
                    range: span(text, words),
                    pointer: String::new(),
                    line: Some(number as u64 + 1),
                }),
                Ok(_) => note(&mut contained.faults, Fault::new(FaultClass::Schema, start, "This line is no object.")),
                Err(error) => {
                    let message = format!("This line could not be read as JSON: {error}.");
                    note(&mut contained.faults, Fault::new(FaultClass::Syntax, start, message));
                }
            }
        }
        start += line.len();
    }
    if let Some(case) = case_file(text, &contained.items) {
        return Contained { faults: contained.faults, ..case };
    }
    contained.items = opened(text, contained.items);
    if contained.items.is_empty() {
        contained.nothing = Some("has JSON in its lines, but nothing in it looks like an article".to_owned());
    }
    contained
}

/// What stands in each value, where that is not an article itself but an answer or a graph.
fn opened(text: &str, items: Vec<Item>) -> Vec<Item> {
    if items.iter().take(SAMPLE).any(|one| score(text, std::slice::from_ref(one)) > 0) {
        return items;
    }
    let inner = |one: Item| {
        let found = of_object(text, &text[one.range.clone()]);
        found.items.into_iter().map(move |inner| Item { line: one.line, ..inner })
    };
    items.into_iter().flat_map(inner).collect()
}

/// Values one after the other, up to the first that is broken; also those of a list that is cut off.
pub fn of_stream(text: &str, error: &serde_json::Error) -> Contained {
    let (mut items, mut end) = values(text, 0);
    let start = text.len() - text.trim_start().len();
    if items.is_empty() && text[start..].starts_with('[') {
        (items, end) = values(text, start + 1);
    }
    if items.is_empty() {
        return Contained::nothing(format!("could not be read as JSON: {error}"));
    }
    let mut faults = Vec::new();
    if items.len() > 1 {
        let message = "Several values stand one after the other, which JSON does not have.";
        faults.push(Fault::new(FaultClass::Syntax, items[1].range.start, message));
    }
    if !text[end..].trim().is_empty() {
        faults.push(Fault::new(FaultClass::Syntax, end, "From here on the file could not be read as JSON."));
    }
    let lines = line_numbers(text, &items);
    for (item, line) in items.iter_mut().zip(lines) {
        item.line = Some(line);
    }
    if let Some(case) = case_file(text, &items) {
        return Contained { faults, ..case };
    }
    let layout = if items.len() > 1 { Layout::Stream } else { Layout::One };
    let items = opened(text, items);
    if items.is_empty() {
        return Contained { faults, ..Contained::nothing("is JSON, but nothing in it looks like an article") };
    }
    Contained { faults, ..Contained::of(layout, items) }
}

/// The objects from a place on, and those in lists; and where that ends. Commas between them are passed over.
fn values(text: &str, from: usize) -> (Vec<Item>, usize) {
    let (mut items, mut at) = (Vec::new(), from);
    loop {
        let passed = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '\u{1e}');
        at += text[at..].len() - text[at..].trim_start_matches(passed).len();
        let mut values = serde_json::Deserializer::from_str(&text[at..]).into_iter::<&RawValue>();
        let Some(Ok(value)) = values.next() else { return (items, at) };
        if value.get().starts_with('{') {
            items.push(item(text, value, String::new()));
        } else {
            // Lists one after the other are pages of one answer.
            let parts = elements(value.get()).into_iter().filter(|part| part.get().starts_with('{'));
            items.extend(parts.map(|part| item(text, part, String::new())));
        }
        at += values.byte_offset();
    }
}

/// The line in which each item begins.
fn line_numbers(text: &str, items: &[Item]) -> Vec<u64> {
    let (mut at, mut line) = (0, 1);
    let number = |item: &Item| {
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[at..item.range.start]).count() as u64;
        at = item.range.start;
        line
    };
    items.iter().map(number).collect()
}
