//! The `casefile` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    casefile::app::run(std::env::args_os().skip(1).map(Into::into).collect())
}
