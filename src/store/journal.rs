//! Journals: files that grow by one line for everything a person does, so that no more than the last second is ever
//! lost. A line is written at once, which outlives the end of the program; it lies on the medium, which outlives a
//! power cut, [`KEPT_WITHIN`] later at most, even while more lines keep coming.

use std::io;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::disk::{Disk, Output, create_folders, write_all};
use super::lines::{Line, line, lines};

/// How long what is being typed may wait to be written: a line for every key would be many.
const DRAFT_AFTER: Duration = Duration::from_millis(200);
/// How long a line may wait to be synced. Together with [`DRAFT_AFTER`] that leaves half a second for the medium.
const SYNC_AFTER: Duration = Duration::from_millis(300);
/// How long anything may take until it lies on the medium, but for the time that the medium itself takes.
pub const KEPT_WITHIN: Duration = Duration::from_millis(500);

/// How many entries are written as one at most, so that a flood of them does not put off syncing.
const AT_ONCE: usize = 256;

/// An entry with its number, by which a line that was lost or written twice is told.
#[derive(Serialize, Deserialize)]
struct Numbered<E> {
    n: u64,
    entry: E,
}

/// The entries of a journal's bytes, and the number of the next one. What a power cut has torn is left out, and so is
/// everything that rests on an entry which cannot be read.
#[must_use]
pub fn entries<E: DeserializeOwned>(bytes: &[u8]) -> (Vec<E>, u64) {
    let mut found = Vec::new();
    let mut next = 0;
    for line in lines::<Numbered<E>>(bytes) {
        if let Line::Entry(Numbered { n, entry }) = line
            && n == next
        {
            found.push(entry);
            next += 1;
        }
    }
    (found, next)
}

/// The end of a journal, where lines are added. After an error nothing more may be added: what lies on the medium is
/// not known then, and only a journal that is begun anew can be relied on.
#[derive(Debug)]
pub struct JournalWriter<E> {
    file: Box<dyn Output>,
    next: u64,
    entry: PhantomData<fn(&E)>,
}

impl<E: Serialize> JournalWriter<E> {
    /// Goes on with a journal whose next entry has this number.
    ///
    /// # Errors
    /// What the system says.
    pub fn go_on(disk: &dyn Disk, path: &Path, next: u64) -> io::Result<Self> {
        Ok(Self { file: disk.append(path)?, next, entry: PhantomData })
    }

    /// Begins a journal with entries, in place of one that may lie there. Until it lies on the medium as a whole, the
    /// other does.
    ///
    /// # Errors
    /// What the system says.
    pub fn begin(disk: &dyn Disk, path: &Path, entries: &[E]) -> io::Result<Self> {
        let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
        create_folders(disk, folder, true)?;
        let new = path.with_extension("new");
        drop(disk.remove(&new));
        let mut writer = Self { file: disk.create(&new)?, next: 0, entry: PhantomData };
        writer.add(entries.iter())?;
        writer.sync()?;
        disk.rename(&new, path)?;
        disk.sync_folder(folder)?;
        Ok(writer)
    }

    /// Adds entries.
    ///
    /// # Errors
    /// What the system says.
    pub fn add<'a>(&mut self, entries: impl Iterator<Item = &'a E>) -> io::Result<()>
    where
        E: 'a,
    {
        let mut bytes = Vec::new();
        for entry in entries {
            bytes.extend(line(&Numbered { n: self.next, entry })?);
            self.next += 1;
        }
        write_all(self.file.as_mut(), &bytes)
    }

    /// Waits until what was added lies on the medium.
    ///
    /// # Errors
    /// What the system says.
    pub fn sync(&mut self) -> io::Result<()> {
        self.file.sync()
    }
}

/// How a journal starts.
#[derive(Debug)]
pub enum Start<E> {
    /// It is there already; the number is that of its next entry.
    GoOn(u64),
    /// It starts with these entries, in place of one that may be there.
    Begin(Vec<E>),
}

enum Sent<E> {
    Entry(E),
    Draft(E),
    DraftEnded(E),
    Flush(Sender<()>),
}

/// A journal that is written on a thread of its own.
#[derive(Debug)]
pub struct Journal<E> {
    sender: Sender<Sent<E>>,
}

impl<E: Serialize + Send + 'static> Journal<E> {
    /// Starts the thread. `failed` is called from it, once, where the journal cannot be written; nothing is written
    /// from then on.
    #[must_use]
    pub fn start(
        disk: Arc<dyn Disk>,
        path: PathBuf,
        start: Start<E>,
        failed: impl FnOnce(io::Error) + Clone + Send + 'static,
    ) -> Self {
        let (sender, receiver) = channel();
        let unstarted = failed.clone();
        let run = move || {
            let write = || {
                match start {
                    Start::GoOn(next) => JournalWriter::go_on(disk.as_ref(), &path, next),
                    Start::Begin(entries) => JournalWriter::begin(disk.as_ref(), &path, &entries),
                }
                .and_then(|writer| Recorder { writer, draft: None, unsynced: None }.run(&receiver))
            };
            // Nothing of it is used once it has panicked.
            let written = std::panic::catch_unwind(std::panic::AssertUnwindSafe(write));
            if let Err(error) = written.unwrap_or_else(|_| Err(io::Error::other("a fault of the program"))) {
                failed(error);
            }
        };
        if let Err(error) = std::thread::Builder::new().name("journal".to_owned()).spawn(run) {
            unstarted(error);
        }
        Self { sender }
    }

    /// Adds an entry.
    pub fn add(&self, entry: E) {
        // The receiver is gone only after a failure, which was reported.
        drop(self.sender.send(Sent::Entry(entry)));
    }

    /// Adds an entry that the next one of its kind makes superfluous, and which may therefore wait for a moment.
    pub fn add_draft(&self, entry: E) {
        drop(self.sender.send(Sent::Draft(entry)));
    }

    /// Adds an entry that says that what was being typed no longer is: drafts that wait are not written any more.
    pub fn end_draft(&self, entry: E) {
        drop(self.sender.send(Sent::DraftEnded(entry)));
    }

    /// Waits until everything lies on the medium. Whether it does.
    #[must_use]
    pub fn flush(&self, patience: Duration) -> bool {
        let (done, wait) = channel();
        self.sender.send(Sent::Flush(done)).is_ok() && wait.recv_timeout(patience).is_ok()
    }
}

/// What the thread of a journal does.
struct Recorder<E> {
    writer: JournalWriter<E>,
    /// What is being typed, and when it first was something else than the journal says.
    draft: Option<(E, Instant)>,
    /// When the first line was written that is not synced.
    unsynced: Option<Instant>,
}

impl<E: Serialize> Recorder<E> {
    fn run(mut self, receiver: &Receiver<Sent<E>>) -> io::Result<()> {
        loop {
            let draft_due = self.draft.as_ref().map(|(_, since)| *since + DRAFT_AFTER);
            let sync_due = self.unsynced.map(|since| since + SYNC_AFTER);
            let due = [draft_due, sync_due].into_iter().flatten().min();
            let arrival = match due {
                None => receiver.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => receiver.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match arrival {
                Ok(first) => self.take(first, receiver)?,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.finish(),
            }
            let now = Instant::now();
            if self.draft.as_ref().is_some_and(|(_, since)| *since + DRAFT_AFTER <= now) {
                self.write_draft()?;
            }
            if self.unsynced.is_some_and(|since| since + SYNC_AFTER <= now) {
                self.sync()?;
            }
        }
    }

    /// Takes what was sent, and what else is there already, so that it is written as one.
    fn take(&mut self, first: Sent<E>, receiver: &Receiver<Sent<E>>) -> io::Result<()> {
        let mut entries = Vec::new();
        let mut waiting = Vec::new();
        for sent in std::iter::once(first).chain(receiver.try_iter().take(AT_ONCE)) {
            match sent {
                Sent::Entry(entry) => entries.push(entry),
                Sent::Draft(entry) => {
                    let since = self.draft.take().map_or_else(Instant::now, |(_, since)| since);
                    self.draft = Some((entry, since));
                }
                Sent::DraftEnded(entry) => {
                    self.draft = None;
                    entries.push(entry);
                }
                Sent::Flush(done) => waiting.push(done),
            }
        }
        if !entries.is_empty() {
            self.unsynced.get_or_insert_with(Instant::now);
            self.writer.add(entries.iter())?;
        }
        if !waiting.is_empty() {
            self.finish()?;
            for done in waiting {
                // Who asked may have lost patience.
                let _ = done.send(());
            }
        }
        Ok(())
    }

    fn write_draft(&mut self) -> io::Result<()> {
        let Some((draft, _)) = self.draft.take() else { return Ok(()) };
        self.unsynced.get_or_insert_with(Instant::now);
        self.writer.add(std::iter::once(&draft))
    }

    fn sync(&mut self) -> io::Result<()> {
        self.unsynced = None;
        self.writer.sync()
    }

    fn finish(&mut self) -> io::Result<()> {
        self.write_draft()?;
        if self.unsynced.is_some() { self.sync() } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::store::disk::RealDisk;

    const PATIENCE: Duration = Duration::from_secs(10);

    fn read(path: &Path) -> Vec<String> {
        entries(&std::fs::read(path).unwrap_or_default()).0
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    fn never() -> impl FnOnce(io::Error) + Clone + Send {
        |error| panic!("{error}")
    }

    #[test]
    fn a_journal_goes_on_after_a_line_that_was_torn() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/journal");
        let mut writer = JournalWriter::begin(&RealDisk, &path, &words(&["one"])).unwrap();
        writer.add(words(&["two", "three"]).iter()).unwrap();
        let whole = std::fs::read(&path).unwrap();
        let second = entries::<String>(&whole[..whole.len() - 1]).0.len();
        assert_eq!(second, 3, "the line feed at the end is not needed");
        std::fs::write(&path, &whole[..whole.len() - 4]).unwrap();
        let (found, next) = entries::<String>(&std::fs::read(&path).unwrap());
        assert_eq!((found, next), (words(&["one", "two"]), 2));
        let mut writer = JournalWriter::go_on(&RealDisk, &path, next).unwrap();
        writer.add(words(&["other"]).iter()).unwrap();
        assert_eq!(read(&path), ["one", "two", "other"]);
    }

    #[test]
    fn nothing_is_read_that_rests_on_a_lost_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        JournalWriter::begin(&RealDisk, &path, &words(&["one", "two", "three"])).unwrap();
        let bytes = std::fs::read_to_string(&path).unwrap().replace("two", "owt");
        std::fs::write(&path, &bytes).unwrap();
        let (found, next) = entries::<String>(bytes.as_bytes());
        assert_eq!((found, next), (words(&["one"]), 1));
        JournalWriter::go_on(&RealDisk, &path, next).unwrap().add(words(&["2", "3"]).iter()).unwrap();
        assert_eq!(read(&path), ["one", "2", "3"]);
    }

    #[test]
    fn entries_are_written_at_once_and_drafts_soon_after() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let journal = Journal::start(Arc::new(RealDisk), path.clone(), Start::Begin(words(&["start"])), never());
        journal.add("one".to_owned());
        // Typing that never pauses is written all the same.
        let started = Instant::now();
        while !read(&path).iter().any(|entry| entry.starts_with("draft")) {
            journal.add_draft(format!("draft {}", started.elapsed().as_millis()));
            assert!(started.elapsed() < PATIENCE);
            std::thread::sleep(Duration::from_millis(5));
        }
        journal.add_draft("last".to_owned());
        assert!(journal.flush(PATIENCE));
        let found = read(&path);
        assert_eq!(found[..2], ["start", "one"]);
        assert_eq!(found.last().unwrap(), "last");
    }

    #[test]
    fn a_journal_that_cannot_be_written_says_so_once() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("file"), "in the way").unwrap();
        let said: Arc<Mutex<Vec<String>>> = Arc::default();
        let sink = Arc::clone(&said);
        let path = folder.path().join("file/journal");
        let failed = move |error: io::Error| sink.lock().unwrap().push(error.to_string());
        let journal = Journal::start(Arc::new(RealDisk), path, Start::Begin(words(&["one"])), failed);
        assert!(!journal.flush(PATIENCE));
        journal.add("two".to_owned());
        assert_eq!(said.lock().unwrap().len(), 1);
    }
}
