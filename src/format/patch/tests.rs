use super::{Changes, ListChange, PatchError, SlotChange, apply, render};
use crate::format::Outline;
use serde_json::{Value, json};

const ORDER: [&str; 7] = ["casefile", "id", "title", "articles", "parties", "dates", "claims"];

fn patched(base: &str, changes: &Changes) -> Result<String, PatchError> {
    let (outline, _) = Outline::of(base.as_bytes());
    apply(base.as_bytes(), &outline, changes, &ORDER).map(|bytes| String::from_utf8(bytes).unwrap())
}

/// The file after the root's keys change from `old` to `new`.
fn header(base: &str, old: Value, new: Value) -> String {
    patched(base, &Changes { header: Some((old, new)), lists: vec![] }).unwrap()
}

fn list(key: &str, slots: Vec<(usize, SlotChange)>, appended: Vec<Value>) -> Changes {
    let list = ListChange { key: key.into(), slots: slots.into_iter().collect(), appended };
    Changes { header: None, lists: vec![list] }
}

fn replace(old: Value, new: Value) -> SlotChange {
    SlotChange::Replace { old, new }
}

#[test]
fn keys_before_and_after() {
    let table = [
        // A scalar changes: only its bytes.
        (
            r#"{ "a" : 1e5 ,"b":"x" }"#,
            json!({"a": 1e5, "b": "x"}),
            json!({"a": 1e5, "b": "y"}),
            r#"{ "a" : 1e5 ,"b":"y" }"#,
        ),
        // Keys nobody knows, and the first of two equal ones, stay.
        (r#"{"a":1,"?":1.50,"a":2}"#, json!({"a": 2}), json!({"a": 3}), r#"{"a":1,"?":1.50,"a":3}"#),
        // A new key goes after the one before it.
        (r#"{"a":1,"c":3}"#, json!({"a": 1, "c": 3}), json!({"a": 1, "b": 2, "c": 3}), r#"{"a":1,"b":2,"c":3}"#),
        (r#"{"b":1}"#, json!({"b": 1}), json!({"a": 0, "b": 1}), r#"{"a":0,"b":1}"#),
        (r#"{"a": 1}"#, json!({"a": 1}), json!({"a": 1, "b": [2, {}]}), r#"{"a": 1, "b": [2, {}]}"#),
        ("{\n\t\"a\": 1\n}", json!({"a": 1}), json!({"a": 1, "b": [2]}), "{\n\t\"a\": 1,\n\t\"b\": [\n\t\t2\n\t]\n}"),
        (
            "{\r\n  \"a\":1,\r\n  \"?\":0\r\n}",
            json!({"a": 1}),
            json!({"a": 1, "b": {"c": 2}}),
            "{\r\n  \"a\":1,\r\n  \"b\":{\r\n    \"c\":2\r\n  },\r\n  \"?\":0\r\n}",
        ),
        (
            "{\n  \"x\": 1\n, \"y\": 2\n}",
            json!({"x": 1, "y": 2}),
            json!({"x": 1, "y": 2, "z": 3}),
            "{\n  \"x\": 1\n, \"y\": 2\n, \"z\": 3\n}",
        ),
        // A key goes with its comma and the white space before it.
        (
            r#"{"a": 1, "b": 2, "c": 3}"#,
            json!({"a": 1, "b": 2, "c": 3}),
            json!({"a": 1, "c": 3}),
            r#"{"a": 1, "c": 3}"#,
        ),
        (r#"{ "a": 1, "b": 2 }"#, json!({"a": 1, "b": 2}), json!({"b": 2}), r#"{ "b": 2 }"#),
        (r#"{ "a": 1, "b": 2 }"#, json!({"a": 1, "b": 2}), json!({"a": 1}), r#"{ "a": 1 }"#),
        ("{\n  \"a\": 1\n}\n", json!({"a": 1}), json!({}), "{}\n"),
        (r#"{"a":1,"x":0,"\u0061":2}"#, json!({"a": 2}), json!({}), r#"{"x":0}"#),
        // Something goes and something comes in one place.
        ("{\n  \"a\": 1\n}\n", json!({"a": 1}), json!({"b": 1}), "{\n  \"b\": 1\n}\n"),
        (r#"{"o":{"ref":"k"}}"#, json!({"o": {"ref": "k"}}), json!({"o": {"text": "K"}}), r#"{"o":{"text":"K"}}"#),
        // A value that could not be read is not in `old`; it stays, or is replaced where there is a new one.
        (r#"{"a":"?","b":1}"#, json!({"b": 1}), json!({"b": 2}), r#"{"a":"?","b":2}"#),
        (r#"{"a":"?","b":1}"#, json!({"b": 1}), json!({"a": 0, "b": 1}), r#"{"a":0,"b":1}"#),
        // A value the file leaves to its default is not written until it changes.
        (r#"{"b":1}"#, json!({"a": false, "b": 1}), json!({"a": false, "b": 2}), r#"{"b":2}"#),
        (r#"{"b":1}"#, json!({"b": 1, "a": false}), json!({"b": 1, "a": true}), r#"{"b":1,"a":true}"#),
        // Another kind of value altogether.
        ("{\n  \"a\": 1\n}", json!({"a": 1}), json!({"a": {"b": []}}), "{\n  \"a\": {\n    \"b\": []\n  }\n}"),
        (r#"{"a":[1,2]}"#, json!({"a": [1, 2]}), json!({"a": "x"}), r#"{"a":"x"}"#),
        // Escapes as the file has them.
        (
            r#"{"a":"\u00e9","b":""}"#,
            json!({"a": "é", "b": ""}),
            json!({"a": "é", "b": "ü😀"}),
            r#"{"a":"\u00e9","b":"\u00fc\ud83d\ude00"}"#,
        ),
        (
            "{\"a\":\"\\u00e9é\\/\",\"b\":\"\"}",
            json!({"a": "éé/", "b": ""}),
            json!({"a": "éé/", "b": "ü/"}),
            "{\"a\":\"\\u00e9é\\/\",\"b\":\"ü/\"}",
        ),
        // A byte order mark stays, an empty file gets its first key.
        ("\u{feff}{\"a\":1}", json!({"a": 1}), json!({"a": 2}), "\u{feff}{\"a\":2}"),
        ("{ }\n", json!({}), json!({"a": 1}), "{\n  \"a\": 1\n}\n"),
    ];
    for (base, old, new, expected) in table {
        assert_eq!(header(base, old.clone(), new.clone()), expected, "{base} from {old} to {new}");
    }
}

#[test]
fn arrays_before_and_after() {
    let table = [
        // Scalars: what is equal at both ends stays.
        ("[1.0, 2 ,3]", json!([1.0, 2, 3]), json!([1.0, 3]), "[1.0 ,3]"),
        ("[1.0, 2 ,3]", json!([1.0, 2, 3]), json!([1.0, 9, 3]), "[1.0, 9 ,3]"),
        ("[1.0,3]", json!([1.0, 3]), json!([1.0, 2, 3]), "[1.0,2,3]"),
        ("[ 1 ]", json!([1]), json!([]), "[]"),
        ("[]", json!([]), json!([1, 2]), "[1,2]"),
        ("[1,\"bad\",2]", json!([1, 2]), json!([1, 3]), "[1,\"bad\",3]"),
        ("[1,\"bad\",2]", json!([1, 2]), json!([2]), "[\"bad\",2]"),
        // Nothing of `old` is to be found: the smallest value around is written anew.
        ("[5,6,7]", json!([1, 2]), json!([1]), "[1]"),
        // References: the key changes inside.
        (r#"[{"ref":"a","?":0}]"#, json!([{"ref": "a"}]), json!([{"ref": "b"}]), r#"[{"ref":"b","?":0}]"#),
        // Objects with an id: changed inside, removed, inserted after the one before, moved with their bytes.
        (
            r#"[{"id":"a","?":0,"n":1},{"id":"b"}]"#,
            json!([{"id": "a", "n": 1}, {"id": "b"}]),
            json!([{"id": "a", "n": 2}, {"id": "b"}]),
            r#"[{"id":"a","?":0,"n":2},{"id":"b"}]"#,
        ),
        (r#"[{"id":"a"},{"id":"b"} ]"#, json!([{"id": "a"}, {"id": "b"}]), json!([{"id": "b"}]), r#"[{"id":"b"} ]"#),
        (
            r#"[{"id":"a"}, {"id":"b"}]"#,
            json!([{"id": "a"}, {"id": "b"}]),
            json!([{"id": "a"}, {"id": "c"}, {"id": "b"}]),
            r#"[{"id":"a"}, {"id":"c"}, {"id":"b"}]"#,
        ),
        (
            r#"[{"id":"a","?":1e0},{"id":"b"},{"id":"c"}]"#,
            json!([{"id": "a"}, {"id": "b"}, {"id": "c"}]),
            json!([{"id": "b"}, {"id": "c", "n": 1}, {"id": "a", "n": 1}]),
            r#"[{"id":"b"},{"id":"c","n":1},{"id":"a","n":1,"?":1e0}]"#,
        ),
        // An element that could not be read stays where it is.
        (
            r#"[{"id":"a"},7,{"id":"b"}]"#,
            json!([{"id": "a"}, {"id": "b"}]),
            json!([{"id": "a"}, {"id": "b", "n": 1}]),
            r#"[{"id":"a"},7,{"id":"b","n":1}]"#,
        ),
        (r#"[{"id":"a"},7]"#, json!([{"id": "a"}]), json!([]), "[7]"),
    ];
    for (base, old, new, expected) in table {
        let whole = |array: &str| format!("{{\"z\":0,\"l\":{array}}}");
        let after = header(&whole(base), json!({"l": old}), json!({"l": new}));
        assert_eq!(after, whole(expected), "{base} from {old} to {new}");
    }
}

const CASE: &str = r#"{
  "casefile": "case",
  "id": "abc",
  "parties": [
    {
      "id": "p1",
      "name": "One"
    },
    {
      "id": "p2",
      "name": "Two",
      "odd": 1.50
    }
  ],
  "dates": [],
  "x": { "y": [1,
   2] }
}
"#;

#[test]
fn records_before_and_after() {
    let two = json!({"id": "p2", "name": "Two"});
    let three = json!({"id": "p3", "aliases": [{"id": "q"}]});
    let shown = "    {\n      \"id\": \"p3\",\n      \"aliases\": [\n        {\n          \"id\": \"q\"\n        }\n      ]\n    }";
    let one = "    {\n      \"id\": \"p1\",\n      \"name\": \"One\"\n    }";
    let table = [
        (
            list("parties", vec![(1, replace(two.clone(), json!({"id": "p2", "name": "2"})))], vec![]),
            "\"Two\"",
            "\"2\"".to_owned(),
        ),
        (
            list("parties", vec![(1, replace(two.clone(), json!({"id": "p2"})))], vec![]),
            ",\n      \"name\": \"Two\"",
            String::new(),
        ),
        (
            list("parties", vec![(1, replace(two, json!({"id": "p2", "name": "Two", "by": []})))], vec![]),
            "\"Two\"",
            "\"Two\",\n      \"by\": []".to_owned(),
        ),
        (list("parties", vec![(0, SlotChange::Remove)], vec![]), &format!("{one},\n"), String::new()),
        (list("parties", vec![], vec![three.clone()]), "1.50\n    }", format!("1.50\n    }},\n{shown}")),
        (
            list("parties", vec![(1, SlotChange::Remove)], vec![three.clone()]),
            "    {\n      \"id\": \"p2\",\n      \"name\": \"Two\",\n      \"odd\": 1.50\n    }",
            shown.to_owned(),
        ),
        (list("dates", vec![], vec![three.clone()]), "\"dates\": []", format!("\"dates\": [\n{shown}\n  ]")),
        (
            list("articles", vec![], vec![three.clone()]),
            "  \"parties\"",
            format!("  \"articles\": [\n{shown}\n  ],\n  \"parties\""),
        ),
        (
            list("claims", vec![], vec![three]),
            "\"dates\": []",
            format!("\"dates\": [],\n  \"claims\": [\n{shown}\n  ]"),
        ),
        (list("dates", vec![], vec![]), "", String::new()),
    ];
    for (changes, from, to) in table {
        assert!(CASE.contains(from), "{from}");
        assert_eq!(patched(CASE, &changes).unwrap(), CASE.replacen(from, &to, 1), "{changes:?}");
    }
    let all = list("parties", vec![(0, SlotChange::Remove), (1, SlotChange::Remove)], vec![]);
    let after = patched(CASE, &all).unwrap();
    assert!(after.contains("\"parties\": [],\n  \"dates\""), "{after}");
}

#[test]
fn records_on_one_line_stay_so() {
    let record = json!({"id": "c", "by": [{"ref": "d"}]});
    let table = [
        ("{\"parties\":[{\"a\":1}]}", "{\"parties\":[{\"a\":1},{\"id\":\"c\",\"by\":[{\"ref\":\"d\"}]}]}"),
        ("{\"parties\":[]}", "{\"parties\":[{\"id\":\"c\",\"by\":[{\"ref\":\"d\"}]}]}"),
        ("{\"id\":1}", "{\"id\":1,\"parties\":[{\"id\":\"c\",\"by\":[{\"ref\":\"d\"}]}]}"),
        (
            "{\n \"parties\": [\n  {\"a\": 1},\n  {\"a\": 2}\n ]\n}",
            "{\n \"parties\": [\n  {\"a\": 1},\n  {\"a\": 2},\n  {\"id\": \"c\", \"by\": [{\"ref\": \"d\"}]}\n ]\n}",
        ),
        (
            "{\n  \"parties\": [{\n    \"a\": 1\n  }]\n}",
            "{\n  \"parties\": [{\n    \"a\": 1\n  }, {\n    \"id\": \"c\",\n    \"by\": [\n      {\n        \"ref\": \"d\"\n      }\n    ]\n  }]\n}",
        ),
    ];
    for (base, expected) in table {
        assert_eq!(patched(base, &list("parties", vec![], vec![record.clone()])).unwrap(), expected);
    }
}

#[test]
fn header_and_lists_together() {
    let changes = Changes {
        header: Some((json!({"id": "abc"}), json!({"id": "abc", "title": "T"}))),
        lists: vec![
            ListChange { key: "claims".into(), appended: vec![json!(1)], ..ListChange::default() },
            ListChange { key: "parties".into(), appended: vec![json!(2)], ..ListChange::default() },
            ListChange { key: "unheard".into(), appended: vec![json!(3)], ..ListChange::default() },
        ],
    };
    let expected = r#"{"id":"abc","title":"T","parties":[2],"dates":[],"claims":[1],"unheard":[3]}"#;
    assert_eq!(patched(r#"{"id":"abc","dates":[]}"#, &changes).unwrap(), expected);
    assert_eq!(
        patched(r#"{"dates":[]}"#, &list("parties", vec![], vec![json!(1)])).unwrap(),
        r#"{"parties":[1],"dates":[]}"#
    );
}

#[test]
fn what_cannot_be_written_is_an_error() {
    let one = || list("parties", vec![], vec![json!(1)]);
    let no_record = |index| PatchError::NoSuchRecord { key: "parties".into(), index };
    let twice = Changes { header: None, lists: [one().lists, one().lists].concat() };
    let table = [
        ("[]", one(), PatchError::NotAnObject),
        (r#"{"parties":{}}"#, one(), PatchError::NotAList { key: "parties".into() }),
        (r#"{"parties":[],"parties":null}"#, one(), PatchError::NotAList { key: "parties".into() }),
        (r#"{"parties":[1]}"#, list("parties", vec![(1, SlotChange::Remove)], vec![]), no_record(1)),
        ("{}", list("parties", vec![(0, SlotChange::Remove)], vec![]), no_record(0)),
        ("{}", Changes { header: Some((json!({}), json!([]))), lists: vec![] }, PatchError::HeaderNotAnObject),
        ("{}", twice, PatchError::ListTwice { key: "parties".into() }),
    ];
    for (base, changes, error) in table {
        assert!(error.to_string().ends_with('.'));
        assert_eq!(patched(base, &changes), Err(error), "{base}");
    }
}

#[test]
fn a_new_file_has_the_programs_style() {
    let text = render(&json!({"casefile": "case", "parties": [{"id": "é"}]}));
    let expected = "{\n  \"casefile\": \"case\",\n  \"parties\": [\n    {\n      \"id\": \"é\"\n    }\n  ]\n}\n";
    assert_eq!(String::from_utf8(text).unwrap(), expected);
}

#[test]
fn nonsense_is_patched_without_a_panic() {
    for base in ["{", "{\"a\":[1,", "{\"a\"", "{\"a\":1,}", "{\"a\":{\"b\":1,}}", "{\"parties\":[1,2,}"] {
        let (outline, _) = Outline::of(base.as_bytes());
        let header = Some((json!({"a": {"b": 1}}), json!({"b": 2, "a": {"c": 1}})));
        let mut changes = list("parties", vec![], vec![json!(1)]);
        changes.header = header;
        let _ = apply(base.as_bytes(), &outline, &changes, &ORDER);
    }
}
