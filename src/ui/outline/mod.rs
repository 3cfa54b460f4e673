//! The outline: every record of the case, found by section or by filter.

mod keys;
mod rows;

use std::collections::BTreeSet;

use egui::{Align2, Id, Key, Rect, Role, Sense, Ui, WidgetInfo};

pub use rows::{Check, Row, Section};

use super::theme::{self, size};
use super::virtual_list::{ListScroll, virtual_list};
use super::widgets::{focus_ring, paint_line};
use super::{Request, icons};
use crate::edit::Target;
use crate::model::field::FieldPath;
use crate::model::{List, Place, describe};
use crate::query;
use crate::session::page::MarkKind;
use crate::session::{Command, Session};

/// State of the outline.
#[derive(Debug, Default)]
pub struct OutlineState {
    filter: String,
    collapsed: BTreeSet<Section>,
    scroll: ListScroll,
    rows: Vec<Row>,
    made: Option<rows::Made>,
    shown: Option<Target>,
    /// Whether an arrow key went to another record in this frame.
    has_stepped: bool,
    typed: keys::Typed,
}

impl OutlineState {
    /// The widget that has the keyboard when the outline has it.
    #[must_use]
    pub fn focus_id() -> Id {
        Id::unique("outline rows")
    }

    /// Whether an arrow key went to another record, since this was last asked.
    pub fn take_step(&mut self) -> bool {
        std::mem::take(&mut self.has_stepped)
    }
}

/// Shows the outline.
pub fn outline_ui(ui: &mut Ui, session: &Session, state: &mut OutlineState, requests: &mut Vec<Request>) {
    ui.add_space(size::GAP);
    filter_field(ui, state);
    ui.add_space(size::TIGHT);
    let made = rows::Made::from(session, &state.filter.trim().to_lowercase(), &state.collapsed);
    if state.made.as_ref() != Some(&made) {
        state.rows = made.rows(session);
        state.made = Some(made);
    }
    follow_selection(session, state);
    keys::obey(ui, session, state, requests);
    let list = ui.available_rect_before_wrap();
    let rows = std::mem::take(&mut state.rows);
    let mut toggled = None;
    virtual_list(ui, "outline", &mut state.scroll, rows.len(), size::ROW, |ui, number, rect| {
        if let Some(row) = rows.get(number) {
            row_ui(ui, session, row, rect, &state.collapsed, &mut toggled, requests);
        }
    });
    if ui.memory(|memory| memory.has_focus(OutlineState::focus_id())) {
        focus_ring(ui, list);
    }
    state.rows = rows;
    if let Some(section) = toggled
        && !state.collapsed.remove(&section)
    {
        state.collapsed.insert(section);
    }
}

fn filter_field(ui: &mut Ui, state: &mut OutlineState) {
    let field = egui::TextEdit::singleline(&mut state.filter)
        .hint_text("Filter the outline")
        .desired_width(ui.available_width() - size::GAP)
        .margin(egui::Margin::symmetric(8, 5));
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Filter the outline"));
    // From the words to what they have left.
    let leads_on = ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::ArrowDown));
    if leads_on && (response.has_focus() || response.lost_focus()) {
        ui.memory_mut(|memory| memory.request_focus(OutlineState::focus_id()));
    }
}

/// Brings the row of a newly selected record into view.
fn follow_selection(session: &Session, state: &mut OutlineState) {
    let form = &session.selection().form;
    if state.shown != *form {
        state.shown.clone_from(form);
        let wanted = selected_place(session);
        let is_wanted = |row: &Row| matches!(row, Row::Record(place, _) if Some(*place) == wanted);
        if let Some(row) = state.rows.iter().position(is_wanted) {
            state.scroll.reveal(row);
        }
    }
}

fn selected_place(session: &Session) -> Option<Place> {
    match session.selection().form.as_ref()? {
        Target::Record(place) => Some(*place),
        Target::Article(id) => session.case().place(id),
        Target::Header => None,
    }
}

fn show(session: &Session, place: Place) -> Request {
    let id = session.case().id_at(place).filter(|_| place.list == List::Articles);
    Request::Session(match id {
        Some(id) => Command::ShowArticle(id.clone()),
        None => Command::Select(Target::Record(place)),
    })
}

fn row_ui(
    ui: &mut Ui,
    session: &Session,
    row: &Row,
    rect: Rect,
    collapsed: &BTreeSet<Section>,
    toggled: &mut Option<Section>,
    requests: &mut Vec<Request>,
) {
    match row {
        Row::Heading(section, count) => heading_row(ui, *section, *count, rect, collapsed.contains(section), toggled),
        Row::Record(place, depth) => record_row(ui, session, *place, *depth, rect, requests),
        Row::Check(check) => check_row(ui, session, check, rect, requests),
    }
}

fn heading_row(
    ui: &mut Ui,
    section: Section,
    count: usize,
    rect: Rect,
    is_collapsed: bool,
    toggled: &mut Option<Section>,
) {
    let response = ui.interact(rect, ui.scope_id().with(("heading", section.text())), Sense::click());
    let state = if is_collapsed { "collapsed" } else { "expanded" };
    response.widget_info(|| {
        WidgetInfo::labeled(Role::DisclosureTriangle, true, format!("{}, {count}, {state}", section.text()))
    });
    if response.clicked() {
        *toggled = Some(section);
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let tokens = theme::tokens(ui);
    let (left, right) =
        (rect.left_center() + egui::vec2(size::TIGHT, 2.0), rect.right_center() + egui::vec2(-size::GAP, 2.0));
    if is_collapsed || response.hovered() {
        let icon = if is_collapsed { icons::CHEVRON_RIGHT } else { icons::CHEVRON_DOWN };
        let icon_font = egui::FontId::new(size::SMALL, theme::family::icons());
        paint_line(
            ui,
            left + egui::vec2(-3.0, 0.0),
            Align2::RIGHT_CENTER,
            &icon.to_string(),
            icon_font,
            tokens.muted,
            20.0,
        );
    }
    paint_line(ui, left, Align2::LEFT_CENTER, section.text(), theme::strong(), tokens.text, rect.width() * 0.6);
    let (words, colour) = match section {
        Section::Checks => (format!("{count} to look at"), tokens.danger),
        _ => (count.to_string(), tokens.muted),
    };
    paint_line(ui, right, Align2::RIGHT_CENTER, &words, theme::small(), colour, rect.width() * 0.4);
}

fn record_row(ui: &mut Ui, session: &Session, place: Place, depth: u8, rect: Rect, requests: &mut Vec<Request>) {
    let (case, index) = (session.case(), session.index());
    let (title, detail) = (query::title(case, place), query::detail(case, index, place));
    let is_selected = selected_place(session) == Some(place);
    let name = if detail.is_empty() { title.clone() } else { format!("{title}, {detail}") };
    // The arrow keys lead to records, so that Tab need not stop at each.
    let response = row_base(ui, ("record", place), Sense::CLICK, rect, (&name, is_selected));
    if response.clicked() {
        requests.push(show(session, place));
    }
    let tokens = theme::tokens(ui);
    let indent = size::GAP + size::TIGHT + f32::from(depth.min(6)) * 14.0;
    let mut left = rect.left_center() + egui::vec2(indent, 0.0);
    if depth > 1 {
        let icon_font = egui::FontId::new(size::SMALL, theme::family::icons());
        paint_line(ui, left, Align2::LEFT_CENTER, &icons::CORNER_DOWN_RIGHT.to_string(), icon_font, tokens.muted, 20.0);
        left.x += 17.0;
    }
    if !matches!(place.list, List::Articles | List::Proceedings) {
        ui.painter().circle_filled(left + egui::vec2(4.0, 0.0), 3.8, tokens.kind(MarkKind::of(place.list)).strong);
        left.x += 15.0;
    }
    let is_missing = place.list == List::Articles && case.id_at(place).is_some_and(|id| session.is_missing(id));
    let detail = if is_missing { "missing".to_owned() } else { detail };
    let colour = if is_missing { tokens.danger } else { tokens.muted };
    let right = rect.right_center() - egui::vec2(size::GAP, 0.0);
    let room = right.x - left.x;
    let taken = paint_line(ui, right, Align2::RIGHT_CENTER, &detail, theme::small(), colour, room * 0.5);
    let is_on_page = place.list == List::Articles && case.id_at(place) == session.selection().article.as_ref();
    let font = if is_on_page { theme::strong() } else { theme::text() };
    let cut = paint_line(ui, left, Align2::LEFT_CENTER, &title, font, tokens.text, room - taken - size::GAP);
    if cut > room - taken - size::GAP - 1.0 {
        response.on_hover_text(title);
    }
}

fn check_row(ui: &mut Ui, session: &Session, check: &Check, rect: Rect, requests: &mut Vec<Request>) {
    let (words, request) = match check {
        Check::Dispute(place, field) => {
            let path = FieldPath::parse(field);
            let label = describe(place.list.fields(), &path).map_or("field", |field| field.label);
            let words = format!("{}: {}", query::title(session.case(), *place), label.to_lowercase());
            (words, Request::ShowField(Target::Record(*place), path))
        }
        Check::MissingArticle(place) => {
            (format!("Missing article: {}", query::title(session.case(), *place)), show(session, *place))
        }
        Check::Faults(count) => {
            (format!("Faults of the file: {count}"), Request::Menu(super::commands::MenuCommand::Faults))
        }
    };
    let response = row_base(ui, ("check", &words), Sense::click(), rect, (&words, false));
    if response.clicked() {
        requests.push(request);
    }
    let tokens = theme::tokens(ui);
    let left = rect.left_center() + egui::vec2(size::GAP + size::TIGHT, 0.0);
    let room = rect.right() - left.x - size::GAP;
    paint_line(ui, left, Align2::LEFT_CENTER, &words, theme::text(), tokens.text, room);
    response.on_hover_text(words);
}

/// The ground of a row that can be pressed.
fn row_base(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    sense: Sense,
    rect: Rect,
    (name, is_selected): (&str, bool),
) -> egui::Response {
    let response = ui.interact(rect, ui.scope_id().with(salt), sense);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_selected, name));
    let tokens = theme::tokens(ui);
    if is_selected {
        ui.painter().rect_filled(rect, 0.0, tokens.selected);
        let bar = Rect::from_min_size(rect.min, egui::vec2(3.0, rect.height()));
        ui.painter().rect_filled(bar, 0.0, tokens.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    response
}
