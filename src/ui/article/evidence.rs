//! The list at selected words from which a field of the record in the form is chosen that they are evidence for.

use egui::text::LayoutJob;
use egui::{Button, Key, Modifiers, Role, ScrollArea, TextFormat, Ui, WidgetInfo};

use super::offer::{beside, record_in_form};
use super::view::View;
use super::{ArticleState, page_id};
use crate::edit::{Target, words_of};
use crate::model::field::{Field, FieldPath, Value};
use crate::query;
use crate::session::{Command, Reading};
use crate::ui::theme::{self, size};
use crate::ui::widgets;

/// The row of the list that Enter takes.
#[derive(Default)]
pub(super) struct Choosing {
    row: usize,
}

/// A row of the list.
struct Row {
    label: String,
    value: String,
    paths: Vec<FieldPath>,
}

/// Shows the list while a field is being chosen, and obeys its keys: the arrows, Enter and Esc.
pub(super) fn show(ui: &Ui, view: &View<'_>, state: &mut ArticleState, commands: &mut Vec<Command>) {
    let Some(mut choosing) = state.evidence.take() else { return };
    let (Some(words), Some(selection), true) =
        (state.selected_words(), state.selection_rect, state.has_focus(ui.ctx()))
    else {
        return;
    };
    let Some(Ok(reading)) = state.offered.reading(view, words).cloned() else { return };
    let rows = rows(view, &reading);
    let take = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if take(Key::Escape) {
        return;
    }
    let last = rows.len().saturating_sub(1);
    if take(Key::ArrowDown) {
        choosing.row += 1;
    }
    if take(Key::ArrowUp) {
        choosing.row = choosing.row.saturating_sub(1);
    }
    choosing.row = choosing.row.min(last);
    let mut chosen = take(Key::Enter).then_some(choosing.row);
    beside(ui, view, selection, page_id().with("evidence"), |ui| {
        ui.set_width(300.0_f32.min(view.rect.width() - 4.0 * size::GAP));
        ui.spacing_mut().item_spacing.y = 1.0;
        let title = record_in_form(view);
        let Some(title) = title else {
            widgets::muted(ui, "E adds evidence to the record in the form, and there is none: choose a record first.");
            return;
        };
        ui.horizontal(|ui| {
            ui.add_space(size::GAP);
            widgets::muted(ui, format!("Evidence for {title}: which field?"));
        });
        ScrollArea::vertical().max_height(230.0).show(ui, |ui| {
            for (number, row) in rows.iter().enumerate() {
                if row_ui(ui, view, row, number == choosing.row) {
                    chosen = Some(number);
                }
            }
        });
    });
    let target = view.session.selection().form.clone();
    match (chosen.and_then(|row| rows.into_iter().nth(row)), target) {
        (Some(row), Some(target)) => commands.push(Command::AddEvidence(target, row.paths, reading.words)),
        _ => state.evidence = Some(choosing),
    }
}

/// The fields, the likely ones first; before them all that the words state together, where they state several.
fn rows(view: &View<'_>, reading: &Reading) -> Vec<Row> {
    let Some(target @ Target::Record(_)) = &view.session.selection().form else { return Vec::new() };
    let fields = view.session.fields_for(target, reading);
    let path = |field: &Field| FieldPath::of(field.key);
    let is_stated = |field: &Field, value: &Option<Value>| value.is_some() && field.shape.is_typed();
    let stated: Vec<&Field> =
        fields.iter().filter(|(field, value)| is_stated(field, value)).map(|(field, _)| *field).collect();
    let mut rows = Vec::new();
    if stated.len() > 1 {
        let names: Vec<String> = stated.iter().map(|field| field.label.to_lowercase()).collect();
        let paths = stated.iter().map(|field| path(field)).collect();
        rows.push(Row { label: "All they say".to_owned(), value: names.join(", "), paths });
    }
    rows.extend(fields.into_iter().map(|(field, value)| {
        let value = value.map(|value| shown(view, field, &value)).unwrap_or_default();
        Row { label: field.label.to_owned(), value, paths: vec![path(field)] }
    }));
    rows.push(Row { label: "The record as a whole".to_owned(), value: String::new(), paths: vec![FieldPath::of("")] });
    rows
}

fn shown(view: &View<'_>, field: &Field, value: &Value) -> String {
    let case = view.session.case();
    match value {
        Value::Reference(reference) => query::reference_words(case, reference),
        Value::References(all) => {
            all.iter().map(|one| query::reference_words(case, one)).collect::<Vec<_>>().join(", ")
        }
        other => words_of(field, other),
    }
}

fn row_ui(ui: &mut Ui, view: &View<'_>, row: &Row, is_current: bool) -> bool {
    let tokens = view.tokens;
    let style = |font, color| TextFormat { font_id: font, color, ..Default::default() };
    let mut job = LayoutJob::default();
    job.append(&row.label, 0.0, style(theme::text(), tokens.text));
    job.append(&row.value, 10.0, style(theme::small(), tokens.muted));
    let size = egui::vec2(ui.available_width(), 0.0);
    let response = ui.add(Button::selectable(is_current, job).truncate().min_size(size));
    let name = format!("{} {}", row.label, row.value);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, name.trim_end()));
    if is_current {
        response.scroll_to_me(None);
    }
    response.clicked()
}
