//! Files told apart by what they hold.

use std::{fmt, io};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// How much is read at once.
const BUFFER: usize = 1 << 20;

/// SHA-256 (FIPS 180-4) of bytes, in hexadecimal digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest(String);

impl Digest {
    /// The digest of bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_bytes(&Sha256::digest(bytes))
    }

    /// The digest of all that can be read.
    ///
    /// # Errors
    /// What the system says.
    pub fn of_all(mut source: impl io::Read) -> io::Result<Self> {
        let (mut hasher, mut buffer) = (Sha256::new(), vec![0; BUFFER]);
        loop {
            match source.read(&mut buffer)? {
                0 => return Ok(Self::from_bytes(&hasher.finalize())),
                read => hasher.update(&buffer[..read]),
            }
        }
    }

    fn from_bytes(bytes: &[u8]) -> Self {
        let digit = |bits: u8| char::from_digit(u32::from(bits), 16).unwrap_or('0');
        Self(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
    }

    /// The digest that has these digits; `None` where they are none of one.
    #[must_use]
    pub fn parse(digits: &str) -> Option<Self> {
        Some(Self(digits.to_owned())).filter(Self::is_sound)
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first 16 digits, enough to tell the files of a person apart.
    #[must_use]
    pub fn short(&self) -> &str {
        self.0.get(..16).unwrap_or(&self.0)
    }

    /// Whether these are the digits of a digest, and nothing that could lead elsewhere as the name of a file.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.0.len() == 64 && self.0.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Digest({})", self.short())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_of_abc_is_that_of_the_standard() {
        let digest = Digest::of(b"abc");
        assert_eq!(digest.as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert!(digest.is_sound());
        assert_eq!(Digest::parse(digest.as_str()), Some(digest));
        assert_eq!(Digest::parse("../../etc"), None);
        assert_eq!(Digest::parse(&"A".repeat(64)), None);
    }
}
