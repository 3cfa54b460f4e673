//! What stands right behind a name and gives it another: "(AWS)", "(NASDAQ: MSFT)", "(“Acme”)", ", or AWS,".

use super::Reader;
use super::guess::Guess;
use super::meaning::Meaning;
use super::phrases::token_range;
use super::reader::spaced;
use crate::suggest::tokens::{Case, Gap, Kind};

/// What a parenthesis gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// Token after it, or nought.
    pub end: usize,
    /// `(name, key of ALIAS_KIND)`.
    pub aliases: Vec<(String, &'static str)>,
    /// `(scheme, value)`.
    pub identifiers: Vec<(&'static str, String)>,
}

/// Most tokens of a parenthesis that is read.
const MOST: usize = 40;

/// Longest alias, in bytes.
const LONGEST: usize = 120;

impl Reader<'_> {
    /// Reads what stands behind the name of a guess.
    pub fn beside(&self, guess: &Guess, name: &str) -> Beside {
        let mut beside = Beside::default();
        let at = guess.end.max(guess.words_end);
        let Some(open) = self.token(at).filter(|token| token.gap <= Gap::Line) else { return beside };
        if open.is_mark(',') {
            self.or_alias(at, name, &mut beside);
            return beside;
        }
        let close = match open.kind {
            Kind::Mark('(') => ')',
            Kind::Mark('[') => ']',
            _ => return beside,
        };
        let Some(end) = (at + 1..at + MOST)
            .take_while(|at| self.token(*at).is_some_and(|token| token.gap < Gap::Paragraph))
            .find(|at| self.token(*at).is_some_and(|token| token.is_mark(close)))
        else {
            return beside;
        };
        self.inside(at + 1, end, name, &mut beside);
        if !beside.aliases.is_empty() || !beside.identifiers.is_empty() {
            beside.end = end + 1;
        }
        beside
    }

    /// ", or AWS,": an acronym of the name.
    fn or_alias(&self, at: usize, name: &str, beside: &mut Beside) {
        let Some(alias) = self.token(at + 2).filter(|_| self.str(at + 1) == "or") else { return };
        let words = self.block.str(alias);
        let is_closed = self.token(at + 3).is_some_and(|token| token.is_mark(','));
        if is_closed && is_acronym_of(words, name) {
            beside.aliases.push((words.to_owned(), "acronym"));
            beside.end = at + 3;
        }
    }

    /// Reads the tokens between the brackets.
    fn inside(&self, start: usize, end: usize, name: &str, beside: &mut Beside) {
        let mut at = start;
        let (mut is_cued, mut is_former) = (false, false);
        while at < end {
            let Some(token) = self.token(at) else { return };
            let means = self.means(token);
            if let Some((scheme, value, next)) = self.ticker(at, end) {
                beside.identifiers.push((scheme, value));
                at = next;
            } else if let Some((alias, next)) = self.quoted(at, end) {
                beside.aliases.push((alias.clone(), if is_former { "former" } else { kind_of(&alias) }));
                at = next;
            } else if means.has(Meaning::ALIAS_CUE) && token.case == Case::Lower {
                is_cued |= !means.has(Meaning::THE) && !means.has(Meaning::AND) && self.block.str(token) != "under";
                is_former |= means.has(Meaning::FORMER_CUE);
                at += 1;
            } else if matches!(token.kind, Kind::Mark(',' | ';' | '/' | '.')) {
                at += 1;
            } else if let Some((alias, kind, next)) = self.bare(at, end, name, is_cued) {
                beside.aliases.push((alias, if is_former { "former" } else { kind }));
                at = next;
            } else if let Some(next) = self.slashed_cue(at) {
                is_former |= self.str(at).eq_ignore_ascii_case("f");
                is_cued = true;
                at = next;
            } else {
                return;
            }
        }
    }

    /// "f/k/a", "a/k/a", "d/b/a": three letters with strokes.
    fn slashed_cue(&self, at: usize) -> Option<usize> {
        let is_cue = ["f", "d", "a", "n", "t"].contains(&self.str(at).to_ascii_lowercase().as_str());
        (is_cue && self.str(at + 1) == "/").then(|| if self.str(at + 3) == "/" { at + 5 } else { at + 3 })
    }

    /// "NASDAQ: MSFT".
    fn ticker(&self, at: usize, end: usize) -> Option<(&'static str, String, usize)> {
        let exchange = self.token(at).filter(|token| self.means(token).has(Meaning::EXCHANGE))?;
        let scheme = EXCHANGES.iter().find(|name| name.eq_ignore_ascii_case(self.block.str(exchange)))?;
        let mut place = at + 1;
        // "NYSE American: X", "Euronext Paris: X".
        if self.token(place).is_some_and(|token| token.case == Case::Title) {
            place += 1;
        }
        if !self.token(place)?.is_mark(':') {
            return None;
        }
        let first = place + 1;
        let mut last = first;
        while last < end
            && self.token(last).is_some_and(|token| {
                let is_symbol =
                    token.kind == Kind::Number || token.case == Case::Upper || token.is_mark('.') || token.is_mark('-');
                is_symbol && (last == first || token.is_glued())
            })
        {
            last += 1;
        }
        let value = &self.block.text[token_range(self.block.tokens, first..last)];
        ((1..=12).contains(&value.len())).then(|| (*scheme, value.to_owned(), last))
    }

    /// Words between quotation marks.
    fn quoted(&self, at: usize, end: usize) -> Option<(String, usize)> {
        let close = match self.token(at)?.kind {
            Kind::Mark('"') => '"',
            Kind::Mark('“' | '„') => '”',
            Kind::Mark('‘') => '’',
            Kind::Mark('\'') => '\'',
            Kind::Mark('«') => '»',
            _ => return None,
        };
        let last = (at + 1..end).find(|at| {
            self.token(*at).is_some_and(|token| token.is_mark(close) || token.is_mark('“') && close == '”')
        })?;
        let alias = self.clean(at + 1, last)?;
        Some((alias, last + 1))
    }

    /// Words of an alias without an article or a comma at the end.
    fn clean(&self, start: usize, end: usize) -> Option<String> {
        let start = start + usize::from(self.means_at(start).has(Meaning::THE) && start + 1 < end);
        let range = token_range(self.block.tokens, start..end);
        let words = spaced(self.block.text[range].trim_end_matches([',', ';']));
        (words.len() <= LONGEST && words.chars().any(char::is_alphabetic)).then_some(words)
    }

    /// An acronym or a short form without quotation marks.
    fn bare(&self, at: usize, end: usize, name: &str, is_cued: bool) -> Option<(String, &'static str, usize)> {
        let token = self.token(at).filter(|token| token.kind == Kind::Word && token.case != Case::Lower)?;
        let last = (at..end)
            .take_while(|at| {
                self.token(*at)
                    .is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number | Kind::Mark('&' | '-' | '.')))
            })
            .last()?
            + 1;
        let words = self.clean(at, last)?;
        let is_single = last == at + 1;
        if (is_single || !words.contains(' ')) && is_acronym_of(&words, name) {
            return Some((words, "acronym", last));
        }
        let is_part = is_single
            && token.end - token.start > 2
            && name.split(' ').next() == Some(words.as_str())
            && name.contains(' ');
        if is_part || is_cued {
            let kind = kind_of(&words);
            return Some((words, kind, last));
        }
        None
    }
}

/// What another name is by the look of it.
fn kind_of(alias: &str) -> &'static str {
    let letters = alias.chars().filter(|letter| letter.is_alphabetic());
    let is_acronym = !alias.contains(' ')
        && (2..=8).contains(&letters.clone().count())
        && letters.clone().filter(|letter| letter.is_uppercase()).count() * 2 > letters.clone().count();
    if is_acronym { "acronym" } else { "short" }
}

/// Whether a word with capitals is an acronym of a name: its letters come in this order in the name, the first at its start
/// or at the start of one of its words.
fn is_acronym_of(word: &str, name: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let capitals = letters.iter().filter(|letter| letter.is_uppercase()).count();
    if !(2..=10).contains(&letters.len()) || capitals < 2 || word.eq_ignore_ascii_case(name) {
        return false;
    }
    let small = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let mut starts = name.char_indices().filter(|(at, letter)| {
        letter.is_alphanumeric() && name[..*at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
    });
    starts.any(|(at, _)| {
        let mut rest = name[at..].chars().map(small);
        letters.iter().all(|letter| rest.any(|other| other == small(*letter)))
    }) && {
        let words =
            name.split(|letter: char| !letter.is_alphanumeric()).filter_map(|word| word.chars().next()).map(small);
        let firsts: Vec<char> = words.collect();
        firsts.contains(&small(letters[0]))
    }
}

/// Stock exchanges, as they are written as schemes.
const EXCHANGES: &[&str] = &[
    "NASDAQ", "NYSE", "NYSEARCA", "AMEX", "LSE", "AIM", "TSX", "TSXV", "TSE", "ASX", "NZX", "HKEX", "SEHK", "HKG",
    "SZSE", "SSE", "BSE", "NSE", "OTC", "OTCQB", "OTCQX", "OTCMKTS", "FWB", "ETR", "XETRA", "FRA", "EURONEXT", "EPA",
    "AMS", "EBR", "BIT", "SWX", "SIX", "OSE", "OSL", "OSLO", "STO", "CPH", "HEL", "KOSPI", "KOSDAQ", "KRX", "BMV",
    "BOVESPA", "B3", "JSE", "MOEX", "MCX", "SGX", "TWSE", "TPE", "TYO", "BME", "WSE",
];
