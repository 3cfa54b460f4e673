//! Changes as data: every change has an inverse, and a list of them can be undone and redone.

mod batch;
mod change;
mod history;
mod restore;
#[cfg(test)]
mod tests;
mod typing;

pub use batch::Batch;
pub use change::{Edit, FORMAT_VERSION, Selection, Target, Transaction, Workspace};
pub use history::History;
pub use restore::{restore, restore_article, restore_to};
pub use typing::{Understood, normalised_words, understand};

pub use crate::model::field::words_of;
