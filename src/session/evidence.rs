//! Claims: choosing between rivals, correcting and removing what words state.

use std::ops::Range;

use super::Session;
use super::editing::{fields_of, recognise};
use crate::edit::{Batch, Selection, Target, understand};
use crate::model::field::{Field, FieldPath, Shape, Value, as_claimed, from_claim};
use crate::model::{CHOSEN_OWN, Claim, Id, List, Place, Quote, Record, describe};
use crate::query::Relation;
use crate::text::indexed::IndexedText;

impl Session {
    /// Takes a claim's value for the field's.
    pub(super) fn choose(&mut self, slot: u32) {
        let Some(claim) = self.case().claims.get(slot).cloned() else { return };
        let Some((target, mut record, field)) = self.claimed(&claim) else { return };
        let Some(claimed) = &claim.value else { return };
        let path = FieldPath::parse(&claim.field);
        let mut value = from_claim(field, claimed);
        if let (Value::References(all), Some(Value::References(shown))) = (&mut value, record.get(&path)) {
            // A claim states one of several; the others are not denied by it.
            all.splice(0..0, shown.into_iter().filter(|one| !all.contains(one)).collect::<Vec<_>>());
        }
        if !record.set(&path, value) {
            return;
        }
        if let Some(chosen) = record.chosen_mut() {
            chosen.insert(claim.field.clone(), claim.id.as_str().into());
        }
        let edit = self.workspace.edit_to(target.clone(), Some(record));
        let after = Selection { form: Some(target), ..self.selection.clone() };
        self.transact(format!("choice of {}", field.label.to_lowercase()), edit.into_iter().collect(), after);
    }

    /// Notes that the person stands by the value shown.
    pub(super) fn keep_own(&mut self, target: &Target, path: &FieldPath) {
        let Some(mut record) = self.current(target) else { return };
        if let Some(chosen) = record.chosen_mut() {
            chosen.insert(path.to_string().into(), CHOSEN_OWN.into());
            let edit = self.workspace.edit_to(target.clone(), Some(record));
            self.transact("decision on a disputed field", edit.into_iter().collect(), self.selection.clone());
        }
    }

    /// Corrects the value that a claim's words state.
    pub(super) fn set_claim(&mut self, slot: u32, words: &str) {
        let Some(mut claim) = self.case().claims.get(slot).cloned() else { return };
        let Some((_, _, field)) = self.claimed(&claim) else { return };
        let mut value = match field.shape {
            Shape::Flag => Value::Flag(matches!(words.trim().to_lowercase().as_str(), "yes" | "true")),
            _ => understand(field, words, self.anchor()).value,
        };
        recognise(self.case(), field, &mut value);
        let stated = as_claimed(&value);
        if stated != claim.value {
            // What a person puts in its place was not worked out from the words.
            claim.derivation = None;
        }
        claim.value = stated;
        let target = Target::Record(Place { list: List::Claims, slot });
        let edit = self.workspace.edit_to(target, Some(Record::Claim(claim)));
        self.transact("change of what a quote says", edit.into_iter().collect(), self.selection.clone());
    }

    /// Removes a claim, and its quote where it proves nothing else.
    pub(super) fn remove_claim(&mut self, slot: u32) {
        let place = Place { list: List::Claims, slot };
        let mut gone = vec![place];
        gone.extend(self.quotes_left_by(&gone));
        let mut batch = Batch::default();
        self.disown(&mut batch, &[slot]);
        for place in gone {
            batch.change(&self.workspace, Target::Record(place), None);
        }
        self.transact("removal of evidence", batch.into_edits(), self.selection.clone());
    }

    fn claimed(&self, claim: &Claim) -> Option<(Target, Record, &'static Field)> {
        let target = Target::Record(self.case().place(&claim.record)?);
        let record = self.current(&target)?;
        let field = describe(fields_of(&target), &FieldPath::parse(&claim.field))?;
        Some((target, record, field))
    }

    /// How a claim (its slot) bears on the value shown.
    #[must_use]
    pub fn relation_of(&self, slot: u32) -> Option<Relation> {
        let claim = self.case().claims.get(slot)?;
        Some(crate::query::relation(self.case(), self.case().place(&claim.record)?, claim))
    }

    /// The quote that a claim (its slot) is stated by.
    #[must_use]
    pub fn quote_of(&self, slot: u32) -> Option<&Quote> {
        let claim = self.case().claims.get(slot)?;
        self.case().quotes.get(self.case().place(&claim.quote).filter(|place| place.list == List::Quotes)?.slot)
    }

    /// The article that a claim (its slot) quotes.
    #[must_use]
    pub fn article_of(&self, slot: u32) -> Option<&Id> {
        Some(&self.quote_of(slot)?.article)
    }
}

/// A range of characters without the white space at its ends. A step by word takes the space before or after the word
/// along, and a quote is of words.
pub(super) fn trimmed(text: &IndexedText, range: &Range<usize>) -> Range<usize> {
    let words = text.as_str().get(text.bytes_of(range.clone())).unwrap_or_default();
    let before = words.chars().take_while(|letter| letter.is_whitespace()).count();
    let length = words.trim().chars().count();
    range.start + before..range.start + before + length
}

/// The present moment, RFC 3339, to the second.
pub(super) fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_begin_and_end_with_words() {
        let text = IndexedText::new("Ü paid \u{a0}$3.5 million, or so.\n\nThe rest".into());
        for (range, words) in [
            (1..20, "paid \u{a0}$3.5 million"),
            (6..20, "$3.5 million"),
            (8..20, "$3.5 million"),
            (21..30, "or so."),
            (0..text.chars(), text.as_str()),
            (6..8, ""),
            (3..3, ""),
        ] {
            let found = trimmed(&text, &range);
            assert_eq!(&text.as_str()[text.bytes_of(found)], words, "{range:?}");
        }
    }
}
