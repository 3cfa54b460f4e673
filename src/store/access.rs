//! Whether a file could be saved where it lies, found out without touching it.

use std::path::Path;

/// Why a file that can be read could not be saved where it lies; a sentence, `None` where it could. Nothing is opened
/// or written for it, so that no time changes. It cannot know everything: a disk may still be full.
#[must_use]
pub fn why_unsavable(path: &Path) -> Option<String> {
    let file = std::fs::canonicalize(path).ok()?;
    let why = obstacle(&file)?;
    Some(format!("This file can be read here, not changed, since {why}. Save as makes a copy that can be changed."))
}

#[cfg(not(unix))]
fn obstacle(file: &Path) -> Option<&'static str> {
    let is_read_only = std::fs::metadata(file).ok()?.permissions().readonly();
    is_read_only.then_some("it is marked as read-only")
}

/// The mode comes first, since a superuser may write where it forbids that, and here does not. The rest is asked of
/// access(2): it knows of the rights of the user, of file systems that are mounted to be read only, and of files that
/// are marked as immutable.
#[cfg(unix)]
fn obstacle(file: &Path) -> Option<&'static str> {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    use rustix::io::Errno;

    let folder = file.parent()?;
    let of_file = std::fs::metadata(file).ok()?;
    if of_file.permissions().readonly() {
        return Some("its mode lets nobody write it");
    }
    match accessat(CWD, file, Access::WRITE_OK, AtFlags::EACCESS) {
        Err(Errno::ROFS) => return Some("its disk is read-only"),
        Err(Errno::PERM) => return Some("it is protected against changes"),
        Err(Errno::ACCESS) => return Some("you may not write it"),
        // What else there may be, the save will tell.
        Ok(()) | Err(_) => {}
    }
    // A save puts a new file in place of the old one, which is a change of the folder.
    match accessat(CWD, folder, Access::WRITE_OK | Access::EXEC_OK, AtFlags::EACCESS) {
        Err(Errno::ROFS) => Some("its disk is read-only"),
        Err(Errno::PERM) => Some("its folder is protected against changes"),
        Err(Errno::ACCESS) => Some("you may not write in its folder"),
        Ok(()) | Err(_) => is_kept_by_others(&of_file, folder).then_some("it belongs to somebody else"),
    }
}

/// In a folder with the sticky bit, like /tmp, a file can be replaced only by its owner or that of the folder.
#[cfg(unix)]
fn is_kept_by_others(of_file: &std::fs::Metadata, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    const STICKY: u32 = 0o1000;
    let user = rustix::process::geteuid();
    let Ok(of_folder) = std::fs::metadata(folder) else { return false };
    let is_owner = [of_file.uid(), of_folder.uid()].contains(&user.as_raw());
    of_folder.mode() & STICKY != 0 && !user.is_root() && !is_owner
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn an_ordinary_file_can_be_saved_and_one_that_may_not_be_written_cannot() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.json"), folder.path().join("link.json"));
        fs::write(&file, "1").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let before = fs::metadata(&file).unwrap().modified().unwrap();
        assert_eq!(why_unsavable(&file), None);
        assert_eq!(why_unsavable(&folder.path().join("none.json")), None, "what is not there is no matter of rights");
        fs::set_permissions(&file, Permissions::from_mode(0o444)).unwrap();
        for path in [&file, &link] {
            let why = why_unsavable(path).unwrap();
            assert!(why.contains("its mode lets nobody write it"), "{why}");
        }
        assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), before);
    }

    #[test]
    fn a_folder_that_may_not_be_written_keeps_its_files_from_being_saved() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        fs::write(&file, "1").unwrap();
        fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
        let why = why_unsavable(&file);
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        // A superuser may.
        if rustix::process::geteuid().is_root() {
            assert_eq!(why, None);
        } else {
            assert!(why.unwrap().contains("you may not write in its folder"));
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn an_immutable_file_is_told_from_a_mode() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        fs::write(&file, "1").unwrap();
        let change = |flag: &str| std::process::Command::new("chattr").arg(flag).arg(&file).output();
        if !change("+i").is_ok_and(|done| done.status.success()) {
            eprintln!("skipped: chattr cannot make a file immutable here");
            return;
        }
        let why = why_unsavable(&file);
        change("-i").unwrap();
        assert!(why.unwrap().contains("it is protected against changes"));
        assert_eq!(why_unsavable(&file), None);
    }

    /// The kernel's own devices offer files on file systems that nobody can write.
    #[test]
    #[cfg(target_os = "linux")]
    fn a_read_only_file_system_is_told_from_a_mode() {
        let mounted = fs::read_to_string("/proc/mounts").unwrap();
        let read_only = mounted.lines().filter_map(|line| {
            let mut words = line.split(' ');
            let (place, options) = (words.nth(1)?, words.nth(1)?);
            options.split(',').any(|option| option == "ro").then(|| Path::new(place).to_owned())
        });
        let writable = |path: &Path| fs::metadata(path).is_ok_and(|found| !found.permissions().readonly());
        let file = read_only
            .flat_map(|place| {
                let below = fs::read_dir(&place).into_iter().flatten().flatten().map(|entry| entry.path());
                std::iter::once(place).chain(below).collect::<Vec<_>>()
            })
            .find(|path| path.is_file() && writable(path));
        let Some(file) = file else {
            eprintln!("skipped: no read-only file system has a file with a writable mode here");
            return;
        };
        assert!(why_unsavable(&file).unwrap().contains("its disk is read-only"), "{}", file.display());
    }
}
