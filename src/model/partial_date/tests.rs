use jiff::civil::Date;
use proptest::prelude::*;

use super::{DateError, PartialDate, Qualifier};

/// The date, or none.
fn read(words: &str) -> Option<PartialDate> {
    words.parse().ok()
}

/// A day as the tables write it, `-` for none.
fn day(found: Option<Date>) -> String {
    found.map_or_else(|| "-".to_owned(), |day| day.to_string())
}

/// EDTF, first day, last day and display.
const COVERED: &[(&str, &str, &str, &str)] = &[
    ("2019", "2019-01-01", "2019-12-31", "2019"),
    ("0000", "0000-01-01", "0000-12-31", "0000"),
    ("2019-11", "2019-11-01", "2019-11-30", "Nov 2019"),
    ("2020-02", "2020-02-01", "2020-02-29", "Feb 2020"),
    ("2019-11-22", "2019-11-22", "2019-11-22", "22 Nov 2019"),
    ("2020-02-29", "2020-02-29", "2020-02-29", "29 Feb 2020"),
    ("2019-11-02?", "2019-11-02", "2019-11-02", "2 Nov 2019?"),
    ("2020-02~", "2020-02-01", "2020-02-29", "about Feb 2020"),
    ("2020%", "2020-01-01", "2020-12-31", "about 2020?"),
    ("201X", "2010-01-01", "2019-12-31", "2010s"),
    ("201X~", "2010-01-01", "2019-12-31", "about 2010s"),
    ("20XX", "2000-01-01", "2099-12-31", "2000–2099"),
    ("2019-XX", "2019-01-01", "2019-12-31", "some month of 2019"),
    ("2019-11-XX", "2019-11-01", "2019-11-30", "some day in Nov 2019"),
    ("2019-XX-XX", "2019-01-01", "2019-12-31", "some day in 2019"),
    ("2020-21", "2020-03-01", "2020-05-31", "spring 2020"),
    ("2020-22", "2020-06-01", "2020-08-31", "summer 2020"),
    ("2020-23~", "2020-09-01", "2020-11-30", "about autumn 2020"),
    ("2020-24", "2020-12-01", "2021-02-28", "winter 2020"),
    ("9999-24", "9999-12-01", "9999-12-31", "winter 9999"),
    ("2020-26", "2020-06-01", "2020-08-31", "summer 2020 (northern)"),
    ("2020-30", "2020-12-01", "2021-02-28", "summer 2020 (southern)"),
    ("2020-33", "2020-01-01", "2020-03-31", "Q1 2020"),
    ("2020-35", "2020-07-01", "2020-09-30", "Q3 2020"),
    ("2020-36", "2020-10-01", "2020-12-31", "Q4 2020"),
    ("2020-39", "2020-09-01", "2020-12-31", "last third of 2020"),
    ("2020-40", "2020-01-01", "2020-06-30", "first half of 2020"),
    ("2020-41", "2020-07-01", "2020-12-31", "second half of 2020"),
    ("2020-08-23/2020-12-31", "2020-08-23", "2020-12-31", "23 Aug 2020 – 31 Dec 2020"),
    ("2019/2020-02", "2019-01-01", "2020-02-29", "2019 – Feb 2020"),
    ("2019~/2020-02-01?", "2019-01-01", "2020-02-01", "about 2019 – 1 Feb 2020?"),
    ("2020-12-31/2020", "2020-12-31", "2020-12-31", "31 Dec 2020 – 2020"),
    ("2019/..", "2019-01-01", "-", "2019 onwards"),
    ("../2019", "-", "2019-12-31", "any time up to 2019"),
    ("2019/", "2019-01-01", "-", "2019 – unknown"),
    ("/2019", "-", "2019-12-31", "unknown – 2019"),
    ("2019-11-22T10:30:00", "2019-11-22", "2019-11-22", "22 Nov 2019 10:30:00"),
    ("2019-11-22T10:30:00Z", "2019-11-22", "2019-11-22", "22 Nov 2019 10:30:00Z"),
    ("2019-11-22T23:59:59-05:00", "2019-11-22", "2019-11-22", "22 Nov 2019 23:59:59-05:00"),
    ("2019-11-22T00:00:00+04", "2019-11-22", "2019-11-22", "22 Nov 2019 00:00:00+04"),
];

#[test]
fn covers_days_and_reads_aloud() {
    for (words, first, last, shown) in COVERED.iter().copied() {
        let found = read(words).map(|date| (day(date.first_day()), day(date.last_day()), date.to_string()));
        let want = (first.to_owned(), last.to_owned(), shown.to_owned());
        assert_eq!(found, Some(want), "{words}");
        let again = serde_json::to_string(&read(words)).ok();
        assert_eq!(again, Some(format!("\"{words}\"")));
    }
}

#[test]
fn refuses_what_is_no_date() {
    let forms = [
        "",
        " ",
        "19",
        "02019",
        "-2019",
        "+2019",
        "Y12019",
        "2019-1",
        "2019-11-2",
        "2019/11/22",
        "22/11/2019",
        "00/00/0000",
        "2019-11-22 ",
        "201x",
        "2XXX",
        "XXXX",
        "X019",
        "201X-11",
        "2019-X1",
        "2019-XX-22",
        "2019-11-2X",
        "2019??",
        "~2019",
        "?2019",
        "2019-11?-22",
        "..",
        "/",
        "../..",
        "../",
        "/..",
        "2019/../2020",
        "2019/2020/2021",
        "2019...",
        "[2019]",
        "２０１９",
        "2019–11",
        "2019-11-22T10:30",
        "2019-11-22T10:30:00z",
        "2019-11T10:30:00",
        "2019-11-22T24:00:00",
        "2019-11-22T10:61:00",
        "2019-11-22T10:30:00+4",
        "2019-11-22T10:30:00Z~",
        "2019-11-22T10:30:00/2020",
        "2019-11-22T",
        "today",
        "2019-11-",
    ];
    for words in forms {
        assert!(matches!(words.parse::<PartialDate>(), Err(DateError::Form(_))), "{words:?}");
    }
    for words in [
        "2019-02-30",
        "2019-02-29",
        "1900-02-29",
        "2019-13",
        "2019-00",
        "2019-00-00",
        "0000-00-00",
        "2019-11-31",
        "2019-11-00",
        "2019-20",
        "2019-42",
        "2019-21-01",
        "2019-13-XX",
        "2019/2020-02-30",
    ] {
        assert!(matches!(words.parse::<PartialDate>(), Err(DateError::NoSuchDay(_))), "{words:?}");
    }
    for words in ["2020/2019", "2020-02-02/2020-02-01", "2020-02/2020-01-31"] {
        assert!(matches!(words.parse::<PartialDate>(), Err(DateError::Reversed(_))), "{words:?}");
    }
}

#[test]
fn compares_spans() {
    let table = [
        ("2019", "2019-11-22", true, true),
        ("2019-11-22", "2019", false, true),
        ("2019", "2019", true, true),
        ("2019", "2019/2020", false, true),
        ("2019", "2020", false, false),
        ("2019/..", "2025-01", true, true),
        ("2019/..", "2018/..", false, true),
        ("2019/..", "2018", false, false),
        ("../2019", "2019-12-31", true, true),
        ("../2019", "../2020", false, true),
        ("../2019", "2020/..", false, false),
        ("2019", "2019/..", false, true),
        ("/2019", "2018/2019", true, true),
    ];
    for (left, right, contains, overlaps) in table {
        let found = read(left).zip(read(right)).map(|(a, b)| (a.contains(&b), a.overlaps(&b), b.overlaps(&a)));
        assert_eq!(found, Some((contains, overlaps, overlaps)), "{left} {right}");
    }
}

#[test]
fn tells_single_days_and_doubt() {
    let table = [
        ("2019-11-22", true, None),
        ("2019-11-22~", true, Some(Qualifier::Approximate)),
        ("2019-11-22/2019-11-22", true, None),
        ("2019-11", false, None),
        ("2019?", false, Some(Qualifier::Uncertain)),
        ("2019%", false, Some(Qualifier::Both)),
        ("2019-11-22/..", false, None),
        ("2019-11-22T10:30:00Z", true, None),
    ];
    for (words, single, doubt) in table {
        assert_eq!(read(words).map(|date| (date.is_single_day(), date.qualifier())), Some((single, doubt)), "{words}");
    }
    assert_eq!(
        ["2019", "2019/2020", "2019/", "../2019"].map(|words| read(words).map(|date| date.is_interval())),
        [false, true, true, true].map(Some)
    );
}

#[test]
fn makes_a_date_of_a_day() {
    let made = Date::new(44, 3, 15).ok().and_then(|day| PartialDate::from_day(day).ok());
    assert_eq!(made.as_ref().map(PartialDate::as_str), Some("0044-03-15"));
    assert!(Date::new(-44, 3, 15).is_ok_and(|day| PartialDate::from_day(day).is_err()));
}

proptest! {
    #[test]
    fn keeps_the_spelling_and_covers_in_order(words in "[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?(/([0-9]{4}(-[0-9]{2}){0,2}[?~%]?|\\.\\.)?)?") {
        if let Some(date) = read(&words) {
            prop_assert_eq!(date.as_str(), words.as_str());
            let json = serde_json::to_string(&date).unwrap_or_default();
            prop_assert_eq!(serde_json::from_str::<PartialDate>(&json).ok(), Some(date.clone()));
            prop_assert!(date.first_day().zip(date.last_day()).is_none_or(|(first, last)| first <= last));
            prop_assert!(date.contains(&date) && date.overlaps(&date));
            prop_assert!(!date.to_string().is_empty());
        }
    }

    #[test]
    fn what_is_contained_overlaps(years in any::<[u8; 4]>()) {
        let [a, b, c, d] = years.map(|year| 1900 + i32::from(year));
        let pair = read(&format!("{}/{}", a.min(b), a.max(b))).zip(read(&format!("{}/{}", c.min(d), c.max(d))));
        let held = pair.is_some_and(|(left, right)| !left.contains(&right) || left.overlaps(&right));
        prop_assert!(held);
    }

    #[test]
    fn never_panics(words in any::<String>()) {
        let _ = words.parse::<PartialDate>();
    }
}
