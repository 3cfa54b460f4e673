//! What is done with earlier versions while nobody waits: they are compressed, and those that need not be kept any
//! longer go.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::index::{Entry, digests_in};
use super::{Versions, append, index_path, load};
use crate::store::blobs::HELD;
use crate::store::disk::{Disk, Kind, write_all};
use crate::store::lines::{Line, line, lines};
use crate::store::{Blobs, Compressed, Digest};

/// How far folders are followed below the one of a document. Deeper ones are none of this program.
const DEEPEST: usize = 4;

/// Files among the blobs that nothing referred to when that was last looked at.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Unreferred {
    /// The day of that.
    day: String,
    /// Their names.
    files: Vec<String>,
}

impl Versions {
    /// Notes that the program runs today, forgets the versions that need not be kept any longer, and removes bytes
    /// that nothing has referred to on two days.
    ///
    /// # Errors
    /// What the system says. Nothing is removed then that would not have been removed otherwise.
    pub fn sweep(&self, disk: &dyn Disk) -> io::Result<()> {
        let day = self.now.date().to_string();
        for folder in folders(disk, &self.state.documents())? {
            let mut index = load(disk, &folder)?;
            let mut entries = Vec::new();
            if index.wants(&day) {
                index.note(&day);
                entries.push(Entry::Day(day.clone()));
            }
            let expired = index.expired();
            if !expired.is_empty() {
                entries.push(Entry::Removed(expired));
            }
            if !entries.is_empty() {
                append(disk, &folder, &entries)?;
            }
        }
        self.drop_unreferred(disk, day)
    }

    /// Removes what nothing refers to now and nothing referred to on another day. Bytes that were just kept, and are
    /// about to be referred to, are therefore safe.
    fn drop_unreferred(&self, disk: &dyn Disk, day: String) -> io::Result<()> {
        let seen = self.seen_before(disk);
        if seen.day == day {
            return Ok(());
        }
        let mut files = self.unreferred(disk)?;
        if files.iter().any(|file| seen.files.contains(&name(file))) {
            let _removing = Blobs::removing();
            for file in self.unreferred(disk)?.iter().filter(|file| seen.files.contains(&name(file))) {
                disk.remove(file)?;
            }
            files.retain(|file| !seen.files.contains(&name(file)));
        }
        let path = self.state.unreferred();
        // Where the list is lost, removing waits for a day longer.
        drop(disk.remove(&path));
        if files.is_empty() {
            return Ok(());
        }
        let seen = Unreferred { day, files: files.iter().map(|file| name(file)).collect() };
        write_all(disk.append(&path)?.as_mut(), &line(&seen)?)
    }

    fn seen_before(&self, disk: &dyn Disk) -> Unreferred {
        let bytes = disk.read(&self.state.unreferred()).unwrap_or_default();
        let last = lines(&bytes).last();
        if let Some(Line::Entry(seen)) = last { seen } else { Unreferred::default() }
    }

    /// The files among the blobs that nothing refers to.
    fn unreferred(&self, disk: &dyn Disk) -> io::Result<Vec<PathBuf>> {
        let referred = self.referred(disk)?;
        let is_referred = |file: &PathBuf| {
            let digest = file.file_stem().and_then(|stem| Digest::parse(stem.to_str()?));
            digest.is_some_and(|digest| referred.contains(&digest))
        };
        let files = self.state.blobs().files(disk)?;
        Ok(files.into_iter().filter(|file| !is_referred(file)).collect())
    }

    /// Every digest that stands in any file of any document; in an index, only those of versions that are still kept.
    fn referred(&self, disk: &dyn Disk) -> io::Result<HashSet<Digest>> {
        let mut referred = HashSet::new();
        for document in folders(disk, &self.state.documents())? {
            referred.extend(load(disk, &document)?.referred().cloned());
            let mut folders = vec![(document.clone(), 0)];
            while let Some((folder, depth)) = folders.pop() {
                for path in disk.list(&folder)? {
                    match disk.stat(&path)?.kind {
                        Kind::Folder if depth == DEEPEST => {
                            return Err(io::Error::other("the state folder holds folders that are not its own"));
                        }
                        Kind::Folder => folders.push((path, depth + 1)),
                        Kind::File if path == index_path(&document) => {}
                        Kind::File => referred.extend(digests_in(&disk.read(&path)?)),
                        Kind::Other => {}
                    }
                }
            }
        }
        Ok(referred)
    }

    /// Compresses the bytes that are not compressed yet and were left alone for a day. Where another program went on writing into a file after it
    /// had its place taken, what it wrote becomes a version of its own.
    ///
    /// # Errors
    /// The first that the system says; the others are compressed all the same.
    pub fn compress(&self, disk: &dyn Disk) -> io::Result<()> {
        let blobs = self.state.blobs();
        for late in blobs.settle(disk, self.now.timestamp().into())? {
            self.refile_everywhere(disk, &late.was, &late.is)?;
        }
        let is_due = |file: &PathBuf| file.extension().is_none() && self.is_at_rest(disk, file);
        let plain = blobs.files(disk)?.into_iter().filter(is_due).filter_map(|file| Digest::parse(&name(&file)));
        let mut first = Ok(());
        for digest in plain {
            let _referring = Blobs::referring();
            let done = match blobs.compress(disk, &digest) {
                Ok(Compressed::Changed(found)) => self.refile_everywhere(disk, &digest, &found),
                other => other.map(drop),
            };
            first = first.and(done);
        }
        first
    }

    /// Whether a file was left alone for so long that no other program can still be writing it.
    fn is_at_rest(&self, disk: &dyn Disk, file: &Path) -> bool {
        let modified = disk.stat(file).ok().and_then(|stat| stat.modified);
        let age = modified.and_then(|at| SystemTime::from(self.now.timestamp()).duration_since(at).ok());
        age.is_some_and(|age| age > HELD)
    }

    fn refile_everywhere(&self, disk: &dyn Disk, digest: &Digest, found: &Digest) -> io::Result<()> {
        for folder in folders(disk, &self.state.documents())? {
            let index = load(disk, &folder)?;
            if let Some(version) = index.newest_first().find(|version| version.digest == *digest) {
                self.refile(disk, &folder, version, found.clone())?;
            }
        }
        Ok(())
    }
}

fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The folders in a folder; none where it is not there.
fn folders(disk: &dyn Disk, folder: &Path) -> io::Result<Vec<PathBuf>> {
    let found = match disk.list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        found => found?,
    };
    let mut folders = Vec::new();
    for path in found {
        // One that cannot be looked at must not pass for one that is not there: what it refers to would be removed.
        if disk.stat(&path)?.kind == Kind::Folder {
            folders.push(path);
        }
    }
    Ok(folders)
}
