//! Every occurrence of a name found, and marked in one step.

use super::*;
use crate::model::Claim;
use crate::query::Relation;
use crate::session::{MOST_OCCURRENCES, OccurrenceQuery, Occurrences};

const FIRST: &str = "Nordlys AS built the quay. When it sank, Nordlys said that NORDLYS’S rivals were glad.";
const SECOND: &str = "The board sued Nordlys AS.";

/// A case with a party of two names and two articles; the first is in view.
fn with_party() -> (Session, Id, [Id; 2]) {
    let mut session = with_case();
    let first = new_article(&mut session, "Nordlys and the quay", "2024-03-06", FIRST);
    let second = new_article(&mut session, "Board sues", "2024-03-07", SECOND);
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    session.perform(Command::AddElement(party.clone(), "aliases".into()));
    let Some(Record::Party(record)) = session.current(&party) else { panic!("a party") };
    set(&mut session, &party, &format!("aliases/{}/name", record.aliases[0].id), "Nordlys");
    session.perform(Command::ShowArticle(first.clone()));
    session.perform(Command::Select(party));
    (session, record.id, [first, second])
}

fn query(party: &Id, names: &[&str]) -> OccurrenceQuery {
    let names = names.iter().map(|name| (*name).into()).collect();
    OccurrenceQuery { party: party.clone(), names, article: None, whole_words: true, match_case: true }
}

fn found(session: &mut Session, query: OccurrenceQuery) -> Occurrences {
    session.perform(Command::FindOccurrences(Box::new(query)));
    let started = Instant::now();
    loop {
        session.poll();
        if let Some(found) = session.take_occurrences() {
            return found;
        }
        assert!(started.elapsed() < Duration::from_secs(20), "a search ends");
        std::thread::sleep(Duration::from_micros(100));
    }
}

/// The words that were found, each with whether they are marked.
fn shown(session: &Session, found: &Occurrences) -> Vec<(String, bool)> {
    let words = |words: &Words| {
        let page = session.page(&words.article).expect("there is a page");
        page.part(words.part).text.slice(words.range.clone()).to_owned()
    };
    found.found.iter().map(|one| (words(&one.words), one.is_marked)).collect()
}

fn mark(session: &mut Session, party: &Id, found: &Occurrences) {
    let all = found.found.iter().map(|one| one.words.clone()).collect();
    session.perform(Command::MarkOccurrences(party.clone(), all));
}

#[test]
fn names_are_found_in_every_part_of_every_article() {
    let (mut session, party, [first, _]) = with_party();
    let both = &["Nordlys AS", "Nordlys"];
    let all = found(&mut session, query(&party, both));
    let expected = ["Nordlys", "Nordlys AS", "Nordlys", "Nordlys AS"].map(|words| (words.to_owned(), false));
    assert_eq!(shown(&session, &all), expected);
    assert_eq!(all.found[0].words.part, Part::Title);
    let here = OccurrenceQuery { article: Some(first), match_case: false, ..query(&party, both) };
    let all = found(&mut session, here);
    assert_eq!(shown(&session, &all)[3], ("NORDLYS".to_owned(), false));
    assert_eq!(all.found.len(), 4);
    assert_eq!(found(&mut session, query(&party, &["Nord"])).found, []);
    let inside = OccurrenceQuery { whole_words: false, ..query(&party, &["Nord"]) };
    assert_eq!(found(&mut session, inside).found.len(), 4);
    assert_eq!(found(&mut session, query(&party, &[])).found, []);
}

#[test]
fn marking_is_one_step_that_can_be_taken_back_and_repeated() {
    let (mut session, party, [first, second]) = with_party();
    session.set_annotator("A. Reader");
    let before = everything(&session);
    let all = found(&mut session, query(&party, &["Nordlys AS", "Nordlys"]));
    mark(&mut session, &party, &all);
    assert_eq!(session.undo_label(), Some("marking of 4 occurrences"));
    assert_eq!((session.case().quotes.count(), session.case().claims.count()), (4, 4));
    let claims: Vec<&Claim> = session.case().claims.iter().map(|(_, claim)| claim).collect();
    assert!(claims.iter().all(|claim| {
        claim.record == party && claim.field.is_empty() && claim.value.is_none() && claim.mode == "reported"
    }));
    assert!(claims.iter().all(|claim| claim.by == "A. Reader" && claim.at.ends_with('Z')));
    assert_eq!(session.relation_of(0), Some(Relation::Mentions));
    let quote = session.quote_of(1).expect("a quote");
    assert_eq!((quote.exact.as_str(), quote.start, quote.end, quote.version), ("Nordlys AS", 0, 10, 1));
    assert!(quote.suffix.starts_with(" built the quay"));
    let records = [&first, &second].map(|id| session.page(id).expect("a page").records());
    assert_eq!(records, [1, 1]);
    let after = everything(&session);
    session.perform(Command::Undo);
    assert_eq!(everything(&session), before);
    session.perform(Command::Redo);
    assert_eq!(everything(&session), after);
}

#[test]
fn what_is_marked_is_left_alone_and_quotes_are_used_again() {
    let (mut session, party, [first, _]) = with_party();
    let target = session.selection().form.clone().expect("a form");
    prove(&mut session, &target, "name", &first, "Nordlys AS built the quay");
    let other = new_record(&mut session, List::Parties);
    prove(&mut session, &other, "", &first, "Nordlys said");
    let mut place = words(&session, &first, "Nordlys said");
    place.range.end -= " said".len();
    session.perform(Command::AddEvidence(other.clone(), vec![FieldPath::of("")], place));
    let quotes = session.case().quotes.count();
    let here = OccurrenceQuery { article: Some(first.clone()), ..query(&party, &["Nordlys AS", "Nordlys"]) };
    let all = found(&mut session, here.clone());
    let marked: Vec<bool> = shown(&session, &all).into_iter().map(|(_, marked)| marked).collect();
    assert_eq!(marked, [false, true, false], "the headline, within a quote of the party, within one of another");
    let unmarked = Occurrences { found: vec![all.found[0].clone(), all.found[2].clone()], ..all };
    mark(&mut session, &party, &unmarked);
    assert_eq!(session.case().quotes.count(), quotes + 1, "the words of the other party's quote have one already");
    assert_eq!(session.undo_label(), Some("marking of 2 occurrences"));
    let changes = session.changes();
    mark(&mut session, &party, &unmarked);
    assert_eq!(session.changes(), changes, "a second time there is nothing to do");
    assert!(found(&mut session, here).found.iter().all(|one| one.is_marked));
}

#[test]
fn what_is_part_of_the_name_of_another_party_is_left_out() {
    let (mut session, party, [first, _]) = with_party();
    let here = OccurrenceQuery { article: Some(first), ..query(&party, &["Nordlys"]) };
    let other = new_record(&mut session, List::Parties);
    set(&mut session, &other, "name", "Nordlys AS built");
    let all = found(&mut session, here.clone());
    assert_eq!((all.found.len(), all.passed_over), (2, 1));
    set(&mut session, &other, "name", "Nordlys");
    let all = found(&mut session, here);
    assert_eq!((all.found.len(), all.passed_over), (3, 0), "a name that both have is found");
}

#[test]
fn odd_requests_mark_nothing() {
    let (mut session, party, [first, _]) = with_party();
    let changes = session.changes();
    let at = |article: &Id, range| Words { article: article.clone(), part: Part::Text, range };
    let none = Id::from("none");
    for (party, words) in [
        (&none, at(&first, 0..7)),
        (&first, at(&first, 0..7)),
        (&party, at(&none, 0..7)),
        (&party, at(&first, 900..907)),
        (&party, at(&first, 7..8)),
        (&party, at(&first, 3..3)),
    ] {
        session.perform(Command::MarkOccurrences(party.clone(), vec![words]));
    }
    assert_eq!(session.changes(), changes);
    let one = at(&first, 0..7);
    session.perform(Command::MarkOccurrences(party, vec![one.clone(), one]));
    assert_eq!(session.undo_label(), Some("marking of an occurrence"));
}

#[test]
fn of_several_searches_of_long_texts_the_newest_counts() {
    let (mut session, party, _) = with_party();
    let text = "Nordlys AS and the board met again about the quay. ".repeat(40_000);
    let long = new_article(&mut session, "A long quarrel", "2024-03-08", &text);
    let here = |names: &[&str]| OccurrenceQuery { article: Some(long.clone()), ..query(&party, names) };
    for name in ["quay", "Nordlys", "met again"] {
        session.perform(Command::FindOccurrences(Box::new(here(&[name]))));
        assert_eq!(session.take_occurrences(), None, "a long text is searched away from the window");
    }
    let newest = found(&mut session, here(&["board"]));
    assert_eq!(newest.query.names, ["board"]);
    assert_eq!((newest.found.len(), newest.is_cut), (MOST_OCCURRENCES, true));
    std::thread::sleep(Duration::from_millis(50));
    session.poll();
    assert_eq!(session.take_occurrences(), None, "what came of the others is dropped");
}
