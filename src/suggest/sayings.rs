//! Stub.

use std::ops::Range;

/// In what manner words are said, and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saying {
    /// A key of [`crate::model::vocabulary::MODE`].
    pub mode: &'static str,
    /// The names of who says so, in bytes of the text, nearest first.
    pub attributed_to: Vec<Range<usize>>,
}

/// How the words at a place (in bytes) of a text are said: read from their sentence and, for a quotation, its neighbours.
#[must_use]
pub fn saying(_text: &str, _words: &Range<usize>) -> Saying {
    Saying { mode: "reported", attributed_to: Vec::new() }
}
