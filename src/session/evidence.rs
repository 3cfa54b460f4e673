//! Quotes and claims: attaching words, choosing between rivals.

use std::ops::Range;

use super::editing::{fields_of, recognise};
use super::{Session, Words};
use crate::edit::{Edit, Selection, Target, understand};
use crate::model::field::{Field, FieldPath, Shape, Value, as_claimed, from_claim};
use crate::model::{CHOSEN_OWN, Claim, Id, List, PartialDate, Place, Quote, Record, describe, typed};
use crate::query::Relation;
use crate::text::anchor::Anchor;
use crate::text::indexed::IndexedText;

impl Session {
    /// Attaches words to a field. The claim states what the words say where they can be understood as a value of
    /// that field, else the value shown. An empty field takes the value that was understood.
    pub(super) fn add_evidence(&mut self, target: &Target, path: &FieldPath, words: &Words) {
        let (Target::Record(_), Some(mut record)) = (target, self.current(target)) else { return };
        let Some((quote, new_quote)) = self.quote_for(words) else { return };
        let described = describe(fields_of(target), path);
        let published = self.article(&words.article).and_then(|article| article.published.clone());
        let read = described.and_then(|field| self.read(field, &quote.exact, published.as_ref()));
        let shown = record.get(path);
        let stated = read.clone().or_else(|| shown.clone());
        let claim = Claim {
            id: self.new_id(),
            record: record.id().clone(),
            field: path.to_string().into(),
            value: stated.as_ref().and_then(as_claimed),
            quote: quote.id.clone(),
            mode: "reported".into(),
            by: self.annotator.as_str().into(),
            at: now().into(),
            ..Claim::default()
        };
        let mut edits: Vec<Edit> = Vec::new();
        if new_quote {
            edits.push(self.workspace.insertion(List::Quotes, Record::Quote(quote)));
        }
        edits.push(self.workspace.insertion(List::Claims, Record::Claim(claim)));
        if let Some(value) = read.filter(|_| shown.is_none_or(|value| value.is_absent()))
            && record.set(path, value)
        {
            edits.extend(self.workspace.edit_to(target.clone(), Some(record)));
        }
        let after = Selection { form: Some(target.clone()), article: Some(words.article.clone()) };
        self.transact("evidence", edits, after);
    }

    /// The value of a field that words state; `None` where they are not understood as one.
    fn read(&self, field: &Field, words: &str, anchor: Option<&PartialDate>) -> Option<Value> {
        let understood = match field.shape {
            Shape::Decimal => typed::money_within(words)?.value.to_string(),
            Shape::Date => typed::date_within(words, anchor)?.date.as_str().to_owned(),
            Shape::Period => typed::period_within(words)?.as_str().to_owned(),
            Shape::Currency => typed::money_within(words)?.currency?.to_string(),
            Shape::Reference(_) | Shape::References(_) => words.trim().to_owned(),
            // A name is what is written; what a record is called by its maker is not.
            Shape::Text if field.key != "label" => words.trim().to_owned(),
            _ => return None,
        };
        let mut value = understand(field, &understood, anchor).value;
        recognise(self.case(), field, &mut value);
        let is_on_file = match &value {
            Value::Reference(reference) => reference.id().is_some(),
            Value::References(all) => all.iter().all(|one| one.id().is_some()),
            _ => true,
        };
        is_on_file.then_some(value)
    }

    /// The quote of these words, and whether it is new.
    fn quote_for(&mut self, words: &Words) -> Option<(Quote, bool)> {
        let page = self.page(&words.article)?;
        let text = &page.part(words.part).text;
        let anchor = Anchor::of(text, trimmed(text, &words.range));
        if anchor.exact.trim().is_empty() {
            return None;
        }
        let case = &self.workspace.case;
        let known =
            self.index.quotes_in(&words.article).iter().filter_map(|slot| case.quotes.get(*slot)).find(|quote| {
                quote.part == words.part
                    && (quote.start, quote.end) == (anchor.start, anchor.end)
                    && *quote.exact == *anchor.exact
            });
        if let Some(quote) = known {
            return Some((quote.clone(), false));
        }
        let version = self.article(&words.article)?.current_version();
        let quote = Quote {
            id: self.new_id(),
            article: words.article.clone(),
            part: words.part,
            exact: anchor.exact.into(),
            prefix: anchor.prefix.into(),
            suffix: anchor.suffix.into(),
            start: anchor.start,
            end: anchor.end,
            version,
            ..Quote::default()
        };
        Some((quote, true))
    }

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
        claim.value = as_claimed(&value);
        let target = Target::Record(Place { list: List::Claims, slot });
        let edit = self.workspace.edit_to(target, Some(Record::Claim(claim)));
        self.transact("change of what a quote says", edit.into_iter().collect(), self.selection.clone());
    }

    /// Removes a claim, and its quote where it proves nothing else.
    pub(super) fn remove_claim(&mut self, slot: u32) {
        let place = Place { list: List::Claims, slot };
        let mut gone = vec![place];
        gone.extend(self.quotes_left_by(&gone));
        let edits = gone.into_iter().filter_map(|place| self.workspace.edit_to(Target::Record(place), None)).collect();
        self.transact("removal of evidence", edits, self.selection.clone());
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
fn trimmed(text: &IndexedText, range: &Range<usize>) -> Range<usize> {
    let words = text.as_str().get(text.bytes_of(range.clone())).unwrap_or_default();
    let before = words.chars().take_while(|letter| letter.is_whitespace()).count();
    let length = words.trim().chars().count();
    range.start + before..range.start + before + length
}

/// The present moment, RFC 3339, to the second.
fn now() -> String {
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
