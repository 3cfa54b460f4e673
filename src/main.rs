//! The `casefile` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    let files: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    casefile::app::run(&files)
}
