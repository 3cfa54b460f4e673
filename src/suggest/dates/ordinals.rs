//! What ordinal numbers and "last" pick from a longer time: the third week of May, the last day of the month.

use jiff::ToSpan;
use jiff::civil::Date;

use super::absolute::NOTHING;
use super::parser::{Parser, Piece};
use super::resolve::{Reading, Said};
use super::value::{Grain, Point, Unit, Value, shifted};
use super::words::{Role, Which};
use crate::model::typed::Loose;
use crate::suggest::tokens::{Gap, Kind};

impl Parser<'_> {
    /// What an ordinal number begins: centuries, quarters, weeks and days of something, days of a month.
    pub(super) fn ordinal(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (number, end) = reader.ordinal(at)?;
        let place = reader.skip_mark(end, "-‑");
        match reader.role(place) {
            Role::Unit(Unit::Century) => self.century(number, at, place + 1),
            Role::Unit(Unit::Quarter) => {
                let part = super::quarters::part_of_year(Unit::Quarter, number)?;
                let needs_year = !matches!(reader.role_before(at), Role::The | Role::Which(_));
                self.with_year(part, at, place + 1, needs_year)
            }
            Role::Half => self.with_year(super::quarters::part_of_year(Unit::Year, number)?, at, place + 1, true),
            Role::Unit(unit) if reader.role(place + 1) == Role::Of => {
                self.nth_of(number, unit, at, place + 2).or_else(|| self.day_month(at))
            }
            Role::Card(_) | Role::Some(_) if number == 1 => {
                let (count, unit_at) = reader.count(place)?;
                let Role::Unit(unit) = reader.role(unit_at) else { return None };
                (reader.role(unit_at + 1) == Role::Of).then_some(())?;
                self.first_units_of(unit, count.halves / 2, at, unit_at + 2)
            }
            _ => self.day_month(at).or_else(|| self.day_alone(number, at, end)),
        }
    }

    /// "20th century".
    fn century(&self, number: i32, at: usize, end: usize) -> Option<Piece> {
        let era = self.after_era(end);
        if self.reader.role(era) == Role::BeforeEra {
            return None;
        }
        let year = i16::try_from((number - 1) * 100).ok().filter(|year| (0..2200).contains(year))?;
        let first = Date::new(year.max(1), 1, 1).ok()?;
        Some(Piece::new(Said::point(Point { first, grain: Grain::Century }), at, era))
    }

    /// "On the 4th", "until the 21st": a day of a month not named.
    fn day_alone(&self, number: i32, at: usize, end: usize) -> Option<Piece> {
        let reader = &self.reader;
        let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
        let led = reader.role_before(at) == Role::The
            && at > 0
            && matches!(
                reader.role_before(at - 1),
                Role::On
                    | Role::By
                    | Role::Until
                    | Role::Since
                    | Role::From
                    | Role::Before
                    | Role::After
                    | Role::Of
                    | Role::Through
                    | Role::To
            );
        let digits = reader.digits(at).is_some();
        let apart = reader.token(end).is_none_or(|next| next.kind != Kind::Word || next.gap >= Gap::Paragraph)
            || matches!(
                reader.role(end),
                Role::And | Role::Or | Role::To | Role::At | Role::From | Role::Until | Role::For | Role::In
            );
        // "On the first, he said" is no date; "of the 4th" only after "week".
        let week = reader.role_before(at - usize::from(at > 0)) != Role::Of
            || at >= 3 && matches!(reader.meaning(at - 3).role, Role::Unit(Unit::Week));
        let apart = apart && !reader.is_mark(end, "-") && (digits || day > 10);
        (led && apart && week && self.setting.published.is_some()).then_some(Piece::new(
            Said::Loose(Loose { day: Some(day), ..NOTHING }, None),
            at,
            end,
        ))
    }

    /// The date that "of" is followed by: "of May 2020", "of last year", "of the month".
    fn whole(&self, at: usize) -> Option<(Reading, usize)> {
        let reader = &self.reader;
        let place = reader.skip(at, Role::The);
        let place = if reader.role(place) == Role::YearKind { place + 1 } else { place };
        let piece = match reader.role(place) {
            Role::Unit(unit @ (Unit::Month | Unit::Year | Unit::Week)) if place > at && !self.is_plural(place) => {
                match self.unit(place, unit) {
                    Some(piece) => piece,
                    None => self.unit_of(unit, Which::This, place, place + 1)?,
                }
            }
            Role::Unit(_) => return None,
            _ => self.one(place)?,
        };
        Some((self.settled(&piece)?, piece.end))
    }

    /// "Third week of January", "thirty-first day of the month", "third month of 2021".
    fn nth_of(&self, number: i32, unit: Unit, at: usize, place: usize) -> Option<Piece> {
        let (reading, end) = self.whole(place)?;
        let whole = reading.value.from;
        if reading.value.to.is_some() || number < 1 {
            return None;
        }
        let point = match (unit, whole.grain) {
            (Unit::Day, Grain::Month | Grain::Year | Grain::Week) | (Unit::Month, Grain::Year) => {
                unit.around(shifted(whole.first, unit, number - 1)?)?
            }
            (Unit::Week, Grain::Month | Grain::Year) => {
                // Weeks of ISO 8601: the first is the one with the fourth day.
                let first = Unit::Week.around(whole.first.checked_add(3.days()).ok()?)?;
                Unit::Week.around(shifted(first.first, Unit::Week, number - 1)?)?
            }
            _ => return None,
        };
        (point.first <= whole.last()).then_some(Piece::new(
            Said::Known(Reading { value: point.into(), ..reading }),
            at,
            end,
        ))
    }

    /// "Last week of December 2016", "last day of the month".
    pub(super) fn last_of(&self, unit: Unit, at: usize, place: usize) -> Option<Piece> {
        let (reading, end) = self.whole(place)?;
        let whole = reading.value.from;
        let fits = match unit {
            Unit::Day | Unit::Weekend => matches!(whole.grain, Grain::Month | Grain::Year),
            Unit::Week => matches!(whole.grain, Grain::Month | Grain::Year),
            Unit::Month | Unit::Quarter => whole.grain == Grain::Year,
            Unit::Decade => whole.grain == Grain::Century,
            Unit::Year => whole.grain == Grain::Decade,
            _ => false,
        };
        if !fits || reading.value.to.is_some() {
            return None;
        }
        let mut point = unit.around(whole.last())?;
        if unit == Unit::Weekend && point.first > whole.last() {
            point = Unit::Weekend.around(shifted(whole.last(), Unit::Week, -1)?)?;
        }
        Some(Piece::new(Said::Known(Reading { value: point.into(), ..reading }), at, end))
    }

    /// "Last four months of 2021".
    pub(super) fn last_units_of(&self, unit: Unit, number: i32, at: usize, place: usize) -> Option<Piece> {
        let (reading, end) = self.whole(place)?;
        let last = unit.around(reading.value.last())?;
        let first = unit.around(shifted(last.first, unit, 1 - number)?)?;
        let value = Value::interval(first, last).filter(|_| number > 0 && first.first >= reading.value.from.first)?;
        Some(Piece::new(Said::Known(Reading { value, ..reading }), at, end))
    }

    /// "First ten days of May".
    fn first_units_of(&self, unit: Unit, number: i32, at: usize, place: usize) -> Option<Piece> {
        let (reading, end) = self.whole(place)?;
        let first = unit.around(reading.value.from.first)?;
        let last = unit.around(shifted(first.first, unit, number - 1)?)?;
        let value = Value::interval(first, last).filter(|_| number > 0 && last.last() <= reading.value.last())?;
        Some(Piece::new(Said::Known(Reading { value, ..reading }), at, end))
    }
}
