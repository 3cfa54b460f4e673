//! Words that a person says are a name.

use super::line;
use crate::model::Id;
use crate::suggest::{KnownNames, Named, named};

/// The name that stands between ⟦ and ⟧ in a text, and the text without them.
fn marked(text: &str, known: Option<&KnownNames>) -> (Option<Named>, String) {
    let start = text.find('⟦').unwrap();
    let end = text.find('⟧').unwrap() - '⟦'.len_utf8();
    let plain = text.replace(['⟦', '⟧'], "");
    (named(&plain, start..end, known), plain)
}

#[test]
fn selected_words_are_a_name() {
    for (text, expected) in [
        ("by ⟦Zorander⟧ in May", ": Zorander"),
        ("by⟦ the zorander group’s ⟧offer", "company: zorander group"),
        ("“⟦“Zorander”⟧,”", ": Zorander"),
        ("⟦Judge Marta Roe⟧ ruled", "person!: Marta Roe"),
        ("⟦Mr. Roe⟧ left", "person: Roe"),
        ("⟦Northgate Corp. (NASDAQ: NGTE)⟧", "company: Northgate Corp. NASDAQ NGTE"),
        ("⟦Northgate Data Services (NDS).⟧", "company: Northgate Data Services = NDS (acronym)"),
        ("⟦the U.S. District Court for the District of Ohio,⟧", "court: U.S. District Court for the District of Ohio"),
        ("⟦Department\n of Defense⟧", "government: Department of Defense"),
        ("⟦Department\n\nof Defense⟧", "government: Department of Defense"),
        ("⟦Port\n\nof Eastwick⟧", ": Port of Eastwick"),
        ("⟦Elena\n\nMarkovic⟧", "person: Elena Markovic"),
        ("⟦Zephyr\r\n\r\n \tInc.⟧", "company: Zephyr Inc."),
        ("⟦Zephyr\u{2029}Widgets⟧", ": Zephyr Widgets"),
        ("the ⟦Port of Eastwick⟧ appealed", "government: Port of Eastwick"),
        ("⟦Elena Markovic.⟧", "person: Elena Markovic"),
        ("⟦Zephyr Inc.⟧", "company: Zephyr Inc."),
        ("⟦(Zephyr)⟧", ": Zephyr"),
        ("⟦a spokesperson⟧", ": a spokesperson"),
        ("⟦harrow savings bank⟧", "company: harrow savings bank"),
        ("⟦Paris⟧", ": Paris"),
        ("⟦Ολυμπιακή⟧", ": Ολυμπιακή"),
        ("⟦Elena Markovic and Pavel Roe⟧", ": Elena Markovic and Pavel Roe"),
    ] {
        let (found, plain) = marked(text, None);
        let found = found.unwrap();
        assert_eq!(line(&found), expected, "{text}");
        assert!(plain.is_char_boundary(found.name_at.start) && plain.is_char_boundary(found.name_at.end));
    }
}

#[test]
fn blank_or_letterless_or_endless_words_are_none() {
    let long = format!("⟦{}⟧", "Zorander ".repeat(40));
    for text in ["⟦⟧", "⟦  \n ⟧", "⟦“…”⟧", "⟦12,5⟧", "⟦the⟧ x", &long] {
        let expected = text.contains("the").then(|| ": the".to_owned());
        assert_eq!(marked(text, None).0.map(|named| line(&named)), expected, "{text}");
    }
}

#[test]
fn a_selection_is_looked_up_whatever_its_capitals() {
    let ids = [Id::from("ms"), Id::from("aws"), Id::from("one"), Id::from("two")];
    let names = KnownNames::new([
        (&ids[0], "Microsoft", "company"),
        (&ids[1], "AWS", "company"),
        (&ids[2], "Jane Roe", "person"),
        (&ids[3], "Jane Roe", "person"),
    ]);
    for (text, known, rivals) in [
        ("⟦microsoft⟧", Some("ms"), 0),
        ("⟦Microsoft's⟧", Some("ms"), 0),
        ("⟦aws⟧", Some("aws"), 0),
        ("⟦the AWS⟧", Some("aws"), 0),
        ("⟦Mrs. Jane Roe⟧", None, 2),
        ("⟦Jane Roe⟧", None, 2),
        ("⟦Microsoft Research⟧", None, 0),
    ] {
        let found = marked(text, Some(&names)).0.unwrap();
        assert_eq!(found.known.as_ref().map(Id::as_str), known, "{text}");
        assert_eq!(found.rivals.len(), rivals, "{text}");
    }
}
