//! What was guessed of JSON of nobody in particular, beside that JSON, to be corrected.

use egui::{ComboBox, RichText, ScrollArea, Ui};

use crate::import::{Mapping, Role};
use crate::session::{Command, Guessed};
use crate::ui::Request;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{left_label, muted, primary_button};

/// Width of the names of the parts of an article.
const NAMES: f32 = 76.0;

/// What a part of an article is called.
const fn name(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Text => "Text",
        Role::Published => "Published",
        Role::Authors => "Authors",
        Role::Publisher => "Publisher",
        Role::Url => "URL",
        Role::Language => "Language",
    }
}

/// The parts in the order in which people think of them.
const ROLES: [Role; 7] =
    [Role::Title, Role::Text, Role::Published, Role::Authors, Role::Publisher, Role::Url, Role::Language];

/// Shows what is taken for what, and lets a person say otherwise. Whether it is done.
pub(super) fn mapping_ui(
    ui: &mut Ui,
    guessed: &Guessed,
    changed: &mut Option<Mapping>,
    requests: &mut Vec<Request>,
) -> bool {
    muted(ui, "What is taken for what. A correction is remembered for every file with these keys.");
    let mut mapping = changed.clone().unwrap_or_else(|| guessed.mapping.clone());
    for role in ROLES {
        ui.horizontal(|ui| {
            let label = left_label(ui, NAMES, RichText::new(name(role)));
            let current = mapping.places.get(&role).cloned();
            let shown = current.as_deref().map_or_else(|| "(nothing)".to_owned(), shown);
            let combo = ComboBox::from_id_salt(("part", name(role))).selected_text(shown).width(200.0);
            let combo = combo.show_ui(ui, |ui| {
                if ui.selectable_label(current.is_none(), "(nothing)").clicked() {
                    mapping.places.remove(&role);
                }
                for (place, words) in &guessed.places {
                    let line = format!("{}: {words}", self::shown(place));
                    if ui.selectable_label(current.as_ref() == Some(place), line).clicked() {
                        mapping.places.insert(role, place.clone());
                    }
                }
            });
            combo.response.labelled_by(label.id);
        });
    }
    let is_changed = mapping != guessed.mapping;
    *changed = Some(mapping.clone()).filter(|_| is_changed);
    ui.add_space(size::TIGHT);
    let mut is_done = false;
    ui.horizontal(|ui| {
        if ui.add_enabled_ui(is_changed, |ui| primary_button(ui, "Read it this way").clicked()).inner {
            requests.push(Request::Session(Command::MapSources(guessed.shape.clone(), mapping)));
            is_done = true;
        }
        is_done |= ui.button("Leave it").clicked();
    });
    ui.add_space(size::TIGHT);
    let font = egui::FontId::new(size::SMALL, egui::FontFamily::Monospace);
    ScrollArea::both().id_salt("tree").auto_shrink(false).show(ui, |ui| {
        ui.add(egui::Label::new(RichText::new(&guessed.tree).font(font).color(theme::tokens(ui).text)).extend());
    });
    is_done
}

/// A JSON Pointer as people read it: `meta › title`.
fn shown(place: &str) -> String {
    place.trim_start_matches('/').replace('/', " › ").replace("~1", "/").replace("~0", "~")
}
