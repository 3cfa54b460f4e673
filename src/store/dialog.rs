//! File dialogs, each in a process of its own: one that hangs, or whose desktop service dies, takes no window along.
//!
//! The window starts its own program with `--dialog`, reads what that prints, and can end it at any time. The other
//! process ends by itself where the desktop's service goes away or no longer answers, and with the window.

mod child;
#[cfg(unix)]
mod leash;
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod native;
#[cfg(all(unix, not(target_os = "macos")))]
mod portal;
#[cfg(all(unix, not(target_os = "macos")))]
mod zenity;

use std::ffi::OsString;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

pub use child::run_dialog;

/// A question that a dialog asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The title of the dialog.
    pub title: String,
    /// The words for the kind of files, and their extensions; empty where any file will do.
    pub filter: (String, Vec<String>),
    /// Where to save and under what name; `None` to choose files to open.
    pub save_as: Option<String>,
    /// Whether a folder is chosen, and no file.
    #[serde(default)]
    pub is_for_folder: bool,
    /// The folder to start in.
    pub folder: Option<OsString>,
}

/// What came of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The files that were chosen.
    Chosen(Vec<PathBuf>),
    /// The person cancelled.
    Cancelled,
    /// No dialog could be shown, or the one that was can no longer answer: ask for the path in the window instead.
    NoDialog,
}

/// A dialog that is open. It goes when this is dropped, with all that it started.
#[derive(Debug)]
pub struct FileDialog {
    held: Arc<Mutex<Held>>,
}

/// The process that shows a dialog, as long as its number cannot be another's: nobody has waited for its end yet.
#[derive(Debug)]
enum Held {
    Starting,
    Running(Child),
    Over,
}

impl FileDialog {
    /// Opens a dialog, and returns at once. `answered` gets the answer on a thread of its own, unless the dialog is
    /// dropped before there is one.
    pub fn open(question: Ask, answered: impl FnOnce(Asked) + Send + 'static) -> Self {
        let held = Arc::new(Mutex::new(Held::Starting));
        let shared = Arc::clone(&held);
        let work = move || {
            if let Some(asked) = converse(&question, &shared) {
                answered(asked);
            }
        };
        // Without a thread `answered` is dropped, which tells the one who waits for it that there will be no answer.
        drop(std::thread::Builder::new().name("file dialog".to_owned()).spawn(work));
        Self { held }
    }
}

impl Drop for FileDialog {
    fn drop(&mut self) {
        let held = std::mem::replace(&mut *lock(&self.held), Held::Over);
        if let Held::Running(child) = held {
            end(child);
        }
    }
}

fn lock(held: &Mutex<Held>) -> MutexGuard<'_, Held> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the process and waits for its answer; `None` if nobody wants one any more.
fn converse(question: &Ask, held: &Mutex<Held>) -> Option<Asked> {
    let Some(mut child) = start(question) else { return Some(Asked::NoDialog) };
    let answer = child.stdout.take();
    {
        let mut held = lock(held);
        if matches!(*held, Held::Over) {
            end(child);
            return None;
        }
        *held = Held::Running(child);
    }
    let mut said = Vec::new();
    let is_read = answer.is_some_and(|mut answer| answer.read_to_end(&mut said).is_ok());
    let Held::Running(child) = std::mem::replace(&mut *lock(held), Held::Over) else { return None };
    end(child);
    Some(if is_read { understood(&said) } else { Asked::NoDialog })
}

fn start(question: &Ask) -> Option<Child> {
    let question = serde_json::to_string(question).ok()?;
    let mut command = Command::new(std::env::current_exe().ok()?);
    // What it reads ends with the window, however that ends: see `leash`.
    command.arg("--dialog").arg(question).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn().ok()
}

/// Ends the process and those that it started, and waits for it on a thread: the kernel may take its time.
fn end(mut child: Child) {
    #[cfg(unix)]
    leash::kill_group(&child);
    // It fails only where the process has ended.
    drop(child.kill());
    drop(std::thread::Builder::new().name("dialog's end".to_owned()).spawn(move || child.wait()));
}

/// What the process printed: the chosen paths as a JSON list, empty if the person cancelled. Anything else is what one
/// says that was killed or could not show a dialog.
fn understood(answer: &[u8]) -> Asked {
    match serde_json::from_slice::<Vec<OsString>>(answer) {
        Ok(paths) if paths.is_empty() => Asked::Cancelled,
        Ok(paths) => Asked::Chosen(paths.into_iter().map(PathBuf::from).collect()),
        Err(_) => Asked::NoDialog,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_list_is_an_answer() {
        let chosen = |paths: &[&str]| Asked::Chosen(paths.iter().map(PathBuf::from).collect());
        let table = [
            (r"[]", Asked::Cancelled),
            (r"", Asked::NoDialog),
            (r#"[{"Unix":[47,97"#, Asked::NoDialog),
            (r"running 0 tests", Asked::NoDialog),
            #[cfg(unix)]
            (r#"[{"Unix":[47,97]},{"Unix":[47,98]}]"#, chosen(&["/a", "/b"])),
        ];
        for (answer, expected) in table {
            assert_eq!(understood(answer.as_bytes()), expected, "{answer}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn paths_that_are_no_text_come_back_whole() {
        use std::os::unix::ffi::OsStringExt;
        let path = OsString::from_vec(b"/a/\xff.json".to_vec());
        let said = serde_json::to_vec(&[&path]).unwrap();
        assert_eq!(understood(&said), Asked::Chosen(vec![PathBuf::from(path)]));
    }
}
