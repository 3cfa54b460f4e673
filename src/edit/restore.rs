//! Going back to an earlier state by edits, which can be undone like any other.

use std::collections::HashSet;

use super::{Batch, Edit, Target, Workspace};
use crate::model::{Article, Case, Id, List, Place, Record};

/// The edits that make the case what `earlier` was. Records are matched by id; one that is gone meanwhile comes back at
/// the end of its list, and the order of the others stays as it is. Nothing that is the same is touched.
#[must_use]
pub fn restore(workspace: &Workspace, earlier: &Case) -> Vec<Edit> {
    restore_to(workspace, earlier, |_, _| None)
}

/// Like [`restore`], but a record comes back to the slot that `home` tells for it, if that is vacant. A record that was
/// deleted since its file was opened so gets back everything the file says of it, also what the program does not know.
/// A slot must not be told for a record that never stood in it: what stands there in the file may be one that could not
/// be read.
#[must_use]
pub fn restore_to(workspace: &Workspace, earlier: &Case, home: impl Fn(List, &Id) -> Option<u32>) -> Vec<Edit> {
    let case = &workspace.case;
    let mut batch = Batch::default();
    batch.change(workspace, Target::Header, Some(Record::Header(earlier.header.clone())));
    for list in List::ALL {
        // Of several records with one id, only one can come back to the slot that is told for it.
        let mut taken = HashSet::new();
        let mut is_free = |slot: &u32| {
            let place = Place { list, slot: *slot };
            place.slot < case.next_place(list).slot && case.id_at(place).is_none() && taken.insert(*slot)
        };
        for (here, there) in case.differing(earlier, list) {
            let record = there.and_then(|slot| earlier.record(Place { list, slot }));
            let home = || record.as_ref().and_then(|record| home(list, record.id())).filter(&mut is_free);
            match (here.or_else(home), record) {
                (Some(slot), record) => batch.change(workspace, Target::Record(Place { list, slot }), record),
                (None, Some(record)) => {
                    batch.insert(workspace, list, record);
                }
                (None, None) => {}
            }
        }
    }
    batch.into_edits()
}

/// The edits that make an article what `earlier` was, and have its entry in the case repeat its title and date.
#[must_use]
pub fn restore_article(workspace: &Workspace, earlier: &Article) -> Vec<Edit> {
    let target = Target::Article(earlier.id.clone());
    let article = workspace.edit_to(target, Some(Record::Article(earlier.clone())));
    workspace.entry_follows(earlier).into_iter().chain(article).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{ArticleEntry, Party, cases};

    fn party(number: u64, name: &str) -> Record {
        Record::Party(Party { id: Id::from_bits(number), name: name.into(), ..Party::default() })
    }

    fn case(parties: &[(u64, &str)]) -> Case {
        let mut case = Case::default();
        for (number, name) in parties {
            case.put(case.next_place(List::Parties), Some(party(*number, name)));
        }
        case
    }

    /// Everything of a case, slot by slot, and which record each id means.
    fn state(case: &Case) -> Vec<(Option<Place>, Record)> {
        let mut all = vec![(None, Record::Header(case.header.clone()))];
        for list in List::ALL {
            all.extend(case.slots(list).into_iter().map(|slot| {
                let record = case.record(Place { list, slot }).unwrap();
                (case.place(record.id()), record)
            }));
        }
        all
    }

    fn apply(workspace: &mut Workspace, edits: &[Edit]) {
        for edit in edits {
            workspace.apply(edit);
        }
    }

    fn names(case: &Case) -> Vec<(u32, &str)> {
        case.parties.iter().map(|(slot, party)| (slot, party.name.as_str())).collect()
    }

    #[test]
    fn what_differs_is_changed_deleted_or_brought_back() {
        let earlier = case(&[(1, "Oracle"), (2, "Amazon"), (3, "Microsoft")]);
        let mut workspace = Workspace { case: case(&[(9, "New"), (3, "MSFT"), (1, "Oracle")]), ..Workspace::default() };
        let edits = restore(&workspace, &earlier);
        assert_eq!(edits.len(), 3);
        apply(&mut workspace, &edits);
        assert_eq!(names(&workspace.case), [(1, "Microsoft"), (2, "Oracle"), (3, "Amazon")]);
        assert_eq!(restore(&workspace, &earlier), []);
    }

    #[test]
    fn a_record_comes_back_where_it_stood_if_nothing_else_does() {
        let earlier = case(&[(1, "Oracle"), (2, "Amazon")]);
        let mut workspace =
            Workspace { case: case(&[(1, "Oracle"), (2, "Amazon"), (7, "New")]), ..Workspace::default() };
        workspace.case.put(Place { list: List::Parties, slot: 1 }, None);
        for (home, expected) in [(Some(1), 1), (Some(0), 3), (Some(2), 3), (Some(3), 3), (Some(99), 3), (None, 3)] {
            let mut workspace = workspace.clone();
            let edits = restore_to(&workspace, &earlier, |_, _| home);
            apply(&mut workspace, &edits);
            assert_eq!(workspace.case.place(&Id::from_bits(2)).map(|place| place.slot), Some(expected), "{home:?}");
            assert_eq!(workspace.case.count(List::Parties), 2);
        }
    }

    #[test]
    fn the_entry_of_an_article_follows() {
        let mut workspace = Workspace::default();
        let now = Article { id: Id::from_bits(5), title: "New".into(), ..Article::default() };
        let entry =
            ArticleEntry { id: now.id.clone(), title: "New".into(), file: "a".into(), ..ArticleEntry::default() };
        workspace.case.put(Place { list: List::Articles, slot: 0 }, Some(Record::Entry(entry.clone())));
        workspace.articles.insert(now.id.clone(), now.clone());
        assert_eq!(restore_article(&workspace, &now), []);
        let earlier = Article { title: "Old".into(), published: Some("2020".parse().unwrap()), ..now };
        let edits = restore_article(&workspace, &earlier);
        apply(&mut workspace, &edits);
        let expected = ArticleEntry { title: "Old".into(), published: earlier.published.clone(), ..entry };
        assert_eq!(workspace.case.articles.get(0), Some(&expected));
        assert_eq!(workspace.articles.get(&earlier.id), Some(&earlier));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_earlier_state_comes_back_and_an_undo_gives_exactly_the_present(now in cases(), earlier in cases()) {
            let mut workspace = Workspace { case: now, ..Workspace::default() };
            let before = state(&workspace.case);
            let edits = restore(&workspace, &earlier);
            apply(&mut workspace, &edits);
            prop_assert_eq!(&workspace.case.header, &earlier.header);
            for list in List::ALL {
                prop_assert_eq!(workspace.case.differing(&earlier, list), []);
            }
            let back: Vec<Edit> = edits.iter().rev().map(Edit::inverse).collect();
            apply(&mut workspace, &back);
            prop_assert_eq!(state(&workspace.case), before);
        }
    }
}
