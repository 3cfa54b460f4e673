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
}

/// Codes of ISO 4217 that are also English words; they name a currency only in capitals.
const CODES_LIKE_WORDS: &[&str] = &[
    "all", "amd", "bam", "bob", "cop", "cup", "ern", "gel", "gip", "huf", "lak", "mad", "mop", "mur", "nad", "pen",
    "php", "ron", "sar", "shp", "sos", "std", "top", "try", "xxx",
];

/// The longest name of a currency, in words.
const MAX_NAME: usize = 4;

impl Amount {
    /// The value, or none where it has too many digits.
    pub(super) fn value(&self) -> Option<Decimal> {
        self.number.value(self.negative)
    }

    /// Whether a currency or a scale word says that this is money.
    pub(super) const fn is_evident(&self) -> bool {
        self.currency.is_some() || self.number.scaled
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
    if used < tail.len() || (dash > 0 && used == 0) {
        return None;
    }
    let currency = agreed(before, after).ok()?;
    let euros_after = after.is_some_and(|mention| mention.currency.code() == "EUR") && english.is_bare();
    let number =
        if euros_after { number(tokens, Style::Grouped).filter(|(_, used)| *used == length)?.0 } else { english };
    Some(Amount { number, currency, negative: negative || inner_negative })
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
        _ if one.currency == other.currency => {
            Ok(Some(Mention { currency: one.currency, loose: one.loose && other.loose }))
        }
        (loose, exact) | (exact, loose) if loose.loose && is_dollar(exact) => Ok(Some(exact)),
        _ => Err(Clash),
    }
}

/// A sign such as `$`, `US$` or "Rs", or a code.
fn sign_or_code(tokens: &[Token<'_>]) -> Option<(Mention, usize)> {
    let first = tokens.first()?;
    let exact = |currency: Currency| Mention { currency, loose: false };
    if first.kind == Kind::Mark {
        let currency = Currency::from_sign(first.raw)?;
        return Some((Mention { currency, loose: first.raw == "$" }, 1));
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
    let code =
        || Currency::from_code(&first.low).filter(|_| capitals || !CODES_LIKE_WORDS.contains(&first.low.as_str()));
    sign.or_else(code).map(|currency| (exact(currency), 1))
}

/// A name such as "dollars" or "Swiss francs", the longest there is.
fn name(tokens: &[Token<'_>]) -> Option<(Mention, usize)> {
    let words = tokens.iter().take(MAX_NAME).take_while(|token| token.kind == Kind::Word).count();
    (1..=words).rev().find_map(|count| {
        let joined = tokens[..count].iter().map(|token| token.low.as_str()).collect::<Vec<_>>().join(" ");
        // "$5m CAD dollars" does not happen, but "C$5m dollars" does: a bare "dollars" is as loose as a bare sign.
        let loose = joined == "dollars" || joined == "dollar";
        Currency::from_name(&joined).map(|currency| (Mention { currency, loose }, count))
    })
}
