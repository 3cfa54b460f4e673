//! The new file before it has its place.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::super::Digest;
use super::super::disk::{Disk, Stat, write_all};
use super::SaveError;

/// How the names of temporary files begin and end.
const TEMPORARY: (&str, &str) = (".casefile-", ".tmp");

/// A file that lies beside the one it is to take the place of, all of it on the medium.
#[derive(Debug)]
pub struct Temporary {
    /// Where it lies.
    pub path: PathBuf,
    /// What the system says of it, wherever it is moved.
    pub stamp: Stat,
}

impl Temporary {
    /// Writes bytes to a new file beside another and waits until they lie on the medium. What else belongs to the file
    /// is given to it before, so that it is there too.
    ///
    /// # Errors
    /// Where any call fails; nothing is left then.
    pub fn write(
        disk: &dyn Disk,
        beside: &Path,
        bytes: &[u8],
        finish: impl FnOnce(&Path) -> Result<(), SaveError>,
    ) -> Result<Self, SaveError> {
        let path = temporary_path(beside);
        let mut file = disk.create(&path).map_err(SaveError::Failed)?;
        let written = write_all(file.as_mut(), bytes)
            .map_err(SaveError::Failed)
            .and_then(|()| finish(&path))
            .and_then(|()| file.sync().map_err(SaveError::Failed))
            .and_then(|()| disk.stat(&path).map_err(SaveError::Failed));
        drop(file);
        match written {
            Ok(stamp) => Ok(Self { path, stamp }),
            Err(error) => {
                drop(disk.remove(&path));
                Err(error)
            }
        }
    }

    /// Whether it is what lies at a path.
    ///
    /// # Errors
    /// Where that cannot be told.
    pub fn lies_at(&self, disk: &dyn Disk, path: &Path) -> io::Result<bool> {
        match disk.stat(path) {
            Ok(there) => Ok(is_same(&there, &self.stamp)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Removes it, unless something else lies there by now: a call that reported a failure may have moved the old file
    /// there all the same.
    pub fn discard(&self, disk: &dyn Disk) {
        if self.lies_at(disk, &self.path).unwrap_or(false) {
            drop(disk.remove(&self.path));
        }
    }
}

/// Whether two answers are of the same file. Systems without numbers for files leave length and time.
pub fn is_same(one: &Stat, other: &Stat) -> bool {
    one.identity == other.identity && (one.identity != (0, 0) || (one.len, one.modified) == (other.len, other.modified))
}

/// When a file was made, and a number that no other file has. A displaced file keeps the time at which it was written,
/// so that its name is the only sign of when it was displaced.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    seconds: u64,
    number: u64,
}

/// How far a moment may lie ahead and still be of this very time.
const AHEAD: Duration = Duration::from_hours(1);

impl Moment {
    /// Now.
    #[must_use]
    pub fn now() -> Self {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Self { seconds: since.as_secs(), number: RandomState::new().hash_one(since) }
    }

    /// What is written in a name.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (seconds, number) = text.split_once('-')?;
        let read = |digits| u64::from_str_radix(digits, 16).ok();
        Some(Self { seconds: read(seconds)?, number: read(number)? })
    }

    /// When a temporary file was made.
    #[must_use]
    pub fn of_temporary(path: &Path) -> Option<Self> {
        let rest = name(path).strip_prefix(TEMPORARY.0)?.strip_suffix(TEMPORARY.1)?;
        Self::read(rest.split_once('-')?.1)
    }

    /// How long ago it was. A moment to come, but for a little that the caller may have taken since it looked at the
    /// clock, is one of a clock that was wrong, and long ago for all that is known.
    #[must_use]
    pub fn age(self, now: SystemTime) -> Duration {
        let then = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(self.seconds));
        match then.map(|then| now.duration_since(then)) {
            Some(Ok(age)) => age,
            Some(Err(ahead)) if ahead.duration() < AHEAD => Duration::ZERO,
            _ => Duration::MAX,
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:x}-{:016x}", self.seconds, self.number)
    }
}

/// A new path beside a file; says whose it is.
#[must_use]
pub fn temporary_path(beside: &Path) -> PathBuf {
    beside.with_file_name(format!("{}{}{}", beginning(beside), Moment::now(), TEMPORARY.1))
}

fn beginning(beside: &Path) -> String {
    let name = beside.file_name().unwrap_or_default();
    format!("{}{}-", TEMPORARY.0, Digest::of(name.as_encoded_bytes()).short())
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

/// Whether a path is that of a temporary file of a save.
#[must_use]
pub fn is_temporary(path: &Path) -> bool {
    name(path).starts_with(TEMPORARY.0) && name(path).ends_with(TEMPORARY.1)
}

/// Whether a temporary file was made for another.
#[must_use]
pub fn is_temporary_of(path: &Path, beside: &Path) -> bool {
    is_temporary(path) && name(path).starts_with(&beginning(beside))
}
