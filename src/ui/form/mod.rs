//! The form of whatever is selected: the case, an article, or a record.

mod cards;
mod draft;
mod elements;
mod entering;
mod field;
mod heading;
mod links;
mod picker;
mod place;
mod said;

use egui::{ScrollArea, Ui};

pub use draft::Draft;

use super::Request;
use super::theme::size;
use super::widgets;
use crate::edit::Target;
use crate::model::field::{Field, FieldPath, Shape};
use crate::model::{Precision, Record, get};
use crate::query;
use crate::session::{Command, Session, Words, fields_of};

/// State of the form.
#[derive(Debug, Default)]
pub struct FormState {
    draft: Option<Draft>,
    /// The field whose evidence is shown, of which record.
    active: Option<(Target, FieldPath)>,
    picker: picker::PickerState,
    links: links::LinksState,
    cards: cards::CardsState,
    /// A record or an element of one was just made: its first field takes the keyboard.
    focus_first: bool,
    elements: elements::ElementsState,
    shown: Option<Target>,
    /// The field that takes the keyboard as soon as it is shown.
    focus: Option<FieldPath>,
    /// The field that was given the keyboard by itself, so that its evidence need not be shown.
    quiet: Option<FieldPath>,
    /// The record that was just made of words: Enter leads back to the page.
    returns: Option<Target>,
    /// Enter was pressed in a field in this frame.
    is_entered: bool,
    /// Whether something was being typed in the last frame.
    had_draft: bool,
}

impl FormState {
    /// Takes what is being typed, as a command for the case of a generation. What was typed for another case is dropped:
    /// the journal of that one has it.
    pub fn take_draft(&mut self, generation: u64) -> Option<Command> {
        self.draft.take().filter(|draft| draft.generation == generation).and_then(Draft::into_command)
    }

    /// Takes back what is being typed. Whether there was anything.
    fn take_back_draft(&mut self) -> bool {
        self.draft.take().is_some_and(|draft| draft.is_changed())
    }

    /// What is being typed and is not part of the case yet.
    #[must_use]
    pub fn draft(&self) -> Option<crate::session::Draft> {
        if let Some((slot, words)) = self.cards.draft() {
            return Some(crate::session::Draft::Claim(slot, words.clone()));
        }
        let Draft { target, path, words, adds, .. } = self.draft.as_ref().filter(|draft| draft.is_changed())?;
        let (target, path, words) = (target.clone(), path.to_string(), words.clone());
        Some(crate::session::Draft::Field { target, path, words, adds: *adds })
    }

    /// Whether something is being typed that is not part of the case yet.
    #[must_use]
    pub fn has_draft(&self) -> bool {
        self.draft.as_ref().is_some_and(Draft::is_changed)
    }

    /// The command that adds the link which the court action in the form most likely has.
    #[must_use]
    pub fn proposed_link(session: &Session) -> Option<Command> {
        let target = session.selection().form.as_ref()?;
        entering::proposed_link(session, target).map(|(command, _)| command)
    }

    /// Shows the evidence of a field.
    pub fn show_field(&mut self, target: Target, path: FieldPath) {
        self.active = Some((target, path));
    }

    /// Gives the first field of the form the keyboard.
    pub fn focus_first(&mut self) {
        self.focus_first = true;
    }

    /// The field whose evidence is shown: the one last used, else one that a quote speaks of, else the first.
    #[must_use]
    pub fn active_field(&self, session: &Session) -> Option<(Target, FieldPath)> {
        let target = session.selection().form.clone()?;
        if let Some((of, path)) = &self.active
            && *of == target
        {
            return Some((target, path.clone()));
        }
        let Target::Record(place) = target else { return None };
        let evidence = query::evidence(session.case(), session.index(), place, None);
        let disputed = evidence.iter().find(|one| one.relation == query::Relation::Contradicts).or(evidence.first());
        let claimed = disputed.and_then(|one| session.case().claims.get(one.claim));
        let path = claimed.map(|claim| FieldPath::parse(&claim.field));
        let main = place.list.fields().iter().find(|field| field.shape.is_typed());
        let first = main.or(place.list.fields().first()).map(|field| FieldPath::of(field.key));
        Some((target, path.or(first)?))
    }
}

/// What the parts of the form share.
#[derive(Clone, Copy)]
pub(super) struct Cx<'a> {
    session: &'a Session,
    target: &'a Target,
    record: &'a Record,
    words: Option<&'a Words>,
    is_editable: bool,
}

/// Shows the form of what is selected. `words` are those selected in the article.
pub fn form_ui(
    ui: &mut Ui,
    session: &Session,
    state: &mut FormState,
    words: Option<&Words>,
    requests: &mut Vec<Request>,
) {
    let Some(target) = session.selection().form.clone() else {
        empty(ui);
        return;
    };
    let Some(record) = session.current(&target) else {
        empty(ui);
        return;
    };
    if state.shown.as_ref() != Some(&target) {
        state.shown = Some(target.clone());
        state.cards = cards::CardsState::default();
        state.links = links::LinksState::default();
        state.picker = picker::PickerState::default();
        state.elements = elements::ElementsState::default();
        if is_blank(&record) && state.focus.is_none() {
            state.focus_first = true;
        }
    }
    let is_editable = session.read_only_reason(&target).is_none();
    let cx = Cx { session, target: &target, record: &record, words, is_editable };
    ScrollArea::vertical().id_salt(("form", &target)).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 5.0;
        egui::Frame::new().inner_margin(egui::Margin::symmetric(14, 12)).show(ui, |ui| {
            heading::heading_ui(ui, &cx, requests);
            ui.add_space(size::TIGHT);
            let fields = || fields_of(&target).iter().filter(|field| is_wanted(&record, field));
            for field in fields().filter(|field| !field.is_own()) {
                field_or_list(ui, &cx, state, field, requests);
            }
            if let Target::Record(place) = target {
                links::links_ui(ui, &cx, place, &mut state.links, requests);
                cards::evidence_ui(ui, &cx, state, requests);
                ui.add_space(size::GAP);
            }
            for field in fields().filter(|field| field.is_own()) {
                field_or_list(ui, &cx, state, field, requests);
            }
        });
    });
    state.focus_first = false;
    entering::obey(ui, &cx, state, requests);
}

fn field_or_list(ui: &mut Ui, cx: &Cx<'_>, state: &mut FormState, field: &'static Field, requests: &mut Vec<Request>) {
    match field.shape {
        Shape::Elements(of) => elements::elements_ui(ui, cx, state, field, of, requests),
        _ => field::field_ui(ui, cx, state, &FieldPath::of(field.key), field, field.label, requests),
    }
}

/// Whether a field says anything about this record: only a range has an upper value.
fn is_wanted(record: &Record, field: &Field) -> bool {
    let Record::Amount(amount) = record else { return true };
    let is_range = amount.precision == Some(Precision::Range)
        || amount.value_max.is_some()
        || !amount.value_max_as_typed.is_empty();
    field.key != "value_max" || is_range
}

/// Whether nothing has been entered yet.
fn is_blank(record: &Record) -> bool {
    let Some(fields) = record.fields() else { return false };
    ["label", "name", "title", "caption"]
        .iter()
        .all(|key| get(fields, &FieldPath::of(key)).is_none_or(|value| value.is_absent()))
}

fn empty(ui: &mut Ui) {
    egui::Frame::new().inner_margin(egui::Margin::same(18)).show(ui, |ui| {
        widgets::heading(ui, "Nothing selected");
        widgets::muted(ui, "Choose a record in the outline or a highlight in the article to see its form, or press Ctrl+1 to Ctrl+5 for a new one.");
    });
}
