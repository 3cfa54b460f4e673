//! Earlier versions: which there are after saves, what differs, and going back.

use super::*;
use crate::query::difference::Change;
use crate::session::{Comparison, Which};
use crate::store::VersionKind;

/// The versions of a document: how they came to be, the newest first.
fn list(session: &mut Session, which: &Which) -> Vec<(String, VersionKind)> {
    session.perform(Command::ListVersions(which.clone()));
    wait(session, "listed", |session| session.earlier_versions().unwrap().listed.is_some());
    let listed = session.earlier_versions().unwrap().listed.as_ref().unwrap().as_ref().unwrap();
    listed.iter().map(|version| (version.id.clone(), version.kind.clone())).collect()
}

/// Compares a version with what is open.
fn compare<'a>(session: &'a mut Session, id: &str) -> &'a Result<Comparison, String> {
    fn outcome(session: &Session) -> Option<&Result<Comparison, String>> {
        session.earlier_versions()?.compared.as_ref()?.outcome.as_ref()
    }
    session.perform(Command::CompareVersion(id.to_owned()));
    wait(session, "compared", |session| outcome(session).is_some());
    outcome(session).unwrap()
}

fn restore(session: &mut Session, which: &Which, number: usize) {
    let id = list(session, which).swap_remove(number).0;
    compare(session, &id).as_ref().unwrap();
    session.perform(Command::RestoreVersion(id));
    settle(session);
}

/// A case of two parties and an article that was saved, changed, and saved again; and where it lies.
fn saved_twice(folder: &Path) -> (Session, PathBuf, Id) {
    let path = folder.join("quay.case.json");
    let mut session = with_state(folder);
    session.perform(Command::NewCase);
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    let article = new_article(&mut session, "The quay", "5 March 2024", TEXT);
    save_as(&mut session, &path);
    // One window at a time may change it.
    drop(session);
    let mut session = with_state(folder);
    session.perform(Command::Open(vec![path.clone()]));
    settle(&mut session);
    let other = new_record(&mut session, List::Parties);
    set(&mut session, &other, "name", "The harbour board");
    set(&mut session, &Target::Header, "summary", "It sank.");
    set(&mut session, &Target::Article(article.clone()), "title", "The quay that sank");
    save(&mut session);
    (session, path, article)
}

#[test]
fn going_back_is_one_step_and_taking_it_back_gives_the_present_to_the_byte() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path, article) = saved_twice(folder.path());
    let now = files(path.parent().unwrap().join("articles").as_path());
    let bytes = std::fs::read(&path).unwrap();
    let before = everything(&session);
    let listed = list(&mut session, &Which::Case);
    assert_eq!(listed.iter().map(|(_, kind)| kind).collect::<Vec<_>>(), [&VersionKind::Saved]);
    let difference = &compare(&mut session, &listed[0].0).as_ref().unwrap().difference;
    assert!(difference.records.iter().any(|one| one.change == Change::Removed && one.label.contains("harbour board")));
    restore(&mut session, &Which::Case, 0);
    assert_eq!(session.undo_label(), Some("restore of an earlier version"));
    assert_eq!((session.case().count(List::Parties), session.case().header.summary.as_str()), (1, ""));
    restore(&mut session, &Which::Article(article.clone()), 0);
    assert_eq!(session.article(&article).unwrap().title, "The quay");
    session.perform(Command::Undo);
    session.perform(Command::Undo);
    assert_eq!(everything(&session), before);
    save(&mut session);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(files(path.parent().unwrap().join("articles").as_path()), now);
}

#[test]
fn a_restored_and_saved_file_is_the_earlier_one_and_the_later_one_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path, article) = saved_twice(folder.path());
    let later = std::fs::read(&path).unwrap();
    for which in [Which::Case, Which::Article(article)] {
        restore(&mut session, &which, 0);
    }
    save(&mut session);
    assert_eq!(open(&path).case().header.summary, "");
    let listed = list(&mut session, &Which::Case);
    assert_eq!(listed.len(), 2);
    let versions = session.storage.versions().unwrap();
    let newest = versions.list(session.storage.disk.as_ref(), &path).unwrap().remove(0);
    assert_eq!(versions.read(session.storage.disk.as_ref(), &newest).unwrap(), later);
}

#[test]
fn what_is_open_is_compared_with_what_is_not_saved_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, _path, _) = saved_twice(folder.path());
    session.perform(Command::Checkpoint("Draft".to_owned()));
    wait(&mut session, "kept", |session| !session.messages.is_empty());
    let said = session.take_messages();
    assert!(said[0].words.starts_with("Kept as “Draft”"), "{said:?}");
    let listed = list(&mut session, &Which::Case);
    assert_eq!(listed[0].1, VersionKind::Checkpoint("Draft".to_owned()));
    assert!(compare(&mut session, &listed[0].0).as_ref().unwrap().difference.is_empty());
    set(&mut session, &Target::Header, "title", "Another");
    assert!(!compare(&mut session, &listed[0].0).as_ref().unwrap().difference.is_empty());
    set(&mut session, &Target::Header, "title", "A third");
    session.perform(Command::RestoreVersion(listed[0].0.clone()));
    assert_eq!(session.case().header.title, "A third", "what was compared is not what is open by now");
}

#[test]
fn a_checkpoint_keeps_what_is_not_saved_and_touches_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path, article) = saved_twice(folder.path());
    set(&mut session, &Target::Header, "title", "Not saved");
    set(&mut session, &Target::Article(article.clone()), "publisher", "The Ålesund Post");
    let before = std::fs::read(&path).unwrap();
    session.perform(Command::Checkpoint("Before the hearing".to_owned()));
    wait(&mut session, "kept", |session| !session.messages.is_empty());
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(session.is_modified());
    session.perform(Command::Revert);
    for which in [Which::Case, Which::Article(article.clone())] {
        restore(&mut session, &which, 0);
    }
    assert_eq!(session.case().header.title, "Not saved");
    assert_eq!(session.article(&article).unwrap().publisher, "The Ålesund Post");
}

#[test]
fn a_case_without_a_file_has_no_checkpoints_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_state(folder.path());
    session.perform(Command::NewCase);
    session.perform(Command::Checkpoint("Draft".to_owned()));
    let said = failures(&mut session);
    assert!(said.len() == 1 && said[0].contains("no file yet"), "{said:?}");
    assert!(!session.has_versions(&Which::Case));
    assert_eq!(list(&mut session, &Which::Case), []);
}

#[test]
fn an_article_that_was_deleted_is_read_again_when_its_case_is_restored() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path, article) = saved_twice(folder.path());
    session.perform(Command::Delete(Target::Article(article.clone())));
    save(&mut session);
    drop(session);
    let mut session = with_state(folder.path());
    session.perform(Command::Open(vec![path]));
    settle(&mut session);
    assert_eq!(counts(&session), (0, 0, 0));
    restore(&mut session, &Which::Case, 0);
    assert_eq!(counts(&session), (1, 0, 0));
    assert_eq!(session.article(&article).unwrap().title, "The quay that sank");
    session.perform(Command::Undo);
    assert_eq!(counts(&session), (0, 0, 0));
}

#[test]
fn what_cannot_be_read_is_kept_and_copied_but_not_gone_back_to() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path, _) = saved_twice(folder.path());
    let (disk, versions) = (session.storage.disk.clone(), session.storage.versions().unwrap());
    for (bytes, expected) in [
        (&b"\xff\xfe"[..], "could not be read as JSON"),
        (b"{\"casefile\": \"article\", \"version\": 1}", "something else"),
        (b"[1]", "something else"),
    ] {
        versions.checkpoint(disk.as_ref(), &path, "odd", bytes).unwrap();
        let id = list(&mut session, &Which::Case).swap_remove(0).0;
        let why = compare(&mut session, &id).as_ref().unwrap_err();
        assert!(why.contains(expected), "{why}");
    }
    let torn = b"{\"casefile\": \"case\", \"version\": 1, \"id\": \"aaaaaaaa\", \"parties\": [";
    let version = versions.checkpoint(disk.as_ref(), &path, "torn", torn).unwrap();
    let id = list(&mut session, &Which::Case).swap_remove(0).0;
    assert!(compare(&mut session, &id).as_ref().unwrap().obstacle.is_some());
    session.perform(Command::RestoreVersion(id));
    assert_eq!(session.case().count(List::Parties), 2);
    let copy = folder.path().join("copy.case.json");
    for (replaces, expected) in [(false, "saved as a copy"), (false, "a file lies there already"), (true, "saved as")] {
        let version = version.clone();
        session.take_messages();
        session.perform(Command::CopyVersion { version, path: copy.clone(), replaces });
        wait(&mut session, "copied", |session| !session.messages.is_empty());
        let said = &session.take_messages()[0].words;
        assert!(said.contains(expected), "{said}");
        assert_eq!(std::fs::read(&copy).unwrap(), torn);
    }
}

#[test]
fn a_deleted_record_comes_back_with_what_the_program_does_not_know() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.case.json");
    let text = "{\"casefile\": \"case\", \"version\": 1, \"id\": \"aaaaaaaa\",\n  \"parties\": [\n    {\"id\": \"bbbbbbbb\", \
                \"name\": \"Nordlys AS\", \"kind\": \"company\", \"mood\": [1e2, true]},\n    {\"id\": \"cccccccc\", \
                \"name\": \"The board\", \"kind\": \"body\"}]}\n";
    write(&path, text);
    let mut session = with_state(folder.path());
    session.perform(Command::Open(vec![path.clone()]));
    settle(&mut session);
    let place = session.case().place(&Id::from("bbbbbbbb")).unwrap();
    session.perform(Command::Delete(Target::Record(place)));
    save(&mut session);
    assert!(!std::fs::read_to_string(&path).unwrap().contains("mood"));
    restore(&mut session, &Which::Case, 0);
    save(&mut session);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn what_another_program_wrote_during_a_save_is_kept_as_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path, _) = saved_twice(folder.path());
    let aside = folder.path().join("aside");
    write(&aside, "theirs");
    let displaced = crate::store::Displaced { aside: aside.clone(), digest: None, is_foreign: true };
    session.storage.keep_displaced(&path, &displaced).unwrap();
    assert!(!aside.exists());
    assert_eq!(list(&mut session, &Which::Case)[0].1, VersionKind::Foreign);
}
