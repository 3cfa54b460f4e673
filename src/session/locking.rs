//! One window for a case: whichever opened it first may change it.

use std::path::{Path, PathBuf};

use super::document::Barrier;
use super::{Session, Storage};
use crate::store::Lock;

/// The right of this window to change a case, until the value is dropped or the process has ended, however it ended.
#[derive(Debug)]
pub struct Claim {
    folder: PathBuf,
    _lock: Lock,
}

impl Claim {
    /// The folder that stands for the case.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Who may change a case.
#[derive(Debug, Default)]
pub enum Locking {
    /// This window.
    Held(Claim),
    /// Whoever has the claim for which this folder stands; that may be this very window.
    Elsewhere(PathBuf),
    /// It cannot be told, or nobody has asked. Everybody, then.
    #[default]
    Unknown,
}

impl Storage {
    /// Asks for the right to change the case at a path, which need not be there yet.
    #[must_use]
    pub fn lock(&self, path: &Path) -> Locking {
        let Some(state) = &self.state else { return Locking::Unknown };
        let folder = state.document(self.disk.as_ref(), path);
        match Lock::take(&folder) {
            Ok(Some(lock)) => Locking::Held(Claim { folder, _lock: lock }),
            Ok(None) => Locking::Elsewhere(folder),
            Err(_) => Locking::Unknown,
        }
    }
}

impl Session {
    /// Takes the right to change the case that was just opened, as far as it is to be had. `held` is what this window
    /// had before; `reopens` tells whether the same case was open then.
    pub(super) fn take_claim(&mut self, found: Locking, held: Option<Claim>, reopens: bool) {
        match found {
            Locking::Held(claim) => self.claim = Some(claim),
            Locking::Elsewhere(folder) => {
                self.claim = held.filter(|held| held.folder == folder);
                if self.claim.is_none() {
                    self.lock_out();
                }
            }
            Locking::Unknown => self.claim = held.filter(|_| reopens),
        }
    }

    /// Another window has the case open.
    fn lock_out(&mut self) {
        if self.document.read_only.is_none() || self.document.barrier.is_some() {
            let words = "This case is open in another window. Here it can be read, not changed. Close it there and try \
                         again, or make a copy with Save as and change that.";
            self.document.read_only = Some(words.to_owned());
            self.document.barrier = Some(Barrier::OtherWindow);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::State;

    #[test]
    fn a_case_is_one_windows_until_it_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let storage = Storage { state: Some(State::at(folder.path().join("state"))), ..Storage::default() };
        let lock = |name: &str| storage.lock(&folder.path().join(name));
        let Locking::Held(first) = lock("a.case.json") else { panic!("the first gets it") };
        assert!(matches!(lock("a.case.json"), Locking::Elsewhere(folder) if folder == first.folder));
        assert!(matches!(lock("b.case.json"), Locking::Held(_)), "another case is another matter");
        drop(first);
        assert!(matches!(lock("a.case.json"), Locking::Held(_)));
        assert!(matches!(Storage::default().lock(&folder.path().join("a.case.json")), Locking::Unknown));
    }
}
