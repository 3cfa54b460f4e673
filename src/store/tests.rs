//! What the store promises of files, held against every failing call, every kill and every power cut.

mod enumerate;
mod journals;
mod keeping;
#[cfg(target_os = "linux")]
mod kernel;
mod races;
mod saves;
