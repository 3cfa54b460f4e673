//! Faults of meaning in a case that is sound JSON: references to nothing, ids used twice, unknown terms.

use serde_json::Value as Json;

use super::case_file::both;
use super::document::Base;
use super::{Fault, FaultClass, Tree};
use crate::model::field::{Field, FieldPath, Fields, Shape, Value, element_ids, references_in};
use crate::model::vocabulary::{self, Term};
use crate::model::{Case, Id, List, Place, Reference};

/// The fault of a record whose id another had before it.
pub(super) fn double(base: &Base, case: &Case, place: Place) -> Fault {
    let id = case.id_at(place).map(ToString::to_string).unwrap_or_default();
    let message = format!("The id {id:?} is used twice; references to it mean the first.");
    fault_at(base, place, "id", FaultClass::Identity, message)
}

/// Adds the faults of every record.
pub(super) fn audit(base: &Base, case: &Case, faults: &mut Vec<Fault>) {
    let records = || {
        let mut faults = Vec::new();
        for list in [List::Parties, List::Proceedings, List::Actions, List::Links, List::Amounts, List::Dates] {
            for slot in case.slots(list) {
                let place = Place { list, slot };
                let Some(record) = case.fields_at(place) else { continue };
                check_references(base, case, place, record, &mut faults);
                check_terms(base, place, record, list.fields(), None, &mut faults);
            }
        }
        faults
    };
    let elsewhere = || {
        let mut faults = Vec::new();
        check_terms_elsewhere(base, case, &mut faults);
        check_ids(base, case, &mut faults);
        faults
    };
    let (records, elsewhere) = both(records, elsewhere);
    faults.extend(records);
    faults.extend(elsewhere);
}

/// The terms of what no form shows by its table: the head of the case and the claims.
fn check_terms_elsewhere(base: &Base, case: &Case, faults: &mut Vec<Fault>) {
    let is_unknown = |terms: &[Term], term: &str| !term.is_empty() && !terms.iter().any(|known| known.key == term);
    let status = &case.header.status;
    if is_unknown(vocabulary::CASE_STATUS, status) {
        let offset = base.outline.member("status").map_or(0, |member| member.value.start);
        faults.push(Fault::new(FaultClass::Schema, offset, unknown(status)).at("/status"));
    }
    for (slot, claim) in case.claims.iter().filter(|(_, claim)| is_unknown(vocabulary::MODE, &claim.mode)) {
        let place = Place { list: List::Claims, slot };
        faults.push(fault_at(base, place, "mode", FaultClass::Schema, unknown(&claim.mode)));
    }
}

fn unknown(term: &str) -> String {
    format!("{term:?} is not a term of the format for this key; it is kept and shown as written.")
}

fn check_references(base: &Base, case: &Case, place: Place, record: &dyn Fields, faults: &mut Vec<Fault>) {
    for (path, reference) in references_in(record, place.list.fields()) {
        if let Reference::Record(id) = &reference
            && case.place(id).is_none()
        {
            faults.push(fault_at(base, place, &path.to_string(), FaultClass::Reference, missing(id)));
        }
    }
}

fn missing(id: &Id) -> String {
    format!("There is no record with the id {id:?} in this case; the reference is kept.", id = id.as_str())
}

/// The relations that are stored as bare ids.
fn check_ids(base: &Base, case: &Case, faults: &mut Vec<Fault>) {
    let mut check = |place: Place, key: &str, id: &Id| {
        if case.place(id).is_none() {
            faults.push(fault_at(base, place, key, FaultClass::Reference, missing(id)));
        }
    };
    for (slot, entry) in case.articles.iter() {
        if let Some(id) = &entry.same_as {
            check(Place { list: List::Articles, slot }, "same_as", id);
        }
    }
    for (slot, party) in case.parties.iter() {
        if let Some(id) = &party.merged_into {
            check(Place { list: List::Parties, slot }, "merged_into", id);
        }
    }
    for (slot, link) in case.links.iter() {
        check(Place { list: List::Links, slot }, "from", &link.from);
        check(Place { list: List::Links, slot }, "to", &link.to);
    }
    for (slot, quote) in case.quotes.iter().filter(|(_, quote)| quote.file.is_empty()) {
        check(Place { list: List::Quotes, slot }, "article", &quote.article);
    }
    for (slot, claim) in case.claims.iter() {
        check(Place { list: List::Claims, slot }, "record", &claim.record);
        check(Place { list: List::Claims, slot }, "quote", &claim.quote);
        for id in claim.references().filter_map(Reference::id) {
            let key =
                if claim.attributed_to.iter().any(|one| one.id() == Some(id)) { "attributed_to" } else { "value" };
            check(Place { list: List::Claims, slot }, key, id);
        }
    }
}

fn check_terms(
    base: &Base,
    place: Place,
    record: &dyn Fields,
    table: &'static [Field],
    element: Option<(&str, &Id)>,
    faults: &mut Vec<Fault>,
) {
    for field in table {
        match (field.shape, record.get(field.key)) {
            (Shape::Choice(terms), Some(Value::Text(term))) if !terms.iter().any(|known| known.key == term) => {
                let path = match element {
                    None => FieldPath::of(field.key),
                    Some((list, id)) => FieldPath::in_element(list, id, field.key),
                };
                faults.push(fault_at(base, place, &path.to_string(), FaultClass::Schema, unknown(&term)));
            }
            (Shape::Elements(of), _) => {
                for id in element_ids(record, field.key) {
                    if let Some(inner) = record.element(field.key, &id) {
                        check_terms(base, place, inner, of, Some((field.key, &id)), faults);
                    }
                }
            }
            _ => {}
        }
    }
}

/// A fault of a field of a record, at the bytes of the field where it is found in the file.
fn fault_at(base: &Base, place: Place, path: &str, class: FaultClass, message: String) -> Fault {
    let slot = usize::try_from(place.slot).unwrap_or(usize::MAX);
    let mut pointer = format!("/{}/{slot}", place.list.key());
    let span = base.outline.member(place.list.key()).and_then(|member| member.elements.get(slot).cloned());
    let Some(span) = span else { return Fault::new(class, 0, message).at(pointer) };
    let (tree, _) = Tree::parse(&base.bytes, span.clone());
    let path = FieldPath::parse(path);
    let mut node = tree.root();
    if let Some((list, id)) = path.element()
        && let Some(elements) = tree.member(node, list)
    {
        let is_it = |candidate: &super::NodeId| {
            let found = tree.member(*candidate, "id").map(|id| tree.raw(id));
            found.and_then(|raw| serde_json::from_slice::<Json>(raw).ok()).is_some_and(|found| found == id.as_str())
        };
        if let Some((number, found)) = tree.children(elements).enumerate().find(|(_, candidate)| is_it(candidate)) {
            pointer = format!("{pointer}/{list}/{number}");
            node = found;
        }
    }
    let offset = match tree.member(node, path.key()) {
        Some(found) => {
            pointer = format!("{pointer}/{}", path.key());
            tree.node(found).span.start
        }
        None => span.start,
    };
    Fault::new(class, offset, message).at(pointer)
}
