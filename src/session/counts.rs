//! How many articles and quotes there are, and how they are found.

use super::Session;
use super::document::ArticleState;
use super::page::Found;

/// Counts of the articles of the case, and of its quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles that were read.
    pub ready: usize,
    /// Articles that are not where the case says.
    pub missing: usize,
    /// Articles that are being read.
    pub loading: usize,
    /// The quotes in those that were read.
    pub found: Found,
}

impl Session {
    /// Counts of the articles of the case, and of its quotes.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Counts again, after an article or its quotes have changed.
    pub(super) fn recount(&mut self) {
        let mut counts = Counts::default();
        for (_, entry) in self.workspace.case.articles.iter() {
            match self.articles.get(&entry.id).map(|article| &article.state) {
                Some(ArticleState::Ready(page)) => {
                    counts.ready += 1;
                    let Found { exact, moved, lost } = page.found();
                    counts.found.exact += exact;
                    counts.found.moved += moved;
                    counts.found.lost += lost;
                }
                Some(ArticleState::Loading) => counts.loading += 1,
                Some(ArticleState::Missing(_)) | None => counts.missing += 1,
            }
        }
        self.counts = counts;
    }
}
