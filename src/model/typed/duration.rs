//! Lengths of time as people write them: "10 years", "two years and six months", "over a ten-year period", `P10Y`.

use super::numbers::small;
use super::tokens::{Token, longest, phrase, tokens};
use super::within::longest_run;
use crate::model::duration::Period;

/// Which count of a [`Period`] a unit adds to, largest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Year,
    Month,
    Week,
    Day,
}

/// Unit words, what they count and how many of it one is.
const UNITS: &[(&str, (Unit, u32))] = &[
    ("y", (Unit::Year, 1)),
    ("yr", (Unit::Year, 1)),
    ("yrs", (Unit::Year, 1)),
    ("year", (Unit::Year, 1)),
    ("years", (Unit::Year, 1)),
    ("decade", (Unit::Year, 10)),
    ("decades", (Unit::Year, 10)),
    ("mo", (Unit::Month, 1)),
    ("mos", (Unit::Month, 1)),
    ("month", (Unit::Month, 1)),
    ("months", (Unit::Month, 1)),
    ("quarter", (Unit::Month, 3)),
    ("quarters", (Unit::Month, 3)),
    ("w", (Unit::Week, 1)),
    ("wk", (Unit::Week, 1)),
    ("wks", (Unit::Week, 1)),
    ("week", (Unit::Week, 1)),
    ("weeks", (Unit::Week, 1)),
    ("fortnight", (Unit::Week, 2)),
    ("fortnights", (Unit::Week, 2)),
    ("d", (Unit::Day, 1)),
    ("day", (Unit::Day, 1)),
    ("days", (Unit::Day, 1)),
];

/// Words that lead to a length of time: "over", "for the next".
const LEADS: &[&str] =
    &["spread over", "over", "for", "during", "across", "in", "within", "through", "throughout", "lasting"];

/// Words that may stand between a lead and the length itself.
const FILLERS: &[&str] = &[
    "the",
    "next",
    "coming",
    "past",
    "last",
    "following",
    "first",
    "initial",
    "a period of",
    "period of",
    "the course of",
    "a span of",
    "a term of",
    "term of",
    "full",
];

/// Adverbs that say how often a sum falls due.
const RATES: &[(&str, &str)] = &[
    ("annually", "P1Y"),
    ("yearly", "P1Y"),
    ("per annum", "P1Y"),
    ("pa", "P1Y"),
    ("quarterly", "P3M"),
    ("monthly", "P1M"),
    ("weekly", "P1W"),
    ("daily", "P1D"),
];

/// The length of time that the whole of the words gives, in calendar units; a half of a year is six months. Words of
/// lead ("over", "for the next") may stand before it.
#[must_use]
pub fn period(words: &str) -> Option<Period> {
    let tokens = tokens(words);
    let coded = || words.trim().to_uppercase().parse().ok();
    // Words too long for a field have no tokens, and are not worth a second reading.
    if tokens.is_empty() { None } else { length(&tokens).or_else(|| clause(&tokens)).or_else(coded) }
}

/// The length of time in a quote: the longest run of words that [`period`] understands.
#[must_use]
pub fn period_within(words: &str) -> Option<Period> {
    longest_run(words, period)
}

/// A length of time joined to what it qualifies: "over 10 years", "for the next two years", "a year", "per month".
pub(super) fn clause(tokens: &[Token<'_>]) -> Option<Period> {
    let tokens = match tokens.split_first() {
        Some((first, rest)) if first.is(",") => rest,
        _ => tokens,
    };
    if let Some((used, rate)) = longest(tokens, RATES) {
        return (used == tokens.len()).then(|| rate.parse().ok()).flatten();
    }
    if let [each, unit] = tokens
        && ["a", "an", "per", "each", "every", "/"].contains(&each.low.as_str())
    {
        let (_, (unit, times)) = longest(std::slice::from_ref(unit), UNITS)?;
        return total(&[(unit, times)]);
    }
    let lead = LEADS.iter().filter_map(|words| phrase(tokens, words)).max()?;
    let mut rest = &tokens[lead..];
    while let Some(used) = FILLERS.iter().filter_map(|words| phrase(rest, words)).max() {
        rest = &rest[used..];
    }
    length(rest).or_else(|| {
        // "over a decade" and "over the next year" leave a unit alone.
        let [unit] = rest else {
            return None;
        };
        let (_, (unit, times)) = longest(std::slice::from_ref(unit), UNITS)?;
        total(&[(unit, times)])
    })
}

/// A length of time alone: counts with their units, largest first.
pub(super) fn length(tokens: &[Token<'_>]) -> Option<Period> {
    let mut counts: Vec<(Unit, u32)> = Vec::new();
    let mut rest = without_frame(tokens);
    while !rest.is_empty() {
        if !counts.is_empty() {
            if let Some(half) = half_more(rest) {
                let (unit, _) = *counts.last()?;
                counts.push(half_of(unit)?);
                rest = &rest[half..];
                continue;
            }
            let joints = rest.iter().take_while(|token| token.is("and") || token.is(",")).count();
            rest = &rest[joints.min(2)..];
        }
        let (found, used) = component(rest, counts.last().copied())?;
        let smaller = |next: Unit| counts.last().is_none_or(|(last, _)| *last < next);
        if !smaller(found.first()?.0) {
            return None;
        }
        counts.extend(found);
        rest = &rest[used..];
    }
    if counts.is_empty() { None } else { total(&counts) }
}

/// Drops what may stand around a length without changing it: "10 years'", "a ten-year period".
fn without_frame<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let tail = tokens.last().is_some_and(|token| ["'", "’", "period", "term"].contains(&token.low.as_str()));
    let tokens = &tokens[..tokens.len() - usize::from(tail)];
    match tokens.split_first() {
        Some((article, rest)) if ["a", "an", "the"].contains(&article.low.as_str()) && count_is_said(rest) => rest,
        _ => tokens,
    }
}

/// Whether a number comes next, so that an article before it counts nothing.
fn count_is_said(tokens: &[Token<'_>]) -> bool {
    tokens.first().is_some_and(Token::is_digits) || small(tokens).is_some()
}

/// The tokens of "and a half" where a length ends with it: "a year and a half".
fn half_more(tokens: &[Token<'_>]) -> Option<usize> {
    phrase(tokens, "and a half").filter(|used| *used == tokens.len())
}

/// One count with its unit, or with a half of the next: "10 years", "1.5 years", "half a year".
fn component(tokens: &[Token<'_>], before: Option<(Unit, u32)>) -> Option<(Vec<(Unit, u32)>, usize)> {
    for half in ["half a", "a half", "half"] {
        if let Some(mut used) = phrase(tokens, half) {
            used += usize::from(tokens.get(used).is_some_and(Token::is_dash));
            if let Some((more, (unit, 1))) = longest(&tokens[used..], UNITS) {
                return Some((vec![half_of(unit)?], used + more));
            }
        }
    }
    let (count, and_half, mut used) = count(tokens)?;
    used += usize::from(tokens.get(used).is_some_and(Token::is_dash));
    let (unit, times, more) = unit(&tokens[used..], before)?;
    let whole = (unit, count.checked_mul(times)?);
    let found = match (and_half, times) {
        (false, _) => vec![whole],
        (true, 1) if count == 0 => vec![half_of(unit)?],
        (true, 1) => vec![whole, half_of(unit)?],
        (true, _) => return None,
    };
    Some((found, used + more))
}

/// A whole number, whether a half follows it, and the tokens both take.
fn count(tokens: &[Token<'_>]) -> Option<(u32, bool, usize)> {
    let first = tokens.first()?;
    let (whole, mut used) = if first.is_digits() {
        (first.raw.parse().ok()?, 1)
    } else if first.is("a") || first.is("an") {
        (1, 1)
    } else {
        small(tokens)?
    };
    let halves = [(". 5", 2), ("½", 1), ("and a half", 3)];
    let half = halves.into_iter().find(|(words, _)| phrase(&tokens[used..], words).is_some());
    used += half.map_or(0, |(_, length)| length);
    Some((whole, half.is_some(), used))
}

/// A unit, how many of what it counts, and its tokens. A lone `m` means months after years only, as in "1y6m".
fn unit(tokens: &[Token<'_>], before: Option<(Unit, u32)>) -> Option<(Unit, u32, usize)> {
    if let Some((used, (unit, times))) = longest(tokens, UNITS) {
        return Some((unit, times, used));
    }
    let after_years = before.is_some_and(|(unit, _)| unit == Unit::Year);
    (after_years && tokens.first()?.is("m")).then_some((Unit::Month, 1, 1))
}

/// Half of a unit in whole smaller ones; only a year and a fortnight's half have one that calendars agree on.
const fn half_of(unit: Unit) -> Option<(Unit, u32)> {
    match unit {
        Unit::Year => Some((Unit::Month, 6)),
        Unit::Month | Unit::Week | Unit::Day => None,
    }
}

/// The period of all counts.
fn total(counts: &[(Unit, u32)]) -> Option<Period> {
    let of = |wanted: Unit| counts.iter().filter(|(unit, _)| *unit == wanted).map(|(_, count)| count).sum();
    Period::new(of(Unit::Year), of(Unit::Month), of(Unit::Week), of(Unit::Day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The spelling of the period, or nothing.
    fn spelled(found: Option<Period>) -> String {
        found.map(|period| period.as_str().to_owned()).unwrap_or_default()
    }

    #[test]
    fn understands_lengths() {
        let table = [
            ("10 years", "P10Y"),
            ("10y", "P10Y"),
            ("10 yrs", "P10Y"),
            ("10 yrs.", "P10Y"),
            ("18 months", "P18M"),
            ("P10Y", "P10Y"),
            ("p1y6m", "P1Y6M"),
            ("two years and six months", "P2Y6M"),
            ("two years, six months", "P2Y6M"),
            ("2 years 6 months 1 week 3 days", "P2Y6M1W3D"),
            ("a year", "P1Y"),
            ("one year", "P1Y"),
            ("ten-year", "P10Y"),
            ("10-year", "P10Y"),
            ("over 10 years", "P10Y"),
            ("90 days", "P90D"),
            ("2 weeks", "P2W"),
            ("twenty-five years", "P25Y"),
            ("half a year", "P6M"),
            ("a half-year", "P6M"),
            ("over a 10-year period", "P10Y"),
            ("a year and a half", "P1Y6M"),
            ("one and a half years", "P1Y6M"),
            ("1.5 years", "P1Y6M"),
            ("1½ years", "P1Y6M"),
            ("0.5 years", "P6M"),
            ("a decade", "P10Y"),
            ("two decades", "P20Y"),
            ("a fortnight", "P2W"),
            ("for the next two years", "P2Y"),
            ("over a period of 10 years", "P10Y"),
            ("over the next decade", "P10Y"),
            ("a ten-year period", "P10Y"),
            ("10 years’", "P10Y"),
            ("per year", "P1Y"),
            ("annually", "P1Y"),
            ("every month", "P1M"),
            ("1y6m", "P1Y6M"),
            ("TEN\u{a0}YEARS", "P10Y"),
            ("P2W", "P2W"),
            ("0 days", "P0D"),
            ("three quarters", "P9M"),
            ("within 90 days", "P90D"),
            ("one hundred days", "P100D"),
        ];
        for (words, want) in table {
            assert_eq!(spelled(period(words)), want, "{words}");
        }
    }

    #[test]
    fn refuses_what_is_no_length() {
        let table = [
            "",
            "10",
            "years",
            "ten",
            "10 m",
            "10 minutes",
            "6 months 2 years",
            "1 year 2 years",
            "1.25 years",
            "1.5 months",
            "about 10 years",
            "10 years ago",
            "over",
            "-10 years",
            "10 years and",
            "and 10 years",
            "12345678901 days",
            "4294967295 decades",
            "1,5 years",
            "P",
            "a few years",
        ];
        for words in table {
            assert_eq!(spelled(period(words)), "", "{words}");
        }
    }

    #[test]
    fn finds_the_longest_run() {
        let table = [
            ("a ceiling of $10 billion over 10 years, the Pentagon said", "P10Y"),
            ("sentenced to two years and six months in prison", "P2Y6M"),
            ("the ten-year contract", "P10Y"),
            ("“90 days”", "P90D"),
            ("the court ruled on Friday", ""),
            ("", ""),
        ];
        for (words, want) in table {
            assert_eq!(spelled(period_within(words)), want, "{words}");
        }
    }

    proptest! {
        #[test]
        fn reads_back_what_is_shown(counts in any::<[u16; 4]>()) {
            let [years, months, weeks, days] = counts.map(u32::from);
            let made = Period::new(years, months, weeks, days);
            let shown = made.as_ref().map(ToString::to_string).unwrap_or_default();
            prop_assert_eq!(period(&shown), made);
        }

        #[test]
        fn never_panics(words in any::<String>(), near in "([0-9]{1,12}|a|half|and|year|m|months|over|[-.,½']| ){0,12}") {
            let _ = (period(&words), period_within(&words), period(&near), period_within(&near));
        }
    }
}
