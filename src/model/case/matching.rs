//! Which records of two states of a case are the same one.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::{Case, List, by_list};
use crate::model::{Id, Table};

/// A record of one state and of another: the slot it has in each, `None` in the one that lacks it.
pub type Pair = (Option<u32>, Option<u32>);

impl Case {
    /// The records of a list that differ in another state of the case: first those that are here, in their order, then
    /// those that are only there, in theirs. Records are matched by id; of several with one id, the first goes with the
    /// first. The order of a list is no difference.
    #[must_use]
    pub fn differing(&self, other: &Self, list: List) -> Vec<Pair> {
        macro_rules! of {
            ($table:ident, $_variant:ident) => {
                differing(&self.$table, &other.$table, |record| &record.id)
            };
        }
        by_list!(list, of)
    }
}

fn differing<T: PartialEq>(ours: &Table<T>, theirs: &Table<T>, id: fn(&T) -> &Id) -> Vec<Pair> {
    let mut of_id: FxHashMap<&Id, VecDeque<u32>> = FxHashMap::default();
    of_id.reserve(theirs.count());
    for (slot, record) in theirs.iter() {
        of_id.entry(id(record)).or_default().push_back(slot);
    }
    let mut pairs = Vec::new();
    let mut is_matched = vec![false; usize::try_from(theirs.next_slot()).unwrap_or(usize::MAX)];
    let mark = |slot: u32| usize::try_from(slot).unwrap_or(usize::MAX);
    for (slot, record) in ours.iter() {
        let there = of_id.get_mut(id(record)).and_then(VecDeque::pop_front);
        if let Some(matched) = there.and_then(|there| is_matched.get_mut(mark(there))) {
            *matched = true;
        }
        if there.and_then(|there| theirs.get(there)) != Some(record) {
            pairs.push((Some(slot), there));
        }
    }
    let only_there = theirs.iter().filter(|(slot, _)| is_matched.get(mark(*slot)) == Some(&false));
    pairs.extend(only_there.map(|(slot, _)| (None, Some(slot))));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Party;

    fn table(parties: &[(&str, &str)]) -> Table<Party> {
        let mut table = Table::default();
        for (id, name) in parties {
            let party = Party { id: Id::from(*id), name: (*name).into(), ..Party::default() };
            table.push((!id.is_empty()).then_some(party));
        }
        table
    }

    #[test]
    fn records_go_together_by_id_and_in_turn_where_several_have_one() {
        type Side<'a> = &'a [(&'a str, &'a str)];
        let table_of: [(Side<'_>, Side<'_>, &[Pair]); 6] = [
            (&[("a", "1"), ("b", "2")], &[("a", "1"), ("b", "2")], &[]),
            (&[("a", "1"), ("b", "2")], &[("b", "2"), ("", ""), ("a", "1")], &[]),
            (
                &[("a", "1"), ("b", "2")],
                &[("b", "3"), ("c", "1")],
                &[(Some(0), None), (Some(1), Some(0)), (None, Some(1))],
            ),
            (&[("a", "1"), ("a", "2")], &[("a", "1"), ("a", "3")], &[(Some(1), Some(1))]),
            (&[("a", "1"), ("a", "2")], &[("a", "1")], &[(Some(1), None)]),
            (&[("", ""), ("a", "1")], &[("a", "1"), ("a", "1")], &[(None, Some(1))]),
        ];
        for (ours, theirs, expected) in table_of {
            assert_eq!(differing(&table(ours), &table(theirs), |party| &party.id), expected, "{ours:?} {theirs:?}");
        }
    }
}
