//! Files of every look, generated, and what a program would read from them.

use crate::format::{Outline, Tree};
use proptest::prelude::*;
use serde_json::Value;

/// A file to be, before it has a layout.
#[derive(Debug, Clone)]
pub enum Sketch {
    Raw(String),
    Object(Vec<(String, Sketch)>),
    Array(Vec<Sketch>),
}

/// How a sketch is written.
#[derive(Debug, Clone)]
pub struct Look {
    newline: &'static str,
    indent: Option<&'static str>,
    colon: &'static str,
    comma: &'static str,
    bom: bool,
}

impl Look {
    fn write(&self, sketch: &Sketch, depth: usize, out: &mut String) {
        let line = |out: &mut String, depth: usize| {
            if let Some(indent) = self.indent {
                out.push_str(self.newline);
                out.push_str(&indent.repeat(depth));
            }
        };
        let (marks, count) = match sketch {
            Sketch::Raw(text) => return out.push_str(text),
            Sketch::Object(members) => (('{', '}'), members.len()),
            Sketch::Array(items) => (('[', ']'), items.len()),
        };
        out.push(marks.0);
        for index in 0..count {
            if index > 0 {
                out.push_str(if self.indent.is_some() { "," } else { self.comma });
            }
            line(out, depth + 1);
            match sketch {
                Sketch::Object(members) => {
                    out.push_str(&members[index].0);
                    out.push_str(self.colon);
                    self.write(&members[index].1, depth + 1, out);
                }
                Sketch::Array(items) => self.write(&items[index], depth + 1, out),
                Sketch::Raw(_) => {}
            }
        }
        if count > 0 {
            line(out, depth);
        }
        out.push(marks.1);
    }

    pub fn file(&self, sketch: &Sketch) -> String {
        let mut out = String::from(if self.bom { "\u{feff}" } else { "" });
        self.write(sketch, 0, &mut out);
        out + self.newline
    }
}

pub fn look() -> impl Strategy<Value = Look> {
    let newline = prop::sample::select(vec!["\n", "\r\n"]);
    let indent = prop::sample::select(vec![None, Some("  "), Some("\t"), Some("    "), Some("")]);
    let colon = prop::sample::select(vec![":", ": ", " : ", "\t:"]);
    let comma = prop::sample::select(vec![",", ", ", " , "]);
    (newline, indent, colon, comma, any::<bool>()).prop_map(|(newline, indent, colon, comma, bom)| Look {
        newline,
        indent,
        colon,
        comma,
        bom,
    })
}

/// Raw scalars, many of them spelt as no program would spell them; `"BAD"` stands for one that cannot be read.
fn scalar() -> impl Strategy<Value = Sketch> {
    let odd = vec![
        "1",
        "1e5",
        "1.50",
        "-0",
        "0.1",
        "12345678901234567890123",
        "true",
        "null",
        r#""""#,
        r#""x""#,
        r#""\u00e9\/""#,
        r#""\ud83d\ude00 \ud800""#,
        "\"é\"",
        r#""BAD""#,
        "[ ]",
        "{ }",
    ];
    prop::sample::select(odd).prop_map(|text| Sketch::Raw(text.to_owned()))
}

/// A value that may hold anything; keys that start with `x` are known to nobody.
pub fn sketch() -> impl Strategy<Value = Sketch> {
    let keys = vec![
        r#""title""#,
        r#""note""#,
        r#""by""#,
        r#""n""#,
        r#""x1""#,
        r#""x\u0032""#,
        r#""no\u0074e""#,
        r#""x3/~""#,
        r#""É""#,
    ];
    let key = prop::sample::select(keys).prop_map(str::to_owned);
    scalar().prop_recursive(4, 40, 5, move |inner| {
        let member = (key.clone(), inner.clone());
        let object = prop::collection::vec(member, 0..5);
        let all_ids = prop::sample::subsequence(vec!["a", "b", "c", "d", "e"], 0..5).prop_shuffle();
        let twin_ids = prop::collection::vec(prop::sample::select(vec!["a", "b"]), 0..4);
        let ids = prop_oneof![9 => all_ids, 1 => twin_ids];
        let records = (ids, prop::collection::vec(object.clone(), 5))
            .prop_map(|(ids, records)| Sketch::Array(ids.into_iter().zip(records).map(with_id).collect()));
        prop_oneof![
            3 => object.prop_map(Sketch::Object),
            2 => prop::collection::vec(inner, 0..5).prop_map(Sketch::Array),
            3 => records,
        ]
    })
}

fn with_id((id, mut members): (&str, Vec<(String, Sketch)>)) -> Sketch {
    members.insert(members.len() / 2, ("\"id\"".to_owned(), Sketch::Raw(format!("\"{id}\""))));
    Sketch::Object(members)
}

/// A whole file: a header, a list of records, things unknown.
pub fn file() -> impl Strategy<Value = String> {
    let member = prop::sample::select(vec![r#""title""#, r#""note""#, r#""x9""#, r#""by""#]).prop_map(str::to_owned);
    let record =
        prop_oneof![9 => prop::collection::vec((member.clone(), sketch()), 0..4).prop_map(Some), 1 => Just(None)];
    let records = prop::collection::vec(record, 0..5).prop_map(|records| {
        let each = records.into_iter().enumerate().map(|(index, members)| match members {
            Some(members) => with_id((&format!("r{index}"), members)),
            None => Sketch::Raw("\"BAD\"".to_owned()),
        });
        Sketch::Array(each.collect())
    });
    (prop::collection::vec((member, sketch()), 0..6), prop::option::of(records), any::<prop::sample::Index>(), look())
        .prop_map(|(mut members, list, at, look)| {
            if let Some(list) = list {
                members.insert(at.index(members.len() + 1), ("\"list\"".to_owned(), list));
            }
            look.file(&Sketch::Object(members))
        })
}

pub fn known_key(key: &str) -> bool {
    !key.starts_with('x')
}

/// What a program would make of a value: unknown keys and unreadable values are not in it.
pub fn known(value: &Value) -> Option<Value> {
    Some(match value {
        Value::String(text) if text == "BAD" => return None,
        Value::Object(map) => {
            let members = map.iter().filter(|(key, _)| known_key(key));
            Value::Object(members.filter_map(|(key, value)| Some((key.clone(), known(value)?))).collect())
        }
        Value::Array(items) => items.iter().filter_map(known).collect(),
        other => other.clone(),
    })
}

/// The file as values: the header without the list, and the list's records, `None` where unreadable.
pub fn load(text: &str) -> (Value, Vec<Option<Value>>) {
    let (outline, _) = Outline::of(text.as_bytes());
    let (tree, _) = Tree::parse(text.as_bytes(), outline.span);
    let Some(Value::Object(mut root)) = known(&tree.to_value().0) else { panic!("{text}") };
    root.shift_remove("list");
    let list = tree.member(tree.root(), "list");
    let records = list.into_iter().flat_map(|list| {
        let spans: Vec<_> = tree.children(list).map(|id| tree.node(id).span.clone()).collect();
        spans.into_iter().map(|span| known(&Tree::parse(text.as_bytes(), span).0.to_value().0))
    });
    let records: Vec<_> = records.collect();
    (Value::Object(root), records)
}
