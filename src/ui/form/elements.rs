//! A list of elements with fields of their own: other names, judges, participants.

use egui::{Frame, Margin, Stroke, Ui};

use super::field::field_ui;
use super::{Cx, FormState};
use crate::model::field::{Field, FieldPath, element_ids};
use crate::session::Command;
use crate::ui::theme::{self, size};
use crate::ui::{Request, icons, widgets};

/// State of the lists of elements.
#[derive(Debug, Default)]
pub struct ElementsState {
    /// The list that an element is being added to, and how many it has.
    growing: Option<(&'static str, usize)>,
}

pub(super) fn elements_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    list: &'static Field,
    of: &'static [Field],
    requests: &mut Vec<Request>,
) {
    let Some(record) = cx.record.fields() else { return };
    let ids = element_ids(record, list.key);
    ui.add_space(size::TIGHT);
    ui.horizontal(|ui| {
        widgets::heading(ui, list.label);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let name = format!("Add to {}", list.label.to_lowercase());
            if widgets::icon_button_with(ui, icons::PLUS, &name, &name, cx.is_editable).clicked() {
                state.elements.growing = Some((list.key, ids.len()));
                requests.push(Request::Session(Command::AddElement(cx.target.clone(), list.key.into())));
            }
        });
    });
    for (number, id) in ids.iter().enumerate() {
        if state.elements.growing == Some((list.key, number)) {
            state.elements.growing = None;
            state.focus_first = true;
        }
        let border = theme::tokens(ui).border;
        let frame = Frame::new()
            .stroke(Stroke::new(1.0, border))
            .corner_radius(size::RADIUS)
            .inner_margin(Margin::symmetric(8, 6));
        frame.show(ui, |ui| {
            for (at, field) in of.iter().enumerate() {
                let path = FieldPath::in_element(list.key, id, field.key);
                // Of several entries each field needs a name of its own, for the ear as for the eye.
                let name = if number == 0 { field.label.to_owned() } else { format!("{} {}", field.label, number + 1) };
                if at == 0 {
                    ui.horizontal(|ui| {
                        let width = ui.available_width() - size::ICON_BUTTON - ui.spacing().item_spacing.x;
                        ui.vertical(|ui| {
                            ui.set_width(width);
                            field_ui(ui, cx, state, &path, field, &name, requests);
                        });
                        let remove = format!("Remove {}", name.to_lowercase());
                        if widgets::icon_button_with(ui, icons::X, &remove, &remove, cx.is_editable).clicked() {
                            let command = Command::RemoveElement(cx.target.clone(), list.key.into(), id.clone());
                            requests.push(Request::Session(command));
                        }
                    });
                } else {
                    field_ui(ui, cx, state, &path, field, &name, requests);
                }
            }
        });
    }
}
