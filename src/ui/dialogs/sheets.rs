//! The shortcut sheet, and what the program says of itself.

use egui::{Key, RichText, ScrollArea, Ui};

use super::keys::{OTHERS, PAGE};
use super::{Outcome, close_button};
use crate::ui::commands::{Menu, TABLE};
use crate::ui::theme::{self, size};
use crate::ui::widgets::{heading, muted};

/// Width of the sheet with two columns, and with one.
const WIDE: f32 = 880.0;
const NARROW: f32 = 520.0;
/// Below this width there is one column.
const TWO_COLUMNS: f32 = 760.0;
/// Width of the keys.
const KEYS: f32 = 136.0;
/// By how much arrow keys and page keys scroll, in points.
const LINE: f32 = 48.0;
const SCREENFUL: f32 = 360.0;

/// A group of keys.
struct Section {
    title: &'static str,
    rows: Vec<(String, &'static str)>,
}

/// Every key there is, in groups.
fn sections(ui: &Ui) -> Vec<Section> {
    let menus = Menu::ALL.into_iter().map(|menu| {
        let entries = TABLE.iter().filter(|entry| entry.menu == menu);
        let rows = entries.filter_map(|entry| Some((ui.ctx().format_shortcut(&entry.shortcut?), entry.hint)));
        Section { title: menu.text(), rows: rows.collect() }
    });
    let written = |(title, keys): &(&'static str, &'static [(&'static str, &'static str)])| {
        let rows = keys.iter().map(|(keys, what)| ((*keys).to_owned(), *what));
        Section { title, rows: rows.collect() }
    };
    // What is done all evening comes first.
    let (page, others) = (PAGE.iter().map(written), OTHERS.iter().map(written));
    page.chain(menus).chain(others).filter(|section| !section.rows.is_empty()).collect()
}

pub(super) fn shortcuts_ui(ui: &mut Ui) -> Outcome {
    let screen = ui.ctx().content_rect();
    let width = WIDE.min(screen.width() - 80.0);
    let columns = if width < TWO_COLUMNS { 1 } else { 2 };
    ui.set_width(if columns == 1 { width.min(NARROW) } else { width });
    heading(ui, "Keyboard shortcuts");
    ui.add_space(size::TIGHT);
    let sections = sections(ui);
    let lines = |sections: &[Section]| sections.iter().map(|section| section.rows.len() + 2).sum::<usize>();
    // Where the two columns are most alike in height.
    let uneven = |at: &usize| lines(&sections[..*at]).abs_diff(lines(&sections[*at..]));
    let half = (0..=sections.len()).min_by_key(uneven).unwrap_or(0);
    let height = screen.height() - 180.0;
    ScrollArea::vertical().min_scrolled_height(height).max_height(height).show(ui, |ui| {
        scroll_by_keys(ui);
        if columns == 1 {
            for section in &sections {
                section_ui(ui, section);
            }
            return;
        }
        let (left, right) = sections.split_at(half);
        ui.columns(2, |sides| {
            for (side, sections) in sides.iter_mut().zip([left, right]) {
                for section in sections {
                    section_ui(side, section);
                }
            }
        });
    });
    ui.add_space(size::GAP);
    close_button(ui)
}

/// There is nothing on the sheet to go to, so the keys scroll it.
fn scroll_by_keys(ui: &Ui) {
    let presses = |key| ui.input(|input| input.num_presses(key));
    for (key, by) in
        [(Key::ArrowDown, LINE), (Key::ArrowUp, -LINE), (Key::PageDown, SCREENFUL), (Key::PageUp, -SCREENFUL)]
    {
        for _ in 0..presses(key) {
            ui.scroll_with_delta(egui::vec2(0.0, -by));
        }
    }
}

fn section_ui(ui: &mut Ui, section: &Section) {
    ui.add_space(size::GAP);
    heading(ui, section.title);
    ui.add_space(size::TIGHT);
    for (keys, what) in &section.rows {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = size::MARGIN;
            let room = egui::vec2(KEYS, 0.0);
            ui.allocate_ui_with_layout(room, egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_min_width(KEYS);
                ui.add(egui::Label::new(RichText::new(keys).font(theme::strong())).wrap());
            });
            ui.vertical(|ui| ui.add(egui::Label::new(*what).wrap()));
        });
    }
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
