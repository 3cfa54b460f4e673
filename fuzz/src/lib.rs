//! The pure layers of Casefile, compiled for fuzzing: everything between the bytes of a file and its records, and
//! nothing that touches the file system or the screen. It has the name of the program's own library, so that the
//! invariants beside it are the same source in the fuzz target and in `tests/reader.rs`.
#![allow(dead_code, unused_imports, reason = "what only other layers of the program use is not used here")]

#[path = "../../src/format/mod.rs"]
pub mod format;
#[path = "../../src/model/mod.rs"]
pub mod model;
#[path = "../../src/query/mod.rs"]
pub mod query;
#[path = "../../src/text/mod.rs"]
pub mod text;
