//! Quarters and halves of a year, and the codes of business years.

use super::absolute::NOTHING;
use super::parser::{Parser, Piece};
use super::resolve::{Reading, Said};
use super::value::{Grain, Point, Unit};
use super::words::{Role, Which};
use super::years::is_year;
use crate::model::typed::Loose;
use crate::suggest::tokens::Kind;

impl Parser<'_> {
    /// "Q3", "H1", alone or with a year: "Q3 2020", "Q1-2019", "H1 of 2020".
    pub(super) fn part_code(&self, at: usize) -> Option<Piece> {
        // "Q1:" begins a question.
        let is_label = self.reader.is_mark(at + 2, ":)") && self.reader.role_before(at) == Role::None;
        self.part_code_at(at, self.reader.role(at) == Role::LetterH || is_label)
    }

    pub(super) fn part_code_at(&self, at: usize, needs_year: bool) -> Option<Piece> {
        let reader = &self.reader;
        let (number, 1) = reader.digits(at + 1)? else { return None };
        if !reader.is_glued(at + 1) {
            return None;
        }
        let part = match reader.role(at) {
            Role::LetterQ => part_of_year(Unit::Quarter, number)?,
            Role::LetterH => part_of_year(Unit::Year, number)?,
            _ => return None,
        };
        self.with_year(part, at, at + 2, needs_year)
    }

    /// "3Q20", "3Q 2020".
    pub(super) fn quarter_code(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (number, 1) = reader.digits(at)? else { return None };
        let unit = match reader.role(at + 1) {
            Role::LetterQ => Unit::Quarter,
            Role::LetterH => Unit::Year,
            _ => return None,
        };
        if !reader.is_glued(at + 1) {
            return None;
        }
        let part = part_of_year(unit, number)?;
        if let Some((year, 2)) = reader.digits(at + 2)
            && reader.is_glued(at + 2)
        {
            return Some(Piece::new(Said::point(Point::part(self.full_year(year), part)?), at, at + 3));
        }
        self.with_year(part, at, at + 2, true)
    }

    /// A quarter or half with the year that follows it, or perhaps without one.
    pub(super) fn with_year(&self, part: i8, at: usize, end: usize, needs_year: bool) -> Option<Piece> {
        let reader = &self.reader;
        let place = if reader.is_mark(end, "/-") && reader.is_glued(end) { end + 1 } else { end };
        let place = if reader.role(place) == Role::Of { place + 1 } else { place };
        let place = if reader.role(place) == Role::YearKind { place + 1 } else { place };
        if let Some((year, end)) = self.year_after(place, false).filter(|_| {
            place > end
                || reader.token(place).is_some_and(|next| {
                    next.kind == Kind::Number || next.is_mark('\'') || next.is_mark('’') || next.is_mark(',')
                })
        }) {
            return Some(Piece::new(Said::point(Point::part(year, part)?), at, end));
        }
        if place > end
            && let Some((year, end)) = self.year_named(place)
        {
            return Some(Piece {
                said: Said::Known(Reading { value: Point::part(year.value.from.first.year(), part)?.into(), ..year }),
                ..Piece::new(Said::Part(part), at, end)
            });
        }
        (!needs_year).then_some(Piece::new(Said::Part(part), at, end))
    }

    /// "The year", "this year", "last year" after "of".
    fn year_named(&self, at: usize) -> Option<(Reading, usize)> {
        let reader = &self.reader;
        let place = reader.skip(at, Role::The);
        let piece = match reader.role(place) {
            Role::Which(which) => self.which(place, which)?,
            Role::Unit(Unit::Year) if place > at => self.unit_of(Unit::Year, Which::This, place, place + 1)?,
            _ => return None,
        };
        match piece.said {
            Said::Known(reading) if reading.value.from.grain == Grain::Year => Some((reading, piece.end)),
            _ => None,
        }
    }

    /// "FY2019", "CY18", "fiscal 2019", "fiscal year 2019": as the calendar year of that number.
    pub(super) fn business_year(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let mut place = at + 1;
        if reader.role(at) == Role::YearKind {
            place += usize::from(matches!(reader.role(place), Role::Unit(Unit::Year)));
        }
        let place = reader.skip_mark(place, "'’");
        let year = match reader.digits(place)? {
            (number, 4) => i16::try_from(number).ok().filter(|year| is_year(*year))?,
            (number, 2) if reader.role(at) == Role::YearCode => self.full_year(number),
            _ => return None,
        };
        let coded = reader.role(at) != Role::YearCode || reader.is_capital(at) || reader.is_glued(place);
        coded.then_some(Piece::new(Said::Loose(Loose { year: Some(year), ..NOTHING }, None), at, place + 1))
    }
}

/// EDTF's number of a quarter or half of the year.
pub(super) fn part_of_year(unit: Unit, number: i32) -> Option<i8> {
    match (unit, number) {
        (Unit::Quarter, 1..=4) => i8::try_from(32 + number).ok(),
        (Unit::Year, 1..=2) => i8::try_from(39 + number).ok(),
        _ => None,
    }
}
