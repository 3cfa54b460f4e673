//! The palette: what it finds, and what choosing it does.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use casefile::model::List;
use desk::palette::{article, current, form, rows, seek, with_sample};
use desk::{CTRL, Window};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

#[test]
fn the_palette_finds_a_record_and_shows_its_form_and_words() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, "eric brug");
    assert_eq!(rows(&window)[0], "Eric G. Bruggink, party, judge");
    assert!(current(&window).starts_with("Eric G. Bruggink"));
    window.press(Key::Enter);
    assert!(window.dialog().is_none());
    assert_eq!(window.shown("Name"), "Eric G. Bruggink");
    assert!(window.focused().starts_with("Article: "), "its words are shown: {}", window.focused());
    assert!(!window.session().is_modified());
}

#[test]
fn the_palette_answers_without_regard_to_capitals_and_diacritics() {
    let mut window = Window::new();
    window.button("New case");
    for name in ["Sąd Okręgowy w Łodzi", "U.S. Navy", "Čapek Holding"] {
        window.press_with(CTRL, Key::Num1);
        window.enter("Name", name);
    }
    for (typed, found) in [
        ("lodzi okre", "Sąd Okręgowy w Łodzi, party"),
        ("us NAVY", "U.S. Navy, party"),
        ("capek", "Čapek Holding, party"),
    ] {
        seek(&mut window, typed);
        assert_eq!(current(&window), found);
        window.press(Key::Escape);
    }
    seek(&mut window, "capek");
    window.press(Key::Enter);
    assert_eq!(window.shown("Name"), "Čapek Holding");
    assert_eq!(window.focused(), "Name", "no words prove it: its form has the keyboard");
}

#[test]
fn the_palette_runs_commands_and_offers_them_again() {
    let (_folder, mut window) = with_sample();
    let timeline = |window: &Window| window.has(Role::Region, "Timeline");
    assert!(timeline(&window));
    seek(&mut window, ">timel");
    assert_eq!(rows(&window), ["Timeline, command, Ctrl+J"]);
    window.press(Key::Enter);
    assert!(!timeline(&window));
    seek(&mut window, "");
    assert_eq!(rows(&window)[0], "Timeline, command, Ctrl+J", "what was used last comes first");
    assert!(rows(&window).contains(&"New case, command, Ctrl+N".to_owned()));
    window.press(Key::Enter);
    assert!(timeline(&window));
    seek(&mut window, ">nart");
    assert_eq!(current(&window), "New article…, command, Ctrl+Shift+N", "some of its letters");
    window.press(Key::Enter);
    assert!(window.has(Role::TextInput, "Title"), "one dialog gives way to the other");
    window.press(Key::Escape);
    assert!(window.dialog().is_none());
}

#[test]
fn a_command_that_cannot_be_given_is_not() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, ">undo");
    let node = window.find(Role::ListBoxOption, "Undo, command, Ctrl+Z");
    assert!(node.accesskit_node().is_disabled());
    window.press(Key::Enter);
    assert!(window.dialog().is_some(), "nothing was chosen");
    window.press(Key::Escape);
    assert!(!window.session().is_modified());
}

#[test]
fn esc_gives_the_keyboard_back_to_where_it_was() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, "JEDI contract ceiling, up to US$10bn");
    for field in ["Label", "Value"] {
        window.click(Role::TextInput, field);
        seek(&mut window, "orac");
        assert!(window.focused().starts_with("Oracle"), "the row that Enter would choose is announced");
        window.press(Key::Escape);
        assert!(window.dialog().is_none());
        assert_eq!(window.focused(), field);
    }
    window.press(Key::F6);
    let before = window.focused();
    window.press_with(CTRL, Key::K);
    window.press_with(CTRL, Key::K);
    assert!(window.dialog().is_none(), "the same keys close it");
    assert_eq!(window.focused(), before);
}

#[test]
fn arrow_and_page_keys_go_from_row_to_row() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, "@");
    let all = window.session().case();
    let count: usize = [List::Parties, List::Amounts, List::Dates, List::Proceedings, List::Actions, List::Articles]
        .into_iter()
        .map(|list| all.count(list))
        .sum();
    assert!(window.says(&format!("{count} found")), "{}", window.tree());
    let shown = rows(&window);
    assert_eq!(current(&window), shown[0]);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    assert_eq!(current(&window), shown[2]);
    window.press(Key::ArrowUp);
    assert_eq!(current(&window), shown[1]);
    window.press(Key::PageDown);
    assert_ne!(current(&window), shown[1]);
    window.press(Key::PageUp);
    assert_eq!(current(&window), shown[1]);
    window.press(Key::End);
    let last = current(&window);
    assert_eq!(rows(&window).last(), Some(&last), "it is kept in view");
    window.press(Key::ArrowDown);
    assert_eq!(current(&window), shown[0], "round in circles");
    window.press(Key::ArrowUp);
    assert_eq!(current(&window), last);
    window.press(Key::Home);
    assert_eq!(current(&window), shown[0]);
}

#[test]
fn words_of_articles_are_found_and_selected() {
    let (_folder, mut window) = with_sample();
    let before = form(&window);
    seek(&mut window, "#10 years");
    assert!(rows(&window)[0].contains("10 years"), "{:?}", rows(&window));
    assert!(rows(&window).iter().all(|row| row.contains(", in ")), "{:?}", rows(&window));
    window.press(Key::ArrowDown);
    let (_, title) =
        current(&window).rsplit_once(", in ").map(|(line, title)| (line.to_owned(), title.to_owned())).unwrap();
    window.press(Key::Enter);
    assert_eq!(article(&window), title);
    assert!(window.focused().starts_with("Article: "));
    assert_eq!(form(&window), before, "the form stays");
    window.press_with(CTRL, Key::F);
    assert_eq!(window.shown("Find in article"), "10 years", "they are selected");
}

#[test]
fn an_article_is_opened_with_the_keyboard_on_its_page() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, "cloud pitch abroad");
    assert!(
        current(&window).starts_with("Microsoft takes its Pentagon cloud pitch abroad, article"),
        "{}",
        current(&window)
    );
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Article: Microsoft takes its Pentagon cloud pitch abroad");
    seek(&mut window, "@harbour wire");
    assert!(rows(&window).iter().any(|row| row.contains(", article, Harbour Wire")), "{:?}", rows(&window));
}

#[test]
fn the_mouse_chooses_too() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, "oracle");
    let row = rows(&window)[1].clone();
    window.click(Role::ListBoxOption, &row);
    assert!(window.dialog().is_none());
    assert!(form(&window).is_some());
}

#[test]
fn nothing_found_is_said() {
    let (_folder, mut window) = with_sample();
    for (typed, said) in [
        ("qqqqzz", "Nothing is called so, and no article says so"),
        (">qqqqzz", "No command is called so"),
        ("@qqqqzz", "No record is called so"),
        ("#", "Type the words to look for in the articles"),
        ("#qqqqzz", "No article that was read says so"),
    ] {
        seek(&mut window, typed);
        assert!(window.says(said), "{typed}:\n{}", window.tree());
        assert!(window.says("0 found"));
        window.press(Key::Enter);
        assert!(window.dialog().is_some());
        window.press(Key::Escape);
    }
}

#[test]
fn enter_before_the_answer_chooses_what_was_typed() {
    let (_folder, mut window) = with_sample();
    window.press_with(CTRL, Key::K);
    let enter = egui::Event::Key {
        key: Key::Enter,
        pressed: true,
        modifiers: egui::Modifiers::NONE,
        repeat: false,
        physical_key: None,
    };
    window.frame(vec![egui::Event::Text("eric bruggink".to_owned()), enter]);
    window.settle();
    assert!(window.dialog().is_none());
    assert_eq!(window.shown("Name"), "Eric G. Bruggink");
}
