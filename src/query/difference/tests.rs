use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::model::{
    Action, Amount, ArticleEntry, CaseDate, Claim, Header, Link, Party, Proceeding, Quote, Record, Version, cases,
};

/// A case of these records, as files have them.
fn case(records: &[(List, Value)]) -> Case {
    let mut case = Case::new(Header::default());
    for (list, record) in records {
        case.put(case.next_place(*list), Some(read(*list, record.clone())));
    }
    case
}

fn read(list: List, record: Value) -> Record {
    fn of<T: serde::de::DeserializeOwned>(record: Value) -> T {
        serde_json::from_value(record).unwrap()
    }
    match list {
        List::Articles => Record::Entry(of::<ArticleEntry>(record)),
        List::Parties => Record::Party(of::<Party>(record)),
        List::Proceedings => Record::Proceeding(of::<Proceeding>(record)),
        List::Actions => Record::Action(of::<Action>(record)),
        List::Links => Record::Link(of::<Link>(record)),
        List::Amounts => Record::Amount(of::<Amount>(record)),
        List::Dates => Record::Date(of::<CaseDate>(record)),
        List::Quotes => Record::Quote(of::<Quote>(record)),
        List::Claims => Record::Claim(of::<Claim>(record)),
    }
}

/// Everything that differs, a line for each record and for each field of it.
fn lines(difference: &Difference) -> Vec<String> {
    let mut lines = Vec::new();
    for record in &difference.records {
        let label = &record.label;
        match &record.change {
            Change::Added => lines.push(format!("+ {label}")),
            Change::Removed => lines.push(format!("- {label}")),
            Change::Changed(fields) => {
                lines.push(format!("~ {label}"));
                let line = |field: &FieldDifference| format!("    {}: {} → {}", field.label, field.ours, field.theirs);
                lines.extend(fields.iter().map(line));
            }
        }
    }
    lines
}

#[track_caller]
fn assert_lines(ours: &[(List, Value)], theirs: &[(List, Value)], expected: &[&str]) {
    assert_eq!(lines(&Difference::of_cases(&case(ours), &case(theirs))), expected);
}

#[test]
fn fields_are_told_by_label_with_the_words_that_a_form_shows() {
    let ours = json!({"id": "a", "label": "Ceiling", "value": "10000000000", "currency": "USD", "precision": "at_most",
        "payer": {"ref": "p"}, "period_as_typed": "ten years or so"});
    let theirs = json!({"id": "a", "label": "Ceiling", "value": "9600000000.5", "currency": "EUR", "nature": "ceiling",
        "payer": {"ref": "p"}, "period": "P10Y", "review": "verified", "confidential": true, "note": "Looked up.",
        "chosen": {"value": "own", "nature": "open", "currency": "c"}});
    let party = (List::Parties, json!({"id": "p", "name": "Department of Defense"}));
    let renamed = (List::Parties, json!({"id": "p", "name": "Pentagon"}));
    let expected = [
        "~ Department of Defense",
        "    Name: Department of Defense → Pentagon",
        "~ Ceiling",
        "    Value: 10,000,000,000 → 9,600,000,000.5",
        "    Currency: USD → EUR",
        "    Precision: up to → ",
        "    Nature:  → contract ceiling",
        "    Over: ten years or so → 10 years",
        "    Review:  → verified",
        "    Confidential: no → yes",
        "    Note:  → Looked up.",
        "    Decision on Currency:  → missing claim c",
        "    Decision on Nature:  → left open",
        "    Decision on Value:  → the value shown",
    ];
    assert_lines(&[(List::Amounts, ours), party], &[renamed, (List::Amounts, theirs)], &expected);
}

#[test]
fn references_are_named_as_in_their_own_case() {
    let party = |id: &str, name: &str| (List::Parties, json!({"id": id, "name": name}));
    let payer = |payer: Value| (List::Amounts, json!({"id": "a", "label": "Fine", "payer": payer}));
    let table = [
        (json!({"ref": "p"}), json!({"ref": "q"}), "    Payer: Oracle → Microsoft"),
        (json!({"ref": "p"}), json!({"ref": "r"}), "    Payer: Oracle (p) → Oracle (r)"),
        (json!({"ref": "p"}), json!({"text": "Oracle"}), "    Payer: Oracle (p) → Oracle (words only)"),
        (json!({"ref": "p"}), json!({"ref": "x"}), "    Payer: Oracle → missing record x"),
    ];
    let parties = || [party("p", "Oracle"), party("q", "Microsoft"), party("r", "Oracle")];
    for (ours, theirs, line) in table {
        let with = |value: Value| parties().into_iter().chain([payer(value)]).collect::<Vec<_>>();
        assert_lines(&with(ours), &with(theirs), &["~ Fine", line]);
    }
}

#[test]
fn elements_of_lists_are_compared_one_by_one() {
    let alias = |id: &str, name: &str, kind: &str| json!({"id": id, "name": name, "kind": kind});
    let party = |aliases: Value| (List::Parties, json!({"id": "p", "name": "Amazon", "aliases": aliases}));
    let one = || alias("1", "AWS", "short");
    let two = || alias("2", "Amazon.com", "legal");
    let table: [(Value, Value, &[&str]); 6] = [
        (json!([one(), two()]), json!([two()]), &["    Other names: AWS (short name) → "]),
        (json!([two()]), json!([one(), two()]), &["    Other names:  → AWS (short name)"]),
        (
            json!([one(), two()]),
            json!([two(), one()]),
            &["    Order of other names: AWS; Amazon.com → Amazon.com; AWS"],
        ),
        (
            json!([one(), two()]),
            json!([alias("1", "Amazon Web", "acronym"), two()]),
            &[
                "    Other names · AWS · Other name: AWS → Amazon Web",
                "    Other names · AWS · Sort of name: short name → acronym",
            ],
        ),
        (json!([one(), one()]), json!([one()]), &["    Other names: AWS (short name) → "]),
        (json!([]), json!([{"id": "3"}]), &["    Other names:  → unnamed"]),
    ];
    for (ours, theirs, expected) in table {
        let expected: Vec<&str> = ["~ Amazon"].iter().chain(expected).copied().collect();
        assert_lines(&[party(ours)], &[party(theirs)], &expected);
    }
    let part = |role: &str| json!({"id": "1", "party": {"ref": "p"}, "role": role, "for": {"text": "the board"}});
    let proceeding = |parts: Value| (List::Proceedings, json!({"id": "x", "caption": "A v. B", "participants": parts}));
    let amazon = || (List::Parties, json!({"id": "p", "name": "Amazon"}));
    assert_lines(
        &[amazon(), proceeding(json!([]))],
        &[amazon(), proceeding(json!([part("counsel")]))],
        &["~ A v. B", "    Participants:  → Amazon (counsel, for the board)"],
    );
    assert_lines(
        &[amazon(), proceeding(json!([part("counsel")]))],
        &[amazon(), proceeding(json!([part("amicus")]))],
        &["~ A v. B", "    Participants · Amazon · Role: counsel → amicus curiae"],
    );
}

#[test]
fn records_of_every_list_are_told_in_its_order() {
    let ours = [
        (List::Articles, json!({"id": "n", "title": "Judge halts work", "published": "2020-02-13"})),
        (List::Quotes, json!({"id": "q", "article": "n", "exact": "up to $10 billion", "start": 1200, "end": 1217})),
        (List::Actions, json!({"id": "m", "title": "Motion", "filed": "2019-11-22"})),
        (List::Amounts, json!({"id": "a", "label": "Ceiling", "value": "10000000000", "currency": "USD"})),
        (List::Claims, json!({"id": "c", "record": "a", "field": "value", "value": "10000000000", "quote": "q"})),
        (List::Dates, json!({"id": "d", "label": "Second evaluation due", "date": "2020-09-16", "bound": "by"})),
    ];
    let theirs = [
        (
            List::Claims,
            json!({"id": "c", "record": "a", "field": "value", "value": "9000000000", "denied": true, "quote": "r"}),
        ),
        (List::Quotes, json!({"id": "q", "article": "n", "exact": "up to $10 billion", "start": 1200, "end": 1210})),
        (List::Quotes, json!({"id": "r", "article": "n", "exact": "nine billion", "part": "title"})),
        (List::Amounts, json!({"id": "a", "label": "Ceiling", "value": "10000000000", "currency": "USD"})),
        (List::Actions, json!({"id": "m", "title": "Motion", "filed": "2019-11-22"})),
        (List::Actions, json!({"id": "o", "title": "Order", "decided": "2020-02-13"})),
        (List::Links, json!({"id": "l", "from": "o", "kind": "decides", "to": "m"})),
        (List::Articles, json!({"id": "n", "title": "Judge halts work", "published": "2020-02-14", "same_as": "z"})),
    ];
    let expected = [
        "~ Judge halts work",
        "    Published: 13 Feb 2020 → 14 Feb 2020",
        "    Reprint of:  → missing record z",
        "+ Order, 13 Feb 2020",
        "+ Order decides Motion",
        "- Second evaluation due, by 16 Sep 2020",
        "~ up to $10 billion",
        "    Place: characters 1,201 to 1,217 → characters 1,201 to 1,210",
        "+ nine billion",
        "~ Ceiling · Value",
        "    Value: 10,000,000,000 → 9,000,000,000",
        "    Denied: no → yes",
        "    Words: up to $10 billion → nine billion",
    ];
    assert_lines(&ours, &theirs, &expected);
}

/// Records with something at every key of the format.
fn full() -> Vec<(List, Value)> {
    let chosen = json!({"kind": "own"});
    let anchor = json!({"exact": "w", "prefix": "p", "suffix": "s", "start": 1, "end": 2, "version": 1});
    vec![
        (
            List::Articles,
            json!({"id": "i", "file": "f", "sha256": "h", "title": "t", "published": "2020", "same_as": "s"}),
        ),
        (
            List::Parties,
            json!({"id": "i", "name": "n", "kind": "court", "part_of": {"ref": "r"}, "merged_into": "m", "note": "n",
                "aliases": [{"id": "a", "name": "n", "kind": "legal", "language": "en"}],
                "identifiers": [{"id": "b", "scheme": "s", "value": "v"}],
                "chosen": chosen, "review": "verified", "confidential": true}),
        ),
        (
            List::Proceedings,
            json!({"id": "i", "forum": {"text": "f"}, "numbers": ["1"], "caption": "c", "from": {"ref": "r"},
                "judges": [{"id": "j", "party": {"ref": "r"}, "from": "2020", "to": "2021"},
                    {"id": "k", "from_as_typed": "f", "to_as_typed": "t"}],
                "participants": [{"id": "p", "party": {"ref": "r"}, "role": "counsel", "for": {"ref": "r"}}],
                "sealed": true, "status": "stayed", "note": "n", "chosen": chosen, "review": "verified",
                "confidential": true}),
        ),
        (
            List::Actions,
            json!({"id": "i", "proceeding": {"ref": "r"}, "entry": "1", "kind": "order", "title": "t",
                "by": [{"ref": "r"}], "filed": "2020", "decided": "2021", "public_on": "2022", "sealed": true,
                "status": "decided", "outcome": "moot", "note": "n", "chosen": chosen, "review": "verified",
                "confidential": true}),
        ),
        (List::Links, json!({"id": "i", "from": "f", "kind": "decides", "to": "t"})),
        (
            List::Amounts,
            json!({"id": "i", "label": "l", "value": "1", "value_max": "2", "currency": "USD", "precision": "range",
                "nature": "fine", "period": "P1Y", "payer": {"ref": "r"}, "payee": {"ref": "s"},
                "action": {"ref": "t"}, "note": "n", "chosen": chosen, "review": "verified", "confidential": true}),
        ),
        (
            List::Dates,
            json!({"id": "i", "label": "l", "date": "2020", "bound": "by", "kind": "event", "action": {"ref": "r"},
                "owed_by": {"ref": "r"}, "set_by": {"ref": "r"}, "met_by": {"ref": "r"}, "extended_to": {"ref": "r"},
                "released": "moot", "note": "n", "chosen": chosen, "review": "verified", "confidential": true}),
        ),
        (
            List::Quotes,
            json!({"id": "i", "article": "a", "part": "title", "exact": "e", "prefix": "p", "suffix": "s", "start": 1,
                "end": 2, "version": 1, "was": [anchor], "file": "f", "sha256": "h", "pointer": "/a"}),
        ),
        (
            List::Claims,
            json!({"id": "i", "record": "r", "field": "value", "value": "v", "denied": true, "quote": "q",
                "mode": "argued", "attributed_to": [{"text": "a"}],
                "derivation": {"rule": "next_day", "anchor": "2020", "words": "w"}, "by": "b", "at": "c"}),
        ),
    ]
}

/// The same value with each of its parts made another in turn; ids and numbered lists are left alone.
fn altered(value: &Value) -> Vec<Value> {
    match value {
        Value::Object(members) => {
            let of_key = |(key, member): (&String, &Value)| {
                let variants = if key == "id" { Vec::new() } else { altered(member) };
                let with = |variant: Value| {
                    let mut members = members.clone();
                    members.insert(key.clone(), variant);
                    Value::Object(members)
                };
                variants.into_iter().map(with).collect::<Vec<_>>()
            };
            members.iter().flat_map(of_key).collect()
        }
        Value::Array(elements) => {
            let with = |(at, variant): (usize, Value)| {
                let mut elements = elements.clone();
                elements[at] = variant;
                Value::Array(elements)
            };
            let variants = |(at, element)| altered(element).into_iter().map(move |variant| (at, variant));
            let mut all: Vec<Value> = elements.iter().enumerate().flat_map(variants).map(with).collect();
            all.push(json!([]));
            all
        }
        Value::Bool(flag) => vec![json!(!flag)],
        Value::Number(number) => vec![json!(number.as_u64().unwrap() + 1)],
        Value::String(words) => {
            let other = match words.as_str() {
                "USD" => "EUR",
                "range" => "about",
                "by" => "on",
                "P1Y" => "P2Y",
                "title" => "byline",
                words if words.starts_with("20") => "1999",
                "1" | "2" => "7",
                _ => "other",
            };
            vec![json!(other)]
        }
        Value::Null => Vec::new(),
    }
}

#[test]
fn nothing_that_differs_is_hidden() {
    let mut count = 0;
    for (list, record) in full() {
        for other in altered(&record) {
            let difference = Difference::of_cases(&case(&[(list, record.clone())]), &case(&[(list, other.clone())]));
            let [one] = difference.records.as_slice() else { panic!("{list:?} {other}: {difference:?}") };
            let Change::Changed(fields) = &one.change else { panic!("{list:?} {other}: {difference:?}") };
            assert!(!fields.is_empty(), "{list:?} {other}");
            count += 1;
        }
    }
    assert!(count > 90, "only {count} were compared");
}

#[test]
fn a_claim_that_only_one_has_tells_what_it_states() {
    let amount = || (List::Amounts, json!({"id": "a", "label": "Ceiling"}));
    let claim =
        |field: &str, value: Value| (List::Claims, json!({"id": "c", "record": "a", "field": field, "value": value}));
    let table = [
        (claim("value", json!("10000000000")), "+ Ceiling · Value, 10,000,000,000"),
        (claim("payer", json!({"text": "the board"})), "+ Ceiling · Payer, the board"),
        (claim("", Value::Null), "+ Ceiling"),
        (claim("x_unknown", json!(true)), "+ Ceiling · x_unknown, yes"),
    ];
    for (claim, expected) in table {
        assert_lines(&[amount()], &[amount(), claim], &[expected]);
    }
}

#[test]
fn what_has_no_words_is_other_details() {
    let quote = |prefix: &str| (List::Quotes, json!({"id": "q", "exact": "words", "prefix": prefix}));
    assert_lines(&[quote("a")], &[quote("b")], &["~ words", "    Other details:  → "]);
}

#[test]
fn the_head_of_a_case_comes_first() {
    let mut ours = case(&[(List::Parties, json!({"id": "p", "name": "Oracle", "kind": "company"}))]);
    let mut theirs = case(&[]);
    ours.header.summary = "The sum is in dispute. ".repeat(20).into();
    theirs.header.summary = ours.header.summary.replace("dispute. T", "doubt. T").into();
    theirs.header.status = "stayed".into();
    let expected = [
        "~ Untitled case",
        "    Status:  → stayed",
        "    Summary: The sum is in dispute. The sum is in dispute. The sum is in dispute. The sum is … → \
         The sum is in doubt. The sum is in doubt. The sum is in doubt. The sum is in …",
        "- Oracle, company",
    ];
    assert_eq!(lines(&Difference::of_cases(&ours, &theirs)), expected);
}

#[test]
fn articles_are_compared_with_the_first_words_that_differ() {
    let text = "The sum is in dispute. ".repeat(500);
    let ours = Article { title: "Judge halts work".into(), text: text.as_str().into(), ..Article::default() };
    assert!(Difference::of_articles(&ours, &ours).is_empty());
    let theirs = Article {
        byline: "By A. Writer".into(),
        published: Some("2020-02-13".parse().unwrap()),
        text: format!("{text}So it is.").into(),
        versions: vec![Version::default()].into(),
        ..ours.clone()
    };
    let difference = Difference::of_articles(&ours, &theirs);
    let expected = [
        "~ Judge halts work",
        "    Byline:  → By A. Writer",
        "    Published:  → 13 Feb 2020",
        "    Text: … The sum is in dispute. → … The sum is in dispute. So it is.",
        "    Length of the text: 11,500 characters → 11,509 characters",
        "    Earlier texts: 0 → 1",
    ];
    assert_eq!(lines(&difference), expected);
    assert_eq!(difference.records[0].subject, Subject::Article);
    let summary = "Changed in the article: Byline, Published, Text, Length of the text, Earlier texts";
    assert_eq!(difference.summary(), summary);
    let with_text = |text: &str| Article { text: text.into(), ..ours.clone() };
    let (ours, theirs) = (with_text("One.\n\nTwo.\n\nThree."), with_text("One.\n\nTwo, now.\n\nThree.\n\nFour."));
    let difference = Difference::of_articles(&ours, &theirs);
    let expected = [
        "~ Judge halts work",
        "    Paragraph 2: Two. → Two, now.",
        "    Paragraph 4, new:  → Four.",
        "    Length of the text: 18 characters → 30 characters",
    ];
    assert_eq!(lines(&difference), expected);
    assert_eq!(difference.summary(), "Changed in the article: Text, Length of the text");
    let difference = Difference::of_articles(&theirs, &ours);
    assert_eq!(lines(&difference)[2], "    Paragraph 4, gone: Four. → ");
    // The same paragraphs, with something else between them.
    let theirs = with_text("One.\nTwo.\n\nThree.");
    assert_eq!(lines(&Difference::of_articles(&ours, &theirs))[1], "    Text: One.¶¶Two.¶¶Three. → One.¶Two.¶¶Three.");
    let other_id = Article { id: "x".into(), ..ours.clone() };
    assert_eq!(Difference::of_articles(&ours, &other_id).summary(), "Changed in the article: Other details");
}

#[test]
fn a_summary_counts() {
    let of = |head: bool, changed: usize, added: usize, removed: usize| {
        let record = |subject, change| RecordDifference { subject, id: Id::default(), label: Text::default(), change };
        let parties = |change: Change, count| vec![record(Subject::Record(List::Parties), change); count];
        let mut records = vec![record(Subject::Case, Change::Changed(Vec::new())); usize::from(head)];
        records.extend(parties(Change::Changed(Vec::new()), changed));
        records.extend(parties(Change::Added, added));
        records.extend(parties(Change::Removed, removed));
        Difference { records }.summary()
    };
    let table = [
        (of(false, 0, 0, 0), "Nothing differs"),
        (of(false, 3, 1, 2), "3 records changed, 1 added, 2 removed"),
        (of(false, 1, 0, 2), "1 record changed, 2 removed"),
        (of(false, 0, 1, 0), "1 record added"),
        (of(false, 0, 0, 1_500), "1,500 records removed"),
        (of(true, 0, 0, 0), "Details of the case changed"),
        (of(true, 0, 1, 1), "Details of the case changed, 1 record added, 1 removed"),
    ];
    for (summary, expected) in table {
        assert_eq!(summary, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_states_differ_where_their_records_do(ours in cases(), theirs in cases()) {
        prop_assert!(Difference::of_cases(&ours, &ours.clone()).is_empty());
        let difference = Difference::of_cases(&ours, &theirs);
        let backwards = Difference::of_cases(&theirs, &ours);
        prop_assert_eq!(difference.records.len(), backwards.records.len());
        for list in List::ALL {
            let of_list = |change: fn(&Change) -> bool| {
                let is_one = |one: &&RecordDifference| one.subject == Subject::Record(list) && change(&one.change);
                difference.records.iter().filter(is_one).count()
            };
            let removed = of_list(|change| *change == Change::Removed);
            let added = of_list(|change| *change == Change::Added);
            prop_assert_eq!(ours.count(list) - removed, theirs.count(list) - added);
        }
        for record in &difference.records {
            if let Change::Changed(fields) = &record.change {
                prop_assert!(!fields.is_empty(), "{record:?}");
                for field in fields {
                    let has_no_words = field.ours.is_empty() && field.theirs.is_empty();
                    prop_assert!(has_no_words || field.ours != field.theirs, "{field:?}");
                }
            }
        }
    }
}
