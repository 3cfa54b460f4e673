//! Reading a file whole, and writing one of which no earlier version need be kept.

use std::fs::{self, File, FileType, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::StoreError;
use super::disk::{Disk, RealDisk, Stat};
use super::save::{Concern, Expected, Order, SaveError, Written, save_as_ordered};

/// The largest file that is opened, in bytes: five times the largest case that opening is measured with. What is read of
/// a file takes several times its size in memory.
pub const LARGEST: u64 = 512 << 20;

/// How often a file is read that another program is writing meanwhile.
const READINGS: usize = 3;

/// The whole file.
///
/// # Errors
/// Where it cannot be read, is no file or larger than [`LARGEST`], or changes whenever it is read.
pub fn load(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |source| StoreError::Read { path: path.to_owned(), source };
    for _ in 0..READINGS {
        // Asked before, since opening a device may set it going, and after, since something else may lie there by then.
        check(path, &fs::metadata(path).map_err(failed)?)?;
        let file = open(path).map_err(failed)?;
        let before = file.metadata().map_err(failed)?;
        check(path, &before)?;
        let bytes = read(&file, before.len()).map_err(failed)?;
        let after = file.metadata().map_err(failed)?;
        check(path, &after)?;
        // Some file systems do not say how long their files are.
        let is_whole = after.len() == 0 || u64::try_from(bytes.len()).is_ok_and(|read| read == after.len());
        if is_whole && before.modified().ok() == after.modified().ok() {
            return Ok(bytes);
        }
    }
    Err(StoreError::Changing { path: path.to_owned() })
}

/// Opens a file to read. Should a pipe lie there, this does not wait for somebody to write to it.
fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    options.open(path)
}

/// Reads a file of about this length, and no more than is opened at all.
fn read(file: &File, length: u64) -> io::Result<Vec<u8>> {
    let too_much = || io::Error::new(io::ErrorKind::OutOfMemory, "it does not fit in memory");
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(usize::try_from(length).map_err(|_| too_much())?).map_err(|_| too_much())?;
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether something is a file that can be opened.
fn check(path: &Path, known: &Metadata) -> Result<(), StoreError> {
    let path = path.to_owned();
    match what_it_is(known.file_type()) {
        Some(what) => Err(StoreError::NotAFile { path, what }),
        None if known.len() > LARGEST => Err(StoreError::TooLarge { path }),
        None => Ok(()),
    }
}

/// What something is called that is no file.
fn what_it_is(kind: FileType) -> Option<&'static str> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Some("pipe");
        }
        if kind.is_socket() {
            return Some("socket");
        }
    }
    if kind.is_dir() {
        Some("folder")
    } else if kind.is_file() {
        None
    } else {
        Some("device")
    }
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

    #[test]
    fn a_file_that_shrank_is_read_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, b"short").unwrap();
        let file = open(&path).unwrap();
        assert_eq!(read(&file, 1 << 20).unwrap(), b"short");
    }

    #[test]
    fn a_file_that_never_stops_growing_is_refused_with_a_sentence() {
        use std::io::Write;
        use std::sync::atomic::{AtomicBool, Ordering};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, vec![b' '; 4 << 20]).unwrap();
        let is_done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut file = File::options().append(true).open(&path).unwrap();
                while !is_done.load(Ordering::Relaxed) {
                    file.write_all(b" ").unwrap();
                }
            });
            // A reader that the writer slept through has read a whole file.
            let started = std::time::Instant::now();
            let patience = std::time::Duration::from_secs(20);
            let refused = std::iter::repeat_with(|| load(&path).err())
                .take_while(|_| started.elapsed() < patience)
                .find_map(std::convert::identity);
            is_done.store(true, Ordering::Relaxed);
            let words = refused.map(|error| error.to_string()).unwrap_or_default();
            assert!(words.starts_with("The file is being written by another program"), "{words}");
        });
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
