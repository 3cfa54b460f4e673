use super::*;
use proptest::prelude::*;

fn words<'a>(text: &'a str, needle: &str, case: Case) -> Vec<&'a str> {
    find_all(text, needle, case).into_iter().map(|found| &text[found]).collect()
}

#[test]
fn words_are_found() {
    use Case::{Exact, Ignored, Letters};
    for (text, needle, case, expected) in [
        ("The Court. the court", "court", Exact, &["court"][..]),
        ("The Court. the court", "COURT", Ignored, &["Court", "court"]),
        ("a\r\n\r\n b a  b ab", "a b", Exact, &["a\r\n\r\n b", "a  b"]),
        ("x  foo ", " foo ", Exact, &["  foo "]),
        ("foo", "foo ", Exact, &[]),
        ("aaaa", "aa", Exact, &["aa", "aa"]),
        ("aaab", "aab", Ignored, &["aab"]),
        (" a a ", " a ", Exact, &[" a "]),
        ("a \n b", " ", Exact, &[" \n "]),
        ("it’s “so”", "it's \"so\"", Ignored, &["it’s “so”"]),
        ("it’s", "it's", Exact, &[]),
        ("Levi’s, Levi's, LEVI'S", "Levi's", Letters, &["Levi’s", "Levi's"]),
        ("‘x’ and 'x'", "‘x’", Letters, &["‘x’", "'x'"]),
        ("the Court", "court", Letters, &[]),
        ("ΣΊΣΥΦΟΣ σίσυφος", "σίσυφος", Ignored, &["ΣΊΣΥΦΟΣ", "σίσυφος"]),
        ("СУД суд", "Суд", Ignored, &["СУД", "суд"]),
        ("Kelvin ſo", "kelvin so", Ignored, &["Kelvin ſo"]),
        ("SS ſs ß", "ss", Ignored, &["SS", "ſs"]),
        ("straße", "STRASSE", Ignored, &[]),
        ("abc", "", Exact, &[]),
        ("", "a", Ignored, &[]),
    ] {
        assert_eq!(words(text, needle, case), expected, "{needle:?} in {text:?}");
    }
}

#[test]
fn only_k_and_s_have_counterparts_beyond_ascii() {
    let odd: Vec<char> = ('\u{80}'..=char::MAX).filter(|c| fold(*c).is_ascii()).collect();
    let plain: String = odd.iter().map(|c| fold(*c)).collect();
    assert_eq!(plain, "s''''\"\"\"\"k", "for {odd:?}");
}

#[test]
fn folding_twice_is_folding_once() {
    for c in '\0'..=char::MAX {
        assert_eq!(fold(fold(c)), fold(c), "{c:?}");
    }
}

#[test]
fn what_is_spelled_out_agrees_with_the_tables() {
    for c in ('\0'..=char::MAX).filter(|c| *c != 'ı' && !"‘’‚‛“”„‟".contains(*c)) {
        let single = |text: String| Some(text.chars().next()?).filter(|c| c.len_utf8() == text.len());
        let capital = single(c.to_uppercase().to_string()).unwrap_or(c);
        assert_eq!(fold(c), single(capital.to_lowercase().to_string()).unwrap_or(c), "{c:?}");
    }
}

#[test]
fn texts_compare_whatever_their_typography() {
    for (text, expected) in [("", ""), ("  It’s\r\n“SO”  ", "it's \"so\""), ("a\u{a0}b\u{2003}c", "a b c"), ("É", "é")]
    {
        assert_eq!(normalised(text), expected);
    }
}

#[test]
fn work_is_bounded() {
    let text = "a".repeat(10_000);
    let Some(pattern) = Pattern::new(&format!("{}b", "a".repeat(1_000)), Case::Ignored) else {
        panic!("there is something to look for");
    };
    assert!(pattern.find(&text, 5_000).is_empty());
    let Some(pattern) = Pattern::new("a", Case::Ignored) else {
        panic!("there is something to look for");
    };
    assert_eq!(pattern.find(&text, 100).len(), 100);
}

/// Tries every place in turn.
fn slow(text: &str, needle: &str, case: Case) -> Vec<Range<usize>> {
    let same = |a: char, b: char| match case {
        Case::Exact => a == b,
        Case::Letters => straight(a) == straight(b),
        Case::Ignored => fold(a) == fold(b),
    };
    let wanted: Vec<char> = needle.chars().collect();
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let mut end = start;
        let mut index = 0;
        let mut matches = !wanted.is_empty();
        while matches && index < wanted.len() {
            let rest = &text[end..];
            if wanted[index].is_whitespace() {
                let spaces = rest.len() - rest.trim_start().len();
                matches = spaces > 0;
                end += spaces;
                while index < wanted.len() && wanted[index].is_whitespace() {
                    index += 1;
                }
            } else {
                let next = rest.chars().next();
                matches = next.is_some_and(|next| same(next, wanted[index]));
                end += next.map_or(0, char::len_utf8);
                index += 1;
            }
        }
        if matches {
            found.push(start..end);
            start = end;
        } else {
            start += text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

proptest! {
    #[test]
    fn the_fast_search_finds_what_the_slow_one_does(
        text in "[abABsſkK’' \n\u{a0}éÉσςΣ🦀]{0,40}", needle in "[abAsſk' \néÉς]{0,4}",
    ) {
        for case in [Case::Exact, Case::Letters, Case::Ignored] {
            prop_assert_eq!(find_all(&text, &needle, case), slow(&text, &needle, case));
        }
    }

    #[test]
    fn any_piece_of_a_text_is_found_in_it(text in "\\PC{1,40}", from in 0_usize..40, length in 1_usize..10) {
        let piece: String = text.chars().skip(from).take(length).collect();
        for case in [Case::Exact, Case::Letters, Case::Ignored] {
            let found = find_all(&text, &piece, case);
            prop_assert_eq!(found.is_empty(), piece.is_empty());
            for range in found {
                prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
                prop_assert_eq!(normalised(&text[range]), normalised(&piece));
            }
        }
    }
}
