//! The journal, saves, articles and other programs, where they come together.

use super::*;
use crate::session::tests::writers::meddler::Meddler;

fn article_of(session: &Session) -> Target {
    Target::Article(session.case().articles.iter().next().unwrap().1.id.clone())
}

fn publisher(session: &Session) -> String {
    let Target::Article(id) = article_of(session) else { panic!("it is an article") };
    session.article(&id).unwrap().publisher.to_string()
}

fn change(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{text}");
    std::fs::write(path, text.replace(from, to)).unwrap();
}

impl Place {
    fn article(&self) -> PathBuf {
        self.folder.path().join("work/articles/board-sues.article.json")
    }

    /// A case saved elsewhere than this place's.
    fn other(&self) -> PathBuf {
        let path = self.folder.path().join("other/other.case.json");
        let mut session = with_case();
        set(&mut session, &Target::Header, "title", "Other");
        save_as(&mut session, &path);
        path
    }
}

#[test]
fn words_that_are_being_typed_hold_their_case_fast() {
    let place = Place::new();
    let (other, mut session) = (place.other(), place.with_case());
    let typed = Draft::Field { target: Target::Header, path: "summary".into(), words: "It san".into(), adds: false };
    session.perform(Command::Open(vec![other.clone()]));
    session.note_draft(Some(&typed));
    settle(&mut session);
    assert_eq!(session.case().header.title, "Quay");
    assert_eq!(session.take_blocked(), std::slice::from_ref(&other), "whoever opened it is asked");
    session.note_draft(None);
    session.perform(Command::Open(vec![other]));
    settle(&mut session);
    assert_eq!(session.case().header.title, "Other");
}

#[test]
fn nothing_is_reverted_while_it_is_saved() {
    let place = Place::new();
    let mut session = place.with_case();
    set(&mut session, &Target::Header, "summary", "It sank.");
    std::fs::remove_dir_all(place.path().parent().unwrap()).unwrap();
    std::fs::write(place.path().parent().unwrap(), "in the way").unwrap();
    session.perform(Command::Save);
    session.perform(Command::Revert);
    settle(&mut session);
    assert!(!failures(&mut session).is_empty());
    assert!(session.is_modified() && session.case().header.summary == "It sank.");
}

#[test]
fn what_a_save_that_failed_has_written_is_written_again_once_it_is_taken_back() {
    let place = Place::new();
    let mut session = place.with_case();
    let article = article_of(&session);
    set(&mut session, &article, "title", "Board loses");
    change(&place.path(), "Quay", "Pier");
    save(&mut session);
    assert!(std::fs::read_to_string(place.article()).unwrap().contains("Board loses"), "it came before the case");
    session.perform(Command::Undo);
    assert!(session.is_modified(), "the disk holds what was taken back");
    session.perform(Command::KeepMine(crate::session::Which::Case));
    save(&mut session);
    assert!(!session.is_modified());
    assert!(std::fs::read_to_string(place.article()).unwrap().contains("Board sues"));
}

#[test]
fn work_is_not_offered_that_was_saved_after_its_journal_failed() {
    let place = Place::new();
    end(place.with_case());
    let (meddler, storage) = Meddler::storage();
    let mut session = Session::with_storage(Arc::new(|| {}), Storage { state: place.storage().state, ..storage });
    session.perform(Command::Open(vec![place.path()]));
    settle(&mut session);
    set(&mut session, &Target::Header, "summary", "It sank.");
    assert!(session.flush());
    meddler.fill_state();
    set(&mut session, &Target::Header, "summary", "It floats.");
    let started = Instant::now();
    while !session.is_unsafe() {
        assert!(started.elapsed() < Duration::from_secs(20), "the journal fails");
        session.poll();
    }
    save(&mut session);
    end(session);
    assert!(crate::session::look(&place.storage()).is_empty());
    assert_eq!(place.open().case().header.summary, "It floats.");
}

#[test]
fn a_save_of_an_article_alone_does_not_forget_what_the_case_holds() {
    let place = Place::new();
    end(place.with_case());
    std::fs::remove_dir_all(place.folder.path().join("state")).unwrap();
    let mut session = place.open();
    set(&mut session, &Target::Header, "summary", "It sank.");
    save(&mut session);
    let article = article_of(&session);
    set(&mut session, &article, "publisher", "Harbour Wire");
    save(&mut session);
    end(session);
    let mut session = place.open();
    assert_eq!(session.undo_label(), Some("change of publisher"));
    set(&mut session, &Target::Header, "summary", "It floats.");
    kill(session);
    let mut again = place.recovered();
    save(&mut again);
    assert_eq!(failures(&mut again), Vec::<String>::new());
    assert!(again.foreign().is_empty() && !again.is_modified(), "its own file is nobody else's");
}

#[test]
fn an_article_that_is_gone_is_not_emptied_by_taking_back_what_was_done_to_it() {
    let place = Place::new();
    end(place.with_case());
    std::fs::remove_dir_all(place.folder.path().join("state")).unwrap();
    let mut session = place.open();
    let article = article_of(&session);
    set(&mut session, &article, "publisher", "Harbour Wire");
    set(&mut session, &Target::Header, "summary", "It sank.");
    kill(session);
    let (blobs, started) = (place.folder.path().join("state/blobs"), Instant::now());
    while !blobs.exists() || files(&blobs).len() < 2 {
        assert!(started.elapsed() < Duration::from_secs(20), "what was opened is kept");
    }
    std::fs::remove_dir_all(blobs).unwrap();
    change(&place.article(), "€2.5 million", "€3.5 million");
    let mut again = place.recovered();
    assert_eq!((again.case().header.summary.as_str(), publisher(&again).as_str()), ("It sank.", ""));
    undo_all(&mut again);
    let Target::Article(id) = article_of(&again) else { panic!("it is an article") };
    assert!(again.article(&id).unwrap().text.contains("€3.5 million"));
    save(&mut again);
    let text = std::fs::read_to_string(place.article()).unwrap();
    assert!(text.contains("€3.5 million"), "{text}");
}

#[test]
fn an_article_that_was_changed_meanwhile_opens_as_it_is_now() {
    let place = Place::new();
    let mut session = place.with_case();
    let article = article_of(&session);
    set(&mut session, &article, "publisher", "Harbour Wire");
    save(&mut session);
    end(session);
    change(&place.article(), "Harbour Wire", "Quay Post");
    let again = place.open();
    assert_eq!((publisher(&again).as_str(), again.undo_label(), again.is_modified()), ("Quay Post", None, false));
    assert!(again.foreign().is_empty());
}

#[test]
fn articles_that_are_still_read_come_along_to_another_place() {
    let place = Place::new();
    end(place.with_case());
    let mut session = place.session();
    session.perform(Command::Open(vec![place.path()]));
    while !session.is_open() {
        session.poll();
    }
    let copy = place.folder.path().join("copy/quay.case.json");
    save_as(&mut session, &copy);
    assert_eq!(failures(&mut session), Vec::<String>::new());
    assert!(copy.with_file_name("articles").join("board-sues.article.json").exists());
    assert_eq!(session.document().path, Some(copy));
}

#[cfg(unix)]
#[test]
fn another_spelling_of_the_same_place_is_the_same_place() {
    let place = Place::new();
    let mut session = place.with_case();
    std::os::unix::fs::symlink(place.folder.path().join("work"), place.folder.path().join("link")).unwrap();
    set(&mut session, &Target::Header, "summary", "It sank.");
    save_as(&mut session, &place.folder.path().join("link/quay.case.json"));
    assert_eq!(failures(&mut session), Vec::<String>::new());
    assert_eq!((session.document().path.clone(), session.is_modified()), (Some(place.path()), false));
}

#[test]
fn what_a_save_of_an_article_left_becomes_an_earlier_version() {
    let place = Place::new();
    end(place.with_case());
    let folder = place.article().parent().unwrap().to_owned();
    // Made an hour ago, as its name tells.
    let hour = std::time::SystemTime::now() - Duration::from_hours(1);
    let seconds = hour.duration_since(std::time::SystemTime::UNIX_EPOCH).unwrap().as_secs();
    let now = crate::store::temporary_path(&place.article()).to_string_lossy().into_owned();
    let (start, number) = now.rsplit_once('-').unwrap();
    let left = PathBuf::from(format!("{}-{seconds:x}-{number}", start.rsplit_once('-').unwrap().0));
    std::fs::write(&left, "an old article").unwrap();
    end(place.open());
    assert!(!left.exists(), "{:?}", files(&folder));
    assert!(files(&place.folder.path().join("state")).iter().any(|(_, bytes)| bytes == b"an old article"));
}
