//! Two texts of an article, paragraph by paragraph.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::rows::Rows;

/// What the fields are called that hold a paragraph; its number follows.
pub(super) const PARAGRAPH: &str = "Paragraph ";
/// Two texts of which more paragraphs differ than these, multiplied, are compared in their order alone: to find out which of
/// them have moved would take too long.
const MOST_PAIRS: usize = 4_000_000;

/// Notes the paragraphs that differ: those of ours by their number in it, and those that only theirs has by theirs. `false`
/// where every paragraph is in both, so that the texts differ in what stands between them.
pub fn compare(rows: &mut Rows<'_>, ours: &str, theirs: &str) -> bool {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (split(ours), split(theirs));
    if ours.len() <= 1 && theirs.len() <= 1 {
        return false;
    }
    let mut is_noted = false;
    for (here, there) in differing(&ours, &theirs) {
        for number in 0..here.len().max(there.len()) {
            let (here, there) = (here.start + number..here.end, there.start + number..there.end);
            let label = match (here.is_empty(), there.is_empty()) {
                (false, false) => format!("{PARAGRAPH}{}", here.start + 1),
                (false, true) => format!("{PARAGRAPH}{}, gone", here.start + 1),
                _ => format!("{PARAGRAPH}{}, new", there.start + 1),
            };
            let words = |texts: &[&str], range: Range<usize>| texts[range].first().map_or("", |text| text).to_owned();
            is_noted |= rows.push(&label, &words(&ours, here), &words(&theirs, there));
        }
    }
    is_noted
}

/// The lines in which something stands: paragraphs, and the points of lists.
fn split(text: &str) -> Vec<&str> {
    text.split('\n').filter(|line| !line.trim().is_empty()).collect()
}

/// The stretches of both that take each other's place.
fn differing(ours: &[&str], theirs: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    let start = ours.iter().zip(theirs).take_while(|(one, other)| one == other).count();
    let (ours, theirs) = (&ours[start..], &theirs[start..]);
    let end = ours.iter().rev().zip(theirs.iter().rev()).take_while(|(one, other)| one == other).count();
    let (ours, theirs) = (&ours[..ours.len() - end], &theirs[..theirs.len() - end]);
    let on = |range: Range<usize>| range.start + start..range.end + start;
    if ours.len().saturating_mul(theirs.len()) > MOST_PAIRS {
        return vec![(on(0..ours.len()), on(0..theirs.len()))];
    }
    let steps = capture_diff_slices(Algorithm::Myers, ours, theirs).into_iter();
    let steps = steps.filter(|step| !matches!(step, DiffOp::Equal { .. }));
    steps.map(|step| (on(step.old_range()), on(step.new_range()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_found_around_what_both_have() {
        type Stretches = &'static [(Range<usize>, Range<usize>)];
        let table: &[(&str, &str, Stretches)] = &[
            ("a b c", "a b c", &[]),
            ("a b c", "a x c", &[(1..2, 1..2)]),
            ("a b c", "a c", &[(1..2, 1..1)]),
            ("a c", "a b c d", &[(1..1, 1..2), (2..2, 3..4)]),
            ("", "a", &[(0..0, 0..1)]),
        ];
        for (ours, theirs, expected) in table {
            let (ours, theirs): (Vec<_>, Vec<_>) =
                (ours.split_whitespace().collect(), theirs.split_whitespace().collect());
            assert_eq!(differing(&ours, &theirs), *expected, "{ours:?} {theirs:?}");
        }
    }

    #[test]
    fn very_many_are_compared_in_their_order() {
        let many = |word: &str| (0..3_000).map(|number| format!("{word}{number}")).collect::<Vec<_>>();
        let (ours, theirs) = (many("a"), many("b"));
        let slices = |words: &'static str, all: &[String]| {
            std::iter::once(words.to_owned()).chain(all.iter().cloned()).collect::<Vec<_>>()
        };
        let (ours, theirs) = (slices("same", &ours), slices("same", &theirs));
        let (ours, theirs): (Vec<&str>, Vec<&str>) =
            (ours.iter().map(String::as_str).collect(), theirs.iter().map(String::as_str).collect());
        assert_eq!(differing(&ours, &theirs), [(1..3_001, 1..3_001)]);
    }
}
