use super::*;
use proptest::prelude::*;

fn rank(typed: &str, name: &str) -> Option<Rank> {
    Query::new(typed).rank(&Folded::new([name], []))
}

#[test]
fn a_sigil_says_what_is_searched() {
    for (typed, scope, words) in [
        ("pentagon", Scope::All, "pentagon"),
        ("  pentagon  deal ", Scope::All, "pentagon  deal"),
        (">save", Scope::Commands, "save"),
        (" > save as", Scope::Commands, "save as"),
        ("@", Scope::Records, ""),
        ("# \u{a0}up to", Scope::Texts, "up to"),
        ("a>b", Scope::All, "a>b"),
        ("", Scope::All, ""),
    ] {
        assert_eq!(Scope::of(typed), (scope, words), "{typed:?}");
    }
}

#[test]
fn names_rank_by_how_they_answer() {
    use Rank::{Exact, Inside, Start, Words};
    for (typed, name, expected) in [
        ("oracle", "Oracle", Some(Exact)),
        ("  ORACLE ", "Oracle", Some(Exact)),
        ("oracle america", "Oracle  America", Some(Exact)),
        ("ora", "Oracle America, Inc.", Some(Start)),
        ("oracle am", "Oracle America, Inc.", Some(Start)),
        ("am ora", "Oracle America, Inc.", Some(Words)),
        ("inc oracle", "Oracle America, Inc.", Some(Words)),
        ("racle", "Oracle America, Inc.", Some(Inside)),
        ("oracle merica", "Oracle America, Inc.", Some(Inside)),
        ("oracle bezos", "Oracle America, Inc.", None),
        ("", "Oracle", Some(Start)),
        ("", "", Some(Start)),
        (" ’ ", "Oracle", Some(Start)),
        ("lodz", "Sąd w Łodzi", Some(Words)),
        ("LODZI", "Sąd w Łodzi", Some(Words)),
        ("ålesund", "Alesund havn", Some(Start)),
        ("alesund", "Ålesund havn", Some(Start)),
        ("a\u{30a}lesund", "Ålesund havn", Some(Start)),
        ("strasse", "Lange Straße", Some(Words)),
        ("oevre", "Œvre", Some(Exact)),
        ("obrien", "O’Brien", Some(Exact)),
        ("obrien", "Oʼ‚Brien", Some(Exact)),
        ("o'brien", "O’Brien", Some(Exact)),
        ("us court", "U.S. Court of Appeals", Some(Start)),
        ("u.s", "US Court", Some(Start)),
        ("1.5", "1.5 million", Some(Start)),
        ("15", "1.5 million", None),
        ("mail", "e-mail", Some(Words)),
        ("裁判", "最高裁判所", Some(Inside)),
        ("ﬁling", "Filing", Some(Exact)),
        ("Москва", "МОСКВА", Some(Exact)),
        ("क", "कि", Some(Start)),
        ("कि", "क", None),
    ] {
        assert_eq!(rank(typed, name), expected, "{typed:?} in {name:?}");
    }
}

#[test]
fn other_names_count_and_words_beside_them_count_less() {
    let party = Folded::new(["Department of Defense", "Pentagon", "DoD"], ["customer", "CAGE 1ABC2"]);
    for (typed, expected) in [
        ("pentagon", Some(Rank::Exact)),
        ("pent", Some(Rank::Start)),
        ("defense", Some(Rank::Words)),
        ("fense", Some(Rank::Inside)),
        ("dod customer", Some(Rank::Beside)),
        ("customer", Some(Rank::Beside)),
        ("pentagon defense", Some(Rank::Beside)),
        ("pentagondod", None),
        ("pentagon navy", None),
    ] {
        assert_eq!(Query::new(typed).rank(&party), expected, "{typed:?}");
    }
    assert_eq!(party.names().collect::<Vec<_>>(), ["department of defense", "pentagon", "dod"]);
    assert_eq!(Query::new("x").rank(&Folded::default()), None);
}

#[test]
fn commands_may_be_spelled_by_some_of_their_letters() {
    for (typed, expected) in [
        ("new article", Some(Rank::Exact)),
        ("new art", Some(Rank::Start)),
        ("nart", Some(Rank::Letters)),
        ("n a", Some(Rank::Words)),
        ("ew art", Some(Rank::Inside)),
        ("e a", Some(Rank::Inside)),
        ("ncle", Some(Rank::Letters)),
        ("ewt", None),
        ("nn", None),
    ] {
        assert_eq!(Query::new(typed).rank_command(&Folded::new(["New article…"], [])), expected, "{typed:?}");
    }
    assert_eq!(rank("nart", "New article…"), None, "records are not spelled");
}

#[test]
fn what_was_asked_for_is_shown_in_the_name() {
    for (typed, name, expected) in [
        ("or am", "Oracle America", &["Or", "Am"][..]),
        ("lodz", "Sąd Łódź, Łodź", &["Łódź", "Łodź"]),
        ("us", "The U.S. Navy uses", &["U.S", "us"]),
        ("strasse", "Straße", &["Straße"]),
        ("s", "Straße", &["S", "ß"]),
        ("ab bc", "xabcx", &["abc"]),
        ("", "name", &[]),
        ("absent", "name", &[]),
    ] {
        let spans = Query::new(typed).spans(name);
        let shown: Vec<&str> = spans.iter().map(|span| &name[span.clone()]).collect();
        assert_eq!(shown, expected, "{typed:?} in {name:?}");
    }
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,20}", "([a-cA-C.’' ß1é]|e\u{301}|\u{301}|🇨🇭|👩\u{200D}👧|क्षि|ﬁ|İ|\u{a0}|\n|\r){0,20}",]
}

#[test]
fn every_character_is_folded_once_and_for_all() {
    for letter in '\0'..=char::MAX {
        let once = folded(&letter.to_string());
        assert_eq!(folded(&once), once, "{letter:?}");
        assert_eq!(folded(&format!("a{letter}")).chars().next(), Some('a'), "{letter:?}");
    }
}

proptest! {
    #[test]
    fn a_name_is_found_by_itself_and_by_any_part(name in names(), other in names(), from in 0_usize..20, len in 0_usize..20) {
        let itself = if Query::new(&name).is_empty() { Rank::Start } else { Rank::Exact };
        prop_assert_eq!(rank(&name, &name), Some(itself));
        let part: String = name.chars().skip(from).take(len).collect();
        // A full stop between digits counts only as long as both of them are there.
        if !part.contains('.') {
            prop_assert!(rank(&part, &name).is_some(), "{:?} in {:?}", part, name);
            let longer = format!("{name} {other}");
            prop_assert!(rank(&part, &longer).is_some());
        }
    }

    #[test]
    fn folding_twice_is_folding_once(name in names()) {
        let once = folded(&name);
        prop_assert_eq!(folded(&once), once.clone());
        prop_assert!(!once.contains(['\n', '\r']) && !once.contains("  ") && once.trim() == once);
    }

    #[test]
    fn spans_are_in_order_and_between_characters(typed in names(), name in names()) {
        let mut end = 0;
        for (number, span) in Query::new(&typed).spans(&name).into_iter().enumerate() {
            prop_assert!(span.start < span.end && (number == 0 || span.start > end));
            prop_assert!(name.get(span.clone()).is_some());
            end = span.end;
        }
    }

    #[test]
    fn more_words_never_find_more(typed in names(), more in names(), name in names()) {
        let both = format!("{typed} {more}");
        if rank(&both, &name).is_some() {
            prop_assert!(rank(&typed, &name).is_some());
        }
    }
}
