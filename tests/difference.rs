//! The list of what differs between two states, by itself in a window.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::time::{Duration, Instant};

use casefile::model::{Id, List};
use casefile::query::Difference;
use casefile::query::difference::{Change, FieldDifference, RecordDifference, Subject};
use casefile::ui::difference::{DifferenceState, difference_ui, focus_id};
use casefile::ui::theme;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelUnit, TouchPhase, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

const WIDTH: f32 = 720.0;

struct Shown {
    difference: Difference,
    state: DifferenceState,
}

fn record(list: List, number: usize, label: &str, change: Change) -> RecordDifference {
    let id = Id::from_bits(number.try_into().unwrap());
    RecordDifference { subject: Subject::Record(list), id, label: label.into(), change }
}

fn field(label: &str, ours: &str, theirs: &str) -> FieldDifference {
    FieldDifference { label: label.into(), ours: ours.into(), theirs: theirs.into() }
}

fn small() -> Difference {
    let note = "The ceiling is named in the solicitation of July 2018 and was not changed by any of its amendments.";
    let ceiling = vec![
        field("Value", "10,000,000,000", "9,600,000,000"),
        field("Period", "", "10 years"),
        field("Note", note, &note.replace("July", "August")),
        field("Other details", "", ""),
    ];
    let records = vec![
        record(List::Parties, 1, "Microsoft Corporation, company", Change::Added),
        record(List::Parties, 2, "Oracle America, company", Change::Removed),
        record(List::Amounts, 3, "JEDI contract ceiling", Change::Changed(ceiling)),
    ];
    Difference { records }
}

fn large(count: usize) -> Difference {
    let change = |number: usize| Change::Changed(vec![field("Name", &format!("Old {number}"), "New")]);
    let records = (0..count).map(|number| record(List::Parties, number, &format!("Party {number}"), change(number)));
    Difference { records: records.collect() }
}

fn window(difference: Difference) -> Harness<'static, Shown> {
    let mut harness =
        Harness::builder().with_size(Vec2::new(WIDTH + 16.0, 420.0)).with_context_setup(theme::install).build_ui_state(
            |ui, shown: &mut Shown| {
                let (names, room) = (("On this screen", "In the file"), Vec2::new(WIDTH, 400.0));
                difference_ui(ui, &shown.difference, names, room, &mut shown.state);
            },
            Shown { difference, state: DifferenceState::default() },
        );
    harness.run();
    harness
}

fn names(harness: &Harness<'_, Shown>) -> Vec<String> {
    let nodes = harness.root().children_recursive().map(|node| node.accesskit_node());
    nodes.filter(|node| node.role() == Role::ListBoxOption).map(|node| node.label().unwrap_or_default()).collect()
}

/// The row that an assistive program would read, since the keyboard is in it.
fn current(harness: &Harness<'_, Shown>) -> String {
    let nodes = harness.root().children_recursive().map(|node| node.accesskit_node());
    let list = nodes.into_iter().find(|node| node.role() == Role::ListBox).expect("the list");
    list.active_descendant().and_then(|row| row.label()).unwrap_or_default()
}

fn press(harness: &mut Harness<'_, Shown>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn what_differs_can_be_read_row_by_row() {
    let harness = window(small());
    harness.check_accessibility();
    let expected = [
        "Parties, 2",
        "Microsoft Corporation, company, added",
        "Oracle America, company, removed",
        "Amounts, 1",
        "JEDI contract ceiling, changed",
        "Value: 10,000,000,000 → 9,600,000,000",
        "Period: nothing → 10 years",
    ];
    assert_eq!(names(&harness)[..7], expected);
    assert!(names(&harness)[7].contains("July 2018") && names(&harness)[7].contains("→ The ceiling is named"));
    assert_eq!(names(&harness)[8], "Other details: differ in what is not shown here");
    let labels = harness.root().children_recursive().filter_map(|node| node.accesskit_node().value());
    assert!(labels.collect::<Vec<_>>().contains(&"1 record changed, 1 added, 1 removed.".to_owned()));
}

#[test]
fn a_short_list_takes_no_more_room_than_it_needs() {
    let height = |difference: Difference| {
        let harness = window(difference);
        let nodes = harness.root().children_recursive();
        let list = nodes.into_iter().find(|node| node.accesskit_node().role() == Role::ListBox).expect("the list");
        list.rect().height()
    };
    let (short, long) = (height(large(1)), height(large(1_000)));
    assert!((70.0..120.0).contains(&short) && (340.0..400.0).contains(&long), "{short} {long}");
}

#[test]
fn nothing_differs() {
    let harness = window(Difference::default());
    harness.check_accessibility();
    assert_eq!(names(&harness), Vec::<String>::new());
    let labels = harness.root().children_recursive().filter_map(|node| node.accesskit_node().value());
    assert!(labels.collect::<Vec<_>>().contains(&"Nothing differs.".to_owned()));
}

#[test]
fn keys_go_through_a_hundred_thousand_records_of_which_only_those_in_view_exist() {
    let mut harness = window(large(100_000));
    assert!(names(&harness).len() < 25, "{:?}", names(&harness));
    assert_eq!(current(&harness), "");
    harness.ctx.memory_mut(|memory| memory.request_focus(focus_id()));
    harness.run();
    assert_eq!(current(&harness), "Parties, 100,000");
    for (key, expected) in [
        (Key::ArrowDown, "Party 0, changed"),
        (Key::ArrowDown, "Name: Old 0 → New"),
        (Key::ArrowUp, "Party 0, changed"),
        (Key::End, "Name: Old 99999 → New"),
        (Key::ArrowDown, "Name: Old 99999 → New"),
        (Key::ArrowUp, "Party 99999, changed"),
        (Key::Home, "Parties, 100,000"),
        (Key::ArrowUp, "Parties, 100,000"),
    ] {
        press(&mut harness, key);
        assert_eq!(current(&harness), expected, "{key:?}");
        assert!(names(&harness).contains(&expected.to_owned()), "{expected} is out of view");
    }
    press(&mut harness, Key::PageDown);
    let paged = current(&harness);
    assert!(paged.starts_with("Party ") || paged.starts_with("Name: "), "{paged}");
    assert!(!["Party 0, changed", "Name: Old 0 → New"].contains(&paged.as_str()), "{paged}");
    press(&mut harness, Key::PageUp);
    assert_eq!(current(&harness), "Parties, 100,000");
    let started = Instant::now();
    for _ in 0..20 {
        harness.step();
    }
    assert!(started.elapsed() < Duration::from_secs(2), "a frame takes {:?}", started.elapsed() / 20);
}

#[test]
fn the_wheel_scrolls_and_a_click_takes_the_keyboard() {
    let mut harness = window(large(1_000));
    let middle = egui::pos2(WIDTH / 2.0, 300.0);
    harness.event(Event::PointerMoved(middle));
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, -600.0),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    let shown = names(&harness);
    assert!(!shown.contains(&"Party 0, changed".to_owned()) && shown.len() > 10, "{shown:?}");
    let click = |pressed| Event::PointerButton {
        pos: middle,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(click(true));
    harness.event(click(false));
    harness.run();
    assert!(shown.contains(&current(&harness)), "{}", current(&harness));
}
