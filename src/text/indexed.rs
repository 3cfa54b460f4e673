//! A text with an index from characters (Unicode scalar values) to bytes and back.

use std::ops::Range;
use std::sync::Arc;

/// Characters between two checkpoints. Counting this many takes well under a microsecond, and
/// the checkpoints of a 10 MB text take 80 kB.
const STRIDE: usize = 1_024;

/// A shared text that turns character offsets into byte offsets and back without reading it all.
///
/// Cloning is cheap: text and index are shared. A text of ASCII only keeps no index.
#[derive(Clone, Debug)]
pub struct IndexedText {
    text: Arc<str>,
    chars: usize,
    /// Byte offset of every `STRIDE`th character; absent where bytes and characters agree.
    checkpoints: Option<Arc<[usize]>>,
}

impl IndexedText {
    /// Indexes a text; reads it once.
    #[must_use]
    pub fn new(text: Arc<str>) -> Self {
        if text.is_ascii() {
            let chars = text.len();
            return Self { text, chars, checkpoints: None };
        }
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut rest = text.chars();
        let mut last = 0;
        loop {
            checkpoints.push(last);
            if rest.nth(STRIDE - 1).is_none() {
                break;
            }
            last = text.len() - rest.as_str().len();
        }
        let chars = (checkpoints.len() - 1) * STRIDE + count(&text[last..]);
        Self { text, chars, checkpoints: Some(checkpoints.into()) }
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text, shared.
    #[must_use]
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// Length of the text in characters.
    #[must_use]
    pub fn chars(&self) -> usize {
        self.chars
    }

    /// Byte offset of a character; past the end, the length in bytes.
    #[must_use]
    pub fn byte_of(&self, char: usize) -> usize {
        if char >= self.chars {
            return self.text.len();
        }
        let Some(checkpoints) = &self.checkpoints else {
            return char;
        };
        let from = checkpoints.get(char / STRIDE).copied().unwrap_or(0);
        from + nth_byte(&self.text[from..], char % STRIDE)
    }

    /// Index of the character that holds a byte; past the end, the length in characters.
    #[must_use]
    pub fn char_of(&self, byte: usize) -> usize {
        if byte >= self.text.len() {
            return self.chars;
        }
        let Some(checkpoints) = &self.checkpoints else {
            return byte;
        };
        let byte = self.text.floor_char_boundary(byte);
        let nearest = checkpoints.partition_point(|start| *start <= byte).saturating_sub(1);
        let from = checkpoints.get(nearest).copied().unwrap_or(0);
        nearest * STRIDE + count(&self.text[from..byte])
    }

    /// Byte range of a range of characters, clamped to the text; an inverted range is empty.
    #[must_use]
    pub fn bytes_of(&self, chars: Range<usize>) -> Range<usize> {
        let start = self.byte_of(chars.start);
        start..self.byte_of(chars.end.max(chars.start))
    }

    /// Character range of a range of bytes, each end rounded down to a character.
    #[must_use]
    pub fn chars_of(&self, bytes: Range<usize>) -> Range<usize> {
        let start = self.char_of(bytes.start);
        start..self.char_of(bytes.end.max(bytes.start))
    }

    /// The words of a range of characters, clamped to the text.
    #[must_use]
    pub fn slice(&self, chars: Range<usize>) -> &str {
        &self.text[self.bytes_of(chars)]
    }
}

impl From<&str> for IndexedText {
    fn from(text: &str) -> Self {
        Self::new(text.into())
    }
}

/// Number of characters in a text.
pub(super) fn count(text: &str) -> usize {
    text.chars().count()
}

/// Byte offset at which the `chars`th character of a text starts, or its length.
pub(super) fn nth_byte(text: &str, chars: usize) -> usize {
    let mut rest = text.chars();
    if chars > 0 {
        rest.nth(chars - 1);
    }
    text.len() - rest.as_str().len()
}

/// The first `chars` characters of a text, or all of it.
pub(super) fn head(text: &str, chars: usize) -> &str {
    &text[..nth_byte(text, chars)]
}

/// The last `chars` characters of a text, or all of it.
pub(super) fn tail(text: &str, chars: usize) -> &str {
    let Some(back) = chars.checked_sub(1) else {
        return "";
    };
    let start = text.char_indices().rev().nth(back).map_or(0, |(at, _)| at);
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Repeats a seed until it crosses several checkpoints.
    fn long(seed: &str, times: usize) -> IndexedText {
        IndexedText::new(seed.repeat(times).into())
    }

    #[test]
    fn a_long_text_agrees_with_counting() {
        for seed in ["é", "a", "aé", "日本x", "🦀", "é日🦀a\r\n"] {
            for times in [0, 1, 511, 512, 1_023, 1_024, 1_025, 2_048, 3_000] {
                let text = long(seed, times);
                let starts: Vec<usize> = text.as_str().char_indices().map(|(at, _)| at).collect();
                assert_eq!(text.chars(), starts.len(), "{seed} × {times}");
                for (char, byte) in starts.iter().enumerate().step_by(97) {
                    assert_eq!(text.byte_of(char), *byte, "{seed} × {times}");
                    assert_eq!(text.char_of(*byte), char, "{seed} × {times}");
                }
                assert_eq!(text.byte_of(starts.len()), text.as_str().len());
                assert_eq!(text.char_of(text.as_str().len()), starts.len());
            }
        }
    }

    #[test]
    fn offsets_are_clamped_and_rounded_down() {
        let text = IndexedText::from("aé🦀");
        assert_eq!(text.byte_of(99), 7);
        assert_eq!(text.char_of(99), 3);
        assert_eq!((3..7).map(|byte| text.char_of(byte)).collect::<Vec<_>>(), [2, 2, 2, 2]);
        assert_eq!(text.slice(1..99), "é🦀");
        #[expect(clippy::reversed_empty_ranges, reason = "that is what is tested")]
        let inverted = text.slice(2..1);
        assert_eq!(inverted, "");
        assert_eq!((head("aé🦀", 2), head("a", 9), head("a", 0)), ("aé", "a", ""));
        assert_eq!((tail("aé🦀", 2), tail("a", 9), tail("a", 0)), ("é🦀", "a", ""));
    }

    proptest! {
        #[test]
        fn any_text_agrees_with_counting(seed in "\\PC{1,40}", times in 1_usize..200) {
            let text = long(&seed, times);
            let total = seed.chars().count() * times;
            prop_assert_eq!(text.chars(), total);
            for char in (0..=total).step_by(61) {
                let byte = text.as_str().char_indices().nth(char).map_or(text.as_str().len(), |(at, _)| at);
                prop_assert_eq!(text.byte_of(char), byte);
                prop_assert_eq!(text.char_of(byte), char);
            }
        }
    }
}
