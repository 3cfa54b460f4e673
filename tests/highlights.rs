//! Highlights changed in the whole window: with the form, the menu and undo.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::fs;

use casefile::model::List;
use desk::{CTRL, CTRL_SHIFT, Window, name_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

const CEILING: &str = "JEDI contract ceiling, up to US$10bn";
const QUOTE: &str = "a deal valued at $10 billion";

fn with_sample() -> (tempfile::TempDir, Window) {
    let (folder, case) = desk::sample();
    (folder, Window::showing(&[case]))
}

/// Selects words of the article in view by looking for them.
fn select(window: &mut Window, words: &str) {
    window.press_with(CTRL, Key::F);
    window.fill("Find in article", words);
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Article: "), "{:?}", window.focused());
}

/// The quotes of the case that are these very words.
fn quotes(window: &Window, words: &str) -> usize {
    window.session().case().quotes.iter().filter(|(_, quote)| quote.exact == words).count()
}

/// The form of the ceiling with the evidence for its value, and one of the quotes pressed.
fn with_card() -> (tempfile::TempDir, Window) {
    let (folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, CEILING);
    window.button("Evidence for Value: disputed");
    window.button(&format!("Quote: {QUOTE}"));
    (folder, window)
}

#[test]
fn r_has_the_quote_pressed_in_the_form_point_to_the_selected_words() {
    let (_folder, mut window) = with_card();
    let article = window.session().selection().article.clone();
    select(&mut window, "valued at $10 billion");
    window.press(Key::R);
    assert_eq!((quotes(&window, QUOTE), quotes(&window, "valued at $10 billion")), (0, 1));
    assert_eq!(window.session().undo_label(), Some("resizing of a highlight"));
    assert!(window.has(Role::Button, "Quote: valued at $10 billion"), "{}", window.tree());
    window.press_with(CTRL, Key::Z);
    assert_eq!(quotes(&window, QUOTE), 1);
    select(&mut window, "contract");
    window.button(&format!("Re-aim here: {QUOTE}"));
    assert_eq!(window.session().undo_label(), Some("re-aiming of a highlight"));
    assert_eq!(window.session().selection().article, article);
    window.press_with(CTRL, Key::Z);
    assert_eq!(quotes(&window, QUOTE), 1);
}

#[test]
fn r_moves_the_one_highlight_that_the_selection_touches_or_says_what_to_do() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, CEILING);
    window.button("Evidence for Value: disputed");
    let claims = window.count(List::Claims);
    select(&mut window, "single winner");
    window.press(Key::R);
    assert!(window.says("To move a highlight, select its new words"), "{}", window.tree());
    assert!(!window.session().is_modified());
    select(&mut window, "the winner is guaranteed $1 million.");
    window.press(Key::R);
    assert_eq!(quotes(&window, "the winner is guaranteed $1 million."), 1);
    assert_eq!(window.count(List::Claims), claims);
    window.press_with(CTRL, Key::Z);
    assert!(!window.session().is_modified());
}

#[test]
fn words_grow_and_go_by_key_and_come_back_by_undo() {
    let (_folder, mut window) = with_sample();
    select(&mut window, "guaranteed $1 million");
    window.press(Key::ArrowLeft);
    let (quoted, claims) = (window.count(List::Quotes), window.count(List::Claims));
    let alt_shift = Modifiers { alt: true, shift: true, ..Modifiers::NONE };
    window.press_with(alt_shift, Key::ArrowLeft);
    assert_eq!(quotes(&window, "the winner is guaranteed $1"), 1);
    window.press_with(alt_shift, Key::ArrowRight);
    window.press(Key::H);
    assert_eq!(window.session().undo_label(), Some("growth of a highlight"));
    window.press(Key::Delete);
    assert!(window.count(List::Quotes) == quoted - 1 && window.count(List::Claims) < claims);
    for _ in 0..4 {
        window.press_with(CTRL, Key::Z);
    }
    assert_eq!((window.count(List::Quotes), window.count(List::Claims)), (quoted, claims));
    assert!(!window.session().is_modified());
    window.press_with(CTRL_SHIFT, Key::Z);
    assert_eq!(quotes(&window, "the winner is guaranteed $1"), 1);
}

#[test]
fn letters_typed_in_a_field_change_no_highlight() {
    let (_folder, mut window) = with_sample();
    select(&mut window, "guaranteed $1 million");
    window.press(Key::ArrowLeft);
    window.click(Role::TextInput, "Filter the outline");
    for key in [Key::H, Key::L, Key::S, Key::R, Key::Delete] {
        window.press(key);
    }
    assert!(!window.session().is_modified());
}

#[test]
fn words_that_were_found_elsewhere_are_accepted_one_by_one_and_together() {
    let (folder, case) = desk::sample();
    let path = folder.path().join("articles/2018-11-15-watchdog-denies-oracle-protest.article.json");
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replace("WASHINGTON — ", "").replace("guaranteed $1 million", "promised $1 million");
    fs::write(&path, text).unwrap();
    let mut window = Window::showing(&[case]);
    let found = |window: &Window| window.session().counts().found;
    let moved = found(&window).moved;
    assert!(moved > 2, "{:?}", found(&window));
    window.click(Role::ListBoxOption, "Guaranteed minimum, US$1m");
    window.button("Evidence for Value: proved");
    assert!(window.says("The text says now: “the winner is promised $1 million”."), "{}", window.tree());
    let accept = window.nodes().iter().map(name_of).find(|name| name.starts_with("Accept: ")).unwrap();
    window.button(&accept);
    assert_eq!(found(&window).moved, moved - 1);
    window.menu("Case", "Accept moved highlights");
    assert_eq!(found(&window).moved, 0);
    assert_eq!(window.session().undo_label(), Some(format!("acceptance of {} highlights", moved - 1).as_str()));
    window.button("Case");
    assert!(window.find(Role::Button, "Accept moved highlights").accesskit_node().is_disabled());
    window.press(Key::Escape);
    window.press_with(CTRL, Key::Z);
    window.press_with(CTRL, Key::Z);
    assert_eq!(found(&window).moved, moved);
}

#[test]
fn the_sheet_tells_the_keys() {
    let (_folder, mut window) = with_sample();
    window.press(Key::F1);
    for words in ["H, J", "K, L", "Split the highlight at the caret", "Remove the highlight"] {
        assert!(window.says(words), "{words}");
    }
}
