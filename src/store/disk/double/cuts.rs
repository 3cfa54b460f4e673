//! What a power cut may leave.

use std::sync::{Arc, Mutex};

use super::Double;
use super::state::{Attributes, File, Names, Node, State};

/// More than these in one go would be a scenario too large to look at whole.
const MOST: usize = 20_000;

impl Double {
    /// Every disk that a power cut may leave: of each file that was not synced, what was synced before, nothing,
    /// zeros, half of it or all; of each folder that was not synced, the names at any moment since.
    pub fn after_power_cuts(&self) -> Vec<Self> {
        let state = self.lock();
        let seen = state.reachable();
        let choices: Vec<usize> =
            state.nodes.iter().enumerate().map(|(id, node)| if seen[id] { choices_of(node) } else { 1 }).collect();
        let count = choices.iter().try_fold(1_usize, |count, more| count.checked_mul(*more));
        assert!(count.is_some_and(|count| count <= MOST), "a power cut has {count:?} outcomes, of {MOST} at most");
        (0..count.unwrap_or(0))
            .map(|number| Self { state: Arc::new(Mutex::new(cut(&state, &choices, number))) })
            .collect()
    }
}

impl State {
    /// Whether each node has, or lately had, a name.
    fn reachable(&self) -> Vec<bool> {
        let mut seen = vec![false; self.nodes.len()];
        let mut left = vec![0];
        while let Some(id) = left.pop() {
            if std::mem::replace(&mut seen[id], true) {
                continue;
            }
            if let Node::Folder(folder) = &self.nodes[id] {
                left.extend(folder.past.iter().chain([&folder.names]).flat_map(Names::values).copied());
            }
        }
        seen
    }
}

fn choices_of(node: &Node) -> usize {
    match node {
        Node::File(file) => variants(file).len(),
        Node::Folder(folder) => folder.past.len(),
        Node::Link(_) => 1,
    }
}

/// What may be found of a file: bytes that were not synced in part, and with them attributes that were not.
fn variants(file: &File) -> Vec<(Vec<u8>, Attributes)> {
    let mut bytes = vec![file.durable.clone()];
    if file.bytes != file.durable {
        // What was added to synced bytes leaves them as they are.
        let kept = if file.bytes.starts_with(&file.durable) { file.durable.len() } else { 0 };
        let half = kept + (file.bytes.len() - kept) / 2;
        let mut zeros = file.bytes[..kept].to_vec();
        zeros.resize(file.bytes.len(), 0);
        bytes.extend([file.bytes[..kept].to_vec(), zeros, file.bytes[..half].to_vec(), file.bytes.clone()]);
    }
    let attributes = file.durable_attributes.clone();
    let mut found: Vec<_> = bytes.into_iter().map(|bytes| (bytes, attributes.clone())).collect();
    if file.attributes != file.durable_attributes {
        found.push((file.bytes.clone(), file.attributes.clone()));
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found.dedup();
    found
}

fn cut(state: &State, choices: &[usize], mut number: usize) -> State {
    let mut left = state.clone();
    left.begin_anew();
    for (node, choices) in left.nodes.iter_mut().zip(choices) {
        let choice = number % choices;
        number /= choices;
        match node {
            Node::File(file) => (file.bytes, file.attributes) = variants(file).swap_remove(choice),
            Node::Folder(folder) => folder.names = folder.past[choice].clone(),
            Node::Link(_) => {}
        }
    }
    left.settle();
    left
}
