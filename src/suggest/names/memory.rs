//! What was named earlier in the text.

use rustc_hash::FxHashMap;

use super::phrases::hash_words;
use crate::model::Id;

/// A party that the text introduced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its full name.
    pub name: Box<str>,
    /// What it is.
    pub kind: &'static str,
    /// The party on file.
    pub known: Option<Id>,
    /// Whether it is a judge.
    pub is_judge: bool,
}

/// How well a short form tells which party is meant; the better wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// One word of a name of several.
    Part,
    /// A surname.
    Surname,
    /// The whole name, an alias, or a name without its legal form.
    Whole,
}

/// What earlier sentences said.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Memory {
    entries: Vec<Entry>,
    forms: FxHashMap<u32, Form>,
}

#[derive(Clone, Copy, Debug)]
struct Form {
    entry: usize,
    strength: Strength,
    /// Several parties have it.
    is_shared: bool,
}

/// A party that a short form recalls.
#[derive(Clone, Copy, Debug)]
pub(super) struct Recalled<'a> {
    /// The party; one of several where it is shared.
    pub entry: &'a Entry,
    /// How well the words tell.
    pub strength: Strength,
    /// Several parties are called so.
    pub is_shared: bool,
}

impl Memory {
    /// The party that these words were said of before.
    pub(super) fn recall(&self, words: &str) -> Option<Recalled<'_>> {
        let form = self.forms.get(&hash_words(words))?;
        let entry = self.entries.get(form.entry)?;
        Some(Recalled { entry, strength: form.strength, is_shared: form.is_shared })
    }

    /// Takes note of a party under the name it was given; gives its place for [`Memory::also`].
    pub(super) fn introduce(&mut self, entry: Entry, strength: Strength) -> usize {
        let hash = hash_words(&entry.name);
        if let Some(form) = self.forms.get(&hash).copied().filter(|form| form.strength >= strength && !form.is_shared)
            && let Some(old) = self.entries.get_mut(form.entry)
        {
            if old.kind.is_empty() {
                old.kind = entry.kind;
            }
            old.is_judge |= entry.is_judge;
            if old.known.is_none() {
                old.known = entry.known;
            }
            return form.entry;
        }
        self.entries.push(entry);
        let at = self.entries.len() - 1;
        self.enter(hash, at, strength);
        at
    }

    /// Takes note of another form of the name of a party.
    pub(super) fn also(&mut self, words: &str, at: usize, strength: Strength) {
        self.enter(hash_words(words), at, strength);
    }

    fn enter(&mut self, hash: u32, entry: usize, strength: Strength) {
        let new = Form { entry, strength, is_shared: false };
        let old = self.forms.entry(hash).or_insert(new);
        // What was only called by this form before is the party that now has a longer name.
        let was_bare = self.entries.get(old.entry).is_some_and(|entry| hash_words(&entry.name) == hash);
        if strength > old.strength || (strength == old.strength && was_bare) {
            *old = new;
        } else if strength == old.strength && old.entry != entry {
            old.is_shared = true;
        }
    }
}
