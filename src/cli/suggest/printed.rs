//! What a text proposes, as one line of JSON.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use super::line::Line;
use crate::model::{Bound, Currency, Decimal, PartialDate, Period, Precision};
use crate::suggest::{Acted, Context, Dated, Made, Named, Suggestion, Sum, scan};

/// Prints the line that answers a line.
pub(super) fn print(line: &Line<'_>, out: &mut dyn Write) -> io::Result<()> {
    let context = Context { published: line.published.as_ref(), ..Context::default() };
    let found = scan(&line.text, context);
    write!(out, "{{\"id\":{},\"suggestions\":", line.id)?;
    serde_json::to_writer(&mut *out, &proposed(&line.text, &found))?;
    out.write_all(b"}\n")
}

/// One suggestion, its place in Unicode scalar values.
#[derive(Serialize)]
struct Proposed<'a> {
    start: usize,
    end: usize,
    kind: &'static str,
    text: &'a str,
    value: Shown<'a>,
}

/// The value, by kind. Keys that nothing is known for are null; lists may be empty.
#[derive(Serialize)]
#[serde(untagged)]
enum Shown<'a> {
    Amount {
        value: &'a Decimal,
        #[serde(skip_serializing_if = "Option::is_none")]
        value_max: Option<&'a Decimal>,
        currency: Option<Currency>,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        currencies: &'a [Currency],
        precision: Precision,
        period: Option<&'a Period>,
        nature: Option<&'a str>,
    },
    Date {
        edtf: Option<&'a PartialDate>,
        bound: Option<Bound>,
        timex: &'a str,
        rule: Option<&'a str>,
        anchor: Option<&'a PartialDate>,
        alternatives: Vec<&'a PartialDate>,
        kind: Option<&'a str>,
    },
    Party {
        name: &'a str,
        kind: Option<&'a str>,
        aliases: Vec<Alias<'a>>,
        identifiers: Vec<Identifier<'a>>,
        judge: bool,
    },
    Action {
        kind: &'a str,
        outcome: Option<&'a str>,
        status: Option<&'a str>,
        title: &'a str,
        by: Vec<&'a str>,
        against: Vec<&'a str>,
        court: Option<&'a str>,
        date: Option<&'a PartialDate>,
    },
}

#[derive(Serialize)]
struct Alias<'a> {
    name: &'a str,
    kind: &'a str,
}

#[derive(Serialize)]
struct Identifier<'a> {
    scheme: &'a str,
    value: &'a str,
}

/// The suggestions in the order of their words.
fn proposed<'a>(text: &'a str, found: &'a [Suggestion]) -> Vec<Proposed<'a>> {
    let mut order: Vec<&Suggestion> = found.iter().collect();
    order.sort_by_key(|one| (one.words.start, one.words.end));
    let mut counted = Counted { text, byte: 0, scalars: 0 };
    order
        .into_iter()
        .map(|one| {
            let words = &text[one.words.clone()];
            let start = counted.up_to(one.words.start);
            let (kind, value) = shown(text, found, &one.made);
            Proposed { start, end: start + words.chars().count(), kind, text: words, value }
        })
        .collect()
}

/// Scalar values counted up to a byte of a text that only moves on.
struct Counted<'a> {
    text: &'a str,
    byte: usize,
    scalars: usize,
}

impl Counted<'_> {
    fn up_to(&mut self, byte: usize) -> usize {
        self.scalars += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.scalars
    }
}

fn shown<'a>(text: &'a str, found: &'a [Suggestion], made: &'a Made) -> (&'static str, Shown<'a>) {
    match made {
        Made::Amount(sum) => ("amount", amount(sum)),
        Made::Date(dated) => ("date", date(dated)),
        Made::Party(named) => ("party", party(named)),
        Made::Action(acted) => ("action", action(text, found, acted)),
    }
}

fn amount(sum: &Sum) -> Shown<'_> {
    Shown::Amount {
        value: &sum.value,
        value_max: sum.value_max.as_ref(),
        currency: sum.currency,
        currencies: &sum.currencies,
        precision: sum.precision,
        period: sum.period.as_ref(),
        nature: sum.nature,
    }
}

fn date(dated: &Dated) -> Shown<'_> {
    let derivation = dated.derivation.as_ref();
    Shown::Date {
        edtf: dated.date.as_ref(),
        bound: dated.bound,
        timex: &dated.timex,
        // Words that wait for a date to count from have no rule yet.
        rule: derivation.map(|derivation| derivation.rule.as_str()).filter(|rule| !rule.is_empty()),
        anchor: derivation.and_then(|derivation| derivation.anchor.as_ref()),
        alternatives: dated.others.iter().map(|(date, _)| date).collect(),
        kind: dated.kind,
    }
}

fn party(named: &Named) -> Shown<'_> {
    Shown::Party {
        name: &named.name,
        kind: Some(named.kind).filter(|kind| !kind.is_empty()),
        aliases: named.aliases.iter().map(|(name, kind)| Alias { name, kind }).collect(),
        identifiers: named.identifiers.iter().map(|(scheme, value)| Identifier { scheme, value }).collect(),
        judge: named.is_judge,
    }
}

fn action<'a>(text: &'a str, found: &'a [Suggestion], acted: &'a Acted) -> Shown<'a> {
    let words = |range: &Range<usize>| &text[range.clone()];
    let date = acted.date.and_then(|at| match &found.get(at)?.made {
        Made::Date(dated) => dated.date.as_ref(),
        _ => None,
    });
    Shown::Action {
        kind: acted.kind,
        outcome: acted.outcome,
        status: acted.status,
        title: &acted.title,
        by: acted.by.iter().map(words).collect(),
        against: acted.against.iter().map(words).collect(),
        court: acted.court.as_ref().map(words),
        date,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::Derivation;

    const TEXT: &str = "📣 Ål AS (ÅL) sued the board on Monday over about 5 € a year";

    fn words(part: &str) -> Range<usize> {
        let start = TEXT.find(part).unwrap();
        start..start + part.len()
    }

    fn parties() -> [Suggestion; 2] {
        let named = |part: &str, name: &str| Suggestion {
            words: words(part),
            made: Made::Party(Named { name: name.to_owned(), name_at: words(name), ..named() }),
        };
        let mut first = named("Ål AS (ÅL)", "Ål AS");
        if let Made::Party(party) = &mut first.made {
            party.kind = "company";
            party.aliases.push(("ÅL".to_owned(), "acronym"));
            party.identifiers.push(("OSE", "AAL".to_owned()));
        }
        [first, named("the board", "board")]
    }

    fn named() -> Named {
        Named {
            name: String::new(),
            kind: "",
            known: None,
            rivals: Vec::new(),
            aliases: Vec::new(),
            identifiers: Vec::new(),
            name_at: 0..0,
            is_judge: false,
        }
    }

    fn monday() -> Suggestion {
        let derivation =
            Derivation { rule: "latest_weekday".into(), anchor: "2024-03-06".parse().ok(), words: "Monday".into() };
        let dated = Dated {
            date: "2024-03-04".parse().ok(),
            bound: Some(Bound::On),
            timex: "2024-03-04".to_owned(),
            derivation: Some(derivation),
            others: vec![("2024-03-11".parse().unwrap(), None)],
            kind: Some("filing"),
        };
        Suggestion { words: words("Monday"), made: Made::Date(dated) }
    }

    fn sum() -> Suggestion {
        let sum = Sum {
            value: "5".parse().unwrap(),
            value_max: None,
            currency: Currency::parse("EUR"),
            precision: Precision::About,
            period: "P1Y".parse().ok(),
            nature: None,
            currencies: Vec::new(),
        };
        Suggestion { words: words("about 5 € a year"), made: Made::Amount(sum) }
    }

    #[test]
    fn suggestions_are_printed_in_order_with_places_in_scalar_values() {
        let acted = Acted {
            kind: "complaint",
            title: "Complaint".to_owned(),
            by: vec![words("Ål AS")],
            against: vec![words("the board")],
            date: Some(2),
            ..Acted::default()
        };
        let [first, second] = parties();
        let action = Suggestion { words: words("sued the board"), made: Made::Action(acted) };
        let found = [first, second, monday(), sum(), action];
        let printed = serde_json::to_value(proposed(TEXT, &found)).unwrap();
        let expected = json!([
            { "start": 2, "end": 12, "kind": "party", "text": "Ål AS (ÅL)", "value": {
                "name": "Ål AS", "kind": "company", "aliases": [{ "name": "ÅL", "kind": "acronym" }],
                "identifiers": [{ "scheme": "OSE", "value": "AAL" }], "judge": false } },
            { "start": 13, "end": 27, "kind": "action", "text": "sued the board", "value": {
                "kind": "complaint", "outcome": null, "status": null, "title": "Complaint", "by": ["Ål AS"],
                "against": ["the board"], "court": null, "date": "2024-03-04" } },
            { "start": 18, "end": 27, "kind": "party", "text": "the board", "value": {
                "name": "board", "kind": null, "aliases": [], "identifiers": [], "judge": false } },
            { "start": 31, "end": 37, "kind": "date", "text": "Monday", "value": {
                "edtf": "2024-03-04", "bound": "on", "timex": "2024-03-04", "rule": "latest_weekday",
                "anchor": "2024-03-06", "alternatives": ["2024-03-11"], "kind": "filing" } },
            { "start": 43, "end": 59, "kind": "amount", "text": "about 5 € a year", "value": {
                "value": "5", "currency": "EUR", "precision": "about", "period": "P1Y", "nature": null } },
        ]);
        assert_eq!(printed, expected);
    }

    #[test]
    fn ranges_and_doubtful_signs_have_keys_of_their_own() {
        let mut range = sum();
        if let Made::Amount(sum) = &mut range.made {
            sum.value_max = "7".parse().ok();
            sum.currencies = Currency::parse("SEK").into_iter().collect();
        }
        let printed = serde_json::to_value(proposed(TEXT, &[range])).unwrap();
        assert_eq!(printed[0]["value"]["value_max"], "7");
        assert_eq!(printed[0]["value"]["currencies"], json!(["SEK"]));
    }

    #[test]
    fn an_unresolved_date_is_null() {
        let mut monday = monday();
        if let Made::Date(dated) = &mut monday.made {
            (dated.date, dated.derivation, dated.others) = (None, Some(Derivation::default()), Vec::new());
        }
        let printed = serde_json::to_value(proposed(TEXT, &[monday])).unwrap();
        let value = &printed[0]["value"];
        for key in ["edtf", "rule", "anchor"] {
            assert!(value.get(key).is_some_and(serde_json::Value::is_null), "{key}");
        }
        assert_eq!(value["alternatives"], json!([]));
    }
}
