//! By keyboard alone: going back and forward, from article to article, highlight to highlight and panel to panel.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use casefile::edit::Target;
use casefile::model::List;
use desk::palette::{article, current, form, seek, with_sample};
use desk::{CTRL, Window, name_of};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

const ALT: egui::Modifiers = egui::Modifiers::ALT;

/// A case with one article of many paragraphs, "Paragraph 0" and so on, in a file of its own.
fn with_long_article() -> Window {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.txt");
    let filler = "It goes on about the quay, the ferry and the board for a while. ".repeat(5);
    let text: Vec<String> = (0..120).map(|number| format!("Paragraph {number}. {filler}")).collect();
    std::fs::write(&path, format!("A long read\nBy Bo Ray • 1 May 2021\n\n{}", text.join("\n\n"))).unwrap();
    let mut window = Window::showing(&[path]);
    window.button("Add article");
    window
}

/// The numbers of the paragraphs that are in view.
fn paragraphs(window: &Window) -> Vec<usize> {
    let nodes = window.nodes();
    let shown = nodes.iter().filter(|node| node.accesskit_node().role() == Role::Paragraph);
    let text = |node: &egui_kittest::Node<'_>| node.value().unwrap_or_else(|| name_of(node));
    shown.filter_map(|node| text(node).strip_prefix("Paragraph ")?.split('.').next()?.parse().ok()).collect()
}

#[test]
fn back_and_forward_go_through_forms_and_articles() {
    let (_folder, mut window) = with_sample();
    let start = (article(&window), form(&window));
    window.click(Role::ListBoxOption, "Microsoft Corporation, intervenor");
    let microsoft = (article(&window), form(&window));
    seek(&mut window, "@cloud pitch abroad");
    window.press(Key::Enter);
    let pitch = (article(&window), form(&window));
    assert!(start != microsoft && microsoft != pitch);
    let mut seen = Vec::new();
    for key in [Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight] {
        window.press_with(ALT, key);
        seen.push((article(&window), form(&window)));
    }
    assert_eq!(seen, [&microsoft, &start, &start, &microsoft, &pitch, &pitch].map(Clone::clone));
    assert!(!window.session().is_modified());
    window.press_with(ALT, Key::ArrowLeft);
    window.click(Role::ListBoxOption, "Oracle America, Inc., appellant");
    window.button("View");
    assert!(window.find(Role::Button, "Forward").accesskit_node().is_disabled(), "a new way leads on from here");
    assert!(!window.find(Role::Button, "Back").accesskit_node().is_disabled());
}

#[test]
fn steps_through_the_outline_are_gone_back_over_at_once() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, "Microsoft Corporation, intervenor");
    let start = form(&window);
    while window.focused() != "Outline" {
        window.press(Key::F6);
    }
    for _ in 0..5 {
        window.press(Key::ArrowDown);
    }
    assert_ne!(form(&window), start);
    window.press_with(ALT, Key::ArrowLeft);
    assert_eq!(form(&window), start);
}

#[test]
fn back_returns_to_where_the_page_was_before_a_jump() {
    let mut window = with_long_article();
    seek(&mut window, "#Paragraph 100.");
    window.press(Key::Enter);
    let far = paragraphs(&window);
    assert!(far.contains(&100), "{far:?}");
    for _ in 0..3 {
        window.press(Key::ArrowDown);
    }
    window.press_with(ALT, Key::ArrowLeft);
    assert!(paragraphs(&window).contains(&0), "{:?}", paragraphs(&window));
    window.press_with(ALT, Key::ArrowRight);
    assert_eq!(paragraphs(&window), far, "the caret's own steps are not gone through");
    window.press_with(CTRL, Key::F);
    window.press_with(CTRL, Key::A);
    for letter in ["Paragr", "aph 5", "0."] {
        window.write(letter);
    }
    assert!(paragraphs(&window).contains(&50), "{:?}", paragraphs(&window));
    window.press(Key::Escape);
    window.press_with(ALT, Key::ArrowLeft);
    assert_eq!(paragraphs(&window), far, "not through what each letter led to");
}

#[test]
fn what_is_gone_is_passed_over() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, "Microsoft Corporation, intervenor");
    let kept = form(&window);
    window.click(Role::ListBoxOption, "Oracle America, Inc., appellant");
    window.press_with(CTRL, Key::Delete);
    window.press_with(ALT, Key::ArrowLeft);
    assert_eq!(form(&window), kept);
}

#[test]
fn articles_follow_one_another_in_the_order_of_the_outline() {
    let (_folder, mut window) = with_sample();
    let case = window.session().case();
    let titles: Vec<String> = case.articles.iter().map(|(_, entry)| entry.title.to_string()).collect();
    window.click(Role::ListBoxOption, "Microsoft Corporation, intervenor");
    let record = form(&window);
    for title in &titles {
        assert_eq!(article(&window), *title);
        window.press_with(CTRL, Key::PageDown);
        assert!(window.focused().starts_with("Article: "));
        assert_eq!(form(&window), record, "the form of a record stays");
    }
    assert_eq!(article(&window), titles[titles.len() - 1], "the last one");
    seek(&mut window, ">next article");
    assert!(window.all(Role::ListBoxOption, &current(&window))[0].accesskit_node().is_disabled());
    window.press(Key::Escape);
    for title in titles.iter().rev() {
        assert_eq!(article(&window), *title);
        window.press_with(CTRL, Key::PageUp);
    }
    assert_eq!(article(&window), titles[0]);
    seek(&mut window, "@cloud pitch abroad");
    window.press(Key::Enter);
    window.press_with(CTRL, Key::PageDown);
    let shown = window.session().selection().clone();
    assert_eq!(shown.form, shown.article.map(Target::Article), "the form of an article follows");
}

/// The words that are selected in the article, as the find bar proposes them.
fn selected(window: &mut Window) -> String {
    window.press_with(CTRL, Key::F);
    let words = window.shown("Find in article");
    window.press(Key::Escape);
    words
}

const SHIFT: egui::Modifiers = egui::Modifiers::SHIFT;

#[test]
fn highlights_are_stepped_through_and_lead_to_their_records() {
    let (_folder, mut window) = with_sample();
    window.press(Key::F7);
    assert!(window.focused().starts_with("Article: "));
    let quotes = |window: &Window| {
        let session = window.session();
        let id = session.selection().article.clone().unwrap();
        let quotes = session.index().quotes_in(&id).iter().filter_map(|slot| session.case().quotes.get(*slot));
        let mut places: Vec<_> = quotes
            .filter_map(|quote| {
                let part = ["title", "byline", "text"]
                    .iter()
                    .position(|part| format!("{:?}", quote.part).to_lowercase() == *part);
                Some((part?, quote.start, std::cmp::Reverse(quote.end), quote.exact.to_string()))
            })
            .collect();
        places.sort();
        places.dedup();
        places.into_iter().map(|(.., words)| words).collect::<Vec<String>>()
    };
    let expected = quotes(&window);
    assert!(expected.len() > 5, "{expected:?}");
    for words in &expected {
        assert_eq!(selected(&mut window), *words);
        window.press(Key::F7);
    }
    assert!(window.says("Went on from the start of the article."), "{}", window.tree());
    assert_eq!(selected(&mut window), expected[0]);
    window.press_with(SHIFT, Key::F7);
    assert_eq!(selected(&mut window), expected[expected.len() - 1]);
    assert!(window.says("Went on from its end."), "{}", window.tree());
    window.press_with(SHIFT, Key::F7);
    assert_eq!(selected(&mut window), expected[expected.len() - 2]);
    assert!(!window.session().is_modified());
}

#[test]
fn enter_in_a_highlight_shows_its_records_one_after_another() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, "#Oracle America protested");
    window.press(Key::Enter);
    window.press(Key::ArrowLeft);
    // The caret is in "Oracle America", and in the words about the protest, which are about its proceeding too.
    let mut seen = Vec::new();
    for _ in 0..4 {
        window.press(Key::Enter);
        seen.extend(form(&window).map(|place| place.list));
    }
    assert_eq!(seen, [List::Parties, List::Actions, List::Proceedings, List::Parties]);
    assert!(window.focused().starts_with("Article: "), "the keyboard stays on the page");
    window.press_with(CTRL, Key::ArrowDown);
    window.press_with(CTRL, Key::End);
    let last = form(&window);
    window.press(Key::Enter);
    assert_eq!(form(&window), last, "no highlight, no record");
}

#[test]
fn an_article_without_highlights_says_so() {
    let mut window = with_long_article();
    window.press(Key::F7);
    assert!(window.says("No words of this article are highlighted yet."), "{}", window.tree());
}

/// Moves the keyboard to a panel.
fn go_to(window: &mut Window, panel: &str) {
    for _ in 0..4 {
        if window.focused().starts_with(panel) {
            return;
        }
        window.press(Key::F6);
    }
    assert!(window.focused().starts_with(panel), "{panel}: {}", window.focused());
}

#[test]
fn the_timeline_is_gone_through_with_arrow_keys() {
    let (_folder, mut window) = with_sample();
    go_to(&mut window, "Dates in their order");
    let mut seen = Vec::new();
    for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowDown, Key::ArrowLeft, Key::Home, Key::ArrowLeft, Key::End] {
        window.press(key);
        assert_eq!(window.focused(), "Dates in their order");
        seen.push(form(&window).unwrap());
    }
    assert!(seen[0] != seen[1] && seen[1] != seen[2]);
    assert_eq!((seen[3], seen[4], seen[5]), (seen[1], seen[0], seen[0]));
    let days = |place: casefile::model::Place| {
        let case = window.session().case();
        let date = match place.list {
            List::Dates => case.dates.get(place.slot).unwrap().date.clone(),
            _ => case.actions.get(place.slot).map(|action| action.decided.clone().or(action.filed.clone())).unwrap(),
        };
        date.unwrap().first_day()
    };
    assert!(days(seen[0]) <= days(seen[1]) && days(seen[1]) <= days(seen[2]) && days(seen[2]) < days(seen[6]));
    window.press(Key::Enter);
    assert!(["Label", "Title"].contains(&window.focused().as_str()), "Enter leads to the form: {}", window.focused());
    go_to(&mut window, "Dates in their order");
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Article: "));
    window.press_with(ALT, Key::ArrowLeft);
    assert_eq!(window.session().selection().form, Some(Target::Header), "the steps are gone back over at once");
}

#[test]
fn esc_takes_back_what_was_typed_and_then_leaves_the_form() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, "JEDI contract ceiling, up to US$10bn");
    for (field, was) in
        [("Label", "JEDI contract ceiling"), ("Value", "10,000,000,000"), ("Payer", "US Department of Defense")]
    {
        window.fill(field, "orac");
        window.press(Key::Escape);
        assert_eq!(window.focused(), field, "what was typed goes first");
        assert_eq!(window.shown(field), was);
        window.press(Key::Escape);
        assert!(window.focused().starts_with("Article: "), "{field}: {}", window.focused());
        assert_eq!(window.shown(field), was);
    }
    window.click(Role::ComboBox, "Nature");
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Article: "), "from a list too: {}", window.focused());
    window.click(Role::TextInput, "Label");
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Article: "), "at once where nothing was typed");
    assert!(!window.session().is_modified());
}

#[test]
fn letters_lead_through_the_outline() {
    let (_folder, mut window) = with_sample();
    go_to(&mut window, "Outline");
    let name = |window: &Window| form(window).map(|place| casefile::query::title(window.session().case(), place));
    for letter in ["o", "r"] {
        window.write(letter);
    }
    assert_eq!(name(&window).as_deref(), Some("Oracle America, Inc."));
    assert_eq!(window.focused(), "Outline");
    let shown = |window: &Window| window.session().selection().clone();
    let mut seen = Vec::new();
    for key in [Key::End, Key::Home, Key::PageDown, Key::PageUp] {
        window.press(key);
        seen.push(shown(&window));
    }
    assert!(seen[0] != seen[1] && seen[1] != seen[2] && seen[2] != seen[0]);
    assert_eq!(seen[3], seen[1], "a page down and up again");
    assert!(!window.session().is_modified());
}

#[test]
fn enter_leads_from_the_outline_to_the_form_or_the_page() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, "Oracle America, Inc., appellant");
    go_to(&mut window, "Outline");
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Name");
    go_to(&mut window, "Outline");
    window.press(Key::Home);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.focused(), format!("Article: {}", article(&window)));
    window.fill("Filter the outline", "bruggink");
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Outline", "from the filter to what it has left");
    window.press(Key::ArrowDown);
    assert_eq!(window.shown("Name"), "Eric G. Bruggink");
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Article: "));
}

#[test]
fn keys_pressed_faster_than_frames_are_all_obeyed() {
    let (_folder, mut window) = with_sample();
    let key = |key| egui::Event::Key {
        key,
        pressed: true,
        modifiers: egui::Modifiers::NONE,
        repeat: false,
        physical_key: None,
    };
    window.press(Key::F7);
    window.press(Key::F7);
    window.press(Key::F7);
    let third = selected(&mut window);
    window.press_with(CTRL, Key::Home);
    window.frame([Key::F7; 3].map(key).into());
    window.settle();
    assert_eq!(selected(&mut window), third);
}
