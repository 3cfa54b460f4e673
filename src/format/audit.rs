//! Faults of meaning in a case that is sound JSON: references to nothing, ids used twice, unknown terms.

use super::case_file::both;
use super::document::Base;
use super::fault::note;
use super::site::Site;
use super::{Fault, FaultClass};
use crate::model::field::{Field, FieldPath, Fields, Shape, Value, references_in};
use crate::model::vocabulary::{self, Term};
use crate::model::{Case, ClaimValue, Id, List, Place, Reference};

/// The fault of a record whose id another had before it.
pub(super) fn double(base: &Base, case: &Case, place: Place) -> Fault {
    let id = case.id_at(place).map(ToString::to_string).unwrap_or_default();
    let message = format!("The id {id:?} is used twice; references to it mean the first.");
    Site::new(base, place).fault(&FieldPath::of("id"), FaultClass::Identity, message)
}

/// Adds the faults of every record.
pub(super) fn audit(base: &Base, case: &Case, faults: &mut Vec<Fault>) {
    let records = || {
        let mut faults = Vec::new();
        for list in [List::Parties, List::Proceedings, List::Actions, List::Links, List::Amounts, List::Dates] {
            for slot in case.slots(list) {
                let place = Place { list, slot };
                let Some(record) = case.fields_at(place) else { continue };
                let mut site = Site::new(base, place);
                check_references(&mut site, case, record, list.fields(), &mut faults);
                check_terms(&mut site, record, list.fields(), None, &mut faults);
            }
        }
        faults
    };
    let elsewhere = || {
        let mut faults = Vec::new();
        check_terms_elsewhere(base, case, &mut faults);
        check_ids(base, case, &mut faults);
        check_claims(base, case, &mut faults);
        faults
    };
    let (records, elsewhere) = both(records, elsewhere);
    records.into_iter().chain(elsewhere).for_each(|fault| note(faults, fault));
}

fn is_unknown(terms: &[Term], term: &str) -> bool {
    !term.is_empty() && !terms.iter().any(|known| known.key == term)
}

fn unknown(term: &str) -> String {
    format!("{term:?} is not a term of the format for this key; it is kept and shown as written.")
}

/// The terms of the head of the case, which is no record of a list.
fn check_terms_elsewhere(base: &Base, case: &Case, faults: &mut Vec<Fault>) {
    let status = &case.header.status;
    if is_unknown(vocabulary::CASE_STATUS, status) {
        let offset = base.outline.member("status").map_or(0, |member| member.value.start);
        note(faults, Fault::new(FaultClass::Schema, offset, unknown(status)).at("/status"));
    }
}

fn check_references(
    site: &mut Site<'_>,
    case: &Case,
    record: &dyn Fields,
    table: &'static [Field],
    faults: &mut Vec<Fault>,
) {
    for (path, reference) in references_in(record, table) {
        if let Reference::Record(id) = &reference
            && case.place(id).is_none()
        {
            note(faults, site.fault(&path, FaultClass::Reference, missing(id)));
        }
    }
}

fn missing(id: &Id) -> String {
    format!("There is no record with the id {id:?} in this case; the reference is kept.", id = id.as_str())
}

/// The relations that are stored as bare ids.
fn check_ids(base: &Base, case: &Case, faults: &mut Vec<Fault>) {
    let mut check = |list: List, slot: u32, key: &str, id: &Id| {
        if case.place(id).is_none() {
            let mut site = Site::new(base, Place { list, slot });
            note(faults, site.fault(&FieldPath::of(key), FaultClass::Reference, missing(id)));
        }
    };
    for (slot, entry) in case.articles.iter() {
        if let Some(id) = &entry.same_as {
            check(List::Articles, slot, "same_as", id);
        }
    }
    for (slot, party) in case.parties.iter() {
        if let Some(id) = &party.merged_into {
            check(List::Parties, slot, "merged_into", id);
        }
    }
    for (slot, link) in case.links.iter() {
        check(List::Links, slot, "from", &link.from);
        check(List::Links, slot, "to", &link.to);
    }
    for (slot, quote) in case.quotes.iter().filter(|(_, quote)| quote.file.is_empty()) {
        check(List::Quotes, slot, "article", &quote.article);
    }
}

/// What claims refer to, and how they say it.
fn check_claims(base: &Base, case: &Case, faults: &mut Vec<Fault>) {
    for (slot, claim) in case.claims.iter() {
        let mut site = Site::new(base, Place { list: List::Claims, slot });
        if is_unknown(vocabulary::MODE, &claim.mode) {
            note(faults, site.fault(&FieldPath::of("mode"), FaultClass::Schema, unknown(&claim.mode)));
        }
        let mut check = |key: &str, id: &Id| {
            if case.place(id).is_none() {
                note(faults, site.fault(&FieldPath::of(key), FaultClass::Reference, missing(id)));
            }
        };
        check("record", &claim.record);
        check("quote", &claim.quote);
        if let Some(ClaimValue::Reference(Reference::Record(id))) = &claim.value {
            check("value", id);
        }
        claim.attributed_to.iter().filter_map(Reference::id).for_each(|id| check("attributed_to", id));
    }
}

fn check_terms(
    site: &mut Site<'_>,
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
                note(faults, site.fault(&path, FaultClass::Schema, unknown(&term)));
            }
            (Shape::Elements(of), _) => {
                for (id, inner) in record.elements(field.key) {
                    check_terms(site, inner, of, Some((field.key, id)), faults);
                }
            }
            _ => {}
        }
    }
}
