//! A file lies where the case is to be saved.

use std::path::Path;

use egui::Ui;

use super::{Dialog, Outcome};
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted};
use crate::ui::{Purpose, Request};

pub(super) fn replace_ui(ui: &mut Ui, purpose: &Purpose, path: &Path, requests: &mut Vec<Request>) -> Outcome {
    ui.set_width(460.0_f32.min(ui.ctx().content_rect().width() - 60.0));
    heading(ui, "Replace the file that is there?");
    muted(ui, format!("What it holds now would be lost: {}", path.display()));
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal(|ui| {
        let another = ui.button("Choose another path");
        // Of the two answers this is the one that loses nothing.
        if ui.memory(|memory| memory.focused().is_none()) {
            another.request_focus();
        }
        if another.clicked() {
            outcome = Outcome::Next(Dialog::Path(purpose.clone(), path.display().to_string()));
        }
        if ui.button("Replace").clicked() {
            requests.push(Request::Path { purpose: purpose.clone(), path: path.to_owned(), replaces: true });
            outcome = Outcome::Close;
        }
        if ui.button("Cancel").clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
