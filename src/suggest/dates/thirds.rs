//! Parts of a time: early 2020, mid-September, the end of the year, later this month, the rest of the week.

use super::parser::{Parser, Piece};
use super::resolve::{From, Reading, Said, third_of};
use super::value::{Grain, Point, Unit, Value};
use super::words::{Role, Third, Which};
use crate::model::Bound;
use crate::suggest::tokens::Kind;

impl Parser<'_> {
    /// "Early 2020", "mid-September", "late in 1689", "the end of the year".
    pub(super) fn third(&self, at: usize, third: Third) -> Option<Piece> {
        let reader = &self.reader;
        let mut place = at + 1;
        let mut of = false;
        if reader.is_mark(place, "-‑") && reader.is_glued(place) {
            place += 1;
        } else if matches!(third, Third::Start | Third::Middle | Third::End) {
            of = reader.role(place) == Role::Of;
            place += usize::from(of);
        } else {
            place = reader.skip(place, Role::In);
        }
        let needs_of = matches!(third, Third::Start | Third::Middle);
        if needs_of && !of {
            return None;
        }
        let the = reader.skip(place, Role::The);
        let place = the;
        let named = the > at + 1 && reader.role(the - 1) == Role::The;
        let base = match reader.role(place) {
            Role::Unit(
                unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Quarter | Unit::Decade | Unit::Century),
            ) if !self.is_plural(place) => {
                let whole = self.unit(place, unit).filter(|piece| piece.said.is_complete());
                // "End of year" needs no article; "early week" is nothing.
                match whole {
                    Some(piece) => piece,
                    None if named || of => self.unit_of(unit, Which::This, place, place + 1)?,
                    None => return None,
                }
            }
            Role::Which(which) => self.which(place, which)?,
            Role::Month(..) => self.bare_month(place)?,
            Role::Season(part) => self.season(place, part).unwrap_or(Piece::new(Said::Part(part), place, place + 1)),
            Role::Unit(_) | Role::Third(_) | Role::Earlier | Role::Later | Role::Rest => return None,
            _ if reader.token(place)?.kind == Kind::Number => {
                self.dated_number(place).or_else(|| self.number(place)).or_else(|| self.year_only(place))?
            }
            _ => self.one(place)?,
        };
        // "The end of the 2014 season" is the season's.
        if named && matches!(base.said, Said::Loose(loose, _) if loose.month.is_none()) {
            return None;
        }
        if base.to.is_some() {
            return None;
        }
        // The end of a time by which something is due is the time itself, whose last day is the latest.
        let edge = matches!(third, Third::End | Third::Start) && of;
        if edge && self.is_bound_edge(at, third) {
            return Some(Piece { start: at, ..base });
        }
        let said = match base.said {
            Said::Loose(loose, None) if loose.day.is_none() && loose.weekday.is_none() => {
                Said::Loose(loose, Some(third))
            }
            Said::Known(reading) => {
                let value = third_of(reading.value, third)?;
                Said::Known(Reading { value, ..reading })
            }
            Said::Part(part) => Said::Part(part),
            Said::Unknown(timex) => Said::Unknown(timex),
            Said::Loose(..) | Said::Feast(_) => return None,
        };
        Some(Piece { said, bound: base.bound.or(Some(Bound::Within)), start: at, ..base })
    }

    /// A month after "early" or "end of", whatever its spelling.
    fn bare_month(&self, at: usize) -> Option<Piece> {
        let piece = self.month(at)?;
        match piece.said {
            // "Early May 5" is the morning of a day: the part belongs to no month.
            Said::Loose(loose, None) if loose.day.is_none() => Some(piece),
            _ => None,
        }
    }

    /// Whether "by" stands before the end of a time, or "since" before its start.
    fn is_bound_edge(&self, at: usize, third: Third) -> bool {
        let reader = &self.reader;
        let mut place = at;
        if reader.role_before(place) == Role::The {
            place -= 1;
        }
        match (reader.role_before(place), third) {
            (Role::By | Role::Until | Role::Before | Role::To | Role::Through, Third::End)
            | (Role::Since | Role::From | Role::After, Third::Start) => true,
            (Role::And, _) => self.after_between_any(place),
            _ => false,
        }
    }

    /// Whether "between" stands in the few words before.
    fn after_between_any(&self, at: usize) -> bool {
        (at.saturating_sub(9)..at).any(|place| self.reader.meaning(place).role == Role::Between)
    }

    /// "Earlier this year", "later in the month", "later that year", "earlier in 2015".
    pub(super) fn part_so_far(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let is_later = reader.role(at) == Role::Later;
        let place = at + 1;
        let has_in = reader.role(place) == Role::In;
        let place = reader.skip(place, Role::In);
        let the = reader.skip(place, Role::The);
        let base = match reader.role(the) {
            Role::Unit(unit) if the > place && has_in && !self.is_plural(the) && unit != Unit::Clock => {
                self.unit_of(unit, if self.setting.story.is_some() { Which::That } else { Which::This }, the, the + 1)?
            }
            Role::Which(which @ (Which::This | Which::That | Which::Same | Which::Last | Which::Next)) => {
                self.which(the, which)?
            }
            _ if has_in && reader.token(the)?.kind == Kind::Number => self.number(the)?,
            Role::Month(..) if has_in => self.month(the)?,
            _ => return None,
        };
        let Said::Known(reading) = base.said else {
            let said = base.said;
            return (base.to.is_none() && !matches!(said, Said::Feast(_))).then_some(Piece { said, start: at, ..base });
        };
        let whole = reading.value.from;
        let today = self.setting.day().filter(|day| *day >= whole.first && *day <= whole.last());
        let from_publication =
            matches!(reading.from, From::Published) && reading.value.to.is_none() && whole.grain != Grain::Day;
        let (Some(today), true) = (today, from_publication) else {
            return Some(Piece { start: at, ..base });
        };
        let (from, to) = if is_later { (today, whole.last()) } else { (whole.first, today) };
        let value = Value { named: Some(whole), ..Value::interval(Point::day(from), Point::day(to))? };
        let rule = part_rule(whole.grain, is_later);
        let said = Said::Known(Reading { value, rule: Some(rule), from: From::Published });
        Some(Piece { bound: Some(Bound::Within), start: at, ..Piece::new(said, at, base.end) })
    }

    /// "The rest of the year", "the remainder of 2020".
    pub(super) fn rest(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        if reader.role(at + 1) != Role::Of {
            return None;
        }
        let place = reader.skip(at + 2, Role::The);
        let base = match reader.role(place) {
            Role::Unit(
                unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century),
            ) if !self.is_plural(place) => self.unit_of(unit, Which::This, place, place + 1)?,
            Role::Which(which) => self.which(place, which)?,
            _ if reader.token(place)?.kind == Kind::Number => self.number(place)?,
            Role::Month(..) => self.month(place)?,
            _ => return None,
        };
        let Some(reading) = self.settled(&base) else {
            return matches!(base.said, Said::Unknown(_)).then_some(Piece { start: at, ..base });
        };
        let whole = reading.value.from;
        if reading.value.to.is_some() || whole.grain == Grain::Day {
            return None;
        }
        let Some(today) = self.setting.day().filter(|day| *day >= whole.first && *day <= whole.last()) else {
            return Some(Piece { start: at, ..base });
        };
        let value = Value { named: Some(whole), ..Value::interval(Point::day(today), Point::day(whole.last()))? };
        let said = Said::Known(Reading { value, rule: Some(part_rule(whole.grain, true)), from: From::Published });
        Some(Piece { bound: Some(Bound::Within), ..Piece::new(said, at, base.end) })
    }
}

/// The rule for what is left of a time, or over of it.
fn part_rule(grain: Grain, is_later: bool) -> &'static str {
    match (grain, is_later) {
        (Grain::Week | Grain::Weekend, true) => "rest_of_week",
        (Grain::Week | Grain::Weekend, false) => "week_so_far",
        (Grain::Month, true) => "rest_of_month",
        (Grain::Month, false) => "month_so_far",
        (Grain::Part(_), true) => "rest_of_quarter",
        (Grain::Part(_), false) => "quarter_so_far",
        (Grain::Decade, true) => "rest_of_decade",
        (Grain::Decade, false) => "decade_so_far",
        (Grain::Century, true) => "rest_of_century",
        (Grain::Century, false) => "century_so_far",
        (Grain::Year | Grain::Day, true) => "rest_of_year",
        (Grain::Year | Grain::Day, false) => "year_so_far",
    }
}
