//! The bar in the corner of the page in which words are looked for.

use egui::{
    Button, EventFilter, Frame, Key, Label, Margin, Modifiers, Rect, RichText, Shadow, Stroke, TextEdit, Ui, UiBuilder,
};

use super::selection::Selected;
use super::view::View;
use super::{ArticleState, page_id};
use crate::ui::icons;
use crate::ui::theme::{self, size};

/// Width of the bar, where there is room.
const WIDTH: f32 = 360.0;
/// Width of the count.
const COUNT: f32 = 76.0;

/// What the person asks of the bar in a frame.
#[derive(Default)]
struct Asked {
    next: bool,
    previous: bool,
    close: bool,
}

/// Shows the bar if it is open. Says whether another match is to be brought into view.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, state: &mut ArticleState) -> bool {
    if !state.find.is_open {
        return false;
    }
    let field = page_id().with("find");
    let mut asked = keys(ui, field);
    let width = WIDTH.min(view.rect.width() - 2.0 * size::MARGIN);
    let top = view.rect.right_top() + egui::vec2(-width - size::MARGIN, size::GAP);
    let rect = Rect::from_min_size(top, egui::vec2(width, size::FIELD + 2.0 * size::GAP));
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("find bar"), |ui| {
        let tokens = view.tokens;
        let frame = Frame::new()
            .fill(tokens.raised)
            .stroke(Stroke::new(1.0, tokens.border_strong))
            .corner_radius(size::RADIUS + 2)
            .shadow(Shadow { offset: [0, 3], blur: 14, spread: 0, color: tokens.shade })
            .inner_margin(Margin::same(6));
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = size::TIGHT;
                ui.spacing_mut().button_padding.x = size::TIGHT;
                contents(ui, state, field, &mut asked);
            });
        });
    });
    obey(ui, view, state, &asked)
}

/// Takes the keys of the bar while its field has the focus.
fn keys(ui: &Ui, field: egui::Id) -> Asked {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return Asked::default();
    }
    ui.input_mut(|input| Asked {
        previous: input.consume_key(Modifiers::SHIFT, Key::Enter),
        next: input.consume_key(Modifiers::NONE, Key::Enter),
        close: input.consume_key(Modifiers::NONE, Key::Escape),
    })
}

fn contents(ui: &mut Ui, state: &mut ArticleState, field: egui::Id, asked: &mut Asked) {
    let buttons = 3.0 * (size::FIELD + size::TIGHT);
    let width = (ui.available_width() - COUNT - buttons - size::GAP).max(60.0);
    // Without this, Esc would take the focus before it could be obeyed.
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true };
    let edit = TextEdit::singleline(&mut state.find.needle)
        .id(field)
        .event_filter(filter)
        .hint_text("Find in article")
        .desired_width(width)
        .align(egui::Align2::LEFT_CENTER);
    let response = ui.add_sized([width, size::FIELD - 2.0], edit).accessible_name("Find in article");
    if std::mem::take(&mut state.find.wants_focus) {
        response.request_focus();
        let mut cursor = TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
        let end = egui::text::CCursor::end_of_str(&state.find.needle);
        let all = egui::text::CCursorRange::two(egui::text::CCursor::default(), end);
        cursor.cursor.set_char_range(Some(all));
        TextEdit::store_state(ui.ctx(), field, cursor);
    }
    let label = RichText::new(state.find.label()).font(theme::small()).color(theme::tokens(ui).muted);
    ui.add_sized([COUNT, size::FIELD - 2.0], Label::new(label).truncate().selectable(false));
    let any = state.find.count() > 0;
    asked.previous |= icon_button(ui, any, icons::CHEVRON_UP, "Previous match", "Previous match (Shift+Enter)");
    asked.next |= icon_button(ui, any, icons::CHEVRON_DOWN, "Next match", "Next match (Enter)");
    asked.close |= icon_button(ui, true, icons::X, "Close the search", "Close the search (Esc)");
}

fn icon_button(ui: &mut Ui, enabled: bool, icon: char, name: &str, tooltip: &str) -> bool {
    let button = Button::new(RichText::new(icon).font(theme::icon())).frame_when_inactive(false);
    let sized = button.min_size(egui::vec2(size::FIELD - 2.0, size::FIELD - 2.0));
    ui.add_enabled(enabled, sized).accessible_name(name).on_hover_text(tooltip).clicked()
}

fn obey(ui: &Ui, view: &View<'_>, state: &mut ArticleState, asked: &Asked) -> bool {
    if asked.close {
        close(ui, view, state);
        return false;
    }
    if asked.previous || asked.next {
        state.find.step(!asked.previous);
        return true;
    }
    false
}

/// Closes the bar; the match that was shown is selected, so that it can be worked with at once.
fn close(ui: &Ui, view: &View<'_>, state: &mut ArticleState) {
    if let Some(found) = state.find.current().and_then(|current| state.find.get(current)) {
        state.selected = Some(Selected::range_of(view.id, view.page, found));
    }
    state.find.is_open = false;
    state.find.forget_current();
    state.focus(ui.ctx());
}
