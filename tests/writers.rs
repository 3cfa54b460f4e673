//! Files that other programs change, that cannot be saved, or that are open in another window: what the window says of
//! them, and what a person can do about it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::fs;
use std::path::{Path, PathBuf};

use casefile::session::Storage;
use casefile::store::{Settings, State};
use desk::{CTRL, CTRL_SHIFT, Window};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

const TITLE: &str = "JEDI cloud contract (sample)";

fn with_sample() -> (tempfile::TempDir, PathBuf, Window) {
    let (folder, case) = desk::sample();
    let window = Window::showing(std::slice::from_ref(&case));
    (folder, case, window)
}

/// Has another program change words of a file, and waits until that is noticed.
fn change(window: &mut Window, path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from:?}");
    fs::write(path, text.replace(from, to)).unwrap();
    window.wait_until("a notice", |window| window.has(Role::Region, "Notices"));
}

fn retitle(window: &mut Window, title: &str) {
    window.press_with(CTRL, Key::I);
    window.enter("Title", title);
}

fn save_as(window: &mut Window, path: &Path) {
    window.wait_until("a path is asked for", |window| window.has(Role::TextInput, "Path"));
    window.write(&path.display().to_string());
    window.press(Key::Enter);
}

/// Whether the form takes nothing.
fn takes_nothing(window: &Window) -> bool {
    window.find(Role::TextInput, "Title").accesskit_node().is_disabled()
}

fn is_quiet(window: &mut Window) {
    window.wait_until("nothing is told any more", |window| !window.has(Role::Region, "Notices"));
}

#[test]
fn a_change_by_another_program_is_told_without_a_dialog_and_theirs_can_be_taken() {
    let (_folder, case, mut window) = with_sample();
    assert!(!window.has(Role::Region, "Notices"));
    change(&mut window, &case, TITLE, "Their title");
    assert!(window.dialog().is_none(), "nobody is interrupted");
    assert!(window.says("Another program has changed the file of this case."), "{}", window.tree());
    assert_eq!(window.session().case().header.title, TITLE);
    window.button("Take theirs");
    is_quiet(&mut window);
    assert_eq!(window.session().case().header.title, "Their title");
    assert!(!window.session().is_modified());
}

#[test]
fn the_difference_is_shown_and_answered_in_a_dialog() {
    let (_folder, case, mut window) = with_sample();
    retitle(&mut window, "My title");
    change(&mut window, &case, TITLE, "Their title");
    window.button("Show the difference");
    window.wait_until("a difference", |window| window.says("Details of the case changed"));
    assert_eq!(window.dialog().map(|node| desk::name_of(&node)).unwrap(), "What another program has changed");
    assert!(window.has(Role::ListBox, "What differs"), "{}", window.tree());
    window.press(Key::Escape);
    assert!(window.dialog().is_none() && window.says("Another program has changed"), "Esc decides nothing");
    window.button("Show the difference");
    window.wait_until("a difference", |window| window.says("Details of the case changed"));
    window.button("Keep mine");
    is_quiet(&mut window);
    assert!(window.dialog().is_none());
    assert!(fs::read_to_string(&case).unwrap().contains("Their title"), "until it is saved");
    window.press_with(CTRL, Key::S);
    assert!(fs::read_to_string(&case).unwrap().contains("My title") && !window.session().is_modified());
}

#[test]
fn a_save_that_is_stopped_says_so_and_the_copy_goes_on() {
    let (folder, case, mut window) = with_sample();
    retitle(&mut window, "My title");
    let text = fs::read_to_string(&case).unwrap();
    fs::write(&case, text.replace(TITLE, "Their title")).unwrap();
    window.press_with(CTRL, Key::Q);
    window.button("Save");
    window.wait_until("it is told", |window| window.says("Nothing was saved, since another program has changed"));
    assert!(!window.is_closed && window.session().is_modified());
    window.button("Save mine as a copy…");
    let copy = folder.path().join("copy.case.json");
    save_as(&mut window, &copy);
    is_quiet(&mut window);
    assert!(fs::read_to_string(&copy).unwrap().contains("My title"));
    assert!(fs::read_to_string(&case).unwrap().contains("Their title"));
    assert!(!window.is_closed, "the end was asked for before");
}

#[test]
fn an_article_is_named_and_taken_alone() {
    let (_folder, case, mut window) = with_sample();
    let articles = case.parent().unwrap().join("articles");
    let article = fs::read_dir(articles).unwrap().next().unwrap().unwrap().path();
    retitle(&mut window, "My title");
    change(&mut window, &article, "Pentagon", "Department");
    assert!(window.says("has changed the file of the article “"), "{}", window.tree());
    window.button("Take theirs");
    is_quiet(&mut window);
    assert_eq!(window.session().case().header.title, "My title");
    change(&mut window, &article, "Department", "Pentagon");
    window.button("Save mine as a copy");
    is_quiet(&mut window);
    assert!(!window.session().is_modified());
    assert!(fs::read_to_string(&article).unwrap().contains("Pentagon"));
}

#[test]
fn many_files_at_once_are_told_of_in_few_words() {
    let (_folder, case, mut window) = with_sample();
    for entry in fs::read_dir(case.parent().unwrap().join("articles")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("\"text\": \"", "\"text\": \"Changed. ")).unwrap();
    }
    window.wait_until("all are noticed", |window| window.says("And 9 more files."));
    assert_eq!(window.all(Role::Button, "Take theirs").len(), 1);
    window.button("Take all of theirs");
    is_quiet(&mut window);
    let session = window.session();
    assert!(window.readable().iter().all(|id| session.article(id).unwrap().text.starts_with("Changed. ")));
    assert_eq!(window.readable().len(), 10);
}

#[test]
fn a_removed_file_can_be_saved_again_or_elsewhere() {
    let (folder, case, mut window) = with_sample();
    for answer in ["Save it again", "Save as…"] {
        let file = window.session().document().path.clone().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        fs::remove_file(&file).unwrap();
        window.wait_until("a notice", |window| window.says("was removed or moved"));
        window.button(answer);
        if answer == "Save as…" {
            save_as(&mut window, &folder.path().join("elsewhere.case.json"));
        }
        is_quiet(&mut window);
        let file = window.session().document().path.clone().unwrap();
        assert_eq!(fs::read_to_string(file).unwrap(), text, "{answer}");
    }
    assert!(!case.exists());
}

#[test]
fn a_removed_folder_can_be_saved_again_as_a_whole() {
    let (folder, case, mut window) = with_sample();
    let moved = folder.path().join("moved");
    fs::create_dir(&moved).unwrap();
    fs::rename(case.with_file_name("articles"), moved.join("articles")).unwrap();
    fs::rename(&case, moved.join("jedi.case.json")).unwrap();
    window.wait_until("all are noticed", |window| window.says("And 10 more files."));
    window.button("Save all of them again");
    is_quiet(&mut window);
    assert!(!window.session().is_modified());
    for entry in fs::read_dir(moved.join("articles")).unwrap() {
        let file = entry.unwrap().path();
        let again = case.with_file_name("articles").join(file.file_name().unwrap());
        assert_eq!(fs::read(file).unwrap(), fs::read(again).unwrap());
    }
    assert_eq!(fs::read(case).unwrap(), fs::read(moved.join("jedi.case.json")).unwrap());
}

#[test]
fn a_file_that_cannot_be_read_is_looked_at_again() {
    let (_folder, case, mut window) = with_sample();
    let aside = case.with_file_name("aside");
    fs::rename(&case, &aside).unwrap();
    fs::create_dir(&case).unwrap();
    window.wait_until("a notice", |window| window.says("can no longer be read"));
    assert!(!window.has(Role::Button, "Show the difference"));
    fs::remove_dir(&case).unwrap();
    fs::rename(&aside, &case).unwrap();
    if window.has(Role::Button, "Look again") {
        window.button("Look again");
    }
    is_quiet(&mut window);
}

#[cfg(unix)]
#[test]
fn hard_links_are_asked_about_and_nothing_is_saved_by_enter() {
    let (folder, case, mut window) = with_sample();
    let other = folder.path().join("other name");
    fs::hard_link(&case, &other).unwrap();
    retitle(&mut window, "My title");
    window.press_with(CTRL, Key::S);
    assert_eq!(window.dialog().map(|node| desk::name_of(&node)).unwrap(), "This file has 2 names");
    assert_eq!(window.focused(), "Cancel");
    window.press(Key::Enter);
    assert!(window.dialog().is_none() && window.session().is_modified());
    window.press_with(CTRL, Key::Q);
    window.button("Save");
    window.button("Save under this name only");
    assert!(window.is_closed, "it was to end once saved: {}", window.tree());
    assert!(fs::read_to_string(&case).unwrap().contains("My title"));
    assert!(fs::read_to_string(&other).unwrap().contains(TITLE));
}

#[test]
fn a_failed_save_offers_another_try_and_another_place() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("blocked");
    fs::write(&blocked, "").unwrap();
    let mut window = Window::new();
    window.button("New case");
    window.write("A new case");
    window.press_with(CTRL, Key::S);
    save_as(&mut window, &blocked.join("new.case.json"));
    assert_eq!(window.dialog().map(|node| desk::name_of(&node)).unwrap(), "Not saved");
    window.button("Try again");
    assert!(window.says("could not be saved"), "it still cannot: {}", window.tree());
    window.button("Close");
    window.press_with(CTRL, Key::Q);
    window.button("Save");
    save_as(&mut window, &blocked.join("new.case.json"));
    assert!(!window.is_closed);
    window.button("Save in another place…");
    save_as(&mut window, &folder.path().join("new.case.json"));
    assert!(window.is_closed, "it was to end once saved");
    assert!(fs::read_to_string(folder.path().join("new.case.json")).unwrap().contains("A new case"));
}

#[test]
fn a_failed_save_that_works_again_ends_the_program_where_that_was_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("blocked");
    fs::write(&blocked, "").unwrap();
    let mut window = Window::new();
    window.button("New case");
    window.write("A new case");
    window.press_with(CTRL, Key::Q);
    window.button("Save");
    save_as(&mut window, &blocked.join("new.case.json"));
    fs::remove_file(&blocked).unwrap();
    window.button("Try again");
    assert!(window.is_closed && blocked.join("new.case.json").exists());
}

#[cfg(unix)]
#[test]
fn read_only_says_so_before_anything_is_typed() {
    use std::os::unix::fs::PermissionsExt;

    let (folder, case) = desk::sample();
    fs::set_permissions(&case, fs::Permissions::from_mode(0o444)).unwrap();
    let mut window = Window::showing(std::slice::from_ref(&case));
    assert!(window.says("its mode lets nobody write it"), "{}", window.tree());
    assert!(takes_nothing(&window));
    window.button("Save as…");
    save_as(&mut window, &folder.path().join("copy.case.json"));
    is_quiet(&mut window);
    retitle(&mut window, "My title");
    assert_eq!(window.session().case().header.title, "My title");
    fs::set_permissions(&case, fs::Permissions::from_mode(0o644)).unwrap();
}

#[test]
fn a_second_window_reads_until_the_first_has_gone() {
    let (folder, case) = desk::sample();
    let open = || {
        let storage = Storage { state: Some(State::at(folder.path().join("state"))), ..Storage::default() };
        let mut window = Window::with_storage(1440.0, 900.0, Settings::default(), storage);
        window.drop_files(std::slice::from_ref(&case));
        window
    };
    let first = open();
    assert!(!first.has(Role::Region, "Notices"));
    let mut second = open();
    assert!(second.says("open in another window"), "{}", second.tree());
    assert!(takes_nothing(&second));
    second.button("Try again");
    assert!(second.says("open in another window"));
    drop(first);
    second.button("Try again");
    is_quiet(&mut second);
    retitle(&mut second, "My title");
    second.press_with(CTRL, Key::S);
    assert!(fs::read_to_string(&case).unwrap().contains("My title"));
    second.press_with(CTRL_SHIFT, Key::S);
    second.press(Key::Escape);
}
