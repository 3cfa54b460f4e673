//! What is wrong with a file, and where.

use serde::{Deserialize, Serialize};

/// How many faults are listed for one document; a last one says that there are more.
pub const MAX_FAULTS: usize = 10_000;

/// What sort of rule a fault breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FaultClass {
    /// Not JSON (RFC 8259).
    Syntax,
    /// JSON, but not the shape the format asks for.
    Schema,
    /// A reference to a record that is not there.
    Reference,
    /// An id that is missing, malformed or used twice.
    Identity,
    /// A key that stands twice in one object; the last one counts.
    Duplicate,
    /// Bytes or escapes that are no Unicode text, or a byte order mark.
    Encoding,
    /// A version of the format that is newer than this program.
    Version,
}

impl FaultClass {
    /// The stable lowercase name, as it is serialised.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Schema => "schema",
            Self::Reference => "reference",
            Self::Identity => "identity",
            Self::Duplicate => "duplicate",
            Self::Encoding => "encoding",
            Self::Version => "version",
        }
    }
}

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The sort of fault.
    pub class: FaultClass,
    /// Where it stands, in bytes from the start of the file.
    pub offset: usize,
    /// The value it belongs to, as a JSON Pointer (RFC 6901); empty for the document itself. Where the pointer would
    /// be longer than a few kilobytes it names an enclosing value instead.
    pub pointer: String,
    /// One sentence for the reader.
    pub message: String,
}

impl Fault {
    /// A fault of the document itself; the pointer is filled in later where there is a better one.
    #[must_use]
    pub fn new(class: FaultClass, offset: usize, message: impl Into<String>) -> Self {
        Self { class, offset, pointer: String::new(), message: message.into() }
    }

    /// Whether a file with this fault can only be read: it is no JSON, or no text. A splice into it could make what is
    /// wrong worse. A byte order mark and lone surrogates are kept as they are and do no harm.
    #[must_use]
    pub fn breaks_file(&self) -> bool {
        match self.class {
            FaultClass::Syntax => true,
            FaultClass::Encoding => self.message.contains("UTF-8"),
            _ => false,
        }
    }

    /// The same fault at `pointer`.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = pointer.into();
        self
    }
}

/// Adds `fault` unless there are [`MAX_FAULTS`] already; the first one too many becomes a note that there are more.
///
/// A hostile file can hold a fault in every byte; the list must not outgrow the file. That note moves to the first
/// fault of syntax among those that are not listed: whether there is one decides whether the file may be written.
pub fn note(faults: &mut Vec<Fault>, fault: Fault) {
    if faults.len() < MAX_FAULTS {
        faults.push(fault);
        return;
    }
    let is_graver = |last: &Fault| fault.class == FaultClass::Syntax && last.class != FaultClass::Syntax;
    if faults.len() > MAX_FAULTS && faults.last().is_some_and(is_graver) {
        faults.pop();
    }
    if faults.len() == MAX_FAULTS {
        let message = format!("There are more faults than the {MAX_FAULTS} listed.");
        faults.push(Fault { message, ..fault });
    }
}

/// A place in a text as a person counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// The line, from 1; lines end with LF or CRLF.
    pub line: usize,
    /// The column, from 1, in Unicode scalar values; a byte order mark is not counted.
    pub column: usize,
}

/// Bytes between two marks of a [`LineIndex`].
const BLOCK: usize = 1 << 12;

/// Counts up to the start of one block.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    /// Line feeds before the block.
    newlines: usize,
    /// Scalar values before the block.
    scalars: usize,
}

/// Turns byte offsets into lines and columns.
///
/// It holds two counts for every 4 kB, so it is small beside the file, and one lookup reads a few such blocks even
/// where the whole file is a single line.
#[derive(Debug, Clone)]
pub struct LineIndex<'a> {
    /// The file after its byte order mark.
    bytes: &'a [u8],
    /// The length of the byte order mark, 0 or 3.
    mark_len: usize,
    blocks: Vec<Mark>,
}

impl<'a> LineIndex<'a> {
    /// Counts the lines of `bytes` once.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let mut mark = Mark::default();
        let mut blocks = vec![mark];
        for block in text.chunks(BLOCK) {
            mark.newlines += memchr::memchr_iter(b'\n', block).count();
            mark.scalars += scalars(block);
            blocks.push(mark);
        }
        Self { bytes: text, mark_len: bytes.len() - text.len(), blocks }
    }

    /// The line and column of the byte at `offset`; an offset past the end is taken as the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.saturating_sub(self.mark_len).min(self.bytes.len());
        let mark = self.mark(offset / BLOCK);
        let rest = self.slice(offset / BLOCK * BLOCK, offset);
        let line = mark.newlines + memchr::memchr_iter(b'\n', rest).count();
        let before = mark.scalars + scalars(rest);
        Position { line: line + 1, column: before - self.scalars_before_line(line, offset) + 1 }
    }

    /// Scalar values before the start of the line that follows `line` line feeds, all of them before `offset`.
    fn scalars_before_line(&self, line: usize, offset: usize) -> usize {
        if line == 0 {
            return 0;
        }
        // The block that holds the line feed is the last one that starts with fewer than `line` of them.
        let block = self.blocks.partition_point(|mark| mark.newlines < line).saturating_sub(1);
        let start = block * BLOCK;
        let text = self.slice(start, offset.min(start + BLOCK));
        let wanted = line - self.mark(block).newlines;
        let end = memchr::memchr_iter(b'\n', text).nth(wanted - 1).map_or(text.len(), |at| at + 1);
        self.mark(block).scalars + scalars(&text[..end])
    }

    fn mark(&self, block: usize) -> Mark {
        self.blocks.get(block).copied().unwrap_or_default()
    }

    fn slice(&self, start: usize, end: usize) -> &'a [u8] {
        self.bytes.get(start..end).unwrap_or_default()
    }
}

/// The UTF-8 byte order mark.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Unicode scalar values in `bytes`: every byte that does not continue a sequence starts one.
fn scalars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, FaultClass, LineIndex, MAX_FAULTS, note};
    use crate::format::{Base, Fault, read_case};
    use proptest::prelude::*;

    fn slow(text: &str, offset: usize) -> (usize, usize) {
        let before = &text[..offset];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        (line, before[start..].chars().filter(|&c| c != '\u{feff}').count() + 1)
    }

    fn fast(text: &str, offset: usize) -> (usize, usize) {
        let position = LineIndex::new(text.as_bytes()).position(offset);
        (position.line, position.column)
    }

    #[test]
    fn positions_as_a_person_counts_them() {
        let table = [
            ("", 0, (1, 1)),
            ("ab", 2, (1, 3)),
            ("ab", 99, (1, 3)),
            ("a\nb", 2, (2, 1)),
            ("a\r\nb", 3, (2, 1)),
            ("a\r\n\r\nxy", 6, (3, 2)),
            ("\u{e9}\u{1f600}x", 6, (1, 3)),
            ("\u{feff}ab", 0, (1, 1)),
            ("\u{feff}ab", 4, (1, 2)),
        ];
        for (text, offset, expected) in table {
            assert_eq!(fast(text, offset), expected, "{text:?} at {offset}");
        }
    }

    #[test]
    fn positions_across_blocks() {
        let line = format!("{}\u{e9}\n", "x".repeat(40_000));
        let text = line.repeat(8) + &"y".repeat(3 * BLOCK);
        for offset in (0..text.len()).step_by(9_973).chain([BLOCK, 2 * BLOCK, text.len()]) {
            if text.is_char_boundary(offset) {
                assert_eq!(fast(&text, offset), slow(&text, offset), "at {offset}");
            }
        }
    }

    #[test]
    fn a_flood_of_faults_is_cut_off_with_a_note() {
        let mut faults = Vec::new();
        for offset in 0..MAX_FAULTS + 50 {
            note(&mut faults, Fault::new(FaultClass::Syntax, offset, "Wrong."));
        }
        assert_eq!(faults.len(), MAX_FAULTS + 1);
        assert!(faults[MAX_FAULTS].message.contains("more faults"));
    }

    #[test]
    fn a_flood_does_not_hide_that_a_file_is_no_json() {
        let lone = "\"\\ud800\",".repeat(MAX_FAULTS + 50);
        let text = format!("{{\"casefile\":\"case\",\"version\":1,\"id\":\"a\",\"x\":[{lone}1,]}}");
        let (base, faults) = Base::new(text.clone().into_bytes());
        let last = faults.last().map(|fault| (fault.class, fault.offset));
        assert_eq!((faults.len(), last), (MAX_FAULTS + 1, Some((FaultClass::Syntax, text.len() - 3))));
        assert!(read_case(&base, faults).read_only.is_some());
    }

    #[test]
    fn classes_are_serialised_by_their_key() {
        for class in [FaultClass::Syntax, FaultClass::Duplicate, FaultClass::Version] {
            assert_eq!(serde_json::to_value(class).unwrap(), class.key());
        }
    }

    proptest! {
        #[test]
        fn positions_agree_with_counting(text in "(\u{feff})?[a\u{e9}\u{1f600}\r\n]{0,60}", at in 0usize..80) {
            let offset = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            prop_assert_eq!(fast(&text, offset), slow(&text, offset));
        }
    }
}
