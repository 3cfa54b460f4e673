//! Dates some days, weeks, months or years from another.

use jiff::ToSpan;

use super::parser::{Parser, Piece};
use super::reader::Count;
use super::resolve::{From, Reading, Said, counted};
use super::value::{Grain, Point, Unit, Value, shifted};
use super::words::{Role, Tense, Third, Which};
use crate::model::Bound;
use crate::suggest::tokens::{Gap, Kind};

/// A length of time in words.
#[derive(Clone, Copy, Debug)]
struct Length {
    unit: Unit,
    count: Count,
    /// A second, smaller part: "2 weeks and 2 days".
    more: Option<(Unit, i32)>,
    is_business: bool,
    end: usize,
}

/// From where a length is counted, and which way.
struct Base {
    from: Option<From>,
    day: jiff::civil::Date,
    is_back: bool,
    end: usize,
    /// The base is a day said in words, so that the length is exact.
    is_exact: bool,
}

impl Parser<'_> {
    /// "Three days ago", "two weeks later", "4 months after Easter", "in 3 weeks", "within 100 days".
    pub(super) fn counted(&self, at: usize) -> Option<Piece> {
        let mut length = self.length(at)?;
        let reader = &self.reader;
        if let Some(which) = length_which(reader.role(length.end.wrapping_sub(2)))
            && !matches!(reader.role(at), Role::A)
        {
            return self.span(which, length.unit, length.count, at, length.end);
        }
        let about = reader.role_before(at) == Role::About
            || (matches!(reader.role_before(at), Role::Over) || reader.role_before(at) == Role::Than)
            || reader.before(at).is_some_and(|before| before.is_mark('~'));
        length.count.is_about |= about;
        if length.unit == Unit::Clock {
            return None;
        }
        if let Some(piece) = self.related(at, &length) {
            return Some(piece);
        }
        self.ahead(at, &length)
    }

    /// The length of time at a token.
    fn length(&self, at: usize) -> Option<Length> {
        let reader = &self.reader;
        let (count, end) = reader.count(at)?;
        // "[Ten] years ago".
        let mut end = reader.skip_mark(end, "]");
        let is_business = reader.role(end) == Role::DayKind;
        end = reader.skip(end, Role::DayKind);
        end = reader.skip(end, Role::YearKind);
        if matches!(
            reader.role(end),
            Role::Which(Which::Next | Which::Coming | Which::Past | Which::Last | Which::Previous)
        ) && matches!(reader.role(end + 1), Role::Unit(_))
        {
            end += 1;
        }
        if matches!(reader.str(end), "more" | "full" | "short" | "long" | "whole" | "or")
            && reader.role(end + 1) != Role::None
        {
            end += 1;
        }
        let Role::Unit(unit) = reader.role(end) else { return None };
        end += 1;
        // "A year and a half ago".
        if reader.role(end) == Role::And && reader.role(end + 1) == Role::A && reader.role(end + 2) == Role::Half {
            let count = Count { halves: count.halves + 1, ..count };
            return Some(Length { unit, count, more: None, is_business, end: end + 3 });
        }
        let mut more = None;
        let place = reader.skip(reader.skip_mark(end, ","), Role::And);
        if place > end
            && let Some((second, unit_at)) = reader.count(place)
            && let Role::Unit(smaller) = reader.role(unit_at)
            && second.halves % 2 == 0
        {
            more = Some((smaller, second.halves / 2));
            end = unit_at + 1;
        }
        Some(Length { unit, count, more, is_business, end })
    }

    /// A length with a word that relates it to a date.
    fn related(&self, at: usize, length: &Length) -> Option<Piece> {
        let base = self.base(length)?;
        let Some(from) = base.from else {
            return Some(Piece::new(Said::Unknown(length.unit.unknown()), at, base.end));
        };
        let value = value_at(length, base.day, base.is_back, base.is_exact)?;
        let rule = rule(length.unit, base.is_back);
        let value = Value { is_about: length.count.is_about, ..value };
        Some(Piece::new(Said::Known(Reading { value, rule: Some(rule), from }), at, base.end))
    }

    /// What follows a length: "ago", "later", "before Easter", "from now".
    fn base(&self, length: &Length) -> Option<Base> {
        let reader = &self.reader;
        let at = length.end;
        let today = |is_back: bool, end: usize| {
            let day = self.setting.day();
            Some(Base {
                from: day.map(|_| From::Published),
                day: day.unwrap_or_default(),
                is_back,
                end,
                is_exact: false,
            })
        };
        match reader.role(at) {
            Role::Ago => today(true, at + 1),
            Role::Back
                if !reader.token(at + 1).is_some_and(|next| {
                    next.kind == Kind::Word && matches!(reader.role(at + 1), Role::To | Role::In | Role::From)
                }) =>
            {
                today(true, at + 1)
            }
            Role::Hence => today(false, at + 1),
            Role::Earlier | Role::Later => {
                let is_back = reader.role(at) == Role::Earlier;
                if reader.role(at + 1) == Role::Than {
                    return None;
                }
                Some(self.told(is_back, at + 1))
            }
            Role::From if reader.role(at + 1) == Role::Now => today(false, at + 2),
            Role::From | Role::After | Role::Since => {
                self.base_date(at + 1, false).or_else(|| self.bare_base(at, false))
            }
            Role::Which(Which::Following) => self.base_date(at + 1, false),
            Role::Before => self.base_date(at + 1, true).or_else(|| self.bare_base(at, true)),
            Role::Which(Which::Previous) if reader.role(at + 1) == Role::To => self.base_date(at + 2, true),
            _ => None,
        }
    }

    /// From the date spoken of before, else from the publication date.
    fn told(&self, is_back: bool, end: usize) -> Base {
        if let Some(last) = self.last {
            return Base { from: Some(From::Text(last)), day: last.first, is_back, end, is_exact: false };
        }
        let day = self.setting.day();
        Base { from: day.map(|_| From::Published), day: day.unwrap_or_default(), is_back, end, is_exact: false }
    }

    /// "Nine months after, she": the word ends its phrase.
    fn bare_base(&self, at: usize, is_back: bool) -> Option<Base> {
        let reader = &self.reader;
        let ends = reader.token(at + 1).is_none_or(|next| matches!(next.kind, Kind::Mark(',' | '.' | ';' | ')')));
        (ends && reader.role(at) != Role::Since && reader.role(at) != Role::From).then(|| self.told(is_back, at + 1))
    }

    /// The date that a length is counted from.
    fn base_date(&self, at: usize, is_back: bool) -> Option<Base> {
        let reader = &self.reader;
        let place = reader.skip(at, Role::The);
        let piece = match reader.role(place) {
            Role::Now => {
                let day = self.setting.day();
                return Some(Base {
                    from: day.map(|_| From::Published),
                    day: day.unwrap_or_default(),
                    is_back,
                    end: place + 1,
                    is_exact: false,
                });
            }
            // No chains: "two days after three days after …" would be gone over again and again.
            Role::A | Role::Some(_) | Role::Couple => return None,
            Role::Card(_) => self.day_month(place)?,
            Role::Unit(unit) => self.unit(place, unit)?,
            _ if reader.token(place)?.kind == Kind::Number => {
                self.dated_number(place).or_else(|| self.year_only(place))?
            }
            _ => self.one(place)?,
        };
        let reading = self.settled(&piece)?;
        let point = if is_back { reading.value.from } else { reading.value.to.unwrap_or(reading.value.from) };
        let is_exact = point.grain == Grain::Day;
        // What is given to the year is counted from the year.
        let from = if matches!(piece.said, Said::Known(Reading { from: From::Published, .. }))
            && point.first == self.setting.day()?
        {
            From::Published
        } else {
            From::Text(point)
        };
        // "Two years after the 2016 election".
        let has_noun = place > at
            && point.grain == Grain::Year
            && reader.token(piece.end).is_some_and(|next| next.kind == Kind::Word && next.gap == Gap::Space)
            && matches!(reader.role(piece.end), Role::None | Role::Feast | Role::Counted);
        let end = piece.end + usize::from(has_noun);
        Some(Base { from: Some(from), day: point.first, is_back, end, is_exact })
    }

    pub(super) fn year_only(&self, at: usize) -> Option<Piece> {
        let (year, end) = self.year_digits(at)?;
        Some(Piece::new(Said::point(Point::years(year, Grain::Year)?), at, end))
    }

    /// "In 3 weeks", "within 100 days": from the publication date on.
    fn ahead(&self, at: usize, length: &Length) -> Option<Piece> {
        let reader = &self.reader;
        let mut lead_at = at;
        if reader.role_before(lead_at) == Role::About
            || reader.before(lead_at).is_some_and(|before| before.is_mark('~'))
        {
            lead_at -= 1;
        }
        // "In less than two weeks".
        if reader.role_before(lead_at) == Role::Than && lead_at >= 2 {
            lead_at -= 2;
        }
        if reader.role_before(lead_at) == Role::The {
            return None;
        }
        let lead = reader.role_before(lead_at);
        let start = lead_at.saturating_sub(1);
        let piece = Piece::new(Said::Unknown(length.unit.unknown()), start, length.end);
        let clause = self.clause(&piece);
        // What follows tells another base: "within 30 days of the ruling", "in two years of talks".
        let of = reader.role(length.end) == Role::Of
            || matches!(reader.role(length.end), Role::After | Role::Before | Role::From);
        if of || clause.tense == Tense::Back {
            return None;
        }
        let within = match lead {
            Role::Within => true,
            Role::In if clause.is_fragment || (clause.tense == Tense::Ahead && !self.has_passed(start)) => false,
            Role::After if clause.is_fragment => false,
            _ => return None,
        };
        let Some(day) = self.setting.day() else { return Some(piece) };
        let value = value_at(length, day, false, within)?;
        let value = Value { is_about: length.count.is_about, ..value };
        let bound = within.then_some(Bound::By);
        let said = Said::Known(Reading { value, rule: Some(rule(length.unit, false)), from: From::Published });
        Some(Piece { bound, ..Piece::new(said, start, length.end) })
    }

    /// Whether words before "in" make it a length that has passed: "the first time in 3 years".
    fn has_passed(&self, at: usize) -> bool {
        let Some(before) = self.reader.before(at) else { return false };
        let word = &self.reader.text[before.range()];
        (word.ends_with("st") && !matches!(word, "must" | "just"))
            || matches!(word, "time" | "once" | "twice" | "times" | "one" | "record" | "rise" | "fall")
    }

    /// What a unit begins: "day before yesterday", "the year before", "week of May 4", "year 2008", "year to date".
    pub(super) fn unit(&self, at: usize, unit: Unit) -> Option<Piece> {
        let reader = &self.reader;
        if self.is_plural(at) || unit == Unit::Clock {
            return None;
        }
        match (unit, reader.role(at + 1)) {
            (Unit::Day, Role::Before | Role::After) => self.day_beside(at),
            (Unit::Year | Unit::Month | Unit::Week, Role::Before | Role::After) => self.unit_beside(at, unit),
            (Unit::Week, Role::Of | Role::Starting | Role::Ending | Role::Third(Third::Start)) => self.week_of(at),
            (Unit::Weekend, Role::Of) => {
                let (reading, end) = self.date_at(at + 2)?;
                let point = Unit::Weekend.around(reading.value.from.first)?;
                Some(Piece::new(Said::Known(Reading { value: point.into(), ..reading }), at, end))
            }
            (Unit::Weekend, _) => self.weekend(at),
            (Unit::Year, Role::To) if reader.role(at + 2) == Role::Date => {
                let Some(today) = self.setting.day() else {
                    return Some(Piece::new(Said::Unknown("XXXX"), at, at + 3));
                };
                let value = Value::interval(Point::day(today.first_of_year()), Point::day(today))?;
                let said = Said::Known(Reading { value, rule: Some("year_to_date"), from: From::Published });
                Some(Piece { bound: Some(Bound::Within), ..Piece::new(said, at, at + 3) })
            }
            (Unit::Year | Unit::Month, _) if self.is_end_word(at + 1) => self.unit_end(at, unit),
            (Unit::Year, _) => {
                let (year, end) = self.year_digits(at + 1).or_else(|| reader.year_words(at + 1))?;
                Some(Piece::new(Said::point(Point::years(year, Grain::Year)?), at, end))
            }
            (Unit::Week, _) => self.week_number(at),
            _ => None,
        }
    }

    fn is_end_word(&self, at: usize) -> bool {
        let place = self.reader.skip_mark(at, "-");
        self.reader.role(place) == Role::Third(Third::End) && self.reader.str(place).eq_ignore_ascii_case("end")
    }

    /// "Year end", "month-end": its last day.
    fn unit_end(&self, at: usize, unit: Unit) -> Option<Piece> {
        let end = self.reader.skip_mark(at + 1, "-") + 1;
        let led = matches!(
            self.reader.role_before(at),
            Role::By | Role::Before | Role::Until | Role::At | Role::Through | Role::Since
        );
        let Some(point) = self.setting.unit(unit) else {
            return led.then_some(Piece::new(Said::Unknown(unit.unknown()), at, end));
        };
        let rule = if unit == Unit::Year { "end_of_year" } else { "end_of_month" };
        led.then_some(Piece::new(super::relative::published(Point::day(point.last()), rule), at, end))
    }

    /// "Day before yesterday", "day after Christmas", "the day before".
    fn day_beside(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let is_back = reader.role(at + 1) == Role::Before;
        let rule = if is_back { "days_before" } else { "days_after" };
        if let Some(base) = self.base_date(at + 2, is_back).filter(|base| base.is_exact) {
            let day = if is_back { base.day.yesterday() } else { base.day.tomorrow() }.ok()?;
            let reading = Reading { value: Point::day(day).into(), rule: Some(rule), from: base.from? };
            return Some(Piece::new(Said::Known(reading), at, base.end));
        }
        self.unit_beside(at, Unit::Day)
    }

    /// "The year before", where it ends its phrase.
    fn unit_beside(&self, at: usize, unit: Unit) -> Option<Piece> {
        let reader = &self.reader;
        let is_back = reader.role(at + 1) == Role::Before;
        let end = at + 2;
        let ends =
            reader.token(end).is_none_or(|next| matches!(next.kind, Kind::Mark(',' | '.' | ';' | ')' | '?' | '!')));
        if !ends || reader.role_before(at) != Role::The {
            return None;
        }
        let told = self.last.filter(|last| unit.around(last.first).is_some_and(|around| around.last() >= last.last()));
        let base = told.or_else(|| self.setting.unit(unit));
        let Some(base) = base else { return Some(Piece::new(Said::Unknown(unit.unknown()), at, end)) };
        let point = unit.around(shifted(base.first, unit, if is_back { -1 } else { 1 })?)?;
        let from = told.map_or(From::Published, From::Text);
        Some(Piece::new(Said::Known(Reading { value: point.into(), rule: Some(rule(unit, is_back)), from }), at, end))
    }

    /// A date after "of" or "on".
    fn date_at(&self, at: usize) -> Option<(Reading, usize)> {
        let reader = &self.reader;
        let place = reader.skip(reader.skip(at, Role::On), Role::The);
        if reader.role(place) == Role::Unit(Unit::Week) {
            return None;
        }
        let piece = self.one(place)?;
        Some((self.settled(&piece)?, piece.end))
    }

    /// "Week of April 10", "week beginning on February 4", "week ending May 2".
    fn week_of(&self, at: usize) -> Option<Piece> {
        let (reading, end) = self.date_at(at + 2)?;
        if reading.value.from.grain != Grain::Day || reading.value.to.is_some() {
            return None;
        }
        let day = reading.value.from.first;
        let value = match self.reader.role(at + 1) {
            Role::Of => Unit::Week.around(day)?.into(),
            Role::Ending => Value::interval(Point::day(day.checked_sub(6.days()).ok()?), Point::day(day))?,
            _ => Value::interval(Point::day(day), Point::day(day.checked_add(6.days()).ok()?))?,
        };
        Some(Piece::new(Said::Known(Reading { value, ..reading }), at, end))
    }

    /// "Week 31", "week 3 of 2027": of ISO 8601.
    fn week_number(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (number, 1 | 2) = reader.digits(at + 1)? else { return None };
        let told = self
            .year_after(at + 2, false)
            .filter(|_| matches!(reader.role(at + 2), Role::Of | Role::In) || reader.is_mark(at + 2, ","));
        let led = matches!(reader.role_before(at), Role::The | Role::In);
        let start_of_text = at == 0 && reader.tokens.len() < 20;
        let (year, end, from) = match told {
            Some((year, end)) => (year, end, From::Nothing),
            None if led || start_of_text || reader.before(at).is_some_and(|before| before.is_mark(',')) => {
                (self.setting.year()?, at + 2, From::Published)
            }
            None => return None,
        };
        let week = i8::try_from(number).ok()?;
        let first = jiff::civil::ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday).ok()?.date();
        let rule = (from == From::Published).then_some("week_of_year");
        Some(Piece::new(
            Said::Known(Reading { value: Point { first, grain: Grain::Week }.into(), rule, from }),
            at,
            end,
        ))
    }

    /// "Over the weekend": the last that has begun, or the next.
    fn weekend(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let led = reader.role_before(at) == Role::The
            && at > 0
            && (matches!(
                reader.role_before(at - 1),
                Role::Over | Role::At | Role::On | Role::During | Role::Throughout | Role::By | Role::For
            ) || reader.tokens.len() <= 8);
        let short = reader.tokens.len() <= 5;
        if !led && !short {
            return None;
        }
        let piece = Piece::new(Said::Unknown("XXXX-WXX-WE"), at, at + 1);
        let Some(day) = self.setting.day() else { return Some(piece) };
        let clause = self.clause(&piece);
        let this = Unit::Weekend.around(day)?;
        let ahead = clause.tense == Tense::Ahead || clause.is_fragment || this.first <= day;
        let point = if ahead { this } else { Unit::Weekend.around(shifted(day, Unit::Week, -1)?)? };
        let rule = if point.first <= day { "latest_weekend" } else { "next_weekend" };
        Some(Piece::new(super::relative::published(point, rule), at, at + 1))
    }
}

/// The date that is a length away.
fn value_at(length: &Length, day: jiff::civil::Date, is_back: bool, is_exact: bool) -> Option<Value> {
    let sign = if is_back { -1 } else { 1 };
    let (mut day, unit) = match length.more {
        Some((unit, count)) => (shifted(day, unit, sign * count)?, unit),
        None => (day, length.unit),
    };
    if length.is_business && length.unit == Unit::Day {
        for _ in 0..length.count.halves.min(2000) / 2 {
            day = working_day(day, is_back)?;
        }
        return Some(Point::day(day).into());
    }
    let exact =
        is_exact && length.count.halves % 2 == 0 || (length.more.is_some() && matches!(unit, Unit::Day | Unit::Week));
    if exact {
        return Some(Point::day(shifted(day, length.unit, sign * length.count.halves / 2)?).into());
    }
    Some(counted(day, length.unit, sign * length.count.halves)?.into())
}

/// The rule for a length before or after.
fn rule(unit: Unit, is_back: bool) -> &'static str {
    match (unit, is_back) {
        (Unit::Clock | Unit::Day | Unit::Weekend, true) => "days_before",
        (Unit::Clock | Unit::Day | Unit::Weekend, false) => "days_after",
        (Unit::Week | Unit::Fortnight, true) => "weeks_before",
        (Unit::Week | Unit::Fortnight, false) => "weeks_after",
        (Unit::Month | Unit::Quarter, true) => "months_before",
        (Unit::Month | Unit::Quarter, false) => "months_after",
        (Unit::Year | Unit::Decade | Unit::Century, true) => "years_before",
        (Unit::Year | Unit::Decade | Unit::Century, false) => "years_after",
    }
}

/// The next or last day from Monday to Friday.
fn working_day(day: jiff::civil::Date, is_back: bool) -> Option<jiff::civil::Date> {
    let mut day = day;
    loop {
        day = if is_back { day.yesterday() } else { day.tomorrow() }.ok()?;
        if day.weekday().to_monday_zero_offset() < 5 {
            return Some(day);
        }
    }
}

/// Which units a count between two words speaks of: "the 5 past years".
fn length_which(role: Role) -> Option<Which> {
    match role {
        Role::Which(which @ (Which::Past | Which::Coming | Which::Previous | Which::Next | Which::Last)) => Some(which),
        _ => None,
    }
}
