//! Files that are newer, broken or odd.

use super::*;

const NEWER: &str = r#"{"casefile":"case","version":2,"id":"h5xn2v6c","title":"Of tomorrow","mood":"calm"}"#;
const BROKEN: &str = r#"{"casefile":"case","version":1,"id":"h5xn2v6c","title":"Torn","parties":[{"id":"q7d4yz2e","#;

#[test]
fn a_file_that_can_only_be_read_is_shown_and_never_changed() {
    for (text, why) in [(NEWER, "newer"), (BROKEN, "not valid JSON")] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.case.json");
        write(&path, text);
        let mut session = open(&path);
        assert!(session.document().read_only.as_ref().is_some_and(|words| words.contains(why)), "{text}");
        assert!(session.take_messages().iter().any(|message| message.words.contains(why)));
        let shown = everything(&session);
        set(&mut session, &Target::Header, "title", "Of today");
        session.perform(Command::NewRecord(List::Parties));
        new_article_is_refused(&mut session);
        assert_eq!((everything(&session), session.is_modified()), (shown, false), "work that could not be saved");
        assert!(failures(&mut session).iter().all(|told| told.contains(why)));

        save_as(&mut session, &path);
        assert_eq!(failures(&mut session).len(), 1, "not even onto itself");
        let copy = folder.path().join("copy/a.case.json");
        save_as(&mut session, &copy);
        assert_eq!(failures(&mut session), Vec::<String>::new());
        assert_eq!(std::fs::read_to_string(&copy).unwrap(), text);
        set(&mut session, &Target::Header, "title", "Of today");
        save(&mut session);
        assert_eq!(std::fs::read_to_string(&copy).unwrap(), text, "a copy is as new as the original");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}

fn new_article_is_refused(session: &mut Session) {
    let form = NewArticle { title: "Board sues".into(), text: TEXT.into(), ..NewArticle::default() };
    session.perform(Command::NewArticle(Box::new(form)));
    assert_eq!((session.case().articles.count(), session.selection().article.as_ref()), (0, None));
}

#[test]
fn an_article_that_can_only_be_read_is_not_changed_while_its_case_is() {
    let folder = tempfile::tempdir().unwrap();
    let (case, article) = (folder.path().join("a.case.json"), folder.path().join("a.article.json"));
    write(
        &case,
        r#"{"casefile":"case","version":1,"id":"h5xn2v6c","articles":[{"id":"m3kd7wqa","file":"a.article.json"}]}"#,
    );
    write(&article, r#"{"casefile":"article","version":3,"id":"m3kd7wqa","title":"Of tomorrow"}"#);
    let mut session = open(&case);
    session.take_messages();
    set(&mut session, &Target::Article("m3kd7wqa".into()), "title", "Of today");
    assert!(!session.is_modified());
    assert_eq!(failures(&mut session).len(), 1);
    set(&mut session, &Target::Header, "title", "The quay");
    save(&mut session);
    assert_eq!((failures(&mut session), session.is_modified()), (Vec::new(), false));
}

#[test]
fn a_faulty_file_is_told_of_and_its_other_faults_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.case.json");
    let text = r#"{"casefile":"case","version":1,"id":"h5xn2v6c","title":"T","parties":[
      {"id":"q7d4yz2e","name":7,"kind":"company","kind":"person"},{"name":"nobody"},5,{"id":"q7d4yz2e"}],
      "amounts":[{"id":"w4cz5mhe","value":12.5,"payer":{"ref":"gone4ever","x_sure":true}}],"claims":7}"#;
    write(&path, text);
    let mut session = open(&path);
    assert!(session.document().faults.len() >= 6, "{:#?}", session.document().faults);
    assert_eq!(session.case().parties.count(), 2);
    set(&mut session, &Target::Header, "title", "Title");
    let party = Target::Record(session.case().place(&"q7d4yz2e".into()).unwrap());
    set(&mut session, &party, "note", "seen");
    save(&mut session);
    assert_eq!(failures(&mut session), Vec::<String>::new());
    let expected =
        text.replace("\"T\"", "\"Title\"").replace("\"kind\":\"person\"", "\"kind\":\"person\",\"note\":\"seen\"");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), expected);
    session.perform(Command::Undo);
    session.perform(Command::Undo);
    save(&mut session);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn keys_of_ones_own_are_welcome_in_references_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.case.json");
    let text = r#"{"casefile":"case","version":1,"id":"h5xn2v6c","parties":[{"id":"q7d4yz2e","name":"Nordlys AS"}],
      "amounts":[{"id":"w4cz5mhe","payer":{"x_sure":0.50,"ref":"q7d4yz2e"},"payee":{"text":"the board","x_old":1}}]}"#;
    write(&path, text);
    let mut session = open(&path);
    assert_eq!(session.document().faults, []);
    let amount = Target::Record(session.case().place(&"w4cz5mhe".into()).unwrap());
    set(&mut session, &amount, "payee", "the harbour board");
    save(&mut session);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text.replace("the board", "the harbour board"));
}

#[test]
fn every_word_outside_its_vocabulary_and_every_id_of_nothing_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.case.json");
    let rest = r#""parties":[{"id":"q7d4yz2e"}],"quotes":[{"id":"k6pt3sva","file":"a.csv"}]"#;
    let claim = r#""id":"c3vm4xre","record":"q7d4yz2e","quote":"k6pt3sva""#;
    for (keys, pointer) in [
        (r#""status":"odd""#.to_owned(), "/status"),
        (r#""amounts":[{"id":"w4cz5mhe","nature":"odd"}]"#.to_owned(), "/amounts/0/nature"),
        (format!(r#""claims":[{{{claim},"mode":"odd"}}]"#), "/claims/0/mode"),
        (format!(r#""claims":[{{{claim},"value":{{"ref":"aaaaaaaa"}}}}]"#), "/claims/0/value"),
        (format!(r#""claims":[{{{claim},"attributed_to":[{{"ref":"aaaaaaaa"}}]}}]"#), "/claims/0/attributed_to"),
    ] {
        write(&path, &format!(r#"{{"casefile":"\u0063ase","version":1,"id":"h5xn2v6c",{rest},{keys}}}"#));
        let session = open(&path);
        let found: Vec<_> = session.document().faults.iter().map(|placed| placed.fault.pointer.as_str()).collect();
        assert_eq!(found, [pointer], "{:?}", session.document().faults);
    }
}
