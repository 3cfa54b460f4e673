//! Articles of the case: new ones, joining ones, their pages and their files.

use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use super::document::{ArticleDocument, ArticleState, Document};
use super::opening::OpenedArticle;
use super::page::Page;
use super::{Message, NewArticle, Session};
use crate::edit::{Selection, Target, understand};
use crate::model::field::{self, FieldPath};
use crate::model::{Article, ArticleEntry, Id, List, Record};
use crate::suggest;

/// The longest name, in letters, that a file is given from a title.
const SLUG_LENGTH: usize = 60;

/// A file name made of the words of a title: small letters, digits and hyphens.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(letter, '\'' | '’') {
            slug.push('-');
        }
        if slug.chars().count() >= SLUG_LENGTH {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "article".to_owned() } else { slug.to_owned() }
}

/// Where a file lies that a case in `folder` names; `None` where the name leads out of that folder, since opening a
/// case must touch nothing but what belongs to it.
#[must_use]
pub fn article_file(folder: &Path, file: &str) -> Option<PathBuf> {
    let file = PathBuf::from(file.replace('\\', "/"));
    let stays = file.components().all(|step| matches!(step, Component::Normal(_) | Component::CurDir));
    (stays && file.file_name().is_some()).then(|| folder.join(file))
}

impl NewArticle {
    /// A new article from pasted or opened text, with the title, byline and date that its first lines propose.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let proposed = suggest::head_of(text);
        Self {
            title: proposed.title,
            byline: proposed.byline,
            authors: proposed.authors.join("; "),
            published: proposed.published,
            text: proposed.text,
            ..Self::default()
        }
    }
}

impl Session {
    /// Where an article's file lies, as the case names it.
    pub(super) fn article_path(&self, file: &str) -> Option<PathBuf> {
        let folder = self.document.path.as_deref()?.parent()?;
        article_file(folder, file)
    }

    /// The page of an article, if it was read.
    #[must_use]
    pub fn page(&self, id: &Id) -> Option<&Page> {
        match &self.articles.get(id)?.state {
            ArticleState::Ready(page) => Some(page),
            ArticleState::Loading | ArticleState::Missing(_) => None,
        }
    }

    /// Makes a page anew after its article was changed.
    pub(super) fn refresh_page(&mut self, id: &Id) {
        let Some(article) = self.workspace.articles.get(id) else { return };
        let page = Page::new(article, &self.workspace.case, &self.index);
        if let Some(document) = self.articles.get_mut(id) {
            document.state = ArticleState::Ready(Box::new(page));
        }
    }

    /// Makes a new article of a form, and has it join the case.
    pub(super) fn new_article(&mut self, form: &NewArticle) {
        let mut article =
            Record::Article(Article { id: self.new_id(), text: form.text.as_str().into(), ..Article::default() });
        let today = jiff::Zoned::now().date().to_string();
        let retrieved = if form.retrieved.trim().is_empty() { &today } else { &form.retrieved };
        let words = [
            ("title", &form.title),
            ("byline", &form.byline),
            ("authors", &form.authors),
            ("publisher", &form.publisher),
            ("url", &form.url),
            ("published", &form.published),
            ("retrieved", retrieved),
            ("language", &form.language),
        ];
        for (key, words) in words {
            if let Some(field) = field::find(field::ARTICLE, key) {
                article.set(&FieldPath::of(key), understand(field, words, None).value);
            }
        }
        if let Record::Article(article) = article {
            self.join(OpenedArticle { article, document: Document::default() });
        }
    }

    /// Has an article join the case; an untitled case is made where none is open.
    pub(super) fn join(&mut self, mut opened: OpenedArticle) {
        if !self.is_open {
            self.new_case();
        }
        if let Some(why) = &self.document.read_only {
            self.messages.push(Message::failure(format!("The article was not taken into the case. {why}")));
            return;
        }
        if opened.article.id.is_empty() {
            opened.article.id = self.new_id();
        }
        let id = opened.article.id.clone();
        let target = Target::Article(id.clone());
        if self.case().place(&id).is_some() {
            if !self.is_readable(&id) && self.articles.contains_key(&id) {
                self.selection = Selection { form: Some(target), article: Some(id.clone()) };
                self.take_in_article(&id, Ok(opened));
                return;
            }
            self.messages.push(Message::note("This article is in the case already; it is shown."));
            self.selection = Selection { form: Some(target), article: Some(id) };
            return;
        }
        let entry = ArticleEntry {
            id: id.clone(),
            file: self.file_for(&opened).into(),
            sha256: sha256(&opened.article.text).into(),
            title: opened.article.title.clone(),
            published: opened.article.published.clone(),
            same_as: None,
        };
        let page = Page::new(&opened.article, self.case(), &self.index);
        self.workspace.articles.insert(id.clone(), opened.article);
        let state = ArticleState::Ready(Box::new(page));
        self.articles.insert(id.clone(), ArticleDocument { document: opened.document, state });
        self.note_joined(&id);
        self.looks.is_watch_due = true;
        let edit = self.workspace.insertion(List::Articles, Record::Entry(entry));
        let was_empty = self.is_untouched();
        self.transact("new article", vec![edit], Selection { form: Some(target), article: Some(id.clone()) });
        if was_empty && self.articles.get(&id).is_some_and(|article| article.document.base.is_some()) {
            // A case that only wraps an article which was opened alone holds nothing that could be lost.
            self.settle();
        }
    }

    /// Has the article of another producer's file that a person opened join the case. Where it is alone in it, nothing
    /// could be lost yet: its file has it.
    pub(super) fn join_from_file(&mut self, opened: OpenedArticle, path: &Path) {
        let is_foreign = opened.document.base.is_none();
        if is_foreign && let Some(known) = self.known_as(&opened.article, path) {
            self.messages.push(Message::note("This article is in the case already; it is shown."));
            self.selection = Selection { form: Some(Target::Article(known.clone())), article: Some(known) };
            return;
        }
        let was_untouched = !self.is_open || self.is_untouched();
        let source = opened.article.origin.as_ref().filter(|_| is_foreign).map(|origin| origin.sha256.to_string());
        self.join(opened);
        self.remember_files(source.map(|sha256| (path.to_owned(), sha256)));
        if is_foreign && was_untouched && self.case().articles.count() == 1 {
            self.settle();
        }
    }

    /// Whether the case was never saved nor changed.
    fn is_untouched(&self) -> bool {
        self.document.path.is_none() && !self.is_modified()
    }

    /// The name of an article's file in the case: where it lies, if that is inside the folder of the case, else a
    /// new one beside it.
    fn file_for(&self, opened: &OpenedArticle) -> String {
        let folder = self.document.path.as_deref().and_then(Path::parent);
        let inside =
            folder.zip(opened.document.path.as_deref()).and_then(|(folder, path)| path.strip_prefix(folder).ok());
        if let Some(inside) = inside {
            let steps = inside.components().map(|step| step.as_os_str().to_string_lossy());
            return steps.collect::<Vec<_>>().join("/");
        }
        self.free_file(&opened.article.title)
    }

    /// The name of a file that neither the case names nor the folder holds.
    pub(super) fn free_file(&self, title: &str) -> String {
        let slug = slug(title);
        let name = |number: usize| match number {
            0 => format!("articles/{slug}.article.json"),
            _ => format!("articles/{slug}-{}.article.json", number + 1),
        };
        let is_taken = |file: &String| {
            let in_case = self.case().articles.iter().any(|(_, entry)| entry.file == file.as_str());
            in_case || self.article_path(file).is_some_and(|path| path.exists())
        };
        (0..usize::MAX).map(name).find(|file| !is_taken(file)).unwrap_or_default()
    }

    /// Has the case name the place where a missing article was found, if that is inside the folder of the case;
    /// otherwise the article is written where the case looks for it at the next save.
    pub(super) fn note_located(&mut self, id: &Id) {
        let (Some(place), Some(document)) = (self.case().place(id), self.articles.get(id)) else { return };
        let Some(entry) = self.case().articles.get(place.slot) else { return };
        if self.document.read_only.is_some() {
            return;
        }
        let folder = self.document.path.as_deref().and_then(Path::parent);
        let inside =
            folder.zip(document.document.path.as_deref()).and_then(|(folder, path)| path.strip_prefix(folder).ok());
        let file = match inside {
            Some(inside) => {
                let steps = inside.components().map(|step| step.as_os_str().to_string_lossy().into_owned());
                steps.collect::<Vec<_>>().join("/")
            }
            None if self.article_path(&entry.file).is_some() => {
                self.is_copy_due = true;
                return;
            }
            None => self.free_file(&entry.title),
        };
        let entry = ArticleEntry { file: file.into(), ..entry.clone() };
        let edit = self.workspace.edit_to(Target::Record(place), Some(Record::Entry(entry)));
        self.transact("location of an article", edit.into_iter().collect(), self.selection.clone());
    }
}

/// SHA-256 (FIPS 180-4) of a text, in hexadecimal digits.
#[must_use]
pub fn sha256(text: &str) -> String {
    let digit = |bits: u8| char::from_digit(u32::from(bits), 16).unwrap_or('0');
    Sha256::digest(text.as_bytes()).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
