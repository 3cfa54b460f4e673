use super::super::steps::is_grapheme_boundary;
use super::*;
use proptest::prelude::*;

/// A text in which a stretch stands between brackets of this shape: ⟦…⟧.
fn marked(text: &str) -> (String, Range<usize>) {
    let start = text.find('⟦').unwrap();
    let end = text.find('⟧').unwrap() - '⟦'.len_utf8();
    (text.replace(['⟦', '⟧'], ""), start..end)
}

/// The text with brackets around a stretch.
fn shown(text: &str, range: &Range<usize>) -> String {
    format!("{}⟦{}⟧{}", &text[..range.start], &text[range.clone()], &text[range.end..])
}

const START_BACK: Shift = Shift { edge: Edge::Start, step: Step::Word, grows: true };
const START_ON: Shift = Shift { grows: false, ..START_BACK };
const END_BACK: Shift = Shift { edge: Edge::End, step: Step::Word, grows: false };
const END_ON: Shift = Shift { grows: true, ..END_BACK };

fn by_letter(shift: Shift) -> Shift {
    Shift { step: Step::Letter, ..shift }
}

#[test]
fn ends_move_by_words() {
    for (text, shift, expected) in [
        ("a ⟦deal⟧ worth $10 billion", END_ON, "a ⟦deal worth⟧ $10 billion"),
        ("a ⟦deal worth⟧ $10 billion", END_ON, "a ⟦deal worth $10⟧ billion"),
        ("⟦It cost⟧ 10 %, or 4% of it", END_ON, "⟦It cost 10⟧ %, or 4% of it"),
        ("It cost 10 %, ⟦or⟧ 4% of it", END_ON, "It cost 10 %, ⟦or 4%⟧ of it"),
        ("⟦Nordlys⟧. It sank", END_ON, "⟦Nordlys. It⟧ sank"),
        ("⟦Nordlys⟧.\n\nIt sank", END_ON, "⟦Nordlys.\n\nIt⟧ sank"),
        ("the ⟦end⟧.", END_ON, "the ⟦end.⟧"),
        ("the ⟦end⟧ …", END_ON, "the ⟦end …⟧"),
        ("⟦up to $10 billion⟧.", END_BACK, "⟦up to $10⟧ billion."),
        ("⟦up to $10⟧ billion.", END_BACK, "⟦up to⟧ $10 billion."),
        ("⟦Nordlys, the board⟧", END_BACK, "⟦Nordlys, the⟧ board"),
        ("⟦Nordlys, the⟧ board", END_BACK, "⟦Nordlys⟧, the board"),
        ("⟦the quay (Ås⟧)", END_BACK, "⟦the quay⟧ (Ås)"),
        ("⟦Smith v. Jones⟧", END_BACK, "⟦Smith v.⟧ Jones"),
        ("worth $10 ⟦billion⟧", START_BACK, "worth ⟦$10 billion⟧"),
        ("worth $⟦10 billion⟧", START_BACK, "worth ⟦$10 billion⟧"),
        ("“We ⟦won⟧”", START_BACK, "“⟦We won⟧”"),
        ("“⟦We won⟧”", START_BACK, "⟦“We won⟧”"),
        ("It sank. The ⟦quay⟧", START_BACK, "It sank. ⟦The quay⟧"),
        ("of ⟦$10 billion⟧", START_ON, "of $10 ⟦billion⟧"),
        ("⟦Nordlys, the board⟧", START_ON, "Nordlys, ⟦the board⟧"),
        ("⟦4% of it⟧", START_ON, "4% ⟦of it⟧"),
        ("⟦3.5 million⟧", START_ON, "3.5 ⟦million⟧"),
    ] {
        let (plain, range) = marked(text);
        let moved = shifted(&plain, &range, shift).map(|range| shown(&plain, &range));
        assert_eq!(moved.as_deref(), Some(expected), "{text:?}, {shift:?}");
    }
}

#[test]
fn ends_move_by_letters() {
    for (text, shift, expected) in [
        ("a ⟦dea⟧l", END_ON, "a ⟦deal⟧"),
        ("a ⟦deal⟧ is", END_ON, "a ⟦deal i⟧s"),
        ("a ⟦deal i⟧s", END_BACK, "a ⟦deal⟧ is"),
        ("a ⟦deal⟧", START_BACK, "⟦a deal⟧"),
        ("⟦a deal⟧", START_ON, "a ⟦deal⟧"),
        ("⟦x⟧👩\u{200d}🚒y", END_ON, "⟦x👩\u{200d}🚒⟧y"),
        ("⟦x👩\u{200d}🚒⟧y", END_BACK, "⟦x⟧👩\u{200d}🚒y"),
        ("e\u{301}⟦x⟧", START_BACK, "⟦e\u{301}x⟧"),
        ("⟦🇳🇴🇸🇪⟧", START_ON, "🇳🇴⟦🇸🇪⟧"),
        ("⟦a⟧\r\nb", END_ON, "⟦a\r\nb⟧"),
    ] {
        let (plain, range) = marked(text);
        let moved = shifted(&plain, &range, by_letter(shift)).map(|range| shown(&plain, &range));
        assert_eq!(moved.as_deref(), Some(expected), "{text:?}, {shift:?}");
    }
}

#[test]
fn nothing_grows_past_the_text_or_shrinks_to_nothing() {
    for text in ["⟦deal⟧", "⟦👩\u{200d}🚒⟧", " \n⟦é⟧ ", "⟦三⟧"] {
        let (plain, range) = marked(text);
        for shift in [START_BACK, START_ON, END_BACK, END_ON] {
            assert_eq!(shifted(&plain, &range, shift), None, "{text:?}, {shift:?}");
        }
    }
    assert_eq!(shifted("", &(0..0), END_ON), None);
    assert_eq!(shifted("a", &(5..9), END_BACK), None);
    let (plain, range) = marked("⟦a⟧");
    assert_eq!(shifted(&plain, &range, by_letter(END_BACK)), None);
}

#[test]
fn a_dragged_end_keeps_to_words() {
    use Edge::{End, Start};
    use Step::{Letter, Word};
    for (text, edge, to, step, expected) in [
        ("a ⟦deal⟧ worth $10 billion", End, "orth", Word, Some("a ⟦deal worth⟧ $10 billion")),
        ("a ⟦deal⟧ worth $10 billion", End, " $10", Word, Some("a ⟦deal worth⟧ $10 billion")),
        ("a ⟦deal⟧ worth $10 billion", End, "$10", Word, Some("a ⟦deal worth⟧ $10 billion")),
        ("a ⟦deal⟧ worth $10 billion", End, "0 b", Word, Some("a ⟦deal worth $10⟧ billion")),
        ("a ⟦deal⟧ worth $10 billion", End, "rth", Letter, Some("a ⟦deal wo⟧rth $10 billion")),
        ("a ⟦deal worth⟧ it", End, "al", Word, Some("a ⟦deal⟧ worth it")),
        ("a ⟦deal worth⟧ it", End, "a ", Word, Some("a ⟦deal⟧ worth it")),
        ("a ⟦deal worth⟧ it", End, "a ", Letter, Some("a ⟦d⟧eal worth it")),
        ("a ⟦deal worth⟧ it", End, " it", Word, None),
        ("of $10 ⟦billion⟧", Start, "0 b", Word, Some("of ⟦$10 billion⟧")),
        ("of $10 ⟦billion⟧", Start, " $10", Word, Some("of ⟦$10 billion⟧")),
        ("of $10 ⟦billion⟧", Start, "f $", Word, Some("⟦of $10 billion⟧")),
        ("a ⟦deal worth⟧ it", Start, "th it", Word, Some("a deal ⟦worth⟧ it")),
        ("a ⟦deal worth⟧ it", Start, "it", Word, Some("a deal ⟦worth⟧ it")),
        ("a ⟦deal worth⟧ it", Start, "it", Letter, Some("a deal wort⟦h⟧ it")),
    ] {
        let (plain, range) = marked(text);
        let byte = plain.find(to).unwrap();
        let moved = dragged(&plain, &range, edge, byte, step).map(|range| shown(&plain, &range));
        assert_eq!(moved.as_deref(), expected, "{text:?} to {to:?}, {step:?}");
    }
}

#[test]
fn a_stretch_is_cut_in_two() {
    for (text, before, expected) in [
        ("⟦$10 billion over 10 years⟧", "over", Some(("$10 billion", "over 10 years"))),
        ("⟦$10 billion over 10 years⟧", " over", Some(("$10 billion", "over 10 years"))),
        ("⟦Jose\u{301} Ås⟧", "\u{301}", Some(("Jos", "e\u{301} Ås"))),
        ("a ⟦deal⟧", "deal", None),
        ("a ⟦deal⟧ is", " is", None),
        ("⟦a ⟧ b", " b", None),
        ("b ⟦a⟧", "b", None),
    ] {
        let (plain, range) = marked(text);
        let found = split(&plain, &range, plain.find(before).unwrap());
        let words = found.map(|(first, second)| (plain[first].to_owned(), plain[second].to_owned()));
        let expected = expected.map(|(first, second)| (first.to_owned(), second.to_owned()));
        assert_eq!(words, expected, "{text:?} before {before:?}");
    }
}

fn shifts() -> impl Iterator<Item = Shift> {
    [START_BACK, START_ON, END_BACK, END_ON].into_iter().flat_map(|shift| [shift, by_letter(shift)])
}

/// What holds of every stretch that comes out: it lies in the text, has words, and cuts nothing.
fn is_sound(text: &str, range: &Range<usize>) -> bool {
    let words = text.get(range.clone()).unwrap_or_default();
    !words.trim().is_empty() && is_grapheme_boundary(text, range.start) && is_grapheme_boundary(text, range.end)
}

proptest! {
    #[test]
    fn whatever_comes_out_is_sound(
        text in "[ab$%,.( \n\r\u{301}é三👩\u{200d}🚒🇳🇴\u{a0}“”]{0,40}", start in 0_usize..60, length in 0_usize..60,
        byte in 0_usize..90,
    ) {
        let range = start..start + length;
        for shift in shifts() {
            if let Some(moved) = shifted(&text, &range, shift) {
                prop_assert!(is_sound(&text, &moved), "{:?} {:?}", shift, moved);
                let old = whole(&text, &range);
                let kept = match shift.edge {
                    Edge::Start => moved.end == old.end,
                    Edge::End => moved.start == old.start,
                };
                prop_assert!(kept);
                prop_assert_eq!(moved.len() > old.len(), shift.grows);
            }
        }
        for edge in [Edge::Start, Edge::End] {
            for step in [Step::Letter, Step::Word] {
                if let Some(moved) = dragged(&text, &range, edge, byte, step) {
                    prop_assert!(is_sound(&text, &moved), "{:?} {:?} {:?}", edge, step, moved);
                }
            }
        }
        if let Some((first, second)) = split(&text, &range, byte) {
            prop_assert!(is_sound(&text, &first) && is_sound(&text, &second));
            prop_assert!(first.end <= second.start && text[first.end..second.start].trim().is_empty());
            prop_assert_eq!((first.start, second.end), (whole(&text, &range).start, whole(&text, &range).end));
        }
    }

    #[test]
    fn growing_reaches_the_ends_and_shrinking_comes_to_rest(text in "[ab$ ,.\n三é]{1,30}", step: bool) {
        let step = if step { Step::Word } else { Step::Letter };
        let Some(first) = text.find(|c: char| !c.is_whitespace()) else { return Ok(()) };
        let mut range = first..next_grapheme(&text, first);
        let mut rounds = 0;
        while let Some(grown) = shifted(&text, &range, Shift { step, ..END_ON }) {
            range = grown;
            rounds += 1;
            prop_assert!(rounds < 99);
        }
        prop_assert_eq!(range.end, text.trim_end().len());
        while let Some(smaller) = shifted(&text, &range, Shift { step, ..START_ON }) {
            range = smaller;
            rounds += 1;
            prop_assert!(rounds < 199);
        }
        while let Some(grown) = shifted(&text, &range, Shift { step, ..START_BACK }) {
            range = grown;
            rounds += 1;
            prop_assert!(rounds < 299);
        }
        prop_assert_eq!(range, first..text.trim_end().len());
    }
}
