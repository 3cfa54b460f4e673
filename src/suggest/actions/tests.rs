//! Rows of invented sentences. In their words, `{…}` marks what was found to be a date, `[…]` what was found to be a name;
//! other names are those that capitals show.

mod appeals;
mod courts;
mod nothing;
mod parties;
mod unreal;

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
                    line.extend([" | ", label, value.as_str()]);
                }
            }
            line
        })
        .collect()
}

/// A text, and its actions as [`shown`] writes them.
type Row = (&'static str, &'static [&'static str]);

fn check(rows: &[Row]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(marked, expected)| (marked, expected, shown(marked)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(marked, expected, found)| format!("{marked}\n  expected {expected:#?}\n  found {found:#?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_parties_did() {
    check(parties::PARTIES);
}

#[test]
fn what_courts_did() {
    check(courts::COURTS);
}

#[test]
fn appeals_rulings_and_hearings() {
    check(appeals::APPEALS);
}

#[test]
fn what_did_not_happen_is_marked() {
    check(unreal::UNREAL);
}

#[test]
fn words_outside_the_courts_propose_nothing() {
    for marked in nothing::NOTHING {
        assert_eq!(shown(marked), [""; 0], "{marked}");
    }
}

/// A text with one action, its link, its status and whether its date is of a decision.
type Bearing = (&'static str, Option<(&'static str, &'static [&'static str])>, Option<&'static str>, bool);

const BEARINGS: &[Bearing] = &[
    ("The judge granted the motion.", Some(("decides", &["motion"])), Some("decided"), true),
    ("The judge granted an injunction.", Some(("decides", &["motion"])), Some("decided"), true),
    ("The GAO denied the bid protest.", Some(("decides", &["protest"])), Some("decided"), true),
    ("The judge dismissed the lawsuit.", Some(("decides", &["complaint"])), Some("decided"), true),
    ("The judge may dismiss the lawsuit.", Some(("decides", &["complaint"])), None, true),
    (
        "The court stayed the order.",
        Some(("stays", &["complaint", "protest", "order", "opinion", "judgment", "appeal"])),
        Some("decided"),
        true,
    ),
    (
        "The court remanded the case.",
        Some(("remands", &["order", "opinion", "judgment", "dismissal", "complaint"])),
        Some("decided"),
        true,
    ),
    (
        "The court affirmed the ruling.",
        Some(("affirms", &["order", "opinion", "judgment", "dismissal"])),
        Some("decided"),
        true,
    ),
    (
        "The court reversed the ruling.",
        Some(("reverses", &["order", "opinion", "judgment", "dismissal"])),
        Some("decided"),
        true,
    ),
    ("The court vacated the ruling.", Some(("vacates", &["order", "opinion", "judgment"])), Some("decided"), true),
    ("The judge lifted the injunction.", Some(("vacates", &["order"])), Some("decided"), true),
    ("The judge extended the injunction.", Some(("extends", &["order"])), Some("decided"), true),
    (
        "The judge consolidated the lawsuits.",
        Some(("consolidates", &["complaint", "protest", "appeal"])),
        Some("decided"),
        true,
    ),
    ("Oracle appealed the ruling.", Some(("appeals", &["order", "opinion", "judgment", "dismissal"])), None, false),
    ("Oracle answered the complaint.", Some(("responds_to", &["complaint"])), None, false),
    ("Oracle moved to dismiss the lawsuit.", Some(("responds_to", &["complaint", "protest", "appeal"])), None, false),
    ("Oracle filed an amended complaint.", Some(("amends", &["complaint"])), None, false),
    ("Oracle withdrew its motion to dismiss.", Some(("withdraws", &["motion"])), Some("withdrawn"), false),
    ("Oracle settled the lawsuit.", Some(("related", &["complaint", "protest", "appeal"])), None, false),
    ("Oracle sued Intel.", None, None, false),
    ("The judge scheduled a hearing.", None, Some("pending"), false),
    (
        "An appeal by Oracle is pending before the court.",
        Some(("appeals", &["order", "opinion", "judgment", "dismissal"])),
        Some("pending"),
        false,
    ),
];

#[test]
fn actions_bear_on_earlier_ones() {
    for (text, link, status, is_decision) in BEARINGS {
        let (_, found) = read(text);
        let [Suggestion { made: Made::Action(acted), .. }] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert_eq!((acted.link, acted.status, acted.is_decision), (*link, *status, *is_decision), "{text}");
    }
}

/// Every term that rows and links use is one of the file format.
#[test]
fn terms_are_those_of_the_format() {
    use crate::model::vocabulary::{ACTION_KIND, ACTION_STATUS, LINK_KIND, OUTCOME, Term};
    let is_term = |terms: &[Term], key: &str| terms.iter().any(|term| term.key == key);
    let rows = [parties::PARTIES, courts::COURTS, appeals::APPEALS, unreal::UNREAL].concat();
    for (marked, _) in rows {
        for one in read(marked).1 {
            let Made::Action(acted) = one.made else { continue };
            assert!(is_term(ACTION_KIND, acted.kind), "{marked}");
            assert!(acted.outcome.is_none_or(|outcome| is_term(OUTCOME, outcome)), "{marked}");
            assert!(acted.status.is_none_or(|status| is_term(ACTION_STATUS, status)), "{marked}");
            let (link, kinds) = acted.link.unwrap_or(("related", &[]));
            assert!(is_term(LINK_KIND, link) && kinds.iter().all(|kind| is_term(ACTION_KIND, kind)), "{marked}");
            assert!(!acted.title.is_empty(), "{marked}");
        }
    }
}

#[test]
fn a_long_sentence_is_read_in_parts() {
    let text = "the court granted the motion and ".repeat(2000);
    let (_, found) = read(&text);
    assert!(found.len() > 1000);
}

/// Everything in its place: sorted, on character boundaries, dates that are dates, no action in another.
fn assert_sound(text: &str, found: &[Suggestion]) {
    let mut end = 0;
    for one in found {
        assert!(text.get(one.words.clone()).is_some_and(|words| !words.is_empty()), "{:?}", one.words);
        let Made::Action(acted) = &one.made else { continue };
        assert!(one.words.start >= end, "{:?}", one.words);
        end = one.words.end;
        for name in acted.by.iter().chain(&acted.against).chain(&acted.court) {
            assert!(text.get(name.clone()).is_some_and(|name| !name.is_empty()), "{name:?}");
        }
        let date = acted.date.map(|date| &found[date].made);
        assert!(date.is_none_or(|made| matches!(made, Made::Date(_))));
    }
    assert!(found.is_sorted_by_key(|one| one.words.start));
}

/// Words that meet in sentences of the courts, in any order.
const BAG: &[&str] = &[
    "the",
    "court",
    "judge",
    "Oracle",
    "'s",
    "sued",
    "filed",
    "a",
    "motion",
    "to",
    "dismiss",
    "denied",
    "was",
    "by",
    "and",
    ",",
    ".",
    "on",
    "{Friday}",
    "in",
    "order",
    "ordered",
    "against",
    "[Intel]",
    "for",
    "injunction",
    "of",
    "which",
    "not",
    "may",
    "appeal",
    "appealed",
    "with",
    "prejudice",
    "hearing",
    "“",
    "”",
    "(",
    ")",
    "it",
    "that",
    "granted",
    "part",
    "-",
    "Lines’",
];

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,120}") {
        let text = text.replace(['{', '}', '[', ']'], "");
        let (text, found) = read(&text);
        assert_sound(&text, &found);
    }

    #[test]
    fn any_order_of_words_is_read(places in proptest::collection::vec(0..BAG.len(), 0..60)) {
        let marked = places.into_iter().map(|place| BAG[place]).collect::<Vec<_>>().join(" ");
        let (text, found) = read(&marked);
        assert_sound(&text, &found);
    }
}
