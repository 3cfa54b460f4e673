//! Article files: bytes to an article, and changes of an article to bytes.

use serde_json::{Value, json};

use super::document::{Base, VERSION, broken};
use super::record_json::to_json;
use super::{Changes, Fault, FaultClass, PatchError, apply, read_members, render};
use crate::model::{Article, Record};

/// The keys of an article file, in the order of the format.
pub const ARTICLE_KEYS: [&str; 16] = [
    "casefile",
    "version",
    "id",
    "title",
    "byline",
    "authors",
    "publisher",
    "url",
    "published",
    "published_as_typed",
    "retrieved",
    "retrieved_as_typed",
    "language",
    "text",
    "versions",
    "origin",
];

/// An article as far as it could be read.
#[derive(Clone, Debug)]
pub struct ArticleFile {
    /// The article.
    pub article: Article,
    /// What is wrong with the file.
    pub faults: Vec<Fault>,
    /// Why the file can only be read, in a sentence.
    pub read_only: Option<String>,
}

/// Reads an article. `faults` are those that [`Base::new`] found.
#[must_use]
pub fn read_article(base: &Base, mut faults: Vec<Fault>) -> ArticleFile {
    let mut read_only = broken(&faults);
    read_only = base.check_version(&mut faults).or(read_only);
    let article: Option<Article> = read_members(&base.bytes, &base.outline, &[], &mut faults);
    let article = article.unwrap_or_default();
    if article.id.is_empty() {
        faults.push(Fault::new(FaultClass::Identity, base.outline.span.start, "The article has no id."));
    }
    ArticleFile { article, faults, read_only }
}

/// The bytes of an article file after a change of the article it was read as.
///
/// # Errors
/// Where the file is not one that can be written.
pub fn patch_article(base: &Base, before: &Article, after: &Article) -> Result<Vec<u8>, PatchError> {
    let (before, after) = (Record::Article(before.clone()), Record::Article(after.clone()));
    let changes = Changes { header: Some((to_json(&before), to_json(&after))), lists: Vec::new() };
    apply(&base.bytes, &base.outline, &changes, &ARTICLE_KEYS)
}

/// The bytes of a new article file.
#[must_use]
pub fn render_article(article: &Article) -> Vec<u8> {
    let mut root = json!({ "casefile": "article", "version": VERSION });
    if let (Value::Object(root), Value::Object(members)) = (&mut root, to_json(&Record::Article(article.clone()))) {
        root.extend(members);
    }
    render(&root)
}
