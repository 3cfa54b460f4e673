//! Reading a file whole, and writing one of which no earlier version need be kept.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::StoreError;
use super::disk::{Disk, RealDisk, Stat};
use super::save::{Concern, Expected, Order, SaveError, Written, save_as_ordered};

/// The whole file.
///
/// # Errors
/// Where it cannot be read, or is a folder, a pipe or a device.
pub fn load(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |source| StoreError::Read { path: path.to_owned(), source };
    let kind = fs::metadata(path).map_err(failed)?;
    if kind.is_dir() {
        return Err(StoreError::NotAFile { path: path.to_owned(), what: "folder" });
    }
    if !kind.is_file() {
        return Err(StoreError::NotAFile { path: path.to_owned(), what: "device or pipe" });
    }
    let mut bytes = Vec::new();
    bytes
        .try_reserve_exact(usize::try_from(kind.len()).unwrap_or(usize::MAX))
        .map_err(|_| failed(io::Error::new(io::ErrorKind::OutOfMemory, "it does not fit in memory")))?;
    File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(failed)?;
    Ok(bytes)
}

/// The whole file, and what the system says of it where that did not change while it was read.
///
/// # Errors
/// As [`load`].
pub fn load_stamped(path: &Path) -> Result<(Vec<u8>, Option<Stat>), StoreError> {
    let before = RealDisk.stat(path).ok();
    let bytes = load(path)?;
    let after = RealDisk.stat(path).ok();
    Ok((bytes, after.filter(|after| before.as_ref() == Some(after))))
}

/// Writes a file durably in place of whatever lies there, which is not kept. A symbolic link is followed; missing
/// folders are made; mode, owner and attributes of the old file are kept.
///
/// # Errors
/// Where any step fails; the old file is then untouched, unless only the last sync of the folder failed.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let accepted = [Concern::OtherNames, Concern::Attributes];
    let order = Order { path, bytes, expected: &Expected::Anything, accepted: &accepted };
    let failed = |source| StoreError::Write { path: path.to_owned(), source };
    // An old file that cannot be removed is left beside the new one; the new one is saved all the same.
    let forget = |written: Written| drop(written.displaced.map(|old| fs::remove_file(old.aside)));
    match save_as_ordered(&RealDisk, &order) {
        Ok(written) => {
            forget(written);
            Ok(())
        }
        Err(SaveError::NotConfirmed { source, written }) => {
            forget(*written);
            Err(failed(source))
        }
        Err(SaveError::Failed(source)) => Err(failed(source)),
        Err(error) => Err(failed(io::Error::other(error))),
    }
}

/// The path from the root, without looking at the file.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_keeps_its_mode() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/a.case.json");
        save(&path, b"old").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
            save(&path, b"new").unwrap();
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(load(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no temporary file is left");
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_stays_one() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.json"), folder.path().join("link.json"));
        save(&real, b"old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        save(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(load(&real).unwrap(), b"new");
    }

    #[test]
    fn what_is_no_file_is_refused_with_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let refused = load(folder.path()).unwrap_err().to_string();
        assert!(refused.starts_with("This is a folder"), "{refused}");
        let missing = load(&folder.path().join("none.json")).unwrap_err().to_string();
        assert!(missing.contains("it does not exist") && missing.ends_with("none.json"), "{missing}");
    }

    #[test]
    fn a_read_only_file_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        save(&path, b"old").unwrap();
        let mut mode = fs::metadata(&path).unwrap().permissions();
        mode.set_readonly(true);
        fs::set_permissions(&path, mode).unwrap();
        let refused = save(&path, b"new").unwrap_err().to_string();
        assert!(refused.contains("permission was denied"), "{refused}");
        assert_eq!(load(&path).unwrap(), b"old");
    }
}
