//! Exact decimal numbers that keep the spelling they have in the file.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use bigdecimal::BigDecimal;
use compact_str::{CompactString, format_compact};
use serde::{Deserialize, Serialize};

/// The most digits a decimal may have, before and after the point together.
pub const MAX_DIGITS: usize = 60;

/// Names of the powers of ten that [`Decimal::short`] uses, largest first.
const SHORT_UNITS: [(usize, &str); 4] = [(12, "tn"), (9, "bn"), (6, "m"), (3, "k")];

/// How many digits [`Decimal::short`] shows after the point before it falls back to the full number.
const SHORT_FRACTION: usize = 3;

/// A plain decimal number, `-?[0-9]+(\.[0-9]+)?`, of at most [`MAX_DIGITS`] digits.
///
/// It is never a float. `==` compares spellings, so that `9.6` and `9.60` stay two spellings of one value in a file;
/// use [`Decimal::same_value`] and [`Decimal::cmp_value`] to compare as numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "CompactString", into = "CompactString")]
pub struct Decimal(CompactString);

/// Why words are not a [`Decimal`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Something other than digits with at most one point, or digits missing on one side of it.
    #[error("“{0}” is not a plain decimal number such as 10000000 or 9.60")]
    NotPlain(CompactString),
    /// More than [`MAX_DIGITS`] digits.
    #[error("the number has more than {MAX_DIGITS} digits")]
    TooLong,
}

impl Decimal {
    /// The spelling, as it stands in the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number itself, for arithmetic and comparison.
    #[must_use]
    pub fn to_big(&self) -> BigDecimal {
        // The spelling was checked when it was read, so the default is never reached.
        BigDecimal::from_str(&self.0).unwrap_or_default()
    }

    /// Spells a computed number, without zeros at the end of its fraction.
    ///
    /// # Errors
    /// [`DecimalError::TooLong`] when the plain spelling needs more than [`MAX_DIGITS`] digits.
    pub fn from_big(value: &BigDecimal) -> Result<Self, DecimalError> {
        let normal = value.normalized();
        // Checked before spelling: an exponent of a billion would spell out a billion zeros.
        let limit = i64::try_from(MAX_DIGITS).unwrap_or(i64::MAX);
        if normal.fractional_digit_count().abs() > limit {
            return Err(DecimalError::TooLong);
        }
        normal.to_plain_string().parse()
    }

    /// Whether both are the same number, however spelled.
    #[must_use]
    pub fn same_value(&self, other: &Self) -> bool {
        self.cmp_value(other) == Ordering::Equal
    }

    /// The order of the two as numbers.
    #[must_use]
    pub fn cmp_value(&self, other: &Self) -> Ordering {
        self.to_big().cmp(&other.to_big())
    }

    /// The number with a comma between each three digits before the point: `10,000,000,000`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let (sign, whole, fraction) = self.parts();
        let mut out = format!("{sign}{}", group_by_three(whole));
        if !fraction.is_empty() {
            out.push('.');
            out.push_str(fraction);
        }
        out
    }

    /// The number in a table's width: `10bn`, `9.6bn`, `1.25m`, `42k`. The value is never rounded: one that needs more
    /// than three digits after the point in its unit, or that is below a thousand, is given as by [`Decimal::grouped`].
    #[must_use]
    pub fn short(&self) -> String {
        let (sign, whole, fraction) = self.parts();
        let whole = whole.trim_start_matches('0');
        let Some((power, name)) = SHORT_UNITS.iter().find(|(power, _)| whole.len() > *power) else {
            return self.grouped();
        };
        let (before, after) = whole.split_at(whole.len() - power);
        let after = format!("{after}{fraction}");
        let after = after.trim_end_matches('0');
        if after.len() > SHORT_FRACTION {
            return self.grouped();
        }
        let point = if after.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{after}{name}", group_by_three(before))
    }

    /// Sign, digits before the point and digits after it.
    fn parts(&self) -> (&str, &str, &str) {
        let (sign, digits) = self.0.strip_prefix('-').map_or(("", self.0.as_str()), |rest| ("-", rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        (sign, whole, fraction)
    }
}

/// Puts a comma before each third digit from the right.
#[must_use]
pub fn group_by_three(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(words: &str) -> Result<Self, Self::Err> {
        let digits = words.strip_prefix('-').unwrap_or(words);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !plain(fraction) {
            // Quoted in a message, so cut: a pasted page must not end up there.
            return Err(DecimalError::NotPlain(format_compact!("{words:.40}")));
        }
        if digits.bytes().filter(u8::is_ascii_digit).count() > MAX_DIGITS {
            return Err(DecimalError::TooLong);
        }
        Ok(Self(CompactString::from(words)))
    }
}

impl TryFrom<CompactString> for Decimal {
    type Error = DecimalError;

    fn try_from(words: CompactString) -> Result<Self, Self::Error> {
        words.parse()
    }
}

impl From<Decimal> for CompactString {
    fn from(decimal: Decimal) -> Self {
        decimal.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The number, or zero with a failed assertion nearby when the spelling is refused.
    fn number(words: &str) -> Option<Decimal> {
        words.parse().ok()
    }

    #[test]
    fn reads_plain_decimals_only() {
        let fine =
            ["0", "10000000000", "9.60", "-1.5", "007", "0.00", &"9".repeat(60), &format!("2{}", "0".repeat(34))];
        for words in fine {
            assert_eq!(number(words).map(|read| read.to_string()), Some(words.to_owned()));
        }
        for words in ["", "-", "+1", "1.", ".5", "1e9", "1,000", "1.2.3", " 1", "１", "--1", "1-", "NaN"] {
            assert!(matches!(words.parse::<Decimal>(), Err(DecimalError::NotPlain(_))), "{words:?}");
        }
        assert_eq!("9".repeat(61).parse::<Decimal>(), Err(DecimalError::TooLong));
    }

    #[test]
    fn compares_spelling_and_value_apart() {
        assert_ne!(number("9.6"), number("9.60"));
        let table = [
            ("9.6", "9.60", Ordering::Equal),
            ("-0", "0", Ordering::Equal),
            ("2", "10", Ordering::Less),
            ("-2", "-10", Ordering::Greater),
        ];
        for (left, right, order) in table {
            let found = number(left).zip(number(right)).map(|(a, b)| (a.cmp_value(&b), a.same_value(&b)));
            assert_eq!(found, Some((order, order == Ordering::Equal)), "{left} {right}");
        }
    }

    #[test]
    fn shows_grouped_and_short() {
        let table = [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("1000", "1,000", "1k"),
            ("-1500", "-1,500", "-1.5k"),
            ("10000000000", "10,000,000,000", "10bn"),
            ("42000000", "42,000,000", "42m"),
            ("9600000000", "9,600,000,000", "9.6bn"),
            ("1250000", "1,250,000", "1.25m"),
            ("1250000.00", "1,250,000.00", "1.25m"),
            ("1234567", "1,234,567", "1,234,567"),
            ("1000000.01", "1,000,000.01", "1,000,000.01"),
            ("3000000000000", "3,000,000,000,000", "3tn"),
            ("20000000000000000", "20,000,000,000,000,000", "20,000tn"),
            ("12.345", "12.345", "12.345"),
        ];
        for (words, grouped, short) in table {
            let shown = number(words).map(|read| (read.grouped(), read.short()));
            assert_eq!(shown, Some((grouped.to_owned(), short.to_owned())));
        }
    }

    #[test]
    fn spells_computed_numbers() {
        let table = [
            ("10", 9, Some("10000000000")),
            ("9.60", 0, Some("9.6")),
            ("1", 60, None),
            ("0", 3, Some("0")),
            ("-1.25", 6, Some("-1250000")),
        ];
        for (words, power, want) in table {
            let product = number(words).map(|read| read.to_big() * BigDecimal::new(1.into(), -power));
            let spelled = product.and_then(|value| Decimal::from_big(&value).ok());
            assert_eq!(spelled.as_ref().map(Decimal::as_str), want);
        }
        assert_eq!(Decimal::from_big(&BigDecimal::new(1.into(), -1_000_000_000)), Err(DecimalError::TooLong));
    }

    #[test]
    fn is_a_string_in_json() {
        let read: Result<Decimal, _> = serde_json::from_str("\"9.60\"");
        assert_eq!(read.ok().and_then(|value| serde_json::to_string(&value).ok()).as_deref(), Some("\"9.60\""));
        assert!(serde_json::from_str::<Decimal>("9.6").is_err());
        assert!(serde_json::from_str::<Decimal>("\"1e9\"").is_err());
    }

    proptest! {
        #[test]
        fn grouping_only_adds_commas(words in "-?[0-9]{1,40}(\\.[0-9]{1,20})?") {
            prop_assert_eq!(number(&words).map(|read| read.grouped().replace(',', "")), Some(words));
        }

        #[test]
        fn never_panics(words in any::<String>()) {
            if let Ok(read) = words.parse::<Decimal>() {
                let _ = (read.short(), read.grouped(), read.to_big());
            }
        }
    }
}
