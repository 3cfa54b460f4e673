//! What the program has to say to the person.

/// How grave a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something was done.
    Note,
    /// Something needs a look.
    Warning,
    /// Something could not be done.
    Failure,
}

/// A sentence for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How grave it is.
    pub severity: Severity,
    /// The sentence.
    pub words: String,
}

impl Message {
    /// Something was done.
    #[must_use]
    pub fn note(words: impl Into<String>) -> Self {
        Self { severity: Severity::Note, words: words.into() }
    }

    /// Something needs a look.
    #[must_use]
    pub fn warning(words: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, words: words.into() }
    }

    /// Something could not be done.
    #[must_use]
    pub fn failure(words: impl Into<String>) -> Self {
        Self { severity: Severity::Failure, words: words.into() }
    }
}
