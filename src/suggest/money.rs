//! Sums of money in running text: `$10 billion`, "up to 5 million Swiss francs over ten years", "between $1 and $2 million".
//!
//! The scan stops at what can begin a sum: a sign, a code, a number. A number is read once, its currency looked for on both
//! sides; only what has one is a sum. Then the words around are taken in: hedges, a period, what the sum is for.

mod around;
mod mention;
mod number;
mod reader;
mod sum;
#[cfg(test)]
mod tests;
mod units;

use super::scan::Block;
use super::suggestion::{Made, Suggestion, Sum};
use super::tokens::{Kind, Token};
use crate::model::Precision;
pub(super) use reader::{Meaning, words};
use reader::{Reader, Roles};
use sum::Found;

/// Other currencies of a sign that are offered.
const MOST_OTHERS: usize = 6;

/// Adds the sums of a block.
pub(super) fn find(block: &Block<'_>, found: &mut Vec<Suggestion>) {
    let reader = Reader::new(block);
    let (mut at, mut floor) = (0, 0);
    while let Some(token) = block.tokens.get(at) {
        if !may_begin(&reader, at, token) {
            at += 1;
            continue;
        }
        match sum::sum(&reader, at, floor) {
            Ok(sum) => {
                let (suggestion, end) = with_words_around(&reader, sum, floor);
                found.extend(suggestion);
                (at, floor) = (end, end);
            }
            Err(skip) => at = skip.max(at + 1),
        }
    }
}

/// Whether a sum may begin at a token, or a sign end there: a quick no for most.
fn may_begin(reader: &Reader<'_>, at: usize, token: &Token) -> bool {
    match token.kind {
        Kind::Mark(mark) => units::may_be_sign(mark) && reader.may_be_numeral(at + 1),
        Kind::Number => reader.may_follow_number(at + 1),
        Kind::Clitic => false,
        Kind::Word => {
            token.word.is_some() && reader.meaning(at).is_some_and(Meaning::begins) && begins_more(reader, at)
        }
    }
}

/// Whether an article has something to count after it; other words have not to.
fn begins_more(reader: &Reader<'_>, at: usize) -> bool {
    !reader.has(at, Roles::ARTICLE)
        || (reader.meaning(at + 1).is_some_and(Meaning::begins) && !reader.has(at + 1, Roles::ARTICLE))
}

/// The suggestion of a sum with the words around it, and the token after them.
fn with_words_around(reader: &Reader<'_>, sum: Found, floor: usize) -> (Option<Suggestion>, usize) {
    let (start, before) = around::hedge_before(reader, sum.start, floor);
    let whole = |end: usize| !reader.ends_inside(end);
    let (mut end, after) =
        Some(around::hedge_after(reader, sum.end)).filter(|(end, _)| whole(*end)).unwrap_or((sum.end, None));
    let precision = match (before, after) {
        _ if sum.value_max.is_some() => Precision::Range,
        (Some(Precision::About) | None, Some(after)) => after,
        (Some(before), _) => before,
        (None, None) => Precision::Exact,
    };
    let mut period = None;
    if let Some((found, after)) = around::period(reader, start, end, floor) {
        period = Some(found);
        end = after.filter(|after| whole(*after)).unwrap_or(end);
    }
    let nature = around::nature(reader, sum.start, end, floor, precision == Precision::AtMost);
    let others = sum.mention.others.iter().copied().filter(|other| Some(*other) != sum.mention.currency);
    let currencies = others.take(MOST_OTHERS).collect();
    let made = Sum {
        value: sum.value,
        value_max: sum.value_max,
        currency: sum.mention.currency,
        precision,
        period,
        nature,
        currencies,
    };
    let words = reader.token(start).zip(reader.token(end - 1)).map(|(first, last)| first.start..last.end);
    (words.map(|words| Suggestion { words, made: Made::Amount(made) }), end)
}
