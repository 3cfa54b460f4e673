//! The fields about which articles disagree.

use std::collections::BTreeMap;

use super::{Index, Relation, relation};
use crate::model::{Case, Id, Place, Text};

/// Every disputed field of a case, kept up to date record by record.
#[derive(Clone, Debug, Default)]
pub struct Disputes {
    fields: BTreeMap<Place, Vec<Text>>,
}

impl Disputes {
    /// The disputes of a whole case.
    #[must_use]
    pub fn of(case: &Case, index: &Index) -> Self {
        let mut disputes = Self::default();
        disputes.recount(case, index);
        disputes
    }

    /// Looks at every record again.
    pub fn recount(&mut self, case: &Case, index: &Index) {
        self.fields.clear();
        let mut seen = std::collections::HashSet::new();
        for (_, claim) in case.claims.iter() {
            if seen.insert(&claim.record) {
                self.look_at(case, index, &claim.record);
            }
        }
    }

    /// Looks at one record again.
    pub fn look_at(&mut self, case: &Case, index: &Index, id: &Id) {
        let Some(place) = case.place(id) else { return };
        let claims = index.claims_about(id).iter().filter_map(|slot| case.claims.get(*slot));
        let mut fields: Vec<Text> = claims
            .filter(|claim| relation(case, place, claim) == Relation::Contradicts)
            .map(|claim| claim.field.clone())
            .collect();
        fields.sort();
        fields.dedup();
        if fields.is_empty() {
            self.fields.remove(&place);
        } else {
            self.fields.insert(place, fields);
        }
    }

    /// Forgets the record at a place, which is gone.
    pub fn forget(&mut self, place: Place) {
        self.fields.remove(&place);
    }

    /// Every disputed field, by record.
    pub fn iter(&self) -> impl Iterator<Item = (Place, &Text)> {
        self.fields.iter().flat_map(|(place, fields)| fields.iter().map(|field| (*place, field)))
    }

    /// How many fields are disputed.
    #[must_use]
    pub fn count(&self) -> usize {
        self.fields.values().map(Vec::len).sum()
    }
}
