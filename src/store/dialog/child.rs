//! The process that shows a dialog.

use std::ffi::OsString;
use std::io::Write;

use super::{Ask, Asked};

/// Shows the dialog that `question` (JSON of [`Ask`]) describes and prints the chosen paths as a JSON list, which is
/// empty if the person cancelled. Prints nothing and returns `false` where no dialog could be shown, or the one that was
/// can no longer answer. Ends at once when the standard input does, which the window holds.
#[must_use]
pub fn run_dialog(question: &str) -> bool {
    let Ok(question) = serde_json::from_str::<Ask>(question) else { return false };
    #[cfg(unix)]
    super::leash::hold();
    let paths = match show(&question) {
        Asked::Chosen(paths) => paths,
        Asked::Cancelled => Vec::new(),
        Asked::NoDialog => return false,
    };
    let paths: Vec<OsString> = paths.into_iter().map(Into::into).collect();
    let mut out = std::io::stdout();
    serde_json::to_vec(&paths).is_ok_and(|answer| out.write_all(&answer).and_then(|()| out.flush()).is_ok())
}

/// Asks the desktop's service; where there is none, the program that stands in for it.
#[cfg(all(unix, not(target_os = "macos")))]
fn show(question: &Ask) -> Asked {
    super::portal::show(question).unwrap_or_else(|| super::zenity::show(question))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn show(question: &Ask) -> Asked {
    super::native::show(question)
}
