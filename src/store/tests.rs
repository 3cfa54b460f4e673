//! What the store promises of files, held against every failing call, every kill and every power cut.

mod enumerate;
mod journals;
mod keeping;
mod races;
mod saves;
