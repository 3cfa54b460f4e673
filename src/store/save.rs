//! Saving so that a file is wholly old or wholly new, and so that nothing another program wrote is lost.
//!
//! The new bytes go to a temporary file in the same folder, which is synced. Then the two files change places as one
//! step (renameat2(2), `RENAME_EXCHANGE`), and the folder is synced. What was displaced lies in the temporary file:
//! where it is not what was expected there, another program wrote it in the meantime, and it is still all there.

mod find;
mod place;
mod sweep;
mod temporary;

use std::io;
use std::path::{Path, PathBuf};

use super::Digest;
use super::disk::{Disk, Kind, Stat, create_folders};
use find::{Found, find};
pub use sweep::{sweep, with_leftovers};
use temporary::Temporary;
pub use temporary::{Moment, is_same, is_temporary, temporary_path};

/// What is thought to lie where a file is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing. What lies there is somebody else's.
    Nothing,
    /// One of these: what was read, what was written, or what a save that failed may have left.
    Known {
        /// What may lie there.
        digests: Vec<Digest>,
        /// What the system said of the file when that was known; where it still says so, nothing is read again.
        stamp: Option<Stat>,
    },
    /// Whatever: a person has been asked.
    Anything,
}

/// What is to be written.
#[derive(Debug)]
pub struct Order<'a> {
    /// Where.
    pub path: &'a Path,
    /// What.
    pub bytes: &'a [u8],
    /// What is thought to lie there.
    pub expected: &'a Expected,
    /// What a person has agreed to lose.
    pub accepted: &'a [Concern],
}

/// What a file loses by being replaced, and what a person is therefore asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concern {
    /// It has other names (hard links), which will go on having the old text.
    OtherNames,
    /// Its owner, mode or attributes cannot be given to the new file.
    Attributes,
}

/// A file that had its place taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Displaced {
    /// Where it lies now, beside the file.
    pub aside: PathBuf,
    /// What it is; `None` where it could not be read.
    pub digest: Option<Digest>,
    /// Whether another program had written it.
    pub is_foreign: bool,
}

/// A save that went well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What lies there now.
    pub digest: Digest,
    /// What the system says of it.
    pub stamp: Option<Stat>,
    /// What lay there before.
    pub displaced: Option<Displaced>,
}

/// Why nothing was saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Another program has written the file, or made one where there was none. It was not touched.
    #[error("another program has changed the file")]
    Changed,
    /// The file would lose something.
    #[error("the file would lose something")]
    Concern(Concern),
    /// What lies there is no file.
    #[error("what lies there is no file")]
    NotAFile,
    /// A call failed. The old file is in its place.
    #[error(transparent)]
    Failed(io::Error),
    /// The new file is in its place, but the medium did not confirm it.
    #[error("the disk did not confirm the new file: {source}")]
    NotConfirmed {
        /// What the system says.
        source: io::Error,
        /// What was written.
        written: Box<Written>,
    },
}

/// Writes a file durably.
///
/// # Errors
/// Where any call fails, another program has changed the file, or it would lose what nobody agreed to.
pub fn save_as_ordered(disk: &dyn Disk, order: &Order<'_>) -> Result<Written, SaveError> {
    let found = find(disk, order.path).map_err(SaveError::Failed)?;
    check(disk, order, &found)?;
    let Found { target, old, .. } = &found;
    let folder = target.parent().ok_or_else(|| SaveError::Failed(io::ErrorKind::InvalidInput.into()))?;
    // The folder of a file that was read may be missing because its drive is; that place is not to be imitated.
    if found.is_direct && !matches!(order.expected, Expected::Known { .. }) {
        create_folders(disk, folder, false).map_err(SaveError::Failed)?;
    }
    let model = old.is_some().then_some(target.as_path());
    let new = Temporary::write(disk, target, order.bytes, |path| attributes(disk, order, model, path))?;
    let placed = match old {
        Some(_) => place::over(disk, &new, target),
        None => place::new(disk, &new, target).map(|()| None),
    };
    let aside = match placed {
        Ok(aside) => aside,
        Err(error) => {
            new.discard(disk);
            return Err(error);
        }
    };
    let synced = disk.sync_folder(folder);
    let displaced = aside.map(|aside| displaced(disk, order.expected, aside));
    let written = Written { digest: Digest::of(order.bytes), stamp: Some(new.stamp), displaced };
    match synced {
        Ok(()) => Ok(written),
        Err(source) => Err(SaveError::NotConfirmed { source, written: Box::new(written) }),
    }
}

/// Whether the file may be written over, as far as that can be told beforehand.
fn check(disk: &dyn Disk, order: &Order<'_>, found: &Found) -> Result<(), SaveError> {
    let Some(old) = found.old else { return Ok(()) };
    if old.kind != Kind::File {
        return Err(SaveError::NotAFile);
    }
    if old.is_read_only {
        return Err(SaveError::Failed(io::ErrorKind::PermissionDenied.into()));
    }
    if old.links > 1 && !order.accepted.contains(&Concern::OtherNames) {
        return Err(SaveError::Concern(Concern::OtherNames));
    }
    match order.expected {
        Expected::Anything => Ok(()),
        Expected::Nothing => Err(SaveError::Changed),
        Expected::Known { stamp, .. } if *stamp == Some(old) => Ok(()),
        Expected::Known { digests, .. } => {
            match disk.read(&found.target) {
                Ok(bytes) if digests.contains(&Digest::of(&bytes)) => Ok(()),
                Ok(_) => Err(SaveError::Changed),
                // It is gone meanwhile.
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                Err(error) => Err(SaveError::Failed(error)),
            }
        }
    }
}

fn attributes(disk: &dyn Disk, order: &Order<'_>, old: Option<&Path>, new: &Path) -> Result<(), SaveError> {
    match disk.copy_attributes(old, new) {
        // The old file is gone meanwhile.
        Err(error) if error.kind() == io::ErrorKind::NotFound && old.is_some() => attributes(disk, order, None, new),
        Err(_) if order.accepted.contains(&Concern::Attributes) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(SaveError::Concern(Concern::Attributes)),
        given => given.map_err(SaveError::Failed),
    }
}

fn displaced(disk: &dyn Disk, expected: &Expected, aside: PathBuf) -> Displaced {
    let digest = disk.read(&aside).ok().map(|bytes| Digest::of(&bytes));
    let is_foreign = match expected {
        Expected::Anything => false,
        Expected::Nothing => true,
        Expected::Known { digests, .. } => digest.as_ref().is_none_or(|digest| !digests.contains(digest)),
    };
    Displaced { aside, digest, is_foreign }
}
