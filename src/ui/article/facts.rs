//! What is worked out about an article once for each change and not for each frame.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::edit::Target;
use crate::model::{Id, Part, Place};
use crate::session::Session;
use crate::session::page::{MarkKind, Page};
use crate::text::direction::has_right_to_left;
use crate::text::indexed::IndexedText;
use crate::text::runs::KindSet;

/// How many quotes are looked at in one frame, so that none waits for an article with a hundred thousand.
const A_FRAME: usize = 4_000;
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
    survey: Survey,
}

/// A look at every quote of the article, a few thousand in each frame.
#[derive(Default)]
struct Survey {
    /// How many of the quotes were looked at; `None` once all were.
    next: Option<usize>,
    records: HashSet<Place>,
    of_form: Vec<(Part, Range<usize>)>,
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
        let other_form = self.key.as_ref().is_none_or(|last| last.form != key.form);
        self.key = Some(key);
        if other_form || other_article {
            self.of_form.clear();
        }
        self.form_kind = match &session.selection().form {
            Some(Target::Record(place)) => Some(MarkKind::of(place.list)),
            _ => None,
        };
        self.survey = Survey { next: Some(0), ..Survey::default() };
        if same_records {
            return Change::None;
        }
        self.density.clear();
        let texts: Vec<Arc<str>> =
            [Part::Title, Part::Byline, Part::Text].map(|part| page.part(part).text.shared()).into();
        let other_words = self.texts.len() != texts.len()
            || self.texts.iter().zip(&texts).any(|(old, new)| !Arc::ptr_eq(old, new) && old != new);
        self.texts = texts;
        if other_article || other_words {
            self.of_form.clear();
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

    /// Looks at the next quotes of the article. Says whether any are left.
    pub fn survey(&mut self, session: &Session, id: &Id, page: &Page) -> bool {
        let Some(from) = self.survey.next else { return false };
        let quotes = session.index().quotes_in(id);
        let to = quotes.len().min(from + A_FRAME);
        let form = session.selection().form.as_ref();
        for slot in quotes.get(from..to).unwrap_or_default() {
            let mut is_of_form = false;
            for place in records_of_quote(session, *slot) {
                is_of_form |= form == Some(&Target::Record(place));
                self.survey.records.insert(place);
            }
            if is_of_form {
                self.survey.of_form.extend(words_of_quote(session, page, *slot));
            }
        }
        if to < quotes.len() {
            self.survey.next = Some(to);
            return true;
        }
        let Survey { records, mut of_form, .. } = std::mem::take(&mut self.survey);
        of_form.sort_by_key(|(part, range)| (*part as u8, range.start, range.end));
        of_form.dedup();
        self.records = records.len();
        self.of_form = of_form;
        false
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

/// The records that a quote (its slot) proves something of.
pub(super) fn records_of_quote(session: &Session, slot: u32) -> impl Iterator<Item = Place> {
    let case = session.case();
    let claims = case.quotes.get(slot).map_or(&[][..], |quote| session.index().claims_by_quote(&quote.id));
    claims.iter().filter_map(|claim| case.place(&case.claims.get(*claim)?.record))
}

fn starts_right_to_left(text: &IndexedText) -> bool {
    has_right_to_left(text.slice(0..SAMPLE))
}
