//! The name that is written into new evidence.

use egui::{Key, TextEdit, Ui};

use super::Outcome;
use crate::ui::Request;
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted, primary_button};

/// Most letters of a name that are kept.
const LONGEST: usize = 200;

pub(super) fn annotator_ui(ui: &mut Ui, name: &mut String, requests: &mut Vec<Request>) -> Outcome {
    ui.set_width(420.0_f32.min(ui.ctx().content_rect().width() - 60.0));
    heading(ui, "Your name");
    muted(ui, "It is written into the evidence that you add from now on, so that others see who noted it.");
    let label = ui.label("Name");
    let field = TextEdit::singleline(name).char_limit(LONGEST).desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(label.id);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !is_entered && ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal(|ui| {
        if primary_button(ui, "Keep this name").clicked() || is_entered {
            requests.push(Request::Annotator(name.split_whitespace().collect::<Vec<_>>().join(" ")));
            outcome = Outcome::Close;
        }
        if ui.button("Cancel").clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
