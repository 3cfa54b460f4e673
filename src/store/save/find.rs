//! Where a path leads.

use std::io;
use std::path::{Path, PathBuf};

use super::super::disk::{Disk, Stat};
use super::super::file::absolute;

/// Symbolic links followed at most, as Linux does.
const MOST_LINKS: usize = 40;

/// Where a file really lies.
#[derive(Debug)]
pub struct Found {
    /// Its path, without a symbolic link at its end.
    pub target: PathBuf,
    /// What the system says of it; `None` where nothing is there yet.
    pub old: Option<Stat>,
    /// Whether no symbolic link that leads to nothing was followed.
    pub is_direct: bool,
}

/// Follows symbolic links, also one that leads to where nothing is yet.
///
/// # Errors
/// What the system says, or where links go round in a circle.
pub fn find(disk: &dyn Disk, path: &Path) -> io::Result<Found> {
    let mut target = absolute(path);
    for followed in 0..MOST_LINKS {
        match disk.resolve(&target).and_then(|target| Ok((disk.stat(&target)?, target))) {
            Ok((stat, target)) => return Ok(Found { target, old: Some(stat), is_direct: followed == 0 }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        match disk.read_link(&target) {
            Ok(next) => target = target.parent().map_or_else(|| next.clone(), |folder| folder.join(&next)),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidInput) => {
                return Ok(Found { target, old: None, is_direct: followed == 0 });
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("symbolic links go round in a circle"))
}
