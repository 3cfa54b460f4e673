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
    is_state_full: Arc<AtomicBool>,
}

/// A file of the state, on which there may be no space left.
#[derive(Debug)]
struct OfState(Box<dyn Output>, Arc<AtomicBool>);

impl Output for OfState {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.1.load(Ordering::Relaxed) { Err(io::ErrorKind::StorageFull.into()) } else { self.0.write(bytes) }
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync()
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.0.truncate(len)
    }
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

impl Meddler {
    /// Has no space left for the journal from now on.
    pub fn fill_state(&self) {
        self.is_state_full.store(true, Ordering::Relaxed);
    }

    fn output(&self, path: &Path, output: Box<dyn Output>) -> Box<dyn Output> {
        let is_of_state = path.iter().any(|step| step == "state");
        if is_of_state { Box::new(OfState(output, Arc::clone(&self.is_state_full))) } else { output }
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
        Ok(self.output(path, RealDisk.create(path)?))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        Ok(self.output(path, RealDisk.append(path)?))
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
