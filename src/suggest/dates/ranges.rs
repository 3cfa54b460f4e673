//! Two dates with a word or a dash between them.

use super::parser::{Parser, Piece};
use super::resolve::{Reading, Said, resolve};
use super::value::{Grain, Point, Value};
use super::words::Role;
use crate::model::typed::{Loose, Way};
use crate::suggest::tokens::{Gap, Kind};

/// Years between the ends of a range in parentheses from which on it is taken for two dates, as of a birth and a death.
const LIFE: i16 = 15;

impl Parser<'_> {
    /// A date or a range that starts at a token.
    pub fn piece(&self, at: usize) -> Option<Piece> {
        if self.reader.role(at) == Role::Now {
            // "Now" begins a range and is no date else.
            let now = self.day_from_today(at, 0)?;
            return self.ranged(&now);
        }
        let first = self.hedged(at)?;
        if first.to.is_some() {
            return Some(first);
        }
        Some(self.ranged(&first).unwrap_or(first))
    }

    /// A date, with "about" before it or not.
    fn hedged(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        if reader.role(at) != Role::About {
            return self.one(at);
        }
        let mut place = reader.skip_mark(at + 1, ".");
        place = reader.skip(place, Role::The);
        // "About two weeks ago" is found from its number on.
        let piece = match reader.role(place) {
            Role::Card(_) | Role::Some(_) | Role::A | Role::Couple | Role::Half => self.counted(place)?,
            _ if reader.token(place)?.kind == Kind::Number => self.number(place).or_else(|| self.about_year(place))?,
            Role::Month(..)
            | Role::Weekday(..)
            | Role::Third(_)
            | Role::Season(_)
            | Role::Ord(_)
            | Role::Feast
            | Role::Unit(_)
            | Role::Decade(_) => self.one(place)?,
            _ => return None,
        };
        // "C" and "ca" are abbreviations only before a number.
        if reader.str(at).len() <= 2 && reader.token(place)?.kind != Kind::Number {
            return None;
        }
        Some(Piece { is_about: true, start: at, ..piece })
    }

    /// "C. 347": years of three digits after "circa".
    fn about_year(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (number, 3) = reader.digits(at)? else { return None };
        let sign = reader.str(at - 1) == "." || matches!(reader.str(at - 1), "c" | "ca" | "circa");
        let apart = reader.token(at + 1).is_none_or(|next| next.kind != Kind::Word || next.gap >= Gap::Paragraph);
        let loose = Loose { year: Some(i16::try_from(number).ok()?), ..super::absolute::NOTHING };
        (sign && apart).then_some(Piece::new(Said::Loose(loose, None), at, at + 1))
    }

    /// The range that a date begins.
    fn ranged(&self, first: &Piece) -> Option<Piece> {
        let reader = &self.reader;
        let clock = self.after_clock(first.end);
        // "From May 5, 2019, to June 3, 2020".
        let comma =
            reader.is_mark(clock, ",") && matches!(reader.role(clock + 1), Role::To | Role::Through | Role::Until);
        let joint = self.joint(clock + usize::from(comma), first.start)?;
        let is_word = !matches!(reader.token(joint - 1)?.kind, Kind::Mark(_));
        let place = reader.skip(joint, Role::From);
        let place = reader.skip(place, Role::The);
        let second = self.second_end(first, place, is_word)?;
        if second.to.is_some() || !pairs(&first.said, &second.said) {
            return None;
        }
        // "The fire spread from Monday to Friday": a day of the week to another is a habit as often as a date.
        let (said, to) = lend(first.said, second.said);
        Some(Piece {
            bound: first.bound,
            is_about: first.is_about || second.is_about,
            ..Piece::range(said, to, first.start, second.end)
        })
    }

    /// The second date of a range, which may leave out what the first said.
    fn second_end(&self, first: &Piece, at: usize, is_word: bool) -> Option<Piece> {
        let reader = &self.reader;
        if reader.role(at) == Role::Now || matches!(reader.str(at), "present" | "Present") && !is_word {
            let piece = self.day_from_today(at, 0)?;
            return reader.role(at).eq(&Role::Now).then_some(piece);
        }
        // "2014–19", "1892 – 94", "314 – 368".
        if let (Said::Loose(Loose { year: Some(year), month: None, .. }, None), Some((number, length))) =
            (first.said, reader.digits(at))
        {
            let goes_on = reader.is_mark(at + 1, "-/.:") && reader.is_glued(at + 1) && reader.is_glued(at + 2);
            let counts = matches!(reader.role(at + 1), Role::Month(..) | Role::Unit(_) | Role::OrdEnd | Role::Counted);
            let apart = !goes_on && !counts && !reader.is_mark(at + 1, "%");
            let last = match length {
                2 if !is_word
                    && number > i32::from(year % 100)
                    && (reader.is_glued(at) || !reader.is_mark(at - 1, "-")) =>
                {
                    Some(year - year % 100 + i16::try_from(number).ok()?)
                }
                3 if year < 1000 && number > i32::from(year) => i16::try_from(number).ok(),
                4 if number >= i32::from(year) && (1000..2200).contains(&number) => i16::try_from(number).ok(),
                _ => None,
            };
            if let Some(last) = last.filter(|_| apart && !self.is_decade_end(at + 1)) {
                let said = Said::Loose(Loose { year: Some(last), ..super::absolute::NOTHING }, None);
                return Some(Piece::new(said, at, self.after_era(at + 1)));
            }
        }
        // "April 9th through seventeenth".
        if let Said::Loose(Loose { month: Some(_), day: Some(_), .. }, None) = first.said
            && let Some((number, end)) = reader.ordinal(at).or_else(|| {
                reader.digits(at).filter(|(_, length)| *length <= 2 && !is_word).map(|(number, _)| (number, at + 1))
            })
            && reader.month(reader.skip(end, Role::Of)).is_none()
            && !(reader.is_mark(end, "/:.-") && reader.is_glued(end) && reader.is_glued(end + 1))
            && let Some(day) = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))
            && !matches!(reader.role(end), Role::Unit(_))
            && !matches!(reader.str(end), "am" | "pm")
        {
            return Some(Piece::new(Said::Loose(Loose { day: Some(day), ..super::absolute::NOTHING }, None), at, end));
        }
        let piece = self.hedged(at)?;
        Some(piece)
    }

    /// The reading on one side of the anchor.
    pub fn value_in(&self, piece: &Piece, way: Way) -> Option<Reading> {
        let mut reading = resolve(&piece.said, way, &self.setting)?;
        if let Some(to) = &piece.to {
            let last = self.end_after(to, &reading)?;
            let start = reading.value.from;
            let end = last.value.to.unwrap_or(last.value.from);
            reading.value = Value::interval(start, end)?;
            if reading.rule.is_none() {
                (reading.rule, reading.from) = (last.rule, last.from);
            }
        }
        reading.value.is_about |= piece.is_about;
        Some(reading)
    }

    /// The end of a range: the first such date after its start.
    fn end_after(&self, to: &Said, start: &Reading) -> Option<Reading> {
        let first = start.value.from.first;
        match *to {
            Said::Loose(loose, third) if loose.year.is_none() => {
                let from = crate::model::PartialDate::from_day(first).ok()?;
                let setting = super::resolve::Setting { published: Some(&from), story: None };
                // "September 3 to 12": the day is of the same month or the next.
                let reading = resolve(&Said::Loose(loose, third), Way::Next, &setting)?;
                Some(Reading { rule: start.rule, from: start.from, ..reading })
            }
            Said::Part(_) | Said::Feast(_) => {
                let from = crate::model::PartialDate::from_day(first).ok()?;
                let setting = super::resolve::Setting { published: Some(&from), story: None };
                let reading = resolve(to, Way::Next, &setting)?;
                Some(Reading { rule: start.rule, from: start.from, ..reading })
            }
            _ => resolve(to, Way::Next, &self.setting),
        }
    }

    /// The two dates of a life in parentheses, "(3 April 1897 – 9 June 1954)"; none of a range that is a time.
    pub fn life(&self, piece: &Piece) -> Option<(Point, Point, usize)> {
        let to = piece.to?;
        let (
            Said::Loose(Loose { year: Some(from_year), .. }, None),
            Said::Loose(Loose { year: Some(to_year), .. }, None),
        ) = (piece.said, to)
        else {
            return None;
        };
        let joint =
            (piece.start..piece.end).find(|at| matches!(self.reader.tokens[*at].kind, Kind::Mark('–' | '-' | '—')))?;
        let opened = (piece.start.saturating_sub(40)..piece.start)
            .rev()
            .find(|at| self.reader.tokens[*at].is_mark('(') || self.reader.tokens[*at].is_mark(')'));
        let in_brackets = opened.is_some_and(|at| self.reader.tokens[at].is_mark('('));
        if !in_brackets || to_year - from_year < LIFE {
            return None;
        }
        let first = resolve(&piece.said, Way::Last, &self.setting)?;
        let last = resolve(&to, Way::Last, &self.setting)?;
        Some((first.value.from, last.value.from, joint))
    }
}

/// Whether two dates can be the ends of one range: both are days, or months, or years and so on.
fn pairs(one: &Said, other: &Said) -> bool {
    /// How long what is said is: 0 for a day, 1 for weeks to quarters, 2 for years and more.
    fn length(said: &Said) -> Option<u8> {
        match said {
            Said::Loose(Loose { day, month, weekday, .. }, _) => Some(match (month, day, weekday) {
                (_, Some(_), _) | (None, None, Some(_)) => 0,
                (Some(_), None, _) => 1,
                (None, None, None) => 2,
            }),
            Said::Part(_) => Some(1),
            Said::Feast(_) => Some(0),
            Said::Known(reading) => Some(match reading.value.from.grain {
                Grain::Day => 0,
                Grain::Year | Grain::Decade | Grain::Century => 2,
                Grain::Week | Grain::Weekend | Grain::Month | Grain::Part(_) => 1,
            }),
            Said::Unknown(_) => None,
        }
    }
    length(one).zip(length(other)).is_some_and(|(one, other)| one.abs_diff(other) < 2)
}

/// Gives each end of a range what only the other says: "Aug–Oct 2020", "May 5, 2019 – June 3".
fn lend(from: Said, to: Said) -> (Said, Said) {
    let (Said::Loose(mut first, early), Said::Loose(mut last, late)) = (from, to) else { return (from, to) };
    if first.year.is_none()
        && first.month.is_some()
        && let Some(year) = last.year
        && last.month.is_some()
    {
        // "Nov–Feb 2017" begins in the year before.
        let turns = (first.month, first.day.unwrap_or(1)) > (last.month, last.day.unwrap_or(31));
        first.year = Some(if turns { year - 1 } else { year });
        first.weekday = None;
    }
    if first.month.is_none() && first.day.is_some() && last.month.is_some() && last.day.is_some() {
        (first.month, first.year) = (last.month, last.year);
    }
    if last.month.is_none()
        && last.day.is_some()
        && last.weekday.is_none()
        && first.month.is_some()
        && first.day.is_some_and(|day| Some(day) < last.day)
    {
        (last.month, last.year) = (first.month, first.year);
    }
    (Said::Loose(first, early), Said::Loose(last, late))
}
