//! Where the files lie from which articles have joined cases, so that it can be noticed when they change. A case names
//! them, but does not say where they lie: whoever is given the case need not know.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::{State, digest_of, file};

/// How many files are remembered.
const MOST: usize = 20_000;
/// How many texts are remembered that nobody wanted.
const MOST_PASSED: usize = 20_000;

/// One thread at a time changes what is remembered.
static CHANGING: Mutex<()> = Mutex::new(());

/// The files that are remembered, those noted last at the end.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Whereabouts {
    files: Vec<KnownFile>,
    /// Texts that a person did not want in the place of those that joined: the SHA-256 that their file had, and their own.
    passed: Vec<(String, String)>,
}

/// A file from which articles have joined a case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownFile {
    /// Its SHA-256 when they did, in hexadecimal digits.
    pub sha256: String,
    /// Where it lies.
    pub path: String,
    /// Its length and when it was written (nanoseconds since 1970), when it was last looked at.
    pub stamp: Option<(u64, u64)>,
    /// Its SHA-256 then.
    pub now: String,
}

impl KnownFile {
    /// A file as it is; `sha256` is what it was when articles joined a case from it. `None` where it cannot be read, or its
    /// path is no Unicode.
    #[must_use]
    pub fn look(path: &Path, sha256: &str) -> Option<Self> {
        let path = file::absolute(path);
        let before = stamp(&path)?;
        let now = digest_of(&path).ok()?.as_str().to_owned();
        // What was written meanwhile has to be looked at again.
        let stamp = stamp(&path).filter(|after| *after == before);
        let (sha256, path) = (sha256.to_owned(), path.to_str()?.to_owned());
        Some(Self { sha256, path, stamp, now })
    }

    /// The same as it is now; it is only read where it was written since.
    #[must_use]
    pub fn again(&self) -> Option<Self> {
        let path = PathBuf::from(&self.path);
        if self.stamp.is_some() && stamp(&path) == self.stamp {
            return Some(self.clone());
        }
        Self::look(&path, &self.sha256)
    }
}

/// Length and time of writing.
fn stamp(path: &Path) -> Option<(u64, u64)> {
    let known = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    let since = known.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((known.len(), u64::try_from(since.as_nanos()).ok()?))
}

impl Whereabouts {
    /// What is remembered; nothing where that cannot be read.
    #[must_use]
    pub fn load(state: &State) -> Self {
        let bytes = file::load(&state.whereabouts()).ok();
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Changes what is remembered. A failure is of no consequence but that it is forgotten.
    pub fn change(state: &State, change: impl FnOnce(&mut Self)) {
        let _one_at_a_time = CHANGING.lock();
        let before = Self::load(state);
        let mut after = before.clone();
        change(&mut after);
        if after != before
            && let Ok(bytes) = serde_json::to_vec(&after)
        {
            drop(file::save(&state.whereabouts(), &bytes));
        }
    }

    /// The file that had this SHA-256.
    #[must_use]
    pub fn find(&self, sha256: &str) -> Option<&KnownFile> {
        self.files.iter().find(|known| known.sha256 == sha256)
    }

    /// Remembers a file, in the place of the one that had its SHA-256.
    pub fn note(&mut self, known: KnownFile) {
        self.files.retain(|other| other.sha256 != known.sha256);
        self.files.push(known);
        let surplus = self.files.len().saturating_sub(MOST);
        self.files.drain(..surplus);
    }

    /// Remembers that a text is not wanted, by the SHA-256 that its file had and its own.
    pub fn pass(&mut self, file: &str, text: String) {
        let passed = (file.to_owned(), text);
        if !self.passed.contains(&passed) {
            self.passed.push(passed);
            let surplus = self.passed.len().saturating_sub(MOST_PASSED);
            self.passed.drain(..surplus);
        }
    }

    /// Whether a text is not wanted.
    #[must_use]
    pub fn is_passed(&self, file: &str, text: &str) -> bool {
        let mut of_file = self.passed.iter().filter(|(known, _)| known == file).peekable();
        of_file.peek().is_some() && {
            let digest = super::Digest::of(text.as_bytes());
            of_file.any(|(_, known)| known == digest.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_remembered_by_what_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let (state, path) = (State::at(folder.path().join("deep/state")), folder.path().join("a.json"));
        std::fs::write(&path, "one").unwrap();
        let first = digest_of(&path).unwrap().as_str().to_owned();
        let known = KnownFile::look(&path, &first).unwrap();
        Whereabouts::change(&state, |known_files| known_files.note(known.clone()));
        std::fs::write(&path, "three").unwrap();
        let again = Whereabouts::load(&state).find(&first).unwrap().again().unwrap();
        assert_eq!((again.sha256.as_str(), again.now == first), (first.as_str(), false));
        Whereabouts::change(&state, |known| {
            known.note(again.clone());
            known.pass(&first, super::super::Digest::of(b"t").as_str().to_owned());
            known.pass(&first, super::super::Digest::of(b"t").as_str().to_owned());
        });
        let loaded = Whereabouts::load(&state);
        assert_eq!((loaded.files.len(), loaded.passed.len()), (1, 1));
        assert!(loaded.is_passed(&first, "t") && !loaded.is_passed(&first, "u") && !loaded.is_passed("a", "t"));
        assert_eq!(loaded.files[0].again().unwrap(), loaded.files[0]);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(loaded.files[0].again(), None);
    }

    #[test]
    fn no_more_is_remembered_than_is_of_use() {
        let of = |number: usize| KnownFile { sha256: number.to_string(), ..KnownFile::default() };
        let mut known = Whereabouts { files: (0..MOST + 9).map(of).collect(), ..Whereabouts::default() };
        known.note(of(MOST + 9));
        for number in 0..MOST_PASSED + 10 {
            known.passed.push((String::new(), number.to_string()));
        }
        known.pass("500", "t".to_owned());
        assert_eq!((known.files.len(), known.find("9").is_none()), (MOST, true));
        assert_eq!(known.passed.len(), MOST_PASSED);
    }
}
