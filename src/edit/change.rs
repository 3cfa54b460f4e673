//! Edits and transactions.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::model::{Article, Case, Id, List, Place, Record};

/// The version of edits as they are written to disk.
pub const FORMAT_VERSION: u32 = 1;

/// What an edit changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The head of the case.
    Header,
    /// A record of the case.
    Record(Place),
    /// An article itself.
    Article(Id),
}

/// One change: what stood at the target before and what stands there after. `None` before is a new record, `None`
/// after a deleted one. The inverse is total: the two change places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// What is changed.
    pub target: Target,
    /// What stood there.
    pub before: Option<Record>,
    /// What stands there.
    pub after: Option<Record>,
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { target: self.target.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

/// What a person has selected: a form, or an article's page, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Selection {
    /// Whose form is shown.
    pub form: Option<Target>,
    /// The article whose page is shown.
    pub article: Option<Id>,
}

/// Edits that are one step for the person who made them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transaction {
    /// What was done, as a menu says it after "Undo": "change of value".
    pub label: String,
    /// The edits, in the order in which they are applied.
    pub edits: Vec<Edit>,
    /// What was selected before.
    pub before: Selection,
    /// What is selected after.
    pub after: Selection,
}

impl Transaction {
    /// The transaction that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            label: self.label.clone(),
            edits: self.edits.iter().rev().map(Edit::inverse).collect(),
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

/// Everything edits can change: a case and the articles that were read for it.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    /// The case.
    pub case: Case,
    /// Its articles, by id, as far as they have been read.
    pub articles: HashMap<Id, Article>,
}

impl Workspace {
    /// What stands at the target.
    #[must_use]
    pub fn current(&self, target: &Target) -> Option<Record> {
        match target {
            Target::Header => Some(Record::Header(self.case.header.clone())),
            Target::Record(place) => self.case.record(*place),
            Target::Article(id) => self.articles.get(id).cloned().map(Record::Article),
        }
    }

    /// Applies an edit.
    pub fn apply(&mut self, edit: &Edit) {
        match (&edit.target, &edit.after) {
            (Target::Header, Some(Record::Header(header))) => self.case.header = header.clone(),
            (Target::Record(place), after) => {
                self.case.put(*place, after.clone());
            }
            (Target::Article(id), Some(Record::Article(article))) => {
                self.articles.insert(id.clone(), article.clone());
            }
            (Target::Article(id), None) => {
                self.articles.remove(id);
            }
            // A head cannot be removed, nor can another record stand in its place.
            (Target::Header | Target::Article(_), _) => {}
        }
    }

    /// The edit that makes the target what `after` says, from what it is now. `None` where nothing would change.
    #[must_use]
    pub fn edit_to(&self, target: Target, after: Option<Record>) -> Option<Edit> {
        let before = self.current(&target);
        (before != after).then_some(Edit { target, before, after })
    }

    /// The edit that has the case's entry of an article repeat its title and date.
    #[must_use]
    pub fn entry_follows(&self, article: &Article) -> Option<Edit> {
        let place = self.case.place(&article.id).filter(|place| place.list == List::Articles)?;
        let mut entry = self.case.articles.get(place.slot)?.clone();
        entry.title.clone_from(&article.title);
        entry.published.clone_from(&article.published);
        self.edit_to(Target::Record(place), Some(Record::Entry(entry)))
    }

    /// The edit that adds a record to the end of its list.
    #[must_use]
    pub fn insertion(&self, list: List, record: Record) -> Edit {
        Edit { target: Target::Record(self.case.next_place(list)), before: None, after: Some(record) }
    }
}
