//! Unsaved work in the way of something, files that cannot be written, and the dialogs about both.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::fs;
use std::path::Path;

use casefile::model::List;
use desk::{CTRL, CTRL_SHIFT, Window};
use egui::Key;
use egui::accesskit::Role;

fn with_sample() -> (tempfile::TempDir, std::path::PathBuf, Window) {
    let (folder, case) = desk::sample();
    let window = Window::showing(std::slice::from_ref(&case));
    (folder, case, window)
}

/// Another case, on disk.
fn other_case(folder: &Path, name: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    fs::write(&path, "{\"casefile\": \"case\", \"version\": 1, \"id\": \"aaaaaaaa\", \"title\": \"Another\"}").unwrap();
    path
}

fn retitle(window: &mut Window, title: &str) {
    window.press_with(CTRL, Key::I);
    window.enter("Title", title);
}

/// Types a path where the window asks for one, since no dialog of the desktop can be shown here.
fn give_path(window: &mut Window, path: &Path) {
    window.wait_until("a path is asked for", |window| window.has(Role::TextInput, "Path"));
    window.write(&path.display().to_string());
    window.press(Key::Enter);
}

#[test]
fn what_was_cancelled_never_happens_later() {
    let (_folder, case, mut window) = with_sample();
    retitle(&mut window, "Changed");
    window.press_with(CTRL, Key::N);
    assert!(window.says("Save the changes to “Changed”?"));
    window.press(Key::Escape);
    window.press_with(CTRL, Key::S);
    assert_eq!(window.session().case().header.title, "Changed", "saving does not start the case that was cancelled");
    assert_eq!(window.count(List::Articles), 10);
    assert!(fs::read_to_string(&case).unwrap().contains("Changed"));
    retitle(&mut window, "Changed again");
    window.press_with(CTRL, Key::N);
    window.button("Cancel");
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.count(List::Articles), 10, "nor does taking the changes back");
}

#[test]
fn another_case_opens_after_a_save_or_without_one() {
    for (answer, kept) in [("Save", true), ("Close without saving", false)] {
        let (folder, case, mut window) = with_sample();
        let other = other_case(folder.path(), "other.case.json");
        retitle(&mut window, "Changed");
        window.drop_files(&[other]);
        window.button(answer);
        assert_eq!(window.session().case().header.title, "Another", "{answer}");
        assert!(!window.session().is_modified());
        assert_eq!(fs::read_to_string(case).unwrap().contains("Changed"), kept, "{answer}");
    }
}

#[test]
fn no_case_takes_the_place_of_unsaved_work_unasked() {
    let (folder, _case, mut window) = with_sample();
    let unusual = other_case(folder.path(), "case without the usual end");
    retitle(&mut window, "Changed");
    window.drop_files(&[unusual]);
    assert_eq!(window.session().case().header.title, "Changed");
    assert!(window.session().is_modified());
    assert!(window.says("Save the changes to “Changed”?"), "{}", window.tree());
    window.press(Key::Escape);
    assert_eq!(window.session().case().header.title, "Changed");
    // Words that are still being typed are asked about, too.
    window.drop_files(&[folder.path().join("case without the usual end")]);
    window.button("Cancel");
    window.press_with(CTRL, Key::I);
    window.fill("Title", "Typed");
    window.drop_files(&[folder.path().join("case without the usual end")]);
    assert!(window.says("Save the changes to “Typed”?"), "{}", window.tree());
    window.button("Close without saving");
    assert_eq!(window.session().case().header.title, "Another");
}

#[test]
fn what_was_given_up_for_a_file_that_does_not_open_is_not_given_up_for_another() {
    let (folder, _case, mut window) = with_sample();
    let (first, second) = (other_case(folder.path(), "first"), other_case(folder.path(), "second"));
    retitle(&mut window, "Changed");
    window.drop_files(std::slice::from_ref(&first));
    fs::write(&first, "{").unwrap();
    window.button("Close without saving");
    assert_eq!(window.session().case().header.title, "Changed");
    window.drop_files(&[second]);
    assert!(window.says("Save the changes to “Changed”?"), "{}", window.tree());
}

#[test]
fn an_edit_made_while_a_case_is_read_is_not_lost() {
    let (folder, case, mut window) = with_sample();
    let other = other_case(folder.path(), "other.case.json");
    window.press_with(CTRL, Key::I);
    window.fill("Title", "Typed in the meantime");
    window.drop_files(&[other]);
    if window.dialog().is_some() {
        window.button("Save");
    }
    let saved = fs::read_to_string(case).unwrap().contains("Typed in the meantime");
    assert!(saved || window.session().case().header.title == "Typed in the meantime");
}

#[test]
fn a_new_case_is_saved_and_the_window_closed_after_one_question() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.case.json");
    let mut window = Window::new();
    window.button("New case");
    window.write("A new case");
    window.press_with(CTRL, Key::Q);
    window.press(Key::Enter);
    give_path(&mut window, &path);
    assert!(window.is_closed, "{}", window.tree());
    assert!(fs::read_to_string(path).unwrap().contains("A new case"));
}

#[test]
fn closing_without_saving_closes() {
    let (_folder, case, mut window) = with_sample();
    let before = fs::read(&case).unwrap();
    retitle(&mut window, "Changed");
    window.close();
    assert!(!window.is_closed);
    window.button("Close without saving");
    assert!(window.is_closed);
    assert_eq!(fs::read(case).unwrap(), before);
}

#[test]
fn a_save_that_fails_keeps_the_window_and_does_not_close_it_later() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("blocked"), "").unwrap();
    let mut window = Window::new();
    window.button("New case");
    window.write("A new case");
    window.press_with(CTRL, Key::Q);
    window.button("Save");
    give_path(&mut window, &folder.path().join("blocked/new.case.json"));
    assert!(!window.is_closed && window.session().is_modified());
    assert!(window.says("could not be saved"), "it says why: {}", window.tree());
    window.button("Close");
    window.press_with(CTRL, Key::S);
    give_path(&mut window, &folder.path().join("good.case.json"));
    assert!(!window.session().is_modified());
    assert!(!window.is_closed, "an ordinary save closes nothing");
}

#[test]
fn words_pasted_into_a_dialog_outlive_a_press_on_close() {
    let mut window = Window::new();
    window.button("New case");
    window.press_with(CTRL, Key::I);
    window.press_with(CTRL_SHIFT, Key::N);
    window.paste("A headline\nBy Bo Ray\n\nAn hour of typing.");
    window.close();
    assert!(!window.is_closed);
    if window.has(Role::Button, "Save") {
        window.button("Cancel");
    }
    assert!(window.dialog().is_some(), "{}", window.tree());
    assert_eq!(window.shown("Text"), "An hour of typing.");
    window.button("Cancel");
    window.close();
    assert!(window.is_closed, "without words there is nothing to keep");
}

#[test]
fn a_dialog_has_the_keyboard_and_gives_it_back() {
    let (_folder, _case, mut window) = with_sample();
    window.click(Role::TextInput, "Title");
    window.press_with(CTRL_SHIFT, Key::O);
    window.write("/nowhere/x");
    assert_eq!(window.shown("Path"), "/nowhere/x");
    window.press(Key::Escape);
    assert_eq!(window.shown("Title"), "JEDI cloud contract (sample)", "nothing went into the field behind");
    assert_eq!(window.focused(), "Title");
    for key in [Key::F1, Key::Escape] {
        window.press(key);
    }
    assert_eq!(window.focused(), "Title");
    window.press_with(CTRL_SHIFT, Key::N);
    for _ in 0..30 {
        window.press(Key::Tab);
        let names = ["Text", "Title", "Byline", "Authors", "Publisher", "URL", "Published", "Retrieved", "Language"];
        let focused = window.focused();
        assert!(names.contains(&focused.as_str()) || focused == "Cancel", "Tab leaves the dialog for {focused:?}");
    }
    window.press(Key::Escape);
    assert!(!window.session().is_modified());
}

#[test]
fn an_article_can_be_typed_and_corrected_in_its_dialog() {
    let mut window = Window::new();
    window.button("New article: paste it in…");
    assert_eq!(window.focused(), "Text");
    window.fill("Title", "My own title");
    window.fill("Published", "sometime in spring");
    assert!(window.says("kept as typed"));
    window.fill("Retrieved", "3 Mar 2021");
    assert!(window.says("2021-03-03"));
    window.click(Role::MultilineTextInput, "Text");
    window.paste("Another headline\nBy Ann Lee • August 23, 2020\n\nThe words.");
    assert_eq!(window.shown("Title"), "My own title", "what was typed is not replaced");
    assert_eq!(window.shown("Published"), "sometime in spring");
    assert_eq!(window.shown("Byline"), "By Ann Lee");
    window.press_with(CTRL, Key::Z);
    window.button("Add article");
    assert_eq!(window.count(List::Articles), 1);
    assert_eq!(window.shown("Published"), "sometime in spring");
    assert!(window.says("Not understood; kept as typed"));
}

#[test]
fn a_file_that_is_there_is_not_replaced_unseen() {
    let (folder, _case, mut window) = with_sample();
    let other = other_case(folder.path(), "other.case.json");
    let before = fs::read(&other).unwrap();
    window.press_with(CTRL_SHIFT, Key::S);
    give_path(&mut window, &other);
    assert_eq!(fs::read(&other).unwrap(), before, "{}", window.tree());
    assert_eq!(window.focused(), "Choose another path", "it is asked first");
    window.press(Key::Enter);
    assert_eq!(window.shown("Path"), other.display().to_string());
    window.press(Key::Enter);
    window.button("Cancel");
    assert_eq!(fs::read(&other).unwrap(), before);
    window.press_with(CTRL_SHIFT, Key::S);
    give_path(&mut window, &other.with_file_name("other"));
    assert!(window.has(Role::Button, "Replace"), "the end of the name is added before that is looked at");
    window.button("Replace");
    assert!(fs::read_to_string(&other).unwrap().contains("JEDI cloud contract"));
    window.press_with(CTRL, Key::I);
    window.enter("Title", "Changed");
    window.press_with(CTRL_SHIFT, Key::S);
    give_path(&mut window, &other);
    assert!(window.dialog().is_none(), "its own file may be replaced");
}

#[test]
fn reverting_can_be_undone() {
    let (_folder, _case, mut window) = with_sample();
    retitle(&mut window, "Changed");
    window.menu("File", "Revert");
    assert_eq!(window.shown("Title"), "JEDI cloud contract (sample)");
    assert!(!window.session().is_modified());
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.shown("Title"), "Changed");
    assert!(window.session().is_modified());
}
