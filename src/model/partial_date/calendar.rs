//! Which days a date covers.

use jiff::civil::Date;

use super::Shape;

/// Months of a part of the year from its first, counted from January of that year, and how many.
struct Months {
    start: i16,
    count: i16,
}

/// First and last day; none where the calendar has no such month or part.
pub(super) fn span(shape: Shape) -> Option<(Date, Date)> {
    match shape {
        Shape::Year(year) | Shape::SomeMonth(year) | Shape::SomeDayOfYear(year) => years(year, 1),
        Shape::Decade(year) => years(year, 10),
        Shape::Century(year) => years(year, 100),
        Shape::Month(year, month) | Shape::SomeDayOfMonth(year, month) => {
            let first = Date::new(year, month, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        Shape::Part(year, part) => months(year, &part_of_year(part)?),
        Shape::Day(day) | Shape::Moment(day) => Some((day, day)),
    }
}

/// Whole years from the given one.
fn years(year: i16, count: i16) -> Option<(Date, Date)> {
    Some((Date::new(year, 1, 1).ok()?, Date::new(year + count - 1, 12, 31).ok()?))
}

/// The months a code of EDTF covers.
///
/// EDTF leaves the months of 21 to 24 (seasons "independent of location") open. They are read as the northern seasons of
/// meteorologists, spring being March to May; winter starts in December of the year it is given with.
const fn part_of_year(part: i8) -> Option<Months> {
    let (start, count) = match part {
        // Spring, the northern one, autumn of the south.
        21 | 25 | 31 => (2, 3),
        // Summer, winter of the south.
        22 | 26 | 32 => (5, 3),
        // Autumn, spring of the south.
        23 | 27 | 29 => (8, 3),
        // Winter, summer of the south.
        24 | 28 | 30 => (11, 3),
        // Quarters, thirds and halves of the year.
        33..=36 => ((part as i16 - 33) * 3, 3),
        37..=39 => ((part as i16 - 37) * 4, 4),
        40 | 41 => ((part as i16 - 40) * 6, 6),
        _ => return None,
    };
    Some(Months { start, count })
}

/// The days of some months, which may reach into the next year.
fn months(year: i16, months: &Months) -> Option<(Date, Date)> {
    let day = |month: i16| Date::new(year + month / 12, i8::try_from(month % 12 + 1).ok()?, 1).ok();
    // Winter of 9999 would end in a year the calendar does not have.
    let last = day(months.start + months.count - 1).map_or(Date::MAX, Date::last_of_month);
    Some((day(months.start)?, last))
}
