//! Files of any length, read in parts: line by line, or what stands at one place.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::path::Path;

use super::Digest;

/// How much is read at once.
const BUFFER: usize = 1 << 20;
/// Longest line that is held in memory, in bytes; a longer one is passed over.
const LONGEST_LINE: usize = 64 << 20;

/// A line of a file.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Its bytes, without the line end.
    pub bytes: &'a [u8],
    /// Where it begins, in bytes from the start of the file.
    pub offset: u64,
    /// Its number, from 1.
    pub number: u64,
}

/// Gives every line of a file to `take`, until that breaks off or the file ends. Lines of more than 64 MB are passed
/// over.
///
/// # Errors
/// What the system says.
pub fn each_line(path: &Path, mut take: impl FnMut(Line<'_>) -> ControlFlow<()>) -> io::Result<()> {
    let mut file = BufReader::with_capacity(BUFFER, File::open(path)?);
    let (mut offset, mut number, mut bytes) = (0, 0, Vec::new());
    loop {
        bytes.clear();
        let read = (&mut file).take(LONGEST_LINE as u64 + 1).read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(());
        }
        number += 1;
        let start = offset;
        offset += read as u64;
        if read > LONGEST_LINE && !bytes.ends_with(b"\n") {
            offset += skip_line(&mut file)?;
            continue;
        }
        let line = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if take(Line { bytes: line, offset: start, number }).is_break() {
            return Ok(());
        }
    }
}

/// Passes over the rest of a line; returns how long it was.
fn skip_line(file: &mut impl BufRead) -> io::Result<u64> {
    let mut skipped = 0;
    loop {
        let buffer = file.fill_buf()?;
        let (length, is_over) = match memchr::memchr(b'\n', buffer) {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        file.consume(length);
        skipped += length as u64;
        if is_over {
            return Ok(skipped);
        }
    }
}

/// The bytes of a part of a file.
///
/// # Errors
/// What the system says; also where the file has become shorter.
pub fn read_part(path: &Path, offset: u64, length: usize) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    let mut bytes = vec![0; length];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The first bytes of a file, at most so many.
///
/// # Errors
/// What the system says.
pub fn beginning(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The digest of a file of any length.
///
/// # Errors
/// What the system says.
pub fn digest_of(path: &Path) -> io::Result<Digest> {
    Digest::of_all(File::open(path)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &Path) -> Vec<(String, u64, u64)> {
        let mut found = Vec::new();
        each_line(path, |line| {
            found.push((String::from_utf8(line.bytes.to_vec()).unwrap(), line.offset, line.number));
            ControlFlow::Continue(())
        })
        .unwrap();
        found
    }

    #[test]
    fn lines_come_with_their_places() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jsonl");
        std::fs::write(&path, "one\r\n\nthree\nfour").unwrap();
        let expected = [("one", 0, 1), ("", 5, 2), ("three", 6, 3), ("four", 12, 4)];
        let found = lines(&path);
        assert_eq!(
            found.iter().map(|(words, at, number)| (words.as_str(), *at, *number)).collect::<Vec<_>>(),
            expected
        );
        assert_eq!(read_part(&path, 6, 5).unwrap(), b"three");
        assert!(read_part(&path, 12, 50).is_err());
        assert_eq!(beginning(&path, 3).unwrap(), b"one");
        assert_eq!(digest_of(&path).unwrap(), Digest::of(&std::fs::read(&path).unwrap()));
    }

    #[test]
    fn a_line_without_end_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jsonl");
        let mut bytes = b"one\n".to_vec();
        bytes.resize(LONGEST_LINE + 2 * BUFFER, b'x');
        bytes.extend(b"\nlast\n");
        std::fs::write(&path, bytes).unwrap();
        let found = lines(&path);
        assert_eq!(
            found.iter().map(|(words, _, number)| (words.as_str(), *number)).collect::<Vec<_>>(),
            [("one", 1), ("last", 3)]
        );
    }
}
