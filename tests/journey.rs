//! One journey through the program, from an empty window to a case on disk and back, by role and accessible name.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::path::Path;

use casefile::format::{render_article, render_case};
use casefile::model::{Bound, List, Precision, Reference};
use desk::{CTRL, CTRL_SHIFT, Window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

const PASTED: &str = "Judge halts cloud work\nBy Ann Lee • August 23, 2020\n\n\
    Up to $10 billion over 10 years was at stake.\n\n\
    $12 billion over 10 years is what the ministry paid, another source said.\n\n\
    The agency must answer by September 16, the judge wrote.";

#[test]
fn a_case_from_the_first_article_to_the_file_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cloud.case.json");
    let mut window = Window::new();
    start(&mut window);
    let empty = snapshot(&window);
    add_article(&mut window);
    edit_article(&mut window);
    add_parties(&mut window);
    add_amount(&mut window);
    add_dates(&mut window);
    add_proceeding(&mut window);
    add_actions(&mut window);
    prove(&mut window);
    keep_what_is_not_understood(&mut window);
    duplicate_and_delete(&mut window);
    undo_and_redo_everything(&mut window, &empty);
    save(&mut window, &path);
    reopen(&window, &path);
    edit_and_quit(&mut window, &path);
}

/// The case and its articles, as files would have them.
fn snapshot(window: &Window) -> String {
    let session = window.session();
    let mut all = vec![render_case(session.case())];
    for (_, entry) in session.case().articles.iter() {
        all.extend(session.article(&entry.id).map(render_article));
    }
    all.into_iter().map(|bytes| String::from_utf8(bytes).unwrap()).collect()
}

fn start(window: &mut Window) {
    assert_eq!(window.title, "Casefile");
    assert!(window.says("Build a case out of press coverage"));
    window.button("New case");
    assert_eq!(window.focused(), "Title", "the title is typed at once");
    window.write("Cloud dispute");
    window.press(Key::Enter);
    assert_eq!(window.session().case().header.title, "Cloud dispute");
    assert_eq!(window.title, "• Cloud dispute — Casefile");
}

fn add_article(window: &mut Window) {
    window.press_with(CTRL_SHIFT, Key::N);
    assert_eq!(window.focused(), "Text", "the paste goes into the dialog");
    window.paste(PASTED);
    assert_eq!(window.shown("Title"), "Judge halts cloud work");
    assert_eq!(window.shown("Byline"), "By Ann Lee");
    assert_eq!(window.shown("Authors"), "Ann Lee");
    assert_eq!(window.shown("Published"), "August 23, 2020");
    assert!(window.says("2020-08-23"), "the date is shown as it was understood");
    assert!(window.shown("Text").starts_with("Up to $10 billion"));
    window.button("Add article");
    assert!(window.dialog().is_none());
    assert_eq!(window.count(List::Articles), 1);
    assert!(window.has(Role::Document, "Article: Judge halts cloud work"));
}

fn edit_article(window: &mut Window) {
    window.enter("Publisher", "Harbour Wire");
    let id = window.readable().remove(0);
    let article = window.session().article(&id).unwrap();
    assert_eq!(article.publisher, "Harbour Wire");
    assert_eq!(article.published.as_ref().unwrap().as_str(), "2020-08-23");
    assert!(article.retrieved.is_some(), "it was retrieved today");
}

fn add_parties(window: &mut Window) {
    for (name, kind) in [("Northwind Cloud", "company"), ("Ministry of Works", "government"), ("High Court", "court")] {
        window.press_with(CTRL, Key::Num1);
        assert_eq!(window.focused(), "Name", "the first field of a new record has the keyboard");
        window.write(name);
        window.press(Key::Enter);
        window.choose("Kind", kind);
    }
    window.button("Add to other names");
    window.enter("Other name", "HC");
    assert_eq!(window.count(List::Parties), 3);
    assert!(window.has(Role::ListBoxOption, "High Court, court"));
}

/// Goes on to the next field, past the proof mark in between.
#[track_caller]
fn next_field(window: &mut Window, name: &str) {
    window.press(Key::Tab);
    window.press(Key::Tab);
    assert_eq!(window.focused(), name);
}

fn add_amount(window: &mut Window) {
    window.press_with(CTRL, Key::Num2);
    assert_eq!(window.focused(), "Label");
    window.write("Ceiling");
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Label", "Enter takes the words in and leaves the keyboard where it is");
    next_field(window, "Value");
    window.write("up to $10 billion over 10 years");
    assert!(window.says("→ 10,000,000,000 · USD · at most · 10 years"), "{}", window.tree());
    assert_eq!(window.shown("Currency"), "", "nothing is part of the case while it is typed");
    window.press(Key::Tab);
    assert_eq!(window.shown("Value"), "10,000,000,000");
    assert_eq!(window.shown("Currency"), "USD");
    assert_eq!(window.shown("Precision"), "up to");
    assert_eq!(window.shown("Over"), "10 years");
    let (_, amount) = window.session().case().amounts.iter().next().unwrap();
    assert_eq!(amount.precision, Some(Precision::AtMost));
    assert_eq!(amount.period.as_ref().unwrap().as_str(), "P10Y");
}

fn add_dates(window: &mut Window) {
    window.press_with(CTRL, Key::Num3);
    window.write("Hearing");
    next_field(window, "Date");
    window.write("16 Sep 2020");
    assert!(window.says("→ 2020-09-16"));
    window.press(Key::Enter);
    window.press_with(CTRL, Key::Num3);
    window.write("Answer due");
    next_field(window, "Date");
    window.write("by September 16");
    assert!(window.says("→ 2020-09-16 · by"), "the year is that of the article in view: {}", window.tree());
    window.press(Key::Enter);
    assert_eq!(window.shown("Bound"), "by");
    let (_, date) = window.session().case().dates.iter().nth(1).unwrap();
    assert_eq!((date.date.as_ref().unwrap().as_str(), date.bound), ("2020-09-16", Some(Bound::By)));
}

fn add_proceeding(window: &mut Window) {
    window.press_with(CTRL, Key::Num5);
    window.write("Northwind Cloud v. Ministry");
    next_field(window, "Forum");
    window.write("high");
    assert!(window.says("High Court  court"), "records on file are offered: {}", window.tree());
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.shown("Forum"), "High Court");
    window.enter("Numbers", "20-17; 20-18");
    window.button("Add to participants");
    window.fill("Participant", "north");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.choose("Role", "plaintiff");
    window.button("Add to participants");
    window.enter("Participant 2", "Ministry of Works");
    window.choose("Role 2", "defendant");
    let case = window.session().case();
    let court = case.parties.iter().nth(2).unwrap().1.id.clone();
    let (_, proceeding) = case.proceedings.iter().next().unwrap();
    assert_eq!(proceeding.forum, Some(Reference::Record(court)));
    assert_eq!(proceeding.numbers, ["20-17", "20-18"]);
    let parts: Vec<_> = proceeding.participants.iter().map(|part| (part.party.clone(), part.role.as_str())).collect();
    let the_party = |number| Some(Reference::Record(case.parties.iter().nth(number).unwrap().1.id.clone()));
    assert_eq!(
        parts,
        [(the_party(0), "plaintiff"), (the_party(1), "defendant")],
        "typed names of parties on file mean them"
    );
}

fn add_actions(window: &mut Window) {
    window.press_with(CTRL, Key::Num4);
    assert_eq!(window.focused(), "Title");
    window.write("Complaint of Northwind");
    window.press(Key::Enter);
    window.choose("Kind", "complaint");
    assert_eq!(window.shown("Proceeding"), "High Court", "a court action made from a proceeding is part of it");
    window.enter("Filed", "2 March 2020");
    window.press_with(CTRL, Key::Num4);
    window.write("Order to halt");
    window.press(Key::Enter);
    window.choose("Kind", "order");
    window.enter("Decided", "13 Feb 2020");
    window.choose("This action", "decides");
    window.choose("Linked action", "Complaint of Northwind  2 Mar 2020");
    window.button("Add link");
    assert!(window.has(Role::Button, "decides Complaint of Northwind"), "{}", window.tree());
    window.button("decides Complaint of Northwind");
    assert_eq!(window.shown("Title"), "Complaint of Northwind", "the link leads to the other end");
    assert!(window.has(Role::Button, "is decided by Order to halt"), "both ends show a link");
}

/// Selects words of the article's text by keyboard alone: paragraph (from 0), and words from its start.
fn select_words(window: &mut Window, paragraph: usize, words: usize) {
    while !window.focused().starts_with("Article: ") {
        window.press(Key::F6);
    }
    window.press_with(CTRL, Key::Home);
    for _ in 0..paragraph {
        window.press_with(CTRL, Key::ArrowDown);
    }
    for _ in 0..words {
        window.press_with(CTRL_SHIFT, Key::ArrowRight);
    }
}

fn prove(window: &mut Window) {
    window.click(Role::ListBoxOption, "Ceiling, up to US$10bn");
    window.click(Role::Button, "Evidence for Value: no evidence");
    assert!(window.says("Evidence for value"));
    select_words(window, 0, 4);
    window.press_with(CTRL, Key::E);
    assert!(window.has(Role::Button, "Evidence for Value: proved"), "{}", window.tree());
    select_words(window, 1, 2);
    window.press_with(CTRL, Key::E);
    assert!(window.has(Role::Button, "Evidence for Value: disputed"), "{}", window.tree());
    assert!(window.says("says: 12,000,000,000"));
    assert!(window.says("1 disputed field"));
    window.button("Use this value: 12,000,000,000, $12 billion");
    assert_eq!(window.shown("Value"), "12,000,000,000");
    assert!(window.has(Role::Button, "Evidence for Value: proved"), "ten billion is within up to twelve billion");
    let case = window.session().case();
    let chosen = case.claims.iter().nth(1).unwrap().1.id.as_str();
    let (_, amount) = case.amounts.iter().next().unwrap();
    assert_eq!(amount.chosen["value"], chosen, "the claim that was chosen is remembered");
    assert_eq!((window.count(List::Quotes), window.count(List::Claims)), (2, 2));
}

fn keep_what_is_not_understood(window: &mut Window) {
    window.fill("Over", "for as long as it takes");
    assert!(window.says("Not understood yet; it would be kept as typed"));
    window.press(Key::Enter);
    assert_eq!(window.shown("Over"), "for as long as it takes");
    assert!(window.says("Not understood; kept as typed"));
}

fn duplicate_and_delete(window: &mut Window) {
    window.press_with(CTRL, Key::D);
    assert_eq!(window.count(List::Amounts), 2);
    window.enter("Label", "Second ceiling");
    window.menu("Edit", "Delete");
    assert_eq!(window.count(List::Amounts), 1);
    window.click(Role::ListBoxOption, "High Court, court");
    window.button("Delete");
    window.click(Role::ListBoxOption, "High Court, No. 20-17");
    assert_eq!(window.shown("Forum"), "High Court", "what pointed to the party keeps its name");
}

/// Takes everything back but the title of the case, label by label, and repeats it.
fn undo_and_redo_everything(window: &mut Window, empty: &str) {
    let full = snapshot(window);
    let mut labels = Vec::new();
    while let Some(label) = window.session().undo_label().map(str::to_owned)
        && snapshot(window) != empty
    {
        window.menu("Edit", &format!("Undo {label}"));
        assert_eq!(window.session().redo_label(), Some(label.as_str()));
        labels.push(label);
    }
    assert_eq!(snapshot(window), empty);
    assert_eq!(labels[0], "deletion of party");
    assert_eq!(labels.last().unwrap(), "new article");
    assert!(labels.contains(&"choice of value".to_owned()) && labels.contains(&"new link".to_owned()), "{labels:?}");
    for label in labels.iter().rev() {
        assert_eq!(window.session().redo_label(), Some(label.as_str()));
        window.press_with(CTRL_SHIFT, Key::Z);
    }
    assert_eq!(snapshot(window), full);
    assert_eq!(window.session().redo_label(), None);
}

fn save(window: &mut Window, path: &Path) {
    window.press_with(CTRL, Key::S);
    // No dialog of the desktop can be shown here, so the window asks for the path itself.
    window.wait_until("a path is asked for", |window| window.dialog().is_some());
    assert_eq!(window.focused(), "Path");
    window.write(&path.display().to_string());
    window.press(Key::Enter);
    assert!(window.dialog().is_none());
    assert!(!window.session().is_modified());
    assert_eq!(window.title, "Cloud dispute — cloud.case.json — Casefile");
    assert!(path.exists());
    assert!(path.with_file_name("articles").join("judge-halts-cloud-work.article.json").exists());
}

fn reopen(window: &Window, path: &Path) {
    let mut second = Window::new();
    second.press_with(CTRL_SHIFT, Key::O);
    second.write(&path.display().to_string());
    second.press(Key::Enter);
    assert_eq!(snapshot(&second), snapshot(window));
    assert!(!second.session().is_modified());
    assert_eq!(second.session().faults().count(), 0);
    assert_eq!(second.title, "Cloud dispute — cloud.case.json — Casefile");
}

fn edit_and_quit(window: &mut Window, path: &Path) {
    let before = std::fs::read(path).unwrap();
    window.press_with(CTRL, Key::I);
    window.enter("Summary", "What the ministry paid");
    window.press_with(Modifiers::NONE, Key::Tab);
    assert_eq!(window.title, "• Cloud dispute — cloud.case.json — Casefile");
    window.press_with(CTRL, Key::Q);
    for answer in ["Save", "Close without saving", "Cancel"] {
        assert!(window.has(Role::Button, answer), "{}", window.tree());
    }
    assert_eq!(window.focused(), "Save");
    window.button("Cancel");
    assert!(window.dialog().is_none() && window.session().is_modified() && !window.is_closed);
    assert_eq!(std::fs::read(path).unwrap(), before);
    window.press_with(CTRL, Key::Q);
    window.button("Save");
    assert!(window.is_closed && window.app().has_quit());
    assert!(std::fs::read_to_string(path).unwrap().contains("What the ministry paid"));
}
