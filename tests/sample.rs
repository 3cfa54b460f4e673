//! The sample data holds to the format, opens without a fault and is left alone.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use casefile::session::Command;
use casefile::text::anchor::State;
use common::{copy_folder, failures, open, sample, save, settle, stamps};
use serde_json::Value;

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn files_below(folder: &Path, suffix: &str) -> Vec<PathBuf> {
    let files = stamps(folder).into_iter().map(|(path, _)| path);
    files.filter(|path| path.to_string_lossy().ends_with(suffix)).collect()
}

#[test]
fn every_sample_is_valid_by_its_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (suffix, schema) in [(".case.json", "case.schema.json"), (".article.json", "article.schema.json")] {
        let validator = jsonschema::validator_for(&json(&root.join("docs/schema").join(schema))).unwrap();
        assert!(!validator.is_valid(&Value::Null), "{schema} lets anything pass");
        let files = files_below(&root.join("sample_data"), suffix);
        assert!(!files.is_empty(), "there is no sample {suffix}");
        for path in files {
            let document = json(&path);
            let errors: Vec<_> =
                validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        }
    }
}

#[test]
fn the_sample_opens_without_a_fault_and_every_quote_stands_where_it_stood() {
    let mut session = open(&sample().join("jedi.case.json"));
    assert_eq!(session.document().faults, []);
    assert_eq!(session.document().read_only, None);
    assert_eq!(session.take_messages(), []);
    let counts = session.counts();
    assert_eq!((counts.ready, counts.missing, counts.loading), (10, 0, 0));
    assert_eq!(session.disputes().count(), 4);
    let case = session.case();
    assert_eq!((case.articles.count(), case.quotes.count(), case.claims.count()), (10, 117, 330));
    for (slot, quote) in case.quotes.iter() {
        let found = session.page(&quote.article).and_then(|page| page.resolution(slot));
        assert_eq!(found.map(|found| found.state), Some(State::Exact), "{:?}", quote.exact);
    }
    for (_, entry) in case.articles.iter() {
        assert_eq!(session.article_document(&entry.id).unwrap().document.faults, [], "{}", entry.file);
    }
}

#[test]
fn saving_the_sample_unedited_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&sample(), folder.path());
    let before = stamps(folder.path());
    let mut session = open(&folder.path().join("jedi.case.json"));
    assert_eq!(save(&mut session), Vec::<String>::new());
    assert!(!session.is_modified());
    assert_eq!(stamps(folder.path()), before);
}

#[test]
fn saving_the_sample_elsewhere_copies_it_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&sample().join("jedi.case.json"));
    session.perform(Command::SaveAs(folder.path().join("copy/jedi.case.json")));
    settle(&mut session);
    assert_eq!(failures(&mut session), Vec::<String>::new());
    let copies = stamps(&folder.path().join("copy"));
    let originals = stamps(&sample());
    assert_eq!(copies.len(), originals.len());
    for ((copy, _), (original, _)) in copies.iter().zip(&originals) {
        assert_eq!(copy.file_name(), original.file_name());
        assert_eq!(fs::read(copy).unwrap(), fs::read(original).unwrap(), "{}", copy.display());
    }
}
