//! Files as bytes: lossless JSON, and cases and articles made of it.
//!
//! The lower half knows nothing of cases and articles. It reads what can be read and lists what
//! cannot, and it writes by splicing: only the bytes of what was edited change, whatever else stands in the file.
//!
//! * [`scan`] walks the tokens of a document without recursion and tolerates most faults;
//! * [`outline`] gives the spans of the top level, so that a list of 150,000 records need not become a tree;
//! * [`tree`] gives every node of one record with its span;
//! * [`mod@read`] turns a span into a typed record, and leaves out what does not fit instead of failing;
//! * [`style`] finds out how a file is laid out and writes values alike;
//! * [`patch`] applies the difference of two values to the bytes they came from;
//! * [`fault`] is what all of them report, with a byte offset and a JSON Pointer (RFC 6901).
//!
//! Above it stand the files of Casefile: [`read_case`], [`read_article`] and their inverses.
//!
//! No module here touches the file system. Input is JSON as of RFC 8259; nothing here panics on other input, and
//! nesting costs heap and not stack.

mod article_file;
mod audit;
mod case_file;
mod document;
mod explain;
pub mod fault;
mod layout;
mod lex;
mod matching;
pub mod outline;
pub mod patch;
mod pointer;
pub mod read;
mod record_json;
pub mod scan;
mod site;
pub mod style;
pub mod tree;
mod watch;

pub use article_file::{ARTICLE_KEYS, ArticleFile, patch_article, read_article, render_article};
pub use case_file::{CASE_KEYS, CaseFile, Changed, patch_case, read_case, render_case};
pub use document::{Base, FileKind, VERSION};
pub use fault::{Fault, FaultClass, LineIndex, MAX_FAULTS, Position, note};
pub use outline::{Member, Outline};
pub use patch::{Changes, ListChange, PatchError, SlotChange, apply, render};
pub use read::{read, read_members};
pub use record_json::to_json;
pub use scan::Kind;
pub use style::{Indent, Newline, Style, write_value};
pub use tree::{NodeId, Tree};
