//! Every file of `JSONTestSuite`: what JSON allows is accepted, what it forbids has a fault that names a line and a
//! column, also where the reader goes on after it, and for what it leaves open the outcome is stated here.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use casefile::format::{self, Base, Fault, FaultClass, FileKind, LineIndex};
use casefile::session::read_case;
use serde_json::Value;

/// The test files by their name, where they lie beside the sources. They are not part of the project.
fn suite() -> Option<BTreeMap<String, PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/jsontestsuite");
    if !folder.is_dir() {
        println!("JSONTestSuite is not there: skipped");
        return None;
    }
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    Some(files.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path)).collect())
}

/// The files of one sort, by what they are called after it: `y`, `n` or `i`.
fn of_sort<'a>(
    files: &'a BTreeMap<String, PathBuf>,
    sort: &'a str,
) -> impl Iterator<Item = (&'a str, &'a PathBuf)> + 'a {
    files.iter().filter_map(move |(name, path)| {
        Some((name.strip_prefix("test_parsing__")?.strip_prefix(sort)?.strip_prefix('_')?, path))
    })
}

/// Reads bytes as whatever they are, and as a case and an article as well: neither may crash.
fn read(bytes: &[u8]) -> Vec<Fault> {
    let (base, faults) = Base::new(bytes.to_vec());
    let _: FileKind = base.kind();
    let _ = (format::read_case(&base, faults.clone()), format::read_article(&base, faults.clone()));
    let lines = LineIndex::new(bytes);
    for fault in &faults {
        let position = lines.position(fault.offset);
        assert!(position.line >= 1 && position.column >= 1 && fault.offset <= bytes.len(), "{fault:?}");
    }
    faults
}

fn classes(faults: &[Fault]) -> Vec<FaultClass> {
    let mut classes: Vec<_> = faults.iter().map(|fault| fault.class).collect();
    classes.sort();
    classes.dedup();
    classes
}

#[test]
fn what_json_allows_is_accepted() {
    let Some(files) = suite() else { return };
    let mut count = 0;
    for (name, path) in of_sort(&files, "y") {
        let faults = read(&fs::read(path).unwrap());
        // Allowed, and told all the same: other programs disagree on which of the two counts.
        let expected: &[FaultClass] =
            if name.starts_with("object_duplicated_key") { &[FaultClass::Duplicate] } else { &[] };
        assert_eq!(classes(&faults), expected, "{name}: {faults:?}");
        count += 1;
    }
    assert_eq!(count, 95, "files to be accepted");
}

#[test]
fn what_json_forbids_has_a_fault() {
    let Some(files) = suite() else { return };
    let mut count = 0;
    for (name, path) in of_sort(&files, "n") {
        let faults = read(&fs::read(path).unwrap());
        assert!(faults.iter().any(Fault::breaks_file), "{name} has no fault");
        count += 1;
    }
    assert_eq!(count, 188, "files to be refused");
}

/// What becomes of the files for which the standard leaves it open, by how their names start: accepted, accepted with a
/// fault of this class and kept as they are, or read only.
const LEFT_OPEN: [(&str, &str, usize); 12] = [
    // As small as a float gets: nothing that anybody would miss.
    ("number_double_huge_neg_exp", "accepted", 1),
    ("number_real_underflow", "accepted", 1),
    // No program has room for them; the bytes stay.
    ("number_", "schema", 8),
    ("structure_500_nested_arrays", "schema", 1),
    // Halves of surrogate pairs as escapes, and a byte order mark; the bytes stay.
    ("object_key_lone_2nd_surrogate", "encoding", 1),
    ("string_1st_", "encoding", 2),
    ("string_incomplete_surrogate", "encoding", 3),
    ("string_inv", "encoding", 3),
    ("string_lone_second_surrogate", "encoding", 1),
    ("structure_UTF-8_BOM_empty_object", "encoding", 1),
    // Bytes that are no UTF-8, UTF-16 among them.
    ("string_invalid_utf-8", "read only", 1),
    ("string_", "read only", 12),
];

#[test]
fn for_what_json_leaves_open_the_outcome_is_stated() {
    let Some(files) = suite() else { return };
    let mut counts = BTreeMap::new();
    for (name, path) in of_sort(&files, "i") {
        let bytes = fs::read(path).unwrap();
        let faults = read(&bytes);
        let outcome = match &classes(&faults)[..] {
            _ if faults.iter().any(Fault::breaks_file) => "read only",
            [] => "accepted",
            [one] => one.key(),
            more => panic!("{name}: {more:?}"),
        };
        let stated = LEFT_OPEN.iter().position(|(start, stated, _)| name.starts_with(start) && *stated == outcome);
        *counts.entry(stated.unwrap_or_else(|| panic!("{name} is {outcome}: {faults:?}"))).or_insert(0) += 1;
        assert!(*Base::new(bytes.clone()).0.bytes == bytes, "{name}");
    }
    for (at, (start, outcome, count)) in LEFT_OPEN.iter().enumerate() {
        assert_eq!(counts.get(&at), Some(count), "{start} is {outcome}");
    }
}

fn casefile(verb: &[&str], files: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_casefile")).args(verb).args(files).output().unwrap()
}

/// `inspect` lists every file with what is wrong with it, as the tests of other readers of the suite do.
#[test]
fn the_program_lists_the_faults_by_line_and_column() {
    let Some(files) = suite() else { return };
    for (sort, has_fault) in [("y", false), ("n", true)] {
        let (names, paths): (Vec<&str>, Vec<&Path>) =
            of_sort(&files, sort).map(|(name, path)| (name, path.as_path())).unzip();
        let output = casefile(&["inspect", "--json"], &paths);
        let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
        let documents = printed["documents"].as_array().unwrap();
        assert_eq!(documents.len(), names.len());
        for (name, document) in names.iter().zip(documents) {
            let faults = document["faults"].as_array().unwrap();
            let broken = |fault: &&Value| matches!(fault["class"].as_str(), Some("syntax" | "encoding"));
            let places: Vec<_> =
                faults.iter().filter(broken).map(|fault| (fault["line"].as_u64(), fault["column"].as_u64())).collect();
            assert_eq!(!places.is_empty(), has_fault, "{name}: {faults:?}");
            assert!(places.iter().all(|place| *place >= (Some(1), Some(1))), "{name}: {faults:?}");
        }
    }
}

/// Each as a value in the middle of a case, where the reader goes on after it: the case opens, to be read only where
/// the value is forbidden, and lists the fault.
#[test]
fn a_case_with_such_a_value_in_it_opens() {
    let Some(files) = suite() else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.case.json");
    let (start, end) = (&b"{\"casefile\":\"case\",\"version\":1,\"id\":\"caseaaaa\",\n\"x\":"[..], &b"}"[..]);
    for (sort, is_writable) in [("y", true), ("n", false)] {
        for (name, value) in of_sort(&files, sort) {
            fs::write(&path, [start, &fs::read(value).unwrap(), end].concat()).unwrap();
            let opened = read_case(&path).unwrap();
            assert_eq!(opened.case.header.id.as_str(), "caseaaaa", "{name}");
            assert_eq!(opened.document.read_only.is_none(), is_writable, "{name}: {:?}", opened.document.faults);
            let mut broken = opened.document.faults.iter().filter(|placed| placed.fault.breaks_file());
            let is_placed =
                broken.next().is_some_and(|placed| placed.position.line >= 2 && placed.position.column >= 1);
            assert_eq!(is_placed, !is_writable, "{name}: {:?}", opened.document.faults);
        }
    }
}

/// `check` says of a file that is no case where it is broken, and of a case every fault.
#[test]
fn check_says_where() {
    let Some(files) = suite() else { return };
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("a.case.json");
    for name in ["array_extra_comma", "object_trailing_comma", "number_-01", "structure_open_array_object"] {
        let file = &files[&format!("test_parsing__n_{name}")];
        let output = casefile(&["check"], &[file]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains("could not be read as JSON: ") && said.contains("(line ") && said.contains(", column "),
            "{said}"
        );

        let inner = fs::read(file).unwrap();
        fs::write(&case, [&b"{\"casefile\":\"case\",\"version\":1,\"id\":\"caseaaaa\",\n\"x\":"[..], &inner].concat())
            .unwrap();
        let output = casefile(&["check"], &[&case]);
        let printed = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{printed}");
        assert!(printed.contains("\n  2:") || printed.contains("\n  3:"), "{printed}");
    }
}
