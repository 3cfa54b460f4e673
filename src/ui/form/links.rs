//! The links of a record: both ends show them, each in its own words.

use egui::{ComboBox, Ui};

use super::Cx;
use super::entering::proposed_link;
use super::picker::candidates;
use crate::edit::Target;
use crate::model::field::Wanted;
use crate::model::vocabulary::{LINK_KIND, LINK_KIND_REVERSED, label_of};
use crate::model::{Id, List, Place, Text};
use crate::query;
use crate::session::Command;
use crate::ui::theme::size;
use crate::ui::{Request, icons, widgets};

/// State of the row that adds a link.
#[derive(Debug, Default)]
pub struct LinksState {
    kind: Option<&'static str>,
    to: Option<Id>,
}

/// How many court actions a link may be chosen from; the list scrolls.
const MOST_OFFERED: usize = 500;

pub(super) fn links_ui(ui: &mut Ui, cx: &Cx<'_>, place: Place, state: &mut LinksState, requests: &mut Vec<Request>) {
    if place.list != List::Actions {
        return;
    }
    ui.add_space(size::GAP);
    widgets::heading(ui, "Links");
    let case = cx.session.case();
    let id = cx.record.id();
    for slot in cx.session.index().links_at(id) {
        let Some(link) = case.links.get(*slot) else { continue };
        let (terms, other) = if link.from == *id { (LINK_KIND, &link.to) } else { (LINK_KIND_REVERSED, &link.from) };
        let name =
            case.place(other).map_or_else(|| format!("missing record {other}"), |place| query::title(case, place));
        ui.horizontal(|ui| {
            let words = format!("{} {name}", label_of(terms, &link.kind));
            let width = ui.available_width() - size::ICON_BUTTON - ui.spacing().item_spacing.x;
            let button = egui::Button::new(&words).truncate().frame_when_inactive(false);
            if narrow(ui, width, |ui| ui.add(button)).clicked() {
                requests.extend(cx.session.show(other).map(Request::Session));
            }
            let remove = format!("Remove link: {words}");
            if widgets::icon_button_with(ui, icons::UNLINK, &remove, "Remove this link", cx.is_editable).clicked() {
                let link = Target::Record(Place { list: List::Links, slot: *slot });
                requests.push(Request::Session(Command::Delete(link)));
            }
        });
    }
    if cx.is_editable {
        proposed_ui(ui, cx, requests);
        new_link_ui(ui, cx, id, state, requests);
    }
}

/// The link that this action most likely has.
fn proposed_ui(ui: &mut Ui, cx: &Cx<'_>, requests: &mut Vec<Request>) {
    if let Some((command, words)) = proposed_link(cx.session, cx.target) {
        let button = egui::Button::new(format!("Link: {words}")).truncate();
        if ui.add(button).on_hover_text("Add the link that this action most likely has (Ctrl+L)").clicked() {
            requests.push(Request::Session(command));
        }
    }
}

/// Two rows, as narrow as the fields above: how this action bears, and on which other.
fn new_link_ui(ui: &mut Ui, cx: &Cx<'_>, id: &Id, state: &mut LinksState, requests: &mut Vec<Request>) {
    let case = cx.session.case();
    ui.horizontal(|ui| {
        let label = widgets::left_label(ui, size::LABEL, label_text(ui, "This action"));
        let width = ui.available_width();
        ui.label_inputs_by(label.id, |ui| {
            let shown = state.kind.map_or("links as…", |kind| label_of(LINK_KIND, kind));
            narrow(ui, width, |ui| {
                ComboBox::from_id_salt("link kind").width(width).truncate().selected_text(shown).show_ui(ui, |ui| {
                    for term in LINK_KIND {
                        ui.selectable_value(&mut state.kind, Some(term.key), term.label);
                    }
                });
            });
        });
    });
    ui.horizontal(|ui| {
        let label = widgets::left_label(ui, size::LABEL, label_text(ui, "Linked action"));
        let width = ui.available_width() - size::ICON_BUTTON - ui.spacing().item_spacing.x;
        let target = state.to.as_ref().and_then(|to| case.place(to));
        let shown = target.map_or_else(|| "which action?".to_owned(), |place| query::title(case, place));
        let combo = ComboBox::from_id_salt("link target").width(width).truncate().selected_text(shown);
        ui.label_inputs_by(label.id, |ui| {
            narrow(ui, width, |ui| {
                combo.show_ui(ui, |ui| {
                    for candidate in candidates(cx.session, Wanted::Action, "", Some(id), MOST_OFFERED) {
                        let words = format!("{}  {}", candidate.title, candidate.detail);
                        ui.selectable_value(&mut state.to, Some(candidate.id), words);
                    }
                })
            });
        });
        let is_ready = state.kind.is_some() && state.to.is_some();
        if widgets::icon_button_with(ui, icons::LINK, "Add link", "Link this action to the other", is_ready).clicked()
            && let (Some(kind), Some(to)) = (state.kind.take(), state.to.take())
        {
            requests.push(Request::Session(Command::AddLink(id.clone(), Text::from(kind), to)));
        }
    });
}

/// Keeps what is shown within a width: a list of choices grows with its words otherwise.
fn narrow<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let shown = ui.scope(|ui| {
        ui.set_width(width);
        contents(ui)
    });
    shown.inner
}

fn label_text(ui: &Ui, words: &str) -> egui::RichText {
    egui::RichText::new(words).color(crate::ui::theme::tokens(ui).muted)
}
