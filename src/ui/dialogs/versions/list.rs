//! The list of versions, the newest above.

use egui::{Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};
use egui::{WidgetInfo, pos2};
use jiff::Zoned;

use super::super::when;
use crate::store::{Version, VersionKind};
use crate::ui::theme::{self, size};
use crate::ui::virtual_list::{ListScroll, virtual_list};
use crate::ui::widgets::paint_line;

/// Height of a row: two lines of text.
const ROW: f32 = 44.0;
/// Where the two lines stand in it.
const LINES: [f32; 2] = [14.0, 31.0];
/// Room for a size.
const SIZE: f32 = 70.0;

/// Where the list is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ListState {
    scroll: ListScroll,
    has_started: bool,
}

fn list_id() -> Id {
    Id::unique("earlier versions")
}

/// Shows the versions in a room of this size, and lets one be chosen.
pub(super) fn list_ui(
    ui: &mut Ui,
    versions: &[Version],
    now: &Zoned,
    room: Vec2,
    (chosen, state): (&mut Option<String>, &mut ListState),
) {
    let tokens = theme::tokens(ui);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let list = ui.interact(rect, list_id(), Sense::FOCUSABLE);
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, "Versions"));
    if !std::mem::replace(&mut state.has_started, true) {
        list.request_focus();
    }
    ui.painter().rect_filled(rect, size::RADIUS, tokens.page);
    if list.has_focus() {
        keys(ui, versions, (&mut *chosen, &mut *state), rect.height());
    }
    let mut content = ui.new_child(UiBuilder::new().max_rect(rect.shrink(1.0)).id_salt("earlier versions"));
    virtual_list(&mut content, "earlier versions", &mut state.scroll, versions.len(), ROW, |ui, number, row| {
        let Some(version) = versions.get(number) else { return };
        if row_ui(ui, version, now, row, chosen.as_ref() == Some(&version.id)) {
            *chosen = Some(version.id.clone());
            ui.memory_mut(|memory| memory.request_focus(list_id()));
        }
    });
    let stroke =
        if list.has_focus() { Stroke::new(1.5, tokens.accent) } else { Stroke::new(1.0, tokens.border_strong) };
    ui.painter().rect_stroke(rect, size::RADIUS, stroke, StrokeKind::Inside);
}

/// The keys go from version to version.
fn keys(ui: &Ui, versions: &[Version], (chosen, state): (&mut Option<String>, &mut ListState), height: f32) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list_id(), filter));
    let page = std::iter::successors(Some(ROW), |top| Some(top + ROW)).take_while(|top| *top <= height).count();
    let end = versions.len().saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let down = pressed(Key::ArrowDown) + page * pressed(Key::PageDown);
    let up = pressed(Key::ArrowUp) + page * pressed(Key::PageUp);
    let current = versions.iter().position(|version| Some(&version.id) == chosen.as_ref()).unwrap_or(0);
    let mut next = (current + down).saturating_sub(up).min(end);
    if pressed(Key::Home) > 0 {
        next = 0;
    }
    if pressed(Key::End) > 0 {
        next = end;
    }
    if next != current {
        *chosen = versions.get(next).map(|version| version.id.clone());
        state.scroll.reveal(next);
    }
}

/// Shows one version, and says whether it was pressed.
fn row_ui(ui: &Ui, version: &Version, now: &Zoned, rect: Rect, is_chosen: bool) -> bool {
    let response = ui.interact(rect, list_id().with(&version.id), Sense::CLICK);
    let (time, length) = (when::words(version.time(), now), bytes(version.len));
    let kind = match &version.kind {
        VersionKind::Saved => "Saved".to_owned(),
        VersionKind::Foreign => "Written by another program".to_owned(),
        VersionKind::Checkpoint(name) => name.clone(),
    };
    let is_named = matches!(version.kind, VersionKind::Checkpoint(_));
    let spoken = if is_named { format!("checkpoint {kind}") } else { kind.to_lowercase() };
    let name = format!("{time}, {spoken}, {length}");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &name));
    let tokens = theme::tokens(ui);
    if is_chosen {
        let row = response.id.accesskit_id();
        ui.ctx().accesskit_node_builder(list_id(), |list| list.set_active_descendant(row));
        ui.painter().rect_filled(rect, 0.0, tokens.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, tokens.hover);
    }
    let (left, right) = (rect.left() + size::GAP + 2.0, rect.right() - size::GAP);
    let [first, second] = LINES.map(|line| rect.top() + line);
    // A checkpoint is known by its name, the others by their time.
    let (above, below) =
        if is_named { (&kind, format!("Checkpoint, {}", lower(&time))) } else { (&time, kind.clone()) };
    let colour = if version.kind == VersionKind::Foreign { tokens.warning } else { tokens.muted };
    let (start, room) = (Align2::LEFT_CENTER, right - left);
    paint_line(ui, pos2(left, first), start, above, theme::strong(), tokens.text, room);
    paint_line(ui, pos2(left, second), start, &below, theme::small(), colour, room - SIZE);
    paint_line(ui, pos2(right, second), Align2::RIGHT_CENTER, &length, theme::small(), tokens.muted, SIZE);
    response.clicked()
}

/// Words that stood at the start of a line, within one.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A length in bytes as people say it, in powers of a thousand (SI).
fn bytes(len: u64) -> String {
    let units = ["kB", "MB", "GB"];
    let mut found = if len == 1 { "1 byte".to_owned() } else { format!("{len} bytes") };
    let mut unit = 1;
    for name in units {
        unit *= 1_000;
        if len >= unit {
            // Tenths only where they tell something.
            let tenths = len / (unit / 10);
            found = if tenths < 100 {
                format!("{}.{} {name}", tenths / 10, tenths % 10)
            } else {
                format!("{} {name}", tenths / 10)
            };
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_said_in_few_digits() {
        for (len, expected) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (999, "999 bytes"),
            (1_000, "1.0 kB"),
            (48_213, "48 kB"),
            (9_960, "9.9 kB"),
            (999_999, "999 kB"),
            (104_857_600, "104 MB"),
            (2_500_000_000, "2.5 GB"),
        ] {
            assert_eq!(bytes(len), expected);
        }
    }

    #[test]
    fn only_the_first_letter_is_made_small() {
        assert_eq!(lower("Today 14:32"), "today 14:32");
        assert_eq!(lower("9 Nov 2026, 09:10"), "9 Nov 2026, 09:10");
        assert_eq!(lower(""), "");
    }
}
