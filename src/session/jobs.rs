//! Work done away from the window, on named threads.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::Message;
use super::foreign::Noticed;
use super::journal::Recoverable;
use super::lost::LostWork;
use super::newer::LookedForNewer;
use super::occurrences::Occurrences;
use super::opening::{OpenedArticle, OpenedCase, OpenedFile};
use super::search::Found;
use super::sources::{Added, Batch, Guessed};
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
    /// A job could not be started, or was ended by a fault of the program, and reports nothing more.
    Died(String),
    /// Articles of other producers were found.
    Sources {
        /// The number of the list.
        number: u64,
        /// What was found.
        batch: Box<Batch>,
    },
    /// An article of a list was read, to be looked at.
    SourceRead {
        /// The number of the list.
        number: u64,
        /// The number of the article in it.
        at: usize,
        /// The article, or why it could not be read.
        found: Result<Box<crate::import::Found>, String>,
        /// Its JSON, where what it means was guessed.
        raw: Option<Box<Guessed>>,
    },
    /// Articles of a list were read, to join the case.
    SourcesAdded {
        /// The generation of the case.
        generation: u64,
        /// The articles.
        added: Box<Added>,
    },
    /// The files were looked at from which articles of the case came.
    Newer(Box<LookedForNewer>),
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

/// The life of a job: whoever waits for it is told where it ends before its time.
struct Life {
    reporter: Reporter,
    name: String,
    is_over: bool,
}

impl Life {
    /// The job has ended as it should.
    fn end(mut self) {
        self.is_over = true;
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        if !self.is_over {
            self.reporter.report(Outcome::Died(std::mem::take(&mut self.name)));
        }
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
        let life = Life { reporter: self.reporter(), name: name.to_owned(), is_over: false };
        let run = move || {
            work(&|outcome| life.reporter.report(outcome));
            life.end();
        };
        // Where the system starts no thread, what was to run is dropped, and says so.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_ends_before_its_time_says_so() {
        let jobs = Jobs::new(Arc::new(|| {}));
        jobs.start("ends well", |report| report(Outcome::Stirred));
        jobs.start("falls over", |_| panic!("a fault of the program"));
        let mut died = Vec::new();
        while died.is_empty() {
            if let Some(Outcome::Died(name)) = jobs.next() {
                died.push(name);
            }
        }
        assert_eq!(died, ["falls over"]);
    }
}
