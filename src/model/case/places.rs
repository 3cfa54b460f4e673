//! Where the record with an id stands.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use super::Place;
use crate::model::Id;

/// The places of records by id. Ids are unique in sound files; of several records with one id the first counts, whatever
/// was put and taken away since.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    first: HashMap<Id, Place>,
    /// All places of an id that has more than one.
    several: HashMap<Id, BTreeSet<Place>>,
}

impl Places {
    /// The first place of an id.
    pub fn get(&self, id: &Id) -> Option<Place> {
        self.first.get(id).copied()
    }

    /// Notes that a record with this id stands at a place. Says whether another had it before.
    pub fn insert(&mut self, id: &Id, place: Place) -> bool {
        match self.first.entry(id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(place);
                false
            }
            Entry::Occupied(mut entry) => {
                let first = *entry.get();
                if first != place {
                    self.several.entry(id.clone()).or_insert_with(|| BTreeSet::from([first])).insert(place);
                    entry.insert(first.min(place));
                }
                first != place
            }
        }
    }

    /// Notes that the record with this id no longer stands at a place.
    pub fn remove(&mut self, id: &Id, place: Place) {
        let Some(all) = self.several.get_mut(id) else {
            if self.get(id) == Some(place) {
                self.first.remove(id);
            }
            return;
        };
        all.remove(&place);
        if let Some(first) = all.first() {
            self.first.insert(id.clone(), *first);
        }
        if all.len() < 2 {
            self.several.remove(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::List;

    #[test]
    fn of_several_places_the_first_counts_in_whatever_order_they_came_and_went() {
        let place = |slot| Place { list: List::Parties, slot };
        let id = Id::from_bits(1);
        // A number puts the id at the slot, a negative one takes it away from the slot before.
        let table: [(&[i32], Option<u32>); 8] = [
            (&[1], Some(1)),
            (&[1, 1], Some(1)),
            (&[2, 1], Some(1)),
            (&[1, 2, -1], Some(2)),
            (&[3, 1, 2, -1, -2], Some(3)),
            (&[1, 2, -2, -1], None),
            (&[1, -2], Some(1)),
            (&[1, 2, -1, 1], Some(1)),
        ];
        for (steps, expected) in table {
            let mut places = Places::default();
            for step in steps {
                match u32::try_from(*step) {
                    Ok(slot) => {
                        places.insert(&id, place(slot));
                    }
                    Err(_) => places.remove(&id, place(step.unsigned_abs())),
                }
            }
            assert_eq!(places.get(&id), expected.map(place), "{steps:?}");
        }
    }
}
