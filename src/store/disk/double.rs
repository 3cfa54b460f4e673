//! A disk in memory that keeps what a program sees apart from what would outlive a power cut, and fails as told.
//!
//! A file has bytes, and what of them was synced. A folder has names, and what of them was synced. A sync that fails
//! drops what was waiting: the next one says that all is well, though nothing of it lies on the medium.

mod calls;
mod cuts;
mod fault;
pub mod seeded;
mod state;
mod tests;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use calls::Call;
pub use fault::{Errno, Fault};
pub use state::Attributes;
use state::{File, Node, State};

/// What is done at a call, before it.
pub type Hook = Arc<dyn Fn(&Double) + Send + Sync>;

/// A disk in memory. Clones are the same disk.
#[derive(Clone, Debug)]
pub struct Double {
    state: Arc<Mutex<State>>,
}

/// A step that the file system does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    Exchange,
    RenameNew,
    Link,
}

impl Double {
    /// A disk with these files, and the folders around them; all of it durable.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let double = Self { state: Arc::new(Mutex::new(State::default())) };
        for (path, bytes) in files {
            double.set(Path::new(path), bytes);
        }
        double.settle();
        double
    }

    /// The same disk, on which a step is unknown.
    #[must_use]
    pub fn without(self, lack: Lack) -> Self {
        self.lock().lacks.push(lack);
        self
    }

    /// The same disk with a folder on it.
    #[must_use]
    pub fn and_folder(self, path: &str) -> Self {
        self.lock().folders(Path::new(path));
        self.settle();
        self
    }

    /// The same disk with a symbolic link on it.
    #[must_use]
    pub fn and_symlink(self, path: &str, target: &str) -> Self {
        self.lock().insert(Path::new(path), Node::Link(PathBuf::from(target)));
        self.settle();
        self
    }

    /// The same disk with one more name of a file on it.
    #[must_use]
    pub fn and_hard_link(self, path: &str, file: &str) -> Self {
        {
            let mut state = self.lock();
            let id = state.id(Path::new(file)).expect("the file should be there");
            let (folder, name) = state.place(Path::new(path)).expect("the folder should be there");
            state.set_name(folder, &name, Some(id));
        }
        self.settle();
        self
    }

    /// The same disk, where a file has these attributes.
    #[must_use]
    pub fn and_attributes(self, path: &str, attributes: Attributes) -> Self {
        {
            let mut state = self.lock();
            let id = state.id(Path::new(path)).expect("the file should be there");
            state.file_mut(id).expect("it should be a file").attributes = attributes;
        }
        self.settle();
        self
    }

    /// Has calls fail, each counted from 0.
    pub fn plan(&self, faults: &[(usize, Fault)]) {
        self.lock().plan = faults.to_vec();
    }

    /// Has another program do something before a call.
    pub fn intrude(&self, call: usize, hook: Hook) {
        self.lock().hook = Some((call, hook));
    }

    /// Every call so far.
    pub fn log(&self) -> Vec<Call> {
        self.lock().log.clone()
    }

    /// The names of the calls that failed as planned.
    pub fn failed(&self) -> Vec<&'static str> {
        self.lock().failed.clone()
    }

    /// Whether the program was killed.
    pub fn is_killed(&self) -> bool {
        self.lock().is_killed
    }

    /// The disk as the next start of the program finds it: what was killed is over, and nothing fails any more.
    #[must_use]
    pub fn after_kill(&self) -> Self {
        let mut state = self.lock().clone();
        state.begin_anew();
        Self { state: Arc::new(Mutex::new(state)) }
    }

    /// Another program writes a file in place: the same file gets other bytes, not yet durable.
    pub fn write_in_place(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.lock();
        let id = state.id(path).expect("the file should be there");
        state.write_over(id, bytes);
    }

    /// Another program puts a file there, durably: a new one, in place of what there was.
    pub fn set(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.lock();
        if let Some(parent) = path.parent() {
            state.folders(parent);
        }
        state.insert(path, Node::File(File::durable(bytes)));
    }

    /// Another program removes a file.
    pub fn take_away(&self, path: &Path) {
        let mut state = self.lock();
        let (folder, name) = state.place(path).expect("the folder should be there");
        state.set_name(folder, &name, None);
    }

    /// The bytes a program sees at a path; `None` where there is no file.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let state = self.lock();
        let id = state.id(Path::new(path)).ok()?;
        state.file(id).ok().map(|file| file.bytes.clone())
    }

    /// The attributes of a file.
    pub fn attributes(&self, path: &str) -> Option<Attributes> {
        let state = self.lock();
        let id = state.id(Path::new(path)).ok()?;
        state.file(id).ok().map(|file| file.attributes.clone())
    }

    /// Whether a symbolic link lies at a path.
    pub fn is_symlink(&self, path: &str) -> bool {
        self.tree().get(Path::new(path)).is_some_and(|what| what.starts_with("link "))
    }

    /// Everything on the disk, as a program sees it: each path and what lies there, in words.
    pub fn tree(&self) -> BTreeMap<PathBuf, String> {
        self.lock().tree()
    }

    /// Every file that a program sees, and its bytes.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        self.lock().files()
    }

    /// Whether these bytes are those of some file.
    pub fn holds(&self, bytes: &[u8]) -> bool {
        self.files().iter().any(|(_, there)| there == bytes)
    }

    /// Makes everything durable.
    pub fn settle(&self) {
        self.lock().settle();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a killed program would get to hear, if it could still hear.
fn killed() -> io::Error {
    io::Error::other("the program was killed")
}
