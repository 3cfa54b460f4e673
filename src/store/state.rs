//! Where the program keeps what must outlive it, apart from the documents themselves: journals, earlier versions and
//! the bytes both refer to. Like the documents, none of it ever leaves the machine.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::file::absolute;
use super::{Blobs, Digest};

/// The folder in which the state of this user is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    folder: PathBuf,
}

impl State {
    /// The state of this user; `None` where there is no home folder.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        Some(Self::at(dirs::state_dir().or_else(dirs::data_local_dir)?.join("casefile")))
    }

    /// State that is kept in a folder, which need not be there yet.
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder of one document: what is kept of it lies there, whichever of its paths it was opened by.
    #[must_use]
    pub fn document(&self, disk: &dyn Disk, path: &Path) -> PathBuf {
        let resolved = resolve(disk, &absolute(path));
        self.documents().join(Digest::of(resolved.as_os_str().as_encoded_bytes()).short())
    }

    /// The folder that holds one for each document.
    #[must_use]
    pub fn documents(&self) -> PathBuf {
        self.folder.join("documents")
    }

    /// Where it is noted which of the bytes nothing referred to when that was last looked at.
    #[must_use]
    pub fn unreferred(&self) -> PathBuf {
        self.folder.join("unreferred")
    }

    /// Where it is remembered where the files lie from which articles joined cases.
    #[must_use]
    pub fn whereabouts(&self) -> PathBuf {
        self.folder.join("whereabouts.json")
    }

    /// The bytes that are kept.
    #[must_use]
    pub fn blobs(&self) -> Blobs {
        Blobs::new(self.folder.join("blobs"))
    }
}

/// A path without symbolic links. Of a file that is not there, or no longer, that is what its folder is without them,
/// so that it is the same before a file is first saved and after.
fn resolve(disk: &dyn Disk, path: &Path) -> PathBuf {
    if let Ok(resolved) = disk.resolve(path) {
        return resolved;
    }
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => resolve(disk, folder).join(name),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn a_document_has_one_folder_before_it_is_there_and_after() {
        let folder = tempfile::tempdir().unwrap();
        let (state, file) = (State::at(folder.path().join("state")), folder.path().join("deep/a.case.json"));
        let before = state.document(&RealDisk, &file);
        crate::store::save(&file, b"{}").unwrap();
        assert_eq!(state.document(&RealDisk, &file), before);
        assert_eq!(before.parent(), Some(state.documents().as_path()));
        assert_eq!(before.file_name().map(std::ffi::OsStr::len), Some(16));
        assert_ne!(state.document(&RealDisk, &folder.path().join("deep/b.case.json")), before);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_document_has_the_same_folder() {
        let folder = tempfile::tempdir().unwrap();
        let (state, file) = (State::at(folder.path().join("state")), folder.path().join("a.case.json"));
        crate::store::save(&file, b"{}").unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("link")).unwrap();
        assert_eq!(
            state.document(&RealDisk, &folder.path().join("link/a.case.json")),
            state.document(&RealDisk, &file)
        );
    }
}
