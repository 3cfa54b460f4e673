//! What belongs to a file besides its bytes: mode, owner, extended attributes, and the access list among them.

use std::fs::{DirBuilder, Metadata, OpenOptions};
use std::io;
use std::path::Path;

#[cfg(not(unix))]
pub fn links_and_identity(_found: &Metadata) -> (u64, (u64, u64)) {
    (1, (0, 0))
}

#[cfg(not(unix))]
pub fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(not(unix))]
pub fn folder_builder(_is_private: bool) -> DirBuilder {
    DirBuilder::new()
}

#[cfg(not(unix))]
pub fn set_usual_mode(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::set_permissions(to, std::fs::metadata(from)?.permissions())
}

#[cfg(unix)]
pub use unix::{copy, folder_builder, links_and_identity, private, set_usual_mode};

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, chown};

    use super::{DirBuilder, Metadata, OpenOptions, Path, io};

    pub fn links_and_identity(found: &Metadata) -> (u64, (u64, u64)) {
        (found.nlink(), (found.dev(), found.ino()))
    }

    pub fn private(options: &mut OpenOptions) -> &mut OpenOptions {
        options.mode(0o600)
    }

    pub fn folder_builder(is_private: bool) -> DirBuilder {
        let mut builder = DirBuilder::new();
        builder.mode(if is_private { 0o700 } else { 0o777 });
        builder
    }

    /// A file is made private to its owner; a new document is as open as other files of its maker. File systems that know
    /// no modes refuse this, and give every file the same one.
    pub fn set_usual_mode(path: &Path) -> io::Result<()> {
        match fs::set_permissions(path, Permissions::from_mode(0o666 & !mask())) {
            Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported) => {
                Ok(())
            }
            set => set,
        }
    }

    /// What new files are to be closed to (umask(2)). The call that tells it would change it for a moment, for files of
    /// other threads too.
    fn mask() -> u32 {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("Umask:"));
        mask.and_then(|mask| u32::from_str_radix(mask.trim(), 8).ok()).unwrap_or(0o022)
    }

    /// The owner goes first, since giving a file away clears parts of its mode; the access list, which is one of the
    /// extended attributes, goes last, since setting a mode changes it. What cannot be given does not keep the rest from
    /// being given.
    pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
        let (old, new) = (fs::metadata(from)?, fs::metadata(to)?);
        let group = if old.gid() == new.gid() { Ok(()) } else { chown(to, None, Some(old.gid())) };
        let owner = if old.uid() == new.uid() { Ok(()) } else { chown(to, Some(old.uid()), None) };
        let mode = mode(old.mode() & 0o7777, owner.is_ok(), group.is_ok());
        if fs::metadata(to)?.mode() & 0o7777 != mode {
            fs::set_permissions(to, Permissions::from_mode(mode))?;
        }
        let extended = copy_extended(from, to, group.is_ok());
        // The system leaves out bits that a user may not set, and says nothing.
        let is_given = fs::metadata(to)?.mode() & 0o7777 == mode;
        let moded = if is_given { Ok(()) } else { Err(io::ErrorKind::PermissionDenied.into()) };
        extended.and(group).and(owner).and(moded)
    }

    /// The mode of a file that is another's or another group's now: it runs as nobody else, and that group gets no more
    /// than everybody.
    fn mode(mode: u32, has_owner: bool, has_group: bool) -> u32 {
        let mode = if has_owner && has_group { mode } else { mode & 0o1777 };
        if has_group { mode } else { mode & (0o1707 | (mode & 0o007) << 3) }
    }

    #[cfg(target_os = "linux")]
    fn copy_extended(from: &Path, to: &Path, has_group: bool) -> io::Result<()> {
        use rustix::fs::{XattrFlags, getxattr, getxattr_query, removexattr, setxattr};

        let Some(names) = names(from)? else { return Ok(()) };
        // An access list is about a group too.
        let is_wanted = |name: &&Vec<u8>| has_group || !name.starts_with(b"system.");
        for name in names.iter().filter(is_wanted) {
            let mut value = vec![0; getxattr_query(from, name.as_slice())?];
            let length = getxattr(from, name.as_slice(), value.as_mut_slice())?;
            value.truncate(length);
            match setxattr(to, name.as_slice(), &value, XattrFlags::empty()) {
                Err(error) if !is_the_systems(name, error) => return Err(error.into()),
                _ => {}
            }
        }
        // A new file gets some from its folder, such as an access list.
        for name in self::names(to)?.unwrap_or_default().iter().filter(|name| !names.contains(name)) {
            match removexattr(to, name.as_slice()) {
                Err(error) if !is_the_systems(name, error) => return Err(error.into()),
                _ => {}
            }
        }
        Ok(())
    }

    /// The names of a file's extended attributes; `None` where the file system knows none.
    #[cfg(target_os = "linux")]
    fn names(file: &Path) -> io::Result<Option<Vec<Vec<u8>>>> {
        use rustix::fs::{listxattr, listxattr_query};
        use rustix::io::Errno;

        let length = match listxattr_query(file) {
            Ok(length) => length,
            Err(Errno::OPNOTSUPP | Errno::NOSYS) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut names = vec![0; length];
        let length = if names.is_empty() { 0 } else { listxattr(file, names.as_mut_slice())? };
        let names = names.get(..length).unwrap_or_default().split(|byte| *byte == 0);
        Ok(Some(names.filter(|name| !name.is_empty()).map(<[u8]>::to_vec).collect()))
    }

    /// Whether the system sets an attribute itself, by its policy and not at a user's wish.
    #[cfg(target_os = "linux")]
    fn is_the_systems(name: &[u8], error: rustix::io::Errno) -> bool {
        use rustix::io::Errno;
        (name.starts_with(b"security.") || name.starts_with(b"trusted."))
            && matches!(error, Errno::PERM | Errno::ACCESS | Errno::OPNOTSUPP | Errno::NODATA)
    }

    #[cfg(not(target_os = "linux"))]
    fn copy_extended(_from: &Path, _to: &Path, _has_group: bool) -> io::Result<()> {
        Ok(())
    }
}
