//! Years, decades and centuries.

use super::absolute::NOTHING;
use super::parser::{Parser, Piece};
use super::resolve::Said;
use super::value::{Grain, Point, Unit};
use super::words::Role;
use crate::model::typed::Loose;
use crate::suggest::tokens::{Case, Gap, Kind};

/// Whether four digits can be a year at all.
pub(super) const fn is_year(year: i16) -> bool {
    matches!(year, 1000..=2199)
}

impl Parser<'_> {
    /// What a number begins.
    pub(super) fn number(&self, at: usize) -> Option<Piece> {
        if let Some(piece) = self.dated_number(at) {
            return Some(piece);
        }
        let piece = match self.reader.digits(at) {
            Some((_, 4)) => self.year_or_decade(at),
            Some((_, 1..=3)) => self.ordinal(at).or_else(|| self.quarter_code(at)).or_else(|| self.short_decade(at)),
            _ => None,
        };
        piece.or_else(|| self.early_year(at)).or_else(|| self.counted(at))
    }

    /// A date that begins with a number and has a month.
    pub(super) fn dated_number(&self, at: usize) -> Option<Piece> {
        self.numeric(at).or_else(|| {
            if self.is_glued_number(at) { None } else { self.day_month(at).or_else(|| self.year_month(at)) }
        })
    }

    /// Whether a number hangs on what is before it: part of a code, a sum or a longer number.
    pub(super) fn is_glued_number(&self, at: usize) -> bool {
        let Some(token) = self.reader.token(at) else { return true };
        if !token.is_glued() {
            return false;
        }
        let Some(before) = self.reader.before(at) else { return false };
        match before.kind {
            Kind::Mark(mark) => !matches!(
                mark,
                '(' | '['
                    | '"'
                    | '“'
                    | '‘'
                    | '\''
                    | '—'
                    | '–'
                    | '-'
                    | '~'
                    | ':'
                    | '='
                    | '«'
                    | '/'
                    | ','
                    | '•'
                    | '*'
                    | '<'
            ),
            _ => true,
        }
    }

    /// "2020 Sep 16", "2017 April", "2012/Aug/10", "2017 q1", "2019-H2".
    fn year_month(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (year, end) = self.year_digits(at)?;
        let joined = |place: usize, marks: &str| {
            if reader.is_mark(place, marks) && reader.is_glued(place) && reader.is_glued(place + 1) {
                place + 1
            } else {
                place
            }
        };
        let place = joined(self.after_era(end), "-/");
        if let Some(piece) = self.part_code_at(place, false) {
            let Said::Part(part) = piece.said else { return None };
            return Some(Piece::new(Said::point(Point::part(year, part)?), at, piece.end));
        }
        let month = reader
            .month(place)
            .filter(|_| reader.is_glued(place) || reader.is_capital(place) || reader.str(place).len() > 4)?;
        // "in 2019 May said": the verb or the name needs a sign that it is the month.
        if matches!(reader.role(place), Role::Month(_, super::words::Sure::Word))
            && !reader.is_glued(place)
            && reader.day(place + 1).is_none()
        {
            return None;
        }
        let after = reader.after_month(place);
        let loose = Loose { year: Some(year), month: Some(month), ..NOTHING };
        let day_at = joined(after, "-/");
        match reader.day(day_at).filter(|_| reader.digits(day_at).is_some_and(|(_, length)| length <= 2)) {
            // "2019, May 5": the year belongs to what was before.
            Some((day, end)) if reader.digits(end).is_none_or(|(_, length)| length != 4) => {
                Some(Piece::new(Said::Loose(Loose { day: Some(day), ..loose }, None), at, end))
            }
            Some(_) => None,
            None if self.year_after(after, false).is_some() => None,
            None => Some(Piece::new(Said::Loose(loose, None), at, after)),
        }
    }

    /// Four digits that can be a year, and the place after them.
    pub(super) fn year_digits(&self, at: usize) -> Option<(i16, usize)> {
        let (number, length) = self.reader.digits(at)?;
        let year = i16::try_from(number).ok().filter(|year| length == 4 && is_year(*year))?;
        Some((year, at + 1))
    }

    /// "2019", "1990s".
    fn year_or_decade(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (year, end) = self.year_digits(at)?;
        if self.is_glued_number(at) || (reader.is_mark(end, "°%€$£+") && reader.is_glued(end)) {
            return None;
        }
        let apostrophe = reader.is_mark(end, "'’");
        let said_so = !apostrophe || matches!(reader.role_before(at), Role::The | Role::Third(_));
        if self.is_decade_end(end) && year % 10 == 0 && said_so {
            let end = reader.skip_mark(end, "'’") + 1;
            let grain = if year % 100 == 0 && year < 2000 { Grain::Century } else { Grain::Decade };
            return Some(Piece::new(Said::point(Point::years(year, grain)?), at, end));
        }
        if reader.is_glued(end) && reader.token(end).is_some_and(|next| next.kind == Kind::Word) {
            return None;
        }
        let end = self.after_era(end);
        if reader.role(end) == Role::BeforeEra && reader.is_capital(end) || !self.is_plausible_year(at, year) {
            return None;
        }
        Some(Piece::new(Said::Loose(Loose { year: Some(year), ..NOTHING }, None), at, end))
    }

    /// Whether four digits by themselves are a year and no count, sum, address or code.
    fn is_plausible_year(&self, at: usize, year: i16) -> bool {
        let reader = &self.reader;
        let lead = reader.role_before(at);
        let before = reader.before(at);
        let next = reader.token(at + 1);
        if self.is_other_number(at) {
            return false;
        }
        let is_round = year % 100 == 0;
        let strong = matches!(
            lead,
            Role::In
                | Role::Since
                | Role::Until
                | Role::By
                | Role::Before
                | Role::After
                | Role::During
                | Role::Throughout
                | Role::Through
                | Role::From
                | Role::Between
                | Role::About
                | Role::Third(_)
                | Role::Unit(Unit::Year)
                | Role::Season(_)
                | Role::On
        ) || lead == Role::Of && !is_round;
        if self.begins_years(at, year) {
            return true;
        }
        let counts = self.counts_things(at);
        if strong {
            return !(counts
                && (is_round
                    || matches!(
                        lead,
                        Role::About
                            | Role::After
                            | Role::Before
                            | Role::By
                            | Role::On
                            | Role::From
                            | Role::Of
                            | Role::Between
                    )));
        }
        let in_reach = ((1500..=2050).contains(&year) || self.is_bracketed(at)) && (!is_round || !counts);
        if !in_reach || counts && !matches!(lead, Role::The | Role::A | Role::Which(_)) && !self.follows_possessive(at)
        {
            return false;
        }
        // A number that is all there is says nothing.
        if next.is_none() && at == 0 {
            return false;
        }
        !is_round
            || matches!(lead, Role::The | Role::To | Role::And | Role::Or)
            || self.is_bracketed(at)
            || before.is_some_and(|before| before.is_mark(',') || before.is_mark('–') || before.is_mark('-'))
    }

    /// Whether four digits count, name or price something, or stand in a row of numbers.
    fn is_other_number(&self, at: usize) -> bool {
        let reader = &self.reader;
        let lead = reader.role_before(at);
        let before = reader.before(at);
        let next = reader.token(at + 1);
        let next_role = reader.role(at + 1);
        if matches!(lead, Role::Label)
            && before.is_some_and(|before| before.end - before.start > 1 || before.kind == Kind::Word)
            || matches!(next_role, Role::Counted | Role::Hundred | Role::Thousand)
            || (matches!(next_role, Role::Unit(_)) && (self.is_plural(at + 1) || next_role == Role::Unit(Unit::Year)))
            || self.has_code_around(at)
        {
            return true;
        }
        if before.is_some_and(|before| {
            matches!(before.kind, Kind::Mark('$' | '€' | '£' | '¥' | '#' | '§' | '№' | '₹' | '×' | '±'))
                || before.kind == Kind::Number
        }) {
            return true;
        }
        if reader.is_mark(at + 1, "-–") && reader.is_glued(at + 1) && matches!(reader.role(at + 2), Role::Unit(_)) {
            return true;
        }
        // "2012 80 10" and "32 - 2015" are rows of numbers.
        next.is_some_and(|next| next.kind == Kind::Number && next.gap == Gap::Space) && lead == Role::None
            || self.ends_numbers(at)
    }

    /// Whether a small number and a dash with spaces stand before: "32 - 2015".
    fn ends_numbers(&self, at: usize) -> bool {
        let reader = &self.reader;
        at >= 2
            && matches!(reader.tokens[at - 1].kind, Kind::Mark('-' | '–'))
            && reader.tokens[at - 2].kind == Kind::Number
            && reader.tokens[at - 2].end - reader.tokens[at - 2].start < 3
            && !(at >= 3 && matches!(reader.meaning(at - 3).role, Role::Month(..)))
    }

    /// Whether a dash and a later year follow: "2000–2050".
    fn begins_years(&self, at: usize, year: i16) -> bool {
        let reader = &self.reader;
        let later =
            reader.digits(at + 2).is_some_and(|(next, length)| length == 4 && next > i32::from(year) && next < 2200);
        reader.is_mark(at + 1, "-–—")
            && later
            && !self.has_code_around(at + 2)
            && !matches!(reader.role(at + 3), Role::Counted)
    }

    /// Whether a plural noun in small letters follows, which a number would count.
    pub(super) fn counts_things(&self, at: usize) -> bool {
        let reader = &self.reader;
        let Some(next) = reader.token(at + 1).filter(|next| next.kind == Kind::Word && next.gap == Gap::Space) else {
            return false;
        };
        let word = &reader.text[next.range()];
        next.case == Case::Lower
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("wards")
            && !matches!(
                word,
                "always"
                    | "perhaps"
                    | "besides"
                    | "towards"
                    | "sometimes"
                    | "was"
                    | "has"
                    | "does"
                    | "his"
                    | "its"
                    | "this"
                    | "this's"
                    | "as"
                    | "is"
                    | "versus"
                    | "thus"
            )
    }

    /// Whether "company's" or "its" stands before: "Apple's 2019 results".
    fn follows_possessive(&self, at: usize) -> bool {
        self.reader.before(at).is_some_and(|before| {
            before.kind == Kind::Clitic
                || matches!(
                    &self.reader.text[before.range()],
                    "its"
                        | "his"
                        | "her"
                        | "their"
                        | "our"
                        | "my"
                        | "your"
                        | "of"
                        | "Its"
                        | "His"
                        | "Her"
                        | "Their"
                        | "Our"
                )
        })
    }

    fn is_bracketed(&self, at: usize) -> bool {
        self.reader.before(at).is_some_and(|before| before.is_mark('(') || before.is_mark('['))
    }

    /// Whether a number is tied to digits or letters on either side, as in docket and telephone numbers.
    fn has_code_around(&self, at: usize) -> bool {
        let reader = &self.reader;
        let tie = |place: usize| reader.is_mark(place, "-/:.,_&=#") && reader.is_glued(place);
        let tied_before = reader.is_glued(at)
            && reader
                .before(at)
                .is_some_and(|before| matches!(before.kind, Kind::Mark('-' | '/' | ':' | '.' | ',' | '_')))
            && at >= 2
            && reader.is_glued(at - 1);
        if tied_before {
            let first = &reader.tokens[at - 2];
            let four = first.kind == Kind::Number && first.end - first.start == 4;
            let in_range = four && reader.tokens[at - 1].is_mark('-') && !(at >= 4 && reader.is_glued(at - 2));
            let mark = matches!(reader.tokens[at - 1].kind, Kind::Mark('/' | '_' | '.'));
            if mark || (first.kind == Kind::Number && !in_range) {
                return true;
            }
        }
        if tie(at + 1) && reader.is_glued(at + 2) {
            if let Some((next, length)) = reader.digits(at + 2) {
                let year = reader.digits(at).map_or(0, |(year, _)| year);
                let spans = reader.is_mark(at + 1, "-/")
                    && (length == 4 && (year..2200).contains(&next) || length == 2 && next > 12 && next > year % 100);
                let spans = spans || (length == 2 && reader.is_mark(at + 1, "-/") && next == (year + 1) % 100);
                return !spans || (reader.is_mark(at + 3, "-/") && reader.is_glued(at + 3) && reader.is_glued(at + 4));
            }
            return reader.token(at + 2).is_some_and(|next| next.kind == Kind::Number)
                || reader.is_mark(at + 1, "_&=#:");
        }
        false
    }

    /// Years before 1000: "347 AD", "around 347", "in 348".
    fn early_year(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (number, length) = reader.digits(at)?;
        if self.is_glued_number(at) || length > 4 || number == 0 {
            return None;
        }
        let era = self.after_era(at + 1);
        let leading = reader.role_before(at) == Role::Era && reader.is_capital(at - 1);
        let told = era > at + 1 || leading || (length == 3 && self.story_is_early() && self.is_led_year(at));
        let year = i16::try_from(number).ok()?;
        let start = if leading { at - 1 } else { at };
        told.then_some(Piece::new(Said::Loose(Loose { year: Some(year), ..NOTHING }, None), start, era))
    }

    /// Whether the text spoke of a year before 1000.
    fn story_is_early(&self) -> bool {
        self.last.is_some_and(|last| last.first.year() < 1000)
    }

    fn is_led_year(&self, at: usize) -> bool {
        let reader = &self.reader;
        let lead =
            matches!(reader.role_before(at), Role::In | Role::About | Role::Since | Role::Until | Role::By | Role::Of);
        lead && !matches!(reader.role(at + 1), Role::Counted | Role::Unit(_)) && !self.counts_things(at)
    }

    /// "'96", "the '90s".
    pub(super) fn short_year(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (number, 2) = reader.digits(at + 1)? else { return None };
        if !reader.is_glued(at + 1)
            || reader.is_glued(at) && reader.before(at).is_some_and(|before| !before.is_mark('('))
        {
            return None;
        }
        let year = self.full_year(number);
        let end = at + 2;
        if self.is_decade_end(end) && number % 10 == 0 {
            let end = reader.skip_mark(end, "'’") + 1;
            return Some(Piece::new(Said::point(Point::years(year, Grain::Decade)?), at, end));
        }
        let led = matches!(
            reader.role_before(at),
            Role::In
                | Role::Of
                | Role::Since
                | Role::From
                | Role::To
                | Role::Until
                | Role::By
                | Role::After
                | Role::Before
                | Role::Third(_)
                | Role::And
                | Role::During
        );
        let apart = !reader.is_glued(end) || !reader.token(end).is_some_and(|next| next.kind == Kind::Word);
        (led && apart).then_some(Piece::new(Said::Loose(Loose { year: Some(year), ..NOTHING }, None), at, end))
    }

    /// "The 90s" and "mid-80s", but not "her 80s" or "temperatures in the 80s".
    fn short_decade(&self, at: usize) -> Option<Piece> {
        let reader = &self.reader;
        let (number, 2) = reader.digits(at)? else { return None };
        let led = match reader.role_before(at) {
            Role::The => !matches!(self.reader.role_before(at - 1), Role::At),
            Role::Third(_) => true,
            _ => {
                reader.before(at).is_some_and(|before| before.is_mark('-'))
                    && at >= 2
                    && matches!(reader.meaning(at - 2).role, Role::Third(_))
            }
        };
        if !led || number % 10 != 0 || number < 20 || !self.is_decade_end(at + 1) {
            return None;
        }
        let end = reader.skip_mark(at + 1, "'’") + 1;
        Some(Piece::new(Said::point(Point::years(self.full_year(number), Grain::Decade)?), at, end))
    }

    /// "The nineties".
    pub(super) fn decade_word(&self, at: usize, decade: i16) -> Option<Piece> {
        let led = matches!(self.reader.role_before(at), Role::The | Role::Third(_)) && !self.follows_possessive(at);
        let year = self.full_year(i32::from(decade));
        led.then_some(Piece::new(Said::point(Point::years(year, Grain::Decade)?), at, at + 1))
    }

    /// "Nineteen ninety-six" after "in" and the like.
    pub(super) fn year_in_words(&self, at: usize) -> Option<Piece> {
        let (year, end) = self.reader.year_words(at)?;
        let led = matches!(
            self.reader.role_before(at),
            Role::In | Role::Since | Role::Until | Role::By | Role::Unit(Unit::Year) | Role::Of
        );
        // "In two thousand cases", "in twelve hundred homes" count.
        let counts = self.reader.token(end).is_some_and(|next| next.kind == Kind::Word && next.case == Case::Lower)
            && self.reader.role(end) == Role::None
            || self.reader.role(end) == Role::Counted;
        (led && !counts && (1500..2100).contains(&year)).then_some(Piece::new(
            Said::Loose(Loose { year: Some(year), ..NOTHING }, None),
            at,
            end,
        ))
    }
}
