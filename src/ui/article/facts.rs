//! What is worked out about an article once for each change and not for each frame.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::edit::Target;
use crate::model::{Id, List, Part};
use crate::session::Session;
use crate::session::page::{MarkKind, Page};
use crate::text::direction::has_right_to_left;
use crate::text::indexed::IndexedText;
use crate::text::runs::KindSet;

/// How many characters are looked at to tell in which direction a text runs.
const SAMPLE: usize = 2_000;

/// What is known about the article in view.
#[derive(Default)]
pub(super) struct Facts {
    key: Option<Key>,
    /// The words of each part, to notice that they were changed.
    texts: Vec<Arc<str>>,
    /// A number that changes when the article, or its words, do.
    pub words_version: u64,
    /// How many records have words in it.
    pub records: usize,
    /// Whether it has words that run from right to left.
    pub right_to_left: bool,
    /// The words that the record in the form has in it, in bytes of a part.
    pub of_form: Vec<(Part, Range<usize>)>,
    /// The kind of the record in the form.
    pub form_kind: Option<MarkKind>,
    density: Vec<KindSet>,
}

#[derive(PartialEq)]
struct Key {
    id: Id,
    generation: u64,
    changes: u64,
    form: Option<Target>,
}

impl Facts {
    /// Brings everything up to date. Says whether another article is shown than before, or other words of it.
    pub fn update(&mut self, session: &Session, id: &Id, page: &Page) -> Change {
        let key = Key {
            id: id.clone(),
            generation: session.generation(),
            changes: session.changes(),
            form: session.selection().form.clone(),
        };
        if self.key.as_ref() == Some(&key) {
            return Change::None;
        }
        let other_article =
            self.key.as_ref().is_none_or(|last| (&last.id, last.generation) != (id, session.generation()));
        let same_records = !other_article && self.key.as_ref().is_some_and(|last| last.changes == key.changes);
        let form = key.form.clone();
        self.key = Some(key);
        self.find_form(session, id, page, form.as_ref());
        if same_records {
            return Change::None;
        }
        self.records = page.records();
        self.density.clear();
        let texts: Vec<Arc<str>> =
            [Part::Title, Part::Byline, Part::Text].map(|part| page.part(part).text.shared()).into();
        let other_words = self.texts.len() != texts.len()
            || self.texts.iter().zip(&texts).any(|(old, new)| !Arc::ptr_eq(old, new) && old != new);
        self.texts = texts;
        if other_article || other_words {
            self.words_version += 1;
            self.right_to_left =
                [Part::Title, Part::Text].into_iter().any(|part| starts_right_to_left(&page.part(part).text));
        }
        match (other_article, other_words) {
            (true, _) => Change::Article,
            (false, true) => Change::Words,
            (false, false) => Change::None,
        }
    }

    /// The kinds of highlight in each of `buckets` equal stretches of the text.
    pub fn density(&mut self, page: &Page, buckets: usize) -> &[KindSet] {
        if self.density.len() != buckets {
            self.density = page.part(Part::Text).marks.density(buckets);
        }
        &self.density
    }

    fn find_form(&mut self, session: &Session, article: &Id, page: &Page, form: Option<&Target>) {
        self.of_form.clear();
        self.form_kind = None;
        let case = session.case();
        let Some(Target::Record(place)) = form else { return };
        let Some(record) = case.id_at(*place).filter(|_| place.list != List::Articles) else { return };
        self.form_kind = Some(MarkKind::of(place.list));
        let claims = session.index().claims_about(record).iter().filter_map(|slot| case.claims.get(*slot));
        let slots: HashSet<u32> = claims.filter_map(|claim| Some(case.place(&claim.quote)?.slot)).collect();
        for slot in slots {
            let found = case.quotes.get(slot).filter(|quote| quote.article == *article);
            self.of_form.extend(found.and_then(|_| words_of_quote(session, page, slot)));
        }
        self.of_form.sort_by_key(|(part, range)| (*part as u8, range.start, range.end));
        self.of_form.dedup();
    }
}

/// What is other than in the last frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Nothing that matters to what was selected or found.
    None,
    /// The words of the article.
    Words,
    /// The article.
    Article,
}

/// Where the words of a quote (its slot) stand in a page: the part, and bytes of it.
pub(super) fn words_of_quote(session: &Session, page: &Page, slot: u32) -> Option<(Part, Range<usize>)> {
    let part = session.case().quotes.get(slot)?.part;
    let chars = page.resolution(slot)?.range.clone()?;
    Some((part, page.part(part).text.bytes_of(chars)))
}

fn starts_right_to_left(text: &IndexedText) -> bool {
    has_right_to_left(text.slice(0..SAMPLE))
}
