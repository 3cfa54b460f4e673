use super::super::paragraphs::{Paragraph, paragraphs};
use super::*;
use proptest::prelude::*;

/// What the marks say of one position: kinds, keys from the innermost outwards.
fn naive_at(marks: &[Mark], position: usize) -> (KindSet, Vec<u32>) {
    let mut covering: Vec<&Mark> = marks.iter().filter(|mark| mark.range.contains(&position)).collect();
    covering.sort_by_key(|mark| (mark.range.end - mark.range.start, Reverse(mark.range.start), mark.key));
    let kinds = covering.iter().fold(KindSet::EMPTY, |kinds, mark| kinds.union(KindSet::of(mark.kind)));
    (kinds, covering.iter().map(|mark| mark.key).collect())
}

/// Keys of the marks that share a position with a stretch, from left to right, the longest of those alike first.
fn naive_in(marks: &[Mark], stretch: &Range<usize>) -> Vec<u32> {
    let mut touching: Vec<&Mark> =
        marks.iter().filter(|mark| mark.range.clone().any(|position| stretch.contains(&position))).collect();
    touching.sort_by_key(|mark| (mark.range.start, Reverse(mark.range.end), mark.key));
    touching.iter().map(|mark| mark.key).collect()
}

/// Builds the runs of a stretch position by position.
fn naive(marks: &[Mark], stretch: Range<usize>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for position in stretch {
        let (kinds, keys) = naive_at(marks, position);
        let Some(top) = keys.first().copied() else {
            continue;
        };
        let depth = u16::try_from(keys.len()).unwrap();
        match runs.last_mut() {
            Some(run) if run.range.end == position && (run.kinds, run.top, run.depth) == (kinds, top, depth) => {
                run.range.end += 1;
            }
            _ => runs.push(Run { range: position..position + 1, kinds, top, depth }),
        }
    }
    runs
}

fn mark(range: Range<usize>, kind: u8, key: u32) -> Mark {
    Mark { range, kind, key }
}

#[test]
fn marks_flatten() {
    let both = KindSet::of(0).union(KindSet::of(3));
    let run = |range, kinds, top, depth| Run { range, kinds, top, depth };
    for (marks, expected) in [
        (vec![], vec![]),
        (vec![mark(2..2, 0, 1)], vec![]),
        (vec![mark(0..4, 0, 1)], vec![run(0..4, KindSet::of(0), 1, 1)]),
        (
            vec![mark(2..4, 3, 2), mark(0..6, 0, 1)],
            vec![run(0..2, KindSet::of(0), 1, 1), run(2..4, both, 2, 2), run(4..6, KindSet::of(0), 1, 1)],
        ),
        (
            vec![mark(0..4, 0, 1), mark(2..6, 3, 2)],
            vec![run(0..2, KindSet::of(0), 1, 1), run(2..4, both, 2, 2), run(4..6, KindSet::of(3), 2, 1)],
        ),
        (vec![mark(1..3, 3, 9), mark(1..3, 0, 4)], vec![run(1..3, both, 4, 2)]),
        (
            vec![mark(0..2, 0, 1), mark(2..4, 0, 2)],
            vec![run(0..2, KindSet::of(0), 1, 1), run(2..4, KindSet::of(0), 2, 1)],
        ),
    ] {
        assert_eq!(flatten(&marks), expected, "{marks:?}");
    }
}

#[test]
fn marks_are_stepped_through_in_the_order_of_reading() {
    let text = "a".repeat(60);
    let marks = [(10..20, 1), (10..14, 2), (10..20, 3), (15..40, 4), (30..31, 5), (50..50, 6)];
    let index = MarkIndex::new(&paragraphs(&text), marks.map(|(range, key)| mark(range, 0, key)));
    for (from, forward, expected) in [
        (0..0, true, Some(10..20)),
        (10..10, true, Some(10..20)),
        (10..20, true, Some(10..14)),
        (10..14, true, Some(15..40)),
        (15..40, true, Some(30..31)),
        (30..31, true, None),
        (10..15, true, Some(10..14)),
        (11..11, true, Some(15..40)),
        (60..60, false, Some(30..31)),
        (usize::MAX..usize::MAX, false, Some(30..31)),
        (30..31, false, Some(15..40)),
        (30..30, false, Some(15..40)),
        (15..40, false, Some(10..14)),
        (10..14, false, Some(10..20)),
        (10..20, false, None),
        (10..10, false, None),
        (12..12, false, Some(10..14)),
    ] {
        assert_eq!(index.next_range(&from, forward), expected, "{from:?} {forward}");
    }
}

#[test]
fn sets_of_kinds() {
    let set = KindSet::of(1).union(KindSet::of(200));
    assert_eq!(set.iter().collect::<Vec<_>>(), [1, 31]);
    assert!(set.contains(1) && set.contains(31) && !set.contains(0) && !set.is_empty());
    assert!(KindSet::EMPTY.is_empty());
}

#[test]
fn deep_nesting() {
    let marks: Vec<Mark> = (0..100_000_u32).map(|key| mark(key as usize..200_001 - key as usize, 1, key)).collect();
    let runs = flatten(&marks);
    assert_eq!(runs.len(), 199_999);
    assert_eq!((runs[99_999].top, runs[99_999].depth, runs[9].depth), (99_999, u16::MAX, 10));
    let text = "a".repeat(1_000);
    let index = MarkIndex::new(&paragraphs(&text), marks);
    assert_eq!(index.runs(0).len(), 1_000);
    assert_eq!(index.marks_at(500).len(), 501);
    assert_eq!(index.marks_at(500)[0], 500);
}

#[test]
fn an_empty_text_holds_no_runs() {
    let mut index = MarkIndex::new(&[], [mark(0..4, 0, 1)]);
    assert_eq!((index.runs(0), index.runs(1)), (vec![], vec![]));
    assert_eq!(index.density(2), [KindSet::EMPTY; 2]);
    assert_eq!((index.len(), index.marks_at(2)), (1, vec![1]));
    assert_eq!(index.remove(1), Some(mark(0..4, 0, 1)));
    assert!(index.is_empty() && index.remove(1).is_none() && index.get(1).is_none());
}

#[test]
fn a_key_names_one_mark() {
    let found = paragraphs("one\n\ntwo");
    let mut index = MarkIndex::new(&found, [mark(0..8, 0, 1)]);
    assert_eq!(index.insert(mark(5..8, 2, 1)), Some(mark(0..8, 0, 1)));
    assert_eq!(index.runs(0), []);
    assert_eq!(index.runs(1), [Run { range: 5..8, kinds: KindSet::of(2), top: 1, depth: 1 }]);
    assert_eq!(index.get(1), Some(&mark(5..8, 2, 1)));
}

#[test]
fn density_tells_where_marks_are() {
    let found = paragraphs(&"a".repeat(100));
    let index =
        MarkIndex::new(&found, [mark(0..10, 0, 1), mark(9..31, 1, 2), mark(99..400, 2, 3), mark(100..120, 3, 4)]);
    let kinds: Vec<Vec<u8>> = index.density(10).into_iter().map(|set| set.iter().collect()).collect();
    let none: Vec<u8> = vec![];
    assert_eq!(kinds[..5], [vec![0, 1], vec![1], vec![1], vec![1], none.clone()]);
    assert_eq!(kinds[5..], [none.clone(), none.clone(), none.clone(), none, vec![2]]);
    assert_eq!(index.density(0), []);
}

/// A text of paragraphs and gaps, 1 to 41 bytes long.
fn texts() -> impl Strategy<Value = String> {
    "[ab]{1,5}(\n{1,3}[ab]{1,5}){0,5}"
}

/// Marks with different keys, some empty, some past the end of the text.
fn marks() -> impl Strategy<Value = Vec<Mark>> {
    let range = (0_usize..44, 0_usize..44).prop_map(|(start, length)| start..start + length / 2);
    prop::collection::vec((range, 0_u8..4), 0..14).prop_map(|marks| {
        let keyed = marks.into_iter().zip(0..);
        keyed.map(|((range, kind), key)| Mark { range, kind, key: key * 7 % 16 }).collect()
    })
}

fn agrees(index: &MarkIndex, found: &[Paragraph], marks: &[Mark]) -> Result<(), TestCaseError> {
    for (at, paragraph) in found.iter().enumerate() {
        prop_assert_eq!(index.runs(at), naive(marks, paragraph.bytes.clone()));
    }
    for position in 0..90 {
        prop_assert_eq!(index.marks_at(position), naive_at(marks, position).1);
        for length in [0, 1, 2, 5, 50] {
            let stretch = position..position + length;
            prop_assert_eq!(index.marks_in(stretch.clone()), naive_in(marks, &stretch));
        }
    }
    prop_assert_eq!(index.len(), marks.len());
    Ok(())
}

proptest! {
    #[test]
    fn flattening_agrees_with_looking_at_every_position(marks in marks()) {
        prop_assert_eq!(flatten(&marks), naive(&marks, 0..90));
    }

    #[test]
    fn an_index_agrees_after_every_change(text in texts(), marks in marks(), order in prop::collection::vec(any::<prop::sample::Index>(), 14)) {
        let found = paragraphs(&text);
        let mut index = MarkIndex::new(&found, marks.clone());
        agrees(&index, &found, &marks)?;
        let mut left = marks.clone();
        for pick in order.iter().take(marks.len()) {
            let gone = left.swap_remove(pick.index(left.len()));
            prop_assert_eq!(index.remove(gone.key), Some(gone));
            agrees(&index, &found, &left)?;
        }
        for mark in marks {
            left.push(mark.clone());
            index.insert(mark);
        }
        agrees(&index, &found, &left)?;
    }

    #[test]
    fn density_agrees_with_looking_at_every_position(text in texts(), marks in marks(), buckets in 1_usize..60) {
        let found = paragraphs(&text);
        let length = found.last().unwrap().bytes.end;
        let index = MarkIndex::new(&found, marks.clone());
        let mut expected = vec![KindSet::EMPTY; buckets];
        for mark in &marks {
            for position in mark.range.clone().filter(|position| *position < length) {
                // A bucket narrower than a position is filled from both sides.
                let bucket = position * buckets / length;
                expected[bucket] = expected[bucket].union(KindSet::of(mark.kind));
            }
            let (start, end) = (mark.range.start, mark.range.end.min(length));
            if start < end {
                let between = start * buckets / length..(end - 1) * buckets / length;
                for bucket in &mut expected[between] {
                    *bucket = bucket.union(KindSet::of(mark.kind));
                }
            }
        }
        prop_assert_eq!(index.density(buckets), expected);
    }

    #[test]
    fn stepping_forward_and_back_meets_every_mark_once(
        ranges in proptest::collection::vec((0_usize..40, 0_usize..20), 0..20),
    ) {
        let text = "ab c\n".repeat(20);
        let marks = (0_u32..).zip(&ranges).map(|(key, (start, length))| mark(*start..start + length, 0, key));
        let index = MarkIndex::new(&paragraphs(&text), marks);
        let mut expected: Vec<_> =
            ranges.iter().filter(|(_, length)| *length > 0).map(|(start, length)| *start..start + length).collect();
        expected.sort_by_key(|range| (range.start, Reverse(range.end)));
        expected.dedup();
        let index = &index;
        let walk = |start: Range<usize>, forward| {
            std::iter::successors(index.next_range(&start, forward), move |range| index.next_range(range, forward))
        };
        prop_assert_eq!(walk(0..0, true).take(50).collect::<Vec<_>>(), expected.clone());
        expected.reverse();
        prop_assert_eq!(walk(usize::MAX..usize::MAX, false).take(50).collect::<Vec<_>>(), expected);
    }
}
