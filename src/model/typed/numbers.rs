//! Numbers as people write them: `10,000,000`, `10.000,50`, `1,00,000`, `1.2m`, "ten million", "half a billion".

mod numerals;
#[cfg(test)]
mod tests;

use std::str::FromStr;

use bigdecimal::BigDecimal;

use super::tokens::{Token, longest};
use crate::model::decimal::{Decimal, MAX_DIGITS};
use numerals::numeral;
pub(crate) use numerals::{Style, plain_decimal};

/// A number and the power of ten its scale words stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// A plain decimal, without a sign.
    mantissa: String,
    /// Zeros the scale adds.
    power: usize,
    /// Whether a scale word says that this is a large sum ("million"), not a lone letter.
    pub scaled: bool,
}

impl Number {
    /// A number of a plain decimal without a sign, and the power of ten of its scale words; none where no decimal could
    /// hold it.
    pub(crate) fn new(mantissa: String, power: usize, scaled: bool) -> Option<Self> {
        (power <= MAX_DIGITS).then_some(Self { mantissa, power, scaled })
    }

    /// The number with the scale of a part, where the part without it goes on with the number: "one thousand" and "five
    /// hundred crore", which are fifteen hundred crore.
    pub(crate) fn under(&self, part: &Self, limit: usize) -> Option<Self> {
        let bare = Self { power: 0, ..part.clone() };
        (part.power > limit).then(|| self.plus(&bare, limit)).flatten().map(|sum| Self { power: part.power, ..sum })
    }

    /// The power of ten of its scale words.
    pub(crate) const fn power(&self) -> usize {
        self.power
    }

    /// The number with a part after it that is below the scale `limit` (a power of ten): "five million" and "two hundred
    /// thousand".
    pub(crate) fn plus(&self, part: &Self, limit: usize) -> Option<Self> {
        let (whole, part) = (shift(&self.mantissa, self.power), big(&shift(&part.mantissa, part.power)));
        let fits = part < big(&shift("1", limit));
        fits.then(|| Self { mantissa: (big(&whole) + part).to_plain_string(), power: 0, scaled: true })
    }

    /// How much of a whole it is where `parts` of them and a power of ten make one: cents are hundredths, nickels five
    /// hundredths.
    pub(crate) fn of(&self, parts: u32, power: i64) -> Option<Self> {
        let value = big(&shift(&self.mantissa, self.power)) * BigDecimal::new(parts.into(), -power);
        let mantissa = Decimal::from_big(&value).ok()?.to_string();
        Some(Self { mantissa, power: 0, scaled: self.scaled })
    }

    /// The value, its spelling kept where there is no scale. None past the digits a decimal may have.
    pub(crate) fn value(&self, negative: bool) -> Option<Decimal> {
        let plain = shift(&self.mantissa, self.power);
        let sign = if negative { "-" } else { "" };
        format!("{sign}{plain}").parse().ok()
    }

    /// Whether no scale word was said.
    pub(crate) const fn is_bare(&self) -> bool {
        self.power == 0
    }

    /// The number with the other's scale, for "1 to 2 million"; none unless it is bare and the smaller of the two.
    pub(crate) fn sharing(&self, other: &Self) -> Option<Self> {
        let smaller = self.is_bare() && !other.is_bare() && big(&self.mantissa) < big(&other.mantissa);
        smaller.then(|| Self { power: other.power, ..self.clone() })
    }
}

/// Scale words in the short scale of English, the power of ten of each, and whether the word alone is a sign of a large
/// sum. The others are letters that also stand for metres, tonnes or a race's length.
pub(crate) const SCALES: &[(&str, usize, bool)] = &[
    ("hundred", 2, false),
    ("k", 3, false),
    ("thousand", 3, true),
    ("thousands", 3, true),
    ("grand", 3, true),
    ("m", 6, false),
    ("mm", 6, false),
    ("mn", 6, true),
    ("mln", 6, true),
    ("mio", 6, true),
    ("million", 6, true),
    ("millions", 6, true),
    ("millionen", 6, true),
    ("b", 9, false),
    ("bn", 9, true),
    ("bln", 9, true),
    ("bil", 9, true),
    ("billion", 9, true),
    ("billions", 9, true),
    ("milliard", 9, true),
    ("milliards", 9, true),
    ("mrd", 9, true),
    ("mld", 9, true),
    ("t", 12, false),
    ("tn", 12, true),
    ("trn", 12, true),
    ("tln", 12, true),
    ("trillion", 12, true),
    ("trillions", 12, true),
    ("quadrillion", 15, true),
    ("quintillion", 18, true),
    ("sextillion", 21, true),
    ("septillion", 24, true),
    ("octillion", 27, true),
    ("nonillion", 30, true),
    ("decillion", 33, true),
    ("undecillion", 36, true),
    ("lakh", 5, true),
    ("lakhs", 5, true),
    ("lac", 5, true),
    ("lacs", 5, true),
    ("crore", 7, true),
    ("crores", 7, true),
    ("cr", 7, true),
];

/// Scale words of languages that part thousands with a point.
pub(crate) const CONTINENTAL_SCALES: &[&str] = &["mio", "mrd", "mld", "millionen"];

/// The names of the numbers below twenty, from zero.
pub(crate) const UNITS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// The names of the tens, from twenty.
pub(crate) const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Whether any token could begin or be a number: a quick no for most words of an article.
pub(super) fn mentions_number(tokens: &[Token<'_>]) -> bool {
    let is_word = |token: &Token<'_>| {
        UNITS.contains(&token.low.as_str())
            || TENS.contains(&token.low.as_str())
            || SCALES.iter().any(|(name, ..)| token.is(name))
    };
    tokens.iter().any(|token| token.is_digits() || is_word(token))
}

/// The number at the start of the tokens and how many of them it takes.
pub(super) fn number(tokens: &[Token<'_>], style: Style) -> Option<(Number, usize)> {
    let (mut total, mut used) = item(tokens, style)?;
    let mut limit = total.power;
    // "five million two hundred thousand": each further part is smaller than the scale before it.
    while limit >= 3 {
        let rest = &tokens[used..];
        let joint = usize::from(rest.first().is_some_and(|token| token.is("and")));
        let Some((next, length)) = item(&rest[joint..], style) else {
            break;
        };
        let lone_digits = rest[joint].is_digits() && next.is_bare();
        let Some(sum) = total.plus(&next, limit).filter(|_| !lone_digits) else {
            break;
        };
        (total, limit) = (sum, next.power);
        used += joint + length;
    }
    Some((total, used))
}

/// A plain decimal as a number to calculate with.
fn big(plain: &str) -> BigDecimal {
    BigDecimal::from_str(plain).unwrap_or_default()
}

/// A numeral or number words with the scale words after them.
fn item(tokens: &[Token<'_>], style: Style) -> Option<(Number, usize)> {
    let (mantissa, mut used) = fraction_of(tokens).or_else(|| article(tokens)).or_else(|| counted(tokens, style))?;
    let first_scale = used;
    let mut power = 0;
    let mut scaled = false;
    while let Some((more, says_sum, length)) = scale(&tokens[used..]) {
        power += more;
        scaled |= says_sum;
        used += length;
    }
    if power > MAX_DIGITS {
        return None;
    }
    let continental = tokens[first_scale..used].iter().any(|token| CONTINENTAL_SCALES.contains(&token.low.as_str()));
    let mantissa = match numeral(tokens, Style::Continental) {
        Some((reread, length)) if continental && length == first_scale => reread,
        _ => mantissa,
    };
    Some((Number { mantissa, power, scaled }, used))
}

/// A scale word, with a hyphen before it or not: its power, whether it tells of a sum, and the tokens it takes.
fn scale(tokens: &[Token<'_>]) -> Option<(usize, bool, usize)> {
    let dash = usize::from(tokens.first().is_some_and(Token::is_dash));
    let word = tokens.get(dash)?;
    let (_, power, says_sum) = SCALES.iter().find(|(name, ..)| word.is(name))?;
    Some((*power, *says_sum, dash + 1))
}

/// "half a", "a quarter of a" before a scale word.
fn fraction_of(tokens: &[Token<'_>]) -> Option<(String, usize)> {
    const FRACTIONS: &[(&str, &str)] = &[
        ("half", "0.5"),
        ("a half", "0.5"),
        ("one half", "0.5"),
        ("quarter", "0.25"),
        ("a quarter", "0.25"),
        ("one quarter", "0.25"),
        ("three quarters", "0.75"),
        ("three - quarters", "0.75"),
    ];
    let (mut used, value) = longest(tokens, FRACTIONS)?;
    for filler in ["of", "a"] {
        used += usize::from(tokens.get(used).is_some_and(|token| token.is(filler)));
    }
    scale(&tokens[used..])?;
    Some((value.to_owned(), used))
}

/// "a million": the article stands for one before a scale word only.
fn article(tokens: &[Token<'_>]) -> Option<(String, usize)> {
    let (first, rest) = tokens.split_first()?;
    let counts = (first.is("a") || first.is("an")) && rest.first().is_some_and(|next| next.low.len() > 1);
    (counts && scale(rest).is_some()).then(|| ("1".to_owned(), 1))
}

/// A numeral or number words, and the half or quarter that may follow: "two and a half", `1½`.
fn counted(tokens: &[Token<'_>], style: Style) -> Option<(String, usize)> {
    const ADDED: &[(&str, &str)] = &[
        ("and a half", "5"),
        ("and a quarter", "25"),
        ("and three quarters", "75"),
        ("½", "5"),
        ("¼", "25"),
        ("¾", "75"),
    ];
    let (whole, used) =
        numeral(tokens, style).or_else(|| small(tokens).map(|(value, used)| (value.to_string(), used)))?;
    match longest(&tokens[used..], ADDED) {
        Some((more, fraction)) if !whole.contains('.') => Some((format!("{whole}.{fraction}"), used + more)),
        _ => Some((whole, used)),
    }
}

/// Number words below ten thousand: "forty-two", "three hundred and five", "twelve hundred".
pub(super) fn small(tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    let (value, mut used) = below_hundred(tokens)?;
    let dash = usize::from(tokens.get(used).is_some_and(Token::is_dash));
    if value == 0 || !tokens.get(used + dash).is_some_and(|token| token.is("hundred")) {
        return Some((value, used));
    }
    used += dash + 1;
    let joint = usize::from(tokens.get(used).is_some_and(|token| token.is("and")));
    match below_hundred(&tokens[used + joint..]) {
        Some((more, length)) => Some((value * 100 + more, used + joint + length)),
        None => Some((value * 100, used)),
    }
}

/// Number words from zero to ninety-nine.
fn below_hundred(tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    let place = |names: &[&str], token: &Token<'_>| {
        names.iter().position(|name| token.is(name)).and_then(|index| u32::try_from(index).ok())
    };
    let first = tokens.first()?;
    if let Some(unit) = place(UNITS, first) {
        return Some((unit, 1));
    }
    let tens = (place(TENS, first)? + 2) * 10;
    let dash = usize::from(tokens.get(1).is_some_and(Token::is_dash));
    let unit = tokens.get(1 + dash).and_then(|token| place(&UNITS[1..10], token));
    Some(unit.map_or((tens, 1), |unit| (tens + unit + 1, 2 + dash)))
}

/// Moves the point of a plain decimal to the right. Without a move the spelling stays; with one, zeros at the end of the
/// fraction are dropped.
fn shift(plain: &str, power: usize) -> String {
    if power == 0 {
        return plain.to_owned();
    }
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let moved = format!("{fraction:0<power$}");
    let (more, rest) = moved.split_at(power);
    let digits = format!("{whole}{more}");
    let digits = digits.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    match rest.trim_end_matches('0') {
        "" => digits.to_owned(),
        rest => format!("{digits}.{rest}"),
    }
}
