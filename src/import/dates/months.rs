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

/// The day, month or year that words give: one month by name, one year of four digits, and a day or none. Times and the
/// names of days are passed over.
pub fn read(words: &str) -> Option<PartialDate> {
    if let Some(date) = with_signs(words) {
        return Some(date);
    }
    let (mut day, mut month, mut year) = (None, None, None);
    let tokens =
        words.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '(' | ')' | '|' | '·' | '/'));
    for token in tokens.filter(|token| !token.is_empty() && !token.contains(':')) {
        let bare = token.trim_matches(['.', '\'', '’']).to_lowercase();
        let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &bare[digits..];
        match digits {
            0 => set(&mut month, month_of(&bare))?,
            1 | 2 if matches!(rest, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "°") => {
                set(&mut day, bare[..digits].parse::<i8>().ok())?;
            }
            4 if matches!(rest, "" | "г" | "r") => set(&mut year, bare[..digits].parse::<i16>().ok())?,
            _ => {}
        }
    }
    date(year?, month?, day)
}

/// Takes a value that is there; a second, other one is one too many.
fn set<T: PartialEq>(known: &mut Option<T>, found: Option<T>) -> Option<()> {
    match (&known, found) {
        (Some(known), Some(found)) => (*known == found).then_some(()),
        (None, Some(found)) => {
            *known = Some(found);
            Some(())
        }
        (_, None) => Some(()),
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
