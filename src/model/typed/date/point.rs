//! One date out of its parts, perhaps without a year.

use jiff::civil::{Date, Weekday};

use super::super::tokens::{Token, longest};
use super::parts::{Part, Third, parts};
use super::year::{Way, year_from};
use crate::model::partial_date::PartialDate;

/// One date and the doubt about it.
#[derive(Clone, Debug)]
pub(super) struct End {
    pub point: Point,
    /// EDTF's mark: `~`, `?` or `%`.
    pub doubt: Option<&'static str>,
}

/// One date.
#[derive(Clone, Debug)]
pub(super) enum Point {
    /// A year, month or day, some of which may be missing.
    Loose(Loose),
    /// A date in EDTF: a season, a quarter, a decade.
    Whole(String),
    /// The first and last date of a vague one, "early 2020".
    Vague(String, String),
}

/// The parts said of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Loose {
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    pub weekday: Option<Weekday>,
}

/// Words of doubt before a date.
const DOUBTS: &[(&str, &str)] = &[
    ("about", "~"),
    ("around", "~"),
    ("circa", "~"),
    ("c", "~"),
    ("ca", "~"),
    ("approximately", "~"),
    ("approx", "~"),
    ("roughly", "~"),
    ("~", "~"),
    ("perhaps", "?"),
    ("possibly", "?"),
    ("probably", "?"),
    ("maybe", "?"),
];

/// One date with its doubt.
pub(super) fn end(tokens: &[Token<'_>]) -> Option<End> {
    let (used, before) = longest(tokens, DOUBTS).map_or((0, None), |(used, mark)| (used, Some(mark)));
    let rest = &tokens[used..];
    let after = rest.last().and_then(|token| ["?", "~", "%"].into_iter().find(|mark| token.is(mark)));
    let rest = &rest[..rest.len() - usize::from(after.is_some())];
    let doubt = match (before, after) {
        (Some(one), Some(other)) if one != other => Some("%"),
        _ => before.or(after),
    };
    Some(End { point: point(&parts(rest)?)?, doubt })
}

/// One date out of its parts.
fn point(parts: &[Part]) -> Option<Point> {
    if let [Part::Weekday(weekday), rest @ ..] | [rest @ .., Part::Weekday(weekday)] = parts {
        return match point(rest)? {
            Point::Loose(loose) if loose.day.is_some() && loose.weekday.is_none() => {
                Some(Point::Loose(Loose { weekday: Some(*weekday), ..loose }))
            }
            _ => None,
        };
    }
    if let [Part::Vague(third), rest @ ..] = parts {
        return vague(*third, rest);
    }
    if let [Part::OfYear(part), Part::Year(year)] | [Part::Year(year), Part::OfYear(part)] = parts {
        return Some(Point::Whole(format!("{year:04}-{part}")));
    }
    if let [Part::Decade(year)] = parts {
        return Some(Point::Whole(format!("{:03}X", year / 10)));
    }
    loose(parts).or_else(|| numeric(parts)).map(Point::Loose)
}

/// A date with its month in letters, or the rest of one in an interval.
fn loose(parts: &[Part]) -> Option<Loose> {
    use Part::{Month, Small, Year};
    let (year, month, day) = match *parts {
        [Year(year)] => (Some(year), None, None),
        [Month(month)] => (None, Some(month), None),
        [Small(day)] => (None, None, Some(day)),
        [Small(day), Year(year)] => (Some(year), None, Some(day)),
        [Month(month), Year(year)] | [Year(year), Month(month)] => (Some(year), Some(month), None),
        [Small(day), Month(month)] | [Month(month), Small(day)] => (None, Some(month), Some(day)),
        [Small(day), Month(month), Year(year)]
        | [Month(month), Small(day), Year(year)]
        | [Year(year), Month(month), Small(day)] => (Some(year), Some(month), Some(day)),
        _ => return None,
    };
    Some(Loose { year, month, day, weekday: None })
}

/// A date in digits: year first, or last with day and month in an order that only one reading fits.
fn numeric(parts: &[Part]) -> Option<Loose> {
    use Part::{Between, Small, Year};
    let (year, month, day) = match *parts {
        [Year(year), Between(_), Small(month)] | [Small(month), Between(_), Year(year)] => (year, month, None),
        [Year(year), Between(mark), Small(month), Between(again), Small(day)] if mark == again => {
            (year, month, Some(day))
        }
        [Small(one), Between(mark), Small(other), Between(again), Year(year)] if mark == again => {
            let (day, month) = match (one, other) {
                (day @ 13.., month) | (month, day @ 13..) => (day, month),
                (day, month) if day == month => (day, month),
                _ => return None,
            };
            (year, month, Some(day))
        }
        _ => return None,
    };
    (1..=12).contains(&month).then_some(Loose { year: Some(year), month: Some(month), day, weekday: None })
}

/// A third of a year or a month.
fn vague(third: Third, rest: &[Part]) -> Option<Point> {
    let Loose { year: Some(year), month, day: None, .. } = loose(rest).or_else(|| numeric(rest))? else {
        return None;
    };
    let Some(month) = month else {
        let (from, to) = match third {
            Third::Early => (1, 4),
            Third::Mid => (5, 8),
            Third::Late => (9, 12),
        };
        return Some(Point::Vague(format!("{year:04}-{from:02}"), format!("{year:04}-{to:02}")));
    };
    let (from, to) = match third {
        Third::Early => (1, 10),
        Third::Mid => (11, 20),
        Third::Late => (21, Date::new(year, month, 1).ok()?.days_in_month()),
    };
    Some(Point::Vague(format!("{year:04}-{month:02}-{from:02}"), format!("{year:04}-{month:02}-{to:02}")))
}

impl Point {
    /// The point with its year taken from the anchor where it has none of its own.
    pub(super) fn dated(self, way: Way, anchor: Option<&PartialDate>) -> Option<Self> {
        match self {
            Self::Loose(loose) if loose.year.is_none() => {
                Some(Self::Loose(Loose { year: Some(year_from(loose, way, anchor?)?), ..loose }))
            }
            _ => Some(self),
        }
    }

    /// Its first and last date in EDTF, the same one unless it is vague. None while a part is missing.
    pub(super) fn spelled(&self) -> Option<(String, String)> {
        match self {
            Self::Loose(loose) => loose.spelled().map(|edtf| (edtf.clone(), edtf)),
            Self::Whole(edtf) => Some((edtf.clone(), edtf.clone())),
            Self::Vague(first, last) => Some((first.clone(), last.clone())),
        }
    }
}

impl Loose {
    /// The date in EDTF. A day must fall on the weekday said: words that contradict themselves are not understood.
    fn spelled(&self) -> Option<String> {
        let year = self.year?;
        match (self.month, self.day) {
            (None, None) => Some(format!("{year:04}")),
            (Some(month), None) => Some(format!("{year:04}-{month:02}")),
            (Some(month), Some(day)) => {
                let date = Date::new(year, month, day).ok()?;
                let fits = self.weekday.is_none_or(|weekday| weekday == date.weekday());
                fits.then(|| format!("{year:04}-{month:02}-{day:02}"))
            }
            (None, Some(_)) => None,
        }
    }
}
