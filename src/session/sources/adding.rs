//! Articles of other producers joining the case: each becomes an article of its own, with where it came from.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use super::super::document::Document;
use super::super::newer::{Newer, is_alike, page_of, same_story};
use super::super::opening::OpenedArticle;
use super::super::{Message, Session};
use super::SourcePlace;
use super::listing::{Placed, articles_of, read_one};
use crate::edit::Target;
use crate::import::reprints::Reprints;
use crate::import::{Found, Mappings};
use crate::model::{Article, Id, List, Origin, PartialDate, Record};
use crate::store;

/// Articles that are to join the case, and sentences about those that cannot.
#[derive(Debug, Default)]
pub struct Added {
    /// Each with the article that it is a reprint of: one of the case, or of these.
    articles: Vec<(Article, Option<Original>)>,
    /// What is said of pages of which the case has articles: another text, or `None` where there is nothing new.
    again: Vec<Option<(Id, Newer)>>,
    /// The files, each with its SHA-256.
    files: Vec<(PathBuf, String)>,
    failed: Vec<String>,
}

/// What an article is a reprint of.
#[derive(Clone, Debug)]
enum Original {
    /// An article of the case.
    Known(Id),
    /// One of those that join it together, by its number.
    Added(usize),
}

/// An article to read.
pub struct Place {
    /// Its file.
    pub path: PathBuf,
    /// Where it stands in it.
    pub at: SourcePlace,
    /// When it was published, as far as that was settled in the list.
    pub published: Option<PartialDate>,
}

/// Reads articles where they lie. `known` are those of the case.
pub fn read(places: &[Place], known: &[Article], mappings: &Mappings) -> Added {
    let mut seen = Reprints::default();
    for (number, article) in (0..).zip(known) {
        seen.note(number, &article.text);
    }
    let mut by_page: HashMap<&str, Vec<&Article>> = HashMap::new();
    for article in known {
        if let Some(page) = page_of(&article.url) {
            by_page.entry(page).or_default().push(article);
        }
    }
    let mut added = Added::default();
    let mut whole: HashMap<&Path, Result<Vec<Placed>, String>> = HashMap::new();
    let mut digests: HashMap<&Path, String> = HashMap::new();
    for Place { path, at: place, published } in places {
        let digest = digests
            .entry(path)
            .or_insert_with(|| store::digest_of(path).map(|digest| digest.as_str().to_owned()).unwrap_or_default());
        let found = match place {
            SourcePlace::Line { number, .. } => {
                read_one(path, *place, mappings).map(|(found, _)| (found, String::new(), Some(*number)))
            }
            SourcePlace::Number(number) => match whole.entry(path).or_insert_with(|| articles_of(path, mappings)) {
                Ok(all) => all.get(*number as usize).cloned().map(located).ok_or_else(|| changed(path)),
                Err(why) => Err(why.clone()),
            },
        };
        match found {
            Ok((mut found, pointer, line)) => {
                if let Some(when) = found.published.as_mut().filter(|when| when.date.is_none()) {
                    when.date.clone_from(published);
                }
                let origin = origin(&found, path, digest, pointer, line);
                let says = found.article(origin);
                let of_page = page_of(&says.url).and_then(|page| by_page.get(page)).map_or(&[][..], Vec::as_slice);
                if let Some(article) = same_story(of_page, &says) {
                    let newer = Newer::of(article, says, path.clone(), false);
                    added.again.push(newer.map(|newer| (article.id.clone(), newer)));
                    continue;
                }
                let number = known.len() + added.articles.len();
                let near = seen.note(u32::try_from(number).unwrap_or(u32::MAX), &found.text).map(|near| near as usize);
                let original = near.map(|near| match known.get(near) {
                    Some(article) => Original::Known(article.id.clone()),
                    None => Original::Added(near - known.len()),
                });
                added.articles.push((says, original));
            }
            Err(why) => added.failed.push(why),
        }
    }
    added.failed.dedup();
    added.files = digests.into_iter().map(|(path, digest)| (path.to_owned(), digest)).collect();
    added
}

fn changed(path: &Path) -> String {
    format!("The file has changed since it was listed. Open it once more: {}", path.display())
}

fn located((found, item): Placed) -> (Found, String, Option<u64>) {
    let (pointer, line) = item.map(|item| (item.pointer, item.line)).unwrap_or_default();
    (found, pointer, line)
}

/// Where an article came from.
pub fn origin(found: &Found, path: &Path, sha256: &str, pointer: String, line: Option<u64>) -> Origin {
    Origin {
        file: path.file_name().unwrap_or_default().to_string_lossy().as_ref().into(),
        sha256: sha256.into(),
        pointer: pointer.into(),
        line,
        producer: found.producer.name().into(),
        extractor: "casefile".into(),
        extractor_version: env!("CARGO_PKG_VERSION").into(),
    }
}

impl Session {
    pub(in super::super) fn take_in_added(&mut self, generation: u64, added: Added) {
        self.loading = self.loading.saturating_sub(1);
        if generation != self.generation && self.is_open {
            return;
        }
        for why in added.failed {
            self.messages.push(Message::failure(why));
        }
        let (mut joined, mut known, mut reprinted, mut newer) = (0, 0, 0, BTreeSet::new());
        for again in added.again {
            // Of several readings of one page the last is offered.
            let offered = again.and_then(|(id, text)| self.offer_text(id.clone(), text).then_some(id));
            match offered {
                Some(id) => drop(newer.insert(id)),
                None => known += 1,
            }
        }
        let mut ids: Vec<Option<Id>> = Vec::new();
        for (article, original) in added.articles {
            if self.has_article_like(&article) {
                known += 1;
                ids.push(None);
                continue;
            }
            let original = original.and_then(|original| match original {
                Original::Known(id) => Some(id),
                Original::Added(number) => ids.get(number).cloned().flatten(),
            });
            self.join(OpenedArticle { article, document: Document::default() });
            joined += 1;
            let id = self.selection.article.clone();
            if let (Some(original), Some(id)) = (original, &id) {
                self.note_reprint(id, &original);
                reprinted += 1;
            }
            ids.push(id);
        }
        self.remember_files(added.files);
        self.messages.push(Message::note(said(joined, known, reprinted, newer.len())));
    }

    /// Whether the case has an article from the same place of the same file.
    fn has_article_like(&self, article: &Article) -> bool {
        self.articles_of_case().any(|known| is_same_place(known, article))
    }

    /// The article of the case that is of the same place or page as one of a file that a person opened. What the file says
    /// of it is offered where that is something else.
    pub(in super::super) fn known_as(&mut self, article: &Article, path: &Path) -> Option<Id> {
        let all: Vec<&Article> = self.articles_of_case().collect();
        let is_there = |known: &Article| is_same_place(known, article) || is_of_file(known, article);
        let known = all.iter().copied().find(|known| is_there(known)).or_else(|| same_story(&all, article))?;
        let (id, newer) = (known.id.clone(), Newer::of(known, article.clone(), path.to_owned(), false));
        if let Some(newer) = newer {
            self.offer_text(id.clone(), newer);
        }
        Some(id)
    }

    fn note_reprint(&mut self, id: &Id, original: &Id) {
        let entry = self.case().place(original).and_then(|place| self.case().articles.get(place.slot));
        // A reprint of a reprint is one of the first.
        let original = entry.and_then(|entry| entry.same_as.clone()).unwrap_or_else(|| original.clone());
        let Some(place) = self.case().place(id).filter(|place| place.list == List::Articles) else { return };
        let Some(entry) = self.case().articles.get(place.slot).cloned() else { return };
        let entry = crate::model::ArticleEntry { same_as: Some(original), ..entry };
        let edit = self.workspace.edit_to(Target::Record(place), Some(Record::Entry(entry)));
        self.transact("reprint of an article", edit.into_iter().collect(), self.selection.clone());
    }
}

/// Whether two articles are from the same place of the same file. The bookmarks of a page have no places of their own.
fn is_same_place(one: &Article, other: &Article) -> bool {
    let Some((here, there)) = one.origin.as_ref().zip(other.origin.as_ref()) else { return false };
    let is_place = here.sha256 == there.sha256 && here.pointer == there.pointer && here.line == there.line;
    let has_place = !here.pointer.is_empty() || here.line.is_some();
    is_place && (has_place || one.title == other.title && one.url == other.url)
}

/// Whether two articles of one headline, and with much the same words, are from files of one name.
fn is_of_file(one: &Article, other: &Article) -> bool {
    let Some((here, there)) = one.origin.as_ref().zip(other.origin.as_ref()) else { return false };
    let is_titled = !one.title.is_empty() && one.title == other.title && one.url == other.url;
    is_titled && here.file == there.file && is_alike(&one.text, &other.text)
}

/// What came of adding articles.
fn said(joined: usize, known: usize, reprinted: usize, newer: usize) -> String {
    let count = |count: usize| if count == 1 { "1 article".to_owned() } else { format!("{count} articles") };
    let mut said = format!("{} joined the case", count(joined));
    if known > 0 {
        said = format!("{said}; {} were in it already", count(known));
    }
    if newer > 0 {
        said = format!("{said}; {} of the case may have another text", count(newer));
    }
    if reprinted > 0 {
        let what = if reprinted == 1 { "a reprint" } else { "reprints" };
        said = format!("{said}; {} noted as {what}", count(reprinted));
    }
    format!("{said}.")
}
