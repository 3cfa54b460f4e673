//! Giving a new file its place. A call that reports a failure may have done its work all the same (a server's answer can
//! be lost), so after a failure it is looked where the new file lies.

use std::io;
use std::path::{Path, PathBuf};

use super::super::disk::Disk;
use super::SaveError;
use super::temporary::{Temporary, is_same, temporary_path};

/// What a call came to: done where the new file lies at the target.
fn settled(disk: &dyn Disk, new: &Temporary, target: &Path, called: io::Result<()>) -> io::Result<()> {
    match called {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Err(error),
        Err(_) if new.lies_at(disk, target).unwrap_or(false) => Ok(()),
        called => called,
    }
}

/// Puts the new file where nothing lies.
///
/// # Errors
/// Where something lies there, or a call fails.
pub fn new(disk: &dyn Disk, new: &Temporary, target: &Path) -> Result<(), SaveError> {
    let placed = match settled(disk, new, target, disk.rename_new(&new.path, target)) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => new_by_link(disk, new, target),
        placed => placed,
    };
    match placed {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(SaveError::Changed),
        placed => placed.map_err(SaveError::Failed),
    }
}

fn new_by_link(disk: &dyn Disk, new: &Temporary, target: &Path) -> io::Result<()> {
    match settled(disk, new, target, disk.link(&new.path, target)) {
        Ok(()) => {
            // The file has its place; a second name that stays is taken away by the next sweep.
            drop(disk.remove(&new.path));
            Ok(())
        }
        // Linux says that something is not permitted where files have one name only.
        Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied) => {
            new_by_rename(disk, new, target)
        }
        Err(error) => Err(error),
    }
}

/// A file that another program makes at the very moment between these two calls is lost; this file system has no call
/// that would not do so.
fn new_by_rename(disk: &dyn Disk, new: &Temporary, target: &Path) -> io::Result<()> {
    match disk.stat(target) {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            settled(disk, new, target, disk.rename(&new.path, target))
        }
        Err(error) => Err(error),
    }
}

/// Puts the new file in the place of the old one; returns where the old one lies then, or `None` where it was gone.
///
/// # Errors
/// Where a call fails.
pub fn over(disk: &dyn Disk, file: &Temporary, target: &Path) -> Result<Option<PathBuf>, SaveError> {
    let placed = match settled(disk, file, target, disk.exchange(&file.path, target)) {
        Ok(()) => Ok(file.path.clone()),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => over_by_link(disk, file, target),
        Err(error) => Err(SaveError::Failed(error)),
    };
    match placed {
        // Another program has removed the old file, or moved it elsewhere.
        Err(SaveError::Failed(error)) if error.kind() == io::ErrorKind::NotFound => {
            new(disk, file, target).map(|()| None)
        }
        placed => placed.map(Some),
    }
}

/// Where two files cannot change places, the old one is given a second name first (or is copied where files have one
/// name only). A file that another program puts in its place between those two steps is lost; there is no way to tell.
fn over_by_link(disk: &dyn Disk, new: &Temporary, target: &Path) -> Result<PathBuf, SaveError> {
    let aside = temporary_path(target);
    match disk.link(target, &aside) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(SaveError::Failed(error)),
        Err(_) if disk.stat(&aside).is_ok() => {}
        Err(_) => return over_after_copy(disk, new, target),
    }
    let renamed = settled(disk, new, target, disk.rename(&new.path, target));
    if renamed.is_err()
        && let (Ok(there), Ok(second)) = (disk.stat(target), disk.stat(&aside))
        && is_same(&there, &second)
    {
        drop(disk.remove(&aside));
    }
    renamed.map(|()| aside).map_err(SaveError::Failed)
}

fn over_after_copy(disk: &dyn Disk, new: &Temporary, target: &Path) -> Result<PathBuf, SaveError> {
    let before = disk.stat(target).map_err(SaveError::Failed)?;
    let bytes = disk.read(target).map_err(SaveError::Failed)?;
    let copy = Temporary::write(disk, target, &bytes, |_| Ok(()))?;
    let unchanged = match disk.stat(target) {
        Ok(now) if now == before => Ok(()),
        Ok(_) => Err(SaveError::Changed),
        Err(error) => Err(SaveError::Failed(error)),
    };
    if let Err(error) = unchanged {
        copy.discard(disk);
        return Err(error);
    }
    let renamed = settled(disk, new, target, disk.rename(&new.path, target));
    if renamed.is_err() && !new.lies_at(disk, target).unwrap_or(true) && disk.stat(target).is_ok() {
        copy.discard(disk);
    }
    renamed.map(|()| copy.path).map_err(SaveError::Failed)
}
