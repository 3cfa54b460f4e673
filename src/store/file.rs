//! Reading a file whole, and writing one so that it is wholly old or wholly new.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::StoreError;

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

/// Writes a file durably: to a temporary file in the same folder, which is synced, renamed over the old one, and the
/// folder synced. A symbolic link is followed; missing folders are made; the mode of the old file is kept.
///
/// # Errors
/// Where any step fails; the old file is then untouched, unless only the last sync of the folder failed.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_durably(path, bytes).map_err(|source| StoreError::Write { path: path.to_owned(), source })
}

fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = match fs::canonicalize(path) {
        Ok(real) => real,
        Err(error) if error.kind() == io::ErrorKind::NotFound => absolute(path),
        Err(error) => return Err(error),
    };
    let folder = target.parent().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    fs::create_dir_all(folder)?;
    let mut temporary = tempfile::Builder::new().prefix(".casefile-").suffix(".tmp").tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    match fs::metadata(&target) {
        Ok(old) if old.permissions().readonly() => return Err(io::ErrorKind::PermissionDenied.into()),
        Ok(old) => temporary.as_file().set_permissions(old.permissions())?,
        Err(_) => set_usual_mode(temporary.as_file())?,
    }
    temporary.as_file().sync_all()?;
    temporary.persist(&target).map_err(|failed| failed.error)?;
    sync_folder(folder)
}

/// A temporary file is private to its owner; a new document is not, as far as other files are not.
#[cfg(unix)]
fn set_usual_mode(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_usual_mode(_file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere than on Unix a folder cannot be opened to be synced; the rename is durable there once it returns.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
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
