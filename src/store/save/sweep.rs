//! What saves that were cut short have left beside a file.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::super::disk::{Disk, Kind, Stat};
use super::super::{Blobs, Digest};
use super::find::find;
use super::temporary::{Moment, is_same, is_temporary_of};

/// A save takes less. One that is under way, perhaps on another machine, is left alone.
const UNDER_WAY: Duration = Duration::from_mins(10);

/// Those of several files in one folder beside which interrupted saves have left something.
///
/// # Errors
/// Where the folder cannot be looked at.
pub fn with_leftovers<'a>(disk: &dyn Disk, folder: &Path, files: &'a [PathBuf]) -> io::Result<Vec<&'a PathBuf>> {
    let left: Vec<PathBuf> =
        disk.list(folder)?.into_iter().filter(|path| Moment::of_temporary(path).is_some()).collect();
    Ok(files.iter().filter(|file| left.iter().any(|left| is_temporary_of(left, file))).collect())
}

/// Takes what interrupted saves of a file have left beside it into the blobs: an old file that was displaced and not yet
/// kept, or a new one that did not come into its place. Bytes that lie nowhere else are never removed. Returns what was
/// taken in; what cannot be taken stays for the next time.
///
/// # Errors
/// Where the file's folder cannot be looked at.
pub fn sweep(disk: &dyn Disk, path: &Path, blobs: &Blobs, now: SystemTime) -> io::Result<Vec<Digest>> {
    let found = find(disk, path)?;
    let Some(folder) = found.target.parent() else { return Ok(Vec::new()) };
    let mut taken = Vec::new();
    for left in disk.list(folder)? {
        let is_over = Moment::of_temporary(&left).is_some_and(|moment| moment.age(now) > UNDER_WAY);
        if is_over && is_temporary_of(&left, &found.target) {
            taken.extend(take(disk, &left, found.old.as_ref(), blobs));
        }
    }
    Ok(taken)
}

fn take(disk: &dyn Disk, left: &Path, target: Option<&Stat>, blobs: &Blobs) -> Option<Digest> {
    let stat = disk.stat(left).ok().filter(|stat| stat.kind == Kind::File)?;
    if stat.len == 0 || target.is_some_and(|target| is_same(target, &stat) && target.links > 1) {
        drop(disk.remove(left));
        return None;
    }
    blobs.adopt(disk, left).ok()
}
