//! Bytes kept under the name of their digest, for as long as something refers to them.
//!
//! A displaced file is taken in as it is, not copied: another program that still has it open may go on writing, and what
//! it writes would be lost with a file that has no name. So a blob may come to hold something else than its name says;
//! [`Blobs::settle`] finds that out and gives it its right name.

mod compressed;
mod settle;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::Digest;
use super::disk::{Disk, Output, Stat, create_folders, write_all};
use super::save::{is_same, temporary_path};

pub use compressed::Compressed;
pub use settle::{HELD, Late};

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
        create_folders(disk, &self.folder, true)?;
        if self.is_sound(disk, digest)? {
            // Whoever wrote it may have been ended before its name was on the medium.
            return disk.sync_folder(&self.folder);
        }
        self.write(disk, &self.path(digest), |file| write_all(file, bytes))
    }

    /// Takes a file in, so that it lies here and no longer there: as it is where it can be given a second name, else as
    /// a copy. A name of it that cannot be removed stays.
    ///
    /// # Errors
    /// What the system says; the file is then still where it was.
    pub fn adopt(&self, disk: &dyn Disk, file: &Path) -> io::Result<Digest> {
        let seen = disk.stat(file)?;
        let bytes = disk.read(file)?;
        let digest = Digest::of(&bytes);
        create_folders(disk, &self.folder, true)?;
        let is_kept = self.is_sound(disk, &digest)?;
        let name = if is_kept { self.second_path(&digest) } else { self.path(&digest) };
        // What has other names could be written by those, and is copied.
        let is_here = seen.links == 1 && is_synced(disk, file) && is_linked(disk, &seen, file, &name);
        if is_here {
            self.confirm(disk, &name)?;
        }
        if is_kept || !is_here {
            self.keep(disk, &digest, &bytes)?;
        }
        drop(disk.remove(file));
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

    /// Whether something is kept under the name of a digest.
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

    /// Whether the bytes of a digest are kept. What lies under its name and is something else is given its own.
    fn is_sound(&self, disk: &dyn Disk, digest: &Digest) -> io::Result<bool> {
        match self.get(disk, digest) {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                match self.rename_rightly(disk, &self.path(digest)) {
                    // It is the compressed one that is damaged.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
                    renamed => renamed.map(|()| false),
                }
            }
            Err(error) => Err(error),
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
        let temporary = temporary_path(path);
        let mut file = disk.create(&temporary)?;
        let written = write(file.as_mut()).and_then(|()| file.sync());
        drop(file);
        if let Err(error) = written.and_then(|()| disk.rename(&temporary, path)) {
            drop(disk.remove(&temporary));
            return Err(error);
        }
        self.confirm(disk, path)
    }

    /// Waits until a new name lies on the medium. Where that fails it is taken back: a later sync would say that all
    /// is well, and nothing of it need be so.
    fn confirm(&self, disk: &dyn Disk, name: &Path) -> io::Result<()> {
        disk.sync_folder(&self.folder).inspect_err(|_| drop(disk.remove(name)))
    }
}

/// Gives a file a second name; whether that is now a name of the file that was seen, whatever the call said.
fn is_linked(disk: &dyn Disk, seen: &Stat, file: &Path, name: &Path) -> bool {
    let linked = disk.link(file, name);
    if disk.stat(name).is_ok_and(|there| is_same(&there, seen)) {
        return true;
    }
    if linked.is_ok() {
        // Another file has come to lie there in the meantime.
        drop(disk.remove(name));
    }
    false
}

/// Waits until what another program wrote lies on the medium; whether it does.
fn is_synced(disk: &dyn Disk, file: &Path) -> bool {
    disk.append(file).and_then(|mut file| file.sync()).is_ok()
}
