use proptest::prelude::*;

use super::*;

fn shown(text: &str, words: &str) -> Vec<(String, String)> {
    let text = IndexedText::new(text.into());
    let (found, _) = passages(&[(Id::from_bits(1), text.clone())], words, || false).unwrap();
    let shown = found.into_iter().map(|passage| {
        assert_eq!(find_all(text.slice(passage.range.clone()), words, Case::Ignored).len(), 1);
        (passage.line[passage.emphasis.clone()].to_owned(), passage.line)
    });
    shown.collect()
}

#[test]
fn words_are_shown_in_their_line() {
    let long = "A ferry that nobody had ordered lay for eleven months at a quay that nobody had paid for, until";
    for (text, words, expected) in [
        ("The quay sank.\n\nNobody saw it.", "saw", &[("saw", "Nobody saw it.")][..]),
        ("  The  quay sank.", "QUAY", &[("quay", "The  quay sank.")]),
        ("up\nto ten", "up to", &[("up to", "up to")]),
        ("one\ttwo one", "one", &[("one", "one two one"), ("one", "one two one")]),
        ("nothing", "absent", &[]),
        ("", "absent", &[]),
        (long, "paid", &[("paid", "… at a quay that nobody had paid for, until")]),
    ] {
        let found = shown(text, words);
        let expected: Vec<_> = expected.iter().map(|(words, line)| ((*words).to_owned(), (*line).to_owned())).collect();
        assert_eq!(found, expected, "{words:?} in {text:?}");
    }
    let after = format!("quay {}", "and more ".repeat(60));
    assert!(shown(&after, "quay")[0].1.ends_with('…') && shown(&after, "quay")[0].1.len() < 200);
}

#[test]
fn only_the_first_of_many_are_shown() {
    let text = IndexedText::new("word ".repeat(500).into());
    let texts: Vec<_> = (0..30).map(|number| (Id::from_bits(number), text.clone())).collect();
    for (count, expected, more) in [(1, MOST_OF_ONE, true), (9, 180, true), (30, MOST_OF_ALL, true)] {
        let (found, has_more) = passages(&texts[..count], "word", || false).unwrap();
        assert_eq!((found.len(), has_more), (expected, more), "{count} articles");
    }
    let (found, has_more) =
        passages(&[(Id::from_bits(1), IndexedText::new("a word".into()))], "word", || false).unwrap();
    assert_eq!((found.len(), has_more), (1, false));
    assert!(passages(&texts, "word", || true).is_none(), "nobody waits");
}

#[test]
fn matches_at_the_edges_of_stretches_are_found_once() {
    let text = "The quay – and á QUAY.\n".repeat(60_000);
    let all = places(&text, "quay", usize::MAX, || false).unwrap();
    assert_eq!(all, find_all(&text, "quay", Case::Ignored));
    assert!(text.len() > 5 * STRETCH);
}

proptest! {
    #[test]
    fn any_words_of_any_text_are_shown(
        text in "([a-c. é日\u{301}🇨🇭\u{200D}]|\n|\r\n|\u{2029}){0,200}", from in 0_usize..200, len in 1_usize..9,
    ) {
        let words: String = text.chars().skip(from).take(len).collect();
        if !words.is_empty() {
            prop_assert!(!shown(&text, &words).is_empty(), "{:?}", words);
        }
    }
}
