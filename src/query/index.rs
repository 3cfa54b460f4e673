//! Which records speak of which, kept up to date edit by edit.

use std::collections::HashMap;

use crate::model::{Case, Id, List, Place, Proceeding, Record, Reference};

/// The other end of every relation that files store at one end only. All answers are slots, in order.
#[derive(Clone, Debug, Default)]
pub struct Index {
    claims_about: HashMap<Id, Vec<u32>>,
    claims_by_quote: HashMap<Id, Vec<u32>>,
    quotes_in: HashMap<Id, Vec<u32>>,
    links_at: HashMap<Id, Vec<u32>>,
    proceedings_with: HashMap<Id, Vec<u32>>,
}

impl Index {
    /// The index of a whole case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let mut index = Self::default();
        for (slot, claim) in case.claims.iter() {
            add(&mut index.claims_about, &claim.record, slot);
            add(&mut index.claims_by_quote, &claim.quote, slot);
        }
        for (slot, quote) in case.quotes.iter() {
            add(&mut index.quotes_in, &quote.article, slot);
        }
        for (slot, link) in case.links.iter() {
            add(&mut index.links_at, &link.from, slot);
            add(&mut index.links_at, &link.to, slot);
        }
        for (slot, proceeding) in case.proceedings.iter() {
            for id in members(proceeding) {
                add(&mut index.proceedings_with, id, slot);
            }
        }
        index
    }

    /// The claims about a record.
    #[must_use]
    pub fn claims_about(&self, record: &Id) -> &[u32] {
        slots(&self.claims_about, record)
    }

    /// The claims that a quote proves.
    #[must_use]
    pub fn claims_by_quote(&self, quote: &Id) -> &[u32] {
        slots(&self.claims_by_quote, quote)
    }

    /// The quotes in an article.
    #[must_use]
    pub fn quotes_in(&self, article: &Id) -> &[u32] {
        slots(&self.quotes_in, article)
    }

    /// The links that start or end at a record.
    #[must_use]
    pub fn links_at(&self, record: &Id) -> &[u32] {
        slots(&self.links_at, record)
    }

    /// The proceedings that a party is forum, judge or participant of.
    #[must_use]
    pub fn proceedings_with(&self, party: &Id) -> &[u32] {
        slots(&self.proceedings_with, party)
    }

    /// Takes a change of the record at a place into account.
    pub fn update(&mut self, place: Place, before: Option<&Record>, after: Option<&Record>) {
        if let Some(record) = before {
            self.change(place, record, remove);
        }
        if let Some(record) = after {
            self.change(place, record, add);
        }
    }

    fn change(&mut self, place: Place, record: &Record, change: fn(&mut HashMap<Id, Vec<u32>>, &Id, u32)) {
        let slot = place.slot;
        match record {
            Record::Claim(claim) if place.list == List::Claims => {
                change(&mut self.claims_about, &claim.record, slot);
                change(&mut self.claims_by_quote, &claim.quote, slot);
            }
            Record::Quote(quote) => change(&mut self.quotes_in, &quote.article, slot),
            Record::Link(link) => {
                change(&mut self.links_at, &link.from, slot);
                change(&mut self.links_at, &link.to, slot);
            }
            Record::Proceeding(proceeding) => {
                for id in members(proceeding) {
                    change(&mut self.proceedings_with, id, slot);
                }
            }
            _ => {}
        }
    }
}

fn members(proceeding: &Proceeding) -> impl Iterator<Item = &Id> {
    let judges = proceeding.judges.iter().map(|judge| &judge.party);
    let participants = proceeding.participants.iter().map(|participant| &participant.party);
    std::iter::once(&proceeding.forum).chain(judges).chain(participants).flatten().filter_map(Reference::id)
}

fn slots<'a>(map: &'a HashMap<Id, Vec<u32>>, id: &Id) -> &'a [u32] {
    map.get(id).map_or(&[], Vec::as_slice)
}

fn add(map: &mut HashMap<Id, Vec<u32>>, id: &Id, slot: u32) {
    let slots = map.entry(id.clone()).or_default();
    if let Err(at) = slots.binary_search(&slot) {
        slots.insert(at, slot);
    }
}

fn remove(map: &mut HashMap<Id, Vec<u32>>, id: &Id, slot: u32) {
    if let Some(slots) = map.get_mut(id)
        && let Ok(at) = slots.binary_search(&slot)
    {
        slots.remove(at);
    }
}
