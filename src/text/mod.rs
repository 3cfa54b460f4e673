//! Plain text and places in it: nothing here knows records, files or the screen.
//!
//! Two kinds of offset are used. *Bytes* address a `&str` in memory; *characters* are Unicode
//! scalar values, which is what the files hold, since every language counts those alike.
//! [`indexed::IndexedText`] turns one into the other quickly in long texts.
//!
//! - [`indexed`]: a text with its character-to-byte index;
//! - [`paragraphs`]: the pieces a text is laid out in;
//! - [`anchor`]: remembering a place by its words and finding it again after the text changed;
//! - [`runs`]: overlapping highlights flattened into what is painted;
//! - [`edges`]: moving the ends of a stretch;
//! - [`steps`]: where the caret goes next, by character, word, sentence and paragraph;
//! - [`find`]: searching, and comparing texts whatever their typography;
//! - [`occurrences`]: every place where a text has one of several names;
//! - [`direction`]: right-to-left text and marks that cannot be seen.
//!
//! Every function takes any text and any offset: an offset inside a character is rounded down,
//! one past the end means the end, and every offset returned lies on a boundary of the text.

pub mod anchor;
pub mod direction;
pub mod edges;
pub mod find;
pub mod indexed;
pub mod occurrences;
pub mod paragraphs;
pub mod runs;
pub mod steps;

mod breaks;
