//! Every text of the window is where it can be seen, apart from others, and tells what it belongs to.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::collections::BTreeMap;

use casefile::store::Settings;
use desk::{Window, name_of, region};
use egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

/// Width and height of the window in pixels, and the size of text in percent.
const SIZES: [(f32, f32, u16); 3] = [(1440.0, 900.0, 100), (1000.0, 700.0, 100), (1000.0, 700.0, 150)];

/// A record of each kind of the sample case, by its row in the outline, and a field of its form.
const RECORDS: [(&str, &str); 6] = [
    ("JEDI contract ceiling, up to US$10bn", "Value"),
    ("Second evaluation due, extended, by 16 Sep 2020", "Date"),
    ("Microsoft Corporation, intervenor", "Name"),
    ("US Court of Federal Claims, No. 19-1796C", "Caption"),
    ("Preliminary injunction, 13 Feb 2020", "Decided"),
    ("Microsoft takes its Pentagon cloud pitch abroad, 23 Aug 2020", "Byline"),
];

/// What stands on the screen as text.
const TEXTS: [Role; 10] = [
    Role::Label,
    Role::Button,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::ComboBox,
    Role::CheckBox,
    Role::ListBoxOption,
    Role::DisclosureTriangle,
    Role::Heading,
    Role::Paragraph,
];

/// Parts of the window that scroll up and down.
const SCROLLED: [&str; 2] = ["Form", "Outline panel"];

#[test]
fn every_text_is_in_view_and_apart_from_others_and_every_input_has_a_name() {
    let (_folder, case) = desk::sample();
    for (width, height, percent) in SIZES {
        let settings = Settings { text_percent: percent, ..Settings::default() };
        let scale = f32::from(percent) / 100.0;
        let mut window = Window::with(width / scale, height / scale, settings);
        assert!((window.context().content_rect().width() - width / scale).abs() < 1.0, "{percent} % is not in force");
        look(&window, &format!("the start at {width} × {height}, {percent} %"));
        window.drop_files(std::slice::from_ref(&case));
        look(&window, &format!("the case at {width} × {height}, {percent} %"));
        for (record, field) in RECORDS {
            window.fill("Filter the outline", record.split(',').next().unwrap());
            window.click(Role::ListBoxOption, record);
            assert!(!window.shown(field).is_empty(), "{record}");
            look(&window, &format!("{record} at {width} × {height}, {percent} %"));
        }
    }
}

fn look(window: &Window, place: &str) {
    let screen = window.context().content_rect();
    let nodes = window.nodes();
    let texts: Vec<&Node<'_>> = nodes.iter().filter(|node| TEXTS.contains(&node.accesskit_node().role())).collect();
    assert!(texts.len() > 10, "{place}");
    assert!(nodes.iter().all(|node| node.accesskit_node().role() != Role::Document || node.rect().is_finite()));
    for node in &texts {
        let (name, rect) = (name_of(node), node.rect());
        assert!(!name.trim().is_empty(), "{place}: no name: {node:?}");
        let frame = region(node).map_or(screen, |(_, frame)| frame);
        let is_scrolled = region(node).is_some_and(|(name, _)| SCROLLED.contains(&name.as_str()));
        let sides = rect.left() >= frame.left() - 1.0 && rect.right() <= frame.right() + 1.0;
        let ends = is_scrolled || (rect.top() >= frame.top() - 1.0 && rect.bottom() <= frame.bottom() + 1.0);
        assert!(sides && ends, "{place}: {name:?} at {rect} leaves {frame}");
        assert!(screen.expand(1.0).contains_rect(frame), "{place}: {frame} leaves {screen}");
    }
    apart(&texts, place);
    unique(&texts, place);
}

#[test]
fn tab_goes_where_the_eye_goes() {
    let (_folder, case) = desk::sample();
    let mut window = Window::showing(&[case]);
    window.click(Role::ListBoxOption, "JEDI contract ceiling, up to US$10bn");
    window.enter("Label", "Ceiling");
    window.press(egui::Key::Escape);
    let mut order: Vec<String> = Vec::new();
    while !order.ends_with(&["File".to_owned()]) {
        window.press(egui::Key::Tab);
        order.push(window.focused());
        assert!(!window.focused().is_empty(), "something without a name has the keyboard after {order:?}");
        assert!(order.len() < 100, "{order:?}");
    }
    for _ in 0..40 {
        window.press(egui::Key::Tab);
        order.push(window.focused());
    }
    let bar = ["File", "Edit", "View", "Case", "Help", "Undo", "Filter the outline", "Outline"];
    let form = ["Duplicate", "Delete", "Label", "Value", "Currency", "Precision", "Nature", "Over", "Payer", "Payee"];
    let last = ["Court action", "Review", "Confidential", "Note"];
    let mut rest = order.iter().skip_while(|name| *name != "File");
    for wanted in bar.into_iter().chain(form).chain(last) {
        assert!(rest.any(|name| name == wanted), "{wanted} is not where the eye finds it: {order:?}");
    }
}

/// No two texts of the menu bar, the form and the status bar lie over each other.
fn apart(texts: &[&Node<'_>], place: &str) {
    for name in ["Menu bar", "Form", "Status bar"] {
        let inside: Vec<_> = texts.iter().filter(|node| region(node).is_some_and(|(of, _)| of == name)).collect();
        for (number, one) in inside.iter().enumerate() {
            for other in &inside[number + 1..] {
                let shared = one.rect().intersect(other.rect());
                let is_apart = shared.width() <= 1.0 || shared.height() <= 1.0;
                assert!(is_apart, "{place}: {:?} and {:?} share {shared}", name_of(one), name_of(other));
            }
        }
    }
}

/// No two buttons or inputs of the form that can be used have the same name.
fn unique(texts: &[&Node<'_>], place: &str) {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for node in texts {
        let is_label = matches!(node.accesskit_node().role(), Role::Label | Role::Heading | Role::Paragraph);
        let is_form = region(node).is_some_and(|(name, _)| name == "Form");
        if is_form && !is_label && !node.accesskit_node().is_disabled() {
            *names.entry(name_of(node)).or_default() += 1;
        }
    }
    let twice: Vec<_> = names.iter().filter(|(_, count)| **count > 1).collect();
    assert!(twice.is_empty(), "{place}: {twice:?}");
}
