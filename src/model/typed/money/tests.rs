use proptest::prelude::*;

use super::{TypedMoney, money};
use crate::model::decimal::Decimal;

/// A sum as the tables write it: value, `..` and upper value, currency, precision and period, parted by spaces.
fn shown(found: Option<TypedMoney>) -> String {
    let Some(found) = found else {
        return String::from("-");
    };
    let upper = found.value_max.map(|upper| format!("..{upper}")).unwrap_or_default();
    let out = found.value.to_string() + &upper;
    let parts = [
        found.currency.map(|currency| currency.to_string()),
        found.precision.map(|sharp| sharp.key().to_owned()),
        found.period.map(|period| period.as_str().to_owned()),
    ];
    parts.into_iter().flatten().fold(out, |out, part| out + " " + &part)
}

/// Checks a table of words and what they come to.
fn check(table: &[(&str, &str)]) {
    for (words, want) in table {
        assert_eq!(shown(money(words)), *want, "{words}");
    }
}

#[test]
fn understands_sums() {
    check(&[
        ("10bn", "10000000000"),
        ("10 bn", "10000000000"),
        ("10BN", "10000000000"),
        ("$10 billion", "10000000000 USD"),
        ("$10-billion", "10000000000 USD"),
        ("US$10bn", "10000000000 USD"),
        ("us$ 10bn", "10000000000 USD"),
        ("USD 10bn", "10000000000 USD"),
        ("usd10bn", "10000000000 USD"),
        ("USD $10bn", "10000000000 USD"),
        ("10 bn USD", "10000000000 USD"),
        ("$10bn.", "10000000000 USD"),
        ("10,000,000,000", "10000000000"),
        ("10.000.000,50 €", "10000000.50 EUR"),
        ("10.000 €", "10000 EUR"),
        ("€10.000", "10.000 EUR"),
        ("10,000 euros", "10000 EUR"),
        ("1.234", "1.234"),
        ("1,234", "1234"),
        ("€1.2m", "1200000 EUR"),
        ("1,5 Mio. EUR", "1500000 EUR"),
        ("2,5 Mrd. €", "2500000000 EUR"),
        ("42 million dollars", "42000000 USD"),
        ("42 million U.S. dollars", "42000000 USD"),
        ("42 million Canadian dollars", "42000000 CAD"),
        ("$42 million CAD", "42000000 CAD"),
        ("$42m dollars", "42000000 USD"),
        ("C$5m", "5000000 CAD"),
        ("HK$5m", "5000000 HKD"),
        ("A$1,000", "1000 AUD"),
        ("R$ 3 bi", "-"),
        ("R$ 3 bn", "3000000000 BRL"),
        ("5 million pounds sterling", "5000000 GBP"),
        ("£9.60", "9.60 GBP"),
        ("CHF 10'000.50", "10000.50 CHF"),
        ("3 Swiss francs", "3 CHF"),
        ("¥10bn", "10000000000 JPY"),
        ("100 yen", "100 JPY"),
        ("Rs. 1,00,000", "100000 INR"),
        ("₹5 crore", "50000000 INR"),
        ("Rs 2.5 lakh", "250000 INR"),
        ("1 lakh crore rupees", "1000000000000 INR"),
        ("$20 decillion", "20000000000000000000000000000000000 USD"),
        ("20,000,000,000,000,000,000,000,000,000,000,000 roubles", "20000000000000000000000000000000000 RUB"),
    ]);
}

#[test]
fn understands_sums_in_words_and_parts() {
    check(&[
        ("ten million dollars", "10000000 USD"),
        ("half a billion", "500000000"),
        ("$1½ million", "1500000 USD"),
        ("two and a half million euros", "2500000 EUR"),
        ("one hundred and five thousand dollars", "105000 USD"),
        ("a million dollars", "1000000 USD"),
        ("9.6 billion", "9600000000"),
        ("10\u{a0}000\u{a0}000\u{202f}€", "10000000 EUR"),
        ("-$5m", "-5000000 USD"),
        ("$-5m", "-5000000 USD"),
        ("−5", "-5"),
        ("minus 5 dollars", "-5 USD"),
        (" $ 5 ", "5 USD"),
        ("$.5 million", "500000 USD"),
        ("10$", "10 USD"),
        ("zł 10", "10 PLN"),
        ("5 SEK", "5 SEK"),
        ("PHP 10m", "10000000 PHP"),
        ("50 cents", "0.5 USD"),
        ("ten dimes", "1 USD"),
        ("three nickels", "0.15 USD"),
        ("99 pence", "0.99 GBP"),
        ("3 dollars 50 cents", "3.5 USD"),
        ("three dollars and five cents", "3.05 USD"),
        ("€3 and 20 cents", "3.2 EUR"),
        ("-50 cents", "-0.5 USD"),
        ("half a million dollars", "500000 USD"),
        ("20 million Deutsche Marks", "20000000 DEM"),
        ("DM 20 million", "20000000 DEM"),
        ("5 marks", "5 DEM"),
        ("420 million Finnish markka", "420000000 FIM"),
        ("ITL 5bn", "5000000000 ITL"),
        ("120 000 000 PTE", "120000000 PTE"),
        ("10 French francs", "10 FRF"),
        ("Rs 240,03,62,830", "2400362830 INR"),
        ("Rs 1,742,04,53,503.56", "17420453503.56 INR"),
    ]);
}

#[test]
fn understands_sharpness() {
    check(&[
        ("about 5k", "5000 about"),
        ("~$5m", "5000000 USD about"),
        ("roughly 5k", "5000 about"),
        ("approx. 5k", "5000 about"),
        ("nearly $5bn", "5000000000 USD about"),
        ("an estimated $5bn", "5000000000 USD about"),
        ("$5bn or so", "5000000000 USD about"),
        ("up to $10 billion", "10000000000 USD at_most"),
        ("as much as $10 billion", "10000000000 USD at_most"),
        ("no more than 10m", "10000000 at_most"),
        ("less than $3m", "3000000 USD at_most"),
        ("< $3m", "3000000 USD at_most"),
        ("up to about $3m", "3000000 USD at_most"),
        ("about $3m at most", "3000000 USD at_most"),
        ("at least £3m", "3000000 GBP at_least"),
        ("more than $3m", "3000000 USD at_least"),
        ("over $3m", "3000000 USD at_least"),
        ("no less than a million", "1000000 at_least"),
        ("$3m+", "3000000 USD at_least"),
        ("$3m or more", "3000000 USD at_least"),
        ("exactly $3", "3 USD exact"),
        ("a total of $3m", "3000000 USD"),
        ("worth up to $3m", "3000000 USD at_most"),
    ]);
}

#[test]
fn understands_ranges() {
    check(&[
        ("$1m-$2m", "1000000..2000000 USD range"),
        ("$1m – $2m", "1000000..2000000 USD range"),
        ("between $1 million and $2 million", "1000000..2000000 USD range"),
        ("between 1 and 2 million dollars", "1000000..2000000 USD range"),
        ("from $1m to $2m", "1000000..2000000 USD range"),
        ("$1 to 2 million", "1000000..2000000 USD range"),
        ("$1-2bn", "1000000000..2000000000 USD range"),
        ("5–10k", "5000..10000 range"),
        ("$500 to $1 million", "500..1000000 USD range"),
        ("one to two million euros", "1000000..2000000 EUR range"),
        ("between one hundred and five thousand and two hundred thousand", "105000..200000 range"),
        ("about $1m to $2m", "1000000..2000000 USD range"),
        ("$1m to $2m over 5 years", "1000000..2000000 USD range P5Y"),
        ("$1m to €2m", "-"),
        ("2m to 1m", "-"),
        ("1m to 1m", "-"),
        ("between 1 and", "-"),
        ("between $5m", "-"),
    ]);
}

#[test]
fn understands_periods() {
    check(&[
        ("up to $10 billion over 10 years", "10000000000 USD at_most P10Y"),
        ("$10bn over a ten-year period", "10000000000 USD P10Y"),
        ("$10bn, over the next decade", "10000000000 USD P10Y"),
        ("$5 million a year", "5000000 USD P1Y"),
        ("$5m/year", "5000000 USD P1Y"),
        ("$5m per month", "5000000 USD P1M"),
        ("$5m annually", "5000000 USD P1Y"),
        ("£20 per week", "20 GBP P1W"),
        ("10-year, $10 billion", "10000000000 USD P10Y"),
        ("over $3m over 18 months", "3000000 USD at_least P18M"),
        ("over 10 years", "-"),
        ("a year", "-"),
    ]);
}

#[test]
fn refuses_what_is_no_sum() {
    let long = "1".repeat(61);
    for words in [
        "",
        " ",
        "$",
        "€",
        "USD",
        "dollars",
        "up to",
        "million",
        "a",
        "10 apples",
        "10%",
        "ten percent",
        "$10 billion contract",
        "10bn11",
        "1,2,3",
        "$$",
        "$5 €",
        "€5 dollars",
        "5 francs",
        "5 centimes",
        "3 cents 5 cents",
        "3 dollars 50",
        "3 dollars 150 cents",
        "$5 cents",
        "top 5",
        "all 5",
        "5 cup",
        "- 5",
        "--5",
        "-$-5",
        "1e9",
        "NaN",
        "infinity",
        "2019-11-22",
        "10 or 20",
        "$5 million million million million million million million million million million",
        "several million",
        "a few thousand dollars",
        "$10 billion (€9 billion)",
        "١٠",
        long.as_str(),
        "10bn-",
        "over",
        "5 - ",
        "$1,23,45",
    ] {
        assert_eq!(shown(money(words)), "-", "{words}");
    }
    assert_eq!(shown(money(&"9".repeat(60))), "9".repeat(60));
}

proptest! {
    #[test]
    fn reads_back_what_is_shown(words in "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?") {
        let Ok(decimal) = words.parse::<Decimal>() else {
            return Err(TestCaseError::fail("a plain decimal was refused"));
        };
        prop_assert_eq!(money(&decimal.grouped()).map(|typed| typed.value), Some(decimal.clone()));
        let short = money(&decimal.short()).map(|typed| typed.value.same_value(&decimal));
        prop_assert_eq!(short, Some(true));
    }

    #[test]
    fn never_panics(words in any::<String>(), near in "([0-9]{1,4}|[$€.,'~+%½–-]|k|bn|million|and|to|between|up to|over|years|a|dollars|half| ){0,16}") {
        let _ = (money(&words), money(&near));
    }
}
