//! How well dates are understood, against three sets that others labelled.
//!
//! Only the first reading of a suggestion counts; other readings that it offers never make a case right.

use std::ops::Range;
use std::path::Path;

use casefile::model::{Bound, PartialDate};
use casefile::suggest::{Context, Dated, Made, scan};
use jiff::civil::Date;
use serde_json::Value;

use super::report::Measure;

/// Measures the dates of the sets in a folder. A set that is not there is left out.
pub fn measure(folder: &Path) -> Vec<Measure> {
    let rows = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect::<Vec<Value>>()
    };
    let mut measures = Vec::new();
    measures.extend(recognizers(&rows("recognizers_en.jsonl")));
    measures.extend(chrono(&rows("chrono_en.jsonl")));
    measures.extend(prose(&rows("gum_train.jsonl")));
    measures
}

/// A date that was found: its place in scalar values, and what it means.
struct Found {
    place: Range<usize>,
    dated: Dated,
}

/// The dates of a text.
fn dates(text: &str, published: Option<&PartialDate>) -> Vec<Found> {
    let context = Context { published, names: None };
    let count = |byte: usize| text[..byte].chars().count();
    let dated = |made: Made| if let Made::Date(dated) = made { Some(dated) } else { None };
    scan(text, context)
        .into_iter()
        .filter_map(|one| Some(Found { place: count(one.words.start)..count(one.words.end), dated: dated(one.made)? }))
        .collect()
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

/// A JSON string as a day, whatever follows the day.
fn day(value: Option<&Value>) -> Option<Date> {
    value?.as_str()?.get(..10)?.parse().ok()
}

/// First and last day of what was found.
fn span(dated: &Dated) -> Option<(Date, Date)> {
    let date = dated.date.as_ref()?;
    Some((date.first_day()?, date.last_day()?))
}

/// The first day of the end of an interval: of 2018 in `2014/2018`.
fn start_of_end(dated: &Dated) -> Option<Date> {
    let (_, end) = dated.date.as_ref()?.as_str().split_once('/')?;
    end.parse::<PartialDate>().ok()?.first_day()
}

/// A score from counts.
fn score(name: &'static str, target: Option<f64>, right: usize, all: usize, missed: Vec<String>) -> Option<Measure> {
    let share = |right: usize| f64::from(u32::try_from(right).unwrap_or(u32::MAX));
    (all > 0).then(|| Measure {
        name,
        score: 100.0 * share(right) / share(all),
        target,
        counts: format!("{right} of {all}"),
        missed,
    })
}

/// How what was found is shown among the missed cases.
fn shown(dated: Option<&Dated>) -> String {
    dated.map_or(String::from("-"), |dated| {
        let date = dated.date.as_ref().map_or("?", PartialDate::as_str);
        format!("{date} {} [{}]", dated.bound.map_or("", Bound::key), dated.timex)
    })
}

/// Dates and date ranges of the Recognizers.
///
/// A case is one labelled span of type date or daterange, or a text in which nothing is labelled. A span is right if the
/// suggestion that overlaps it most means the same days as one of the values that are listed for it. The set gives ends
/// exclusively, and for "A to B" the first day of B although B is meant too, so both are right. "Before" and "until"
/// need the bound `by` and the same day, "after" and "since" the bound `from`; a length from now on (`within 9 months`)
/// is right as the last day with the bound `by` and its first day as the anchor. A day that no calendar has, and a text
/// without labels, are right if nothing is proposed. Out of scope: times, durations, sets; school years and seasons that
/// the set leaves unresolved.
fn recognizers(rows: &[Value]) -> Option<Measure> {
    let (mut right, mut all, mut missed) = (0, 0, Vec::new());
    for row in rows.iter().filter(|row| row["set"].as_str().is_some_and(|set| set.starts_with("datetime"))) {
        let (Some(text), Some(spans)) = (row["text"].as_str(), row["spans"].as_array()) else { continue };
        let published = day(row.get("ref")).and_then(|day| PartialDate::from_day(day).ok());
        let found = dates(text, published.as_ref());
        if spans.is_empty() {
            all += 1;
            right += usize::from(found.is_empty());
            if let Some(first) = found.first() {
                missed.push(format!("{text} | none | {}", shown(Some(&first.dated))));
            }
        }
        for label in spans.iter().filter(|label| is_date(label)) {
            let Some(place) = place(label, text) else { continue };
            let values = label["resolution"]["values"].as_array().map_or(&[][..], Vec::as_slice);
            let best = found.iter().max_by_key(|found| overlap(&found.place, &place));
            let best = best.filter(|found| overlap(&found.place, &place) > 0).map(|found| &found.dated);
            let is_right = if values.iter().all(is_impossible) {
                best.is_none()
            } else if values.iter().any(is_unresolved) {
                continue;
            } else {
                best.is_some_and(|best| values.iter().any(|value| same(best, value)))
            };
            all += 1;
            right += usize::from(is_right);
            if !is_right {
                missed.push(format!("{text} | {} | {} | {}", label["text"], listed(values), shown(best)));
            }
        }
    }
    score("dates: Recognizers, cases right", Some(75.0), right, all, missed)
}

fn is_date(label: &Value) -> bool {
    matches!(label["type"].as_str(), Some("datetimeV2.date" | "datetimeV2.daterange"))
}

fn is_unresolved(value: &Value) -> bool {
    value["value"] == "not resolved"
}

/// An unresolved value of a day that no calendar has: its TIMEX names the day.
fn is_impossible(value: &Value) -> bool {
    let timex = value["timex"].as_str().unwrap_or_default();
    is_unresolved(value) && timex.len() >= 10 && timex.contains('-')
}

fn listed(values: &[Value]) -> String {
    let shown = |value: &Value| {
        ["Mod", "value", "start", "end"].iter().filter_map(|key| value[*key].as_str()).collect::<Vec<_>>().join(" ")
    };
    values.iter().map(shown).collect::<Vec<_>>().join("; ")
}

/// Where a label stands, in scalar values.
fn place(label: &Value, text: &str) -> Option<Range<usize>> {
    let number = |key: &str| label[key].as_u64().and_then(|number| usize::try_from(number).ok());
    if let (Some(start), Some(end)) = (number("start"), number("end")) {
        return Some(start..end);
    }
    let words = label["text"].as_str()?;
    let at = text.to_lowercase().find(&words.to_lowercase())?;
    let start = text.to_lowercase()[..at].chars().count();
    Some(start..start + words.chars().count())
}

/// Whether a suggestion means what a value of the Recognizers says.
fn same(dated: &Dated, value: &Value) -> bool {
    let Some((first, last)) = span(dated) else { return false };
    let after = last.tomorrow().ok();
    let modifier = value["Mod"].as_str().unwrap_or_default();
    if let Some(day) = day(value.get("value")) {
        return first == day && last == day;
    }
    match (day(value.get("start")), day(value.get("end"))) {
        (Some(start), Some(end)) => {
            let spans = first == start && (after == Some(end) || start_of_end(dated) == Some(end));
            let anchor = dated
                .derivation
                .as_ref()
                .and_then(|derivation| derivation.anchor.as_ref())
                .and_then(PartialDate::first_day);
            spans || (dated.bound == Some(Bound::By) && first == last && last == end && anchor == Some(start))
        }
        (None, Some(end)) => {
            let ends = if modifier.starts_with("until") {
                last == end || after == Some(end)
            } else {
                first == end || after == Some(end) && modifier.contains("end")
            };
            ends && dated.bound == Some(Bound::By)
        }
        (Some(start), None) => {
            let starts = if modifier.starts_with("since") {
                first == start
            } else {
                after == Some(start) || first == start && first == last
            };
            starts && dated.bound == Some(Bound::From)
        }
        (None, None) => false,
    }
}

/// Date cases of chrono.
///
/// A case is in scope if its result has a year, month or day, or is a whole date, and its words name something of the
/// calendar and no unit of the clock. Where no reference date is given the words must hold the year themselves. The words
/// are right if the first date found has the given parts. Chrono fills in what the words leave out, the first day of a month
/// or the same day of another week: there a reading that covers the filled-in day is right, but only if the number of
/// that day is not in the words. The end of a range has to agree in the same way. Texts in which nothing is to be found are
/// right if no date is. Out of scope: years before the common era, which the file format has no way to write; texts that
/// only chrono's strict mode rejects; parsers set to another language or to the day first, which the words do not show.
fn chrono(rows: &[Value]) -> Option<Measure> {
    let (mut right, mut all, mut missed) = (0, 0, Vec::new());
    for row in rows {
        let Some(text) = row["text"].as_str() else { continue };
        let reference = row["ref"].as_str().and_then(script_date);
        let published = reference.and_then(|day| PartialDate::from_day(day).ok());
        let found = dates(text, published.as_ref());
        if matches!(row["parser"].as_str(), Some("chrono.fr" | "chrono.en.GB" | "chronoLittleEndian" | "custom")) {
            continue;
        }
        if row["none"] == true {
            if row["parser"] != "chrono.strict" {
                all += 1;
                right += usize::from(found.is_empty());
                if let Some(first) = found.first() {
                    missed.push(format!("{text} | none | {}", shown(Some(&first.dated))));
                }
            }
            continue;
        }
        let Some(start) = Parts::of(&row["start"]) else { continue };
        let end = Parts::of(&row["end"]);
        if !in_scope(row, text, &start) {
            continue;
        }
        let best = found.first().map(|found| &found.dated);
        let is_right = best.is_some_and(|best| agrees(best, &start, end.as_ref(), text));
        all += 1;
        right += usize::from(is_right);
        if !is_right {
            missed.push(format!("{text} | {} | {start:?} {end:?} | {}", row["ref"], shown(best)));
        }
    }
    score("dates: chrono, cases right", Some(90.0), right, all, missed)
}

/// The parts of a date that chrono's tests name.
#[derive(Clone, Copy, Debug, Default)]
struct Parts {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
}

impl Parts {
    fn of(value: &Value) -> Option<Self> {
        let number = |key: &str| value[key].as_i64();
        let parts = Self { year: number("year"), month: number("month"), day: number("day") };
        if parts.year.is_some() || parts.month.is_some() || parts.day.is_some() {
            return Some(parts);
        }
        let date = script_date(value["date"].as_str()?)?;
        Some(Self { year: Some(date.year().into()), month: Some(date.month().into()), day: Some(date.day().into()) })
    }

    /// Whether a day has these parts.
    fn fits(&self, day: Date) -> bool {
        let fits = |part: Option<i64>, of: i64| part.is_none_or(|part| part == of);
        fits(self.year, day.year().into()) && fits(self.month, day.month().into()) && fits(self.day, day.day().into())
    }

    /// Whether some day of a span has these parts.
    fn fits_in(&self, first: Date, last: Date) -> bool {
        let mut day = first;
        for _ in 0..40_000 {
            if self.fits(day) {
                return true;
            }
            match day.tomorrow() {
                Ok(next) if next <= last => day = next,
                _ => return false,
            }
        }
        false
    }
}

/// A date in JavaScript: `new Date(2012, 8 - 1, 10, 12)`, months from 0, or with a string inside.
fn script_date(script: &str) -> Option<Date> {
    let (_, inside) = script.split_once("Date(")?;
    let inside = inside.split(')').next()?;
    if let Some(quoted) = inside.trim().strip_prefix('"') {
        return quoted_date(quoted);
    }
    let number = |words: &str| -> Option<i16> {
        let mut sum = 0;
        for (place, part) in words.split('-').enumerate() {
            let part: i16 = part.trim().parse().ok()?;
            sum += if place == 0 { part } else { -part };
        }
        Some(sum)
    };
    let mut parts = inside.split(',');
    let (year, month, day) = (number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
    Date::new(year, i8::try_from(month + 1).ok()?, i8::try_from(day).ok()?).ok()
}

/// "Sat Apr 18 2015", "thursday 13 June 2019", "August 15, 2021, 20:00", "1994-11-05T13:15:30".
fn quoted_date(words: &str) -> Option<Date> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if let Some(day) = words.get(..10).and_then(|day| day.parse().ok()) {
        return Some(day);
    }
    let (mut year, mut month, mut day) = (None, None, None);
    for word in words.split([' ', ',', '"']) {
        let low = word.to_lowercase();
        month = month.or_else(|| MONTHS.iter().position(|name| low.starts_with(name)));
        match (word.len(), word.parse::<i16>()) {
            (4, Ok(number)) => year = year.or(Some(number)),
            (1 | 2, Ok(number)) => day = day.or(Some(number)),
            _ => {}
        }
    }
    Date::new(year?, i8::try_from(month? + 1).ok()?, i8::try_from(day?).ok()?).ok()
}

/// Whether a case of chrono is about dates that this program can hold.
fn in_scope(row: &Value, text: &str, start: &Parts) -> bool {
    const CALENDAR: &[&str] = &[
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
        "day",
        "week",
        "month",
        "year",
        "quarter",
        "qtr",
        "today",
        "tomorrow",
        "yesterday",
        "tonight",
        "last",
        "next",
        "decade",
    ];
    const CLOCK: &[&str] = &["hour", "hr", "minute", "min", "second", "sec"];
    let low = row["match"].as_str().unwrap_or(text).to_lowercase();
    let starts = |names: &[&str]| {
        low.split(|letter: char| !letter.is_alphabetic())
            .any(|word| names.iter().any(|name| !word.is_empty() && word.starts_with(name)))
    };
    let digits = low
        .split(|letter: char| !letter.is_ascii_digit() && !"/-.".contains(letter))
        .any(|word| word.split(['/', '-', '.']).filter(|part| !part.is_empty()).count() >= 2 && !word.starts_with('.'));
    let has_date =
        starts(CALENDAR) || digits || low.split(|letter: char| !letter.is_ascii_digit()).any(|word| word.len() == 4);
    let short = low.contains("1d ") || low.contains("1h") || low.contains("1m");
    let is_clock = starts(CLOCK) || short || (!starts(CALENDAR) && (low.contains("am") || low.contains("pm")));
    let has_year = start
        .year
        .is_some_and(|year| text.contains(&year.to_string()) || text.contains(&format!("{:02}", year.rem_euclid(100))));
    has_date
        && !is_clock
        && start.year.is_none_or(|year| year > 0)
        && (row["ref"].as_str().and_then(script_date).is_some() || has_year)
}

/// Whether what was found agrees with chrono.
fn agrees(dated: &Dated, start: &Parts, end: Option<&Parts>, text: &str) -> bool {
    let Some(date) = dated.date.as_ref() else { return false };
    let (from, to) = match date.as_str().split_once('/') {
        Some((from, to)) => (from.parse::<PartialDate>().ok(), to.parse::<PartialDate>().ok()),
        None => (Some(date.clone()), None),
    };
    let says = |parts: &Parts| {
        let numbers =
            || text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|word| word.parse::<i64>().ok());
        parts.day.is_some_and(|day| day > 1 && numbers().any(|number| number == day))
    };
    let agree = |parts: &Parts, mine: &PartialDate| {
        let (Some(first), Some(last)) = (mine.first_day(), mine.last_day()) else { return false };
        if says(parts) { first == last && parts.fits(first) } else { parts.fits_in(first, last) }
    };
    match end {
        Some(end) if end.day.is_some() || end.month.is_some() => {
            let one_day = (start.day, start.month) == (end.day, end.month);
            let ends = to.as_ref().is_some_and(|to| agree(end, to)) || (one_day && to.is_none());
            from.is_some_and(|from| agree(start, &from)) && ends
        }
        // A week is an interval in EDTF, and one of its days is chrono's.
        _ => agree(start, date) || from.is_some_and(|from| agree(start, &from)),
    }
}

/// Dates in the prose of GUM.
///
/// Labels and suggestions are paired one to one, each label with the free suggestion that overlaps it most; all labels
/// count, also vague ones such as "several years". The value of a pair is right if: for `when`, our date covers exactly
/// the same days (without a year: the same month and day); for `from` and `to`, our first and last day are theirs; for
/// `notBefore` and `notAfter`, our days lie inside these limits. An interval of ours that takes in two labels ("1947 to
/// 1960") is paired with one of them and has the wrong value for it; the second figures count each end of an interval
/// as a date of its own.
fn prose(rows: &[Value]) -> Vec<Measure> {
    let mut strict = Tally::default();
    let mut apart = Tally::default();
    for row in rows {
        let (Some(text), Some(labels)) = (row["text"].as_str(), row["dates"].as_array()) else { continue };
        let published = row["dateCreated"].as_str().and_then(|date| date.parse::<PartialDate>().ok());
        let found = dates(text, published.as_ref());
        let id = row["id"].as_str().unwrap_or_default();
        let whole: Vec<(Range<usize>, Dated)> =
            found.iter().map(|one| (one.place.clone(), one.dated.clone())).collect();
        strict.count(id, text, labels, &whole);
        apart.count(id, text, labels, &ends_apart(&found, labels));
    }
    let measure = |name: &'static str, target: Option<f64>, tally: &Tally, right: usize, missed: &[String]| {
        let share = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
        (tally.labels > 0).then(|| Measure {
            name,
            score: 100.0 * 2.0 * share(right) / share(tally.labels + tally.found),
            target,
            counts: format!("{right} right of {} found, {} labelled", tally.found, tally.labels),
            missed: missed.to_vec(),
        })
    };
    [
        measure("dates: GUM, spans, relaxed F1", Some(88.0), &strict, strict.paired, &strict.unpaired),
        measure("dates: GUM, values, F1", Some(78.0), &strict, strict.right, &strict.wrong),
        measure("dates: GUM, spans, ends of intervals apart, F1", None, &apart, apart.paired, &[]),
        measure("dates: GUM, values, ends of intervals apart, F1", None, &apart, apart.right, &[]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What was found, with each interval over two labels cut into its ends.
fn ends_apart(found: &[Found], labels: &[Value]) -> Vec<(Range<usize>, Dated)> {
    let mut all = Vec::new();
    for one in found {
        let inside: Vec<Range<usize>> =
            labels.iter().filter_map(|label| place(label, "")).filter(|label| overlap(label, &one.place) > 0).collect();
        let ends = one.dated.date.as_ref().and_then(|date| {
            let (from, to) = date.as_str().split_once('/')?;
            Some((from.parse::<PartialDate>().ok()?, to.parse::<PartialDate>().ok()?))
        });
        match (ends, &inside[..]) {
            (Some((from, to)), [first, second]) => {
                all.push((first.clone(), Dated { date: Some(from), ..one.dated.clone() }));
                all.push((second.clone(), Dated { date: Some(to), ..one.dated.clone() }));
            }
            _ => all.push((one.place.clone(), one.dated.clone())),
        }
    }
    all
}

/// Counts over the documents.
#[derive(Default)]
struct Tally {
    labels: usize,
    found: usize,
    paired: usize,
    right: usize,
    unpaired: Vec<String>,
    wrong: Vec<String>,
}

impl Tally {
    fn count(&mut self, id: &str, text: &str, labels: &[Value], found: &[(Range<usize>, Dated)]) {
        let letters: Vec<char> = text.chars().collect();
        let around = |place: &Range<usize>| {
            letters[place.start.saturating_sub(30)..(place.end + 20).min(letters.len())]
                .iter()
                .collect::<String>()
                .replace('\n', "¶")
        };
        self.labels += labels.len();
        self.found += found.len();
        let mut free: Vec<bool> = vec![true; found.len()];
        for label in labels {
            let Some(place) = place(label, text) else { continue };
            let best = (0..found.len())
                .filter(|at| free[*at] && overlap(&found[*at].0, &place) > 0)
                .max_by_key(|at| overlap(&found[*at].0, &place));
            let Some(best) = best else {
                self.unpaired.push(format!("{id} missed | {} | {}", around(&place), limits(label)));
                continue;
            };
            free[best] = false;
            self.paired += 1;
            if means(&found[best].1, label) {
                self.right += 1;
            } else {
                self.wrong.push(format!(
                    "{id} | {} | {} | {}",
                    around(&place),
                    limits(label),
                    shown(Some(&found[best].1))
                ));
            }
        }
        for at in (0..found.len()).filter(|at| free[*at]) {
            self.unpaired.push(format!("{id} extra | {} | {}", around(&found[at].0), shown(Some(&found[at].1))));
        }
    }
}

/// The limits that a label gives.
fn limits(label: &Value) -> String {
    let keys = ["when", "from", "to", "notBefore", "notAfter"];
    keys.iter()
        .filter_map(|key| label[*key].as_str().map(|value| format!("{key} {value}")))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a suggestion means what a label of GUM says.
fn means(dated: &Dated, label: &Value) -> bool {
    let Some((first, last)) = span(dated) else { return false };
    let days = |key: &str| {
        let date: PartialDate = label[key].as_str()?.split('T').next()?.parse().ok()?;
        Some((date.first_day()?, date.last_day()?))
    };
    if let Some(when) = label["when"].as_str() {
        if let Some(rest) = when.strip_prefix("--") {
            return format!("{:02}-{:02}", first.month(), first.day()).starts_with(rest)
                && (rest.len() == 5) == (first == last);
        }
        return days("when") == Some((first, last));
    }
    let keys = ["from", "to", "notBefore", "notAfter"];
    let fits = |key: &str| match key {
        "from" => days(key).is_none_or(|(start, _)| first == start),
        "to" => days(key).is_none_or(|(_, end)| last == end),
        "notBefore" => days(key).is_none_or(|(start, _)| first >= start),
        _ => days(key).is_none_or(|(_, end)| last <= end),
    };
    keys.iter().any(|key| days(key).is_some()) && keys.iter().all(|key| fits(key))
}
