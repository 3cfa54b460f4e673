//! What several tests need: a session to drive, and files as the file system knows them.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use casefile::session::{Command, Session, Severity};

/// The longest that anything here may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// The sample case.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/jedi")
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Opens a file and waits until everything was read.
pub fn open(path: &Path) -> Session {
    let mut session = Session::new(Arc::new(|| {}));
    session.perform(Command::Open(vec![path.to_owned()]));
    settle(&mut session);
    session
}

/// Waits until nothing is being read or saved.
pub fn settle(session: &mut Session) {
    let started = Instant::now();
    loop {
        session.poll();
        if !session.is_loading() && !session.is_saving() {
            return;
        }
        assert!(started.elapsed() < PATIENCE, "the session does not settle");
        std::thread::sleep(Duration::from_micros(200));
    }
}

/// Saves, waits, and returns what failed.
pub fn save(session: &mut Session) -> Vec<String> {
    session.take_messages();
    session.perform(Command::Save);
    settle(session);
    failures(session)
}

/// The failures that the session has to tell.
pub fn failures(session: &mut Session) -> Vec<String> {
    let messages = session.take_messages();
    messages.into_iter().filter(|message| message.severity == Severity::Failure).map(|message| message.words).collect()
}

/// What tells whether a file was written: its inode, where there is one, and when it was last written.
pub fn stamp(path: &Path) -> (u64, SystemTime) {
    let known = fs::metadata(path).unwrap();
    #[cfg(unix)]
    let inode = std::os::unix::fs::MetadataExt::ino(&known);
    #[cfg(not(unix))]
    let inode = 0;
    (inode, known.modified().unwrap())
}

/// Every file below a folder, with what tells whether it was written.
pub fn stamps(folder: &Path) -> Vec<(PathBuf, (u64, SystemTime))> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(stamps(&path));
        } else {
            let stamp = stamp(&path);
            found.push((path, stamp));
        }
    }
    found.sort();
    found
}
