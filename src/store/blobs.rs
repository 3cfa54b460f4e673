//! Bytes kept under the name of their digest, for as long as something refers to them.

use std::io;
use std::path::{Path, PathBuf};

use super::Digest;
use super::disk::{Disk, create_folders, write_all};

/// A folder of blobs.
#[derive(Clone, Debug)]
pub struct Blobs {
    folder: PathBuf,
}

impl Blobs {
    /// The blobs in a folder, which is made when the first is kept.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where a blob lies.
    #[must_use]
    pub fn path(&self, digest: &Digest) -> PathBuf {
        self.folder.join(digest.as_str())
    }

    /// Keeps bytes durably. Nothing is written where they are kept already.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep(&self, disk: &dyn Disk, digest: &Digest, bytes: &[u8]) -> io::Result<()> {
        if self.has(disk, digest) {
            return Ok(());
        }
        create_folders(disk, &self.folder, true)?;
        let temporary = self.temporary(digest);
        drop(disk.remove(&temporary));
        let mut file = disk.create(&temporary)?;
        let written = write_all(file.as_mut(), bytes).and_then(|()| file.sync());
        drop(file);
        if let Err(error) = written.and_then(|()| disk.rename(&temporary, &self.path(digest))) {
            drop(disk.remove(&temporary));
            return Err(error);
        }
        disk.sync_folder(&self.folder)
    }

    /// Takes a file in, so that it lies here and no longer there: by moving it where that can be done, else by copying
    /// it.
    ///
    /// # Errors
    /// What the system says; the file is then still where it was.
    pub fn adopt(&self, disk: &dyn Disk, file: &Path) -> io::Result<Digest> {
        let bytes = disk.read(file)?;
        let digest = Digest::of(&bytes);
        if self.has(disk, &digest) {
            disk.remove(file)?;
            return Ok(digest);
        }
        create_folders(disk, &self.folder, true)?;
        if disk.rename(file, &self.path(&digest)).is_err() {
            self.keep(disk, &digest, &bytes)?;
            disk.remove(file)?;
            return Ok(digest);
        }
        disk.sync_folder(&self.folder)?;
        Ok(digest)
    }

    /// The bytes of a digest.
    ///
    /// # Errors
    /// Where they are not kept, or are no longer what they were.
    pub fn get(&self, disk: &dyn Disk, digest: &Digest) -> io::Result<Vec<u8>> {
        if !digest.is_sound() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let bytes = disk.read(&self.path(digest))?;
        if Digest::of(&bytes) == *digest { Ok(bytes) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    /// Whether the bytes of a digest are kept.
    #[must_use]
    pub fn has(&self, disk: &dyn Disk, digest: &Digest) -> bool {
        digest.is_sound() && disk.stat(&self.path(digest)).is_ok()
    }

    fn temporary(&self, digest: &Digest) -> PathBuf {
        self.folder.join(format!(".{}-{}.tmp", digest.short(), std::process::id()))
    }
}
