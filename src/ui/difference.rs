//! What differs between two states of a case or an article: a summary, and a list of records and fields.

mod paint;
mod rows;

use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo};

use self::paint::{Columns, Line, headings};
use self::rows::Rows;
use super::theme::{self, size};
use super::virtual_list::scroll_bar;
use super::widgets::muted;
use crate::query::Difference;

/// Height of the names of the two states above the list.
const NAMES: f32 = 24.0;
/// Below the last row.
const END: f32 = 6.0;
/// Room at the right for the scroll bar.
const BAR: f32 = 9.0;

/// Where a list of differences is scrolled to, and its rows. A state belongs to one difference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DifferenceState {
    rows: Rows,
    offset: f64,
    current: usize,
}

/// The widget that has the keyboard when the list has it.
#[must_use]
pub fn focus_id() -> Id {
    Id::unique("differences")
}

/// Shows what differs in a room of this size at most: the summary, and below it the records list by list with their fields in
/// two columns under the names of the two states. Only what is in view is laid out. With the keyboard in the list, the
/// arrow and page keys go through it.
pub fn difference_ui(
    ui: &mut Ui,
    difference: &Difference,
    (ours, theirs): (&str, &str),
    room: Vec2,
    state: &mut DifferenceState,
) {
    let top = ui.cursor().top();
    ui.label(format!("{}.", difference.summary()));
    if difference.is_empty() {
        muted(ui, "The files may differ in spacing, in order, or in details that Casefile does not know.");
        return;
    }
    let most = room.y - (ui.cursor().top() - top);
    let columns_of = |outer: Rect| Columns::of(outer.shrink(1.0).with_max_x(outer.right() - BAR));
    state.rows.update(difference, columns_of(Rect::from_min_size(ui.cursor().min, room)).widths());
    let height = (NAMES + as_f32(state.rows.height()) + END).min(most).max(NAMES + 2.0 * size::ROW);
    let (outer, _) = ui.allocate_exact_size(egui::vec2(room.x, height), Sense::hover());
    let list = ui.interact(outer, focus_id(), Sense::FOCUSABLE);
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, "What differs"));
    let tokens = theme::tokens(ui);
    ui.painter().rect_filled(outer, size::RADIUS, tokens.page);
    let mut content = ui.new_child(UiBuilder::new().max_rect(outer.shrink(1.0)).id_salt("differences"));
    let columns = columns_of(outer);
    let (names, view) = outer.shrink(1.0).split_top_bottom_at_y(outer.top() + NAMES);
    headings(ui, &columns, names, ours, theirs);
    if list.has_focus() {
        keys(ui, state, view.height());
    }
    rows_ui(&mut content, difference, &columns, view, list.has_focus(), state);
    let stroke =
        if list.has_focus() { Stroke::new(1.5, tokens.accent) } else { Stroke::new(1.0, tokens.border_strong) };
    ui.painter().rect_stroke(outer, size::RADIUS, stroke, StrokeKind::Inside);
}

/// Shows the rows that are in view.
fn rows_ui(
    ui: &mut Ui,
    difference: &Difference,
    columns: &Columns,
    view: Rect,
    has_focus: bool,
    state: &mut DifferenceState,
) {
    let (total, height) = (state.rows.height() + f64::from(END - 1.0), f64::from(view.height()));
    if ui.rect_contains_pointer(view) {
        state.offset -= f64::from(ui.input(|input| input.smooth_scroll_delta().y));
    }
    state.offset = state.offset.clamp(0.0, (total - height).max(0.0));
    ui.shrink_clip_rect(view);
    for number in state.rows.in_view(state.offset, height) {
        let Some((row, top, row_height)) = state.rows.get(number) else { break };
        let top = view.top() + as_f32(top - state.offset);
        let rect = Rect::from_x_y_ranges(view.left()..=columns.right(), top..=top + as_f32(row_height));
        let line = Line { difference, columns, row, is_current: has_focus && number == state.current };
        if line.show(ui, focus_id().with(number), rect) {
            state.current = number;
            ui.memory_mut(|memory| memory.request_focus(focus_id()));
        }
    }
    if total > height {
        scroll_bar(ui, focus_id().with("bar"), view, &mut state.offset, total, height);
    }
}

/// The keys go from row to row; what is gone to comes into view.
fn keys(ui: &Ui, state: &mut DifferenceState, height: f32) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus_id(), filter));
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
    let pages = [(Key::PageDown, 1.0), (Key::PageUp, -1.0)];
    let mut next = state.current.saturating_add(down).saturating_sub(up);
    for (key, direction) in pages {
        for _ in 0..pressed(key) {
            next = state.rows.a_page_on(next, direction * f64::from(height - size::ROW));
        }
    }
    if pressed(Key::Home) > 0 {
        next = 0;
    }
    if pressed(Key::End) > 0 {
        next = usize::MAX;
    }
    let next = next.min(state.rows.len().saturating_sub(1));
    if next != state.current {
        state.current = next;
        if let Some((_, row_top, row_height)) = state.rows.get(next) {
            // With the first record its heading comes into view, too.
            let top = if next <= 1 { 0.0 } else { row_top };
            state.offset = state.offset.clamp((row_top + row_height - f64::from(height)).min(top), top);
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a window is small, and a long list need not be exact beyond its end"
)]
fn as_f32(value: f64) -> f32 {
    value as f32
}
