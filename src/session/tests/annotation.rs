//! Words made into records: what is refused, what is kept, and what one step takes back.

use super::*;
use crate::model::{ClaimValue, Reference};
use crate::session::Unreadable;

const STORY: &str = "Nordlys AS won the quay in November. It expects to open by 16 September, said a spokesperson \
    for the harbour board.\n\nThe board paid €2.5 million. 👩‍⚖️ Judge Berit Ås ruled on 4 March 2024.";

fn annotate(session: &mut Session, list: List, words: Words) {
    session.perform(Command::Annotate { list, words, is_new: false });
}

fn with_story() -> (Session, Id) {
    let mut session = with_case();
    let article = new_article(&mut session, "The quay", "2024-03-06", STORY);
    (session, article)
}

#[test]
fn one_step_makes_a_record_and_one_takes_it_back() {
    let (mut session, article) = with_story();
    let before = everything(&session);
    for (list, wanted) in [
        (List::Amounts, "€2.5 million"),
        (List::Dates, "4 March 2024"),
        (List::Parties, "Nordlys AS"),
        (List::Actions, "ruled"),
    ] {
        let words = words(&session, &article, wanted);
        annotate(&mut session, list, words);
        assert_eq!(session.case().count(list), 1, "{wanted}");
        assert_eq!(session.undo_label(), Some(format!("{} from words", list.noun()).as_str()));
        let target = session.selection().form.clone().unwrap();
        assert!(session.is_fresh(&target) && session.new_from_words() == Some(&target));
        session.perform(Command::Undo);
        assert_eq!(everything(&session), before, "{wanted}");
        assert!(!session.is_fresh(&target));
    }
}

#[test]
fn each_value_is_proved_by_the_words_it_comes_from() {
    let (mut session, article) = with_story();
    let words = words(&session, &article, "€2.5 million");
    annotate(&mut session, List::Amounts, words);
    let claims: Vec<_> = session.case().claims.iter().map(|(_, claim)| claim.clone()).collect();
    let fields: Vec<&str> = claims.iter().map(|claim| claim.field.as_str()).collect();
    assert_eq!(fields, ["value", "currency"]);
    assert_eq!(claims[0].value, Some(ClaimValue::Text("2500000".into())));
    let (_, quote) = session.case().quotes.iter().next().unwrap();
    assert_eq!((&*quote.exact, session.case().quotes.count()), ("€2.5 million", 1));
    let target = session.selection().form.clone().unwrap();
    assert_eq!(value(&session, &target, "precision"), Value::Text("exact".into()), "shown, though no word says so");
}

#[test]
fn words_that_name_a_party_on_file_mention_it() {
    let (mut session, article) = with_story();
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    let words = words(&session, &article, "Nordlys AS");
    assert_eq!(session.reading(&words).unwrap().known_party(), Some(&id_of(&session, &party)));
    annotate(&mut session, List::Parties, words.clone());
    assert_eq!((session.case().count(List::Parties), session.case().count(List::Claims)), (1, 1));
    assert_eq!(session.selection().form.as_ref(), Some(&party));
    session.perform(Command::Annotate { list: List::Parties, words, is_new: true });
    assert_eq!(session.case().count(List::Parties), 2);
}

#[test]
fn blank_long_and_absent_words_are_refused() {
    let (mut session, article) = with_story();
    let at = |range| Words { article: article.clone(), part: Part::Text, range };
    assert_eq!(session.reading(&at(7..8)).unwrap_err(), Unreadable::Blank);
    assert_eq!(session.reading(&at(9_000..9_001)).unwrap_err(), Unreadable::Blank);
    let elsewhere = Words { article: Id::from("zzzzzzzz"), ..at(0..4) };
    assert_eq!(session.reading(&elsewhere).unwrap_err(), Unreadable::NoArticle);
    let long = new_article(&mut session, "Long", "2024-03-06", &"word ".repeat(100_000));
    let all = Words { article: long, part: Part::Text, range: 0..500_000 };
    assert!(matches!(session.reading(&all).unwrap_err(), Unreadable::TooLong(_)));
    let before = everything(&session);
    for list in List::ALL {
        annotate(&mut session, list, all.clone());
        annotate(&mut session, list, at(7..8));
    }
    assert_eq!(everything(&session), before);
}

/// Whatever is selected, nothing panics, no quote begins or ends elsewhere than between characters, and undoing brings
/// everything back.
#[test]
fn any_selection_can_be_made_into_anything() {
    let (mut session, article) = with_story();
    let before = everything(&session);
    let count = STORY.chars().count();
    for start in (0..count).step_by(5) {
        for length in [1, 2, 3, 11, 60, count] {
            for list in List::ALL {
                let words = Words { article: article.clone(), part: Part::Text, range: start..start + length };
                let changes = session.changes();
                annotate(&mut session, list, words);
                for (_, quote) in session.case().quotes.iter() {
                    let exact: String = STORY.chars().skip(quote.start).take(quote.end - quote.start).collect();
                    assert_eq!(*quote.exact, *exact);
                }
                if session.changes() != changes {
                    session.perform(Command::Undo);
                }
            }
        }
    }
    assert_eq!(everything(&session), before);
}

#[test]
fn overlapping_highlights_can_be_annotated_again() {
    let (mut session, article) = with_story();
    for wanted in ["The board paid €2.5 million", "paid €2.5", "€2.5 million. 👩‍⚖️ Judge", "board paid €2.5 million"]
    {
        let words = words(&session, &article, wanted);
        annotate(&mut session, List::Parties, words.clone());
        annotate(&mut session, List::Amounts, words);
    }
    assert_eq!((session.case().count(List::Quotes), session.case().count(List::Amounts)), (4, 4));
}

#[test]
fn a_name_near_by_that_is_on_file_is_meant() {
    let (mut session, article) = with_story();
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    let words = words(&session, &article, "16 September");
    annotate(&mut session, List::Dates, words);
    let (_, claim) = session.case().claims.iter().next().unwrap();
    let company = Reference::Record(id_of(&session, &party));
    assert!(claim.attributed_to.contains(&company), "{:?}", claim.attributed_to);
}
