//! What can go wrong with files, in sentences.

use std::io;
use std::path::PathBuf;

/// A failed operation on the file system. The sentence says what happened, what was kept and what to do; the path
/// comes last.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A file could not be read.
    #[error("The file could not be read: {}. Nothing was changed. Check that it exists and that you may read it: {}", reason(.source), .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// What was to be read is not a file.
    #[error("This is a {what}, not a file. Nothing was changed. {}: {}", instead(.what), .path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// A file is larger than [`super::LARGEST`].
    #[error("The file holds more than {} MB, the most that Casefile opens. Nothing was changed. Take a part of it, or choose another file: {}", super::LARGEST >> 20, .path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// A file changed each time it was read.
    #[error("The file is being written by another program, so it could not be read as a whole. Nothing was changed. Open it again once that program is done: {}", .path.display())]
    Changing {
        /// The file.
        path: PathBuf,
    },
    /// A file could not be written.
    #[error("The file could not be saved: {}. The old file is untouched and your work is still open. Free some space, or choose another place with Save as: {}", reason(.source), .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Setting up for a user failed.
    #[error("Setting up Casefile for this user failed: {}. What had been done before is kept; try again after correcting the cause: {}", reason(.source), .path.display())]
    Install {
        /// The file that could not be written or removed.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder of the user is not known.
    #[error("The home folder of this user is not known, so nothing was set up. Set HOME and try again")]
    NoHome,
}

/// What to choose instead of something that is no file.
fn instead(what: &str) -> &'static str {
    if what == "folder" { "Choose a file inside it or another one" } else { "Choose a file" }
}

/// The system's reason in few plain words.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "permission was denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        io::ErrorKind::QuotaExceeded => "your share of the disk is used up".to_owned(),
        io::ErrorKind::FileTooLarge => "it is too large for the disk".to_owned(),
        io::ErrorKind::NotADirectory => "what should be its folder is a file".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
