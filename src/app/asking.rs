//! Waiting for the answer to a dialog of the desktop.

use std::sync::mpsc::{Receiver, channel};

use eframe::egui::Context;

use crate::session::Session;
use crate::store::{Ask, Asked, ask};
use crate::ui::Purpose;

/// A dialog of the desktop that is open.
pub struct Asking {
    purpose: Purpose,
    answer: Receiver<Asked>,
}

impl Asking {
    /// Opens a dialog; the window goes on meanwhile.
    pub fn start(ctx: &Context, purpose: Purpose, session: &Session) -> Self {
        let question = question(&purpose, session);
        let (sender, answer) = channel();
        let waker = ctx.clone();
        let work = move || {
            // The receiver is gone only when the window is.
            drop(sender.send(ask(&question)));
            waker.request_repaint();
        };
        drop(std::thread::Builder::new().name("file dialog".to_owned()).spawn(work));
        Self { purpose, answer }
    }

    /// The answer, once it is there.
    pub fn answer(&self) -> Option<(Purpose, Asked)> {
        match self.answer.try_recv() {
            Ok(asked) => Some((self.purpose.clone(), asked)),
            Err(std::sync::mpsc::TryRecvError::Empty) => None,
            Err(std::sync::mpsc::TryRecvError::Disconnected) => Some((self.purpose.clone(), Asked::NoDialog)),
        }
    }
}

fn question(purpose: &Purpose, session: &Session) -> Ask {
    let folder = session.document().path.as_deref().and_then(std::path::Path::parent).map(std::path::Path::to_owned);
    let documents = || ("Cases, articles and text".to_owned(), ["json", "txt", "md"].map(str::to_owned).to_vec());
    match purpose {
        Purpose::Open => Ask { title: "Open".to_owned(), filter: documents(), save_as: None, folder },
        Purpose::Locate(_) => {
            Ask { title: "Locate the article".to_owned(), filter: documents(), save_as: None, folder }
        }
        Purpose::CopyVersion(_, name) => Ask {
            title: "Save a copy of the earlier version".to_owned(),
            filter: ("Cases and articles".to_owned(), vec!["json".to_owned()]),
            save_as: Some(name.clone()),
            folder,
        },
        Purpose::SaveAs | Purpose::SaveAsAndQuit => Ask {
            title: "Save the case as".to_owned(),
            filter: ("Cases".to_owned(), vec!["json".to_owned()]),
            save_as: Some(session.proposed_name()),
            folder,
        },
    }
}
