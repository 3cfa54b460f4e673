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
