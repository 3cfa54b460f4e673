//! Files that have changed since articles joined the case from them.

use super::*;

const OLD: &str = "The harbour board sued on 4 March 2024.\n\nIt wants €2.5 million for a quay that sank.";
const NEW: &str = "Correction: the day was wrong.\n\nThe harbour board sued on 5 March 2024.\n\nIt wants €2.5 million for a quay \
                   that sank.";

fn look(session: &mut Session) {
    session.poll();
    session.perform(Command::Look);
    wait(session, "looked", |session| !session.is_looking() && !session.is_looking_for_newer());
}

/// A file as newspaper4k writes it.
fn newspaper(title: &str, url: &str, text: &str) -> String {
    serde_json::json!({
        "url": url, "title": title, "text": text, "authors": [], "publish_date": "2024-03-06", "source_url": "https://a.example",
        "top_image": "", "movies": [], "keywords": [], "meta_description": "", "canonical_link": url
    })
    .to_string()
}

/// A case of one article that came from a file, with a highlight of a sum; where the file lies; the article.
fn taken_from_file(folder: &Path, text: &str) -> (Session, PathBuf, Id) {
    let source = folder.join("elsewhere/quay.json");
    write(&source, text);
    let mut session = with_state(folder);
    session.perform(Command::NewCase);
    session.perform(Command::Open(vec![source.clone()]));
    settle(&mut session);
    let id = session.selection().article.clone().expect("the article is shown");
    let amount = new_record(&mut session, List::Amounts);
    prove(&mut session, &amount, "value", &id, "€2.5 million");
    let day = new_record(&mut session, List::Dates);
    prove(&mut session, &day, "date", &id, "4 March 2024");
    save_as(&mut session, &folder.join("quay.case.json"));
    assert_eq!(failures(&mut session), Vec::<String>::new());
    (session, source, id)
}

fn text_of(session: &Session, id: &Id) -> String {
    session.article(id).expect("there is an article").text.to_string()
}

#[test]
fn a_changed_file_is_noticed_and_its_text_taken_as_a_new_version() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, source, id) =
        taken_from_file(folder.path(), &newspaper("Board sues", "https://a.example/quay", OLD));
    look(&mut session);
    assert!(session.newer_texts().is_empty());
    write(&source, &newspaper("Board sues", "https://a.example/quay", NEW));
    look(&mut session);
    let newer = session.newer_texts().get(&id).expect("noticed");
    assert!(newer.is_source && newer.path == source);
    assert_eq!(newer.difference.summary(), "Changed in the article: Text, Length of the text");
    let before = session.article(&id).unwrap().clone();
    session.perform(Command::TakeTexts(vec![id.clone()]));
    let article = session.article(&id).unwrap().clone();
    assert_eq!((article.text.as_ref(), article.current_version()), (NEW, 2));
    assert_eq!(
        (article.versions[0].text.as_str(), article.versions[0].sha256.as_str()),
        (OLD, crate::session::sha256(OLD).as_str())
    );
    let entry = session.case().articles.iter().next().unwrap().1.clone();
    assert_eq!(entry.sha256, crate::session::sha256(NEW).as_str());
    let (old, new) = (before.origin.clone().unwrap(), article.origin.unwrap());
    assert!(old.sha256 != new.sha256 && old.file == new.file);
    // The sum was found again at another place, the day says something else now.
    let found = session.counts().found;
    assert_eq!((found.exact, found.moved + found.lost), (0, 2));
    assert!(session.newer_texts().is_empty());
    let said = session.take_messages();
    assert!(said.iter().any(|message| message.words.contains("kept as an earlier text")), "{said:?}");
    // It is one step.
    session.perform(Command::Undo);
    assert_eq!(session.article(&id).unwrap(), &before);
    session.perform(Command::Redo);
    save(&mut session);
    assert_eq!(failures(&mut session), Vec::<String>::new());
    look(&mut session);
    assert!(session.newer_texts().is_empty(), "the file says nothing new");
    drop(session);
    let mut session = with_state(folder.path());
    session.perform(Command::Open(vec![folder.path().join("quay.case.json")]));
    settle(&mut session);
    assert_eq!((text_of(&session, &id).as_str(), session.article(&id).unwrap().versions.len()), (NEW, 1));
    look(&mut session);
    assert!(session.newer_texts().is_empty());
    assert!(source.exists());
}

#[test]
fn a_text_that_was_not_wanted_is_not_offered_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, source, id) =
        taken_from_file(folder.path(), &newspaper("Board sues", "https://a.example/quay", OLD));
    drop(session);
    write(&source, &newspaper("Board sues", "https://a.example/quay", NEW));
    let reopened = || {
        let mut session = with_state(folder.path());
        session.perform(Command::Open(vec![folder.path().join("quay.case.json")]));
        settle(&mut session);
        look(&mut session);
        session
    };
    session = reopened();
    assert!(session.newer_texts().contains_key(&id), "noticed when the case is opened");
    session.perform(Command::KeepTexts(vec![id.clone()]));
    assert!(session.newer_texts().is_empty() && !session.is_modified());
    look(&mut session);
    assert!(session.newer_texts().is_empty());
    drop(session);
    session = reopened();
    assert!(session.newer_texts().is_empty());
    assert_eq!(text_of(&session, &id), OLD);
    // Another one is.
    write(&source, &newspaper("Board sues", "https://a.example/quay", "Something else altogether."));
    look(&mut session);
    assert!(session.newer_texts().contains_key(&id));
}

#[test]
fn an_article_is_found_wherever_it_stands_in_a_list_by_now() {
    let folder = tempfile::tempdir().unwrap();
    let one =
        |number: usize, text: &str| newspaper(&format!("Story {number}"), &format!("https://a.example/{number}"), text);
    let list = folder.path().join("elsewhere/all.json");
    write(&list, &format!("[{},{}]", one(1, OLD), one(2, "Another story.")));
    let mut session = with_state(folder.path());
    session.perform(Command::NewCase);
    session.perform(Command::Open(vec![list.clone()]));
    wait(&mut session, "listed", |session| session.sources().is_some_and(|sources| sources.is_done));
    session.perform(Command::AddSources(vec![0, 1]));
    settle(&mut session);
    session.perform(Command::EndSources);
    look(&mut session);
    // A story more before them changes where they stand, and nothing that they say.
    write(&list, &format!("[{},{},{}]", one(3, "The newest."), one(1, OLD), one(2, "Another story.")));
    look(&mut session);
    assert!(session.newer_texts().is_empty());
    write(&list, &format!("[{},{},{}]", one(3, "The newest."), one(1, NEW), one(2, "Another story.")));
    look(&mut session);
    let newer: Vec<_> = session.newer_texts().iter().map(|(id, newer)| (text_of(&session, id), &newer.says)).collect();
    let [(before, says)] = newer.as_slice() else { panic!("one is noticed: {newer:?}") };
    assert_eq!((before.as_str(), says.text.as_ref(), says.origin.as_ref().unwrap().pointer.as_str()), (OLD, NEW, "/1"));
    // A file that is written, or gone, says nothing.
    for text in ["[{", ""] {
        write(&list, text);
        look(&mut session);
        assert!(session.newer_texts().is_empty(), "{text}");
    }
    std::fs::remove_file(&list).unwrap();
    look(&mut session);
    assert!(session.newer_texts().is_empty() && failures(&mut session).is_empty());
}

#[test]
fn another_file_of_the_same_page_is_offered_and_does_not_join_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, _, id) = taken_from_file(folder.path(), &newspaper("Board sues", "https://a.example/quay", OLD));
    let other = folder.path().join("elsewhere/later.json");
    write(&other, &newspaper("Board sues over quay", "https://www.a.example/quay#top", NEW));
    session.perform(Command::Open(vec![other.clone()]));
    settle(&mut session);
    assert_eq!(session.case().articles.count(), 1);
    assert!(session.newer_texts().get(&id).is_some_and(|newer| !newer.is_source && newer.path == other));
    look(&mut session);
    assert!(session.newer_texts().contains_key(&id), "a look at the source does not settle it");
    session.perform(Command::KeepTexts(vec![id.clone()]));
    assert!(session.newer_texts().is_empty());
    // Whoever opens it again is asked again; what is cut off is no newer text.
    session.perform(Command::Open(vec![other.clone()]));
    settle(&mut session);
    assert!(session.newer_texts().contains_key(&id));
    session.perform(Command::TakeTexts(vec![id.clone()]));
    assert_eq!(text_of(&session, &id), NEW);
    let teaser = folder.path().join("elsewhere/teaser.json");
    write(&teaser, &newspaper("Board sues", "https://a.example/quay", "Correction: the day…"));
    session.perform(Command::Open(vec![teaser]));
    settle(&mut session);
    assert!(session.newer_texts().is_empty() && session.case().articles.count() == 1);
}

#[test]
fn an_article_that_was_taken_out_can_join_again() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("quay.json");
    write(&source, &newspaper("Board sues", "https://a.example/quay", OLD));
    let mut session = with_state(folder.path());
    session.perform(Command::NewCase);
    for _ in 0..2 {
        session.perform(Command::Open(vec![source.clone()]));
        settle(&mut session);
        assert_eq!(session.case().articles.count(), 1);
        session.perform(Command::Undo);
        assert_eq!(session.case().articles.count(), 0);
    }
    // Nor is anything offered for it.
    write(&source, &newspaper("Board sues", "https://a.example/quay", NEW));
    look(&mut session);
    assert!(session.newer_texts().is_empty());
}

#[test]
fn an_offer_goes_with_the_text_that_it_was_compared_with() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, source, id) =
        taken_from_file(folder.path(), &newspaper("Board sues", "https://a.example/quay", OLD));
    write(&source, &newspaper("Board sues", "https://a.example/quay", NEW));
    look(&mut session);
    session.perform(Command::TakeTexts(vec![id.clone()]));
    session.perform(Command::Undo);
    look(&mut session);
    assert!(session.newer_texts().contains_key(&id), "it is offered again after an undo");
    session.perform(Command::Redo);
    assert!(session.newer_texts().is_empty(), "and is gone with a redo");
    session.perform(Command::TakeTexts(vec![id.clone()]));
    assert_eq!(session.article(&id).unwrap().versions.len(), 1, "no text is taken twice");
    // The older text comes back from another file: it was there before.
    let older = folder.path().join("older.json");
    write(&older, &newspaper("Board sues", "https://a.example/quay", OLD));
    session.perform(Command::Open(vec![older]));
    settle(&mut session);
    assert!(session.newer_texts().is_empty() && session.case().articles.count() == 1);
}

#[test]
fn nothing_is_offered_in_a_case_that_can_only_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let (session, source, _) = taken_from_file(folder.path(), &newspaper("Board sues", "https://a.example/quay", OLD));
    drop(session);
    let case = folder.path().join("quay.case.json");
    let text = std::fs::read_to_string(&case).unwrap().replace("\"version\": 1,", "\"version\": 9,");
    write(&case, &text);
    write(&source, &newspaper("Board sues", "https://a.example/quay", NEW));
    let mut session = with_state(folder.path());
    session.perform(Command::Open(vec![case]));
    settle(&mut session);
    assert!(session.document().read_only.is_some());
    look(&mut session);
    session.perform(Command::Open(vec![source]));
    settle(&mut session);
    assert!(session.newer_texts().is_empty());
}

#[test]
fn the_bookmarks_of_a_page_join_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("bookmarks.html");
    let link = |number: usize| {
        format!("<DT><A HREF=\"https://a.example/{number}\" ADD_DATE=\"1709720000\">Story {number}</A>\n")
    };
    let links: String = (0..4).map(link).collect();
    write(&list, &format!("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n{links}</DL>\n"));
    let mut session = with_state(folder.path());
    session.perform(Command::NewCase);
    session.perform(Command::Open(vec![list]));
    wait(&mut session, "listed", |session| session.sources().is_some_and(|sources| sources.is_done));
    session.perform(Command::AddSources(vec![0, 1, 2, 3]));
    settle(&mut session);
    assert_eq!(session.case().articles.count(), 4);
    session.perform(Command::AddSources(vec![1, 2]));
    settle(&mut session);
    assert_eq!(session.case().articles.count(), 4);
    assert!(session.take_messages().iter().any(|message| message.words.contains("2 articles were in it already")));
}

#[test]
fn an_unchanged_source_is_not_read_at_every_look() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, source, id) =
        taken_from_file(folder.path(), &newspaper("Board sues", "https://a.example/quay", OLD));
    write(&source, &newspaper("Board sues", "https://a.example/quay", NEW));
    look(&mut session);
    let first = Arc::clone(&session.newer_texts()[&id].difference);
    look(&mut session);
    assert!(Arc::ptr_eq(&first, &session.newer_texts()[&id].difference), "what was found stays");
}
