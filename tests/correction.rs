//! A corrected date of publication: the dialog that lists what was counted from it, by keyboard and by mouse.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::fs;
use std::path::Path;

use casefile::model::{Action, Claim};
use desk::{CTRL, Window, name_of};
use egui::Key;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::NodeT;
use serde_json::{Value, json};

const TEXT: &str = "The Ålesund harbour board sued Nordlys AS on Monday.\n\nThe judge ruled yesterday. The quay sank in \
                    November.";

/// A claim that words of the text date a court action, and the quote of the words.
fn relative(number: usize, field: &str, words: &str, rule: &str, date: &str) -> (Value, Value) {
    let start = TEXT[..TEXT.find(words).unwrap()].chars().count();
    let end = start + words.chars().count();
    let (quote, claim) = (format!("quoteaa{number}"), format!("claimaa{number}"));
    let derivation = json!({ "rule": rule, "anchor": "2024-03-06", "words": words });
    (
        json!({ "id": quote, "article": "m3kd7wqa", "part": "text", "exact": words, "start": start, "end": end, "version": 1 }),
        json!({ "id": claim, "record": "b2rj6tka", "field": field, "value": date, "quote": quote, "mode": "reported",
                "derivation": derivation }),
    )
}

/// The case of the quay, in a window that shows the article's form.
fn with_quay() -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().unwrap();
    let (quotes, claims): (Vec<Value>, Vec<Value>) = [
        relative(2, "filed", "Monday", "latest_weekday", "2024-03-04"),
        relative(3, "decided", "yesterday", "days_before", "2024-03-05"),
        relative(4, "public_on", "November", "latest_month", "2023-11"),
    ]
    .into_iter()
    .unzip();
    let case = json!({
        "casefile": "case", "version": 1, "id": "h5xn2v6c", "title": "The quay",
        "articles": [{ "id": "m3kd7wqa", "file": "quay.article.json", "title": "Board sues", "published": "2024-03-06" }],
        "actions": [{ "id": "b2rj6tka", "title": "Complaint", "filed": "2024-03-04", "decided": "2024-03-05",
                      "public_on": "2023-11" }],
        "quotes": quotes, "claims": claims,
    });
    let article = json!({
        "casefile": "article", "version": 1, "id": "m3kd7wqa", "title": "Board sues", "published": "2024-03-06",
        "text": TEXT,
    });
    fs::write(folder.path().join("quay.article.json"), article.to_string()).unwrap();
    fs::write(folder.path().join("quay.case.json"), case.to_string()).unwrap();
    let mut window = Window::showing(&[folder.path().join("quay.case.json")]);
    window.click(Role::ListBoxOption, "Board sues, 6 Mar 2024");
    (folder, window)
}

/// What is known of the case: the article's date, the action and the claims.
fn known(window: &Window) -> (String, Action, Vec<Claim>) {
    let session = window.session();
    let article = session.article(&"m3kd7wqa".into()).unwrap();
    let published = article.published.as_ref().map(|date| date.as_str().to_owned()).unwrap_or_default();
    let action = session.case().actions.iter().next().unwrap().1.clone();
    (published, action, session.case().claims.iter().map(|(_, claim)| claim.clone()).collect())
}

fn dates(window: &Window) -> [String; 4] {
    let (published, action, _) = known(window);
    let [filed, decided, public_on] =
        [action.filed, action.decided, action.public_on].map(|date| date.unwrap().as_str().to_owned());
    [published, filed, decided, public_on]
}

const OLD: [&str; 4] = ["2024-03-06", "2024-03-04", "2024-03-05", "2023-11"];
const NEW: [&str; 4] = ["2024-03-13", "2024-03-11", "2024-03-12", "2023-11"];
const MONDAY: &str = "Complaint, filed: 4 Mar 2024 → 11 Mar 2024";
const YESTERDAY: &str = "Complaint, decided: 5 Mar 2024 → 12 Mar 2024";

fn is_checked(window: &Window, name: &str) -> bool {
    window.find(Role::CheckBox, name).accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn enter_corrects_the_date_and_what_was_counted_from_it_as_one_step() {
    let (_folder, mut window) = with_quay();
    let before = known(&window);
    window.enter("Published", "13 March 2024");
    assert!(window.dialog().is_some_and(|dialog| name_of(&dialog) == "Correction of the publication date"));
    assert!(window.says("“Board sues” was published 13 Mar 2024, not 6 Mar 2024."), "{}", window.tree());
    assert!(is_checked(&window, MONDAY) && is_checked(&window, YESTERDAY));
    assert!(window.says("The same either way (1)") && window.says("Complaint, public on"), "{}", window.tree());
    assert_eq!(dates(&window), OLD, "nothing changes before the answer");
    assert_eq!(window.focused(), "Correct the date and 2 more");
    window.press(Key::Enter);
    assert_eq!(dates(&window), NEW);
    assert!(window.dialog().is_none());
    assert_eq!(window.shown("Published"), "13 Mar 2024");
    window.press_with(CTRL, Key::Z);
    assert_eq!(known(&window), before);
    assert!(!window.session().is_modified());
}

#[test]
fn each_is_accepted_or_not_by_keyboard_alone() {
    let (_folder, mut window) = with_quay();
    window.enter("Published", "13 March 2024");
    for _ in 0..6 {
        if window.focused() != YESTERDAY {
            window.press(Key::Tab);
        }
    }
    assert_eq!(window.focused(), YESTERDAY);
    window.press(Key::Space);
    assert!(is_checked(&window, MONDAY) && !is_checked(&window, YESTERDAY));
    window.button("Correct the date and 1 more");
    assert_eq!(dates(&window), [NEW[0], NEW[1], OLD[2], NEW[3]]);
    assert_eq!(window.session().undo_label(), Some("correction of the publication date"));
}

#[test]
fn only_the_date_or_nothing_at_all() {
    let (_folder, mut window) = with_quay();
    let before = known(&window);
    window.enter("Published", "13 March 2024");
    window.press(Key::Escape);
    assert!(window.dialog().is_none());
    assert_eq!((known(&window), window.shown("Published")), (before.clone(), "6 Mar 2024".to_owned()));
    assert!(!window.session().is_modified());
    window.enter("Published", "13 March 2024");
    window.button("Cancel");
    assert_eq!(known(&window), before);
    window.enter("Published", "13 March 2024");
    window.button("Only the date");
    assert_eq!(dates(&window), [NEW[0], OLD[1], OLD[2], OLD[3]]);
    assert_eq!(known(&window).2, before.2, "no claim changes");
}

#[test]
fn what_cannot_be_worked_out_again_is_told() {
    let (_folder, mut window) = with_quay();
    window.enter("Published", "");
    assert!(window.says("Could not be worked out again, and stay (3)"), "{}", window.tree());
    assert_eq!(window.focused(), "Only the date");
    window.press(Key::Enter);
    assert_eq!(dates(&window), ["", OLD[1], OLD[2], OLD[3]]);
}

#[test]
fn what_is_asked_for_meanwhile_comes_after_the_answer() {
    let (folder, mut window) = with_quay();
    window.fill("Published", "13 March 2024");
    window.press_with(CTRL, Key::S);
    assert!(window.dialog().is_some());
    assert_eq!(published_on_disk(folder.path()), "2024-03-06");
    window.press(Key::Enter);
    assert_eq!(published_on_disk(folder.path()), "2024-03-13");
    assert!(!window.session().is_modified());

    window.fill("Published", "14 March 2024");
    window.close();
    assert!(!window.is_closed && window.dialog().is_some(), "what was typed must not be lost");
    window.press(Key::Escape);
    window.close();
    assert!(window.is_closed);
}

fn published_on_disk(folder: &Path) -> String {
    let bytes = fs::read(folder.join("quay.article.json")).unwrap();
    serde_json::from_slice::<Value>(&bytes).unwrap()["published"].as_str().unwrap().to_owned()
}
