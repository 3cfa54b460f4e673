//! Where the person has been, and what was used last.

use super::Desk;
use crate::edit::{Selection, Target};
use crate::model::Id;
use crate::session::{Command, Session};
use crate::ui::commands::{MenuCommand, Scene};
use crate::ui::dialogs::Dialog;
use crate::ui::palette::{PaletteState, Recent};
use crate::ui::trail::{self, Trail};

impl Desk {
    /// Notes what is shown, to come back to.
    pub(super) fn note_place(&mut self, session: &Session) {
        if self.outline.take_step() | self.timeline.take_step() {
            self.trail.expect_step();
        }
        let jump = self.article.take_jump();
        if session.is_open() {
            let now = trail::Place { selection: session.selection().clone(), spot: self.article.spot() };
            self.trail.watch(now, jump);
        }
    }

    /// Goes back to what was shown before, or forward again: the command that shows it.
    pub fn go(&mut self, forward: bool, session: &Session) -> Option<Command> {
        let case = session.case();
        let has = |id: &Id| case.place(id).is_some();
        let is_there = |selection: &Selection| {
            let form = match &selection.form {
                Some(Target::Record(place)) => case.id_at(*place).is_some(),
                Some(Target::Article(id)) => has(id),
                Some(Target::Header) | None => true,
            };
            form && selection.article.as_ref().is_none_or(has)
        };
        let place = self.trail.go(forward, is_there)?;
        if let Some(article) = &place.selection.article {
            self.article.go(article.clone(), place.spot);
        }
        Some(Command::Show(place.selection))
    }

    /// Notes which record is in the form, since it may be wanted again.
    pub(super) fn note_recent(&mut self, session: &Session) {
        let form = (session.generation(), session.selection().form.clone());
        if form == self.last_form {
            return;
        }
        if form.0 != self.last_form.0 {
            self.trail = Trail::default();
            self.recents.forget_records();
        }
        if let Some(Target::Record(place)) = form.1 {
            self.recents.note(Recent::Record(place));
        }
        self.last_form = form;
    }

    /// What of the window decides whether commands can be given.
    #[must_use]
    pub fn scene(&self) -> Scene {
        Scene {
            has_words: self.article.selected_words().is_some(),
            has_back: self.trail.has_back(),
            has_forward: self.trail.has_forward(),
        }
    }

    /// Opens the palette.
    pub fn open_palette(&mut self) {
        self.dialog = Some(Dialog::Palette(Box::new(PaletteState::new(self.recents.clone(), self.scene()))));
    }

    /// Notes that a command was chosen in the palette.
    pub fn note_chosen(&mut self, command: MenuCommand) {
        self.recents.note(Recent::Command(command));
    }
}
