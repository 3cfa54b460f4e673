//! The list of what can be recovered, the last changed above.

use std::path::PathBuf;

use egui::{Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};
use egui::{WidgetInfo, pos2};
use jiff::{Timestamp, Zoned};

use super::super::when;
use crate::session::Recoverable;
use crate::ui::theme::{self, size};
use crate::ui::virtual_list::{ListScroll, virtual_list};
use crate::ui::widgets::paint_line;

/// Height of a row: three lines of text.
const ROW: f32 = 62.0;
/// Where the lines stand in it.
const LINES: [f32; 3] = [14.0, 31.0, 47.0];

/// Where the list is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ListState {
    scroll: ListScroll,
}

fn list_id() -> Id {
    Id::unique("unsaved work")
}

/// Shows what was found in a room of this size, and lets one be chosen.
pub(super) fn list_ui(
    ui: &mut Ui,
    found: &[Recoverable],
    now: &Zoned,
    room: Vec2,
    (chosen, state): (&mut Option<PathBuf>, &mut ListState),
) {
    let tokens = theme::tokens(ui);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let list = ui.interact(rect, list_id(), Sense::FOCUSABLE);
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, "Unsaved work"));
    ui.painter().rect_filled(rect, size::RADIUS, tokens.page);
    if list.has_focus() {
        keys(ui, found, (&mut *chosen, &mut *state), rect.height());
    }
    let mut content = ui.new_child(UiBuilder::new().max_rect(rect.shrink(1.0)).id_salt("unsaved work"));
    virtual_list(&mut content, "unsaved work", &mut state.scroll, found.len(), ROW, |ui, number, row| {
        let Some(work) = found.get(number) else { return };
        if row_ui(ui, work, now, row, chosen.as_ref() == Some(&work.journal)) {
            *chosen = Some(work.journal.clone());
            ui.memory_mut(|memory| memory.request_focus(list_id()));
        }
    });
    let stroke =
        if list.has_focus() { Stroke::new(1.5, tokens.accent) } else { Stroke::new(1.0, tokens.border_strong) };
    ui.painter().rect_stroke(rect, size::RADIUS, stroke, StrokeKind::Inside);
}

/// The keys go from one to the next.
fn keys(ui: &Ui, found: &[Recoverable], (chosen, state): (&mut Option<PathBuf>, &mut ListState), height: f32) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list_id(), filter));
    let page = std::iter::successors(Some(ROW), |top| Some(top + ROW)).take_while(|top| *top <= height).count();
    let end = found.len().saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let down = pressed(Key::ArrowDown) + page * pressed(Key::PageDown);
    let up = pressed(Key::ArrowUp) + page * pressed(Key::PageUp);
    let current = found.iter().position(|work| Some(&work.journal) == chosen.as_ref()).unwrap_or(0);
    let mut next = (current + down).saturating_sub(up).min(end);
    if pressed(Key::Home) > 0 {
        next = 0;
    }
    if pressed(Key::End) > 0 {
        next = end;
    }
    if next != current {
        *chosen = found.get(next).map(|work| work.journal.clone());
        state.scroll.reveal(next);
    }
}

/// Shows one of what was found, and says whether it was pressed.
fn row_ui(ui: &Ui, work: &Recoverable, now: &Zoned, rect: Rect, is_chosen: bool) -> bool {
    let response = ui.interact(rect, list_id().with(&work.journal), Sense::CLICK);
    let title = if work.title.trim().is_empty() { "Untitled case" } else { work.title.trim() };
    let file = work.path.as_deref().and_then(|path| path.file_name());
    let file = file.map_or("never saved".to_owned(), |name| name.to_string_lossy().into_owned());
    let parts = [time(work, now), Some(extent(work)), work.is_discarded.then(|| "closed without saving".to_owned())];
    let about = parts.into_iter().flatten().collect::<Vec<_>>();
    let name = format!("{title}, {file}, {}", about.join(", "));
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &name));
    let tokens = theme::tokens(ui);
    if is_chosen {
        let row = response.id.accesskit_id();
        ui.ctx().accesskit_node_builder(list_id(), |list| list.set_active_descendant(row));
        ui.painter().rect_filled(rect, 0.0, tokens.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, tokens.hover);
    }
    let (left, room) = (rect.left() + size::GAP + 2.0, rect.width() - 2.0 * size::GAP - 2.0);
    let [first, second, third] = LINES.map(|line| rect.top() + line);
    let file = if work.is_discarded { format!("{file} · closed without saving") } else { file };
    let start = Align2::LEFT_CENTER;
    let below = about.iter().take(if work.is_discarded { about.len() - 1 } else { about.len() });
    let below = below.map(String::as_str).collect::<Vec<_>>().join(" · ");
    paint_line(ui, pos2(left, first), start, title, theme::strong(), tokens.text, room);
    paint_line(ui, pos2(left, second), start, &file, theme::small(), tokens.muted, room);
    paint_line(ui, pos2(left, third), start, &below, theme::small(), tokens.muted, room);
    response.on_hover_text(place(work)).clicked()
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
                is_discarded: false,
            };
            assert_eq!(extent(&work), expected);
        }
    }
}
