//! Keeping what is derived from the case up to date with the edits that were applied to it.

use std::collections::BTreeSet;

use super::Session;
use super::annotation::names_on_file;
use super::document::{ArticleDocument, ArticleState};
use crate::edit::{Edit, Target};
use crate::model::{Case, Id, List, Place, Record, Text};

impl Session {
    /// Brings everything derived up to date with edits that were applied: each quote and each record once, however
    /// many of the edits concern it.
    pub(super) fn follow(&mut self, edits: &[Edit]) {
        let mut affected = Affected::default();
        for edit in edits {
            match &edit.target {
                Target::Header => {}
                Target::Article(id) => {
                    self.structure += 1;
                    self.refresh_page(id);
                    if let Some(place) = self.case().place(id) {
                        self.rename(place);
                    }
                }
                Target::Record(place) => {
                    self.rename(*place);
                    self.structure += u64::from(changes_structure(*place, edit));
                    affected.note(&self.workspace.case, *place, edit);
                }
            }
        }
        for (article, slot) in &affected.quotes {
            self.refresh_quote(article, *slot);
        }
        for record in &affected.records {
            self.disputes.look_at(&self.workspace.case, &self.index, record);
        }
        // Names decide whether words and a party on file mean the same.
        if affected.has_other_names {
            self.disputes.recount(&self.workspace.case, &self.index);
            self.names = names_on_file(&self.workspace.case);
        }
        for place in affected.gone {
            self.disputes.forget(place);
        }
        self.forget_stale_texts();
    }

    fn refresh_quote(&mut self, article: &Id, slot: u32) {
        if let Some(ArticleDocument { state: ArticleState::Ready(page), .. }) = self.articles.get_mut(article) {
            page.update_quote(article, &self.workspace.case, &self.index, slot);
        }
    }
}

/// Whether an edit changes what stands where. A change of a court action or a proceeding may move it in its chain; of
/// the others only coming and going does.
fn changes_structure(place: Place, edit: &Edit) -> bool {
    let comes_or_goes = edit.before.is_none() || edit.after.is_none();
    let is_listed = !matches!(place.list, List::Quotes | List::Claims);
    let is_chained = matches!(place.list, List::Actions | List::Proceedings | List::Links | List::Articles);
    (comes_or_goes && is_listed) || is_chained
}

/// What has to be worked out again after edits.
#[derive(Default)]
struct Affected {
    /// Quotes, by the articles whose pages they are or were on.
    quotes: BTreeSet<(Id, u32)>,
    /// Records of which something else is claimed or shown.
    records: BTreeSet<Id>,
    /// What was removed.
    gone: Vec<Place>,
    /// Whether a party is known by other names than before.
    has_other_names: bool,
}

impl Affected {
    /// Notes what an edit of a record that was applied bears on.
    fn note(&mut self, case: &Case, place: Place, edit: &Edit) {
        for record in [&edit.before, &edit.after].into_iter().flatten() {
            match record {
                Record::Quote(quote) => {
                    self.quotes.insert((quote.article.clone(), place.slot));
                }
                Record::Claim(claim) => {
                    // Words that state no value dispute none.
                    if claim.value.is_some() {
                        self.records.insert(claim.record.clone());
                    }
                    let slot = case.place(&claim.quote).map(|place| place.slot);
                    if let Some((slot, quote)) = slot.and_then(|slot| Some((slot, case.quotes.get(slot)?))) {
                        self.quotes.insert((quote.article.clone(), slot));
                    }
                }
                record => {
                    self.records.insert(record.id().clone());
                }
            }
        }
        if edit.after.is_none() {
            self.gone.push(place);
        }
        self.has_other_names |=
            place.list == List::Parties && names(edit.before.as_ref()) != names(edit.after.as_ref());
    }
}

/// By what names a party is known, and as whom.
fn names(record: Option<&Record>) -> Option<(&Text, Vec<&Text>, Option<&Id>)> {
    let Record::Party(party) = record? else { return None };
    Some((&party.name, party.aliases.iter().map(|alias| &alias.name).collect(), party.merged_into.as_ref()))
}
