//! Lengths of time in calendar units, as an amount's period: "over 10 years".

use std::fmt;
use std::str::FromStr;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// An ISO 8601-1:2019 duration in years, months, weeks and days: `P10Y`, `P1Y6M`, `P2W`.
///
/// Whole numbers of at most nine digits, largest unit first, no time of day. Weeks beside other units are read too, as
/// ISO 8601-2:2019 allows. The spelling of the file is kept; `==` compares spellings, so `P1Y` is not `P12M`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "CompactString", into = "CompactString")]
pub struct Period {
    spelling: CompactString,
    years: u32,
    months: u32,
    weeks: u32,
    days: u32,
}

/// Words that are not a [`Period`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a length of time such as P10Y, P1Y6M or P2W")]
pub struct PeriodError(CompactString);

/// The most digits one count may have.
const MAX_COUNT_DIGITS: usize = 9;

impl Period {
    /// A period in its shortest spelling; nothing at all is `P0D`. None when a count has more than nine digits.
    #[must_use]
    pub fn new(years: u32, months: u32, weeks: u32, days: u32) -> Option<Self> {
        let mut spelling = CompactString::from("P");
        for (count, unit) in [(years, 'Y'), (months, 'M'), (weeks, 'W'), (days, 'D')] {
            if count > 0 {
                spelling.push_str(&count.to_string());
                spelling.push(unit);
            }
        }
        if spelling.len() == 1 {
            spelling.push_str("0D");
        }
        spelling.parse().ok()
    }

    /// The spelling, as it stands in the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.spelling
    }

    /// Years, months, weeks and days.
    #[must_use]
    pub const fn counts(&self) -> [u32; 4] {
        [self.years, self.months, self.weeks, self.days]
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(words: &str) -> Result<Self, Self::Err> {
        let wrong = || PeriodError(words.chars().take(40).collect());
        let mut rest = words.strip_prefix('P').filter(|rest| !rest.is_empty()).ok_or_else(wrong)?;
        let mut counts = [0; 4];
        for (unit, count) in "YMWD".chars().zip(&mut counts) {
            let Some((digits, after)) = rest.split_once(unit) else {
                continue;
            };
            let plain =
                (1..=MAX_COUNT_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            if !plain {
                return Err(wrong());
            }
            *count = digits.parse().map_err(|_| wrong())?;
            rest = after;
        }
        if !rest.is_empty() {
            return Err(wrong());
        }
        let [years, months, weeks, days] = counts;
        Ok(Self { spelling: CompactString::from(words), years, months, weeks, days })
    }
}

impl TryFrom<CompactString> for Period {
    type Error = PeriodError;

    fn try_from(words: CompactString) -> Result<Self, Self::Error> {
        words.parse()
    }
}

impl From<Period> for CompactString {
    fn from(period: Period) -> Self {
        period.spelling
    }
}

impl fmt::Display for Period {
    /// In words: `10 years`, `1 year 6 months`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut said = false;
        for (count, unit) in self.counts().into_iter().zip(["year", "month", "week", "day"]) {
            if count == 0 && (said || unit != "day") {
                continue;
            }
            let gap = if said { " " } else { "" };
            let plural = if count == 1 { "" } else { "s" };
            write!(formatter, "{gap}{count} {unit}{plural}")?;
            said = true;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_and_shows_periods() {
        let table = [
            ("P10Y", "10 years"),
            ("P1Y", "1 year"),
            ("P1Y6M", "1 year 6 months"),
            ("P2W", "2 weeks"),
            ("P90D", "90 days"),
            ("P1Y2M3W4D", "1 year 2 months 3 weeks 4 days"),
            ("P0D", "0 days"),
            ("P0Y", "0 days"),
            ("P010Y", "10 years"),
        ];
        for (words, shown) in table {
            let read = words.parse::<Period>().ok();
            assert_eq!(read.as_ref().map(ToString::to_string).as_deref(), Some(shown));
            let written = read.and_then(|period| serde_json::to_string(&period).ok());
            assert_eq!(written, Some(format!("\"{words}\"")));
        }
    }

    #[test]
    fn refuses_what_is_no_period() {
        for words in [
            "",
            "P",
            "10Y",
            "P10",
            "PY",
            "P1M1Y",
            "P1Y1Y",
            "PT1H",
            "P1.5Y",
            "P-1Y",
            "p10y",
            "P1Y ",
            "P1234567890Y",
            "P١Y",
        ] {
            assert!(words.parse::<Period>().is_err(), "{words:?}");
        }
    }

    proptest! {
        #[test]
        fn a_new_period_spells_its_counts(counts in any::<[u32; 4]>()) {
            let [years, months, weeks, days] = counts.map(|count| count % 1_000_000_000);
            let made = Period::new(years, months, weeks, days);
            prop_assert_eq!(made.map(|period| period.counts()), Some([years, months, weeks, days]));
        }

        #[test]
        fn never_panics(words in "\\PC*") {
            let _ = words.parse::<Period>();
        }
    }
}
