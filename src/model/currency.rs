//! Currencies of ISO 4217, and the signs and names people write for them.

mod names;
mod withdrawn;

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use compact_str::CompactString;
use iso_currency::IntoEnumIterator;
use serde::{Deserialize, Serialize};

use names::{LIKE_WORDS, NAMES, PARTS, SIGNS};
use withdrawn::{WITHDRAWN, place_of};

/// A currency, known by its three-letter ISO 4217 code. Codes that were withdrawn (`DEM`, `ITL`) are currencies too: old
/// sums keep the money they were paid in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "CompactString", into = "CompactString")]
pub struct Currency(Code);

/// A code of one of the lists of ISO 4217.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Code {
    /// Currencies and funds in use (list one).
    Current(iso_currency::Currency),
    /// A withdrawn one (list three): its place in [`WITHDRAWN`].
    Withdrawn(u8),
}

/// A word that is not the code of a currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a currency code of ISO 4217 such as USD or EUR")]
pub struct CurrencyError(CompactString);

impl Currency {
    /// The three capital letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self.0 {
            Code::Current(current) => current.code(),
            Code::Withdrawn(place) => WITHDRAWN[usize::from(place)].0,
        }
    }

    /// The English name, as ISO 4217 lists give it: "Swiss franc".
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.0 {
            Code::Current(current) => current.name(),
            Code::Withdrawn(place) => WITHDRAWN[usize::from(*place)].1,
        }
    }

    /// Whether ISO 4217 has withdrawn the code, as it has `DEM`.
    #[must_use]
    pub const fn is_withdrawn(self) -> bool {
        matches!(self.0, Code::Withdrawn(_))
    }

    /// Whether the code is also a word or common initials (`ALL`, `TRY`, `PHP`), so that it names money only with care.
    #[must_use]
    pub(crate) fn reads_like_a_word(self) -> bool {
        LIKE_WORDS.binary_search(&self.code()).is_ok()
    }

    /// The sign to show before a sum, told apart from other countries' (`US$`, `C$`); the code where there is none.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        let code = self.code();
        SIGNS.iter().find(|(_, owner)| *owner == code).map_or(code, |(sign, _)| sign)
    }

    /// Every currency, withdrawn ones too, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        let current = iso_currency::Currency::iter().map(Code::Current);
        let withdrawn = (0..=u8::MAX).take(WITHDRAWN.len()).map(Code::Withdrawn);
        let mut all: Vec<_> = current.chain(withdrawn).map(Self).collect();
        all.sort_by_key(|currency| currency.code());
        all.into_iter()
    }

    /// What a person means by a sign (`$`, `US$`, `€`), a code in any case (`eur`) or a name (`US dollars`, `Swiss francs`).
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let words = words.trim().trim_end_matches('.');
        Self::from_sign(words).or_else(|| Self::from_code(words)).or_else(|| Self::from_name(words))
    }

    /// Every sign with its currency, as it is written.
    pub(crate) fn signs() -> impl Iterator<Item = (&'static str, Self)> {
        SIGNS.iter().filter_map(|(sign, code)| Some((*sign, Self::from_code(code)?)))
    }

    /// Every name of more than one word with its currency, in small letters without accents: `swiss franc`.
    pub(crate) fn long_names() -> impl Iterator<Item = (&'static str, Self)> {
        KNOWN_NAMES.iter().filter(|(name, _)| name.contains(' ')).map(|(name, currency)| (name.as_str(), *currency))
    }

    /// The currency that a part such as "cents" is of, where one is likelier than others, and how many of the part, with the
    /// power of ten, make one of it. In small letters.
    #[must_use]
    pub(crate) fn part_named(name: &str) -> Option<(Option<Self>, (u32, i64))> {
        let (_, code, parts, power) = PARTS.iter().find(|(forms, ..)| forms.split(' ').any(|form| form == name))?;
        Some((Self::from_code(code), (*parts, *power)))
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
        letters.then(|| code.to_ascii_uppercase()).and_then(|upper| Self::from_capitals(&upper))
    }

    /// The currency of a code in capitals.
    fn from_capitals(code: &str) -> Option<Self> {
        let current = iso_currency::Currency::from_code(code).map(Code::Current);
        current.or_else(|| place_of(code).map(Code::Withdrawn)).map(Self)
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

/// Every name this program knows, folded by [`plain_letters`]. Of two currencies with one name the one in use has it; the
/// names in [`NAMES`] win over both.
static KNOWN_NAMES: LazyLock<HashMap<String, Currency>> = LazyLock::new(|| {
    let (withdrawn, current): (Vec<_>, Vec<_>) =
        Currency::all().filter(|currency| is_money(*currency)).partition(|currency| currency.is_withdrawn());
    let official = withdrawn.into_iter().chain(current).map(|currency| (plain_letters(currency.name()), currency));
    let ours = NAMES.iter().filter_map(|(name, code)| Some(((*name).to_owned(), Currency::from_code(code)?)));
    official.chain(ours).collect()
});

/// Whether a code stands for money in use, rather than for a metal, a test or a unit of account.
fn is_money(currency: Currency) -> bool {
    // ISO 4217 gives codes with X to what no country issues; the ones kept here are regional currencies.
    let code = currency.code();
    !code.starts_with('X') || ["XAF", "XCD", "XCG", "XOF", "XPF", "XEU"].contains(&code)
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
        Self::from_capitals(code).ok_or_else(|| CurrencyError(code.chars().take(40).collect()))
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

impl fmt::Debug for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Currency({})", self.code())
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
            ("DEM", "DEM"),
            ("frf", "FRF"),
            ("Deutsche Marks", "DEM"),
            ("German mark", "DEM"),
            ("Italian lire", "ITL"),
            ("Portuguese escudos", "PTE"),
            ("finnish markka", "FIM"),
            ("Dutch guilders", "NLG"),
            ("netherlands guilder", "NLG"),
            ("Soviet roubles", "SUR"),
            ("Zambian kwacha", "ZMW"),
            ("Turkish lira", "TRY"),
            ("Polish zloty (until 1997)", "PLZ"),
            ("Yugoslav dinars", "YUM"),
            ("Ghana cedis", "GHS"),
            ("RM", "MYR"),
            ("DM", "DEM"),
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
        let old: Result<Currency, _> = serde_json::from_str("\"ITL\"");
        assert_eq!(old.ok().and_then(|currency| serde_json::to_string(&currency).ok()).as_deref(), Some("\"ITL\""));
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
            assert!(!currency.name().is_empty());
            assert_eq!(format!("{currency:?}"), format!("Currency({currency})"));
        }
    }

    proptest! {
        #[test]
        fn never_panics(words in any::<String>()) {
            let _ = (Currency::parse(&words), words.parse::<Currency>().is_ok());
        }
    }
}
