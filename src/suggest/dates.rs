//! Dates in English prose: absolute, relative to the publication date, or to a date spoken of before.

mod absolute;
mod clause;
mod counted;
mod feasts;
mod numeric;
mod ordinals;
mod parser;
mod quarters;
mod ranges;
mod reader;
mod relative;
mod resolve;
#[cfg(test)]
mod tests;
mod thirds;
mod value;
mod weekdays;
mod words;
mod years;

use super::scan::Block;
use super::suggestion::{Dated, Made, Suggestion};
use super::tokens::Kind;
use crate::model::typed::Way;
use crate::model::{Bound, Derivation, PartialDate, Text};
use clause::{Clause, bound, clause, is_ordered};
use parser::{Parser, Piece};
use reader::Reader;
use resolve::{From, Reading, Said, Setting};
use value::{Grain, Point};
use words::{Happening, Role, Tense};

pub(super) use words::{Meaning, words};

/// Bytes after a date through which a text goes on telling from it.
const STORY: usize = 500;

/// Bytes between the dates of a list.
const LIST: usize = 60;

/// Days before publication from which on a date is of a story of its own: a year and a month.
const LONG_AGO: i32 = 396;

/// What earlier sentences said.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The date spoken of last.
    last: Option<Point>,
    /// The last date with its own year, and the byte after it.
    told: Option<(Point, usize)>,
    /// The byte after the last date, if that lies ahead of the publication.
    ahead: Option<usize>,
    /// Whether dates in digits put the day first, where one of them told.
    is_day_first: Option<bool>,
}

/// Adds the dates of a block.
pub(super) fn find(
    block: &Block<'_>,
    published: Option<&PartialDate>,
    memory: &mut Memory,
    found: &mut Vec<Suggestion>,
) {
    let mut finder = Finder { reader: Reader::new(block), published, memory, found };
    let mut at = 0;
    while at < block.tokens.len() {
        at = if finder.may_start(at) { finder.take(at) } else { at + 1 };
    }
}

struct Finder<'a, 'm> {
    reader: Reader<'a>,
    published: Option<&'m PartialDate>,
    memory: &'m mut Memory,
    found: &'m mut Vec<Suggestion>,
}

impl Finder<'_, '_> {
    /// Whether a date may start at a token: a cheap no for most.
    fn may_start(&self, at: usize) -> bool {
        let token = &self.reader.tokens[at];
        match token.kind {
            Kind::Number => true,
            Kind::Mark('\'' | '’' | '‘') => {
                self.reader.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number)
            }
            Kind::Word if token.word.is_some() => match self.reader.meaning(at).role {
                Role::Month(..)
                | Role::Weekday(..)
                | Role::Which(_)
                | Role::Third(_)
                | Role::Earlier
                | Role::Later
                | Role::Rest
                | Role::Unit(_)
                | Role::Ord(_)
                | Role::Card(_)
                | Role::Some(_)
                | Role::Couple
                | Role::Half
                | Role::Day(_)
                | Role::Season(_)
                | Role::LetterQ
                | Role::LetterH
                | Role::YearCode
                | Role::YearKind
                | Role::Decade(_)
                | Role::Feast
                | Role::About => true,
                Role::Now => matches!(self.reader.role_before(at), Role::Between | Role::From),
                Role::A => matches!(
                    self.reader.meaning(at + 1).role,
                    Role::Unit(_) | Role::Some(_) | Role::Couple | Role::Half
                ),
                _ => false,
            },
            Kind::Clitic | Kind::Word | Kind::Mark(_) => false,
        }
    }

    /// Takes the date at a token, if there is one, and gives the token to go on with.
    fn take(&mut self, at: usize) -> usize {
        self.reader.start_at(at);
        let byte = self.reader.tokens[at].start;
        let parser = Parser {
            reader: self.reader,
            setting: Setting { published: self.published, story: self.story(at) },
            last: self.memory.last,
            is_day_first: self.memory.is_day_first,
        };
        let Some(piece) = parser.piece(at) else { return at + 1 };
        if let Some((first, last, joint)) = parser.life(&piece) {
            self.push_plain(first, piece.start..joint);
            self.push_plain(last, joint + 1..piece.end);
            return piece.end;
        }
        let mut clause = parser.clause(&piece);
        if clause.tense == Tense::None && self.memory.ahead.is_some_and(|end| byte.saturating_sub(end) < LIST) {
            clause.tense = Tense::Ahead;
        }
        let (told, lead) = bound(&self.reader, piece.start);
        let edge = piece.bound.or(told);
        let is_latest = told == Some(Bound::By) && clause.tense != Tense::Ahead;
        if is_latest && is_ordered(&self.reader, lead) {
            (clause.tense, clause.is_ordered) = (Tense::Ahead, true);
        }
        let Some(dated) = dated(&parser, &piece, clause, edge, told.map(|_| lead)) else {
            // The year of a day that no calendar has is no date either.
            return if piece.said.is_complete() { piece.end } else { at + 1 };
        };
        self.remember(&piece, dated.1.as_ref());
        let start = self.words_start(&piece);
        let words = self.reader.tokens[start].start..self.reader.tokens[piece.end - 1].end;
        self.found.push(Suggestion { words, made: Made::Date(dated.0) });
        piece.end
    }

    /// The date that the text goes on from, where it tells of a time long before its publication.
    fn story(&self, at: usize) -> Option<Point> {
        let (point, end) = self.memory.told?;
        let byte = self.reader.tokens[at].start;
        let reach = if point.grain == Grain::Year { STORY / 2 } else { STORY };
        let published = self.published?.first_day()?;
        let days = (published - point.last()).get_days();
        // What happened after the publication date tells that the date is not that of the text.
        if byte.saturating_sub(end) > reach || days.abs() <= LONG_AGO {
            return None;
        }
        (clause(&self.reader, at, at + 1).tense == Tense::Back).then_some(point)
    }

    /// The first token of the words: "the" belongs to "the same year", and "between" to its two dates.
    fn words_start(&self, piece: &Piece) -> usize {
        let before = self.reader.role_before(piece.start);
        let takes_the = !matches!(piece.said, Said::Loose(..)) && before == Role::The;
        let takes_between = piece.to.is_some() && before == Role::Between;
        let floor = self.found.last().map_or(0, |last| last.words.end);
        let start = piece.start.saturating_sub(1);
        if (takes_the || takes_between) && self.reader.tokens[start].start >= floor { start } else { piece.start }
    }

    /// A date said in full.
    fn push_plain(&mut self, point: Point, tokens: std::ops::Range<usize>) {
        let words = self.reader.tokens[tokens.start].start..self.reader.tokens[tokens.end - 1].end;
        let value = value::Value::from(point);
        let dated = Dated {
            date: value.date(),
            bound: None,
            timex: value.timex(),
            derivation: None,
            others: Vec::new(),
            kind: None,
        };
        self.memory.last = Some(point);
        self.found.push(Suggestion { words, made: Made::Date(dated) });
    }

    /// Keeps what later words may go back to.
    fn remember(&mut self, piece: &Piece, reading: Option<&Reading>) {
        let Some(reading) = reading else { return };
        let point = reading.value.to.unwrap_or(reading.value.from);
        // "That day" never goes back to "today".
        if !matches!(reading.rule, Some("same_day" | "same_week" | "same_weekend")) {
            self.memory.last = Some(reading.value.named.unwrap_or(point));
        }
        let end = self.reader.tokens[piece.end - 1].end;
        let is_ahead = self.published.and_then(PartialDate::last_day).is_some_and(|day| reading.value.from.first > day);
        self.memory.ahead = (is_ahead && reading.rule.is_some()).then_some(end);
        // "The 1996 law" tells of no time that the text would go on from.
        let is_told = point.grain != Grain::Year
            || !matches!(self.reader.role_before(piece.start), Role::The | Role::A | Role::None);
        if reading.rule.is_none() && is_told && matches!(point.grain, Grain::Day | Grain::Month | Grain::Year) {
            self.memory.told = Some((point, self.reader.tokens[piece.end - 1].end));
        } else if matches!(reading.from, From::Text(_))
            && let Some((told, end)) = &mut self.memory.told
        {
            (*told, *end) = (point, self.reader.tokens[piece.end - 1].end);
        }
        // One date whose numbers tell the order tells it for the others.
        if self.memory.is_day_first.is_none()
            && piece.other.is_none()
            && let Said::Loose(loose, None) = piece.said
        {
            self.memory.is_day_first = self.order_of(piece, loose.day, loose.month);
        }
    }

    /// Whether a date in digits puts its day first, where its numbers tell.
    fn order_of(&self, piece: &Piece, day: Option<i8>, month: Option<i8>) -> Option<bool> {
        let first = self.reader.tokens.get(piece.start).filter(|token| token.kind == Kind::Number)?;
        let digits: i8 = self.reader.text[first.range()].parse().ok()?;
        let is_digits = (piece.start..piece.end).all(|at| self.reader.tokens[at].kind != Kind::Word);
        let (day, month) = (day?, month?);
        (is_digits && day > 12 && (digits == day || digits == month)).then_some(digits == day)
    }
}

/// The date of a piece and its first reading; none where the calendar has no such day.
fn dated(
    parser: &Parser<'_>,
    piece: &Piece,
    clause: Clause,
    edge: Option<Bound>,
    lead: Option<usize>,
) -> Option<(Dated, Option<Reading>)> {
    let way = Parser::way(&piece.said, clause, edge);
    let reading = parser.value_in(piece, way);
    let lead = lead.filter(|_| matches!(edge, Some(Bound::By | Bound::From)));
    let words = spoken(&parser.reader, lead.unwrap_or(piece.start), piece.end);
    let Some(reading) = reading else {
        let unknown = parser.setting.published.is_none() && !piece.said.is_complete() && is_possible(&piece.said);
        let derivation = Some(Derivation { rule: Text::default(), anchor: None, words: Text::from(words) });
        let dated = Dated {
            date: None,
            bound: edge,
            timex: piece.said.timex(),
            derivation,
            others: Vec::new(),
            kind: kind(clause, edge),
        };
        return (unknown || matches!(piece.said, Said::Unknown(_))).then_some((dated, None));
    };
    let date = reading.value.date()?;
    let bound = edge_of(piece, &reading, edge);
    let others = others(parser, piece, clause, way, &date, words);
    let timex = reading.value.timex();
    let derivation = derivation(parser, &reading, words);
    Some((Dated { date: Some(date), bound, timex, derivation, others, kind: kind(clause, bound) }, Some(reading)))
}

/// Whether some year has such a day.
fn is_possible(said: &Said) -> bool {
    match said {
        Said::Loose(loose, _) => match (loose.month, loose.day) {
            (Some(month), Some(day)) => jiff::civil::Date::new(2000, month, day).is_ok(),
            _ => true,
        },
        _ => true,
    }
}

/// The words of some tokens.
fn spoken<'a>(reader: &Reader<'a>, start: usize, end: usize) -> &'a str {
    &reader.text[reader.tokens[start].start..reader.tokens[end - 1].end]
}

/// How the event lies to the date: within a time that is longer than a day, where only "in" says so or nothing does.
fn edge_of(piece: &Piece, reading: &Reading, edge: Option<Bound>) -> Option<Bound> {
    let is_range = piece.to.is_some();
    match edge {
        Some(Bound::From) if is_range => None,
        Some(Bound::Within) if reading.value.from.grain == Grain::Day && reading.value.to.is_none() => Some(Bound::On),
        _ => edge,
    }
}

/// What happens on the date.
fn kind(clause: Clause, bound: Option<Bound>) -> Option<&'static str> {
    match (clause.kind, bound, clause.tense) {
        (_, Some(Bound::By), Tense::Ahead) => Some(Happening::Deadline.key()),
        (kind, ..) => kind.map(Happening::key),
    }
}

/// The other readings: on the other side of the anchor where no tense decides, and other orders of day and month.
fn others(
    parser: &Parser<'_>,
    piece: &Piece,
    clause: Clause,
    way: Way,
    date: &PartialDate,
    words: &str,
) -> Vec<(PartialDate, Option<Derivation>)> {
    let mut found: Vec<(PartialDate, Option<Derivation>)> = Vec::new();
    let mut add = |reading: Option<Reading>| {
        if let Some(reading) = reading
            && let Some(other) = reading.value.date()
            && other != *date
            && found.iter().all(|(known, _)| *known != other)
        {
            found.push((other, derivation(parser, &reading, words)));
        }
    };
    if let Some(other) = piece.other {
        add(parser.value_in(&Piece { said: other, ..*piece }, way));
    }
    let open = matches!(piece.said, Said::Loose(loose, _) if loose.year.is_none())
        || matches!(piece.said, Said::Part(_) | Said::Feast(_));
    if open {
        let plain = Setting { story: None, ..parser.setting };
        if clause.tense == Tense::None || clause.is_ordered {
            add(parser.value_in(piece, if way == Way::Next { Way::Last } else { Way::Next }));
            add(parser.value_in(piece, Way::Last));
        }
        if parser.setting.story.is_some() {
            let parser =
                Parser { setting: plain, reader: parser.reader, last: parser.last, is_day_first: parser.is_day_first };
            add(parser.value_in(piece, way));
        }
    }
    found
}

/// How a reading was worked out.
fn derivation(parser: &Parser<'_>, reading: &Reading, words: &str) -> Option<Derivation> {
    let anchor = match reading.from {
        From::Nothing => None,
        From::Published => parser.setting.published.cloned(),
        From::Text(point) => value::Value::from(point).date(),
    };
    reading.rule.map(|rule| Derivation { rule: Text::from(rule), anchor, words: Text::from(words) })
}
