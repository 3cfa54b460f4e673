//! Commands carried out one after another, as a person would, and what comes of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{Command, Message, NewArticle, Session, Severity, Storage, TroubleKind, Words};
use crate::edit::Target;
use crate::model::field::{FieldPath, Value};
use crate::model::{Id, List, Part, Record};
use crate::store::State;

mod annotation;
mod articles;
mod correction;
mod damage;
mod evidence;
mod highlights;
mod journal;
mod newer;
mod occurrences;
mod records;
mod saving;
mod search;
mod versions;
mod writers;

/// Two paragraphs in which a sum, a day and a company stand.
const TEXT: &str =
    "The Ålesund harbour board sued Nordlys AS on 4 March 2024.\n\nIt wants up to €2.5 million for a quay that sank.";

fn session() -> Session {
    Session::new(Arc::new(|| {}))
}

/// A session whose state is kept in a folder.
fn with_state(folder: &Path) -> Session {
    let storage = Storage { state: Some(State::at(folder.join("state"))), ..Storage::default() };
    Session::with_storage(Arc::new(|| {}), storage)
}

/// Waits until something is so.
fn wait(session: &mut Session, what: &str, is_so: impl Fn(&Session) -> bool) {
    let started = Instant::now();
    while !is_so(session) {
        assert!(started.elapsed() < Duration::from_secs(20), "never: {what}");
        session.poll();
        std::thread::sleep(Duration::from_micros(100));
    }
}

/// A session with an empty case.
fn with_case() -> Session {
    let mut session = session();
    session.perform(Command::NewCase);
    session
}

/// Waits for every job, without a window to wake.
fn settle(session: &mut Session) {
    let started = Instant::now();
    while session.is_loading() || session.is_saving() {
        assert!(started.elapsed() < Duration::from_secs(20), "a job reports in time");
        session.poll();
        std::thread::sleep(Duration::from_micros(100));
    }
}

fn open(path: &Path) -> Session {
    let mut session = session();
    session.perform(Command::Open(vec![path.to_owned()]));
    settle(&mut session);
    session
}

fn save(session: &mut Session) {
    session.perform(Command::Save);
    settle(session);
}

fn save_as(session: &mut Session, path: &Path) {
    session.perform(Command::SaveAs(path.to_owned()));
    settle(session);
}

/// What the session says could not be done.
fn failures(session: &mut Session) -> Vec<String> {
    let messages = session.take_messages();
    let trouble = session.take_trouble().map(|trouble| match trouble.kind {
        TroubleKind::Failed(words) => words,
        kind => format!("{kind:?}"),
    });
    let failures = trouble.into_iter().map(Message::failure);
    failures
        .chain(messages)
        .filter(|message| message.severity == Severity::Failure)
        .map(|message| message.words)
        .collect()
}

/// Makes a record and returns its target.
fn new_record(session: &mut Session, list: List) -> Target {
    session.perform(Command::NewRecord(list));
    session.selection().form.clone().expect("a new record is shown")
}

fn set(session: &mut Session, target: &Target, path: &str, words: &str) {
    session.perform(Command::SetWords(target.clone(), FieldPath::parse(path), words.to_owned()));
}

fn value(session: &Session, target: &Target, path: &str) -> Value {
    let record = session.current(target).expect("there is a record");
    record.get(&FieldPath::parse(path)).expect("there is such a field")
}

fn id_of(session: &Session, target: &Target) -> Id {
    session.current(target).expect("there is a record").id().clone()
}

/// Adds an article and returns its id.
fn new_article(session: &mut Session, title: &str, published: &str, text: &str) -> Id {
    let form = NewArticle {
        title: title.to_owned(),
        published: published.to_owned(),
        text: text.to_owned(),
        ..NewArticle::default()
    };
    session.perform(Command::NewArticle(Box::new(form)));
    session.selection().article.clone().expect("a new article is shown")
}

/// Where words stand in the text of an article.
fn words(session: &Session, article: &Id, wanted: &str) -> Words {
    let text = &session.article(article).expect("there is an article").text;
    let start = text[..text.find(wanted).expect("the words are there")].chars().count();
    Words { article: article.clone(), part: Part::Text, range: start..start + wanted.chars().count() }
}

/// Attaches words to a field and returns the slot of the claim.
fn prove(session: &mut Session, target: &Target, path: &str, article: &Id, wanted: &str) -> u32 {
    let words = words(session, article, wanted);
    session.perform(Command::AddEvidence(target.clone(), vec![FieldPath::parse(path)], words));
    session.case().claims.iter().map(|(slot, _)| slot).max().expect("there is a claim")
}

/// How many articles were read, are missing and are being read.
fn counts(session: &Session) -> (usize, usize, usize) {
    let counts = session.counts();
    (counts.ready, counts.missing, counts.loading)
}

/// Every record of the case, to compare states.
fn everything(session: &Session) -> Vec<Record> {
    let case = session.case();
    let places = List::ALL
        .into_iter()
        .flat_map(|list| case.slots(list).into_iter().map(move |slot| crate::model::Place { list, slot }));
    let records = places.filter_map(|place| case.record(place));
    std::iter::once(Record::Header(case.header.clone())).chain(records).collect()
}

/// Every file below a folder and its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}
