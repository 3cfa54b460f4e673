//! `casefile suggest --jsonl`: what texts propose, one JSON object a line in and out.

mod line;
mod printed;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;

use super::{UNREADABLE, complain};
use line::Line;

/// Reads the files, or the standard input where there are none, prints a line for each of theirs that could be read,
/// and returns the exit status.
pub fn print(files: &[PathBuf], out: &mut dyn Write) -> io::Result<u8> {
    if files.is_empty() {
        return print_all("standard input", io::stdin().lock(), out, &mut complain);
    }
    let mut status = 0;
    for path in files {
        let name = path.to_string_lossy();
        let found = match File::open(path) {
            Ok(file) => print_all(&name, file, out, &mut complain)?,
            Err(error) => {
                complain(&format!("{name} could not be read: {error}."));
                UNREADABLE
            }
        };
        status = status.max(found);
    }
    Ok(status)
}

/// Goes through the lines of one input as they come. Only a line that cannot be written ends it early.
fn print_all(name: &str, input: impl Read, out: &mut dyn Write, complain: &mut dyn FnMut(&str)) -> io::Result<u8> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut status = 0;
    let mut bytes = Vec::new();
    for number in 1.. {
        // Whoever waits for the answers before asking more gets them now.
        if input.buffer().is_empty() {
            out.flush()?;
        }
        bytes.clear();
        match input.read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                complain(&format!("{name} could not be read: {error}."));
                return Ok(UNREADABLE);
            }
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let mut fault = |column: usize, what: &str| {
            status = UNREADABLE;
            complain(&format!("{name}:{number}:{column}: {what}"));
        };
        match Line::read(&bytes) {
            Ok(line) => {
                if let Some((column, what)) = &line.fault {
                    fault(*column, what);
                }
                printed::print(&line, out)?;
            }
            Err((column, what)) => fault(column, &what),
        }
    }
    Ok(status)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The exit status, the lines printed and the complaints.
    fn run(input: &[u8]) -> (u8, Vec<Value>, Vec<String>) {
        let (mut out, mut complaints) = (Vec::new(), Vec::new());
        let status = print_all("in", input, &mut out, &mut |words| complaints.push(words.to_owned())).unwrap();
        let lines = String::from_utf8(out).unwrap();
        (status, lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), complaints)
    }

    #[test]
    fn every_line_is_answered_with_its_id() {
        let input = "{\"id\": 1, \"text\": \"\"}\n\n  \r\n{\"text\": \"Nothing here.\", \"id\": \"two\", \"extra\": []}\r\n\
                     {\"text\": \"No id.\", \"published\": null}";
        let (status, lines, complaints) = run(input.as_bytes());
        let empty = |id: Value| json!({ "id": id, "suggestions": [] });
        assert_eq!((status, complaints), (0, Vec::new()));
        assert_eq!(lines, [empty(json!(1)), empty(json!("two")), empty(Value::Null)]);
    }

    #[test]
    fn bad_lines_are_named_and_the_run_goes_on() {
        let bad: &[(&[u8], &str)] = &[
            (b"{\"id\": 1, \"text\": ", "in:1:"),
            (b"[1]", "in:1:1: This is no JSON object"),
            (b"7", "in:1:1: This is no JSON object"),
            (b"It was a dark night.", "in:1:1"),
            (b"{\"id\": 1}", "in:1:1: The key \u{201c}text\u{201d} is missing"),
            (b"{\"text\": 7}", "in:1:10: The text is no string"),
            (b"{\"text\": \"\\ud800\"}", "in:1:10: The text"),
            (b"{\"text\": \"\xff\"}", "in:1:"),
            (b"{\"text\": \"a\"} {\"text\": \"b\"}", "in:1:"),
            (b"\0", "in:1:1"),
        ];
        for (line, expected) in bad {
            let (status, lines, complaints) = run(&[line, &b"\n{\"id\": \"next\", \"text\": \"\"}\n"[..]].concat());
            let shown = String::from_utf8_lossy(line);
            assert_eq!((status, complaints.len()), (UNREADABLE, 1), "{shown}: {complaints:?}");
            assert!(complaints[0].starts_with(expected), "{shown}: {complaints:?}");
            assert_eq!(lines, [json!({ "id": "next", "suggestions": [] })], "{shown}");
        }
    }

    #[test]
    fn a_date_that_is_none_is_named_and_the_text_still_read() {
        let (status, lines, complaints) = run(b"{\"id\":1,\"published\":\"soon\",\"text\":\"\"}");
        assert_eq!((status, lines.len()), (UNREADABLE, 1));
        assert!(complaints[0].starts_with("in:1:21: The publication date \u{201c}soon\u{201d}"), "{complaints:?}");
    }

    #[test]
    fn a_byte_order_mark_is_no_fault() {
        let (status, lines, complaints) = run("\u{feff}{\"id\":1,\"text\":\"\"}".as_bytes());
        assert_eq!((status, lines.len(), complaints), (0, 1, Vec::new()));
    }

    #[test]
    fn files_that_are_not_there_are_told_and_the_others_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jsonl");
        std::fs::write(&path, "{\"id\":7,\"text\":\"\"}\n").unwrap();
        let mut out = Vec::new();
        let files = [folder.path().join("none.jsonl"), folder.path().to_owned(), path];
        assert_eq!(print(&files, &mut out).unwrap(), UNREADABLE);
        assert_eq!(String::from_utf8(out).unwrap(), "{\"id\":7,\"suggestions\":[]}\n");
    }

    /// A writer that fails once it was given this many bytes.
    struct Closing(usize);

    impl Write for Closing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_goes_away_ends_the_run() {
        let input = "{\"id\":1,\"text\":\"\"}\n".repeat(1_000);
        let ended = print_all("in", input.as_bytes(), &mut Closing(100), &mut |_| {});
        assert_eq!(ended.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn answers_are_flushed_before_more_is_waited_for() {
        /// Gives a line at a time, and looks at what was written before the next.
        struct Turns<'a>(&'a std::cell::Cell<usize>, usize);
        impl Read for Turns<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                assert_eq!(self.0.get(), self.1, "lines flushed before line {}", self.1 + 1);
                self.1 += 1;
                let line: &[u8] = if self.1 > 3 { b"" } else { b"{\"text\":\"\"}\n" };
                buffer[..line.len()].copy_from_slice(line);
                Ok(line.len())
            }
        }
        struct Counting<'a>(&'a std::cell::Cell<usize>, usize);
        impl Write for Counting<'_> {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.1 += memchr::memchr_iter(b'\n', bytes).count();
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                self.0.set(self.1);
                Ok(())
            }
        }
        let flushed = std::cell::Cell::new(0);
        let status = print_all("in", Turns(&flushed, 0), &mut Counting(&flushed, 0), &mut |_| {});
        assert_eq!((status.unwrap(), flushed.get()), (0, 3));
    }
}
