//! Edits a case and saves it, over and over, without a window: the program to kill, to cut the power of, to fill the
//! disk of and to race against. `tests/torture` does so.
//!
//! Every edit has a number, and makes the summary of the case "edit N". What became of it is told line by line:
//!
//! - `edited N`: it was made; the session has told its journal. `refused N`: it could not be made.
//! - `saved N`: the session says that it is saved.
//! - `unsaved N`: a save has ended, and the session does not say so.
//! - `done N`: nothing more is done about it.
//! - `said …`: a message to the person, on one line.
//! - `ended`: as many edits were made as were asked for, and the journal was given the time to be written.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use casefile::edit::Target;
use casefile::model::field::FieldPath;
use casefile::session::{Command, Session, Severity, Storage, TroubleKind, Which};
use casefile::store::{KEPT_WITHIN, State};
use clap::{Parser, ValueEnum};

/// How often a line may fail to be read or told.
const MOST_FAILURES: usize = 100;

/// Edits a case and saves it, over and over.
#[derive(Parser)]
struct Arguments {
    /// The case; made where there is none
    file: PathBuf,
    /// The folder of journals and earlier versions; none are kept without one
    #[arg(long)]
    state: Option<PathBuf>,
    /// How many edits are made; without it, the program goes on until it is killed
    #[arg(long)]
    edits: Option<u64>,
    /// Milliseconds between two edits
    #[arg(long, default_value_t = 0)]
    pause: u64,
    /// Saves after every so many edits; 0 is never
    #[arg(long, default_value_t = 1)]
    save_every: u64,
    /// Makes an edit only once a line has come from the standard input, and ends where that does
    #[arg(long)]
    on_lines: bool,
    /// What becomes of the work of another program that has written the file
    #[arg(long)]
    others: Option<Others>,
}

/// What a person decides about a file that another program has written.
#[derive(Clone, Copy, ValueEnum)]
enum Others {
    /// Theirs is taken.
    Theirs,
    /// Mine is kept.
    Mine,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let mut session = start(&arguments);
    tell("ready")?;
    let mut number = number_in(&session);
    let mut made = 0;
    while arguments.edits.is_none_or(|edits| made < edits) {
        if arguments.on_lines && !is_asked()? {
            break;
        }
        number += 1;
        made += 1;
        if !edit(&mut session, number)? {
            session.give_up_changes();
            session.perform(Command::Open(vec![arguments.file.clone()]));
            settle(&mut session);
        }
        if arguments.save_every > 0 && made % arguments.save_every == 0 {
            save(&mut session, number)?;
        }
        if let Some(others) = arguments.others {
            decide(&mut session, others)?;
        }
        tell(&format!("done {number}"))?;
        wait(&mut session, Duration::from_millis(arguments.pause));
    }
    if session.is_modified() {
        // As long as a window would be there at least before it is killed.
        wait(&mut session, 2 * KEPT_WITHIN);
    }
    tell("ended")
}

fn start(arguments: &Arguments) -> Session {
    let storage = Storage { state: arguments.state.clone().map(State::at), ..Storage::default() };
    let mut session = Session::with_storage(Arc::new(|| {}), storage);
    if arguments.file.exists() {
        session.perform(Command::Open(vec![arguments.file.clone()]));
    } else {
        session.perform(Command::NewCase);
        session.perform(Command::SaveAs(arguments.file.clone()));
    }
    settle(&mut session);
    session
}

/// Makes an edit. Whether it could be made: a case that was taken from another program while that was writing it cannot
/// be edited, and has to be opened anew.
fn edit(session: &mut Session, number: u64) -> io::Result<bool> {
    let words = format!("edit {number}");
    session.perform(Command::SetWords(Target::Header, FieldPath::parse("summary"), words.clone()));
    let is_made = session.case().header.summary == words;
    tell(&format!("{} {number}", if is_made { "edited" } else { "refused" }))?;
    Ok(is_made)
}

/// Saves, and tells what the session says of it.
fn save(session: &mut Session, number: u64) -> io::Result<()> {
    session.perform(Command::Save);
    while session.is_saving() && session.is_modified() {
        poll(session);
    }
    let is_saved = !session.is_modified() && number_in(session) == number;
    tell(&format!("{} {number}", if is_saved { "saved" } else { "unsaved" }))?;
    settle(session);
    tell_messages(session)
}

fn tell_messages(session: &mut Session) -> io::Result<()> {
    let messages = session.take_messages();
    let words = messages.into_iter().filter(|message| message.severity != Severity::Note).map(|message| message.words);
    let trouble = session.take_trouble().map(|trouble| match trouble.kind {
        TroubleKind::Failed(words) => words,
        kind => format!("{kind:?}: {}", trouble.path.display()),
    });
    for words in words.chain(trouble) {
        tell(&format!("said {}", words.replace('\n', " ")))?;
    }
    Ok(())
}

/// Decides about what another program has written, where it has, and saves again where that stood in the way.
fn decide(session: &mut Session, others: Others) -> io::Result<()> {
    while session.is_looking() {
        poll(session);
    }
    let Some(foreign) = session.foreign().get(&Which::Case).cloned() else { return Ok(()) };
    session.perform(match others {
        Others::Theirs => Command::TakeTheirs(Which::Case),
        Others::Mine => Command::KeepMine(Which::Case),
    });
    settle(session);
    if foreign.stopped_a_save && matches!(others, Others::Mine) {
        let number = number_in(session);
        save(session, number)?;
    }
    tell_messages(session)
}

fn number_in(session: &Session) -> u64 {
    session.case().header.summary.strip_prefix("edit ").and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn settle(session: &mut Session) {
    while session.is_loading() || session.is_saving() {
        poll(session);
    }
}

/// What a window does between frames.
fn wait(session: &mut Session, pause: Duration) {
    let until = std::time::Instant::now() + pause;
    while std::time::Instant::now() < until {
        poll(session);
    }
    session.poll();
}

fn poll(session: &mut Session) {
    if !session.poll() {
        std::thread::sleep(Duration::from_micros(200));
    }
}

/// Waits for a line, also where a tracer has this call fail for once. Whether one came.
fn is_asked() -> io::Result<bool> {
    let mut failures = 0;
    loop {
        match io::stdin().lock().read_line(&mut String::new()) {
            Err(_) if failures < MOST_FAILURES => failures += 1,
            count => return Ok(count? > 0),
        }
    }
}

/// Tells a line, also where a tracer has this call fail for once.
fn tell(line: &str) -> io::Result<()> {
    let line = format!("{line}\n");
    let mut left = line.as_bytes();
    let mut failures = 0;
    while !left.is_empty() {
        match io::stdout().lock().write(left).and_then(|count| io::stdout().flush().map(|()| count)) {
            Ok(count) => left = left.get(count..).unwrap_or_default(),
            Err(error) if failures == MOST_FAILURES => return Err(error),
            Err(_) => failures += 1,
        }
    }
    Ok(())
}
