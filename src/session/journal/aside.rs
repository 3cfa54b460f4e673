//! Journals of work that nobody wants now: they are put aside, can be recovered for a while, and then go.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::JOURNAL;
use crate::store::disk::{Disk, create_folders};
use crate::store::{KEPT_DAYS, KEPT_DEEP, State};

/// The folder of journals that were put aside, in the folder of a document.
pub(super) const FOLDER: &str = "aside";
/// A day.
const DAY: Duration = Duration::from_hours(24);

/// Why work was put aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// The case was closed without saving, by a person's own decision.
    Closed,
    /// It was left when it was offered, or when something else was made of the same file.
    Left,
}

impl Aside {
    /// How it is told in the name of the file.
    const fn word(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Left => "left",
        }
    }

    /// What the name of a file tells.
    fn of(journal: &Path) -> Self {
        let name = journal.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(Self::Left.word()) { Self::Left } else { Self::Closed }
    }
}

/// Moves a journal away from where the next one is to lie.
///
/// # Errors
/// What the system says: the journal lies where it lay.
pub fn put_aside(disk: &dyn Disk, folder: &Path, why: Aside) -> io::Result<()> {
    let journal = folder.join(JOURNAL);
    match disk.stat(&journal) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => drop(other?),
    }
    let aside = folder.join(FOLDER);
    create_folders(disk, &aside, true)?;
    let at = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis());
    // Two may be put aside within a millisecond.
    let mut moved = Ok(());
    for at in at..at + 50 {
        moved = disk.rename_new(&journal, &aside.join(format!("{at:014}-{}", why.word())));
        if !moved.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AlreadyExists) {
            break;
        }
    }
    moved
}

/// The journals that were put aside in the folder of a document, and why.
pub(super) fn put_aside_in(disk: &dyn Disk, folder: &Path) -> Vec<(PathBuf, Aside)> {
    let found = disk.list(&folder.join(FOLDER)).unwrap_or_default();
    found.into_iter().map(|journal| (journal.clone(), Aside::of(&journal))).collect()
}

/// Removes what was put aside more than [`KEPT_DAYS`] days ago; the last [`KEPT_DEEP`] of each document stay.
///
/// # Errors
/// The first that the system says; the others are removed all the same.
pub fn forget_aside(disk: &dyn Disk, state: &State, now: SystemTime) -> io::Result<()> {
    let kept = DAY * u32::try_from(KEPT_DAYS).unwrap_or(u32::MAX);
    let mut first = Ok(());
    for folder in disk.list(&state.documents()).unwrap_or_default() {
        let mut aside: Vec<PathBuf> = put_aside_in(disk, &folder).into_iter().map(|(journal, _)| journal).collect();
        // The time stands at the start of each name.
        aside.sort_unstable_by(|one, other| other.cmp(one));
        for journal in aside.iter().skip(KEPT_DEEP) {
            let age = put_aside_at(journal).and_then(|at| now.duration_since(at).ok());
            if age.is_some_and(|age| age > kept) {
                first = first.and(disk.remove(journal));
            }
        }
    }
    first
}

/// When a journal was put aside, as its name tells.
fn put_aside_at(journal: &Path) -> Option<SystemTime> {
    let name = journal.file_name()?.to_str()?;
    let milliseconds = name.split('-').next()?.parse().ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(milliseconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn old_work_goes_but_for_the_last_of_it() {
        let now = SystemTime::UNIX_EPOCH + DAY * 20_000;
        // How many were put aside a day, how many days ago each was, and how many stay.
        for (count, days_ago, stays) in [
            (KEPT_DEEP + 10, 40, KEPT_DEEP),
            (KEPT_DEEP + 10, KEPT_DAYS, KEPT_DEEP + 10),
            (KEPT_DEEP, 4_000, KEPT_DEEP),
            (1, 4_000, 1),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let state = State::at(folder.path().to_owned());
            let aside = state.documents().join("0123").join(FOLDER);
            std::fs::create_dir_all(&aside).unwrap();
            let at = now - DAY * u32::try_from(days_ago).unwrap();
            let at = at.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_millis();
            for number in 0..count {
                std::fs::write(aside.join(format!("{:014}-closed", at + number as u128)), "").unwrap();
            }
            std::fs::write(aside.join("of another hand"), "").unwrap();
            forget_aside(&RealDisk, &state, now).unwrap();
            let left = RealDisk.list(&aside).unwrap();
            assert!(left.iter().any(|path| path.ends_with("of another hand")));
            assert!(count == stays || !left.iter().any(|path| path.ends_with(format!("{at:014}-closed"))));
            // What has no time in its name counts as the last, and is never removed.
            assert!(left.len().abs_diff(stays) <= 1, "{count} {days_ago}: {} stay", left.len());
        }
    }

    #[test]
    fn the_name_tells_why() {
        for why in [Aside::Closed, Aside::Left] {
            let folder = tempfile::tempdir().unwrap();
            for _ in 0..3 {
                std::fs::write(folder.path().join(JOURNAL), "").unwrap();
                put_aside(&RealDisk, folder.path(), why).unwrap();
            }
            let found = put_aside_in(&RealDisk, folder.path());
            assert_eq!(found.iter().map(|(_, why)| *why).collect::<Vec<_>>(), [why; 3]);
        }
    }
}
