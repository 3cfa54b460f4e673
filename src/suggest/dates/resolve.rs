//! From what words say to a date: the year, month or day that they leave out is found from the anchor.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::feasts::Feast;
use super::value::{Grain, Point, Unit, Value, shifted};
use super::words::Third;
use crate::model::PartialDate;
use crate::model::typed::{Loose, Way, year_from};

/// What words say of a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    /// A year, month, day or weekday, some of which may be missing, and a third of it.
    Loose(Loose, Option<Third>),
    /// A quarter or season without a year.
    Part(i8),
    /// A holiday without a year.
    Feast(Feast),
    /// A date that needs nothing more.
    Known(Reading),
    /// Words that count from a date where none is known; their TIMEX3.
    Unknown(&'static str),
}

/// One reading of words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    pub value: Value,
    /// How it was worked out.
    pub rule: Option<&'static str>,
    /// What it was counted from.
    pub from: From,
}

/// What a date was counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum From {
    Nothing,
    /// The day the text was published.
    Published,
    /// A date of the text.
    Text(Point),
}

impl Reading {
    /// A date said in full.
    pub fn plain(value: impl Into<Value>) -> Self {
        Self { value: value.into(), rule: None, from: From::Nothing }
    }
}

impl Said {
    /// A point said in full.
    pub fn point(point: Point) -> Self {
        Self::Known(Reading::plain(point))
    }

    /// Whether nothing is missing.
    pub fn is_complete(&self) -> bool {
        match self {
            Self::Known(_) => true,
            Self::Loose(loose, _) => loose.year.is_some(),
            _ => false,
        }
    }

    /// How it is written in TIMEX3 as long as nothing fills the gaps.
    pub fn timex(&self) -> String {
        match self {
            Self::Known(reading) => reading.value.timex(),
            Self::Unknown(timex) => (*timex).to_owned(),
            Self::Part(part @ 33..=36) => format!("XXXX-Q{}", part - 32),
            Self::Part(part) => format!(
                "XXXX-{}",
                ["SP", "SU", "FA", "WI"].get(usize::from((part - 21).unsigned_abs())).unwrap_or(&"XX")
            ),
            Self::Feast(Feast::Fixed(month, day))
            | Self::Loose(Loose { month: Some(month), day: Some(day), .. }, _) => format!("XXXX-{month:02}-{day:02}"),
            Self::Feast(_) => String::from("XXXX-XX-XX"),
            Self::Loose(Loose { month: Some(month), .. }, _) => format!("XXXX-{month:02}"),
            Self::Loose(Loose { day: Some(day), .. }, _) => format!("XXXX-XX-{day:02}"),
            Self::Loose(Loose { weekday: Some(day), .. }, _) => format!("XXXX-WXX-{}", day.to_monday_one_offset()),
            Self::Loose(..) => String::from("XXXX"),
        }
    }
}

/// Where dates are counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    /// The publication date.
    pub published: Option<&'a PartialDate>,
    /// A date spoken of shortly before, long before the publication date: what is told goes on from it.
    pub story: Option<Point>,
}

impl Setting<'_> {
    /// The day of publication, if it is known to the day.
    pub fn day(&self) -> Option<Date> {
        self.published.filter(|date| date.is_single_day()).and_then(PartialDate::first_day)
    }

    /// The publication date as a point that holds a unit of this length, none where it is not known so exactly.
    pub fn unit(&self, unit: Unit) -> Option<Point> {
        let (first, last) = (self.published?.first_day()?, self.published?.last_day()?);
        let point = unit.around(first)?;
        (last <= point.last()).then_some(point)
    }

    /// The year of publication.
    pub fn year(&self) -> Option<i16> {
        self.published?.first_day().map(Date::year)
    }
}

/// The date that is said, with what is missing looked for on the given side of the anchor.
pub(super) fn resolve(said: &Said, way: Way, setting: &Setting<'_>) -> Option<Reading> {
    match *said {
        Said::Known(reading) => Some(reading),
        Said::Unknown(_) => None,
        Said::Loose(loose, third) => {
            let reading = loose_date(loose, way, setting)?;
            match third {
                Some(third) => Some(Reading { value: third_of(reading.value, third)?, ..reading }),
                None => Some(reading),
            }
        }
        Said::Part(part) => yearly(way, setting, |year| Point::part(year, part), ("latest_part", "next_part")),
        Said::Feast(feast) => {
            yearly(way, setting, |year| feast.in_year(year).map(Point::day), ("latest_day", "next_day"))
        }
    }
}

/// A date of every year: the last that had begun, or the first that had not ended.
fn yearly(
    way: Way,
    setting: &Setting<'_>,
    in_year: impl Fn(i16) -> Option<Point>,
    rules: (&'static str, &'static str),
) -> Option<Reading> {
    let (start, end) = (setting.published?.first_day()?, setting.published?.last_day()?);
    let mut points = (start.year().saturating_sub(1)..=end.year().saturating_add(1)).filter_map(in_year);
    let point = match way {
        Way::Next => points.find(|point| point.last() >= start),
        Way::Last => points.rfind(|point| point.first <= end),
        Way::Nearest => points.min_by_key(|point| point.first.duration_since(start).unsigned_abs()),
    }?;
    let rule = if point.first <= end { rules.0 } else { rules.1 };
    Some(Reading { value: point.into(), rule: Some(rule), from: From::Published })
}

/// A date of which the year, the month or both may be missing.
fn loose_date(loose: Loose, way: Way, setting: &Setting<'_>) -> Option<Reading> {
    if loose.year.is_some() {
        return Some(Reading::plain(full(loose)?));
    }
    match loose {
        Loose { month: Some(_), .. } => {
            if let Some(reading) = in_story(loose, setting) {
                return Some(reading);
            }
            let year = year_from(loose, way, setting.published?)?;
            let point = full(Loose { year: Some(year), ..loose })?;
            let begun = setting.published?.last_day().is_none_or(|last| point.first <= last);
            let rule = match (loose.day.is_some(), begun) {
                (true, true) => "latest_day",
                (true, false) => "next_day",
                (false, true) => "latest_month",
                (false, false) => "next_month",
            };
            Some(Reading { value: point.into(), rule: Some(rule), from: From::Published })
        }
        Loose { day: Some(day), weekday, .. } => day_alone(day, weekday, way, setting),
        Loose { weekday: Some(weekday), .. } => {
            let anchor = setting.day()?;
            let point = weekday_from(anchor, weekday, way == Way::Next)?;
            let rule = if point.first <= anchor { "latest_weekday" } else { "next_weekday" };
            Some(Reading { value: point.into(), rule: Some(rule), from: From::Published })
        }
        _ => None,
    }
}

/// The point of a date with its year.
fn full(loose: Loose) -> Option<Point> {
    let year = loose.year.filter(|year| *year > 0)?;
    match (loose.month, loose.day) {
        (Some(month), Some(day)) => Date::new(year, month, day).ok().map(Point::day),
        (Some(month), None) => Point::month(year, month),
        (None, None) => Point::years(year, Grain::Year),
        (None, Some(_)) => None,
    }
}

/// A day or month without a year in a text that tells of a time long before it was published: the first since the date
/// spoken of before.
fn in_story(loose: Loose, setting: &Setting<'_>) -> Option<Reading> {
    let story = setting.story?;
    let year = story.first.year();
    let points =
        (year.saturating_sub(1)..=year.saturating_add(1)).filter_map(|year| full(Loose { year: Some(year), ..loose }));
    // What was told may lie a little before the date spoken of last.
    let since = story.first.checked_sub(60.days()).ok()?;
    let point = points.into_iter().find(|point| point.last() >= since)?;
    let fits = loose.weekday.is_none_or(|weekday| weekday == point.first.weekday());
    fits.then_some(Reading { value: point.into(), rule: Some("same_year"), from: From::Text(story) })
}

/// The weekday on the anchor or the nearest before it, or from it on.
pub(super) fn weekday_from(anchor: Date, weekday: Weekday, is_ahead: bool) -> Option<Point> {
    let days = if is_ahead { anchor.weekday().until(weekday) } else { anchor.weekday().since(weekday) };
    let days = i64::from(days).days();
    let day = if is_ahead { anchor.checked_add(days) } else { anchor.checked_sub(days) };
    day.ok().map(Point::day)
}

/// Months looked at on each side for a day with its weekday.
const MONTHS: i32 = 14;

/// "The 4th": a day of the month without the month.
fn day_alone(day: i8, weekday: Option<Weekday>, way: Way, setting: &Setting<'_>) -> Option<Reading> {
    let anchor = setting.day()?;
    let in_month = |months: i32| {
        let month = anchor.first_of_month().checked_add(Span::new().try_months(months).ok()?).ok()?;
        let date = Date::new(month.year(), month.month(), day).ok()?;
        weekday.is_none_or(|weekday| weekday == date.weekday()).then_some(date)
    };
    let date = match way {
        Way::Next => (0..=MONTHS).filter_map(in_month).find(|date| *date >= anchor)?,
        Way::Last => (0..=MONTHS).filter_map(|back| in_month(-back)).find(|date| *date <= anchor)?,
        Way::Nearest => {
            (-MONTHS..=MONTHS).filter_map(in_month).min_by_key(|date| date.duration_since(anchor).unsigned_abs())?
        }
    };
    let rule = if date <= anchor { "latest_day" } else { "next_day" };
    Some(Reading { value: Point::day(date).into(), rule: Some(rule), from: From::Published })
}

/// A third of a year, month, decade or century. Thirds of years and months are those of the field for dates.
pub(super) fn third_of(value: Value, third: Third) -> Option<Value> {
    if value.to.is_some() {
        return None;
    }
    let named = value.from;
    let place = match third {
        Third::Early | Third::Start => 0,
        Third::Mid | Third::Middle => 1,
        Third::Late | Third::End => 2,
    };
    let year = named.first.year();
    let (from, to) = match named.grain {
        Grain::Year => {
            let start = i8::try_from(place * 4 + 1).ok()?;
            (Point::month(year, start)?, Point::month(year, start + 3)?)
        }
        Grain::Month => {
            let day = |number: i8| Date::new(year, named.first.month(), number).ok().map(Point::day);
            let (from, to) = [(1, 10), (11, 20), (21, named.first.days_in_month())][place];
            (day(from)?, day(to)?)
        }
        // Speakers halve a decade: the early 1980s go to 1984.
        Grain::Decade => {
            let (from, to) = [(0, 4), (4, 6), (5, 9)][place];
            (Point::years(year + from, Grain::Year)?, Point::years(year + to, Grain::Year)?)
        }
        Grain::Century => {
            let (from, to) = [(0, 33), (34, 66), (67, 99)][place];
            (Point::years(year + from, Grain::Year)?, Point::years(year + to, Grain::Year)?)
        }
        Grain::Part(_) | Grain::Week => {
            let days = (named.last() - named.first).get_days();
            let length = i64::from((days + 1) / 3).max(1);
            let start = named.first.checked_add((length * i64::try_from(place).ok()?).days()).ok()?;
            let end = if place == 2 { named.last() } else { start.checked_add((length - 1).days()).ok()? };
            (Point::day(start), Point::day(end))
        }
        Grain::Day | Grain::Weekend => return None,
    };
    Some(Value { named: Some(named), ..Value::interval(from, to)? })
}

/// Some units before or after a day, as exactly as people count: "two years ago" is a year, "three weeks ago" a day.
pub(super) fn counted(day: Date, unit: Unit, halves: i32) -> Option<Point> {
    let day = shifted_halves(day, unit, halves)?;
    match unit {
        Unit::Year if halves % 2 != 0 => Unit::Month.around(day),
        Unit::Month | Unit::Quarter => Unit::Month.around(day),
        Unit::Year | Unit::Decade | Unit::Century => Unit::Year.around(day),
        _ => Some(Point::day(day)),
    }
}

/// A day some half units away; half a month is 15 days. None for half a week, which nobody counts.
pub(super) fn shifted_halves(day: Date, unit: Unit, halves: i32) -> Option<Date> {
    let day = shifted(day, unit, halves / 2)?;
    let (smaller, count) = match unit {
        _ if halves % 2 == 0 => return Some(day),
        Unit::Month => (Unit::Day, 15),
        Unit::Year => (Unit::Month, 6),
        Unit::Decade => (Unit::Year, 5),
        Unit::Century => (Unit::Year, 50),
        _ => return None,
    };
    shifted(day, smaller, count * halves.signum())
}
