//! The dialogs of Windows and macOS, which are there on every such system.

use super::{Ask, Asked};

/// Shows the dialog.
pub fn show(question: &Ask) -> Asked {
    let mut dialog = rfd::FileDialog::new().set_title(&question.title);
    let (kind, extensions) = &question.filter;
    if !extensions.is_empty() {
        dialog = dialog.add_filter(kind, extensions).add_filter("All files", &["*"]);
    }
    if let Some(folder) = &question.folder {
        dialog = dialog.set_directory(folder);
    }
    let chosen = match &question.save_as {
        Some(name) => dialog.set_file_name(name).save_file().map(|path| vec![path]),
        None if question.is_for_folder => dialog.pick_folder().map(|path| vec![path]),
        None => dialog.pick_files(),
    };
    chosen.map_or(Asked::Cancelled, Asked::Chosen)
}
