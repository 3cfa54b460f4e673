//! What the program shows for a sum is read back as the same sum.

use proptest::prelude::*;

use super::sums;
use crate::model::{Currency, Decimal, Precision, typed};
use crate::suggest::suggestion::Sum;

/// The only sum of a text, where it has one.
fn only(text: &str) -> Option<Sum> {
    let mut found = sums(text);
    let last = found.pop().map(|(_, sum)| sum);
    last.filter(|_| found.is_empty())
}

/// The sign of a currency before a number, set off where it is a code.
fn signed(currency: Currency, number: &str) -> String {
    let symbol = currency.symbol();
    let space = if symbol.chars().all(char::is_alphabetic) { " " } else { "" };
    format!("{symbol}{space}{number}")
}

fn any_currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(Currency::all().filter(|currency| currency.code() != "XXX").collect::<Vec<_>>())
}

#[test]
fn every_currency_is_read_back() {
    let values = ["1000", "10000000", "1234567.89", "9600000000.50", "20000000000000000000000000000000000"];
    for currency in Currency::all().filter(|currency| currency.code() != "XXX") {
        for value in values.map(|digits| digits.parse::<Decimal>().unwrap()) {
            let (code, grouped) = (currency.code(), value.grouped());
            for shown in [format!("{grouped} {code}"), format!("{code} {grouped}"), signed(currency, &grouped)] {
                let read = only(&shown).map(|sum| (sum.value, sum.currency));
                assert_eq!(read, Some((value.clone(), Some(currency))), "found in {shown}");
                let typed = typed::money(&shown).map(|sum| (sum.value, sum.currency));
                assert_eq!(typed, Some((value.clone(), Some(currency))), "typed {shown}");
            }
        }
    }
}

proptest! {
    #[test]
    fn what_is_shown_is_found(
        digits in "(0|[1-9][0-9]{0,20})(\\.[0-9]{1,2})?",
        code in prop::sample::select(vec!["USD", "EUR", "GBP", "CAD", "JPY", "INR", "BRL", "CHF", "DEM", "ITL"]),
        before in "(|It paid |\\()",
    ) {
        let value: Decimal = digits.parse().unwrap();
        let currency: Currency = code.parse().unwrap();
        for sum in [
            format!("{}{}", currency.symbol(), value.grouped()),
            format!("{} {}", code, value.grouped()),
            format!("{} {}", value.grouped(), code),
            format!("{} {}", value.short(), code),
        ] {
            let found = only(&format!("{before}{sum}."));
            let right = found.as_ref().is_some_and(|read| read.value.same_value(&value) && read.currency == Some(currency));
            prop_assert!(right, "{sum}: {found:?}");
        }
    }

    #[test]
    fn labels_of_amounts_are_read_back(
        digits in "[1-9][0-9]{4,20}(\\.[0-9]{2})?",
        currency in any_currency(),
        sharp in prop::sample::select(vec![Precision::Exact, Precision::About, Precision::AtMost, Precision::AtLeast]),
    ) {
        let value: Decimal = digits.parse().unwrap();
        for number in [value.grouped(), value.short()] {
            let sum = signed(currency, &number);
            let shown = if sharp == Precision::Exact { sum } else { format!("{} {sum}", sharp.label()) };
            let found = only(&shown);
            let right = found.as_ref().is_some_and(|read| {
                read.value.same_value(&value) && read.currency == Some(currency) && read.precision == sharp
            });
            prop_assert!(right, "{shown}: {found:?}");
        }
    }

    #[test]
    fn ranges_are_read_back(
        (low, high) in (1_u32..999).prop_flat_map(|low| (Just(low), low + 1..=999)),
        zeros in prop::sample::select(vec![3_usize, 6, 9, 12]),
        currency in any_currency(),
    ) {
        let number = |count: u32| format!("{count}{}", "0".repeat(zeros)).parse::<Decimal>().unwrap();
        let (low, high) = (number(low), number(high));
        let shown = format!("{}–{}", signed(currency, &low.short()), high.short());
        let read = only(&shown).map(|sum| (sum.value, sum.value_max, sum.currency, sum.precision));
        prop_assert_eq!(read, Some((low, Some(high), Some(currency), Precision::Range)), "{}", shown);
    }
}
