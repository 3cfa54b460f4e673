//! A way round a dialog of the desktop, shown while that is open: it may be hidden, or hang.

use egui::{Align2, Area, Frame, Id, Margin, Order, Stroke, Ui};

use super::Request;
use super::theme::{self, size};
use super::widgets::{muted, region};

/// A dialog of the desktop is open, and has been for a while or was asked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Whether the keyboard goes there in this frame.
    pub takes_keyboard: bool,
}

pub(super) fn waiting_ui(ui: &Ui, waiting: Waiting, requests: &mut Vec<Request>) {
    let tokens = theme::tokens(ui);
    let area = Area::new(Id::unique("file dialog"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_TOP, egui::vec2(0.0, super::menu_bar::HEIGHT + size::TIGHT));
    area.show(ui.ctx(), |ui| {
        let frame = Frame::new().fill(tokens.raised).stroke(Stroke::new(1.0, tokens.border)).corner_radius(7);
        frame.inner_margin(Margin::symmetric(12, 6)).show(ui, |ui| {
            region(ui, "File dialog", |ui| {
                ui.horizontal(|ui| {
                    muted(ui, "Waiting for the file dialog…");
                    let path = ui.button("Type a path instead");
                    if waiting.takes_keyboard {
                        path.request_focus();
                    }
                    if path.clicked() {
                        requests.push(Request::TypePath);
                    }
                    if ui.button("Close the file dialog").clicked() {
                        requests.push(Request::CloseFileDialog);
                    }
                });
            });
        });
    });
}
