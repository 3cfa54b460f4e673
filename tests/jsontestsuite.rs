//! Every file of `JSONTestSuite`: what JSON allows is read without a fault of syntax, what it forbids has a fault that
//! names a line and a column, and nothing makes the reader crash.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::Path;

use casefile::format::{self, Base, Fault, FaultClass, FileKind, LineIndex};

/// The test files, where they lie beside the sources. They are not part of the project.
fn suite() -> Option<Vec<(String, Vec<u8>)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/jsontestsuite");
    if !folder.is_dir() {
        return None;
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            files.push((name, fs::read(&path).unwrap()));
        }
    }
    files.sort();
    Some(files)
}

/// Reads bytes as whatever they are, and as a case and an article as well: neither may crash.
fn read(bytes: &[u8]) -> Vec<Fault> {
    let (base, faults) = Base::new(bytes.to_vec());
    let _: FileKind = base.kind();
    let _ = (format::read_case(&base, faults.clone()), format::read_article(&base, faults.clone()));
    faults
}

/// Whether bytes are no Unicode text, or hold an escape that is none: JSON does not say what to do with these.
fn is_no_text(faults: &[Fault]) -> bool {
    faults.iter().any(|fault| fault.class == FaultClass::Encoding)
}

#[test]
fn the_whole_suite_is_read() {
    let Some(files) = suite() else {
        println!("JSONTestSuite is not there: skipped");
        return;
    };
    let (mut allowed, mut forbidden) = (0, 0);
    for (name, bytes) in &files {
        let faults = read(bytes);
        let has_syntax = faults.iter().any(|fault| fault.class == FaultClass::Syntax);
        if name.contains("__y_") {
            assert!(!has_syntax, "{name} is JSON, but: {faults:?}");
            allowed += 1;
        } else if name.contains("__n_") {
            assert!(has_syntax || is_no_text(&faults), "{name} is no JSON, but has no fault");
            forbidden += 1;
        }
        let lines = LineIndex::new(bytes);
        for fault in &faults {
            let position = lines.position(fault.offset);
            assert!(position.line >= 1 && position.column >= 1, "{name}: {fault:?}");
            assert!(fault.offset <= bytes.len(), "{name}: {fault:?}");
        }
    }
    assert!(allowed > 50 && forbidden > 100, "{allowed} files to be read and {forbidden} to be refused are too few");
}

/// The same dangers without the suite, so that they are looked at wherever the tests run.
#[test]
fn hostile_nesting_and_broken_ends_are_survived() {
    let deep = |open: &str| open.repeat(1_000_000).into_bytes();
    for bytes in [deep("["), deep("{\"a\":"), deep("[{\"\":"), b"[\"\xff".to_vec(), b"\"\\u".to_vec(), Vec::new()] {
        let faults = read(&bytes);
        assert!(!faults.is_empty(), "{:?} has no fault", String::from_utf8_lossy(&bytes[..bytes.len().min(20)]));
    }
}
