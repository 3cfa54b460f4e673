//! Work done away from the window, on named threads.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::Message;
use super::foreign::Noticed;
use super::journal::Recoverable;
use super::lost::LostWork;
use super::occurrences::Occurrences;
use super::opening::{OpenedArticle, OpenedCase, OpenedFile};
use super::search::Found;
use super::state::Wake;
use super::theirs::{TheirFile, TheirsCompared};
use super::versions::Looked;
use super::writing::{SaveOutcome, Which};
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
    Saved(Box<SaveOutcome>),
    /// What a save displaced is kept.
    Kept {
        /// The generation of the case that was saved.
        generation: u64,
        /// What another program had written there unnoticed, of which documents, at which paths.
        surprises: Vec<(Which, PathBuf, Arc<Vec<u8>>)>,
    },
    /// Something for the person.
    Said(Message),
    /// A journal can no longer be written.
    JournalFailed {
        /// Which of the session's journals.
        number: u64,
        /// What the system said.
        error: io::Error,
    },
    /// What can be recovered.
    Lost(Vec<Recoverable>),
    /// Work that can be recovered was compared with what its files hold.
    LostCompared {
        /// The number of the request.
        number: u64,
        /// What was found, or why not.
        outcome: Box<Result<LostWork, String>>,
    },
    /// Work was recovered, or could not be.
    Recovered(Box<Result<OpenedCase, String>>),
    /// Earlier versions were looked at.
    Looked {
        /// The number of the request.
        number: u64,
        /// What was found.
        looked: Looked,
    },
    /// Something happened to files that are watched.
    Stirred,
    /// The files were looked at.
    Noticed(Noticed),
    /// What another program wrote was compared.
    TheirsCompared(Box<TheirsCompared>),
    /// What another program wrote was read, to take the place of what is open.
    Theirs(Box<TheirFile>),
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

/// A way to report from a thread that is no job.
#[derive(Clone)]
pub struct Reporter {
    sender: Sender<Outcome>,
    wake: Wake,
}

impl Reporter {
    /// Reports.
    pub fn report(&self, outcome: Outcome) {
        // The receiver is gone only when the session is, and then nobody waits.
        drop(self.sender.send(outcome));
        (self.wake)();
    }
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
        let reporter = self.reporter();
        let run = move || work(&|outcome| reporter.report(outcome));
        // A system that cannot start a thread has worse troubles than a job that does not report.
        drop(std::thread::Builder::new().name(name.to_owned()).spawn(run));
    }

    /// A way to report from another thread.
    pub fn reporter(&self) -> Reporter {
        Reporter { sender: self.sender.clone(), wake: self.wake.clone() }
    }

    /// The next report, if one has come in.
    pub fn next(&self) -> Option<Outcome> {
        self.receiver.try_recv().ok()
    }
}
