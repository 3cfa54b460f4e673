//! Several edits that are to be one transaction.

use std::collections::HashMap;

use super::{Edit, Target, Workspace};
use crate::model::{List, Place, Record};

/// Collects edits against a workspace that none of them is applied to yet, and hands out the slots of new records.
#[derive(Debug, Default)]
pub struct Batch {
    next: HashMap<List, u32>,
    edits: Vec<Edit>,
}

impl Batch {
    /// Adds a record to the end of its list; returns its place.
    pub fn insert(&mut self, workspace: &Workspace, list: List, record: Record) -> Place {
        let slot = self.next.entry(list).or_insert_with(|| workspace.case.next_place(list).slot);
        let place = Place { list, slot: *slot };
        *slot = slot.saturating_add(1);
        self.edits.push(Edit { target: Target::Record(place), before: None, after: Some(record) });
        place
    }

    /// Makes the target what `after` says, unless it is that already. Once for each target.
    pub fn change(&mut self, workspace: &Workspace, target: Target, after: Option<Record>) {
        self.edits.extend(workspace.edit_to(target, after));
    }

    /// The edits, in the order in which they were added.
    #[must_use]
    pub fn into_edits(self) -> Vec<Edit> {
        self.edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    #[test]
    fn new_records_of_one_batch_get_slots_of_their_own() {
        let mut workspace = Workspace::default();
        let record = |letter: &str| Record::empty(List::Quotes, Id::from(letter.repeat(8).as_str()));
        let first = workspace.insertion(List::Quotes, record("a"));
        workspace.apply(&first);
        let mut batch = Batch::default();
        let slots: Vec<u32> =
            ["b", "c"].map(|letter| batch.insert(&workspace, List::Quotes, record(letter)).slot).into();
        assert_eq!(slots, [1, 2]);
        assert_eq!(batch.insert(&workspace, List::Claims, Record::empty(List::Claims, Id::from("dddddddd"))).slot, 0);
        batch.change(&workspace, Target::Record(Place { list: List::Quotes, slot: 0 }), Some(record("a")));
        assert_eq!(batch.into_edits().len(), 3);
    }
}
