//! Undo and redo.

use serde::{Deserialize, Serialize};

use super::{Target, Transaction};

/// A list of transactions with a place in it, and a revision number for every state, so that the saved one can be
/// told. A revision number is never used twice, not even after an undo.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct History {
    done: Vec<(Transaction, u64)>,
    undone: Vec<(Transaction, u64)>,
    first_revision: u64,
    next_revision: u64,
}

impl Default for History {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new(), first_revision: 0, next_revision: 1 }
    }
}

impl History {
    /// The revision of the present state.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.done.last().map_or(self.first_revision, |(_, revision)| *revision)
    }

    /// Takes in a transaction that was just applied. What was undone can no longer be redone.
    pub fn push(&mut self, transaction: Transaction) {
        self.undone.clear();
        self.done.push((transaction, self.next_revision));
        self.next_revision += 1;
    }

    /// Takes in a transaction that leads to a state whose number is known, as from a journal.
    pub fn push_numbered(&mut self, transaction: Transaction, revision: u64) {
        self.undone.clear();
        self.done.push((transaction, revision));
        self.next_revision = self.next_revision.max(revision.saturating_add(1));
    }

    /// The transactions that lead to the present state, the first made first, each with the number of the state it led
    /// to.
    pub fn done(&self) -> impl Iterator<Item = (&Transaction, u64)> {
        self.done.iter().map(|(transaction, revision)| (transaction, *revision))
    }

    /// The transactions that can be repeated, the next one first.
    pub fn undone(&self) -> impl Iterator<Item = (&Transaction, u64)> {
        self.undone.iter().rev().map(|(transaction, revision)| (transaction, *revision))
    }

    /// Forgets what was done to a target: it is another one now. The steps stay as far as they were about something else.
    pub fn forget(&mut self, target: &Target) {
        for (transaction, _) in self.done.iter_mut().chain(&mut self.undone) {
            transaction.edits.retain(|edit| edit.target != *target);
        }
        self.done.retain(|(transaction, _)| !transaction.edits.is_empty());
        self.undone.retain(|(transaction, _)| !transaction.edits.is_empty());
    }

    /// The transaction that an undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|(transaction, _)| transaction.label.as_str())
    }

    /// The transaction that a redo would repeat.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|(transaction, _)| transaction.label.as_str())
    }

    /// Steps back; returns the transaction to apply.
    pub fn undo(&mut self) -> Option<Transaction> {
        let (transaction, revision) = self.done.pop()?;
        let inverse = transaction.inverse();
        self.undone.push((transaction, revision));
        Some(inverse)
    }

    /// Steps forward; returns the transaction to apply.
    pub fn redo(&mut self) -> Option<Transaction> {
        let (transaction, revision) = self.undone.pop()?;
        self.done.push((transaction.clone(), revision));
        Some(transaction)
    }
}
