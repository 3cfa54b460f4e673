//! Newer texts of articles as a person meets them: the notice, the difference, taking and keeping, and the earlier texts.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::fs;
use std::path::{Path, PathBuf};

use desk::Window;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use serde_json::json;

const OLD: &str = "The board sued on 4 March.\n\nIt wants a new quay.\n\nNobody was hurt.";
const NEW: &str = "The board sued on 5 March.\n\nIt wants a new quay.\n\nNobody was hurt.\n\nThe day was corrected.";

fn page(number: usize, text: &str) -> serde_json::Value {
    json!({
        "url": format!("https://a.example/{number}"), "title": format!("Quay {number} sinks"), "text": text, "authors": [],
        "publish_date": "2024-03-06", "source_url": "https://a.example", "top_image": "", "movies": [], "keywords": [],
        "meta_description": "", "canonical_link": "",
    })
}

fn write(path: &Path, articles: &[(usize, &str)]) {
    let articles: Vec<_> = articles.iter().map(|(number, text)| page(*number, text)).collect();
    fs::write(path, serde_json::to_string(&articles).unwrap()).unwrap();
}

/// A window with a case of articles from a file that has changed since.
fn changed(before: &[(usize, &str)], after: &[(usize, &str)]) -> (tempfile::TempDir, PathBuf, Window) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scraped.json");
    write(&path, before);
    let mut window = Window::keeping_state_in(&folder.path().join("state"));
    window.drop_files(std::slice::from_ref(&path));
    if before.len() > 1 {
        window.wait_until("listed", |window| window.session().sources().is_some_and(|sources| sources.is_done));
        window.button("Tick all shown");
        window.button(&format!("Add {} articles", before.len()));
    }
    let count = before.len();
    window.wait_until("added", |window| window.count(casefile::model::List::Articles) == count);
    write(&path, after);
    look(&mut window);
    (folder, path, window)
}

/// The window gets the keyboard back, which has the files looked at.
fn look(window: &mut Window) {
    window.frame(vec![egui::Event::WindowFocused(true)]);
    window.wait_until("looked", |window| !window.session().is_looking_for_newer());
    window.settle();
}

fn text(window: &Window) -> String {
    let session = window.session();
    session.article(session.selection().article.as_ref().unwrap()).unwrap().text.to_string()
}

#[test]
fn a_newer_text_is_announced_looked_at_and_taken() {
    let (_folder, path, mut window) = changed(&[(1, OLD)], &[(1, NEW)]);
    assert!(window.says("The file from which “Quay 1 sinks” came has changed, and has another text of it now."));
    window.button("Show the difference");
    assert!(window.has(Role::ListBox, "What differs"), "{}", window.tree());
    for words in ["Changed in the article: Text", "Paragraph 1", "Paragraph 4, new", "The day was corrected."] {
        assert!(window.says(words), "{words}: {}", window.tree());
    }
    assert!(window.says(&path.display().to_string()));
    assert_eq!(window.focused(), "The article, 1", "the first row of the list");
    window.button("Take the newer text");
    assert!(window.dialog().is_none() && window.session().newer_texts().is_empty());
    assert_eq!(text(&window), NEW);
    assert!(window.says("The article has its newer text"), "{}", window.tree());
    window.menu("File", "Earlier texts…");
    assert!(window.says("Quay 1 sinks: 1 earlier text, and the present one."), "{}", window.tree());
    assert!(!window.says("Untitled article"), "{}", window.tree());
    assert!(window.says("Text 1, until ") && window.says("Paragraph 4, new"));
    window.press(Key::Escape);
    window.menu("Edit", "Undo");
    assert_eq!(text(&window), OLD);
    window.button("File");
    assert!(window.find(Role::Button, "Earlier texts…").accesskit_node().is_disabled());
}

#[test]
fn a_present_text_is_kept_and_the_notice_goes() {
    let (_folder, _path, mut window) = changed(&[(1, OLD)], &[(1, NEW)]);
    window.button("Keep the present text");
    assert!(!window.says("has another text of it now") && window.session().newer_texts().is_empty());
    look(&mut window);
    assert!(window.session().newer_texts().is_empty());
    assert_eq!(text(&window), OLD);
}

#[test]
fn several_are_taken_or_kept_at_once() {
    let before = [(1, OLD), (2, "One two three."), (3, "Four five six.")];
    let after = [(1, NEW), (2, "One two three. Four."), (3, "Four five six. Seven.")];
    let (_folder, path, mut window) = changed(&before, &after);
    assert!(window.says("And 2 more articles."), "{}", window.tree());
    window.button("Take all newer texts");
    let session = window.session();
    let mut texts: Vec<_> =
        session.case().articles.iter().map(|(_, entry)| session.article(&entry.id).unwrap()).collect();
    texts.sort_by(|one, other| one.title.cmp(&other.title));
    assert!(texts.iter().all(|article| article.versions.len() == 1));
    assert_eq!(texts[2].text.as_ref(), "Four five six. Seven.");
    window.menu("Edit", "Undo");
    write(&path, &[(1, OLD), (2, "Two."), (3, "Three.")]);
    look(&mut window);
    assert!(window.says("And 1 more article."), "{}", window.tree());
    window.button("Keep all as they are");
    assert!(window.session().newer_texts().is_empty());
}
