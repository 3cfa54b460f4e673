//! Other programs that write the files that are open, and what becomes of it.

use super::*;
use crate::session::{Foreign, Theirs, Which};
use meddler::Meddler;

pub mod meddler;
mod places;

/// A case with a party and an article, saved in a folder; its path and that of the article.
fn case_in(folder: &Path) -> (PathBuf, PathBuf) {
    let path = folder.join("quay.case.json");
    let mut session = with_case();
    set(&mut session, &Target::Header, "title", "The quay");
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    let amount = new_record(&mut session, List::Amounts);
    prove(&mut session, &amount, "value", &article, "up to €2.5 million");
    save_as(&mut session, &path);
    (path, folder.join("articles/board-sues.article.json"))
}

/// Has another program change words of a file.
fn change(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{text}");
    std::fs::write(path, text.replace(from, to)).unwrap();
}

/// Waits until everything was looked at.
fn look(session: &mut Session) {
    session.perform(Command::Look);
    wait(session, "a look", |session| !session.is_looking());
}

#[track_caller]
fn only(session: &Session) -> (Which, Foreign) {
    assert_eq!(session.foreign().len(), 1, "{:?}", session.foreign());
    let (which, foreign) = session.foreign().first_key_value().unwrap();
    (which.clone(), foreign.clone())
}

/// What differs from what is open, in a line.
fn compared(session: &mut Session, which: &Which) -> Result<String, String> {
    session.perform(Command::Compare(which.clone()));
    wait(session, "a difference", |session| session.foreign()[which].difference.is_some());
    let difference = session.foreign()[which].difference.clone().unwrap();
    match difference.as_ref() {
        Ok(difference) => Ok(difference.summary()),
        Err(why) => Err(why.clone()),
    }
}

/// Opens a case whose files a meddler may write at the worst moment.
fn open_meddled(path: &Path) -> (Arc<Meddler>, Session) {
    let (meddler, storage) = Meddler::storage();
    let mut session = Session::with_storage(Arc::new(|| {}), storage);
    session.perform(Command::Open(vec![path.to_owned()]));
    settle(&mut session);
    (meddler, session)
}

fn article_of(session: &Session) -> Id {
    session.case().articles.iter().next().unwrap().1.id.clone()
}

#[test]
fn a_file_that_is_written_is_noticed_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    look(&mut session);
    assert!(session.foreign().is_empty());
    change(&path, "The quay", "The pier");
    wait(&mut session, "a notice", |session| !session.foreign().is_empty());
    let (which, foreign) = only(&session);
    assert_eq!((which, foreign.path), (Which::Case, path.clone()));
    assert!(matches!(foreign.theirs, Theirs::Written { .. }) && !foreign.stopped_a_save);
    change(&path, "The pier", "The quay");
    wait(&mut session, "it is as it was", |session| session.foreign().is_empty());
}

#[test]
fn what_is_saved_from_here_is_nobody_elses() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    for number in 0..20 {
        set(&mut session, &Target::Header, "title", &format!("Title {number}"));
        session.perform(Command::Save);
        // In the midst of it.
        session.perform(Command::Look);
        settle(&mut session);
        wait(&mut session, "a look", |session| !session.is_looking());
        assert!(session.foreign().is_empty(), "{:?}", session.foreign());
    }
    let started = Instant::now();
    while started.elapsed() < Duration::from_millis(400) {
        session.poll();
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(session.foreign().is_empty(), "{:?}", session.foreign());
    assert_eq!(files(folder.path()).len(), 2, "nothing is left behind");
}

#[test]
fn a_file_that_only_got_another_time_is_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    let bytes = std::fs::read(&path).unwrap();
    std::thread::sleep(Duration::from_millis(20));
    std::fs::write(&path, bytes).unwrap();
    look(&mut session);
    assert!(session.foreign().is_empty());
    set(&mut session, &Target::Header, "title", "Mine");
    save(&mut session);
    assert!(!session.is_modified());
}

#[test]
fn a_save_that_finds_the_file_changed_says_so_and_mine_is_kept_knowingly() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    change(&path, "Nordlys AS", "Sørlys AS");
    set(&mut session, &Target::Header, "title", "Mine");
    save(&mut session);
    let (which, foreign) = only(&session);
    assert!(foreign.stopped_a_save && session.is_modified());
    assert_eq!(compared(&mut session, &which).unwrap(), "Details of the case changed, 1 record changed");
    let theirs = std::fs::read(&path).unwrap();
    session.perform(Command::KeepMine(which));
    assert!(session.foreign().is_empty() && session.is_modified());
    assert_eq!(std::fs::read(&path).unwrap(), theirs, "until it is saved");
    look(&mut session);
    assert!(session.foreign().is_empty(), "it is known");
    save(&mut session);
    assert!(!session.is_modified() && session.foreign().is_empty());
    assert_eq!(open(&path).case().header.title, "Mine");
    let kept = files(folder.path()).into_iter().any(|(_, bytes)| bytes == theirs);
    assert!(kept, "what was replaced is kept, too");
}

#[test]
fn mine_can_be_kept_where_nothing_was_changed_here() {
    let folder = tempfile::tempdir().unwrap();
    let (path, article) = case_in(folder.path());
    for file in [&path, &article] {
        let mine = std::fs::read(file).unwrap();
        let mut session = open(&path);
        change(file, "2024-03-06", "2024-03-07");
        look(&mut session);
        let (which, _) = only(&session);
        session.perform(Command::KeepMine(which));
        assert!(session.is_modified());
        save(&mut session);
        assert!(!session.is_modified());
        assert_eq!(std::fs::read(file).unwrap(), mine);
    }
}

#[test]
fn what_is_written_after_mine_was_kept_is_noticed_again() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    change(&path, "The quay", "The pier");
    look(&mut session);
    session.perform(Command::KeepMine(Which::Case));
    change(&path, "The pier", "The mole");
    save(&mut session);
    assert!(only(&session).1.stopped_a_save);
    assert!(std::fs::read_to_string(&path).unwrap().contains("The mole"));
}

#[test]
fn theirs_takes_the_place_of_what_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    let place = session.case().place(&session.case().parties.iter().next().unwrap().1.id.clone()).unwrap();
    session.perform(Command::Select(Target::Record(place)));
    set(&mut session, &Target::Header, "title", "Mine");
    session.perform(Command::Select(Target::Record(place)));
    change(&path, "Nordlys AS", "Sørlys AS");
    look(&mut session);
    session.perform(Command::TakeTheirs(Which::Case));
    settle(&mut session);
    assert!(session.foreign().is_empty() && !session.is_modified());
    assert_eq!(session.case().header.title, "The quay");
    assert_eq!(session.case().parties.iter().next().unwrap().1.name, "Sørlys AS");
    assert_eq!(session.selection().form, Some(Target::Record(place)), "the same record is shown");
    assert_eq!(session.undo_label(), None);
    look(&mut session);
    assert!(session.foreign().is_empty());
    assert_eq!(counts(&session), (1, 0, 0));
}

#[test]
fn theirs_of_an_article_is_taken_alone_and_its_quotes_are_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let (path, article) = case_in(folder.path());
    let mut session = open(&path);
    let id = article_of(&session);
    set(&mut session, &Target::Header, "summary", "Mine");
    set(&mut session, &Target::Article(id.clone()), "publisher", "Mine");
    change(&article, "The Ålesund harbour", "Yesterday the Ålesund harbour");
    look(&mut session);
    let (which, _) = only(&session);
    assert_eq!(which, Which::Article(id.clone()));
    assert_eq!(compared(&mut session, &which).unwrap(), "Changed in the article: Publisher, Text, Length of the text");
    session.perform(Command::TakeTheirs(which));
    settle(&mut session);
    let taken = session.article(&id).unwrap();
    assert!(taken.text.starts_with("Yesterday") && taken.publisher.is_empty());
    assert_eq!(session.case().header.summary, "Mine", "the case is as it was");
    assert_eq!(session.counts().found.moved, 1);
    assert!(session.is_modified());
    assert_eq!(session.undo_label(), Some("change of summary"), "what was done to the case can still be taken back");
    let theirs = std::fs::read(&article).unwrap();
    save(&mut session);
    assert_eq!(std::fs::read(&article).unwrap(), theirs);
    assert_eq!(open(&path).case().header.summary, "Mine");
    set(&mut session, &Target::Article(id), "publisher", "Mine");
    save(&mut session);
    assert!(!session.is_modified() && session.foreign().is_empty());
    let text = std::fs::read_to_string(&article).unwrap();
    assert!(text.contains("Yesterday") && text.contains("\"Mine\""), "{text}");
}

#[test]
fn an_article_that_alone_was_changed_here_is_unmodified_once_theirs_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (path, article) = case_in(folder.path());
    let mut session = open(&path);
    let id = article_of(&session);
    set(&mut session, &Target::Article(id.clone()), "publisher", "Mine");
    change(&article, "harbour", "port");
    look(&mut session);
    session.perform(Command::TakeTheirs(Which::Article(id)));
    settle(&mut session);
    assert!(!session.is_modified());
}

#[test]
fn mine_of_an_article_can_be_written_to_a_new_file() {
    let folder = tempfile::tempdir().unwrap();
    let (path, article) = case_in(folder.path());
    let mut session = open(&path);
    let id = article_of(&session);
    set(&mut session, &Target::Article(id.clone()), "publisher", "Mine");
    change(&article, "harbour", "port");
    look(&mut session);
    let theirs = std::fs::read(&article).unwrap();
    session.perform(Command::SaveArticleCopy(id.clone()));
    settle(&mut session);
    assert!(session.foreign().is_empty() && !session.is_modified());
    assert_eq!(std::fs::read(&article).unwrap(), theirs);
    let again = open(&path);
    assert_eq!(again.article(&id).unwrap().publisher, "Mine");
    assert_eq!(again.article_document(&id).unwrap().document.file_name().unwrap(), "board-sues-2.article.json");
    // Undone, the old file is asked of again, and what it holds is not lost.
    session.perform(Command::Undo);
    save(&mut session);
    assert!(files(folder.path()).into_iter().any(|(_, bytes)| bytes == theirs));
}

#[test]
fn what_is_written_while_it_is_saved_is_kept_and_can_be_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let (meddler, mut session) = open_meddled(&path);
    set(&mut session, &Target::Header, "title", "Mine");
    meddler.meddle(|path| change(path, "Nordlys AS", "Sørlys AS"));
    save(&mut session);
    assert!(!session.is_modified(), "mine is saved");
    assert_eq!(open(&path).case().header.title, "Mine");
    let (which, foreign) = only(&session);
    assert!(matches!(foreign.theirs, Theirs::Displaced(_)));
    let is_kept =
        |name: &str| files(folder.path()).iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(name));
    assert!(is_kept("Sørlys AS") && is_kept("Mine"));
    look(&mut session);
    assert_eq!(only(&session).1.theirs, foreign.theirs, "a look does not forget it");
    assert_eq!(compared(&mut session, &which).unwrap(), "Details of the case changed, 1 record changed");
    session.perform(Command::TakeTheirs(which));
    settle(&mut session);
    assert_eq!(session.case().parties.iter().next().unwrap().1.name, "Sørlys AS");
    assert!(session.foreign().is_empty() && session.is_modified(), "the file still has mine");
    look(&mut session);
    assert!(session.foreign().is_empty());
    save(&mut session);
    assert!(!session.is_modified());
    let taken = open(&path);
    assert_eq!((taken.case().header.title.as_str(), taken.case().parties.count()), ("The quay", 1));
}

#[test]
fn a_part_of_a_file_is_not_taken_for_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let (meddler, mut session) = open_meddled(&path);
    set(&mut session, &Target::Header, "summary", "It sank.");
    meddler.meddle(|path| std::fs::write(path, "{\"casefile\": \"case\", \"version\": 1, \"tit").unwrap());
    save(&mut session);
    session.take_messages();
    let (which, foreign) = only(&session);
    assert!(matches!(foreign.theirs, Theirs::Displaced(_)));
    session.perform(Command::TakeTheirs(which));
    settle(&mut session);
    let said = failures(&mut session);
    assert!(said.len() == 1 && said[0].contains("no whole file"), "{said:?}");
    assert_eq!(session.case().header.summary, "It sank.");
    assert!(session.document().read_only.is_none() && !session.is_modified());
}

#[test]
fn mine_is_in_the_file_already_where_theirs_was_displaced() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let (meddler, mut session) = open_meddled(&path);
    set(&mut session, &Target::Header, "title", "Mine");
    meddler.meddle(|path| change(path, "Nordlys AS", "Sørlys AS"));
    save(&mut session);
    session.perform(Command::KeepMine(Which::Case));
    assert!(session.foreign().is_empty() && !session.is_modified());
}

#[test]
fn a_file_that_was_removed_is_noticed_and_saved_again() {
    let folder = tempfile::tempdir().unwrap();
    let (path, article) = case_in(folder.path());
    for file in [&path, &article] {
        let bytes = std::fs::read(file).unwrap();
        let mut session = open(&path);
        std::fs::remove_file(file).unwrap();
        wait(&mut session, "a notice", |session| !session.foreign().is_empty());
        let (which, foreign) = only(&session);
        assert_eq!(foreign.theirs, Theirs::Removed);
        assert!(compared(&mut session, &which).is_err());
        session.perform(Command::SaveAgain(which));
        settle(&mut session);
        assert!(session.foreign().is_empty() && !session.is_modified());
        assert_eq!(std::fs::read(file).unwrap(), bytes);
    }
}

#[test]
fn what_can_no_longer_be_read_is_told_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    look(&mut session);
    let (which, foreign) = only(&session);
    assert!(matches!(foreign.theirs, Theirs::Unreadable(why) if why.contains("no file")));
    assert!(compared(&mut session, &which).is_err());
    std::fs::remove_dir(&path).unwrap();
    std::fs::write(&path, "{\"casefile\": \"case\", \"version\": 1, \"parties\": [").unwrap();
    look(&mut session);
    assert!(compared(&mut session, &which).is_ok(), "what can be read of it is compared");
    std::fs::write(&path, "words").unwrap();
    look(&mut session);
    assert!(compared(&mut session, &which).unwrap_err().contains("cannot be read as a case"));
    session.perform(Command::TakeTheirs(which));
    settle(&mut session);
    assert_eq!(session.case().header.title, "The quay", "what cannot be opened takes nothing away");
    assert_eq!(failures(&mut session).len(), 1);
}

#[test]
fn what_is_decided_on_is_what_was_shown() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    change(&path, "The quay", "The pier");
    look(&mut session);
    change(&path, "Nordlys AS", "Sørlys AS");
    assert_eq!(compared(&mut session, &Which::Case).unwrap(), "Details of the case changed, 1 record changed");
    session.perform(Command::KeepMine(Which::Case));
    save(&mut session);
    assert!(session.foreign().is_empty() && !session.is_modified());
}

#[test]
fn another_case_has_nothing_to_do_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    change(&path, "The quay", "The pier");
    look(&mut session);
    session.perform(Command::Compare(Which::Case));
    session.perform(Command::TakeTheirs(Which::Case));
    session.perform(Command::NewCase);
    settle(&mut session);
    assert!(session.foreign().is_empty());
    assert_eq!(session.case().header.title, "");
}

#[test]
fn saving_at_another_place_leaves_theirs_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = case_in(folder.path());
    let mut session = open(&path);
    change(&path, "The quay", "The pier");
    look(&mut session);
    let theirs = std::fs::read(&path).unwrap();
    save_as(&mut session, &folder.path().join("copy.case.json"));
    assert!(session.foreign().is_empty() && !session.is_modified());
    assert_eq!(std::fs::read(&path).unwrap(), theirs);
    look(&mut session);
    assert!(session.foreign().is_empty());
}
