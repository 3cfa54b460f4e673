//! A save that did not end well, and what can be done about it.

use egui::Ui;

use super::Outcome;
use crate::session::{Command, Trouble, TroubleKind};
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted, primary_button};
use crate::ui::{Purpose, Request};

/// The heading of the dialog, which is its name too.
pub(super) fn title(trouble: &Trouble) -> String {
    match &trouble.kind {
        TroubleKind::OtherNames(count) => format!("This file has {count} names"),
        TroubleKind::Attributes => "The file would lose its owner or its rights".to_owned(),
        TroubleKind::Failed(_) => "Not saved".to_owned(),
    }
}

/// `quits` tells whether the program was to end once everything was saved.
pub(super) fn trouble_ui(ui: &mut Ui, trouble: &Trouble, quits: bool, requests: &mut Vec<Request>) -> Outcome {
    ui.set_width(500.0_f32.min(ui.ctx().content_rect().width() - 60.0));
    heading(ui, &title(trouble));
    let path = trouble.path.display();
    let (verb, elsewhere, cancel) = match &trouble.kind {
        TroubleKind::OtherNames(_) => {
            ui.label(
                "Its other names (hard links) mean the same file. Once it is saved, this name has the new text, and the \
                 others go on having the old one. Nothing was saved yet.",
            );
            muted(ui, path.to_string());
            ("Save under this name only", "Save as…", "Cancel")
        }
        TroubleKind::Attributes => {
            ui.label(
                "Its owner, group, access rights or attributes cannot be given to the file that takes its place. The \
                 text would be saved without them. Nothing was saved yet.",
            );
            muted(ui, path.to_string());
            ("Save without them", "Save as…", "Cancel")
        }
        TroubleKind::Failed(words) => {
            ui.label(words);
            ("Try again", "Save in another place…", "Close")
        }
    };
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal_wrapped(|ui| {
        if primary_button(ui, verb).clicked() {
            let concern = trouble.concern();
            requests.extend(concern.map(|one| Request::Session(Command::Accept(trouble.path.clone(), one))));
            requests.push(Request::TryAgain(trouble.again.clone(), quits));
            outcome = Outcome::Close;
        }
        if ui.button(elsewhere).clicked() {
            requests.push(Request::Ask(if quits { Purpose::SaveAsAndQuit } else { Purpose::SaveAs }));
            outcome = Outcome::Close;
        }
        let cancel = ui.button(cancel);
        // Enter must not lose anything, nor fail once more by itself.
        if ui.memory(|memory| memory.focused().is_none()) {
            cancel.request_focus();
        }
        if cancel.clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
