//! The shortcut sheet, and what the program says of itself.

use egui::{Grid, RichText, ScrollArea, Ui};

use super::{Outcome, close_button};
use crate::ui::commands::{Menu, TABLE};
use crate::ui::theme::{self, size};
use crate::ui::widgets::{heading, muted};

/// Keys that make something of the words selected on the page.
const WORD_KEYS: &[(&str, &str)] = &[
    ("P", "A party, or a mention of the one on file; with Shift, always a new one"),
    ("A", "An amount"),
    ("D", "A date"),
    ("C", "A court action"),
    ("E", "Evidence for the record in the form: arrows and Enter choose the field"),
    ("Enter", "In the form of what was just made: back to the page"),
    ("Esc", "Take back what was just made"),
];

/// Keys of the article page, which are no menu commands.
const PAGE_KEYS: &[(&str, &str)] = &[
    ("← → ↑ ↓", "Move the caret in the article"),
    ("Ctrl+← →", "By word"),
    ("Alt+↑ ↓", "By sentence"),
    ("Ctrl+↑ ↓", "By paragraph"),
    ("Page Up, Page Down", "By page"),
    ("Home, End", "To the start or end of the line; with Ctrl, of the article"),
    ("Shift+…", "Select while moving"),
    ("Enter", "The record of the highlight at the caret; again, the next one"),
    ("Ctrl+A", "Select the whole text"),
    ("Ctrl+C", "Copy the selected words"),
    ("H, J", "Move the start of the highlight by a word; with Shift, a letter"),
    ("K, L", "Move its end likewise; also Alt+Shift+← →"),
    ("S", "Split the highlight at the caret"),
    ("R", "Point the highlight or the pressed card to the selected words"),
    ("Delete", "Remove the highlight"),
    ("Esc", "Clear the selection; in a field, take back what was typed, then back to the page"),
    ("Enter", "In a field: take in what was typed"),
];

pub(super) fn shortcuts_ui(ui: &mut Ui) -> Outcome {
    let screen = ui.ctx().content_rect();
    ui.set_width(560.0_f32.min(screen.width() - 80.0));
    heading(ui, "Keyboard shortcuts");
    ui.add_space(size::TIGHT);
    ScrollArea::vertical().max_height(screen.height() - 220.0).show(ui, |ui| {
        let rows =
            |keys: &[(&str, &'static str)]| keys.iter().map(|(keys, what)| ((*keys).to_owned(), *what)).collect();
        section(ui, "With words selected", rows(WORD_KEYS));
        section(ui, "Article", rows(PAGE_KEYS));
        for menu in Menu::ALL {
            let entries = TABLE.iter().filter(|entry| entry.menu == menu);
            let rows = entries.filter_map(|entry| Some((ui.ctx().format_shortcut(&entry.shortcut?), entry.hint)));
            section(ui, menu.text(), rows.collect());
        }
    });
    ui.add_space(size::GAP);
    close_button(ui)
}

fn section(ui: &mut Ui, title: &str, rows: Vec<(String, &str)>) {
    if rows.is_empty() {
        return;
    }
    ui.add_space(size::GAP);
    heading(ui, title);
    Grid::new(("keys", title)).num_columns(2).min_col_width(120.0).min_row_height(18.0).spacing([18.0, 5.0]).show(
        ui,
        |ui| {
            for (keys, what) in rows {
                ui.label(RichText::new(keys).font(theme::strong()));
                ui.label(what);
                ui.end_row();
            }
        },
    );
}

pub(super) fn about_ui(ui: &mut Ui) -> Outcome {
    ui.set_width(420.0);
    heading(ui, &format!("Casefile {}", env!("CARGO_PKG_VERSION")));
    ui.label("Builds a case out of press coverage, every value tied to the exact words that prove it.");
    ui.add_space(size::TIGHT);
    muted(
        ui,
        "Under the MIT licence or the Apache License 2.0, as you choose. Typefaces: Inter and Source Serif 4, under the SIL Open Font License. Icons: Lucide, under the ISC licence.",
    );
    ui.add_space(size::GAP);
    close_button(ui)
}
