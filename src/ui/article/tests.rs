use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::scroll::Position;
use super::*;
use crate::edit::Target;
use crate::model::field::FieldPath;
use crate::model::{List, Part, Place};
use crate::session::NewArticle;

mod caret;
mod highlights;

const TEXT: &str = "Microsoft is preparing a wider push to sell cloud packages. The company beat Amazon in October.\n\n\
    Work under the award is on hold. Amazon Web Services went to court in November to contest it.\n\n\
    The judge has since let the department look again. It plans to finish by September.";

/// A window with nothing but the page in it.
struct Desk {
    session: Session,
    page: ArticleState,
    log: Vec<Command>,
}

type Window = Harness<'static, Desk>;

fn open(title: &str, text: &str) -> Window {
    let mut session = Session::new(Arc::new(|| {}));
    session.perform(Command::NewArticle(Box::new(NewArticle {
        title: title.to_owned(),
        byline: "staff reporter".to_owned(),
        publisher: "Sample Wire".to_owned(),
        published: "2020-08-23".to_owned(),
        text: text.to_owned(),
        ..NewArticle::default()
    })));
    window(session)
}

fn window(session: Session) -> Window {
    let desk = Desk { session, page: ArticleState::default(), log: Vec::new() };
    let builder = Harness::builder().with_size((900.0, 700.0)).with_step_dt(1.0 / 60.0).with_theme(Theme::Light);
    // No typeface has every script, and offsets must hold all the same.
    let builder = builder.allow_missing_glyphs();
    let mut window = builder.with_context_setup(theme::install).build_ui_state(
        |ui, desk: &mut Desk| {
            let mut commands = Vec::new();
            article_ui(ui, &desk.session, &mut desk.page, &mut commands);
            for command in commands {
                desk.log.push(command.clone());
                desk.session.perform(command);
            }
        },
        desk,
    );
    window.run();
    window
}

impl Desk {
    fn article(&self) -> Id {
        self.session.selection().article.clone().unwrap()
    }

    fn selected(&self) -> Option<String> {
        let words = self.page.selected_words()?;
        let page = self.session.page(&words.article)?;
        Some(page.part(words.part).text.slice(words.range).to_owned())
    }

    fn find(&self, words: &str) -> Words {
        let page = self.session.page(&self.article()).unwrap();
        let text = &page.part(Part::Text).text;
        let at = text.as_str().find(words).unwrap();
        Words { article: self.article(), part: Part::Text, range: text.chars_of(at..at + words.len()) }
    }

    /// Makes a record that these words prove, and says where it is.
    fn mark(&mut self, list: List, words: &str) -> Place {
        let words = self.find(words);
        self.session.perform(Command::NewRecord(list));
        let Some(Target::Record(place)) = self.session.selection().form.clone() else { panic!("a record") };
        self.session.perform(Command::AddEvidence(Target::Record(place), vec![FieldPath::parse("")], words));
        place
    }
}

/// The middle of some words on the screen.
fn place_of(window: &mut Window, words: &str) -> Pos2 {
    let desk = window.state_mut();
    let before = desk.page.selected.take();
    let text = desk.session.page(&desk.article()).unwrap().part(Part::Text).text.as_str().to_owned();
    let at = text.find(words).unwrap();
    let article = desk.article();
    let page = desk.session.page(&article).unwrap();
    desk.page.selected = Some(Selected::range_of(&article, page, (Part::Text, at..at + words.len())));
    window.run();
    let place = window.state().page.selection_rect().unwrap().center();
    window.state_mut().page.selected = before;
    window.run();
    place
}

fn click(window: &mut Window, at: Pos2, modifiers: Modifiers) {
    window.event(Event::PointerMoved(at));
    for pressed in [true, false] {
        window.event_modifiers(
            Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers },
            modifiers,
        );
    }
    window.run();
}

fn press(window: &mut Window, modifiers: Modifiers, keys: &[Key]) {
    for key in keys {
        window.key_press_modifiers(modifiers, *key);
    }
    window.run();
}

fn focus(window: &mut Window) {
    let ctx = window.ctx.clone();
    window.state().page.focus(&ctx);
    window.run();
}

fn paragraphs(window: &Window) -> usize {
    window.get_all_by_role(Role::Paragraph).count()
}

#[test]
fn a_click_on_a_highlight_shows_its_record_and_another_click_the_next() {
    let mut window = open("Cloud deals", TEXT);
    let desk = window.state_mut();
    let outer = desk.mark(List::Actions, "went to court in November");
    let inner = desk.mark(List::Dates, "November");
    let party = desk.mark(List::Parties, "Amazon Web Services");
    let at = place_of(&mut window, "November");
    let mut seen = Vec::new();
    for _ in 0..3 {
        click(&mut window, at, Modifiers::NONE);
        // Clicks in quick succession are double clicks, which select words instead.
        window.run_steps(40);
        seen.push(window.state().session.selection().form.clone());
    }
    assert_eq!(seen, [inner, outer, inner].map(|place| Some(Target::Record(place))));
    let at = place_of(&mut window, "Web Services");
    click(&mut window, at, Modifiers::NONE);
    assert_eq!(window.state().session.selection().form, Some(Target::Record(party)));
    let log = window.state().log.len();
    let at = place_of(&mut window, "preparing");
    click(&mut window, at, Modifiers::NONE);
    assert_eq!(window.state().log.len(), log, "plain words lead nowhere");
}

#[test]
fn the_pointer_over_a_highlight_names_its_records() {
    let mut window = open("Cloud deals", TEXT);
    let target = Target::Record(window.state_mut().mark(List::Parties, "Microsoft"));
    let name = Command::SetWords(target, FieldPath::of("name"), "Microsoft Corporation".to_owned());
    window.state_mut().session.perform(name);
    let names = |window: &Window| {
        let is_name = |node: &egui_kittest::Node<'_>| node.value().as_deref() == Some("Microsoft Corporation");
        window.query_all_by_role(Role::Label).any(|node| is_name(&node))
    };
    for (words, expected) in [("Microsoft", true), ("preparing", false)] {
        let at = place_of(&mut window, words);
        window.hover_at(at);
        // The tooltip waits until the pointer rests.
        window.run_steps(80);
        assert_eq!(names(&window), expected, "{words}");
    }
}

#[test]
fn words_are_selected_with_the_pointer() {
    let mut window = open("Cloud deals", TEXT);
    let at = place_of(&mut window, "Amazon");
    click(&mut window, at, Modifiers::NONE);
    assert_eq!(window.state().selected(), None);
    click(&mut window, at, Modifiers::NONE);
    assert_eq!(window.state().selected().as_deref(), Some("Amazon"));
    click(&mut window, at, Modifiers::NONE);
    assert_eq!(window.state().selected().as_deref(), TEXT.lines().next());
    window.run_steps(40);

    // The bar at the selected words goes, so that it covers nothing.
    let at = place_of(&mut window, "Microsoft");
    click(&mut window, at, Modifiers::NONE);
    let (from, to) = (place_of(&mut window, "Work"), place_of(&mut window, "hold"));
    window.event(Event::PointerMoved(from));
    window.drag_at(from);
    window.event(Event::PointerMoved(to));
    window.drop_at(to);
    window.run();
    assert_eq!(window.state().selected().as_deref(), Some("rk under the award is on ho"));
    window.run_steps(40);

    let at = place_of(&mut window, "Microsoft");
    click(&mut window, at, Modifiers::SHIFT);
    assert!(window.state().selected().unwrap().ends_with("October.\n\nWo"), "Shift extends back over the anchor");
}

#[test]
fn words_are_selected_with_the_keyboard() {
    let shift = Modifiers::SHIFT;
    let (word, shift_word) = (Modifiers::COMMAND, Modifiers::COMMAND | Modifiers::SHIFT);
    for (moves, expected) in [
        (vec![(shift_word, Key::ArrowRight)], "Microsoft"),
        (vec![(shift, Key::ArrowRight), (shift, Key::ArrowRight)], "Mi"),
        (vec![(word, Key::ArrowRight), (shift_word, Key::ArrowLeft)], "Microsoft"),
        (vec![(word, Key::ArrowDown), (shift_word, Key::ArrowRight)], "Work"),
        (vec![(Modifiers::ALT, Key::ArrowDown), (shift_word, Key::ArrowRight)], "The"),
        (vec![(word, Key::End), (shift_word, Key::ArrowLeft)], "September."),
        (vec![(word, Key::End), (word, Key::Home), (shift, Key::ArrowRight)], "M"),
        (vec![(Modifiers::NONE, Key::End), (shift_word, Key::ArrowLeft)], "company"),
        (vec![(Modifiers::NONE, Key::End), (Modifiers::NONE, Key::Home), (shift, Key::ArrowRight)], "M"),
    ] {
        let mut window = open("Cloud deals", TEXT);
        focus(&mut window);
        for (modifiers, key) in &moves {
            press(&mut window, *modifiers, &[*key]);
        }
        let selected = window.state().selected().unwrap_or_default();
        // Where a line ends depends on the typeface, so of a line's last word only that it is one is certain.
        if moves.iter().any(|(modifiers, key)| *key == Key::End && modifiers.is_none()) && expected == "company" {
            assert!(selected.chars().all(char::is_alphanumeric) && selected.len() > 1, "{selected:?}");
        } else {
            assert_eq!(selected, expected, "{moves:?}");
        }
        press(&mut window, Modifiers::NONE, &[Key::Escape]);
        assert_eq!(window.state().page.selected_words(), None);
        let ctx = window.ctx.clone();
        assert!(window.state().page.has_focus(&ctx), "Esc leaves the page its focus");
    }
}

#[test]
fn lines_are_stepped_over_at_the_same_distance_from_the_edge() {
    let mut window = open("Cloud deals", TEXT);
    let start = place_of(&mut window, "wider");
    click(&mut window, start, Modifiers::NONE);
    let first = window.state().page.selected.as_ref().unwrap().caret();
    press(&mut window, Modifiers::NONE, &[Key::ArrowDown; 4]);
    let below = window.state().page.selected.as_ref().unwrap().caret();
    assert!(below > first + 100);
    press(&mut window, Modifiers::NONE, &[Key::ArrowUp; 4]);
    assert_eq!(window.state().page.selected.as_ref().unwrap().caret(), first);
    press(&mut window, Modifiers::SHIFT, &[Key::ArrowUp; 9]);
    assert_eq!(window.state().selected().as_deref(), Some(&TEXT[..first]), "a selection keeps to its part");
    press(&mut window, Modifiers::NONE, &[Key::ArrowUp; 2]);
    assert_eq!(window.state().page.selected.as_ref().unwrap().part(), Part::Title);
    press(&mut window, Modifiers::NONE, &[Key::Home]);
    press(&mut window, Modifiers::SHIFT, &[Key::End]);
    let words = window.state().page.selected_words().unwrap();
    assert_eq!((words.part, words.range.end), (Part::Title, "Cloud deals".len()));
}

#[test]
fn all_the_text_is_selected_and_copied() {
    let mut window = open("Cloud deals", TEXT);
    focus(&mut window);
    press(&mut window, Modifiers::COMMAND, &[Key::A]);
    assert_eq!(window.state().selected().as_deref(), Some(TEXT));
    window.event(Event::Copy);
    window.step();
    let copied = window
        .output()
        .platform_output
        .commands
        .iter()
        .any(|command| matches!(command, OutputCommand::CopyText(words) if words == TEXT));
    assert!(copied);
}

#[test]
fn characters_stand_for_themselves_whatever_their_bytes() {
    let text = "Ein Mädchen\u{200B}haus „wörtlich“ in 東京 wie 👨‍👩‍👧 gesagt";
    for word in ["wörtlich", "東京", "gesagt", "👨‍👩‍👧"] {
        let mut window = open("Ü", text);
        let at = place_of(&mut window, word);
        click(&mut window, at, Modifiers::NONE);
        click(&mut window, at, Modifiers::NONE);
        let selected = window.state().selected().unwrap();
        assert!(word.starts_with(&selected) || word == selected, "{selected:?} of {word:?}");
        let words = window.state().page.selected_words().unwrap();
        assert!(words.range.start >= window.state().find(word).range.start);
    }
    let window = open("Ü", text);
    assert!(window.query_by_label_contains("Ein Mädchen·haus").is_some(), "hidden marks are shown");
}

#[test]
fn letters_stand_in_the_order_of_the_text_even_where_they_run_from_right_to_left() {
    let text = "שלום, עולם! Er sagte: שָׁלוֹם 12 مرحبا dazu";
    let window = open("Ü", text);
    let desk = window.state();
    let id = desk.article();
    let (article, page) = (desk.session.article(&id).unwrap(), desk.session.page(&id).unwrap());
    let rect = Rect::from_min_size(Pos2::ZERO, egui::vec2(900.0, 700.0));
    let mut output = window.ctx.run_ui(egui::RawInput::default(), |ui| {
        let view = View::new(ui.ctx(), &desk.session, (&id, article, page), theme::of(false), (rect, &desk.page.facts));
        let laid = view.laid(view.blocks.first_text());
        let letters: String = laid.galley.rows.iter().map(|row| row.row.text()).collect();
        assert_eq!(letters, text);
        let lefts: Vec<f32> = (0..text.chars().count()).map(|char| laid.x_of(char)).collect();
        // Points above and below a letter may stand a little before it.
        assert!(lefts.windows(2).all(|pair| pair[1] > pair[0] - 3.0), "{lefts:?}");
    });
    output.textures_delta.clear();
}

#[test]
fn words_are_found_and_counted() {
    let mut window = open("Amazon", TEXT);
    window.state_mut().page.open_find();
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Find in article");
    assert!(field.is_focused());
    field.type_text("amazon");
    window.run();
    assert!(window.query_by_label("1 of 3").is_some() || window.query_by_value("1 of 3").is_some());
    let label = |window: &Window| window.state().page.find.label();
    press(&mut window, Modifiers::NONE, &[Key::Enter]);
    assert_eq!(label(&window), "2 of 3");
    press(&mut window, Modifiers::SHIFT, &[Key::Enter, Key::Enter]);
    assert_eq!(label(&window), "3 of 3");
    window.get_by_label("Next match").click();
    window.run();
    assert_eq!(label(&window), "1 of 3");
    window.get_by_label("Previous match").click();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Find in article").focus();
    window.run();
    press(&mut window, Modifiers::NONE, &[Key::Escape]);
    assert!(window.query_by_label("Find in article").is_none());
    assert_eq!(window.state().selected().as_deref(), Some("Amazon"));
    assert_eq!(
        window.state().page.selected_words().unwrap().range,
        window.state().find("Amazon Web").range.start..window.state().find(" Web").range.start
    );
}

#[test]
fn only_what_is_in_view_is_laid_out() {
    let lines: Vec<String> =
        (0..3_000).map(|line| format!("Paragraph {line}: {}", "words of a long article. ".repeat(13))).collect();
    let text = lines.join("\n\n");
    assert!(text.len() > 1_000_000);
    let mut window = open("Long", &text);
    assert!((2..100).contains(&paragraphs(&window)));
    focus(&mut window);
    press(&mut window, Modifiers::COMMAND, &[Key::End]);
    assert!((2..100).contains(&paragraphs(&window)));
    assert!(window.query_by_label_contains("Paragraph 2999:").is_some());
    assert!(window.query_by_label_contains("Paragraph 0:").is_none());
    press(&mut window, Modifiers::NONE, &[Key::PageUp]);
    assert!(window.query_by_label_contains("Paragraph 2999:").is_none());
    press(&mut window, Modifiers::COMMAND, &[Key::Home]);
    assert!(window.query_by_label_contains("Paragraph 0:").is_some());
    let place = window.state().find("Paragraph 1500:");
    window.state_mut().session.perform(Command::AddEvidence(Target::Header, vec![FieldPath::parse("")], place));
    window.state_mut().mark(List::Parties, "Paragraph 1500:");
    let slot = window.state().session.case().quotes.next_slot() - 1;
    window.state_mut().page.reveal(slot);
    window.run();
    assert!(window.query_by_label_contains("Paragraph 1500:").is_some());
    assert!(window.state().page.reveal.outlined.is_some());
    window.run_steps(120);
    assert!(window.state().page.reveal.outlined.is_none(), "the outline goes by itself");
}

#[test]
fn the_scroll_bar_knows_where_it_is() {
    let text: String = (0..900).flat_map(|line| ["word ".repeat(line * 7 % 90 + 1), "\n\n".to_owned()]).collect();
    let window = open("Long", &text);
    let desk = window.state();
    let id = desk.article();
    let (article, page) = (desk.session.article(&id).unwrap(), desk.session.page(&id).unwrap());
    let ctx = window.ctx.clone();
    let rect = Rect::from_min_size(Pos2::ZERO, egui::vec2(900.0, 700.0));
    // Outside of a frame there are no galleys to be had, so this looks at a pass of its own.
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        let view = View::new(ui.ctx(), &desk.session, (&id, article, page), theme::of(false), (rect, &desk.page.facts));
        let last = Position::last(&view);
        assert!(last.block > 800);
        for block in [0, 1, 2, 3, 100, 500, last.block] {
            let place = Position { block, offset: view.laid(block).height() / 2.0 };
            let again = Position::at_distance(&view, place.distance(&view));
            assert_eq!(again.block, place.block);
            assert!((again.offset - place.offset).abs() < 0.5, "{again:?} {place:?}");
        }
        let beyond = Position { block: 899, offset: 1e6 };
        assert_eq!(beyond.clamped(&view, last), last);
        let far = Position { block: 3, offset: -1e6 };
        assert_eq!(far.clamped(&view, last), Position::default());
    });
    output.textures_delta.clear();
}

#[test]
fn another_article_and_other_words_take_the_selection_back() {
    let mut window = open("First", TEXT);
    focus(&mut window);
    press(&mut window, Modifiers::COMMAND, &[Key::A]);
    let first = window.state().article();
    let title = Command::SetWords(Target::Article(first.clone()), FieldPath::of("publisher"), "Other Wire".into());
    window.state_mut().session.perform(title);
    window.run();
    assert!(window.state().selected().is_some(), "a change beside the words leaves them selected");
    window.state_mut().session.perform(Command::NewArticle(Box::new(NewArticle {
        title: "Second".into(),
        text: "Short.".into(),
        ..NewArticle::default()
    })));
    window.run();
    assert_eq!(window.state().page.selected_words(), None);
    assert!(window.query_by_label("Article: Second").is_some());
    window.state_mut().session.perform(Command::ShowArticle(first));
    window.run();
    assert!(window.query_by_label("Article: First").is_some());
}

#[test]
fn what_is_not_an_ordinary_article_is_told() {
    let window = window(Session::new(Arc::new(|| {})));
    assert!(
        window.query_by_label_contains("press Ctrl+Shift+N").is_some()
            || window.query_by_value("Choose an article on the left, or press Ctrl+Shift+N for a new one.").is_some()
    );
    let window = open("שלום", "אבג דהו");
    assert!(window.query_by_label_contains("written from right to left").is_some());
    let window = open("", "");
    assert!(window.query_by_label("Article: Untitled article").is_some());
    assert!(window.query_by_label("This article has no text.").is_some());
    let facts = window.query_by_label("Sample Wire · staff reporter · published 23 Aug 2020 · no records yet");
    assert!(facts.is_some_and(|node| node.accesskit_node().role() == Role::Paragraph));
}
