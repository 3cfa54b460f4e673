//! Weekdays, alone, with their date or with their week.

use jiff::civil::Weekday;

use super::absolute::NOTHING;
use super::parser::{Parser, Piece};
use super::resolve::{Reading, Said};
use super::value::Grain;
use super::words::{Role, Sure};
use crate::model::typed::Loose;
use crate::suggest::tokens::{Gap, Kind};

impl Parser<'_> {
    /// "Wednesday, September 16", "Tuesday of next week", "Tuesday the eleventh", "Thursday".
    pub(super) fn weekday(&self, at: usize, number: i8, sure: Sure) -> Option<Piece> {
        let reader = &self.reader;
        if sure == Sure::Word && !reader.is_capital(at) {
            return None;
        }
        let weekday = Weekday::from_monday_one_offset(number).ok()?;
        let mut end = at + 1;
        if reader.str(at).len() <= 5 && reader.is_mark(end, ".") {
            end += 1;
        }
        if let Some(piece) = self.dated_weekday(at, end, weekday) {
            return Some(piece);
        }
        if let Some(piece) = self.weekday_of_week(at, end, weekday) {
            return Some(piece);
        }
        let led = matches!(
            reader.role_before(at),
            Role::On | Role::By | Role::Until | Role::Since | Role::Which(_) | Role::From | Role::To | Role::Through
        );
        let alone = match sure {
            Sure::Yes => reader.is_capital(at) || led || self.is_short_block(),
            Sure::Short | Sure::Name => led || reader.is_capital(at) && reader.is_mark(at + 1, "."),
            Sure::Word => {
                led && reader.is_capital(at) && !self.is_name_behind(at + 1) && reader.role_before(at) == Role::On
            }
        };
        (alone && !self.is_habit(at))
            .then(|| Piece::new(Said::Loose(Loose { weekday: Some(weekday), ..NOTHING }, None), at, at + 1))
    }

    /// Whether a weekday is any of its name, "every Monday", or part of a title, "Saturday Night Live".
    fn is_habit(&self, at: usize) -> bool {
        let reader = &self.reader;
        let mut start = at;
        // "Every Wednesday and Thursday", "every Wednesday/Thursday".
        while start >= 2 && at - start < 8 && matches!(reader.meaning(start - 2).role, Role::Weekday(..)) {
            start -= 2;
        }
        let before = reader.before(start).map_or("", |before| &reader.text[before.range()]);
        let title = reader.role(at + 1) == Role::DayPart && reader.is_capital(at + 1) && self.is_name_behind(at + 2);
        // "The Sunday Times".
        let is_paper = reader.role_before(at) == Role::The
            && self.is_name_behind(at + 1)
            && matches!(reader.role(at + 1), Role::None | Role::Counted | Role::Label)
            && reader.token(at + 1).is_some_and(|next| next.gap == Gap::Space);
        title || is_paper || matches!(before, "every" | "each" | "any" | "a" | "most" | "Every" | "Each" | "per")
    }

    /// Whether the text is a few words only, as in a command or a table.
    fn is_short_block(&self) -> bool {
        self.reader.tokens.len() <= 8
    }

    /// Whether a word with a capital follows, as in a name or title.
    pub(super) fn is_name_behind(&self, at: usize) -> bool {
        self.reader.is_capital(at) && self.reader.token(at).is_some_and(|next| next.kind == Kind::Word)
    }

    /// A weekday with its date.
    fn dated_weekday(&self, at: usize, end: usize, weekday: Weekday) -> Option<Piece> {
        let reader = &self.reader;
        let mut place = if matches!(reader.role(end), Role::DayPart) { end + 1 } else { end };
        place = reader.skip_mark(place, ",-–");
        place = reader.skip(place, Role::On);
        place = reader.skip(place, Role::The);
        let date = match reader.token(place)?.kind {
            Kind::Number => self.dated_number(place).or_else(|| {
                let (day, end) = reader.ordinal(place)?;
                let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
                (end > place).then(|| Piece::new(Said::Loose(Loose { day: Some(day), ..NOTHING }, None), place, end))
            }),
            Kind::Word if matches!(reader.role(place), Role::Month(..)) => self.month(place),
            Kind::Word if matches!(reader.role(place), Role::Ord(_) | Role::Card(_)) => {
                self.day_month(place).or_else(|| {
                    let (day, end) = reader.ordinal(place).filter(|_| reader.role_before(place) == Role::The)?;
                    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
                    Some(Piece::new(Said::Loose(Loose { day: Some(day), ..NOTHING }, None), place, end))
                })
            }
            _ => None,
        }?;
        match date.said {
            Said::Loose(loose, None) if loose.day.is_some() => {
                // A weekday that contradicts a date in full is a slip of the writer, or a time zone.
                let weekday = loose.year.is_none().then_some(weekday);
                Some(Piece { said: Said::Loose(Loose { weekday, ..loose }, None), start: at, ..date })
            }
            Said::Known(Reading { value, .. }) if value.from.grain == Grain::Day && date.to.is_none() => {
                Some(Piece { start: at, ..date })
            }
            _ => None,
        }
    }

    /// "Tuesday of next week", "Friday next week", "on Tuesday, next week".
    fn weekday_of_week(&self, at: usize, end: usize, weekday: Weekday) -> Option<Piece> {
        let reader = &self.reader;
        let place = reader.skip_mark(end, ",");
        let place = reader.skip(place, Role::Of);
        let place = reader.skip(place, Role::The);
        let Role::Which(which) = reader.role(place) else { return None };
        let piece = self.which(place, which)?;
        let Said::Known(reading) = piece.said else { return None };
        if reading.value.from.grain != Grain::Week || reading.value.to.is_some() {
            return None;
        }
        let day = super::resolve::weekday_from(reading.value.from.first, weekday, true)?;
        Some(Piece {
            said: Said::Known(Reading { value: day.into(), rule: Some("weekday_of_week"), ..reading }),
            start: at,
            ..piece
        })
    }
}
