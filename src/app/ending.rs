//! The end of the program when nobody can be asked: a signal.

use eframe::egui::Context;

use super::App;
use crate::store::{self, Ending};

impl App {
    /// From now on a signal that ends the program leaves the window time to put everything away first.
    pub(super) fn listen_for_signals(&mut self, ctx: &Context) {
        let waker = ctx.clone();
        // A window that does not answer has told the journal what was done all the same, and that writes it by itself.
        self.ending = Ending::listen(move || waker.request_repaint(), || std::thread::sleep(store::KEPT_WITHIN));
    }

    /// Whether a signal ends the program: then nothing else happens in the window any more.
    pub(super) fn ends_by_signal(&mut self) -> bool {
        let ends = self.ending.is_asked();
        if ends {
            self.keep_everything();
            self.ending.ready();
        }
        ends
    }

    /// Puts away what would be lost with the process, and ends what must not outlive it. Asks nothing, and may be called
    /// more than once.
    fn keep_everything(&mut self) {
        self.asking = None;
        // A corrected date of publication may now wait for an answer; there is nobody to give one.
        self.is_free_after_draft();
        self.session.note_draft(self.desk.draft().as_ref());
        // Where the medium takes its time, more cannot be done.
        let _ = self.session.flush();
    }
}
