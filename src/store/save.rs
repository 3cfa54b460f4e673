//! Saving so that a file is wholly old or wholly new, and so that nothing another program wrote is lost.
//!
//! The new bytes go to a temporary file in the same folder, which is synced. Then the two files change places as one
//! step (renameat2(2), `RENAME_EXCHANGE`), and the folder is synced. What was displaced lies in the temporary file:
//! where it is not what was expected there, another program wrote it in the meantime, and it is still all there.

use std::io;
use std::path::{Path, PathBuf};

use super::Digest;
use super::disk::{Disk, Kind, Stat, create_folders, write_all};
use super::file::absolute;

/// How the names of temporary files begin and end.
const TEMPORARY: (&str, &str) = (".casefile-", ".tmp");

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
    let (target, old) = find(disk, order.path).map_err(SaveError::Failed)?;
    check(disk, order, &target, old)?;
    let folder = target.parent().ok_or_else(|| SaveError::Failed(io::ErrorKind::InvalidInput.into()))?;
    create_folders(disk, folder, false).map_err(SaveError::Failed)?;
    let temporary = write_temporary(disk, folder, order.bytes).map_err(SaveError::Failed)?;
    let placed = attributes(disk, order, old.is_some().then_some(target.as_path()), &temporary)
        .and_then(|()| put_in_place(disk, &temporary, &target, old.is_some()));
    let aside = match placed {
        Ok(aside) => aside,
        Err(error) => {
            // It holds nothing that is not still in the window.
            drop(disk.remove(&temporary));
            return Err(error);
        }
    };
    let synced = disk.sync_folder(folder);
    let displaced = aside.map(|aside| displaced(disk, order.expected, aside));
    let written = Written { digest: Digest::of(order.bytes), stamp: disk.stat(&target).ok(), displaced };
    match synced {
        Ok(()) => Ok(written),
        Err(source) => Err(SaveError::NotConfirmed { source, written: Box::new(written) }),
    }
}

/// Where a file really lies, and what the system says of it; `None` where there is none yet.
fn find(disk: &dyn Disk, path: &Path) -> io::Result<(PathBuf, Option<Stat>)> {
    match disk.resolve(path) {
        Ok(target) => {
            let stat = disk.stat(&target)?;
            Ok((target, Some(stat)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((absolute(path), None)),
        Err(error) => Err(error),
    }
}

/// Whether the file may be written over, as far as that can be told beforehand.
fn check(disk: &dyn Disk, order: &Order<'_>, target: &Path, old: Option<Stat>) -> Result<(), SaveError> {
    let Some(old) = old else { return Ok(()) };
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
            let found = disk.read(target).map_err(SaveError::Failed)?;
            if digests.contains(&Digest::of(&found)) { Ok(()) } else { Err(SaveError::Changed) }
        }
    }
}

/// Writes the bytes to a new file, and waits until they lie on the medium.
fn write_temporary(disk: &dyn Disk, folder: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let path = temporary_path(folder);
    let mut file = disk.create(&path)?;
    let written = write_all(file.as_mut(), bytes).and_then(|()| file.sync());
    drop(file);
    match written {
        Ok(()) => Ok(path),
        Err(error) => {
            drop(disk.remove(&path));
            Err(error)
        }
    }
}

fn temporary_path(folder: &Path) -> PathBuf {
    use std::hash::{BuildHasher, RandomState};
    let (start, end) = TEMPORARY;
    folder.join(format!("{start}{:016x}{end}", RandomState::new().hash_one(0)))
}

/// Whether a path is that of a temporary file of a save.
#[must_use]
pub fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1)
}

fn attributes(disk: &dyn Disk, order: &Order<'_>, old: Option<&Path>, temporary: &Path) -> Result<(), SaveError> {
    match disk.copy_attributes(old, temporary) {
        Ok(()) => Ok(()),
        Err(_) if order.accepted.contains(&Concern::Attributes) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(SaveError::Concern(Concern::Attributes)),
        Err(error) => Err(SaveError::Failed(error)),
    }
}

/// Gives the new file its name; returns where the old one lies then.
fn put_in_place(
    disk: &dyn Disk,
    temporary: &Path,
    target: &Path,
    is_there: bool,
) -> Result<Option<PathBuf>, SaveError> {
    if is_there {
        return replace(disk, temporary, target).map(Some).map_err(SaveError::Failed);
    }
    let moved = match disk.rename_new(temporary, target) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            disk.link(temporary, target).and_then(|()| disk.remove(temporary))
        }
        moved => moved,
    };
    match moved {
        Ok(()) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(SaveError::Changed),
        Err(error) => Err(SaveError::Failed(error)),
    }
}

/// Where two files cannot change places, the old one is given a second name first (or is copied where files have one
/// name only). What another program writes between those two steps could be lost; there is no way to tell.
fn replace(disk: &dyn Disk, temporary: &Path, target: &Path) -> io::Result<PathBuf> {
    match disk.exchange(temporary, target) {
        Ok(()) => return Ok(temporary.to_owned()),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(error) => return Err(error),
    }
    let folder = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let aside = temporary_path(folder);
    match disk.link(target, &aside) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(error),
        Err(_) => return replace_after_copy(disk, temporary, target),
    }
    match disk.rename(temporary, target) {
        Ok(()) => Ok(aside),
        Err(error) => {
            drop(disk.remove(&aside));
            Err(error)
        }
    }
}

fn replace_after_copy(disk: &dyn Disk, temporary: &Path, target: &Path) -> io::Result<PathBuf> {
    let folder = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let aside = write_temporary(disk, folder, &disk.read(target)?)?;
    match disk.rename(temporary, target) {
        Ok(()) => Ok(aside),
        Err(error) => {
            drop(disk.remove(&aside));
            Err(error)
        }
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
