//! Bytes kept under the name of their digest, for as long as something refers to them.

mod compressed;

use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::Digest;
use super::disk::{Disk, Output, create_folders, write_all};

pub use compressed::Compressed;

/// Held to read by whoever keeps bytes and then writes down that they are referred to, and to write while bytes that
/// nothing refers to are removed.
static REFERRING: RwLock<()> = RwLock::new(());

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

    /// As long as what this returns lives, nothing is removed for want of a reference: it is held from before bytes
    /// are kept until what refers to them is written. A thread that has one must not ask for another.
    pub fn referring() -> RwLockReadGuard<'static, ()> {
        REFERRING.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn removing() -> RwLockWriteGuard<'static, ()> {
        REFERRING.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where a blob lies unless it is compressed.
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
        self.write(disk, &self.path(digest), |file| write_all(file, bytes))
    }

    /// Takes a file in, so that it lies here and no longer there: by moving it where that can be done, else by copying
    /// it. A file that has other names is copied, since it could be written through them.
    ///
    /// # Errors
    /// What the system says; the file is then still where it was.
    pub fn adopt(&self, disk: &dyn Disk, file: &Path) -> io::Result<Digest> {
        let links = disk.stat(file)?.links;
        let bytes = disk.read(file)?;
        let digest = Digest::of(&bytes);
        if self.has(disk, &digest) {
            disk.remove(file)?;
            return Ok(digest);
        }
        create_folders(disk, &self.folder, true)?;
        if links > 1 || disk.rename(file, &self.path(&digest)).is_err() {
            self.keep(disk, &digest, &bytes)?;
            disk.remove(file)?;
            return Ok(digest);
        }
        self.sync(disk)?;
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
        let found = match disk.read(&self.path(digest)) {
            Ok(bytes) if Digest::of(&bytes) == *digest => return Ok(bytes),
            Ok(_) => io::ErrorKind::InvalidData.into(),
            Err(error) => error,
        };
        match self.get_compressed(disk, digest) {
            // That there is no compressed one either says less than why the other could not be read.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(found),
            compressed => compressed,
        }
    }

    /// Whether the bytes of a digest are kept.
    #[must_use]
    pub fn has(&self, disk: &dyn Disk, digest: &Digest) -> bool {
        digest.is_sound() && (disk.stat(&self.path(digest)).is_ok() || disk.stat(&self.compressed_path(digest)).is_ok())
    }

    /// Everything that lies in the folder: blobs, compressed ones, and what a write that was cut short has left.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn files(&self, disk: &dyn Disk) -> io::Result<Vec<PathBuf>> {
        match disk.list(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            files => files,
        }
    }

    /// Writes a file durably beside its place and then puts it there.
    fn write(
        &self,
        disk: &dyn Disk,
        path: &Path,
        write: impl FnOnce(&mut dyn Output) -> io::Result<()>,
    ) -> io::Result<()> {
        create_folders(disk, &self.folder, true)?;
        let temporary = self.folder.join(format!(".{:016x}.tmp", RandomState::new().hash_one(0)));
        let mut file = disk.create(&temporary)?;
        let written = write(file.as_mut()).and_then(|()| file.sync());
        drop(file);
        if let Err(error) = written.and_then(|()| disk.rename(&temporary, path)) {
            drop(disk.remove(&temporary));
            return Err(error);
        }
        self.sync(disk)
    }

    fn sync(&self, disk: &dyn Disk) -> io::Result<()> {
        disk.sync_folder(&self.folder)
    }
}
