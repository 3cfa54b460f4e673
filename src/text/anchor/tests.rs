use super::*;
use proptest::prelude::*;

const ARTICLE: &str = "WASHINGTON — The U.S. Court of Federal Claims ruled on November 22, 2019, that Acme \
    Corp. may pursue its protest of a $10 billion contract.\n\nAcme had filed the protest on November 8. \
    The agency declined to comment, and the judge sealed the order on December 13.\n";

/// An anchor to the first place that has the words.
fn anchor(text: &str, words: &str) -> Anchor {
    let text = IndexedText::from(text);
    let start = text.char_of(text.as_str().find(words).expect("the words are in the text"));
    Anchor::of(&text, start..start + words.chars().count())
}

fn resolved<'a>(text: &'a str, anchor: &Anchor) -> (State, Option<&'a str>) {
    let indexed = IndexedText::from(text);
    let Resolution { state, range } = resolve(&indexed, &anchor.borrowed());
    (state, range.map(|range| &text[indexed.bytes_of(range)]))
}

#[test]
fn an_anchor_keeps_words_context_and_position() {
    let found = anchor(ARTICLE, "$10 billion");
    assert_eq!(found.prefix, "Corp. may pursue its protest of a ".chars().skip(2).collect::<String>());
    assert_eq!(found.suffix, " contract.\n\nAcme had filed the p");
    assert_eq!((found.start, found.end), (118, 129));
    let all = Anchor::of(&IndexedText::from("aé"), 1..99);
    assert_eq!((all.exact.as_str(), all.prefix.as_str(), all.suffix.as_str(), all.end), ("é", "a", "", 2));
}

#[test]
fn changed_texts() {
    use State::{Altered, Ambiguous, Exact, Lost, Moved};
    for (words, from, to, expected) in [
        // Nothing near it changed.
        ("$10 billion", "", "", (Exact, Some("$10 billion"))),
        ("$10 billion", "comment", "reply", (Exact, Some("$10 billion"))),
        // Something before it changed.
        ("$10 billion", "WASHINGTON — ", "", (Moved, Some("$10 billion"))),
        ("November 8", "of a $10 billion contract", "", (Moved, Some("November 8"))),
        // The words themselves changed.
        ("$10 billion", "$10 billion", "$12 billion", (Altered, Some("$12 billion"))),
        ("Acme Corp.", "Acme Corp.", "ACME\nCorp.", (Altered, Some("ACME\nCorp."))),
        (
            "ruled on November 22, 2019",
            "ruled on November 22, 2019",
            "ruled on November 22",
            (Altered, Some("ruled on November 22")),
        ),
        (
            "sealed the order",
            "sealed the order",
            "temporarily sealed the whole order",
            (Altered, Some("temporarily sealed the whole order")),
        ),
        // They are gone.
        ("$10 billion", "$10 billion", "large", (Lost, None)),
        ("December 13", "the judge sealed the order on December 13.", "", (Lost, None)),
        // The words are gone but occur in another place, which is doubtful.
        ("order", "sealed the order on December 13.", "left. Place your order", (Ambiguous, Some("order"))),
        // A part of a longer word is not the word.
        ("order", "sealed the order on December 13.", "left. Crossing borders", (Lost, None)),
    ] {
        let now = if from.is_empty() { ARTICLE.to_owned() } else { ARTICLE.replacen(from, to, 1) };
        assert_eq!(resolved(&now, &anchor(ARTICLE, words)), expected, "{words:?} after {from:?} → {to:?}");
    }
}

#[test]
fn a_changed_context_on_one_side_is_enough() {
    let was = "The board met. It gave Acme the award in May. Nobody appealed it.";
    let now = "Last week the board convened and gave Acme the prize in May. Nobody appealed it.";
    assert_eq!(resolved(now, &anchor(was, "Acme the award in May")), (State::Altered, Some("Acme the prize in May")));
}

#[test]
fn the_ends_of_a_text_are_context_too() {
    let was = "Ten companies protested.";
    assert_eq!(
        resolved("Two companies protested!", &anchor(was, was)),
        (State::Altered, Some("Two companies protested!"))
    );
    assert_eq!(
        resolved("Two companies protested.", &anchor(was, "Ten companies")),
        (State::Altered, Some("Two companies"))
    );
    assert_eq!(
        resolved("Ten companies objected.", &anchor(was, "companies protested.")),
        (State::Altered, Some("companies objected."))
    );
}

#[test]
fn several_places() {
    let was = "On May 3 it rose. On May 3 it fell.";
    let first = anchor(was, "May 3");
    let second = Anchor::of(&IndexedText::from(was), 21..26);
    // The context tells which is meant.
    let now = format!("News. {was}");
    let at = |anchor: &Anchor, now: &str| resolve(&IndexedText::from(now), &anchor.borrowed());
    assert_eq!(at(&first, &now), Resolution { state: State::Moved, range: Some(9..14) });
    assert_eq!(at(&second, &now), Resolution { state: State::Moved, range: Some(27..32) });
    // Twice the same: ambiguous, and the nearest is proposed.
    let twice = format!("News. {was} {was}");
    assert_eq!(at(&first, &twice), Resolution { state: State::Ambiguous, range: Some(9..14) });
    let far = Anchor { start: 60, end: 65, ..first.clone() };
    assert_eq!(at(&far, &twice), Resolution { state: State::Ambiguous, range: Some(45..50) });
}

#[test]
fn a_corrected_sum_is_not_mistaken_for_another_mention_of_the_old_one() {
    let was = "The award was $10 billion in May. Rivals called the offer of $10 billion unfair.";
    let found = anchor(was, "$10 billion");
    let corrected = was.replacen("$10 billion", "$12 billion", 1);
    assert_eq!(resolved(&corrected, &found), (State::Altered, Some("$12 billion")));
    // Nothing similar is left in its place: the other mention is no more than a proposal.
    let vague = was.replacen("$10 billion", "undisclosed", 1);
    assert_eq!(resolved(&vague, &found), (State::Ambiguous, Some("$10 billion")));
    // Words that are long enough need no context.
    let long = anchor(
        "One. Rivals called the offer of $10 billion unfair. Two.",
        "Rivals called the offer of $10 billion unfair",
    );
    assert_eq!(resolved(was, &long), (State::Moved, Some("Rivals called the offer of $10 billion unfair")));
}

#[test]
fn one_side_of_the_context_is_enough_to_stay() {
    let was = "First, the judge denied the motion to dismiss the protest.";
    let found = anchor(was, "motion");
    let copy = "The judge denied the motion to dismiss the protest, he said.";
    for now in [
        format!("First, the judge denied the motion. {copy}"),
        format!("Last week she refused every motion to dismiss the protest. {copy}"),
    ] {
        let (state, words) = resolved(&now, &found);
        assert_eq!((state, words), (State::Exact, Some("motion")), "{now}");
    }
}

#[test]
fn altered_words_are_found_among_many_like_surroundings() {
    let was = "In the first of the two cases it was paid ten million dollars in cash by then.";
    let found = anchor(was, "ten million dollars");
    let decoys = "He was paid ten pounds in cash. ".repeat(40);
    let now = format!("{decoys}{}{decoys}", was.replace("million", "billion"));
    assert_eq!(resolved(&now, &found), (State::Altered, Some("ten billion dollars")));
}

#[test]
fn words_that_are_there_by_chance_do_not_hide_the_place_meant() {
    let was = "Yes. The award to the company was ruled void by the court in spring.";
    let found = anchor(was, "the");
    assert_eq!(found.start, 18);
    let now = "No, perhaps so so the board resigned. The award to the company was ruled void by the court.";
    assert_eq!(&now[18..21], "the");
    let expected = Resolution { state: State::Moved, range: Some(51..54) };
    assert_eq!(resolve(&IndexedText::from(now), &found.borrowed()), expected);
    // Without another place that is better, it stays.
    assert_eq!(resolved("No, perhaps so so the board resigned.", &found), (State::Exact, Some("the")));
}

#[test]
fn odd_anchors_do_no_harm() {
    let text = IndexedText::from("a b");
    for (anchor, state) in [
        (AnchorRef::default(), State::Lost),
        (AnchorRef { prefix: "a", suffix: " b", start: 1, end: 1, ..AnchorRef::default() }, State::Exact),
        (AnchorRef { exact: "b", start: 2, end: 3, ..AnchorRef::default() }, State::Exact),
        (AnchorRef { exact: "b", start: 9, end: 2, ..AnchorRef::default() }, State::Moved),
        (AnchorRef { exact: "b", start: usize::MAX, end: usize::MAX, ..AnchorRef::default() }, State::Moved),
        (AnchorRef { exact: "—", prefix: "a", suffix: "b", start: 1, end: 2 }, State::Lost),
        (AnchorRef { exact: " ", prefix: "x", suffix: "y", start: 0, end: 1 }, State::Ambiguous),
    ] {
        assert_eq!(resolve(&text, &anchor).state, state, "{anchor:?}");
    }
    assert_eq!(resolve(&IndexedText::from(""), &AnchorRef::default()).state, State::Exact);
}

#[test]
fn too_common_a_phrase_is_found_by_its_context() {
    let filler = "the ".repeat(70_000);
    let was = format!("{filler}so it ended in the winter. {filler}");
    let now = format!("{filler}{filler}and so it ended in the winter. {filler}");
    let found = Anchor::of(&IndexedText::from(was.as_str()), 280_015..280_018);
    assert_eq!((found.exact.as_str(), &found.suffix[..7]), ("the", " winter"));
    let expected = Resolution { state: State::Moved, range: Some(560_019..560_022) };
    let start = Anchor { start: 0, end: 3, prefix: found.prefix[16..].to_owned(), ..found };
    assert_eq!(resolve(&IndexedText::from(now.as_str()), &start.borrowed()), expected);
}

proptest! {
    #[test]
    fn an_unchanged_text_gives_the_place_itself(text in "\\PC{1,60}", from in 0_usize..60, length in 0_usize..20) {
        let text = IndexedText::from(text.as_str());
        let found = Anchor::of(&text, from..from + length);
        let expected = Resolution { state: State::Exact, range: Some(found.start..found.end) };
        prop_assert_eq!(resolve(&text, &found.borrowed()), expected);
    }

    #[test]
    fn text_inserted_before_moves_the_place(
        words in prop::collection::hash_set("[b-zé🦀]{3,8}", 4..40),
        inserted in "(a{1,9} ){1,20}", from in 0_usize..40, length in 1_usize..5,
    ) {
        let words: Vec<String> = words.into_iter().collect();
        let from = from % words.len();
        let text = IndexedText::from(words.join(" ").as_str());
        let start = words[..from].iter().map(|word| word.chars().count() + 1).sum();
        let until = words.len().min(from + length);
        let chars = words[from..until].join(" ").chars().count();
        let found = Anchor::of(&text, start..start + chars);
        let now = IndexedText::from(format!("{inserted}{}", text.as_str()).as_str());
        let moved = start + inserted.chars().count();
        let expected = Resolution { state: State::Moved, range: Some(moved..moved + chars) };
        prop_assert_eq!(resolve(&now, &found.borrowed()), expected);
    }

    #[test]
    fn any_anchor_resolves_inside_any_text(
        text in "[ab é\n🦀’']{0,60}", exact in "[ab é’']{0,6}", prefix in "[ab é]{0,9}", suffix in "[ab é]{0,9}",
        start in 0_usize..70, end in 0_usize..70,
    ) {
        let indexed = IndexedText::from(text.as_str());
        let Resolution { state, range } =
            resolve(&indexed, &AnchorRef { exact: &exact, prefix: &prefix, suffix: &suffix, start, end });
        prop_assert_eq!(range.is_none(), state == State::Lost);
        if let Some(range) = range {
            prop_assert!(range.start <= range.end && range.end <= indexed.chars());
            match state {
                State::Exact => prop_assert_eq!((indexed.slice(range.clone()), range.start), (exact.as_str(), start)),
                State::Moved => prop_assert_eq!(indexed.slice(range), exact),
                _ => prop_assert!(!range.is_empty()),
            }
        }
    }

    #[test]
    fn hits_far_from_the_expected_place_are_given_too(before in 0_usize..12, shift in 0_usize..8) {
        let text = format!("{}needle{}needle", " ".repeat(before), " ".repeat(300_000));
        // The first round begins inside the first needle, or near it.
        let hits: Vec<usize> = Near::new(&text, "needle", 262_144 + before + shift).collect();
        let (first, second) = (before, before + 300_006);
        prop_assert_eq!(hits, if shift > 0 { vec![second, first] } else { vec![first, second] });
    }

    #[test]
    fn every_hit_is_given_once(text in "[ab]{0,30}", needle in "[ab]{1,3}", expected in 0_usize..40) {
        let mut hits: Vec<usize> = Near::new(&text, &needle, expected).collect();
        hits.sort_unstable();
        let slow: Vec<usize> = (0..text.len()).filter(|at| text[*at..].starts_with(&needle)).collect();
        prop_assert_eq!(hits, slow);
    }
}
