use std::ops::Range;

use super::{Kind, Visit, scan_document};
use crate::format::fault::MAX_FAULTS;
use crate::format::{FaultClass, Outline, Tree};
use proptest::prelude::*;
use serde_json::Value;

use FaultClass::{Encoding, Syntax};

/// Checks that calls come in pairs, whatever the input.
#[derive(Default)]
struct Balance {
    open: usize,
    key: bool,
    tokens: usize,
    last: usize,
}

impl Balance {
    fn value(&mut self, start: usize, depth: usize) {
        assert_eq!(depth, self.open);
        assert!(start >= self.last, "spans go forward");
        self.last = start;
        self.key = false;
        self.tokens += 1;
    }
}

impl Visit for Balance {
    fn open(&mut self, _: Kind, start: usize, depth: usize) {
        self.value(start, depth);
        self.open += 1;
    }
    fn key(&mut self, span: Range<usize>, depth: usize) {
        assert!(!self.key, "a value follows each key");
        self.value(span.start, depth);
        self.key = true;
    }
    fn scalar(&mut self, _: Kind, span: Range<usize>, depth: usize) {
        self.value(span.start, depth);
        self.last = span.end;
    }
    fn close(&mut self, end: usize, depth: usize) {
        assert!(!self.key);
        self.open -= 1;
        assert_eq!(depth, self.open);
        assert!(end >= self.last);
        self.last = end;
    }
}

fn check(bytes: &[u8]) -> Vec<(FaultClass, usize, String)> {
    let mut balance = Balance::default();
    let faults = scan_document(bytes, &mut balance);
    assert_eq!(balance.open, 0);
    assert!(!balance.key);
    for fault in &faults {
        assert!(fault.message.ends_with('.') && fault.offset <= bytes.len(), "{fault:?}");
    }
    faults.into_iter().map(|fault| (fault.class, fault.offset, fault.pointer)).collect()
}

#[test]
fn sound_documents_have_no_faults() {
    for text in [
        "null",
        " 7\n",
        "[]",
        "{}",
        "[ [ ] , { } ]\r\n",
        "{\"a\":{\"b\":[1,-0.5e+3,true,false,null,\"\\u00e9\\/\"]}}",
        "\"\u{7f}\u{2028}\\ud83d\\ude00\"",
        "[\"\u{e9}\"]",
    ] {
        assert_eq!(check(text.as_bytes()), [], "{text}");
    }
}

#[test]
fn faults_say_where() {
    let table: &[(&[u8], FaultClass, usize, &str)] = &[
        (b"", Syntax, 0, ""),
        (b" \n", Syntax, 2, ""),
        (b"\xEF\xBB\xBF{}", Encoding, 0, ""),
        (b"\xFF\xFE{\0}\0", Encoding, 0, ""),
        (b"{\0}\0", Encoding, 0, ""),
        (b"\0[\0]", Encoding, 0, ""),
        (b"{\"a\":1,}", Syntax, 6, ""),
        (b"{\"a\":[1, 2 , ]}", Syntax, 11, "/a"),
        (b"[,1]", Syntax, 1, ""),
        (b"[1,,2]", Syntax, 3, ""),
        (b"{\"a\":1,,\"b\":2}", Syntax, 7, ""),
        (b"[1 2]", Syntax, 3, "/1"),
        (b"{\"a\":1 \"b\":2}", Syntax, 7, "/b"),
        (b"{\"a\":,\"b\":1}", Syntax, 5, "/a"),
        (b"{\"a\":}", Syntax, 5, "/a"),
        (b"{\"a\" 1}", Syntax, 5, "/a"),
        (b"{a:1}", Syntax, 1, ""),
        (b"{\"a\":1]", Syntax, 6, ""),
        (b"[{}}", Syntax, 3, ""),
        (b"[\"a\":1]", Syntax, 4, ""),
        (b"{} {}", Syntax, 3, ""),
        (b"1 //x", Syntax, 2, ""),
        (b"[1, // one\n2]", Syntax, 4, ""),
        (b"{\"a\": /* one */ 2}", Syntax, 6, "/a"),
        (b"[1 /* never closed", Syntax, 3, ""),
        (b"[1,[2,\"x", Syntax, 6, "/1/1"),
        (b"{\"a\":[1,{\"b\":2", Syntax, 14, "/a/1"),
        (b"{\"a\":", Syntax, 5, "/a"),
        (b"{\"a\"", Syntax, 4, "/a"),
        (b"[1,{\"x\":\"a\nb\"}]", Syntax, 10, "/1/x"),
        (b"[\"\0\"]", Syntax, 2, "/0"),
        (b"[\0]", Syntax, 1, "/0"),
        (b"[\"\\x\"]", Syntax, 2, "/0"),
        (b"[\"\\u12G4\"]", Syntax, 2, "/0"),
        (b"[0,\"\\ud800\"]", Encoding, 4, "/1"),
        (b"[\"\\udc00\\ud800\\u0041\"]", Encoding, 2, "/0"),
        (b"{\"a~/\":\"\xFF\"}", Encoding, 8, "/a~0~1"),
        (b"[\"\xE2\x82\"]", Encoding, 2, "/0"),
        (b"[\"\xED\xA0\x80\"]", Encoding, 2, "/0"),
        (b"[01]", Syntax, 1, "/0"),
        (b"[NaN, -Infinity]", Syntax, 1, "/0"),
        (b"[1.]", Syntax, 1, "/0"),
        (b"[.5]", Syntax, 1, "/0"),
        (b"['a']", Syntax, 1, "/0"),
        (b"[True]", Syntax, 1, "/0"),
        (b"[nul]", Syntax, 1, "/0"),
        (b"[1,2,truefalse]", Syntax, 5, "/2"),
        (b"}", Syntax, 0, ""),
        (b",", Syntax, 0, ""),
    ];
    for (text, class, offset, pointer) in table {
        let faults = check(text);
        let expected = (*class, *offset, (*pointer).to_owned());
        assert_eq!(faults.first(), Some(&expected), "{}: {faults:?}", String::from_utf8_lossy(text));
    }
}

#[test]
fn messages_are_sentences_about_the_file() {
    let table = [
        ("[NaN]", "\u{201c}NaN\u{201d} is not a JSON value."),
        ("[007]", "The number \u{201c}007\u{201d} starts with a zero too many."),
        ("[+1]", "\u{201c}+1\u{201d} is not a JSON number."),
        ("[1", "The file ends before the last bracket is closed."),
        ("[[{\"a\":1", "The file ends before its last 3 brackets are closed."),
        ("{} x", "Something stands after the end of the document; the rest of the file was not read."),
        ("[\"\u{1}\"]", "The control character U+0001 has to be written as an escape."),
    ];
    for (text, message) in table {
        let faults = Outline::of(text.as_bytes()).1;
        assert_eq!(faults.iter().map(|fault| &*fault.message).collect::<Vec<_>>(), [message], "{text}");
    }
}

#[test]
fn several_faults_are_all_found() {
    let faults = check(b"\xEF\xBB\xBF{\"a\": [1,], // c\n \"b\": {\"c\": 01, \"d\": \"\xFF\"},}");
    let shown: Vec<_> = faults.iter().map(|(class, offset, pointer)| (*class, *offset, &**pointer)).collect();
    let expected = [
        (Encoding, 0, ""),
        (Syntax, 11, "/a"),
        (Syntax, 15, ""),
        (Syntax, 32, "/b/c"),
        (Encoding, 42, "/b/d"),
        (Syntax, 45, ""),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn ten_million_brackets_need_no_stack() {
    let deep = std::thread::Builder::new().stack_size(512 << 10).spawn(|| {
        for text in ["[", "{\"a\":", "[{\"\":"] {
            let bytes = text.repeat(10_000_000 / text.len());
            let (outline, faults) = Outline::of(bytes.as_bytes());
            assert_eq!(outline.span.end, bytes.len());
            let shown: Vec<_> = faults.iter().map(|fault| (fault.class, fault.offset)).collect();
            let too_deep = bytes.match_indices(['[', '{']).nth(128).unwrap().0;
            assert_eq!(shown, [(FaultClass::Schema, too_deep), (FaultClass::Syntax, bytes.len())]);
            let (tree, _) = Tree::parse(bytes.as_bytes(), 0..bytes.len());
            assert!(tree.node_count() < 200);
            assert_eq!(tree.to_value().1.len(), 1);
        }
        let closed = "[".repeat(5_000_000) + &"]".repeat(5_000_000);
        let offsets: Vec<_> = Outline::of(closed.as_bytes()).1.iter().map(|fault| fault.offset).collect();
        assert_eq!(offsets, [128]);
    });
    deep.unwrap().join().unwrap();
}

#[test]
fn a_file_of_nothing_but_faults_is_listed_in_part() {
    for text in ["\u{1}", "\\q", "[,", "]", "/**/", "\"", "0 "] {
        let bytes = format!("[\"{}", text.repeat(400_000));
        assert!(check(bytes.as_bytes()).len() <= MAX_FAULTS + 1);
        assert!(check(&bytes.as_bytes()[2..]).len() <= MAX_FAULTS + 1);
    }
    let long_keys = format!("{{\"{}\":{{{}}}}}", "k".repeat(1_000_000), "\"a\":01,".repeat(20_000));
    let faults = Outline::of(long_keys.as_bytes()).1;
    assert!(faults.iter().all(|fault| fault.pointer.is_empty()));
}

/// Pieces that make JSON, and sometimes something like it.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec!["{", "}", "[", "]", ",", ":", "\"a\":", "\"b\"", "1", " ", "\n", "null"]),
        2 => prop::sample::select(vec!["-0.5e3", "true", "\\ud800", "\"", "\\", "//", "/*", "*/", "01", "\u{e9}", "'"]),
    ];
    let raw = prop::collection::vec(any::<u8>(), 0..3);
    let part = prop_oneof![9 => piece.prop_map(|text| text.as_bytes().to_vec()), 1 => raw];
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn faults_are_found_exactly_where_serde_finds_some(bytes in pieces()) {
        let faults = check(&bytes);
        let sound = match serde_json::from_slice::<Value>(&bytes) {
            // The standard sets no range for numbers, so serde stops where there is no fault.
            Err(error) if error.to_string().starts_with("number out of range") => return Ok(()),
            result => result.is_ok(),
        };
        prop_assert_eq!(faults.is_empty(), sound, "{:?} in {}", faults, String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn anything_at_all_gives_an_outline_and_a_tree(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        check(&bytes);
        let (outline, _) = Outline::of(&bytes);
        let spans = outline.members.iter().flat_map(|m| m.elements.iter().chain([&m.value, &m.key_span]));
        for span in spans.chain(&outline.elements).chain([&outline.span]) {
            prop_assert!(bytes.get(span.clone()).is_some());
            let _ = Tree::parse(&bytes, span.clone()).0.to_value();
        }
    }
}
