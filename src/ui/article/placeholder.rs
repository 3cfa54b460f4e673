//! What the page shows while there is no article on it.

use egui::{Align, Button, Color32, Layout, Rect, RichText, Ui, UiBuilder};

use crate::ui::icons;
use crate::ui::theme::{self, Tokens, family, size};

/// Size of the icon.
const ICON: f32 = 34.0;
/// Widest line of words.
const WIDTH: f32 = 480.0;

/// No article is chosen.
pub(super) fn nothing(ui: &mut Ui, rect: Rect) {
    let tokens = theme::tokens(ui);
    centred(ui, rect, |ui| {
        heading(ui, tokens, icons::NEWSPAPER, tokens.muted, "No article is shown");
        words(ui, tokens, "Choose an article on the left, or press Ctrl+Shift+N for a new one.");
    });
}

/// The article is being read.
pub(super) fn loading(ui: &mut Ui, rect: Rect, title: &str) {
    let tokens = theme::tokens(ui);
    centred(ui, rect, |ui| {
        ui.add(egui::Spinner::new().size(ICON).color(tokens.muted));
        ui.add_space(size::GAP);
        words(
            ui,
            tokens,
            &if title.is_empty() { "Reading the article…".to_owned() } else { format!("Reading “{title}”…") },
        );
    });
}

/// The article could not be read. Says whether its file is to be looked for.
pub(super) fn missing(ui: &mut Ui, rect: Rect, title: &str, why: &str) -> bool {
    let tokens = theme::tokens(ui);
    centred(ui, rect, |ui| {
        let heading_words = if title.is_empty() { "This article is missing" } else { title };
        heading(ui, tokens, icons::FILE_QUESTION_MARK, tokens.warning, heading_words);
        words(ui, tokens, why);
        ui.add_space(size::GAP);
        ui.add(Button::new("Locate…")).on_hover_text("Choose the file of this article").clicked()
    })
}

fn centred<R>(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let width = WIDTH.min(rect.width() - 2.0 * size::MARGIN).max(0.0);
    let top = rect.top() + rect.height() * 0.3;
    let area = Rect::from_x_y_ranges(
        rect.center().x - width / 2.0..=rect.center().x + width / 2.0,
        top..=rect.bottom().max(top),
    );
    let builder = UiBuilder::new().max_rect(area).layout(Layout::top_down(Align::Center));
    ui.scope_builder(builder, contents).inner
}

fn heading(ui: &mut Ui, tokens: &Tokens, icon: char, colour: Color32, words: &str) {
    let font = egui::FontId::new(ICON, family::icons());
    ui.add(egui::Label::new(RichText::new(icon).font(font).color(colour)).selectable(false));
    ui.add_space(size::GAP);
    let font = egui::FontId::new(size::HEADING, family::interface_strong());
    ui.label(RichText::new(words).font(font).color(tokens.text));
    ui.add_space(size::TIGHT);
}

fn words(ui: &mut Ui, tokens: &Tokens, words: &str) {
    ui.label(RichText::new(words).color(tokens.muted));
}
