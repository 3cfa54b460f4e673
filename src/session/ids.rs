//! New identities.

use std::hash::{BuildHasher, RandomState};

use crate::model::Id;

/// A source of ids that other sessions do not repeat: the system's randomness, by way of the seeds of the standard
/// library's hash maps, mixed with a counter.
#[derive(Debug, Default)]
pub struct IdSource {
    seed: RandomState,
    count: u64,
}

impl IdSource {
    /// An id for which `taken` is false.
    pub fn next(&mut self, taken: impl Fn(&Id) -> bool) -> Id {
        loop {
            self.count += 1;
            let id = Id::from_bits(self.seed.hash_one(self.count));
            if !taken(&id) {
                return id;
            }
        }
    }
}
