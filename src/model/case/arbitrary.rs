//! Cases for property tests: few ids, so that two of them have records in common, and also records with one id.

use proptest::prelude::*;

use super::{Case, List, Record};
use crate::model::field::{Field, FieldPath, Shape, Value};
use crate::model::{Anchored, ClaimValue, Id, Reference};

/// A change of a record: which of all possible ones, and to what.
type Touch = (u8, u8);

/// A case with up to a dozen records, some of its slots vacant.
pub(crate) fn cases() -> impl Strategy<Value = Case> {
    let touches = prop::collection::vec((0..24_u8, 0..4_u8), 0..4);
    let record = (prop::sample::select(&List::ALL[..]), prop::option::weighted(0.9, 0..6_u64), touches.clone());
    (touches, prop::collection::vec(record, 0..12)).prop_map(|(head, records)| {
        let mut case = Case::default();
        let mut header = Record::Header(case.header.clone());
        for touch in head {
            touched(&mut header, crate::model::field::CASE, touch);
        }
        if let Record::Header(header) = header {
            case.header = header;
        }
        for (list, number, touches) in records {
            let record = number.map(|number| {
                let mut record = Record::empty(list, Id::from_bits(number));
                for touch in touches {
                    touched(&mut record, list.fields(), touch);
                }
                record
            });
            let place = case.next_place(list);
            // A record that is put and taken away again leaves its slot vacant.
            case.put(place, Some(record.clone().unwrap_or_else(|| Record::empty(list, Id::from("gone")))));
            if record.is_none() {
                case.put(place, None);
            }
        }
        // As after reading: of several records with one id, the first counts.
        case.index();
        case
    })
}

fn touched(record: &mut Record, table: &'static [Field], (which, to): Touch) {
    let which = usize::from(which);
    let Some(field) = table.get(which) else { return untabulated(record, which % 3, to) };
    if let Shape::Elements(of) = field.shape {
        let id = Id::from_bits(u64::from(to) + 20);
        let Some(fields) = record.fields_mut() else { return };
        if fields.element(field.key, &id).is_some() && to == 3 {
            fields.remove_element(field.key, &id);
            return;
        }
        fields.add_element(field.key, id.clone());
        if let (Some(element), Some(field)) = (fields.element_mut(field.key, &id), of.get(usize::from(to % 2))) {
            element.set(field.key, value(field, to));
        }
        return;
    }
    record.set(&FieldPath::of(field.key), value(field, to));
}

fn value(field: &Field, to: u8) -> Value {
    let words = ["", "one", "two ", "\u{e9}"][usize::from(to % 4)];
    let reference = || match to {
        0 | 1 => Reference::Record(Id::from_bits(u64::from(to))),
        _ => Reference::Words(words.into()),
    };
    match field.shape {
        Shape::Text | Shape::LongText => Value::Text(words.into()),
        Shape::Choice(terms) => Value::Text(terms[usize::from(to) % terms.len()].key.into()),
        Shape::Texts => Value::Texts(vec![words.into(); usize::from(to)]),
        Shape::Reference(_) => Value::Reference(reference()),
        Shape::References(_) => Value::References(vec![reference(); usize::from(to)]),
        Shape::Flag => Value::Flag(to > 1),
        Shape::Decimal if to > 0 => Value::Decimal(["1", "1.0", "2"][usize::from(to % 3)].parse().unwrap()),
        Shape::Date if to > 0 => Value::Date(["2020", "2020-02~", "2020-02"][usize::from(to % 3)].parse().unwrap()),
        _ => Value::AsTyped(words.into()),
    }
}

/// Changes what is in no table of fields.
fn untabulated(record: &mut Record, which: usize, to: u8) {
    let id = Id::from_bits(u64::from(to));
    let words = ["", "one", "two", "three"][usize::from(to % 4)];
    match (record, which) {
        (Record::Header(header), _) => header.id = id,
        (Record::Entry(entry), 0) => entry.title = words.into(),
        (Record::Entry(entry), 1) => entry.same_as = Some(id),
        (Record::Entry(entry), _) => entry.sha256 = words.into(),
        (Record::Party(party), 0) => party.merged_into = Some(id),
        (Record::Link(link), 0) => link.from = id,
        (Record::Link(link), _) => link.to = id,
        (Record::Quote(quote), 0) => quote.exact = words.into(),
        (Record::Quote(quote), 1) => quote.end = usize::from(to),
        (Record::Quote(quote), _) => quote.was.push(Anchored { exact: words.into(), ..Anchored::default() }),
        (Record::Claim(claim), 0) => claim.value = Some(ClaimValue::Text(words.into())),
        (Record::Claim(claim), 1) => claim.quote = id,
        (Record::Claim(claim), _) => claim.record = id,
        (record, _) => {
            if let Some(chosen) = record.chosen_mut() {
                chosen.insert(["note", "name", "value"][which].into(), words.into());
            }
        }
    }
}
