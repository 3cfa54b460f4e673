//! A file system on which another program writes at the worst moment.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use crate::session::Storage;
use crate::store::disk::{Disk, Output, RealDisk, Stat};

type Meddling = Box<dyn FnOnce(&Path) + Send>;

/// A file system and what is done on it once, just before two files change places, to the one that is saved.
#[derive(Default)]
pub struct Meddler {
    meddling: Mutex<Option<Meddling>>,
    denies_attributes: AtomicBool,
}

impl std::fmt::Debug for Meddler {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Meddler")
    }
}

impl Meddler {
    /// A storage, and what meddles with it.
    pub fn storage() -> (Arc<Self>, Storage) {
        let meddler = Arc::new(Self::default());
        let storage = Storage { disk: Arc::<Self>::clone(&meddler), ..Storage::default() };
        (meddler, storage)
    }

    /// Does this at the next save.
    pub fn meddle(&self, with: impl FnOnce(&Path) + Send + 'static) {
        *self.meddling.lock().unwrap() = Some(Box::new(with));
    }
}

impl Meddler {
    /// Lets nobody give a file the attributes of another.
    pub fn deny_attributes(&self) {
        self.denies_attributes.store(true, Ordering::Relaxed);
    }
}

impl Disk for Meddler {
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if let Some(meddling) = self.meddling.lock().unwrap().take() {
            meddling(other);
        }
        RealDisk.exchange(one, other)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(path)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        RealDisk.stat(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        RealDisk.resolve(path)
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        RealDisk.read_link(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_folder(path)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        RealDisk.create(path)
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        RealDisk.append(path)
    }

    fn copy_attributes(&self, from: Option<&Path>, to: &Path) -> io::Result<()> {
        if self.denies_attributes.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        RealDisk.copy_attributes(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename_new(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        RealDisk.link(file, name)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }

    fn create_folder(&self, path: &Path, is_private: bool) -> io::Result<()> {
        RealDisk.create_folder(path, is_private)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync_folder(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.list(folder)
    }
}
