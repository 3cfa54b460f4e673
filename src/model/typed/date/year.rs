//! The year of a day or month that was written without one.

use std::time::Duration;

use jiff::civil::Date;

use super::point::Loose;
use crate::model::partial_date::PartialDate;

/// On which side of the anchor a date is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The first from the anchor's first day on.
    Next,
    /// The last that had begun by the anchor's last day.
    Last,
    /// A day: the nearest on either side. A month: as [`Way::Last`].
    Nearest,
}

/// Years looked at on each side: two 29 Februaries are at most eight years apart.
const REACH: i16 = 8;

/// Years looked at on each side for a day with its weekday, which comes round too often to tell more.
const WEEKDAY_REACH: i16 = 1;

/// The year that puts the month, or the day, where the way says. A day must fall on its weekday where one was said.
pub(crate) fn year_from(loose: Loose, way: Way, anchor: &PartialDate) -> Option<i16> {
    let start = anchor.first_day().or_else(|| anchor.last_day())?;
    let end = anchor.last_day().unwrap_or(start);
    let reach = if loose.weekday.is_some() { WEEKDAY_REACH } else { REACH };
    let years = start.year().saturating_sub(reach)..=end.year().saturating_add(reach);
    let mut spans = years.filter_map(|year| span(loose, year));
    let found = match (way, loose.day) {
        (Way::Next, _) => spans.find(|(_, last)| *last >= start),
        (Way::Nearest, Some(_)) => spans.min_by_key(|(first, _)| distance(*first, start, end)),
        (Way::Last, _) | (Way::Nearest, None) => spans.rfind(|(first, _)| *first <= end),
    };
    found.map(|(first, _)| first.year())
}

/// The first and last day of the month or day in a year.
fn span(loose: Loose, year: i16) -> Option<(Date, Date)> {
    let first = Date::new(year, loose.month?, loose.day.unwrap_or(1)).ok()?;
    let last = if loose.day.is_some() { first } else { first.last_of_month() };
    let fits = loose.weekday.is_none_or(|weekday| weekday == first.weekday());
    fits.then_some((first, last))
}

/// How far a day lies outside a span.
fn distance(day: Date, start: Date, end: Date) -> Duration {
    let nearest = day.clamp(start, end);
    day.duration_since(nearest).unsigned_abs()
}
