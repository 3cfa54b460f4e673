//! One line of input: a text, its id, and when it was published.

use jiff::fmt::temporal::Pieces;

use crate::format::{FaultClass, Kind, LineIndex, Outline};
use crate::model::PartialDate;

/// What is wrong, in a sentence, and the column where it stands, from 1 in characters.
pub(super) type Wrong = (usize, String);

/// A line that can be answered.
#[derive(Debug, PartialEq)]
pub(super) struct Line<'a> {
    /// The id as JSON, spelt as it was; `null` where there is none.
    pub id: &'a str,
    /// The text.
    pub text: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// What is wrong with the rest of the line.
    pub fault: Option<Wrong>,
}

impl<'a> Line<'a> {
    /// Reads a line.
    ///
    /// # Errors
    /// Where it is no JSON object or has no text.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Wrong> {
        let column = |offset: usize| LineIndex::new(bytes).position(offset).column;
        let (outline, faults) = Outline::of(bytes);
        if let Some(fault) = faults.iter().find(|fault| fault.class == FaultClass::Syntax) {
            return Err((column(fault.offset), fault.message.clone()));
        }
        let Ok(line) = std::str::from_utf8(bytes) else {
            return Err((1, "This is not UTF-8.".to_owned()));
        };
        if outline.root != Kind::Object {
            return Err((column(outline.span.start), "This is no JSON object.".to_owned()));
        }
        let json = |key: &str| outline.member(key).map(|member| (&line[member.value.clone()], member.value.start));
        let Some((text, at)) = json("text") else {
            let why = "The key \u{201c}text\u{201d} is missing.".to_owned();
            return Err((column(outline.span.start), why));
        };
        let Ok(text) = serde_json::from_str(text) else {
            return Err((column(at), "The text is no string of Unicode characters.".to_owned()));
        };
        let (published, fault) = match json("published") {
            None | Some(("null", _)) => (None, None),
            Some((words, at)) => match published(words) {
                Some(date) => (Some(date), None),
                None => (None, Some((column(at), no_date(words)))),
            },
        };
        Ok(Line { id: json("id").map_or("null", |(id, _)| id), text, published, fault })
    }
}

/// A date as cases hold it, or the day of a date and time as ISO 8601 writes it.
fn published(json: &str) -> Option<PartialDate> {
    let words: String = serde_json::from_str(json).ok()?;
    let words = words.trim();
    words.parse().ok().or_else(|| PartialDate::from_day(Pieces::parse(words).ok()?.date()).ok())
}

fn no_date(json: &str) -> String {
    let shown: String = json.trim_matches('"').chars().take(40).collect();
    format!("The publication date \u{201c}{shown}\u{201d} is no date, so dates are read without one.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publication_dates_may_have_a_time() {
        for (words, expected) in [
            ("2016-11-07", Some("2016-11-07")),
            ("2016-11", Some("2016-11")),
            ("2016", Some("2016")),
            ("2016-11~", Some("2016-11~")),
            ("2016-11-07/2016-11-09", Some("2016-11-07/2016-11-09")),
            ("2016-11-07T23:30:00.000-05:00", Some("2016-11-07")),
            ("2016-11-07 23:30", Some("2016-11-07")),
            (" 2016-11-07 ", Some("2016-11-07")),
            ("2016-02-30", None),
            ("2016-02-30T10:00", None),
            ("November", None),
            ("", None),
        ] {
            let found = published(&serde_json::to_string(words).unwrap());
            let day = found.as_ref().map(|date| date.as_str().split('T').next().unwrap());
            assert_eq!(day, expected, "{words}");
        }
        assert_eq!(published("20161107"), None);
        assert_eq!(published("[]"), None);
    }

    #[test]
    fn ids_keep_their_spelling() {
        for id in ["1.50", "123456789012345678901234567890", "\"\\u0041\"", "{\"a\": [1, null]}", "null", "true"] {
            let line = format!("{{\"text\": \"a\", \"id\": {id} }}\n");
            assert_eq!(Line::read(line.as_bytes()).unwrap().id, id);
        }
    }
}
