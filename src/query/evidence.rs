//! What the quotes say of a field: do they support the value shown, refine it, or contradict it?

use bigdecimal::{BigDecimal, RoundingMode};

use super::{Index, same_name};
use crate::model::field::{Field, FieldPath, Value, from_claim};
use crate::model::{Amount, Case, Claim, Decimal, Id, List, Place, Precision, Reference, describe, get};
use crate::text::find::normalised;

/// How a claim bears on the value shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It states the same value, or a coarser one that agrees.
    Supports,
    /// It states a more exact value that agrees: a day inside the month, a sum inside the bound.
    Refines,
    /// It states another value, or denies this one.
    Contradicts,
    /// It states a value where none is shown.
    Offers,
    /// It states no value.
    Mentions,
}

/// How well a field is proved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Proof {
    /// No quote speaks of it.
    #[default]
    Unproved,
    /// Quotes support it and none contradicts it.
    Proved,
    /// At least one quote contradicts it.
    Disputed,
}

/// One claim about a field, and how it bears on the value shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Slot of the claim.
    pub claim: u32,
    /// How it bears.
    pub relation: Relation,
}

/// The claims about a field of the record at a place; about every field of it where `path` is `None`.
#[must_use]
pub fn evidence(case: &Case, index: &Index, place: Place, path: Option<&FieldPath>) -> Vec<Evidence> {
    let Some(id) = case.id_at(place) else { return Vec::new() };
    let wanted = path.map(ToString::to_string);
    let claims = index.claims_about(id).iter().filter_map(|slot| Some((*slot, case.claims.get(*slot)?)));
    claims
        .filter(|(_, claim)| wanted.as_ref().is_none_or(|wanted| claim.field == *wanted))
        .map(|(slot, claim)| Evidence { claim: slot, relation: relation(case, place, claim) })
        .collect()
}

/// How well the evidence proves a field.
#[must_use]
pub fn proof(evidence: &[Evidence]) -> Proof {
    let any = |wanted: &[Relation]| evidence.iter().any(|one| wanted.contains(&one.relation));
    if any(&[Relation::Contradicts]) {
        Proof::Disputed
    } else if any(&[Relation::Supports, Relation::Refines]) {
        Proof::Proved
    } else {
        Proof::Unproved
    }
}

/// How a claim bears on the value shown for its field of the record at a place.
#[must_use]
pub fn relation(case: &Case, place: Place, claim: &Claim) -> Relation {
    let path = FieldPath::parse(&claim.field);
    let Some(claimed) = &claim.value else { return Relation::Mentions };
    let Some(field) = describe(place.list.fields(), &path) else { return Relation::Mentions };
    let Some(shown) = case.fields_at(place).and_then(|record| get(record, &path)) else { return Relation::Mentions };
    if shown.is_absent() && !matches!(shown, Value::Flag(_)) {
        return if claim.denied { Relation::Mentions } else { Relation::Offers };
    }
    let stated = from_claim(field, claimed);
    let agrees = compare(case, place, field, &shown, &stated);
    match (claim.denied, agrees) {
        (false, relation) => relation,
        (true, Relation::Supports | Relation::Refines) => Relation::Contradicts,
        (true, _) => Relation::Mentions,
    }
}

fn compare(case: &Case, place: Place, field: &Field, shown: &Value, stated: &Value) -> Relation {
    let same = |yes: bool| if yes { Relation::Supports } else { Relation::Contradicts };
    match (shown, stated) {
        (Value::Decimal(shown), Value::Decimal(stated)) => match amount_at(case, place) {
            Some(amount) if field.key == "value" => compare_sums(amount, shown, stated),
            _ => same(shown.same_value(stated)),
        },
        (Value::Date(shown), Value::Date(stated)) => {
            if shown.contains(stated) && !stated.contains(shown) {
                Relation::Refines
            } else if stated.contains(shown) {
                Relation::Supports
            } else if shown.overlaps(stated) {
                Relation::Mentions
            } else {
                Relation::Contradicts
            }
        }
        (Value::Reference(shown), Value::Reference(stated)) => same(same_reference(case, shown, stated)),
        (Value::References(shown), Value::References(stated)) => {
            same(stated.iter().all(|one| shown.iter().any(|other| same_reference(case, other, one))))
        }
        (Value::Texts(shown), Value::Texts(stated)) => {
            same(stated.iter().all(|one| shown.iter().any(|other| normalised(other) == normalised(one))))
        }
        (Value::Text(shown) | Value::AsTyped(shown), Value::Text(stated) | Value::AsTyped(stated)) => {
            same(normalised(shown) == normalised(stated))
        }
        (shown, stated) => same(shown == stated),
    }
}

fn amount_at(case: &Case, place: Place) -> Option<&Amount> {
    (place.list == List::Amounts).then(|| case.amounts.get(place.slot))?
}

fn compare_sums(amount: &Amount, shown: &Decimal, stated: &Decimal) -> Relation {
    if shown.same_value(stated) {
        return Relation::Supports;
    }
    let (low, sum) = (shown.to_big(), stated.to_big());
    let inside = match amount.precision {
        None | Some(Precision::Exact) => false,
        Some(Precision::AtMost) => sum < low,
        Some(Precision::AtLeast) => sum > low,
        Some(Precision::Range) => sum > low && amount.value_max.as_ref().is_some_and(|most| sum <= most.to_big()),
        Some(Precision::About) => rounds_to(&sum, &low),
    };
    if inside { Relation::Refines } else { Relation::Contradicts }
}

/// Whether a sum, rounded to as many significant digits as the round one has, is the round one.
fn rounds_to(sum: &BigDecimal, round: &BigDecimal) -> bool {
    let round = round.normalized();
    sum.with_scale_round(round.fractional_digit_count(), RoundingMode::HalfUp) == round
}

fn same_reference(case: &Case, shown: &Reference, stated: &Reference) -> bool {
    match (shown, stated) {
        (Reference::Record(one), Reference::Record(other)) => survivor(case, one) == survivor(case, other),
        (Reference::Record(id), Reference::Words(words)) | (Reference::Words(words), Reference::Record(id)) => {
            same_name(case, id, words)
        }
        (Reference::Words(one), Reference::Words(other)) => normalised(one) == normalised(other),
    }
}

/// The party that a party was merged into, however many times; itself where it was not.
fn survivor<'a>(case: &'a Case, id: &'a Id) -> &'a Id {
    let mut current = id;
    // A chain of merges that closes on itself ends at the limit.
    for _ in 0..32 {
        let merged = case.place(current).filter(|place| place.list == List::Parties);
        match merged.and_then(|place| case.parties.get(place.slot)).and_then(|party| party.merged_into.as_ref()) {
            Some(next) => current = next,
            None => break,
        }
    }
    current
}
