use proptest::prelude::*;

use super::super::tokens::tokens;
use super::*;
use crate::model::decimal::Decimal;

/// The value of the whole words.
fn whole(words: &str, style: Style) -> Option<String> {
    let tokens = tokens(words);
    let (number, used) = number(&tokens, style)?;
    (used == tokens.len()).then(|| number.value(false)).flatten().map(|value| value.to_string())
}

#[test]
fn reads_numerals() {
    let table = [
        ("0", "0"),
        ("007", "7"),
        ("9.60", "9.60"),
        (".5", "0.5"),
        ("10,000,000", "10000000"),
        ("10.000.000,50", "10000000.50"),
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1,234", "1234"),
        ("1.234", "1.234"),
        ("1,5", "1.5"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
        ("1,00,000", "100000"),
        ("12,34,56,789", "123456789"),
        ("10'000'000.50", "10000000.50"),
        ("1’000", "1000"),
        ("10 000 000", "10000000"),
        ("10 000,50", "10000.50"),
        ("1\u{202f}234\u{202f}567.8", "1234567.8"),
        ("1.000.000", "1000000"),
    ];
    for (words, want) in table {
        assert_eq!(whole(words, Style::English).as_deref(), Some(want), "{words}");
    }
    for words in [
        "",
        ".",
        "1,2,3",
        "1.2.3",
        "1,0000,000",
        "0,123,456",
        "1,234.567.890",
        "1.234,5,6",
        "1 00",
        "1000 000",
        "1,",
        "1..2",
        "１",
        "1,23,45",
        "1'23",
    ] {
        assert_eq!(whole(words, Style::English), None, "{words}");
    }
}

#[test]
fn reads_three_digits_by_style() {
    let table = [
        ("1,234", "1234", "1.234", "1234"),
        ("1.234", "1.234", "1234", "1234"),
        ("1.5", "1.5", "1.5", "1.5"),
        ("0.125", "0.125", "0.125", "0.125"),
    ];
    for (words, english, continental, grouped) in table {
        let found = [Style::English, Style::Continental, Style::Grouped].map(|style| whole(words, style));
        assert_eq!(found, [english, continental, grouped].map(|want| Some(want.to_owned())), "{words}");
    }
}

#[test]
fn reads_words_and_scales() {
    let table = [
        ("ten", "10"),
        ("forty-two", "42"),
        ("forty two", "42"),
        ("one hundred and five thousand", "105000"),
        ("twelve hundred", "1200"),
        ("ten million", "10000000"),
        ("a million", "1000000"),
        ("a hundred thousand", "100000"),
        ("half a billion", "500000000"),
        ("half-million", "500000"),
        ("a half million", "500000"),
        ("a quarter of a million", "250000"),
        ("three-quarters of a billion", "750000000"),
        ("two and a half million", "2500000"),
        ("1½ million", "1500000"),
        ("five million two hundred thousand", "5200000"),
        ("one million, ", ""),
        ("9.6 billion", "9600000000"),
        ("9.600bn", "9600000000"),
        ("1.2m", "1200000"),
        ("10-billion", "10000000000"),
        ("thousand", ""),
        ("5 hundred", "500"),
        ("1 lakh crore", "1000000000000"),
        ("2.5 crore", "25000000"),
        ("1,5 Mio.", "1500000"),
        ("1.234 Mio", "1234000000"),
        ("1,234 Mrd.", "1234000000"),
        ("1,234 million", "1234000000"),
        ("5 million 200 thousand", "5200000"),
        ("5 million and 6 million", ""),
        ("5 million 10", ""),
        ("five thousand and two hundred thousand", ""),
        ("a few million", ""),
        ("a", ""),
        ("a m", ""),
        ("one million million million million million million million million million million", ""),
        ("seven million and three", "7000003"),
        ("two hundred thousand million", "200000000000"),
        ("zero", "0"),
        ("0.0015 thousand", "1.5"),
    ];
    for (words, want) in table {
        assert_eq!(whole(words, Style::English).unwrap_or_default(), want, "{words}");
    }
}

proptest! {
    #[test]
    fn a_grouped_decimal_reads_back(words in "(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?") {
        let decimal = words.parse::<Decimal>().map(|decimal| decimal.grouped()).unwrap_or_default();
        prop_assert_eq!(whole(&decimal, Style::English), Some(words));
    }

    #[test]
    fn shifting_is_multiplying(words in "(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?", power in 1usize..15) {
        prop_assert_eq!(big(&shift(&words, power)), big(&words) * big(&format!("1{}", "0".repeat(power))));
    }

    #[test]
    fn never_panics(words in "([0-9]{1,3}|[,.' ½]|and|a|half|ten|million|hundred|-){0,12}") {
        let _ = whole(&words, Style::Continental);
    }
}
