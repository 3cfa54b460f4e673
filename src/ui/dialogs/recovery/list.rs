//! The list of what can be recovered, the last changed above.

use std::path::PathBuf;

use egui::{Align2, Response, Ui, Vec2, pos2};
use jiff::{Timestamp, Zoned};

use super::super::when;
use crate::session::{Aside, Recoverable};
use crate::ui::list_box::{ListBox, ListBoxState};
use crate::ui::theme::{self, size};
use crate::ui::widgets::paint_line;

/// Height of a row: three lines of text.
const ROW: f32 = 62.0;
/// Where the lines stand in it.
const LINES: [f32; 3] = [14.0, 31.0, 47.0];

/// Shows what was found in a room of this size, and lets one be chosen.
pub(super) fn list_ui(
    ui: &mut Ui,
    found: &[Recoverable],
    now: &Zoned,
    room: Vec2,
    (chosen, state): (&mut Option<PathBuf>, &mut ListBoxState),
) {
    let list = ListBox { name: "Unsaved work", count: found.len(), row: ROW };
    let current = found.iter().position(|work| Some(&work.journal) == chosen.as_ref());
    let next = list.show(ui, (state, current), room, |ui, number, response| {
        found.get(number).map_or_else(String::new, |work| row_ui(ui, work, now, response))
    });
    *chosen = next.and_then(|next| found.get(next)).map(|work| work.journal.clone());
}

/// Shows one of what was found, and says what it is.
fn row_ui(ui: &Ui, work: &Recoverable, now: &Zoned, response: &Response) -> String {
    let title = if work.title.trim().is_empty() { "Untitled case" } else { work.title.trim() };
    let file = work.path.as_deref().and_then(|path| path.file_name());
    let file = file.map_or("never saved".to_owned(), |name| name.to_string_lossy().into_owned());
    let why = aside(work);
    let parts = [time(work, now), Some(extent(work)), why.map(str::to_owned)];
    let about = parts.into_iter().flatten().collect::<Vec<_>>();
    let name = format!("{title}, {file}, {}", about.join(", "));
    let (tokens, rect) = (theme::tokens(ui), response.rect);
    let (left, room) = (rect.left() + size::GAP + 2.0, rect.width() - 2.0 * size::GAP - 2.0);
    let [first, second, third] = LINES.map(|line| rect.top() + line);
    let file = why.map_or(file.clone(), |why| format!("{file} · {why}"));
    let start = Align2::LEFT_CENTER;
    let below = about.iter().take(about.len() - usize::from(why.is_some()));
    let below = below.map(String::as_str).collect::<Vec<_>>().join(" · ");
    paint_line(ui, pos2(left, first), start, title, theme::strong(), tokens.text, room);
    paint_line(ui, pos2(left, second), start, &file, theme::small(), tokens.muted, room);
    paint_line(ui, pos2(left, third), start, &below, theme::small(), tokens.muted, room);
    response.clone().on_hover_text(place(work));
    name
}

/// Why the work is not offered by itself, if it is not.
fn aside(work: &Recoverable) -> Option<&'static str> {
    work.aside.map(|why| match why {
        Aside::Closed => "closed without saving",
        Aside::Left => "set aside",
    })
}

/// Where the file lies.
fn place(work: &Recoverable) -> String {
    work.path.as_ref().map_or("This case was never saved".to_owned(), |path| path.display().to_string())
}

/// When it was last changed.
pub(super) fn time(work: &Recoverable, now: &Zoned) -> Option<String> {
    work.changed.and_then(|at| Timestamp::try_from(at).ok()).map(|time| when::words(time, now))
}

/// How much there is of the work.
pub(super) fn extent(work: &Recoverable) -> String {
    let steps = match work.steps {
        0 => String::new(),
        1 => "1 step".to_owned(),
        steps => format!("{steps} steps"),
    };
    match (work.is_typing, steps.is_empty()) {
        (true, true) => "words being typed".to_owned(),
        (true, false) => format!("{steps} and words being typed"),
        (false, _) => steps,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_much_there_is_is_said_in_words() {
        for (steps, is_typing, expected) in [
            (0, true, "words being typed"),
            (1, false, "1 step"),
            (12, false, "12 steps"),
            (1, true, "1 step and words being typed"),
        ] {
            let work = Recoverable {
                journal: PathBuf::new(),
                path: None,
                title: String::new(),
                changed: None,
                steps,
                is_typing,
                aside: None,
            };
            assert_eq!(extent(&work), expected);
        }
    }
}
