//! Saves that run at the very time at which another program writes the same file: whatever either side wrote is still
//! on the disk at the end. `CASEFILE_RACES` says how many races are run.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Barrier};
use std::time::{Duration, Instant};

use casefile::edit::Target;
use casefile::model::field::FieldPath;
use casefile::session::{Command, Session, Storage, Theirs, Which};
use casefile::store::disk::RealDisk;
use casefile::store::{State, Versions};

/// How many races are run unless somebody asks for more.
const RACES: usize = 100;
const PATIENCE: Duration = Duration::from_secs(30);

/// How the other program writes.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// It cuts the file off and writes it anew, in place.
    InPlace,
    /// It writes a file of its own and renames it over this one.
    Rename,
}

#[track_caller]
fn wait(session: &mut Session, what: &str, is_so: impl Fn(&Session) -> bool) {
    let started = Instant::now();
    loop {
        session.poll();
        if is_so(session) {
            return;
        }
        assert!(started.elapsed() < PATIENCE, "never: {what}");
        std::thread::sleep(Duration::from_micros(50));
    }
}

fn rest(session: &mut Session) {
    wait(session, "rest", |session| !session.is_saving() && !session.is_loading() && !session.is_looking());
}

/// A case whose title tells who wrote it; the padding makes lengths differ, as those of real texts do.
fn case(title: &str, number: usize) -> String {
    let padding = "x".repeat(number % 97);
    format!(
        "{{\"casefile\": \"case\", \"version\": 1, \"id\": \"aaaaaaaa\", \"title\": \"{title}\", \"summary\": \"{padding}\"}}"
    )
}

fn write(path: &Path, way: Way, text: &str) {
    match way {
        Way::InPlace => fs::write(path, text).unwrap(),
        Way::Rename => {
            let own = path.with_extension("own");
            fs::write(&own, text).unwrap();
            fs::rename(own, path).unwrap();
        }
    }
}

/// Everything that lies in a folder and below, and the earlier versions of a file, as far as they can be read.
fn everything(folder: &Path, state: &State, path: &Path) -> Vec<String> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                all.push(String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned());
            }
        }
    }
    let versions = Versions::new(state.clone(), jiff::Zoned::now());
    for version in versions.list(&RealDisk, path).unwrap() {
        if let Ok(bytes) = versions.read(&RealDisk, &version) {
            all.push(String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    all
}

/// How the races went, for whoever wants to know that they were races.
#[derive(Debug, Default)]
struct Tally(BTreeMap<&'static str, usize>);

impl Tally {
    fn add(&mut self, what: &'static str) {
        *self.0.entry(what).or_default() += 1;
    }
}

/// One race: a save and a writer who begins a little before or after. Whether the save succeeded.
fn race(session: &mut Session, path: &Path, number: usize, way: Way, tally: &mut Tally) -> bool {
    set_title(session, &format!("mine {number};"));
    let start = Arc::new(Barrier::new(2));
    // Spread over a little more than the time that a save takes.
    let delay = Duration::from_micros(u64::try_from(number * 7919 % 1500).unwrap());
    let writer = std::thread::spawn({
        let (start, path, text) = (Arc::clone(&start), path.to_owned(), case(&format!("theirs {number};"), number));
        move || {
            start.wait();
            let begun = Instant::now();
            while begun.elapsed() < delay {
                std::hint::spin_loop();
            }
            write(&path, way, &text);
        }
    });
    start.wait();
    session.perform(Command::Save);
    writer.join().unwrap();
    rest(session);
    let is_saved = !session.is_modified();
    session.perform(Command::Look);
    rest(session);
    match session.foreign().get(&Which::Case).map(|foreign| (&foreign.theirs, foreign.stopped_a_save)) {
        Some((Theirs::Written { .. }, true)) => tally.add("the save was stopped"),
        Some((Theirs::Written { .. }, false)) => tally.add("written after the save"),
        Some((Theirs::Displaced(_), _)) => tally.add("displaced by the save"),
        Some((Theirs::Removed | Theirs::Unreadable(_), _)) => tally.add("unreadable"),
        None => panic!("race {number} was not noticed"),
    }
    is_saved
}

/// What a person does about it, one way or the other.
fn decide(session: &mut Session, number: usize) {
    if number.is_multiple_of(2) {
        session.perform(Command::KeepMine(Which::Case));
    } else {
        session.perform(Command::TakeTheirs(Which::Case));
        rest(session);
    }
    save(session, "decided");
    // So that nothing of this race lies in the file any longer when the next begins: what the other program itself
    // writes over is its own affair.
    set_title(session, &format!("between {number};"));
    save(session, "between");
}

fn set_title(session: &mut Session, title: &str) {
    session.perform(Command::SetWords(Target::Header, FieldPath::parse("title"), title.to_owned()));
}

#[track_caller]
fn save(session: &mut Session, when: &str) {
    session.perform(Command::Save);
    rest(session);
    assert!(session.foreign().is_empty(), "{when}: {:?}", session.foreign());
    assert!(session.take_trouble().is_none() && !session.is_modified(), "{when}");
}

fn run(way: Way, count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let state = State::at(folder.path().join("state"));
    let documents = folder.path().join("documents");
    fs::create_dir(&documents).unwrap();
    let path: PathBuf = documents.join("a.case.json");
    fs::write(&path, case("first", 0)).unwrap();
    let storage = Storage { state: Some(state.clone()), ..Storage::default() };
    let mut session = Session::with_storage(Arc::new(|| {}), storage);
    session.perform(Command::Open(vec![path.clone()]));
    rest(&mut session);
    let (mut tally, mut wanted) = (Tally::default(), Vec::new());
    for number in 0..count {
        if race(&mut session, &path, number, way, &mut tally) {
            wanted.push(format!("\"mine {number};\""));
        }
        wanted.push(format!("\"theirs {number};\""));
        decide(&mut session, number);
    }
    let all = everything(folder.path(), &state, &path);
    let lost: Vec<&String> = wanted.iter().filter(|title| !all.iter().any(|text| text.contains(*title))).collect();
    println!("{count} races, {way:?}: {tally:?}; {} versions wanted, {} lost", wanted.len(), lost.len());
    assert!(lost.is_empty(), "lost: {lost:?}");
}

fn count() -> usize {
    std::env::var("CASEFILE_RACES").ok().and_then(|count| count.parse().ok()).unwrap_or(RACES)
}

#[test]
fn nothing_is_lost_in_races_with_a_program_that_writes_in_place() {
    run(Way::InPlace, count());
}

#[test]
fn nothing_is_lost_in_races_with_a_program_that_renames() {
    run(Way::Rename, count());
}
