//! Overlapping highlights flattened into what is painted: runs that do not overlap.
//!
//! Positions are plain numbers here: bytes or characters, as long as all are the same.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

mod index;

pub use index::MarkIndex;

/// Kinds a mark may have: 0 to 31. Greater ones count as 31.
const KINDS: usize = 32;

/// A set of kinds of mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct KindSet(u32);

impl KindSet {
    /// The set that holds nothing.
    pub const EMPTY: Self = Self(0);

    /// The set of one kind. Kinds above 31 count as 31.
    #[must_use]
    pub fn of(kind: u8) -> Self {
        Self(1 << slot(kind))
    }

    /// True if a kind is in the set.
    #[must_use]
    pub fn contains(self, kind: u8) -> bool {
        self.0 & Self::of(kind).0 != 0
    }

    /// True if nothing is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The kinds in the set, in ascending order.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..u8::try_from(KINDS).unwrap_or(u8::MAX)).filter(move |kind| self.contains(*kind))
    }

    fn remove(&mut self, kind: u8) {
        self.0 &= !Self::of(kind).0;
    }
}

/// Where a kind is counted.
fn slot(kind: u8) -> usize {
    usize::from(kind).min(KINDS - 1)
}

/// A highlight. One whose range is empty or inverted is neither painted nor found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it covers.
    pub range: Range<usize>,
    /// What it is; decides the colour.
    pub kind: u8,
    /// What it is called. No two marks of a document share a key.
    pub key: u32,
}

/// A stretch of text that the same marks cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The stretch.
    pub range: Range<usize>,
    /// The kinds of all marks that cover it.
    pub kinds: KindSet,
    /// Key of the innermost of them: the shortest, of those alike the one that starts last, then
    /// the one with the smallest key.
    pub top: u32,
    /// How many marks cover it; 65,535 stands for as many or more.
    pub depth: u16,
}

/// Flattens marks, in any order, into the runs they cover, in order.
///
/// Neighbouring runs alike in kinds, top and depth are one. Takes n log n time for n marks,
/// however deeply they are nested.
#[must_use]
pub fn flatten(marks: &[Mark]) -> Vec<Run> {
    sweep(marks, 0..usize::MAX, Backdrop::default())
}

/// Orders marks from the innermost outwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    length: usize,
    start: Reverse<usize>,
    key: u32,
}

impl Rank {
    fn of(mark: &Mark) -> Self {
        Self { length: mark.range.len(), start: Reverse(mark.range.start), key: mark.key }
    }

    fn end(self) -> usize {
        self.start.0 + self.length
    }
}

/// Marks that cover a whole stretch, counted.
#[derive(Clone, Copy, Debug, Default)]
struct Backdrop {
    kinds: KindSet,
    depth: usize,
    top: Option<Rank>,
}

/// How many marks of each kind are open.
#[derive(Clone, Debug, Default)]
struct Tally {
    counts: [u32; KINDS],
    kinds: KindSet,
    total: usize,
}

impl Tally {
    fn add(&mut self, kind: u8) {
        self.counts[slot(kind)] += 1;
        self.kinds = self.kinds.union(KindSet::of(kind));
        self.total += 1;
    }

    fn remove(&mut self, kind: u8) {
        self.counts[slot(kind)] -= 1;
        if self.counts[slot(kind)] == 0 {
            self.kinds.remove(kind);
        }
        self.total -= 1;
    }
}

/// Flattens marks within a stretch that further marks, the backdrop, cover as a whole.
fn sweep(marks: &[Mark], stretch: Range<usize>, backdrop: Backdrop) -> Vec<Run> {
    let mut edges = Vec::with_capacity(2 * marks.len());
    for mark in marks {
        let start = mark.range.start.max(stretch.start);
        let end = mark.range.end.min(stretch.end);
        if start < end {
            edges.push((start, true, mark));
            edges.push((end, false, mark));
        }
    }
    edges.sort_unstable_by_key(|(at, ..)| *at);
    let mut runs = Vec::new();
    let mut open = Tally::default();
    // Marks that ended are taken off only when they come up.
    let mut innermost: BinaryHeap<Reverse<Rank>> = BinaryHeap::new();
    let mut from = stretch.start;
    for (at, opens, mark) in edges {
        if at > from {
            push(&mut runs, from..at, &open, &mut innermost, backdrop);
            from = at;
        }
        if opens {
            open.add(mark.kind);
            innermost.push(Reverse(Rank::of(mark)));
        } else {
            open.remove(mark.kind);
        }
    }
    push(&mut runs, from..stretch.end, &open, &mut innermost, backdrop);
    runs
}

/// Adds the run of a stretch without edges, unless no mark covers it.
fn push(
    runs: &mut Vec<Run>,
    range: Range<usize>,
    open: &Tally,
    innermost: &mut BinaryHeap<Reverse<Rank>>,
    backdrop: Backdrop,
) {
    while innermost.peek().is_some_and(|rank| rank.0.end() <= range.start) {
        innermost.pop();
    }
    let here = innermost.peek().map(|rank| rank.0);
    let Some(top) = here.into_iter().chain(backdrop.top).min() else {
        return;
    };
    if range.is_empty() {
        return;
    }
    let depth = u16::try_from(open.total + backdrop.depth).unwrap_or(u16::MAX);
    let run = Run { range, kinds: open.kinds.union(backdrop.kinds), top: top.key, depth };
    match runs.last_mut() {
        Some(last) if last.range.end == run.range.start && alike(last, &run) => {
            last.range.end = run.range.end;
        }
        _ => runs.push(run),
    }
}

fn alike(a: &Run, b: &Run) -> bool {
    (a.kinds, a.top, a.depth) == (b.kinds, b.top, b.depth)
}

#[cfg(test)]
mod tests;
