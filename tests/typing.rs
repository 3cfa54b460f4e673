//! What is typed is never lost: drafts, pickers and keys in fields.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use casefile::model::{List, Reference};
use desk::{CTRL, CTRL_SHIFT, Window, name_of};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

const CEILING: &str = "JEDI contract ceiling, up to US$10bn";
const INJUNCTION: &str = "Preliminary injunction, 13 Feb 2020";

fn with_sample() -> (tempfile::TempDir, Window) {
    let (folder, case) = desk::sample();
    (folder, Window::showing(&[case]))
}

/// The sample with the form of a record that the outline lists.
fn with(record: &str) -> (tempfile::TempDir, Window) {
    let (folder, mut window) = with_sample();
    window.fill("Filter the outline", record.split(',').next().unwrap());
    window.click(Role::ListBoxOption, record);
    (folder, window)
}

#[test]
fn escape_takes_the_draft_back() {
    let (_folder, mut window) = with(CEILING);
    window.fill("Label", "Something else");
    window.press(Key::Escape);
    assert_eq!(window.shown("Label"), "JEDI contract ceiling");
    window.fill("Note", "Line one");
    window.press(Key::Escape);
    assert_eq!(window.shown("Note"), "Ceiling, not obligated spend.");
    window.fill("Payer", "Orac");
    window.press(Key::Escape);
    assert_eq!(window.shown("Payer"), "US Department of Defense");
    assert!(!window.has(Role::ListBox, "Records on file"));
    assert!(!window.session().is_modified(), "{:?}", window.session().undo_label());
}

#[test]
fn undo_takes_the_draft_in_and_then_back() {
    let (_folder, mut window) = with(CEILING);
    window.fill("Label", "First");
    window.press(Key::Enter);
    window.fill("Label", "Second");
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.shown("Label"), "First");
    assert_eq!(window.focused(), "Label");
    window.press_with(CTRL_SHIFT, Key::Z);
    assert_eq!(window.shown("Label"), "Second", "what was being typed can be had again");
    window.press_with(CTRL, Key::Z);
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.shown("Label"), "JEDI contract ceiling");
    assert!(!window.session().is_modified());
}

#[test]
fn a_draft_is_taken_in_wherever_one_goes_from_it() {
    type Way = fn(&mut Window);
    let ways: [(&str, Way); 11] = [
        ("Tab", |window| window.press(Key::Tab)),
        ("Shift+Tab", |window| window.press_with(egui::Modifiers::SHIFT, Key::Tab)),
        ("another record", |window| {
            window.click(Role::ListBoxOption, "Guaranteed minimum, US$1m");
            assert_eq!(window.shown("Label"), "Guaranteed minimum");
        }),
        ("another field", |window| window.click(Role::TextInput, "Over")),
        ("a proof mark", |window| window.button("Evidence for Payer: proved")),
        ("the article", |window| {
            window.click(Role::Heading, "Watchdog turns away Oracle’s protest over JEDI terms");
        }),
        ("F6", |window| window.press(Key::F6)),
        ("a new record", |window| window.press_with(CTRL, Key::Num1)),
        ("a closed form", |window| window.press_with(CTRL_SHIFT, Key::B)),
        ("a duplicate", |window| window.press_with(CTRL, Key::D)),
        ("another article", |window| {
            window.click(Role::ListBoxOption, "Judge halts JEDI work, 13 Feb 2020");
            assert_eq!(window.shown("Byline"), "By Harriet Osei");
        }),
    ];
    for (name, go) in ways {
        let (_folder, mut window) = with_sample();
        window.click(Role::ListBoxOption, CEILING);
        window.fill("Label", "Typed");
        go(&mut window);
        let case = window.session().case();
        assert!(case.amounts.iter().any(|(_, amount)| amount.label == "Typed"), "{name}");
        assert!(window.session().undo_label().is_some(), "{name}");
    }
}

#[test]
fn a_record_is_picked_by_mouse() {
    let (_folder, mut window) = with(CEILING);
    window.fill("Payer", "orac");
    window.click(Role::ListBoxOption, "Oracle America, Inc.  appellant");
    assert_eq!(window.shown("Payer"), "Oracle America, Inc.");
    assert_eq!(window.session().undo_label(), Some("change of payer"));
    window.press_with(CTRL, Key::Z);
    assert!(!window.session().is_modified(), "picking is one step");
}

#[test]
fn a_picker_is_left_without_a_trace() {
    let (_folder, mut window) = with(CEILING);
    window.click(Role::TextInput, "Payer");
    assert!(window.has(Role::ListBox, "Records on file"));
    window.press(Key::ArrowDown);
    window.press(Key::Tab);
    assert!(!window.has(Role::ListBox, "Records on file"));
    assert_eq!(window.shown("Payer"), "US Department of Defense");
    assert!(!window.session().is_modified());
    window.fill("Payer", "");
    window.press(Key::Tab);
    assert_eq!(window.shown("Payer"), "");
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.shown("Payer"), "US Department of Defense");
    window.enter("Payer", "the Treasury");
    assert_eq!(window.shown("Payer"), "the Treasury", "somebody who is not on file is kept in words");
    window.enter("Payer", "oracle");
    assert_eq!(window.shown("Payer"), "Oracle America, Inc.", "a name of a party on file is that party");
}

#[test]
fn names_are_added_to_those_there_are() {
    let (_folder, mut window) = with(INJUNCTION);
    let by = |window: &Window| -> Vec<Reference> {
        let case = window.session().case();
        case.actions.iter().find(|(_, action)| action.title == "Preliminary injunction").unwrap().1.by.clone()
    };
    let judge = by(&window)[0].clone();
    window.enter("By", "the clerk");
    let clerk = Reference::Words("the clerk".into());
    assert_eq!(by(&window), [judge.clone(), clerk.clone()], "Enter");
    assert_eq!((window.focused(), window.shown("By")), ("By".to_owned(), String::new()));
    window.write("a bailiff");
    window.press_with(CTRL, Key::D);
    window.press_with(CTRL, Key::Z);
    let bailiff = Reference::Words("a bailiff".into());
    assert_eq!(by(&window), [judge.clone(), clerk.clone(), bailiff.clone()], "another command");
    window.fill("By", "the clerk");
    window.press(Key::Tab);
    assert_eq!(by(&window), [judge.clone(), clerk.clone(), bailiff.clone()], "nobody is named twice");
    window.button("Remove the clerk from By");
    assert_eq!(by(&window), [judge, bailiff]);
}

#[test]
fn an_element_comes_and_goes() {
    let (_folder, mut window) = with("US Court of Federal Claims, No. 19-1796C");
    let elements = |window: &Window| {
        let inputs = window.nodes();
        inputs.iter().map(name_of).filter(|name| name.starts_with("Participant")).count()
    };
    let before = elements(&window);
    window.button("Add to participants");
    assert!(elements(&window) > before);
    assert_eq!(window.focused(), "Participant 5", "{}", window.tree());
    window.write("harbour wire");
    window.press(Key::Enter);
    assert_eq!(window.shown("Participant 5"), "Harbour Wire (sample)");
    window.button("Remove participant 5");
    assert_eq!(elements(&window), before);
}

#[test]
fn keys_of_a_field_do_nothing_to_the_record() {
    let (_folder, mut window) = with(CEILING);
    let amounts = window.count(List::Amounts);
    window.fill("Label", "one two");
    window.press(Key::Home);
    window.press_with(CTRL, Key::Delete);
    assert_eq!(window.count(List::Amounts), amounts, "Ctrl+Delete in a field is about its words");
    assert_eq!(window.shown("Label").trim(), "two");
    for key in [Key::Delete, Key::Backspace, Key::ArrowDown, Key::ArrowUp, Key::PageDown, Key::End] {
        window.press(key);
    }
    window.press(Key::Escape);
    assert_eq!(window.shown("Label"), "JEDI contract ceiling");
    assert_eq!(window.focused(), "Label", "the first Esc is for what was typed");
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Article:"), "the second leads to the page");
    window.press_with(CTRL, Key::Delete);
    assert_eq!(window.count(List::Amounts), amounts - 1, "outside a field it deletes the record");
    assert!(window.says("Nothing selected"));
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.shown("Label"), "JEDI contract ceiling");
}

#[test]
fn the_button_deletes_though_a_field_has_the_keyboard() {
    let (_folder, mut window) = with(CEILING);
    let amounts = window.count(List::Amounts);
    window.fill("Label", "Changed");
    window.button("Delete");
    assert_eq!(window.count(List::Amounts), amounts - 1);
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.shown("Label"), "Changed", "the draft was taken in before");
}

#[test]
fn evidence_is_for_the_field_in_use() {
    let (_folder, mut window) = with(CEILING);
    window.click(Role::TextInput, "Currency");
    assert!(window.says("Evidence for currency"));
    window.click(Role::ComboBox, "Nature");
    assert!(window.says("Evidence for nature"), "{}", window.tree());
    window.press(Key::Escape);
    let can_add = |window: &Window| !window.find(Role::Button, "Add evidence").accesskit_node().is_disabled();
    assert!(!can_add(&window));
    let claims = window.count(List::Claims);
    while !window.focused().starts_with("Article: ") {
        window.press(Key::F6);
    }
    window.press_with(CTRL_SHIFT, Key::ArrowRight);
    assert!(can_add(&window));
    window.button("Add evidence");
    assert_eq!(window.count(List::Claims), claims + 1);
    let (_, claim) = window.session().case().claims.iter().last().unwrap();
    assert_eq!(claim.field, "nature");
}

#[test]
fn a_range_has_two_values() {
    let (_folder, mut window) = with("Guaranteed minimum, US$1m");
    assert!(!window.has(Role::TextInput, "Upper value"));
    window.enter("Value", "between $5 million and $7 million");
    assert_eq!((window.shown("Value"), window.shown("Upper value")), ("5,000,000".to_owned(), "7,000,000".to_owned()));
    assert_eq!(window.shown("Precision"), "between");
    window.enter("Upper value", "8m");
    assert_eq!(window.shown("Upper value"), "8,000,000");
}

#[test]
fn choices_and_checks_are_set_by_keyboard() {
    let (_folder, mut window) = with(CEILING);
    window.click(Role::TextInput, "Currency");
    window.press(Key::Tab);
    window.press(Key::Tab);
    assert_eq!(window.focused(), "Precision");
    window.press(Key::Enter);
    assert!(window.has(Role::Button, "at least"), "{}", window.tree());
    window.press(Key::Escape);
    assert_eq!(window.shown("Precision"), "up to");
    window.choose("Review", "verified");
    window.click(Role::CheckBox, "Confidential");
    let case = window.session().case();
    let (_, amount) = case.amounts.iter().next().unwrap();
    assert_eq!((amount.review.as_str(), amount.confidential), ("verified", true));
    window.choose("Review", "—");
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.shown("Review"), "verified");
}
