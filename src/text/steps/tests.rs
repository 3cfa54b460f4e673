use super::*;
use proptest::prelude::*;

/// A step, and what it is called when it fails.
type Step = (&'static str, fn(&str, usize) -> usize);
type Selection = (&'static str, fn(&str, usize) -> Range<usize>);

const FORWARD: &[Step] = &[
    ("next_grapheme", next_grapheme),
    ("next_word", next_word),
    ("next_sentence", next_sentence),
    ("next_paragraph", next_paragraph),
];
const BACK: &[Step] = &[
    ("previous_grapheme", previous_grapheme),
    ("previous_word", previous_word),
    ("previous_sentence", previous_sentence),
    ("previous_paragraph", previous_paragraph),
];
const SELECT: &[Selection] =
    &[("word_at", word_at), ("sentence_at", sentence_at), ("paragraph_at_byte", paragraph_at_byte)];

/// Everywhere a step stops on its way through a text.
fn stops(text: &str, start: usize, end: usize, step: fn(&str, usize) -> usize) -> Vec<usize> {
    let mut found = vec![start];
    while let Some(at) = found.last().copied().filter(|at| *at != end) {
        found.push(step(text, at));
        assert!(found.len() <= text.len() + 1, "no end to {text:?}: {found:?}");
    }
    found
}

fn forward(text: &str, step: fn(&str, usize) -> usize) -> Vec<usize> {
    stops(text, 0, text.len(), step)
}

fn back(text: &str, step: fn(&str, usize) -> usize) -> Vec<usize> {
    stops(text, text.len(), 0, step)
}

#[test]
fn words_stop_where_editors_do() {
    let text = "The U.S. paid $1,250.50 — “o'clock”.\nEnd!";
    let ends = forward(text, next_word);
    let words: Vec<&str> = ends.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
    assert_eq!(words, ["The", " U.S", ". paid", " $1,250.50", " — “o'clock", "”.\nEnd", "!"]);
    let mut starts = back(text, previous_word);
    starts.reverse();
    let words: Vec<&str> = starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
    assert_eq!(words, ["The ", "U.S. ", "paid $", "1,250.50 — “", "o'clock”.\n", "End!"]);
}

#[test]
fn a_double_click_selects_what_is_there() {
    for (text, byte, expected) in [
        ("the court ruled", 5, "court"),
        ("the court ruled", 4, "court"),
        ("the court ruled", 9, " "),
        ("the   court", 4, "   "),
        ("ruled.", 5, "."),
        ("ruled", 5, "ruled"),
        ("it isn’t so", 6, "isn’t"),
        ("Ünïcödé x", 1, "Ünïcödé"),
        ("", 0, ""),
        ("a", 99, "a"),
    ] {
        assert_eq!(&text[word_at(text, byte)], expected, "{text:?} at {byte}");
    }
}

#[test]
fn sentences_survive_abbreviations() {
    for (text, expected) in [
        ("One. Two! Three?  Four", &["One. ", "Two! ", "Three?  ", "Four"][..]),
        ("Smith v. United States was filed. It ended.", &["Smith v. United States was filed. ", "It ended."]),
        ("He saw Mr. J. Smith Jr. Then he left.", &["He saw Mr. J. Smith Jr. ", "Then he left."]),
        ("The U.S. Court ruled. The case", &["The U.S. Court ruled. ", "The case"]),
        ("In the U.S. The court sat.", &["In the U.S. ", "The court sat."]),
        ("See No. 19-1796 now. No. That is all.", &["See No. 19-1796 now. ", "No. ", "That is all."]),
        ("Paid by Acme Inc. She agreed.", &["Paid by Acme Inc. ", "She agreed."]),
        ("“Stop.” He went.\n\nNew\nline", &["“Stop.” ", "He went.\n\n", "New\n", "line"]),
        ("By Dr.\nNext line", &["By Dr.\n", "Next line"]),
    ] {
        let starts = forward(text, next_sentence);
        let found: Vec<&str> = starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
        assert_eq!(found, expected);
        let mut starts = back(text, previous_sentence);
        starts.reverse();
        let found: Vec<&str> = starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
        assert_eq!(found, expected);
        for (at, _) in text.char_indices() {
            let sentence = &text[sentence_at(text, at)];
            assert!(expected.iter().any(|whole| whole.trim() == sentence), "{sentence:?} in {text:?}");
        }
    }
    assert_eq!(sentence_at(" \n ", 1), 1..1);
    assert_eq!(sentence_at("  One. Two", 0), 2..6);
}

#[test]
fn lines_are_selected_and_stepped() {
    let text = "one\r\ntwo\n\n  three";
    for (byte, expected) in [(0, "one"), (3, "one"), (4, "one"), (5, "two"), (8, "two"), (9, ""), (12, "  three")] {
        assert_eq!(&text[paragraph_at_byte(text, byte)], expected, "at {byte}");
    }
    assert_eq!(forward(text, next_paragraph), [0, 5, 10, 17]);
    assert_eq!(back(text, previous_paragraph), [17, 10, 5, 0]);
}

#[test]
fn long_pieces_end_where_the_view_does() {
    let marks = "e\u{301}".repeat(20_000);
    let flags = "🇨🇭".repeat(20_000);
    let zalgo = format!("a{}", "\u{301}".repeat(100_000));
    for text in [marks, flags, zalgo, "x".repeat(100_000), " ".repeat(100_000), "ab c. D ".repeat(20_000)] {
        for byte in [0, 1, 60_000, text.len() - 1, text.len()] {
            for (name, step) in FORWARD {
                let at = step(&text, byte);
                assert!(text.is_char_boundary(at) && (at > byte || at == text.len()), "{name} at {byte}: {at}");
            }
            for (name, step) in BACK {
                let at = step(&text, byte);
                assert!(text.is_char_boundary(at) && (at < byte || at == 0), "{name} at {byte}: {at}");
            }
        }
    }
}

#[test]
fn far_from_the_start_steps_are_the_same() {
    let start = "The 🇨🇭 court’s ruling. It “held” v. Smith.\r\n".repeat(300);
    let line = "Paid $1,250.50 by e\u{301}. Then 🇨🇭🇨🇭 won!\n";
    let text = format!("{start}{line}{start}");
    for (name, step) in FORWARD.iter().take(3) {
        for (at, _) in line.char_indices().filter(|(at, _)| step(line, *at) < line.len()) {
            assert_eq!(step(&text, start.len() + at), start.len() + step(line, at), "{name} at {at}");
        }
    }
}

#[test]
fn an_endless_sentence_is_left_at_the_start_of_a_word() {
    let text = "word ".repeat(5_000);
    let at = previous_sentence(&text, 20_002);
    assert!(at < 20_002 && at > 15_000 && text[..at].ends_with(' '), "{at}");
    assert_eq!(previous_word(&text, 20_002), 20_000);
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,30}",
        "([a-cA-C.!?’$1é]| |e\u{301}|\u{301}|\u{600}|\u{200D}|🇨🇭|👩\u{200D}👧|क्षि|\r\n|\n|\r|\t){0,30}",
    ]
}

proptest! {
    #[test]
    fn every_step_advances_to_a_grapheme_boundary(text in texts(), byte in 0_usize..140) {
        let boundaries: Vec<usize> =
            text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for (name, step) in FORWARD {
            let at = step(&text, byte);
            prop_assert!(at > byte || at == text.len(), "{} from {}: {}", name, byte, at);
            prop_assert!(boundaries.contains(&at), "{} from {}: {}", name, byte, at);
        }
        for (name, step) in BACK {
            let at = step(&text, byte);
            prop_assert!(at < byte || at == 0, "{} from {}: {}", name, byte, at);
            prop_assert!(boundaries.contains(&at), "{} from {}: {}", name, byte, at);
        }
        for (name, select) in SELECT {
            let range = select(&text, byte);
            prop_assert!(range.start <= range.end, "{} at {}: {:?}", name, byte, range);
            for end in [range.start, range.end] {
                prop_assert!(boundaries.contains(&end), "{} at {}: {:?}", name, byte, range);
            }
        }
    }

    #[test]
    fn graphemes_agree_with_the_whole_text(text in texts()) {
        let boundaries: Vec<usize> =
            text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for byte in 0..=text.len() {
            let next = boundaries.iter().copied().find(|at| *at > byte).unwrap_or(text.len());
            let previous = boundaries.iter().copied().rfind(|at| *at < byte).unwrap_or(0);
            prop_assert_eq!(next_grapheme(&text, byte), next);
            prop_assert_eq!(previous_grapheme(&text, byte), previous);
            prop_assert_eq!(is_grapheme_boundary(&text, byte), boundaries.contains(&byte));
        }
    }
}
