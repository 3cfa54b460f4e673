//! Identity of records.

use std::fmt;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// The identity of a record: eight characters of the RFC 4648 base32 alphabet in lower case in files that
/// Casefile wrote, any other string in files that a person wrote. Unique in its file and never reused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(CompactString);

/// The base32 alphabet of RFC 4648, section 6, in lower case.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Characters in an id that Casefile makes.
pub const ID_LENGTH: usize = 8;

impl Id {
    /// The id spelled by the lowest forty bits of `bits`.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        let letters = (0..ID_LENGTH).map(|place| {
            let digit = (bits >> (5 * (ID_LENGTH - 1 - place))) & 31;
            // Five bits always index an alphabet of 32.
            char::from(ALPHABET[usize::try_from(digit).unwrap_or_default()])
        });
        Self(letters.collect())
    }

    /// The id as it stands in the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is no identity at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether Casefile could have made this id.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        self.0.len() == ID_LENGTH && self.0.bytes().all(|byte| ALPHABET.contains(&byte))
    }
}

impl From<&str> for Id {
    fn from(words: &str) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_spelled_in_base32() {
        for (bits, spelled) in [(0, "aaaaaaaa"), (31, "aaaaaaa7"), (32, "aaaaaaba"), (u64::MAX, "77777777")] {
            assert_eq!(Id::from_bits(bits).as_str(), spelled);
            assert!(Id::from_bits(bits).is_well_formed());
        }
    }

    #[test]
    fn ids_of_other_hands_are_kept_but_not_well_formed() {
        for words in ["", "acme", "ABCDEFGH", "abcdefg1", "abcdefghi"] {
            assert!(!Id::from(words).is_well_formed(), "{words}");
            assert_eq!(Id::from(words).as_str(), words);
        }
    }
}
