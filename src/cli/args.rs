//! The command line's grammar.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// What follows the options in `casefile --help`.
const MORE: &str = "A file that is named like a command is opened with its folder before it: casefile ./check";

/// What was asked for on the command line.
#[derive(Clone, Debug, PartialEq, Eq, Parser)]
#[command(
    name = "casefile",
    version,
    about = "Builds a case out of press coverage: every value tied to the exact words that prove it",
    after_help = MORE,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// What to do instead of opening a window.
    #[command(subcommand)]
    pub verb: Option<Verb>,

    /// Cases, articles or plain texts to open in a window
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Set up the program, its menu entry, icons and file types for this user
    #[arg(long, conflicts_with_all = ["uninstall", "files"])]
    pub install: bool,

    /// Take away what --install set up
    #[arg(long, conflicts_with = "files")]
    pub uninstall: bool,

    /// Show a file dialog and print what was chosen; the window asks for it in a process of its own.
    #[arg(long, value_name = "JSON", hide = true)]
    pub dialog: Option<String>,
}

/// A command that opens no window.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Verb {
    /// Print what files hold and what is wrong with them
    ///
    /// Exit status: 0 where every file could be read, whatever stands in it; 2 where one could not.
    Inspect {
        /// Print JSON: the records as they are written in files, and every fault by line, column and JSON Pointer
        #[arg(long)]
        json: bool,
        /// Any files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// List what is wrong with a case and its articles
    ///
    /// Looks for faults in the files, references to records that are not there, missing articles, articles whose text
    /// is not the one that was annotated, quotes that do not stand where they stood, and disputed fields.
    ///
    /// Exit status: 0 where nothing is wrong, 1 where something is, 2 where the file cannot be read as a case. A dispute
    /// that a person has decided, or left open on purpose, is listed but is nothing wrong.
    Check {
        /// The case file
        #[arg(value_name = "CASE")]
        case: PathBuf,
    },
    /// Print what texts propose: sums of money, dates, parties and court actions
    ///
    /// Reads lines such as {"id":1,"text":"…","published":"2020-08-23"} from files or the standard input, and answers
    /// each with {"id":1,"suggestions":[{"start","end","kind","text","value"}]}; start and end count Unicode scalar
    /// values. "published" may be absent or null; words such as "Monday" then have no date.
    ///
    /// Exit status: 0 where every line could be read, 2 where one could not; that line is told on the error output.
    Suggest {
        /// One JSON object a line, in and out: the only form there is so far
        #[arg(long, required = true)]
        jsonl: bool,
        /// Files of such lines; the standard input where none is given
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// List work that was not saved and can be recovered, or write it out as a case
    ///
    /// Lists a JSON object a line: the journal, the case it belongs to, its title, when it was last changed, how many
    /// steps are not saved, and whether the case was closed without saving. No file is changed.
    ///
    /// Exit status: 0 where it was done, 1 where a file is in the way, 2 where the work could not be recovered.
    Recover {
        /// The journal of the work to write out
        #[arg(value_name = "JOURNAL", requires = "to")]
        journal: Option<PathBuf>,
        /// Where to write it; its articles are written beside it
        #[arg(long, value_name = "CASE", requires = "journal")]
        to: Option<PathBuf>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Option<Cli> {
        Cli::try_parse_from(std::iter::once(&"casefile").chain(words)).ok()
    }

    #[test]
    fn files_are_opened_in_a_window() {
        for words in [&["a.case.json", "b c.txt"][..], &["./inspect"], &["./check", "./help"], &["--", "-x"], &[]] {
            let cli = parsed(words).unwrap();
            let files: Vec<_> = words.iter().filter(|word| **word != "--").map(PathBuf::from).collect();
            assert_eq!((cli.verb, cli.files), (None, files), "{words:?}");
        }
    }

    #[test]
    fn commands_are_told_from_files() {
        let inspect = |json| Some(Verb::Inspect { json, files: vec!["a".into(), "inspect".into()] });
        assert_eq!(parsed(&["inspect", "--json", "a", "inspect"]).unwrap().verb, inspect(true));
        assert_eq!(parsed(&["inspect", "a", "inspect"]).unwrap().verb, inspect(false));
        assert_eq!(parsed(&["check", "check"]).unwrap().verb, Some(Verb::Check { case: "check".into() }));
        let suggest = |files: &[&str]| Verb::Suggest { jsonl: true, files: files.iter().map(PathBuf::from).collect() };
        assert_eq!(parsed(&["suggest", "--jsonl"]).unwrap().verb, Some(suggest(&[])));
        assert_eq!(parsed(&["suggest", "a", "--jsonl", "b"]).unwrap().verb, Some(suggest(&["a", "b"])));
        assert_eq!(parsed(&["help"]).unwrap().files, [PathBuf::from("help")]);
        assert!(parsed(&["--install"]).unwrap().install && parsed(&["--uninstall"]).unwrap().uninstall);
        assert_eq!(parsed(&["--dialog", "{}"]).unwrap().dialog.as_deref(), Some("{}"));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for words in [
            &["inspect"][..],
            &["check"],
            &["check", "a", "b"],
            &["suggest"],
            &["suggest", "a"],
            &["recover", "a"],
            &["recover", "--to", "a"],
            &["--install", "--uninstall"],
            &["--install", "a"],
            &["--nonsense"],
        ] {
            assert_eq!(parsed(words), None, "{words:?}");
        }
    }

    #[test]
    fn the_grammar_is_sound() {
        <Cli as clap::CommandFactory>::command().debug_assert();
    }
}
