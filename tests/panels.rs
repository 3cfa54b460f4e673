//! Panels, menus and keys, driven by role and accessible name.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use std::fs;

use casefile::edit::Target;
use casefile::store::{Settings, Theme};
use casefile::ui::commands::TABLE;
use desk::{CTRL, CTRL_SHIFT, Window, name_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

const CEILING: &str = "JEDI contract ceiling, up to US$10bn";

fn with_sample() -> (tempfile::TempDir, Window) {
    let (folder, case) = desk::sample();
    (folder, Window::showing(&[case]))
}

/// The names of the rows of the outline that are in view.
fn rows(window: &Window) -> Vec<String> {
    let is_row = |role| matches!(role, Role::ListBoxOption | Role::DisclosureTriangle);
    window.nodes().iter().filter(|node| is_row(node.accesskit_node().role())).map(name_of).collect()
}

#[test]
fn a_filter_leaves_what_contains_the_words() {
    let (_folder, mut window) = with_sample();
    window.fill("Filter the outline", "CEILING");
    assert!(rows(&window).contains(&CEILING.to_owned()));
    assert!(!rows(&window).iter().any(|row| row.starts_with("Microsoft Corporation")));
    window.fill("Filter the outline", "no such words");
    assert!(rows(&window).iter().all(|row| row.ends_with("expanded")), "{:?}", rows(&window));
    window.press(Key::Escape);
    window.fill("Filter the outline", "");
    assert!(rows(&window).iter().any(|row| row.starts_with("Microsoft Corporation")));
    assert!(!window.session().is_modified());
}

#[test]
fn a_section_closes_and_opens() {
    let (_folder, mut window) = with_sample();
    window.click(Role::DisclosureTriangle, "Parties, 13, expanded");
    assert!(!rows(&window).iter().any(|row| row.starts_with("Microsoft Corporation")));
    window.click(Role::DisclosureTriangle, "Parties, 13, collapsed");
    assert!(rows(&window).iter().any(|row| row.starts_with("Microsoft Corporation")));
}

#[test]
fn arrow_keys_go_from_record_to_record() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, "Harbour Wire (sample), company");
    while window.focused() != "Outline" {
        window.press(Key::F6);
    }
    window.press(Key::ArrowDown);
    assert_eq!(window.shown("Label"), "JEDI contract ceiling");
    assert_eq!(window.focused(), "Outline");
    window.press(Key::ArrowUp);
    window.press(Key::ArrowUp);
    assert_eq!(window.shown("Name"), "Eric G. Bruggink");
    for _ in 0..100 {
        window.press(Key::ArrowDown);
    }
    assert_eq!(window.focused(), "Outline");
    let row = rows(&window).into_iter().rfind(|row| row.contains("Dismissal of the suit"));
    assert!(row.is_some(), "the selected row is kept in view: {:?}", rows(&window));
}

#[test]
fn a_proof_mark_shows_its_evidence_and_a_card_leads_to_the_words() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, CEILING);
    window.button("Evidence for Payer: proved");
    assert!(window.says("Evidence for payer"));
    let quote = "carries a ceiling of $10 billion over 10 years and would be paid by the department";
    window.button(&format!("Quote: {quote}"));
    assert!(window.has(Role::Document, "Article: Pentagon keeps Microsoft as JEDI winner"));
    assert!(window.has(Role::TextInput, "Payer"), "the form stays");
    window.button("Evidence for Label: no evidence");
    assert!(window.says("No quote speaks of this field yet."));
}

#[test]
fn a_quote_can_be_corrected_and_removed() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, CEILING);
    window.button("Evidence for Value: disputed");
    let quote = "a deal valued at $10 billion";
    let claims = window.count(casefile::model::List::Claims);
    window.button(&format!("Correct what the words say: {quote}"));
    assert_eq!(window.focused(), "The words say");
    window.press_with(CTRL, Key::A);
    window.write("11 billion");
    window.press(Key::Enter);
    assert!(window.says("says: 11,000,000,000"), "{}", window.tree());
    window.press_with(CTRL, Key::Z);
    assert!(!window.says("says: 11,000,000,000"));
    window.button(&format!("Correct what the words say: {quote}"));
    window.press(Key::Escape);
    assert!(!window.has(Role::TextInput, "The words say"));
    window.button(&format!("Remove this evidence: {quote}"));
    assert_eq!(window.count(casefile::model::List::Claims), claims - 1);
    assert!(!window.has(Role::Button, &format!("Quote: {quote}")));
}

#[test]
fn correcting_nothing_changes_nothing() {
    let (_folder, mut window) = with_sample();
    let injunction = ["Title: disputed", "Kind: disputed", "Proceeding: proved", "By: proved", "Decided: proved"];
    for (record, fields) in [
        (CEILING, &["Value: disputed", "Currency: proved", "Nature: proved", "Over: proved", "Payer: proved"]),
        ("Preliminary injunction, 13 Feb 2020", &injunction),
    ] {
        window.fill("Filter the outline", record.split(',').next().unwrap());
        window.click(Role::ListBoxOption, record);
        for field in fields {
            window.button(&format!("Evidence for {field}"));
            let is_pen = |name: &String| name.starts_with("Correct what the words say");
            let pens: Vec<String> = window.nodes().iter().map(name_of).filter(is_pen).collect();
            assert!(!pens.is_empty(), "{field}");
            for pen in pens {
                window.button(&pen);
                window.press(Key::Enter);
                assert!(!window.session().is_modified(), "{field}: {pen}: {:?}", window.session().undo_label());
            }
        }
    }
}

#[test]
fn the_sheet_lists_every_shortcut() {
    let mut window = Window::new();
    window.press(Key::F1);
    for entry in TABLE {
        if let Some(keys) = entry.shortcut {
            let keys = window.context().format_shortcut(&keys);
            assert!(window.has(Role::Label, &keys), "{} ({keys}) in\n{}", entry.text, window.tree());
            assert!(window.says(entry.hint));
        }
    }
    for (keys, what) in [
        ("Alt+↑ ↓", "By sentence"),
        ("Shift with any of these", "Select what is passed"),
        ("@ at the start", "Records and articles only"),
        ("Letters", "Go to a record that is called so"),
        ("Ctrl+Y", "Redo, as well"),
    ] {
        assert!(window.has(Role::Label, keys) && window.says(what), "{keys} in\n{}", window.tree());
    }
    assert_eq!(window.focused(), "Close");
    window.press(Key::Enter);
    assert!(window.dialog().is_none());
    window.press(Key::F1);
    window.press(Key::Escape);
    assert!(window.dialog().is_none());
}

#[test]
fn f6_goes_from_panel_to_panel() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, CEILING);
    let mut way = Vec::new();
    for _ in 0..8 {
        window.press(Key::F6);
        way.push(window.focused());
    }
    let article = "Article: Watchdog turns away Oracle’s protest over JEDI terms";
    let timeline = "Dates in their order";
    let round = ["Outline", article, "Label", timeline];
    let start = round.iter().position(|place| *place == way[0]).unwrap();
    let wanted: Vec<&str> = round.into_iter().cycle().skip(start).take(8).collect();
    assert_eq!(way, wanted);
    let last = way.pop();
    for wanted in way.into_iter().rev() {
        window.press_with(Modifiers::SHIFT, Key::F6);
        assert_eq!(window.focused(), wanted, "back from {last:?}");
    }
    window.click(Role::TextInput, "Value");
    window.press(Key::F6);
    assert_eq!(window.focused(), timeline, "it goes on from where the keyboard is");
    window.press_with(CTRL, Key::J);
    window.press_with(CTRL, Key::B);
    window.press_with(CTRL_SHIFT, Key::B);
    for _ in 0..3 {
        window.press(Key::F6);
        assert_eq!(window.focused(), article, "nothing else is shown");
    }
}

#[test]
fn faults_are_listed_by_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("odd.case.json");
    let words = "{\n  \"casefile\": \"case\",\n  \"version\": 1,\n  \"id\": \"aaaaaaaa\",\n  \"parties\": [\n    {\"id\": \
                 \"bbbbbbbb\", \"name\": 7}\n  ]\n}\n";
    fs::write(&path, words).unwrap();
    let mut window = Window::showing(&[path]);
    assert!(window.says("1 fault"), "{}", window.tree());
    window.menu("Case", "Faults of the file…");
    assert!(window.says("odd.case.json 6:"), "{}", window.tree());
    assert!(window.says("/parties/0/name"));
    window.press(Key::Escape);
    let row = rows(&window).into_iter().find(|row| row.contains("Faults")).unwrap();
    window.click(Role::ListBoxOption, &row);
    assert!(window.dialog().is_some(), "the check leads to the list");
    window.button("Close");
}

#[test]
fn a_newer_file_is_shown_but_cannot_be_changed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.case.json");
    let words = "{\"casefile\": \"case\", \"version\": 2, \"id\": \"aaaaaaaa\", \"title\": \"From the future\"}";
    fs::write(&path, words).unwrap();
    let mut window = Window::showing(std::slice::from_ref(&path));
    assert!(window.says("newer"), "{}", window.tree());
    assert!(window.has(Role::Label, "Read only"));
    assert!(window.find(Role::TextInput, "Title").accesskit_node().is_disabled());
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        window.press_with(CTRL, key);
    }
    window.press_with(CTRL_SHIFT, Key::N);
    if window.dialog().is_some() {
        window.paste("Some\nwords of an article");
        window.button("Add article");
    }
    assert!(!window.session().is_modified(), "{:?}", window.session().undo_label());
    window.press_with(CTRL, Key::S);
    assert_eq!(fs::read_to_string(path).unwrap(), words);
}

#[test]
fn what_cannot_be_read_gives_a_message_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("none.case.json");
    let binary = folder.path().join("picture.json");
    fs::write(&binary, [0, 159, 146, 150, 255]).unwrap();
    let other = folder.path().join("other.json");
    fs::write(&other, "{\"a\": 1}").unwrap();
    let mut window = Window::showing(&[missing, binary, other]);
    for words in ["none.case.json", "picture.json", "other.json"] {
        assert!(window.says(words), "{words} in\n{}", window.tree());
    }
    for _ in 0..3 {
        let dismiss = window.all(Role::Button, "Dismiss")[0].rect().center();
        window.click_at(dismiss);
    }
    assert!(!window.has(Role::Button, "Dismiss"));
    window.button("New case");
    assert_eq!(window.focused(), "Title");
}

#[test]
fn a_missing_article_is_shown_as_missing_until_it_is_located() {
    let (folder, case) = desk::sample();
    let name = "2020-08-23-microsoft-offers-cloud-abroad.article.json";
    let moved = folder.path().join("moved.article.json");
    fs::rename(folder.path().join("articles").join(name), &moved).unwrap();
    let mut window = Window::showing(&[case]);
    assert!(window.says("1 article missing"), "{}", window.tree());
    window.button("Dismiss");
    window.click(Role::ListBoxOption, "Microsoft takes its Pentagon cloud pitch abroad, 23 Aug 2020");
    assert!(window.says("it does not exist"));
    window.button("Locate…");
    window.wait_until("a path is asked for", |window| window.dialog().is_some());
    window.write(&moved.display().to_string());
    window.press(Key::Enter);
    assert!(window.has(Role::Document, "Article: Microsoft takes its Pentagon cloud pitch abroad"));
    assert!(!window.says("missing"));
    assert!(window.session().is_modified(), "the case names the new place");
}

#[test]
fn several_files_open_at_once_and_articles_join_the_case() {
    let (folder, case) = desk::sample();
    let (article, text) = (folder.path().join("more.article.json"), folder.path().join("note.txt"));
    let words = "{\"casefile\": \"article\", \"version\": 1, \"id\": \"cccccccc\", \"title\": \"One more\", \"text\": \"Words.\"}";
    fs::write(&article, words).unwrap();
    fs::write(&text, "A headline\nBy Bo Ray • 1 May 2021\n\nWords of a note.").unwrap();
    let second = folder.path().join("second.txt");
    fs::write(&second, "Second headline\nBy Bo Ray\n\nOther words.").unwrap();
    let mut window = Window::new();
    window.drop_files(&[text, article, case, second]);
    assert_eq!(window.count(casefile::model::List::Articles), 11);
    assert_eq!(window.shown("Title"), "A headline", "a text is proposed as an article");
    window.button("Add article");
    assert_eq!(window.shown("Title"), "Second headline", "and so is the next one");
    window.button("Add article");
    assert_eq!(window.count(casefile::model::List::Articles), 13);
    assert_eq!(window.readable().len(), 13);
}

#[test]
fn colours_and_sizes_change_by_command() {
    let (_folder, mut window) = with_sample();
    for (command, dark) in [("Dark", true), ("Light", false)] {
        window.menu("View", command);
        assert_eq!(window.context().theme() == egui::Theme::Dark, dark, "{command}");
    }
    let zoom = |window: &Window| format!("{:.0} %", window.context().zoom_factor() * 100.0);
    window.press_with(CTRL, Key::Plus);
    assert_eq!(zoom(&window), "110 %");
    window.press_with(CTRL, Key::Minus);
    window.press_with(CTRL, Key::Minus);
    assert_eq!(zoom(&window), "85 %");
    for _ in 0..10 {
        window.press_with(CTRL, Key::Plus);
    }
    assert_eq!(zoom(&window), "200 %");
    window.press_with(CTRL, Key::Num0);
    assert_eq!(zoom(&window), "100 %");
}

#[test]
fn settings_are_in_force_from_the_start_and_recent_files_are_offered() {
    let (_folder, case) = desk::sample();
    let gone = case.with_file_name("gone.case.json");
    let recent = vec![case, gone];
    let settings = Settings { theme: Theme::Dark, text_percent: 125, recent, ..Settings::default() };
    let mut window = Window::with(1440.0, 900.0, settings);
    assert_eq!(window.context().theme(), egui::Theme::Dark);
    assert!((window.context().zoom_factor() - 1.25).abs() < 0.001);
    window.button("gone.case.json");
    assert!(window.says("it does not exist"), "{}", window.tree());
    window.button("jedi.case.json");
    assert_eq!(window.title, "JEDI cloud contract (sample) — jedi.case.json — Casefile");
    assert_eq!(window.session().selection().form, Some(Target::Header));
}

#[test]
fn words_are_found_in_the_article() {
    let (_folder, mut window) = with_sample();
    window.press_with(CTRL, Key::F);
    assert!(
        window.focused().contains("Find") || window.focused().contains("find"),
        "{}\n{}",
        window.focused(),
        window.tree()
    );
    window.write("oracle");
    assert!(window.says("of "), "{}", window.tree());
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert!(!window.has(Role::TextInput, "Find in article"), "{}", window.tree());
    assert!(window.focused().starts_with("Article: "), "{}", window.focused());
}

#[test]
fn in_a_narrow_window_the_form_is_a_drawer() {
    let (_folder, case) = desk::sample();
    let mut window = Window::with(800.0, 600.0, Settings::default());
    window.drop_files(&[case]);
    window.click(Role::ListBoxOption, "Microsoft Corporation, intervenor");
    assert_eq!(window.shown("Name"), "Microsoft Corporation");
    window.press_with(CTRL_SHIFT, Key::B);
    assert!(!window.has(Role::TextInput, "Name"));
    window.click(Role::ListBoxOption, "Oracle America, Inc., appellant");
    assert_eq!(window.shown("Name"), "Oracle America, Inc.", "choosing a record opens the drawer");
}
