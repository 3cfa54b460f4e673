//! A careless user: any press of any key or button may come at any time.
//!
//! `CASEFILE_CARELESS` in the environment sets how many rounds are played; 3 without it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use casefile::format::render_case;
use desk::palette::current;
use desk::{CTRL, CTRL_SHIFT, Window, name_of, region};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::NodeT;

/// Numbers that look random and are the same each time (a linear congruential generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Presses in a round.
const STEPS: usize = 150;

const KEYS: [Key; 26] = [
    Key::Tab,
    Key::Tab,
    Key::Enter,
    Key::Escape,
    Key::ArrowDown,
    Key::ArrowUp,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::Delete,
    Key::Backspace,
    Key::Space,
    Key::F6,
    Key::F7,
    Key::F1,
    Key::PageDown,
    Key::PageUp,
    Key::K,
    Key::K,
    Key::A,
    Key::Z,
    Key::D,
    Key::E,
    Key::Num2,
    Key::Num4,
];

const WORDS: [&str; 8] = [
    "up to $10bn over 10 years",
    "by September 16",
    "Oracle",
    "x",
    "",
    "2020-13-45",
    "ümlaut — Łódź",
    "between 5 and 7 million euros",
];

/// What leaves the case, writes to a disk, or counts as a save.
const LEFT_ALONE: [&str; 8] = ["Save", "Revert", "Close without", "Quit", "Open", "New case", "Replace", "Locate"];

#[test]
fn nothing_breaks_and_everything_can_be_taken_back() {
    let rounds = std::env::var("CASEFILE_CARELESS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(3);
    for seed in 1..=rounds {
        let (_folder, case) = desk::sample();
        let size = if seed % 2 == 0 { (800.0, 600.0) } else { (1440.0, 900.0) };
        let mut window = Window::with(size.0, size.1, casefile::store::Settings::default());
        window.drop_files(&[case]);
        let before = render_case(window.session().case());
        let mut numbers = Numbers(seed);
        for _ in 0..STEPS {
            act(&mut window, &mut numbers);
        }
        if window.dialog().is_some() {
            window.press(Key::Escape);
            window.press(Key::Escape);
        }
        for _ in 0..2 * STEPS {
            if window.session().undo_label().is_none() {
                break;
            }
            window.press_with(CTRL, Key::Z);
        }
        assert!(!window.session().is_modified(), "round {seed}");
        assert!(render_case(window.session().case()) == before, "round {seed}");
    }
}

fn act(window: &mut Window, numbers: &mut Numbers) {
    match numbers.below(10) {
        0..=4 => {
            let roles = [
                Role::Button,
                Role::ComboBox,
                Role::TextInput,
                Role::CheckBox,
                Role::ListBoxOption,
                Role::Paragraph,
                Role::MultilineTextInput,
                Role::DisclosureTriangle,
            ];
            let places: Vec<Rect> = window
                .scope()
                .children_recursive()
                .filter(|node| roles.contains(&node.accesskit_node().role()))
                .filter(|node| !LEFT_ALONE.iter().any(|left| name_of(node).starts_with(left)))
                .map(|node| region(&node).map_or(node.rect(), |(_, frame)| frame.intersect(node.rect())))
                .filter(Rect::is_positive)
                .collect();
            if !places.is_empty() {
                window.click_at(numbers.of(&places).center());
            }
        }
        5..=6 => {
            let words = *numbers.of(&WORDS);
            if !words.is_empty() {
                window.write(words);
            }
        }
        _ => {
            let key = *numbers.of(&KEYS);
            let letter = matches!(key, Key::A | Key::K | Key::Z | Key::D | Key::E | Key::Num2 | Key::Num4);
            let modifiers = *numbers.of(if letter {
                &[CTRL, CTRL, CTRL_SHIFT]
            } else {
                &[Modifiers::NONE, Modifiers::SHIFT, CTRL, Modifiers::ALT]
            });
            let leaves = || {
                let chosen = window.dialog().map(|_| current(window)).unwrap_or_default();
                window.has(Role::TextInput, "Path") || LEFT_ALONE.iter().any(|left| chosen.starts_with(left))
            };
            if !(key == Key::Enter && leaves()) {
                window.press_with(modifiers, key);
            }
        }
    }
}
