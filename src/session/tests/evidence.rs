//! Words tied to fields, rivals, and the choice between them.

use super::*;
use crate::model::{CHOSEN_OWN, ClaimValue, Place, Reference};
use crate::query::Relation;
use crate::text::anchor::State;

/// A case with two articles that disagree about a sum.
fn disputed() -> (Session, Target, [u32; 2]) {
    let mut session = with_case();
    session.set_annotator("A. Reader");
    let first = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let second = new_article(&mut session, "Quay sinks", "2024-03-07", "The board wants €3 million, it said.");
    let amount = new_record(&mut session, List::Amounts);
    let claims = [
        prove(&mut session, &amount, "value", &first, "up to €2.5 million"),
        prove(&mut session, &amount, "value", &second, "€3 million"),
    ];
    (session, amount, claims)
}

fn chosen(session: &Session, target: &Target, field: &str) -> Option<String> {
    let Target::Record(place) = target else { return None };
    session.case().chosen(*place, field).map(ToString::to_string)
}

#[test]
fn a_claim_states_what_the_words_say_and_fills_an_empty_field() {
    let (session, amount, [first, second]) = disputed();
    let claim = session.case().claims.get(first).unwrap();
    assert_eq!(claim.value, Some(ClaimValue::Text("2500000".into())));
    assert_eq!((claim.record.clone(), claim.field.as_str()), (id_of(&session, &amount), "value"));
    assert_eq!((claim.by.as_str(), claim.mode.as_str()), ("A. Reader", "reported"));
    assert!(claim.at.ends_with('Z') && claim.at.len() == 20, "{}", claim.at);
    assert_eq!(value(&session, &amount, "value"), Value::Decimal("2500000".parse().unwrap()));
    assert_eq!(session.relation_of(first), Some(Relation::Supports));
    assert_eq!(session.case().claims.get(second).unwrap().value, Some(ClaimValue::Text("3000000".into())));
    assert_eq!(session.relation_of(second), Some(Relation::Contradicts));
    assert_eq!(session.disputes().count(), 1);
}

#[test]
fn a_quote_is_anchored_in_its_words_and_marked_on_the_page() {
    let (session, _, [first, _]) = disputed();
    let claim = session.case().claims.get(first).unwrap();
    let slot = session.case().place(&claim.quote).unwrap().slot;
    let quote = session.case().quotes.get(slot).unwrap();
    assert_eq!((quote.exact.as_str(), quote.start, quote.end, quote.version), ("up to €2.5 million", 69, 87, 1));
    assert_eq!((quote.prefix.chars().count(), quote.suffix.as_str()), (32, " for a quay that sank."));
    let article = session.article_of(first).unwrap();
    assert_eq!(session.page(article).unwrap().resolution(slot).map(|found| found.state), Some(State::Exact));
}

#[test]
fn a_dispute_is_decided_for_a_rival_or_for_ones_own_value() {
    let (mut session, amount, [first, second]) = disputed();
    session.perform(Command::Choose(second));
    assert_eq!(value(&session, &amount, "value"), Value::Decimal("3000000".parse().unwrap()));
    assert_eq!(chosen(&session, &amount, "value"), Some(session.case().claims.get(second).unwrap().id.to_string()));
    assert_eq!(session.relation_of(first), Some(Relation::Contradicts), "the rival stays");
    assert_eq!((session.disputes().count(), session.case().claims.count()), (1, 2));

    set(&mut session, &amount, "value", "€2.75 million");
    assert_eq!(chosen(&session, &amount, "value").as_deref(), Some(CHOSEN_OWN), "typed over the choice");
    session.perform(Command::Undo);
    session.perform(Command::KeepOwn(amount.clone(), FieldPath::of("value")));
    assert_eq!(chosen(&session, &amount, "value").as_deref(), Some(CHOSEN_OWN));
    assert_eq!(value(&session, &amount, "value"), Value::Decimal("3000000".parse().unwrap()));
    session.perform(Command::Undo);
    session.perform(Command::Undo);
    assert_eq!((chosen(&session, &amount, "value"), session.relation_of(first)), (None, Some(Relation::Supports)));
}

#[test]
fn what_a_quote_says_can_be_corrected_and_taken_away() {
    let (mut session, amount, [first, second]) = disputed();
    session.perform(Command::SetClaim(second, "€2.5 million".into()));
    assert_eq!(session.relation_of(second), Some(Relation::Supports));
    assert_eq!(session.disputes().count(), 0);
    session.perform(Command::Undo);
    assert_eq!(session.disputes().count(), 1);

    session.perform(Command::RemoveClaim(second));
    assert_eq!((session.case().claims.count(), session.case().quotes.count()), (1, 1));
    assert_eq!(session.disputes().count(), 0);
    session.perform(Command::Undo);
    assert_eq!((session.case().claims.count(), session.case().quotes.count()), (2, 2));
    assert_eq!(session.disputes().count(), 1);
    assert_eq!(session.index().claims_about(&id_of(&session, &amount)), [first, second]);
}

#[test]
fn one_highlight_proves_several_fields() {
    let mut session = with_case();
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let amount = new_record(&mut session, List::Amounts);
    let first = prove(&mut session, &amount, "value", &article, "up to €2.5 million");
    let second = prove(&mut session, &amount, "currency", &article, "up to €2.5 million");
    assert_eq!((session.case().quotes.count(), session.case().claims.count()), (1, 2));
    assert_eq!(value(&session, &amount, "currency"), Value::Currency("EUR".parse().unwrap()));
    session.perform(Command::RemoveClaim(first));
    assert_eq!(session.case().quotes.count(), 1, "it still proves the currency");
    session.perform(Command::RemoveClaim(second));
    assert_eq!(session.case().quotes.count(), 0);
}

#[test]
fn dates_are_read_from_the_words_and_compared_by_their_span() {
    let mut session = with_case();
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let action = new_record(&mut session, List::Actions);
    set(&mut session, &action, "filed", "2024-03");
    let claim = prove(&mut session, &action, "filed", &article, "4 March 2024");
    assert_eq!(session.case().claims.get(claim).unwrap().value, Some(ClaimValue::Text("2024-03-04".into())));
    assert_eq!(session.relation_of(claim), Some(Relation::Refines));
    set(&mut session, &action, "filed", "2024-03-04");
    assert_eq!(session.relation_of(claim), Some(Relation::Supports));
    set(&mut session, &action, "filed", "2023");
    assert_eq!(session.relation_of(claim), Some(Relation::Contradicts));
}

#[test]
fn words_that_state_no_value_only_mention() {
    let mut session = with_case();
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let amount = new_record(&mut session, List::Amounts);
    let claim = prove(&mut session, &amount, "value", &article, "a quay that sank");
    assert_eq!(session.case().claims.get(claim).unwrap().value, None);
    assert_eq!(session.relation_of(claim), Some(Relation::Mentions));
    assert_eq!(value(&session, &amount, "value"), Value::Absent);
    let whole = prove(&mut session, &amount, "", &article, "harbour board");
    assert_eq!(session.relation_of(whole), Some(Relation::Mentions));
}

#[test]
fn blank_or_impossible_selections_prove_nothing() {
    let mut session = with_case();
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let amount = new_record(&mut session, List::Amounts);
    let changes = session.changes();
    for (id, range) in [(article.clone(), 58..60), (article.clone(), 900..910), (Id::from("none"), 0..4)] {
        let words = Words { article: id, part: Part::Text, range };
        session.perform(Command::AddEvidence(amount.clone(), vec![FieldPath::of("value")], words));
    }
    assert_eq!(session.changes(), changes);
}

#[test]
fn a_new_name_settles_what_only_names_disagreed_about() {
    let (mut session, amount, _) = disputed();
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Harbour Board");
    set(&mut session, &amount, "payer", "Harbour Board");
    let article = session.selection().article.clone().unwrap();
    let claim = prove(&mut session, &amount, "payer", &article, "The board");
    session.perform(Command::SetClaim(claim, "Board of the Harbour".into()));
    assert_eq!(session.disputes().count(), 2);
    set(&mut session, &party, "note", "Its name is in doubt.");
    assert_eq!(session.disputes().count(), 2);
    set(&mut session, &party, "name", "Board of the Harbour");
    assert_eq!(session.disputes().count(), 1, "only the sum is disputed still");
    session.perform(Command::Undo);
    assert_eq!(session.disputes().count(), 2);
}

#[test]
fn who_says_so_is_set_on_the_claim_without_leaving_its_record() {
    let (mut session, amount, [first, _]) = disputed();
    let claim = Target::Record(Place { list: List::Claims, slot: first });
    let of = |session: &Session| session.case().claims.get(first).unwrap().clone();
    session.perform(Command::Select(amount.clone()));
    session.perform(Command::SetValue(claim.clone(), FieldPath::of("mode"), Value::Text("argued".into())));
    for words in ["the board", "the board", " ", "its complaint"] {
        session.perform(Command::AddReference(claim.clone(), FieldPath::of("attributed_to"), words.to_owned()));
    }
    assert_eq!(of(&session).mode, "argued");
    let chain = ["the board", "its complaint"].map(|words| Reference::Words(words.into()));
    assert_eq!(of(&session).attributed_to, chain);
    assert_eq!(session.selection().form, Some(amount));
    assert_eq!(session.undo_label(), Some("change of who says so"));
    for _ in 0..3 {
        session.perform(Command::Undo);
    }
    assert_eq!((of(&session).mode.as_str(), of(&session).attributed_to.len()), ("reported", 0));
    assert_eq!(session.undo_label(), Some("evidence"));
    session.perform(Command::SetValue(claim, FieldPath::of("value"), Value::Flag(true)));
    assert_eq!(session.undo_label(), Some("evidence"), "what is stated is no field of a form");
}

#[test]
fn a_first_reference_as_typed_is_taken() {
    let mut session = with_case();
    let action = new_record(&mut session, List::Actions);
    session.perform(Command::AddReference(action.clone(), FieldPath::of("by"), "the board".to_owned()));
    assert_eq!(value(&session, &action, "by"), Value::References(vec![Reference::Words("the board".into())]));
}
