//! What is known of the earlier versions of one document, and which of them may go.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Version, VersionKind};
use crate::store::Digest;
use crate::store::lines::{Line, lines};

/// For how many days an earlier version is kept at least.
pub const KEPT_DAYS: usize = 30;
/// How many of the newest versions of a document are kept, however old they are.
pub const KEPT_DEEP: usize = 50;

/// A line of the index of a document.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A version is kept.
    Version(Version),
    /// Versions are kept no longer.
    Removed(Vec<String>),
    /// A day began on which the program ran, as the clock had it.
    Day(String),
}

/// The index of a document, as its lines add up.
#[derive(Debug, Default)]
pub struct Index {
    /// The versions that are kept, in the order in which they were displaced, each with the number of days that were
    /// noted before it.
    versions: Vec<(Version, usize)>,
    days: Vec<String>,
    /// What else is referred to, by lines that could not be read.
    others: Vec<Digest>,
}

impl Index {
    /// Reads the lines of an index.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let mut index = Self::default();
        // A write that was taken for failed may have been repeated.
        let mut seen = HashSet::new();
        for line in lines(bytes) {
            match line {
                Line::Entry(Entry::Version(version)) => {
                    if version.digest.is_sound() && seen.insert(version.id.clone()) {
                        index.versions.push((version, index.days.len()));
                    }
                }
                Line::Entry(Entry::Removed(ids)) => index.versions.retain(|(version, _)| !ids.contains(&version.id)),
                Line::Entry(Entry::Day(day)) => index.days.push(day),
                Line::Unread(line) => index.others.extend(digests_in(line)),
            }
        }
        index
    }

    /// The versions that are kept, the newest first. That is the order in which they were displaced, whatever a clock
    /// said.
    pub fn newest_first(&self) -> impl Iterator<Item = &Version> {
        self.versions.iter().rev().map(|(version, _)| version)
    }

    /// The digests that this index refers to.
    pub fn referred(&self) -> impl Iterator<Item = &Digest> {
        self.versions.iter().map(|(version, _)| &version.digest).chain(&self.others)
    }

    /// Whether a day is still to be noted. One that was noted before is not noted again: a clock that is set back
    /// makes nothing older, and one that jumps ahead, by a day or by ten years, makes everything older by one day.
    #[must_use]
    pub fn wants(&self, day: &str) -> bool {
        !self.versions.is_empty() && !self.days.iter().any(|noted| noted == day)
    }

    /// Notes a day.
    pub fn note(&mut self, day: &str) {
        self.days.push(day.to_owned());
    }

    /// The ids of the versions that need not be kept any longer. Named ones are kept until somebody removes them, and
    /// do not count among the newest.
    #[must_use]
    pub fn expired(&self) -> Vec<String> {
        let unnamed =
            self.versions.iter().rev().filter(|(version, _)| !matches!(version.kind, VersionKind::Checkpoint(_)));
        let expired = unnamed.skip(KEPT_DEEP).filter(|(_, before)| self.days.len() - before > KEPT_DAYS + 1);
        // One more than the days themselves: the first that was noted after it may be the very day it was displaced on,
        // and the last has only begun.
        expired.map(|(version, _)| version.id.clone()).collect()
    }
}

/// The digests that stand anywhere in bytes.
pub fn digests_in(bytes: &[u8]) -> HashSet<Digest> {
    let runs = bytes.split(|byte| !byte.is_ascii_hexdigit()).filter(|run| run.len() == 64);
    runs.filter_map(|run| Digest::parse(std::str::from_utf8(run).ok()?)).collect()
}
