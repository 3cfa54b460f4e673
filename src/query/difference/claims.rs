//! Claims and links, which have no name of their own, in words.

use super::rows::{Compared, Rows, id_words, path_words, value_words};
use crate::model::field::{self, FieldPath, from_claim};
use crate::model::vocabulary::{LINK_KIND, label_of};
use crate::model::{Case, Claim, ClaimValue, List, PartialDate, Place, describe};
use crate::query::{derived_words, reference_words};

/// What a claim or a link is about: "JEDI contract ceiling · Value", "Order decides Motion"; `None` of other records.
pub(super) fn title(case: &Case, place: Place) -> Option<String> {
    match place.list {
        List::Claims => {
            let claim = case.claims.get(place.slot)?;
            let field = field_words(case, claim);
            let record = id_words(case, &claim.record);
            Some(if field.is_empty() { record } else { format!("{record} · {field}") })
        }
        List::Links => {
            let link = case.links.get(place.slot)?;
            let kind = label_of(LINK_KIND, &link.kind);
            Some(format!("{} {kind} {}", id_words(case, &link.from), id_words(case, &link.to)))
        }
        _ => None,
    }
}

/// What a claim states, beside its name; nothing of other records.
pub(super) fn detail(case: &Case, place: Place) -> String {
    let claim = Some(place).filter(|place| place.list == List::Claims).and_then(|place| case.claims.get(place.slot));
    claim.map(|claim| said(case, claim)).unwrap_or_default()
}

impl Compared for Claim {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        // A value and how it was worked out are put into words beside the field that they are of, so before that
        // becomes another.
        let said = (left.value != right.value).then(|| (said(rows.ours, left), said(rows.theirs, right)));
        let derived = (left.derivation != right.derivation).then(|| (derived(left), derived(right)));
        if left.field != right.field
            && rows.push("Field", &field_words(rows.ours, left), &field_words(rows.theirs, right))
        {
            left.field.clone_from(&right.field);
        }
        rows.value("Record", &mut left.record, &right.record, id_words);
        if said.is_some_and(|(ours, theirs)| rows.push("Value", &ours, &theirs)) {
            left.value.clone_from(&right.value);
        }
        rows.value("Denied", &mut left.denied, &right.denied, |_, denied| {
            if *denied { "yes" } else { "no" }.to_owned()
        });
        rows.value("Words", &mut left.quote, &right.quote, id_words);
        rows.fields("", left, right, field::CLAIM);
        if derived.is_some_and(|(ours, theirs)| rows.push("Worked out", &ours, &theirs)) {
            left.derivation.clone_from(&right.derivation);
        }
        rows.value("Noted by", &mut left.by, &right.by, |_, by| by.to_string());
        rows.value("Noted at", &mut left.at, &right.at, |_, at| at.to_string());
    }
}

/// What the field that a claim speaks of is called; its path where the record has no such field.
fn field_words(case: &Case, claim: &Claim) -> String {
    let path = FieldPath::parse(&claim.field);
    let known = case.place(&claim.record).and_then(|place| match case.fields_at(place) {
        Some(record) => path_words(case, record, place.list.fields(), &path),
        None => describe(place.list.fields(), &path).map(|field| field.label.to_owned()),
    });
    known.unwrap_or_else(|| claim.field.to_string())
}

/// What a claim states.
fn said(case: &Case, claim: &Claim) -> String {
    let Some(value) = &claim.value else { return String::new() };
    let place = case.place(&claim.record);
    match place.and_then(|place| describe(place.list.fields(), &FieldPath::parse(&claim.field))) {
        Some(field) => value_words(case, field, &from_claim(field, value)),
        None => match value {
            ClaimValue::Text(words) => words.to_string(),
            ClaimValue::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
            ClaimValue::Reference(reference) => reference_words(case, reference),
        },
    }
}

/// How the date that a claim states was worked out.
fn derived(claim: &Claim) -> String {
    let date: Option<PartialDate> = match &claim.value {
        Some(ClaimValue::Text(words)) => words.parse().ok(),
        _ => None,
    };
    claim.derivation.as_ref().map(|derivation| derived_words(derivation, date.as_ref())).unwrap_or_default()
}
