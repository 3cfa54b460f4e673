//! What tests of the keyboard share: the palette, and what is shown.

use casefile::edit::Target;
use casefile::model::Place;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

use super::{CTRL, Window, name_of};

/// A window that shows a copy of the sample case.
pub fn with_sample() -> (tempfile::TempDir, Window) {
    let (folder, case) = super::sample();
    (folder, Window::showing(&[case]))
}

/// Opens the palette and types into it.
pub fn seek(window: &mut Window, words: &str) {
    window.press_with(CTRL, Key::K);
    if !words.is_empty() {
        window.write(words);
    }
}

/// The names of the rows of the palette that are in view.
pub fn rows(window: &Window) -> Vec<String> {
    let dialog = window.dialog().expect("the palette is open");
    let rows = dialog.children_recursive().filter(|node| node.accesskit_node().role() == Role::ListBoxOption);
    rows.map(|node| name_of(&node)).collect()
}

/// The row that Enter would choose.
pub fn current(window: &Window) -> String {
    let dialog = window.dialog().expect("the palette is open");
    let row = dialog.children_recursive().find(|node| node.accesskit_node().is_selected() == Some(true));
    row.map(|node| name_of(&node)).unwrap_or_default()
}

/// The title of the article in view.
pub fn article(window: &Window) -> String {
    let nodes = window.nodes();
    let page = nodes.iter().find(|node| node.accesskit_node().role() == Role::Document);
    page.map(name_of).unwrap_or_default().trim_start_matches("Article: ").to_owned()
}

/// The record whose form is shown.
pub fn form(window: &Window) -> Option<Place> {
    match window.session().selection().form {
        Some(Target::Record(place)) => Some(place),
        _ => None,
    }
}
