//! From tokens to what they say: which construction begins where.

use super::clause::{Clause, clause};
use super::reader::Reader;
use super::resolve::{Reading, Said, Setting, resolve};
use super::value::Point;
use super::words::{Role, Tense};
use crate::model::Bound;
use crate::model::typed::Way;
use crate::suggest::tokens::Kind;

/// A date in the tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub said: Said,
    /// The other end of a range.
    pub to: Option<Said>,
    /// Another reading that the words allow: the month first, the day first.
    pub other: Option<Said>,
    /// The bound that the words themselves give.
    pub bound: Option<Bound>,
    pub is_about: bool,
    /// First token.
    pub start: usize,
    /// Token after the last.
    pub end: usize,
}

impl Piece {
    /// One date.
    pub const fn new(said: Said, start: usize, end: usize) -> Self {
        Self { said, to: None, other: None, bound: None, is_about: false, start, end }
    }

    /// A range.
    pub const fn range(said: Said, to: Said, start: usize, end: usize) -> Self {
        Self { to: Some(to), ..Self::new(said, start, end) }
    }
}

/// Reads dates at given tokens.
pub(super) struct Parser<'a> {
    pub reader: Reader<'a>,
    pub setting: Setting<'a>,
    /// The date spoken of last.
    pub last: Option<Point>,
    /// Whether other dates of the text put the day first.
    pub is_day_first: Option<bool>,
}

impl Parser<'_> {
    /// One date, not a range of two, that starts at a token.
    pub fn one(&self, at: usize) -> Option<Piece> {
        let token = self.reader.token(at)?;
        match token.kind {
            Kind::Number => self.number(at),
            Kind::Mark('\'' | '’' | '‘') => self.short_year(at),
            Kind::Word => self.word(at),
            _ => None,
        }
    }

    fn word(&self, at: usize) -> Option<Piece> {
        match self.reader.role(at) {
            Role::Month(..) => self.month(at),
            Role::Weekday(day, sure) => self.weekday(at, day, sure),
            Role::Which(which) => self.which(at, which),
            Role::Third(third) => self.third(at, third),
            Role::Earlier | Role::Later => self.part_so_far(at),
            Role::Rest => self.rest(at),
            Role::Unit(unit) => self.unit(at, unit),
            Role::Ord(_) => self.ordinal(at),
            Role::Card(_) => self.cardinal(at),
            Role::Some(_) | Role::Couple | Role::Half | Role::A => self.counted(at),
            Role::Day(days) => self.day_from_today(at, days),
            Role::Season(part) => self.season(at, part),
            Role::LetterQ | Role::LetterH => self.part_code(at),
            Role::YearCode | Role::YearKind => self.business_year(at),
            Role::Decade(decade) => self.decade_word(at, decade),
            Role::Feast => self.feast(at),
            _ => None,
        }
    }

    /// Number words: a day before a month, or a count.
    fn cardinal(&self, at: usize) -> Option<Piece> {
        self.ordinal(at).or_else(|| self.day_month(at)).or_else(|| self.counted(at)).or_else(|| self.year_in_words(at))
    }

    /// What the words around say.
    pub fn clause(&self, piece: &Piece) -> Clause {
        clause(&self.reader, piece.start, piece.end)
    }

    /// On which side of the anchor a date is looked for.
    pub fn way(said: &Said, clause: Clause, bound: Option<Bound>) -> Way {
        let is_day = matches!(said, Said::Loose(loose, _) if loose.day.is_some());
        let has_weekday = matches!(said, Said::Loose(loose, _) if loose.weekday.is_some());
        match clause.tense {
            Tense::Back => Way::Last,
            Tense::Ahead => Way::Next,
            _ if bound == Some(Bound::By) => Way::Next,
            _ if is_day && (clause.is_fragment || has_weekday) => Way::Nearest,
            _ => Way::Last,
        }
    }

    /// The reading of a date inside another: "two weeks after [May 13]".
    pub fn settled(&self, piece: &Piece) -> Option<Reading> {
        if piece.to.is_some() {
            return None;
        }
        let way = Self::way(&piece.said, self.clause(piece), piece.bound);
        resolve(&piece.said, way, &self.setting)
    }
}
