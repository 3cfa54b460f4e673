//! Dates whose month is a word of another language than English, or stands in an order that is not English.

use jiff::civil::Date;

use crate::model::PartialDate;

/// The names of the months from January to December, in small letters, with the short forms that the press uses. They are those of
/// the Unicode Common Locale Data Repository (<https://cldr.unicode.org/>) for English, German, French, Spanish, Italian,
/// Portuguese, Dutch, Danish, Norwegian, Swedish, Polish and Russian.
const NAMES: [&str; 12] = [
    "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia styczeń января январь янв",
    "february feb februar februari février févr fév febrero febbraio fevereiro fev lutego luty февраля февраль фев",
    "march mar märz mär maart mrt mars marzo março marca marzec марта март мар",
    "april apr avril avr abril abr aprile kwietnia kwiecień апреля апрель апр",
    "may mai mei mayo maggio mag maio maj maja мая май",
    "june jun juni juin junio giugno giu junho czerwca czerwiec июня июнь июн",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec июля июль июл",
    "august aug augustus augusti août agosto ago sierpnia sierpień августа август авг",
    "september sep sept septembre septiembre settembre set setembro września wrzesień сентября сентябрь сен",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik октября октябрь окт",
    "november nov novembre noviembre novembro listopada listopad ноября ноябрь ноя",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des grudnia grudzień декабря декабрь дек",
];

/// The day or month that words give: one month by name, with a day beside it or none, and one year of four digits. Times,
/// the names of days and other numbers are passed over.
pub fn read(words: &str) -> Option<PartialDate> {
    if let Some(date) = with_signs(words) {
        return Some(date);
    }
    let is_between = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '|' | '·' | '/');
    // "Vol. 12, March": a comma keeps a number from its month.
    let words = words.replace(',', " , ");
    let tokens = words.split(is_between).filter(|token| !token.is_empty());
    let tokens: Vec<Token> = tokens.map(Token::of).filter(|token| *token != Token::Filler).collect();
    let mut years = tokens.iter().filter_map(|token| match token {
        Token::Year(year) => Some(*year),
        _ => None,
    });
    let year = years.next()?;
    if years.any(|other| other != year) {
        return None;
    }
    let day = |at: Option<usize>| match tokens.get(at?) {
        Some(Token::Day(day)) => Some(*day),
        _ => None,
    };
    let mut found: Vec<(i8, Option<i8>)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Token::Month(month) = token else { continue };
        // What stands before a day that stands before a month is the name of a day: "mar. 5 avril".
        let is_weekday = day(Some(at + 1)).is_some() && matches!(tokens.get(at + 2), Some(Token::Month(_)));
        if !is_weekday {
            found.push((*month, day(at.checked_sub(1)).or_else(|| day(Some(at + 1)))));
        }
    }
    found.dedup();
    // A name may be that of a month, too: "March 6, 2024 by May Lee".
    if found.len() > 1 {
        found.retain(|(_, day)| day.is_some());
    }
    let [(month, day)] = found.as_slice() else { return None };
    date(year, *month, *day)
}

/// A word of a date.
#[derive(Clone, Copy, PartialEq)]
enum Token {
    Day(i8),
    Month(i8),
    Year(i16),
    /// What may stand between the others.
    Filler,
    Other,
}

impl Token {
    fn of(token: &str) -> Self {
        if token.contains(':') {
            return Self::Other;
        }
        let bare = token.trim_matches(['.', '\'', '’']).to_lowercase();
        if matches!(bare.as_str(), "de" | "of" | "the" | "del" | "den" | "le") {
            return Self::Filler;
        }
        let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &bare[digits..];
        match digits {
            0 => month_of(&bare).map_or(Self::Other, Self::Month),
            1 | 2 if matches!(rest, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "°") => {
                bare[..digits].parse().map_or(Self::Other, Self::Day)
            }
            4 if matches!(rest, "" | "г" | "r") => bare[..digits].parse().map_or(Self::Other, Self::Year),
            _ => Self::Other,
        }
    }
}

fn month_of(word: &str) -> Option<i8> {
    let at = NAMES.iter().position(|names| names.split(' ').any(|name| name == word))?;
    i8::try_from(at + 1).ok()
}

/// 2023年4月28日, as Chinese and Japanese have it; Korean has signs of its own.
fn with_signs(words: &str) -> Option<PartialDate> {
    let signs = [('年', '月', '日'), ('년', '월', '일')];
    signs.into_iter().find_map(|(of_year, of_month, of_day)| {
        let (year, rest) = words.trim().split_once(of_year)?;
        let (month, rest) = rest.split_once(of_month)?;
        let day = rest.split_once(of_day).map(|(day, _)| day.trim().parse().ok());
        date(year.trim().parse().ok()?, month.trim().parse().ok()?, day.flatten())
    })
}

fn date(year: i16, month: i8, day: Option<i8>) -> Option<PartialDate> {
    match day {
        Some(day) => PartialDate::from_day(Date::new(year, month, day).ok()?).ok(),
        None => format!("{year:04}-{month:02}").parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_other_languages() {
        for (words, expected) in [
            ("28. April 2023", "2023-04-28"),
            ("Freitag, 28. Dezember 2023, 10:15 Uhr", "2023-12-28"),
            ("1er février 2023", "2023-02-01"),
            ("28 févr. 2023", "2023-02-28"),
            ("Publié le 28 août 2023 à 19h20", "2023-08-28"),
            ("28 de abril de 2023", "2023-04-28"),
            ("28 aprile 2023", "2023-04-28"),
            ("28 maart 2023", "2023-03-28"),
            ("28 апреля 2023 г.", "2023-04-28"),
            ("28 października 2023", "2023-10-28"),
            ("2023年4月28日 10:15", "2023-04-28"),
            ("2023년 4월 28일", "2023-04-28"),
            ("marzo de 2023", "2023-03"),
            ("2023年4月", "2023-04"),
            ("31 avril 2023", "-"),
            ("28 avril", "-"),
            ("2023", "-"),
            ("28 avril 2023, 30 mai 2023", "-"),
            ("March 2024 Issue 12", "2024-03"),
            ("Vol. 12, March 2024", "2024-03"),
            ("May 2023 | 5 min read", "2023-05"),
            ("6 mars 2024 à 10 h 15", "2024-03-06"),
            ("March 6, 2024 at 8 PM ET", "2024-03-06"),
            ("2. Mai 2024 um 8 Uhr", "2024-05-02"),
            ("The Harbour, 6 March 2024, p. 12", "2024-03-06"),
            ("mar. 5 avril 2022", "2022-04-05"),
            ("March 6, 2024 By May Lee", "2024-03-06"),
            ("gestern", "-"),
        ] {
            assert_eq!(read(words).map_or("-".to_owned(), |date| date.as_str().to_owned()), expected, "{words}");
        }
    }

    #[test]
    fn no_name_is_that_of_two_months() {
        let mut all: Vec<&str> = NAMES.iter().flat_map(|names| names.split(' ')).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
