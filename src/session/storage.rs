//! Where a session keeps what it must not lose.

use std::path::Path;
use std::sync::Arc;

use crate::store::Displaced;
use crate::store::disk::{Disk, RealDisk};

/// The file system of a session.
#[derive(Clone, Debug)]
pub struct Storage {
    /// The calls to the system.
    pub disk: Arc<dyn Disk>,
}

impl Default for Storage {
    fn default() -> Self {
        Self { disk: Arc::new(RealDisk) }
    }
}

impl Storage {
    /// Puts away a file whose place a save has taken.
    ///
    /// # Errors
    /// A sentence for the person, where the file lies where nobody would look for it.
    pub fn keep_displaced(&self, path: &Path, displaced: &Displaced) -> Result<(), String> {
        if displaced.is_foreign {
            return Err(format!(
                "Another program had written the file while it was being saved. What it wrote was kept, in {}: {}",
                displaced.aside.display(),
                path.display()
            ));
        }
        // A file that cannot be removed does no harm.
        drop(self.disk.remove(&displaced.aside));
        Ok(())
    }
}
