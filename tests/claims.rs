//! Who says so, on the cards of the form: by hand, each change one step.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use casefile::model::{Claim, List, Reference};
use desk::{CTRL, CTRL_SHIFT, Window, name_of};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

/// The sample case with the form of Amazon's complaint, and the first of its cards opened to who says so.
fn with_card() -> (tempfile::TempDir, Window) {
    let (folder, case) = desk::sample();
    let mut window = Window::showing(&[case]);
    window.fill("Filter the outline", "Complaint of Amazon");
    let is_row = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::ListBoxOption;
    let rows: Vec<String> = window.nodes().iter().filter(|node| is_row(node)).map(name_of).collect();
    let row = rows.iter().find(|name| name.starts_with("Complaint of Amazon")).expect("there is such an action");
    window.click(Role::ListBoxOption, row);
    let cards = said(&window);
    window.button(&cards[0]);
    (folder, window)
}

/// The lines of the cards that tell who says so.
fn said(window: &Window) -> Vec<String> {
    let nodes = window.nodes();
    let lines = nodes.iter().filter(|node| node.accesskit_node().role() == Role::Button).map(name_of);
    lines.filter(|name| name.starts_with("Who says so: ")).collect()
}

/// The claims whose manner or chain is another than in the sample.
fn changed(window: &Window, before: &[Claim]) -> Vec<Claim> {
    claims(window).into_iter().zip(before).filter(|(now, then)| now != *then).map(|(now, _)| now).collect()
}

fn claims(window: &Window) -> Vec<Claim> {
    window.session().case().claims.iter().map(|(_, claim)| claim.clone()).collect()
}

#[test]
fn the_manner_is_chosen_and_is_one_step() {
    let (_folder, mut window) = with_card();
    let (before, form) = (claims(&window), window.session().selection().form.clone());
    window.choose("How it is said", "alleged");
    let [claim] = &changed(&window, &before)[..] else { panic!("one claim changes") };
    assert_eq!(claim.mode, "alleged");
    assert_eq!(window.session().selection().form, form, "the form of the record stays");
    assert_eq!(window.session().undo_label(), Some("change of how it is said"));
    assert!(said(&window)[0].starts_with("Who says so: alleged"), "{:?}", said(&window));
    window.press_with(CTRL, Key::Z);
    assert_eq!(changed(&window, &before), []);
}

#[test]
fn a_chain_is_added_to_reordered_and_shortened_each_as_one_step() {
    let (_folder, mut window) = with_card();
    let before = claims(&window);
    let chain = |window: &Window| match &changed(window, &before)[..] {
        [] => Vec::new(),
        [claim] => claim.attributed_to.clone(),
        more => panic!("one claim changes, not {more:?}"),
    };
    let spokesperson = Reference::Words("a spokesperson".into());
    window.enter("Who says so", "a spokesperson");
    assert_eq!(chain(&window), std::slice::from_ref(&spokesperson));
    window.enter("Who says so", "oracle america, inc.");
    let [_, oracle @ Reference::Record(_)] = &chain(&window)[..] else {
        panic!("a name on file is the party: {:?}", chain(&window))
    };
    let oracle = oracle.clone();
    assert!(said(&window)[0].contains("reported by a spokesperson, citing Oracle America, Inc."));
    window.button("Move Oracle America, Inc. up in Who says so");
    assert_eq!(chain(&window), [oracle.clone(), spokesperson.clone()]);
    window.button("Remove Oracle America, Inc. from Who says so");
    assert_eq!(chain(&window), std::slice::from_ref(&spokesperson));
    for expected in [&[oracle.clone(), spokesperson.clone()][..], &[spokesperson.clone(), oracle], &[spokesperson], &[]]
    {
        window.press_with(CTRL, Key::Z);
        assert_eq!(chain(&window), expected);
    }
    window.press_with(CTRL_SHIFT, Key::Z);
    assert_eq!(chain(&window).len(), 1);
}

#[test]
fn a_party_is_picked_by_keyboard_and_esc_takes_what_was_typed() {
    let (_folder, mut window) = with_card();
    let before = claims(&window);
    window.fill("Who says so", "oracle");
    window.press(Key::Escape);
    assert_eq!((changed(&window, &before), window.shown("Who says so")), (vec![], String::new()));
    window.fill("Who says so", "oracle");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    let [claim] = &changed(&window, &before)[..] else { panic!("one claim changes") };
    assert!(matches!(&claim.attributed_to[..], [Reference::Record(_)]), "{:?}", claim.attributed_to);
}

#[test]
fn the_field_in_use_keeps_its_evidence_while_a_card_is_worked_on() {
    let (_folder, mut window) = with_card();
    window.button("Evidence for Filed: proved");
    let cards = said(&window);
    window.button(&cards[cards.len() - 1]);
    window.enter("Who says so", "a clerk");
    assert!(window.says("Evidence for filed"), "{}", window.tree());
}

#[test]
fn how_a_date_was_worked_out_is_told() {
    let (_folder, mut window) = with_card();
    window.button("Evidence for Filed: proved");
    assert!(window.says("Worked out: November before 23 Aug 2020"), "{}", window.tree());
    assert!(window.says("Worked out: Friday, 22 Nov 2019 itself"));
}

#[test]
fn the_name_given_once_stands_in_new_evidence() {
    let (_folder, mut window) = with_card();
    window.menu("Case", "Your name…");
    assert_eq!(window.focused(), "Name");
    window.write("  Ann\u{a0} Lee ");
    window.press(Key::Enter);
    assert!(window.dialog().is_none());
    window.menu("Case", "Your name…");
    assert_eq!(window.shown("Name"), "Ann Lee");
    window.write(" and others");
    window.press(Key::Escape);
    assert!(window.dialog().is_none());

    let claims = window.count(List::Claims);
    for _ in 0..4 {
        if !window.focused().starts_with("Article") {
            window.press(Key::F6);
        }
    }
    window.press_with(CTRL, Key::A);
    window.press_with(CTRL, Key::E);
    assert_eq!(window.count(List::Claims), claims + 1);
    let (_, claim) = window.session().case().claims.iter().last().unwrap();
    assert_eq!(claim.by, "Ann Lee");
}
