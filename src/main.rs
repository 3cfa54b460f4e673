//! The `casefile` program.

use std::process::ExitCode;

use casefile::{app, cli};

fn main() -> ExitCode {
    match cli::run(cli::parse()) {
        cli::Ran::Window(files) => app::run(&files),
        cli::Ran::Done(code) => code,
    }
}
