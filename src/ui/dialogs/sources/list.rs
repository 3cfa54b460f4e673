//! The list of articles: a box to tick, the title, and below it when, where and by whom.

use egui::{Align2, FontId, Key, Modifiers, Rect, Response, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::choice::Choice;
use crate::import::Completeness;
use crate::session::{SourceRow, Sources};
use crate::ui::icons;
use crate::ui::list_box::{ListBox, ListBoxState};
use crate::ui::theme::{self, Tokens, size};
use crate::ui::widgets::paint_line;

/// Height of a row: two lines of text.
const ROW: f32 = 44.0;
/// Where the two lines stand in it.
const LINES: [f32; 2] = [14.0, 31.0];
/// Width of the box to tick, with what surrounds it.
const BOX: f32 = 34.0;

/// Shows the articles in a room of this size.
pub(super) fn list_ui(ui: &mut Ui, sources: &Sources, choice: &mut Choice, state: &mut ListBoxState, room: Vec2) {
    let list = ListBox { name: "Articles", count: choice.shown().len(), row: ROW };
    let current = choice.current_row();
    let mut toggled = None;
    let next = list.show(ui, (state, current), room, |ui, number, response| {
        let at = choice.shown().get(number).map(|at| *at as usize);
        let Some(row) = at.and_then(|at| sources.rows.get(at)) else { return String::new() };
        let pointer = response.interact_pointer_pos();
        if response.double_clicked()
            || response.clicked() && pointer.is_some_and(|pointer| pointer.x < response.rect.left() + BOX)
        {
            toggled = Some(number);
        }
        row_ui(ui, row, choice.is_ticked(number), response)
    });
    if state.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space)) {
        toggled = next;
    }
    if let Some(row) = next.filter(|_| next != current) {
        choice.go_to(row);
    }
    if let Some(row) = toggled {
        choice.toggle(row);
    }
}

/// Shows one article, and says what it is.
fn row_ui(ui: &Ui, row: &SourceRow, is_ticked: bool, response: &Response) -> String {
    let (tokens, rect) = (theme::tokens(ui), response.rect);
    tick(ui, tokens, Rect::from_min_size(rect.min, vec2(BOX, rect.height())), is_ticked);
    let title = if row.title.is_empty() { "Untitled" } else { row.title.as_str() };
    let (left, room) = (rect.left() + BOX, rect.width() - BOX - size::GAP);
    let [first, second] = LINES.map(|line| rect.top() + line);
    let about = about(row);
    paint_line(ui, pos2(left, first), Align2::LEFT_CENTER, title, theme::strong(), tokens.text, room);
    paint_line(ui, pos2(left, second), Align2::LEFT_CENTER, &about, theme::small(), tokens.muted, room);
    let tick = if is_ticked { ", ticked" } else { "" };
    format!("{title}, {about}{tick}")
}

/// When, where, by whom, and what is missing.
fn about(row: &SourceRow) -> String {
    let missing = match row.completeness {
        Completeness::Whole => "",
        Completeness::Part => "teaser only",
        Completeness::None => "no text",
    };
    let reprint = if row.reprints.is_some() { "same text as one above" } else { "" };
    let parts = [
        row.published.as_ref().map(ToString::to_string).unwrap_or_default(),
        row.publisher.to_string(),
        row.producer.name().to_owned(),
        missing.to_owned(),
        reprint.to_owned(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn tick(ui: &Ui, tokens: &Tokens, rect: Rect, is_ticked: bool) {
    let square = Rect::from_center_size(rect.center(), Vec2::splat(14.0));
    let painter = ui.painter();
    if is_ticked {
        let font = FontId::new(size::SMALL, theme::family::icons());
        painter.rect_filled(square, 3, tokens.accent);
        painter.text(square.center(), Align2::CENTER_CENTER, icons::CHECK, font, tokens.on_accent);
    } else {
        painter.rect(square, 3, tokens.field, Stroke::new(1.0, tokens.border_strong), StrokeKind::Inside);
    }
}
