//! Articles of other producers as a person meets them: a folder and files of several producers, looked through, filtered,
//! and some of them added to the case.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::fs;
use std::path::{Path, PathBuf};

use casefile::model::List;
use desk::{CTRL, Window, name_of};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use serde_json::json;

/// Sentences enough to be told from others.
fn story(about: &str) -> String {
    let line = |number| format!("The board of {about} met on day {number} and sued over crate {}. ", number * 7);
    (0..12).map(line).collect::<Vec<_>>().concat()
}

/// A folder with files of several producers, each invented.
fn mixed() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let press = folder.path().join("press");
    fs::create_dir_all(press.join("more")).unwrap();
    let write = |name: &str, text: String| fs::write(press.join(name), text).unwrap();
    write(
        "https%3A%2F%2Fwire.example%2Fquay.json",
        json!({
            "title": "Quay sinks at Ås", "maintext": "One.\nTwo.", "authors": ["Ann Lee", "www.wire.example"],
            "date_publish": "2024-03-06 23:30:00", "date_modify": "None", "source_domain": "wire.example",
            "url": "https://wire.example/quay", "language": "en",
        })
        .to_string(),
    );
    write(
        "answer.json",
        json!({ "status": "ok", "totalResults": 2, "articles": [
            { "source": { "id": null, "name": "Harbour Post" }, "author": "Bo Ray", "title": "Board sues - Harbour Post",
              "description": "The board sued.", "url": "https://post.example/a", "publishedAt": "2024-03-08T01:00:00Z",
              "content": "The board sued on Friday… [+1234 chars]" },
            { "source": { "id": null, "name": "Harbour Post" }, "author": null, "title": "Pier opens", "description": "x",
              "url": "https://post.example/b", "publishedAt": "2024-02-01T01:00:00Z", "content": null },
        ] })
        .to_string(),
    );
    let page = format!(
        "<!DOCTYPE html><html lang='en'><head><title>Crane falls</title>\
         <script type='application/ld+json'>{{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\
         \"headline\":\"Crane falls\",\"datePublished\":\"2024-04-01T10:00:00+02:00\",\"author\":{{\"name\":\"Cy Day\"}},\
         \"publisher\":{{\"name\":\"Quay Times\"}}}}</script></head><body><nav>Menu</nav><article><h1>Crane falls</h1>\
         <p>{}</p><p>{}</p></article></body></html>",
        story("quays"),
        story("cranes")
    );
    fs::write(press.join("more/page.html"), page).unwrap();
    let line =
        |title: &str, text: &str| json!({ "titolo": title, "testo": text, "url": "https://x.example/1" }).to_string();
    fs::write(
        press.join("more/scraped.json"),
        format!("{}\n{}\n", line("Primo", &story("piers")), line("Secondo", &story("piers"))),
    )
    .unwrap();
    write("notes.json", "{\"a\": [1, 2]}".to_owned());
    write("picture.png", "no article".to_owned());
    (folder, press)
}

fn opened(path: &Path) -> Window {
    let mut window = Window::with(1440.0, 900.0, casefile::store::Settings::default());
    window.drop_files(&[path.to_owned()]);
    window.wait_until("listed", |window| window.session().sources().is_some_and(|sources| sources.is_done));
    window
}

fn rows(window: &Window) -> Vec<String> {
    let options = window.scope().children_recursive();
    let options = options.filter(|node| node.accesskit_node().role() == Role::ListBoxOption);
    options.map(|node| name_of(&node)).collect()
}

#[test]
fn a_folder_of_mixed_producers_is_looked_through_and_some_are_added() {
    let (_folder, press) = mixed();
    let before: Vec<_> = ["answer.json", "more/page.html"].map(|name| fs::read(press.join(name)).unwrap()).to_vec();
    let mut window = opened(&press);
    assert_eq!(rows(&window).len(), 6, "{:?}", rows(&window));
    assert!(window.says("6 articles"), "{}", window.tree());
    assert_eq!(window.focused(), "Filter");
    assert!(
        rows(&window).iter().any(|row| row.contains("Board sues, 8 Mar 2024 · Harbour Post · NewsAPI · teaser only"))
    );
    assert!(rows(&window).iter().any(|row| row.starts_with("Crane falls, 1 Apr 2024 · Quay Times · web page")));
    assert!(rows(&window).iter().any(|row| row.starts_with("Secondo") && row.contains("same text as one above")));
    // What could not be read is told.
    window.button("1 note");
    assert!(window.says("nothing in it looks like an article"));
    window.button("1 note");

    // Filtered as one types; the arrow goes to the list, the space bar ticks, Enter adds.
    window.fill("Filter", "HARBOUR");
    assert_eq!(rows(&window).len(), 2);
    window.press(Key::ArrowDown);
    window.press(Key::Space);
    window.press(Key::ArrowDown);
    window.wait_until("read", |window| window.says("Only the beginning or a teaser is in the file."));
    window.press(Key::Space);
    assert!(window.says("2 ticked"));
    window.fill("Filter", "quay");
    assert_eq!(rows(&window).len(), 2, "title and publisher are searched: {:?}", rows(&window));
    window.button("Tick all shown");
    window.button("Add 4 articles");
    window.wait_until("added", |window| window.count(List::Articles) == 4);
    assert!(window.dialog().is_none() && window.session().sources().is_none());
    assert!(window.says("4 articles joined the case."), "{}", window.tree());

    // Each has its origin, and the sources are what they were.
    let session = window.session();
    let of = |title: &str| {
        let entry = session.case().articles.iter().find(|(_, entry)| entry.title == title).unwrap().1;
        session.article(&entry.id).unwrap().clone()
    };
    let quay = of("Quay sinks at Ås");
    assert_eq!((quay.publisher.as_str(), quay.published.as_ref().unwrap().as_str()), ("wire.example", "2024-03-06"));
    assert_eq!((quay.text.as_ref(), quay.authors.len()), ("One.\n\nTwo.", 1));
    let origin = of("Pier opens").origin.unwrap();
    assert_eq!((origin.file.as_str(), origin.pointer.as_str()), ("answer.json", "/articles/1"));
    assert_eq!((origin.producer.as_str(), origin.sha256.len()), ("NewsAPI", 64));
    assert!(of("Crane falls").text.contains("The board of cranes met") && !of("Crane falls").text.contains("Menu"));
    let after: Vec<_> = ["answer.json", "more/page.html"].map(|name| fs::read(press.join(name)).unwrap()).to_vec();
    assert_eq!(after, before);
}

#[test]
fn articles_that_are_in_the_case_are_not_added_twice_and_reprints_are_noted() {
    let (_folder, press) = mixed();
    let mut window = opened(&press.join("more/scraped.json"));
    window.button("Tick all shown");
    window.button("Add 2 articles");
    window.wait_until("added", |window| window.count(List::Articles) == 2);
    assert!(window.says("1 article noted as a reprint."), "{}", window.tree());
    let entries: Vec<_> = window.session().case().articles.iter().map(|(_, entry)| entry.clone()).collect();
    assert_eq!((entries[0].same_as.clone(), entries[1].same_as.clone()), (None, Some(entries[0].id.clone())));
    window.drop_files(&[press.join("more/scraped.json")]);
    window.wait_until("listed", |window| window.session().sources().is_some_and(|sources| sources.is_done));
    window.button("Tick all shown");
    window.button("Add 2 articles");
    window.wait_until("said", |window| window.says("2 articles were in it already"));
    assert_eq!(window.count(List::Articles), 2);
}

#[test]
fn a_file_of_one_article_opens_at_once_and_loses_nothing_when_it_is_closed() {
    let (_folder, press) = mixed();
    let mut window = Window::showing(&[press.join("https%3A%2F%2Fwire.example%2Fquay.json")]);
    assert!(window.dialog().is_none());
    assert_eq!(window.count(List::Articles), 1);
    assert!(!window.session().is_modified(), "nothing of a person's is in it yet");
    window.press_with(CTRL, Key::Q);
    assert!(window.is_closed);
}

#[test]
fn closing_the_list_adds_nothing() {
    let (_folder, press) = mixed();
    let mut window = opened(&press);
    window.press(Key::Escape);
    assert!(window.dialog().is_none() && window.session().sources().is_none() && !window.session().is_open());
}

#[test]
fn which_of_day_and_month_comes_first_is_asked_once_where_nothing_tells() {
    let folder = tempfile::tempdir().unwrap();
    let of = |name: &str, dates: &[&str]| {
        let one = |date: &&str| json!({ "title": format!("Of {date}"), "text": story(date), "date": date }).to_string();
        let path = folder.path().join(name);
        fs::write(&path, format!("[{}]", dates.iter().map(one).collect::<Vec<_>>().join(","))).unwrap();
        path
    };
    let told = of("told.json", &["03/04/2020", "16/09/2020"]);
    let window = opened(&told);
    assert!(rows(&window)[0].contains("3 Apr 2020") && !window.says("not known"), "{:?}", rows(&window));

    let mut window = opened(&of("untold.json", &["03/04/2020", "05/06/2020"]));
    assert!(!rows(&window)[0].contains("2020 ·"), "{:?}", rows(&window));
    window.click(Role::ComboBox, "03/04/2020 is");
    window.button("4 Mar 2020");
    assert!(rows(&window)[0].contains("4 Mar 2020") && rows(&window)[1].contains("6 May 2020"), "{:?}", rows(&window));
    window.button("Tick all shown");
    window.button("Add 2 articles");
    window.wait_until("added", |window| window.count(List::Articles) == 2);
    let days = window.session().case().articles.iter().map(|(_, entry)| entry.published.as_ref().unwrap().to_string());
    assert_eq!(days.collect::<Vec<_>>(), ["4 Mar 2020", "6 May 2020"]);

    // Of several files each is asked about on its own: one may be American, the other not.
    let several = folder.path().join("several");
    fs::create_dir(&several).unwrap();
    of("several/a.json", &["03/04/2020", "01/02/2020"]);
    of("several/b.json", &["05/06/2020", "07/08/2020"]);
    let mut window = opened(&several);
    window.fill("Filter", "of");
    window.click(Role::ComboBox, "03/04/2020 in a.json is");
    window.button("4 Mar 2020");
    assert!(rows(&window)[1].contains("2 Jan 2020") && !rows(&window)[2].contains("2020 ·"), "{:?}", rows(&window));
    window.fill("Filter", "05/06");
    window.click(Role::ComboBox, "05/06/2020 in b.json is");
    window.button("5 Jun 2020");
    window.fill("Filter", "of");
    assert!(rows(&window)[0].contains("4 Mar 2020") && rows(&window)[3].contains("7 Aug 2020"), "{:?}", rows(&window));
}

#[test]
fn what_was_guessed_of_unknown_json_is_corrected_and_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let of = |name: &str, number: usize| {
        let one = json!({ "kop": format!("Kade {number}"), "kicker_title": "Haven", "stuk": story("kades"), "dag": "2024-03-06" });
        let path = folder.path().join(name);
        fs::write(&path, one.to_string()).unwrap();
        path
    };
    let mut window = opened(&of("one.json", 1));
    assert!(rows(&window)[0].starts_with("Haven"), "{:?}", rows(&window));
    window.wait_until("read", |window| window.says("What this means was guessed."));
    window.fill("Filter", "haven");
    window.wait_until("read", |window| window.says("What this means was guessed."));
    window.button("Correct it…");
    assert!(window.says("\"kop\": \"Kade 1\""), "the JSON stands beside it: {}", window.tree());
    window.click(Role::ComboBox, "Title");
    window.button("kop: Kade 1");
    window.button("Read it this way");
    window.wait_until("read anew", |window| rows(window).first().is_some_and(|row| row.starts_with("Kade 1")));
    window.button("Close");
    window.drop_files(&[of("two.json", 2)]);
    window.wait_until("listed", |window| window.session().sources().is_some_and(|sources| sources.is_done));
    assert!(rows(&window)[0].starts_with("Kade 2"), "{:?}", rows(&window));
    assert_eq!(window.session().mappings().iter().count(), 1);
}
