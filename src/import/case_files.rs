//! Case files of other producers: court dockets, contracting data, reference lists. They are recognised, so that a person is
//! told what a file is; reading them is another matter.

use serde_json::{Map, Value};

use super::producer::{Producer, recognise};
use super::values::{has_all, has_any, object};

/// How deep what holds the records may be in others: `_embedded.results`.
const DEEPEST: usize = 2;

/// How many bytes of text an article has at least.
const LEAST_TEXT: usize = 60;

/// Whether an object has the keys of a producer.
type Test = fn(&Map<String, Value>) -> bool;

/// A record that stands among others, which may be articles.
pub const REFERENCE: &str = "a court case of a reference list";

/// What each producer's records are called, and how they are told.
const TESTS: &[(&str, Test)] = &[
    ("contracting data of the Open Contracting Data Standard (OCDS)", is_ocds),
    ("a case of the Caselaw Access Project", |keys| {
        keys.contains_key("name_abbreviation") && has_any(keys, &["decision_date", "casebody", "docket_number"])
    }),
    ("a docket of the US Supreme Court", is_supreme_court),
    ("court records of CourtListener", is_court_listener),
    ("court records of the Florida appellate courts", is_florida),
    ("a docket of a US federal court, as PACER tools write it", |keys| {
        has_all(keys, &["docket_entries", "docket_number", "case_name"])
    }),
    ("a case of Oyez", |keys| {
        keys.get("href").and_then(Value::as_str).is_some_and(|address| address.contains("api.oyez.org/cases"))
            || has_all(keys, &["first_party", "second_party"]) && has_any(keys, &["docket_number", "ID"])
    }),
    ("a transcript of Oyez", |keys| {
        keys.get("transcript").is_some_and(Value::is_object) && keys.contains_key("media_file")
    }),
    ("contracting data of SAM.gov", is_sam),
    ("award data of USAspending.gov", is_us_spending),
    ("entities of FollowTheMoney", |keys| {
        keys.get("schema").is_some_and(Value::is_string) && keys.get("properties").is_some_and(has_lists)
    }),
    (REFERENCE, |keys| {
        keys.get("type").is_some_and(|kind| kind == "legal_case")
            || keys.get("itemType").is_some_and(|kind| kind == "case")
    }),
];

/// What a value is, where it is a case file of another producer, or the answer of a service that holds such records. Of
/// lists the first elements tell. What has a headline and a text of its own is an article, whatever else it holds, and so
/// is what holds articles.
pub fn name_of(value: &Value) -> Option<&'static str> {
    match within(value, 0) {
        Kind::Case(name) => Some(name),
        Kind::Article | Kind::Nothing => None,
    }
}

/// What a value is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Case(&'static str),
    Article,
    Nothing,
}

fn within(value: &Value, depth: usize) -> Kind {
    let Value::Object(keys) = value else { return Kind::Nothing };
    if is_story(keys) || depth > 0 && recognise(value, None) != Producer::Other {
        return Kind::Article;
    }
    if let Some((name, _)) = TESTS.iter().find(|(_, is_it)| is_it(keys)) {
        return Kind::Case(name);
    }
    let mut kinds = Vec::new();
    if depth < DEEPEST {
        for value in keys.values() {
            match value {
                Value::Array(all) => kinds.extend(all.iter().map(|one| within(one, depth + 1))),
                other => kinds.push(within(other, depth + 1)),
            }
        }
    }
    if kinds.contains(&Kind::Article) {
        return Kind::Article;
    }
    kinds.into_iter().find(|kind| *kind != Kind::Nothing).unwrap_or(Kind::Nothing)
}

/// Whether an object has a headline and a text.
fn is_story(keys: &Map<String, Value>) -> bool {
    const TEXTS: &[&str] = &[
        "text",
        "body",
        "content",
        "article",
        "articleBody",
        "maintext",
        "full_text",
        "fulltext",
        "content_html",
        "content_text",
        "textContent",
        "html",
        "body_html",
        "articletext",
    ];
    let has = |names: &[&str], least: usize| {
        names.iter().any(|name| keys.get(*name).and_then(Value::as_str).is_some_and(|words| words.len() >= least))
    };
    has(&["title", "headline", "webTitle"], 1) && has(TEXTS, LEAST_TEXT)
}

/// <https://standard.open-contracting.org/latest/en/schema/>
fn is_ocds(keys: &Map<String, Value>) -> bool {
    const PARTS: &[&str] =
        &["tender", "awards", "contracts", "planning", "buyer", "parties", "tag", "compiledRelease", "releases"];
    keys.contains_key("ocid") && has_any(keys, PARTS)
}

fn is_supreme_court(keys: &Map<String, Value>) -> bool {
    has_all(keys, &["CaseNumber", "ProceedingsandOrder"])
        || has_all(keys, &["docket_number", "lower_court", "questions_presented"])
}

/// <https://www.courtlistener.com/help/api/rest/>
fn is_court_listener(keys: &Map<String, Value>) -> bool {
    let is_of =
        |key: &str, part: &str| keys.get(key).and_then(Value::as_str).is_some_and(|address| address.contains(part));
    is_of("resource_uri", "courtlistener.com/api/")
        || has_all(keys, &["docket_number", "case_name", "court_id"]) && has_any(keys, &["idb_data", "clusters"])
        || has_all(keys, &["caseName", "docketNumber"])
        || has_all(keys, &["case_name_full", "citations"])
        || has_all(keys, &["html_with_citations", "plain_text"])
        || has_all(keys, &["cluster_id", "author_str"])
        || has_all(keys, &["normalized_citations", "clusters"])
        || has_all(keys, &["party_types", "name"])
        || has_any(keys, &["recap_documents", "party_types", "filepath_ia_json"])
        || keys.contains_key("pacer_doc_id") && has_any(keys, &["filepath_local", "docket", "recap_document"])
}

fn is_florida(keys: &Map<String, Value>) -> bool {
    has_any(keys, &["caseHeader", "docketEntryHeader", "partyHeader", "docket_entry_uuid", "party_uuid", "case_uuid"])
        || has_all(keys, &["hearing_type", "hearing_status"])
}

/// <https://open.gsa.gov/api/>
fn is_sam(keys: &Map<String, Value>) -> bool {
    let names_solicitation = |value: &Value| object(value).contains_key("solicitationNumber");
    has_any(keys, &["opportunitiesData", "awardSummary", "excludedEntity", "exclusionDetails", "subAwardReportNumber"])
        || keys.contains_key("noticeId") && has_any(keys, &["solicitationNumber", "uiLink"])
        || keys.contains_key("related") && keys.get("data").is_some_and(names_solicitation)
}

/// <https://api.usaspending.gov/docs/endpoints>
fn is_us_spending(keys: &Map<String, Value>) -> bool {
    has_any(keys, &["generated_unique_award_id", "generated_internal_id", "total_transaction_obligated_amount"])
        || has_all(keys, &["Award ID", "Recipient Name"])
        || has_all(keys, &["federal_action_obligation", "action_date"])
}

/// `FollowTheMoney` has every property as a list (<https://followthemoney.tech/docs/>).
fn has_lists(properties: &Value) -> bool {
    let properties = object(properties);
    !properties.is_empty() && properties.values().all(Value::is_array)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn case_files_are_told_by_their_keys() {
        for (value, expected) in [
            (json!({ "releases": [{ "ocid": "a", "tag": ["award"] }] }), "OCDS"),
            (json!({ "records": [{ "ocid": "a", "compiledRelease": {} }] }), "OCDS"),
            (json!({ "id": 1, "name_abbreviation": "A v. B", "decision_date": "1828" }), "Caselaw"),
            (json!({ "CaseNumber": "23-1 ", "ProceedingsandOrder": [] }), "Supreme Court"),
            (json!({ "count": 1, "results": [{ "caseName": "A v. B", "docketNumber": "1:20" }] }), "CourtListener"),
            (json!({ "_embedded": { "results": [{ "docketEntryHeader": {} }] }, "page": {} }), "Florida"),
            (json!({ "case_name": "A v. B", "docket_number": "1", "docket_entries": [] }), "PACER"),
            (json!({ "ID": 1, "first_party": "A", "second_party": "B" }), "Oyez"),
            (json!({ "opportunitiesData": [] }), "SAM.gov"),
            (json!({ "results": [{ "Award ID": "a", "Recipient Name": "B" }] }), "USAspending"),
            (json!({ "id": "a", "schema": "Company", "properties": { "name": ["B"] } }), "FollowTheMoney"),
            (json!({ "type": "legal_case", "title": "A v. B" }), "reference list"),
        ] {
            assert!(name_of(&value).is_some_and(|name| name.contains(expected)), "{value}: {:?}", name_of(&value));
        }
        for value in [
            json!({ "title": "A", "text": "B", "schema": "x", "properties": { "a": 1 } }),
            json!({ "articles": [{ "title": "A", "description": "The docket." }] }),
            json!({ "data": { "title": "A" }, "related": [] }),
            json!([1]),
            json!({ "title": "A v. B", "text": "x".repeat(80), "caseName": "A v. B", "docketNumber": "1:20" }),
            json!({ "title": "A", "body": "x".repeat(80), "entities": [{ "schema": "Person", "properties": { "name": ["B"] } }] }),
            json!({ "query": { "caseName": "A", "docketNumber": "1" }, "results": [{ "title": "A", "text": "x".repeat(80) }] }),
        ] {
            assert_eq!(name_of(&value), None, "{value}");
        }
    }
}
