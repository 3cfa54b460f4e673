//! The end by a signal, when nobody can be asked.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use desk::{CTRL, Window};
use egui::Key;
use egui::accesskit::Role;

#[test]
fn what_is_being_typed_is_taken_in_and_nothing_is_asked() {
    let (_folder, case) = desk::sample();
    let mut window = Window::showing(std::slice::from_ref(&case));
    let before = std::fs::read(&case).unwrap();
    window.press_with(CTRL, Key::I);
    window.fill("Title", "Half a ti");
    assert_ne!(window.session().case().header.title, "Half a ti", "it is still being typed");
    window.app().ending().ask();
    window.frame(Vec::new());
    assert_eq!(window.session().case().header.title, "Half a ti");
    window.press_with(CTRL, Key::Q);
    window.settle();
    assert!(!window.has(Role::Dialog, "Unsaved changes"), "nothing happens any more");
    assert!(!window.is_closed, "the signal ends the program, not the window");
    assert_eq!(std::fs::read(&case).unwrap(), before, "and nothing is saved unasked");
}
