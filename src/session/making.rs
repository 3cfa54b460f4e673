//! What a record is made of that words propose: its fields, and which words prove each of them.

use std::ops::Range;

use super::Session;
use super::reading::{Reading, precision_of};
use crate::model::field::{FieldPath, Value};
use crate::model::{
    Action, Alias, Amount, CaseDate, Derivation, Id, Identifier, List, Party, Precision, Record, Reference, Text,
};
use crate::suggest::{Acted, Dated};

/// A value that words prove.
pub(super) struct Proof {
    /// The field.
    pub path: FieldPath,
    /// What the words state; nothing where they only speak of it.
    pub value: Option<Value>,
    /// The words, in bytes of the part.
    pub at: Range<usize>,
    /// How it was worked out.
    pub derivation: Option<Derivation>,
}

impl Proof {
    pub fn of(key: &str, value: Value, at: &Range<usize>) -> Self {
        Self { path: FieldPath::of(key), value: Some(value), at: at.clone(), derivation: None }
    }
}

/// A record made of words.
pub(super) struct Made {
    pub record: Record,
    pub proofs: Vec<Proof>,
    /// Other readings of the same words, by field.
    pub others: Vec<(FieldPath, Value, Option<Derivation>)>,
}

impl Made {
    fn of(record: Record) -> Self {
        Self { record, proofs: Vec::new(), others: Vec::new() }
    }

    /// Sets a field, and notes that words prove it.
    fn prove(&mut self, proof: Proof) {
        if let Some(value) = &proof.value {
            self.record.set(&proof.path, value.clone());
        }
        self.proofs.push(proof);
    }
}

impl Session {
    /// What a record of a list is made of words; `None` for lists that words make no records of.
    pub(super) fn made(&mut self, list: List, reading: &Reading) -> Option<Made> {
        let id = self.new_id();
        match list {
            List::Parties => Some(self.party(id, reading)),
            List::Amounts => Some(amount(id, reading)),
            List::Dates => Some(date(id, reading)),
            List::Actions => Some(self.action(id, reading)),
            _ => None,
        }
    }

    fn party(&mut self, id: Id, reading: &Reading) -> Made {
        let Some(named) = &reading.party else {
            let name = Text::from(reading.exact());
            let mut made = Made::of(Record::Party(Party { id, ..Party::default() }));
            made.prove(Proof::of("name", Value::Text(name), &reading.bytes));
            return made;
        };
        let mut party = Party { id, name: named.name.as_str().into(), kind: named.kind.into(), ..Party::default() };
        let mut proofs = vec![Proof::of("name", Value::Text(named.name.as_str().into()), &reading.bytes)];
        for (name, kind) in &named.aliases {
            let alias = Alias { id: self.new_id(), name: name.into(), kind: (*kind).into(), ..Alias::default() };
            proofs.push(element("aliases", &alias.id, "name", &alias.name, reading));
            party.aliases.push(alias);
        }
        for (scheme, value) in &named.identifiers {
            let identifier = Identifier { id: self.new_id(), scheme: (*scheme).into(), value: value.into() };
            proofs.push(element("identifiers", &identifier.id, "value", &identifier.value, reading));
            party.identifiers.push(identifier);
        }
        Made { record: Record::Party(party), proofs, others: Vec::new() }
    }

    fn action(&mut self, id: Id, reading: &Reading) -> Made {
        let proceeding = self.proceeding_in_view().map(Reference::Record);
        let Some(acted) = &reading.action else {
            let mut made = Made::of(Record::Action(Action { id, proceeding, ..Action::default() }));
            made.prove(Proof::of("title", Value::Text(reading.exact().into()), &reading.bytes));
            return made;
        };
        let action = Action { id, proceeding, title: acted.title.as_str().into(), ..Action::default() };
        let mut made = Made::of(Record::Action(action));
        let term = |key, term: &str| Proof::of(key, Value::Text(term.into()), &reading.bytes);
        made.prove(term("kind", acted.kind));
        for (key, found) in [("outcome", acted.outcome), ("status", acted.status)] {
            if let Some(found) = found {
                made.prove(term(key, found));
            }
        }
        self.add_sides(&mut made, acted, reading);
        if let Some((words, date)) = &reading.action_date {
            add_action_date(&mut made, acted.is_decision, words, date);
        }
        made
    }

    /// Who took a court action, each with the words that say so.
    fn add_sides(&self, made: &mut Made, acted: &Acted, reading: &Reading) {
        let court = acted.court.iter().filter(|_| acted.by.is_empty() && acted.is_decision);
        let mut all: Vec<Reference> = Vec::new();
        for words in acted.by.iter().chain(court) {
            let Some(reference) = reading.reference(self, words).filter(|one| !all.contains(one)) else { continue };
            all.push(reference.clone());
            made.proofs.push(Proof::of("by", Value::References(vec![reference]), words));
        }
        made.record.set(&FieldPath::of("by"), Value::References(all));
    }
}

fn element(list: &str, id: &Id, key: &str, value: &Text, reading: &Reading) -> Proof {
    let path = FieldPath::in_element(list, id, key);
    Proof { path, value: Some(Value::Text(value.clone())), at: reading.bytes.clone(), derivation: None }
}

fn amount(id: Id, reading: &Reading) -> Made {
    let mut made = Made::of(Record::Amount(Amount { id, ..Amount::default() }));
    let at = &reading.bytes;
    let Some(sum) = &reading.sum else {
        keep_words(&mut made, "value", reading, None);
        return made;
    };
    made.prove(Proof::of("value", Value::Decimal(sum.value.clone()), at));
    if let Some(most) = &sum.value_max {
        made.prove(Proof::of("value_max", Value::Decimal(most.clone()), at));
    }
    if let Some(currency) = sum.currency {
        made.prove(Proof::of("currency", Value::Currency(currency), at));
    }
    let precision = precision_of(sum);
    let term = Value::Text(precision.key().into());
    if precision == Precision::Exact {
        // No word says that a sum is exact: that is how a sum is read where none says otherwise.
        made.record.set(&FieldPath::of("precision"), term);
    } else {
        made.prove(Proof::of("precision", term, at));
    }
    if let Some(period) = &sum.period {
        made.prove(Proof::of("period", Value::Period(period.clone()), at));
    }
    if let Some(nature) = sum.nature {
        made.record.set(&FieldPath::of("nature"), Value::Text(nature.into()));
    }
    let others = sum.currencies.iter().map(|other| (FieldPath::of("currency"), Value::Currency(*other), None));
    made.others.extend(others);
    made
}

fn date(id: Id, reading: &Reading) -> Made {
    let mut made = Made::of(Record::Date(CaseDate { id, ..CaseDate::default() }));
    let Some(dated) = &reading.date else {
        keep_words(&mut made, "date", reading, None);
        return made;
    };
    add_date(&mut made, "date", &reading.bytes, dated, reading.exact());
    if let Some(bound) = dated.bound {
        made.prove(Proof::of("bound", Value::Text(bound.key().into()), &reading.bytes));
    }
    if let Some(kind) = dated.kind {
        made.record.set(&FieldPath::of("kind"), Value::Text(kind.into()));
    }
    made
}

/// The date of a court action: when it was decided, or when it was filed.
fn add_action_date(made: &mut Made, is_decision: bool, words: &Range<usize>, date: &Dated) {
    if date.date.is_some() {
        add_date(made, if is_decision { "decided" } else { "filed" }, words, date, "");
    }
}

/// A date with how it was worked out, and its other readings. Without a date the words are kept as typed.
fn add_date(made: &mut Made, key: &str, at: &Range<usize>, dated: &Dated, exact: &str) {
    let path = FieldPath::of(key);
    let value = dated.date.clone().map(Value::Date);
    if value.is_none() {
        made.record.set(&path, Value::AsTyped(exact.into()));
    }
    let others = dated.others.iter().map(|(date, derivation)| {
        (path.clone(), Value::Date(date.clone()), derivation.clone().or_else(|| dated.derivation.clone()))
    });
    made.others.extend(others);
    made.prove(Proof { path, value, at: at.clone(), derivation: dated.derivation.clone() });
}

/// Words that were not understood stay as they are, and are marked so in the form.
fn keep_words(made: &mut Made, key: &str, reading: &Reading, derivation: Option<Derivation>) {
    let path = FieldPath::of(key);
    made.record.set(&path, Value::AsTyped(reading.exact().into()));
    made.proofs.push(Proof { path, value: None, at: reading.bytes.clone(), derivation });
}
