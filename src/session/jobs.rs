//! Work done away from the window, on named threads.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::Message;
use super::occurrences::Occurrences;
use super::opening::{OpenedArticle, OpenedFile};
use super::search::Found;
use super::state::Wake;
use super::writing::SaveOutcome;
use crate::model::Id;

/// What a job has to report.
pub enum Outcome {
    /// Files were read that a person opened.
    Opened(Vec<(PathBuf, OpenedFile)>),
    /// An article of the case was read, or could not be.
    Article {
        /// The generation of the case it was read for.
        generation: u64,
        /// The article as the case knows it.
        id: Id,
        /// What was read, or why not.
        result: Box<Result<OpenedArticle, String>>,
    },
    /// A save has ended.
    Saved(SaveOutcome),
    /// What a save displaced is kept.
    Kept,
    /// Something for the person.
    Said(Message),
    /// A search has come so far.
    Found {
        /// The number of the search.
        number: u64,
        /// What was found.
        found: Box<Found>,
    },
    /// A search for names has ended.
    Occurrences {
        /// The number of the search.
        number: u64,
        /// What was found.
        found: Occurrences,
    },
}

/// The jobs of a session.
pub struct Jobs {
    sender: Sender<Outcome>,
    receiver: Receiver<Outcome>,
    wake: Wake,
}

impl Jobs {
    /// No jobs yet. `wake` is called from a job's thread when it has something to report.
    pub fn new(wake: Wake) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, wake }
    }

    /// Starts a job, which may report any number of times.
    pub fn start(&self, name: &str, work: impl FnOnce(&dyn Fn(Outcome)) + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        let run = move || {
            let report = |outcome| {
                // The receiver is gone only when the session is, and then nobody waits.
                drop(sender.send(outcome));
                wake();
            };
            work(&report);
        };
        // A system that cannot start a thread has worse troubles than a job that does not report.
        drop(std::thread::Builder::new().name(name.to_owned()).spawn(run));
    }

    /// The next report, if one has come in.
    pub fn next(&self) -> Option<Outcome> {
        self.receiver.try_recv().ok()
    }
}
