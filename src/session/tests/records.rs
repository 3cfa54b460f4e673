//! Records made, changed, copied, deleted; and every step taken back.

use super::*;
use crate::model::Reference;
use crate::session::Message;

/// Lists with forms, and a field that holds plain words.
const FORMS: [(List, &str); 5] = [
    (List::Parties, "name"),
    (List::Proceedings, "caption"),
    (List::Actions, "title"),
    (List::Amounts, "label"),
    (List::Dates, "label"),
];

fn reference(session: &Session, target: &Target) -> Value {
    Value::Reference(Reference::Record(id_of(session, target)))
}

#[test]
fn a_new_case_is_open_and_holds_nothing_to_lose() {
    let mut session = session();
    assert!(!session.is_open());
    session.perform(Command::NewCase);
    assert!(session.is_open() && !session.is_modified());
    assert!(session.case().header.id.is_well_formed());
    assert_eq!(session.case().header.status, "open");
    assert_eq!(session.selection().form, Some(Target::Header));
    set(&mut session, &Target::Header, "title", "  The quay ");
    assert_eq!(session.case().header.title, "The quay");
    assert!(session.is_modified());
    assert_eq!(session.undo_label(), Some("change of title"));
}

#[test]
fn every_kind_of_record_can_be_made_changed_copied_deleted_and_each_step_taken_back() {
    for (list, key) in FORMS {
        let mut session = with_case();
        let mut states = vec![everything(&session)];
        let target = new_record(&mut session, list);
        states.push(everything(&session));
        set(&mut session, &target, key, "Nordlys");
        states.push(everything(&session));
        session.perform(Command::Duplicate(target.clone()));
        states.push(everything(&session));
        let copy = session.selection().form.clone().unwrap();
        assert_ne!(copy, target);
        assert_ne!(id_of(&session, &copy), id_of(&session, &target));
        assert_eq!(value(&session, &copy, key), Value::Text("Nordlys".into()));
        session.perform(Command::Delete(target.clone()));
        states.push(everything(&session));
        assert_eq!((session.case().count(list), session.current(&target)), (1, None), "{list:?}");
        assert_eq!(session.selection().form, Some(copy));

        for state in states.iter().rev().skip(1) {
            assert!(session.is_modified());
            session.perform(Command::Undo);
            assert_eq!(&everything(&session), state, "{list:?}");
        }
        assert!(!session.is_modified() && session.undo_label().is_none());
        for state in &states[1..] {
            session.perform(Command::Redo);
            assert_eq!(&everything(&session), state, "{list:?}");
        }
        assert!(session.redo_label().is_none());
    }
}

#[test]
fn an_undo_goes_back_to_what_was_in_view() {
    let mut session = with_case();
    let party = new_record(&mut session, List::Parties);
    let amount = new_record(&mut session, List::Amounts);
    set(&mut session, &party, "name", "Nordlys AS");
    session.perform(Command::Select(amount.clone()));
    session.perform(Command::Undo);
    assert_eq!(session.selection().form, Some(amount), "the form that was shown before the change");
    session.perform(Command::Redo);
    assert_eq!(session.selection().form, Some(party));
}

#[test]
fn a_sum_in_words_fills_the_fields_it_tells_of() {
    let mut session = with_case();
    let amount = new_record(&mut session, List::Amounts);
    set(&mut session, &amount, "value", "up to $10 billion over 10 years");
    let Some(Record::Amount(record)) = session.current(&amount) else { panic!("there is an amount") };
    assert_eq!(record.value.as_ref().map(ToString::to_string).as_deref(), Some("10000000000"));
    assert_eq!(record.currency.as_ref().map(ToString::to_string).as_deref(), Some("USD"));
    assert_eq!(value(&session, &amount, "precision"), Value::Text("at_most".into()));
    assert_eq!(record.period.as_ref().map(crate::model::Period::as_str), Some("P10Y"));
    assert_eq!(record.value_as_typed, "");
    session.perform(Command::Undo);
    assert_eq!(value(&session, &amount, "value"), Value::Absent, "one step for the person");
    assert_eq!(value(&session, &amount, "currency"), Value::Absent);
}

#[test]
fn words_that_are_not_understood_are_kept_as_typed() {
    for (list, key, words) in [
        (List::Amounts, "value", "a few million, more or less"),
        (List::Amounts, "currency", "doubloons of old"),
        (List::Amounts, "period", "until the cows come home"),
        (List::Dates, "date", "when hell freezes over"),
        (List::Actions, "filed", "some time or other"),
    ] {
        let mut session = with_case();
        let target = new_record(&mut session, list);
        set(&mut session, &target, key, words);
        assert_eq!(value(&session, &target, key), Value::AsTyped(words.into()), "{key}");
        set(&mut session, &target, key, "");
        assert_eq!(value(&session, &target, key), Value::Absent, "{key}");
    }
    let mut session = with_case();
    let date = new_record(&mut session, List::Dates);
    set(&mut session, &date, "date", "whenever");
    set(&mut session, &date, "date", "by 16 September 2020");
    assert_eq!(value(&session, &date, "date"), Value::Date("2020-09-16".parse().unwrap()));
    assert_eq!(value(&session, &date, "bound"), Value::Text("by".into()));
}

#[test]
fn the_name_of_a_party_on_file_means_that_party() {
    let mut session = with_case();
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    session.perform(Command::AddElement(party.clone(), "aliases".into()));
    let Value::Elements(aliases) = value(&session, &party, "aliases") else { panic!("a list of names") };
    let path = FieldPath::in_element("aliases", &aliases[0], "name").to_string();
    set(&mut session, &party, &path, "Northern Lights");
    let amount = new_record(&mut session, List::Amounts);
    set(&mut session, &amount, "payer", "NORDLYS as");
    assert_eq!(value(&session, &amount, "payer"), reference(&session, &party));
    set(&mut session, &amount, "payee", "northern lights");
    assert_eq!(value(&session, &amount, "payee"), reference(&session, &party));
    set(&mut session, &amount, "payee", "the harbour board");
    assert_eq!(value(&session, &amount, "payee"), Value::Reference(Reference::Words("the harbour board".into())));
    session.perform(Command::RemoveElement(party.clone(), "aliases".into(), aliases[0].clone()));
    assert_eq!(value(&session, &party, "aliases"), Value::Elements(Vec::new()));
}

#[test]
fn a_new_court_action_belongs_to_the_proceeding_in_view() {
    let mut session = with_case();
    let proceeding = new_record(&mut session, List::Proceedings);
    let first = new_record(&mut session, List::Actions);
    assert_eq!(value(&session, &first, "proceeding"), reference(&session, &proceeding));
    let second = new_record(&mut session, List::Actions);
    assert_eq!(value(&session, &second, "proceeding"), reference(&session, &proceeding));
    session.perform(Command::Select(Target::Header));
    let third = new_record(&mut session, List::Actions);
    assert_eq!(value(&session, &third, "proceeding"), Value::Absent);
}

#[test]
fn what_changes_nothing_is_no_step() {
    let mut session = with_case();
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    let changes = session.changes();
    set(&mut session, &party, "name", "Nordlys AS");
    set(&mut session, &party, "name", " Nordlys AS ");
    set(&mut session, &party, "no such field", "words");
    session.perform(Command::SetValue(party.clone(), FieldPath::of("confidential"), Value::Flag(false)));
    session.perform(Command::SetValue(party.clone(), FieldPath::of("name"), Value::Flag(true)));
    session.perform(Command::Delete(Target::Article("none".into())));
    assert_eq!(session.changes(), changes);
    assert_eq!(session.undo_label(), Some("change of name"));
}

#[test]
fn a_link_is_seen_from_both_ends_and_made_once() {
    let mut session = with_case();
    let (motion, order) = (new_record(&mut session, List::Actions), new_record(&mut session, List::Actions));
    let (motion, order) = (id_of(&session, &motion), id_of(&session, &order));
    let link = Command::AddLink(order.clone(), "decides".into(), motion.clone());
    session.perform(link.clone());
    session.perform(link);
    session.perform(Command::AddLink(order.clone(), "decides".into(), order.clone()));
    assert_eq!(session.case().links.count(), 1);
    assert_eq!(session.index().links_at(&motion), [0]);
    assert_eq!(session.index().links_at(&order), [0]);
    session.perform(Command::Undo);
    assert_eq!((session.index().links_at(&motion), session.index().links_at(&order)), (&[][..], &[][..]));
    session.perform(Command::Redo);
    assert_eq!(session.index().links_at(&order), [0]);
    assert_eq!(session.take_messages(), Vec::<Message>::new());
}

#[test]
fn a_deleted_record_takes_its_evidence_and_links_and_leaves_its_name() {
    let mut session = with_case();
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    let amount = new_record(&mut session, List::Amounts);
    set(&mut session, &amount, "payer", "Nordlys AS");
    let complaint = new_record(&mut session, List::Actions);
    set(&mut session, &complaint, "by", "Nordlys AS; the harbour board");
    let merged = new_record(&mut session, List::Parties);
    let (party_id, merged_id) = (id_of(&session, &party), id_of(&session, &merged));
    session.perform(Command::AddLink(party_id.clone(), "related".into(), merged_id));
    // One quote proves the party alone, one the amount as well, and one is said by the party.
    prove(&mut session, &party, "name", &article, "Nordlys AS");
    prove(&mut session, &party, "note", &article, "up to €2.5 million");
    prove(&mut session, &amount, "value", &article, "up to €2.5 million");
    prove(&mut session, &amount, "payer", &article, "Nordlys AS on 4 March 2024");
    session.perform(Command::SetClaim(3, "Nordlys AS".into()));
    let before = everything(&session);

    session.perform(Command::Delete(party.clone()));
    let case = session.case();
    assert_eq!((case.parties.count(), case.links.count(), case.claims.count()), (1, 0, 2));
    let quotes: Vec<_> = case.quotes.iter().map(|(_, quote)| quote.exact.as_str()).collect();
    assert_eq!(quotes, ["up to €2.5 million", "Nordlys AS on 4 March 2024"]);
    let name = Reference::Words("Nordlys AS".into());
    assert_eq!(value(&session, &amount, "payer"), Value::Reference(name.clone()));
    let Value::References(by) = value(&session, &complaint, "by") else { panic!("a list of references") };
    assert_eq!(by[0], name);
    assert_eq!(session.case().claims.get(3).unwrap().value, Some(crate::model::ClaimValue::Reference(name)));
    assert!(session.index().claims_about(&party_id).is_empty());

    session.perform(Command::Undo);
    assert_eq!(everything(&session), before);
    assert_eq!(session.index().claims_about(&party_id), [0, 1]);
    session.perform(Command::Redo);
    assert_eq!(session.case().parties.count(), 1);
}

#[test]
fn evidence_of_a_link_goes_with_the_link() {
    let mut session = with_case();
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let (motion, order) = (new_record(&mut session, List::Actions), new_record(&mut session, List::Actions));
    let (motion_id, order_id) = (id_of(&session, &motion), id_of(&session, &order));
    session.perform(Command::AddLink(order_id, "decides".into(), motion_id));
    let link = Target::Record(crate::model::Place { list: List::Links, slot: 0 });
    prove(&mut session, &link, "kind", &article, "sued");
    let before = everything(&session);
    session.perform(Command::Delete(motion));
    let case = session.case();
    assert_eq!((case.links.count(), case.claims.count(), case.quotes.count()), (0, 0, 0));
    session.perform(Command::Undo);
    assert_eq!(everything(&session), before);
}

#[test]
fn a_deleted_article_takes_every_quote_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.case.json");
    let text = r#"{"casefile":"case","version":1,"id":"h5xn2v6c","articles":[{"id":"m3kd7wqa","file":"a.article.json"},
      {"id":"m3kd7wqb","file":"b.article.json","same_as":"m3kd7wqa"}],"parties":[{"id":"q7d4yz2e","name":"Nordlys AS"},
      {"id":"q7d4yz2f","name":"Nordlys","merged_into":"q7d4yz2e","part_of":{"ref":"q7d4yz2e"}}],
      "quotes":[{"id":"k6pt3sva","article":"m3kd7wqa","exact":"proves nothing"},
      {"id":"k6pt3svb","article":"m3kd7wqa","exact":"Nordlys AS"},{"id":"k6pt3svc","article":"m3kd7wqb","exact":"Nordlys"}],
      "claims":[{"id":"c3vm4xra","record":"q7d4yz2e","field":"name","quote":"k6pt3svb"},
      {"id":"c3vm4xrb","record":"q7d4yz2f","field":"part_of","value":{"ref":"q7d4yz2e"},"quote":"k6pt3svc",
      "attributed_to":[{"ref":"q7d4yz2e"}]}]}"#;
    write(&path, text);
    let mut session = open(&path);
    assert_eq!(session.document().faults, []);
    let before = everything(&session);
    session.perform(Command::Delete(Target::Article("m3kd7wqa".into())));
    let case = session.case();
    assert_eq!((case.articles.count(), case.quotes.count(), case.claims.count()), (1, 1, 1));
    assert_eq!(case.articles.get(1).unwrap().same_as, None);
    session.perform(Command::Delete(Target::Record(case.place(&"q7d4yz2e".into()).unwrap())));
    save(&mut session);
    assert_eq!(open(&path).document().faults, [], "nothing points nowhere");
    let claim = session.case().claims.get(1).unwrap();
    assert!(claim.references().all(|one| *one == Reference::Words("Nordlys AS".into())));
    session.perform(Command::Undo);
    session.perform(Command::Undo);
    assert_eq!(everything(&session), before);
    save(&mut session);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}
