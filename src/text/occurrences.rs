//! Every place where a text has one of several names.

use std::collections::BTreeMap;
use std::ops::Range;

use super::find::{Case, Pattern, joined};
use super::steps::is_grapheme_boundary;

/// Names that are looked for, prepared.
#[derive(Debug, Default)]
pub struct Names {
    wanted: Vec<Pattern>,
    others: Vec<Pattern>,
    whole_words: bool,
}

/// Where names stand in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Byte ranges in order, that do not overlap and do not cut a grapheme.
    pub places: Vec<Range<usize>>,
    /// How many further places were passed over, since they are part of another name.
    pub passed_over: usize,
}

impl Names {
    /// Prepares a search for names. White space at their ends is left out of account, and a blank one is found nowhere.
    /// What is part of one of the `others`, names of somebody else, is passed over.
    ///
    /// `match_case` tells whether capital and small letters differ; in an acronym they always do. With `whole_words`
    /// a name is not found inside a longer word.
    #[must_use]
    pub fn new<'a>(
        names: impl IntoIterator<Item = &'a str>,
        others: impl IntoIterator<Item = &'a str>,
        match_case: bool,
        whole_words: bool,
    ) -> Self {
        let pattern = |name: &str| {
            let case = if match_case || is_acronym(name) { Case::Letters } else { Case::Ignored };
            Pattern::new(name.trim(), case)
        };
        let wanted = names.into_iter().filter_map(pattern).collect();
        Self { wanted, others: others.into_iter().filter_map(pattern).collect(), whole_words }
    }

    /// Finds every place where a text has one of the names. Of places that overlap the longest stays; of those alike,
    /// the first.
    #[must_use]
    pub fn find(&self, text: &str) -> Found {
        let stands_alone = |range: &Range<usize>| {
            let is_apart = |byte: usize| {
                let (before, after) = (&text[..byte], &text[byte..]);
                is_grapheme_boundary(text, byte)
                    && !(self.whole_words && (joined(before, after) || initials_go_on(before, after)))
            };
            is_apart(range.start) && is_apart(range.end)
        };
        let find = |patterns: &[Pattern]| -> Vec<Range<usize>> {
            patterns.iter().flat_map(|one| one.find_where(text, usize::MAX, stands_alone)).collect()
        };
        let wanted = find(&self.wanted);
        if wanted.is_empty() {
            return Found::default();
        }
        let mut wanted = longest(wanted);
        let all = wanted.len();
        let others = longest(find(&self.others));
        let mut later = others.iter().peekable();
        wanted.retain(|range| {
            while later.next_if(|other| other.end <= range.start).is_some() {}
            !later.peek().is_some_and(|other| other.start < range.end && other.len() > range.len())
        });
        Found { passed_over: all - wanted.len(), places: wanted }
    }
}

/// True for a name in capitals, in which a small letter would make another word: "AWS", "IT", "3M".
#[must_use]
pub fn is_acronym(name: &str) -> bool {
    name.contains(char::is_uppercase) && !name.contains(char::is_lowercase)
}

/// True between the letters of one abbreviation: "U.S." does not stand in "U.S.C." as a whole.
fn initials_go_on(before: &str, after: &str) -> bool {
    let mut letters = before.chars().rev();
    let is_initial = letters.next() == Some('.')
        && letters.next().is_some_and(char::is_alphabetic)
        && !letters.next().is_some_and(char::is_alphanumeric);
    let mut letters = after.chars();
    is_initial && letters.next().is_some_and(char::is_alphabetic) && letters.next() == Some('.')
}

/// Leaves out what overlaps something longer, or something as long that starts before it; in order.
fn longest(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_by_key(|range| (usize::MAX - range.len(), range.start));
    let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
    for range in found {
        // Those kept do not overlap, so only the last that starts before the end of this one can.
        if kept.range(..range.end).next_back().is_none_or(|(_, end)| *end <= range.start) {
            kept.insert(range.start, range.end);
        }
    }
    kept.into_iter().map(|(start, end)| start..end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Names, whether capitals count, whether only whole words do, the text, and what is found.
    type Row = (&'static [&'static str], bool, bool, &'static str, &'static [&'static str]);

    const TABLE: &[Row] = &[
        (&["Nordlys"], true, true, "Nordlys, nordlys and NORDLYS", &["Nordlys"]),
        (&["Nordlys"], false, true, "Nordlys, nordlys and NORDLYS", &["Nordlys", "nordlys", "NORDLYS"]),
        (&["Nord"], true, true, "Nordlys of the Nord; Nord’s", &["Nord", "Nord"]),
        (&["Nord"], true, false, "Nordlys of the Nord", &["Nord", "Nord"]),
        (&["Nord", "Nordlys AS"], true, false, "Nordlys AS and Nord", &["Nordlys AS", "Nord"]),
        (&["board", "harbour board", "board of Ås"], true, true, "the harbour board of Ås", &["harbour board"]),
        (&["IT"], false, true, "It was IT, not it", &["IT"]),
        (
            &["GAO", "Accountability Office"],
            false,
            true,
            "GAO, gao, accountability office",
            &["GAO", "accountability office"],
        ),
        (&["Levi’s"], true, true, "Levi's and Levi’s", &["Levi's", "Levi’s"]),
        (&["Harbour  Board"], true, true, "Harbour\n\nBoard", &["Harbour\n\nBoard"]),
        (&[" Nordlys "], true, true, "of Nordlys.", &["Nordlys"]),
        (&["Jose"], true, false, "Jose\u{301} and Jose", &["Jose"]),
        (&["👩"], true, false, "👩\u{200d}🚒 👩", &["👩"]),
        (&["三菱"], true, true, "三菱商事は三菱の", &["三菱", "三菱"]),
        (&["삼성"], true, true, "삼성은 삼성이", &["삼성", "삼성"]),
        (&["o o"], true, true, "so o o", &["o o"]),
        (&["A.B."], true, true, "A.B.C. and A.B., and on X.A.B. too", &["A.B."]),
        (&["Nordlys", "Ås"], true, true, "It sank.Nordlys said so; www.Ås.no", &["Nordlys", "Ås"]),
        (&["", " \n"], true, true, "a b", &[]),
        (&[], true, true, "a b", &[]),
    ];

    #[test]
    fn names_are_found() {
        for (names, match_case, whole_words, text, expected) in TABLE {
            let found = Names::new(names.iter().copied(), [], *match_case, *whole_words).find(text);
            let words: Vec<&str> = found.places.into_iter().map(|range| &text[range]).collect();
            assert_eq!(words, *expected, "{names:?} in {text:?}");
        }
    }

    #[test]
    fn parts_of_other_names_are_passed_over() {
        let text = "Nord sued Nord Havn AS. Havn said Nord Havn would pay Nord, not Nord Havn AS.";
        for (names, others, expected, passed_over) in [
            (&["Nord"][..], &["Nord Havn", "Nord Havn AS"][..], &[0, 54][..], 3),
            (&["Nord"], &["Havn"], &[0, 10, 34, 54, 64], 0),
            (&["Nord", "Nord Havn AS"], &["Nord Havn"], &[0, 10, 54, 64], 1),
            (&["Nord Havn"], &["Nord Havn"], &[10, 34, 64], 0),
            (&["Havn"], &["Nord Havn"], &[24], 3),
            (&[], &["Nord"], &[], 0),
        ] {
            let found = Names::new(names.iter().copied(), others.iter().copied(), true, true).find(text);
            let starts: Vec<usize> = found.places.iter().map(|range| range.start).collect();
            assert_eq!((&starts[..], found.passed_over), (expected, passed_over), "{names:?} but {others:?}");
        }
    }

    #[test]
    fn acronyms_have_no_small_letters() {
        for (name, expected) in [
            ("AWS", true),
            ("3M", true),
            ("U.S.", true),
            ("X", true),
            ("DoD", false),
            ("42", false),
            ("", false),
            ("ÅS", true),
        ] {
            assert_eq!(is_acronym(name), expected, "{name:?}");
        }
    }

    /// Tries every order: keeps what no longer range, and no equal one before it, that is kept overlaps.
    fn slow(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
        found.sort_by_key(|range| (std::cmp::Reverse(range.len()), range.start));
        let mut kept: Vec<Range<usize>> = Vec::new();
        for range in found {
            if kept.iter().all(|other| other.end <= range.start || range.end <= other.start) {
                kept.push(range);
            }
        }
        kept.sort_by_key(|range| range.start);
        kept
    }

    proptest! {
        #[test]
        fn the_longest_stay(starts in prop::collection::vec((0_usize..40, 1_usize..9), 0..30)) {
            let found: Vec<Range<usize>> = starts.into_iter().map(|(start, length)| start..start + length).collect();
            prop_assert_eq!(longest(found.clone()), slow(found));
        }

        #[test]
        fn finds_are_whole_and_in_order(
            text in "[abAÅ \u{301}🇩🇪👩\u{200d}'’三\n]{0,60}", names in prop::collection::vec("[abAÅ 🇩👩'三]{0,3}", 0..4),
            match_case: bool, whole_words: bool,
        ) {
            let found = Names::new(names.iter().map(String::as_str), [], match_case, whole_words).find(&text);
            let mut end = 0;
            for range in found.places {
                prop_assert!(end <= range.start && range.start < range.end);
                prop_assert!(is_grapheme_boundary(&text, range.start) && is_grapheme_boundary(&text, range.end));
                let words = super::super::find::normalised(&text[range.clone()]);
                prop_assert!(names.iter().any(|name| super::super::find::normalised(name) == words));
                end = range.end;
            }
        }
    }
}
