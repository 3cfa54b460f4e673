//! Texts that are nearly the same: an agency's report in two newspapers, an article saved twice.
//!
//! `MinHash` (Broder, On the resemblance and containment of documents, 1997) over runs of three words: the share of equal
//! values of two sketches estimates how many of the runs two texts have in common.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

/// How many values a sketch has.
const VALUES: usize = 24;
/// How many values next to each other must be equal for two texts to be compared at all.
const BAND: usize = 3;
/// How many values must be equal for two texts to be nearly the same: seven tenths.
const EQUAL: usize = 17;
/// Fewer runs than this say nothing.
const FEWEST: usize = 24;
/// Words in a run.
const RUN: usize = 3;

/// What is kept of a text to compare it with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sketch([u32; VALUES]);

impl Sketch {
    /// The sketch of a text; `None` where it is too short to be anybody's reprint.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut values = [u32::MAX; VALUES];
        let (mut last, mut runs) = ([0_u64; RUN], 0_usize);
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        for (number, word) in words.enumerate() {
            last.rotate_left(1);
            last[RUN - 1] = hash(word);
            if number + 1 < RUN {
                continue;
            }
            runs += 1;
            let run = last.iter().fold(0, |run: u64, word| run.rotate_left(21) ^ word);
            for (seed, value) in (1_u64..).zip(&mut values) {
                let mixed = (run ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
                *value = (*value).min((mixed >> 32) as u32);
            }
        }
        (runs >= FEWEST).then_some(Self(values))
    }

    /// Whether the texts of two sketches are nearly the same.
    #[must_use]
    pub fn is_near(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).filter(|(one, other)| one == other).count() >= EQUAL
    }

    /// Parts of it, of which texts that are nearly the same have one in common almost always.
    fn bands(&self) -> impl Iterator<Item = (u8, [u32; BAND])> + '_ {
        (0..).zip(self.0.chunks_exact(BAND)).map(|(number, band)| (number, [band[0], band[1], band[2]]))
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for letter in word.chars().flat_map(char::to_lowercase) {
        hasher.write_u32(u32::from(letter));
    }
    hasher.finish()
}

/// Texts that were seen, to find those that are nearly the same.
#[derive(Debug, Default)]
pub struct Reprints {
    sketches: Vec<(u32, Sketch)>,
    bands: FxHashMap<(u8, [u32; BAND]), u32>,
}

impl Reprints {
    /// Notes a text by its number; returns the first text that it is nearly the same as.
    pub fn note(&mut self, number: u32, text: &str) -> Option<u32> {
        let sketch = Sketch::of(text)?;
        let near = sketch.bands().find_map(|band| {
            let (first, known) = self.sketches.get(*self.bands.get(&band)? as usize)?;
            known.is_near(&sketch).then_some(*first)
        });
        if near.is_none() {
            let at = u32::try_from(self.sketches.len()).unwrap_or(u32::MAX);
            self.sketches.push((number, sketch));
            for band in sketch.bands() {
                self.bands.entry(band).or_insert(at);
            }
        }
        near
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of so many different sentences, some of which may be other ones.
    fn text(sentences: usize, other: &[usize]) -> String {
        let sentence = |number: usize| {
            let (one, two) = (number * 7, number * 3);
            if other.contains(&number) {
                format!("Elsewhere {one} ships left harbour {two} without their papers, say {number} captains. ")
            } else {
                format!("The board of quay {number} sued for {one} crates over pier {two} in spring. ")
            }
        };
        (0..sentences).map(sentence).collect()
    }

    #[test]
    fn near_texts_are_found_and_others_are_not() {
        let mut seen = Reprints::default();
        let first = text(40, &[]);
        assert_eq!(seen.note(0, &first), None);
        assert_eq!(seen.note(1, &first.to_uppercase()), Some(0), "capitals make no other text");
        assert_eq!(seen.note(2, &format!("(AP) {first} More to come.")), Some(0));
        assert_eq!(seen.note(3, &text(40, &[7, 21])), Some(0), "two sentences of forty differ");
        assert_eq!(seen.note(4, &text(40, &(0..40).collect::<Vec<_>>())), None);
        assert_eq!(seen.note(5, "Too short to tell."), None);
        assert_eq!(seen.note(6, "Too short to tell."), None);
        assert_eq!(seen.note(7, &text(40, &(0..40).collect::<Vec<_>>())), Some(4));
    }
}
