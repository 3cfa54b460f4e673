//! One writer for a document at a time, on one machine.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

/// How often a claim is tried: whoever only looks whether there is one has it for a moment, and so has a process that this
/// one is just starting.
const ATTEMPTS: u32 = 20;
/// How long to wait between two attempts.
const BETWEEN: Duration = Duration::from_millis(5);

/// The claim to be the one that writes a document. The system ends it with the process, however that ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Claims the folder in which the state of a document is kept, which is made where there is none. `None` where
    /// somebody else has it.
    ///
    /// # Errors
    /// What the system says.
    pub fn take(folder: &Path) -> io::Result<Option<Self>> {
        std::fs::create_dir_all(folder)?;
        let file = File::create(folder.join("lock"))?;
        for attempt in 1.. {
            match file.try_lock() {
                Ok(()) => return Ok(Some(Self { _file: file })),
                Err(TryLockError::WouldBlock) if attempt < ATTEMPTS => std::thread::sleep(BETWEEN),
                Err(TryLockError::WouldBlock) => break,
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_made_once_and_ends_with_its_holder() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("deep");
        let first = Lock::take(&folder).unwrap();
        assert!(first.is_some());
        assert!(Lock::take(&folder).unwrap().is_none());
        drop(first);
        assert!(Lock::take(&folder).unwrap().is_some());
    }
}
