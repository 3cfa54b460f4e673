//! Currencies of ISO 4217, and the signs and names people write for them.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use compact_str::CompactString;
use iso_currency::IntoEnumIterator;
use serde::{Deserialize, Serialize};

/// A currency, known by its three-letter ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "CompactString", into = "CompactString")]
pub struct Currency(iso_currency::Currency);

/// A word that is not the code of a currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a currency code of ISO 4217 such as USD or EUR")]
pub struct CurrencyError(CompactString);

/// Signs and the code each is read as. The first sign of a code is the one shown. A bare `$` is read as US dollars, `£` as
/// pounds sterling and `¥` as Japanese yen, which is what they mean in the press of most countries that do not say more.
const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₤", "GBP"),
    ("¥", "JPY"),
    ("￥", "JPY"),
    ("JP¥", "JPY"),
    ("CN¥", "CNY"),
    ("元", "CNY"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("CAN$", "CAD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("S$", "SGD"),
    ("NT$", "TWD"),
    ("MX$", "MXN"),
    ("R$", "BRL"),
    ("₹", "INR"),
    ("Rs", "INR"),
    ("₨", "INR"),
    ("₽", "RUB"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₫", "VND"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("฿", "THB"),
    ("₸", "KZT"),
    ("₵", "GHS"),
    ("₲", "PYG"),
    ("₡", "CRC"),
    ("₾", "GEL"),
    ("₼", "AZN"),
    ("₮", "MNT"),
    ("৳", "BDT"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
];

/// Names in the singular, beyond the ones ISO 4217 gives. Names that several countries share and none of them owns in the
/// press ("franc", "peso", "krona") are left out: a wrong currency is worse than an empty field.
const NAMES: &[(&str, &str)] = &[
    ("dollar", "USD"),
    ("us dollar", "USD"),
    ("american dollar", "USD"),
    ("euro", "EUR"),
    ("pound", "GBP"),
    ("pound sterling", "GBP"),
    ("sterling", "GBP"),
    ("british pound", "GBP"),
    ("uk pound", "GBP"),
    ("yen", "JPY"),
    ("swiss franc", "CHF"),
    ("yuan", "CNY"),
    ("chinese yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rmb", "CNY"),
    ("rupee", "INR"),
    ("ruble", "RUB"),
    ("rouble", "RUB"),
    ("russian rouble", "RUB"),
    ("brazilian reais", "BRL"),
    ("reais", "BRL"),
    ("zloty", "PLN"),
    ("hryvnia", "UAH"),
    ("shekel", "ILS"),
    ("israeli shekel", "ILS"),
    ("rand", "ZAR"),
    ("baht", "THB"),
    ("ringgit", "MYR"),
    ("naira", "NGN"),
    ("swedish krona", "SEK"),
    ("swedish kronor", "SEK"),
    ("norwegian kroner", "NOK"),
    ("danish kroner", "DKK"),
    ("taiwan dollar", "TWD"),
];

impl Currency {
    /// The three capital letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// The English name, as ISO 4217 lists give it: "Swiss franc".
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// The sign to show before a sum, told apart from other countries' (`US$`, `C$`); the code where there is none.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        let code = self.code();
        SIGNS.iter().find(|(_, owner)| *owner == code).map_or(code, |(sign, _)| sign)
    }

    /// Every currency, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        let mut all: Vec<_> = iso_currency::Currency::iter().map(Self).collect();
        all.sort_by_key(|currency| currency.code());
        all.into_iter()
    }

    /// What a person means by a sign (`$`, `US$`, `€`), a code in any case (`eur`) or a name (`US dollars`, `Swiss francs`).
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let words = words.trim().trim_end_matches('.');
        Self::from_sign(words).or_else(|| Self::from_code(words)).or_else(|| Self::from_name(words))
    }

    /// The currency of a sign, case as it is written (`R$` but not `r$`).
    #[must_use]
    pub(crate) fn from_sign(sign: &str) -> Option<Self> {
        let (_, code) = SIGNS.iter().find(|(known, _)| *known == sign)?;
        Self::from_code(code)
    }

    /// The currency of a code, in any case.
    #[must_use]
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        let letters = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
        let upper = letters.then(|| code.to_ascii_uppercase())?;
        iso_currency::Currency::from_code(&upper).map(Self)
    }

    /// The currency of a name, singular or plural, in any case, with or without accents.
    #[must_use]
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let name = plain_letters(name);
        let singular = name.strip_suffix('s');
        let known = |name: &str| KNOWN_NAMES.get(name).copied();
        // "pounds sterling" has its plural on the first word.
        let inner = || name.split_once("s ").and_then(|(first, rest)| known(&format!("{first} {rest}")));
        known(&name).or_else(|| singular.and_then(known)).or_else(inner)
    }
}

/// Every name this program knows, folded by [`plain_letters`]; the ones in [`NAMES`] win over the list of ISO 4217.
static KNOWN_NAMES: LazyLock<HashMap<String, Currency>> = LazyLock::new(|| {
    let official = Currency::all()
        .filter(|currency| is_money(*currency))
        .map(|currency| (plain_letters(currency.name()), currency));
    let ours = NAMES.iter().filter_map(|(name, code)| Some(((*name).to_owned(), Currency::from_code(code)?)));
    official.chain(ours).collect()
});

/// Whether a code stands for money in use, rather than for a metal, a test or a unit of account.
fn is_money(currency: Currency) -> bool {
    // ISO 4217 gives codes with X to what no country issues; the four kept here are regional currencies.
    let code = currency.code();
    !code.starts_with('X') || ["XAF", "XCD", "XOF", "XPF"].contains(&code)
}

/// The name in small letters, its accents and doubled spaces dropped.
fn plain_letters(name: &str) -> String {
    let fold = |letter: char| match letter {
        'ł' => 'l',
        'ó' | 'ö' | 'ồ' | 'ô' => 'o',
        'đ' => 'd',
        'í' => 'i',
        'ã' | 'á' => 'a',
        'é' => 'e',
        'ñ' => 'n',
        other => other,
    };
    let lower = name.to_lowercase();
    lower.split_whitespace().map(|word| word.chars().map(fold).collect::<String>()).collect::<Vec<_>>().join(" ")
}

impl FromStr for Currency {
    type Err = CurrencyError;

    /// Reads the code of a file: three capital letters and nothing else.
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let wrong = || CurrencyError(code.chars().take(40).collect());
        iso_currency::Currency::from_code(code).map(Self).ok_or_else(wrong)
    }
}

impl TryFrom<CompactString> for Currency {
    type Error = CurrencyError;

    fn try_from(code: CompactString) -> Result<Self, Self::Error> {
        code.parse()
    }
}

impl From<Currency> for CompactString {
    fn from(currency: Currency) -> Self {
        Self::const_new(currency.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_signs_codes_and_names() {
        let table = [
            ("$", "USD"),
            ("US$", "USD"),
            ("€", "EUR"),
            ("£", "GBP"),
            ("¥", "JPY"),
            ("C$", "CAD"),
            ("A$", "AUD"),
            ("HK$", "HKD"),
            ("₹", "INR"),
            ("₽", "RUB"),
            ("R$", "BRL"),
            ("Rs.", "INR"),
            ("zł", "PLN"),
            ("usd", "USD"),
            ("Eur", "EUR"),
            ("CHF", "CHF"),
            ("dollars", "USD"),
            ("US dollars", "USD"),
            ("united states dollars", "USD"),
            ("dollar", "USD"),
            ("euros", "EUR"),
            ("Euro", "EUR"),
            ("pounds", "GBP"),
            ("pounds sterling", "GBP"),
            ("Pound Sterling", "GBP"),
            ("yen", "JPY"),
            ("Japanese yen", "JPY"),
            ("Swiss francs", "CHF"),
            ("swiss franc", "CHF"),
            ("Canadian dollars", "CAD"),
            ("roubles", "RUB"),
            ("Russian rubles", "RUB"),
            ("Polish zloty", "PLN"),
            ("polish złoty", "PLN"),
            ("icelandic kronas", "ISK"),
            ("reais", "BRL"),
            ("Swedish  kronor", "SEK"),
            ("Mexican pesos", "MXN"),
            ("yuan", "CNY"),
            (" eur ", "EUR"),
        ];
        for (words, code) in table {
            assert_eq!(Currency::parse(words).map(Currency::code), Some(code), "{words}");
        }
        for words in
            ["", "$$", "francs", "pesos", "crowns", "ABC", "EURO€", "gold", "s", "us", "no currency", "€u", "éur"]
        {
            assert_eq!(Currency::parse(words), None, "{words}");
        }
    }

    #[test]
    fn shows_a_sign_that_tells_countries_apart() {
        let table = [
            ("USD", "US$"),
            ("EUR", "€"),
            ("GBP", "£"),
            ("CAD", "C$"),
            ("JPY", "¥"),
            ("CNY", "CN¥"),
            ("CHF", "CHF"),
            ("SEK", "SEK"),
        ];
        for (code, sign) in table {
            assert_eq!(code.parse::<Currency>().map(Currency::symbol).as_deref(), Ok(sign));
        }
    }

    #[test]
    fn is_a_code_in_json() {
        let read: Result<Currency, _> = serde_json::from_str("\"USD\"");
        assert_eq!(read.ok().and_then(|currency| serde_json::to_string(&currency).ok()).as_deref(), Some("\"USD\""));
        for wrong in ["\"usd\"", "\"$\"", "\"\"", "\"USDX\"", "840"] {
            assert!(serde_json::from_str::<Currency>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_sign_and_name_leads_to_a_currency() {
        for (words, code) in SIGNS.iter().chain(NAMES) {
            assert_eq!(Currency::parse(words).map(Currency::code), Some(*code), "{words}");
        }
        for currency in Currency::all() {
            assert_eq!(Currency::parse(currency.code()), Some(currency));
            assert_eq!(Currency::parse(currency.symbol()), Some(currency), "{currency}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(words in any::<String>()) {
            let _ = (Currency::parse(&words), words.parse::<Currency>().is_ok());
        }
    }
}
