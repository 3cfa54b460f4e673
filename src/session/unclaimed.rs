//! Facts that stand in an article and that no record claims yet.

use super::page::{MarkKind, PartPage};
use super::{Session, Words};
use crate::model::{Id, List, Part};
use crate::suggest::{self, Context, Made, Suggestion};

/// Bytes of text that are read at a time on the way to the next fact.
const STRETCH: usize = 32 << 10;
/// The most bytes that one press reads, so that a long text in which all is claimed holds nothing up.
const FARTHEST: usize = 2 << 20;

impl Session {
    /// The words of the next sum, date, name or court action of an article's text that no record of that kind claims: the
    /// first that begins at a byte or after it. `None` where there is none within the next two megabytes.
    #[must_use]
    pub fn next_unclaimed(&self, article: &Id, from: usize) -> Option<Words> {
        let page = self.page(article)?;
        let part = page.part(Part::Text);
        let text = part.text.as_str();
        let published = self.article(article).and_then(|article| article.published.as_ref());
        let context = Context { published, names: Some(&self.names) };
        let mut at = text.floor_char_boundary(from.min(text.len()));
        let end = text.floor_char_boundary(at.saturating_add(FARTHEST).min(text.len()));
        while at < end {
            let next = text.floor_char_boundary((at + STRETCH).min(text.len()));
            let found = suggest::scan_around(text, &(at..next), context);
            let is_wanted = |one: &&Suggestion| {
                (at..next).contains(&one.words.start)
                    && one.words.start >= from
                    && self.is_unclaimed(article, part, one)
            };
            if let Some(one) = found.iter().filter(is_wanted).min_by_key(|one| (one.words.start, one.words.end)) {
                let range = part.text.chars_of(one.words.clone());
                return Some(Words { article: article.clone(), part: Part::Text, range });
            }
            at = next;
        }
        None
    }

    /// Whether no record of its kind claims what was found. A party on file that has words in the article is claimed
    /// wherever else it is named.
    fn is_unclaimed(&self, article: &Id, part: &PartPage, one: &Suggestion) -> bool {
        let kind = match &one.made {
            Made::Amount(_) => MarkKind::Amount,
            Made::Date(_) => MarkKind::Date,
            Made::Action(action) if action.is_unreal => return false,
            Made::Action(_) => MarkKind::Action,
            Made::Party(named) => {
                let place = named.known.as_ref().and_then(|id| self.case().place(id));
                let is_marked = place.is_some_and(|place| {
                    place.list == List::Parties && self.page(article).is_some_and(|page| page.has_words_for(place))
                });
                if is_marked {
                    return false;
                }
                MarkKind::Party
            }
        };
        let places = [one.words.start, one.words.end.saturating_sub(1)];
        let marks = places.iter().flat_map(|place| part.marks.marks_at(*place));
        !marks.filter_map(|key| part.marks.get(key)).any(|mark| mark.kind == kind as u8)
    }
}
