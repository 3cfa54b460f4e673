//! Only edited bytes change; an unedited save writes nothing; undoing everything gives the very bytes that were opened.
//!
//! `CASEFILE_CASES` in the environment sets how many files are generated for each property; 200 without it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod common;
#[path = "lossless/generate.rs"]
mod generate;

use std::fs;
use std::path::PathBuf;

use casefile::edit::Target;
use casefile::format::to_json;
use casefile::model::field::{FieldPath, Value};
use casefile::model::{List, Place};
use casefile::session::{Command, Session};
use generate::{File, LISTS, Layout, files, id};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;

const LISTS_WITH_FORMS: [List; 5] = [List::Parties, List::Proceedings, List::Actions, List::Amounts, List::Dates];

fn config() -> ProptestConfig {
    let cases = std::env::var("CASEFILE_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(200);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A generated file that was opened.
struct Opened {
    session: Session,
    path: PathBuf,
    original: Vec<u8>,
    _folder: tempfile::TempDir,
}

impl Opened {
    fn new(file: &File) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.case.json");
        fs::write(&path, &file.text).unwrap();
        let mut session = common::open(&path);
        assert!(session.is_open() && session.document().read_only.is_none(), "{:?}", session.take_messages());
        Self { session, path, original: file.text.as_bytes().to_vec(), _folder: folder }
    }

    /// Saves and returns what the file holds then.
    fn saved(&mut self) -> Vec<u8> {
        assert_eq!(common::save(&mut self.session), Vec::<String>::new());
        assert!(!self.session.is_modified());
        fs::read(&self.path).unwrap()
    }

    /// Returns how many edits that were.
    fn undo_everything(&mut self) -> usize {
        let mut count = 0;
        while self.session.undo_label().is_some() {
            self.session.perform(Command::Undo);
            count += 1;
        }
        count
    }

    fn records(&self) -> Vec<Place> {
        let case = self.session.case();
        let places = LISTS_WITH_FORMS.into_iter().map(|list| (list, case.slots(list)));
        places.flat_map(|(list, slots)| slots.into_iter().map(move |slot| Place { list, slot })).collect()
    }

    /// A field that holds words, of a record or of the head, and where its value stands by the paths of the file.
    fn pick(&self, record: Index, key: Index) -> (Target, &'static str, String) {
        let records = self.records();
        let at = record.index(records.len() + 1);
        let Some(place) = records.get(at) else {
            let key = ["title", "summary"][key.index(2)];
            return (Target::Header, key, format!("/{key}"));
        };
        let (_, keys) = LISTS[LISTS_WITH_FORMS.iter().position(|list| *list == place.list).unwrap()];
        let key = keys[key.index(keys.len())];
        (Target::Record(*place), key, format!("/{}/{}/{key}", place.list.key(), place.slot))
    }

    fn shown(&self, target: &Target, key: &str) -> String {
        match self.session.current(target).and_then(|record| record.get(&FieldPath::of(key))) {
            Some(Value::Text(words)) => words.to_string(),
            _ => String::new(),
        }
    }

    fn set(&mut self, target: &Target, key: &str, words: &str) {
        self.session.perform(Command::SetWords(target.clone(), FieldPath::of(key), words.to_owned()));
    }
}

/// What was put into `old` to make `new`, if that is all that was done. Of `ab` in `aab` it cannot be told where it was
/// put, so all that it may have been is given.
fn inserted(old: &[u8], new: &[u8]) -> Vec<String> {
    let same_start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let same_end = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let Some(length) = new.len().checked_sub(old.len()) else { return Vec::new() };
    let starts = old.len().saturating_sub(same_end)..=same_start;
    starts.filter_map(|start| String::from_utf8(new[start..start + length].to_vec()).ok()).collect()
}

/// The value of a member that stands alone but for a comma and blanks.
fn value_of_member<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let text = text.trim_matches([' ', '\t', '\r', '\n', ',']);
    Some(text.strip_prefix(&format!("\"{key}\""))?.trim_start().strip_prefix(':')?.trim_start())
}

/// Whether text stands on lines as the layout has it, or on none.
fn is_in_style(text: &str, layout: &Layout) -> bool {
    let Some(indent) = layout.indent else { return !text.contains('\n') };
    let bare = text.replace(layout.newline, "\u{0}");
    let lines_end_alike = !bare.contains(['\n', '\r']);
    let is_indented = |line: &str| {
        let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
        let unit = indent.len().max(1);
        line[..blanks] == indent.repeat(blanks / unit)
    };
    lines_end_alike && bare.split('\u{0}').skip(1).all(is_indented)
}

/// A step of a random editing session.
#[derive(Clone, Debug)]
enum Step {
    Words(Index, Index, String),
    New(usize),
    Duplicate(Index),
    Delete(Index),
    Link(Index, Index),
    Alias(Index),
    Undo,
    Redo,
    Save,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (any::<Index>(), any::<Index>(), words()).prop_map(|(record, key, words)| Step::Words(record, key, words)),
        2 => (0..LISTS_WITH_FORMS.len()).prop_map(Step::New),
        1 => any::<Index>().prop_map(Step::Duplicate),
        2 => any::<Index>().prop_map(Step::Delete),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Step::Link(from, to)),
        1 => any::<Index>().prop_map(Step::Alias),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => Just(Step::Save),
    ];
    prop::collection::vec(step, 1..8)
}

/// Words as a person types them, with letters that JSON must escape.
fn words() -> impl Strategy<Value = String> {
    "[a-zÅé😀\"\\\\/]([a-z é\t\"\\\\]{0,6}[a-zé😀])?"
}

fn take(opened: &mut Opened, step: &Step) {
    let records = opened.records();
    let pick = |index: &Index| (!records.is_empty()).then(|| Target::Record(records[index.index(records.len())]));
    let id_of = |index: &Index| opened.session.current(&pick(index)?).map(|record| record.id().clone());
    let command = match step {
        Step::Words(record, key, words) => {
            let (target, key, _) = opened.pick(*record, *key);
            Some(Command::SetWords(target, FieldPath::of(key), words.clone()))
        }
        Step::New(list) => Some(Command::NewRecord(LISTS_WITH_FORMS[*list])),
        Step::Duplicate(index) => pick(index).map(Command::Duplicate),
        Step::Delete(index) => pick(index).map(Command::Delete),
        Step::Link(from, to) => {
            id_of(from).zip(id_of(to)).map(|(from, to)| Command::AddLink(from, "related".into(), to))
        }
        Step::Alias(index) => pick(index).map(|target| Command::AddElement(target, "aliases".into())),
        Step::Undo => Some(Command::Undo),
        Step::Redo => Some(Command::Redo),
        Step::Save => {
            opened.saved();
            None
        }
    };
    if let Some(command) = command {
        opened.session.perform(command);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_unedited_save_writes_nothing(file in files()) {
        let mut opened = Opened::new(&file);
        let before = common::stamps(opened.path.parent().unwrap());
        prop_assert_eq!(&opened.saved(), &opened.original);
        prop_assert_eq!(common::stamps(opened.path.parent().unwrap()), before);
    }

    #[test]
    fn an_edit_changes_the_bytes_of_its_value_only(file in files(), record: Index, key: Index, typed in words()) {
        let mut opened = Opened::new(&file);
        let (target, key, path) = opened.pick(record, key);
        prop_assume!(opened.shown(&target, key) != typed);
        opened.set(&target, key, &typed);
        let saved = opened.saved();
        let written = if let Some(span) = file.spans.get(&path) {
            let (before, after) = (&opened.original[..span.start], &opened.original[span.end..]);
            prop_assert!(saved.starts_with(before) && saved.ends_with(after), "{}", String::from_utf8_lossy(&saved));
            String::from_utf8(saved[before.len()..saved.len() - after.len()].to_vec()).unwrap()
        } else {
            let found = inserted(&opened.original, &saved);
            let alone = found.iter().find_map(|text| Some((text, value_of_member(text, key)?.to_owned())));
            prop_assert!(alone.is_some(), "{}", String::from_utf8_lossy(&saved));
            let (text, value) = alone.unwrap();
            prop_assert!(is_in_style(text, &file.layout), "{text:?}");
            value
        };
        prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), typed.clone());
        let again = common::open(&opened.path);
        let shown = again.current(&target).and_then(|record| record.get(&FieldPath::of(key)));
        prop_assert_eq!(shown, Some(Value::Text(typed.into())));
        prop_assert_eq!(again.document().faults.len() <= opened.session.document().faults.len(), true);
    }

    #[test]
    fn undoing_everything_gives_the_bytes_that_were_opened(file in files(), steps in steps()) {
        let mut opened = Opened::new(&file);
        for step in &steps {
            take(&mut opened, step);
        }
        let edited = opened.saved();
        let written = |session: &Session, place: Place| session.case().record(place).map(|record| to_json(&record));
        let before: Vec<_> = opened.records().into_iter().map(|place| written(&opened.session, place)).collect();
        let again = common::open(&opened.path);
        prop_assert!(again.document().read_only.is_none(), "{}", String::from_utf8_lossy(&edited));
        let after = LISTS_WITH_FORMS.iter().flat_map(|list| {
            again.case().slots(*list).into_iter().map(|slot| written(&again, Place { list: *list, slot })).collect::<Vec<_>>()
        });
        prop_assert_eq!(after.collect::<Vec<_>>(), before, "{}", String::from_utf8_lossy(&edited));
        let count = opened.undo_everything();
        prop_assert_eq!(&opened.saved(), &opened.original);
        (0..count).for_each(|_| opened.session.perform(Command::Redo));
        prop_assert_eq!(opened.saved(), edited);
    }

    #[test]
    fn a_new_record_is_added_in_the_style_of_the_file(file in files(), list in 0..LISTS.len(), label in words()) {
        let mut opened = Opened::new(&file);
        let list = LISTS_WITH_FORMS[list];
        opened.session.perform(Command::NewRecord(list));
        let target = opened.session.selection().form.clone().unwrap();
        let key = LISTS.iter().find(|(name, _)| *name == list.key()).unwrap().1[0];
        opened.set(&target, key, &label);
        let saved = opened.saved();
        let found = inserted(&opened.original, &saved);
        prop_assert!(!found.is_empty(), "{}", String::from_utf8_lossy(&saved));
        prop_assert!(found.iter().any(|text| is_in_style(text, &file.layout)), "{found:?}");
        let again = common::open(&opened.path);
        let id = opened.session.current(&target).unwrap().id().clone();
        prop_assert_eq!(again.case().find(&id), opened.session.current(&target));
        prop_assert_eq!(again.document().faults.len(), opened.session.document().faults.len());
        opened.undo_everything();
        prop_assert_eq!(opened.saved(), opened.original);
    }

    #[test]
    fn a_deleted_record_comes_back_byte_for_byte(file in files(), record: Index) {
        for save_between in [false, true] {
            let mut opened = Opened::new(&file);
            let records = opened.records();
            prop_assume!(!records.is_empty());
            let place = records[record.index(records.len())];
            opened.session.perform(Command::Delete(Target::Record(place)));
            if save_between {
                let saved = opened.saved();
                prop_assert!(saved.len() < opened.original.len());
                let left = common::open(&opened.path).case().count(place.list);
                prop_assert_eq!(left, opened.session.case().count(place.list));
            }
            opened.session.perform(Command::Undo);
            prop_assert_eq!(opened.saved(), opened.original);
        }
    }
}

#[test]
fn the_generated_files_are_of_every_sort() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let files: Vec<File> = (0..200).map(|_| files().new_tree(&mut runner).unwrap().current()).collect();
    let some = |what: &str, is_it: &dyn Fn(&File) -> bool| assert!(files.iter().any(is_it), "no file {what}");
    some("with CRLF", &|file| file.text.contains("\r\n"));
    some("with a byte order mark", &|file| file.text.starts_with('\u{feff}'));
    some("with tabs", &|file| file.text.contains("\n\t\""));
    some("on one line", &|file| !file.text.contains('\n'));
    some("with an odd number", &|file| file.text.contains("1e+05"));
    some("with a key twice", &|file| file.text.matches("\"title\"").count() > file.text.matches('{').count().min(1));
    some("with a lone surrogate", &|file| file.text.contains("\\ud800"));
    some("with its version last", &|file| file.text.find("\"version\"") > file.text.find("\"parties\""));
    some("with an unreadable record", &|file| {
        let read =
            casefile::format::read_case(&casefile::format::Base::new(file.text.clone().into_bytes()).0, Vec::new());
        read.faults.iter().any(|fault| fault.message.contains("should be an object"))
    });
    assert!(files.iter().all(|file| file.spans.contains_key("/id")));
    let ids: Vec<String> = LISTS.iter().flat_map(|(list, _)| (0..4).map(|number| id(list, number))).collect();
    assert!(ids.iter().all(|id| casefile::model::Id::from(id.as_str()).is_well_formed()), "{ids:?}");
    assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), ids.len());
}
