//! The journal of what a person does, and what it gives back after a crash, a power cut or an ordinary end.

mod aside;
mod entry;
mod keeping;
mod recovery;
mod replay;

pub use aside::{Aside, forget_aside, put_aside};
pub use entry::{Draft, Entry};
pub use keeping::{Keeping, is_at_work};
pub use recovery::{Past, Recoverable, Resumed, look, look_beside, past, recover, worked_out};

/// The name of the journal in the folder of a document.
pub(super) const JOURNAL: &str = "journal";
