//! Looking, away from the window, at the files from which articles came.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::Newer;
use crate::import::{Found, Mappings};
use crate::model::{Article, Id, Origin};
use crate::session::sha256;
use crate::session::sources::{article_of, articles_of, is_long_list, origin};
use crate::store::{self, KnownFile, State, Whereabouts};

/// What the files say.
pub struct LookedForNewer {
    /// The number of the look.
    pub number: u64,
    /// The newer texts.
    pub found: Vec<(Id, Newer)>,
    /// Where the files lie.
    pub paths: BTreeSet<PathBuf>,
}

/// Looks at files.
pub struct Looker<'a> {
    /// Where the case lies: files of which nothing is remembered may lie beside it.
    pub folder: Option<&'a Path>,
    /// Where files lie, by their SHA-256.
    pub places: &'a BTreeMap<String, PathBuf>,
    /// What persons have said of the JSON of others.
    pub mappings: &'a Mappings,
    /// Whether nobody wants to know any more.
    pub is_cancelled: &'a dyn Fn() -> bool,
}

/// An article as a file has it now: with its JSON Pointer and line.
type Placed = (Found, String, Option<u64>);

impl Looker<'_> {
    /// Looks at the files from which these articles came.
    pub fn look(&self, number: u64, articles: &[Article], state: Option<&State>) -> LookedForNewer {
        let mut looked = LookedForNewer { number, found: Vec::new(), paths: BTreeSet::new() };
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
            let placed = || KnownFile::look(self.places.get(sha256)?, sha256);
            let now = known.and_then(KnownFile::again).or_else(placed).or_else(|| self.beside(file, sha256));
            let Some(now) = now else { continue };
            looked.paths.insert(PathBuf::from(&now.path));
            if now.now != sha256 {
                looked.found.extend(self.read(&now, &articles));
            }
            if known != Some(&now) {
                changed.push(now);
            }
        }
        if let Some(state) = state.filter(|_| !changed.is_empty()) {
            Whereabouts::change(state, |all| {
                for mut now in changed {
                    // What a person has decided meanwhile is not forgotten.
                    now.passed = all.find(&now.sha256).map(|known| known.passed.clone()).unwrap_or_default();
                    all.note(now);
                }
            });
        }
        looked
    }

    /// A file of this name beside the case, where it is not known where it lies.
    fn beside(&self, file: &str, sha256: &str) -> Option<KnownFile> {
        // The name comes from a file; nothing that leads elsewhere is followed.
        let name = Path::new(file).file_name()?;
        KnownFile::look(&self.folder?.join(name), sha256)
    }

    /// What a changed file says of articles that came from it.
    fn read(&self, file: &KnownFile, articles: &[(&Article, &Origin)]) -> Vec<(Id, Newer)> {
        let path = Path::new(&file.path);
        let found = if is_long_list(path) {
            self.in_lines(path, articles)
        } else {
            // A file that cannot be read may be being written; it is looked at again once that is over.
            self.in_whole(path, articles).unwrap_or_default()
        };
        let newer = found.into_iter().filter_map(|(number, (found, pointer, line))| {
            let (article, _) = articles.get(number)?;
            if file.passed.contains(&sha256(&found.text)) {
                return None;
            }
            let origin = origin(&found, path, &file.now, pointer, line);
            Some((article.id.clone(), Newer::of(article, found.article(origin), path.to_owned(), true)?))
        });
        newer.collect()
    }

    fn in_whole(&self, path: &Path, articles: &[(&Article, &Origin)]) -> Option<Vec<(usize, Placed)>> {
        let all = articles_of(path, self.mappings).ok()?;
        let all: Vec<Placed> = all
            .into_iter()
            .map(|(found, item)| {
                let (pointer, line) = item.map(|item| (item.pointer, item.line)).unwrap_or_default();
                (found, pointer, line)
            })
            .collect();
        let of = |(number, (article, origin)): (usize, &(&Article, &Origin))| {
            let is_there = |placed: &&Placed| {
                placed.1 == *origin.pointer && placed.2 == origin.line && is_same(article, &placed.0)
            };
            let mut same = all.iter().filter(|placed| is_same(article, &placed.0));
            let found = all.iter().find(is_there).or_else(|| same.next().filter(|_| same.next().is_none()));
            // A page that has another headline now is still that page.
            let found = found.or_else(|| all.first().filter(|_| all.len() == 1 && articles.len() == 1));
            Some((number, found.filter(|placed| !is_another_page(&article.url, &placed.0.url))?.clone()))
        };
        Some(articles.iter().enumerate().filter_map(of).collect())
    }

    /// The same of a file that is never held in memory: where the articles were first, then wherever they may be.
    fn in_lines(&self, path: &Path, articles: &[(&Article, &Origin)]) -> Vec<(usize, Placed)> {
        let mut found: BTreeMap<usize, Placed> = BTreeMap::new();
        for is_anywhere in [false, true] {
            let mut wanted: Vec<usize> = (0..articles.len()).filter(|number| !found.contains_key(number)).collect();
            let last = wanted.iter().filter_map(|number| articles[*number].1.line).max().unwrap_or(0);
            // What cannot be read to its end is looked at again later.
            drop(store::each_line(path, |line| {
                let is_over = wanted.is_empty() || !is_anywhere && line.number > last;
                if is_over || (self.is_cancelled)() {
                    return ControlFlow::Break(());
                }
                let is_here = |number: &usize| is_anywhere || articles[*number].1.line == Some(line.number);
                if wanted.iter().any(is_here)
                    && let Some(Ok(read)) = article_of(&line, self.mappings)
                {
                    wanted.retain(|number| {
                        let is_found = is_here(number) && is_same(articles[*number].0, &read);
                        if is_found {
                            found.insert(*number, (read.clone(), String::new(), Some(line.number)));
                        }
                        !is_found
                    });
                }
                ControlFlow::Continue(())
            }));
        }
        found.into_iter().collect()
    }
}

/// Whether what was read is this article, perhaps with other words.
fn is_same(article: &Article, found: &Found) -> bool {
    if is_same_page(&article.url, &found.url) {
        return true;
    }
    let is_titled = !article.title.is_empty() && article.title == *found.title;
    is_titled && !is_another_page(&article.url, &found.url)
}

/// Whether two addresses are those of one page of a site: not of its front page, which is another every day.
pub fn is_same_page(one: &str, other: &str) -> bool {
    page_of(one).is_some_and(|page| page_of(other) == Some(page))
}

fn is_another_page(one: &str, other: &str) -> bool {
    page_of(one).zip(page_of(other)).is_some_and(|(one, other)| one != other)
}

/// An address without what does not tell pages apart.
fn page_of(url: &str) -> Option<&str> {
    let page = url.trim().split('#').next()?.trim_end_matches('/');
    let page = page.strip_prefix("https://").or_else(|| page.strip_prefix("http://"))?;
    let page = page.strip_prefix("www.").unwrap_or(page);
    page.contains('/').then_some(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_page_are_the_same() {
        for (one, other, expected) in [
            ("https://a.example/b", "http://www.a.example/b/#top", true),
            ("https://a.example/b?id=1", "https://a.example/b?id=2", false),
            ("https://a.example/", "https://a.example/", false),
            ("", "", false),
            ("a.example/b", "a.example/b", false),
        ] {
            assert_eq!(is_same_page(one, other), expected, "{one} {other}");
        }
    }
}
