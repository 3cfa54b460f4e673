//! Highlights changed by a person: moved ends, other words, cut in two, removed, accepted where they were found.

use super::evidence::trimmed;
use super::{Message, Session, Words};
use crate::edit::{Batch, Selection, Target};
use crate::model::{Anchored, CHOSEN_OWN, Id, List, Place, Quote, Record};
use crate::text::anchor::{Anchor, State};
use crate::text::edges::{Shift, shifted, split};

/// What is said where a key concerns highlights and there is none.
const NONE_ACTIVE: &str = "No highlight is here. Put the caret in one, or select words that touch several.";

/// What the history calls a change of so many highlights.
fn label(what: &str, count: usize) -> String {
    if count == 1 { format!("{what} of a highlight") } else { format!("{what} of {count} highlights") }
}

/// The same quote at another place. Its earlier anchor is kept.
fn anchored(mut quote: Quote, anchor: Anchor, version: u32) -> Quote {
    let old = Anchored {
        exact: std::mem::replace(&mut quote.exact, anchor.exact.into()),
        prefix: std::mem::replace(&mut quote.prefix, anchor.prefix.into()),
        suffix: std::mem::replace(&mut quote.suffix, anchor.suffix.into()),
        start: std::mem::replace(&mut quote.start, anchor.start),
        end: std::mem::replace(&mut quote.end, anchor.end),
        version: std::mem::replace(&mut quote.version, version),
    };
    let new = (&quote.exact, &quote.prefix, &quote.suffix, quote.start, quote.end, quote.version);
    if new != (&old.exact, &old.prefix, &old.suffix, old.start, old.end, old.version) {
        quote.was.push(old);
    }
    quote
}

impl Session {
    /// Moves the same end of several quotes (their slots) by the same step. Those that can grow or shrink no further stay.
    pub(super) fn shift_quotes(&mut self, slots: &[u32], shift: Shift) {
        let mut batch = Batch::default();
        let mut count = 0;
        for slot in slots {
            if let Some(quote) = self.shifted_quote(*slot, shift) {
                batch.change(&self.workspace, quote_at(*slot), Some(Record::Quote(quote)));
                count += 1;
            }
        }
        if count == 0 {
            self.messages.push(Message::note(match (slots, shift.grows) {
                ([], _) => NONE_ACTIVE,
                (_, true) => "The highlight can grow no further: the text ends here.",
                (_, false) => "The highlight can shrink no further. To remove it, press Delete.",
            }));
            return;
        }
        let what = if shift.grows { "growth" } else { "shrinking" };
        self.transact(label(what, count), batch.into_edits(), self.selection.clone());
    }

    fn shifted_quote(&self, slot: u32, shift: Shift) -> Option<Quote> {
        let quote = self.case().quotes.get(slot)?;
        let page = self.page(&quote.article)?;
        let text = &page.part(quote.part).text;
        let range = text.bytes_of(page.resolution(slot)?.range.clone()?);
        let anchor = Anchor::of(text, text.chars_of(shifted(text.as_str(), &range, shift)?));
        let version = self.article(&quote.article)?.current_version();
        Some(anchored(quote.clone(), anchor, version))
    }

    /// Has a quote (its slot) point to other words.
    pub(super) fn aim_quote(&mut self, slot: u32, words: &Words) {
        let Some(mut quote) = self.case().quotes.get(slot).cloned() else { return };
        let (Some(page), Some(article)) = (self.page(&words.article), self.article(&words.article)) else { return };
        let text = &page.part(words.part).text;
        let anchor = Anchor::of(text, trimmed(text, &words.range));
        if anchor.exact.is_empty() {
            return;
        }
        let is_there = quote.article == words.article && quote.part == words.part;
        let overlaps = is_there && anchor.start < quote.end && quote.start < anchor.end;
        (quote.article, quote.part) = (words.article.clone(), words.part);
        let quote = anchored(quote, anchor, article.current_version());
        let edit = self.workspace.edit_to(quote_at(slot), Some(Record::Quote(quote)));
        let after = Selection { article: Some(words.article.clone()), ..self.selection.clone() };
        let what = if overlaps { "resizing" } else { "re-aiming" };
        self.transact(label(what, 1), edit.into_iter().collect(), after);
    }

    /// Cuts a quote (its slot) in two before a character of its part. Both prove what the one did.
    pub(super) fn split_quote(&mut self, slot: u32, char: usize) {
        let Some(quote) = self.case().quotes.get(slot).cloned() else { return };
        let Some((first, second)) = self.halves(slot, &quote, char) else {
            self.messages.push(Message::note("Put the caret between two words of a highlight to split it there."));
            return;
        };
        let new = Quote { id: self.new_id(), was: Vec::new(), ..second };
        let mut batch = Batch::default();
        let claims: Vec<u32> = self.index().claims_by_quote(&quote.id).to_vec();
        for claim in claims {
            let Some(mut claim) = self.case().claims.get(claim).cloned() else { continue };
            claim.id = self.new_id();
            claim.quote = new.id.clone();
            batch.insert(&self.workspace, List::Claims, Record::Claim(claim));
        }
        batch.change(&self.workspace, quote_at(slot), Some(Record::Quote(first)));
        batch.insert(&self.workspace, List::Quotes, Record::Quote(new));
        self.transact(label("splitting", 1), batch.into_edits(), self.selection.clone());
    }

    fn halves(&self, slot: u32, quote: &Quote, char: usize) -> Option<(Quote, Quote)> {
        let page = self.page(&quote.article)?;
        let text = &page.part(quote.part).text;
        let range = text.bytes_of(page.resolution(slot)?.range.clone()?);
        let (first, second) = split(text.as_str(), &range, text.byte_of(char))?;
        let version = self.article(&quote.article)?.current_version();
        let at = |bytes| anchored(quote.clone(), Anchor::of(text, text.chars_of(bytes)), version);
        Some((at(first), at(second)))
    }

    /// Removes quotes (their slots) and the claims that they prove.
    pub(super) fn remove_quotes(&mut self, slots: &[u32]) {
        let mut batch = Batch::default();
        let mut claims = Vec::new();
        let mut count = 0;
        for slot in slots {
            let Some(quote) = self.case().quotes.get(*slot) else { continue };
            claims.extend(self.index().claims_by_quote(&quote.id));
            batch.change(&self.workspace, quote_at(*slot), None);
            count += 1;
        }
        if count == 0 {
            self.messages.push(Message::note(NONE_ACTIVE));
            return;
        }
        self.disown(&mut batch, &claims);
        for slot in claims {
            batch.change(&self.workspace, Target::Record(Place { list: List::Claims, slot }), None);
        }
        self.transact(label("removal", count), batch.into_edits(), self.selection.clone());
    }

    /// Has values that were chosen for the sake of claims (their slots) stand on their own.
    pub(super) fn disown(&self, batch: &mut Batch, claims: &[u32]) {
        let gone = |slot: &u32| self.case().claims.get(*slot);
        let mut records: Vec<&Id> = claims.iter().filter_map(gone).map(|claim| &claim.record).collect();
        records.sort_unstable();
        records.dedup();
        for id in records {
            let Some(place) = self.case().place(id) else { continue };
            let is_chosen = |slot: &u32| {
                let claim = gone(slot).filter(|claim| claim.record == *id)?;
                let choice = self.case().chosen(place, &claim.field)?;
                (*choice == claim.id.as_str()).then(|| claim.field.clone())
            };
            let fields: Vec<_> = claims.iter().filter_map(is_chosen).collect();
            let Some(mut record) = self.case().record(place).filter(|_| !fields.is_empty()) else { continue };
            for field in fields {
                record.chosen_mut().map(|chosen| chosen.insert(field, CHOSEN_OWN.into()));
            }
            batch.change(&self.workspace, Target::Record(place), Some(record));
        }
    }

    /// Takes the places where quotes (their slots) were found for theirs.
    pub(super) fn accept_quotes(&mut self, slots: &[u32]) {
        let mut batch = Batch::default();
        let mut count = 0;
        for slot in slots {
            if let Some(quote) = self.accepted_quote(*slot) {
                batch.change(&self.workspace, quote_at(*slot), Some(Record::Quote(quote)));
                count += 1;
            }
        }
        self.transact(label("acceptance", count), batch.into_edits(), self.selection.clone());
    }

    fn accepted_quote(&self, slot: u32) -> Option<Quote> {
        let quote = self.case().quotes.get(slot)?;
        let page = self.page(&quote.article)?;
        let resolution = page.resolution(slot).filter(|found| found.state != State::Exact)?;
        let anchor = Anchor::of(&page.part(quote.part).text, resolution.range.clone()?);
        Some(anchored(quote.clone(), anchor, self.article(&quote.article)?.current_version()))
    }

    /// The quotes (their slots) of an article that stand elsewhere than before, or with other words, and of which there is
    /// no doubt where.
    #[must_use]
    pub fn moved_quotes(&self, article: &Id) -> Vec<u32> {
        let Some(page) = self.page(article) else { return Vec::new() };
        let is_moved = |slot: &u32| {
            page.resolution(*slot).is_some_and(|found| matches!(found.state, State::Moved | State::Altered))
        };
        self.index().quotes_in(article).iter().copied().filter(is_moved).collect()
    }
}

fn quote_at(slot: u32) -> Target {
    Target::Record(Place { list: List::Quotes, slot })
}
