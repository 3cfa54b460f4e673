//! What the program does without a window: looking into files, checking a case, reading what texts propose, listing
//! what can be recovered, setting up for a user.

mod args;
mod check;
mod inspect;
mod recover;
mod suggest;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

pub use args::{Cli, Verb};

use crate::store::{self, StoreError};

/// Status of a command that found something wrong.
const WRONG: u8 = 1;
/// Status of a command that could not read what it was given.
const UNREADABLE: u8 = 2;

/// What became of the command line.
#[derive(Debug)]
pub enum Ran {
    /// These files are to be opened in a window.
    Window(Vec<PathBuf>),
    /// Everything was done; the program ends with this status.
    Done(ExitCode),
}

/// Reads the command line. Ends the program where it makes no sense, and after `--help` and `--version`.
#[must_use]
pub fn parse() -> Cli {
    Cli::parse()
}

/// Does what the command line asks for, unless that is a window.
#[must_use]
pub fn run(cli: Cli) -> Ran {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let status = match cli {
        Cli { dialog: Some(question), .. } => {
            // The dialog prints its answer itself.
            drop(out);
            return Ran::Done(ExitCode::from(u8::from(!store::run_dialog(&question))));
        }
        Cli { install: true, .. } => tell("Wrote", store::install(), &mut out),
        Cli { uninstall: true, .. } => tell("Removed", store::uninstall(), &mut out),
        Cli { verb: Some(Verb::Inspect { json: true, files }), .. } => inspect::print_json(&files, &mut out),
        Cli { verb: Some(Verb::Inspect { json: false, files }), .. } => inspect::print_summary(&files, &mut out),
        Cli { verb: Some(Verb::Check { case }), .. } => check::print(&case, &mut out),
        Cli { verb: Some(Verb::Suggest { jsonl: _, files }), .. } => suggest::print(&files, &mut out),
        Cli { verb: Some(Verb::Recover { journal: Some(journal), to: Some(to) }), .. } => {
            recover::write(&journal, &to, &mut out)
        }
        Cli { verb: Some(Verb::Recover { .. }), .. } => recover::print_list(&mut out),
        Cli { files, .. } => return Ran::Window(files),
    };
    let status = status.and_then(|status| out.flush().map(|()| status));
    Ran::Done(ExitCode::from(status.unwrap_or_else(|error| lost(&error))))
}

/// The status where the output could not be written: nobody wants more where a reader such as `head` has gone.
fn lost(error: &io::Error) -> u8 {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return 0;
    }
    complain(&format!("The output could not be written: {error}."));
    UNREADABLE
}

/// Says on the error output what went wrong. Where that is closed there is nobody to tell.
fn complain(words: &str) {
    drop(writeln!(io::stderr(), "casefile: {words}"));
}

fn tell(verb: &str, files: Result<Vec<PathBuf>, StoreError>, out: &mut dyn Write) -> io::Result<u8> {
    match files {
        Ok(files) => {
            for file in files {
                writeln!(out, "{verb} {}", file.display())?;
            }
            Ok(0)
        }
        Err(error) => {
            complain(&error.to_string());
            Ok(WRONG)
        }
    }
}

/// A number of things: "1 quote", "2 quotes".
fn count(number: usize, noun: &str) -> String {
    match (number, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_counted_in_words() {
        let table =
            [(0, "quote", "0 quotes"), (1, "party", "1 party"), (2, "party", "2 parties"), (3, "date", "3 dates")];
        for (number, noun, words) in table {
            assert_eq!(count(number, noun), words);
        }
    }

    #[test]
    fn files_are_left_to_a_window() {
        let files = vec![PathBuf::from("a.case.json")];
        let cli = Cli { verb: None, files: files.clone(), install: false, uninstall: false, dialog: None };
        assert!(matches!(run(cli), Ran::Window(found) if found == files));
    }

    #[test]
    fn a_reader_that_went_away_is_no_failure() {
        assert_eq!(lost(&io::ErrorKind::BrokenPipe.into()), 0);
        assert_eq!(lost(&io::ErrorKind::StorageFull.into()), UNREADABLE);
    }
}
