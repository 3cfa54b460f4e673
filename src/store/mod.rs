//! The file system: reading, durable writing, settings, the one running window and its end by a signal, dialogs of
//! the desktop, and setting up for a user.

mod access;
mod blobs;
mod dialog;
mod digest;
pub mod disk;
mod error;
mod file;
mod install;
mod instance;
mod journal;
mod lines;
mod lock;
mod sample;
mod save;
mod settings;
mod signals;
mod state;
mod streaming;
#[cfg(test)]
mod tests;
mod versions;
mod watch;
mod whereabouts;

pub use access::why_unsavable;
pub use blobs::{Blobs, Compressed, Late};
pub use dialog::{Ask, Asked, FileDialog, run_dialog};
pub use digest::Digest;
pub use error::{StoreError, reason};
pub use file::{LARGEST, absolute, load, load_stamped, save};
pub use install::{install, uninstall};
pub use instance::{Instance, Launch, launch};
pub use journal::{Journal, JournalWriter, KEPT_WITHIN, Start, entries};
pub use lock::Lock;
pub use sample::sample_case;
#[cfg(test)]
pub(crate) use save::temporary_path;
pub use save::{
    Concern, Displaced, Expected, Order, SaveError, Written, is_temporary, save_as_ordered, sweep, with_leftovers,
};
pub use settings::{RECENT_LIMIT, Settings, Theme};
pub use signals::Ending;
pub use state::State;
pub use streaming::{Line, beginning, digest_of, each_line, read_part};
pub use versions::{KEPT_DAYS, KEPT_DEEP, Version, VersionKind, Versions};
pub use watch::Watch;
pub use whereabouts::{KnownFile, Whereabouts};
