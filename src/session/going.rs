//! Where a person may want to go from what is shown.

use super::Session;
use crate::model::{Id, List, Part, Place};

impl Session {
    /// The quote (its slot) to show for the record at a place: the first in the article in view, else the first in any
    /// other that was read. Only quotes that were found in their article count.
    #[must_use]
    pub fn first_quote_of(&self, place: Place) -> Option<u32> {
        let case = self.case();
        let claims = self.index().claims_about(case.id_at(place)?).iter();
        let quotes = claims.filter_map(|slot| case.place(&case.claims.get(*slot)?.quote));
        let found = quotes.filter(|quote| quote.list == List::Quotes).filter_map(|quote| {
            let record = case.quotes.get(quote.slot)?;
            let start = self.page(&record.article)?.resolution(quote.slot)?.range.as_ref()?.start;
            let is_in_view = self.selection().article.as_ref() == Some(&record.article);
            let article = case.place(&record.article)?.slot;
            Some((!is_in_view, article, order(record.part), start, quote.slot))
        });
        found.min().map(|(.., slot)| slot)
    }

    /// The article after the one in view, or the one before it, in the order of the case. Without one in view, the
    /// first or the last.
    #[must_use]
    pub fn next_article(&self, forward: bool) -> Option<&Id> {
        let ids: Vec<_> = self.case().articles.iter().map(|(_, entry)| &entry.id).collect();
        let shown = self.selection().article.as_ref();
        let at = ids.iter().position(|id| Some(*id) == shown);
        let next = match at {
            Some(at) if forward => at + 1,
            Some(at) => at.checked_sub(1)?,
            None if forward => 0,
            None => ids.len().checked_sub(1)?,
        };
        ids.get(next).copied()
    }
}

/// The order in which the parts of an article are read.
fn order(part: Part) -> u8 {
    match part {
        Part::Title => 0,
        Part::Byline => 1,
        Part::Text => 2,
    }
}
