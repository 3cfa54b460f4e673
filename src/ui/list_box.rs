//! A list box of rows of one height: framed, gone through with the arrow keys, each row an option of its own.

use egui::WidgetInfo;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use super::theme::{self, size};
use super::virtual_list::{ListScroll, virtual_list};

/// A list box, for as long as it is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListBox<'a> {
    /// What it is called, for those who hear it; each list box of a window has a name of its own.
    pub name: &'a str,
    /// How many rows there are.
    pub count: usize,
    /// Height of a row.
    pub row: f32,
}

/// Where a list box is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ListBoxState {
    scroll: ListScroll,
    is_asking: bool,
    has_focus: bool,
}

impl ListBoxState {
    /// Gives the list the keyboard in the next frame.
    pub fn request_focus(&mut self) {
        self.is_asking = true;
    }

    /// Whether the list has the keyboard.
    pub fn has_focus(&self) -> bool {
        self.has_focus
    }

    /// A list that has the keyboard when it is first shown.
    pub fn focused() -> Self {
        Self { is_asking: true, ..Self::default() }
    }
}

impl ListBox<'_> {
    fn id(&self) -> Id {
        Id::unique(("list box", self.name))
    }

    /// Shows the list in a room of this size, with the row at `current` chosen, and returns the row that is chosen now,
    /// by key or pointer. `paint` paints the row of a number where its response stands, and tells its name.
    pub fn show(
        &self,
        ui: &mut Ui,
        (state, current): (&mut ListBoxState, Option<usize>),
        room: Vec2,
        mut paint: impl FnMut(&Ui, usize, &Response) -> String,
    ) -> Option<usize> {
        let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
        let list = ui.interact(rect, self.id(), Sense::FOCUSABLE);
        list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, self.name));
        if std::mem::take(&mut state.is_asking) {
            list.request_focus();
        }
        ui.painter().rect_filled(rect, size::RADIUS, theme::tokens(ui).page);
        let mut chosen = current;
        state.has_focus = list.has_focus();
        if list.has_focus() {
            let rows = Rows { count: self.count, height: self.row, room: rect.height() };
            let next = rows.after_keys(ui, list.id, current.unwrap_or(0));
            if let Some(next) = next {
                state.scroll.reveal(next);
            }
            chosen = next.or(current);
        }
        let mut content = ui.new_child(UiBuilder::new().max_rect(rect.shrink(1.0)).id_salt(self.name));
        virtual_list(&mut content, self.name, &mut state.scroll, self.count, self.row, |ui, number, row| {
            let response = ui.interact(row, list.id.with(number), Sense::CLICK);
            let is_chosen = chosen == Some(number);
            background(ui, list.id, &response, is_chosen);
            let name = paint(ui, number, &response);
            response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &name));
            if response.clicked() {
                chosen = Some(number);
                list.request_focus();
            }
        });
        frame(ui, rect, list.has_focus());
        chosen
    }
}

/// What stands behind a row: whether it is the one that the list is at, or below the pointer.
pub(super) fn background(ui: &Ui, list: Id, row: &Response, is_current: bool) {
    let tokens = theme::tokens(ui);
    if is_current {
        let id = row.id.accesskit_id();
        ui.ctx().accesskit_node_builder(list, |list| list.set_active_descendant(id));
        ui.painter().rect_filled(row.rect, 0.0, tokens.selected);
    } else if row.hovered() {
        ui.painter().rect_filled(row.rect, 0.0, tokens.hover);
    }
}

/// The frame of a list.
pub(super) fn frame(ui: &Ui, rect: Rect, has_focus: bool) {
    let tokens = theme::tokens(ui);
    let stroke = if has_focus { Stroke::new(1.5, tokens.accent) } else { Stroke::new(1.0, tokens.border_strong) };
    ui.painter().rect_stroke(rect, size::RADIUS, stroke, StrokeKind::Inside);
}

/// The rows of a list, as keys see them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    /// How many there are.
    pub count: usize,
    /// How high each is.
    pub height: f32,
    /// How high the list is.
    pub room: f32,
}

impl Rows {
    /// The row that the keys lead to from one, if they lead away from it: the arrows, a page up and down, the first and
    /// the last.
    pub fn after_keys(&self, ui: &Ui, list: Id, current: usize) -> Option<usize> {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(list, filter));
        let tops = std::iter::successors(Some(self.height), |top| Some(top + self.height));
        let page = tops.take_while(|top| *top <= self.room).count();
        let end = self.count.saturating_sub(1);
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let down = pressed(Key::ArrowDown) + page * pressed(Key::PageDown);
        let up = pressed(Key::ArrowUp) + page * pressed(Key::PageUp);
        let mut next = (current + down).saturating_sub(up).min(end);
        if pressed(Key::Home) > 0 {
            next = 0;
        }
        if pressed(Key::End) > 0 {
            next = end;
        }
        (next != current).then_some(next)
    }
}
