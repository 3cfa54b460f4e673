//! Saving, and what is known of what was saved.

use super::*;

/// A case with a record of every kind and two articles.
fn full_case() -> Session {
    let mut session = with_case();
    set(&mut session, &Target::Header, "title", "The quay at Ålesund");
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    new_article(&mut session, "Quay sinks", "about 2024", "It sank.");
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    let proceeding = new_record(&mut session, List::Proceedings);
    set(&mut session, &proceeding, "caption", "Board v. Nordlys");
    let action = new_record(&mut session, List::Actions);
    set(&mut session, &action, "filed", "4 March 2024");
    let amount = new_record(&mut session, List::Amounts);
    set(&mut session, &amount, "payer", "Nordlys AS");
    prove(&mut session, &amount, "value", &article, "up to €2.5 million");
    let date = new_record(&mut session, List::Dates);
    set(&mut session, &date, "date", "next to never");
    let (from, to) = (id_of(&session, &action), id_of(&session, &date));
    session.perform(Command::AddLink(from, "related".into(), to));
    session
}

#[test]
fn a_new_case_is_saved_with_its_articles_and_reads_back_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quay.case.json");
    let mut session = full_case();
    assert!(session.needs_path());
    assert_eq!(session.proposed_name(), "the-quay-at-ålesund.case.json");
    save_as(&mut session, &path);
    assert_eq!(failures(&mut session), Vec::<String>::new());
    assert!(!session.is_modified() && !session.needs_path() && session.saved_at().is_some());
    assert_eq!(session.document().path.as_ref(), Some(&path));
    assert_eq!(session.take_opened(), std::slice::from_ref(&path));
    let names: Vec<_> = files(folder.path()).into_iter().map(|(path, _)| path).collect();
    let articles = ["board-sues", "quay-sinks"].map(|name| folder.path().join(format!("articles/{name}.article.json")));
    assert_eq!(names, [articles[0].clone(), articles[1].clone(), path.clone()]);

    let again = open(&path);
    assert_eq!(again.document().faults, []);
    assert_eq!(everything(&again), everything(&session));
    assert_eq!(counts(&again), (2, 0, 0));
    for (_, entry) in session.case().articles.iter() {
        assert_eq!(again.article(&entry.id), session.article(&entry.id));
    }
}

#[test]
fn a_name_without_an_ending_is_given_one() {
    let folder = tempfile::tempdir().unwrap();
    for (name, written) in [("quay", "quay.case.json"), ("a.json", "a.json"), ("b.case.json", "b.case.json")] {
        let mut session = full_case();
        save_as(&mut session, &folder.path().join(name).join(name));
        assert_eq!(session.document().path, Some(folder.path().join(name).join(written)));
    }
}

#[test]
fn only_what_was_changed_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quay.case.json");
    save_as(&mut full_case(), &path);
    let before = files(folder.path());
    let mut session = open(&path);
    let article = session.case().articles.iter().next().unwrap().1.id.clone();
    set(&mut session, &Target::Article(article.clone()), "publisher", "Fjord Courier");
    save(&mut session);
    let after = files(folder.path());
    let changed: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
    assert_eq!(changed.len(), 1, "the article alone, since the case does not repeat its publisher");
    assert!(changed[0].1.0.ends_with("board-sues.article.json"));
    session.perform(Command::Undo);
    save(&mut session);
    assert_eq!(files(folder.path()), before);
}

#[test]
fn whether_something_is_unsaved_follows_undo_redo_and_save() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = full_case();
    save_as(&mut session, &folder.path().join("quay.case.json"));
    assert!(!session.is_modified());
    session.perform(Command::Undo);
    assert!(session.is_modified());
    session.perform(Command::Redo);
    assert!(!session.is_modified());
    set(&mut session, &Target::Header, "summary", "It sank.");
    assert!(session.is_modified());
    save(&mut session);
    session.perform(Command::Undo);
    assert!(session.is_modified(), "the file holds what was undone");
    save(&mut session);
    assert!(!session.is_modified());
    session.perform(Command::Redo);
    assert!(session.is_modified());
    session.perform(Command::Undo);
    set(&mut session, &Target::Header, "summary", "It sank.");
    assert!(session.is_modified(), "a revision is never used twice");
}

#[test]
fn a_change_made_while_saving_is_not_taken_for_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quay.case.json");
    let mut session = full_case();
    session.perform(Command::SaveAs(path.clone()));
    set(&mut session, &Target::Header, "summary", "It sank.");
    settle(&mut session);
    assert!(session.is_modified());
    assert_eq!(open(&path).case().header.summary, "");
    save(&mut session);
    assert!(!session.is_modified());
    assert_eq!(open(&path).case().header.summary, "It sank.");
}

#[test]
fn a_save_asked_for_while_saving_follows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quay.case.json");
    let mut session = full_case();
    session.perform(Command::SaveAs(path.clone()));
    set(&mut session, &Target::Header, "summary", "It sank.");
    session.perform(Command::Save);
    settle(&mut session);
    assert!(!session.is_modified());
    assert_eq!(open(&path).case().header.summary, "It sank.");
}

#[test]
fn what_another_program_wrote_is_not_saved_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quay.case.json");
    let mut session = full_case();
    save_as(&mut session, &path);
    std::fs::write(&path, "theirs").unwrap();
    set(&mut session, &Target::Header, "summary", "It sank.");
    save(&mut session);
    assert!(session.foreign().values().all(|foreign| foreign.stopped_a_save) && session.foreign().len() == 1);
    assert!(session.is_modified());
    assert_eq!(std::fs::read(&path).unwrap(), b"theirs");
}

#[test]
fn revert_takes_back_everything_since_the_save_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = full_case();
    save_as(&mut session, &folder.path().join("quay.case.json"));
    let saved = everything(&session);
    set(&mut session, &Target::Header, "summary", "It sank.");
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Harbour board");
    session.perform(Command::Delete(Target::Record(crate::model::Place { list: List::Amounts, slot: 0 })));
    let changed = everything(&session);
    session.perform(Command::Revert);
    assert_eq!(everything(&session), saved);
    assert!(!session.is_modified());
    session.perform(Command::Undo);
    assert_eq!(everything(&session), changed);
    assert!(session.is_modified());
    session.perform(Command::Redo);
    assert!(!session.is_modified());
}

#[test]
fn a_save_that_fails_keeps_the_work_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = full_case();
    write(&folder.path().join("file"), "no folder");
    save_as(&mut session, &folder.path().join("file/quay.case.json"));
    let told = failures(&mut session);
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("could not be saved"), "{}", told[0]);
    assert!(session.is_modified() && session.document().path.is_none() && session.saved_at().is_none());
    let path = folder.path().join("quay.case.json");
    save_as(&mut session, &path);
    assert_eq!(everything(&open(&path)), everything(&session));
}

#[test]
fn a_case_without_a_place_is_not_said_to_be_saved() {
    let mut session = full_case();
    save(&mut session);
    assert!(session.is_modified() && session.saved_at().is_none());
    assert_eq!(failures(&mut session).len(), 1);
}

#[test]
fn saving_elsewhere_takes_the_articles_along_and_goes_on_there() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("a/quay.case.json"), folder.path().join("b/quay.case.json"));
    save_as(&mut full_case(), &first);
    let before = files(&folder.path().join("a"));
    let mut session = open(&first);
    set(&mut session, &Target::Header, "summary", "It sank.");
    save_as(&mut session, &second);
    assert_eq!(session.document().path.as_ref(), Some(&second));
    assert_eq!(files(&folder.path().join("a")), before);
    assert_eq!(everything(&open(&second)), everything(&session));
    assert_eq!(counts(&open(&second)), (2, 0, 0));
    session.perform(Command::Undo);
    save(&mut session);
    let bytes = |files: Vec<(PathBuf, Vec<u8>)>| files.into_iter().map(|(_, bytes)| bytes).collect::<Vec<_>>();
    assert_eq!(bytes(files(&folder.path().join("b"))), bytes(before), "undone to the last byte");
}

#[test]
fn another_article_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("articles/board-sues.article.json");
    for other in ["{\"casefile\":\"article\",\"version\":1,\"id\":\"aaaaaaaa\"}", "words of somebody"] {
        write(&taken, other);
        let mut session = full_case();
        save_as(&mut session, &folder.path().join("quay.case.json"));
        let told = failures(&mut session);
        assert!(told.len() == 1 && told[0].contains("another"), "{told:?}");
        assert_eq!(std::fs::read_to_string(&taken).unwrap(), other);
        assert!(session.is_modified());
        assert_eq!(files(folder.path()).len(), 1, "nothing else was written before it was noticed");
    }
}
