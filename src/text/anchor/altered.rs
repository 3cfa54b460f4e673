//! Finding words that were changed, by what still stands around them.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::super::find::fold;
use super::super::indexed::{head, tail};
use super::places::{Near, Place};
use super::{CONTEXT, SOME, SURE, Seeker};

/// Ends of a gap that are tried, at most: on the side that is searched for in the whole text,
/// and for each of them on the other side.
const MOST_FAR: usize = 8;
const MOST_NEAR: usize = 4;
/// Bytes compared, at most, for one anchor.
const WORK: usize = 1_000_000;
/// Pairs of words compared in order, at most; beyond that, order is left out of account.
const MOST_PAIRS: usize = 100_000;
/// The least similarity that is accepted, in thousandths.
const SIMILAR: usize = 500;

/// The most likely gap between prefix and suffix, and whether there is no other as likely.
pub(super) fn find(seeker: &Seeker<'_>) -> Option<(Place, bool)> {
    let exact = words(seeker.anchor.exact);
    let mut work = WORK;
    let mut seen = Vec::new();
    let mut gaps = Vec::new();
    for bytes in candidates(seeker) {
        if bytes.is_empty() || bytes.len() > work || seen.contains(&bytes) {
            continue;
        }
        work -= bytes.len();
        let similarity = similarity(&exact, &words(&seeker.whole()[bytes.clone()]));
        if similarity >= SIMILAR {
            let place = Place { agreement: seeker.agreement(&bytes), bytes: bytes.clone() };
            gaps.push(((similarity, place.agreement.total()), place));
        }
        seen.push(bytes);
    }
    let distance = |place: &Place| place.bytes.start.abs_diff(seeker.expected);
    let (merit, best) = gaps.iter().max_by_key(|(merit, place)| (*merit, Reverse(distance(place))))?;
    let alone = gaps.iter().filter(|(other, _)| other == merit).count() == 1;
    Some((best.clone(), alone))
}

/// Gaps worth comparing: the ends of the prefix found in the text, each with the heads of the
/// suffix that follow closely; then the other way about.
fn candidates(seeker: &Seeker<'_>) -> Vec<Range<usize>> {
    let whole = seeker.whole();
    let most = 2 * seeker.length + CONTEXT;
    let mut found = Vec::new();
    for start in prefix_ends(seeker, 0..whole.len(), SURE, MOST_FAR) {
        // The head of the suffix begins in the gap's reach and may end beyond it.
        let reach = start + head(&whole[start..], most + SOME).len();
        found.extend(suffix_heads(seeker, start..reach, SOME, MOST_NEAR).into_iter().map(|end| start..end));
    }
    for end in suffix_heads(seeker, 0..whole.len(), SURE, MOST_FAR) {
        let reach = end - tail(&whole[..end], most + SOME).len();
        found.extend(prefix_ends(seeker, reach..end, SOME, MOST_NEAR).into_iter().map(|start| start..end));
    }
    found
}

/// Where in part of the text the last `chars` characters of the prefix end, best first. Without
/// a prefix, the words stood at the very start.
fn prefix_ends(seeker: &Seeker<'_>, part: Range<usize>, chars: usize, most: usize) -> Vec<usize> {
    let needle = tail(seeker.anchor.prefix, chars);
    if needle.is_empty() {
        return if part.start == 0 { vec![0] } else { Vec::new() };
    }
    let ends = hits(seeker, &part, needle).map(|at| at + needle.len());
    best(ends, most, seeker.expected, |end| seeker.agreement(&(end..end)).before)
}

/// Where in part of the text the first `chars` characters of the suffix start, best first.
/// Without a suffix, the words stood at the very end.
fn suffix_heads(seeker: &Seeker<'_>, part: Range<usize>, chars: usize, most: usize) -> Vec<usize> {
    let needle = head(seeker.anchor.suffix, chars);
    if needle.is_empty() {
        let length = seeker.whole().len();
        return if part.end == length { vec![length] } else { Vec::new() };
    }
    let expected = seeker.expected + seeker.anchor.exact.len();
    best(hits(seeker, &part, needle), most, expected, |at| seeker.agreement(&(at..at)).after)
}

fn hits(seeker: &Seeker<'_>, part: &Range<usize>, needle: &str) -> impl Iterator<Item = usize> {
    let start = part.start;
    let expected = seeker.expected.saturating_sub(start);
    Near::new(&seeker.whole()[part.clone()], needle, expected).map(move |at| start + at)
}

/// The few places that agree best, the nearest first of those that agree alike.
fn best(
    places: impl Iterator<Item = usize>,
    most: usize,
    expected: usize,
    agreement: impl Fn(usize) -> usize,
) -> Vec<usize> {
    let mut ranked: Vec<_> = places.map(|at| (Reverse(agreement(at)), at.abs_diff(expected), at)).collect();
    if ranked.len() > most {
        ranked.select_nth_unstable(most);
        ranked.truncate(most);
    }
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, _, at)| at).collect()
}

/// The words of a text, folded, each as a number to compare it by.
fn words(text: &str) -> Vec<u64> {
    let number = |word: &str| {
        let mut hasher = DefaultHasher::new();
        word.chars().for_each(|c| hasher.write_u32(u32::from(fold(c))));
        hasher.finish()
    };
    text.unicode_words().map(number).collect()
}

/// The share of words two texts have in common, in the same order, in thousandths.
fn similarity(a: &[u64], b: &[u64]) -> usize {
    let total = a.len() + b.len();
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    let middle = if a.len() * b.len() <= MOST_PAIRS { common_in_order(a, b) } else { common(a, b) };
    (2_000 * (start + end + middle)).checked_div(total).unwrap_or(0)
}

/// Length of the longest common subsequence.
fn common_in_order(a: &[u64], b: &[u64]) -> usize {
    let mut above = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (column, other) in b.iter().enumerate() {
            let here = if word == other { diagonal + 1 } else { above[column].max(above[column + 1]) };
            diagonal = std::mem::replace(&mut above[column + 1], here);
        }
    }
    above.last().copied().unwrap_or(0)
}

/// Number of words in common, in any order.
fn common(a: &[u64], b: &[u64]) -> usize {
    let mut left: HashMap<u64, usize> = HashMap::new();
    for word in a {
        *left.entry(*word).or_default() += 1;
    }
    let mut taken = 0;
    for word in b {
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            taken += 1;
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarity_is_the_share_of_words_in_order() {
        for (a, b, expected) in [
            ("", "", 0),
            ("a", "", 0),
            ("Ten million", "ten  MILLION", 1_000),
            ("$10 million", "$12 million", 500),
            ("Smith sued Jones", "Jones sued Smith", 333),
            ("it’s so", "it's so", 1_000),
            ("a b c d", "a x c d", 750),
            ("a b", "c d e", 0),
        ] {
            assert_eq!(similarity(&words(a), &words(b)), expected, "{a:?} {b:?}");
        }
    }

    #[test]
    fn very_long_texts_are_compared_without_order() {
        let a: Vec<u64> = (0..1_000).collect();
        let b: Vec<u64> = (0..1_000).rev().collect();
        assert_eq!(similarity(&a, &b), 1_000);
        assert_eq!(similarity(&a[..300], &b[700..]), 3);
        assert_eq!(common(&[1, 1, 2], &[1, 2, 2]), 2);
    }
}
