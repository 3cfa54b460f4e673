//! A path to type or paste, where no dialog of the desktop can be shown or none is wanted.

use std::path::PathBuf;

use egui::{Key, TextEdit, Ui};

use super::Outcome;
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted, primary_button};
use crate::ui::{Purpose, Request};

/// The heading of the dialog, which is its name too.
pub(super) fn title(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Open => "Open a file",
        Purpose::OpenFolder => "Open a folder",
        Purpose::SaveAs | Purpose::SaveAsAndQuit => "Save the case as",
        Purpose::Locate(_) => "Locate the article",
        Purpose::CopyVersion(..) => "Save a copy of the earlier version",
    }
}

pub(super) fn path_ui(ui: &mut Ui, purpose: &Purpose, path: &mut String, requests: &mut Vec<Request>) -> Outcome {
    ui.set_width(520.0_f32.min(ui.ctx().content_rect().width() - 60.0));
    let (verb, hint) = match purpose {
        Purpose::Open => ("Open", "The path of a case, of articles, of a plain text file or a folder"),
        Purpose::OpenFolder => ("Open", "The path of a folder whose articles are listed"),
        Purpose::SaveAs | Purpose::SaveAsAndQuit => ("Save", "The path of the case; its articles go beside it"),
        Purpose::Locate(_) => ("Locate", "The path of the missing article"),
        Purpose::CopyVersion(..) => ("Save", "The path of the copy"),
    };
    heading(ui, title(purpose));
    muted(ui, hint);
    let label = ui.label("Path");
    let response = ui.add(TextEdit::singleline(path).desired_width(f32::INFINITY)).labelled_by(label.id);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !response.has_focus() && !is_entered && ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal(|ui| {
        let has_path = !path.trim().is_empty();
        let confirmed = ui.add_enabled_ui(has_path, |ui| primary_button(ui, verb).clicked()).inner;
        if has_path && (confirmed || is_entered) {
            let path = PathBuf::from(path.trim());
            requests.push(Request::Path { purpose: purpose.clone(), path, replaces: false });
            outcome = Outcome::Close;
        }
        if ui.button("Cancel").clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
