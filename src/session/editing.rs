//! Changes of fields.

use super::Session;
use crate::edit::{Edit, Target, understand, words_of};
use crate::model::field::{self, Field, FieldPath, Shape, Value};
use crate::model::{CHOSEN_OWN, Case, Id, List, Place, Record, Reference, Text, describe};
use crate::text::find::normalised;

/// The fields of whatever stands at a target.
#[must_use]
pub fn fields_of(target: &Target) -> &'static [Field] {
    match target {
        Target::Header => field::CASE,
        Target::Article(_) => field::ARTICLE,
        Target::Record(place) => place.list.fields(),
    }
}

impl Session {
    /// Takes what was typed in a field.
    pub(super) fn set_words(&mut self, target: &Target, path: &FieldPath, words: &str) {
        let (Some(mut record), Some(field)) = (self.current(target), describe(fields_of(target), path)) else { return };
        let shown = record.get(path).map(|value| words_of(field, &value)).unwrap_or_default();
        if shown == words {
            return;
        }
        let mut understood = understand(field, words, self.anchor());
        recognise(self.case(), field, &mut understood.value);
        if !record.set(path, understood.value) {
            return;
        }
        for (key, value) in understood.others {
            record.set(&FieldPath::of(key), value);
        }
        decide_own(&mut record, path);
        self.change(target, record, field);
    }

    /// Takes one more reference, as typed, for a field that holds several.
    pub(super) fn add_reference(&mut self, target: &Target, path: &FieldPath, words: &str) {
        let Some(field) = describe(fields_of(target), path) else { return };
        let mut all = match self.current(target).and_then(|record| record.get(path)) {
            Some(Value::References(all)) => all,
            Some(Value::Absent) => Vec::new(),
            _ => return,
        };
        let mut added = Value::Reference(Reference::Words(words.trim().into()));
        recognise(self.case(), field, &mut added);
        if let Value::Reference(added) = added
            && !words.trim().is_empty()
            && !all.contains(&added)
        {
            all.push(added);
            self.set_value(target, path, Value::References(all));
        }
    }

    /// Takes a value that was picked for a field.
    pub(super) fn set_value(&mut self, target: &Target, path: &FieldPath, value: Value) {
        let (Some(mut record), Some(field)) = (self.current(target), describe(fields_of(target), path)) else { return };
        if record.set(path, value) {
            decide_own(&mut record, path);
            self.change(target, record, field);
        }
    }

    fn change(&mut self, target: &Target, record: Record, field: &Field) {
        if let Record::Article(article) = &record
            && field.key == "published"
            && self.takes_correction(article)
        {
            return;
        }
        let mut edits: Vec<Edit> = Vec::new();
        if let Record::Article(article) = &record {
            edits.extend(self.workspace.entry_follows(article));
        }
        edits.extend(self.workspace.edit_to(target.clone(), Some(record)));
        let mut after = self.selection.clone();
        // A claim has no form of its own: it is changed on its card, below the form of its record.
        if !matches!(target, Target::Record(Place { list: List::Claims, .. })) {
            after.form = Some(target.clone());
        }
        self.transact(format!("change of {}", field.label.to_lowercase()), edits, after);
    }

    /// Adds an empty element to a list of a record.
    pub(super) fn add_element(&mut self, target: &Target, list: &Text) {
        let Some(mut record) = self.current(target) else { return };
        let id = self.new_id();
        if record.fields_mut().is_some_and(|fields| fields.add_element(list, id)) {
            let edit = self.workspace.edit_to(target.clone(), Some(record));
            self.transact("new entry", edit.into_iter().collect(), self.selection.clone());
        }
    }

    /// Removes an element of a list of a record.
    pub(super) fn remove_element(&mut self, target: &Target, list: &Text, id: &Id) {
        let Some(mut record) = self.current(target) else { return };
        if record.fields_mut().is_some_and(|fields| fields.remove_element(list, id)) {
            let edit = self.workspace.edit_to(target.clone(), Some(record));
            self.transact("removal of an entry", edit.into_iter().collect(), self.selection.clone());
        }
    }

    /// An id that no record of the case has, nor any article.
    pub(super) fn new_id(&mut self) -> Id {
        let (case, articles) = (&self.workspace.case, &self.workspace.articles);
        self.ids.next(|id| case.place(id).is_some() || articles.contains_key(id) || case.header.id == *id)
    }
}

/// Notes that a value which a claim had been chosen for is now the person's own.
fn decide_own(record: &mut Record, path: &FieldPath) {
    if let Some(choice) = record.chosen_mut().and_then(|chosen| chosen.get_mut(path.to_string().as_str())) {
        *choice = CHOSEN_OWN.into();
    }
}

/// Has free words that are the name of a party on file mean that party.
pub(super) fn recognise(case: &Case, field: &Field, value: &mut Value) {
    let wants_party =
        |shape| matches!(shape, Shape::Reference(field::Wanted::Party) | Shape::References(field::Wanted::Party));
    if !wants_party(field.shape) {
        return;
    }
    match value {
        Value::Reference(reference) => recognise_reference(case, reference),
        Value::References(all) => all.iter_mut().for_each(|reference| recognise_reference(case, reference)),
        _ => {}
    }
}

pub(super) fn recognise_reference(case: &Case, reference: &mut Reference) {
    let Reference::Words(words) = reference else { return };
    let wanted = normalised(words);
    let named = case.parties.iter().find(|(_, party)| {
        normalised(&party.name) == wanted || party.aliases.iter().any(|alias| normalised(&alias.name) == wanted)
    });
    if let Some((_, party)) = named {
        *reference = Reference::Record(party.id.clone());
    }
}
