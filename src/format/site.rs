//! Where the fields of one record stand in its file.

use std::collections::HashMap;
use std::ops::Range;

use super::document::Base;
use super::{Fault, FaultClass, NodeId, Tree, lex};
use crate::model::Place;
use crate::model::field::FieldPath;

/// One record in its file. The file is looked at only once something is asked for, and everything is looked for only
/// once, since a hostile record can have as many faults as it has values.
pub(super) struct Site<'a> {
    base: &'a Base,
    place: Place,
    parts: Option<Parts<'a>>,
    /// Where each field stands that was asked for: its offset, and its pointer from the record.
    found: HashMap<FieldPath, (usize, String)>,
}

/// The nodes of a record.
struct Parts<'a> {
    tree: Tree<'a>,
    /// For a list of elements: by their ids their indices and nodes.
    elements: HashMap<String, HashMap<String, (usize, NodeId)>>,
}

impl<'a> Site<'a> {
    /// The record at a place.
    pub fn new(base: &'a Base, place: Place) -> Self {
        Self { base, place, parts: None, found: HashMap::new() }
    }

    /// A fault of the field at `path`, at its bytes where it is found in the file, else at its record.
    pub fn fault(&mut self, path: &FieldPath, class: FaultClass, message: String) -> Fault {
        let list = self.place.list.key();
        let record = format!("/{list}/{}", self.place.slot);
        let Some(span) = self.span() else { return Fault::new(class, 0, message).at(record) };
        if !self.found.contains_key(path) {
            let base = self.base;
            let parts = self.parts.get_or_insert_with(|| Parts::of(base, span));
            self.found.insert(path.clone(), parts.find(path));
        }
        let (offset, pointer) = self.found.get(path).cloned().unwrap_or_default();
        Fault::new(class, offset, message).at(record + &pointer)
    }

    fn span(&self) -> Option<Range<usize>> {
        let slot = usize::try_from(self.place.slot).ok()?;
        self.base.outline.member(self.place.list.key())?.elements.get(slot).cloned()
    }
}

impl<'a> Parts<'a> {
    fn of(base: &'a Base, span: Range<usize>) -> Self {
        Self { tree: Tree::parse(&base.bytes, span).0, elements: HashMap::new() }
    }

    /// Where the field at `path` stands; the nearest thing around it where it does not.
    fn find(&mut self, path: &FieldPath) -> (usize, String) {
        let (mut node, mut pointer) = (self.tree.root(), String::new());
        if let Some((list, id)) = path.element()
            && let Some((index, element)) = self.element(list, id.as_str())
        {
            pointer = format!("/{list}/{index}");
            node = element;
        }
        match self.tree.member(node, path.key()) {
            Some(found) => (self.tree.node(found).span.start, format!("{pointer}/{}", path.key())),
            None => (self.tree.node(node).span.start, pointer),
        }
    }

    /// The element of a list with this id; the first one, where several have it.
    fn element(&mut self, list: &str, id: &str) -> Option<(usize, NodeId)> {
        if !self.elements.contains_key(list) {
            let mut by_id = HashMap::new();
            let elements = self.tree.member(self.tree.root(), list);
            let elements = elements.into_iter().flat_map(|elements| self.tree.children(elements));
            for (index, element) in elements.enumerate() {
                if let Some(found) = self.tree.member(element, "id") {
                    let id = lex::decode(self.tree.raw(found)).into_owned();
                    by_id.entry(id).or_insert((index, element));
                }
            }
            self.elements.insert(list.to_owned(), by_id);
        }
        self.elements.get(list)?.get(id).copied()
    }
}
