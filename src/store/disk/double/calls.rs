//! The calls of the disk in memory.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::super::{Disk, Kind, Output, Stat};
use super::state::{Attributes, File, Folder, Names, Node, State};
use super::{Double, Fault, Lack, killed};

/// A call that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub name: &'static str,
    pub path: PathBuf,
}

/// What becomes of one call.
enum Turn {
    Goes,
    Half,
    Fails(io::Error),
    FailsAfter(io::Error),
}

/// Whether a call of this name changes anything.
fn changes(name: &str) -> bool {
    !matches!(name, "read" | "stat" | "resolve" | "read_link" | "list")
}

impl State {
    fn turn(&mut self, name: &'static str, path: &Path) -> io::Result<Turn> {
        if self.is_killed {
            return Err(killed());
        }
        let number = self.log.len();
        self.log.push(Call { name, path: path.to_owned() });
        if self.is_full && name == "write" {
            return Ok(Turn::Fails(super::Errno::NoSpace.error()));
        }
        let lasting =
            |at: usize, fault: Fault| matches!(fault, Fault::FailsFromHere(_)) && at < number && changes(name);
        let planned = self.plan.iter().find(|(at, fault)| *at == number || lasting(*at, *fault)).copied();
        let Some((_, fault)) = planned else { return Ok(Turn::Goes) };
        if !fault.kills() {
            self.failed.push(name);
        }
        match fault {
            Fault::Fails(errno) | Fault::FailsFromHere(errno) => Ok(Turn::Fails(errno.error())),
            Fault::FailsAfter(errno) => Ok(Turn::FailsAfter(errno.error())),
            Fault::Short => Ok(Turn::Half),
            Fault::ShortThenFull => {
                self.is_full = true;
                Ok(Turn::Half)
            }
            Fault::KillBefore => {
                self.is_killed = true;
                Err(killed())
            }
            Fault::KillAfter => {
                self.is_killed = true;
                Ok(Turn::FailsAfter(killed()))
            }
        }
    }
}

impl Double {
    /// Makes a call: `act` is what it does; where it fails, `failed` is what it does instead.
    fn call<T>(
        &self,
        name: &'static str,
        path: &Path,
        act: impl FnOnce(&mut State, bool) -> io::Result<T>,
        failed: impl FnOnce(&mut State),
    ) -> io::Result<T> {
        self.let_others_in();
        let mut state = self.lock();
        match state.turn(name, path)? {
            Turn::Goes => act(&mut state, false),
            Turn::Half => act(&mut state, true),
            Turn::Fails(error) => {
                failed(&mut state);
                Err(error)
            }
            Turn::FailsAfter(error) => act(&mut state, false).and(Err(error)),
        }
    }

    fn simply<T>(
        &self,
        name: &'static str,
        path: &Path,
        act: impl FnOnce(&mut State) -> io::Result<T>,
    ) -> io::Result<T> {
        self.call(name, path, |state, _| act(state), |_| {})
    }

    fn let_others_in(&self) {
        let mut state = self.lock();
        let number = state.log.len();
        let due = state.hook.take_if(|(at, _)| *at == number);
        drop(state);
        if let Some((_, hook)) = due {
            hook(self);
        }
    }

    fn open(&self, id: usize, path: &Path) -> Box<dyn Output> {
        Box::new(Handle { disk: self.clone(), id, path: path.to_owned() })
    }
}

fn lacking(state: &State, lack: Lack) -> io::Result<()> {
    if state.lacks.contains(&lack) { Err(io::ErrorKind::Unsupported.into()) } else { Ok(()) }
}

fn exists(state: &State, path: &Path) -> io::Result<(usize, String, usize)> {
    let (folder, name) = state.place(path)?;
    let id = state.named(folder, &name).ok_or(io::ErrorKind::NotFound)?;
    Ok((folder, name, id))
}

fn is_free(state: &State, path: &Path) -> io::Result<(usize, String)> {
    let (folder, name) = state.place(path)?;
    if state.named(folder, &name).is_some() { Err(io::ErrorKind::AlreadyExists.into()) } else { Ok((folder, name)) }
}

impl Disk for Double {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.simply("read", path, |state| state.file(state.id(path)?).map(|file| file.bytes.clone()))
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        self.simply("stat", path, |state| {
            let id = state.id(path)?;
            let identity = (1, id as u64);
            let links = state.links(id);
            let Ok(file) = state.file(id) else {
                let kind = Kind::Folder;
                return Ok(Stat { kind, len: 0, modified: None, links, identity, is_read_only: false });
            };
            Ok(Stat {
                kind: Kind::File,
                len: file.bytes.len() as u64,
                modified: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(file.modified)),
                links,
                identity,
                is_read_only: file.attributes.mode & 0o222 == 0,
            })
        })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.simply("resolve", path, |state| state.canonical(path))
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        self.simply("read_link", path, |state| match state.nodes[exists(state, path)?.2] {
            Node::Link(ref target) => Ok(target.clone()),
            _ => Err(io::ErrorKind::InvalidInput.into()),
        })
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        let id = self.simply("create", path, |state| {
            is_free(state, path)?;
            Ok(state.insert(path, Node::File(File::new(0o600))))
        })?;
        Ok(self.open(id, path))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        let id = self.simply("append", path, |state| match state.id(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok(state.insert(path, Node::File(File::new(0o600))))
            }
            found => found.and_then(|id| state.file(id).map(|_| id)),
        })?;
        Ok(self.open(id, path))
    }

    fn copy_attributes(&self, from: Option<&Path>, to: &Path) -> io::Result<()> {
        self.simply("copy_attributes", to, |state| {
            let given = match from {
                Some(from) => state.file(state.id(from)?)?.attributes.clone(),
                None => Attributes::of_mode(0o644),
            };
            let id = state.id(to)?;
            state.file_mut(id)?.attributes = given;
            Ok(())
        })
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.simply("exchange", other, |state| {
            lacking(state, Lack::Exchange)?;
            let (first, second) = (exists(state, one)?, exists(state, other)?);
            state.set_names(&[(first.0, &first.1, Some(second.2)), (second.0, &second.1, Some(first.2))]);
            Ok(())
        })
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.simply("rename_new", to, |state| {
            lacking(state, Lack::RenameNew)?;
            let (folder, name, id) = exists(state, from)?;
            let free = is_free(state, to)?;
            state.set_names(&[(folder, &name, None), (free.0, &free.1, Some(id))]);
            Ok(())
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.simply("rename", to, |state| {
            let (folder, name, id) = exists(state, from)?;
            let place = state.place(to)?;
            // Two names of one file stay two, as POSIX has it.
            if state.named(place.0, &place.1) == Some(id) {
                return Ok(());
            }
            state.set_names(&[(folder, &name, None), (place.0, &place.1, Some(id))]);
            Ok(())
        })
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.simply("link", name, |state| {
            lacking(state, Lack::Link)?;
            let (_, _, id) = exists(state, file)?;
            let free = is_free(state, name)?;
            state.set_name(free.0, &free.1, Some(id));
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.simply("remove", path, |state| {
            let (folder, name, id) = exists(state, path)?;
            if matches!(state.nodes[id], Node::Folder(_)) {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            state.set_name(folder, &name, None);
            Ok(())
        })
    }

    fn create_folder(&self, path: &Path, is_private: bool) -> io::Result<()> {
        self.simply("create_folder", path, |state| {
            is_free(state, path)?;
            let folder = Folder { is_private, past: vec![Names::new()], ..Folder::default() };
            state.insert(path, Node::Folder(folder));
            Ok(())
        })
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.simply("remove_folder", path, |state| {
            let (folder, name, id) = exists(state, path)?;
            match &state.nodes[id] {
                Node::Folder(found) if found.names.is_empty() => {}
                Node::Folder(_) => return Err(io::ErrorKind::DirectoryNotEmpty.into()),
                _ => return Err(io::ErrorKind::NotADirectory.into()),
            }
            state.set_name(folder, &name, None);
            Ok(())
        })
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        let sync = |state: &mut State, is_done: bool| {
            let id = state.id(path)?;
            let Node::Folder(folder) = &mut state.nodes[id] else { return Err(io::ErrorKind::NotADirectory.into()) };
            if is_done && folder.is_dirty {
                folder.past = vec![folder.names.clone()];
            }
            folder.is_dirty = false;
            Ok(())
        };
        self.call("sync_folder", path, |state, _| sync(state, true), |state| drop(sync(state, false)))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.simply("list", folder, |state| match &state.nodes[state.id(folder)?] {
            Node::Folder(found) => Ok(found.names.keys().map(|name| folder.join(name)).collect()),
            _ => Err(io::ErrorKind::NotADirectory.into()),
        })
    }
}

impl State {
    /// Changes names as one step, also for a power cut where they are in one folder.
    fn set_names(&mut self, changes: &[(usize, &str, Option<usize>)]) {
        let before = changes.iter().map(|(folder, ..)| *folder).collect::<Vec<_>>();
        for (folder, name, id) in changes {
            self.set_name(*folder, name, *id);
        }
        let is_one_folder = before.iter().all(|folder| *folder == before[0]);
        if let (true, Node::Folder(folder)) = (is_one_folder, &mut self.nodes[before[0]]) {
            let between = folder.past.len() - changes.len();
            folder.past.drain(between..folder.past.len() - 1);
        }
    }
}

/// A file open for writing.
#[derive(Debug)]
pub struct Handle {
    disk: Double,
    id: usize,
    path: PathBuf,
}

impl Output for Handle {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let id = self.id;
        let write = |state: &mut State, is_half: bool| {
            let count = if is_half { bytes.len().div_ceil(2) } else { bytes.len() };
            let file = state.file_mut(id)?;
            let start = file.bytes.len();
            file.bytes.extend_from_slice(&bytes[..count]);
            let dirty = file.dirty.take().map_or(start, |dirty| dirty.start.min(start));
            file.dirty = Some(dirty..file.bytes.len());
            state.touch(id);
            Ok(count)
        };
        self.disk.call("write", &self.path, write, |_| {})
    }

    fn sync(&mut self) -> io::Result<()> {
        let id = self.id;
        let failed = |state: &mut State| {
            if let Ok(file) = state.file_mut(id) {
                file.dirty = None;
            }
        };
        self.disk.call("sync", &self.path, |state, _| state.file_mut(id).map(File::sync), failed)
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        let id = self.id;
        self.disk.simply("truncate", &self.path, |state| {
            let file = state.file_mut(id)?;
            file.bytes.resize(usize::try_from(len).unwrap_or(usize::MAX), 0);
            let end = file.bytes.len();
            file.dirty = Some(file.dirty.take().map_or(end, |dirty| dirty.start.min(end))..end);
            state.touch(id);
            Ok(())
        })
    }
}
