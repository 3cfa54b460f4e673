//! Reading the notation.

use compact_str::CompactString;
use jiff::civil::{Date, Time};

use super::{DateError, End, Form, Point, Qualifier, Shape, calendar};

/// Reads a date, a day with a time, or an interval.
pub(super) fn form(words: &str) -> Result<Form, DateError> {
    if !words.is_ascii() {
        return Err(DateError::Form(excerpt(words)));
    }
    let Some((start, end)) = words.split_once('/') else {
        return point(words).map(Form::Single);
    };
    let (start, end) = (interval_end(start)?, interval_end(end)?);
    match (start, end) {
        (End::At(from), End::At(to)) if to.last < from.first => Err(DateError::Reversed(excerpt(words))),
        (End::At(_), _) | (_, End::At(_)) => Ok(Form::Interval(start, end)),
        _ => Err(DateError::Form(excerpt(words))),
    }
}

/// As much of the words as a message can show.
fn excerpt(words: &str) -> CompactString {
    words.chars().take(40).collect()
}

/// One side of the slash.
fn interval_end(words: &str) -> Result<End, DateError> {
    match words {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        // EDTF keeps times of day out of intervals.
        _ if words.contains('T') => Err(DateError::Form(excerpt(words))),
        _ => point(words).map(End::At),
    }
}

/// One date, its doubt and the days it covers.
fn point(words: &str) -> Result<Point, DateError> {
    let (body, qualifier) = qualified(words);
    let shape = match body.split_once('T') {
        Some((day, time)) if qualifier.is_none() => moment(day, time),
        Some(_) => None,
        None => shape(body),
    };
    let shape = shape.ok_or_else(|| DateError::Form(excerpt(words)))?;
    let shape = shape.checked().ok_or_else(|| DateError::NoSuchDay(excerpt(words)))?;
    let (first, last) = calendar::span(shape).ok_or_else(|| DateError::NoSuchDay(excerpt(words)))?;
    Ok(Point { shape, qualifier, first, last })
}

/// Splits the doubt off the end.
fn qualified(words: &str) -> (&str, Option<Qualifier>) {
    let marks = [('?', Qualifier::Uncertain), ('~', Qualifier::Approximate), ('%', Qualifier::Both)];
    let found = marks.into_iter().find_map(|(mark, meaning)| Some((words.strip_suffix(mark)?, Some(meaning))));
    found.unwrap_or((words, None))
}

/// A shape whose numbers have the right form but have not been held against the calendar.
struct Unchecked {
    year: i16,
    month: Part,
    day: Part,
    has_time: bool,
}

/// A month or day as written.
#[derive(Clone, Copy)]
enum Part {
    Absent,
    Unspecified,
    Number(i8),
}

impl Unchecked {
    /// The shape, or none where the calendar has no such day.
    fn checked(self) -> Option<Shape> {
        let year = self.year;
        match (self.month, self.day) {
            (Part::Absent, _) => Some(Shape::Year(year)),
            (Part::Unspecified, Part::Absent) => Some(Shape::SomeMonth(year)),
            (Part::Unspecified, _) => Some(Shape::SomeDayOfYear(year)),
            (Part::Number(month @ 1..=12), Part::Absent) => Some(Shape::Month(year, month)),
            (Part::Number(part @ 21..=41), Part::Absent) => Some(Shape::Part(year, part)),
            (Part::Number(month @ 1..=12), Part::Unspecified) => Some(Shape::SomeDayOfMonth(year, month)),
            (Part::Number(month), Part::Number(day)) => {
                let day = Date::new(year, month, day).ok()?;
                Some(if self.has_time { Shape::Moment(day) } else { Shape::Day(day) })
            }
            (Part::Number(_), _) => None,
        }
    }
}

/// What [`shape`] found: decades and centuries need no calendar.
enum Read {
    Done(Shape),
    Check(Unchecked),
}

impl Read {
    fn checked(self) -> Option<Shape> {
        match self {
            Self::Done(shape) => Some(shape),
            Self::Check(unchecked) => unchecked.checked(),
        }
    }
}

/// Reads a date without doubt or time; none where it does not have the form.
fn shape(body: &str) -> Option<Read> {
    let mut fields = body.split('-');
    let (year, month, day) = (fields.next()?, fields.next(), fields.next());
    if fields.next().is_some() || year.len() != 4 {
        return None;
    }
    if month.is_none()
        && let Some(digits) = year.strip_suffix("XX")
    {
        return digits_of(digits).map(|number| Read::Done(Shape::Century(number * 100)));
    }
    if month.is_none()
        && let Some(digits) = year.strip_suffix('X')
    {
        return digits_of(digits).map(|number| Read::Done(Shape::Decade(number * 10)));
    }
    let (month, day) = (part(month)?, part(day)?);
    if matches!((month, day), (Part::Unspecified, Part::Number(_))) {
        // Only digits from the right can be unspecified at level 1.
        return None;
    }
    Some(Read::Check(Unchecked { year: digits_of(year)?, month, day, has_time: false }))
}

/// A two-digit month or day, its two digits unspecified, or nothing.
fn part(words: Option<&str>) -> Option<Part> {
    match words {
        None => Some(Part::Absent),
        Some("XX") => Some(Part::Unspecified),
        Some(digits) if digits.len() == 2 => {
            digits_of(digits).and_then(|number| i8::try_from(number).ok()).map(Part::Number)
        }
        Some(_) => None,
    }
}

/// The number of up to four digits, nothing else allowed.
fn digits_of(words: &str) -> Option<i16> {
    let plain = (1..=4).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| words.parse().ok()).flatten()
}

/// A day with a time: `2019-11-22T10:30:00`, with `Z`, `+01` or `+01:00` after it or not.
fn moment(day: &str, time: &str) -> Option<Read> {
    let Some(Read::Check(unchecked)) = shape(day) else {
        return None;
    };
    let (clock, zone) = time.split_at_checked(8)?;
    let zone_fits = match zone.strip_prefix(['+', '-']) {
        Some(offset) => clock_numbers(offset, 1).or_else(|| clock_numbers(offset, 2)).is_some(),
        None => zone.is_empty() || zone == "Z",
    };
    let whole_day = matches!((unchecked.month, unchecked.day), (Part::Number(_), Part::Number(_)));
    let time_fits = clock_numbers(clock, 3).is_some();
    (whole_day && time_fits && zone_fits).then_some(Read::Check(Unchecked { has_time: true, ..unchecked }))
}

/// Hours, minutes and seconds between colons, as many as asked for and all of them on a clock.
fn clock_numbers(words: &str, count: usize) -> Option<Time> {
    let mut numbers = [0; 3];
    let mut fields = words.split(':');
    for number in numbers.iter_mut().take(count) {
        let field = fields.next().filter(|field| field.len() == 2)?;
        *number = i8::try_from(digits_of(field)?).ok()?;
    }
    if fields.next().is_some() {
        return None;
    }
    let [hour, minute, second] = numbers;
    Time::new(hour, minute, second, 0).ok()
}
