//! Holidays with fixed or computable dates.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::reader::Reader;
use crate::suggest::tokens::Kind;

/// When a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// On a month and day.
    Fixed(i8, i8),
    /// On the nth weekday of a month, from its end where negative; days after that.
    Nth(i8, Weekday, i8, i8),
    /// Days after Easter Sunday of the Western churches.
    Easter(i16),
}

/// The holidays by name. Those of the United States where a name has several.
const FEASTS: &[(&str, Feast)] = &[
    ("christmas eve", Feast::Fixed(12, 24)),
    ("christmas day", Feast::Fixed(12, 25)),
    ("christmas", Feast::Fixed(12, 25)),
    ("xmas", Feast::Fixed(12, 25)),
    ("boxing day", Feast::Fixed(12, 26)),
    ("new year eve", Feast::Fixed(12, 31)),
    ("new years eve", Feast::Fixed(12, 31)),
    ("new year day", Feast::Fixed(1, 1)),
    ("new years day", Feast::Fixed(1, 1)),
    ("halloween", Feast::Fixed(10, 31)),
    ("valentine day", Feast::Fixed(2, 14)),
    ("valentines day", Feast::Fixed(2, 14)),
    ("independence day", Feast::Fixed(7, 4)),
    ("juneteenth", Feast::Fixed(6, 19)),
    ("veterans day", Feast::Fixed(11, 11)),
    ("armistice day", Feast::Fixed(11, 11)),
    ("remembrance day", Feast::Fixed(11, 11)),
    ("earth day", Feast::Fixed(4, 22)),
    ("bastille day", Feast::Fixed(7, 14)),
    ("canada day", Feast::Fixed(7, 1)),
    ("australia day", Feast::Fixed(1, 26)),
    ("anzac day", Feast::Fixed(4, 25)),
    ("thanksgiving day", Feast::Nth(11, Weekday::Thursday, 4, 0)),
    ("thanksgiving", Feast::Nth(11, Weekday::Thursday, 4, 0)),
    ("black friday", Feast::Nth(11, Weekday::Thursday, 4, 1)),
    ("cyber monday", Feast::Nth(11, Weekday::Thursday, 4, 4)),
    ("labor day", Feast::Nth(9, Weekday::Monday, 1, 0)),
    ("labour day", Feast::Nth(9, Weekday::Monday, 1, 0)),
    ("memorial day", Feast::Nth(5, Weekday::Monday, -1, 0)),
    ("presidents day", Feast::Nth(2, Weekday::Monday, 3, 0)),
    ("columbus day", Feast::Nth(10, Weekday::Monday, 2, 0)),
    ("martin luther king day", Feast::Nth(1, Weekday::Monday, 3, 0)),
    ("martin luther king jr day", Feast::Nth(1, Weekday::Monday, 3, 0)),
    ("mlk day", Feast::Nth(1, Weekday::Monday, 3, 0)),
    ("mother day", Feast::Nth(5, Weekday::Sunday, 2, 0)),
    ("mothers day", Feast::Nth(5, Weekday::Sunday, 2, 0)),
    ("father day", Feast::Nth(6, Weekday::Sunday, 3, 0)),
    ("fathers day", Feast::Nth(6, Weekday::Sunday, 3, 0)),
    ("election day", Feast::Nth(11, Weekday::Monday, 1, 1)),
    ("ash wednesday", Feast::Easter(-46)),
    ("palm sunday", Feast::Easter(-7)),
    ("good friday", Feast::Easter(-2)),
    ("easter sunday", Feast::Easter(0)),
    ("easter monday", Feast::Easter(1)),
    ("easter", Feast::Easter(0)),
    ("ascension day", Feast::Easter(39)),
    ("pentecost", Feast::Easter(49)),
    ("whit sunday", Feast::Easter(49)),
    ("whit monday", Feast::Easter(50)),
];

impl Feast {
    /// The day it falls on in a year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, weekday, nth, more) => {
                let first = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
                first.checked_add(i64::from(more).days()).ok()
            }
            Self::Easter(days) => easter(year)?.checked_add(Span::new().try_days(days).ok()?).ok(),
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 in the form of J. Meeus, *Astronomical
/// Algorithms* (1991), chapter 8.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * late + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?).ok()
}

/// The holiday whose name starts here, the longest that fits, and the place after it.
pub(super) fn feast(reader: &Reader<'_>, at: usize) -> Option<(Feast, usize)> {
    // "New" and "good" are in every text.
    let may_be = reader.is_capital(at) || matches!(reader.str(at + 1), "year" | "years" | "day");
    if !may_be && !matches!(reader.str(at), "christmas" | "easter" | "halloween" | "thanksgiving" | "xmas") {
        return None;
    }
    longest(reader, at).filter(|(_, end)| reader.is_capital(at) || *end > at + 1 || !may_be)
}

fn longest(reader: &Reader<'_>, at: usize) -> Option<(Feast, usize)> {
    let found = FEASTS.iter().filter_map(|(name, feast)| Some((*feast, matched(reader, at, name)?)));
    found.max_by_key(|(_, end)| *end)
}

/// The place after a name, whose words can have a possessive ending.
fn matched(reader: &Reader<'_>, at: usize, name: &str) -> Option<usize> {
    let mut place = at;
    let mut end = at;
    for word in name.split(' ') {
        while end > at && skipped(reader, place) {
            place += 1;
        }
        if !reader.str(place).eq_ignore_ascii_case(word) {
            return None;
        }
        place += 1;
        end = place;
    }
    Some(end)
}

fn skipped(reader: &Reader<'_>, at: usize) -> bool {
    let clitic = reader.token(at).is_some_and(|token| token.kind == Kind::Clitic);
    (clitic || reader.is_mark(at, "'’.,")) && reader.is_glued(at)
}
