//! What a journal says, line by line.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::NewArticle;
use crate::edit::{FORMAT_VERSION, Target, Transaction};
use crate::format::Base;
use crate::model::{Article, Header, Id, Record};
use crate::store::Digest;

/// The version of journals. One of another version, or with edits of another version, is left alone.
pub const VERSION: (u32, u32) = (1, FORMAT_VERSION);

/// One line.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// The first: what everything after it changes.
    Started(Box<Started>),
    /// An article is part of the case from here on.
    Joined(Box<Joined>),
    /// A step was made; the number is that of the state it led to.
    Done(Step, u64),
    /// The last step was taken back.
    Undone,
    /// The step that was taken back last was repeated.
    Redone,
    /// What is being typed.
    Draft(Option<Box<Draft>>),
    /// Everything up to this state was saved.
    Saved(Saved),
    /// This state holds nothing that would have to be saved.
    Settled(u64),
    /// The case was closed, and nothing was left to save.
    Closed,
}

impl Entry {
    /// The state that it says is saved.
    #[must_use]
    pub fn settles(&self) -> Option<u64> {
        match self {
            Self::Saved(saved) => Some(saved.revision),
            Self::Settled(revision) => Some(*revision),
            _ => None,
        }
    }
}

/// What a case was before the first step.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Started {
    /// [`VERSION`] of the program that wrote this.
    pub version: (u32, u32),
    /// Its file.
    pub path: Option<PathBuf>,
    /// What that held when it was opened; nothing for a new case.
    pub base: Ground,
    /// The head of a new case.
    pub made: Option<Header>,
    /// Its title, for a list of what can be recovered.
    pub title: String,
}

/// An article before the first step.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Joined {
    /// Its id.
    pub id: Id,
    /// Its file.
    pub path: Option<PathBuf>,
    /// What that held when it was read; nothing for a new article.
    pub base: Ground,
    /// A new article.
    pub made: Option<Article>,
}

/// What was saved.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Saved {
    /// The state that was saved.
    pub revision: u64,
    /// Where the case lies, and what its file holds; `None` where only articles were saved.
    pub case: Option<(PathBuf, Option<Digest>)>,
    /// The articles that were saved.
    pub articles: Vec<(Id, PathBuf, Digest)>,
}

/// The bytes that a document was opened from. A journal names them by their digest, which is worked out when the line is
/// written.
#[derive(Clone, Debug, Default)]
pub enum Ground {
    /// It was not opened from a file.
    #[default]
    None,
    /// The bytes.
    Bytes(Arc<Base>),
    /// Their digest.
    Digest(Digest),
}

impl Ground {
    /// The ground of a document.
    pub fn of(base: Option<&Arc<Base>>) -> Self {
        base.map_or(Self::None, |base| Self::Bytes(Arc::clone(base)))
    }

    /// The digest, which takes time for long files.
    #[must_use]
    pub fn digest(&self) -> Option<Digest> {
        match self {
            Self::None => None,
            Self::Bytes(base) => Some(Digest::of(&base.bytes)),
            Self::Digest(digest) => Some(digest.clone()),
        }
    }
}

impl Serialize for Ground {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.digest().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Ground {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<Digest>::deserialize(deserializer)?.map_or(Self::None, Self::Digest))
    }
}

/// What is being typed and is not part of the case yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// The words in a field.
    Field {
        /// Whose field it is.
        target: Target,
        /// The field.
        path: String,
        /// The words.
        words: String,
        /// Whether the words are one more reference of a list, and not the whole value.
        adds: bool,
    },
    /// What the words of a quote say, as corrected on the card of a claim (its slot).
    Claim(u32, String),
    /// A new article.
    Article(NewArticle),
}

/// A transaction without the texts of articles that it does not change: they can be very long, and are what they were
/// before the step.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    transaction: Transaction,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    without_text: Vec<usize>,
}

impl Step {
    /// The step of a transaction.
    #[must_use]
    pub fn of(transaction: &Transaction) -> Self {
        let mut transaction = transaction.clone();
        let mut without_text = Vec::new();
        for (number, edit) in transaction.edits.iter_mut().enumerate() {
            if let (Some(Record::Article(before)), Some(Record::Article(after))) = (&mut edit.before, &mut edit.after)
                && before.text == after.text
                && before.versions == after.versions
            {
                for article in [before, after] {
                    article.text = Arc::default();
                    article.versions = Arc::default();
                }
                without_text.push(number);
            }
        }
        Self { transaction, without_text }
    }

    /// The title that it gives the case, if it changes its head.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.transaction.edits.iter().rev().find_map(|edit| match &edit.after {
            Some(Record::Header(header)) => Some(header.title.to_string()),
            _ => None,
        })
    }

    /// The transaction, with the texts that articles have now. `current` gives an article's.
    #[must_use]
    pub fn into_transaction(mut self, current: impl Fn(&Target) -> Option<Record>) -> Transaction {
        for number in self.without_text {
            let Some(edit) = self.transaction.edits.get_mut(number) else { continue };
            let Some(Record::Article(present)) = current(&edit.target) else { continue };
            for side in [&mut edit.before, &mut edit.after] {
                if let Some(Record::Article(article)) = side {
                    article.text = Arc::clone(&present.text);
                    article.versions = Arc::clone(&present.versions);
                }
            }
        }
        self.transaction
    }
}
