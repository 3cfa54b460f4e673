//! What is being typed in a field, until it becomes part of the case.

use crate::edit::Target;
use crate::model::field::FieldPath;
use crate::session::Command;

/// The words in a field that has the keyboard.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The generation of the case whose field it is: what was typed for one case is nothing for another.
    pub generation: u64,
    /// Whose field it is.
    pub target: Target,
    /// The field.
    pub path: FieldPath,
    /// What the field showed before.
    pub initial: String,
    /// What it shows now.
    pub words: String,
    /// Whether the words are one more reference of a list, and not the whole value.
    pub adds: bool,
}

impl Draft {
    /// Whether anything was typed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.words != self.initial
    }

    /// The command that makes it part of the case; `None` where nothing was typed.
    #[must_use]
    pub fn into_command(self) -> Option<Command> {
        self.is_changed().then(|| {
            if self.adds {
                Command::AddReference(self.target, self.path, self.words)
            } else {
                Command::SetWords(self.target, self.path, self.words)
            }
        })
    }
}
