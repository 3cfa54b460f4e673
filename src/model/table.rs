//! A list of records whose slots never move.

/// A list of records by slot. Removing a record leaves its slot vacant, so that the slots of the others, which
/// edits and the file's own order are written in, hold for as long as the case is open.
#[derive(Clone, Debug)]
pub struct Table<T> {
    /// Boxed, so that a vacant slot costs a few bytes: a file can hold millions of elements that are no records.
    slots: Vec<Option<Box<T>>>,
    count: usize,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), count: 0 }
    }
}

impl<T> Table<T> {
    /// The record in a slot.
    #[must_use]
    pub fn get(&self, slot: u32) -> Option<&T> {
        self.slots.get(usize::try_from(slot).ok()?)?.as_deref()
    }

    /// The records and their slots, in order.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        (0..).zip(&self.slots).filter_map(|(slot, record)| Some((slot, record.as_deref()?)))
    }

    /// How many records there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The slot after the last.
    #[must_use]
    pub fn next_slot(&self) -> u32 {
        u32::try_from(self.slots.len()).unwrap_or(u32::MAX)
    }

    /// Adds a slot at the end: with a record, or one that stays vacant (of an element that could not be read).
    pub fn push(&mut self, record: Option<T>) {
        self.count += usize::from(record.is_some());
        self.slots.push(record.map(Box::new));
    }

    /// Puts a record, or nothing, in a slot and returns what was there.
    pub fn put(&mut self, slot: u32, record: Option<T>) -> Option<T> {
        let Ok(slot) = usize::try_from(slot) else { return None };
        if slot >= self.slots.len() {
            record.as_ref()?;
            self.slots.resize_with(slot + 1, || None);
        }
        self.count += usize::from(record.is_some());
        let old = std::mem::replace(&mut self.slots[slot], record.map(Box::new)).map(|old| *old);
        self.count -= usize::from(old.is_some());
        old
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removal_leaves_the_other_slots_alone() {
        let mut table = Table::default();
        for (slot, word) in ["a", "b", "c"].into_iter().enumerate() {
            assert_eq!(table.put(u32::try_from(slot).unwrap(), Some(word)), None);
        }
        assert_eq!(table.put(1, None), Some("b"));
        assert_eq!(table.iter().collect::<Vec<_>>(), [(0, &"a"), (2, &"c")]);
        assert_eq!((table.count(), table.next_slot()), (2, 3));
        assert_eq!(table.put(1, Some("b")), None);
        assert_eq!((table.get(1), table.count()), (Some(&"b"), 3));
        assert_eq!(table.put(9, None), None);
        assert_eq!(table.next_slot(), 3);
    }
}
