//! The name of a checkpoint.

use egui::{Key, TextEdit, Ui};

use super::Outcome;
use crate::session::Command;
use crate::ui::Request;
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted, primary_button};

/// Most letters of a name.
const LONGEST: usize = 120;

pub(super) fn checkpoint_ui(ui: &mut Ui, name: &mut String, requests: &mut Vec<Request>) -> Outcome {
    ui.set_width(440.0_f32.min(ui.ctx().content_rect().width() - 60.0));
    heading(ui, "Keep a checkpoint");
    muted(
        ui,
        "It keeps the case as it is now, also what is not saved yet, and changes no file. It is listed among the earlier \
         versions until you remove it.",
    );
    let label = ui.label("Name");
    let field = TextEdit::singleline(name).char_limit(LONGEST).desired_width(f32::INFINITY);
    let response = ui.add(field.hint_text("Such as “Before the hearing”")).labelled_by(label.id);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !is_entered && ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal(|ui| {
        let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_pressed = ui.add_enabled_ui(!words.is_empty(), |ui| primary_button(ui, "Keep").clicked()).inner;
        if !words.is_empty() && (is_pressed || is_entered) {
            requests.push(Request::Session(Command::Checkpoint(words)));
            outcome = Outcome::Close;
        }
        if ui.button("Cancel").clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
