//! Articles: pasted, opened alone, missing and found again.

use super::*;
use crate::session::ArticleState;

const ARTICLE: &str = "{\n\t\"casefile\": \"article\",\n\t\"version\": 1,\n\t\"id\": \"m3kd7wqa\",\n\t\"title\": \"Board sues\",\n\t\
                       \"x_desk\": 1.50,\n\t\"published\": \"2024-03-06\",\n\t\"text\": \"The board sued.\"\n}\n";

const CASE: &str = r#"{"casefile":"case","version":1,"id":"h5xn2v6c","articles":[{"id":"m3kd7wqa","file":"FILE"}]}"#;

fn state(session: &Session) -> &ArticleState {
    &session.article_document(&"m3kd7wqa".into()).expect("the article is known").state
}

#[test]
fn a_pasted_article_has_its_head_proposed_and_joins_the_case() {
    let form = NewArticle::from_text("Judge halts work\nBy Ann Lee • August 23, 2020\n\nWork has stopped.\n\nFor now.");
    assert_eq!((form.title.as_str(), form.authors.as_str()), ("Judge halts work", "Ann Lee"));
    let mut session = session();
    session.perform(Command::NewArticle(Box::new(form)));
    assert!(session.is_open() && session.is_modified(), "a case is made for it");
    let id = session.selection().article.clone().unwrap();
    let article = session.article(&id).unwrap();
    assert_eq!(article.text.as_ref(), "Work has stopped.\n\nFor now.");
    assert_eq!(article.published, Some("2020-08-23".parse().unwrap()));
    assert!(article.retrieved.is_some());
    let (_, entry) = session.case().articles.iter().next().unwrap();
    assert_eq!((entry.id.clone(), entry.title.as_str()), (id.clone(), "Judge halts work"));
    assert_eq!(entry.file, "articles/judge-halts-work.article.json");
    assert_eq!(entry.sha256.len(), 64);
    assert!(session.is_readable(&id));
    session.perform(Command::Undo);
    assert_eq!((session.case().articles.count(), session.is_modified()), (0, false));
}

#[test]
fn articles_with_one_title_get_files_of_their_own() {
    let mut session = with_case();
    for _ in 0..3 {
        new_article(&mut session, "Board sues!", "", "Words.");
    }
    let files: Vec<_> = session.case().articles.iter().map(|(_, entry)| entry.file.to_string()).collect();
    assert_eq!(
        files,
        ["board-sues", "board-sues-2", "board-sues-3"].map(|name| format!("articles/{name}.article.json"))
    );
}

#[test]
fn a_title_changed_in_the_article_changes_in_the_case() {
    let mut session = with_case();
    let id = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let target = Target::Article(id.clone());
    set(&mut session, &target, "title", "Board sues over quay");
    set(&mut session, &target, "published", "some day in spring");
    let (_, entry) = session.case().articles.iter().next().unwrap();
    assert_eq!((entry.title.as_str(), entry.published.as_ref()), ("Board sues over quay", None));
    assert_eq!(value(&session, &target, "published"), Value::AsTyped("some day in spring".into()));
    session.perform(Command::Undo);
    session.perform(Command::Undo);
    let (_, entry) = session.case().articles.iter().next().unwrap();
    assert_eq!(entry.title, "Board sues");
    assert_eq!(session.article(&id).unwrap().title, "Board sues");
}

#[test]
fn an_article_opened_alone_is_the_only_file_that_its_save_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quay.article.json");
    write(&path, ARTICLE);
    let mut session = open(&path);
    assert!(session.is_open() && !session.is_modified() && !session.needs_path());
    let target = Target::Article("m3kd7wqa".into());
    set(&mut session, &target, "title", "Board sues over quay");
    assert!(session.is_modified() && !session.needs_path());
    save(&mut session);
    assert_eq!(failures(&mut session), Vec::<String>::new());
    assert!(!session.is_modified());
    let changed = ARTICLE.replace("Board sues", "Board sues over quay");
    assert_eq!(files(folder.path()), [(path.clone(), changed.into_bytes())]);
    session.perform(Command::Undo);
    save(&mut session);
    assert_eq!(files(folder.path()), [(path, ARTICLE.as_bytes().to_vec())]);
}

#[test]
fn an_article_opened_twice_is_shown_and_not_joined_twice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quay.article.json");
    write(&path, ARTICLE);
    let mut session = open(&path);
    session.perform(Command::Open(vec![path]));
    settle(&mut session);
    assert_eq!(session.case().articles.count(), 1);
    assert_eq!(session.take_messages().len(), 1);
}

#[test]
fn plain_text_is_proposed_as_an_article_and_other_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("note.txt");
    write(&path, "\u{feff}Judge halts work\nBy Ann Lee\n\nWork has stopped.");
    let mut session = open(&path);
    assert_eq!(session.take_proposal().map(|form| form.title).as_deref(), Some("Judge halts work"));
    assert!(!session.is_open());
    for (name, bytes) in [("a.json", "[1]"), ("b.json", "{"), ("c.json", "{\"casefile\":\"poem\"}"), ("d", "")] {
        let path = folder.path().join(name);
        write(&path, bytes);
        let mut session = open(&path);
        let failures = failures(&mut session);
        assert_eq!(failures.len(), 1, "{name}");
        assert!(failures[0].ends_with(&path.display().to_string()), "{}", failures[0]);
        assert!(!session.is_open(), "{name}");
    }
}

#[test]
fn a_missing_article_is_told_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let (case, moved) = (folder.path().join("quay.case.json"), folder.path().join("elsewhere/quay.article.json"));
    write(&case, &CASE.replace("FILE", "articles/quay.article.json"));
    write(&moved, ARTICLE);
    let mut session = open(&case);
    assert_eq!(counts(&session), (0, 1, 0));
    assert!(matches!(state(&session), ArticleState::Missing(why) if why.contains("does not exist")));
    assert_eq!(session.take_messages().len(), 1);

    let another = folder.path().join("another.article.json");
    write(&another, &ARTICLE.replace("m3kd7wqa", "aaaaaaaa"));
    session.perform(Command::Locate("m3kd7wqa".into(), another));
    settle(&mut session);
    assert_eq!(counts(&session), (0, 1, 0), "another article is not taken for it");
    assert!(!session.is_modified());

    session.perform(Command::Locate("m3kd7wqa".into(), moved));
    settle(&mut session);
    assert_eq!(counts(&session), (1, 0, 0));
    assert_eq!(session.case().articles.get(0).unwrap().file, "elsewhere/quay.article.json");
    assert!(session.is_modified());
    save(&mut session);
    assert_eq!(counts(&open(&case)), (1, 0, 0));
    assert_eq!(files(folder.path()).len(), 3, "nothing is copied within the folder of the case");
}

#[test]
fn an_article_found_outside_the_folder_is_copied_to_where_the_case_looks() {
    let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (case, found) = (folder.path().join("quay.case.json"), outside.path().join("found.article.json"));
    let text = CASE.replace("FILE", "articles/quay.article.json");
    write(&case, &text);
    write(&found, ARTICLE);
    let mut session = open(&case);
    session.perform(Command::Locate("m3kd7wqa".into(), found.clone()));
    settle(&mut session);
    assert_eq!(counts(&session), (1, 0, 0));
    assert!(session.is_modified(), "the copy is still to be written");
    save(&mut session);
    assert!(!session.is_modified());
    let copy = folder.path().join("articles/quay.article.json");
    assert_eq!(files(folder.path()), [(copy, ARTICLE.as_bytes().to_vec()), (case.clone(), text.into_bytes())]);
    assert_eq!(std::fs::read_to_string(found).unwrap(), ARTICLE);
    assert_eq!(counts(&open(&case)), (1, 0, 0));
}

#[test]
fn a_file_outside_the_folder_of_the_case_is_neither_read_nor_written() {
    let folder = tempfile::tempdir().unwrap();
    let outside = folder.path().join("outside.article.json");
    write(&outside, ARTICLE);
    for file in
        ["../outside.article.json", "articles/../../outside.article.json", "..", "", &outside.display().to_string()]
    {
        let case = folder.path().join("case/quay.case.json");
        write(&case, &CASE.replace("FILE", file));
        let mut session = open(&case);
        assert_eq!(counts(&session), (0, 1, 0), "{file}");
        assert!(matches!(state(&session), ArticleState::Missing(why) if why.contains("folder")), "{file}");
        set(&mut session, &Target::Header, "title", "The quay");
        save(&mut session);
        assert_eq!(failures(&mut session), Vec::<String>::new());
        save_as(&mut session, &folder.path().join("copy/deep/quay.case.json"));
        assert_eq!(std::fs::read_to_string(&outside).unwrap(), ARTICLE, "{file}");
        assert_eq!(files(folder.path()).len(), 3, "{file}");
        std::fs::remove_dir_all(folder.path().join("copy")).unwrap();
    }
}

#[test]
fn a_file_named_with_backslashes_is_found_and_not_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("quay.case.json");
    write(&case, &CASE.replace("FILE", r"articles\\quay.article.json"));
    write(&folder.path().join("articles/quay.article.json"), ARTICLE);
    let mut session = open(&case);
    assert_eq!(counts(&session), (1, 0, 0));
    set(&mut session, &Target::Header, "title", "The quay");
    save(&mut session);
    assert_eq!(files(folder.path()).len(), 2);
}

#[test]
fn opening_a_missing_article_finds_it() {
    let folder = tempfile::tempdir().unwrap();
    let (case, found) = (folder.path().join("quay.case.json"), folder.path().join("found.article.json"));
    write(&case, &CASE.replace("FILE", "articles/quay.article.json"));
    write(&found, ARTICLE);
    let mut session = open(&case);
    session.perform(Command::Open(vec![found]));
    settle(&mut session);
    assert_eq!((counts(&session), session.case().articles.count()), ((1, 0, 0), 1));
    assert_eq!(session.case().articles.get(0).unwrap().file, "found.article.json");
}
