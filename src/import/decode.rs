//! Bytes to text: packed files, byte order marks, and encodings other than UTF-8.

use std::borrow::Cow;
use std::io::Read;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use flate2::read::MultiGzDecoder;

use crate::format::{Fault, FaultClass};

/// Most bytes that a packed file may unpack to.
const LARGEST: u64 = 1 << 29;
/// How many bytes are looked at to find out what they are.
const SAMPLE: usize = 4_096;

/// How the bytes of a file stand for text (WHATWG Encoding Standard, <https://encoding.spec.whatwg.org/>).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// Why bytes are no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A packed file that cannot be unpacked.
    #[error("is packed (gzip) and could not be unpacked: {0}")]
    Unpack(String),
    /// A packed file that is too large.
    #[error("is packed (gzip) and would be larger than {} MB", LARGEST >> 20)]
    TooLarge,
    /// A page in one file of which the page cannot be read.
    #[error("is a saved page (MHTML), but it is damaged: no page could be found in it")]
    Archive,
    /// XML that is no web page.
    #[error("is XML (a feed, perhaps), which Casefile does not read yet")]
    Xml,
    /// Not text: a picture, a program, an archive.
    #[error("is no text: it has bytes that stand for no letters")]
    Binary,
}

/// Whether a file is packed (RFC 1952).
#[must_use]
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b])
}

/// The bytes without the packing around them.
pub fn unpacked(bytes: &[u8]) -> Result<Cow<'_, [u8]>, DecodeError> {
    if !is_gzip(bytes) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut found = Vec::new();
    let read = MultiGzDecoder::new(bytes).take(LARGEST + 1).read_to_end(&mut found);
    read.map_err(|error| DecodeError::Unpack(error.to_string()))?;
    if found.len() as u64 > LARGEST { Err(DecodeError::TooLarge) } else { Ok(Cow::Owned(found)) }
}

/// Text, and how it was come by.
pub struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    pub faults: Vec<Fault>,
}

impl Decoded {
    /// A text that was one already.
    pub fn of(text: String) -> Self {
        Self { text, encoding: Encoding(UTF_8), faults: Vec::new() }
    }
}

/// The text that bytes stand for.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    let (encoding, mark) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None => (guessed(bytes), 0),
    };
    let (text, _, had_errors) = encoding.decode(&bytes[mark..]);
    if is_binary(&text) {
        return Err(DecodeError::Binary);
    }
    let mut faults = Vec::new();
    if mark > 0 {
        faults.push(Fault::new(FaultClass::Encoding, 0, "The file begins with a byte order mark."));
    }
    if encoding != UTF_8 {
        let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), |_| 0);
        let message = format!("The file is not UTF-8; it was read as {}.", encoding.name());
        faults.push(Fault::new(FaultClass::Encoding, at, message));
    }
    if had_errors {
        let message = format!("Some bytes stand for nothing in {}; each is shown as \u{fffd}.", encoding.name());
        faults.push(Fault::new(FaultClass::Encoding, 0, message));
    }
    Ok(Decoded { text: text.into_owned(), encoding: Encoding(encoding), faults })
}

/// What bytes without a mark are most likely.
fn guessed(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // Every other byte of western text in UTF-16 is zero, and none is in anything else.
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd > sample.len() / 8 && even == 0 {
        return UTF_16LE;
    }
    if even > sample.len() / 8 && odd == 0 {
        return UTF_16BE;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    declared(sample).filter(|encoding| *encoding != UTF_8).unwrap_or(if is_mostly_utf8(bytes) {
        UTF_8
    } else {
        WINDOWS_1252
    })
}

/// The encoding that a web page says it has.
fn declared(sample: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = String::from_utf8_lossy(sample).to_ascii_lowercase();
    let (_, rest) = sample.split_once("charset=")?;
    let rest = rest.trim_start_matches(['"', '\'', ' ']);
    let label: String =
        rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_:".contains(*letter)).collect();
    encoding_rs::Encoding::for_label(label.as_bytes())
}

/// Whether bytes that are not UTF-8 are it but for a few: a cut letter is no reason to read all others wrongly.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > 8 * bad
}

/// Whether what was decoded is a picture, a program or an archive.
fn is_binary(text: &str) -> bool {
    let (mut letters, mut strange) = (0_usize, 0_usize);
    for letter in text.chars().take(SAMPLE) {
        letters += 1;
        let is_space = matches!(letter, '\t' | '\n' | '\r' | '\u{c}');
        strange += usize::from((letter.is_control() && !is_space && letter != '\u{85}') || letter == '\u{fffd}');
    }
    strange > letters / 20
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        let mark = mark.then_some(0xfeff_u16);
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes_of).collect()
    }

    #[test]
    fn encodings_are_found_out() {
        let text = "{\"title\": \"Ås — håvn\"}";
        let plain = "{\"title\": \"Board sues Nordlys\"}";
        for (bytes, name, expected) in [
            (text.as_bytes().to_vec(), "UTF-8", text),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), "UTF-8", text),
            (utf_16(text, u16::to_le_bytes, true), "UTF-16LE", text),
            (utf_16(text, u16::to_be_bytes, true), "UTF-16BE", text),
            (utf_16(plain, u16::to_le_bytes, false), "UTF-16LE", plain),
            (utf_16(plain, u16::to_be_bytes, false), "UTF-16BE", plain),
            (b"{\"title\": \"\xc5s h\xe5vn\"}".to_vec(), "windows-1252", "{\"title\": \"Ås håvn\"}"),
            (b"<meta charset=iso-8859-5>\xbf\xd8".to_vec(), "ISO-8859-5", "<meta charset=iso-8859-5>Пи"),
            ([text.repeat(9).as_bytes(), b"\xc3"].concat(), "UTF-8", &format!("{}\u{fffd}", text.repeat(9))),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.encoding.name(), decoded.text.as_str()), (name, expected));
            let is_plain = name == "UTF-8" && bytes == expected.as_bytes();
            assert_eq!(decoded.faults.is_empty(), is_plain, "{:?}", decoded.faults);
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..2_000_u32).map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()[2]).collect();
        assert_eq!(decode(&noise).err(), Some(DecodeError::Binary));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01").err(), Some(DecodeError::Binary));
        assert!(matches!(unpacked(b"\x1f\x8b and no more"), Err(DecodeError::Unpack(_))));
    }

    #[test]
    fn packed_files_are_unpacked() {
        let mut packed = Vec::new();
        for part in ["{\"title\":", "\"Board sues\"}"] {
            let mut writer = flate2::write::GzEncoder::new(&mut packed, flate2::Compression::fast());
            writer.write_all(part.as_bytes()).unwrap();
            writer.finish().unwrap();
        }
        assert!(is_gzip(&packed));
        assert_eq!(unpacked(&packed).unwrap().as_ref(), b"{\"title\":\"Board sues\"}");
    }
}
