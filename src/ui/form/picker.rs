//! Picking a record for a reference from a filtered list, or writing free words.

use egui::accesskit::Role;
use egui::{Key, Popup, PopupCloseBehavior, Ui};

use super::field::{activate, is_of_claim, keep_keyboard, set, text_ui};
use super::{Cx, FormState};
use crate::model::field::{Field, FieldPath, Shape, Value, Wanted};
use crate::model::{Id, List, Place, Reference};
use crate::query;
use crate::session::Session;
use crate::ui::theme::{self, size};
use crate::ui::{Request, icons, widgets};

/// State of the picker in use.
#[derive(Debug, Default)]
pub struct PickerState {
    row: Option<usize>,
    /// Whether something was chosen or entered, so that the list need not be shown until one types on.
    is_dismissed: bool,
}

/// How many records a picker shows.
const SHOWN: usize = 8;

/// A record that a picker offers.
pub(super) struct Candidate {
    pub(super) id: Id,
    pub(super) title: String,
    pub(super) detail: String,
}

/// The first few records that a reference may mean and whose names contain the words.
pub(super) fn candidates(
    session: &Session,
    wanted: Wanted,
    words: &str,
    but: Option<&Id>,
    most: usize,
) -> Vec<Candidate> {
    let lists: &[List] = match wanted {
        Wanted::Party => &[List::Parties],
        Wanted::Proceeding => &[List::Proceedings],
        Wanted::Action => &[List::Actions],
        Wanted::Date => &[List::Dates],
        Wanted::ActionOrDate => &[List::Actions, List::Dates],
        Wanted::Article => &[List::Articles],
    };
    let (case, words) = (session.case(), words.trim().to_lowercase());
    let mut found = Vec::new();
    for place in lists.iter().flat_map(|list| case.slots(*list).into_iter().map(|slot| Place { list: *list, slot })) {
        let Some(id) = case.id_at(place).filter(|id| Some(*id) != but) else { continue };
        let candidate = Candidate {
            id: id.clone(),
            title: query::title(case, place),
            detail: query::detail(case, session.index(), place),
        };
        let is_match = |text: &str| text.to_lowercase().contains(&words);
        if words.is_empty()
            || is_match(&candidate.title)
            || is_match(&candidate.detail)
            || has_alias(session, place, &words)
        {
            found.push(candidate);
            if found.len() == most {
                break;
            }
        }
    }
    found
}

fn has_alias(session: &Session, place: Place, words: &str) -> bool {
    let party = (place.list == List::Parties).then(|| session.case().parties.get(place.slot)).flatten();
    party.is_some_and(|party| party.aliases.iter().any(|alias| alias.name.to_lowercase().contains(words)))
}

/// A field for one reference.
#[expect(clippy::too_many_arguments, reason = "the parts of one field, passed on once")]
pub(super) fn reference_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    path: &FieldPath,
    wanted: Wanted,
    value: &Value,
    name: &str,
    requests: &mut Vec<Request>,
) {
    let shown = match value {
        Value::Reference(reference) => query::reference_words(cx.session.case(), reference),
        _ => String::new(),
    };
    ui.horizontal(|ui| {
        let show = match value {
            Value::Reference(Reference::Record(id)) => cx.session.show(id),
            _ => None,
        };
        let room = if show.is_some() { size::ICON_BUTTON + ui.spacing().item_spacing.x } else { 0.0 };
        let width = ui.available_width() - room;
        ui.scope(|ui| {
            ui.set_width(width);
            let typed = Field { key: "", label: "", shape: Shape::Reference(wanted) };
            if let Some(picked) = pick_ui(ui, cx, state, path, &typed, &shown, requests) {
                requests.push(set(cx, path, Value::Reference(Reference::Record(picked))));
            }
        });
        if let Some(command) = show
            && widgets::icon_button(ui, icons::ARROW_RIGHT, &format!("Go to {name}")).clicked()
        {
            requests.push(Request::Session(command));
        }
    });
}

/// A field for several references: those there are, and one more.
#[expect(clippy::too_many_arguments, reason = "the parts of one field, passed on once")]
pub(super) fn references_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    path: &FieldPath,
    wanted: Wanted,
    value: &Value,
    name: &str,
    requests: &mut Vec<Request>,
) {
    let all: Vec<Reference> = if let Value::References(all) = value { all.clone() } else { Vec::new() };
    ui.vertical(|ui| {
        for (number, reference) in all.iter().enumerate() {
            ui.horizontal(|ui| {
                let words = query::reference_words(cx.session.case(), reference);
                // Of those who say so each cites the next, so their order tells something.
                let is_movable = is_of_claim(cx) && number > 0;
                let buttons = if is_movable { 2.0 } else { 1.0 };
                let room = buttons * (size::ICON_BUTTON + ui.spacing().item_spacing.x);
                widgets::left_label(ui, (ui.available_width() - room).max(20.0), egui::RichText::new(&words));
                if is_movable
                    && widgets::icon_button(ui, icons::CHEVRON_UP, &format!("Move {words} up in {name}")).clicked()
                {
                    let mut moved = all.clone();
                    moved.swap(number - 1, number);
                    requests.push(set(cx, path, Value::References(moved)));
                }
                if widgets::icon_button(ui, icons::X, &format!("Remove {words} from {name}")).clicked() {
                    let left = all.iter().enumerate().filter(|(at, _)| *at != number).map(|(_, one)| one.clone());
                    requests.push(set(cx, path, Value::References(left.collect())));
                }
            });
        }
        let typed = Field { key: "", label: "", shape: Shape::References(wanted) };
        let added = pick_ui(ui, cx, state, path, &typed, "", requests).map(Reference::Record);
        if let Some(added) = added.filter(|added| !all.contains(added)) {
            requests.push(set(cx, path, Value::References(all.iter().cloned().chain([added]).collect())));
        }
    });
}

/// The words of a reference are typed like any others; the records on file whose names contain them are offered below.
fn pick_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    path: &FieldPath,
    field: &Field,
    shown: &str,
    requests: &mut Vec<Request>,
) -> Option<Id> {
    let (Shape::Reference(wanted) | Shape::References(wanted)) = field.shape else { return None };
    let mut own = Vec::new();
    // Arrow keys choose a row of the list, so the field must not see them.
    let id = egui::Id::unique(("field", cx.target, path.to_string()));
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let take = |ui: &Ui, key: Key| has_focus && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let (down, up) = (take(ui, Key::ArrowDown), take(ui, Key::ArrowUp));
    let is_entered = has_focus && ui.input(|input| input.key_pressed(Key::Enter));
    let is_escaped = ui.input(|input| input.key_pressed(Key::Escape));
    // Enter ends the draft, but it is by the words of the draft that rows were found.
    let before = typed(cx, state, path);
    let response = text_ui(ui, cx, state, path, field, shown.to_owned(), &mut own);
    state.is_entered |= keep_keyboard(ui, &response) && state.picker.row.is_none();
    let words = typed(cx, state, path).or(before);
    if response.changed() {
        state.picker.row = None;
    }
    let picked_row = state.picker.row;
    if has_focus || response.gained_focus() {
        let is_wanted = down || response.changed() || response.gained_focus();
        state.picker.is_dismissed = is_entered || (state.picker.is_dismissed && !is_wanted);
    }
    state.picker.is_dismissed |= is_escaped && response.has_focus();
    let is_open = response.has_focus() && !state.picker.is_dismissed;
    let mut picked = None;
    if is_open || (is_entered && picked_row.is_some()) {
        activate(cx, state, path);
        let list = candidates(cx.session, wanted, words.as_deref().unwrap_or_default(), Some(cx.record.id()), SHOWN);
        if is_entered && let Some(row) = picked_row {
            picked = list.get(row).map(|candidate| candidate.id.clone());
        }
        move_row(&mut state.picker.row, list.len(), down, up);
        if is_open && !list.is_empty() {
            picked = picked.or(list_ui(&response, &list, state.picker.row));
        }
    }
    if response.lost_focus() || picked.is_some() {
        state.picker.row = None;
    }
    if picked.is_some() {
        state.draft = None;
    } else {
        requests.extend(own);
    }
    picked
}

/// What was typed in a field so far.
fn typed(cx: &Cx<'_>, state: &FormState, path: &FieldPath) -> Option<String> {
    let draft = state.draft.as_ref().filter(|draft| draft.target == *cx.target && draft.path == *path);
    draft.map(|draft| draft.words.clone())
}

fn move_row(row: &mut Option<usize>, count: usize, down: bool, up: bool) {
    let last = count.saturating_sub(1);
    *row = match *row {
        None if down && count > 0 => Some(0),
        Some(at) if down => Some((at + 1).min(last)),
        Some(0) if up => None,
        Some(at) if up => Some(at - 1),
        other => other.filter(|at| *at <= last && count > 0),
    };
}

fn list_ui(field: &egui::Response, list: &[Candidate], row: Option<usize>) -> Option<Id> {
    let mut picked = None;
    let id = field.id.with("list");
    let popup = Popup::from_response(field).id(id).open(true).gap(2.0);
    let popup = popup.close_behavior(PopupCloseBehavior::IgnoreClicks).width(field.rect.width().max(220.0));
    popup.accessible_name("Records on file").show(|ui| {
        // egui takes a popup for a dialog.
        ui.ctx().accesskit_node_builder(id, |node| node.set_role(Role::ListBox));
        ui.set_width(field.rect.width().max(220.0));
        for (number, candidate) in list.iter().enumerate() {
            let text = format!("{}  {}", candidate.title, candidate.detail);
            let mut job = egui::text::LayoutJob::default();
            let tokens = theme::tokens(ui);
            let style = |font, colour| egui::TextFormat { font_id: font, color: colour, ..Default::default() };
            job.append(&candidate.title, 0.0, style(theme::text(), tokens.text));
            job.append(&candidate.detail, 10.0, style(theme::small(), tokens.muted));
            let response = ui.add(
                egui::Button::selectable(row == Some(number), job).min_size(egui::vec2(ui.available_width(), 0.0)),
            );
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, row == Some(number), &text)
            });
            // The press itself: by the time of the click the field has lost the keyboard, and the list is gone.
            if response.is_pointer_button_down_on() || response.clicked() {
                picked = Some(candidate.id.clone());
            }
        }
    });
    picked
}
