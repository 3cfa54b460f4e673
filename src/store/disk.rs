//! The calls to the system that files are kept with: one small trait, so that each of them can be made to fail.

mod attributes;
#[cfg(test)]
pub(crate) mod double;
mod real;

use std::fmt::Debug;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use real::RealDisk;

/// What the system says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// What lies there.
    pub kind: Kind,
    /// Its length in bytes.
    pub len: u64,
    /// When it was last written.
    pub modified: Option<SystemTime>,
    /// How many names it has.
    pub links: u64,
    /// Which file of the system it is: its device and its number there; zeros where the system has no such thing.
    pub identity: (u64, u64),
    /// Whether its mode lets nobody write it.
    pub is_read_only: bool,
}

/// What lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a socket or a device.
    Other,
}

/// An open file that bytes are written to.
pub trait Output: Send + Debug {
    /// Writes some of the bytes; returns how many.
    ///
    /// # Errors
    /// What the system says.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Waits until everything written lies on the medium.
    ///
    /// # Errors
    /// What the system says. The same file must then never be synced again: what failed counts as written from then
    /// on, and a second call would say so.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts the file off at a length.
    ///
    /// # Errors
    /// What the system says.
    fn truncate(&mut self, len: u64) -> io::Result<()>;
}

/// The calls, each of which may fail. Nothing here waits for the medium but the two that say so.
pub trait Disk: Send + Sync + Debug {
    /// The whole file.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// What lies at a path, behind symbolic links.
    ///
    /// # Errors
    /// What the system says.
    fn stat(&self, path: &Path) -> io::Result<Stat>;

    /// The path without symbolic links.
    ///
    /// # Errors
    /// Where nothing lies there, or what else the system says.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Where a symbolic link leads, as it is written there.
    ///
    /// # Errors
    /// Where nothing lies there ([`io::ErrorKind::NotFound`]), what lies there is no symbolic link
    /// ([`io::ErrorKind::InvalidInput`]), or what else the system says.
    fn read_link(&self, path: &Path) -> io::Result<PathBuf>;

    /// Makes a new file that only its owner may read.
    ///
    /// # Errors
    /// Where one lies there already, or what else the system says.
    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>>;

    /// Opens a file to add to its end; makes one that only its owner may read where there is none.
    ///
    /// # Errors
    /// What the system says.
    fn append(&self, path: &Path) -> io::Result<Box<dyn Output>>;

    /// Gives a file the mode, owner, group, extended attributes and access list of another; where `from` is `None`,
    /// the mode a new document has.
    ///
    /// # Errors
    /// Where something of it cannot be given.
    fn copy_attributes(&self, from: Option<&Path>, to: &Path) -> io::Result<()>;

    /// Has two files change places, as one step.
    ///
    /// # Errors
    /// Where the file system knows no such step ([`io::ErrorKind::Unsupported`]), or what else the system says.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Moves a file to a path where nothing lies, as one step.
    ///
    /// # Errors
    /// Where something lies there ([`io::ErrorKind::AlreadyExists`]), the file system knows no such step
    /// ([`io::ErrorKind::Unsupported`]), or what else the system says.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Moves a file, in place of what lies there.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives a file one more name.
    ///
    /// # Errors
    /// Where something lies there, or what else the system says.
    fn link(&self, file: &Path, name: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder, only for its owner where `is_private`.
    ///
    /// # Errors
    /// Where something lies there, or what else the system says.
    fn create_folder(&self, path: &Path, is_private: bool) -> io::Result<()>;

    /// Removes a folder in which nothing lies.
    ///
    /// # Errors
    /// What the system says.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;

    /// Waits until the names in a folder lie on the medium.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// What lies in a folder.
    ///
    /// # Errors
    /// What the system says.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
}

/// Writes all of the bytes.
///
/// # Errors
/// What the system says; part of them may then be written.
pub fn write_all(file: &mut dyn Output, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.write(bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Makes a folder and those around it, and waits until their names lie on the medium. A folder whose name could not be
/// synced is removed again: the next attempt would take it for one that is there.
///
/// # Errors
/// What the system says.
pub fn create_folders(disk: &dyn Disk, folder: &Path, is_private: bool) -> io::Result<()> {
    match disk.stat(folder) {
        Ok(stat) if stat.kind == Kind::Folder => return Ok(()),
        Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let Some(parent) = folder.parent() else { return Err(io::ErrorKind::NotFound.into()) };
    create_folders(disk, parent, is_private)?;
    match disk.create_folder(folder, is_private) {
        // Somebody else was faster.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => disk.sync_folder(parent),
        Err(error) => Err(error),
        Ok(()) => disk.sync_folder(parent).inspect_err(|_| drop(disk.remove_folder(folder))),
    }
}
