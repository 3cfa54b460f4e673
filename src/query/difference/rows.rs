//! Collecting the fields in which two states of a record differ.

use super::FieldDifference;
use super::excerpt::sides;
use crate::model::field::{Field, FieldPath, Fields, Shape, Value, words_of};
use crate::model::{CHOSEN_OPEN, CHOSEN_OWN, Case, Chosen, Id, List, Place, Reference, Text};
use crate::query::{reference_words, title};

/// The name of what differs where there are no words for it.
const OTHER: &str = "Other details";

/// A record of which two states can be compared.
pub(super) trait Compared: Clone + PartialEq {
    /// Notes what differs. Whatever was noted is made the same in `left`, so that it can be told whether anything
    /// else differs.
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>);
}

/// What differs between two states of a record, each beside the case it belongs to.
pub(super) fn compare<T: Compared>(
    (our_case, ours): (&Case, &T),
    (their_case, theirs): (&Case, &T),
) -> Vec<FieldDifference> {
    let mut rows = Rows { ours: our_case, theirs: their_case, found: Vec::new() };
    let mut left = ours.clone();
    T::compare(&mut left, theirs, &mut rows);
    if left != *theirs {
        rows.other(OTHER.into());
    }
    rows.found
}

/// The differing fields of a record.
pub(super) struct Rows<'a> {
    pub(super) ours: &'a Case,
    pub(super) theirs: &'a Case,
    found: Vec<FieldDifference>,
}

impl Rows<'_> {
    /// Notes a field with its words on either side. `false`, and nothing noted, where they look alike.
    pub fn push(&mut self, label: &str, ours: &str, theirs: &str) -> bool {
        let (ours, theirs) = sides(ours, theirs);
        let differ = ours != theirs;
        if differ {
            self.found.push(FieldDifference { label: label.into(), ours: ours.into(), theirs: theirs.into() });
        }
        differ
    }

    /// Notes that something differs for which there are no words.
    pub fn other(&mut self, label: Text) {
        self.found.push(FieldDifference { label, ours: Text::default(), theirs: Text::default() });
    }

    /// Notes a value that is in no table of fields, in words that may come from the case.
    pub fn value<V: Clone + PartialEq>(
        &mut self,
        label: &str,
        left: &mut V,
        right: &V,
        words: impl Fn(&Case, &V) -> String,
    ) {
        if left != right && self.push(label, &words(self.ours, left), &words(self.theirs, right)) {
            left.clone_from(right);
        }
    }

    /// Notes the fields of a table but its lists of elements. `prefix` stands before each label.
    pub fn fields(&mut self, prefix: &str, left: &mut dyn Fields, right: &dyn Fields, table: &'static [Field]) {
        for field in table.iter().filter(|field| !matches!(field.shape, Shape::Elements(_))) {
            let (Some(ours), Some(theirs)) = (left.get(field.key), right.get(field.key)) else { continue };
            if ours == theirs {
                continue;
            }
            let label = format!("{prefix}{}", field.label);
            let words = (value_words(self.ours, field, &ours), value_words(self.theirs, field, &theirs));
            let is_noted = if words.0 == words.1 {
                self.push(&label, &exact_words(self.ours, field, &ours), &exact_words(self.theirs, field, &theirs))
            } else {
                self.push(&label, &words.0, &words.1)
            };
            if is_noted {
                left.set(field.key, theirs);
            }
        }
    }

    /// Notes what was decided between rivals.
    pub fn chosen<T: Fields + Clone>(
        &mut self,
        left: &mut T,
        right: &T,
        table: &'static [Field],
        of: fn(&mut T) -> &mut Chosen,
    ) {
        let mut ours = std::mem::take(of(left));
        let theirs = std::mem::take(of(&mut right.clone()));
        let keys: std::collections::BTreeSet<Text> = ours.keys().chain(theirs.keys()).cloned().collect();
        for key in keys {
            let (here, there) = (ours.get(&key), theirs.get(&key));
            if here == there {
                continue;
            }
            let path = FieldPath::parse(&key);
            let name =
                path_words(self.ours, left, table, &path).or_else(|| path_words(self.theirs, right, table, &path));
            let label = format!("Decision on {}", name.unwrap_or_else(|| key.to_string()));
            let words = (choice_words(self.ours, here), choice_words(self.theirs, there));
            let is_noted = if words.0 == words.1 {
                // Two claims may rest on the same words.
                let written = |words: String, id: Option<&Text>| format!("{words} ({})", id.map_or("", Text::as_str));
                self.push(&label, &written(words.0, here), &written(words.1, there))
            } else {
                self.push(&label, &words.0, &words.1)
            };
            if is_noted {
                match there {
                    Some(choice) => ours.insert(key, choice.clone()),
                    None => ours.remove(&key),
                };
            }
        }
        *of(left) = ours;
    }
}

/// A value as a form shows it; a reference as what it points to is called in this case.
pub(super) fn value_words(case: &Case, field: &Field, value: &Value) -> String {
    match value {
        Value::Reference(reference) => reference_words(case, reference),
        Value::References(all) => {
            all.iter().map(|reference| reference_words(case, reference)).collect::<Vec<_>>().join("; ")
        }
        value => words_of(field, value),
    }
}

/// A value so that any two of them can be told apart: as files have it, words that were not understood as such.
fn exact_words(case: &Case, field: &Field, value: &Value) -> String {
    let reference = |reference: &Reference| match reference {
        Reference::Record(id) => format!("{} ({id})", reference_words(case, reference)),
        Reference::Words(words) => format!("{words} (words only)"),
    };
    match value {
        Value::AsTyped(words) => format!("{words} (not understood)"),
        Value::Decimal(sum) => sum.to_string(),
        Value::Period(period) => period.as_str().to_owned(),
        Value::Date(date) => date.as_str().to_owned(),
        Value::Texts(list) => list.iter().map(|one| format!("\u{201c}{one}\u{201d}")).collect::<Vec<_>>().join("; "),
        Value::Reference(one) => reference(one),
        Value::References(all) => all.iter().map(reference).collect::<Vec<_>>().join("; "),
        Value::Text(words) => words.to_string(),
        value => words_of(field, value),
    }
}

/// The record with this id, as it is called; nothing for no id.
pub(super) fn id_words(case: &Case, id: &Id) -> String {
    if id.is_empty() { String::new() } else { reference_words(case, &Reference::Record(id.clone())) }
}

/// The label of the field at a path, with the element it belongs to; `None` where there is no such field.
pub(super) fn path_words(
    case: &Case,
    record: &dyn Fields,
    table: &'static [Field],
    path: &FieldPath,
) -> Option<String> {
    let field = crate::model::describe(table, path)?;
    let Some((list, id)) = path.element() else { return Some(field.label.to_owned()) };
    let of = crate::model::field::find(table, list)?;
    let Shape::Elements(fields) = of.shape else { return None };
    let element = record.element(list, id)?;
    let name = fields.first().and_then(|first| Some(value_words(case, first, &element.get(first.key)?)));
    Some(format!("{} · {} · {}", of.label, name.unwrap_or_default(), field.label))
}

/// What was decided between rivals.
fn choice_words(case: &Case, choice: Option<&Text>) -> String {
    match choice.map(Text::as_str) {
        None => String::new(),
        Some(CHOSEN_OWN) => "the value shown".to_owned(),
        Some(CHOSEN_OPEN) => "left open".to_owned(),
        Some(claim) => match case.place(&Id::from(claim)) {
            Some(Place { list: List::Claims, slot }) => {
                let quote = case.claims.get(slot).and_then(|claim| case.place(&claim.quote));
                quote.map_or_else(
                    || format!("a claim without words ({claim})"),
                    |quote| format!("\u{201c}{}\u{201d}", title(case, quote)),
                )
            }
            _ => format!("missing claim {claim}"),
        },
    }
}
