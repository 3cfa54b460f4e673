//! Comparing the lists of elements that records have: other names, participants …

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::excerpt::sides;
use super::rows::{Rows, value_words};
use crate::model::field::{Field, Fields, Shape, Value};
use crate::model::{Alias, Case, Id, Identifier, Judge, Participant};

/// An element of a list of a record.
pub(super) trait Element: Fields + Clone + PartialEq {
    /// Its identity.
    fn id(&self) -> &Id;
}

macro_rules! elements {
    ($($of:ty),+) => {$(
        impl Element for $of {
            fn id(&self) -> &Id {
                &self.id
            }
        }
    )+};
}

elements!(Alias, Identifier, Judge, Participant);

impl Rows<'_> {
    /// Notes how a list of elements differs, element by element; then `left` is what `right` is.
    pub fn elements<T: Element>(&mut self, label: &str, left: &mut Vec<T>, right: &[T], table: &'static [Field]) {
        if left == right {
            return;
        }
        let mut of_id: FxHashMap<&Id, VecDeque<usize>> = FxHashMap::default();
        for (at, element) in right.iter().enumerate() {
            of_id.entry(element.id()).or_default().push_back(at);
        }
        let mut is_matched = vec![false; right.len()];
        let mut order = Vec::with_capacity(left.len());
        for ours in left.iter() {
            let Some(at) = of_id.get_mut(ours.id()).and_then(VecDeque::pop_front) else {
                self.push(label, &element_words(self.ours, ours, table), "");
                continue;
            };
            is_matched[at] = true;
            order.push(at);
            self.element(label, ours, &right[at], table);
        }
        for (theirs, _) in right.iter().zip(&is_matched).filter(|(_, is_matched)| !**is_matched) {
            self.push(label, "", &element_words(self.theirs, theirs, table));
        }
        if !order.is_sorted() {
            self.order(label, left, right, table);
        }
        *left = right.to_vec();
    }

    fn element<T: Element>(&mut self, label: &str, ours: &T, theirs: &T, table: &'static [Field]) {
        if ours == theirs {
            return;
        }
        let prefix = format!("{label} · {} · ", name(self.ours, ours, table));
        let mut left = ours.clone();
        self.fields(&prefix, &mut left, theirs, table);
        if left != *theirs {
            self.other(format!("{prefix}other details").into());
        }
    }

    fn order<T: Element>(&mut self, label: &str, ours: &[T], theirs: &[T], table: &'static [Field]) {
        let names =
            |case: &Case, all: &[T]| all.iter().map(|one| name(case, one, table)).collect::<Vec<_>>().join("; ");
        let label = format!("Order of {}", label.to_lowercase());
        let (ours, theirs) = sides(&names(self.ours, ours), &names(self.theirs, theirs));
        if !self.push(&label, &ours, &theirs) {
            self.other(label.into());
        }
    }
}

/// What an element is called: its first field.
fn name(case: &Case, element: &dyn Fields, table: &'static [Field]) -> String {
    let first = table.first().and_then(|field| Some(value_words(case, field, &element.get(field.key)?)));
    first.filter(|words| !words.is_empty()).unwrap_or_else(|| "unnamed".to_owned())
}

/// All that an element says: "Oracle America (counsel, for Microsoft)".
fn element_words(case: &Case, element: &dyn Fields, table: &'static [Field]) -> String {
    let others = table.iter().skip(1).filter_map(|field| {
        let value = element.get(field.key).filter(|value| !value.is_absent())?;
        let words = value_words(case, field, &value);
        Some(match (field.shape, &value) {
            (Shape::Choice(_), _) | (_, Value::AsTyped(_)) => words,
            _ => format!("{} {words}", field.label.to_lowercase()),
        })
    });
    let others: Vec<String> = others.collect();
    let name = name(case, element, table);
    if others.is_empty() { name } else { format!("{name} ({})", others.join(", ")) }
}
