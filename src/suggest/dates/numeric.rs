//! Dates in digits: 2020-09-16, 9/16/2020, 16.09.2020, 20200916.

use super::absolute::NOTHING;
use super::parser::{Parser, Piece};
use super::resolve::Said;
use super::words::{Role, Which};
use super::years::is_year;
use crate::model::typed::Loose;
use crate::suggest::tokens::{Kind, Token};

/// A date in digits whose order of day and month is open: the reading and the other one.
struct Ordered {
    said: Said,
    other: Option<Said>,
}

impl Parser<'_> {
    /// A date in digits.
    pub(super) fn numeric(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let token = reader.token(at)?;
        if token.kind != Kind::Number {
            return None;
        }
        let text = reader.str(at);
        if text.contains('.') {
            return self.dotted(at, text);
        }
        let (number, length) = reader.digits(at)?;
        if length == 8 {
            return self.compact(at, number);
        }
        let mark = match reader.token(at + 1)?.kind {
            Kind::Mark(mark @ ('-' | '/' | '.')) if reader.is_glued(at + 1) && reader.is_glued(at + 2) => mark,
            _ => return None,
        };
        let (second, second_length) = reader.digits(at + 2)?;
        if mark == '/'
            && reader.is_mark(at + 3, "/")
            && reader.is_glued(at + 3)
            && reader.is_glued(at + 4)
            && let Some(year) = self.year_of_stamp(at + 4)
        {
            let found = self
                .ordered(number, second, Some(year), false)
                .filter(|_| length <= 2 && second_length <= 2 && !self.is_glued_number(at))?;
            return Some(Piece { other: found.other, ..Piece::new(found.said, at, at + 5) });
        }
        if reader.is_mark(at + 3, "-/.")
            && reader.is_glued(at + 3)
            && reader.is_glued(at + 4)
            && reader.digits(at + 4).is_some()
        {
            let (third, third_length) = reader.digits(at + 4)?;
            if reader.is_mark(at + 3, if mark == '-' { "-" } else { "/" }) {
                return self.triple(at, mark, [(number, length), (second, second_length), (third, third_length)]);
            }
            if mark == '-' || third_length == 4 {
                return None;
            }
        }
        self.pair(at, mark, (number, length), (second, second_length))
    }

    /// The year of a time stamp, which a point parts from its time: "2024.14:15".
    fn year_of_stamp(&self, at: usize) -> Option<i16> {
        let (year, hour) = self.reader.str(at).split_once('.')?;
        let is_time = hour.len() == 2 && self.reader.is_mark(at + 1, ":") && self.reader.is_glued(at + 1);
        year.parse().ok().filter(|number| is_time && year.len() == 4 && is_year(*number))
    }

    /// Whether something that makes a code of digits follows: more digits, or a letter.
    fn goes_on(&self, end: usize) -> bool {
        let reader = &self.reader;
        match reader.token(end) {
            Some(Token { kind: Kind::Mark(mark), .. }) if reader.is_glued(end) => {
                matches!(mark, '/' | '_' | '%') && reader.is_glued(end + 1) || *mark == '%'
            }
            Some(Token { kind: Kind::Word | Kind::Number, .. }) => {
                reader.is_glued(end) && !reader.str(end).starts_with(['T', 't'])
            }
            _ => false,
        }
    }

    /// Year first, or day and month first, with one mark between.
    fn triple(&self, at: usize, mark: char, [one, two, three]: [(i32, usize); 3]) -> Option<Piece> {
        let end = at + 5;
        if one.1 == 4 {
            let turned = || if mark == '/' { day_of(one.0, three.0, two.0) } else { None };
            let date = day_of(one.0, two.0, three.0).or_else(turned)?;
            let short = two.1 <= 2 && three.1 <= 2;
            return short.then_some(Piece::new(Said::Loose(date, None), at, end));
        }
        let tight = mark == '-' && (one.1 != two.1 || one.1 != 2) && three.1 == 2;
        if self.is_glued_number(at) || self.goes_on(end) || self.is_tied(at) || tight || one.1 > 2 || two.1 > 2 {
            return None;
        }
        let year = match three.1 {
            4 => i16::try_from(three.0).ok().filter(|year| is_year(*year))?,
            2 => self.full_year(three.0),
            _ => return None,
        };
        let found = self.ordered(one.0, two.0, Some(year), mark == '.')?;
        Some(Piece { other: found.other, ..Piece::new(found.said, at, end) })
    }

    /// Whether the number before is tied to this one by a mark: "1-2-3-4", "138-2010".
    fn is_tied(&self, at: usize) -> bool {
        let reader = &self.reader;
        at >= 2
            && reader.is_glued(at)
            && reader.is_glued(at - 1)
            && matches!(reader.tokens[at - 1].kind, Kind::Mark('-' | '/' | '.' | ','))
            && reader.tokens[at - 2].kind == Kind::Number
            && !self.ends_date(at)
    }

    /// Whether the digits before the mark before this number are the year of a date: the range "10-1-2018-10-7-2018".
    fn ends_date(&self, at: usize) -> bool {
        let number = &self.reader.tokens[at - 2];
        number.end - number.start == 4
            || at >= 4 && self.reader.tokens[at - 3].is_mark('/')
            || at >= 4 && self.reader.tokens[at - 1].is_mark('-') && self.reader.tokens[at - 3].is_mark('/')
    }

    /// Day and month in the order that the numbers, other dates of the text or the mark tell; month first where nothing does.
    fn ordered(&self, one: i32, two: i32, year: Option<i16>, is_dotted: bool) -> Option<Ordered> {
        let read = |month: i32, day: i32| {
            let year_number = year.map_or(2000, i32::from);
            let date = day_of(year_number, month, day)?;
            Some(Said::Loose(Loose { year, ..date }, None))
        };
        let (us, european) = (read(one, two), read(two, one));
        let day_first = self.is_day_first.unwrap_or(is_dotted);
        let (first, second) = if day_first { (european, us) } else { (us, european) };
        match (first, second) {
            (Some(said), other) => Some(Ordered { said, other: other.filter(|other| *other != said) }),
            (None, Some(said)) => Some(Ordered { said, other: None }),
            (None, None) => None,
        }
    }

    /// "8/10", "04/2016", "2015-12", "2014-18".
    fn pair(&self, at: usize, mark: char, one: (i32, usize), two: (i32, usize)) -> Option<Piece> {
        let end = at + 3;
        if self.is_glued_number(at) && !self.ends_range_before(at) || self.goes_on(end) || self.is_tied(at) {
            return None;
        }
        let month = |number: i32| i8::try_from(number).ok().filter(|month| (1..=12).contains(month));
        match (one, two) {
            ((year, 4), (number, 2)) if mark == '-' || mark == '/' => {
                let year = i16::try_from(year).ok().filter(|year| is_year(*year))?;
                let loose = Loose { year: Some(year), month: Some(month(number)?), ..NOTHING };
                (!self.is_span_of_years(at, i32::from(year), number)).then_some(Piece::new(
                    Said::Loose(loose, None),
                    at,
                    end,
                ))
            }
            ((number, 1 | 2), (year, 4)) if mark == '/' => {
                let year = i16::try_from(year).ok().filter(|year| is_year(*year))?;
                let loose = Loose { year: Some(year), month: Some(month(number)?), ..NOTHING };
                Some(Piece::new(Said::Loose(loose, None), at, end))
            }
            ((9, 1), (11, 2)) if mark == '/' && self.is_terror_day(at) => {
                let loose = Loose { year: Some(2001), month: Some(9), day: Some(11), weekday: None };
                Some(Piece::new(Said::Loose(loose, None), at, end))
            }
            ((one, 1 | 2), (two, 1 | 2)) if mark == '/' => {
                if !self.is_led_pair(at) && !self.is_alone(at, end) && !self.is_date_behind(end) {
                    return None;
                }
                let found = self.ordered(one, two, None, false)?;
                // "5/1–5/7, 2020".
                let tail = |year_at: usize| self.year_after(year_at, true).filter(|_| self.reader.is_mark(end, ","));
                if let (Some((year, end)), Said::Loose(loose, None)) = (tail(end), found.said) {
                    return Some(Piece::new(Said::Loose(Loose { year: Some(year), ..loose }, None), at, end));
                }
                Some(Piece { other: found.other, ..Piece::new(found.said, at, end) })
            }
            _ => None,
        }
    }

    /// Whether two digits after a year are the next year and not a month: "the 2010-11 season".
    fn is_span_of_years(&self, at: usize, year: i32, number: i32) -> bool {
        let next = self.reader.str(at + 3);
        number == (year + 1) % 100
            && matches!(
                next,
                "season" | "seasons" | "school" | "academic" | "fiscal" | "budget" | "campaign" | "winter"
            )
    }

    /// Whether 9/11 stands for the attacks of 2001: not after a preposition or weekday of a date.
    fn is_terror_day(&self, at: usize) -> bool {
        !matches!(
            self.reader.role_before(at),
            Role::On | Role::From | Role::To | Role::Until | Role::By | Role::Weekday(..) | Role::Through
        ) && !self.is_alone(at, at + 3)
            && !self.counts_things(at + 2)
    }

    /// Whether a word that a day follows stands before two numbers.
    fn is_led_pair(&self, at: usize) -> bool {
        let reader = &self.reader;
        let led = matches!(
            reader.role_before(at),
            Role::On
                | Role::From
                | Role::Until
                | Role::By
                | Role::Weekday(..)
                | Role::Since
                | Role::Through
                | Role::Before
                | Role::After
                | Role::Which(Which::Next | Which::This | Which::Last)
        ) || (matches!(reader.role_before(at), Role::To) && self.ends_range_before(at - 1))
            || self.after_between(at);
        let weekday_dot = reader.before(at).is_some_and(|before| before.is_mark('.') || before.is_mark(','))
            && at >= 2
            && matches!(reader.meaning(at - 2).role, Role::Weekday(..));
        (led || weekday_dot || self.ends_range_before(at))
            && reader.role(at + 3) != Role::Of
            && !reader.is_mark(at + 3, "%")
    }

    /// Whether a date in digits and a dash stand right before: the second of "8/10–8/15".
    fn ends_range_before(&self, at: usize) -> bool {
        let reader = &self.reader;
        let Some(before) = at.checked_sub(1) else { return false };
        let joint =
            matches!(reader.tokens.get(before).map(|token| token.kind), Some(Kind::Mark('-' | '–' | '—' | '~')))
                || reader.role_before(at) == Role::To;
        let first = before >= 3
            && reader.tokens[before - 1].kind == Kind::Number
            && reader.tokens[before - 2].is_mark('/')
            && reader.tokens[before - 3].kind == Kind::Number;
        joint && first
    }

    /// Whether a dash and another such date follow: the first of "8/10–8/15".
    fn is_date_behind(&self, end: usize) -> bool {
        let reader = &self.reader;
        (reader.is_mark(end, "-–—~") || reader.role(end) == Role::To)
            && reader.digits(end + 1).is_some_and(|(_, length)| length <= 2)
            && reader.is_mark(end + 2, "/")
            && reader.digits(end + 3).is_some()
    }

    /// Whether two numbers are the whole text, but for a time.
    fn is_alone(&self, at: usize, end: usize) -> bool {
        let reader = &self.reader;
        at == 0
            && (end >= reader.tokens.len()
                || matches!(reader.role(end), Role::At | Role::DayPart) && reader.tokens.len() <= end + 4)
            || reader.before(at).is_none()
                && reader.tokens.get(end).is_none_or(|next| next.gap >= crate::suggest::tokens::Gap::Line)
    }

    /// "16.09.2020", "2020.9.16": one token for its points. Two digits of year are a version number.
    fn dotted(&self, at: usize, text: &str) -> Option<Piece> {
        let mut parts = text.split('.');
        let (one, two, three) = (parts.next()?, parts.next()?, parts.next()?);
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !(plain(one) && plain(two) && plain(three)) || self.is_glued_number(at) || self.is_tied(at) {
            return None;
        }
        let time_follows = parts.next().is_none_or(|time| time.len() == 2 && self.reader.is_mark(at + 1, ":"))
            && parts.next().is_none();
        let (first, second, third) = (one.parse().ok()?, two.parse().ok()?, three.parse().ok()?);
        match (one.len(), two.len(), three.len()) {
            _ if !time_follows => None,
            (4, 1 | 2, 1 | 2) => Some(Piece::new(Said::Loose(day_of(first, second, third)?, None), at, at + 1)),
            (1 | 2, 1 | 2, 4) => {
                let year = i16::try_from(third).ok().filter(|year| is_year(*year))?;
                let found = self.ordered(first, second, Some(year), true)?;
                Some(Piece { other: found.other, ..Piece::new(found.said, at, at + 1) })
            }
            _ => None,
        }
    }

    /// "20200916", of the years 1900 to 2099.
    fn compact(&self, at: usize, number: i32) -> Option<Piece> {
        let coded = self.reader.before(at).is_some_and(|before| {
            matches!(before.kind, Kind::Mark('#' | '$' | '€' | '£' | '+' | '.'))
                || (self.reader.is_glued(at) && before.kind == Kind::Word)
        }) || matches!(self.reader.role_before(at), Role::Label);
        let end = at + 1;
        if coded || self.goes_on(end) || !(1900..2100).contains(&(number / 10_000)) {
            return None;
        }
        let date = day_of(number / 10_000, number / 100 % 100, number % 100)?;
        Some(Piece::new(Said::Loose(date, None), at, end))
    }
}

/// A day that the calendar has.
fn day_of(year: i32, month: i32, day: i32) -> Option<Loose> {
    let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let date = jiff::civil::Date::new(year, month, day).ok().filter(|date| date.year() > 0)?;
    Some(Loose { year: Some(date.year()), month: Some(month), day: Some(day), weekday: None })
}
