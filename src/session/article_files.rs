//! The files of a case's articles: read on a thread, missed where they are not there.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::document::{ArticleDocument, ArticleState, Document};
use super::jobs::Outcome;
use super::opening::{OpenedArticle, OpenedFile, read_file, refusal, refusal_to_leave};
use super::page::Page;
use super::{Message, Session, Storage};
use crate::model::Id;
use crate::store;

/// Puts away what interrupted saves have left beside articles.
pub(super) fn keep_leftovers(storage: &Storage, articles: impl Iterator<Item = PathBuf>) {
    let Some(versions) = storage.versions() else { return };
    let mut folders: HashMap<PathBuf, Vec<PathBuf>> = HashMap::new();
    for path in articles {
        folders.entry(path.parent().map(Path::to_owned).unwrap_or_default()).or_default().push(path);
    }
    for (folder, files) in folders {
        // What cannot be put away now is tried again the next time.
        for path in store::with_leftovers(storage.disk.as_ref(), &folder, &files).unwrap_or_default() {
            drop(versions.keep_leftovers(storage.disk.as_ref(), path));
        }
    }
}

impl Session {
    /// Has every article of the case read that is not known yet, the one in view first.
    pub(super) fn load_articles(&mut self) {
        let mut wanted: Vec<(Id, PathBuf)> = Vec::new();
        let entries = self.case().articles.iter().map(|(_, entry)| entry);
        let unknown: Vec<_> = entries.filter(|entry| !self.articles.contains_key(&entry.id)).cloned().collect();
        for entry in unknown {
            let Some(path) = self.article_path(&entry.file) else {
                self.articles.insert(entry.id.clone(), ArticleDocument::unknown());
                self.miss(&entry.id, refusal_to_leave(&entry.file));
                continue;
            };
            let document = Document { path: Some(path.clone()), ..Document::default() };
            self.articles.insert(entry.id.clone(), ArticleDocument { document, state: ArticleState::Loading });
            wanted.push((entry.id, path));
        }
        if !wanted.is_empty() {
            self.loading += wanted.len();
            self.read_articles(wanted);
        }
        self.recount();
    }

    fn read_articles(&self, wanted: Vec<(Id, PathBuf)>) {
        let (generation, storage, may_write) = (self.generation, self.storage.clone(), self.claim.is_some());
        self.jobs.start("read articles", move |report| {
            if may_write {
                keep_leftovers(&storage, wanted.iter().map(|(_, path)| path.clone()));
            }
            for (id, path) in wanted {
                let result = match read_file(&path).with_barrier() {
                    OpenedFile::Article(article) => Ok(*article),
                    OpenedFile::Refused(why) => Err(why),
                    OpenedFile::Case(_) | OpenedFile::Text(_) | OpenedFile::Several => {
                        Err(refusal("is not an article", "Use Locate to point to the article", &path))
                    }
                };
                report(Outcome::Article { generation, id, result: Box::new(result) });
            }
        });
    }

    pub(super) fn locate(&mut self, id: Id, path: PathBuf) {
        self.loading += 1;
        self.read_articles(vec![(id, path)]);
    }

    pub(super) fn take_in_article(&mut self, id: &Id, result: Result<OpenedArticle, String>) {
        match result {
            Ok(opened) if opened.article.id == *id => {
                let page = Page::new(&opened.article, self.case(), &self.index);
                self.workspace.articles.insert(id.clone(), opened.article);
                let state = ArticleState::Ready(Box::new(page));
                self.looks.is_watch_due = true;
                let moved = self.articles.get(id).is_some_and(|known| known.document.path != opened.document.path);
                self.articles.insert(id.clone(), ArticleDocument { document: opened.document, state });
                if moved {
                    self.note_located(id);
                }
                if let Some(place) = self.case().place(id) {
                    self.rename(place);
                }
            }
            Ok(opened) => {
                let why = format!(
                    "This file holds another article, {:?}. The case is unchanged. Choose the file of the missing one",
                    opened.article.title.as_str()
                );
                self.miss(id, why);
            }
            Err(why) => self.miss(id, why),
        }
        self.recount();
    }

    pub(super) fn miss(&mut self, id: &Id, why: String) {
        if let Some(article) = self.articles.get_mut(id)
            && !matches!(article.state, ArticleState::Ready(_))
        {
            article.state = ArticleState::Missing(why.clone());
        }
        self.structure += 1;
        self.messages.push(Message::warning(why));
    }
}
