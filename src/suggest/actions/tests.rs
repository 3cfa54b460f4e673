//! Rows of invented sentences. In their words, `{…}` marks what was found to be a date, `[…]` what was found to be a name;
//! other names are those that capitals show.

use super::*;
use crate::suggest::suggestion::{Dated, Named};
use crate::suggest::tokens::tokenise;

/// A text without its marks, and what they mark.
fn unmark(marked: &str) -> (String, Vec<Suggestion>) {
    let mut text = String::new();
    let mut found = Vec::new();
    let mut open = 0;
    for letter in marked.chars() {
        match letter {
            '{' | '[' => open = text.len(),
            '}' => found.push(Suggestion { words: open..text.len(), made: Made::Date(date()) }),
            ']' => found.push(Suggestion { words: open..text.len(), made: Made::Party(name(&text, open)) }),
            _ => text.push(letter),
        }
    }
    (text, found)
}

fn date() -> Dated {
    Dated { date: None, bound: None, timex: String::new(), derivation: None, others: Vec::new(), kind: None }
}

fn name(text: &str, start: usize) -> Named {
    let title = if text[start..].starts_with("Judge ") { "Judge ".len() } else { 0 };
    Named {
        name: text[start + title..].to_owned(),
        kind: "",
        known: None,
        rivals: Vec::new(),
        aliases: Vec::new(),
        identifiers: Vec::new(),
        name_at: start + title..text.len(),
        is_judge: title > 0,
    }
}

fn read(marked: &str) -> (String, Vec<Suggestion>) {
    let (text, mut found) = unmark(marked);
    let mut tokens = Vec::new();
    tokenise(&text, 0..text.len(), &mut tokens);
    find(&Block { text: &text, tokens: &tokens }, 0, &mut found);
    (text, found)
}

/// What was found, one action a line: its words, kind and title, then what else there is.
fn shown(marked: &str) -> Vec<String> {
    let (text, found) = read(marked);
    let actions = found.iter().filter_map(|one| match &one.made {
        Made::Action(acted) => Some((one, acted)),
        _ => None,
    });
    actions
        .map(|(one, acted)| {
            let mut line = format!("{} | {}: {}", &text[one.words.clone()], acted.kind, acted.title);
            let list = |ranges: &[std::ops::Range<usize>]| {
                ranges.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>().join(", ")
            };
            for (label, value) in [
                ("", acted.outcome.unwrap_or_default().to_owned()),
                ("by ", list(&acted.by)),
                ("against ", list(&acted.against)),
                ("court ", acted.court.clone().map(|court| text[court].to_owned()).unwrap_or_default()),
                ("date ", acted.date.map(|date| text[found[date].words.clone()].to_owned()).unwrap_or_default()),
                ("", if acted.is_unreal { "unreal".to_owned() } else { String::new() }),
            ] {
                if !value.is_empty() {
                    line += &format!(" | {label}{value}");
                }
            }
            line
        })
        .collect()
}

#[test]
fn dump() {
    let rows = std::fs::read_to_string("/tmp/actions_rows.txt").unwrap();
    for row in rows.lines().filter(|row| !row.is_empty()) {
        println!("{row}");
        for line in shown(row) {
            println!("        {line}");
        }
    }
}
