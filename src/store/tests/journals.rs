//! What a journal has synced is read again, whatever fails.

use std::path::Path;
use std::sync::Arc;

use super::super::disk::Disk;
use super::super::disk::double::Double;
use super::super::disk::double::seeded::Bug;
use super::super::journal::{JournalWriter, entries};
use super::enumerate::{Scenario, Seen, assert_none, enumerate, enumerate_with};

const JOURNAL: &str = "/state/deep/journal";

/// What a person did, up to here: that it was handed over, and that it was synced.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Done(String),
    /// Everything up to here.
    Synced,
    /// The journal failed and nothing else was tried.
    Failed,
}

/// A session as the program has it: it goes on with a journal after an error by beginning it anew, with everything that
/// was done.
struct Session<'a> {
    disk: &'a dyn Disk,
    done: Vec<String>,
    writer: Option<JournalWriter<String>>,
}

impl Session<'_> {
    fn act(&mut self, what: &str, report: &mut dyn FnMut(Step)) {
        self.done.push(what.to_owned());
        report(Step::Done(what.to_owned()));
        let written = match self.writer.as_mut() {
            Some(writer) => writer.add(self.done[self.done.len() - 1..].iter()).and_then(|()| writer.sync()).is_ok(),
            None => false,
        };
        if !written {
            self.writer = JournalWriter::begin(self.disk, Path::new(JOURNAL), &self.done).ok();
        }
        report(if self.writer.is_some() { Step::Synced } else { Step::Failed });
    }
}

fn typed(disk: &dyn Disk, done: Vec<String>, writer: Option<JournalWriter<String>>, report: &mut dyn FnMut(Step)) {
    let mut session = Session { disk, done, writer };
    for what in ["one", "two", "three"] {
        session.act(what, report);
    }
}

/// What is read is how the doing began, and reaches at least as far as what was synced.
fn held(before: &[&str], seen: &Seen<'_, Step>) -> Result<(), String> {
    if seen.is_name_lost() {
        return Ok(());
    }
    if seen.plan.is_empty() && seen.steps.contains(&Step::Failed) {
        return Err("nothing failed, and yet the journal did".to_owned());
    }
    let mut all: Vec<String> = before.iter().map(|&what| what.to_owned()).collect();
    let mut synced = all.len();
    for step in seen.steps {
        match step {
            Step::Done(what) => all.push(what.clone()),
            Step::Synced => synced = all.len(),
            Step::Failed => {}
        }
    }
    // What was under way when the program was killed may be there too.
    let rest = ["one", "two", "three"].into_iter().skip(all.len() - before.len()).map(str::to_owned);
    let possible: Vec<String> = all.iter().cloned().chain(rest).collect();
    let found = seen.disk.bytes(JOURNAL).map_or(Vec::new(), |bytes| entries::<String>(&bytes).0);
    if !possible.starts_with(&found) {
        return Err(format!("{found:?} is not how {possible:?} begins"));
    }
    if found.len() < synced {
        return Err(format!("{found:?} is all that is left of {:?}", &all[..synced]));
    }
    Ok(())
}

const BEFORE: [&str; 2] = ["earlier", "later"];

fn with_journal() -> Double {
    let disk = Double::with(&[]).and_folder("/state/deep");
    let before = BEFORE.map(str::to_owned);
    drop(JournalWriter::begin(&disk, Path::new(JOURNAL), &before));
    disk.settle();
    disk.after_kill()
}

fn scenarios() -> Vec<Scenario<Step>> {
    let begun = |disk: Arc<dyn Disk>, report: &mut dyn FnMut(Step)| typed(&*disk, Vec::new(), None, report);
    let continued = |disk: Arc<dyn Disk>, report: &mut dyn FnMut(Step)| {
        let writer = JournalWriter::go_on(&*disk, Path::new(JOURNAL), BEFORE.len() as u64).ok();
        typed(&*disk, BEFORE.map(str::to_owned).into(), writer, report);
    };
    vec![
        Scenario {
            name: "journal, begun".to_owned(),
            start: Box::new(|| Double::with(&[]).and_folder("/state")),
            run: Box::new(begun),
            check: Box::new(|seen| held(&[], seen)),
        },
        Scenario {
            name: "journal, gone on with".to_owned(),
            start: Box::new(with_journal),
            run: Box::new(continued),
            check: Box::new(|seen| held(&BEFORE, seen)),
        },
    ]
}

#[test]
fn what_was_synced_survives_every_fault_of_every_call() {
    assert_none(&scenarios().iter().map(enumerate).collect::<Vec<_>>());
}

#[test]
fn each_seeded_bug_is_seen() {
    for bug in Bug::ALL {
        let scenarios = scenarios();
        let seen = scenarios.iter().filter(|scenario| enumerate_with(scenario, bug).violations > 0).count();
        println!("{bug:?}: seen in {seen} of {} scenarios", scenarios.len());
        assert!(seen > 0, "{bug:?} was not seen");
    }
}
