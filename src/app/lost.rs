//! Asking about work that was not saved.

use super::App;
use crate::session::Command;
use crate::ui::dialogs::{Dialog, Occasion, RecoveryForm};

impl App {
    /// Shows everything that can be recovered, once it was looked for.
    pub(super) fn list_lost(&mut self) {
        self.session.perform(Command::LookForLost);
        self.desk.dialog = Some(Dialog::Recovery(Box::new(RecoveryForm::looking(jiff::Zoned::now()))));
    }

    /// Asks about work that was found, once no other dialog is open and every file was read: about that on the file
    /// that was just opened first. Whatever was closed without saving is shown to those only who ask for it.
    pub(super) fn ask_about_lost(&mut self) {
        if self.session.is_looking_for_lost() {
            return;
        }
        let found = self.session.take_lost();
        if let Some(Dialog::Recovery(form)) = &mut self.desk.dialog
            && form.is_looking()
        {
            form.take_in(found);
            return;
        }
        for work in found.into_iter().filter(|work| work.aside.is_none()) {
            if !self.lost.iter().any(|known| known.journal == work.journal) {
                self.lost.push(work);
            }
        }
        let is_busy = self.desk.dialog.is_some() || self.asking.is_some() || self.session.is_loading();
        if self.lost.is_empty() || is_busy {
            return;
        }
        let present = self.session.document().path.as_deref().filter(|_| self.session.is_open());
        let of_file = self.lost.iter().position(|work| work.path.is_some() && work.path.as_deref() == present);
        let (occasion, asked) = match of_file {
            Some(number) => (Occasion::File, vec![self.lost.remove(number)]),
            None => (Occasion::Start, std::mem::take(&mut self.lost)),
        };
        let form = RecoveryForm::about(occasion, asked, jiff::Zoned::now());
        self.desk.dialog = Some(Dialog::Recovery(Box::new(form)));
    }
}
