//! By keyboard alone: the palette, going back and forward, from article to article, highlight to highlight and panel to
//! panel.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use casefile::edit::Target;
use casefile::model::{List, Place};
use desk::{CTRL, Window, name_of};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

fn with_sample() -> (tempfile::TempDir, Window) {
    let (folder, case) = desk::sample();
    (folder, Window::showing(&[case]))
}

/// Opens the palette and types into it.
fn seek(window: &mut Window, words: &str) {
    window.press_with(CTRL, Key::K);
    if !words.is_empty() {
        window.write(words);
    }
}

/// The names of the rows of the palette that are in view.
fn rows(window: &Window) -> Vec<String> {
    let dialog = window.dialog().expect("the palette is open");
    let rows = dialog.children_recursive().filter(|node| node.accesskit_node().role() == Role::ListBoxOption);
    rows.map(|node| name_of(&node)).collect()
}

/// The row that Enter would choose.
fn current(window: &Window) -> String {
    let dialog = window.dialog().expect("the palette is open");
    let row = dialog.children_recursive().find(|node| node.accesskit_node().is_selected() == Some(true));
    row.map(|node| name_of(&node)).unwrap_or_default()
}

/// The title of the article in view.
fn article(window: &Window) -> String {
    let nodes = window.nodes();
    let page = nodes.iter().find(|node| node.accesskit_node().role() == Role::Document);
    page.map(name_of).unwrap_or_default().trim_start_matches("Article: ").to_owned()
}

fn form(window: &Window) -> Option<Place> {
    match window.session().selection().form {
        Some(Target::Record(place)) => Some(place),
        _ => None,
    }
}

#[test]
fn the_palette_finds_a_record_and_shows_its_form_and_words() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, "eric brug");
    assert_eq!(rows(&window)[0], "Eric G. Bruggink, party, judge");
    assert!(current(&window).starts_with("Eric G. Bruggink"));
    window.press(Key::Enter);
    assert!(window.dialog().is_none());
    assert_eq!(window.shown("Name"), "Eric G. Bruggink");
    assert!(window.focused().starts_with("Article: "), "its words are shown: {}", window.focused());
    assert!(!window.session().is_modified());
}

#[test]
fn the_palette_answers_without_regard_to_capitals_and_diacritics() {
    let mut window = Window::new();
    window.button("New case");
    for name in ["Sąd Okręgowy w Łodzi", "U.S. Navy", "Čapek Holding"] {
        window.press_with(CTRL, Key::Num1);
        window.enter("Name", name);
    }
    for (typed, found) in [
        ("lodzi okre", "Sąd Okręgowy w Łodzi, party"),
        ("us NAVY", "U.S. Navy, party"),
        ("capek", "Čapek Holding, party"),
    ] {
        seek(&mut window, typed);
        assert_eq!(current(&window), found);
        window.press(Key::Escape);
    }
    seek(&mut window, "capek");
    window.press(Key::Enter);
    assert_eq!(window.shown("Name"), "Čapek Holding");
    assert_eq!(window.focused(), "Name", "no words prove it: its form has the keyboard");
}

#[test]
fn the_palette_runs_commands_and_offers_them_again() {
    let (_folder, mut window) = with_sample();
    let timeline = |window: &Window| window.has(Role::Region, "Timeline");
    assert!(timeline(&window));
    seek(&mut window, ">timel");
    assert_eq!(rows(&window), ["Timeline, command, Ctrl+J"]);
    window.press(Key::Enter);
    assert!(!timeline(&window));
    seek(&mut window, "");
    assert_eq!(rows(&window)[0], "Timeline, command, Ctrl+J", "what was used last comes first");
    assert!(rows(&window).contains(&"New case, command, Ctrl+N".to_owned()));
    window.press(Key::Enter);
    assert!(timeline(&window));
    seek(&mut window, ">nart");
    assert_eq!(current(&window), "New article…, command, Ctrl+Shift+N", "some of its letters");
    window.press(Key::Enter);
    assert!(window.has(Role::TextInput, "Title"), "one dialog gives way to the other");
    window.press(Key::Escape);
    assert!(window.dialog().is_none());
}

#[test]
fn a_command_that_cannot_be_given_is_not() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, ">undo");
    let node = window.find(Role::ListBoxOption, "Undo, command, Ctrl+Z");
    assert!(node.accesskit_node().is_disabled());
    window.press(Key::Enter);
    assert!(window.dialog().is_some(), "nothing was chosen");
    window.press(Key::Escape);
    assert!(!window.session().is_modified());
}

#[test]
fn esc_gives_the_keyboard_back_to_where_it_was() {
    let (_folder, mut window) = with_sample();
    window.click(Role::ListBoxOption, "JEDI contract ceiling, up to US$10bn");
    for field in ["Label", "Value"] {
        window.click(Role::TextInput, field);
        seek(&mut window, "orac");
        assert!(window.focused().starts_with("Oracle"), "the row that Enter would choose is announced");
        window.press(Key::Escape);
        assert!(window.dialog().is_none());
        assert_eq!(window.focused(), field);
    }
    window.press(Key::F6);
    let before = window.focused();
    window.press_with(CTRL, Key::K);
    window.press_with(CTRL, Key::K);
    assert!(window.dialog().is_none(), "the same keys close it");
    assert_eq!(window.focused(), before);
}

#[test]
fn arrow_and_page_keys_go_from_row_to_row() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, "@");
    let all = window.session().case();
    let count: usize = [List::Parties, List::Amounts, List::Dates, List::Proceedings, List::Actions, List::Articles]
        .into_iter()
        .map(|list| all.count(list))
        .sum();
    assert!(window.says(&format!("{count} found")), "{}", window.tree());
    let shown = rows(&window);
    assert_eq!(current(&window), shown[0]);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    assert_eq!(current(&window), shown[2]);
    window.press(Key::ArrowUp);
    assert_eq!(current(&window), shown[1]);
    window.press(Key::PageDown);
    assert_ne!(current(&window), shown[1]);
    window.press(Key::PageUp);
    assert_eq!(current(&window), shown[1]);
    window.press(Key::End);
    let last = current(&window);
    assert_eq!(rows(&window).last(), Some(&last), "it is kept in view");
    window.press(Key::ArrowDown);
    assert_eq!(current(&window), shown[0], "round in circles");
    window.press(Key::ArrowUp);
    assert_eq!(current(&window), last);
    window.press(Key::Home);
    assert_eq!(current(&window), shown[0]);
}

#[test]
fn words_of_articles_are_found_and_selected() {
    let (_folder, mut window) = with_sample();
    let before = form(&window);
    seek(&mut window, "#10 years");
    assert!(rows(&window)[0].contains("10 years"), "{:?}", rows(&window));
    assert!(rows(&window).iter().all(|row| row.contains(", in ")), "{:?}", rows(&window));
    window.press(Key::ArrowDown);
    let (_, title) =
        current(&window).rsplit_once(", in ").map(|(line, title)| (line.to_owned(), title.to_owned())).unwrap();
    window.press(Key::Enter);
    assert_eq!(article(&window), title);
    assert!(window.focused().starts_with("Article: "));
    assert_eq!(form(&window), before, "the form stays");
    window.press_with(CTRL, Key::F);
    assert_eq!(window.shown("Find in article"), "10 years", "they are selected");
}

#[test]
fn an_article_is_opened_with_the_keyboard_on_its_page() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, "cloud pitch abroad");
    assert!(
        current(&window).starts_with("Microsoft takes its Pentagon cloud pitch abroad, article"),
        "{}",
        current(&window)
    );
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Article: Microsoft takes its Pentagon cloud pitch abroad");
    seek(&mut window, "@harbour wire");
    assert!(rows(&window).iter().any(|row| row.contains(", article, Harbour Wire")), "{:?}", rows(&window));
}

#[test]
fn the_mouse_chooses_too() {
    let (_folder, mut window) = with_sample();
    seek(&mut window, "oracle");
    let row = rows(&window)[1].clone();
    window.click(Role::ListBoxOption, &row);
    assert!(window.dialog().is_none());
    assert!(form(&window).is_some());
}

#[test]
fn nothing_found_is_said() {
    let (_folder, mut window) = with_sample();
    for (typed, said) in [
        ("qqqqzz", "Nothing is called so, and no article says so"),
        (">qqqqzz", "No command is called so"),
        ("@qqqqzz", "No record is called so"),
        ("#", "Type the words to look for in the articles"),
        ("#qqqqzz", "No article that was read says so"),
    ] {
        seek(&mut window, typed);
        assert!(window.says(said), "{typed}:\n{}", window.tree());
        assert!(window.says("0 found"));
        window.press(Key::Enter);
        assert!(window.dialog().is_some());
        window.press(Key::Escape);
    }
}

#[test]
fn enter_before_the_answer_chooses_what_was_typed() {
    let (_folder, mut window) = with_sample();
    window.press_with(CTRL, Key::K);
    let enter = egui::Event::Key {
        key: Key::Enter,
        pressed: true,
        modifiers: egui::Modifiers::NONE,
        repeat: false,
        physical_key: None,
    };
    window.frame(vec![egui::Event::Text("eric bruggink".to_owned()), enter]);
    window.settle();
    assert!(window.dialog().is_none());
    assert_eq!(window.shown("Name"), "Eric G. Bruggink");
}

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
