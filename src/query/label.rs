//! The words by which people know a record.

use super::Index;
use crate::model::{
    Action, Amount, Bound, Case, CaseDate, Id, List, PartialDate, Party, Place, Precision, Reference,
    vocabulary::{self, label_of},
};

/// What the record at a place is called.
#[must_use]
pub fn title(case: &Case, place: Place) -> String {
    let slot = place.slot;
    let named = match place.list {
        List::Articles => case.articles.get(slot).map(|entry| entry.title.to_string()),
        List::Parties => case.parties.get(slot).map(|party| party.name.to_string()),
        List::Proceedings => case.proceedings.get(slot).map(|proceeding| {
            // A proceeding is no forum. Were it asked for its own name, one that names itself would never answer.
            let is_proceeding = |id: &Id| case.place(id).is_some_and(|place| place.list == List::Proceedings);
            let forum = proceeding.forum.as_ref().filter(|forum| !forum.id().is_some_and(is_proceeding));
            let forum = forum.map(|forum| reference_words(case, forum));
            forum.filter(|words| !words.is_empty()).unwrap_or_else(|| proceeding.caption.to_string())
        }),
        List::Actions => case.actions.get(slot).map(|action| action_title(action).to_owned()),
        List::Amounts => case.amounts.get(slot).map(|amount| amount.label.to_string()),
        List::Dates => case.dates.get(slot).map(|date| date.label.to_string()),
        List::Links => case.links.get(slot).map(|link| label_of(vocabulary::LINK_KIND, &link.kind).to_owned()),
        List::Quotes => case.quotes.get(slot).map(|quote| quote.exact.to_string()),
        List::Claims => case.claims.get(slot).map(|claim| claim.field.to_string()),
    };
    match named {
        Some(words) if !words.trim().is_empty() => words,
        _ => format!("Unnamed {}", place.list.noun()),
    }
}

fn action_title(action: &Action) -> &str {
    if action.title.is_empty() { label_of(vocabulary::ACTION_KIND, &action.kind) } else { &action.title }
}

/// What an outline shows beside the title: a sum, a date, a role, a number.
#[must_use]
pub fn detail(case: &Case, index: &Index, place: Place) -> String {
    let slot = place.slot;
    match place.list {
        List::Articles => {
            case.articles.get(slot).and_then(|entry| entry.published.as_ref()).map(PartialDate::to_string)
        }
        List::Parties => case.parties.get(slot).map(|party| party_detail(case, index, party)),
        List::Proceedings => case.proceedings.get(slot).and_then(|proceeding| {
            proceeding.numbers.first().map(|number| {
                if number.starts_with(|first: char| first.is_ascii_digit()) {
                    format!("No. {number}")
                } else {
                    number.to_string()
                }
            })
        }),
        List::Actions => case
            .actions
            .get(slot)
            .and_then(|action| action.decided.as_ref().or(action.filed.as_ref()).map(PartialDate::to_string)),
        List::Amounts => case.amounts.get(slot).map(amount_words),
        List::Dates => case.dates.get(slot).map(date_words),
        List::Links | List::Quotes | List::Claims => None,
    }
    .unwrap_or_default()
}

fn party_detail(case: &Case, index: &Index, party: &Party) -> String {
    // The latest proceeding tells most of what a party is now.
    for slot in index.proceedings_with(&party.id).iter().rev() {
        let Some(proceeding) = case.proceedings.get(*slot) else { continue };
        let is_party = |reference: &Option<Reference>| reference.as_ref().and_then(Reference::id) == Some(&party.id);
        if let Some(part) = proceeding.participants.iter().find(|part| is_party(&part.party)) {
            return label_of(vocabulary::ROLE, &part.role).to_owned();
        }
        if proceeding.judges.iter().any(|judge| is_party(&judge.party)) {
            return "judge".to_owned();
        }
    }
    label_of(vocabulary::PARTY_KIND, &party.kind).to_owned()
}

/// An amount in few words: "up to US$10bn".
#[must_use]
pub fn amount_words(amount: &Amount) -> String {
    let Some(value) = &amount.value else { return amount.value_as_typed.to_string() };
    let with_currency = |sum: String| match &amount.currency {
        Some(currency) => {
            let symbol = currency.symbol();
            if symbol.chars().all(char::is_alphabetic) { format!("{symbol} {sum}") } else { format!("{symbol}{sum}") }
        }
        None => sum,
    };
    let sum = with_currency(value.short());
    match amount.precision {
        None | Some(Precision::Exact) => sum,
        Some(Precision::Range) => match &amount.value_max {
            Some(most) => format!("{sum}–{}", most.short()),
            None => sum,
        },
        Some(precision) => format!("{} {sum}", precision.label()),
    }
}

/// A date in few words: "by 16 Sep 2020".
#[must_use]
pub fn date_words(date: &CaseDate) -> String {
    let Some(when) = &date.date else { return date.date_as_typed.to_string() };
    match date.bound {
        None | Some(Bound::On) => when.to_string(),
        Some(bound) => format!("{} {when}", bound.label()),
    }
}

/// What a reference means, in words; a record that is not there is said to be missing.
#[must_use]
pub fn reference_words(case: &Case, reference: &Reference) -> String {
    match reference {
        Reference::Words(words) => words.to_string(),
        Reference::Record(id) => match case.place(id) {
            Some(place) => title(case, place),
            None => format!("missing record {id}"),
        },
    }
}

/// Whether words are the name, or another name, of the party `id`.
#[must_use]
pub fn same_name(case: &Case, id: &Id, words: &str) -> bool {
    let Some(Place { list: List::Parties, slot }) = case.place(id) else { return false };
    let Some(party) = case.parties.get(slot) else { return false };
    let wanted = crate::text::find::normalised(words);
    std::iter::once(&party.name)
        .chain(party.aliases.iter().map(|alias| &alias.name))
        .any(|name| crate::text::find::normalised(name) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Proceeding, Record};

    #[test]
    fn a_proceeding_that_is_its_own_forum_goes_by_its_caption() {
        let mut case = Case::default();
        for (id, forum) in [("a", "a"), ("b", "c"), ("c", "b")] {
            let proceeding = Proceeding {
                id: id.into(),
                forum: Some(Reference::Record(forum.into())),
                caption: "A v. B".into(),
                ..Proceeding::default()
            };
            case.put(case.next_place(List::Proceedings), Some(Record::Proceeding(proceeding)));
        }
        for slot in case.slots(List::Proceedings) {
            assert_eq!(title(&case, Place { list: List::Proceedings, slot }), "A v. B");
        }
    }
}
