//! What another program has made of a file, beside what is open.

use egui::{Ui, vec2};

use super::Outcome;
use crate::session::{Command, Session, Theirs, Which};
use crate::ui::Request;
use crate::ui::difference::{DifferenceState, difference_ui, focus_id};
use crate::ui::notices;
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted};

/// A look at the difference.
#[derive(Clone, Debug, PartialEq)]
pub struct TheirsForm {
    which: Which,
    /// What was asked to be compared last.
    asked: Option<Theirs>,
    list: DifferenceState,
    /// Whether the list had the keyboard from the start.
    has_begun: bool,
}

impl TheirsForm {
    /// A look at what another program has made of a file.
    #[must_use]
    pub fn of(which: Which) -> Self {
        Self { which, asked: None, list: DifferenceState::default(), has_begun: false }
    }
}

pub(super) fn theirs_ui(ui: &mut Ui, session: &Session, form: &mut TheirsForm, requests: &mut Vec<Request>) -> Outcome {
    let screen = ui.ctx().content_rect();
    let width = 820.0_f32.min(screen.width() - 80.0);
    ui.set_width(width);
    // It may have been taken back meanwhile.
    let Some(foreign) = session.foreign().get(&form.which) else { return Outcome::Close };
    // What was compared when the dialog was last open may be out of date, and the file may be written again.
    let is_new = form.asked.is_none() || foreign.difference.is_none() && form.asked.as_ref() != Some(&foreign.theirs);
    if is_new {
        form.asked = Some(foreign.theirs.clone());
        form.list = DifferenceState::default();
        requests.push(Request::Session(Command::Compare(form.which.clone())));
    }
    heading(ui, "What another program has changed");
    muted(ui, notices::sentence(session, &form.which, foreign));
    ui.add_space(size::TIGHT);
    match foreign.difference.as_deref().filter(|_| !is_new) {
        None => {
            ui.label("Comparing…");
        }
        Some(Err(why)) => {
            ui.label(why);
        }
        Some(Ok(difference)) => {
            let theirs = if matches!(foreign.theirs, Theirs::Displaced(_)) { "What it wrote" } else { "In the file" };
            let room = vec2(width, (screen.height() - 260.0).max(120.0));
            if !form.has_begun && !difference.is_empty() {
                form.has_begun = true;
                ui.memory_mut(|memory| memory.request_focus(focus_id()));
            }
            difference_ui(ui, difference, ("Open here", theirs), room, &mut form.list);
        }
    }
    ui.add_space(size::TIGHT);
    muted(ui, foreign.path.display().to_string());
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal_wrapped(|ui| {
        if notices::answers_ui(ui, session, (&form.which, foreign), requests) {
            outcome = Outcome::Close;
        }
        let close = ui.button("Close");
        if ui.memory(|memory| memory.focused().is_none()) {
            close.request_focus();
        }
        if close.clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
