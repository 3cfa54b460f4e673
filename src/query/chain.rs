//! The court actions of a proceeding, indented along their links.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::Index;
use crate::model::{Action, Case, Id, List, PartialDate, Place, Reference};

/// A court action in its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainLink {
    /// Slot of the court action.
    pub action: u32,
    /// How far it is indented: 0 for one that answers none.
    pub depth: u8,
}

/// The court actions, each below the one it is linked to in the same proceeding, otherwise by date. Grouped by the
/// slot of their proceeding; those without one that is on file stand under `None`.
#[must_use]
pub fn chain(case: &Case, index: &Index) -> HashMap<Option<u32>, Vec<ChainLink>> {
    let mut groups: HashMap<Option<u32>, Vec<u32>> = HashMap::new();
    for (slot, action) in case.actions.iter() {
        groups.entry(proceeding_of(case, action)).or_default().push(slot);
    }
    groups.into_iter().map(|(proceeding, actions)| (proceeding, order(case, index, proceeding, actions))).collect()
}

fn proceeding_of(case: &Case, action: &Action) -> Option<u32> {
    let id = action.proceeding.as_ref().and_then(Reference::id)?;
    case.place(id).filter(|place| place.list == List::Proceedings).map(|place| place.slot)
}

fn order(case: &Case, index: &Index, proceeding: Option<u32>, mut actions: Vec<u32>) -> Vec<ChainLink> {
    actions.sort_by_key(|slot| (day_of(case, *slot).unwrap_or(Date::MAX), *slot));
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    let mut roots = Vec::new();
    for slot in &actions {
        match answered(case, index, proceeding, *slot) {
            Some(parent) => children.entry(parent).or_default().push(*slot),
            None => roots.push(*slot),
        }
    }
    let mut ordered = Vec::with_capacity(actions.len());
    let mut seen = HashSet::new();
    // Whatever only a circle of links leads to comes last, as if it answered nothing.
    for root in roots.iter().chain(&actions) {
        let mut pending = vec![(*root, 0_u8)];
        while let Some((action, depth)) = pending.pop() {
            if seen.insert(action) {
                ordered.push(ChainLink { action, depth });
                let below = children.get(&action).into_iter().flatten().rev();
                pending.extend(below.map(|child| (*child, depth.saturating_add(1))));
            }
        }
    }
    ordered
}

fn day_of(case: &Case, slot: u32) -> Option<Date> {
    let action = case.actions.get(slot)?;
    action.decided.as_ref().or(action.filed.as_ref()).and_then(PartialDate::first_day)
}

/// The court action of the same proceeding that this one acts upon.
fn answered(case: &Case, index: &Index, proceeding: Option<u32>, slot: u32) -> Option<u32> {
    let id: &Id = &case.actions.get(slot)?.id;
    index.links_at(id).iter().filter_map(|link| case.links.get(*link)).find_map(|link| {
        if link.from != *id || link.kind == "related" {
            return None;
        }
        let Place { list: List::Actions, slot: parent } = case.place(&link.to)? else { return None };
        let same = parent != slot && proceeding_of(case, case.actions.get(parent)?) == proceeding;
        same.then_some(parent)
    })
}
