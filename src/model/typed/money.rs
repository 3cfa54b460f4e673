//! Sums as people write them: "10bn", "up to $10 billion over 10 years", "€1.2m", "$1 to 2 million".

mod amount;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use super::duration::{clause, length};
use super::numbers::mentions_number;
use super::tokens::{Kind, Token, longest, longest_at_end, phrase, tokens};
use crate::model::bounds::Precision;
use crate::model::currency::Currency;
use crate::model::decimal::Decimal;
use crate::model::duration::Period;
use amount::{Amount, amount};

/// What was understood of a typed sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedMoney {
    /// The sum; the lower one of a range.
    pub value: Decimal,
    /// The upper sum of a range.
    pub value_max: Option<Decimal>,
    /// The currency, where one was named. A bare `$` is US dollars.
    pub currency: Option<Currency>,
    /// How sharp the sum is, where the words say it.
    pub precision: Option<Precision>,
    /// The time the sum is for: "over 10 years", "a year".
    pub period: Option<Period>,
}

/// What stands before a sum and says how sharp it is. "Less than" and "more than" are read as a ceiling and a floor.
pub(crate) const PREFIXES: &[(&str, Precision)] = &[
    ("exactly", Precision::Exact),
    ("precisely", Precision::Exact),
    ("about", Precision::About),
    ("around", Precision::About),
    ("approximately", Precision::About),
    ("approx", Precision::About),
    ("roughly", Precision::About),
    ("some", Precision::About),
    ("an estimated", Precision::About),
    ("estimated", Precision::About),
    ("est", Precision::About),
    ("circa", Precision::About),
    ("ca", Precision::About),
    ("c", Precision::About),
    ("~", Precision::About),
    ("≈", Precision::About),
    ("nearly", Precision::About),
    ("almost", Precision::About),
    ("close to", Precision::About),
    ("near", Precision::About),
    ("an approximate", Precision::About),
    ("just under", Precision::About),
    ("just over", Precision::About),
    ("in the region of", Precision::About),
    ("on the order of", Precision::About),
    ("up to", Precision::AtMost),
    ("as much as", Precision::AtMost),
    ("at most", Precision::AtMost),
    ("no more than", Precision::AtMost),
    ("no greater than", Precision::AtMost),
    ("not be more than", Precision::AtMost),
    ("not exceed", Precision::AtMost),
    ("lower than", Precision::AtMost),
    ("not more than", Precision::AtMost),
    ("less than", Precision::AtMost),
    ("under", Precision::AtMost),
    ("below", Precision::AtMost),
    ("not exceeding", Precision::AtMost),
    ("not to exceed", Precision::AtMost),
    ("a maximum of", Precision::AtMost),
    ("maximum of", Precision::AtMost),
    ("maximum", Precision::AtMost),
    ("max", Precision::AtMost),
    ("capped at", Precision::AtMost),
    ("<", Precision::AtMost),
    ("≤", Precision::AtMost),
    ("at least", Precision::AtLeast),
    ("more than", Precision::AtLeast),
    ("over", Precision::AtLeast),
    ("above", Precision::AtLeast),
    ("no less than", Precision::AtLeast),
    ("as little as", Precision::AtLeast),
    ("north of", Precision::AtLeast),
    ("well over", Precision::AtLeast),
    ("not be less than", Precision::AtLeast),
    ("greater than", Precision::AtLeast),
    ("higher than", Precision::AtLeast),
    ("not less than", Precision::AtLeast),
    ("in excess of", Precision::AtLeast),
    ("exceeding", Precision::AtLeast),
    ("upwards of", Precision::AtLeast),
    ("upward of", Precision::AtLeast),
    ("a minimum of", Precision::AtLeast),
    ("minimum of", Precision::AtLeast),
    ("minimum", Precision::AtLeast),
    ("min", Precision::AtLeast),
    (">", Precision::AtLeast),
    ("≥", Precision::AtLeast),
];

/// What follows a sum and says how sharp it is.
pub(crate) const SUFFIXES: &[(&str, Precision)] = &[
    ("or so", Precision::About),
    ("or more", Precision::AtLeast),
    ("or higher", Precision::AtLeast),
    ("or greater", Precision::AtLeast),
    ("and more", Precision::AtLeast),
    ("at least", Precision::AtLeast),
    ("minimum", Precision::AtLeast),
    ("plus", Precision::AtLeast),
    ("+", Precision::AtLeast),
    ("or less", Precision::AtMost),
    ("at most", Precision::AtMost),
    ("maximum", Precision::AtMost),
    ("max", Precision::AtMost),
];

/// Words before a sum that say nothing about it.
const FILLERS: &[&str] = &["a total of", "total of", "a sum of", "the sum of", "worth"];

/// The sum that the whole of the words gives.
///
/// A comma with exactly three digits after it groups (`1,234` is one thousand …) and a point starts a fraction (`1.234` is
/// one and a bit), unless the rest tells otherwise: several of one mark, both marks, "Mio." or "Mrd.", or euros named after
/// the number. The value is exact: "9.6 billion" is `9600000000`. An amount that says neither a currency nor a scale
/// is understood too, as in a field for money it is one.
#[must_use]
pub fn money(words: &str) -> Option<TypedMoney> {
    read(&tokens(words))
}

/// A sum with or without the time it is for.
fn read(tokens: &[Token<'_>]) -> Option<TypedMoney> {
    if !mentions_number(tokens) {
        return None;
    }
    let timed = |sum: &[Token<'_>], period: Option<Period>| {
        let found = sum_of(sum).filter(|_| period.is_some())?;
        Some(TypedMoney { period, ..found })
    };
    let after = |at: usize| timed(&tokens[..at], clause(&tokens[at..]));
    let before = |at: usize| {
        let comma = usize::from(tokens.get(at).is_some_and(|token| token.is(",")));
        timed(&tokens[at + comma..], length(&tokens[..at]))
    };
    sum_of(tokens).or_else(|| (1..tokens.len()).find_map(after)).or_else(|| (1..tokens.len()).find_map(before))
}

/// One sum or a range, with the words that say how sharp it is.
fn sum_of(tokens: &[Token<'_>]) -> Option<TypedMoney> {
    let (precision, core) = sharpness(tokens);
    for (lead, joints) in [("between", &["and"] as &[&str]), ("from", &["to", "up to"])] {
        if let Some(used) = phrase(core, lead) {
            return range(&core[used..], joints);
        }
    }
    match amount(core) {
        Some(found) => single(&found, precision),
        None => range(core, &["to", "up to"]),
    }
}

/// Takes fillers and the words of sharpness off both ends. A bound weighs more than "about": "up to about $5m" is a ceiling.
fn sharpness<'t, 'a>(tokens: &'t [Token<'a>]) -> (Option<Precision>, &'t [Token<'a>]) {
    let mut core = tokens;
    let mut precision = None;
    let mut note = |found: Precision| {
        if precision.is_none_or(|known| known == Precision::About) {
            precision = Some(found);
        }
    };
    loop {
        if let Some(used) = FILLERS.iter().filter_map(|words| phrase(core, words)).max() {
            core = &core[used..];
        } else if let Some((used, found)) = longest(core, PREFIXES).filter(|(used, _)| stands_apart(core, *used)) {
            core = &core[used..];
            note(found);
        } else {
            break;
        }
    }
    if let Some((used, found)) = longest_at_end(core, SUFFIXES) {
        core = &core[..core.len() - used];
        note(found);
    }
    (precision, core)
}

/// Whether the words at the start are not part of a sign: `C$5` is no "c. $5".
fn stands_apart(tokens: &[Token<'_>], used: usize) -> bool {
    let last = &tokens[used - 1];
    let ends_itself = last.kind == Kind::Mark || last.raw.ends_with('.');
    ends_itself || tokens.get(used).is_none_or(|next| !next.glued)
}

/// A sum that is no range.
fn single(found: &Amount, precision: Option<Precision>) -> Option<TypedMoney> {
    let currency = found.currency.map(|mention| mention.currency);
    Some(TypedMoney { value: found.value()?, value_max: None, currency, precision, period: None })
}

/// Two sums with one of the joints or a dash between them. A scale said once holds for both where the first number is the
/// smaller: "$1 to 2 million"; a currency said once holds for both.
fn range(tokens: &[Token<'_>], joints: &[&str]) -> Option<TypedMoney> {
    (1..tokens.len()).find_map(|at| {
        let rest = &tokens[at..];
        let dash = usize::from(rest.first().is_some_and(Token::is_dash));
        let joint = joints.iter().filter_map(|words| phrase(rest, words)).max().unwrap_or(dash);
        (joint > 0).then(|| span(&tokens[..at], &rest[joint..])).flatten()
    })
}

/// A range of its two ends.
fn span(lower: &[Token<'_>], upper: &[Token<'_>]) -> Option<TypedMoney> {
    let (mut lower, upper) = (amount(lower)?, amount(upper)?);
    if let Some(number) = lower.number.sharing(&upper.number) {
        lower.number = number;
    }
    let currency = amount::agreed(lower.currency, upper.currency).ok()?;
    let (value, value_max) = (lower.value()?, upper.value()?);
    if value.cmp_value(&value_max) != Ordering::Less {
        return None;
    }
    let currency = currency.map(|mention| mention.currency);
    let precision = Some(Precision::Range);
    Some(TypedMoney { value, value_max: Some(value_max), currency, precision, period: None })
}
