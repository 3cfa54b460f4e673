//! A list of which only the visible rows exist, at any length.

use egui::{Align, Id, Layout, Rect, Response, Sense, Ui, UiBuilder, Vec2};

use super::theme;

/// Where a list is scrolled to. Held in f64: in f32 a list of a million rows could not be scrolled by a pixel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListScroll {
    offset: f64,
    wanted_row: Option<usize>,
}

impl ListScroll {
    /// Brings a row into view in the next frame.
    pub fn reveal(&mut self, row: usize) {
        self.wanted_row = Some(row);
    }
}

/// Width of the scroll bar.
const BAR: f32 = 7.0;

/// Shows a list of `count` rows of one height. `show_row` is called for the visible rows only.
pub fn virtual_list(
    ui: &mut Ui,
    salt: &str,
    scroll: &mut ListScroll,
    count: usize,
    row_height: f32,
    mut show_row: impl FnMut(&mut Ui, usize, Rect),
) -> Response {
    let rect = ui.available_rect_before_wrap();
    let response = ui.allocate_rect(rect, Sense::hover());
    let (height, row_height) = (f64::from(rect.height()), f64::from(row_height));
    let total = as_f64(count) * row_height;
    let most = (total - height).max(0.0);
    if response.contains_pointer() {
        scroll.offset -= f64::from(ui.input(|input| input.smooth_scroll_delta().y));
    }
    if let Some(row) = scroll.wanted_row.take() {
        let top = as_f64(row) * row_height;
        scroll.offset = scroll.offset.clamp((top + row_height - height).min(top), top);
    }
    scroll.offset = scroll.offset.clamp(0.0, most);
    let mut content = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)).id_salt(salt));
    content.set_clip_rect(rect.intersect(ui.clip_rect()));
    let first = as_usize(scroll.offset / row_height);
    let mut row = first;
    while row < count {
        let top = rect.top() + as_f32(as_f64(row).mul_add(row_height, -scroll.offset));
        if top > rect.bottom() {
            break;
        }
        let width = rect.width() - if most > 0.0 { BAR } else { 0.0 };
        let row_rect = Rect::from_min_size(egui::pos2(rect.left(), top), Vec2::new(width, as_f32(row_height)));
        show_row(&mut content, row, row_rect);
        row += 1;
    }
    if most > 0.0 {
        scroll_bar(ui, ui.scope_id().with(salt).with("bar"), rect, &mut scroll.offset, total, height);
    }
    response
}

/// A thin scroll bar at the right edge of `rect`, dragged in f64.
pub fn scroll_bar(ui: &Ui, id: Id, rect: Rect, offset: &mut f64, total: f64, height: f64) {
    let track = Rect::from_min_max(egui::pos2(rect.right() - BAR, rect.top()), rect.max);
    let response = ui.interact(track, id, Sense::CLICK | Sense::DRAG);
    let length = (height / total * height).clamp(24.0, height);
    let (room, most) = ((height - length).max(1.0), (total - height).max(0.0));
    if response.dragged() {
        *offset = (*offset + f64::from(response.drag_delta().y) / room * most).clamp(0.0, most);
    } else if response.clicked()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        *offset = (f64::from(pointer.y - track.top()) / height * total - height / 2.0).clamp(0.0, most);
    }
    let top = track.top() + as_f32(*offset / most.max(1.0) * room);
    let thumb = Rect::from_min_size(egui::pos2(track.left() + 1.0, top), Vec2::new(BAR - 3.0, as_f32(length)));
    let tokens = theme::tokens(ui);
    let colour = if response.hovered() || response.dragged() { tokens.muted } else { tokens.border_strong };
    ui.painter().rect_filled(thumb, 2.0, colour);
}

#[expect(clippy::cast_precision_loss, reason = "row counts stay far below 2^52")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_possible_truncation, reason = "only differences of the size of a window are made f32")]
fn as_f32(value: f64) -> f32 {
    value as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "offsets are clamped to 0 and above")]
fn as_usize(value: f64) -> usize {
    value as usize
}
