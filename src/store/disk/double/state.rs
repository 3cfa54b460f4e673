//! What lies on the disk: as a program sees it, and as it would be after a power cut.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use super::{Call, Fault, Hook, Lack};

/// The names in a folder, and which node each is of.
pub type Names = BTreeMap<String, usize>;

/// The node of the folder around all.
const ROOT: usize = 0;

/// What belongs to a file besides its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attributes {
    pub mode: u32,
    pub owner: (u32, u32),
    /// Extended attributes, the access list among them.
    pub extended: BTreeMap<String, Vec<u8>>,
}

impl Attributes {
    pub fn of_mode(mode: u32) -> Self {
        Self { mode, owner: (1000, 1000), extended: BTreeMap::new() }
    }
}

#[derive(Clone, Debug)]
pub struct File {
    pub bytes: Vec<u8>,
    pub durable: Vec<u8>,
    /// What a sync would make durable.
    pub dirty: Option<Range<usize>>,
    pub attributes: Attributes,
    pub durable_attributes: Attributes,
    /// When it was written, in ticks.
    pub modified: u64,
}

impl File {
    pub fn new(mode: u32) -> Self {
        let attributes = Attributes::of_mode(mode);
        Self {
            bytes: Vec::new(),
            durable: Vec::new(),
            dirty: None,
            durable_attributes: attributes.clone(),
            attributes,
            modified: 0,
        }
    }

    pub fn durable(bytes: &[u8]) -> Self {
        Self { bytes: bytes.to_vec(), durable: bytes.to_vec(), ..Self::new(0o644) }
    }

    /// What was written since the last sync, whether that one failed or not, becomes durable.
    pub fn sync(&mut self) {
        if let Some(dirty) = self.dirty.take() {
            let end = dirty.end.min(self.bytes.len());
            self.durable.resize(self.durable.len().max(end).min(self.bytes.len()), 0);
            if dirty.start < end {
                self.durable[dirty.start..end].copy_from_slice(&self.bytes[dirty.start..end]);
            }
        }
        self.durable_attributes = self.attributes.clone();
    }
}

#[derive(Clone, Debug, Default)]
pub struct Folder {
    pub names: Names,
    /// The names at the last sync that went well, and after each change since.
    pub past: Vec<Names>,
    /// Whether a sync would do anything.
    pub is_dirty: bool,
    pub is_private: bool,
}

#[derive(Clone, Debug)]
pub enum Node {
    File(File),
    Folder(Folder),
    Link(PathBuf),
}

#[derive(Clone)]
pub struct State {
    pub nodes: Vec<Node>,
    pub log: Vec<Call>,
    pub plan: Vec<(usize, Fault)>,
    pub hook: Option<(usize, Hook)>,
    pub failed: Vec<&'static str>,
    pub lacks: Vec<Lack>,
    pub is_killed: bool,
    pub is_full: bool,
    pub clock: u64,
}

impl fmt::Debug for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("State").field("tree", &self.tree()).field("log", &self.log).finish_non_exhaustive()
    }
}

impl Default for State {
    fn default() -> Self {
        let root = Folder { past: vec![Names::new()], ..Folder::default() };
        Self {
            nodes: vec![Node::Folder(root)],
            log: Vec::new(),
            plan: Vec::new(),
            hook: None,
            failed: Vec::new(),
            lacks: Vec::new(),
            is_killed: false,
            is_full: false,
            clock: 0,
        }
    }
}

impl State {
    pub fn begin_anew(&mut self) {
        self.log.clear();
        self.plan.clear();
        self.hook = None;
        self.failed.clear();
        self.is_killed = false;
        self.is_full = false;
    }

    /// The path without symbolic links.
    pub fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.walk(path, 40).map(|(path, _)| path)
    }

    /// What lies at a path, behind symbolic links.
    pub fn id(&self, path: &Path) -> io::Result<usize> {
        self.walk(path, 40).map(|(_, id)| id)
    }

    fn walk(&self, path: &Path, links: usize) -> io::Result<(PathBuf, usize)> {
        let mut stack = vec![(PathBuf::from("/"), ROOT)];
        for part in path.components() {
            let (here, folder) = stack.last().cloned().ok_or(io::ErrorKind::NotFound)?;
            match part {
                Component::ParentDir if stack.len() > 1 => drop(stack.pop()),
                Component::Normal(name) => {
                    let name = name.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
                    let id = *self.names(folder, name)?.get(name).ok_or(io::ErrorKind::NotFound)?;
                    match &self.nodes[id] {
                        Node::Link(_) if links == 0 => return Err(io::Error::from_raw_os_error(40)),
                        Node::Link(target) => {
                            let (path, id) = self.walk(&here.join(target), links - 1)?;
                            stack.push((path, id));
                        }
                        _ => stack.push((here.join(name), id)),
                    }
                }
                _ => {}
            }
        }
        stack.pop().ok_or(io::ErrorKind::NotFound.into())
    }

    fn names(&self, folder: usize, name: &str) -> io::Result<&Names> {
        if name.len() > 255 {
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        match &self.nodes[folder] {
            Node::Folder(folder) => Ok(&folder.names),
            _ => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    /// The folder that a path is in, and the path's name there.
    pub fn place(&self, path: &Path) -> io::Result<(usize, String)> {
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        let folder = self.id(parent)?;
        let name = name.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
        self.names(folder, name)?;
        Ok((folder, name.to_owned()))
    }

    /// What has a name in a folder; symbolic links are not followed.
    pub fn named(&self, folder: usize, name: &str) -> Option<usize> {
        self.names(folder, name).ok()?.get(name).copied()
    }

    pub fn set_name(&mut self, folder: usize, name: &str, id: Option<usize>) {
        let Node::Folder(folder) = &mut self.nodes[folder] else { return };
        match id {
            Some(id) => folder.names.insert(name.to_owned(), id),
            None => folder.names.remove(name),
        };
        folder.is_dirty = true;
        folder.past.push(folder.names.clone());
    }

    /// Gives a new node a name.
    pub fn insert(&mut self, path: &Path, node: Node) -> usize {
        let (folder, name) = self.place(path).expect("the folder should be there");
        self.nodes.push(node);
        let id = self.nodes.len() - 1;
        self.touch(id);
        self.set_name(folder, &name, Some(id));
        id
    }

    pub fn folders(&mut self, path: &Path) {
        if self.id(path).is_ok() {
            return;
        }
        if let Some(parent) = path.parent() {
            self.folders(parent);
        }
        self.insert(path, Node::Folder(Folder { past: vec![Names::new()], ..Folder::default() }));
    }

    pub fn file(&self, id: usize) -> io::Result<&File> {
        match &self.nodes[id] {
            Node::File(file) => Ok(file),
            _ => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    pub fn file_mut(&mut self, id: usize) -> io::Result<&mut File> {
        match &mut self.nodes[id] {
            Node::File(file) => Ok(file),
            _ => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    /// Notes that a file was written.
    pub fn touch(&mut self, id: usize) {
        self.clock += 1;
        let now = self.clock;
        if let Ok(file) = self.file_mut(id) {
            file.modified = now;
        }
    }

    pub fn write_over(&mut self, id: usize, bytes: &[u8]) {
        if let Ok(file) = self.file_mut(id) {
            file.dirty = Some(0..bytes.len().max(file.bytes.len()));
            bytes.clone_into(&mut file.bytes);
        }
        self.touch(id);
    }

    /// How many names a node has.
    pub fn links(&self, id: usize) -> u64 {
        let of = |node: &Node| match node {
            Node::Folder(folder) => folder.names.values().filter(|other| **other == id).count(),
            _ => 0,
        };
        self.nodes.iter().map(of).sum::<usize>() as u64
    }

    pub fn settle(&mut self) {
        for node in &mut self.nodes {
            match node {
                Node::File(file) => {
                    file.durable.clone_from(&file.bytes);
                    file.dirty = None;
                    file.durable_attributes = file.attributes.clone();
                }
                Node::Folder(folder) => {
                    folder.past = vec![folder.names.clone()];
                    folder.is_dirty = false;
                }
                Node::Link(_) => {}
            }
        }
    }

    pub fn tree(&self) -> BTreeMap<PathBuf, String> {
        let words = |node: &Node| match node {
            Node::File(file) => format!("file {:o} {}", file.attributes.mode, file.bytes.escape_ascii()),
            Node::Folder(folder) => format!("folder {}", folder.is_private),
            Node::Link(target) => format!("link {}", target.display()),
        };
        self.paths().into_iter().map(|(path, id)| (path, words(&self.nodes[id]))).collect()
    }

    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let bytes = |id| self.file(id).ok().map(|file| file.bytes.clone());
        self.paths().into_iter().filter_map(|(path, id)| Some((path, bytes(id)?))).collect()
    }

    /// Every path and its node.
    pub fn paths(&self) -> Vec<(PathBuf, usize)> {
        let mut found = Vec::new();
        let mut folders = vec![(PathBuf::from("/"), ROOT)];
        while let Some((path, id)) = folders.pop() {
            let Node::Folder(folder) = &self.nodes[id] else { continue };
            for (name, id) in &folder.names {
                found.push((path.join(name), *id));
                folders.push((path.join(name), *id));
            }
        }
        found
    }
}
