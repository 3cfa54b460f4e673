//! Earlier versions as a person sees them: the list, the difference to what is open, and going back.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::fs;
use std::path::{Path, PathBuf};

use desk::{CTRL, Window, name_of};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

/// The sample in a window that keeps earlier versions.
fn with_sample() -> (tempfile::TempDir, PathBuf, Window) {
    let (folder, case) = desk::sample();
    let mut window = Window::keeping_state_in(&folder.path().join("state"));
    window.drop_files(std::slice::from_ref(&case));
    (folder, case, window)
}

fn retitle(window: &mut Window, title: &str) {
    window.press_with(CTRL, Key::I);
    window.enter("Title", title);
}

fn save_as_titled(window: &mut Window, title: &str) {
    retitle(window, title);
    window.press_with(CTRL, Key::S);
    assert!(!window.session().is_modified());
}

/// Opens the dialog and waits until the versions are listed, and the newest is compared.
fn look_back(window: &mut Window) {
    window.menu("File", "Earlier versions…");
    wait_for_comparison(window);
}

fn wait_for_comparison(window: &mut Window) {
    window.wait_until("compared", |window| {
        !window.says("Reading…") && !window.says("Comparing…") && window.has(Role::ListBox, "Versions")
    });
}

/// The names of the rows of a list.
fn rows(window: &Window, list: &str) -> Vec<String> {
    let lists = window.all(Role::ListBox, list);
    let [list] = &lists[..] else { panic!("{}", window.tree()) };
    let (rows, at) = (window.scope().children_recursive(), list.rect());
    let rows = rows.filter(|node| node.accesskit_node().role() == Role::ListBoxOption && at.contains_rect(node.rect()));
    rows.map(|node| name_of(&node)).collect()
}

#[test]
fn a_version_is_seen_restored_and_the_restoring_undone() {
    let (_folder, case, mut window) = with_sample();
    let original = window.session().case().header.title.to_string();
    let first = fs::read(&case).unwrap();
    save_as_titled(&mut window, "Second");
    save_as_titled(&mut window, "Third");
    let third = fs::read(&case).unwrap();
    look_back(&mut window);
    assert_eq!(rows(&window, "Versions").len(), 2);
    assert!(rows(&window, "Versions")[0].contains(", saved, "), "{}", window.tree());
    let differs = rows(&window, "What differs");
    assert!(differs.iter().any(|row| row.contains("Third") && row.contains("Second")), "{differs:?}");
    assert_eq!(window.focused(), rows(&window, "Versions")[0]);
    window.press(Key::ArrowDown);
    wait_for_comparison(&mut window);
    let differs = rows(&window, "What differs");
    assert!(differs.iter().any(|row| row.contains("Third") && row.contains(&original)), "{differs:?}");
    window.press(Key::Enter);
    assert!(window.dialog().is_some(), "Enter in the list restores nothing");
    window.button("Restore");
    assert!(window.dialog().is_none());
    assert_eq!(window.session().case().header.title, original);
    assert_eq!(window.session().undo_label(), Some("restore of an earlier version"));
    assert_eq!(fs::read(&case).unwrap(), third, "the file changes only with a save");
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.session().case().header.title, "Third");
    assert!(!window.session().is_modified());
    window.press_with(CTRL, Key::Y);
    window.press_with(CTRL, Key::S);
    assert_eq!(fs::read(&case).unwrap(), first, "to the byte");
    look_back(&mut window);
    assert_eq!(rows(&window, "Versions").len(), 3);
    window.press(Key::Escape);
    assert!(window.session().earlier_versions().is_none());
}

#[test]
fn an_article_has_versions_of_its_own() {
    let (_folder, _case, mut window) = with_sample();
    look_back_at_nothing(&mut window);
    let id = window.session().selection().article.clone().unwrap();
    let title = window.session().article(&id).unwrap().title.to_string();
    window.press_with(CTRL, Key::PageDown);
    window.press_with(CTRL, Key::PageUp);
    window.enter("Title", "Another headline");
    window.press_with(CTRL, Key::S);
    window.menu("File", "Earlier versions…");
    window.click(Role::RadioButton, "The article “Another headline”");
    wait_for_comparison(&mut window);
    let differs = rows(&window, "What differs");
    assert!(differs.iter().any(|row| row.contains("Another headline") && row.contains(&title)), "{differs:?}");
    window.button("Restore");
    assert_eq!(window.session().article(&id).unwrap().title, title);
}

fn look_back_at_nothing(window: &mut Window) {
    window.menu("File", "Earlier versions…");
    window.wait_until("listed", |window| window.says("There is no earlier version yet"));
    assert!(window.find(Role::Button, "Restore").accesskit_node().is_disabled());
    window.button("Close");
}

#[test]
fn a_checkpoint_is_kept_listed_and_removed() {
    let (_folder, case, mut window) = with_sample();
    let before = fs::read(&case).unwrap();
    retitle(&mut window, "Not saved");
    window.menu("File", "Keep a checkpoint…");
    assert!(window.find(Role::Button, "Keep").accesskit_node().is_disabled(), "it needs a name");
    window.write("Before the  hearing");
    window.press(Key::Enter);
    window.wait_until("kept", |window| window.says("Kept as “Before the hearing”"));
    assert_eq!(fs::read(&case).unwrap(), before);
    assert!(window.session().is_modified());
    retitle(&mut window, "Changed again");
    look_back(&mut window);
    let listed = rows(&window, "Versions");
    assert!(listed.len() == 1 && listed[0].contains("checkpoint Before the hearing"), "{listed:?}");
    window.button("Restore");
    assert_eq!(window.session().case().header.title, "Not saved");
    look_back(&mut window);
    assert!(window.says("says the same as what is open"), "{}", window.tree());
    window.button("Remove the checkpoint");
    window.wait_until("removed", |window| window.says("There is no earlier version yet"));
}

#[test]
fn a_copy_of_a_version_is_saved_elsewhere_and_over_nothing_unasked() {
    let (folder, case, mut window) = with_sample();
    let first = fs::read(&case).unwrap();
    save_as_titled(&mut window, "Second");
    let copy = folder.path().join("copy.case.json");
    fs::write(&copy, "in the way").unwrap();
    look_back(&mut window);
    window.button("Save a copy…");
    give_path(&mut window, &copy);
    window.button("Replace");
    window.wait_until("copied", |window| window.says("saved as a copy"));
    assert_eq!(fs::read(&copy).unwrap(), first);
    assert_eq!(window.session().document().path.as_ref(), Some(&case), "what is open stays what it is");
}

/// Types a path where the window asks for one, since no dialog of the desktop can be shown here.
fn give_path(window: &mut Window, path: &Path) {
    window.wait_until("a path is asked for", |window| window.has(Role::TextInput, "Path"));
    window.fill("Path", &path.display().to_string());
    window.press(Key::Enter);
}

#[test]
fn a_case_without_a_file_is_told_why_it_has_no_versions() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::keeping_state_in(folder.path());
    window.press_with(CTRL, Key::N);
    window.menu("File", "Earlier versions…");
    assert!(window.says("The case has no file yet"));
    window.press(Key::Escape);
    window.menu("File", "Keep a checkpoint…");
    assert!(window.says("Nothing was kept, since the case has no file yet"));
}
