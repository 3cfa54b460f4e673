//! A corrected date of publication, and the dates that were counted from it.

use std::collections::HashSet;

use super::*;
use crate::model::{Claim, ClaimValue, PartialDate, Place};
use crate::session::{Correction, Follows};

/// Relative dates: two that another week changes, one that it does not, and one that is told in full.
const QUAY: &str = "The Ålesund harbour board sued Nordlys AS on Monday.\n\nThe quay sank in November, and work ended on \
                    12 January 2024. The board met again yesterday.";

/// The case, the article, and the targets of the dates made of "Monday", "in November" and "yesterday".
fn with_dates(published: &str) -> (Session, Id, [Target; 3]) {
    let mut session = with_case();
    let article = new_article(&mut session, "Board sues", published, QUAY);
    let targets = ["Monday", "November", "yesterday"].map(|wanted| annotated(&mut session, &article, wanted));
    annotated(&mut session, &article, "12 January 2024");
    (session, article, targets)
}

fn annotated(session: &mut Session, article: &Id, wanted: &str) -> Target {
    let words = words(session, article, wanted);
    session.perform(Command::Annotate { list: List::Dates, words, is_new: false });
    session.selection().form.clone().expect("a new record is shown")
}

fn publish(session: &mut Session, article: &Id, words: &str) {
    set(session, &Target::Article(article.clone()), "published", words);
}

fn date(session: &Session, target: &Target) -> String {
    match value(session, target, "date") {
        Value::Date(date) => date.as_str().to_owned(),
        Value::AsTyped(words) => format!("as typed: {words}"),
        other => panic!("no date: {other:?}"),
    }
}

/// The claim about the date of a record.
fn claim(session: &Session, target: &Target) -> Claim {
    let id = id_of(session, target);
    let slots = session.index().claims_about(&id).iter();
    let mut claims = slots.filter_map(|slot| session.case().claims.get(*slot)).filter(|claim| claim.field == "date");
    claims.next().expect("there is a claim").clone()
}

fn anchor(session: &Session, target: &Target) -> Option<PartialDate> {
    claim(session, target).derivation.expect("it was worked out").anchor
}

fn question(session: &Session) -> &Correction {
    session.correction().expect("a person is asked")
}

/// What is listed: the words, the old date and the new one.
fn rows(session: &Session) -> Vec<(&str, Option<&str>, Option<&str>)> {
    let rows = question(session).counted.iter();
    rows.map(|one| {
        (one.words.as_str(), one.old.as_ref().map(PartialDate::as_str), one.new.as_ref().map(PartialDate::as_str))
    })
    .collect()
}

fn proposed(session: &Session) -> HashSet<u32> {
    question(session).counted.iter().filter(|one| one.is_proposed()).map(|one| one.claim).collect()
}

fn published(session: &Session, article: &Id) -> Vec<Option<String>> {
    let entry = session.case().articles.iter().find(|(_, entry)| entry.id == *article).map(|(_, entry)| entry);
    let dates = [session.article(article).unwrap().published.as_ref(), entry.unwrap().published.as_ref()];
    dates.map(|date| date.map(|date| date.as_str().to_owned())).into()
}

#[test]
fn dates_counted_from_it_are_listed_and_corrected_with_it_in_one_step() {
    let (mut session, article, [monday, november, yesterday]) = with_dates("2024-03-06");
    let before = everything(&session);
    publish(&mut session, &article, "2024-03-13");
    assert_eq!(everything(&session), before, "nothing changes before the answer");
    assert_eq!(published(&session, &article), [Some("2024-03-06".to_owned()), Some("2024-03-06".to_owned())]);
    assert_eq!(
        rows(&session),
        [
            ("Monday", Some("2024-03-04"), Some("2024-03-11")),
            ("November", Some("2023-11"), Some("2023-11")),
            ("yesterday", Some("2024-03-05"), Some("2024-03-12")),
        ]
    );
    let accepted = proposed(&session);
    assert_eq!(accepted.len(), 2);
    session.perform(Command::Correct(Some(accepted)));
    assert_eq!(session.correction(), None);
    assert_eq!(published(&session, &article), [Some("2024-03-13".to_owned()), Some("2024-03-13".to_owned())]);
    assert_eq!(
        [&monday, &november, &yesterday].map(|one| date(&session, one)),
        ["2024-03-11", "2023-11", "2024-03-12"]
    );
    assert_eq!(claim(&session, &monday).value, Some(ClaimValue::Text("2024-03-11".into())));
    for target in [&monday, &november, &yesterday] {
        assert_eq!(anchor(&session, target), "2024-03-13".parse().ok());
    }
    assert_eq!(session.disputes().count(), 0);
    assert_eq!(session.undo_label(), Some("correction of the publication date"));
    let after = everything(&session);
    session.perform(Command::Undo);
    assert_eq!(everything(&session), before);
    assert_eq!(published(&session, &article)[0].as_deref(), Some("2024-03-06"));
    session.perform(Command::Redo);
    assert_eq!(everything(&session), after);
}

#[test]
fn only_what_was_accepted_changes() {
    let (mut session, article, [monday, _, yesterday]) = with_dates("2024-03-06");
    publish(&mut session, &article, "2024-03-13");
    let first = question(&session).counted[0].claim;
    session.perform(Command::Correct(Some(HashSet::from([first, 999]))));
    assert_eq!([date(&session, &monday), date(&session, &yesterday)], ["2024-03-11", "2024-03-05"]);
    assert_eq!(anchor(&session, &yesterday), "2024-03-06".parse().ok(), "it still counts from the old date");
}

#[test]
fn the_date_alone_can_be_corrected_or_nothing() {
    let (mut session, article, targets) = with_dates("2024-03-06");
    let before = everything(&session);
    publish(&mut session, &article, "2024-03-13");
    session.perform(Command::KeepDate);
    assert_eq!((session.correction(), everything(&session)), (None, before.clone()));
    assert_eq!(session.undo_label(), Some("date from words"));

    publish(&mut session, &article, "2024-03-13");
    session.perform(Command::Correct(None));
    assert_eq!(published(&session, &article)[0].as_deref(), Some("2024-03-13"));
    for target in &targets {
        assert_eq!(anchor(&session, target), "2024-03-06".parse().ok());
    }
    assert_eq!(session.undo_label(), Some("change of published"));
    session.perform(Command::Undo);
    assert_eq!(everything(&session), before);
}

#[test]
fn what_a_person_put_in_its_place_stays() {
    let (mut session, article, [monday, _, yesterday]) = with_dates("2024-03-06");
    set(&mut session, &monday, "date", "2 March 2024");
    session.perform(Command::KeepOwn(yesterday.clone(), FieldPath::of("date")));
    publish(&mut session, &article, "2024-03-13");
    let of = |target: &Target| {
        let Target::Record(place) = target else { panic!("a record") };
        question(&session).counted.iter().find(|one| one.place == *place).unwrap().clone()
    };
    let (typed, decided) = (of(&monday), of(&yesterday));
    assert_eq!((typed.follows, typed.is_proposed(), typed.shown.as_str()), (Follows::ShowsAnother, true, "2 Mar 2024"));
    assert_eq!((decided.follows, decided.is_proposed()), (Follows::Decided, false));
    let all = HashSet::from([typed.claim, decided.claim]);
    session.perform(Command::Correct(Some(all)));
    assert_eq!([date(&session, &monday), date(&session, &yesterday)], ["2024-03-02", "2024-03-05"]);
    assert_eq!(claim(&session, &monday).value, Some(ClaimValue::Text("2024-03-11".into())), "the words say another");
    assert_eq!(claim(&session, &yesterday).value, Some(ClaimValue::Text("2024-03-12".into())));
}

#[test]
fn nobody_is_asked_where_no_date_changes() {
    let mut session = with_case();
    let article = new_article(&mut session, "Board sues", "2024-03-06", QUAY);
    let november = annotated(&mut session, &article, "November");
    publish(&mut session, &article, "2024-03-07");
    assert_eq!(session.correction(), None);
    assert_eq!(published(&session, &article)[0].as_deref(), Some("2024-03-07"));
    assert_eq!(
        (date(&session, &november).as_str(), anchor(&session, &november)),
        ("2023-11", "2024-03-07".parse().ok())
    );
    session.perform(Command::Undo);
    assert_eq!(anchor(&session, &november), "2024-03-06".parse().ok(), "one step");

    let other = new_article(&mut session, "Another", "2024-03-06", QUAY);
    annotated(&mut session, &other, "12 January 2024");
    publish(&mut session, &other, "2023-03-07");
    assert_eq!((session.correction(), session.undo_label()), (None, Some("change of published")));
}

#[test]
fn what_cannot_be_worked_out_again_is_told_and_left() {
    let (mut session, article, [monday, ..]) = with_dates("2024-03-06");
    for words in ["", "some day in spring or so"] {
        publish(&mut session, &article, words);
        assert!(question(&session).counted.iter().all(|one| one.new.is_none()), "{words:?}");
        assert_eq!(question(&session).counted.len(), 3);
        session.perform(Command::Correct(Some(HashSet::from([question(&session).counted[0].claim]))));
        assert_eq!(
            (date(&session, &monday), anchor(&session, &monday)),
            ("2024-03-04".to_owned(), "2024-03-06".parse().ok())
        );
        assert_eq!(published(&session, &article), [None, None]);
        session.perform(Command::Undo);
    }
    // Another rule than any that is known.
    let slot = session.index().claims_about(&id_of(&session, &monday))[0];
    let place = Place { list: List::Claims, slot };
    let mut changed = claim(&session, &monday);
    changed.derivation.as_mut().unwrap().rule = "phase_of_moon".into();
    let edit = session.workspace.edit_to(Target::Record(place), Some(Record::Claim(changed)));
    session.transact("another rule", edit.into_iter().collect(), session.selection.clone());
    publish(&mut session, &article, "2024-03-13");
    assert_eq!(rows(&session)[0], ("Monday", Some("2024-03-04"), None));
}

#[test]
fn a_first_date_of_publication_settles_the_words_that_waited_for_it() {
    let (mut session, article, [monday, november, _]) = with_dates("");
    assert_eq!(date(&session, &monday), "as typed: Monday");
    publish(&mut session, &article, "2024-03-06");
    assert_eq!(rows(&session)[0], ("Monday", None, Some("2024-03-04")));
    let accepted = proposed(&session);
    session.perform(Command::Correct(Some(accepted)));
    assert_eq!([date(&session, &monday), date(&session, &november)], ["2024-03-04", "2023-11"]);
    assert_eq!(anchor(&session, &monday), "2024-03-06".parse().ok());
}

#[test]
fn a_date_corrected_by_hand_was_not_worked_out_any_more() {
    let (mut session, article, [monday, ..]) = with_dates("2024-03-06");
    let slot = session.index().claims_about(&id_of(&session, &monday))[0];
    session.perform(Command::SetClaim(slot, "26 February 2024".into()));
    assert_eq!(claim(&session, &monday).derivation, None);
    publish(&mut session, &article, "2024-03-13");
    assert_eq!(rows(&session).len(), 2);
}

#[test]
fn another_case_forgets_the_question() {
    let (mut session, article, _) = with_dates("2024-03-06");
    publish(&mut session, &article, "2024-03-13");
    session.perform(Command::NewCase);
    assert_eq!(session.correction(), None);
    for command in [Command::Correct(None), Command::Correct(Some(HashSet::from([0]))), Command::KeepDate] {
        session.perform(command);
    }
    assert!(!session.is_modified());
}
