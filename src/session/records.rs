//! New, duplicate, delete, link; and what is selected.

use std::collections::HashSet;

use super::document::ArticleState;
use super::{Command, Session};
use crate::edit::{Edit, Selection, Target};
use crate::model::field::{FieldPath, Value, references_in};
use crate::model::{ArticleEntry, Case, Id, Link, List, Party, Place, Record, Reference, Text};
use crate::query;

impl Session {
    pub(super) fn select(&mut self, target: Target) {
        if let Target::Article(id) = &target {
            self.selection.article = Some(id.clone());
        }
        self.selection.form = Some(target);
    }

    pub(super) fn show_article(&mut self, id: Id) {
        self.selection.form = Some(Target::Article(id.clone()));
        self.selection.article = Some(id);
    }

    pub(super) fn show_quote(&mut self, slot: u32) {
        let Some(quote) = self.workspace.case.quotes.get(slot) else { return };
        self.selection.article = Some(quote.article.clone());
        self.shown_quote = Some(slot);
    }

    pub(super) fn new_record(&mut self, list: List) {
        let mut record = Record::empty(list, self.new_id());
        if let (Record::Action(action), Some(proceeding)) = (&mut record, self.proceeding_in_view()) {
            action.proceeding = Some(Reference::Record(proceeding));
        }
        let edit = self.workspace.insertion(list, record);
        let after = Selection { form: Some(edit.target.clone()), ..self.selection.clone() };
        self.transact(format!("new {}", list.noun()), vec![edit], after);
    }

    /// The proceeding whose form, or the form of one of whose court actions, is shown.
    pub(super) fn proceeding_in_view(&self) -> Option<Id> {
        match self.current(self.selection.form.as_ref()?)? {
            Record::Proceeding(proceeding) => Some(proceeding.id),
            Record::Action(action) => action.proceeding.and_then(|reference| reference.id().cloned()),
            _ => None,
        }
    }

    pub(super) fn duplicate(&mut self, target: &Target) {
        let Target::Record(place) = target else { return };
        let Some(mut record) = self.case().record(*place) else { return };
        record.set_id(self.new_id());
        if let Some(chosen) = record.chosen_mut() {
            chosen.clear();
        }
        self.renew_element_ids(&mut record);
        let edit = self.workspace.insertion(place.list, record);
        let after = Selection { form: Some(edit.target.clone()), ..self.selection.clone() };
        self.transact(format!("duplicate of {}", place.list.noun()), vec![edit], after);
    }

    fn renew_element_ids(&mut self, record: &mut Record) {
        match record {
            Record::Party(party) => {
                party.aliases.iter_mut().for_each(|alias| alias.id = self.new_id());
                party.identifiers.iter_mut().for_each(|identifier| identifier.id = self.new_id());
            }
            Record::Proceeding(proceeding) => {
                proceeding.judges.iter_mut().for_each(|judge| judge.id = self.new_id());
                proceeding.participants.iter_mut().for_each(|participant| participant.id = self.new_id());
            }
            _ => {}
        }
    }

    /// Deletes a record with its links, its claims and theirs, and the quotes that then prove nothing; an article with
    /// all its quotes. References to it become its name in words, so that nothing points nowhere.
    pub(super) fn delete(&mut self, target: &Target) {
        let target = match target {
            Target::Article(id) => match self.case().place(id) {
                Some(place) => Target::Record(place),
                None => return,
            },
            other => other.clone(),
        };
        let Target::Record(place) = target else { return };
        let Some(id) = self.case().id_at(place).cloned() else { return };
        let mut gone: Vec<Place> = Vec::new();
        for slot in self.index.links_at(&id) {
            gone.push(Place { list: List::Links, slot: *slot });
            if let Some(link) = self.case().links.get(*slot) {
                gone.extend(self.claims_with(&link.id));
            }
        }
        gone.extend(self.claims_with(&id));
        gone.extend(self.quotes_left_by(&gone));
        gone.extend(self.index.quotes_in(&id).iter().map(|slot| Place { list: List::Quotes, slot: *slot }));
        gone.push(place);
        let mut seen = HashSet::new();
        gone.retain(|place| seen.insert(*place));
        let mut edits: Vec<Edit> =
            gone.iter().filter_map(|place| self.workspace.edit_to(Target::Record(*place), None)).collect();
        edits.extend(self.references_to_words(place, &id, &gone));
        let shows =
            |shown: &Option<Target>| *shown == Some(target.clone()) || *shown == Some(Target::Article(id.clone()));
        let form = self.selection.form.clone().filter(|form| !shows(&Some(form.clone())));
        let article = self.selection.article.clone().filter(|article| *article != id);
        self.transact(format!("deletion of {}", place.list.noun()), edits, Selection { form, article });
    }

    /// The claims about a record, or by the quotes of an article.
    fn claims_with(&self, id: &Id) -> Vec<Place> {
        let mut slots: Vec<u32> = self.index.claims_about(id).to_vec();
        for quote in self.index.quotes_in(id) {
            if let Some(quote) = self.case().quotes.get(*quote) {
                slots.extend(self.index.claims_by_quote(&quote.id));
            }
        }
        slots.sort_unstable();
        slots.dedup();
        slots.into_iter().map(|slot| Place { list: List::Claims, slot }).collect()
    }

    /// The quotes that no claim is left for once the claims among `gone` are gone.
    pub(super) fn quotes_left_by(&self, gone: &[Place]) -> Vec<Place> {
        let is_gone = |slot: u32| gone.contains(&Place { list: List::Claims, slot });
        let mut left = Vec::new();
        for place in gone.iter().filter(|place| place.list == List::Claims) {
            let Some(claim) = self.case().claims.get(place.slot) else { continue };
            let Some(quote) = self.case().place(&claim.quote).filter(|place| place.list == List::Quotes) else {
                continue;
            };
            let alone = self.index.claims_by_quote(&claim.quote).iter().all(|slot| is_gone(*slot));
            if alone && !left.contains(&quote) {
                left.push(quote);
            }
        }
        left
    }

    fn references_to_words(&self, place: Place, id: &Id, gone: &[Place]) -> Vec<Edit> {
        let case = self.case();
        let words = Reference::Words(query::title(case, place).into());
        let mut edits = Vec::new();
        for list in [List::Parties, List::Proceedings, List::Actions, List::Amounts, List::Dates] {
            for slot in case.slots(list) {
                let other = Place { list, slot };
                if !gone.contains(&other) {
                    edits.extend(self.reworded(case, other, id, &words));
                }
            }
        }
        for (slot, claim) in case.claims.iter().filter(|(_, claim)| claim.references().any(|one| one.id() == Some(id)))
        {
            let other = Place { list: List::Claims, slot };
            if !gone.contains(&other) {
                let mut claim = claim.clone();
                claim.references_mut().filter(|one| one.id() == Some(id)).for_each(|one| one.clone_from(&words));
                edits.extend(self.workspace.edit_to(Target::Record(other), Some(Record::Claim(claim))));
            }
        }
        for (slot, entry) in case.articles.iter().filter(|(_, entry)| entry.same_as.as_ref() == Some(id)) {
            let entry = ArticleEntry { same_as: None, ..entry.clone() };
            let other = Target::Record(Place { list: List::Articles, slot });
            edits.extend(self.workspace.edit_to(other, Some(Record::Entry(entry))));
        }
        edits
    }

    fn reworded(&self, case: &Case, place: Place, id: &Id, words: &Reference) -> Option<Edit> {
        let found = references_in(case.fields_at(place)?, place.list.fields());
        let mut paths: Vec<FieldPath> =
            found.into_iter().filter(|(_, reference)| reference.id() == Some(id)).map(|(path, _)| path).collect();
        paths.dedup();
        let is_merged = |party: &Party| party.merged_into.as_ref() == Some(id);
        let merged = place.list == List::Parties && case.parties.get(place.slot).is_some_and(is_merged);
        if paths.is_empty() && !merged {
            return None;
        }
        let mut record = case.record(place)?;
        if let Record::Party(party) = &mut record
            && merged
        {
            // A bare id cannot become words: the party stands on its own again.
            party.merged_into = None;
        }
        for path in paths {
            let value = match record.get(&path)? {
                Value::References(all) => {
                    let renamed = |one: Reference| if one.id() == Some(id) { words.clone() } else { one };
                    Value::References(all.into_iter().map(renamed).collect())
                }
                _ => Value::Reference(words.clone()),
            };
            record.set(&path, value);
        }
        self.workspace.edit_to(Target::Record(place), Some(record))
    }

    pub(super) fn add_link(&mut self, from: Id, kind: Text, to: Id) {
        let case = self.case();
        let exists = self.index.links_at(&from).iter().filter_map(|slot| case.links.get(*slot));
        if from == to || exists.into_iter().any(|link| link.from == from && link.kind == kind && link.to == to) {
            return;
        }
        let link = Link { id: self.new_id(), from, kind, to };
        let edit = self.workspace.insertion(List::Links, Record::Link(link));
        self.transact("new link", vec![edit], self.selection.clone());
    }

    /// Whether the page of an article can be shown.
    #[must_use]
    pub fn is_readable(&self, id: &Id) -> bool {
        matches!(self.articles.get(id).map(|article| &article.state), Some(ArticleState::Ready(_)))
    }

    /// The command that shows the form of the record with this id, or the article's page.
    #[must_use]
    pub fn show(&self, id: &Id) -> Option<Command> {
        let place = self.case().place(id)?;
        Some(if place.list == List::Articles {
            Command::ShowArticle(id.clone())
        } else {
            Command::Select(Target::Record(place))
        })
    }
}
