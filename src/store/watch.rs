//! Noticing that other programs stir files. What the system reports is a hint only: that it says nothing proves
//! nothing, and what it says has to be looked at.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// So long must nothing more happen before it is told.
const QUIET: Duration = Duration::from_millis(150);
/// After this it is told although more happens all the time.
const LONGEST: Duration = Duration::from_millis(1500);
/// The most folders that are watched; systems allow only so many.
const MOST_FOLDERS: usize = 64;

/// Watches files from a thread of its own, until it is dropped. Where the system cannot watch, nothing happens.
#[derive(Debug)]
pub struct Watch {
    orders: Sender<Order>,
}

#[derive(Debug)]
enum Order {
    /// These files are to be watched, and no others; the first are the most important.
    Files(Vec<PathBuf>),
    /// Something happened to what has these names; `None` where the system has lost count.
    Stirred(Option<Vec<PathBuf>>),
    /// Nobody wants to know any more.
    Stop,
}

impl Watch {
    /// Watches nothing yet. `stirred` is called from the watching thread, once for all that happens within a short time.
    #[must_use]
    pub fn new(stirred: impl Fn() + Send + 'static) -> Self {
        let (orders, received) = channel();
        let sender = orders.clone();
        // Without a thread there are no hints; files are still looked at when the window gets the keyboard.
        drop(std::thread::Builder::new().name("watch".to_owned()).spawn(move || {
            Watching { sender, watcher: None, folders: BTreeSet::new(), names: BTreeSet::new() }
                .run(&received, &stirred);
        }));
        Self { orders }
    }

    /// Watches these files, and no others; of very many folders those of the first files.
    pub fn watch(&self, files: Vec<PathBuf>) {
        drop(self.orders.send(Order::Files(files)));
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        drop(self.orders.send(Order::Stop));
    }
}

/// The state of the watching thread.
struct Watching {
    sender: Sender<Order>,
    watcher: Option<RecommendedWatcher>,
    /// The folders, since a file that is replaced is another file: only its folder tells.
    folders: BTreeSet<PathBuf>,
    names: BTreeSet<OsString>,
}

impl Watching {
    fn run(mut self, orders: &Receiver<Order>, stirred: &dyn Fn()) {
        // Since when something is to be told, and when something happened last.
        let mut since: Option<(Instant, Instant)> = None;
        loop {
            let order = match since {
                None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some((first, last)) => {
                    let due = (last + QUIET).min(first + LONGEST);
                    orders.recv_timeout(due.saturating_duration_since(Instant::now()))
                }
            };
            match order {
                Ok(Order::Files(files)) => {
                    // What happened before a folder was watched was not seen.
                    if self.follow(&files) {
                        since = Some(more(since));
                    }
                }
                Ok(Order::Stirred(paths)) if self.concerns(paths.as_deref()) => since = Some(more(since)),
                Ok(Order::Stirred(_)) => {}
                Err(RecvTimeoutError::Timeout) => {
                    since = None;
                    stirred();
                }
                Ok(Order::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn concerns(&self, paths: Option<&[PathBuf]>) -> bool {
        paths.is_none_or(|paths| paths.iter().filter_map(|path| path.file_name()).any(|name| self.names.contains(name)))
    }

    /// Watches the folders of these files, and no others. Whether there are new ones among them.
    fn follow(&mut self, files: &[PathBuf]) -> bool {
        // A link may be pointed elsewhere, and what it points to may be written.
        let resolved: Vec<PathBuf> = files.iter().filter_map(|file| std::fs::canonicalize(file).ok()).collect();
        let all = || files.iter().chain(&resolved);
        self.names = all().filter_map(|file| Some(file.file_name()?.to_owned())).collect();
        let mut wanted: BTreeSet<PathBuf> = BTreeSet::new();
        for folder in all().filter_map(|file| file.parent()) {
            if wanted.len() < MOST_FOLDERS && !wanted.contains(folder) {
                wanted.insert(folder.to_owned());
            }
        }
        if self.watcher.is_none() && !wanted.is_empty() {
            self.watcher = watcher(self.sender.clone());
        }
        let Some(watcher) = &mut self.watcher else { return false };
        for gone in self.folders.difference(&wanted) {
            drop(watcher.unwatch(gone));
        }
        let new = wanted.difference(&self.folders);
        let (begun, failed): (Vec<&PathBuf>, Vec<&PathBuf>) =
            new.partition(|folder| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok());
        let has_new = !begun.is_empty();
        // A folder that is not there yet is tried again the next time.
        self.folders = wanted.iter().filter(|folder| !failed.contains(folder)).cloned().collect();
        has_new
    }
}

/// Since when something is to be told, and when something happened last: now.
fn more(since: Option<(Instant, Instant)>) -> (Instant, Instant) {
    let now = Instant::now();
    (since.map_or(now, |(first, _)| first), now)
}

fn watcher(sender: Sender<Order>) -> Option<RecommendedWatcher> {
    let tell = move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        if event.need_rescan() {
            drop(sender.send(Order::Stirred(None)));
        } else if changes(event.kind) {
            drop(sender.send(Order::Stirred(Some(event.paths))));
        }
    };
    notify::recommended_watcher(tell).ok()
}

/// Whether what happened may have changed a file; reading it does not, and our own looking at it is reading.
fn changes(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn what_happens_to_a_watched_file_is_told_and_to_others_not() {
        let folder = tempfile::tempdir().unwrap();
        let (file, other) = (folder.path().join("a.json"), folder.path().join("b.json"));
        std::fs::write(&file, "1").unwrap();
        let count = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&count);
        let watch = Watch::new(move || {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        watch.watch(vec![file.clone()]);
        let so_far = || count.load(Ordering::SeqCst);
        while so_far() == 0 {
            std::thread::sleep(QUIET / 10);
        }
        let after = |what: &dyn Fn()| {
            let before = so_far();
            what();
            std::thread::sleep(QUIET * 4);
            so_far() - before
        };
        assert_eq!(after(&|| std::fs::write(&other, "2").unwrap()), 0, "another file");
        assert_eq!(after(&|| drop(std::fs::read(&file).unwrap())), 0, "only read");
        assert_eq!(after(&|| (0..9).for_each(|_| std::fs::write(&file, "2").unwrap())), 1, "written, told once");
        assert_eq!(after(&|| std::fs::rename(&other, &file).unwrap()), 1, "replaced");
        assert_eq!(after(&|| std::fs::remove_file(&file).unwrap()), 1, "removed");
    }
}
