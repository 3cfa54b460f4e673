//! What a claim tells of itself, in words: who says so, and how a relative date was worked out.

use jiff::civil::Date;

use super::reference_words;
use crate::model::vocabulary::{MODE, label_of};
use crate::model::{Case, Claim, Derivation, PartialDate};

/// In what manner and by whom it is said, nearest first: "alleged by Oracle, citing the complaint".
#[must_use]
pub fn saying_words(case: &Case, claim: &Claim) -> String {
    let mode = if claim.mode.is_empty() { "said" } else { label_of(MODE, &claim.mode) };
    let mut words = mode.to_owned();
    for (number, reference) in claim.attributed_to.iter().enumerate() {
        words.push_str(if number == 0 { " by " } else { ", citing " });
        words.push_str(&reference_words(case, reference));
    }
    words
}

/// How a relative date was worked out: "November before 23 Aug 2020". `date` is what came of it. A rule that is not
/// known here is given as it stands.
#[must_use]
pub fn derived_words(derivation: &Derivation, date: Option<&PartialDate>) -> String {
    let rule = derivation.rule.as_str();
    let anchor = derivation.anchor.as_ref();
    let from = anchor.map_or_else(|| "a date that is not known".to_owned(), PartialDate::to_string);
    for (start, side) in [("latest_", "before"), ("next_", "after")] {
        let Some(unit) = rule.strip_prefix(start) else { continue };
        let name = named(unit, date);
        return match date.zip(anchor).filter(|(date, anchor)| date.overlaps(anchor)) {
            None => format!("{name} {side} {from}"),
            Some((date, anchor)) if date.is_single_day() && anchor.is_single_day() => format!("{name}, {from} itself"),
            Some(_) => format!("the {name} of {from}"),
        };
    }
    for (start, before, after) in [
        ("same_", "the ", " of "),
        ("previous_", "the ", " before that of "),
        ("following_", "the ", " after that of "),
        ("rest_of_", "the rest of the ", " from "),
        ("start_of_", "the start of the ", " of "),
        ("end_of_", "the end of the ", " of "),
    ] {
        if let Some(unit) = rule.strip_prefix(start) {
            return format!("{before}{}{after}{from}", spaced(unit));
        }
    }
    if let Some(unit) = rule.strip_suffix("_so_far").or_else(|| rule.strip_suffix("_to_date")) {
        return format!("the {} up to {from}", spaced(unit));
    }
    if let Some((units, side)) = rule.rsplit_once('_')
        && let Some(unit) = Unit::of(units)
        && matches!(side, "after" | "before" | "from" | "to")
    {
        let preposition = if side == "to" { "up to" } else { side };
        let count = date.and_then(|date| unit.count(side, date, anchor?));
        return format!("{} {preposition} {from}", unit.counted(count));
    }
    match rule {
        "" => format!("counted from {from}"),
        "weekday_of_week" => format!("{} of a week counted from {from}", named("weekday", date)),
        "week_of_year" => format!("a week of the year of {from}"),
        "this_years" => format!("that of the year of {from}"),
        "span_after" => format!("a time from {from} on"),
        "span_before" => format!("a time up to {from}"),
        _ => format!("{}, counted from {from}", spaced(rule)),
    }
}

fn spaced(words: &str) -> String {
    words.replace('_', " ")
}

/// A date as the words that were resolved may have given it, without what the anchor told.
fn named(unit: &str, date: Option<&PartialDate>) -> String {
    let Some(date) = date else { return format!("the {}", spaced(unit)) };
    let day = date.first_day();
    let spelt = |form: &str| day.map(|day| day.strftime(form).to_string());
    let words = match unit {
        "day" if date.is_single_day() => spelt("%-d %B"),
        "weekday" if date.is_single_day() => spelt("%A"),
        "month" if is_month(date) => spelt("%B"),
        _ => None,
    };
    words.unwrap_or_else(|| date.to_string())
}

fn is_month(date: &PartialDate) -> bool {
    let whole = |(first, last): (Date, Date)| first == first.first_of_month() && last == first.last_of_month();
    date.first_day().zip(date.last_day()).is_some_and(whole)
}

/// What is counted.
#[derive(Clone, Copy)]
enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

impl Unit {
    fn of(words: &str) -> Option<Self> {
        Some(match words {
            "days" => Self::Days,
            "weeks" => Self::Weeks,
            "months" => Self::Months,
            "years" => Self::Years,
            _ => return None,
        })
    }

    fn counted(self, count: Option<i32>) -> String {
        let units = match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        };
        match count {
            None => format!("some {units}"),
            Some(1) => format!("1 {}", units.trim_end_matches('s')),
            Some(count) => format!("{count} {units}"),
        }
    }

    /// How many lie between the anchor and the date; from the start of a span to its end where the rule makes one.
    /// `None` where it comes out at no whole number above 0.
    fn count(self, side: &str, date: &PartialDate, anchor: &PartialDate) -> Option<i32> {
        let (start, end) = match side {
            // A span ends with the day before the one that is so much later.
            "from" | "to" => (date.first_day()?, date.last_day()?.tomorrow().ok()?),
            "before" => (date.first_day()?, anchor.first_day()?),
            _ => (anchor.first_day()?, date.first_day()?),
        };
        let days = start.until(end).ok()?.get_days();
        let months = i32::from(end.year() - start.year()) * 12 + i32::from(end.month() - start.month());
        let (count, is_whole) = match self {
            Self::Days => (days, true),
            Self::Weeks => (days / 7, days % 7 == 0),
            // A month later may be a day the month does not have, and a date may be a month or a year as a whole.
            Self::Months => (months, true),
            Self::Years => (months / 12, months % 12 == 0 || !date.is_single_day()),
        };
        (count > 0 && is_whole).then_some(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{List, Party, Record, Reference};

    #[test]
    fn relative_dates_tell_how_they_were_worked_out() {
        let table = [
            ("latest_day", "2020-02-13", "2020-01-24", "24 January before 13 Feb 2020"),
            ("latest_day", "2020-01-24", "2020-01-24", "24 January, 24 Jan 2020 itself"),
            ("next_day", "2020-08-23", "2020-09-16", "16 September after 23 Aug 2020"),
            ("next_day", "2020-09-16", "2020-09-16", "16 September, 16 Sep 2020 itself"),
            ("latest_weekday", "2024-03-06", "2024-03-04", "Monday before 6 Mar 2024"),
            ("next_weekday", "2024-03-06", "2024-03-08", "Friday after 6 Mar 2024"),
            ("latest_month", "2020-08-23", "2019-11", "November before 23 Aug 2020"),
            ("latest_month", "2020-08-23", "2020-08", "the August of 23 Aug 2020"),
            ("latest_month", "2020-08-23", "2019-11-01/2020-01-31", "1 Nov 2019 – 31 Jan 2020 before 23 Aug 2020"),
            ("next_month", "2020-08-23", "2020-12", "December after 23 Aug 2020"),
            ("latest_week", "2020-08-23", "2020-08-10/2020-08-16", "10 Aug 2020 – 16 Aug 2020 before 23 Aug 2020"),
            ("same_month", "2020-03-13", "2020-03", "the month of 13 Mar 2020"),
            ("same_fiscal_year", "2020-03-13", "2020", "the fiscal year of 13 Mar 2020"),
            ("rest_of_year", "2020-08-23", "2020-08-23/2020-12-31", "the rest of the year from 23 Aug 2020"),
            ("previous_week", "2020-08-23", "2020-08-10/2020-08-16", "the week before that of 23 Aug 2020"),
            ("following_month", "2020-08-23", "2020-09", "the month after that of 23 Aug 2020"),
            ("end_of_year", "2020-08-23", "2020-12", "the end of the year of 23 Aug 2020"),
            ("year_to_date", "2020-08-23", "2020-01-01/2020-08-23", "the year up to 23 Aug 2020"),
            ("month_so_far", "2020-08-23", "2020-08-01/2020-08-23", "the month up to 23 Aug 2020"),
            ("latest_part", "2020-08-23", "2019-24", "winter 2019 before 23 Aug 2020"),
            ("days_after", "2018-08-06", "2018-11-14", "100 days after 6 Aug 2018"),
            ("days_before", "2018-08-06", "2018-08-05", "1 day before 6 Aug 2018"),
            ("weeks_after", "2018-08-06", "2018-08-20", "2 weeks after 6 Aug 2018"),
            ("weeks_after", "2018-08-06", "2018-08-21", "some weeks after 6 Aug 2018"),
            ("months_before", "2020-03-31", "2020-02-29", "1 month before 31 Mar 2020"),
            ("months_before", "2020-03-31", "2019-12", "3 months before 31 Mar 2020"),
            ("years_before", "2020-08-23", "2018", "2 years before 23 Aug 2020"),
            ("years_from", "2019-10-25", "2019-10-25/2029-10-24", "10 years from 25 Oct 2019"),
            ("days_from", "2019-10-25", "2019-10-25/2019-11-03", "10 days from 25 Oct 2019"),
            ("years_to", "2020-08-23", "2015-08-24/2020-08-23", "5 years up to 23 Aug 2020"),
            ("days_after", "2018-08-06", "2018-08-01", "some days after 6 Aug 2018"),
            ("weekday_of_week", "2020-08-23", "2020-09-01", "Tuesday of a week counted from 23 Aug 2020"),
            ("this_years", "2020-08-23", "2020-12-25", "that of the year of 23 Aug 2020"),
            ("span_after", "2020-08-23", "2020-08-23/2020-09-05", "a time from 23 Aug 2020 on"),
            ("moons_after", "2018-08-06", "2018-11-14", "moons after, counted from 6 Aug 2018"),
            ("holiday", "2018-08-06", "2018-12-25", "holiday, counted from 6 Aug 2018"),
            ("", "2018-08-06", "2018-12-25", "counted from 6 Aug 2018"),
        ];
        for (rule, anchor, date, words) in table {
            let derivation =
                Derivation { rule: rule.into(), anchor: Some(anchor.parse().unwrap()), words: "it".into() };
            assert_eq!(derived_words(&derivation, Some(&date.parse().unwrap())), words, "{rule}");
        }
    }

    #[test]
    fn what_is_not_known_is_said_to_be_so() {
        let derivation = Derivation { rule: "latest_month".into(), ..Derivation::default() };
        assert_eq!(derived_words(&derivation, None), "the month before a date that is not known");
        let derivation = Derivation { rule: "days_after".into(), anchor: "2018-08".parse().ok(), ..derivation };
        assert_eq!(derived_words(&derivation, None), "some days after Aug 2018");
        assert_eq!(derived_words(&derivation, "2018-08-31/..".parse().ok().as_ref()), "30 days after Aug 2018");
        assert_eq!(derived_words(&derivation, "../2018-08-31".parse().ok().as_ref()), "some days after Aug 2018");
    }

    #[test]
    fn who_says_so_is_told_nearest_first() {
        let mut case = Case::default();
        let party = Party { id: "q7d4yz2e".into(), name: "Oracle".into(), ..Party::default() };
        case.put(case.next_place(List::Parties), Some(Record::Party(party)));
        let [oracle, words, lost] = [
            Reference::Record("q7d4yz2e".into()),
            Reference::Words("the filing".into()),
            Reference::Record("x".into()),
        ];
        for (mode, chain, expected) in [
            ("reported", vec![], "reported"),
            ("alleged", vec![oracle.clone()], "alleged by Oracle"),
            ("argued", vec![words.clone(), oracle.clone()], "argued by the filing, citing Oracle"),
            ("", vec![oracle, words], "said by Oracle, citing the filing"),
            ("sung", vec![lost], "sung by missing record x"),
        ] {
            let claim = Claim { mode: mode.into(), attributed_to: chain, ..Claim::default() };
            assert_eq!(saying_words(&case, &claim), expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_derivation_has_words(
            rule in "(latest|next|same|rest_of|)_?(day|weekday|month|years|weeks)?_?(after|before|from|to|)?|\\PC{0,12}",
            anchor in "[0-9]{4}-(0[1-9]|1[0-2])(-[0-2][0-9])?",
            date in "([0-9]{4}|\\.\\.)(/[0-9]{4}|/\\.\\.)?",
        ) {
            let derivation = Derivation { rule: rule.into(), anchor: anchor.parse().ok(), words: "it".into() };
            proptest::prop_assert!(!derived_words(&derivation, date.parse().ok().as_ref()).is_empty());
        }
    }
}
