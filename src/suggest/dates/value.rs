//! Dates as they are worked out: a first day and how much time it names, spelled in EDTF and in TIMEX3.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::model::PartialDate;

/// How much time a [`Point`] names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    Day,
    /// Monday to Sunday, as ISO 8601 has it.
    Week,
    /// Saturday and Sunday.
    Weekend,
    Month,
    /// A part of the year by EDTF's number: seasons 21 to 24, quarters 33 to 36, halves 40 and 41.
    Part(i8),
    Year,
    Decade,
    Century,
}

/// A length of time that words count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Seconds, minutes and hours: no dates.
    Clock,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// One day, month, year and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    /// Its first day.
    pub first: Date,
    /// How long it is.
    pub grain: Grain,
}

/// A date or an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// The date, or the start of the interval.
    pub from: Point,
    /// The end of an interval.
    pub to: Option<Point>,
    /// The words say "about", "few" or the like.
    pub is_about: bool,
    /// What TIMEX3 names where it is not the interval: the year in "early 2020".
    pub named: Option<Point>,
}

/// A date some units away, none past the calendar's ends.
pub(super) fn shifted(day: Date, unit: Unit, count: i32) -> Option<Date> {
    let by = |days: i32| Span::new().try_days(days).ok();
    let span = match unit {
        Unit::Clock => return None,
        Unit::Day => by(count)?,
        Unit::Week | Unit::Weekend => by(count.checked_mul(7)?)?,
        Unit::Fortnight => by(count.checked_mul(14)?)?,
        Unit::Month => Span::new().try_months(count).ok()?,
        Unit::Quarter => Span::new().try_months(count.checked_mul(3)?).ok()?,
        Unit::Year => Span::new().try_years(count).ok()?,
        Unit::Decade => Span::new().try_years(count.checked_mul(10)?).ok()?,
        Unit::Century => Span::new().try_years(count.checked_mul(100)?).ok()?,
    };
    day.checked_add(span).ok().filter(|day| day.year() > 0)
}

impl Unit {
    /// The point of this length that a day lies in.
    pub fn around(self, day: Date) -> Option<Point> {
        let back = |days: i8| day.checked_sub(i64::from(days).days()).ok();
        let weekday = day.weekday().to_monday_zero_offset();
        let (first, grain) = match self {
            Self::Clock | Self::Day => (day, Grain::Day),
            Self::Week | Self::Fortnight => (back(weekday)?, Grain::Week),
            Self::Weekend => (back(weekday - 5)?, Grain::Weekend),
            Self::Month => (day.first_of_month(), Grain::Month),
            Self::Quarter => return Point::part(day.year(), 33 + (day.month() - 1) / 3),
            Self::Year => (day.first_of_year(), Grain::Year),
            Self::Decade => return Point::years(day.year() - day.year() % 10, Grain::Decade),
            Self::Century => return Point::years(day.year() - day.year() % 100, Grain::Century),
        };
        Some(Point { first, grain })
    }

    /// How a date of this length is written in TIMEX3 where nothing tells which one.
    pub const fn unknown(self) -> &'static str {
        match self {
            Self::Clock | Self::Day => "XXXX-XX-XX",
            Self::Week | Self::Fortnight => "XXXX-WXX",
            Self::Weekend => "XXXX-WXX-WE",
            Self::Month => "XXXX-XX",
            Self::Quarter => "XXXX-QX",
            Self::Year => "XXXX",
            Self::Decade => "XXX",
            Self::Century => "XX",
        }
    }
}

impl Point {
    /// A day.
    pub const fn day(first: Date) -> Self {
        Self { first, grain: Grain::Day }
    }

    /// A year, or the decade or century that begins with it.
    pub fn years(year: i16, grain: Grain) -> Option<Self> {
        let first = Date::new(year, 1, 1).ok().filter(|_| year > 0)?;
        Some(Self { first, grain })
    }

    /// A month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Some(Self { first: Date::new(year, month, 1).ok()?, grain: Grain::Month })
    }

    /// A part of a year by EDTF's number, with the northern seasons of meteorologists as the model has them.
    pub fn part(year: i16, part: i8) -> Option<Self> {
        let month = match part {
            21..=24 => (part - 20) * 3,
            33..=36 => (part - 33) * 3 + 1,
            40 | 41 => (part - 40) * 6 + 1,
            _ => return None,
        };
        Some(Self { first: Date::new(year, month, 1).ok()?, grain: Grain::Part(part) })
    }

    /// Its last day.
    pub fn last(self) -> Date {
        let span = match self.grain {
            Grain::Day => return self.first,
            Grain::Week => 1.week(),
            Grain::Weekend => 2.days(),
            Grain::Month => 1.month(),
            Grain::Part(40 | 41) => 6.months(),
            Grain::Part(_) => 3.months(),
            Grain::Year => 1.year(),
            Grain::Decade => 10.years(),
            Grain::Century => 100.years(),
        };
        self.first.checked_add(span).and_then(Date::yesterday).unwrap_or(Date::MAX)
    }

    /// In EDTF; a week and a weekend are intervals there.
    fn edtf(self) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        match self.grain {
            Grain::Day => day_name(self.first),
            Grain::Week | Grain::Weekend => format!("{}/{}", day_name(self.first), day_name(self.last())),
            Grain::Month => format!("{year:04}-{month:02}"),
            Grain::Part(part) => format!("{year:04}-{part}"),
            Grain::Year => format!("{year:04}"),
            Grain::Decade => format!("{:03}X", year / 10),
            Grain::Century => format!("{:02}XX", year / 100),
        }
    }

    /// In TIMEX3.
    pub fn timex(self) -> String {
        let year = self.first.year();
        match self.grain {
            Grain::Day | Grain::Month | Grain::Year => self.edtf(),
            Grain::Week | Grain::Weekend => {
                let week = self.first.iso_week_date();
                let end = if self.grain == Grain::Weekend { "-WE" } else { "" };
                format!("{:04}-W{:02}{end}", week.year(), week.week())
            }
            Grain::Part(part @ 21..=24) => {
                format!("{year:04}-{}", ["SP", "SU", "FA", "WI"][usize::from(part.unsigned_abs()) - 21])
            }
            Grain::Part(part @ 33..=36) => format!("{year:04}-Q{}", part - 32),
            Grain::Part(part) => format!("{year:04}-H{}", part - 39),
            Grain::Decade => format!("{:03}", year / 10),
            Grain::Century => format!("{:02}", year / 100),
        }
    }
}

fn day_name(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

impl From<Point> for Value {
    fn from(point: Point) -> Self {
        Self { from: point, to: None, is_about: false, named: None }
    }
}

impl Value {
    /// From one point to another; none where it would end before it starts.
    pub fn interval(from: Point, to: Point) -> Option<Self> {
        (to.last() >= from.first).then_some(Self { from, to: Some(to), is_about: false, named: None })
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.to.unwrap_or(self.from).last()
    }

    /// In the form of the file; a qualifier goes to both ends of an interval.
    pub fn date(self) -> Option<PartialDate> {
        let about = if self.is_about { "~" } else { "" };
        let spelled = match (self.from.grain, self.to) {
            (Grain::Week | Grain::Weekend, None) => {
                format!("{}{about}/{}{about}", day_name(self.from.first), day_name(self.from.last()))
            }
            (_, None) => format!("{}{about}", self.from.edtf()),
            (_, Some(to)) => format!("{}{about}/{}{about}", first_end(self.from), last_end(to)),
        };
        spelled.parse().ok()
    }

    /// In TIMEX3.
    pub fn timex(self) -> String {
        match (self.named, self.to) {
            (Some(named), _) => named.timex(),
            (None, Some(to)) => format!("{}/{}", self.from.timex(), to.timex()),
            (None, None) => self.from.timex(),
        }
    }
}

/// The start of an interval: a week begins it with its first day.
fn first_end(point: Point) -> String {
    if matches!(point.grain, Grain::Week | Grain::Weekend) { day_name(point.first) } else { point.edtf() }
}

/// The end of an interval: a week ends it with its last day.
fn last_end(point: Point) -> String {
    if matches!(point.grain, Grain::Week | Grain::Weekend) { day_name(point.last()) } else { point.edtf() }
}
