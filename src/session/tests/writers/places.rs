//! What a save asks about, where it fails, where it could not work, and a case that is open twice.

use super::*;
use crate::session::{Barrier, TroubleKind};
use crate::store::Concern;

fn opened_in(folder: &Path, path: &Path) -> Session {
    let mut session = with_state(folder);
    session.perform(Command::Open(vec![path.to_owned()]));
    settle(&mut session);
    session
}

#[cfg(unix)]
#[test]
fn other_names_are_asked_about_once() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let other = folder.path().join("other name.json");
    std::fs::hard_link(&path, &other).unwrap();
    let before = std::fs::read(&path).unwrap();
    let mut session = open(&path);
    set(&mut session, &Target::Header, "title", "Mine");
    save(&mut session);
    let trouble = session.take_trouble().unwrap();
    assert_eq!((trouble.kind.clone(), trouble.path.clone()), (TroubleKind::OtherNames(2), path.clone()));
    assert_eq!(session.take_trouble(), None, "told once");
    assert!(session.is_modified() && std::fs::read(&path).unwrap() == before);
    session.perform(Command::Accept(trouble.path.clone(), trouble.concern().unwrap()));
    session.perform(trouble.again);
    settle(&mut session);
    assert!(!session.is_modified() && session.take_trouble().is_none());
    assert_eq!(std::fs::read(&other).unwrap(), before, "the other name has the old text");
    assert_eq!(open(&path).case().header.title, "Mine");
    std::fs::remove_file(&other).unwrap();
    std::fs::hard_link(&path, &other).unwrap();
    look(&mut session);
    set(&mut session, &Target::Header, "title", "Mine again");
    save(&mut session);
    assert!(!session.is_modified(), "not asked again");
}

#[cfg(unix)]
#[test]
fn what_was_agreed_to_holds_for_a_save_at_another_place_too() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let other = folder.path().join("other.case.json");
    std::fs::write(&other, "other").unwrap();
    std::fs::hard_link(&other, folder.path().join("one more name")).unwrap();
    let mut session = open(&path);
    save_as(&mut session, &other);
    let trouble = session.take_trouble().unwrap();
    assert_eq!(trouble.again, Command::SaveAs(other.clone()));
    session.perform(Command::Accept(trouble.path, Concern::OtherNames));
    session.perform(trouble.again);
    settle(&mut session);
    assert_eq!(session.document().path, Some(other));
}

#[test]
fn attributes_that_cannot_be_kept_are_asked_about_once() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let (meddler, mut session) = open_meddled(&path);
    meddler.deny_attributes();
    set(&mut session, &Target::Header, "title", "Mine");
    save(&mut session);
    let trouble = session.take_trouble().unwrap();
    assert_eq!((&trouble.kind, trouble.concern()), (&TroubleKind::Attributes, Some(Concern::Attributes)));
    session.perform(Command::Accept(trouble.path, Concern::Attributes));
    session.perform(trouble.again);
    settle(&mut session);
    set(&mut session, &Target::Header, "title", "Mine again");
    save(&mut session);
    assert!(!session.is_modified() && session.take_trouble().is_none());
    assert_eq!(open(&path).case().header.title, "Mine again");
}

#[test]
fn a_failed_save_can_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("file"), "no folder");
    let path = folder.path().join("file/quay.case.json");
    let mut session = with_case();
    set(&mut session, &Target::Header, "title", "Mine");
    save_as(&mut session, &path);
    let trouble = session.take_trouble().unwrap();
    assert!(matches!(&trouble.kind, TroubleKind::Failed(words) if words.contains("could not be saved")), "{trouble:?}");
    std::fs::remove_file(folder.path().join("file")).unwrap();
    session.perform(trouble.again);
    settle(&mut session);
    assert!(!session.is_modified() && session.take_trouble().is_none());
    assert_eq!(session.document().path, Some(path));
}

#[cfg(unix)]
#[test]
fn what_could_not_be_saved_is_read_only_from_the_start_and_a_copy_is_not() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let (path, article) = case_in(folder.path());
    for file in [&path, &article] {
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o444)).unwrap();
    }
    let mut session = open(&path);
    let id = article_of(&session);
    assert_eq!(session.document().barrier, Some(Barrier::Place));
    for target in [Target::Header, Target::Article(id.clone())] {
        let why = session.read_only_reason(&target).unwrap();
        assert!(why.contains("its mode lets nobody write it"), "{why}");
    }
    set(&mut session, &Target::Header, "title", "Mine");
    assert_eq!(session.case().header.title, "The quay");
    let copy = folder.path().join("copy/quay.case.json");
    save_as(&mut session, &copy);
    assert_eq!(session.document().path.as_ref(), Some(&copy));
    for target in [Target::Header, Target::Article(id)] {
        assert_eq!(session.read_only_reason(&target), None, "the copy can be changed");
    }
    set(&mut session, &Target::Header, "title", "Mine");
    save(&mut session);
    assert_eq!(open(&copy).case().header.title, "Mine");
}

#[test]
fn a_case_is_changed_in_one_window_only() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut first = opened_in(folder.path(), &path);
    assert_eq!(first.document().read_only, None);
    let mut second = opened_in(folder.path(), &path);
    assert_eq!(second.document().barrier, Some(Barrier::OtherWindow));
    let id = article_of(&second);
    for target in [Target::Header, Target::Article(id)] {
        assert!(second.read_only_reason(&target).unwrap().contains("open in another window"));
    }
    second.perform(Command::Open(vec![path.clone()]));
    settle(&mut second);
    assert!(second.document().read_only.is_some(), "tried again too early");
    first.perform(Command::Open(vec![path.clone()]));
    settle(&mut first);
    assert_eq!(first.document().read_only, None, "the same window may open it again");
    set(&mut first, &Target::Header, "title", "Mine");
    save(&mut first);
    wait(&mut second, "a notice", |session| !session.foreign().is_empty());
    second.perform(Command::TakeTheirs(Which::Case));
    settle(&mut second);
    assert_eq!(second.case().header.title, "Mine");
    assert!(second.document().read_only.is_some(), "it is still the first one's");
    drop(first);
    second.perform(Command::Open(vec![path.clone()]));
    settle(&mut second);
    assert_eq!(second.document().read_only, None);
    second.perform(Command::NewCase);
    assert_eq!(opened_in(folder.path(), &path).document().read_only, None, "another case lets go of it");
}

#[test]
fn a_copy_is_ones_own_and_that_of_another_window_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let (mut first, mut second) = (opened_in(folder.path(), &path), opened_in(folder.path(), &path));
    let copy = folder.path().join("copy/copy.case.json");
    save_as(&mut second, &copy);
    assert_eq!(second.document().read_only, None);
    assert!(opened_in(folder.path(), &copy).document().read_only.is_some(), "the copy is the second one's");
    let before = std::fs::read(&copy).unwrap();
    set(&mut first, &Target::Header, "title", "Mine");
    save_as(&mut first, &copy);
    let trouble = first.take_trouble().unwrap();
    assert!(matches!(&trouble.kind, TroubleKind::Failed(words) if words.contains("open in another window")));
    assert_eq!(std::fs::read(&copy).unwrap(), before);
    assert!(opened_in(folder.path(), &path).document().read_only.is_some(), "the first still has its own");
}

#[test]
fn unsaved_work_is_kept_before_theirs_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (path, article) = case_in(folder.path());
    let mut session = opened_in(folder.path(), &path);
    let id = article_of(&session);
    let versions = |path: &Path| {
        let state = State::at(folder.path().join("state"));
        let versions = crate::store::Versions::new(state, jiff::Zoned::now());
        let disk = crate::store::disk::RealDisk;
        let all = versions.list(&disk, path).unwrap();
        all.iter().map(|one| String::from_utf8(versions.read(&disk, one).unwrap()).unwrap()).collect::<Vec<_>>()
    };
    change(&article, "harbour", "port");
    look(&mut session);
    session.perform(Command::TakeTheirs(Which::Article(id.clone())));
    settle(&mut session);
    assert_eq!(versions(&article).len(), 1, "what was in the file before is nowhere else");
    assert!(versions(&article)[0].contains("harbour") && session.take_messages().is_empty());
    set(&mut session, &Target::Article(id.clone()), "publisher", "Mine");
    set(&mut session, &Target::Header, "title", "Mine too");
    change(&path, "Nordlys AS", "Sørlys AS");
    change(&article, "port", "haven");
    look(&mut session);
    assert_eq!(session.foreign().len(), 2);
    session.perform(Command::TakeTheirs(Which::Case));
    // In the midst of it.
    set(&mut session, &Target::Header, "summary", "And mine");
    settle(&mut session);
    assert_eq!((session.case().header.title.as_str(), session.case().header.summary.as_str()), ("The quay", ""));
    assert!(session.foreign().is_empty() && !session.is_modified());
    assert!(session.take_messages().iter().any(|said| said.words.contains("kept among the earlier versions")));
    assert!(versions(&path)[0].contains("Mine too") && versions(&path)[0].contains("And mine"));
    assert!(versions(&article)[0].contains("\"Mine\""));
}

#[test]
fn what_was_done_to_the_case_outlives_a_crash_after_an_article_was_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (path, article) = case_in(folder.path());
    let mut session = opened_in(folder.path(), &path);
    let id = article_of(&session);
    set(&mut session, &Target::Header, "summary", "Mine");
    set(&mut session, &Target::Article(id.clone()), "publisher", "Given up");
    change(&article, "harbour", "port");
    look(&mut session);
    session.perform(Command::TakeTheirs(Which::Article(id.clone())));
    settle(&mut session);
    set(&mut session, &Target::Header, "title", "Mine too");
    assert!(session.flush());
    // Nothing is written any more from here on, as after a crash.
    let state = State::at(folder.path().join("state"));
    let journal = state.document(&crate::store::disk::RealDisk, &path).join("journal");
    let copy = folder.path().join("state/documents/crashed/journal");
    std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
    std::fs::copy(journal, &copy).unwrap();
    drop(session);
    let mut again = with_state(folder.path());
    again.perform(Command::Recover(copy));
    settle(&mut again);
    let header = &again.case().header;
    assert_eq!((header.summary.as_str(), header.title.as_str()), ("Mine", "Mine too"));
    let taken = again.article(&id).unwrap();
    assert!(taken.text.contains("port") && taken.publisher.is_empty(), "{taken:?}");
    again.perform(Command::Undo);
    again.perform(Command::Undo);
    assert_eq!(again.case().header.summary, "");
}
