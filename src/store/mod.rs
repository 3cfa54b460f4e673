//! The file system: reading, durable writing, settings, the one running window, and setting up for a user.

mod dialog;
mod error;
mod file;
mod install;
mod instance;
mod sample;
mod settings;

pub use dialog::{Ask, Asked, ask, run_dialog};
pub use error::StoreError;
pub use file::{absolute, load, save};
pub use install::{install, uninstall};
pub use instance::{Instance, Launch, launch};
pub use sample::sample_case;
pub use settings::{RECENT_LIMIT, Settings, Theme};
