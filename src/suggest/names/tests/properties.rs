//! What holds for any text.

use proptest::prelude::*;

use super::parties;
use crate::model::Id;
use crate::suggest::{Context, KnownNames, Made, named, scan};

/// Pieces that names are made of, and what stands between them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "Judge",
            "Mr.",
            "Elena",
            "Markovic",
            "van",
            "al-",
            "Inc.",
            "Corp",
            "Court",
            "of",
            "the",
            "The",
            "for",
            "and",
            "&",
            "v.",
            "vs.",
            "(",
            ")",
            "“",
            "”",
            "NASDAQ:",
            "MSFT",
            "9th",
            "Circuit",
            "District",
            "Department",
            "Health",
            ",",
            ".",
            "...",
            "'s",
            "’s",
            "'",
            "-",
            "J.",
            "É",
            "e\u{301}",
            "\n",
            "\n\n",
            "\u{a0}",
            "👩‍⚖️",
            "Microsoft",
            "AWS",
            "New York",
            "said",
            "against",
            "ß",
            "İ",
            "ŉ",
            "U.S.",
            "S.K.Rao",
            "@",
            "/",
            "#",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec((piece, prop::sample::select(vec![" ", "", "\n"])), 0..40)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect())
}

fn names() -> KnownNames {
    let ids: Vec<Id> = (0..4).map(Id::from_bits).collect();
    KnownNames::new([
        (&ids[0], "Microsoft", "company"),
        (&ids[1], "AWS", "company"),
        (&ids[2], "É v. ß", "x"),
        (&ids[3], "New York Court", "court"),
    ])
}

proptest! {
    #[test]
    fn places_are_in_the_text_in_order_and_apart(text in pieces()) {
        let names = names();
        let found = scan(&text, Context { published: None, names: Some(&names) });
        let mut last = 0;
        for one in found {
            prop_assert!(one.words.start >= last && one.words.start < one.words.end);
            prop_assert!(text.is_char_boundary(one.words.start) && text.is_char_boundary(one.words.end));
            last = one.words.end;
            if let Made::Party(named) = one.made {
                prop_assert!(one.words.start <= named.name_at.start && named.name_at.end <= one.words.end);
                prop_assert!(text.get(named.name_at).is_some_and(|name| !name.trim().is_empty()));
                prop_assert!(!named.name.is_empty());
                prop_assert!(named.rivals.is_empty() || named.known.is_none());
            }
        }
    }

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        parties(&text, Some(&names()));
    }

    #[test]
    fn any_selection_is_read(text in pieces(), start in 0_usize..80, length in 0_usize..80) {
        let found = named(&text, start..start.saturating_add(length), Some(&names()));
        if let Some(found) = found {
            prop_assert!(text.get(found.name_at).is_some());
            prop_assert!(found.name.chars().any(char::is_alphabetic));
        }
    }

    #[test]
    fn a_name_on_file_is_found_as_it_is_written(words in prop::collection::vec("[A-Z][a-zé]{2,8}", 1..5)) {
        let name = words.join(" ");
        let id = Id::from("x");
        let names = KnownNames::new([(&id, name.as_str(), "")]);
        let text = format!("it was {name}, they thought");
        let found = parties(&text, Some(&names));
        prop_assert_eq!(found.first().and_then(|named| named.known.clone()), Some(id));
    }
}
