//! Work that was not saved: the question about it at the start and when its file is opened, and the list of all of it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use casefile::model::List;
use desk::{CTRL, CTRL_SHIFT, Window, name_of};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

/// The sample, and a folder for the state of the user.
struct Place {
    folder: tempfile::TempDir,
    case: PathBuf,
}

impl Place {
    fn new() -> Self {
        let (folder, case) = desk::sample();
        Self { folder, case }
    }

    /// A window as it is after the start, once it was looked for lost work.
    fn window(&self) -> Window {
        let mut window = Window::keeping_state_in(&self.folder.path().join("state"));
        window.wait_until("looked for lost work", |window| !window.session().is_looking_for_lost());
        window
    }

    /// A window that shows the sample.
    fn showing(&self) -> Window {
        let mut window = self.window();
        window.drop_files(std::slice::from_ref(&self.case));
        window
    }

    /// Ends a window as a crash does, once these words were recorded.
    #[track_caller]
    fn kill(&self, mut window: Window, words: &str) {
        let started = Instant::now();
        while !journals(&self.folder.path().join("state")).iter().any(|journal| journal.contains(words)) {
            assert!(started.elapsed() < Duration::from_secs(20), "never recorded: {words}");
            window.settle();
            std::thread::sleep(Duration::from_millis(5));
        }
        drop(window);
    }
}

/// What the journals in a folder say.
fn journals(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(journals(&path));
        } else if path.file_name().is_some_and(|name| name == "journal") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
    found
}

fn wait_for_comparison(window: &mut Window) {
    window.wait_until("compared", |window| {
        window.dialog().is_some() && !window.says("Looking for work") && !window.says("Comparing…")
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

/// Types a title without leaving the field.
fn type_title(window: &mut Window, title: &str) {
    window.press_with(CTRL, Key::I);
    window.fill("Title", title);
}

fn list_lost(window: &mut Window) {
    window.menu("File", "Recover unsaved work…");
    window.wait_until("looked", |window| !window.session().is_looking_for_lost() && !window.says("Looking for work"));
}

#[test]
fn words_in_a_field_outlive_a_crash() {
    let place = Place::new();
    let (original, mut window) = (fs::read(&place.case).unwrap(), place.showing());
    window.press_with(CTRL, Key::I);
    window.enter("Title", "Harbour cloud");
    type_title(&mut window, "Harbour cloud contr");
    place.kill(window, "Harbour cloud contr");
    let mut window = place.window();
    wait_for_comparison(&mut window);
    assert!(window.says("Work that was not saved was found"));
    let listed = rows(&window, "Unsaved work");
    assert!(
        listed.len() == 1
            && listed[0].starts_with("Harbour cloud, jedi.case.json, Today ")
            && listed[0].ends_with("1 step and words being typed"),
        "{listed:?}"
    );
    let differs = rows(&window, "What differs");
    assert!(differs.iter().any(|row| row.contains("Harbour cloud contr") && row.contains("JEDI")), "{differs:?}");
    assert_eq!(window.focused(), "Open");
    window.press(Key::Enter);
    window.wait_until("open", |window| window.session().is_open());
    assert!(window.dialog().is_none());
    assert_eq!(window.shown("Title"), "Harbour cloud contr");
    assert!(window.session().is_modified());
    assert_eq!(fs::read(&place.case).unwrap(), original, "the file changes only with a save");
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.shown("Title"), "Harbour cloud");
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.shown("Title"), "JEDI cloud contract (sample)");
    window.press_with(CTRL, Key::Y);
    window.press_with(CTRL, Key::Y);
    window.press_with(CTRL, Key::S);
    assert!(fs::read_to_string(&place.case).unwrap().contains("Harbour cloud contr"));
    place.kill(window, "saved");
    let mut window = place.window();
    assert!(window.dialog().is_none(), "everything is saved: {}", window.tree());
    list_lost(&mut window);
    assert!(window.says("There is nothing to recover"), "{}", window.tree());
    assert_eq!(window.focused(), "Close");
    window.press(Key::Enter);
    assert!(window.dialog().is_none());
}

#[test]
fn later_asks_again_and_setting_aside_does_not() {
    let place = Place::new();
    let (original, mut window) = (fs::read(&place.case).unwrap(), place.showing());
    type_title(&mut window, "Later");
    place.kill(window, "Later");
    for key in [None, Some(Key::Escape)] {
        let mut window = place.window();
        wait_for_comparison(&mut window);
        match key {
            Some(key) => window.press(key),
            None => window.button("Later"),
        }
        assert!(window.dialog().is_none() && !window.session().is_open());
    }
    let mut window = place.window();
    wait_for_comparison(&mut window);
    window.button("Set aside");
    assert!(window.dialog().is_none());
    drop(window);
    let mut window = place.window();
    assert!(window.dialog().is_none());
    list_lost(&mut window);
    wait_for_comparison(&mut window);
    let listed = rows(&window, "Unsaved work");
    assert!(listed.len() == 1 && listed[0].contains("set aside"), "{listed:?}");
    assert!(!window.has(Role::Button, "Set aside"));
    window.button("Open");
    assert_eq!(window.shown("Title"), "Later");
    list_lost(&mut window);
    assert!(window.says("There is nothing to recover"), "what is open here is not listed: {}", window.tree());
    window.press(Key::Escape);
    assert_eq!(fs::read(&place.case).unwrap(), original);
    drop(window);
    let mut window = place.window();
    wait_for_comparison(&mut window);
    assert!(window.says("Work that was not saved was found"), "once opened again, it is at stake again");
}

#[test]
fn opening_the_file_asks_about_its_work_alone() {
    let place = Place::new();
    let mut window = place.showing();
    type_title(&mut window, "Opened");
    place.kill(window, "Opened");
    for opens in [false, true, true] {
        let mut window = place.window();
        if window.dialog().is_some() {
            window.button("Later");
        }
        window.drop_files(std::slice::from_ref(&place.case));
        if opens && !window.says("This file has work") {
            // It was set aside the time before.
            assert!(window.dialog().is_none(), "{}", window.tree());
            assert_eq!(window.shown("Title"), "JEDI cloud contract (sample)");
            return;
        }
        wait_for_comparison(&mut window);
        assert!(window.says("This file has work that was not saved"), "{}", window.tree());
        // Once they were recovered, the words are a step of the case.
        let what = if opens { "1 step: jedi.case.json" } else { "words being typed: jedi.case.json" };
        assert!(window.says(what), "{}", window.tree());
        if opens {
            window.button("Open the file as it was saved");
            assert!(window.dialog().is_none());
        } else {
            window.button("Open");
            assert_eq!(window.shown("Title"), "Opened");
        }
    }
    panic!("set aside, it is asked about no more");
}

#[test]
fn a_case_closed_without_saving_is_listed_and_opens() {
    let place = Place::new();
    let mut window = place.showing();
    type_title(&mut window, "Given up");
    window.close();
    window.button("Close without saving");
    assert!(window.is_closed);
    drop(window);
    let mut window = place.showing();
    assert!(window.dialog().is_none(), "{}", window.tree());
    type_title(&mut window, "In the way");
    list_lost(&mut window);
    wait_for_comparison(&mut window);
    let listed = rows(&window, "Unsaved work");
    assert!(listed.len() == 1 && listed[0].starts_with("Given up, "), "{listed:?}");
    window.button("Open");
    assert!(window.says("Save the changes to “In the way”?"));
    window.button("Close without saving");
    window.wait_until("recovered", |window| window.session().case().header.title == "Given up");
    list_lost(&mut window);
    wait_for_comparison(&mut window);
    let listed = rows(&window, "Unsaved work");
    assert!(listed.len() == 1 && listed[0].starts_with("In the way, "), "{listed:?}");
}

#[test]
fn a_long_new_article_comes_back_into_its_dialog() {
    for is_open in [false, true] {
        let place = Place::new();
        let mut window = if is_open { place.showing() } else { place.window() };
        let text = format!("A headline\n\n{}The very end.", "Words of an hour. ".repeat(4_000));
        window.press_with(CTRL_SHIFT, Key::N);
        window.paste(&text);
        place.kill(window, "The very end.");
        let mut window = place.window();
        wait_for_comparison(&mut window);
        assert!(window.says("A new article “A headline” was being entered, 72,013 letters"), "{}", window.tree());
        window.button("Open");
        window.wait_until("its dialog", |window| window.has(Role::Button, "Add article"));
        assert!(window.shown("Text").ends_with("The very end."));
        let count = window.count(List::Articles);
        window.button("Add article");
        assert_eq!(window.count(List::Articles), count + 1);
        assert!(window.session().is_modified());
        let now = window.session().case().header.id.clone();
        place.kill(window, "\"done\"");
        let mut window = place.window();
        wait_for_comparison(&mut window);
        assert!(!window.says("was being entered"), "{}", window.tree());
        assert_eq!(rows(&window, "Unsaved work").len(), 1, "one case, one journal: {}", window.tree());
        window.button("Open");
        window.wait_until("open", |window| window.count(List::Articles) == count + 1);
        assert_eq!(window.session().case().header.id, now);
    }
}

#[test]
fn a_new_article_that_was_added_is_not_listed_apart() {
    let place = Place::new();
    let mut window = place.window();
    window.press_with(CTRL_SHIFT, Key::N);
    window.paste("A headline\n\nWords.");
    window.button("Add article");
    place.kill(window, "\"done\"");
    let mut window = place.window();
    wait_for_comparison(&mut window);
    let listed = rows(&window, "Unsaved work");
    assert!(listed.len() == 1 && listed[0].contains("never saved"), "{listed:?}");
    assert!(listed[0].ends_with("1 step"), "{listed:?}");
    assert!(window.says("Never saved, so all of it is new"), "{}", window.tree());
}

#[test]
fn words_typed_about_an_article_come_back() {
    let place = Place::new();
    let mut window = place.showing();
    window.press_with(CTRL, Key::PageDown);
    window.press_with(CTRL, Key::PageUp);
    let id = window.session().selection().article.clone().unwrap();
    window.fill("Title", "A headline half ty");
    place.kill(window, "A headline half ty");
    let mut window = place.window();
    wait_for_comparison(&mut window);
    let differs = rows(&window, "What differs");
    assert!(differs.iter().any(|row| row.contains("A headline half ty")), "{differs:?}");
    window.button("Open");
    window.wait_until("open", |window| window.session().article(&id).is_some());
    assert_eq!(window.session().article(&id).unwrap().title, "A headline half ty");
}

#[test]
fn a_save_and_an_ordinary_end_leave_nothing_to_ask() {
    let place = Place::new();
    let mut window = place.showing();
    type_title(&mut window, "Saved at the end");
    window.press_with(CTRL, Key::Q);
    window.press(Key::Enter);
    window.wait_until("closed", |window| window.is_closed);
    drop(window);
    assert!(fs::read_to_string(&place.case).unwrap().contains("Saved at the end"));
    let mut window = place.window();
    assert!(window.dialog().is_none(), "{}", window.tree());
    list_lost(&mut window);
    assert!(window.says("There is nothing to recover"), "{}", window.tree());
}

#[test]
fn each_of_several_is_shown_with_its_difference() {
    let place = Place::new();
    let mut window = place.showing();
    type_title(&mut window, "The first");
    window.press(Key::Enter);
    place.kill(window, "The first");
    let mut window = place.window();
    wait_for_comparison(&mut window);
    window.button("Later");
    window.press_with(CTRL, Key::N);
    type_title(&mut window, "The second");
    place.kill(window, "The second");
    let mut window = place.window();
    wait_for_comparison(&mut window);
    let listed = rows(&window, "Unsaved work");
    assert!(
        listed.len() == 2
            && listed[0].starts_with("Untitled case, never saved")
            && listed[1].starts_with("The first, "),
        "{listed:?}"
    );
    let before = rows(&window, "What differs");
    assert_eq!(window.focused(), "Open");
    for _ in 0..2 {
        window.press_with(egui::Modifiers::SHIFT, Key::Tab);
    }
    let first = window.focused();
    window.press(Key::End);
    assert!(listed.contains(&first) && listed.contains(&window.focused()) && first != window.focused(), "{first}");
    wait_for_comparison(&mut window);
    assert_ne!(rows(&window, "What differs"), before);
}

#[test]
fn a_journal_that_cannot_be_written_is_said_in_the_status_bar() {
    let (folder, case) = desk::sample();
    let state = folder.path().join("state");
    fs::create_dir(&state).unwrap();
    fs::write(state.join("documents"), "in the way").unwrap();
    let mut window = Window::keeping_state_in(&state);
    window.drop_files(std::slice::from_ref(&case));
    assert!(!window.has(Role::Label, "Not kept safe"));
    window.press_with(CTRL, Key::I);
    window.enter("Title", "At risk");
    window.wait_until("said", |window| window.has(Role::Label, "Not kept safe"));
    assert!(window.session().is_unsafe());
}

#[test]
fn work_that_waits_is_listed_while_its_file_is_open() {
    let place = Place::new();
    let mut window = place.showing();
    type_title(&mut window, "Waiting");
    place.kill(window, "Waiting");
    let mut window = place.window();
    window.button("Later");
    window.drop_files(std::slice::from_ref(&place.case));
    window.button("Later");
    list_lost(&mut window);
    wait_for_comparison(&mut window);
    assert!(rows(&window, "Unsaved work")[0].contains("words being typed"), "{}", window.tree());
    window.button("Set aside");
    window.wait_until("listed anew", |window| window.says("closed without saving"));
    wait_for_comparison(&mut window);
    window.button("Open");
    assert_eq!(window.shown("Title"), "Waiting");
}
