//! Records made of words that are selected in an article, and more evidence for those that are there.

use std::ops::Range;

use super::evidence::now;
use super::making::Proof;
use super::reading::{Reading, words_at};
use super::{Message, Session, Words, fields_of};
use crate::edit::{Batch, Selection, Target};
use crate::model::field::{Field, FieldPath, Value, as_claimed};
use crate::model::{Case, Claim, Derivation, Id, List, Place, Record, describe};
use crate::suggest::KnownNames;

/// Another reading of the words that a record was just made of, for a person to take instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// For which field.
    pub path: FieldPath,
    /// The value.
    pub value: Value,
    /// How it was worked out.
    pub derivation: Option<Derivation>,
}

/// The record that words were made into last.
#[derive(Clone, Debug)]
pub(super) struct Fresh {
    /// The revision that making it led to.
    revision: u64,
    target: Target,
    words: Words,
    /// Whether the record is new, and not one that was there.
    is_new: bool,
    offers: Vec<Offer>,
}

impl Session {
    /// Makes a record of words, with its fields filled from them and a claim for each value that they prove: one step.
    /// Words that name a party on file become a mention of it, unless a new one is wanted.
    pub(super) fn annotate(&mut self, list: List, words: &Words, is_new: bool) {
        let Some(reading) = self.reading_or_say(words) else { return };
        let known = reading.known_party().and_then(|id| self.case().place(id));
        if let Some(place) = known.filter(|_| list == List::Parties && !is_new) {
            return self.mention(&Target::Record(place), &reading);
        }
        let Some(made) = self.made(list, &reading) else { return };
        let mut batch = Batch::default();
        let target = Target::Record(batch.insert(&self.workspace, list, made.record.clone()));
        self.add_proofs(&mut batch, &reading, made.record.id(), made.proofs);
        let others = made.others.into_iter();
        let offers = others.map(|(path, value, derivation)| Offer { path, value, derivation }).collect();
        self.finish(format!("{} from words", list.noun()), batch, (target, true), &reading, offers);
    }

    /// Notes that words speak of a party on file; of its name or of one of its other names where they are that.
    fn mention(&mut self, target: &Target, reading: &Reading) {
        let Some(Record::Party(party)) = self.current(target) else { return };
        let name = reading.party.as_ref().map_or(reading.exact(), |named| reading.at(&named.name_at));
        let alias = party.aliases.iter().find(|alias| *alias.name == *name);
        let path = match alias {
            _ if *party.name == *name => FieldPath::of("name"),
            Some(alias) => FieldPath::in_element("aliases", &alias.id, "name"),
            None => FieldPath::of(""),
        };
        let value = (!path.is_whole_record()).then(|| Value::Text(name.into()));
        let proof = Proof { path, value, at: reading.bytes.clone(), derivation: None };
        let mut batch = Batch::default();
        self.add_proofs(&mut batch, reading, &party.id, vec![proof]);
        self.finish("mention of a party".to_owned(), batch, (target.clone(), false), reading, Vec::new());
    }

    /// Attaches words to fields of a record. Each claim states what the words say where they can be understood as a value
    /// of that field, else the value shown. An empty field takes the value that was understood.
    pub(super) fn add_evidence(&mut self, target: &Target, paths: &[FieldPath], words: &Words) {
        let (Target::Record(_), Some(mut record)) = (target, self.current(target)) else { return };
        let Some(reading) = self.reading_or_say(words) else { return };
        let (mut proofs, mut offers) = (Vec::new(), Vec::new());
        for path in paths {
            let stated = describe(fields_of(target), path).and_then(|field| reading.stated(field));
            let (read, derivation) = stated.map_or((None, None), |(value, derivation)| (Some(value), derivation));
            let shown = record.get(path).filter(|value| !value.is_absent());
            if let (Some(value), None) = (&read, &shown) {
                record.set(path, value.clone());
                offers.extend(reading.offers(path, value));
            }
            proofs.push(Proof { path: path.clone(), value: read.or(shown), at: reading.bytes.clone(), derivation });
        }
        let mut batch = Batch::default();
        let id = record.id().clone();
        batch.change(&self.workspace, target.clone(), Some(record));
        self.add_proofs(&mut batch, &reading, &id, proofs);
        self.finish("evidence".to_owned(), batch, (target.clone(), false), &reading, offers);
    }

    /// The fields of a record that words can be evidence for, those first of which they state a value that can be
    /// understood, with that value.
    #[must_use]
    pub fn fields_for(&self, target: &Target, reading: &Reading) -> Vec<(&'static Field, Option<Value>)> {
        let Some(record) = self.current(target) else { return Vec::new() };
        let wanted = fields_of(target).iter().filter(|field| field.is_provable());
        let mut fields: Vec<_> = wanted.map(|field| (field, reading.stated(field).map(|(value, _)| value))).collect();
        let rank = |field: &Field, value: Option<&Value>| {
            let is_empty = record.get(&FieldPath::of(field.key)).is_none_or(|value| value.is_absent());
            match value {
                Some(_) if field.shape.is_typed() => u8::from(!is_empty),
                Some(Value::Reference(_) | Value::References(_)) => 2 + u8::from(!is_empty),
                Some(_) => 4 + u8::from(!is_empty),
                None => 6,
            }
        };
        fields.sort_by_key(|(field, value)| rank(field, value.as_ref()));
        fields
    }

    /// Whether the last thing done was to make words into the record at `target`: Esc takes it back.
    #[must_use]
    pub fn is_fresh(&self, target: &Target) -> bool {
        self.fresh.as_ref().is_some_and(|fresh| fresh.revision == self.history.revision() && fresh.target == *target)
    }

    /// The record that words were just made into, if the last thing done was that.
    #[must_use]
    pub fn new_from_words(&self) -> Option<&Target> {
        let fresh = self.fresh.as_ref().filter(|fresh| fresh.revision == self.history.revision() && fresh.is_new)?;
        Some(&fresh.target)
    }

    /// Whether the last thing done was to annotate these words: Esc on the page takes it back.
    #[must_use]
    pub fn is_fresh_of(&self, words: Option<&Words>) -> bool {
        let Some((fresh, words)) = self.fresh.as_ref().zip(words) else { return false };
        let is_same = fresh.words.article == words.article && fresh.words.part == words.part;
        // The selection may have white space around the words.
        let holds = words.range.start <= fresh.words.range.start && fresh.words.range.end <= words.range.end;
        fresh.revision == self.history.revision() && is_same && holds
    }

    /// Other readings of the words that the record at `target` was just made of.
    #[must_use]
    pub fn offers(&self, target: &Target) -> &[Offer] {
        match &self.fresh {
            Some(fresh) if fresh.target == *target => &fresh.offers,
            _ => &[],
        }
    }

    /// Takes another reading of words: for the field, and for the claim that had the first one.
    pub(super) fn take_offer(&mut self, target: &Target, offer: &Offer) {
        let Some(mut record) = self.current(target) else { return };
        let before = record.get(&offer.path);
        let stated = before.as_ref().and_then(as_claimed);
        let mut batch = Batch::default();
        let slots = self.index.claims_about(record.id()).to_vec();
        let path = offer.path.to_string();
        for slot in slots {
            let Some(claim) = self.case().claims.get(slot).filter(|claim| *claim.field == path) else { continue };
            if claim.value == stated {
                let changed =
                    Claim { value: as_claimed(&offer.value), derivation: offer.derivation.clone(), ..claim.clone() };
                let place = Place { list: List::Claims, slot };
                batch.change(&self.workspace, Target::Record(place), Some(Record::Claim(changed)));
            }
        }
        if !record.set(&offer.path, offer.value.clone()) {
            return;
        }
        batch.change(&self.workspace, target.clone(), Some(record));
        let fresh = self.fresh.take();
        self.transact("choice of another reading", batch.into_edits(), self.selection.clone());
        // What was there before is now the other reading.
        self.fresh = fresh.map(|mut fresh| {
            fresh.offers.retain(|one| one != offer);
            let undone = before.filter(|value| !value.is_absent());
            fresh.offers.extend(undone.map(|value| Offer { value, ..offer.clone() }));
            fresh
        });
    }

    fn reading_or_say(&mut self, words: &Words) -> Option<Reading> {
        match self.reading(words) {
            Ok(reading) => Some(reading),
            Err(why) => {
                self.messages.push(Message::note(why.to_string()));
                None
            }
        }
    }

    fn finish(&mut self, label: String, batch: Batch, target: (Target, bool), reading: &Reading, offers: Vec<Offer>) {
        let (target, is_new) = target;
        let after = Selection { form: Some(target.clone()), article: Some(reading.words.article.clone()) };
        let before = self.history.revision();
        let edits = batch.into_edits();
        let is_undated = edits.iter().any(|edit| counts_from_nothing(edit.after.as_ref()));
        self.transact(label, edits, after);
        let revision = self.history.revision();
        let article = &reading.words.article;
        if is_undated && revision != before && self.asked_for_date.insert(article.clone()) {
            self.undated = Some(article.clone());
        }
        self.fresh =
            (revision != before).then(|| Fresh { is_new, words: reading.words.clone(), revision, target, offers });
    }

    /// Adds a claim for each proof, and a quote for each stretch of words that has none yet.
    fn add_proofs(&mut self, batch: &mut Batch, reading: &Reading, record: &Id, proofs: Vec<Proof>) {
        let attributed_to: Vec<_> =
            reading.saying.attributed_to.iter().filter_map(|words| reading.reference(self, words)).collect();
        let at = now();
        let mut quotes: Vec<(Range<usize>, Id)> = Vec::new();
        for proof in proofs {
            let known = quotes.iter().find(|(bytes, _)| *bytes == proof.at).map(|(_, id)| id.clone());
            let quote = if let Some(id) = known {
                id
            } else {
                let words = words_at(&reading.words, &reading.text, &proof.at);
                let Some((quote, is_new)) = self.quote_at(&words) else { continue };
                let id = quote.id.clone();
                if is_new {
                    batch.insert(&self.workspace, List::Quotes, Record::Quote(quote));
                }
                quotes.push((proof.at, id.clone()));
                id
            };
            let claim = Claim {
                id: self.new_id(),
                record: record.clone(),
                field: proof.path.to_string().into(),
                value: proof.value.as_ref().and_then(as_claimed),
                quote,
                mode: reading.saying.mode.into(),
                attributed_to: attributed_to.clone(),
                derivation: proof.derivation,
                by: self.annotator.as_str().into(),
                at: at.as_str().into(),
                ..Claim::default()
            };
            batch.insert(&self.workspace, List::Claims, Record::Claim(claim));
        }
    }
}

/// Whether a record is a claim about a date that counts from a date of publication which nobody knows.
fn counts_from_nothing(record: Option<&Record>) -> bool {
    let Some(Record::Claim(claim)) = record else { return false };
    claim.derivation.as_ref().is_some_and(|derivation| derivation.anchor.is_none())
}

/// The names and other names of the parties on file, made to be found in text.
pub(super) fn names_on_file(case: &Case) -> KnownNames {
    KnownNames::new(case.parties.iter().flat_map(|(_, party)| {
        let names = std::iter::once(&party.name).chain(party.aliases.iter().map(|alias| &alias.name));
        names.map(|name| (&party.id, name.as_str(), party.kind.as_str()))
    }))
}
