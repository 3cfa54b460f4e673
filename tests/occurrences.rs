//! Marking all occurrences of a party's names, by keyboard and by mouse.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use casefile::model::List;
use desk::{CTRL, Window, name_of};
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

const ORACLE: &str = "Oracle America, Inc., appellant";
/// The rows that are ticked, that are not, and that are marked already.
type Rows = (usize, usize, usize);

fn with_sample(party: &str) -> (tempfile::TempDir, Window) {
    let (folder, case) = desk::sample();
    let mut window = Window::showing(&[case]);
    window.fill("Filter the outline", party.split(',').next().unwrap());
    window.click(Role::ListBoxOption, party);
    (folder, window)
}

/// What the rows in view say.
fn rows(window: &Window) -> Rows {
    let mut counts = (0, 0, 0);
    for node in window.nodes() {
        let (node, name) = (node.accesskit_node(), name_of(&node));
        if node.role() != Role::CheckBox || !name.contains(", ") || name.starts_with("Oracle") {
            continue;
        }
        match (node.is_disabled(), node.toggled()) {
            (true, _) => counts.2 += 1,
            (false, Some(Toggled::True)) => counts.0 += 1,
            (false, _) => counts.1 += 1,
        }
    }
    counts
}

/// How many occurrences the button would mark.
fn to_mark(window: &Window) -> usize {
    let names: Vec<String> = window.nodes().iter().map(name_of).collect();
    let button = names.iter().find(|name| name.starts_with("Mark ") && !name.contains("all") && !name.contains('…'));
    let count = button.and_then(|name| name.split(' ').nth(1)).and_then(|count| count.parse().ok());
    count.unwrap_or_default()
}

#[test]
fn enter_marks_every_occurrence_and_one_undo_takes_them_back() {
    let (_folder, mut window) = with_sample(ORACLE);
    let (quotes, claims) = (window.count(List::Quotes), window.count(List::Claims));
    window.press_with(CTRL, Key::M);
    assert!(window.says("Mark all occurrences of Oracle America, Inc."), "{}", window.tree());
    assert_eq!(window.focused(), "Watchdog turns away Oracle’s protest over JEDI terms, headline");
    window.click(Role::RadioButton, "All articles (10)");
    assert!(window.says("20 occurrences in 9 articles, 2 marked already."), "{}", window.tree());
    let count = to_mark(&window);
    assert_eq!(count, 18);
    window.press(Key::Enter);
    assert!(window.dialog().is_none(), "{}", window.tree());
    assert_eq!(window.count(List::Claims), claims + count);
    assert_eq!(window.session().undo_label(), Some(format!("marking of {count} occurrences").as_str()));
    assert!(window.says(&format!("{count} occurrences were marked.")));
    window.press_with(CTRL, Key::M);
    window.click(Role::RadioButton, "All articles (10)");
    assert!(window.says("all marked already"), "{}", window.tree());
    assert!(window.find(Role::Button, "Mark occurrences").accesskit_node().is_disabled());
    window.press(Key::Enter);
    assert!(window.dialog().is_some(), "there is nothing to mark");
    window.press(Key::Escape);
    window.press_with(CTRL, Key::Z);
    assert_eq!((window.count(List::Quotes), window.count(List::Claims)), (quotes, claims));
}

#[test]
fn space_and_clicks_leave_occurrences_out() {
    let (_folder, mut window) = with_sample(ORACLE);
    window.press_with(CTRL, Key::M);
    window.click(Role::RadioButton, "All articles (10)");
    let all = to_mark(&window);
    let (ticked, unticked, marked) = rows(&window);
    assert!(ticked > 1 && unticked == 0 && all >= ticked, "{}", window.tree());
    while !window.focused().ends_with(", headline") {
        window.press(Key::Tab);
    }
    let current = window.focused();
    window.press(Key::Space);
    assert_eq!(to_mark(&window), all - 1, "{current}");
    window.press(Key::Space);
    assert_eq!(to_mark(&window), all);
    window.press(Key::ArrowDown);
    assert_ne!(window.focused(), current);
    for (key, is_same) in [(Key::ArrowUp, true), (Key::End, false), (Key::Home, true), (Key::PageDown, false)] {
        window.press(key);
        assert_eq!(window.focused() == current, is_same, "{key:?}");
    }
    window.click(Role::CheckBox, &window.focused());
    assert_eq!(to_mark(&window), all - 1);
    window.button("None");
    assert_eq!((to_mark(&window), rows(&window).0), (0, 0));
    window.button("All");
    assert_eq!(to_mark(&window), all);
    assert!(rows(&window).2 >= marked.min(1));
    window.button("Cancel");
    assert!(window.dialog().is_none() && !window.session().is_modified());
}

#[test]
fn options_change_what_is_found() {
    let (_folder, mut window) = with_sample(ORACLE);
    window.press_with(CTRL, Key::M);
    let all = rows(&window);
    window.click(Role::CheckBox, "Oracle America, Inc.");
    window.click(Role::CheckBox, "Oracle America");
    window.click(Role::CheckBox, "Oracle");
    assert!(window.says("Choose a name to look for."), "{}", window.tree());
    assert_eq!(rows(&window), (0, 0, 0));
    window.click(Role::CheckBox, "Oracle");
    window.click(Role::CheckBox, "Whole words");
    window.click(Role::CheckBox, "Match case");
    let some = rows(&window);
    assert!(some.0 + some.2 > 0 && all.0 + all.2 >= some.0 + some.2);
    // Enter marks even while the keyboard is in a box.
    window.press(Key::Enter);
    assert!(window.dialog().is_none());
    assert!(window.session().is_modified());
}

#[test]
fn selected_words_are_looked_for_instead_of_names() {
    let (_folder, mut window) = with_sample(ORACLE);
    while !window.focused().starts_with("Article") {
        window.press(Key::F6);
    }
    window.press_with(CTRL, Key::Home);
    window.press_with(Modifiers { shift: true, ..CTRL }, Key::ArrowRight);
    window.press_with(CTRL, Key::M);
    let selected = window.nodes().iter().map(name_of).find(|name| name.ends_with("(selected)"));
    assert!(selected.is_some(), "{}", window.tree());
    let ticked = |name: &str| window.find(Role::CheckBox, name).accesskit_node().toggled();
    assert_eq!(ticked(&selected.unwrap()), Some(Toggled::True));
    assert_eq!(ticked("Oracle"), Some(Toggled::False));
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Article"), "the page has the keyboard again");
}

#[test]
fn only_a_party_has_names_to_look_for() {
    let (_folder, mut window) = with_sample("JEDI contract ceiling, up to US$10bn");
    window.press_with(CTRL, Key::M);
    assert!(window.dialog().is_none());
    window.button("Case");
    assert!(window.find(Role::Button, "Mark all occurrences…").accesskit_node().is_disabled());
}
