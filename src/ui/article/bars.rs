//! The bar that shows where the records are, and the scroll bar.

use egui::accesskit::Role;
use egui::{Color32, Rangef, Rect, Sense, Ui, WidgetInfo, pos2};

use super::facts::Facts;
use super::scroll::{self, Position, Show};
use super::view::View;
use super::{ArticleState, page_id};
use crate::model::Part;
use crate::session::page::MarkKind;
use crate::text::runs::KindSet;

/// Width of the bar that shows where the records are.
const WIDTH: f32 = 6.0;
/// How much of the text each step of it stands for, in points of its height.
const STEP: f32 = 3.0;
/// From the bar to the text.
const TO_COLUMN: f32 = 44.0;
/// Above and below the bar.
const ABOVE: f32 = 30.0;
const BELOW: f32 = 12.0;
/// Width of the scroll bar, its distance from the edge, and the least length of its handle.
const HANDLE: f32 = 6.0;
const EDGE: f32 = 4.0;
const LEAST: f32 = 28.0;

/// Shows where the records are; a click goes there.
pub(super) fn records(ui: &Ui, view: &View<'_>, facts: &mut Facts, position: &mut Position) {
    let left = (view.column.min - TO_COLUMN).max(view.rect.left() + 8.0);
    let height = (view.rect.height() - ABOVE - BELOW).max(0.0);
    let bar = Rect::from_min_size(pos2(left, view.rect.top() + ABOVE), egui::vec2(WIDTH, height));
    let response = ui.interact(bar.expand2(egui::vec2(5.0, 0.0)), page_id().with("records"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsObject, true, "Where the records are"));
    if let Some(point) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        let share = f64::from((point.y - bar.top()) / height.max(1.0));
        *position = at_share(view, *position, share);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.hovered() {
        response.on_hover_text_at_pointer("Where the records are: click to go there");
    }
    let painter = ui.painter();
    painter.rect_filled(bar, 2, view.tokens.border);
    let mut top = bar.top();
    let steps = std::iter::successors(Some(1_usize), |steps| Some(steps + 1));
    let count = steps.take_while(|steps| scroll::narrow(scroll::wide(*steps)) * STEP <= height).count();
    let mut alike: Option<(KindSet, Rangef)> = None;
    for kinds in facts.density(view.page, count).iter().copied().chain([KindSet::EMPTY]) {
        match &mut alike {
            Some((same, span)) if *same == kinds => span.max += STEP,
            _ => {
                if let Some((kinds, span)) = alike.replace((kinds, Rangef::new(top, top + STEP))) {
                    mark(ui, view, bar, kinds, span);
                }
            }
        }
        top += STEP;
    }
}

/// The stretch of the bar where there are records of some kinds: side by side where there are several.
fn mark(ui: &Ui, view: &View<'_>, bar: Rect, kinds: KindSet, span: Rangef) {
    let colours: Vec<Color32> = kinds
        .iter()
        .filter_map(|kind| MarkKind::ALL.get(usize::from(kind)))
        .map(|kind| view.tokens.kind(*kind).strong)
        .collect();
    let width = WIDTH / scroll::narrow(scroll::wide(colours.len().max(1)));
    let mut left = bar.left();
    for colour in colours {
        let part = Rect::from_x_y_ranges(left..=left + width, span);
        ui.painter().rect_filled(part, if width < WIDTH { 0 } else { 2 }, colour);
        left += width;
    }
}

/// The place with the words at a share of the text in its upper third.
fn at_share(view: &View<'_>, position: Position, share: f64) -> Position {
    let page = view.page.part(Part::Text);
    let wanted = scroll::wide(page.text.as_str().len()) * share.clamp(0.0, 1.0);
    let number = page.paragraphs.partition_point(|found| scroll::wide(found.bytes.start) <= wanted).saturating_sub(1);
    let Some(paragraph) = page.paragraphs.get(number) else { return position };
    let within = (wanted - scroll::wide(paragraph.bytes.start)) / scroll::wide(paragraph.bytes.len().max(1));
    let block = view.blocks.index(Part::Text, number);
    let laid = view.laid(block);
    let row = laid.above + laid.galley.size().y * scroll::narrow(within.clamp(0.0, 1.0));
    position.showing(view, block, Rangef::new(row, row + 1.0), Show::Third)
}

/// The scroll bar, unless the whole article is in view.
pub(super) fn scroll_bar(ui: &Ui, view: &View<'_>, state: &mut ArticleState, last: Position) {
    if last == Position::default() {
        return;
    }
    let right = view.rect.right() - EDGE;
    let track =
        Rect::from_min_max(pos2(right - HANDLE, view.rect.top() + EDGE), pos2(right, view.rect.bottom() - EDGE));
    let response =
        ui.interact(track.expand2(egui::vec2(EDGE, EDGE)), page_id().with("scroll"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Scroll the article"));
    let height = f64::from(track.height());
    let handle = (height * f64::from(view.rect.height()) / scroll::length(view)).max(f64::from(LEAST)).min(height);
    let room = (height - handle).max(1.0);
    let end = last.distance(view).max(1.0);
    if let Some(point) = response.interact_pointer_pos() {
        let at = f64::from(point.y - track.top());
        let top = room * (state.position.distance(view) / end).min(1.0);
        let is_on_handle = (top..top + handle).contains(&at);
        // Pressed beside the handle, its middle jumps there.
        let grip = *state.grip.get_or_insert(if is_on_handle { at - top } else { handle / 2.0 });
        let wanted = ((at - grip) / room).clamp(0.0, 1.0) * end;
        state.position = Position::at_distance(view, wanted).clamped(view, last);
    }
    if !response.is_pointer_button_down_on() {
        state.grip = None;
    }
    let top = scroll::narrow(room * (state.position.distance(view) / end).min(1.0));
    let bar = Rect::from_min_size(pos2(track.left(), track.top() + top), egui::vec2(HANDLE, scroll::narrow(handle)));
    let is_active = response.hovered() || response.dragged();
    let colour = if is_active { view.tokens.muted } else { view.tokens.border_strong };
    ui.painter().rect_filled(bar, 3, colour);
}
