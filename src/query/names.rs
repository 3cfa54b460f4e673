//! What every record can be found by, ready to be searched away from the window.

use std::sync::Arc;

use super::label::{amount_words, date_words, title};
use super::search::{Folded, Query, Rank};
use crate::model::{Case, List, PartialDate, Place};

/// The lists whose records are found by name, in the order in which equally good answers stand.
pub const SOUGHT: [List; 6] =
    [List::Parties, List::Amounts, List::Dates, List::Proceedings, List::Actions, List::Articles];

/// Names that are copied together when one of them changes while a search still reads them.
const CHUNK: usize = 1_024;

/// The names of the records of a case, by list and slot. A copy costs next to nothing, whatever the size of the case:
/// what was not changed since is shared.
#[derive(Clone, Debug, Default)]
pub struct Names {
    lists: [Vec<Arc<Vec<Option<Folded>>>>; SOUGHT.len()],
}

/// A record that answers a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How well.
    pub rank: Rank,
    /// The record.
    pub place: Place,
}

impl Names {
    /// The names of a whole case. The publishers of its articles are not known yet.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let mut names = Self::default();
        for (chunks, list) in names.lists.iter_mut().zip(SOUGHT) {
            let count = usize::try_from(case.next_place(list).slot).unwrap_or(usize::MAX);
            let name = |slot: usize| folded(case, Place { list, slot: u32::try_from(slot).ok()? }, "");
            let chunk = |from: usize| Arc::new((from..count.min(from + CHUNK)).map(name).collect::<Vec<_>>());
            chunks.extend((0..count).step_by(CHUNK).map(chunk));
        }
        names
    }

    /// Takes in what the record at a place is called now, or that it is gone. `publisher` is that of an article.
    pub fn update(&mut self, case: &Case, place: Place, publisher: &str) {
        let Some(chunks) = SOUGHT.iter().position(|list| *list == place.list).map(|at| &mut self.lists[at]) else {
            return;
        };
        let Ok(slot) = usize::try_from(place.slot) else { return };
        let name = folded(case, place, publisher);
        if name.is_none() && slot / CHUNK >= chunks.len() {
            return;
        }
        chunks.resize_with(chunks.len().max(slot / CHUNK + 1), Arc::default);
        let chunk = Arc::make_mut(&mut chunks[slot / CHUNK]);
        if chunk.len() <= slot % CHUNK {
            chunk.resize(slot % CHUNK + 1, None);
        }
        chunk[slot % CHUNK] = name;
    }

    /// The records that answer a query: the best first, those alike by list and in its order. `None` where `is_stale`
    /// said meanwhile that nobody waits for the answer any more.
    pub fn search(&self, query: &Query, is_stale: impl Fn() -> bool) -> Option<Vec<Hit>> {
        let mut found: [Vec<Hit>; Rank::ALL.len()] = Default::default();
        for (chunks, list) in self.lists.iter().zip(SOUGHT) {
            for (chunk, slot) in chunks.iter().zip((0..).step_by(CHUNK)) {
                if is_stale() {
                    return None;
                }
                for (name, slot) in chunk.iter().zip(slot..) {
                    if let Some(rank) = name.as_ref().and_then(|name| query.rank(name)) {
                        found[rank as usize].push(Hit { rank, place: Place { list, slot } });
                    }
                }
            }
        }
        Some(found.into_iter().flatten().collect())
    }

    /// The names of the record at a place, as they are compared.
    #[must_use]
    pub fn get(&self, place: Place) -> Option<&Folded> {
        let chunks = &self.lists[SOUGHT.iter().position(|list| *list == place.list)?];
        let slot = usize::try_from(place.slot).ok()?;
        chunks.get(slot / CHUNK)?.get(slot % CHUNK)?.as_ref()
    }
}

/// What the record at a place is found by; `None` where there is none, or none that is found by name.
fn folded(case: &Case, place: Place, publisher: &str) -> Option<Folded> {
    let slot = place.slot;
    let title = || title(case, place);
    let written = |date: &Option<PartialDate>| {
        date.iter().flat_map(|date| [date.to_string(), date.as_str().to_owned()]).collect::<Vec<_>>().join(" ")
    };
    Some(match place.list {
        List::Articles => {
            let entry = case.articles.get(slot)?;
            Folded::new([title().as_str()], [publisher, &written(&entry.published)])
        }
        List::Parties => {
            let party = case.parties.get(slot)?;
            let title = title();
            let names = std::iter::once(title.as_str()).chain(party.aliases.iter().map(|alias| alias.name.as_str()));
            Folded::new(names, party.identifiers.iter().map(|identifier| identifier.value.as_str()))
        }
        List::Proceedings => {
            let proceeding = case.proceedings.get(slot)?;
            let numbers = proceeding.numbers.iter().map(compact_str::CompactString::as_str);
            Folded::new([title().as_str(), proceeding.caption.as_str()], numbers)
        }
        List::Actions => {
            let action = case.actions.get(slot)?;
            let day = if action.decided.is_some() { &action.decided } else { &action.filed };
            Folded::new([title().as_str()], [written(day).as_str()])
        }
        List::Amounts => {
            let amount = case.amounts.get(slot)?;
            let value = amount.value.as_ref().map_or("", |value| value.as_str());
            Folded::new([title().as_str()], [amount_words(amount).as_str(), value])
        }
        List::Dates => {
            let date = case.dates.get(slot)?;
            let edtf = date.date.as_ref().map_or("", |date| date.as_str());
            Folded::new([title().as_str()], [date_words(date).as_str(), edtf])
        }
        List::Links | List::Quotes | List::Claims => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Alias, Header, Id, Party, Proceeding, Record, Reference};

    fn party(number: u64, name: &str, alias: &str) -> Party {
        let alias = Alias { name: alias.into(), ..Alias::default() };
        let aliases = if alias.name.is_empty() { Vec::new() } else { vec![alias] };
        Party { id: Id::from_bits(number), name: name.into(), aliases, ..Party::default() }
    }

    fn case(parties: &[Party]) -> Case {
        let mut case = Case::new(Header::default());
        for party in parties {
            case.put(case.next_place(List::Parties), Some(Record::Party(party.clone())));
        }
        case
    }

    fn found(case: &Case, names: &Names, typed: &str) -> Vec<(Rank, String)> {
        let hits = names.search(&Query::new(typed), || false).unwrap();
        hits.into_iter().map(|hit| (hit.rank, title(case, hit.place))).collect()
    }

    #[test]
    fn the_best_come_first_and_those_alike_in_order() {
        let mut case = case(&[
            party(1, "Northern Ports Authority", ""),
            party(2, "Porter & Sons", ""),
            party(3, "Airport Board", "Port"),
            party(4, "Ports", ""),
            party(5, "Port", ""),
        ]);
        case.put(
            case.next_place(List::Proceedings),
            Some(Record::Proceeding(Proceeding {
                id: Id::from_bits(9),
                forum: Some(Reference::Record(Id::from_bits(1))),
                caption: "Port v. Sons".into(),
                numbers: vec!["19-7".into()],
                ..Proceeding::default()
            })),
        );
        let names = Names::of(&case);
        let expected = [
            (Rank::Exact, "Airport Board"),
            (Rank::Exact, "Port"),
            (Rank::Start, "Porter & Sons"),
            (Rank::Start, "Ports"),
            (Rank::Start, "Northern Ports Authority"),
            (Rank::Words, "Northern Ports Authority"),
        ];
        assert_eq!(found(&case, &names, "port"), expected.map(|(rank, title)| (rank, title.to_owned())));
        assert_eq!(found(&case, &names, "19-7 sons"), [(Rank::Beside, "Northern Ports Authority".to_owned())]);
        assert_eq!(found(&case, &names, "absent"), []);
        assert_eq!(found(&case, &names, "").len(), 6);
        assert!(names.search(&Query::new("port"), || true).is_none());
    }

    #[test]
    fn a_change_is_taken_in_and_copies_stay_as_they_were() {
        let many: Vec<Party> = (0..2_500).map(|number| party(number, &format!("Party {number}"), "")).collect();
        let mut case = case(&many);
        let mut names = Names::of(&case);
        let before = names.clone();
        let place = |slot| Place { list: List::Parties, slot };
        case.put(place(2_400), Some(Record::Party(party(2_400, "Renamed", ""))));
        case.put(place(7), None);
        let new = case.next_place(List::Parties);
        case.put(new, Some(Record::Party(party(9_999, "Added", ""))));
        for place in [place(2_400), place(7), new, Place { list: List::Claims, slot: 3 }, place(u32::MAX)] {
            names.update(&case, place, "");
        }
        let count = |names: &Names, typed: &str| names.search(&Query::new(typed), || false).unwrap().len();
        assert_eq!((count(&names, "party"), count(&before, "party")), (2_498, 2_500));
        assert_eq!((count(&names, "renamed"), count(&before, "renamed")), (1, 0));
        assert_eq!((count(&names, "added"), count(&before, "added")), (1, 0));
        assert!(names.get(place(7)).is_none() && before.get(place(7)).is_some());
        assert_eq!(count(&Names::of(&case), ""), count(&names, ""));
    }

    #[test]
    fn an_article_is_found_by_its_publisher() {
        let mut case = Case::new(Header::default());
        let place = case.next_place(List::Articles);
        let entry = crate::model::ArticleEntry {
            id: Id::from_bits(1),
            title: "Quay sinks".into(),
            published: Some("2024-03-04".parse().unwrap()),
            ..crate::model::ArticleEntry::default()
        };
        case.put(place, Some(Record::Entry(entry)));
        let mut names = Names::of(&case);
        assert!(found(&case, &names, "harbour wire").is_empty());
        names.update(&case, place, "Harbour Wire");
        for typed in ["harbour wire", "quay mar 2024", "2024-03"] {
            assert_eq!(found(&case, &names, typed).len(), 1, "{typed}");
        }
    }
}
