use proptest::prelude::*;

use super::*;
use crate::model::{Header, Id, List, Place, Record, Text};

fn transaction(edits: Vec<Edit>) -> Transaction {
    Transaction { label: "change".into(), edits, before: Selection::default(), after: Selection::default() }
}

fn state(workspace: &Workspace) -> Vec<Option<Record>> {
    let mut records = vec![workspace.current(&Target::Header)];
    for list in List::ALL {
        for slot in 0..12 {
            records.push(workspace.case.record(Place { list, slot }));
        }
    }
    records
}

/// One step of a random editing session.
#[derive(Clone, Debug)]
enum Step {
    Add(usize),
    Delete(usize, u32),
    Name(usize, u32, String),
    Title(String),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0..9_usize).prop_map(Step::Add),
        (0..9_usize, 0..4_u32).prop_map(|(list, slot)| Step::Delete(list, slot)),
        (0..9_usize, 0..4_u32, "[a-z]{0,3}").prop_map(|(list, slot, name)| Step::Name(list, slot, name)),
        "[a-z]{0,3}".prop_map(Step::Title),
        Just(Step::Undo),
        Just(Step::Redo),
    ];
    prop::collection::vec(step, 0..24)
}

fn edit_of(workspace: &Workspace, step: &Step, number: u64) -> Option<Edit> {
    match step {
        Step::Add(list) => {
            let list = List::ALL[*list];
            Some(workspace.insertion(list, Record::empty(list, Id::from_bits(number))))
        }
        Step::Delete(list, slot) => {
            workspace.edit_to(Target::Record(Place { list: List::ALL[*list], slot: *slot }), None)
        }
        Step::Name(list, slot, name) => {
            let place = Place { list: List::ALL[*list], slot: *slot };
            let mut record = workspace.case.record(place)?;
            let key = if place.list == List::Parties { "name" } else { "note" };
            record.set(&crate::model::field::FieldPath::of(key), crate::model::field::Value::Text(name.into()));
            workspace.edit_to(Target::Record(place), Some(record))
        }
        Step::Title(title) => {
            let header = Header { title: Text::from(title.as_str()), ..workspace.case.header.clone() };
            workspace.edit_to(Target::Header, Some(Record::Header(header)))
        }
        Step::Undo | Step::Redo => None,
    }
}

fn apply_all(workspace: &mut Workspace, transaction: &Transaction) {
    for edit in &transaction.edits {
        workspace.apply(edit);
    }
}

proptest! {
    #[test]
    fn undoing_everything_gives_the_first_state_and_redoing_the_last(steps in steps()) {
        let mut workspace = Workspace::default();
        let first = state(&workspace);
        let mut history = History::default();
        for (number, step) in (0..).zip(&steps) {
            match step {
                Step::Undo => {
                    if let Some(back) = history.undo() { apply_all(&mut workspace, &back); }
                }
                Step::Redo => {
                    if let Some(again) = history.redo() { apply_all(&mut workspace, &again); }
                }
                step => if let Some(edit) = edit_of(&workspace, step, number) {
                    let change = transaction(vec![edit]);
                    apply_all(&mut workspace, &change);
                    history.push(change);
                }
            }
        }
        while let Some(again) = history.redo() { apply_all(&mut workspace, &again); }
        let last = state(&workspace);
        while let Some(back) = history.undo() { apply_all(&mut workspace, &back); }
        prop_assert_eq!(&state(&workspace), &first);
        while let Some(again) = history.redo() { apply_all(&mut workspace, &again); }
        prop_assert_eq!(&state(&workspace), &last);
    }

    #[test]
    fn an_edit_reads_back_from_its_written_form(name in "\\PC{0,12}") {
        let mut record = Record::empty(List::Parties, Id::from_bits(7));
        record.set(&crate::model::field::FieldPath::of("name"), crate::model::field::Value::Text(name.as_str().into()));
        let edit = Workspace::default().insertion(List::Parties, record);
        let written = serde_json::to_string(&edit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Edit>(&written).unwrap(), edit);
    }
}

#[test]
fn a_revision_is_never_used_twice() {
    let mut history = History::default();
    let mut seen = vec![history.revision()];
    for _ in 0..3 {
        history.push(transaction(Vec::new()));
        assert!(!seen.contains(&history.revision()));
        seen.push(history.revision());
        history.undo();
        assert!(seen.contains(&history.revision()), "an undo returns to a state that was there before");
        history.push(transaction(Vec::new()));
        assert!(!seen.contains(&history.revision()));
        seen.push(history.revision());
    }
}
