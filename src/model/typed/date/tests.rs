use proptest::prelude::*;

use super::{TypedDate, date};
use crate::model::partial_date::PartialDate;

/// A date as the tables write it: EDTF and the bound, parted by a space.
fn shown(found: Option<TypedDate>) -> String {
    let Some(found) = found else {
        return String::from("-");
    };
    let bound = found.bound.map(|bound| format!(" {}", bound.key())).unwrap_or_default();
    format!("{}{bound}", found.date.as_str())
}

/// A date to count from.
fn anchor(words: &str) -> Option<PartialDate> {
    words.parse().ok()
}

/// Checks a table of words and what they come to without an anchor.
fn check(table: &[(&str, &str)]) {
    for (words, want) in table {
        assert_eq!(shown(date(words, None)), *want, "{words}");
    }
}

#[test]
fn understands_single_dates() {
    check(&[
        ("2019", "2019"),
        ("2019-11", "2019-11"),
        ("2019-11-22", "2019-11-22"),
        ("2020-02~", "2020-02~"),
        ("2020-08-23/2020-12-31", "2020-08-23/2020-12-31"),
        ("201X", "201X"),
        ("2020-21", "2020-21"),
        ("2019/..", "2019/.."),
        ("2019-11-22T10:30:00Z", "2019-11-22T10:30:00Z"),
        ("16 Sep 2020", "2020-09-16"),
        ("16 SEP 2020", "2020-09-16"),
        ("16\u{a0}Sep\u{2009}2020", "2020-09-16"),
        ("Sept. 16, 2020", "2020-09-16"),
        ("Sept. 16, 2020.", "2020-09-16"),
        ("September 16 2020", "2020-09-16"),
        ("September 16,2020", "2020-09-16"),
        ("September 16th, 2020", "2020-09-16"),
        ("16th of September, 2020", "2020-09-16"),
        ("the 16th of September 2020", "2020-09-16"),
        ("16. September 2020", "2020-09-16"),
        ("16-Sep-2020", "2020-09-16"),
        ("2020 Sep 16", "2020-09-16"),
        ("Wednesday, September 16, 2020", "2020-09-16"),
        ("Wed. 16 Sep 2020", "2020-09-16"),
        ("Tuesday, September 16, 2020", "-"),
        ("16.9.2020", "2020-09-16"),
        ("16.09.2020", "2020-09-16"),
        ("16/09/2020", "2020-09-16"),
        ("09/16/2020", "2020-09-16"),
        ("16-09-2020", "2020-09-16"),
        ("4/4/2020", "2020-04-04"),
        ("2020/09/16", "2020-09-16"),
        ("2020.9.16", "2020-09-16"),
        ("Nov 2019", "2019-11"),
        ("November, 2019", "2019-11"),
        ("Nov. 2019", "2019-11"),
        ("11/2019", "2019-11"),
        ("11.2019", "2019-11"),
        ("2019/11", "2019-11"),
        ("may 2019", "2019-05"),
        ("the year 2019", "2019"),
        ("29 Feb 2020", "2020-02-29"),
        ("circa Feb 2020", "2020-02~"),
        ("about Feb 2020", "2020-02~"),
        ("c. Feb 2020", "2020-02~"),
        ("~ Feb 2020", "2020-02~"),
        ("c. 1995", "1995~"),
        ("Feb 2020?", "2020-02?"),
        ("perhaps Feb 2020", "2020-02?"),
        ("about Feb 2020?", "2020-02%"),
        ("summer 2020", "2020-22"),
        ("the fall of 2020", "2020-23"),
        ("Q3 2020", "2020-35"),
        ("q3/2020", "2020-35"),
        ("2020 Q3", "2020-35"),
        ("3Q 2020", "2020-35"),
        ("third quarter of 2020", "2020-35"),
        ("the 3rd quarter of 2020", "2020-35"),
        ("the last quarter of 2020", "2020-36"),
        ("first half of 2020", "2020-40"),
        ("H2 2020", "2020-41"),
        ("2010s", "201X"),
        ("the 1990s", "199X"),
        ("1990’s", "199X"),
    ]);
}

#[test]
fn understands_bounds() {
    check(&[
        ("by 16 Sep 2020", "2020-09-16 by"),
        ("before Nov 2019", "2019-11 by"),
        ("until 2019", "2019 by"),
        ("no later than September 16, 2020", "2020-09-16 by"),
        ("by the end of 2020", "2020 by"),
        ("by 2020-09-16", "2020-09-16 by"),
        ("by 201X", "201X by"),
        ("from Nov 2019", "2019-11 from"),
        ("since 2019", "2019 from"),
        ("after 22 Nov 2019", "2019-11-22 from"),
        ("from 2019 onwards", "2019 from"),
        ("within 2019", "2019 within"),
        ("during Nov 2019", "2019-11 within"),
        ("In November 2019", "2019-11 within"),
        ("in the summer of 2020", "2020-22 within"),
        ("throughout 2019", "2019 throughout"),
        ("on 22 Nov 2019", "2019-11-22 on"),
        ("on the 22nd of November 2019", "2019-11-22 on"),
        ("on or about 22 Nov 2019", "2019-11-22~ on"),
        ("by about Feb 2020", "2020-02~ by"),
        ("early 2020", "2020-01/2020-04 within"),
        ("mid-2020", "2020-05/2020-08 within"),
        ("late 2020", "2020-09/2020-12 within"),
        ("in late 2020", "2020-09/2020-12 within"),
        ("by mid 2020", "2020-05/2020-08 by"),
        ("end of 2020", "2020-09/2020-12 within"),
        ("early Feb 2020", "2020-02-01/2020-02-10 within"),
        ("late Feb 2020", "2020-02-21/2020-02-29 within"),
    ]);
}

#[test]
fn understands_intervals() {
    check(&[
        ("23 Aug 2020 to 31 Dec 2020", "2020-08-23/2020-12-31"),
        ("23 Aug 2020 – 31 Dec 2020", "2020-08-23/2020-12-31"),
        ("from 23 Aug 2020 to 31 Dec 2020", "2020-08-23/2020-12-31"),
        ("from 23 Aug until 31 Dec 2020", "2020-08-23/2020-12-31"),
        ("between 23 Aug 2020 and 31 Dec 2020", "2020-08-23/2020-12-31 within"),
        ("between 2010 and 2012", "2010/2012 within"),
        ("23–27 Aug 2020", "2020-08-23/2020-08-27"),
        ("23-27 Aug 2020", "2020-08-23/2020-08-27"),
        ("Aug 23–27, 2020", "2020-08-23/2020-08-27"),
        ("August 23 to 27, 2020", "2020-08-23/2020-08-27"),
        ("Aug 23 – Sep 4, 2020", "2020-08-23/2020-09-04"),
        ("Aug–Oct 2020", "2020-08/2020-10"),
        ("Aug-Oct 2020", "2020-08/2020-10"),
        ("Nov–Feb 2020", "2019-11/2020-02"),
        ("20 Dec – 5 Jan 2020", "2019-12-20/2020-01-05"),
        ("23 Aug 2020 to 31 Dec", "2020-08-23/2020-12-31"),
        ("20 Dec 2019 to 5 Jan", "2019-12-20/2020-01-05"),
        ("2019–2020", "2019/2020"),
        ("2019-2020", "2019/2020"),
        ("2019–20", "2019/2020"),
        ("2019-11 – 2020-02", "2019-11/2020-02"),
        ("2019-11-22 to 2020-02-01", "2019-11-22/2020-02-01"),
        ("16.9.2020 - 20.9.2020", "2020-09-16/2020-09-20"),
        ("about 2019 to Feb 2020?", "2019~/2020-02?"),
        ("early 2019 to late 2020", "2019-01/2020-12"),
        ("summer 2019 to Q3 2020", "2019-22/2020-35"),
        ("throughout Aug–Oct 2020", "2020-08/2020-10 throughout"),
        ("2019 onwards", "2019/.."),
        ("2019 to present", "2019/.."),
        ("2019–present", "2019/.."),
        ("2019 – unknown", "2019/"),
        ("unknown – 2019", "/2019"),
        ("any time up to 2019", "../2019"),
    ]);
}

#[test]
fn refuses_what_is_no_date() {
    for words in [
        "",
        " ",
        "00/00/0000",
        "0000",
        "0000-00-00",
        "0/0/2020",
        "03/04/2020",
        "3.4.2020",
        "03-04-2020",
        "13/13/2020",
        "32 Aug 2020",
        "30 Feb 2020",
        "29 Feb 2019",
        "2019-02-30",
        "Sep 16",
        "by September 16",
        "November",
        "in May",
        "16",
        "16 2020",
        "20",
        "'20",
        "16/9/20",
        "Aug",
        "Q3",
        "summer",
        "Q5 2020",
        "5th quarter of 2020",
        "2015s",
        "today",
        "yesterday",
        "next month",
        "on",
        "by",
        "between 2010",
        "between",
        "2020 to 2019",
        "31 Dec 2020 to 23 Aug 2020",
        "2019-11-2020",
        "2019-2020-2021",
        "16 Sep 2020 10:30",
        "16 Foo 2020",
        "Sep Oct 2020",
        "16 17 Sep 2020",
        "2020 2021",
        "2019 -",
        "- 2019",
        "12345",
        "Monday",
        "Monday 2020",
        "early",
        "very early 2020",
        "16 September 20200",
        "$2019",
        "2019 dollars",
        "1/2/3",
        "３ Sep 2020",
        "to",
        "2019 to",
        "?",
        "~",
        "2020–19",
        "2020-19",
    ] {
        assert_eq!(shown(date(words, None)), "-", "{words}");
    }
}

#[test]
fn takes_the_year_from_the_anchor() {
    let table = [
        ("by September 16", "2020-08-23", "2020-09-16 by"),
        ("by September 16", "2020-09-16", "2020-09-16 by"),
        ("by September 16", "2020-09-17", "2021-09-16 by"),
        ("by September 16", "2020-09", "2020-09-16 by"),
        ("from 1 January", "2020-08-23", "2021-01-01 from"),
        ("since 1 January", "2020-08-23", "2020-01-01 from"),
        ("September 16", "2020-08-23", "2020-09-16"),
        ("on September 16", "2020-08-23", "2020-09-16 on"),
        ("Jan 5", "2020-12-20", "2021-01-05"),
        ("Dec 20", "2020-01-05", "2019-12-20"),
        ("Feb 29", "2021-03-01", "2020-02-29"),
        ("by Feb 29", "2021-03-01", "2024-02-29 by"),
        ("in November", "2020-08-23", "2019-11 within"),
        ("November", "2020-11-02", "2020-11"),
        ("by November", "2020-08-23", "2020-11 by"),
        ("from August", "2020-08-23", "2020-08 from"),
        ("23–27 August", "2020-08-30", "2020-08-23/2020-08-27"),
        ("20 Dec to 5 Jan", "2020-01-10", "2019-12-20/2020-01-05"),
        ("about September 16", "2020-08-23", "2020-09-16~"),
        ("September 16", "2020", "2020-09-16"),
        ("Wednesday, September 16", "2020-08-23", "2020-09-16"),
        ("Thursday, September 16", "2020-08-23", "2021-09-16"),
        ("Tuesday, September 16", "2020-08-23", "-"),
        ("Friday, Feb. 14", "2020-08-23", "2020-02-14"),
        ("Sep 31", "2020-08-23", "-"),
        ("16", "2020-08-23", "-"),
        ("16 Sep 2018", "2020-08-23", "2018-09-16"),
        ("Jan 5", "0001-01-01", "0001-01-05"),
        ("by Jan 5", "9999-12-31", "-"),
    ];
    for (words, from, want) in table {
        assert_eq!(shown(date(words, anchor(from).as_ref())), want, "{words} from {from}");
    }
}

/// Spellings whose display reads back.
fn displayed() -> impl Strategy<Value = String> {
    let day = (1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let month = (1i16..=9999, 1i8..=12).prop_map(|(year, month)| format!("{year:04}-{month:02}"));
    let part = (1i16..=9999, prop_oneof![21i8..=24, 33i8..=36, 40i8..=41])
        .prop_map(|(year, part)| format!("{year:04}-{part}"));
    let year = (1i16..=9999).prop_map(|year| format!("{year:04}"));
    let decade = (1i16..=999).prop_map(|decade| format!("{decade:03}X"));
    (prop_oneof![day, month, part, year, decade], prop_oneof![Just(""), Just("~"), Just("?"), Just("%")])
        .prop_map(|(date, doubt)| date + doubt)
}

proptest! {
    #[test]
    fn reads_back_what_is_shown(one in displayed(), other in displayed(), open in 0u8..4) {
        for words in [one.clone(), format!("{one}/{other}"), if open == 0 { format!("{one}/..") } else if open == 1 { format!("../{one}") } else if open == 2 { format!("/{one}") } else { format!("{one}/") }] {
            if let Ok(read) = words.parse::<PartialDate>() {
                let again = date(&read.to_string(), None).map(|typed| typed.date);
                prop_assert_eq!(again, Some(read));
            }
        }
    }

    #[test]
    fn never_panics(words in any::<String>(), near in "([0-9]{1,4}|[-/.,–'?~]|Sep|may|of|th|Q|s|by|to|between|and|mid|Monday|half|third|quarter| ){0,14}") {
        let from = anchor("2020-08-23");
        for words in [&words, &near] {
            let _ = (date(words, None), date(words, from.as_ref()));
        }
    }
}
