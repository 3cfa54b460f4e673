//! Dates with a month in letters, seasons, holidays.

use jiff::ToSpan;
use jiff::civil::Date;

use super::feasts::{Feast, feast};
use super::parser::{Parser, Piece};
use super::resolve::{Reading, Said};
use super::value::{Point, Unit};
use super::words::{Role, Sure, Which};
use super::years::is_year;
use crate::model::typed::Loose;
use crate::suggest::tokens::{Case, Gap, Kind};

/// What is said, all of it missing.
pub(super) const NOTHING: Loose = Loose { year: None, month: None, day: None, weekday: None };

impl Parser<'_> {
    /// "September 16, 2020", "June 3–5", "May 2019", "October".
    pub(super) fn month(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let month = reader.month(at)?;
        let after = reader.after_month(at);
        let loose = Loose { month: Some(month), ..NOTHING };
        if let Some((year, end)) = self.year_after(after, false) {
            // "May 2019-05"? A year with a hyphen and digits behind it is a code.
            return Some(Piece::new(Said::Loose(Loose { year: Some(year), ..loose }, None), at, end));
        }
        if let Some(piece) = self.month_day(at, after, month) {
            return Some(piece);
        }
        let is_code = reader.token(after).is_some_and(|next| next.kind == Kind::Number && next.gap != Gap::None)
            && reader.digits(after).is_none_or(|(_, length)| length != 4);
        let is_day = reader.digits(after).is_some_and(|(_, length)| length <= 2);
        if (is_code && is_day) || reader.digits(after).is_some_and(|(_, length)| length > 4) {
            return None;
        }
        self.is_month_alone(at).then(|| Piece::new(Said::Loose(loose, None), at, after))
    }

    /// A day, and perhaps a second one and a year, after a month.
    fn month_day(&self, at: usize, after: usize, month: i8) -> Option<Piece> {
        let reader = &self.reader;
        let mut place = reader.skip_mark(after, ",-/");
        if place > after && !reader.is_mark(after, ",") && !(reader.is_glued(after) && reader.is_glued(place)) {
            return None;
        }
        place = reader.skip(place, Role::The);
        let (day, end) = reader.day(place)?;
        let spelled = reader.digits(place).is_none();
        let is_word = matches!(reader.role(at), Role::Month(_, Sure::Word)) && !reader.is_capital(at);
        if is_word && !self.is_date_in_small_letters(at, place, end) {
            return None;
        }
        if spelled && day < 10 && reader.ordinal(place).is_none() || self.is_time(place, end) {
            return None;
        }
        let date = |day: i8, year: Option<i16>| Loose { year, month: Some(month), day: Some(day), weekday: None };
        // "June 3–5, 2020".
        if let Some((last, end)) = self.second_day(end, at).filter(|(last, _)| *last > day) {
            let (year, end) = self
                .year_after(end, false)
                .or_else(|| self.year_behind_time(end))
                .map_or((None, end), |(year, end)| (Some(year), end));
            let (from, to) = (Said::Loose(date(day, year), None), Said::Loose(date(last, year), None));
            return Some(Piece::range(from, to, at, end));
        }
        let (year, end) = self
            .year_after(end, true)
            .or_else(|| self.year_behind_time(end))
            .map_or((None, end), |(year, end)| (Some(year), end));
        let end = if year.is_some() || reader.is_mark(end, "(") || reader.is_mark(end, ",") {
            self.weekday_behind(end)
        } else {
            end
        };
        Some(Piece::new(Said::Loose(date(day, year), None), at, end))
    }

    /// Whether "may 5" in small letters is a day: "on may 5", "may 5th", "may 5, 2020", but not "may 5 times".
    fn is_date_in_small_letters(&self, at: usize, day: usize, end: usize) -> bool {
        let reader = &self.reader;
        let led = matches!(
            reader.role_before(at),
            Role::On
                | Role::By
                | Role::From
                | Role::To
                | Role::Until
                | Role::Since
                | Role::Before
                | Role::After
                | Role::Weekday(..)
        );
        led || reader.ordinal(day).is_some() || self.year_after(end, true).is_some() || at == 0
    }

    /// The year behind a time with its zone: "Oct 26 11:00:09 EDT 2023", as machines write it.
    fn year_behind_time(&self, at: usize) -> Option<(i16, usize)> {
        let reader = &self.reader;
        let clock = Some(self.after_clock(at)).filter(|end| *end > at)?;
        let zone =
            reader.token(clock).is_some_and(|token| token.case == Case::Upper && reader.role(clock) == Role::None);
        self.year_digits(clock + usize::from(zone))
    }

    /// The place after a time of day: "10:30", "at 4 pm", "morning". The place itself if there is none.
    pub(super) fn after_clock(&self, at: usize) -> usize {
        let reader = &self.reader;
        if reader.role(at) == Role::DayPart {
            return at + 1;
        }
        let place = reader.skip_mark(at, ",");
        let place = reader.skip(place, Role::At);
        let Some((_, 1 | 2)) = reader.digits(place) else { return at };
        let mut end = place + 1;
        while reader.is_mark(end, ":") && reader.is_glued(end) && reader.digits(end + 1).is_some() {
            end += 2;
        }
        let half = matches!(reader.str(end).to_ascii_lowercase().as_str(), "am" | "pm" | "a.m." | "p.m.");
        if end > place + 1 || half { end + usize::from(half) } else { at }
    }

    /// Whether the number is an hour: "May 5:30", "5 pm".
    fn is_time(&self, at: usize, end: usize) -> bool {
        let reader = &self.reader;
        (reader.is_mark(end, ":") && reader.is_glued(end) && reader.digits(end + 1).is_some())
            || reader.is_mark(end, "%")
            || (reader.digits(at).is_some()
                && matches!(
                    reader.str(end).to_ascii_lowercase().as_str(),
                    "am" | "pm" | "a.m" | "p.m" | "a.m." | "p.m."
                ))
    }

    /// The second day of "3–5", "3 to 5", "3rd and 5th" (the last after "between" only).
    fn second_day(&self, at: usize, start: usize) -> Option<(i8, usize)> {
        let reader = &self.reader;
        let joint = self.joint(at, start)?;
        let place = reader.skip(joint, Role::The);
        let (day, end) = reader.day(place)?;
        // "June 3 to 5 October" and "June 3-5/6" are other things.
        let clean = reader.month(reader.skip(end, Role::Of)).is_none()
            && !self.is_time(place, end)
            && !matches!(reader.role(end), Role::Unit(_));
        let goes_on = reader.is_mark(end, "/-–") && reader.is_glued(end) && reader.digits(end + 1).is_some();
        (clean && !goes_on).then_some((day, end))
    }

    /// The place after a joint of a range: a dash, "to", "through"; "and" after "between".
    pub(super) fn joint(&self, at: usize, start: usize) -> Option<usize> {
        let reader = &self.reader;
        if reader.is_mark(at, "-–—‒―‑~−") {
            return Some(at + 1);
        }
        match reader.role(at) {
            Role::To | Role::Through | Role::Until => Some(at + 1),
            Role::And if self.after_between(start) => Some(at + 1),
            _ => None,
        }
    }

    /// Whether "between" stands before a date.
    pub(super) fn after_between(&self, start: usize) -> bool {
        let mut at = start;
        while at > 0 && start - at < 3 && matches!(self.reader.role_before(at), Role::The | Role::About) {
            at -= 1;
        }
        self.reader.role_before(at) == Role::Between
    }

    /// A year after a month or a day: four digits, or two of which the spelling tells that they are a year.
    pub(super) fn year_after(&self, at: usize, after_day: bool) -> Option<(i16, usize)> {
        let reader = &self.reader;
        let mut place = at;
        if reader.is_mark(place, ",")
            || (reader.is_mark(place, "-/") && reader.is_glued(place) && reader.is_glued(place + 1))
            || matches!(reader.role(place), Role::Of | Role::In)
        {
            place += 1;
        }
        let place = if reader.role(place) == Role::The { place + 1 } else { place };
        if let (Role::Which(Which::Same | Which::That), Some(last)) = (reader.role(place), self.last) {
            let unit = if reader.role(place + 1) == Role::Which(Which::Same) { place + 2 } else { place + 1 };
            if reader.role(unit) == Role::Unit(Unit::Year) {
                return Some((last.first.year(), unit + 1));
            }
        }
        let place = if matches!(reader.role(place), Role::Unit(Unit::Year)) { place + 1 } else { place };
        if let Some((number, 4)) = reader.digits(place) {
            let year = i16::try_from(number).ok().filter(|year| is_year(*year))?;
            let glued = reader.is_mark(place + 1, "-")
                && reader.is_glued(place + 1)
                && reader.digits(place + 2).is_some_and(|(_, length)| length != 4 && length != 2);
            return (!glued && !self.is_decade_end(place + 1)).then(|| (year, self.after_era(place + 1)));
        }
        if let Some((number, 3)) = reader.digits(place) {
            // Years of three digits stand after a month with "of", or before "AD".
            let era = self.after_era(place + 1);
            let told = era > place + 1 || reader.role(at) == Role::Of || (after_day && place == at);
            return told.then_some(()).and_then(|()| Some((i16::try_from(number).ok()?, era)));
        }
        let apostrophe = reader.skip_mark(place, "'’‘");
        if let Some((number, 2)) = reader.digits(apostrophe) {
            let joined = place > at && reader.is_mark(at, "-/");
            let era = self.after_era(apostrophe + 1);
            if era > apostrophe + 1 {
                return Some((i16::try_from(number).ok()?, era));
            }
            let told = apostrophe > place
                || (joined && after_day)
                || reader.role(at) == Role::Of
                || (number >= 40 && !reader.is_mark(at, ","));
            return told.then(|| (self.full_year(number), apostrophe + 1));
        }
        reader.year_words(place).filter(|(year, _)| is_year(*year))
    }

    /// Whether an "s" that makes a decade of a year follows.
    pub(super) fn is_decade_end(&self, at: usize) -> bool {
        let reader = &self.reader;
        let apostrophe = reader.skip_mark(at, "'’");
        reader.is_glued(apostrophe) && reader.str(apostrophe).eq_ignore_ascii_case("s") && reader.is_glued(at)
    }

    /// The place after "AD" or "CE".
    pub(super) fn after_era(&self, at: usize) -> usize {
        if self.reader.role(at) == Role::Era && self.reader.is_capital(at) { at + 1 } else { at }
    }

    /// A year of two digits: the last up to ten years after publication.
    pub(super) fn full_year(&self, number: i32) -> i16 {
        /// Where no publication date helps.
        const PIVOT: i16 = 2040;
        let latest = self.setting.year().map_or(PIVOT, |year| year.saturating_add(10));
        let number = i16::try_from(number).unwrap_or(0);
        let century = latest - latest.rem_euclid(100);
        if century + number <= latest { century + number } else { century - 100 + number }
    }

    /// The weekday that repeats a date behind it: ", Tuesday".
    fn weekday_behind(&self, end: usize) -> usize {
        let reader = &self.reader;
        if reader.is_mark(end, ",")
            && matches!(reader.role(end + 1), Role::Weekday(_, Sure::Yes | Sure::Short))
            && !matches!(reader.role(end + 2), Role::Month(..))
        {
            return end + 2;
        }
        end
    }

    /// Whether a month without day and year is one: words that are also names or verbs need more around them.
    fn is_month_alone(&self, at: usize) -> bool {
        let reader = &self.reader;
        let Role::Month(_, sure) = reader.role(at) else { return false };
        let lead = reader.role_before(at);
        if self.begins_range(at) {
            return true;
        }
        let is_led = matches!(
            lead,
            Role::In
                | Role::By
                | Role::Since
                | Role::Until
                | Role::Before
                | Role::After
                | Role::During
                | Role::Throughout
                | Role::From
                | Role::Between
                | Role::Third(_)
                | Role::Of
                | Role::To
                | Role::Through
                | Role::Which(_)
        ) || (lead == Role::The && sure == Sure::Yes)
            || reader.before(at).is_some_and(|before| before.is_mark('-') || before.is_mark('–'));
        let capital = reader.is_capital(at);
        let next_capital = reader.token(at + 1).is_some_and(|next| next.kind == Kind::Word && next.gap == Gap::Space)
            && reader.is_capital(at + 1)
            && reader.role(at + 1) == Role::None;
        match sure {
            Sure::Yes => capital || is_led,
            Sure::Name => {
                let before_capital = at > 0
                    && reader.tokens[at].gap == Gap::Space
                    && reader.is_capital(at - 1)
                    && lead == Role::None
                    && reader.before(at).is_some_and(|before| before.kind == Kind::Word);
                if is_led {
                    lead == Role::In || (capital && !next_capital)
                } else {
                    capital && !next_capital && !before_capital && !self.says(at + 1)
                }
            }
            Sure::Short => is_led || (capital && reader.is_mark(at + 1, ".")),
            Sure::Word => {
                let strong = matches!(
                    lead,
                    Role::In
                        | Role::Since
                        | Role::Until
                        | Role::By
                        | Role::During
                        | Role::Which(Which::Last | Which::Next | Which::This)
                ) || (matches!(
                    lead,
                    Role::From
                        | Role::Between
                        | Role::To
                        | Role::Through
                        | Role::Third(_)
                        | Role::Of
                        | Role::Before
                        | Role::After
                ) && capital);
                // "in March the", but neither "by may be" nor "last march of".
                strong
                    && (capital || !reader.token(at + 1).is_some_and(|next| next.kind == Kind::Word))
                    && reader.role(at + 1) != Role::Of
                    && !reader.str(at).eq_ignore_ascii_case("mar")
                    || self.is_block_alone(at)
            }
        }
    }

    /// Whether a joint and another month follow: "May to March", "Jan–Feb".
    fn begins_range(&self, at: usize) -> bool {
        let reader = &self.reader;
        let place = reader.after_month(at);
        reader.is_capital(at)
            && self.joint(place, at).is_some_and(|next| reader.month(next).is_some() && reader.is_capital(next))
    }

    /// Whether a capital word alone is the whole text.
    fn is_block_alone(&self, at: usize) -> bool {
        self.reader.tokens.len() == 1 && self.reader.is_capital(at)
    }

    /// Whether a verb of saying follows, so that "April" or "June" is a person.
    fn says(&self, at: usize) -> bool {
        matches!(self.reader.str(at), "said" | "says" | "told" | "was" | "is" | "has" | "had" | "and" | "asked")
    }

    /// "16 Sep 2020", "16th of September, 2020", "3–5 June", "9 to 12 of June": a day and then a month.
    pub(super) fn day_month(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (day, end) = reader.day(at)?;
        if let Some(joint) = self.joint(end, at)
            && let Some((last, next)) = reader.day(reader.skip(joint, Role::The))
            && last > day
            && let Some((month, _, end)) = self.month_after(next)
        {
            let (year, end) = self.year_after(end, true).map_or((None, end), |(year, end)| (Some(year), end));
            let date = |day| Said::Loose(Loose { year, month: Some(month), day: Some(day), weekday: None }, None);
            return Some(Piece::range(date(day), date(last), at, end));
        }
        let (month, place, end) = self.month_after(end)?;
        let is_ordinal = reader.ordinal(at).is_some();
        let word = matches!(reader.role(place), Role::Month(_, Sure::Word));
        let (year, end) = self.year_after(end, true).map_or((None, end), |(year, end)| (Some(year), end));
        if year.is_none() && word && !reader.is_capital(place) && !is_ordinal {
            return None;
        }
        if reader.role(end) == Role::BeforeEra {
            return None;
        }
        let end = if year.is_some() { self.weekday_behind(end) } else { end };
        let loose = Loose { year, month: Some(month), day: Some(day), weekday: None };
        Some(Piece::new(Said::Loose(loose, None), at, end))
    }

    /// The month after a day: "of September", "-Sep", "/SEP", ". September". The month, its place and the place after it.
    fn month_after(&self, at: usize) -> Option<(i8, usize, usize)> {
        let reader = &self.reader;
        let mut place = at;
        if matches!(reader.role(place), Role::Unit(Unit::Day)) && reader.role(place + 1) == Role::Of {
            place += 2;
        } else if reader.role(place) == Role::Of
            || (reader.is_mark(place, "-/.") && reader.is_glued(place))
            || reader.is_mark(place, ",") && reader.is_glued(place + 1)
        {
            place += 1;
        }
        let month = reader.month(place)?;
        Some((month, place, reader.after_month(place)))
    }

    /// "Summer of 2010", "winter 2019–20".
    pub(super) fn season(&self, at: usize, part: i8) -> Option<Piece> {
        let reader = &self.reader;
        let place = reader.skip_mark(at + 1, ",");
        let (year, end) = self.year_after(place, false)?;
        let end = if reader.is_mark(end, "-–/")
            && reader.digits(end + 1).is_some_and(|(next, length)| {
                (length == 2 && next == i32::from(year + 1) % 100) || (length >= 3 && next == i32::from(year) + 1)
            }) {
            end + 2
        } else {
            end
        };
        Some(Piece::new(Said::point(Point::part(year, part)?), at, end))
    }

    /// A holiday, with its year or not.
    pub(super) fn feast(&self, at: usize) -> Option<Piece> {
        let (feast, end) = feast(&self.reader, at)?;
        if end == at + 1 && self.is_named(at) {
            return None;
        }
        if self.reader.role(end) == Role::Unit(Unit::Weekend) {
            return self.feast_weekend(feast, at, end + 1);
        }
        match self.year_after(end, false) {
            Some((year, end)) => Some(Piece::new(Said::point(Point::day(feast.in_year(year)?)), at, end)),
            None => Some(Piece::new(Said::Feast(feast), at, end)),
        }
    }

    /// Whether a holiday is part of a name or of a kind of thing: "Johnnie Christmas", "The Christmas Cottage".
    fn is_named(&self, at: usize) -> bool {
        let reader = &self.reader;
        let before = reader.before(at).is_some_and(|before| before.kind == Kind::Word)
            && reader.is_capital(at - 1)
            && reader.meaning(at - 1).role == Role::None;
        let is_led = matches!(
            reader.role_before(at),
            Role::On
                | Role::Before
                | Role::After
                | Role::Since
                | Role::By
                | Role::Until
                | Role::Over
                | Role::At
                | Role::During
                | Role::In
                | Role::Third(_)
                | Role::Which(_)
        );
        let has_noun = reader.token(at + 1).is_some_and(|next| next.kind == Kind::Word && next.gap == Gap::Space)
            && reader.role(at + 1) == Role::None;
        // "A Christmas party" is a kind of party.
        before || (has_noun && (!is_led || reader.is_capital(at + 1)))
    }

    /// The weekend nearest to a holiday: "Labor Day weekend".
    fn feast_weekend(&self, feast: Feast, at: usize, end: usize) -> Option<Piece> {
        let weekend = |day: Date| Unit::Weekend.around(day.checked_sub(2.days()).ok()?);
        if let Some((year, end)) = self.year_after(end, false) {
            return Some(Piece::new(Said::point(weekend(feast.in_year(year)?)?), at, end));
        }
        let piece = Piece::new(Said::Feast(feast), at, end);
        let Some(reading) = self.settled(&piece) else { return Some(piece) };
        let value = weekend(reading.value.from.first)?.into();
        Some(Piece { said: Said::Known(Reading { value, ..reading }), ..piece })
    }
}
