//! Where a field stands in its record.

use std::fmt;

use crate::model::{Id, Text};

/// A path to a field: its key, and for a field of a list element the list and the element's id before it
/// (`participants/x7q2m4ka/role`). The empty path means the record as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldPath {
    element: Option<(Text, Id)>,
    key: Text,
}

impl FieldPath {
    /// A field of the record itself.
    #[must_use]
    pub fn of(key: &str) -> Self {
        Self { element: None, key: key.into() }
    }

    /// A field of an element of the list `list`.
    #[must_use]
    pub fn in_element(list: &str, id: &Id, key: &str) -> Self {
        Self { element: Some((list.into(), id.clone())), key: key.into() }
    }

    /// Reads a path as files have it.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let mut steps = path.splitn(3, '/');
        match (steps.next(), steps.next(), steps.next()) {
            (Some(list), Some(id), Some(key)) => Self::in_element(list, &Id::from(id), key),
            _ => Self::of(path),
        }
    }

    /// The key of the field.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The list and the element that the field belongs to, if it is not the record's own.
    #[must_use]
    pub fn element(&self) -> Option<(&str, &Id)> {
        self.element.as_ref().map(|(list, id)| (list.as_str(), id))
    }

    /// Whether the path means the record as a whole.
    #[must_use]
    pub fn is_whole_record(&self) -> bool {
        self.element.is_none() && self.key.is_empty()
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((list, id)) = &self.element {
            write!(f, "{list}/{id}/")?;
        }
        f.write_str(&self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_as_they_are_read() {
        for path in ["", "value", "participants/x7q2m4ka/role"] {
            assert_eq!(FieldPath::parse(path).to_string(), path);
        }
    }

    #[test]
    fn the_parts_of_a_path() {
        let path = FieldPath::parse("participants/x7q2m4ka/role");
        assert_eq!(path.key(), "role");
        assert_eq!(path.element(), Some(("participants", &Id::from("x7q2m4ka"))));
        assert!(FieldPath::parse("").is_whole_record());
        assert!(!FieldPath::parse("value").is_whole_record());
    }
}
