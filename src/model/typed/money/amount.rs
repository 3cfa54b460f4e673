//! One number with its currency: `$10`, `10 bn USD`, "42 million dollars".

use super::super::numbers::{Number, Style, number};
use super::super::tokens::{Kind, Token};
use crate::model::currency::Currency;
use crate::model::decimal::Decimal;

/// One sum.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    pub number: Number,
    pub currency: Option<Mention>,
    negative: bool,
}

/// A currency as it was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub currency: Currency,
    /// A bare `$`, which a more exact name beside it overrules.
    loose: bool,
    /// How many of what was named, with the power of ten, make one of the currency: a cent is 1 × 10⁻².
    parts: (u32, i64),
}

/// What is no part of anything.
const WHOLE: (u32, i64) = (1, 0);

/// The longest name of a currency, in words.
const MAX_NAME: usize = 4;

impl Amount {
    /// The value, or none where it has too many digits.
    pub(super) fn value(&self) -> Option<Decimal> {
        match self.currency.map_or(WHOLE, |mention| mention.parts) {
            WHOLE => self.number.value(self.negative),
            (parts, power) => self.number.of(parts, power)?.value(self.negative),
        }
    }
}

/// One sum and nothing else.
pub(super) fn amount(tokens: &[Token<'_>]) -> Option<Amount> {
    let (negative, tokens) = sign(tokens);
    let (before, used) = mentions(tokens, |_| None).ok()?;
    let (inner_negative, tokens) = sign(&tokens[used..]);
    if inner_negative && (negative || before.is_none()) {
        return None;
    }
    let (english, length) = number(tokens, Style::English)?;
    let dash = usize::from(tokens.get(length).is_some_and(Token::is_dash) && length + 1 < tokens.len());
    let tail = &tokens[length + dash..];
    let (after, used) = mentions(tail, name).ok()?;
    if dash > 0 && used == 0 {
        return None;
    }
    let currency = agreed(before, after).ok()?;
    if used < tail.len() {
        let number = currency.and_then(|mention| with_cents(&english, mention, &tail[used..]))?;
        return Some(Amount { number, currency, negative });
    }
    let euros_after = after.is_some_and(|mention| mention.currency.code() == "EUR") && english.is_bare();
    let number =
        if euros_after { number(tokens, Style::Grouped).filter(|(_, used)| *used == length)?.0 } else { english };
    Some(Amount { number, currency, negative: negative || inner_negative })
}

/// The number with the cents that follow its currency: "3 dollars and 50 cents".
fn with_cents(number_of_whole: &Number, whole: Mention, rest: &[Token<'_>]) -> Option<Number> {
    let joint = usize::from(rest.first().is_some_and(|token| token.is("and")));
    let (count, used) = number(&rest[joint..], Style::English)?;
    let (part, length) = name(&rest[joint + used..])?;
    let fits = whole.parts == WHOLE && part.parts.1 < 0 && joint + used + length == rest.len();
    number_of_whole.plus(&count.of(part.parts.0, part.parts.1).filter(|_| fits)?, 0)
}

/// Takes a minus sign off the start. A dash with a space after it is punctuation.
fn sign<'t, 'a>(tokens: &'t [Token<'a>]) -> (bool, &'t [Token<'a>]) {
    match tokens {
        [minus, rest @ ..] if minus.is("minus") => (true, rest),
        [minus, next, ..] if matches!(minus.raw, "-" | "−") && next.glued => (true, &tokens[1..]),
        _ => (false, tokens),
    }
}

/// Two currencies named for one sum do not agree.
pub(super) struct Clash;

/// The currencies named at the start of the tokens and how many tokens they take: signs, codes, and what else is given.
fn mentions<'a>(
    tokens: &[Token<'a>],
    more: impl Fn(&[Token<'a>]) -> Option<(Mention, usize)>,
) -> Result<(Option<Mention>, usize), Clash> {
    let mut found = None;
    let mut used = 0;
    while let Some((mention, length)) = sign_or_code(&tokens[used..]).or_else(|| more(&tokens[used..])) {
        found = agreed(found, Some(mention))?;
        used += length;
    }
    Ok((found, used))
}

/// What two mentions come to.
pub(super) fn agreed(left: Option<Mention>, right: Option<Mention>) -> Result<Option<Mention>, Clash> {
    let (Some(one), Some(other)) = (left, right) else {
        return Ok(left.or(right));
    };
    let is_dollar = |mention: Mention| mention.currency.name().to_lowercase().contains("dollar");
    match (one, other) {
        _ if one.parts != other.parts => Err(Clash),
        _ if one.currency == other.currency => Ok(Some(Mention { loose: one.loose && other.loose, ..one })),
        (loose, exact) | (exact, loose) if loose.loose && is_dollar(exact) => Ok(Some(exact)),
        _ => Err(Clash),
    }
}

/// A sign such as `$`, `US$` or "Rs", or a code.
fn sign_or_code(tokens: &[Token<'_>]) -> Option<(Mention, usize)> {
    let first = tokens.first()?;
    let exact = |currency: Currency| Mention { currency, loose: false, parts: WHOLE };
    if first.kind == Kind::Mark {
        let currency = Currency::from_sign(first.raw)?;
        return Some((Mention { currency, loose: first.raw == "$", parts: WHOLE }, 1));
    }
    if first.kind != Kind::Word {
        return None;
    }
    if let Some(mark) = tokens.get(1).filter(|mark| mark.kind == Kind::Mark && mark.glued)
        && let Some(currency) = Currency::from_sign(&format!("{}{}", first.low.to_uppercase(), mark.raw))
    {
        return Some((exact(currency), 2));
    }
    let sign = Currency::from_sign(first.raw.trim_end_matches('.'))
        .or_else(|| first.is("rs").then(|| Currency::from_sign("Rs")).flatten());
    let capitals = first.raw.bytes().all(|byte| byte.is_ascii_uppercase());
    let code = || Currency::from_code(&first.low).filter(|currency| capitals || !currency.reads_like_a_word());
    sign.or_else(code).map(|currency| (exact(currency), 1))
}

/// A name such as "dollars" or "Swiss francs", the longest there is.
fn name(tokens: &[Token<'_>]) -> Option<(Mention, usize)> {
    let words = tokens.iter().take(MAX_NAME).take_while(|token| token.kind == Kind::Word).count();
    (1..=words).rev().find_map(|count| {
        let joined = tokens[..count].iter().map(|token| token.low.as_str()).collect::<Vec<_>>().join(" ");
        // "$5m CAD dollars" does not happen, but "C$5m dollars" does: a bare "dollars" is as loose as a bare sign.
        let loose = joined == "dollars" || joined == "dollar";
        let part = || Currency::part_named(&joined).and_then(|(currency, parts)| Some((currency?, parts)));
        let found = Currency::from_name(&joined).map(|currency| (currency, WHOLE)).or_else(part);
        found.map(|(currency, parts)| (Mention { currency, loose, parts }, count))
    })
}
