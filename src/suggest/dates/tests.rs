use proptest::prelude::*;

use crate::model::{Bound, PartialDate};
use crate::suggest::{Context, Dated, Made, Suggestion, scan};

mod absolute;
mod around;
mod negatives;
mod relative;

/// A Wednesday.
const PUBLISHED: &str = "2020-09-09";

/// The dates of a text that was published on a day.
fn dates(text: &str, published: Option<&str>) -> Vec<(Suggestion, Dated)> {
    let published: Option<PartialDate> = published.map(|date| date.parse().unwrap());
    let context = Context { published: published.as_ref(), names: None };
    let only_dates = scan(text, context).into_iter().filter_map(|one| match one.made.clone() {
        Made::Date(dated) => Some((one, dated)),
        _ => None,
    });
    only_dates.collect()
}

/// The dates as the tables write them: the words in brackets, then the date, the bound (unless it is `on`), the rule and,
/// behind `<`, an anchor that is not the publication date.
fn shown(text: &str, published: Option<&str>) -> String {
    let one = |(suggestion, dated): (Suggestion, Dated)| {
        let date = dated.date.map_or_else(|| dated.timex.clone(), |date| date.as_str().to_owned());
        let bound = dated.bound.filter(|bound| *bound != Bound::On).map(|bound| bound.key().to_owned());
        let rule = dated.derivation.as_ref().map(|how| how.rule.as_str().to_owned()).filter(|rule| !rule.is_empty());
        let anchor = dated.derivation.as_ref().and_then(|how| how.anchor.as_ref());
        let anchor = anchor.filter(|date| Some(date.as_str()) != published).map(|date| format!("<{}", date.as_str()));
        let start = format!("[{}] {date}", &text[suggestion.words]);
        [bound, rule, anchor].into_iter().flatten().fold(start, |out, part| out + " " + &part)
    };
    dates(text, published).into_iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Checks a table of texts and the dates in them.
fn check_on(published: Option<&str>, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, want)| shown(text, published) != *want)
        .map(|(text, want)| format!("{text:?}\n  found {}\n  want  {want}", shown(text, published)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Checks a table for texts of the usual day.
fn check(table: &[(&str, &str)]) {
    check_on(Some(PUBLISHED), table);
}

/// Words of dates and what stands between them, from which the properties make texts.
const BITS: &[&str] = &[
    "May",
    "may",
    "Friday",
    "2020",
    "1995",
    "'96",
    "16",
    "3rd",
    "the",
    "of",
    "last",
    "next",
    "this",
    "year",
    "weeks",
    "ago",
    "before",
    "after",
    "by",
    "until",
    "to",
    "-",
    "/",
    ".",
    ",",
    "(",
    "00",
    "31",
    "Q3",
    "early",
    "Christmas",
    "twenty",
    "é",
    "\n",
    "\n\n",
    "quarter",
    "first",
    "days",
    "and",
    "between",
    "in",
    "ordered",
    "must",
    "’",
    "99999999999",
];

proptest! {
    #[test]
    fn any_text_gives_ordered_words_on_boundaries(text in any::<String>()) {
        let mut floor = 0;
        for (one, _) in dates(&text, Some(PUBLISHED)) {
            prop_assert!(one.words.start >= floor && one.words.start < one.words.end);
            prop_assert!(text.get(one.words.clone()).is_some());
            floor = one.words.end;
        }
    }

    #[test]
    fn any_words_of_dates_give_ordered_words(bits in prop::collection::vec(prop::sample::select(BITS), 0..30)) {
        for text in [bits.join(" "), bits.concat()] {
            for published in [None, Some("2020"), Some("9999-12-31"), Some("0001-01-01"), Some(PUBLISHED)] {
                let mut floor = 0;
                for (one, dated) in dates(&text, published) {
                    prop_assert!(one.words.start >= floor && one.words.start < one.words.end, "{text:?}");
                    prop_assert!(text.get(one.words.clone()).is_some());
                    prop_assert!(dated.date.is_some() || dated.derivation.is_some(), "{text:?}");
                    floor = one.words.end;
                }
            }
        }
    }

    #[test]
    fn a_written_day_is_read_back(year in 1600_i16..2100, month in 1_i8..=12, day in 1_i8..=31) {
        let Ok(date) = jiff::civil::Date::new(year, month, day) else { return Ok(()) };
        for format in ["%B %-d, %Y", "%-d %B %Y", "%Y-%m-%d", "%b. %-d, %Y", "%d-%b-%Y", "%A, %B %-d, %Y"] {
            // May has no short form that a full stop could end.
            if month == 5 && format.starts_with("%b.") {
                continue;
            }
            let text = format!("It ended on {}.", date.strftime(format));
            let found = dates(&text, None);
            prop_assert_eq!(found.len(), 1, "{}", &text);
            let read = found[0].1.date.as_ref().map(|date| date.as_str().to_owned());
            prop_assert_eq!(read, Some(date.to_string()), "{}", &text);
        }
    }
}

#[test]
fn long_texts_take_no_more_than_their_length() {
    // Each of these would take minutes if a token looked at the whole text.
    for bit in ["May ", "2020 ", "last ", "the next ", "-", "16/", "first ", "by ", "ordered to pay by May 5, "] {
        let text = bit.repeat(200_000 / bit.len());
        let started = std::time::Instant::now();
        dates(&text, Some(PUBLISHED));
        assert!(started.elapsed().as_secs() < 20, "{bit:?}");
    }
}
