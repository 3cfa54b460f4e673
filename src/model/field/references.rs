//! The references that a record holds.

use super::{Field, FieldPath, Fields, Shape, Value};
use crate::model::Reference;

/// Every reference in the fields of a record that `table` describes, with its path.
#[must_use]
pub fn references_in(record: &dyn Fields, table: &'static [Field]) -> Vec<(FieldPath, Reference)> {
    let mut found = Vec::new();
    collect(record, table, None, &mut found);
    found
}

fn collect(
    record: &dyn Fields,
    table: &'static [Field],
    element: Option<(&str, &crate::model::Id)>,
    found: &mut Vec<(FieldPath, Reference)>,
) {
    for field in table {
        let path = || match element {
            None => FieldPath::of(field.key),
            Some((list, id)) => FieldPath::in_element(list, id, field.key),
        };
        match (field.shape, record.get(field.key)) {
            (Shape::Reference(_), Some(Value::Reference(reference))) => found.push((path(), reference)),
            (Shape::References(_), Some(Value::References(all))) => {
                found.extend(all.into_iter().map(|reference| (path(), reference)));
            }
            (Shape::Elements(of), _) => {
                for (id, inner) in record.elements(field.key) {
                    collect(inner, of, Some((field.key, id)), found);
                }
            }
            _ => {}
        }
    }
}
