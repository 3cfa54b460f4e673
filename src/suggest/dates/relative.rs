//! Dates that count from another: today, last week, next Friday, the same year, the third week of May.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::parser::{Parser, Piece};
use super::resolve::{From, Reading, Said, shifted_halves, weekday_from};
use super::value::{Grain, Point, Unit, Value, shifted};
use super::words::{Role, Sure, Tense, Which};
use crate::model::typed::{Loose, Way};
use crate::suggest::tokens::Kind;

impl Parser<'_> {
    /// "Today", "yesterday", "tomorrow".
    pub(super) fn day_from_today(&self, at: usize, days: i8) -> Option<Piece> {
        let end = at + 1;
        if days == 0 && self.is_nowadays(at) {
            return None;
        }
        let Some(today) = self.setting.day() else { return Some(Piece::new(Said::Unknown("XXXX-XX-XX"), at, end)) };
        let day = today.checked_add(i64::from(days).days()).ok()?;
        let rule = match days {
            0 => "same_day",
            1 => "days_after",
            _ => "days_before",
        };
        Some(Piece::new(published(Point::day(day), rule), at, end))
    }

    /// Whether "today" is the present age: "still in use today", "known today as".
    fn is_nowadays(&self, at: usize) -> bool {
        /// Words that go with it, right before or a few words before.
        const AGE: &[&str] =
            &["still", "known", "used", "use", "exists", "regarded", "remembered", "considered", "called", "than"];
        let reader = &self.reader;
        let word = |place: usize| reader.tokens.get(place).map_or("", |token| &reader.text[token.range()]);
        let far = (at.saturating_sub(7)..at).any(|place| word(place) == "still");
        let near = (at.saturating_sub(2)..at).any(|place| AGE.contains(&word(place)));
        far || near || (word(at + 1) == "than" && word(at + 2) == "ever")
    }

    /// What "last", "this", "next" and their like begin.
    pub(super) fn which(&self, at: usize, which: Which) -> Option<Piece> {
        let reader = &self.reader;
        // "This past week", "that same year".
        let (which, place) = match (which, reader.role(at + 1)) {
            (
                Which::This | Which::That,
                Role::Which(second @ (Which::Past | Which::Coming | Which::Last | Which::Next | Which::Same)),
            ) => (second, at + 2),
            _ => (which, at + 1),
        };
        let place = if reader.role(place) == Role::YearKind && matches!(reader.role(place + 1), Role::Unit(Unit::Year))
        {
            place + 1
        } else {
            place
        };
        let place = if reader.role(place) == Role::DayKind && matches!(reader.role(place + 1), Role::Unit(Unit::Week)) {
            place + 1
        } else {
            place
        };
        match reader.role(place) {
            Role::Unit(unit) => self.unit_which(which, unit, at, place),
            Role::Weekday(number, _) => self.weekday_which(which, number, at, place),
            Role::Month(..) | Role::Season(_) | Role::Feast => self.yearly_which(which, at, place),
            Role::DayPart => self.day_part(which, at, place),
            _ => self.last_few(which, at, place).or_else(|| self.date_which(which, at, place)),
        }
    }

    /// A unit with what tells which one.
    fn unit_which(&self, which: Which, unit: Unit, at: usize, place: usize) -> Option<Piece> {
        let reader = &self.reader;
        let end = place + 1;
        // "This years" lacks its apostrophe; "last years" may be many.
        if (self.is_plural(place) && (which, unit) != (Which::This, Unit::Year)) || unit == Unit::Clock {
            return None;
        }
        if matches!(which, Which::Last | Which::Next | Which::Following) && reader.role(end) == Role::Of {
            return if which == Which::Last { self.last_of(unit, at, end + 1) } else { None };
        }
        if unit == Unit::Day {
            return self.day_which(which, at, end);
        }
        if unit == Unit::Fortnight {
            return self.span(which, unit, super::reader::Count { halves: 2, is_about: false }, at, end);
        }
        if unit == Unit::Weekend && which == Which::This {
            return self.this_weekend(at, end);
        }
        let piece = self.unit_of(unit, which, at, end)?;
        // "Next week Wednesday", "this week on Tuesday".
        if unit == Unit::Week
            && let Said::Known(reading) = piece.said
        {
            let day_at = reader.skip_mark(end, ",");
            let day_at = reader.skip(day_at, Role::On);
            if let Role::Weekday(number, Sure::Yes | Sure::Short | Sure::Word) = reader.role(day_at)
                && (reader.is_capital(day_at) || reader.str(day_at).len() > 3)
                && !matches!(reader.role(day_at + 1), Role::Month(..))
                && !reader.is_mark(day_at + 1, ",")
            {
                let weekday = Weekday::from_monday_one_offset(number).ok()?;
                let day = weekday_from(reading.value.from.first, weekday, true)?;
                let said = Said::Known(Reading { value: day.into(), rule: Some("weekday_of_week"), ..reading });
                return Some(Piece::new(said, at, day_at + 1));
            }
        }
        Some(piece)
    }

    /// "This weekend" is the coming one, or the last where something happened on it.
    fn this_weekend(&self, at: usize, end: usize) -> Option<Piece> {
        let piece = Piece::new(Said::Unknown(Unit::Weekend.unknown()), at, end);
        let Some(day) = self.setting.day() else { return Some(piece) };
        let this = Unit::Weekend.around(day)?;
        let is_past = self.clause(&piece).tense == Tense::Back && this.first > day;
        let point = if is_past { Unit::Weekend.around(shifted(day, Unit::Week, -1)?)? } else { this };
        let rule = if is_past { "latest_weekend" } else { "same_weekend" };
        Some(Piece::new(published(point, rule), at, end))
    }

    /// The last, this or next unit; of the date spoken of before where the word goes back to it.
    pub(super) fn unit_of(&self, unit: Unit, which: Which, at: usize, end: usize) -> Option<Piece> {
        let steps = match which {
            Which::Last | Which::Past | Which::Previous => -1,
            Which::This | Which::That | Which::Same => 0,
            Which::Next | Which::Coming | Which::Following => 1,
        };
        let of_text = matches!(which, Which::That | Which::Same | Which::Previous | Which::Following);
        let told = self
            .last
            .filter(|last| of_text && unit.around(last.first).is_some_and(|around| around.last() >= last.last()));
        if which == Which::That && told.is_none() {
            return None;
        }
        let base = told.or_else(|| self.setting.unit(unit));
        let Some(base) = base else { return Some(Piece::new(Said::Unknown(unit.unknown()), at, end)) };
        let around = unit.around(base.first)?;
        let point = unit.around(shifted(around.first, unit, steps)?)?;
        let from = told.map_or(From::Published, From::Text);
        let rule = unit_rule(unit, steps);
        Some(Piece::new(Said::Known(Reading { value: point.into(), rule: Some(rule), from }), at, end))
    }

    /// "The next day", "that day", "the same day"; "last day" is mostly the final one.
    fn day_which(&self, which: Which, at: usize, end: usize) -> Option<Piece> {
        let steps = match which {
            Which::Next | Which::Following => 1,
            Which::Same | Which::That => 0,
            Which::Previous => -1,
            Which::Last if self.reader.tokens.len() <= 2 => -1,
            // "This day" is more often a way of speaking than a date.
            _ => return None,
        };
        let told = self.last.filter(|last| last.grain == Grain::Day);
        if steps == 0 && told.is_none() {
            return None;
        }
        let from = told.map_or(From::Published, From::Text);
        let Some(base) = told.map(|point| point.first).or_else(|| self.setting.day()) else {
            return Some(Piece::new(Said::Unknown("XXXX-XX-XX"), at, end));
        };
        let day = base.checked_add(i64::from(steps).days()).ok()?;
        let rule = ["days_before", "same_day", "days_after"][usize::try_from(steps + 1).ok()?];
        Some(Piece::new(Said::Known(Reading { value: Point::day(day).into(), rule: Some(rule), from }), at, end))
    }

    /// "This morning", "last night", "that evening", "the following morning".
    fn day_part(&self, which: Which, at: usize, place: usize) -> Option<Piece> {
        let end = place + 1;
        let is_night = matches!(self.reader.str(place), "night" | "evening");
        match which {
            Which::This => self.day_from_today(at, 0).map(|piece| Piece { end, ..piece }),
            Which::Last if is_night => self.day_from_today(at, -1).map(|piece| Piece { end, ..piece }),
            Which::That | Which::Same | Which::Following | Which::Next => {
                self.last.filter(|last| last.grain == Grain::Day)?;
                self.day_which(which, at, end)
            }
            _ => None,
        }
    }

    /// "Last Friday" is of last week, "next Friday" of the next; "this" and "coming" the first from today.
    fn weekday_which(&self, which: Which, number: i8, at: usize, place: usize) -> Option<Piece> {
        let weekday = Weekday::from_monday_one_offset(number).ok()?;
        if let Role::Weekday(_, sure) = self.reader.role(place)
            && let Some(piece) = self.weekday(place, number, sure)
            && let Said::Loose(loose, _) = piece.said
            && loose.day.is_some()
        {
            return Some(Piece { start: at, ..piece });
        }
        let end = place + 1;
        let Some(today) = self.setting.day() else {
            return Some(Piece::new(Said::Unknown(WEEKDAYS[usize::from(number.unsigned_abs()) - 1]), at, end));
        };
        let in_week = |weeks: i32| {
            let monday = Unit::Week.around(shifted(today, Unit::Week, weeks)?)?;
            weekday_from(monday.first, weekday, true)
        };
        let told = self.last.filter(|last| {
            last.grain == Grain::Day && matches!(which, Which::Following | Which::That | Which::Same)
                || (which == Which::Next && self.reader.role_before(at) == Role::The)
        });
        let (point, from) = match which {
            Which::Last | Which::Previous => (in_week(-1)?, From::Published),
            Which::Past => (weekday_from(today.yesterday().ok()?, weekday, false)?, From::Published),
            Which::Coming => (weekday_from(today.tomorrow().ok()?, weekday, true)?, From::Published),
            Which::Next if told.is_none() => (in_week(1)?, From::Published),
            Which::This => {
                let piece = Piece::new(Said::Unknown(""), at, end);
                let is_back = Self::way(&piece.said, self.clause(&piece), None) == Way::Last
                    && self.clause(&piece).tense == Tense::Back;
                (weekday_from(today, weekday, !is_back)?, From::Published)
            }
            Which::Next | Which::Following => match told {
                Some(told) => (weekday_from(told.first.tomorrow().ok()?, weekday, true)?, From::Text(told)),
                None => (in_week(1)?, From::Published),
            },
            Which::That | Which::Same => {
                let told = told?;
                (weekday_from(told.first, weekday, true)?, From::Text(told))
            }
        };
        let back = matches!(from, From::Published) && point.first <= today;
        let rule = if back { "latest_weekday" } else { "next_weekday" };
        let said = Said::Known(Reading { value: point.into(), rule: Some(rule), from });
        // "Last Wednesday", said on a Thursday, is yesterday to some; "next Friday" on a Monday is this week's.
        let other = match which {
            Which::Last => weekday_from(today.yesterday().ok()?, weekday, false),
            Which::Next => weekday_from(today.tomorrow().ok()?, weekday, true),
            _ => None,
        };
        let other = other.filter(|other| *other != point).map(|other| published(other, rule));
        Some(Piece { other, ..Piece::new(said, at, end) })
    }

    /// "Last October", "this summer", "next Easter".
    fn yearly_which(&self, which: Which, at: usize, place: usize) -> Option<Piece> {
        let reader = &self.reader;
        let piece = match reader.role(place) {
            Role::Season(part) => match self.season(place, part) {
                Some(piece) => return Some(Piece { start: at, ..piece }),
                None => Piece::new(Said::Part(part), place, place + 1),
            },
            Role::Feast => self.feast(place)?,
            _ => self.month(place)?,
        };
        if piece.said.is_complete() {
            return Some(Piece { start: at, ..piece });
        }
        if matches!(which, Which::That | Which::Same) && reader.is_glued(piece.end) {
            return None;
        }
        let Some(point) = self.setting.published.and(self.yearly_point(which, &piece.said)) else {
            return if self.setting.published.is_none() { Some(Piece { start: at, ..piece }) } else { None };
        };
        let rule = if which == Which::This {
            "this_years"
        } else if matches!(which, Which::Last | Which::Past | Which::Previous) {
            "latest_of_year"
        } else {
            "next_of_year"
        };
        Some(Piece { said: published(point, rule), start: at, ..piece })
    }

    /// "Last October" is the last one that is over, "next October" the first that has not begun, "this October" of this year.
    fn yearly_point(&self, which: Which, said: &Said) -> Option<Point> {
        let today = self.setting.published?.first_day()?;
        let point = |year: i16| match *said {
            Said::Part(part) => Point::part(year, part),
            Said::Feast(feast) => feast.in_year(year).map(Point::day),
            Said::Loose(Loose { month: Some(month), day: None, .. }, None) => Point::month(year, month),
            Said::Loose(Loose { month: Some(month), day: Some(day), .. }, None) => {
                Date::new(year, month, day).ok().map(Point::day)
            }
            _ => None,
        };
        let mut points = (today.year().saturating_sub(2)..=today.year().saturating_add(2)).filter_map(point);
        match which {
            Which::Last | Which::Past | Which::Previous => points.rfind(|point| point.last() < today),
            Which::Next | Which::Coming | Which::Following => points.find(|point| point.first > today),
            Which::This => {
                // Winter goes on into the new year.
                let current = (today.year().saturating_sub(1)..=today.year())
                    .filter_map(point)
                    .find(|point| point.first <= today && today <= point.last());
                current.or_else(|| point(today.year()))
            }
            Which::That | Which::Same => None,
        }
    }

    /// "Next 6th of April", "this 5/12".
    fn date_which(&self, which: Which, at: usize, place: usize) -> Option<Piece> {
        if self.reader.token(place)?.kind != Kind::Number || !matches!(which, Which::Next | Which::Last | Which::This) {
            return None;
        }
        let piece = self.dated_number(place)?;
        if piece.said.is_complete() || piece.to.is_some() {
            return None;
        }
        let point = self.yearly_point(which, &piece.said)?;
        let rule = if which == Which::Last { "latest_day" } else { "next_day" };
        Some(Piece { said: published(point, rule), other: None, start: at, ..piece })
    }

    /// "The last five years", "the next few weeks", "past 30 days", "the first ten days of May".
    fn last_few(&self, which: Which, at: usize, place: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (count, mut end) = reader.count(place)?;
        end = reader.skip(end, Role::DayKind);
        if let Role::Which(Which::Past | Which::Coming | Which::Next | Which::Last) = reader.role(end) {
            end += 1;
        }
        let Role::Unit(unit) = reader.role(end) else { return None };
        if unit == Unit::Clock || matches!(reader.role(place), Role::A) {
            return None;
        }
        let end = end + 1;
        if reader.role(end) == Role::Of && which == Which::Last {
            return self.last_units_of(unit, count.halves / 2, at, end + 1);
        }
        self.span(which, unit, count, at, end)
    }

    /// Some units up to the anchor, or from it on.
    pub(super) fn span(
        &self,
        which: Which,
        unit: Unit,
        count: super::reader::Count,
        at: usize,
        end: usize,
    ) -> Option<Piece> {
        let is_back = match which {
            Which::Last | Which::Past | Which::Previous => true,
            Which::Next | Which::Coming | Which::Following => false,
            Which::This | Which::That | Which::Same => return None,
        };
        let in_story = self.setting.story.is_some()
            && which == Which::Next
            && self.clause(&Piece::new(Said::Unknown(""), at, end)).tense == Tense::Back;
        let told = self.last.filter(|_| matches!(which, Which::Previous | Which::Following) || in_story);
        let base = told.map(|point| point.first).or_else(|| self.setting.day());
        let Some(base) = base else {
            return Some(Piece::new(Said::Unknown(if is_back { "PAST_REF" } else { "FUTURE_REF" }), at, end));
        };
        let steps = if is_back { -1 } else { 1 };
        let (from, to) = match unit {
            // Whole quarters and decades are counted, as business does.
            Unit::Quarter | Unit::Decade | Unit::Century => {
                let number = count.halves / 2;
                let (near, far) =
                    (unit.around(shifted(base, unit, steps)?)?, unit.around(shifted(base, unit, steps * number)?)?);
                if is_back { (far, near) } else { (near, far) }
            }
            // After a year, years are counted.
            Unit::Year if told.is_some_and(|told| told.grain == Grain::Year) && count.halves % 2 == 0 => {
                let far = unit.around(shifted(base, unit, steps * count.halves / 2)?)?;
                let near = unit.around(base)?;
                if is_back { (far, near) } else { (near, far) }
            }
            _ => {
                let far = shifted_halves(base, unit, steps * count.halves)?;
                if is_back {
                    (Point::day(far), Point::day(base.yesterday().ok()?))
                } else {
                    (Point::day(base.tomorrow().ok()?), Point::day(far))
                }
            }
        };
        let value = Value { is_about: count.is_about, ..Value::interval(from, to)? };
        let rule = if is_back { "span_before" } else { "span_after" };
        let from = told.map_or(From::Published, From::Text);
        let bound = Some(crate::model::Bound::Within);
        Some(Piece {
            is_about: count.is_about,
            bound,
            ..Piece::new(Said::Known(Reading { value, rule: Some(rule), from }), at, end)
        })
    }

    /// Whether a unit is written in the plural.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let word = self.reader.str(at);
        word.ends_with(['s', 'S']) && word.len() > 2
    }
}

/// A point counted from the publication date.
pub(super) fn published(point: Point, rule: &'static str) -> Said {
    Said::Known(Reading { value: point.into(), rule: Some(rule), from: From::Published })
}

/// The weekdays of no known week in TIMEX3.
const WEEKDAYS: [&str; 7] =
    ["XXXX-WXX-1", "XXXX-WXX-2", "XXXX-WXX-3", "XXXX-WXX-4", "XXXX-WXX-5", "XXXX-WXX-6", "XXXX-WXX-7"];

/// The rule for a unit some steps away.
fn unit_rule(unit: Unit, steps: i32) -> &'static str {
    let rules = match unit {
        Unit::Week | Unit::Fortnight => ["previous_week", "same_week", "following_week"],
        Unit::Weekend => ["previous_weekend", "same_weekend", "following_weekend"],
        Unit::Month => ["previous_month", "same_month", "following_month"],
        Unit::Quarter => ["previous_quarter", "same_quarter", "following_quarter"],
        Unit::Year => ["previous_year", "same_year", "following_year"],
        Unit::Decade => ["previous_decade", "same_decade", "following_decade"],
        Unit::Century => ["previous_century", "same_century", "following_century"],
        Unit::Clock | Unit::Day => ["days_before", "same_day", "days_after"],
    };
    rules[usize::try_from(steps + 1).unwrap_or(1).min(2)]
}
