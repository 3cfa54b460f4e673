//! Unsaved work, and what to do with it. No answer loses any in silence.

use egui::{Key, Ui};

use super::Outcome;
use crate::session::Session;
use crate::ui::Request;
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted, primary_button};

pub(super) fn unsaved_ui(ui: &mut Ui, session: &Session, quits: bool, requests: &mut Vec<Request>) -> Outcome {
    ui.set_width(430.0);
    let title = &session.case().header.title;
    let name = if title.is_empty() { "the untitled case".to_owned() } else { format!("“{title}”") };
    heading(ui, &format!("Save the changes to {name}?"));
    muted(
        ui,
        if quits {
            "They are not in its file yet."
        } else {
            "They are not in its file yet, and another case takes its place in this window."
        },
    );
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal(|ui| {
        let save = primary_button(ui, "Save");
        if ui.memory(|memory| memory.focused().is_none()) {
            save.request_focus();
        }
        let is_entered = ui.input(|input| input.key_pressed(Key::Enter)) && save.has_focus();
        if save.clicked() || is_entered {
            requests.push(if quits { Request::SaveAndQuit } else { Request::OpenPending(true) });
            outcome = Outcome::Close;
        }
        if ui.button("Close without saving").clicked() {
            requests.push(if quits { Request::QuitNow } else { Request::OpenPending(false) });
            outcome = Outcome::Close;
        }
        if ui.button("Cancel").clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
