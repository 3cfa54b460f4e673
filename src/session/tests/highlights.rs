//! Highlights resized, re-aimed, split, removed and accepted, each as one step that can be taken back.

use super::*;
use crate::model::{CHOSEN_OWN, ClaimValue, Quote};
use crate::text::edges::{Edge, Shift, Step};

const GROW: Shift = Shift { edge: Edge::End, step: Step::Word, grows: true };
const SHRINK: Shift = Shift { grows: false, ..GROW };

/// A case with an amount whose value some words prove, and those words' quote.
fn with_quote(wanted: &str) -> (Session, Target, Id) {
    let mut session = with_case();
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let amount = new_record(&mut session, List::Amounts);
    prove(&mut session, &amount, "value", &article, wanted);
    (session, amount, article)
}

fn quote(session: &Session, slot: u32) -> Quote {
    session.case().quotes.get(slot).cloned().expect("there is a quote")
}

/// The quotes from left to right.
fn quoted(session: &Session) -> Vec<String> {
    let mut all: Vec<&Quote> = session.case().quotes.iter().map(|(_, quote)| quote).collect();
    all.sort_by_key(|quote| (quote.start, quote.end));
    all.into_iter().map(|quote| quote.exact.to_string()).collect()
}

/// The words on the page that belong to a quote.
fn highlighted(session: &Session, slot: u32) -> String {
    let quote = quote(session, slot);
    let page = session.page(&quote.article).expect("there is a page");
    let range = page.resolution(slot).and_then(|found| found.range.clone()).expect("it was found");
    let bytes = page.part(quote.part).text.bytes_of(range);
    let marked = page.part(quote.part).marks.marks_in(bytes.clone());
    assert!(!marked.is_empty(), "it is marked");
    page.part(quote.part).text.as_str()[bytes].to_owned()
}

/// Checks that the last step has this name and that undo and redo lead there and back.
#[track_caller]
fn is_one_step(session: &mut Session, label: &str, before: &[Record]) {
    assert_eq!(session.undo_label(), Some(label));
    let after = everything(session);
    assert_ne!(after, before);
    session.perform(Command::Undo);
    assert_eq!(everything(session), before);
    session.perform(Command::Redo);
    assert_eq!(everything(session), after);
}

#[test]
fn ends_move_and_the_anchor_before_is_kept() {
    let (mut session, _, _) = with_quote("€2.5 million");
    let before = everything(&session);
    let old = quote(&session, 0);
    session.perform(Command::ShiftQuotes(vec![0], GROW));
    let new = quote(&session, 0);
    assert_eq!(highlighted(&session, 0), "€2.5 million for");
    assert_eq!((new.exact.as_str(), new.start, new.end, new.version), ("€2.5 million for", old.start, old.end + 4, 1));
    assert!(new.suffix.starts_with(" a quay") && new.prefix == old.prefix);
    let was = &new.was[0];
    assert_eq!(
        (&was.exact, &was.suffix, was.start, was.end, was.version),
        (&old.exact, &old.suffix, old.start, old.end, 1)
    );
    assert_eq!(
        session.case().claims.get(0).and_then(|claim| claim.value.clone()),
        Some(ClaimValue::Text("2500000".into()))
    );
    is_one_step(&mut session, "growth of a highlight", &before);
    session.perform(Command::ShiftQuotes(vec![0], Shift { edge: Edge::Start, ..GROW }));
    assert_eq!(highlighted(&session, 0), "to €2.5 million for");
    for (expected, shift) in [("to €2.5 million", SHRINK), ("to €2.5", SHRINK), ("to", SHRINK)] {
        session.perform(Command::ShiftQuotes(vec![0], shift));
        assert_eq!(highlighted(&session, 0), expected);
    }
    assert_eq!(quote(&session, 0).was.len(), 5);
    let changes = session.changes();
    session.perform(Command::ShiftQuotes(vec![0], SHRINK));
    assert_eq!(session.changes(), changes, "it never shrinks to nothing");
    assert!(session.take_messages().iter().any(|message| message.words.contains("press Delete")));
    session.perform(Command::ShiftQuotes(vec![], SHRINK));
    session.perform(Command::RemoveQuotes(vec![]));
    assert_eq!(session.take_messages().iter().filter(|message| message.words.starts_with("No highlight")).count(), 2);
    session.perform(Command::ShiftQuotes(vec![77], GROW));
    assert_eq!(session.changes(), changes);
}

#[test]
fn several_highlights_change_together() {
    let (mut session, amount, article) = with_quote("€2.5 million");
    prove(&mut session, &amount, "currency", &article, "up to €2.5");
    prove(&mut session, &amount, "payer", &article, "that sank.");
    let before = everything(&session);
    session.perform(Command::ShiftQuotes(vec![0, 1, 2], GROW));
    assert_eq!(quoted(&session), ["up to €2.5 million", "€2.5 million for", "that sank."]);
    is_one_step(&mut session, "growth of 2 highlights", &before);
    let before = everything(&session);
    session.perform(Command::ShiftQuotes(vec![0, 2], SHRINK));
    assert_eq!(quoted(&session), ["up to €2.5 million", "€2.5 million", "that"]);
    is_one_step(&mut session, "shrinking of 2 highlights", &before);
    let before = everything(&session);
    session.perform(Command::RemoveQuotes(vec![0, 2]));
    assert_eq!((quoted(&session).len(), session.case().claims.count()), (1, 1));
    is_one_step(&mut session, "removal of 2 highlights", &before);
    let page = session.page(&article).expect("a page");
    assert_eq!(page.part(Part::Text).marks.len(), 1);
}

#[test]
fn a_quote_is_aimed_at_other_words_even_of_another_article() {
    let (mut session, _, article) = with_quote("€2.5 million");
    let before = everything(&session);
    let near = words(&session, &article, " €2.5 million for a quay ");
    session.perform(Command::AimQuote(0, near));
    assert_eq!(highlighted(&session, 0), "€2.5 million for a quay");
    is_one_step(&mut session, "resizing of a highlight", &before);
    let before = everything(&session);
    let far = words(&session, &article, "4 March 2024");
    session.perform(Command::AimQuote(0, far.clone()));
    assert_eq!(highlighted(&session, 0), "4 March 2024");
    is_one_step(&mut session, "re-aiming of a highlight", &before);
    let changes = session.changes();
    session.perform(Command::AimQuote(0, far));
    assert_eq!(session.changes(), changes, "it points there already");
    let other = new_article(&mut session, "Nordlys answers", "2024-03-08", "It owes nothing.");
    let headline = Words { article: other.clone(), part: Part::Title, range: 0..7 };
    session.perform(Command::AimQuote(0, headline));
    assert_eq!(highlighted(&session, 0), "Nordlys");
    let marks = |session: &Session, id: &Id, part| session.page(id).expect("a page").part(part).marks.len();
    assert_eq!((marks(&session, &article, Part::Text), marks(&session, &other, Part::Title)), (0, 1));
    assert_eq!(session.selection().article, Some(other.clone()));
    session.perform(Command::Undo);
    assert_eq!((marks(&session, &article, Part::Text), marks(&session, &other, Part::Title)), (1, 0));
    let changes = session.changes();
    for (id, range) in [(Id::from("none"), 0..4), (article.clone(), 58..60), (article, 900..910)] {
        session.perform(Command::AimQuote(0, Words { article: id, part: Part::Text, range }));
    }
    assert_eq!(session.changes(), changes);
}

#[test]
fn both_parts_of_a_quote_prove_what_it_did() {
    let (mut session, amount, article) = with_quote("up to €2.5 million for a quay");
    prove(&mut session, &amount, "precision", &article, "up to €2.5 million for a quay");
    let before = everything(&session);
    let at = words(&session, &article, " for a quay").range.start;
    session.perform(Command::SplitQuote(0, at));
    assert_eq!(quoted(&session), ["up to €2.5 million", "for a quay"]);
    let (first, second) = (quote(&session, 0), quote(&session, 1));
    assert_eq!((first.was.len(), second.was.len()), (1, 0));
    assert_ne!(first.id, second.id);
    let proved = |id: &Id| {
        let claims = session.index().claims_by_quote(id).iter().filter_map(|slot| session.case().claims.get(*slot));
        claims.map(|claim| (claim.field.to_string(), claim.value.clone(), claim.at.clone())).collect::<Vec<_>>()
    };
    assert_eq!(proved(&first.id), proved(&second.id));
    assert_eq!(proved(&first.id).len(), 2);
    assert_eq!(
        (highlighted(&session, 0), highlighted(&session, 1)),
        ("up to €2.5 million".into(), "for a quay".into())
    );
    is_one_step(&mut session, "splitting of a highlight", &before);
    let changes = session.changes();
    let (start, end) = (quote(&session, 1).start, quote(&session, 1).end);
    for char in [0, start, end, end + 1, 9_999] {
        session.perform(Command::SplitQuote(1, char));
    }
    assert_eq!(session.changes(), changes, "no part may be blank");
    assert!(session.take_messages().iter().any(|message| message.words.contains("between two words")));
}

#[test]
fn a_value_chosen_for_a_removed_claim_stands_on_its_own() {
    for by_quote in [true, false] {
        let (mut session, amount, article) = with_quote("€2.5 million");
        set(&mut session, &amount, "value", "3 million");
        session.perform(Command::Choose(0));
        let choice = |session: &Session| {
            let Some(Record::Amount(amount)) = session.current(&amount) else { panic!("an amount") };
            (amount.chosen.get("value").map(ToString::to_string), amount.value.map(|value| value.to_string()))
        };
        assert_eq!(choice(&session).0, session.case().claims.get(0).map(|claim| claim.id.to_string()));
        let before = everything(&session);
        session.perform(if by_quote { Command::RemoveQuotes(vec![0]) } else { Command::RemoveClaim(0) });
        assert_eq!(choice(&session), (Some(CHOSEN_OWN.to_owned()), Some("2500000".to_owned())));
        assert_eq!((session.case().quotes.count(), session.page(&article).expect("a page").records()), (0, 0));
        let label = if by_quote { "removal of a highlight" } else { "removal of evidence" };
        is_one_step(&mut session, label, &before);
    }
}

#[test]
fn found_places_are_accepted_together() {
    let (mut session, amount, article) = with_quote("€2.5 million");
    prove(&mut session, &amount, "note", &article, "a quay that sank");
    prove(&mut session, &amount, "payer", &article, "Nordlys AS");
    assert!(session.moved_quotes(&article).is_empty());
    let text = TEXT.replace("It wants", "The board said that it wants").replace("that sank", "which sank");
    let Some(Record::Article(mut other)) = session.current(&Target::Article(article.clone())) else { panic!() };
    other.text = text.into();
    let target = Target::Article(article.clone());
    let edit = session.workspace.edit_to(target, Some(Record::Article(other))).expect("another text");
    session.transact("another text", vec![edit], session.selection.clone());
    assert_eq!(session.moved_quotes(&article), [0, 1]);
    let before = everything(&session);
    session.perform(Command::AcceptQuotes(session.moved_quotes(&article)));
    assert!(session.moved_quotes(&article).is_empty());
    assert_eq!(quoted(&session), ["Nordlys AS", "€2.5 million", "a quay which sank"]);
    assert_eq!((quote(&session, 0).was.len(), quote(&session, 2).was.len()), (1, 0));
    is_one_step(&mut session, "acceptance of 2 highlights", &before);
    let changes = session.changes();
    session.perform(Command::AcceptQuotes(vec![0, 1, 2, 9]));
    assert_eq!(session.changes(), changes, "nothing is left to accept");
}

#[test]
fn overlapping_and_nested_highlights_stay_apart() {
    let (mut session, amount, article) = with_quote("€2.5 million");
    prove(&mut session, &amount, "note", &article, "up to €2.5 million for a quay");
    for _ in 0..9 {
        session.perform(Command::ShiftQuotes(vec![0], GROW));
    }
    assert_eq!(highlighted(&session, 0), "€2.5 million for a quay that sank.");
    assert_eq!(highlighted(&session, 1), "up to €2.5 million for a quay");
    session.perform(Command::RemoveQuotes(vec![0]));
    assert_eq!(highlighted(&session, 1), "up to €2.5 million for a quay");
    let page = session.page(&article).expect("a page");
    assert_eq!(page.found().exact, 1);
}
