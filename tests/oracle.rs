//! What a save writes, held against another program's way of doing the same: the syntax tree of `jsonc-parser`, which
//! keeps white space and spellings too.
//!
//! The same change is made to a generated file by both. Compared are
//! - what the two results mean: their values, each number by its digits; a key that stands twice counts once, the last;
//! - where a value is replaced: all bytes before it and after it, which have to be the same in both results;
//! - where a member is added or removed, or a record removed: all tokens, byte for byte, without the white space between
//!   them, since each lays out what is new in its own way. Of a value that was written, what it means.
//!
//! Lone surrogates, of which the other program refuses to read a file, are left out; so is a byte order mark.
//! `CASEFILE_CASES` in the environment sets how many files are generated for each property; 200 without it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

#[allow(dead_code, reason = "the layout of a file is of no interest here")]
#[path = "lossless/generate.rs"]
mod generate;

use std::ops::Range;

use casefile::format::{self, Base, Changed, patch_case};
use casefile::model::field::{FieldPath, Value};
use casefile::model::{Case, List, Place, Record};
use generate::{LISTS, files};
use jsonc_parser::cst::{CstInputValue, CstNode, CstObject, CstRootNode};
use jsonc_parser::{ParseOptions, ast, parse_to_ast, parse_to_value};
use proptest::prelude::*;
use proptest::sample::Index;

const LISTS_WITH_FORMS: [List; 5] = [List::Parties, List::Proceedings, List::Actions, List::Amounts, List::Dates];

fn config() -> ProptestConfig {
    let cases = std::env::var("CASEFILE_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(200);
    ProptestConfig { cases, max_global_rejects: 20 * cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// JSON and nothing more.
fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

fn texts() -> impl Strategy<Value = String> {
    files().prop_map(|file| file.text.trim_start_matches('\u{feff}').replace("\\ud800", "\\u0041"))
}

/// The tokens of a text as they are spelt.
fn tokens(text: &str) -> String {
    let (mut kept, mut in_string, mut is_escaped) = (String::new(), false, false);
    for letter in text.chars() {
        if in_string || !letter.is_ascii_whitespace() {
            kept.push(letter);
        }
        if letter == '"' && !is_escaped {
            in_string = !in_string;
        }
        is_escaped = in_string && letter == '\\' && !is_escaped;
    }
    kept
}

fn means_the_same(ours: &str, theirs: &str) -> bool {
    let options = strict();
    parse_to_value(ours, &options).unwrap() == parse_to_value(theirs, &options).unwrap()
}

/// A value that is edited: a field of a record, or of the head.
#[derive(Debug)]
struct Field {
    place: Option<Place>,
    key: &'static str,
}

impl Field {
    fn record(&self, case: &Case) -> Record {
        self.place.map_or_else(|| Record::Header(case.header.clone()), |place| case.record(place).unwrap())
    }

    /// The object that holds it, in the tree of the other program.
    fn holder(&self, root: &CstRootNode) -> CstObject {
        let head = root.object_value().unwrap();
        match self.place {
            None => head,
            Some(place) => list_in(&head, place.list)[usize::try_from(place.slot).unwrap()].as_object().unwrap(),
        }
    }

    /// Where its values stand, and after how many members of the object the last of them.
    fn find(&self, text: &str) -> (Vec<Range<usize>>, usize) {
        let parsed = parse_to_ast(text, &jsonc_parser::CollectOptions::default(), &strict()).unwrap();
        let Some(ast::Value::Object(head)) = parsed.value else { panic!("no object: {text}") };
        let holder = match self.place {
            None => &head,
            Some(place) => {
                let list = head.properties.iter().rfind(|member| member.name.as_str() == place.list.key()).unwrap();
                let ast::Value::Array(list) = &list.value else { panic!("no list: {text}") };
                let ast::Value::Object(record) = &list.elements[usize::try_from(place.slot).unwrap()] else {
                    panic!("no record: {text}")
                };
                record
            }
        };
        let is_it = |member: &&ast::ObjectProp<'_>| member.name.as_str() == self.key;
        let spans = holder.properties.iter().filter(is_it).map(|member| {
            let range = jsonc_parser::common::Ranged::range(&member.value);
            range.start..range.end
        });
        (spans.collect(), holder.properties.iter().rposition(|member| is_it(&member)).unwrap_or(0))
    }
}

fn list_in(head: &CstObject, list: List) -> Vec<CstNode> {
    let members = head.properties();
    let member = members.iter().rfind(|member| member.decoded_name().as_deref() == Some(list.key())).unwrap();
    member.array_value().unwrap().elements()
}

fn records(case: &Case) -> Vec<Place> {
    let places = LISTS_WITH_FORMS.into_iter().map(|list| (list, case.slots(list)));
    places.flat_map(|(list, slots)| slots.into_iter().map(move |slot| Place { list, slot })).collect()
}

fn pick(case: &Case, record: Index, key: Index) -> Field {
    let records = records(case);
    match records.get(record.index(records.len() + 1)) {
        None => Field { place: None, key: ["title", "summary"][key.index(2)] },
        Some(place) => {
            let (_, keys) = LISTS[LISTS_WITH_FORMS.iter().position(|list| *list == place.list).unwrap()];
            Field { place: Some(*place), key: keys[key.index(keys.len())] }
        }
    }
}

/// A file as both programs read it, and a field of it.
struct Start {
    base: Base,
    case: Case,
    tree: CstRootNode,
}

impl Start {
    fn of(text: &str) -> Self {
        let (base, faults) = Base::new(text.as_bytes().to_vec());
        let read = format::read_case(&base, faults);
        assert_eq!(read.read_only, None);
        Self { base, case: read.case, tree: CstRootNode::parse(text, &strict()).unwrap() }
    }

    /// What the program writes where a field gets a value.
    fn ours(&self, field: &Field, value: Value) -> String {
        let before = field.record(&self.case);
        let mut after = before.clone();
        assert!(after.set(&FieldPath::of(field.key), value));
        let changed = Changed { place: field.place, before: Some(before), after: Some(after) };
        String::from_utf8(patch_case(&self.base, &[changed]).unwrap()).unwrap()
    }

    fn words(&self, field: &Field) -> Option<String> {
        match field.record(&self.case).get(&FieldPath::of(field.key)) {
            Some(Value::Text(words)) => Some(words.to_string()),
            _ => None,
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn words_are_written_as_the_other_program_writes_them(
        text in texts(), record: Index, key: Index, words in "[a-zÅé😀\"\\\\/\n]{1,8}"
    ) {
        let start = Start::of(&text);
        let field = pick(&start.case, record, key);
        prop_assume!(start.words(&field).as_ref() != Some(&words));
        let ours = start.ours(&field, Value::Text(words.as_str().into()));
        let (old, _) = field.find(&text);
        let (new, at) = field.find(&ours);
        let holder = field.holder(&start.tree);
        let value = CstInputValue::String(words.clone());
        match holder.properties().into_iter().rfind(|member| member.decoded_name().as_deref() == Some(field.key)) {
            Some(member) => member.set_value(value),
            None => drop(holder.insert(at, field.key, value)),
        }
        let theirs = start.tree.to_string();
        prop_assert!(means_the_same(&ours, &theirs), "{ours}\n{theirs}");
        let (span, other) = (new.last().unwrap(), field.find(&theirs).0.pop().unwrap());
        prop_assert_eq!(serde_json::from_str::<String>(&ours[span.clone()]).unwrap(), words);
        let (before, before_other) = (&ours[..span.start], &theirs[..other.start]);
        let (after, after_other) = (&ours[span.end..], &theirs[other.end..]);
        if old.is_empty() {
            prop_assert_eq!(tokens(before), tokens(before_other));
            prop_assert_eq!(tokens(after), tokens(after_other));
        } else {
            prop_assert_eq!((before, after), (before_other, after_other));
        }
    }

    #[test]
    fn a_field_is_removed_as_the_other_program_removes_it(text in texts(), record: Index, key: Index) {
        let start = Start::of(&text);
        let field = pick(&start.case, record, key);
        prop_assume!(start.words(&field).is_some());
        let ours = start.ours(&field, Value::Absent);
        // Of a key that stands twice both go: with the last one alone gone the first would count.
        for member in field.holder(&start.tree).properties() {
            if member.decoded_name().as_deref() == Some(field.key) {
                member.remove();
            }
        }
        let theirs = start.tree.to_string();
        prop_assert!(means_the_same(&ours, &theirs), "{ours}\n{theirs}");
        prop_assert_eq!(tokens(&ours), tokens(&theirs));
    }

    #[test]
    fn a_record_is_removed_as_the_other_program_removes_it(text in texts(), record: Index) {
        let start = Start::of(&text);
        let records = records(&start.case);
        prop_assume!(!records.is_empty());
        let place = records[record.index(records.len())];
        let changed = Changed { place: Some(place), before: start.case.record(place), after: None };
        let ours = String::from_utf8(patch_case(&start.base, &[changed]).unwrap()).unwrap();
        let list = list_in(&start.tree.object_value().unwrap(), place.list);
        list[usize::try_from(place.slot).unwrap()].clone().remove();
        let theirs = start.tree.to_string();
        prop_assert!(means_the_same(&ours, &theirs), "{ours}\n{theirs}");
        prop_assert_eq!(tokens(&ours), tokens(&theirs));
    }
}

/// The comparison itself can fail.
#[test]
fn tokens_are_told_apart_from_white_space() {
    assert_eq!(tokens("{ \"a b\\\" \" :\t[1 ,\n2] }"), "{\"a b\\\" \":[1,2]}");
    assert!(means_the_same("{\"a\":1,\"b\":\"\\u0041\"}", "{\"b\":\"A\", \"a\":1}"));
    assert!(!means_the_same("[1.0]", "[1]"));
}
