//! Single tokens: white space, strings, numbers, and what they mean.

use std::borrow::Cow;

use serde_json::{Number, Value};

const HIGHS: u64 = each(0x80);

/// A word of eight equal bytes.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The eight bytes from `at` as one word, first byte lowest; `None` near the end.
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk::<8>().map(|chunk| u64::from_le_bytes(*chunk))
}

/// The index of the first byte whose high bit is set in `hits`.
fn first_hit(hits: u64) -> usize {
    (hits.trailing_zeros() / 8) as usize
}

/// The first place from `at` on that is a quotation mark, a backslash or a control character; else the end.
pub fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    // Eight bytes at once. A borrow can only spoil bytes above a true hit, so the lowest one is exact.
    while let Some(word) = word(bytes, at) {
        let quote = word ^ each(b'"');
        let slash = word ^ each(b'\\');
        let hits = (quote.wrapping_sub(each(1)) & !quote)
            | (slash.wrapping_sub(each(1)) & !slash)
            | (word.wrapping_sub(each(b' ')) & !word);
        if hits & HIGHS != 0 {
            return at + first_hit(hits & HIGHS);
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(|&byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
        at += 1;
    }
    at
}

/// The first place from `at` on that is not white space.
#[inline]
pub fn space_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        match bytes.get(at) {
            Some(b' ') => at = blank_end(bytes, at + 1),
            Some(b'\n' | b'\r' | b'\t') => at += 1,
            _ => return at,
        }
    }
}

/// The first place from `at` on that is not a space character.
#[inline]
fn blank_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = word(bytes, at) {
        let other = word ^ each(b' ');
        if other != 0 {
            return at + first_hit(other);
        }
        at += 8;
    }
    while bytes.get(at) == Some(&b' ') {
        at += 1;
    }
    at
}

/// Whether a bare token ends before this byte.
pub fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b',' | b':' | b'[' | b']' | b'{' | b'}' | b'"' | b'/')
}

/// The end of the bare token at `at`, at least one byte on.
pub fn bare_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while bytes.get(end).is_some_and(|&byte| !is_delimiter(byte)) {
        end += 1;
    }
    end.min(bytes.len())
}

/// The end of the JSON number at `at`; `None` if what stands there is not one (RFC 8259, section 6).
pub fn number_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = at + usize::from(bytes.get(at) == Some(&b'-'));
    end = match bytes.get(end) {
        Some(b'0') => end + 1,
        _ => digits_end(bytes, end)?,
    };
    if bytes.get(end) == Some(&b'.') {
        end = digits_end(bytes, end + 1)?;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        end = digits_end(bytes, end + 1 + sign)?;
    }
    bytes.get(end).is_none_or(|&byte| is_delimiter(byte)).then_some(end)
}

/// The end of one or more digits at `at`.
fn digits_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    while bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    (end > at).then_some(end)
}

/// The UTF-16 unit written as four hexadecimal digits at `at`.
fn hex4(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..)?.first_chunk::<4>()?;
    digits.iter().try_fold(0, |unit, &digit| Some(unit * 16 + char::from(digit).to_digit(16)?))
}

/// What stands at a backslash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escape {
    /// A character, and how many bytes write it.
    Char(char, usize),
    /// Half of a surrogate pair alone, six bytes long; it is no character.
    Lone,
    /// No escape that JSON knows.
    Bad,
}

/// Reads the escape whose backslash stands at `at` (RFC 8259, section 7).
pub fn escape(bytes: &[u8], at: usize) -> Escape {
    let short = match bytes.get(at + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return long_escape(bytes, at),
        _ => return Escape::Bad,
    };
    Escape::Char(short, 2)
}

/// Reads `\uXXXX`, or two of them that make a surrogate pair.
fn long_escape(bytes: &[u8], at: usize) -> Escape {
    let Some(unit) = hex4(bytes, at + 2) else { return Escape::Bad };
    if let Some(char) = char::from_u32(unit) {
        return Escape::Char(char, 6);
    }
    let low = bytes.get(at + 6..).filter(|rest| rest.starts_with(b"\\u")).and_then(|_| hex4(bytes, at + 8));
    match low {
        Some(low @ 0xDC00..=0xDFFF) if unit < 0xDC00 => {
            let scalar = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            char::from_u32(scalar).map_or(Escape::Lone, |char| Escape::Char(char, 12))
        }
        _ => Escape::Lone,
    }
}

/// The text of a string token, quotation marks included in `raw`.
///
/// Lone surrogates and invalid UTF-8 become U+FFFD; an escape that JSON does not know stays as it is written.
pub fn decode(raw: &[u8]) -> Cow<'_, str> {
    let inner = raw.strip_prefix(b"\"").unwrap_or(raw);
    let inner = inner.strip_suffix(b"\"").unwrap_or(inner);
    if memchr::memchr(b'\\', inner).is_none() {
        return String::from_utf8_lossy(inner);
    }
    let mut text = String::with_capacity(inner.len());
    let mut at = 0;
    while let Some(run) = memchr::memchr(b'\\', &inner[at..]) {
        text.push_str(&String::from_utf8_lossy(&inner[at..at + run]));
        at += run;
        at += match escape(inner, at) {
            Escape::Char(char, len) => {
                text.push(char);
                len
            }
            Escape::Lone => {
                text.push(char::REPLACEMENT_CHARACTER);
                6
            }
            Escape::Bad => {
                text.push('\\');
                1
            }
        };
    }
    text.push_str(&String::from_utf8_lossy(&inner[at..]));
    Cow::Owned(text)
}

/// The value of a number token: an integer where it fits 64 bits, else the nearest finite `f64`.
pub fn number(raw: &[u8]) -> Value {
    let text = std::str::from_utf8(raw).unwrap_or_default();
    if text != "-0" {
        if let Ok(integer) = text.parse::<u64>() {
            return Value::from(integer);
        }
        if let Ok(integer) = text.parse::<i64>() {
            return Value::from(integer);
        }
    }
    let float = text.parse::<f64>().unwrap_or_default().clamp(f64::MIN, f64::MAX);
    Number::from_f64(float).map_or(Value::Null, Value::Number)
}

/// The start of a token for a message: at most 20 characters, nothing invisible.
pub fn preview(raw: &[u8]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for chunk in raw[..raw.len().min(100)].utf8_chunks() {
        parts.extend(chunk.valid().chars().map(visible));
        parts.extend(chunk.invalid().iter().map(|byte| format!("<{byte:02X}>")));
    }
    let mut shown = parts.iter().take(20).map(String::as_str).collect::<String>();
    if parts.len() > 20 || raw.len() > 100 {
        shown.push('\u{2026}');
    }
    shown
}

/// A character that cannot be seen as its code point, anything else as itself.
fn visible(char: char) -> String {
    if char.is_control() || char == char::REPLACEMENT_CHARACTER {
        format!("U+{:04X}", u32::from(char))
    } else {
        char.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, number, number_end, plain_end, preview, space_end};
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn numbers_as_the_standard_has_them() {
        for good in ["0", "-0", "1.50", "1e5", "1E+05", "-12.5e-3", "18446744073709551616"] {
            assert_eq!(number_end(good.as_bytes(), 0), Some(good.len()), "{good}");
        }
        for bad in ["01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "1_0", "-NaN", "1.e2"] {
            assert_eq!(number_end(bad.as_bytes(), 0), None, "{bad}");
        }
    }

    #[test]
    fn numbers_keep_as_much_as_fits() {
        let table = [
            ("1", json!(1)),
            ("-9223372036854775808", json!(i64::MIN)),
            ("18446744073709551615", json!(u64::MAX)),
            ("18446744073709551616", json!(18_446_744_073_709_551_616.0)),
            ("1e400", json!(f64::MAX)),
            ("-1e400", json!(f64::MIN)),
            ("0.1", json!(0.1)),
        ];
        for (text, expected) in table {
            assert_eq!(number(text.as_bytes()), expected, "{text}");
        }
        assert!(number(b"-0").as_f64().is_some_and(f64::is_sign_negative));
    }

    #[test]
    fn strings_decode_whatever_they_hold() {
        let table: [(&[u8], &str); 8] = [
            (br#""plain""#, "plain"),
            (br#""\u00e9\/\n""#, "\u{e9}/\n"),
            (br#""\ud83d\ude00!""#, "\u{1f600}!"),
            (br#""\ud83d!""#, "\u{fffd}!"),
            (br#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
            (br#""\ud83d\u0041""#, "\u{fffd}A"),
            (br#""\q\u12""#, "\\q\\u12"),
            (b"\"a\xFFb\"", "a\u{fffd}b"),
        ];
        for (raw, expected) in table {
            assert_eq!(decode(raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn previews_are_short_and_visible() {
        assert_eq!(preview(b"NaN"), "NaN");
        assert_eq!(preview(b"\0"), "U+0000");
        assert_eq!(preview(b"a\xFFb\xEF\xBF\xBD"), "a<FF>bU+FFFD");
        assert_eq!(preview(&[b'x'; 50]), format!("{}\u{2026}", "x".repeat(20)));
    }

    proptest! {
        #[test]
        fn runs_end_where_a_loop_would_end_them(bytes in prop::collection::vec(
            prop_oneof![6 => Just(b'a'), 3 => Just(b' '), 1 => any::<u8>()], 0..40)) {
            let plain = bytes.iter().position(|b| *b < 0x20 || matches!(b, b'"' | b'\\')).unwrap_or(bytes.len());
            prop_assert_eq!(plain_end(&bytes, 0), plain);
            let space = bytes.iter().position(|b| !matches!(b, b' ' | b'\n' | b'\r' | b'\t'));
            prop_assert_eq!(space_end(&bytes, 0), space.unwrap_or(bytes.len()));
        }

        #[test]
        fn strings_decode_as_serde_does(text in ".{0,12}(\\\\u[0-9a-fA-F]{4}|\\\\[nrtbf/]|é){0,3}") {
            let raw = format!("\"{text}\"");
            if let Ok(Value::String(expected)) = serde_json::from_str(&raw) {
                prop_assert_eq!(decode(raw.as_bytes()), expected);
            }
        }
    }
}
