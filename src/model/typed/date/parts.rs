//! The parts of a date: years, months, numbers, seasons and what stands between them.

use jiff::civil::Weekday;

use super::super::tokens::{Kind, Token};

/// One part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Four digits.
    Year(i16),
    /// One or two digits, with an ordinal ending or not.
    Small(i8),
    /// January is 1.
    Month(i8),
    /// A part of the year by EDTF's number: seasons 21 to 24, quarters 33 to 36, halves 40 and 41.
    OfYear(i8),
    /// The first year of a decade.
    Decade(i16),
    Vague(Third),
    Weekday(Weekday),
    /// `/`, `.` or `-` right between two others.
    Between(char),
}

/// Which third of a year or month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Third {
    Early,
    Mid,
    Late,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Other words that are a part by themselves.
const WORDS: &[(&str, Part)] = &[
    ("spring", Part::OfYear(21)),
    ("summer", Part::OfYear(22)),
    ("autumn", Part::OfYear(23)),
    ("fall", Part::OfYear(23)),
    ("winter", Part::OfYear(24)),
    ("early", Part::Vague(Third::Early)),
    ("start", Part::Vague(Third::Early)),
    ("beginning", Part::Vague(Third::Early)),
    ("mid", Part::Vague(Third::Mid)),
    ("middle", Part::Vague(Third::Mid)),
    ("late", Part::Vague(Third::Late)),
    ("end", Part::Vague(Third::Late)),
];

/// Words and marks that say nothing inside a date.
const IDLE: &[&str] = &["of", "the", ",", "year"];

/// Most parts a date has: "Wednesday, 16-Sep-2020".
const MAX_PARTS: usize = 8;

/// All parts of the tokens, or none where one of them belongs to no date.
pub(super) fn parts(tokens: &[Token<'_>]) -> Option<Vec<Part>> {
    let mut found = Vec::new();
    let mut rest = tokens;
    while let Some(first) = rest.first() {
        if found.len() > MAX_PARTS {
            return None;
        }
        if IDLE.contains(&first.low.as_str()) {
            rest = &rest[1..];
            continue;
        }
        let (part, used) = numbered(rest)
            .or_else(|| ordinal_part(rest))
            .or_else(|| digits(rest))
            .or_else(|| word(rest))
            .or_else(|| between(rest))?;
        found.push(part);
        rest = &rest[used..];
        // "16. September" has a point that parts nothing.
        if matches!(part, Part::Small(_))
            && rest.first().is_some_and(|token| token.is(".") && token.glued)
            && rest.get(1).is_some_and(|next| !next.glued)
        {
            rest = &rest[1..];
        }
    }
    Some(without_joints(&found))
}

/// Drops hyphens and slashes next to a word, where they part nothing: "16-Sep-2020", "mid-2020", "Q3/2020".
fn without_joints(parts: &[Part]) -> Vec<Part> {
    let is_word = |part: Option<&Part>| matches!(part, Some(Part::Month(_) | Part::Vague(_) | Part::OfYear(_)));
    let kept = |at: &usize| {
        let beside_word = is_word(at.checked_sub(1).and_then(|before| parts.get(before))) || is_word(parts.get(at + 1));
        !(matches!(parts[*at], Part::Between(_)) && beside_word)
    };
    (0..parts.len()).filter(kept).map(|at| parts[at]).collect()
}

/// `Q3`, `3Q`, `H1`.
fn numbered(tokens: &[Token<'_>]) -> Option<(Part, usize)> {
    let [first, second, ..] = tokens else {
        return None;
    };
    let (letter, digit) = if first.kind == Kind::Word { (first, second) } else { (second, first) };
    let number = digit.raw.parse::<i8>().ok().filter(|_| second.glued && digit.is_digits())?;
    part_of_year(letter.low.as_str(), number).map(|part| (part, 2))
}

/// "Third quarter", "2nd half".
fn ordinal_part(tokens: &[Token<'_>]) -> Option<(Part, usize)> {
    let names = ["first", "second", "third", "fourth", "last"];
    let first = tokens.first()?;
    let (number, used) = if let Some(at) = names.iter().position(|name| first.is(name)) {
        (i8::try_from(at + 1).ok()?, 1)
    } else {
        let ends = ["st", "nd", "rd", "th"];
        let ordinal = tokens.get(1).filter(|end| end.glued && ends.contains(&end.low.as_str()))?;
        (first.raw.parse().ok().filter(|_| first.is_digits() && ordinal.glued)?, 2)
    };
    let kind = tokens.get(used)?;
    let (letter, last) = match kind.low.as_str() {
        "quarter" => ("q", 4),
        "half" => ("h", 2),
        _ => return None,
    };
    part_of_year(letter, if first.is("last") { last } else { number }).map(|part| (part, used + 1))
}

/// A quarter or half of the year.
fn part_of_year(letter: &str, number: i8) -> Option<Part> {
    match (letter, number) {
        ("q", 1..=4) => Some(Part::OfYear(32 + number)),
        ("h", 1..=2) => Some(Part::OfYear(39 + number)),
        _ => None,
    }
}

/// A year, a decade ("2010s", "1990's") or a small number with or without its ordinal ending.
fn digits(tokens: &[Token<'_>]) -> Option<(Part, usize)> {
    let first = tokens.first().filter(|token| token.is_digits())?;
    let glued = |at: usize, words: &[&str]| {
        tokens.get(at).is_some_and(|token| token.glued && words.contains(&token.low.as_str()))
    };
    match first.raw.len() {
        1 | 2 => {
            let number = first.raw.parse().ok()?;
            Some((Part::Small(number), 1 + usize::from(glued(1, &["st", "nd", "rd", "th"]))))
        }
        4 => {
            let year: i16 = first.raw.parse().ok()?;
            let apostrophe = usize::from(glued(1, &["'", "’"]));
            let decade = glued(1 + apostrophe, &["s"]);
            match (decade, year % 10) {
                (true, 0) => Some((Part::Decade(year), 2 + apostrophe)),
                (true, _) => None,
                (false, _) => Some((Part::Year(year), 1)),
            }
        }
        _ => None,
    }
}

/// The name of a month or weekday, whole or shortened, or another word of dates.
fn word(tokens: &[Token<'_>]) -> Option<(Part, usize)> {
    let low = tokens.first()?.low.as_str();
    let month = MONTHS.iter().position(|name| is_name(low, name, &["sept"]));
    if let Some(month) = month.and_then(|at| i8::try_from(at + 1).ok()) {
        return Some((Part::Month(month), 1));
    }
    if let Some((_, day)) = WEEKDAYS.iter().find(|(name, _)| is_name(low, name, &["tues", "thur", "thurs"])) {
        return Some((Part::Weekday(*day), 1));
    }
    WORDS.iter().find(|(name, _)| *name == low).map(|(_, part)| (*part, 1))
}

/// Whether the word is the name, its first three letters, or one of the longer short forms of it.
fn is_name(word: &str, name: &str, longer: &[&str]) -> bool {
    word == name || (name.starts_with(word) && (word.len() == 3 || longer.contains(&word)))
}

/// A mark right between two tokens.
fn between(tokens: &[Token<'_>]) -> Option<(Part, usize)> {
    let mark = tokens.first()?;
    let letter = mark.raw.chars().next().filter(|letter| "/.-".contains(*letter))?;
    let tight = mark.glued && tokens.get(1).is_some_and(|next| next.glued);
    tight.then_some((Part::Between(letter), 1))
}
