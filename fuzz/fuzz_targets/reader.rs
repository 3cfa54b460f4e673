//! Feeds any bytes to everything that reads a file, edits what was read and writes it back; see `invariants.rs`.
#![no_main]

mod invariants;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| invariants::hold(bytes));
