//! What is done with earlier versions, and with work that was put aside, while nobody waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use crate::session::Session;
use crate::session::journal::forget_aside;

/// How long after the start, or after a save, earlier versions are looked after: by then whoever started the program or
/// saved is about something else, and another program that still wrote into a displaced file has most likely ended.
const LATER: Duration = Duration::from_secs(10);

/// Whether earlier versions are about to be looked after.
#[derive(Clone, Debug, Default)]
pub struct Upkeep {
    is_due: Arc<AtomicBool>,
}

impl Session {
    /// Has earlier versions compressed in a while, and removed what need not be kept any longer of them and of work that was
    /// put aside.
    pub fn look_after_versions(&self) {
        if self.storage.state.is_none() || self.upkeep.is_due.swap(true, Ordering::Relaxed) {
            return;
        }
        let (storage, due) = (self.storage.clone(), Arc::clone(&self.upkeep.is_due));
        self.jobs.start("upkeep", move |_| {
            std::thread::sleep(LATER);
            due.store(false, Ordering::Relaxed);
            let Some(versions) = storage.versions() else { return };
            // What could not be done is tried again next time; nothing was lost by it.
            if let Some(state) = &storage.state {
                drop(forget_aside(storage.disk.as_ref(), state, SystemTime::now()));
            }
            drop(versions.sweep(storage.disk.as_ref()));
            drop(versions.compress(storage.disk.as_ref()));
        });
    }
}
