//! What the pointer does on the page: selecting, following highlights, scrolling.

use egui::{CursorIcon, PointerButton, Pos2, Response, Ui, vec2};

use super::ArticleState;
use super::facts::records_of_quote;
use super::selection::Selected;
use super::view::{Shown, View};
use crate::edit::Target;
use crate::model::{Part, Place};
use crate::query;
use crate::session::Command;
use crate::session::page::{MarkKind, quote_of};
use crate::text::steps;
use crate::ui::theme::{self, size};

/// How many records a tooltip names.
const MOST_NAMED: usize = 6;
/// How fast the page follows a selection beyond its edge: a share of the distance, each second.
const FOLLOW: f32 = 8.0;

/// The highlight that was clicked last, so that the next click on it goes on to the next record.
#[derive(Default)]
pub(super) struct Clicked {
    part: Part,
    keys: Vec<u32>,
}

/// Obeys the pointer.
pub(super) fn obey(
    ui: &Ui,
    view: &View<'_>,
    state: &mut ArticleState,
    shown: &[Shown],
    response: &Response,
    commands: &mut Vec<Command>,
) {
    if let Some(point) = response.interact_pointer_pos() {
        select(ui, view, state, shown, response, point);
        let is_single = !response.double_clicked() && !response.triple_clicked();
        if response.clicked() && is_single && !ui.input(|input| input.modifiers.shift) {
            commands.extend(follow(view, state, shown, point));
        }
    }
    if let Some(point) = response.hover_pos().filter(|point| view.rect.contains(*point)) {
        hover(ui, view, shown, response, point);
    }
}

fn select(ui: &Ui, view: &View<'_>, state: &mut ArticleState, shown: &[Shown], response: &Response, point: Pos2) {
    let (pressed, shift) = ui.input(|input| (input.pointer.primary_pressed(), input.modifiers.shift));
    let primary = response.clicked() || response.dragged_by(PointerButton::Primary);
    let begins = pressed && response.is_pointer_button_down_on();
    if !begins && !primary {
        return;
    }
    response.request_focus();
    state.goal = None;
    let Some(place) = place_near(view, shown, point) else { return };
    let text = view.page.part(place.0).text.as_str();
    if response.triple_clicked() {
        let range = steps::paragraph_at_byte(text, place.1);
        state.selected = Some(Selected::range_of(view.id, view.page, (place.0, range)));
    } else if response.double_clicked() {
        let (part, byte) = place_under(view, shown, point).unwrap_or(place);
        state.selected = Some(Selected::range_of(view.id, view.page, (part, steps::word_at(text, byte))));
    } else if response.dragged() || shift {
        let selected = state.selected.get_or_insert_with(|| Selected::caret_at(view.id, view.page, place));
        selected.extend_to(place);
        follow_beyond_edges(ui, view, state, point);
    } else {
        state.selected = Some(Selected::caret_at(view.id, view.page, place));
    }
}

pub(super) fn follow_beyond_edges(ui: &Ui, view: &View<'_>, state: &mut ArticleState, point: Pos2) {
    let beyond = point.y - point.y.clamp(view.rect.top(), view.rect.bottom());
    if beyond != 0.0 {
        state.position.offset += beyond * FOLLOW * ui.input(|input| input.stable_dt).min(0.1);
        ui.ctx().request_repaint();
    }
}

/// The place in the words that is nearest to a point.
pub(super) fn place_near(view: &View<'_>, shown: &[Shown], point: Pos2) -> Option<(Part, usize)> {
    let below = shown.partition_point(|one| one.top + one.laid.height() <= point.y);
    let nearest = shown.get(below).or(shown.last())?;
    let from = shown.iter().position(|one| one.block == nearest.block)?;
    // What cannot be selected gives way to what follows it, or else to what precedes it.
    let one = shown[from..].iter().chain(shown[..from].iter().rev()).find(|one| one.laid.spot.is_some())?;
    let char = one.laid.char_near(point - one.origin(view));
    view.byte_of(&one.laid, char)
}

/// The letter under a point: its part and byte.
pub(super) fn place_under(view: &View<'_>, shown: &[Shown], point: Pos2) -> Option<(Part, usize)> {
    let one = shown.iter().find(|one| (one.top..one.top + one.laid.height()).contains(&point.y))?;
    let offset = point - one.origin(view);
    view.byte_of(&one.laid, one.laid.char_under(vec2(offset.x, offset.y))?)
}

/// The records that the words at a place speak of, those of the innermost highlight first.
fn records_at(view: &View<'_>, (part, byte): (Part, usize)) -> (Vec<u32>, Vec<Place>) {
    let keys = view.page.part(part).marks.marks_at(byte);
    let records = records_of(view, &keys);
    (keys, records)
}

/// The records that marks speak of, each once.
pub(super) fn records_of(view: &View<'_>, keys: &[u32]) -> Vec<Place> {
    let mut records = Vec::new();
    let mut quotes: Vec<u32> = keys.iter().map(|key| quote_of(*key)).collect();
    quotes.dedup();
    for place in quotes.into_iter().flat_map(|slot| records_of_quote(view.session, slot)) {
        if !records.contains(&place) {
            records.push(place);
        }
    }
    records
}

/// The command that shows the record of a highlight; the next one if the same was clicked before.
fn follow(view: &View<'_>, state: &mut ArticleState, shown: &[Shown], point: Pos2) -> Option<Command> {
    let place = place_under(view, shown, point)?;
    let (keys, records) = records_at(view, place);
    show_next(view, state, place.0, keys, &records)
}

/// The command that shows the first of the records that these marks speak of; the next one if they were asked for last.
pub(super) fn show_next(
    view: &View<'_>,
    state: &mut ArticleState,
    part: Part,
    keys: Vec<u32>,
    records: &[Place],
) -> Option<Command> {
    let is_again = state.clicked.part == part && state.clicked.keys == keys;
    state.clicked = Clicked { part, keys };
    let form = view.session.selection().form.clone();
    let current = records.iter().position(|record| is_again && form == Some(Target::Record(*record)));
    let next = current.map_or(0, |current| (current + 1) % records.len());
    records.get(next).map(|record| Command::Select(Target::Record(*record)))
}

fn hover(ui: &Ui, view: &View<'_>, shown: &[Shown], response: &Response, point: Pos2) {
    let records = place_under(view, shown, point).map(|place| records_at(view, place).1).unwrap_or_default();
    if records.is_empty() {
        if view.column.contains(point.x) {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }
        return;
    }
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    if !response.dragged() {
        response.clone().on_hover_ui_at_pointer(|ui| name_records(ui, view, &records));
    }
}

fn name_records(ui: &mut Ui, view: &View<'_>, records: &[Place]) {
    let (case, index) = (view.session.case(), view.session.index());
    ui.spacing_mut().item_spacing.y = size::TIGHT;
    ui.spacing_mut().interact_size.y = size::TEXT;
    for place in records.iter().take(MOST_NAMED) {
        ui.horizontal(|ui| {
            let (dot, _) = ui.allocate_exact_size(vec2(size::GAP, size::GAP), egui::Sense::hover());
            let colour = view.tokens.kind(MarkKind::of(place.list)).strong;
            ui.painter().circle_filled(dot.center(), size::GAP / 2.0, colour);
            ui.label(query::title(case, *place));
            let detail = query::detail(case, index, *place);
            if !detail.is_empty() {
                ui.label(egui::RichText::new(detail).font(theme::small()).color(view.tokens.muted));
            }
        });
    }
    if records.len() > MOST_NAMED {
        ui.label(format!("and {} more", records.len() - MOST_NAMED));
    }
}
