//! Two dates with a word or a dash between them, the one lending the other what it leaves out.

use super::super::tokens::{Token, phrase};
use super::point::{End, Loose, Point, end};
use super::year::{Way, year_from};
use crate::model::partial_date::PartialDate;

/// Words for an end that nobody knows, and for one that is still to come.
const UNKNOWN: &[&str] = &["unknown", "?"];
const STILL: &[&str] = &["present", "now", "today", "open"];

/// An interval in EDTF: the two sides of one of the joints, or of a dash.
pub(super) fn interval(
    tokens: &[Token<'_>],
    joints: &[&str],
    way: Way,
    anchor: Option<&PartialDate>,
) -> Option<String> {
    (1..tokens.len()).find_map(|at| {
        let rest = &tokens[at..];
        let joint = joints.iter().filter_map(|words| phrase(rest, words)).max();
        let used = joint.or_else(|| parting_dash(tokens, at).then_some(1))?;
        between(&tokens[..at], &rest[used..], way, anchor)
    })
}

/// Whether the token is a dash between two dates, rather than inside of one as in `2020-09-16`.
fn parting_dash(tokens: &[Token<'_>], at: usize) -> bool {
    let dash = &tokens[at];
    let (before, after) = (tokens[..at].last(), tokens.get(at + 1));
    let tight = dash.raw == "-" && dash.glued && after.is_some_and(|next| next.glued);
    let (Some(before), Some(after)) =
        (before.filter(|token| token.is_digits()), after.filter(|token| token.is_digits()))
    else {
        return dash.is_dash();
    };
    let alike = (before.raw.len() == 4) == (after.raw.len() == 4);
    let in_number =
        |mark: Option<&Token<'_>>| mark.is_some_and(|mark| mark.glued && ["-", "/", "."].contains(&mark.raw));
    let part_of_more = in_number(at.checked_sub(2).and_then(|at| tokens.get(at))) || in_number(tokens.get(at + 2));
    dash.is_dash() && (!tight || (alike && !part_of_more))
}

/// The interval of two sides.
fn between(left: &[Token<'_>], right: &[Token<'_>], way: Way, anchor: Option<&PartialDate>) -> Option<String> {
    let is = |tokens: &[Token<'_>], words: &[&str]| matches!(tokens, [only] if words.contains(&only.low.as_str()));
    let one = |tokens: &[Token<'_>], first: bool| {
        let End { point, doubt } = end(tokens)?;
        let (start, last) = point.dated(way, anchor)?.spelled()?;
        Some((if first { start } else { last }) + doubt.unwrap_or_default())
    };
    if is(left, UNKNOWN) {
        return Some(format!("/{}", one(right, false)?));
    }
    if is(right, UNKNOWN) {
        return Some(format!("{}/", one(left, true)?));
    }
    if is(right, STILL) {
        return Some(format!("{}/..", one(left, true)?));
    }
    let (left, right) = (end(left)?, end(right)?);
    let (from, to) = lent(left.point, right.point, way, anchor)?;
    let (from, to) = (from.spelled()?.0, to.spelled()?.1);
    Some(format!("{from}{}/{to}{}", left.doubt.unwrap_or_default(), right.doubt.unwrap_or_default()))
}

/// Both points whole: a month or year that one leaves out is the other's.
fn lent(left: Point, right: Point, way: Way, anchor: Option<&PartialDate>) -> Option<(Point, Point)> {
    let (&Point::Loose(mut from), &Point::Loose(mut to)) = (&left, &right) else {
        return Some((left.dated(way, anchor)?, right.dated(way, anchor)?));
    };
    if let Some(year) = second_year(from, to) {
        return Some((left, Point::Loose(year)));
    }
    if from.day.is_some() && from.month.is_none() {
        from.month = to.month;
    }
    if to.day.is_some() && to.month.is_none() {
        to.month = from.month;
    }
    match (from.year, to.year) {
        (None, Some(year)) => from.year = Some(if follows(from, to) { year - 1 } else { year }),
        (None, None) => from.year = Some(year_from(from, way, anchor?)?),
        _ => {}
    }
    if to.year.is_none() {
        to.year = from.year.map(|year| if follows(from, to) { year + 1 } else { year });
    }
    Some((Point::Loose(from), Point::Loose(to)))
}

/// The second year of `2019–20`: two digits after a year, later in its century.
fn second_year(from: Loose, to: Loose) -> Option<Loose> {
    let (
        Loose { year: Some(first), month: None, day: None, .. },
        Loose { year: None, month: None, day: Some(digits), .. },
    ) = (from, to)
    else {
        return None;
    };
    let second = i16::from(digits);
    (second > first % 100).then_some(Loose { year: Some(first - first % 100 + second), ..Loose::default() })
}

/// Whether the first comes later in the year than the second, so that a new year lies between them.
fn follows(from: Loose, to: Loose) -> bool {
    let place = |loose: Loose| Some((loose.month?, loose.day.unwrap_or(1)));
    let end = |loose: Loose| Some((loose.month?, loose.day.unwrap_or(31)));
    place(from).zip(end(to)).is_some_and(|(start, end)| start > end)
}
