//! File dialogs, each in a process of its own: one that hangs, or whose desktop service dies, takes no window along.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

/// A question that a dialog asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The title of the dialog.
    pub title: String,
    /// The words for the kind of files, and their extensions; empty where any file will do.
    pub filter: (String, Vec<String>),
    /// Where to save and under what name; `None` to choose files to open.
    pub save_as: Option<String>,
    /// The folder to start in.
    pub folder: Option<PathBuf>,
}

/// What came of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The files that were chosen.
    Chosen(Vec<PathBuf>),
    /// The person cancelled.
    Cancelled,
    /// No dialog could be shown: ask for the path in the window instead.
    NoDialog,
}

/// No person cancels a dialog faster than this; a system without dialogs does.
const TOO_FAST: Duration = Duration::from_millis(250);

/// Asks in a process of its own, and waits for the answer.
#[must_use]
pub fn ask(question: &Ask) -> Asked {
    let started = Instant::now();
    let Some(answer) = run_child(question) else { return Asked::NoDialog };
    match serde_json::from_slice::<Vec<PathBuf>>(&answer) {
        Ok(paths) if !paths.is_empty() => Asked::Chosen(paths),
        Ok(_) if started.elapsed() > TOO_FAST => Asked::Cancelled,
        _ => Asked::NoDialog,
    }
}

fn run_child(question: &Ask) -> Option<Vec<u8>> {
    let program = std::env::current_exe().ok()?;
    let question = serde_json::to_string(question).ok()?;
    let child = Command::new(program).arg("--dialog").arg(question).stdin(Stdio::null()).stderr(Stdio::null()).output();
    child.ok().filter(|output| output.status.success()).map(|output| output.stdout)
}

/// The other side: shows the dialog that `question` (JSON of [`Ask`]) describes and prints the chosen paths as a JSON
/// list. Returns whether the question was understood and the answer written.
#[must_use]
pub fn run_dialog(question: &str) -> bool {
    let Ok(question) = serde_json::from_str::<Ask>(question) else { return false };
    let mut dialog = rfd::FileDialog::new().set_title(&question.title);
    let (kind, extensions) = &question.filter;
    if !extensions.is_empty() {
        dialog = dialog.add_filter(kind, extensions).add_filter("All files", &["*"]);
    }
    if let Some(folder) = question.folder.as_deref().filter(|folder| Path::is_dir(folder)) {
        dialog = dialog.set_directory(folder);
    }
    let chosen: Vec<PathBuf> = match &question.save_as {
        Some(name) => dialog.set_file_name(name).save_file().into_iter().collect(),
        None => dialog.pick_files().unwrap_or_default(),
    };
    serde_json::to_vec(&chosen).is_ok_and(|answer| std::io::stdout().write_all(&answer).is_ok())
}
