//! Dates as people write them: "16 Sep 2020", "by September 16", "Aug–Oct 2020", "third quarter of 2020".

mod interval;
mod parts;
mod point;
#[cfg(test)]
mod tests;
mod year;

use super::tokens::{Token, longest, longest_at_end, phrase, tokens};
use crate::model::bounds::Bound;
use crate::model::partial_date::PartialDate;
use point::End;
pub(crate) use point::Loose;
pub(crate) use year::{Way, year_from};

/// What was understood of a typed date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedDate {
    /// The date or interval, in EDTF.
    pub date: PartialDate,
    /// How the event lies to it, where the words say so.
    pub bound: Option<Bound>,
}

/// What stands before a date: the bound, and on which side of the anchor a date without a year is looked for.
const LEADS: &[(&str, (Bound, Way))] = &[
    ("by", (Bound::By, Way::Next)),
    ("before", (Bound::By, Way::Next)),
    ("until", (Bound::By, Way::Next)),
    ("till", (Bound::By, Way::Next)),
    ("up to", (Bound::By, Way::Next)),
    ("prior to", (Bound::By, Way::Next)),
    ("on or before", (Bound::By, Way::Next)),
    ("no later than", (Bound::By, Way::Next)),
    ("not later than", (Bound::By, Way::Next)),
    ("from", (Bound::From, Way::Next)),
    ("after", (Bound::From, Way::Next)),
    ("as of", (Bound::From, Way::Next)),
    ("on or after", (Bound::From, Way::Next)),
    ("no earlier than", (Bound::From, Way::Next)),
    ("not before", (Bound::From, Way::Next)),
    ("starting", (Bound::From, Way::Next)),
    ("starting on", (Bound::From, Way::Next)),
    ("starting in", (Bound::From, Way::Next)),
    ("effective", (Bound::From, Way::Next)),
    ("since", (Bound::From, Way::Last)),
    ("ever since", (Bound::From, Way::Last)),
    ("within", (Bound::Within, Way::Nearest)),
    ("during", (Bound::Within, Way::Nearest)),
    ("in", (Bound::Within, Way::Nearest)),
    ("sometime in", (Bound::Within, Way::Nearest)),
    ("some time in", (Bound::Within, Way::Nearest)),
    ("throughout", (Bound::Throughout, Way::Nearest)),
    ("all through", (Bound::Throughout, Way::Nearest)),
    ("all of", (Bound::Throughout, Way::Nearest)),
    ("on", (Bound::On, Way::Nearest)),
];

/// What a bound makes idle before a date: "by the end of 2020" is by 2020, whose last day is the latest anyway, and "on or
/// about" is on the day that "about" puts in doubt.
const EDGES: &[(&str, Bound)] = &[
    ("the end of", Bound::By),
    ("end of", Bound::By),
    ("the close of", Bound::By),
    ("the start of", Bound::From),
    ("start of", Bound::From),
    ("the beginning of", Bound::From),
    ("beginning of", Bound::From),
    ("or", Bound::On),
];

/// Words after a date that leave its end open.
const ONWARDS: &[(&str, ())] = &[("onwards", ()), ("onward", ()), ("and later", ()), ("or later", ())];

/// The date that the whole of the words gives: EDTF as it stands, or English words.
///
/// A day or month without a year takes it from the anchor, the date of what was read, and is not understood without one:
/// after "by", "from" and the like the next one from the anchor's first day on, after "since" the last one; else a day is
/// the nearest to the anchor, and a month the last that had begun, since the press reports what has happened.
/// `03/04/2020` may be in March or in April and is not understood; `16/09/2020` and `09/16/2020` are. A decade written
/// "2000s" is ten years. "Early", "mid" and "late" are thirds of the year or month, and a bound of within goes with them.
/// `2020-21` is EDTF's spring of 2020, not two years; `2020–21` with a longer dash is two years.
#[must_use]
pub fn date(words: &str, anchor: Option<&PartialDate>) -> Option<TypedDate> {
    let words = words.trim();
    let found = coded(words, None).or_else(|| spoken(words, anchor));
    // No calendar of the press has a year 0: it is how an empty field looks in other programs' data.
    found
        .filter(|typed| [typed.date.first_day(), typed.date.last_day()].into_iter().flatten().all(|day| day.year() > 0))
}

/// EDTF itself.
fn coded(words: &str, bound: Option<Bound>) -> Option<TypedDate> {
    words.parse().ok().map(|date| TypedDate { date, bound })
}

/// English words.
fn spoken(words: &str, anchor: Option<&PartialDate>) -> Option<TypedDate> {
    let tokens = tokens(words);
    let typed = |edtf: String, bound: Option<Bound>| edtf.parse().ok().map(|date| TypedDate { date, bound });
    if let Some(used) = phrase(&tokens, "between") {
        return typed(interval::interval(&tokens[used..], &["and"], Way::Nearest, anchor)?, Some(Bound::Within));
    }
    if let Some(used) = phrase(&tokens, "any time up to") {
        return typed(format!("../{}", single(&tokens[used..], Way::Nearest, anchor)?.0), None);
    }
    let (bound, way, rest) = lead(&tokens);
    let first = rest.first()?;
    if let Some(found) = bound.and_then(|bound| coded(words.get(first.at..)?, Some(bound))) {
        return Some(found);
    }
    if let Some((edtf, vague)) = single(rest, way, anchor) {
        return typed(edtf, bound.or(vague.then_some(Bound::Within)));
    }
    if let Some((used, ())) = longest_at_end(rest, ONWARDS) {
        let (edtf, _) = single(&rest[..rest.len() - used], way, anchor)?;
        return if bound == Some(Bound::From) { typed(edtf, bound) } else { typed(format!("{edtf}/.."), bound) };
    }
    // "From" begins an interval as it begins a bound.
    let bound = bound.filter(|bound| *bound != Bound::From);
    typed(interval::interval(rest, &["to", "until", "till", "through", "thru"], way, anchor)?, bound)
}

/// The bound said before a date, and the rest.
fn lead<'t, 'a>(tokens: &'t [Token<'a>]) -> (Option<Bound>, Way, &'t [Token<'a>]) {
    let Some((used, (bound, way))) = longest(tokens, LEADS) else {
        return (None, Way::Nearest, tokens);
    };
    let rest = &tokens[used..];
    let edge = longest(rest, EDGES).filter(|(_, side)| *side == bound).map_or(0, |(used, _)| used);
    (Some(bound), way, &rest[edge..])
}

/// One date in EDTF, and whether it was given vaguely ("early 2020").
fn single(tokens: &[Token<'_>], way: Way, anchor: Option<&PartialDate>) -> Option<(String, bool)> {
    let End { point, doubt } = point::end(tokens)?;
    let (start, end) = point.dated(way, anchor)?.spelled()?;
    let vague = start != end;
    let doubt = doubt.unwrap_or_default();
    Some((if vague { format!("{start}{doubt}/{end}{doubt}") } else { format!("{start}{doubt}") }, vague))
}
