//! Where a session keeps what it must not lose.

use std::path::Path;
use std::sync::Arc;

use crate::store::disk::{Disk, RealDisk};
use crate::store::{Displaced, State, Versions, reason};

/// The file system of a session, and where on it the session keeps what documents do not hold.
#[derive(Clone, Debug)]
pub struct Storage {
    /// The calls to the system.
    pub disk: Arc<dyn Disk>,
    /// Journals and earlier versions; `None` where none are kept.
    pub state: Option<State>,
}

impl Default for Storage {
    fn default() -> Self {
        Self { disk: Arc::new(RealDisk), state: None }
    }
}

impl Storage {
    /// The storage of this user.
    #[must_use]
    pub fn of_user() -> Self {
        Self { state: State::of_user(), ..Self::default() }
    }

    /// The earlier versions of documents; `None` where none are kept.
    #[must_use]
    pub fn versions(&self) -> Option<Versions> {
        Some(Versions::new(self.state.clone()?, jiff::Zoned::now()))
    }

    /// Puts away a file whose place a save has taken.
    ///
    /// # Errors
    /// A sentence for the person, where the file lies where nobody would look for it.
    pub fn keep_displaced(&self, path: &Path, displaced: &Displaced) -> Result<(), String> {
        if let Some(versions) = self.versions() {
            return versions.keep_displaced(self.disk.as_ref(), path, displaced).map(drop).map_err(|error| {
                format!(
                    "Saved, but the version before could not be put with the earlier ones: {}. It was kept as {}, beside \
                     the file: {}",
                    reason(&error),
                    displaced.aside.file_name().unwrap_or_default().display(),
                    path.display()
                )
            });
        }
        if displaced.is_foreign {
            return Err(format!(
                "What another program had written was kept when the file was saved, in {}: {}",
                displaced.aside.display(),
                path.display()
            ));
        }
        // A file that cannot be removed does no harm.
        drop(self.disk.remove(&displaced.aside));
        Ok(())
    }
}
