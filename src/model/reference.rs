//! References from one record to another.

use serde::{Deserialize, Serialize};

use super::{Id, Text};

/// Who or what is meant: a record on file, or words where nobody is on file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reference {
    /// A record of the same case. It may be missing: the reference is kept and reported.
    #[serde(rename = "ref")]
    Record(Id),
    /// Free words.
    #[serde(rename = "text")]
    Words(Text),
}

impl Reference {
    /// The record that is meant, where one is named.
    #[must_use]
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Record(id) => Some(id),
            Self::Words(_) => None,
        }
    }
}
