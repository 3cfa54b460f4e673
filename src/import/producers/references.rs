//! Lists of references, as Zotero and other keepers of literature export them. They know of an article all but its text.

use serde_json::Value;

use super::{Completeness, Found, text_or_part};
use crate::import::dates::{When, when};
use crate::import::html::text_of;
use crate::import::values::{at, first, list, words};
use crate::model::PartialDate;

/// An item of CSL-JSON (<https://docs.citationstyles.org/en/stable/specification.html>).
pub fn csl(value: &Value) -> Found {
    let names = list(at(value, "author")).iter().map(|name| {
        let (family, particle) = (words(at(name, "family")), words(at(name, "non-dropping-particle")));
        let family = joined(&particle, &family, "");
        let family = joined(&words(at(name, "dropping-particle")), &family, "");
        let family = joined(&family, &words(at(name, "suffix")), "");
        joined(&words(at(name, "given")), &family, &words(at(name, "literal")))
    });
    referred(Reference {
        title: line(value, &["title"]),
        authors: names.collect(),
        publisher: line(value, &["container-title", "publisher", "collection-title"]),
        url: first(value, &["URL", "url"]),
        published: csl_date(at(value, "issued")),
        retrieved: csl_date(at(value, "accessed")),
        language: first(value, &["language"]),
        summary: first(value, &["abstract"]),
    })
}

/// An item of Zotero's own JSON, as Better BibTeX exports it (<https://retorque.re/zotero-better-bibtex/>).
pub fn zotero(value: &Value) -> Found {
    // In answers of its service the item is wrapped.
    let value = if at(value, "data").is_object() { at(value, "data") } else { value };
    let creators = list(at(value, "creators")).iter();
    let authors =
        creators.filter(|one| matches!(words(at(one, "creatorType")).as_str(), "author" | "" | "contributor"));
    let names = authors
        .map(|name| joined(&words(at(name, "firstName")), &words(at(name, "lastName")), &words(at(name, "name"))));
    referred(Reference {
        title: first(value, &["title"]),
        authors: names.collect(),
        publisher: first(
            value,
            &["publicationTitle", "websiteTitle", "blogTitle", "forumTitle", "publisher", "libraryCatalog"],
        ),
        url: first(value, &["url"]),
        published: when(at(value, "date")),
        retrieved: when(at(value, "accessDate")),
        language: first(value, &["language"]),
        summary: first(value, &["abstractNote"]),
    })
}

/// Words, or the first of several: registries have lists where the format has words.
fn line(value: &Value, keys: &[&str]) -> String {
    let found = keys.iter().filter_map(|key| list(at(value, key)).first()).map(words);
    found.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
}

struct Reference {
    title: String,
    authors: Vec<String>,
    publisher: String,
    url: String,
    published: Option<When>,
    retrieved: Option<When>,
    language: String,
    summary: String,
}

fn referred(reference: Reference) -> Found {
    let Reference { title, authors, publisher, url, published, retrieved, language, summary } = reference;
    let (text, completeness): (String, Completeness) = text_or_part(&[], &[text_of(&summary)]);
    let title = if title.contains('<') { text_of(&title) } else { title };
    let authors = authors.into_iter().filter(|name| !name.is_empty()).collect();
    Found { title, authors, publisher, url, published, retrieved, language, text, completeness, ..Found::default() }
}

/// A name of two parts, or as it is written.
fn joined(given: &str, family: &str, literal: &str) -> String {
    if literal.is_empty() { format!("{given} {family}").trim().to_owned() } else { literal.to_owned() }
}

/// A date of one, two or three parts, or of two such dates; else as somebody has written it.
fn csl_date(value: &Value) -> Option<When> {
    let dates: Vec<String> = list(at(value, "date-parts")).iter().filter_map(parts).collect();
    if dates.is_empty() {
        return when(if value.is_object() { written(value) } else { value });
    }
    let written = dates.join("/");
    let date: Option<PartialDate> = written.parse().ok();
    date.map(|date| When { written, date: Some(date), either: None })
}

fn written(value: &Value) -> &Value {
    ["edtf", "raw", "literal"].iter().map(|key| at(value, key)).find(|words| !words.is_null()).unwrap_or(&Value::Null)
}

/// Year, month and day, as far as they are known; numbers or words of digits.
fn parts(parts: &Value) -> Option<String> {
    let numbers: Vec<u16> = list(parts).iter().map_while(|part| words(part).parse().ok()).collect();
    let (year, rest) = numbers.split_first()?;
    let rest = rest.iter().take_while(|part| **part > 0).take(2).map(|part| format!("-{part:02}"));
    Some(std::iter::once(format!("{year:04}")).chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn dates_are_as_exact_as_their_parts() {
        for (value, expected) in [
            (json!({ "date-parts": [[2019, 9, 16]] }), "2019-09-16"),
            (json!({ "date-parts": [["2019", "9"]] }), "2019-09"),
            (json!({ "date-parts": [[1972]] }), "1972"),
            (json!({ "date-parts": [[1972, 0, 0]] }), "1972"),
            (json!({ "date-parts": [[2019, 9, 16], [2019, 10]] }), "2019-09-16/2019-10"),
            (json!({ "raw": "16 September 2019" }), "2019-09-16"),
            (json!({ "literal": "spring" }), "-"),
            (json!({ "date-parts": [[2019, 13]] }), "-"),
            (json!("2019-09-16"), "2019-09-16"),
            (json!(null), "-"),
        ] {
            let date = csl_date(&value).and_then(|when| when.date);
            assert_eq!(date.map_or("-".to_owned(), |date| date.as_str().to_owned()), expected, "{value}");
        }
    }
}
