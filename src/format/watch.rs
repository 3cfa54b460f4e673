//! What is JSON and yet a trap: keys that stand twice, brackets nested out of all measure, numbers that no program holds.
//!
//! All of it is kept byte for byte, known key or not; a reader has to be told, since another program may read the file
//! otherwise or not at all.

use std::collections::HashMap;
use std::ops::Range;

use super::fault::{Fault, FaultClass, note};
use super::lex;
use super::scan::{Kind, Visit};
use super::tree::MAX_DEPTH;

/// From how many keys on they are looked up in a map instead of one by one.
const MANY: usize = 32;

/// Finds such faults on the way through a document. They come without pointers.
///
/// Keys are compared down to [`MAX_DEPTH`] levels, so that what this remembers has a bound however deep a file goes.
pub struct Watch<'a> {
    bytes: &'a [u8],
    /// What was found, in the order of the file.
    pub faults: Vec<Fault>,
    /// The different keys so far of every object that is open, the innermost object's last.
    keys: Vec<Key>,
    open: Vec<Open>,
    /// The keys of open objects that have many of them: by the start of the object and the print, the index in `keys`.
    many: HashMap<(usize, u64), usize>,
}

struct Key {
    print: u64,
    span: Range<usize>,
}

struct Open {
    start: usize,
    /// How many keys there were around it.
    keys: usize,
}

impl<'a> Watch<'a> {
    /// Watches the scan of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, faults: Vec::new(), keys: Vec::new(), open: Vec::new(), many: HashMap::new() }
    }

    fn raw(&self, span: &Range<usize>) -> &'a [u8] {
        self.bytes.get(span.clone()).unwrap_or_default()
    }

    fn is_same(&self, known: &Key, print: u64, span: &Range<usize>) -> bool {
        known.print == print && lex::decode(self.raw(&known.span)) == lex::decode(self.raw(span))
    }

    /// Whether the innermost object has had this key before.
    fn has_had(&mut self, print: u64, span: &Range<usize>) -> bool {
        let Some(&Open { start, keys: from }) = self.open.last() else { return false };
        let known = self.keys.get(from..).unwrap_or_default();
        if known.len() < MANY {
            return known.iter().any(|known| self.is_same(known, print, span));
        }
        if known.len() == MANY {
            self.many.extend((from..).zip(known).map(|(index, known)| ((start, known.print), index)));
        }
        let index = *self.many.entry((start, print)).or_insert(self.keys.len());
        self.keys.get(index).is_some_and(|known| self.is_same(known, print, span))
    }
}

/// A number that is the same for equal keys, however they are spelt, and for others hardly ever. Keys that are shown
/// alike are equal, also where bytes that are no text tell them apart.
fn fingerprint(raw: &[u8]) -> u64 {
    let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
    let (print, is_plain) = print_of(inner);
    if is_plain { print } else { print_of(lex::decode(raw).as_bytes()).0 }
}

/// The print of these bytes, and whether they are ASCII without an escape, which they nearly always are.
fn print_of(bytes: &[u8]) -> (u64, bool) {
    let mix = |print: u64, word: u64| (print.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (words, rest) = bytes.as_chunks::<8>();
    let last = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    let (mut print, mut odd) = (mix(bytes.len() as u64, last), odd_bytes(last));
    for word in words {
        let word = u64::from_le_bytes(*word);
        print = mix(print, word);
        odd |= odd_bytes(word);
    }
    (print, odd == 0)
}

/// Not zero if a byte of the word is a backslash or outside ASCII.
fn odd_bytes(word: u64) -> u64 {
    let each = |byte: u8| u64::from_le_bytes([byte; 8]);
    let slash = word ^ each(b'\\');
    ((slash.wrapping_sub(each(1)) & !slash) | word) & each(0x80)
}

/// Whether neither a 64-bit integer nor a float comes near this number.
fn is_huge(raw: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(raw) else { return false };
    if memchr::memchr3(b'.', b'e', b'E', raw).is_some() {
        return text.parse::<f64>().is_ok_and(f64::is_infinite);
    }
    raw.len() > 18 && text.parse::<i64>().is_err() && text.parse::<u64>().is_err()
}

impl Visit for Watch<'_> {
    #[inline]
    fn open(&mut self, _: Kind, start: usize, depth: usize) {
        if depth < MAX_DEPTH {
            self.open.push(Open { start, keys: self.keys.len() });
        } else if depth == MAX_DEPTH {
            let message =
                format!("More than {MAX_DEPTH} levels of brackets are nested here; they are kept, not shown.");
            note(&mut self.faults, Fault::new(FaultClass::Schema, start, message));
        }
    }

    #[inline]
    fn key(&mut self, span: Range<usize>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        let print = fingerprint(self.raw(&span));
        if self.has_had(print, &span) {
            let shown = lex::preview(lex::decode(self.raw(&span)).as_bytes());
            let message = format!("The key \u{201c}{shown}\u{201d} stands here again; the last one counts.");
            note(&mut self.faults, Fault::new(FaultClass::Duplicate, span.start, message));
        } else {
            self.keys.push(Key { print, span });
        }
    }

    #[inline]
    fn scalar(&mut self, kind: Kind, span: Range<usize>, _: usize) {
        if kind == Kind::Number && is_huge(self.raw(&span)) {
            let shown = lex::preview(self.raw(&span));
            let message = format!("The number {shown} is larger than most programs can hold; it is kept as written.");
            note(&mut self.faults, Fault::new(FaultClass::Schema, span.start, message));
        }
    }

    #[inline]
    fn close(&mut self, _: usize, depth: usize) {
        if depth >= MAX_DEPTH {
            return;
        }
        let Some(Open { start, keys }) = self.open.pop() else { return };
        if self.keys.len() > keys + MANY {
            for key in self.keys.drain(keys..) {
                self.many.remove(&(start, key.print));
            }
        }
        self.keys.truncate(keys);
    }
}

#[cfg(test)]
mod tests {
    use super::MANY;
    use crate::format::{Fault, FaultClass, Outline};
    use proptest::prelude::*;
    use std::collections::HashSet;

    /// Class, offset and pointer of a fault.
    type Shown<'a> = (FaultClass, usize, &'a str);

    fn shown(faults: &[Fault]) -> Vec<Shown<'_>> {
        faults.iter().map(|fault| (fault.class, fault.offset, &*fault.pointer)).collect()
    }

    #[test]
    fn a_key_that_stands_twice_is_found_at_any_depth() {
        use FaultClass::Duplicate;
        let table: [(&str, &[Shown<'_>]); 6] = [
            (r#"{"a/b":1,"c":2,"a\/b":3}"#, &[(Duplicate, 15, "/a~1b")]),
            (r#"{"a":{"a":1},"b":{"a":2}}"#, &[]),
            (r#"[{"l":[{"y":{"k":1,"\u006b":2}}]}]"#, &[(Duplicate, 19, "/0/l/0/y/k")]),
            (
                r#"{"a":1,"b":{"x":1,"x":2},"a":3,"a":4}"#,
                &[(Duplicate, 18, "/b/x"), (Duplicate, 25, "/a"), (Duplicate, 31, "/a")],
            ),
            (r#"{"":1,"":2}"#, &[(Duplicate, 6, "/")]),
            (r#"{"a":[{"b":1},{"b":2}],"b":3}"#, &[]),
        ];
        for (text, expected) in table {
            assert_eq!(shown(&Outline::of(text.as_bytes()).1), expected, "{text}");
        }
    }

    #[test]
    fn keys_that_are_shown_alike_are_the_same() {
        for text in [&b"{\"\x92\x9E\":1,\"\x9E\x92\":2}"[..], br#"{"\ud800":1,"\udc00":2}"#] {
            let (_, faults) = Outline::of(text);
            let twice = faults.iter().filter(|fault| fault.class == FaultClass::Duplicate).count();
            assert_eq!(twice, 1, "{faults:?}");
        }
    }

    #[test]
    fn numbers_that_nothing_holds_are_told() {
        for huge in
            ["1e400", "-1.5E+9999", "18446744073709551616", "-9223372036854775809", "123456789012345678901.0e300"]
        {
            let (_, faults) = Outline::of(format!("{{\"x\":[{huge}]}}").as_bytes());
            assert_eq!(shown(&faults), [(FaultClass::Schema, 6, "/x/0")], "{huge}");
        }
        for held in
            ["0", "-0", "1e-400", "18446744073709551615", "-9223372036854775808", "1e308", "0.12345678901234567890"]
        {
            assert!(Outline::of(held.as_bytes()).1.is_empty(), "{held}");
        }
    }

    #[test]
    fn nesting_out_of_measure_is_told_once_for_each_descent() {
        let deep = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
        assert!(Outline::of(deep(128).as_bytes()).1.is_empty());
        let text = format!("{{\"x\":{},\"y\":{}}}", deep(500), deep(128));
        let (_, faults) = Outline::of(text.as_bytes());
        let offsets: Vec<_> = faults.iter().map(|fault| (fault.class, fault.offset)).collect();
        assert_eq!(offsets, [(FaultClass::Schema, 5 + 127), (FaultClass::Schema, 5 + 1001 + 5 + 127)]);
    }

    proptest! {
        #[test]
        fn every_repeated_key_is_found(keys in prop::collection::vec(0..60_u8, 0..3 * MANY), nested: bool) {
            let inner = if nested { r#"{"k1":1,"k2":2}"# } else { "1" };
            let members: Vec<_> = keys.iter().map(|key| format!("\"k{key}\":{inner}")).collect();
            let mut seen = HashSet::new();
            let twice = keys.iter().filter(|key| !seen.insert(**key)).count();
            let text = format!("{{{}}}", members.join(","));
            prop_assert_eq!(Outline::of(text.as_bytes()).1.len(), twice, "{}", text);
        }
    }
}
