//! Case files as other programs and people might write them: every layout, odd spellings, keys nobody knows.

use std::collections::HashMap;
use std::ops::Range;

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// A JSON value with its spelling.
#[derive(Clone, Debug)]
pub enum Json {
    /// A scalar as it is spelt.
    Raw(String),
    Array(Vec<Json>),
    Object(Vec<Member>),
}

/// A member of an object: its key, the spelling of the key, its value.
#[derive(Clone, Debug)]
pub struct Member {
    key: String,
    spelt: String,
    value: Json,
}

/// How a file is laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    pub newline: &'static str,
    /// What one level adds; `None` where everything stands on one line.
    pub indent: Option<&'static str>,
    pub colon: &'static str,
    pub comma: &'static str,
    pub mark: bool,
    pub final_newline: bool,
}

/// A generated file.
#[derive(Clone, Debug)]
pub struct File {
    pub text: String,
    pub layout: Layout,
    /// Where each value stands, by its keys and indices; of a key that stands twice, the last one.
    pub spans: HashMap<String, Range<usize>>,
}

/// The lists with forms, with the fields in them that hold plain words.
pub const LISTS: [(&str, &[&str]); 5] = [
    ("parties", &["name", "note"]),
    ("proceedings", &["caption", "note"]),
    ("actions", &["title", "entry", "note"]),
    ("amounts", &["label", "note"]),
    ("dates", &["label", "note"]),
];

/// Spellings of letters, some of them in more ways than one, one of no letter at all.
const LETTERS: &[&str] = &[
    "a",
    "b",
    " ",
    "é",
    "Å",
    "😀",
    "中",
    "\u{2028}",
    "\u{7f}",
    "\\u0061",
    "\\u00e9",
    "\\u00E9",
    "\\ud83d\\ude00",
    "\\/",
    "/",
    "\\n",
    "\\t",
    "\\\"",
    "\\\\",
    "\\u0000",
    "\\ud800",
];

/// Letters of a file that has every other letter as an escape.
const PLAIN: &[&str] = &["a", "b", " ", "\\u00e9", "\\ud83d\\ude00", "\\u4e2d", "\\n", "\\\"", "/"];

/// Numbers that a program which reads and writes floats would spell anew.
const NUMBERS: &[&str] =
    &["0", "-0", "1.50", "1E5", "1e+05", "0.10e-3", "12345678901234567890123", "1e400", "-0.0", "100000.0", "3.0"];

fn string(letters: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(select(letters), 0..6).prop_map(|letters| format!("\"{}\"", letters.concat()))
}

fn scalar(letters: &'static [&'static str]) -> impl Strategy<Value = Json> {
    let number = select(NUMBERS).prop_map(str::to_owned);
    let word = select(&["true", "false", "null"][..]).prop_map(str::to_owned);
    prop_oneof![3 => string(letters), 2 => number, 1 => word].prop_map(Json::Raw)
}

/// A value that no version of the format knows.
fn odd(letters: &'static [&'static str]) -> impl Strategy<Value = Json> {
    scalar(letters).prop_recursive(3, 8, 3, move |inner| {
        let key = select(&["x", "y", "id", "name", ""][..]);
        let member = (key, inner.clone()).prop_map(|(key, value)| member(key, value));
        prop_oneof![
            prop::collection::vec(inner, 0..3).prop_map(Json::Array),
            // Of so few keys some stand twice.
            prop::collection::vec(member, 0..4).prop_map(Json::Object),
        ]
    })
}

fn member(key: &str, value: Json) -> Member {
    Member { key: key.to_owned(), spelt: format!("\"{key}\""), value }
}

fn raw(text: &str) -> Json {
    Json::Raw(format!("\"{text}\""))
}

/// A member of the format whose key may be spelt oddly, and whose value may be of no use.
fn field(letters: &'static [&'static str], key: &'static str) -> impl Strategy<Value = Member> {
    let value = prop_oneof![12 => string(letters).prop_map(Json::Raw), 1 => odd(letters)];
    (value, prop::bool::weighted(0.05)).prop_map(move |(value, is_odd)| {
        let spelt = format!("\"\\u{:04x}{}\"", key.as_bytes()[0], &key[1..]);
        let plain = member(key, value);
        if is_odd { Member { spelt, ..plain } } else { plain }
    })
}

fn unknown(letters: &'static [&'static str]) -> impl Strategy<Value = Vec<Member>> {
    let key = select(&["x_one", "x_two", "colour", "ID"][..]);
    prop::collection::vec((key, odd(letters)).prop_map(|(key, value)| member(key, value)), 0..3)
}

fn reference(letters: &'static [&'static str]) -> impl Strategy<Value = Json> {
    let meant = prop_oneof![
        (0..8_usize).prop_map(|number| member("ref", raw(&id("parties", number)))),
        string(letters).prop_map(|words| member("text", Json::Raw(words))),
    ];
    (meant, unknown(letters), any::<Index>()).prop_map(|(meant, mut members, at)| {
        members.insert(at.index(members.len() + 1), meant);
        Json::Object(members)
    })
}

/// The id of a record.
pub fn id(list: &str, number: usize) -> String {
    format!("{}aaa", &format!("{list}{}", char::from(b'a' + u8::try_from(number % 26).unwrap()))[list.len() - 4..])
}

/// A record of a list, its keys in any order; now and then an element that is none.
fn record(letters: &'static [&'static str], list: usize, number: usize) -> impl Strategy<Value = Json> {
    let (name, fields) = LISTS[list];
    let known: Vec<_> = fields.iter().map(|key| field(letters, key)).collect();
    let known = (known, subsequence((0..fields.len()).collect::<Vec<_>>(), 0..=fields.len()));
    let again = prop::option::weighted(0.1, field(letters, fields[0]));
    let refers = prop::option::of(reference(letters));
    let alias = (field(letters, "name"), unknown(letters)).prop_map(|(name, mut members)| {
        members.extend([member("id", raw("aliasaaa")), name]);
        Json::Object(vec![member("aliases", Json::Array(vec![Json::Object(members)]))])
    });
    let parts = (known, again, refers, prop::option::weighted(0.3, alias), unknown(letters), any::<bool>());
    let record = parts.prop_map(move |((known, kept), again, refers, alias, unknown, sealed)| {
        let mut members = vec![member("id", raw(&id(name, number)))];
        members.extend(kept.into_iter().map(|at| known[at].clone()).chain(again));
        members.extend(refers.map(|value| member("part_of", value)));
        if let Some(Json::Object(alias)) = alias {
            members.extend(alias);
        }
        members.push(member("sealed", Json::Raw(sealed.to_string())));
        members.extend(unknown);
        members
    });
    let record = record.prop_shuffle().prop_map(Json::Object);
    prop_oneof![12 => record, 1 => odd(letters)]
}

fn list(letters: &'static [&'static str], list: usize) -> impl Strategy<Value = Member> {
    let count = prop_oneof![1 => Just(0), 6 => 1..4_usize];
    let records = count.prop_flat_map(move |count| (0..count).map(|n| record(letters, list, n)).collect::<Vec<_>>());
    records.prop_map(move |records| member(LISTS[list].0, Json::Array(records)))
}

fn case(letters: &'static [&'static str]) -> impl Strategy<Value = Json> {
    let lists = (0..LISTS.len()).map(|number| list(letters, number)).collect::<Vec<_>>();
    let lists = (lists, subsequence((0..LISTS.len()).collect::<Vec<_>>(), 1..=LISTS.len()));
    let head =
        (field(letters, "title"), field(letters, "summary"), prop::option::weighted(0.2, field(letters, "title")));
    let members = (lists, head, unknown(letters)).prop_map(|((lists, kept), (title, summary, again), unknown)| {
        let mut members = vec![
            member("casefile", raw("case")),
            member("version", Json::Raw("1".to_owned())),
            member("id", raw("caseaaaa")),
            title,
            summary,
        ];
        members.extend(kept.into_iter().map(|at| lists[at].clone()).chain(again));
        members.extend(unknown);
        members
    });
    members.prop_shuffle().prop_map(Json::Object)
}

fn layout() -> impl Strategy<Value = Layout> {
    let newline = select(&["\n", "\r\n"][..]);
    let indent = select(&[None, Some("  "), Some("    "), Some("\t"), Some("")][..]);
    let (colon, comma) = (select(&[": ", ":", " : "][..]), select(&[", ", ",", " , "][..]));
    (newline, indent, colon, comma, any::<bool>(), any::<bool>()).prop_map(
        |(newline, indent, colon, comma, mark, final_newline)| Layout {
            newline,
            indent,
            colon,
            comma,
            mark,
            final_newline,
        },
    )
}

/// A case file.
pub fn files() -> impl Strategy<Value = File> {
    let letters = prop_oneof![3 => Just(LETTERS), 1 => Just(PLAIN)];
    letters.prop_flat_map(|letters| (case(letters), layout())).prop_map(|(case, layout)| {
        let mut file = File { text: String::new(), layout: layout.clone(), spans: HashMap::new() };
        if layout.mark {
            file.text.push('\u{feff}');
        }
        file.write(&case, "", 0);
        if layout.final_newline {
            file.text.push_str(layout.newline);
        }
        file
    })
}

impl File {
    fn write(&mut self, value: &Json, path: &str, depth: usize) {
        let start = self.text.len();
        match value {
            Json::Raw(spelt) => self.text.push_str(spelt),
            Json::Array(elements) => self.items(['[', ']'], elements.len(), depth, |file, at| {
                file.write(&elements[at], &format!("{path}/{at}"), depth + 1);
            }),
            Json::Object(members) => self.items(['{', '}'], members.len(), depth, |file, at| {
                file.text.push_str(&members[at].spelt);
                file.text.push_str(file.layout.colon);
                file.write(&members[at].value, &format!("{path}/{}", members[at].key), depth + 1);
            }),
        }
        self.spans.insert(path.to_owned(), start..self.text.len());
    }

    fn items(&mut self, brackets: [char; 2], count: usize, depth: usize, write: impl Fn(&mut Self, usize)) {
        self.text.push(brackets[0]);
        for at in 0..count {
            if at > 0 {
                self.text.push_str(if self.layout.indent.is_some() { "," } else { self.layout.comma });
            }
            self.line(depth + 1);
            write(self, at);
        }
        if count > 0 {
            self.line(depth);
        }
        self.text.push(brackets[1]);
    }

    fn line(&mut self, depth: usize) {
        if let Some(indent) = self.layout.indent {
            self.text.push_str(self.layout.newline);
            self.text.push_str(&indent.repeat(depth));
        }
    }
}
