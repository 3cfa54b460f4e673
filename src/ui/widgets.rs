//! Small widgets that panels share.

use egui::{
    Align2, Color32, Layout, Pos2, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::theme::{self, size};
use crate::query::Proof;

/// A button that shows an icon only; `name` is its accessible name and its tooltip.
pub fn icon_button(ui: &mut Ui, icon: char, name: &str) -> Response {
    icon_button_with(ui, icon, name, name, true)
}

/// An icon button whose tooltip says more than its name, and which may be disabled.
pub fn icon_button_with(ui: &mut Ui, icon: char, name: &str, hint: &str, enabled: bool) -> Response {
    let button = egui::Button::new(RichText::new(icon).font(theme::icon())).frame_when_inactive(false);
    let button = button.min_size(Vec2::splat(size::ICON_BUTTON));
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::splat(3.0);
        ui.add_enabled(enabled, button)
    });
    let response = response.inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response.on_hover_text(hint).on_disabled_hover_text(hint)
}

/// A button that stands for what a dialog is about.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    let tokens = theme::tokens(ui);
    let label = RichText::new(text).color(tokens.on_accent).font(theme::strong());
    ui.add(egui::Button::new(label).fill(tokens.accent).stroke(Stroke::new(1.0, tokens.accent)))
}

/// Text that stands back.
pub fn muted(ui: &mut Ui, text: impl Into<String>) -> Response {
    let colour = theme::tokens(ui).muted;
    ui.add(egui::Label::new(RichText::new(text).font(theme::small()).color(colour)).wrap())
}

/// A label of a given width, its text at the left and cut short where it does not fit.
pub fn left_label(ui: &mut Ui, width: f32, text: RichText) -> Response {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(Vec2::new(width, size::FIELD - 4.0), layout, |ui| {
        ui.set_min_width(width);
        ui.add(egui::Label::new(text).truncate())
    })
    .inner
}

/// A heading within a panel.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).font(theme::strong()))
}

/// A sentence in the middle of a room of this size.
pub fn sentence_in_room(ui: &mut Ui, words: &str, room: Vec2) {
    ui.allocate_ui_with_layout(room, Layout::centered_and_justified(egui::Direction::TopDown), |ui| {
        ui.set_min_size(room);
        ui.add(egui::Label::new(words).wrap());
    });
}

/// The proof mark of a field: filled where it is proved, split where it is disputed, hollow where no quote speaks of
/// it. Shape tells, not colour alone.
pub fn proof_mark(ui: &mut Ui, proof: Proof, field: &str, is_active: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(18.0, size::FIELD), Sense::click());
    let words = match proof {
        Proof::Unproved => "no evidence",
        Proof::Proved => "proved",
        Proof::Disputed => "disputed",
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Evidence for {field}: {words}")));
    if ui.is_rect_visible(rect) {
        let tokens = theme::tokens(ui);
        let (centre, radius) = (rect.center(), 4.5);
        let painter = ui.painter();
        if is_active || response.hovered() || response.has_focus() {
            painter.circle_filled(centre, radius + 4.0, tokens.selected);
        }
        match proof {
            Proof::Unproved => {
                painter.circle_stroke(centre, radius, Stroke::new(1.4, tokens.muted));
            }
            Proof::Proved => {
                painter.circle_filled(centre, radius, tokens.proved);
            }
            Proof::Disputed => {
                let left = Rect::from_center_size(centre - Vec2::new(radius, 0.0), Vec2::splat(radius * 2.0));
                painter.circle_stroke(centre, radius, Stroke::new(1.6, tokens.danger));
                painter.with_clip_rect(left.intersect(ui.clip_rect())).circle_filled(centre, radius, tokens.danger);
            }
        }
    }
    response.on_hover_text(format!("{field}: {words}. Press to see its evidence"))
}

/// A named part of the window, so that assistive programs can tell where one is and go from part to part.
pub fn region<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let shown = ui.scope(|ui| {
        let rect = ui.max_rect();
        let inner = contents(ui);
        ui.response().with_new_rect(rect).widget_info(|| WidgetInfo::labeled(Role::Region, true, name));
        inner
    });
    shown.inner
}

/// Shows where the keyboard is.
pub fn focus_ring(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(1.5, theme::tokens(ui).accent);
    ui.painter().rect_stroke(rect, size::RADIUS, stroke, StrokeKind::Inside);
}

/// A dot in a kind's colour.
pub fn dot(ui: &mut Ui, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(10.0, size::FIELD - 8.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), 4.0, colour);
}

/// Paints one line of text, cut short with an ellipsis at `width`, vertically centred at `position`. Returns its width.
pub fn paint_line(
    ui: &Ui,
    position: Pos2,
    align: Align2,
    text: &str,
    font: egui::FontId,
    colour: Color32,
    width: f32,
) -> f32 {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let rect = align.anchor_size(position, galley.size());
    ui.painter().galley(rect.min, galley, colour);
    rect.width()
}
