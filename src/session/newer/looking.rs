//! Looking, away from the window, at the files from which articles came.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Newer;
use super::story::{self, Placed, is_same_page, is_titled};
use crate::import::Mappings;
use crate::model::{Article, Id, Origin};
use crate::session::sources::{article_of, articles_of, is_long_list, origin};
use crate::store::{self, KnownFile, State, Whereabouts};

/// What the files say.
pub struct LookedForNewer {
    /// The number of the look.
    pub number: u64,
    /// The newer texts.
    pub found: Vec<(Id, Newer)>,
    /// What changed files were read, by the SHA-256 they had.
    pub read: HashMap<String, Read>,
    /// Those of them that are as they were when they were last read.
    pub unread: BTreeSet<String>,
    /// Where the files lie.
    pub paths: BTreeSet<PathBuf>,
}

/// A changed file as it was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// Its SHA-256 then.
    now: String,
    /// What it was compared with.
    texts: Vec<(Id, Arc<str>)>,
}

impl Read {
    fn is_same(&self, other: &Self) -> bool {
        let pairs = || self.texts.iter().zip(&other.texts);
        let is_same_text = self.texts.len() == other.texts.len()
            && pairs().all(|(one, other)| one.0 == other.0 && Arc::ptr_eq(&one.1, &other.1));
        self.now == other.now && is_same_text
    }
}

/// Looks at files.
pub struct Looker<'a> {
    /// Where the case lies: files of which nothing is remembered may lie beside it.
    pub folder: Option<&'a Path>,
    /// Where files lie from which articles joined since the program was started, by their SHA-256.
    pub places: &'a BTreeMap<String, PathBuf>,
    /// What was read by the last look.
    pub last: &'a HashMap<String, Read>,
    /// What persons have said of the JSON of others.
    pub mappings: &'a Mappings,
    /// Whether nobody wants to know any more.
    pub is_cancelled: &'a dyn Fn() -> bool,
}

impl Looker<'_> {
    /// Looks at the files from which these articles came.
    pub fn look(&self, number: u64, articles: &[Article], state: Option<&State>) -> LookedForNewer {
        let (found, read, unread, paths) = Default::default();
        let mut looked = LookedForNewer { number, found, read, unread, paths };
        let mut by_file: BTreeMap<(&str, &str), Vec<(&Article, &Origin)>> = BTreeMap::new();
        for article in articles {
            if let Some(origin) = &article.origin {
                by_file.entry((&origin.sha256, &origin.file)).or_default().push((article, origin));
            }
        }
        let remembered = state.map(Whereabouts::load).unwrap_or_default();
        let mut changed = Vec::new();
        for ((sha256, file), articles) in by_file {
            if (self.is_cancelled)() {
                break;
            }
            let known = remembered.find(sha256);
            let Some((now, is_sure)) = self.file(known, file, sha256) else { continue };
            looked.paths.insert(PathBuf::from(&now.path));
            if now.now != sha256 {
                let texts =
                    articles.iter().map(|(article, _)| (article.id.clone(), Arc::clone(&article.text))).collect();
                let read = Read { now: now.now.clone(), texts };
                if self.last.get(sha256).is_some_and(|last| last.is_same(&read)) {
                    looked.unread.insert(sha256.to_owned());
                } else {
                    let newer = self.read(&now, &articles, is_sure).into_iter();
                    looked.found.extend(newer.filter(|(_, newer)| !remembered.is_passed(sha256, &newer.says.text)));
                }
                looked.read.insert(sha256.to_owned(), read);
            }
            // What still is what it was is that file, wherever it was found.
            if (is_sure || now.now == sha256) && known != Some(&now) {
                changed.push(now);
            }
        }
        if let Some(state) = state.filter(|_| !changed.is_empty()) {
            Whereabouts::change(state, |all| changed.into_iter().for_each(|now| all.note(now)));
        }
        looked
    }

    /// A file that had this SHA-256, as it is now: where a person opened it last, where it is remembered to lie, or one of its
    /// name beside the case. Whether it is sure that it is that file.
    fn file(&self, known: Option<&KnownFile>, file: &str, sha256: &str) -> Option<(KnownFile, bool)> {
        let opened = self.places.get(sha256);
        let is_there = |known: &&KnownFile| opened.is_none_or(|path| store::absolute(path) == Path::new(&known.path));
        let sure = known.filter(is_there).and_then(KnownFile::again);
        if let Some(sure) = sure.or_else(|| KnownFile::look(opened?, sha256)) {
            return Some((sure, true));
        }
        // The name comes from a file; nothing that leads elsewhere is followed.
        let name = Path::new(file).file_name()?;
        KnownFile::look(&self.folder?.join(name), sha256).map(|beside| (beside, false))
    }

    /// What a changed file says of articles that came from it.
    fn read(&self, file: &KnownFile, articles: &[(&Article, &Origin)], is_sure: bool) -> Vec<(Id, Newer)> {
        let path = Path::new(&file.path);
        let held = if is_long_list(path) {
            self.in_lines(path, articles)
        } else {
            // A file that cannot be read may be being written; it is looked at again once that is over.
            self.in_whole(path).unwrap_or_default()
        };
        let others: Vec<&Article> = articles.iter().map(|(article, _)| *article).collect();
        let newer = articles.iter().filter_map(|(article, from)| {
            let place = (from.pointer.as_str(), from.line);
            let (found, pointer, line) = story::choose(article, place, &others, &held, is_sure)?.clone();
            let says = found.article(origin(&found, path, &file.now, pointer, line));
            Some((article.id.clone(), Newer::of(article, says, path.to_owned(), true)?))
        });
        newer.collect()
    }

    fn in_whole(&self, path: &Path) -> Option<Vec<Placed>> {
        let all = articles_of(path, self.mappings).ok()?.into_iter();
        let placed = all.map(|(found, item)| {
            let (pointer, line) = item.map(|item| (item.pointer, item.line)).unwrap_or_default();
            (found, pointer, line)
        });
        Some(placed.collect())
    }

    /// The articles of a file that is never held in memory, as far as they may be those of the case: at the lines where they
    /// were, if they are there still, else wherever they may be.
    fn in_lines(&self, path: &Path, articles: &[(&Article, &Origin)]) -> Vec<Placed> {
        let lines: BTreeSet<u64> = articles.iter().filter_map(|(_, origin)| origin.line).collect();
        let may_be = |found: &Placed| {
            let is_it = |article: &Article| {
                is_same_page(&article.url, &found.0.url) || is_titled(article, &found.0.title, &found.0.text)
            };
            articles.iter().any(|(article, _)| is_it(article))
        };
        let there = self.lines(path, |number| lines.contains(&number), lines.last().copied(), |_| true);
        let is_there = |(article, origin): &(&Article, &Origin)| {
            there.iter().any(|(found, _, line)| *line == origin.line && is_titled(article, &found.title, &found.text))
        };
        if articles.iter().all(is_there) {
            return there;
        }
        self.lines(path, |_| true, None, may_be)
    }

    /// The articles in some of the lines of a file, up to the last of them, as far as they are of interest.
    fn lines(
        &self,
        path: &Path,
        is_wanted: impl Fn(u64) -> bool,
        last: Option<u64>,
        may_be: impl Fn(&Placed) -> bool,
    ) -> Vec<Placed> {
        let mut found = Vec::new();
        // What cannot be read to its end is looked at again later.
        drop(store::each_line(path, |line| {
            if last.is_some_and(|last| line.number > last) || (self.is_cancelled)() {
                return ControlFlow::Break(());
            }
            if is_wanted(line.number)
                && let Some(Ok(read)) = article_of(&line, self.mappings)
            {
                let placed = (read, String::new(), Some(line.number));
                found.extend(Some(placed).filter(&may_be));
            }
            ControlFlow::Continue(())
        }));
        found
    }
}
