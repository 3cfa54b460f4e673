//! The words and signs that stand for money: signs, codes and names, of whole currencies and of their parts.

mod tables;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::model::Currency;
use tables::{COMMON_CODES, INITIALS, LETTER_SIGNS, LONE_LETTERS, NOUNS, POINT_GROUPS, SCALED_CODES, SHARED_SIGNS};

/// The place of a word for money in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitId(u16);

/// How a word for money is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A code of ISO 4217, in capitals wherever it is also a word.
    Code,
    /// A sign made of letters, before or after the number: `Rs`, `zł`.
    Sign,
    /// A sign made of letters that are common initials, too: only beside a number that is written as sums are. `Tk`, `Ft`
    Initials,
    /// A single capital: only right before a large sum. `R`, `N`
    Letter,
    /// A noun after the number.
    Name(Care),
}

/// What has to be looked at before a noun is taken for money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Nothing: it means money only.
    Free,
    /// It is a name, too, when written with a capital.
    Lower,
    /// It is a common word, too: only after a number such as "5 million" or "12,000".
    Large,
    /// It is a weight, too.
    Weight,
}

/// What a word or sign for money stands for.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The currency; none where several have the name and none is likelier.
    pub currency: Option<Currency>,
    /// Other currencies it may stand for, the likelier first.
    pub others: Vec<Currency>,
    /// How it is used.
    pub form: Form,
    /// How many of it, with the power of ten below, make one of the currency: a nickel is 5 × 10⁻².
    pub parts: (u32, i64),
    /// Whether "a" before it counts it: "a dollar".
    pub countable: bool,
    /// The ways it may be written, parted by spaces; empty where capitals do not matter.
    pub spelling: &'static str,
}

/// Whether the code is known well enough to be written in small letters.
pub(super) fn is_common(currency: Currency) -> bool {
    COMMON_CODES.binary_search(&currency.code()).is_ok()
}

/// Whether `1.234` of it is a thousand and more.
pub(super) fn groups_by_point(currency: Currency) -> bool {
    POINT_GROUPS.binary_search(&currency.code()).is_ok()
}

/// The table of all of them.
pub(super) struct Units {
    list: Vec<Unit>,
    words: Vec<(&'static str, UnitId)>,
    signs: FxHashMap<&'static str, UnitId>,
}

/// Signs made of letters and codes, in small letters: what the lexicon is asked for.
static LOWER: LazyLock<Vec<(String, Unit)>> = LazyLock::new(|| {
    let sign = |spellings: &'static str, currency: Currency, others: &str, form: Form| {
        (first_lower(spellings), unit(Some(currency), others, form, (1, 0), spellings))
    };
    let of = |code: &str| Currency::from_code(code);
    let from_model = Currency::signs()
        .filter(|(letters, _)| letters.chars().all(char::is_alphabetic))
        .map(|(letters, currency)| sign(letters, currency, "", Form::Sign));
    let ours = [(LETTER_SIGNS, Form::Sign), (INITIALS, Form::Initials), (LONE_LETTERS, Form::Letter)];
    let ours = ours.into_iter().flat_map(|(rows, form)| rows.iter().map(move |row| (row, form)));
    let ours = ours.filter_map(|((letters, code, others), form)| Some(sign(letters, of(code)?, others, form)));
    let codes = Currency::all()
        .filter(|currency| currency.code() != "XXX")
        .map(|currency| (currency.code().to_lowercase(), unit(Some(currency), "", Form::Code, (1, 0), "")));
    let scaled = SCALED_CODES.iter().filter_map(|(word, code, power)| {
        Some((first_lower(word), unit(Some(of(code)?), "", Form::Sign, (1, *power), word)))
    });
    codes.chain(from_model).chain(ours).chain(scaled).collect()
});

/// The first of several spellings, in small letters.
fn first_lower(spellings: &str) -> String {
    spellings.split(' ').next().unwrap_or_default().to_lowercase()
}

fn unit(currency: Option<Currency>, others: &str, form: Form, parts: (u32, i64), spelling: &'static str) -> Unit {
    let others = others.split_whitespace().filter_map(Currency::from_code).collect();
    Unit { currency, others, form, parts, countable: false, spelling }
}

impl Units {
    /// The one table.
    pub(super) fn get() -> &'static Self {
        static UNITS: LazyLock<Units> = LazyLock::new(Units::new);
        &UNITS
    }

    fn new() -> Self {
        let mut units = Self { list: Vec::new(), words: Vec::new(), signs: FxHashMap::default() };
        for (word, unit) in LOWER.iter() {
            let id = units.add(unit.clone());
            units.words.push((word, id));
        }
        for row in NOUNS {
            let first = row.forms.split(' ').next().unwrap_or_default();
            // A grand is a thousand, a toman ten rials.
            let power =
                [("grand", 3), ("toman", 1)].iter().find(|(word, _)| *word == first).map_or(0, |(_, power)| *power);
            let whole = (Currency::from_code(row.code), (1, power));
            let (currency, parts) = Currency::part_named(first).filter(|_| row.is_part).unwrap_or(whole);
            let noun = unit(currency, row.others, Form::Name(row.care), parts, "");
            let id = units.add(Unit { countable: row.countable, ..noun });
            units.words.extend(row.forms.split(' ').map(|form| (form, id)));
        }
        for (sign, currency) in Currency::signs() {
            let others = SHARED_SIGNS.iter().find(|(shared, _)| *shared == sign).map_or("", |(_, others)| others);
            let id = units.add(unit(Some(currency), others, Form::Sign, (1, 0), sign));
            units.signs.insert(sign, id);
        }
        let cent = unit(Currency::from_code("USD"), "EUR CAD AUD", Form::Sign, (1, -2), "¢");
        let id = units.add(cent);
        units.signs.insert("¢", id);
        units
    }

    fn add(&mut self, unit: Unit) -> UnitId {
        self.list.push(unit);
        UnitId(u16::try_from(self.list.len() - 1).unwrap_or(u16::MAX))
    }

    /// The unit of a place in the table.
    pub(super) fn of(&self, id: UnitId) -> Option<&Unit> {
        self.list.get(usize::from(id.0))
    }

    /// The unit of a sign such as `$` or `US$`.
    pub(super) fn sign(&self, sign: &str) -> Option<&Unit> {
        self.of(*self.signs.get(sign)?)
    }

    /// The words, in small letters. Of two units with one word the later is meant.
    pub(super) fn words(&'static self) -> impl Iterator<Item = (&'static str, UnitId)> {
        self.words.iter().copied()
    }
}

/// Whether a character may be a sign of money: a quick no for most marks.
pub(super) const fn may_be_sign(mark: char) -> bool {
    matches!(
        mark,
        '$' | '¢' | '£' | '¥' | '֏' | '؋' | '৳' | '฿' | '៛' | '₠'..='\u{20cf}' | '﷼' | '￠' | '￡' | '￥' | '￦'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_in_the_tables_is_known() {
        let codes = NOUNS.iter().flat_map(|row| row.others.split_whitespace().chain(row.code.split_whitespace()));
        let letters = LETTER_SIGNS.iter().chain(INITIALS).chain(LONE_LETTERS);
        let signs = letters.flat_map(|(_, code, others)| others.split_whitespace().chain([*code]));
        let scaled = SCALED_CODES.iter().map(|(_, code, _)| *code);
        let shared = SHARED_SIGNS.iter().flat_map(|(_, others)| others.split_whitespace());
        let listed = COMMON_CODES.iter().chain(POINT_GROUPS).copied();
        assert!(COMMON_CODES.is_sorted() && POINT_GROUPS.is_sorted());
        for code in codes.chain(signs).chain(listed).chain(scaled).chain(shared) {
            assert!(Currency::from_code(code).is_some(), "{code}");
        }
    }

    #[test]
    fn every_sign_that_is_no_letter_is_looked_at() {
        for (sign, _) in Currency::signs() {
            let last = sign.chars().last().unwrap();
            assert!(last.is_alphabetic() || may_be_sign(last), "{sign}");
            assert!(Units::get().sign(sign).is_some(), "{sign}");
        }
    }

    #[test]
    fn a_name_of_one_currency_agrees_with_the_model() {
        for row in NOUNS.iter().filter(|row| !row.is_part && !row.code.is_empty()) {
            for form in row.forms.split(' ') {
                let known = Currency::parse(form).map(Currency::code);
                assert!(known.is_none_or(|code| code == row.code), "{form}: {known:?}");
            }
        }
        for form in NOUNS.iter().filter(|row| row.is_part).flat_map(|row| row.forms.split(' ')) {
            assert!(Currency::part_named(form).is_some(), "{form}");
        }
    }
}
