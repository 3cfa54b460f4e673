use super::*;
use crate::model::Place;
use crate::query::Names;
use crate::session::Found;

/// Searches, and waits for the end of it.
fn found(session: &mut Session, typed: &str) -> Found {
    session.perform(Command::Search(typed.to_owned()));
    finish(session);
    session.found().clone()
}

fn finish(session: &mut Session) {
    let started = Instant::now();
    while session.is_searching() {
        assert!(started.elapsed() < Duration::from_secs(20), "a search ends");
        session.poll();
        std::thread::sleep(Duration::from_micros(100));
    }
}

fn titles(session: &mut Session, typed: &str) -> Vec<String> {
    let found = found(session, typed);
    found.hits.iter().map(|hit| crate::query::title(session.case(), hit.place)).collect()
}

/// Holds the names against those of the case as it is now.
#[track_caller]
fn check(session: &Session) {
    let mut fresh = Names::of(session.case());
    for (slot, entry) in session.case().articles.iter() {
        let publisher = session.article(&entry.id).map_or("", |article| &article.publisher);
        fresh.update(session.case(), Place { list: List::Articles, slot }, publisher);
    }
    for list in List::ALL {
        for slot in 0..session.case().next_place(list).slot {
            let place = Place { list, slot };
            assert_eq!(session.names().get(place), fresh.get(place), "{place:?}");
        }
    }
}

#[test]
fn names_follow_every_change() {
    let mut session = with_case();
    let article = new_article(&mut session, "Quay sinks", "2024-03-05", TEXT);
    check(&session);
    set(&mut session, &Target::Article(article.clone()), "publisher", "Harbour Wire");
    set(&mut session, &Target::Article(article.clone()), "title", "Quay sinks again");
    check(&session);
    assert_eq!(titles(&mut session, "@harbour wire"), ["Quay sinks again"]);
    let court = new_record(&mut session, List::Parties);
    set(&mut session, &court, "name", "District Court");
    let proceeding = new_record(&mut session, List::Proceedings);
    set(&mut session, &proceeding, "forum", "District Court");
    set(&mut session, &court, "name", "Sąd Rejonowy");
    check(&session);
    assert_eq!(
        titles(&mut session, "@sad rejonowy"),
        ["Sąd Rejonowy", "Sąd Rejonowy"],
        "the proceeding is called so too"
    );
    session.perform(Command::Delete(court));
    check(&session);
    while session.undo_label().is_some() {
        session.perform(Command::Undo);
        check(&session);
    }
    while session.redo_label().is_some() {
        session.perform(Command::Redo);
        check(&session);
    }
}

#[test]
fn names_of_an_opened_case_are_there_and_its_publishers_follow() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/jedi/jedi.case.json");
    let mut session = open(&sample);
    check(&session);
    assert_eq!(titles(&mut session, "@bruggink"), ["Eric G. Bruggink"]);
    session.perform(Command::NewCase);
    check(&session);
    assert!(titles(&mut session, "@bruggink").is_empty());
}

#[test]
fn the_newest_search_wins() {
    let mut session = with_case();
    new_article(&mut session, "Quay sinks", "2024-03-05", &format!("{TEXT} ").repeat(2_000));
    for typed in ["n", "no", "nord", "#quay", "nordl", "nordlys"] {
        session.perform(Command::Search(typed.to_owned()));
        assert!(session.is_searching() && session.found().typed == typed);
    }
    finish(&mut session);
    assert_eq!(session.found().typed, "nordlys");
    assert!(!session.found().passages.is_empty() && session.found().has_more);
    let passage = &session.found().passages[0];
    let text = &session.article(&passage.article).unwrap().text;
    let words: String = text.chars().skip(passage.range.start).take(passage.range.len()).collect();
    assert_eq!(words, "Nordlys");
    session.perform(Command::Search("quay".to_owned()));
    session.perform(Command::EndSearch);
    std::thread::sleep(Duration::from_millis(20));
    session.poll();
    assert_eq!(*session.found(), Found::default(), "nobody waits for it");
}

#[test]
fn the_next_article_is_the_one_below_in_the_outline() {
    let mut session = with_case();
    assert_eq!((session.next_article(true), session.next_article(false)), (None, None));
    let ids: Vec<Id> = ["One", "Two", "Three"].map(|title| new_article(&mut session, title, "", TEXT)).into();
    for (shown, next, previous) in [(2, None, Some(1)), (1, Some(2), Some(0)), (0, Some(1), None)] {
        session.perform(Command::ShowArticle(ids[shown].clone()));
        assert_eq!(session.next_article(true), next.map(|at: usize| &ids[at]));
        assert_eq!(session.next_article(false), previous.map(|at: usize| &ids[at]));
    }
    session.perform(Command::Delete(Target::Article(ids[0].clone())));
    assert_eq!(session.next_article(true), Some(&ids[1]), "nothing is in view");
    assert_eq!(session.next_article(false), Some(&ids[2]));
}

#[test]
fn the_first_quote_is_one_in_view() {
    let mut session = with_case();
    let one = new_article(&mut session, "One", "", TEXT);
    let two = new_article(&mut session, "Two", "", TEXT);
    let party = new_record(&mut session, List::Parties);
    let Target::Record(place) = party else { panic!("a record") };
    assert_eq!(session.first_quote_of(place), None);
    let words = ["Nordlys", "quay", "board"];
    let quotes: Vec<u32> = [(&two, 1), (&two, 0), (&one, 0), (&one, 2)]
        .map(|(article, at)| {
            let claim = prove(&mut session, &party, "name", article, words[at]);
            let quote = session.case().claims.get(claim).unwrap().quote.clone();
            session.case().place(&quote).unwrap().slot
        })
        .into();
    for (shown, expected) in [(&one, quotes[3]), (&two, quotes[1])] {
        session.perform(Command::ShowArticle(shown.clone()));
        assert_eq!(session.first_quote_of(place), Some(expected));
    }
    session.perform(Command::Delete(Target::Article(two)));
    assert_eq!(session.first_quote_of(place), Some(quotes[3]), "in another article");
}
