//! One field: its label, its input, its proof mark, and the normalised value under it.

use egui::{Id, Key, RichText, Role, TextEdit, Ui, Vec2, WidgetInfo};

use super::draft::Draft;
use super::{Cx, FormState, entering, picker};
use crate::edit::{Target, normalised_words, understand, words_of};
use crate::model::field::{Field, FieldPath, Shape, Value};
use crate::model::vocabulary::label_of;
use crate::model::{List, Place};
use crate::query;
use crate::session::Command;
use crate::ui::Request;
use crate::ui::theme::{self, size};
use crate::ui::widgets;

/// Width kept free for the proof mark.
const MARK: f32 = 22.0;

/// Shows a field. `name` is its visible label and accessible name.
pub(super) fn field_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    path: &FieldPath,
    field: &'static Field,
    name: &str,
    requests: &mut Vec<Request>,
) {
    let value = cx.record.get(path).unwrap_or(Value::Absent);
    let is_tall = matches!(field.shape, Shape::LongText | Shape::References(_));
    let has_mark = matches!(cx.target, Target::Record(_)) && !is_of_claim(cx) && !field.is_own();
    let row = |ui: &mut Ui| {
        let label = label_ui(ui, name);
        let mark = if has_mark { MARK + ui.spacing().item_spacing.x } else { 0.0 };
        let width = (ui.available_width() - mark).max(60.0);
        ui.label_inputs_by(label, |ui| {
            ui.scope(|ui| {
                ui.set_width(width);
                if !cx.is_editable {
                    ui.disable();
                }
                input_ui(ui, cx, state, path, field, &value, name, requests);
            });
        });
        if has_mark {
            mark_ui(ui, cx, state, path, name);
        }
    };
    if is_tall {
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Min), row);
    } else {
        ui.horizontal(row);
    }
    understanding_ui(ui, cx, state, path, field, &value);
    entering::offers_ui(ui, cx, path, requests);
}

fn label_ui(ui: &mut Ui, name: &str) -> Id {
    let colour = theme::tokens(ui).muted;
    let text = RichText::new(name).font(theme::text()).color(colour);
    widgets::left_label(ui, size::LABEL, text).id
}

fn mark_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut FormState, path: &FieldPath, name: &str) {
    let Target::Record(place) = cx.target else { return };
    let evidence = query::evidence(cx.session.case(), cx.session.index(), *place, Some(path));
    let is_active = state.active.as_ref().is_some_and(|(target, active)| target == cx.target && active == path);
    if widgets::proof_mark(ui, query::proof(&evidence), name, is_active).clicked() {
        state.active = Some((cx.target.clone(), path.clone()));
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one field, passed on once")]
fn input_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    path: &FieldPath,
    field: &'static Field,
    value: &Value,
    name: &str,
    requests: &mut Vec<Request>,
) {
    match field.shape {
        Shape::Choice(terms) => {
            let (shown, chosen) = match value {
                Value::Text(key) => (label_of(terms, key), label_of(terms, key)),
                _ => ("—", "nothing chosen"),
            };
            ui.spacing_mut().interact_size.y = size::FIELD;
            let combo =
                egui::ComboBox::from_id_salt((cx.target, path.to_string())).width(ui.available_width()).truncate();
            let response = combo.selected_text(shown).show_ui(ui, |ui| {
                let mut choose = |ui: &mut Ui, label: &str, choice: Value| {
                    if ui.selectable_label(*value == choice, label).clicked() {
                        requests.push(set(cx, path, choice));
                    }
                };
                choose(ui, "—", Value::Absent);
                for term in terms {
                    choose(ui, term.label, Value::Text(term.key.into()));
                }
            });
            // AT-SPI has no place for the value of a combo box, so screen readers get it as its description.
            ui.ctx().accesskit_node_builder(response.response.id, |combo| combo.set_description(chosen));
            if response.response.has_focus() || response.response.clicked() {
                activate(cx, state, path);
            }
        }
        Shape::Flag => {
            let mut flag = matches!(value, Value::Flag(true));
            let words = if flag { "yes" } else { "no" };
            let response = ui.checkbox(&mut flag, words);
            // Else it would be called "no", or "yes".
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), flag, name));
            if response.changed() {
                requests.push(set(cx, path, Value::Flag(flag)));
            }
        }
        Shape::Reference(wanted) => picker::reference_ui(ui, cx, state, path, wanted, value, name, requests),
        Shape::References(wanted) => picker::references_ui(ui, cx, state, path, wanted, value, name, requests),
        _ => {
            let response = text_ui(ui, cx, state, path, field, words_of(field, value), requests);
            state.is_entered |= keep_keyboard(ui, &response);
        }
    }
}

pub(super) fn set(cx: &Cx<'_>, path: &FieldPath, value: Value) -> Request {
    Request::Session(Command::SetValue(cx.target.clone(), path.clone(), value))
}

/// Whether the fields are of a claim, on a card: no quote proves them, and the evidence shown stays as it is.
pub(super) fn is_of_claim(cx: &Cx<'_>) -> bool {
    matches!(cx.target, Target::Record(Place { list: List::Claims, .. }))
}

/// Has the evidence of a field shown, since it is in use.
pub(super) fn activate(cx: &Cx<'_>, state: &mut FormState, path: &FieldPath) {
    if !is_of_claim(cx) {
        state.active = Some((cx.target.clone(), path.clone()));
    }
}

/// Gives the first field of a new record or element the keyboard.
fn take_keyboard(cx: &Cx<'_>, state: &mut FormState, path: &FieldPath, response: &egui::Response) {
    let is_wanted = state.focus_first || state.focus.as_ref() == Some(path);
    if is_wanted && cx.is_editable {
        state.focus_first = false;
        state.focus = None;
        response.request_focus();
        response.scroll_to_me(None);
    }
}

/// A field to type in. What is typed is a draft until the field is left or Enter is pressed; Esc takes it back.
pub(super) fn text_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    path: &FieldPath,
    field: &Field,
    shown: String,
    requests: &mut Vec<Request>,
) -> egui::Response {
    let generation = cx.session.generation();
    let is_draft = |draft: &Draft| draft.generation == generation && draft.target == *cx.target && draft.path == *path;
    let mut words =
        state.draft.as_ref().filter(|draft| is_draft(draft)).map_or_else(|| shown.clone(), |draft| draft.words.clone());
    let is_long = matches!(field.shape, Shape::LongText);
    let edit = if is_long { TextEdit::multiline(&mut words).desired_rows(3) } else { TextEdit::singleline(&mut words) };
    let edit = edit
        .id(Id::unique(("field", cx.target, path.to_string())))
        .margin(egui::Margin::symmetric(8, 5))
        .desired_width(f32::INFINITY)
        .min_size(Vec2::new(0.0, size::FIELD));
    let response = ui.add(edit);
    take_keyboard(cx, state, path, &response);
    let is_quiet = response.has_focus() && state.quiet.take_if(|quiet| quiet == path).is_some();
    if (response.gained_focus() && !is_quiet) || response.clicked() {
        activate(cx, state, path);
    }
    if response.changed() {
        let initial = match state.draft.take() {
            Some(draft) if is_draft(&draft) => draft.initial,
            // Another field may have lost the keyboard in this very frame, and be shown only later in it.
            other => {
                let of_this_case = other.filter(|draft| draft.generation == generation);
                requests.extend(of_this_case.and_then(Draft::into_command).map(Request::Session));
                shown
            }
        };
        let adds = matches!(field.shape, Shape::References(_));
        state.draft = Some(Draft { generation, target: cx.target.clone(), path: path.clone(), initial, words, adds });
    }
    if response.lost_focus() && state.draft.as_ref().is_some_and(is_draft) {
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            // What was typed goes first; the keyboard leaves with the next Esc.
            if state.take_back_draft() {
                response.request_focus();
            }
        } else {
            requests.extend(state.take_draft(generation).map(Request::Session));
        }
    }
    response
}

/// A field gives the keyboard up on Enter, and Tab would then start again at the menus: it stays instead. Says whether
/// Enter was pressed in it.
pub(super) fn keep_keyboard(ui: &Ui, field: &egui::Response) -> bool {
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if is_entered {
        field.request_focus();
    }
    is_entered
}

/// Under a typed field: the normalised value while it is typed, and a mark where the words were not understood.
fn understanding_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &FormState,
    path: &FieldPath,
    field: &'static Field,
    value: &Value,
) {
    if !field.shape.is_typed() {
        return;
    }
    let draft =
        state.draft.as_ref().filter(|draft| draft.target == *cx.target && draft.path == *path && draft.is_changed());
    let tokens = theme::tokens(ui);
    let (words, colour) = match (draft, value) {
        (Some(draft), _) => {
            let understood = understand(field, &draft.words, cx.session.anchor());
            match normalised_words(&understood) {
                Some(words) => (format!("→ {words}"), tokens.muted),
                None if understood.is_understood() => return,
                None => ("Not understood yet; it would be kept as typed".to_owned(), tokens.warning),
            }
        }
        (None, Value::AsTyped(_)) => ("Not understood; kept as typed".to_owned(), tokens.warning),
        _ => return,
    };
    ui.horizontal(|ui| {
        ui.add_space(size::LABEL + size::GAP + 2.0);
        ui.add(egui::Label::new(RichText::new(words).font(theme::small()).color(colour)).wrap());
    });
}
