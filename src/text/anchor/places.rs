//! Searching a text for places, near ones first, and judging them by their surroundings.

use std::ops::Range;

use memchr::memmem::Finder;

/// Hits of one search that are looked at, at most. Reached only by needles as common as "the" in
/// texts of many megabytes, and by texts that repeat themselves.
const MOST_HITS: usize = 50_000;
/// Bytes of hits that are compared in one search, at most; fewer hits of a long needle are looked
/// at, since in a text that repeats itself each may overlap the next.
const MOST_BYTES: usize = 64_000_000;
/// Bytes before the expected place at which a search starts.
const NEAR: usize = 262_144;

/// How many characters of the context agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreement {
    pub before: usize,
    pub after: usize,
}

impl Agreement {
    pub fn total(self) -> usize {
        self.before + self.after
    }
}

/// A place that may be the one meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub bytes: Range<usize>,
    pub agreement: Agreement,
}

/// Characters that two texts have in common at their ends.
pub(super) fn common_end(a: &str, b: &str) -> usize {
    a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count()
}

/// Characters that two texts have in common at their starts.
pub(super) fn common_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// Every place of a needle in a text, overlapping ones too: from a little before the expected
/// place to the end of the text, then from its start; at most [`MOST_HITS`] of
/// them.
pub(super) struct Near<'t, 'n> {
    text: &'t str,
    finder: Finder<'n>,
    /// Bytes from one hit to where the next may start: the first character of the needle.
    step: usize,
    from: usize,
    /// Where the first round began.
    origin: usize,
    wrapped: bool,
    left: usize,
}

impl<'t, 'n> Near<'t, 'n> {
    /// Prepares a search; an empty needle is found nowhere.
    pub fn new(text: &'t str, needle: &'n str, expected: usize) -> Self {
        let origin = text.floor_char_boundary(expected.saturating_sub(NEAR));
        Self {
            text,
            finder: Finder::new(needle),
            step: needle.chars().next().map_or(1, char::len_utf8),
            from: origin,
            origin,
            wrapped: origin == 0,
            left: MOST_BYTES.checked_div(needle.len()).map_or(0, |hits| hits.clamp(1, MOST_HITS)),
        }
    }

    /// True if there may be hits that were not given.
    pub fn has_stopped_early(&self) -> bool {
        self.left == 0
    }
}

impl Iterator for Near<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.left == 0 {
            return None;
        }
        let end = if self.wrapped && self.origin > 0 {
            // The second round ends with the last hit that starts before the origin.
            (self.origin + self.finder.needle().len() - 1).min(self.text.len())
        } else {
            self.text.len()
        };
        let rest = self.text.as_bytes().get(self.from..end).unwrap_or_default();
        if let Some(at) = self.finder.find(rest) {
            let hit = self.from + at;
            self.from = hit + self.step;
            self.left -= 1;
            return Some(hit);
        }
        if self.wrapped {
            return None;
        }
        self.wrapped = true;
        self.from = 0;
        self.next()
    }
}
