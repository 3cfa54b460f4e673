//! Dates as sources give them: a year, a month, a day, a season, a span, with doubt marked.
//!
//! The notation is the Extended Date/Time Format (EDTF) of the Library of Congress, specification of 4 February 2019,
//! <https://www.loc.gov/standards/datetime/>, which ISO 8601-2:2019 takes over. Read here: all of level 0; of level 1
//! seasons, qualification of a whole date, unspecified digits and extended intervals; of level 2 the seasons, quarters and
//! other parts of a year numbered 25 to 41, and seasons, doubt or unspecified digits at the ends of an interval. Years
//! run from 0000 to 9999: years with a letter `Y` or a minus sign are not read.

mod calendar;
mod display;
mod edtf;
#[cfg(test)]
mod tests;

use std::str::FromStr;

use compact_str::CompactString;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One EDTF date or interval. The spelling of the file is kept, and `==` compares spellings.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "CompactString", into = "CompactString")]
pub struct PartialDate {
    spelling: CompactString,
    form: Form,
}

/// Why words are not a [`PartialDate`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The words do not have the form of a date.
    #[error("“{0}” is not a date such as 2019, 2019-11, 2019-11-22, 2020-02~ or 2020-08-23/2020-12-31")]
    Form(CompactString),
    /// The form is right, but no calendar has that month, day or time.
    #[error("the calendar has no “{0}”")]
    NoSuchDay(CompactString),
    /// An interval that ends before it starts.
    #[error("“{0}” ends before it starts")]
    Reversed(CompactString),
}

/// How sure the source is of a date, EDTF's qualifiers at the end of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// `?`: the date may be another.
    Uncertain,
    /// `~`: the date is near this one.
    Approximate,
    /// `%`: both.
    Both,
}

/// One date or two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    Single(Point),
    Interval(End, End),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum End {
    /// `..`: it goes on.
    Open,
    /// Nothing written: it ends, nobody knows when.
    Unknown,
    At(Point),
}

/// One date with the days it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Point {
    shape: Shape,
    qualifier: Option<Qualifier>,
    first: Date,
    last: Date,
}

/// What a date says; a year of decade or century is its first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Shape {
    Year(i16),
    Decade(i16),
    Century(i16),
    Month(i16, i8),
    SomeMonth(i16),
    /// A year and a part of it, numbered as EDTF numbers them, 21 to 41.
    Part(i16, i8),
    Day(Date),
    SomeDayOfMonth(i16, i8),
    SomeDayOfYear(i16),
    /// A day with a time, which stays in the spelling only.
    Moment(Date),
}

impl PartialDate {
    /// The spelling, as it stands in the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.spelling
    }

    /// The date of one day.
    ///
    /// # Errors
    /// [`DateError::Form`] when the year is below 0.
    pub fn from_day(day: Date) -> Result<Self, DateError> {
        format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()).parse()
    }

    /// The first day the date covers; none where the start is open or unknown.
    #[must_use]
    pub const fn first_day(&self) -> Option<Date> {
        match self.form {
            Form::Single(point) | Form::Interval(End::At(point), _) => Some(point.first),
            Form::Interval(..) => None,
        }
    }

    /// The last day the date covers; none where the end is open or unknown.
    #[must_use]
    pub const fn last_day(&self) -> Option<Date> {
        match self.form {
            Form::Single(point) | Form::Interval(_, End::At(point)) => Some(point.last),
            Form::Interval(..) => None,
        }
    }

    /// Whether it covers one day only, be that day in doubt or not.
    #[must_use]
    pub fn is_single_day(&self) -> bool {
        self.first_day().is_some() && self.first_day() == self.last_day()
    }

    /// Whether it has two ends, `a/b`, whichever of them is open or unknown.
    #[must_use]
    pub const fn is_interval(&self) -> bool {
        matches!(self.form, Form::Interval(..))
    }

    /// The doubt about a date that is no interval.
    #[must_use]
    pub const fn qualifier(&self) -> Option<Qualifier> {
        match self.form {
            Form::Single(point) => point.qualifier,
            Form::Interval(..) => None,
        }
    }

    /// Whether each day of the other lies in this one. An open or unknown end reaches as far as time does.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        let starts_in_time = self.first_day().is_none_or(|mine| other.first_day().is_some_and(|theirs| mine <= theirs));
        let ends_in_time = self.last_day().is_none_or(|mine| other.last_day().is_some_and(|theirs| theirs <= mine));
        starts_in_time && ends_in_time
    }

    /// Whether some day lies in both. An open or unknown end reaches as far as time does.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_by = |start: Option<Date>, end: Option<Date>| start.zip(end).is_none_or(|(start, end)| start <= end);
        begins_by(self.first_day(), other.last_day()) && begins_by(other.first_day(), self.last_day())
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(words: &str) -> Result<Self, Self::Err> {
        let form = edtf::form(words)?;
        Ok(Self { spelling: CompactString::from(words), form })
    }
}

impl TryFrom<CompactString> for PartialDate {
    type Error = DateError;

    fn try_from(words: CompactString) -> Result<Self, Self::Error> {
        words.parse()
    }
}

impl From<PartialDate> for CompactString {
    fn from(date: PartialDate) -> Self {
        date.spelling
    }
}
