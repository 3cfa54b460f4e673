//! Earlier versions of documents: the files that saves have displaced, and those that a person has named.
//!
//! Each document has an index, a file of checksummed lines to which lines are only ever added; the bytes lie among the
//! blobs. A line is written before the file it speaks of is moved there, so that at any moment the bytes lie where they
//! were or where the line says, and never where nobody would look.

mod index;
mod sweep;
#[cfg(test)]
mod tests;

use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

use super::disk::{Disk, create_folders, write_all};
use super::lines::line;
use super::{Digest, Displaced, State, sweep};
use index::{Entry, Index};

pub use index::{KEPT_DAYS, KEPT_DEEP};

/// An earlier version of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// What tells it from others, though they may hold the same bytes.
    pub id: String,
    /// What it holds.
    pub digest: Digest,
    /// How many bytes that is.
    pub len: u64,
    /// When those were written, as the system said; milliseconds since 1970.
    pub written: Option<i64>,
    /// When they became an earlier version, as the clock said; milliseconds since 1970.
    pub kept: i64,
    /// How it came to be one.
    pub kind: VersionKind,
}

/// How an earlier version came to be one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionKind {
    /// A save took its place.
    Saved,
    /// A save took its place, and another program had written it.
    Foreign,
    /// A person wanted it kept, by this name.
    Checkpoint(String),
}

impl Version {
    /// When it was written; where that is not known, when it became an earlier version.
    #[must_use]
    pub fn time(&self) -> Timestamp {
        Timestamp::from_millisecond(self.written.unwrap_or(self.kept)).unwrap_or_default()
    }
}

/// The earlier versions that a user has.
#[derive(Clone, Debug)]
pub struct Versions {
    state: State,
    now: Zoned,
}

impl Versions {
    /// The earlier versions that are kept in a state folder. `now` is what the clock says; nothing but names of days
    /// and times that are shown depends on it being right.
    #[must_use]
    pub fn new(state: State, now: Zoned) -> Self {
        Self { state, now }
    }

    /// Keeps a file that had its place taken as an earlier version of the document at `path`, and takes it away from
    /// where it lies. What it holds is read anew, since another program may have gone on writing it.
    ///
    /// # Errors
    /// What the system says; the file is then where it was.
    pub fn keep_displaced(&self, disk: &dyn Disk, path: &Path, displaced: &Displaced) -> io::Result<Version> {
        let _referring = super::Blobs::referring();
        let stat = disk.stat(&displaced.aside)?;
        let digest = match &displaced.digest {
            Some(digest) => digest.clone(),
            None => Digest::of(&disk.read(&displaced.aside)?),
        };
        let kind = if displaced.is_foreign { VersionKind::Foreign } else { VersionKind::Saved };
        let written = stat.modified.and_then(|at| Timestamp::try_from(at).ok()).map(Timestamp::as_millisecond);
        let version = Version { written, ..self.version(digest, stat.len, kind) };
        let folder = self.state.document(disk, path);
        append(disk, &folder, &[Entry::Version(version.clone())])?;
        let blobs = self.state.blobs();
        match blobs.adopt(disk, &displaced.aside) {
            Ok(found) if found == version.digest => Ok(version),
            Ok(found) => self.refile(disk, &folder, &version, found),
            // It is kept, though it could not be taken away or its name is not on the medium yet.
            Err(_) if blobs.has(disk, &version.digest) => Ok(version),
            Err(error) => {
                drop(append(disk, &folder, &[Entry::Removed(vec![version.id])]));
                Err(error)
            }
        }
    }

    /// Keeps what saves of the document at `path` that were cut short have left beside it. Each becomes a version,
    /// since nobody can tell whether what it holds lies anywhere else.
    ///
    /// # Errors
    /// What the system says; what could not be kept is still where it was.
    pub fn keep_leftovers(&self, disk: &dyn Disk, path: &Path) -> io::Result<()> {
        let _referring = super::Blobs::referring();
        let blobs = self.state.blobs();
        for digest in sweep(disk, path, &blobs, self.now.timestamp().into())? {
            let len = disk.stat(&blobs.path(&digest)).map_or(0, |stat| stat.len);
            let version = self.version(digest, len, VersionKind::Saved);
            append(disk, &self.state.document(disk, path), &[Entry::Version(version)])?;
        }
        Ok(())
    }

    /// Keeps bytes as a named version of the document at `path`. It is kept until somebody removes it.
    ///
    /// # Errors
    /// What the system says; nothing is then kept.
    pub fn checkpoint(&self, disk: &dyn Disk, path: &Path, name: &str, bytes: &[u8]) -> io::Result<Version> {
        self.keep(disk, path, VersionKind::Checkpoint(name.to_owned()), bytes)
    }

    /// Keeps bytes as a version of the document at `path` that came to be one in this way.
    ///
    /// # Errors
    /// What the system says; nothing is then kept.
    pub fn keep(&self, disk: &dyn Disk, path: &Path, kind: VersionKind, bytes: &[u8]) -> io::Result<Version> {
        let _referring = super::Blobs::referring();
        let digest = Digest::of(bytes);
        self.state.blobs().keep(disk, &digest, bytes)?;
        let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let version = self.version(digest, len, kind);
        append(disk, &self.state.document(disk, path), &[Entry::Version(version.clone())])?;
        Ok(version)
    }

    /// The earlier versions of the document at `path`, the newest first. Those are left out whose bytes are not there.
    ///
    /// # Errors
    /// What the system says.
    pub fn list(&self, disk: &dyn Disk, path: &Path) -> io::Result<Vec<Version>> {
        let index = load(disk, &self.state.document(disk, path))?;
        let blobs = self.state.blobs();
        Ok(index.newest_first().filter(|version| blobs.has(disk, &version.digest)).cloned().collect())
    }

    /// The bytes of a version.
    ///
    /// # Errors
    /// Where they are not there, or are no longer what they were.
    pub fn read(&self, disk: &dyn Disk, version: &Version) -> io::Result<Vec<u8>> {
        self.state.blobs().get(disk, &version.digest)
    }

    /// Keeps a version of the document at `path` no longer.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove(&self, disk: &dyn Disk, path: &Path, version: &Version) -> io::Result<()> {
        append(disk, &self.state.document(disk, path), &[Entry::Removed(vec![version.id.clone()])])
    }

    fn version(&self, digest: Digest, len: u64, kind: VersionKind) -> Version {
        let id = format!("{:016x}", RandomState::new().hash_one(0));
        Version { id, digest, len, written: None, kept: self.now.timestamp().as_millisecond(), kind }
    }

    /// Notes that what was kept as a version turned out to hold something else, which another program wrote.
    fn refile(&self, disk: &dyn Disk, folder: &Path, version: &Version, found: Digest) -> io::Result<Version> {
        let stat = disk.stat(&self.state.blobs().path(&found)).ok();
        let len = stat.map_or(version.len, |stat| stat.len);
        let version = Version { written: version.written, ..self.version(found, len, VersionKind::Foreign) };
        append(disk, folder, &[Entry::Version(version.clone())])?;
        Ok(version)
    }
}

fn index_path(folder: &Path) -> PathBuf {
    folder.join("versions")
}

fn load(disk: &dyn Disk, folder: &Path) -> io::Result<Index> {
    match disk.read(&index_path(folder)) {
        Ok(bytes) => Ok(Index::read(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Index::default()),
        Err(error) => Err(error),
    }
}

/// Adds lines to the index of a document, and waits until they lie on the medium.
fn append(disk: &dyn Disk, folder: &Path, entries: &[Entry]) -> io::Result<()> {
    let path = index_path(folder);
    let mut bytes = Vec::new();
    for entry in entries {
        bytes.extend(line(entry)?);
    }
    create_folders(disk, folder, true)?;
    let is_new = disk.stat(&path).is_err();
    let mut file = disk.append(&path)?;
    write_all(file.as_mut(), &bytes)?;
    file.sync()?;
    if is_new { disk.sync_folder(folder) } else { Ok(()) }
}
