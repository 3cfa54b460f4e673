//! The marks of a document, kept so that only what is visible is flattened and one mark can be
//! added or taken away at once.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::super::paragraphs::Paragraph;
use super::{Backdrop, KINDS, KindSet, Mark, Rank, Run, Tally, slot, sweep};

/// The marks of a document by paragraph; positions are bytes.
///
/// A paragraph lists the marks that cover a part of it. A mark that covers paragraphs as a whole
/// is kept in a few nodes of a tree above them (a segment tree: each node stands for a stretch of
/// paragraphs), so that one over the whole document costs no more than one over a word.
#[derive(Clone, Debug)]
pub struct MarkIndex {
    paragraphs: Vec<Range<usize>>,
    /// By paragraph: the marks that cover part of it, or of the gap after it, but not all its text.
    partial: Vec<Vec<Mark>>,
    /// Node 1 is the root, node n has children 2n and 2n + 1, the last half are the paragraphs.
    nodes: Vec<Option<Box<Node>>>,
    marks: HashMap<u32, Mark>,
}

/// Marks that cover every paragraph of a stretch.
#[derive(Clone, Debug, Default)]
struct Node {
    kinds: BTreeMap<Rank, u8>,
    tally: Tally,
}

impl MarkIndex {
    /// Indexes the marks of a text split into these paragraphs.
    #[must_use]
    pub fn new(paragraphs: &[Paragraph], marks: impl IntoIterator<Item = Mark>) -> Self {
        let mut paragraphs: Vec<Range<usize>> = paragraphs.iter().map(|found| found.bytes.clone()).collect();
        if paragraphs.is_empty() {
            paragraphs.push(0..0);
        }
        let mut index = Self {
            partial: vec![Vec::new(); paragraphs.len()],
            nodes: vec![None; 2 * paragraphs.len()],
            marks: HashMap::new(),
            paragraphs,
        };
        for mark in marks {
            index.insert(mark);
        }
        index
    }

    /// Number of marks.
    #[must_use]
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// True if there is no mark.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The mark of a key.
    #[must_use]
    pub fn get(&self, key: u32) -> Option<&Mark> {
        self.marks.get(&key)
    }

    /// Adds a mark; one of the same key is replaced, and given back.
    pub fn insert(&mut self, mark: Mark) -> Option<Mark> {
        let replaced = self.remove(mark.key);
        if !mark.range.is_empty() {
            let spread = self.spread(&mark.range);
            for paragraph in spread.parts() {
                self.partial[paragraph].push(mark.clone());
            }
            for node in self.covering(&spread.whole) {
                let node = self.nodes[node].get_or_insert_default();
                node.kinds.insert(Rank::of(&mark), mark.kind);
                node.tally.add(mark.kind);
            }
        }
        self.marks.insert(mark.key, mark);
        replaced
    }

    /// Takes a mark away and gives it back; none if there is no mark of that key.
    pub fn remove(&mut self, key: u32) -> Option<Mark> {
        let mark = self.marks.remove(&key)?;
        if mark.range.is_empty() {
            return Some(mark);
        }
        let spread = self.spread(&mark.range);
        for paragraph in spread.parts() {
            let marks = &mut self.partial[paragraph];
            if let Some(at) = marks.iter().position(|other| other.key == key) {
                marks.swap_remove(at);
            }
        }
        for node in self.covering(&spread.whole) {
            if let Some(node) = &mut self.nodes[node] {
                node.kinds.remove(&Rank::of(&mark));
                node.tally.remove(mark.kind);
            }
        }
        Some(mark)
    }

    /// The runs of one paragraph, in order; none past the last paragraph.
    #[must_use]
    pub fn runs(&self, paragraph: usize) -> Vec<Run> {
        let Some(range) = self.paragraphs.get(paragraph) else {
            return Vec::new();
        };
        let mut backdrop = Backdrop::default();
        for node in self.above(paragraph) {
            backdrop.kinds = backdrop.kinds.union(node.tally.kinds);
            backdrop.depth += node.tally.total;
            let first = node.kinds.first_key_value().map(|(rank, _)| *rank);
            backdrop.top = backdrop.top.into_iter().chain(first).min();
        }
        sweep(&self.partial[paragraph], range.clone(), backdrop)
    }

    /// Keys of the marks that cover a position, the innermost first.
    #[must_use]
    pub fn marks_at(&self, position: usize) -> Vec<u32> {
        let paragraph = self.paragraph_at(position);
        let around = self.above(paragraph).flat_map(|node| node.kinds.keys().copied());
        let mut ranks: Vec<Rank> = self.partial[paragraph].iter().map(Rank::of).chain(around).collect();
        // A mark over a whole paragraph may yet end before the gap that follows it.
        ranks.retain(|rank| rank.start.0 <= position && position < rank.end());
        ranks.sort_unstable();
        ranks.into_iter().map(|rank| rank.key).collect()
    }

    /// What the next mark after `from` covers, or the one before it, in the order of their starts and then the longest
    /// first; an empty range is a caret, which a mark that begins there comes after. Takes time in proportion to the
    /// marks.
    #[must_use]
    pub fn next_range(&self, from: &Range<usize>, forward: bool) -> Option<Range<usize>> {
        let order = |range: &Range<usize>| (range.start, Reverse(range.end));
        let caret = (from.start, Reverse(usize::MAX));
        let from = if from.is_empty() { caret } else { order(from) };
        let ranges = self.marks.values().map(|mark| &mark.range).filter(|range| !range.is_empty());
        let found = if forward {
            ranges.filter(|range| order(range) > from).min_by_key(|range| order(range))
        } else {
            ranges.filter(|range| order(range) < from).max_by_key(|range| order(range))
        };
        found.cloned()
    }

    /// Keys of the marks that share a position with a stretch, in the order in which they start; of those that start
    /// together, the longest first. Takes time in proportion to the marks and paragraphs of the stretch.
    #[must_use]
    pub fn marks_in(&self, stretch: Range<usize>) -> Vec<u32> {
        if stretch.is_empty() {
            return Vec::new();
        }
        let (first, last) = (self.paragraph_at(stretch.start), self.paragraph_at(stretch.end - 1));
        let partial = self.partial[first..=last].iter().flatten().map(Rank::of);
        // Level by level, the nodes whose stretch holds one of the paragraphs.
        let leaves = self.paragraphs.len();
        let levels = std::iter::successors(Some((first + leaves, last + leaves)), |(first, last)| {
            Some((first / 2, last / 2)).filter(|(_, last)| *last > 0)
        });
        let nodes =
            levels.flat_map(|(first, last)| first.max(1)..=last).filter_map(|node| self.nodes.get(node)?.as_deref());
        let mut ranks: Vec<Rank> = partial.chain(nodes.flat_map(|node| node.kinds.keys().copied())).collect();
        ranks.retain(|rank| rank.start.0 < stretch.end && stretch.start < rank.end());
        ranks.sort_unstable_by_key(|rank| (rank.start.0, Reverse(rank.length), rank.key));
        ranks.dedup();
        ranks.into_iter().map(|rank| rank.key).collect()
    }

    /// What kinds of mark there are in each of `buckets` equal parts of the text: for the bar
    /// that shows where the records are. Takes time in proportion to the marks and buckets.
    #[must_use]
    pub fn density(&self, buckets: usize) -> Vec<KindSet> {
        let length = self.paragraphs.last().map_or(0, |last| last.end);
        if length == 0 || buckets == 0 {
            return vec![KindSet::EMPTY; buckets];
        }
        let scale = |position: usize| {
            let scaled = position as u128 * buckets as u128 / length as u128;
            usize::try_from(scaled).unwrap_or(usize::MAX)
        };
        // Marks begun in each bucket, and ended in the one before it, by kind.
        let mut begun = vec![[0_u32; KINDS]; buckets + 1];
        let mut ended = begun.clone();
        for mark in self.marks.values().filter(|mark| !mark.range.is_empty() && mark.range.start < length) {
            begun[scale(mark.range.start)][slot(mark.kind)] += 1;
            ended[scale(mark.range.end.min(length) - 1) + 1][slot(mark.kind)] += 1;
        }
        let mut open = [0; KINDS];
        let step = |(begun, ended): (&[u32; KINDS], &[u32; KINDS])| {
            let mut kinds = KindSet::EMPTY;
            for kind in 0..KINDS {
                open[kind] = open[kind] + begun[kind] - ended[kind];
                if open[kind] > 0 {
                    kinds.0 |= 1 << kind;
                }
            }
            kinds
        };
        begun.iter().zip(&ended).take(buckets).map(step).collect()
    }

    /// The paragraph that holds a position or precedes it.
    fn paragraph_at(&self, position: usize) -> usize {
        self.paragraphs.partition_point(|range| range.start <= position).saturating_sub(1)
    }

    fn spread(&self, range: &Range<usize>) -> Spread {
        let first = self.paragraph_at(range.start);
        let last = self.paragraph_at(range.end - 1);
        let covers_first = range.start <= self.paragraphs[first].start;
        let covers_last = range.end >= self.paragraphs[last].end;
        Spread { first, last, whole: first + usize::from(!covers_first)..last + usize::from(covers_last) }
    }

    /// The nodes that together stand for a range of paragraphs: two for each level at most.
    fn covering(&self, paragraphs: &Range<usize>) -> Vec<usize> {
        let leaves = self.paragraphs.len();
        let (mut left, mut right) = (paragraphs.start + leaves, paragraphs.end + leaves);
        let mut nodes = Vec::new();
        while left < right {
            if left % 2 == 1 {
                nodes.push(left);
                left += 1;
            }
            if right % 2 == 1 {
                right -= 1;
                nodes.push(right);
            }
            left /= 2;
            right /= 2;
        }
        nodes
    }

    /// The nodes whose stretch holds a paragraph.
    fn above(&self, paragraph: usize) -> impl Iterator<Item = &Node> {
        let leaf = paragraph + self.paragraphs.len();
        std::iter::successors(Some(leaf), |node| Some(node / 2).filter(|node| *node > 0))
            .filter_map(|node| self.nodes.get(node)?.as_deref())
    }
}

/// Where a mark belongs.
struct Spread {
    first: usize,
    last: usize,
    /// Paragraphs it covers as a whole.
    whole: Range<usize>,
}

impl Spread {
    /// Paragraphs it covers in part: the first and the last, unless covered as a whole.
    fn parts(&self) -> impl Iterator<Item = usize> + use<> {
        let whole = self.whole.clone();
        let last = (self.last != self.first).then_some(self.last);
        std::iter::once(self.first).chain(last).filter(move |paragraph| !whole.contains(paragraph))
    }
}
