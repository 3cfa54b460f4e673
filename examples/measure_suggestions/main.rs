//! How much of labelled text the module `suggest` understands: a table of scores beside the least they have to be.
//!
//! `cargo run --release --example measure_suggestions -- [--misses] [FOLDER]`. The labelled text is no part of the project;
//! where its folder is absent nothing is measured. Exit status: 1 where a score is below its target.
#![allow(clippy::pedantic, clippy::print_stdout, missing_docs)]

mod dates;
mod money;
mod names;
mod report;

use std::path::PathBuf;
use std::process::ExitCode;

use report::Measure;

/// Where the labelled text lies, beside the project.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/real/text");

fn main() -> ExitCode {
    let (options, mut folders): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|word| word.starts_with('-'));
    if options.iter().any(|option| option != "--misses") || folders.len() > 1 {
        eprintln!("usage: measure_suggestions [--misses] [FOLDER]");
        return ExitCode::from(2);
    }
    let folder = PathBuf::from(folders.pop().unwrap_or_else(|| FOLDER.to_owned()));
    if !folder.is_dir() {
        println!("There is no labelled text at {}, so nothing was measured.", folder.display());
        return ExitCode::SUCCESS;
    }
    let parts = [money::measure, dates::measure, names::measure];
    let measures: Vec<Measure> = parts.into_iter().flat_map(|measure| measure(&folder)).collect();
    if !options.is_empty() {
        for measure in &measures {
            report::print_missed(measure);
        }
    }
    report::print(&measures);
    ExitCode::from(u8::from(measures.iter().any(Measure::is_short)))
}
