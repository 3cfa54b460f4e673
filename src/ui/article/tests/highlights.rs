//! Highlights changed by key, by their grips and through their menu.

use super::*;

/// Puts the caret at the start of some words, or selects them, and gives the page the keyboard.
fn go_to(window: &mut Window, words: &str, selects: bool) {
    let desk = window.state_mut();
    let article = desk.article();
    let page = desk.session.page(&article).unwrap();
    let start = page.part(Part::Text).text.as_str().find(words).unwrap();
    let range = start..if selects { start + words.len() } else { start };
    desk.page.selected = Some(Selected::range_of(&article, page, (Part::Text, range)));
    focus(window);
}

/// The words of every highlight, from left to right.
fn highlighted(window: &Window) -> Vec<String> {
    let desk = window.state();
    let page = desk.session.page(&desk.article()).unwrap();
    let part = page.part(Part::Text);
    let keys = part.marks.marks_in(0..part.text.as_str().len()).into_iter();
    keys.map(|key| part.text.as_str()[part.marks.get(key).unwrap().range.clone()].to_owned()).collect()
}

fn undo(window: &mut Window) {
    window.state_mut().session.perform(Command::Undo);
    window.run();
}

fn marked(words: &[&str]) -> Window {
    let mut window = open("Cloud deals", TEXT);
    for words in words {
        window.state_mut().mark(List::Dates, words);
    }
    window.run();
    window
}

const ALT_SHIFT: Modifiers = Modifiers { alt: true, shift: true, ..Modifiers::NONE };

#[test]
fn each_key_moves_an_end_and_undo_takes_it_back() {
    let mut window = marked(&["beat Amazon in"]);
    go_to(&mut window, "Amazon in", false);
    for (modifiers, key, expected) in [
        (ALT_SHIFT, Key::ArrowRight, "beat Amazon in October"),
        (ALT_SHIFT, Key::ArrowLeft, "beat Amazon"),
        (Modifiers::NONE, Key::L, "beat Amazon in October"),
        (Modifiers::NONE, Key::K, "beat Amazon"),
        (Modifiers::NONE, Key::H, "company beat Amazon in"),
        (Modifiers::NONE, Key::J, "Amazon in"),
        (Modifiers::SHIFT, Key::L, "beat Amazon in O"),
        (Modifiers::SHIFT, Key::K, "beat Amazon i"),
        (Modifiers::SHIFT, Key::H, "y beat Amazon in"),
        (Modifiers::SHIFT, Key::J, "eat Amazon in"),
    ] {
        press(&mut window, modifiers, &[key]);
        assert_eq!(highlighted(&window), [expected], "{modifiers:?} {key:?}");
        undo(&mut window);
        assert_eq!(highlighted(&window), ["beat Amazon in"], "{modifiers:?} {key:?}");
    }
    press(&mut window, Modifiers::NONE, &[Key::S]);
    assert_eq!(highlighted(&window), ["beat", "Amazon in"]);
    undo(&mut window);
    press(&mut window, Modifiers::NONE, &[Key::Delete]);
    assert!(highlighted(&window).is_empty());
    undo(&mut window);
    assert_eq!(highlighted(&window), ["beat Amazon in"]);
    assert_eq!(window.state().selected(), None, "the caret stays where it was");
}

#[test]
fn a_highlight_stays_active_while_the_caret_stays() {
    let mut window = marked(&["beat Amazon in October"]);
    go_to(&mut window, "October", false);
    press(&mut window, Modifiers::NONE, &[Key::K, Key::K]);
    assert_eq!(highlighted(&window), ["beat Amazon"]);
    press(&mut window, Modifiers::NONE, &[Key::L]);
    assert_eq!(highlighted(&window), ["beat Amazon in"], "although the caret is behind it");
    press(&mut window, Modifiers::NONE, &[Key::ArrowRight]);
    let changes = window.state().session.changes();
    press(&mut window, Modifiers::NONE, &[Key::K, Key::Delete, Key::S]);
    assert_eq!(window.state().session.changes(), changes, "the caret has left it");
    let said = window.state_mut().session.take_messages();
    assert!(said.iter().any(|message| message.words.starts_with("No highlight is here")));
}

#[test]
fn the_innermost_is_changed_or_all_that_the_selection_touches() {
    let mut window = marked(&["beat Amazon in October", "Amazon", "hold"]);
    go_to(&mut window, "mazon in", false);
    press(&mut window, Modifiers::NONE, &[Key::L]);
    assert_eq!(highlighted(&window), ["beat Amazon in October", "Amazon in", "hold"]);
    go_to(&mut window, "in October", false);
    press(&mut window, Modifiers::NONE, &[Key::H]);
    assert_eq!(highlighted(&window)[1], "beat Amazon in");
    undo(&mut window);
    undo(&mut window);
    go_to(&mut window, "Amazon in October.\n\nWork under the award is on ho", true);
    press(&mut window, Modifiers::NONE, &[Key::H]);
    let grown = ["company beat Amazon in October", "beat Amazon", "on hold"];
    assert_eq!(highlighted(&window), grown);
    assert_eq!(window.state().session.undo_label(), Some("growth of 3 highlights"));
    press(&mut window, Modifiers::NONE, &[Key::Delete]);
    assert!(highlighted(&window).is_empty());
    undo(&mut window);
    assert_eq!(highlighted(&window), grown);
    undo(&mut window);
    assert_eq!(highlighted(&window), ["beat Amazon in October", "Amazon", "hold"]);
}

#[test]
fn keys_mean_highlights_only_while_the_page_has_the_keyboard() {
    let mut window = marked(&["Amazon"]);
    go_to(&mut window, "mazon", false);
    window.ctx.memory_mut(|memory| memory.surrender_focus(page_id()));
    window.run();
    press(&mut window, Modifiers::NONE, &[Key::L, Key::Delete]);
    press(&mut window, ALT_SHIFT, &[Key::ArrowRight]);
    assert_eq!(highlighted(&window), ["Amazon"]);
    focus(&mut window);
    press(&mut window, Modifiers::COMMAND, &[Key::L]);
    press(&mut window, Modifiers::ALT, &[Key::ArrowRight]);
    assert_eq!(highlighted(&window), ["Amazon"]);
}

fn grip(window: &Window, name: &str) -> Pos2 {
    window.get_by_role_and_label(Role::Splitter, name).rect().center()
}

/// Presses the button at one place, moves to another, and lets go unless told otherwise.
fn drag(window: &mut Window, from: Pos2, to: Pos2, modifiers: Modifiers, lets_go: bool) {
    let button = |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers };
    window.event(Event::PointerMoved(from));
    window.step();
    window.event_modifiers(button(from, true), modifiers);
    window.step();
    for share in [0.3, 0.7, 1.0] {
        window.event_modifiers(Event::PointerMoved(from + (to - from) * share), modifiers);
        window.step();
    }
    if lets_go {
        window.event_modifiers(button(to, false), modifiers);
        window.run();
    }
}

#[test]
fn grips_drag_the_ends_to_words_and_with_alt_to_letters() {
    let mut window = marked(&["beat Amazon"]);
    let october = place_of(&mut window, "October");
    go_to(&mut window, "eat Amazon", false);
    let end = grip(&window, "End of the highlight");
    drag(&mut window, end, october, Modifiers::NONE, true);
    assert_eq!(highlighted(&window), ["beat Amazon in October"]);
    assert_eq!(window.state().session.undo_label(), Some("resizing of a highlight"));
    undo(&mut window);
    let end = grip(&window, "End of the highlight");
    drag(&mut window, end, october, Modifiers::ALT, true);
    let words = highlighted(&window).remove(0);
    assert!(words.starts_with("beat Amazon in O") && words.len() < "beat Amazon in October".len(), "{words:?}");
    undo(&mut window);
    let company = place_of(&mut window, "company");
    go_to(&mut window, "eat Amazon", false);
    let start = grip(&window, "Start of the highlight");
    drag(&mut window, start, company, Modifiers::NONE, true);
    assert_eq!(highlighted(&window), ["company beat Amazon"]);
    let start = grip(&window, "Start of the highlight");
    drag(&mut window, start, october, Modifiers::NONE, true);
    assert_eq!(highlighted(&window), ["Amazon"], "the last word is never lost");
}

#[test]
fn escape_gives_a_drag_up() {
    let mut window = marked(&["beat Amazon"]);
    let october = place_of(&mut window, "October");
    go_to(&mut window, "eat Amazon", false);
    let changes = window.state().session.changes();
    let end = grip(&window, "End of the highlight");
    drag(&mut window, end, october, Modifiers::NONE, false);
    window.key_press(Key::Escape);
    window.step();
    let button = PointerButton::Primary;
    window.event(Event::PointerButton { pos: october, button, pressed: false, modifiers: Modifiers::NONE });
    window.run();
    assert_eq!((highlighted(&window), window.state().session.changes()), (vec!["beat Amazon".to_owned()], changes));
    assert!(window.state().page.highlights.drag.is_none());
}

#[test]
fn only_one_highlight_has_grips() {
    let mut window = marked(&["beat Amazon", "October"]);
    let grips = |window: &Window| window.query_all_by_role(Role::Splitter).count();
    go_to(&mut window, "preparing", false);
    assert_eq!(grips(&window), 0);
    go_to(&mut window, "October", false);
    assert_eq!(grips(&window), 2);
    go_to(&mut window, "October", true);
    assert_eq!(grips(&window), 2, "the very words of it are selected");
    go_to(&mut window, "Octo", true);
    assert_eq!(grips(&window), 0, "its words can be selected without a grip in the way");
    go_to(&mut window, "beat Amazon in October", true);
    assert_eq!(grips(&window), 0);
}

fn right_click(window: &mut Window, at: Pos2) {
    window.event(Event::PointerMoved(at));
    window.step();
    for pressed in [true, false] {
        let button = PointerButton::Secondary;
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        window.step();
    }
    window.run();
}

fn choose(window: &mut Window, name: &str) {
    let at = window.get_by_role_and_label(Role::Button, name).rect().center();
    click(window, at, Modifiers::NONE);
}

#[test]
fn the_menu_of_a_highlight_does_what_the_keys_do() {
    let mut window = marked(&["beat Amazon in October"]);
    let at = place_of(&mut window, "in October");
    right_click(&mut window, at);
    choose(&mut window, "Remove highlight");
    assert!(highlighted(&window).is_empty());
    assert!(window.query_by_label("Remove highlight").is_none(), "the menu has gone");
    assert!(window.state().page.has_focus(&window.ctx));
    undo(&mut window);

    right_click(&mut window, at);
    choose(&mut window, "Split here");
    assert_eq!(highlighted(&window).len(), 2);
    undo(&mut window);

    let party = Target::Record(window.state_mut().mark(List::Parties, "Amazon"));
    window.state_mut().session.perform(Command::Select(Target::Header));
    let at = place_of(&mut window, "Amazon");
    right_click(&mut window, at);
    choose(&mut window, "Show Unnamed party");
    assert_eq!(window.state().session.selection().form, Some(party));

    go_to(&mut window, "department", true);
    right_click(&mut window, at);
    choose(&mut window, "Re-aim to the selected words");
    assert_eq!(highlighted(&window), ["beat Amazon in October", "department"]);
}

#[test]
fn the_menu_is_about_highlights_only() {
    let mut window = marked(&["beat Amazon", "October"]);
    let at = place_of(&mut window, "preparing");
    right_click(&mut window, at);
    assert!(window.query_by_label("Remove highlight").is_none());
    let at = place_of(&mut window, "October");
    go_to(&mut window, "beat Amazon in October", true);
    right_click(&mut window, at);
    choose(&mut window, "Remove 2 highlights");
    assert!(highlighted(&window).is_empty());
    undo(&mut window);
    window.run_steps(40);
    go_to(&mut window, "beat", false);
    right_click(&mut window, at);
    let re_aim = window.get_by_role_and_label(Role::Button, "Re-aim to the selected words");
    assert!(re_aim.accesskit_node().is_disabled(), "no words are selected");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Remove highlight").is_none());
}
