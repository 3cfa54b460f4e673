//! Disks with one fault of programming each, to prove that the tests see it.

use std::io;
use std::path::{Path, PathBuf};

use super::super::{Disk, Output, Stat, write_all};

/// What a careless program does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bug {
    /// Nothing: the disk as it is.
    None,
    /// It does not sync files.
    NoFileSync,
    /// It does not sync folders.
    NoFolderSync,
    /// It writes into the old file instead of giving a new one its place.
    InPlace,
    /// It takes a write that failed for one that went well.
    IgnoredError,
    /// It syncs a file again whose sync has failed.
    SyncedAgain,
}

impl Bug {
    pub const ALL: [Self; 5] =
        [Self::NoFileSync, Self::NoFolderSync, Self::InPlace, Self::IgnoredError, Self::SyncedAgain];
}

/// A disk that a careless program uses.
#[derive(Debug)]
pub struct Careless<D> {
    pub disk: D,
    pub bug: Bug,
}

#[derive(Debug)]
struct CarelessOutput {
    file: Box<dyn Output>,
    bug: Bug,
}

impl<D: Disk> Careless<D> {
    fn output(&self, file: Box<dyn Output>) -> Box<dyn Output> {
        Box::new(CarelessOutput { file, bug: self.bug })
    }

    fn write_over(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.disk.append(path)?;
        file.truncate(0)?;
        write_all(file.as_mut(), bytes)?;
        file.sync()
    }

    fn over(&self, from: &Path, to: &Path) -> io::Result<()> {
        let bytes = self.disk.read(from)?;
        self.write_over(to, &bytes)?;
        self.disk.remove(from)
    }
}

impl<D: Disk> Disk for Careless<D> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.disk.read(path)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        self.disk.stat(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.disk.resolve(path)
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        self.disk.read_link(path)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        self.disk.create(path).map(|file| self.output(file))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        self.disk.append(path).map(|file| self.output(file))
    }

    fn copy_attributes(&self, from: Option<&Path>, to: &Path) -> io::Result<()> {
        self.disk.copy_attributes(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if self.bug != Bug::InPlace {
            return self.disk.exchange(one, other);
        }
        let (new, old) = (self.disk.read(one)?, self.disk.read(other)?);
        self.write_over(other, &new)?;
        self.write_over(one, &old)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.bug == Bug::InPlace { self.over(from, to) } else { self.disk.rename_new(from, to) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.bug == Bug::InPlace { self.over(from, to) } else { self.disk.rename(from, to) }
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.disk.link(file, name)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }

    fn create_folder(&self, path: &Path, is_private: bool) -> io::Result<()> {
        self.disk.create_folder(path, is_private)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.remove_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if self.bug == Bug::NoFolderSync { Ok(()) } else { self.disk.sync_folder(path) }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.disk.list(folder)
    }
}

impl Output for CarelessOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.file.write(bytes) {
            Err(_) if self.bug == Bug::IgnoredError => Ok(bytes.len()),
            written => written,
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        match self.bug {
            Bug::NoFileSync => Ok(()),
            Bug::SyncedAgain => self.file.sync().or_else(|_| self.file.sync()),
            _ => self.file.sync(),
        }
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.file.truncate(len)
    }
}
