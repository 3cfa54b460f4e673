//! What can be recovered, listed and written out without a window.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::{UNREADABLE, WRONG, complain};
use crate::session::{Aside, Command, Recoverable, Session, Severity, Storage, look, recover};

/// Prints everything that can be recovered, the last changed first: a JSON object a line.
pub fn print_list(out: &mut dyn Write) -> io::Result<u8> {
    for found in look(&Storage::of_user()) {
        writeln!(out, "{}", line(&found))?;
    }
    Ok(0)
}

fn line(found: &Recoverable) -> serde_json::Value {
    let changed = found.changed.and_then(|at| jiff::Timestamp::try_from(at).ok());
    json!({
        "journal": found.journal,
        "case": found.path,
        "title": found.title,
        "changed": changed.map(|at| at.to_string()),
        "steps": found.steps,
        "closed_without_saving": found.aside == Some(Aside::Closed),
        "set_aside": found.aside == Some(Aside::Left),
    })
}

/// Writes the work that a journal has as a case at another place. The journal stays as it is.
pub fn write(journal: &Path, to: &Path, out: &mut dyn Write) -> io::Result<u8> {
    if to.exists() {
        complain(&format!("Nothing was written, since a file is there already. Choose another path: {}", to.display()));
        return Ok(WRONG);
    }
    let mut session = Session::new(Arc::new(|| {}));
    session.take_in_recovered(recover(&Storage::of_user(), journal));
    while session.is_loading() {
        wait(&mut session);
    }
    if session.is_open() {
        session.perform(Command::SaveAs(to.to_owned()));
    }
    while session.is_saving() {
        wait(&mut session);
    }
    let messages = session.take_messages();
    for message in messages.iter().filter(|message| message.severity != Severity::Note) {
        complain(&message.words);
    }
    let has_failed = messages.iter().any(|message| message.severity == Severity::Failure);
    if has_failed || !session.is_open() {
        return Ok(UNREADABLE);
    }
    writeln!(out, "Wrote {}", to.display())?;
    Ok(0)
}

fn wait(session: &mut Session) {
    if !session.poll() {
        std::thread::sleep(Duration::from_millis(1));
    }
}
