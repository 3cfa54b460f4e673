//! Dates as people read them: `22 Nov 2019`, `about Feb 2020`, `23 Aug 2020 – 31 Dec 2020`.

use std::fmt;

use jiff::civil::Date;

use super::{End, Form, PartialDate, Point, Qualifier, Shape};

/// The months as shown, January first.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The seasons in the order of their codes.
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self.form {
            Form::Single(point) => {
                let time = self.spelling.split_once('T').map_or(String::new(), |(_, time)| format!(" {time}"));
                qualified(point) + &time
            }
            Form::Interval(End::At(from), End::At(to)) => {
                format!("{} – {}", qualified(from), qualified(to))
            }
            Form::Interval(End::At(from), End::Open) => format!("{} onwards", qualified(from)),
            Form::Interval(End::At(from), _) => format!("{} – unknown", qualified(from)),
            Form::Interval(End::Open, End::At(to)) => format!("any time up to {}", qualified(to)),
            Form::Interval(_, End::At(to)) => format!("unknown – {}", qualified(to)),
            // Reading refuses an interval without a date, so this one has nothing to say.
            Form::Interval(..) => String::from("unknown"),
        };
        formatter.pad(&text)
    }
}

/// The date with its doubt.
fn qualified(point: Point) -> String {
    let plain = plain(point.shape);
    match point.qualifier {
        None => plain,
        Some(Qualifier::Approximate) => format!("about {plain}"),
        Some(Qualifier::Uncertain) => format!("{plain}?"),
        Some(Qualifier::Both) => format!("about {plain}?"),
    }
}

/// The date alone.
fn plain(shape: Shape) -> String {
    match shape {
        Shape::Year(year) => format!("{year:04}"),
        Shape::Decade(year) => format!("{year:04}s"),
        Shape::Century(year) => format!("{year:04}–{:04}", year + 99),
        Shape::Month(year, month) => format!("{} {year:04}", month_name(month)),
        Shape::SomeMonth(year) => format!("some month of {year:04}"),
        Shape::Part(year, part) => part_name(year, part),
        Shape::Day(day) | Shape::Moment(day) => day_name(day),
        Shape::SomeDayOfMonth(year, month) => {
            format!("some day in {} {year:04}", month_name(month))
        }
        Shape::SomeDayOfYear(year) => format!("some day in {year:04}"),
    }
}

/// Day, month and year.
fn day_name(day: Date) -> String {
    format!("{} {} {:04}", day.day(), month_name(day.month()), day.year())
}

/// The name of a month from 1 to 12.
fn month_name(month: i8) -> &'static str {
    listed(&MONTHS, month - 1)
}

/// A season, quarter, third or half of a year, by EDTF's number.
fn part_name(year: i16, part: i8) -> String {
    match part {
        21..=24 => format!("{} {year:04}", listed(&SEASONS, part - 21)),
        25..=28 => format!("{} {year:04} (northern)", listed(&SEASONS, part - 25)),
        29..=32 => format!("{} {year:04} (southern)", listed(&SEASONS, part - 29)),
        33..=36 => format!("Q{} {year:04}", part - 32),
        37..=39 => format!("{} third of {year:04}", listed(&["first", "second", "last"], part - 37)),
        _ => format!("{} half of {year:04}", listed(&["first", "second"], part - 40)),
    }
}

/// A name of a list, or nothing past its end.
fn listed(names: &[&'static str], index: i8) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}
