//! Looking at the tokens of a block: roles, numbers in digits and words, ordinals.

use super::words::{Meaning, Role, Sure, Tense};
use crate::suggest::lexicon::Lexicon;
use crate::suggest::scan::Block;
use crate::suggest::tokens::{Case, Gap, Kind, Token};

/// Tokens that one date can run over.
const REACH: usize = 40;

/// The tokens of a block, as far as a date that starts at some place can reach.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    lexicon: &'static Lexicon,
    /// First token that a date can no longer have: a paragraph ends before it.
    limit: usize,
}

/// How many, in halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    pub halves: i32,
    /// "a few", "about two".
    pub is_about: bool,
}

impl<'a> Reader<'a> {
    pub fn new(block: &Block<'a>) -> Self {
        Self { text: block.text, tokens: block.tokens, lexicon: Lexicon::get(), limit: 0 }
    }

    /// Moves on to a date that starts at a token.
    pub fn start_at(&mut self, at: usize) {
        let most = self.tokens.len().min(at.saturating_add(REACH));
        let paragraph = (at + 1..most).find(|place| self.tokens[*place].gap == Gap::Paragraph);
        self.limit = paragraph.unwrap_or(most);
    }

    /// A token that the date can have.
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        if at < self.limit { self.tokens.get(at) } else { None }
    }

    /// What a token means, wherever it stands.
    pub fn meaning(&self, at: usize) -> Meaning {
        self.tokens.get(at).and_then(|token| self.lexicon.date(token.word)).unwrap_or_default()
    }

    /// The role of a token that the date can have.
    pub fn role(&self, at: usize) -> Role {
        if at < self.limit { self.meaning(at).role } else { Role::None }
    }

    /// The role of the token before, in the same line.
    pub fn role_before(&self, at: usize) -> Role {
        let near = self.tokens.get(at).is_some_and(|token| token.gap <= Gap::Line);
        if near && at > 0 { self.meaning(at - 1).role } else { Role::None }
    }

    /// The token before, unless a paragraph ends there.
    pub fn before(&self, at: usize) -> Option<&'a Token> {
        let near = self.tokens.get(at).is_some_and(|token| token.gap < Gap::Paragraph);
        if near { self.tokens.get(at.checked_sub(1)?) } else { None }
    }

    pub fn str(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| &self.text[token.range()])
    }

    /// Whether a token is one of these marks.
    pub fn is_mark(&self, at: usize, marks: &str) -> bool {
        matches!(self.token(at), Some(Token { kind: Kind::Mark(mark), .. }) if marks.contains(*mark))
    }

    pub fn is_glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_glued)
    }

    pub fn is_role(&self, at: usize, role: Role) -> bool {
        self.role(at) == role
    }

    /// The place after a token if it has the role, else the place itself.
    pub fn skip(&self, at: usize, role: Role) -> usize {
        at + usize::from(self.role(at) == role)
    }

    /// The place after a token if it is one of the marks, else the place itself.
    pub fn skip_mark(&self, at: usize, marks: &str) -> usize {
        at + usize::from(self.is_mark(at, marks))
    }

    /// Whether a word begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.case != Case::Lower)
    }

    /// A number in plain digits and how many digits it has.
    pub fn digits(&self, at: usize) -> Option<(i32, usize)> {
        let token = self.token(at).filter(|token| token.kind == Kind::Number)?;
        let plain = &self.text[token.range()];
        (plain.len() <= 8 && plain.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| plain.parse().ok().map(|number| (number, plain.len())))
            .flatten()
    }

    /// A number of one or two digits, or in words below a hundred, and the place after it.
    pub fn small(&self, at: usize) -> Option<(i32, usize)> {
        if let Some((number, 1 | 2)) = self.digits(at) {
            return Some((number, at + 1));
        }
        self.words_below_hundred(at)
    }

    /// "twenty-one": the number and the place after it.
    pub fn words_below_hundred(&self, at: usize) -> Option<(i32, usize)> {
        let Role::Card(first) = self.role(at) else { return None };
        if first >= 20 {
            let next = self.skip_mark(at + 1, "-‑");
            if let Role::Card(unit @ 1..=9) = self.role(next) {
                return Some((i32::from(first + unit), next + 1));
            }
        }
        Some((i32::from(first), at + 1))
    }

    /// "16th", "second", "twenty-first": the number and the place after it.
    pub fn ordinal(&self, at: usize) -> Option<(i32, usize)> {
        if let Some((number, 1..=3)) = self.digits(at) {
            return (self.is_role(at + 1, Role::OrdEnd) && self.is_glued(at + 1)).then_some((number, at + 2));
        }
        match self.role(at) {
            Role::Ord(number) => Some((i32::from(number), at + 1)),
            Role::Card(tens @ (20 | 30)) => {
                let next = self.skip_mark(at + 1, "-‑");
                match self.role(next) {
                    Role::Ord(unit @ 1..=9) => Some((i32::from(tens) + i32::from(unit), next + 1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A day of a month, in any spelling, and the place after it.
    pub fn day(&self, at: usize) -> Option<(i8, usize)> {
        let (number, next) = self.ordinal(at).or_else(|| self.small(at))?;
        let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
        Some((day, next))
    }

    /// "three", "2½", "a couple of", "two and a half", "six and a half", "half a": how many and the place after it.
    pub fn count(&self, at: usize) -> Option<(Count, usize)> {
        let count = |number: i32, next: usize| (Count { halves: number * 2, is_about: false }, next);
        let (first, next) = match self.role(at) {
            Role::About => {
                let (inner, next) = self.count_plain(at + 1)?;
                return Some((Count { is_about: true, ..inner }, next));
            }
            Role::A => match self.role(at + 1) {
                Role::Some(number) => return Some((Count { halves: i32::from(number) * 2, is_about: true }, at + 2)),
                Role::Couple => {
                    return Some((Count { halves: 4, is_about: false }, self.skip(at + 2, Role::Of)));
                }
                Role::Half => return Some((Count { halves: 1, is_about: false }, at + 2)),
                Role::Unit(_) => return Some(count(1, at + 1)),
                _ => return None,
            },
            _ => self.count_plain(at)?,
        };
        Some((first, next))
    }

    fn count_plain(&self, at: usize) -> Option<(Count, usize)> {
        let plain = |number: i32| Count { halves: number * 2, is_about: false };
        match self.role(at) {
            Role::Some(number) => return Some((Count { is_about: true, ..plain(i32::from(number)) }, at + 1)),
            Role::Couple => return Some((plain(2), self.skip(at + 1, Role::Of))),
            Role::A if matches!(self.role(at + 1), Role::Unit(_)) => return Some((plain(1), at + 1)),
            Role::Half => return Some((Count { halves: 1, is_about: false }, self.skip(at + 1, Role::A))),
            _ => {}
        }
        let (number, next) = match self.digits(at) {
            Some((number, 1..=5)) => (number, at + 1),
            Some(_) => return None,
            None => match self.role(at) {
                Role::Hundred if self.role_before(at) == Role::A => (100, at + 1),
                _ => self.words_below_hundred(at)?,
            },
        };
        if self.is_mark(next, "½") {
            return Some((Count { halves: number * 2 + 1, is_about: false }, next + 1));
        }
        if matches!(self.digits(next), Some((1, 1)))
            && self.is_mark(next + 1, "/")
            && matches!(self.digits(next + 2), Some((2, 1)))
        {
            return Some((Count { halves: number * 2 + 1, is_about: false }, next + 3));
        }
        if self.role(next) == Role::And && self.role(next + 1) == Role::A && self.role(next + 2) == Role::Half {
            return Some((Count { halves: number * 2 + 1, is_about: false }, next + 3));
        }
        Some((plain(number), next))
    }

    /// A year in words after a month or "in": "nineteen ninety-six", "two thousand and fifteen".
    pub fn year_words(&self, at: usize) -> Option<(i16, usize)> {
        let (first, next) = self.words_below_hundred(at)?;
        if self.role(next) == Role::Thousand && (1..=2).contains(&first) {
            let joint = self.skip(next + 1, Role::And);
            let (rest, end) = self.words_below_hundred(joint).unwrap_or((0, next + 1));
            return Some((i16::try_from(first * 1000 + rest).ok()?, end));
        }
        if !(10..=20).contains(&first) {
            return None;
        }
        if self.role(next) == Role::Hundred {
            let joint = self.skip(next + 1, Role::And);
            let (rest, end) = self.words_below_hundred(joint).unwrap_or((0, next + 1));
            return Some((i16::try_from(first * 100 + rest).ok()?, end));
        }
        let (rest, end) = self.words_below_hundred(next).filter(|(rest, _)| *rest >= 10)?;
        Some((i16::try_from(first * 100 + rest).ok()?, end))
    }

    /// A month that may stand beside a day or a year, whatever its capitals.
    pub fn month(&self, at: usize) -> Option<i8> {
        match self.role(at) {
            Role::Month(month, sure) => {
                // A common word is a month here only if it is written as one: "May 5", not "may 5".
                let is_written = sure != Sure::Word || self.is_capital(at) || matches!(self.str(at), "may" | "mar");
                is_written.then_some(month)
            }
            _ => None,
        }
    }

    /// The place after a month, whose short form can have a full stop.
    pub fn after_month(&self, at: usize) -> usize {
        let short = matches!(self.role(at), Role::Month(_, Sure::Short)) || self.str(at).eq_ignore_ascii_case("mar");
        let short = short && self.is_mark(at + 1, ".") && self.is_glued(at + 1);
        at + 1 + usize::from(short)
    }

    /// Whether a word tells of the past by its ending: a small letter first, "-ed" last.
    pub fn is_past(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == Kind::Word) else { return false };
        let word = &self.text.as_bytes()[token.range()];
        let meaning = self.meaning(at);
        meaning.tense == Tense::Back
            || (meaning.tense == Tense::None
                && token.case == Case::Lower
                && word.len() > 4
                && word.ends_with(b"ed")
                && !word.ends_with(b"eed"))
    }
}
