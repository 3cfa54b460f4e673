//! Blobs that another program went on writing after they were taken in.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::super::Digest;
use super::super::disk::Disk;
use super::super::save::{Moment, is_temporary};
use super::{Blobs, is_synced};

/// How long a file of which there is another blob already is held for a program that may still write it, and how long
/// a write to a new blob may take at most.
pub const HELD: Duration = Duration::from_hours(24);

/// What stands between the digest and the moment in the name of a file of which there is another blob.
const SECOND: char = '+';

/// A file that was written after it had been displaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// What it was when it was taken in.
    pub was: Digest,
    /// What it is now, and is kept as.
    pub is: Digest,
}

impl Blobs {
    /// Looks at every blob and gives the right name to what was written after it was taken in. Returns what was found,
    /// to be offered as a version that another program wrote. Removes what is here twice and was left alone for a day,
    /// and what is left of writes that were cut short. Reads every blob whole: work for a thread of its own.
    ///
    /// # Errors
    /// Where the folder cannot be looked at. What cannot be settled stays for the next time.
    pub fn settle(&self, disk: &dyn Disk, now: SystemTime) -> io::Result<Vec<Late>> {
        match disk.list(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error),
            Ok(paths) => Ok(paths.iter().filter_map(|path| self.settle_one(disk, path, now).ok().flatten()).collect()),
        }
    }

    fn settle_one(&self, disk: &dyn Disk, path: &Path, now: SystemTime) -> io::Result<Option<Late>> {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if is_temporary(path) {
            // What is written here is still where it came from, until it has its name.
            let is_old = Moment::of_temporary(path).is_some_and(|moment| moment.age(now) > HELD);
            return if is_old { disk.remove(path).map(|()| None) } else { Ok(None) };
        }
        let (digits, second) =
            name.split_once(SECOND).map_or((name, None), |(digits, rest)| (digits, Moment::read(rest)));
        let Some(was) = Digest::parse(digits) else { return Ok(None) };
        let is = Digest::of(&disk.read(path)?);
        if is != was {
            self.rename_rightly(disk, path)?;
            return Ok(Some(Late { was, is }));
        }
        if second.is_some_and(|moment| moment.age(now) > HELD) && self.get(disk, &was).is_ok() {
            disk.remove(path)?;
        }
        Ok(None)
    }

    /// Where a file is put of whose bytes there is another blob.
    pub(super) fn second_path(&self, digest: &Digest) -> PathBuf {
        self.folder.join(format!("{digest}{SECOND}{}", Moment::now()))
    }

    /// Gives a file here the name of what it is now.
    pub(super) fn rename_rightly(&self, disk: &dyn Disk, path: &Path) -> io::Result<()> {
        is_synced(disk, path);
        let digest = Digest::of(&disk.read(path)?);
        let name = if self.has(disk, &digest) { self.second_path(&digest) } else { self.path(&digest) };
        disk.rename(path, &name)?;
        disk.sync_folder(&self.folder)
    }
}
