//! Waiting for the answer to a dialog of the desktop.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::session::Session;
use crate::store::{Ask, Asked, FileDialog};
use crate::ui::{Purpose, Waiting};

/// How long a dialog may be open before the window offers a way round it.
const LATE: Duration = Duration::from_secs(1);

/// Endings of what can be opened.
const DOCUMENTS: &[&str] =
    &["json", "jsonl", "ndjson", "jsonld", "html", "htm", "mhtml", "mht", "csv", "tsv", "txt", "md", "markdown", "gz"];

/// A dialog of the desktop that is open. It goes when this is dropped.
pub struct Asking {
    purpose: Purpose,
    answer: Receiver<Asked>,
    since: Instant,
    /// Whether the same was asked for again: the person may not see the dialog.
    is_missed: bool,
    /// Whether the way round it is still to be given the keyboard.
    takes_keyboard: bool,
    _dialog: FileDialog,
}

impl Asking {
    /// Opens a dialog; the window goes on meanwhile.
    pub fn start(ctx: &Context, purpose: Purpose, session: &Session) -> Self {
        let (sender, answer) = channel();
        let waker = ctx.clone();
        let dialog = FileDialog::open(question(&purpose, session), move |asked| {
            // The receiver is gone only when nobody wants the answer.
            drop(sender.send(asked));
            waker.request_repaint();
        });
        let since = Instant::now();
        Self { purpose, answer, since, is_missed: false, takes_keyboard: false, _dialog: dialog }
    }

    /// What it asks for.
    pub fn purpose(&self) -> &Purpose {
        &self.purpose
    }

    /// The answer, once it is there.
    pub fn answer(&self) -> Option<Asked> {
        match self.answer.try_recv() {
            Ok(asked) => Some(asked),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Asked::NoDialog),
        }
    }

    /// Notes that the person asked for the same again while the dialog is open.
    pub fn ask_again(&mut self) {
        self.is_missed = true;
        self.takes_keyboard = true;
    }

    /// The way round the dialog, once the person may need one.
    pub fn waiting(&mut self, ctx: &Context) -> Option<Waiting> {
        let left = LATE.saturating_sub(self.since.elapsed());
        if !left.is_zero() && !self.is_missed {
            ctx.request_repaint_after(left);
            return None;
        }
        Some(Waiting { takes_keyboard: std::mem::take(&mut self.takes_keyboard) })
    }
}

fn question(purpose: &Purpose, session: &Session) -> Ask {
    let folder = session.document().path.as_deref().and_then(std::path::Path::parent).map(Into::into);
    let filter =
        |kind: &str, endings: &[&str]| (kind.to_owned(), endings.iter().map(|ending| (*ending).to_owned()).collect());
    let json = || filter("Cases and articles", &["json"]);
    let plain = Ask { title: String::new(), filter: json(), save_as: None, is_for_folder: false, folder };
    match purpose {
        Purpose::Open => {
            Ask { title: "Open".to_owned(), filter: filter("Cases, articles and text", DOCUMENTS), ..plain }
        }
        Purpose::OpenFolder => {
            Ask { title: "Open a folder of articles".to_owned(), filter: filter("", &[]), is_for_folder: true, ..plain }
        }
        Purpose::Locate(_) => Ask { title: "Locate the article".to_owned(), ..plain },
        Purpose::CopyVersion(_, name) => {
            Ask { title: "Save a copy of the earlier version".to_owned(), save_as: Some(name.clone()), ..plain }
        }
        Purpose::SaveAs | Purpose::SaveAsAndQuit => Ask {
            title: "Save the case as".to_owned(),
            filter: filter("Cases", &["json"]),
            save_as: Some(session.proposed_name()),
            ..plain
        },
    }
}
