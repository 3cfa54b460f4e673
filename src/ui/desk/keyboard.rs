//! Which panel has the keyboard, and which gets it next.

use egui::{Rect, Ui};

use super::Desk;
use crate::session::Session;
use crate::ui::article::ArticleState;
use crate::ui::outline::OutlineState;
use crate::ui::timeline;

/// A panel that F6 goes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The list of records.
    #[default]
    Outline,
    /// The page of the article.
    Article,
    /// The form.
    Form,
    /// The strip of dates.
    Timeline,
}

impl Pane {
    /// Every one, in the order in which F6 goes to them.
    const ALL: [Self; 4] = [Self::Outline, Self::Article, Self::Form, Self::Timeline];
}

impl Desk {
    /// Before a dialog is shown, notes what has the keyboard.
    pub(super) fn note_keyboard(&mut self, ui: &Ui) {
        if self.dialog.is_none() || self.had_dialog {
            return;
        }
        let focused = ui.memory(egui::Memory::focused);
        // Where one dialog takes the place of another, it is what was in use before the first.
        if !self.dialog_goes || (focused.is_some() && focused != self.in_dialog) {
            self.before_dialog = focused;
        }
        self.dialog_goes = false;
    }

    /// Once a dialog has gone, what had the keyboard before has it again, unless something else was given it.
    pub(super) fn give_keyboard_back(&mut self, ui: &Ui) {
        let had_dialog = std::mem::replace(&mut self.had_dialog, self.dialog.is_some());
        if self.had_dialog {
            return;
        }
        let went = std::mem::replace(&mut self.dialog_goes, had_dialog);
        if had_dialog {
            // Through all of the next frame too, nothing behind the dialog may have the keyboard.
            self.in_dialog = ui.memory(egui::Memory::focused);
            ui.ctx().request_repaint();
        } else if let Some(before) = self.before_dialog.take_if(|_| went) {
            ui.memory_mut(|memory| {
                if memory.focused().is_none_or(|focused| Some(focused) == self.in_dialog) {
                    memory.request_focus(before);
                }
            });
        }
    }

    /// Gives the page of the article the keyboard, also where a dialog has only just gone.
    pub fn focus_page(&mut self, ctx: &egui::Context) {
        self.article.focus(ctx);
        if self.dialog_goes {
            self.before_dialog = Some(ArticleState::focus_id());
        }
    }

    /// Moves the keyboard to the next panel, or to the one before.
    pub fn next_panel(&mut self, ctx: &egui::Context, session: &Session, forward: bool) {
        let here = Pane::ALL.iter().position(|panel| *panel == self.panel).unwrap_or(0);
        let count = Pane::ALL.len();
        let others = (1..=count).map(|step| if forward { here + step } else { here + count - step });
        let panels = others.map(|number| Pane::ALL[number % count]);
        if let Some(panel) = panels.into_iter().find(|panel| self.takes_keyboard(*panel, session)) {
            self.focus_panel(ctx, panel);
        }
    }

    fn takes_keyboard(&self, panel: Pane, session: &Session) -> bool {
        match panel {
            Pane::Article => true,
            Pane::Outline => self.settings.outline_open,
            Pane::Form => {
                let form = session.selection().form.as_ref();
                self.settings.form_open && form.is_some_and(|form| session.read_only_reason(form).is_none())
            }
            Pane::Timeline => self.timeline_rect.is_some(),
        }
    }

    /// Gives a panel the keyboard.
    pub fn focus_panel(&mut self, ctx: &egui::Context, panel: Pane) {
        self.panel = panel;
        match panel {
            Pane::Outline => ctx.memory_mut(|memory| memory.request_focus(OutlineState::focus_id())),
            Pane::Article => self.focus_page(ctx),
            Pane::Form => self.form.focus_first(),
            Pane::Timeline => ctx.memory_mut(|memory| memory.request_focus(timeline::focus_id())),
        }
    }

    /// Notes in which panel the keyboard is; where it is in none, it counts as in the last.
    pub(super) fn follow_keyboard(&mut self, ctx: &egui::Context) {
        let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
        // A field may have been scrolled out of its panel, but never beside it.
        let is_in = |panel: Option<Rect>| {
            let at = focused.as_ref().map(|focused| focused.rect.center());
            at.zip(panel).is_some_and(|(at, panel)| panel.x_range().contains(at.x))
        };
        let has_timeline = focused.as_ref().is_some_and(|focused| focused.id == timeline::focus_id());
        self.panel = match () {
            () if self.article.has_focus(ctx) => Pane::Article,
            () if has_timeline => Pane::Timeline,
            () if is_in(self.form_rect) => Pane::Form,
            () if is_in(self.outline_rect) => Pane::Outline,
            () => self.panel,
        };
    }

    /// Esc gives the keyboard back to the page of the article, once there is nothing else that it takes back.
    pub(super) fn leave_by_escape(&mut self, ctx: &egui::Context, session: &Session) {
        let had_popup = std::mem::replace(&mut self.had_popup, egui::Popup::is_any_open(ctx));
        let is_free = !had_popup && self.dialog.is_none() && self.before_dialog.is_none();
        let is_wanted = is_free && ctx.input(|input| input.key_pressed(egui::Key::Escape));
        if is_wanted && session.is_open() && ctx.memory(|memory| memory.focused().is_none()) {
            self.focus_panel(ctx, Pane::Article);
        }
    }
}
