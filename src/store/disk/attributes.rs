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

    /// A file is made private to its owner; a new document is not, as far as other files are not.
    pub fn set_usual_mode(path: &Path) -> io::Result<()> {
        fs::set_permissions(path, Permissions::from_mode(0o644))
    }

    /// The owner goes first, since giving a file away clears parts of its mode; the access list, which is one of the
    /// extended attributes, goes last, since setting a mode changes it.
    pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
        let (old, new) = (fs::metadata(from)?, fs::metadata(to)?);
        // What cannot be given does not keep the rest from being given.
        let owned = if (old.uid(), old.gid()) == (new.uid(), new.gid()) {
            Ok(())
        } else {
            chown(to, None, Some(old.gid())).and(chown(to, Some(old.uid()), None))
        };
        fs::set_permissions(to, Permissions::from_mode(old.mode() & 0o7777))?;
        copy_extended(from, to).and(owned)
    }

    #[cfg(target_os = "linux")]
    fn copy_extended(from: &Path, to: &Path) -> io::Result<()> {
        use rustix::fs::{XattrFlags, getxattr, getxattr_query, listxattr, listxattr_query, setxattr};
        use rustix::io::Errno;

        let length = match listxattr_query(from) {
            Ok(length) => length,
            Err(Errno::OPNOTSUPP | Errno::NOSYS) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        let mut names = vec![0; length];
        let length = listxattr(from, names.as_mut_slice())?;
        for name in names.get(..length).unwrap_or_default().split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
            let mut value = vec![0; getxattr_query(from, name)?];
            let length = getxattr(from, name, value.as_mut_slice())?;
            value.truncate(length);
            match setxattr(to, name, &value, XattrFlags::empty()) {
                Ok(()) => {}
                // The system sets these itself, by its policy and not at a user's wish.
                Err(Errno::PERM | Errno::ACCESS | Errno::OPNOTSUPP) if is_the_systems(name) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    #[cfg(target_os = "linux")]
    fn is_the_systems(name: &[u8]) -> bool {
        name.starts_with(b"security.") || name.starts_with(b"trusted.")
    }

    #[cfg(not(target_os = "linux"))]
    fn copy_extended(_from: &Path, _to: &Path) -> io::Result<()> {
        Ok(())
    }
}
