//! Dates as producers write them. The day shown is the day written: no zone moves it.

mod months;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::values::words;
use crate::model::{PartialDate, typed};

/// Whether day or month comes first where both are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// 31/12/2020.
    DayFirst,
    /// 12/31/2020.
    MonthFirst,
}

/// A date, as it was written and as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    /// The words of the file.
    pub written: String,
    /// What they mean; nothing where they were not understood, or only the order of day and month is not known.
    pub date: Option<PartialDate>,
    /// The two days that a date such as 03/04/2020 may be: day first, month first.
    pub either: Option<[PartialDate; 2]>,
}

impl When {
    /// The date, with day and month in this order where both may be meant.
    #[must_use]
    pub fn in_order(&self, order: DayOrder) -> Option<&PartialDate> {
        let settled = self.either.as_ref().map(|either| match order {
            DayOrder::DayFirst => &either[0],
            DayOrder::MonthFirst => &either[1],
        });
        self.date.as_ref().or(settled)
    }

    /// What the words tell of the order of day and month in their file: 16/09/2020 can only be one.
    #[must_use]
    pub fn order(&self) -> Option<DayOrder> {
        let (first, second, _) = numbers(&self.written)?;
        match (first > 12, second > 12) {
            (true, false) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }
}

/// What the dates of one file tell of the order of day and month in it: those that can only be meant in one way, if they
/// agree.
#[must_use]
pub fn order_of<'a>(dates: impl Iterator<Item = &'a When>) -> Option<DayOrder> {
    let mut orders = dates.filter_map(When::order);
    let first = orders.next()?;
    orders.all(|order| order == first).then_some(first)
}

/// Seconds at which numbers are taken for seconds, milliseconds, microseconds and nanoseconds since 1970: from 1980 to
/// 2100 no two of them overlap.
const SECONDS: std::ops::Range<i64> = 315_532_800..4_102_444_800;

/// The date that a value gives; nothing where it says nothing.
pub fn when(value: &Value) -> Option<When> {
    let written = words(value);
    read(&written)
}

/// The date that the first of several values gives.
pub fn first_of(values: &[&Value]) -> Option<When> {
    values.iter().find_map(|value| when(value))
}

/// The date that words give; nothing where they stand for nothing, as "None" and the year 1 do.
pub fn read(written: &str) -> Option<When> {
    let words = written.trim();
    if words.is_empty() {
        return None;
    }
    if words.starts_with("0000") {
        return None;
    }
    let found = understood(words);
    if found.as_ref().is_some_and(is_filler) {
        return None;
    }
    let either = if found.is_none() { either(words) } else { None };
    Some(When { written: words.to_owned(), date: found, either })
}

fn understood(words: &str) -> Option<PartialDate> {
    let whole = words
        .split_once('.')
        .filter(|(whole, part)| whole.len() > 8 && is_digits(part))
        .map_or(words, |(whole, _)| whole);
    if is_digits(whole) {
        return of_digits(whole);
    }
    // 20230425T101500Z (ISO 8601, basic format).
    if let Some((day, _)) = words.split_once('T').filter(|(day, _)| day.len() == 8 && is_digits(day)) {
        return of_digits(day);
    }
    written_first(words).or_else(|| numeric(words)).or_else(|| months::read(words)).or_else(|| of_words(words))
}

fn is_digits(words: &str) -> bool {
    !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// Years that no press has, and the first day that computers know: an empty field in other programs.
fn is_filler(date: &PartialDate) -> bool {
    let Some(first) = date.first_day() else { return false };
    let known_empty = [jiff::civil::date(1970, 1, 1), jiff::civil::date(1900, 1, 1)];
    first.year() < 1_600 || first.year() > 2_100 || known_empty.contains(&first)
}

/// `20181026`, or a moment in seconds or smaller parts since 1970 (UTC).
fn of_digits(words: &str) -> Option<PartialDate> {
    if words.len() == 8 || words.len() == 14 {
        let day = (words[..4].parse().ok()?, words[4..6].parse().ok()?, words[6..8].parse().ok()?);
        if let Ok(day) = Date::new(day.0, day.1, day.2)
            && (1_600..=2_100).contains(&day.year())
        {
            return PartialDate::from_day(day).ok();
        }
    }
    if words.len() == 4 {
        return words.parse().ok();
    }
    if words.bytes().all(|byte| byte == b'0') {
        // The very beginning of the count, which is how nothing is written.
        return PartialDate::from_day(jiff::civil::date(1970, 1, 1)).ok();
    }
    let number: i64 = words.parse().ok()?;
    let seconds = [1, 1_000, 1_000_000, 1_000_000_000].into_iter().map(|part| number / part);
    let seconds = seconds.into_iter().find(|seconds| SECONDS.contains(seconds))?;
    let day = Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date();
    PartialDate::from_day(day).ok()
}

/// A date that begins with the year, whatever comes after it: `2023-04-25T12:26:27+99:99`, `2023-04-25 12:26:27`,
/// `2023/04/25`, `2023-04`.
fn written_first(words: &str) -> Option<PartialDate> {
    let year = words.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let rest = &words[4..];
    let mark = rest.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    let mut parts = rest[1..].splitn(2, mark);
    let month = digits(parts.next()?, 2)?;
    let Some(rest) = parts.next() else {
        // "2023-04" and nothing more.
        let ends = rest[1..].len() == month.len();
        return ends.then(|| format!("{year}-{month:0>2}").parse().ok()).flatten();
    };
    let day = digits(rest, 2)?;
    let after = rest[day.len()..].chars().next();
    if after.is_some_and(|after| after.is_ascii_digit()) {
        return None;
    }
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

/// The digits at the start, at most so many.
fn digits(words: &str, most: usize) -> Option<&str> {
    let length = words.bytes().take(most).take_while(u8::is_ascii_digit).count();
    words.get(..length).filter(|digits| !digits.is_empty())
}

/// Two numbers of one or two digits and a year: 16/09/2020, 16.9.2020, 16-09-2020.
fn numbers(words: &str) -> Option<(u8, u8, i16)> {
    let day = words.split([' ', ',', 'T']).next()?;
    let mark = day.chars().find(|letter| !letter.is_ascii_digit()).filter(|mark| matches!(mark, '/' | '.' | '-'))?;
    let mut parts = day.split(mark);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none() && year.len() == 4 && first.len() <= 2 && second.len() <= 2;
    is_whole.then(|| Some((first.parse().ok()?, second.parse().ok()?, year.parse().ok()?))).flatten()
}

fn day_of(year: i16, month: u8, day: u8) -> Option<PartialDate> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    PartialDate::from_day(Date::new(year, month, day).ok()?).ok()
}

/// The two days that numbers may mean, where they may mean two.
fn either(words: &str) -> Option<[PartialDate; 2]> {
    let (first, second, year) = numbers(words)?;
    Some([day_of(year, second, first)?, day_of(year, first, second)?])
}

/// Numbers that can only mean one day. With points between them the day comes first (DIN 1355).
fn numeric(words: &str) -> Option<PartialDate> {
    let (first, second, year) = numbers(words)?;
    if first == second || words.contains('.') {
        return day_of(year, second, first);
    }
    match (day_of(year, second, first), day_of(year, first, second)) {
        (Some(one), None) | (None, Some(one)) => Some(one),
        _ => None,
    }
}

/// Words: `Fri, 28 Apr 2023 19:20:36 GMT` (RFC 2822), `Fri Apr 28 19:20:36 CEST 2023` (ctime), `April 28, 2023 7:20 pm`.
fn of_words(words: &str) -> Option<PartialDate> {
    let is_time = |part: &&str| part.contains(':') && part.bytes().any(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = words.split_whitespace().collect();
    let time = parts.iter().position(is_time);
    let whole = || single(words);
    let Some(time) = time else { return whole().or_else(|| without_weekday(&parts)) };
    let (before, after) = (&parts[..time], &parts[time + 1..]);
    // The year comes last in ctime.
    let year = after.iter().rev().find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let has_year = before.iter().any(|part| part.trim_matches(',').len() == 4 && part.starts_with(['1', '2']));
    let mut day = before.to_vec();
    if let Some(year) = year.filter(|_| !has_year) {
        day.push(year);
    }
    // "at" before the time, and the like.
    while day.last().is_some_and(|last| last.len() <= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        day.pop();
    }
    without_weekday(&day)
}

/// A date with or without the name of the day before it, which may be in any language.
fn without_weekday(parts: &[&str]) -> Option<PartialDate> {
    let joined = parts.join(" ");
    let trimmed = joined.trim_end_matches([',', ';', '|', '-']);
    single(trimmed).or_else(|| single(trimmed.split_once(' ')?.1))
}

/// One day, month or year in English words.
fn single(words: &str) -> Option<PartialDate> {
    typed::date(words.trim(), None).map(|typed| typed.date).filter(|date| date.first_day().is_some())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn shown(when: Option<When>) -> String {
        when.map_or("-".to_owned(), |when| match (when.date, when.either) {
            (Some(date), _) => date.as_str().to_owned(),
            (None, Some(either)) => format!("{} or {}", either[0].as_str(), either[1].as_str()),
            (None, None) => format!("“{}”", when.written),
        })
    }

    #[test]
    fn dates_of_producers() {
        for (value, expected) in [
            (json!("2023-04-25 12:26:27"), "2023-04-25"),
            (json!("2023-04-28T20:22:00+02:00"), "2023-04-28"),
            (json!("2013-02-17T17:42:54-05:00"), "2013-02-17"),
            (json!("2018-10-26T23:59:14+0000"), "2018-10-26"),
            (json!("2018-04-05T06:00"), "2018-04-05"),
            (json!("2023-04-28T18:23:00+99:99"), "2023-04-28"),
            (json!("2023-04-28T18:23:00+9999"), "2023-04-28"),
            (json!("2020-01-24T23:46:57Z"), "2020-01-24"),
            (json!("2015-09-09 11:10:32 UTC"), "2015-09-09"),
            (json!("2018-04-11"), "2018-04-11"),
            (json!("2018-04"), "2018-04"),
            (json!("2018"), "2018"),
            (json!("2018/4/1"), "2018-04-01"),
            (json!("2018-13-45"), "“2018-13-45”"),
            (json!("20181026"), "2018-10-26"),
            (json!("20230425T101500Z"), "2023-04-25"),
            (json!("20230425101500"), "2023-04-25"),
            (json!(1_682_700_000.5), "2023-04-28"),
            (json!("Fri Apr 28 19:20:36 CEST 2023"), "2023-04-28"),
            (json!("Fri, 28 Apr 2023 19:20:36 GMT"), "2023-04-28"),
            (json!("28 Apr 2023 19:20:36 +0200"), "2023-04-28"),
            (json!("Friday, April 28, 2023 7:20 pm"), "2023-04-28"),
            (json!("April 28, 2023"), "2023-04-28"),
            (json!("April 28, 2023 at 19:20"), "2023-04-28"),
            (json!("1358531607"), "2013-01-18"),
            (json!(1_358_531_607), "2013-01-18"),
            (json!(1_388_166_091_504_000_i64), "2013-12-27"),
            (json!(1_388_166_091_504_i64), "2013-12-27"),
            (json!("16/09/2020"), "2020-09-16"),
            (json!("09/16/2020"), "2020-09-16"),
            (json!("03/03/2020"), "2020-03-03"),
            (json!("16.9.2020, 10:15"), "2020-09-16"),
            (json!("3.4.2020"), "2020-04-03"),
            (json!("03/04/2020"), "2020-04-03 or 2020-03-04"),
            (json!("03-04-2020 10:15"), "2020-04-03 or 2020-03-04"),
            (json!("31/31/2020"), "“31/31/2020”"),
            (json!("None"), "-"),
            (json!(""), "-"),
            (json!(null), "-"),
            (json!("null"), "-"),
            (json!(0), "-"),
            (json!("0"), "-"),
            (json!("1970-01-01T00:00:00Z"), "-"),
            (json!("0001-01-01T00:00:00"), "-"),
            (json!("0000-00-00 00:00:00"), "-"),
            (json!("9999-12-31"), "-"),
            (json!("2113-01-16T10:14:31Z"), "-"),
            (json!("10:15, 28 April 2023"), "2023-04-28"),
            (json!("28 avril 2023 à 19h20"), "2023-04-28"),
            (json!({ "$date": "2023-04-28T20:22:00Z" }), "2023-04-28"),
            (json!({ "$date": { "$numberLong": "1682700000000" } }), "2023-04-28"),
            (json!({ "@type": "Date", "@value": "2023-04-28" }), "2023-04-28"),
            (json!("gestern"), "“gestern”"),
            (json!(true), "-"),
            (json!(12), "“12”"),
        ] {
            assert_eq!(shown(when(&value)), expected, "{value}");
        }
    }

    #[test]
    fn the_order_of_day_and_month_is_told_by_other_dates() {
        for (words, expected) in [
            ("16/09/2020", Some(DayOrder::DayFirst)),
            ("09/16/2020 10:00", Some(DayOrder::MonthFirst)),
            ("03/04/2020", None),
            ("2020-09-16", None),
        ] {
            assert_eq!(read(words).unwrap().order(), expected, "{words}");
        }
        let both = read("03/04/2020").unwrap();
        assert_eq!(both.in_order(DayOrder::DayFirst).unwrap().as_str(), "2020-04-03");
        assert_eq!(both.in_order(DayOrder::MonthFirst).unwrap().as_str(), "2020-03-04");
    }

    proptest::proptest! {
        #[test]
        fn any_words_are_taken(words in "\\PC{0,24}", near in "([0-9]{1,4}|[-/.:, TZ+]|Apr|Fri){0,12}") {
            let _ = (read(&words), read(&near));
        }

        #[test]
        fn the_day_is_the_day_written(year in 1700_i16..2100, month in 1_i8..=12, day in 1_i8..=28, zone in -12..=14) {
            let written = format!("{year:04}-{month:02}-{day:02}T23:30:00{zone:+03}:00");
            proptest::prop_assert_eq!(shown(read(&written)), format!("{year:04}-{month:02}-{day:02}"));
        }
    }
}
