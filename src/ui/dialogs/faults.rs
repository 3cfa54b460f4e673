//! What is wrong with the files, by line and column.

use egui::{Grid, RichText, ScrollArea, Ui};

use super::{Outcome, close_button};
use crate::session::Session;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{heading, muted};

/// How many faults are listed.
const SHOWN: usize = 500;

pub(super) fn faults_ui(ui: &mut Ui, session: &Session) -> Outcome {
    let screen = ui.ctx().content_rect();
    ui.set_width(760.0_f32.min(screen.width() - 80.0));
    heading(ui, "Faults");
    muted(ui, "What can be shown is shown, and what cannot is kept as it is. Lines and columns are those of the file.");
    ui.add_space(size::TIGHT);
    ScrollArea::vertical().max_height(screen.height() - 240.0).show(ui, |ui| {
        Grid::new("faults").num_columns(3).spacing([16.0, 8.0]).striped(true).show(ui, |ui| {
            for (file, placed) in session.faults().take(SHOWN) {
                let colour = theme::tokens(ui).muted;
                ui.label(format!("{file} {}:{}", placed.position.line, placed.position.column));
                ui.label(RichText::new(&placed.fault.pointer).font(theme::small()).color(colour));
                ui.add(egui::Label::new(&placed.fault.message).wrap());
                ui.end_row();
            }
        });
    });
    ui.add_space(size::GAP);
    close_button(ui)
}
