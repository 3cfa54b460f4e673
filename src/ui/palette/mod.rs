//! The palette: every command, record and article, and the words of the articles, in one field (Ctrl+K).
//!
//! What is typed is searched for by the session, away from the window; until the answer is there, the last one stays.

mod row;
mod rows;

use egui::accesskit::Live;
use egui::{EventFilter, Id, Key, Modifiers, Rect, RichText, Role, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo};

pub use rows::{Recent, Recents};

use self::rows::Row;
use super::Request;
use super::commands::{Scene, is_enabled};
use super::theme::{self, size};
use super::virtual_list::{ListScroll, virtual_list};
use crate::model::Part;
use crate::query::search::{Query, Scope};
use crate::session::{Command, Session};

/// Width of the palette, where there is room.
const WIDTH: f32 = 640.0;
/// How many rows are in view, where there is room.
const ROWS: f32 = 12.0;
/// Height of a row.
const ROW: f32 = 28.0;
/// Height of everything that is not a row.
const REST: f32 = 96.0;
/// By how many rows Page up and Page down go.
const PAGE: usize = 11;

/// State of the palette while it is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaletteState {
    typed: String,
    recents: Recents,
    scene: Scene,
    rows: Vec<Row>,
    made: Option<Made>,
    /// How many rows can be chosen.
    count: usize,
    /// The row that Enter chooses.
    at: usize,
    scroll: ListScroll,
    /// Enter was pressed before the answer to what was typed had come.
    is_entered: bool,
}

/// What the rows were made from.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    typed: String,
    passages: usize,
    is_done: bool,
    structure: u64,
}

impl PaletteState {
    /// The palette as it opens, with what was used last, and what of the window decides which commands can be given.
    #[must_use]
    pub fn new(recents: Recents, scene: Scene) -> Self {
        Self { recents, scene, ..Self::default() }
    }

    /// Makes the rows anew, once the answer to what was typed is there.
    fn refresh(&mut self, session: &Session) {
        let found = session.found();
        if !self.is_answered(session) {
            return;
        }
        let made = Made {
            typed: self.typed.clone(),
            passages: found.passages.len(),
            is_done: found.is_done,
            structure: session.structure(),
        };
        if self.made.as_ref() == Some(&made) {
            return;
        }
        let is_same = self.made.as_ref().is_some_and(|last| last.typed == made.typed);
        self.rows = rows::rows(session, &self.recents, &self.typed, found);
        self.count = self.rows.iter().filter(|row| row.is_choice()).count();
        self.made = Some(made);
        if !is_same || !self.rows.get(self.at).is_some_and(|row| row.is_choice()) {
            self.at = self.rows.iter().position(|row| row.is_choice()).unwrap_or(0);
            self.scroll.reveal(0);
        }
    }

    fn is_answered(&self, session: &Session) -> bool {
        let found = session.found();
        !rows::needs_search(&self.typed) || (found.typed == self.typed && found.has_names)
    }

    /// Goes some choices on, or back, and round in circles by single steps.
    fn step(&mut self, by: usize, forward: bool) {
        let choices: Vec<usize> = (0..self.rows.len()).filter(|at| self.rows[*at].is_choice()).collect();
        let (Some(now), Some(last)) = (choices.iter().position(|at| *at == self.at), choices.len().checked_sub(1))
        else {
            return;
        };
        let next = match (forward, by) {
            (true, 1) if now == last => 0,
            (false, 1) if now == 0 => last,
            (true, _) => now.saturating_add(by).min(last),
            (false, _) => now.saturating_sub(by),
        };
        self.at = choices[next];
        // What heads the first row comes into view with it.
        self.scroll.reveal(if next == 0 { 0 } else { self.at });
    }
}

/// What the palette leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It stays open.
    Open,
    /// It is done.
    Closed,
}

/// How far below the upper edge of the window the palette stands.
pub fn top(screen: Rect) -> f32 {
    (screen.height() * 0.1).clamp(8.0, 96.0)
}

pub fn palette_ui(ui: &mut Ui, session: &Session, state: &mut PaletteState, requests: &mut Vec<Request>) -> Left {
    let screen = ui.ctx().content_rect();
    ui.set_width(WIDTH.min(screen.width() - 40.0));
    ui.spacing_mut().item_spacing.y = 0.0;
    state.refresh(session);
    let field = Id::unique("palette");
    let keys = keys(ui, state);
    let before = state.typed.clone();
    field_ui(ui, field, state);
    if state.typed != before {
        state.is_entered = false;
    }
    if rows::needs_search(&state.typed) && session.found().typed != state.typed {
        requests.push(Request::Session(Command::Search(state.typed.clone())));
    }
    ui.add_space(size::TIGHT);
    let rows = (screen.height() - top(screen) - REST) / ROW;
    let chosen = list_ui(ui, session, state, rows.floor().clamp(2.0, ROWS) * ROW);
    describe_field(ui, field, state);
    footer_ui(ui, session, state);
    state.is_entered |= keys.enter;
    let is_answered = state.is_answered(session) && (state.count > 0 || session.found().is_done);
    let entered = (state.is_entered && (is_answered || !rows::needs_search(&state.typed))).then_some(state.at);
    if entered.is_some() {
        state.is_entered = false;
    }
    let request = chosen.or(entered).and_then(|at| request(session, state, at));
    let is_done = request.is_some() || keys.close;
    if is_done {
        requests.push(Request::Session(Command::EndSearch));
    }
    requests.extend(request);
    if is_done { Left::Closed } else { Left::Open }
}

/// What the keys of the palette ask, but for those that choose a row.
struct Keys {
    enter: bool,
    close: bool,
}

/// Takes the keys that go from row to row, before the field sees them.
fn keys(ui: &Ui, state: &mut PaletteState) -> Keys {
    let take = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let whole = usize::MAX;
    for (key, by, forward) in [
        (Key::ArrowDown, 1, true),
        (Key::ArrowUp, 1, false),
        (Key::PageDown, PAGE, true),
        (Key::PageUp, PAGE, false),
        (Key::End, whole, true),
        (Key::Home, whole, false),
    ] {
        for _ in 0..take(key) {
            state.step(by, forward);
        }
    }
    let enter = take(Key::Enter) > 0;
    let close = take(Key::Escape) > 0 || ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::K));
    Keys { enter, close }
}

fn field_ui(ui: &mut Ui, field: Id, state: &mut PaletteState) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: true, escape: true };
    let edit = TextEdit::singleline(&mut state.typed)
        .id(field)
        .event_filter(filter)
        .hint_text("Search commands, records and articles")
        .font(egui::FontId::new(size::HEADING - 1.0, theme::family::interface()))
        .margin(egui::Margin::symmetric(10, 8))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    // Nothing else in the palette takes the keyboard, not even a press beside the rows.
    if !response.has_focus() {
        response.request_focus();
    }
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Search everything"));
}

/// Says that the field is one with a list, and which row of that Enter would choose.
fn describe_field(ui: &Ui, field: Id, state: &PaletteState) {
    let has_choice = state.rows.get(state.at).is_some_and(|row| row.is_choice());
    ui.ctx().accesskit_node_builder(field, |node| {
        node.set_role(Role::EditableComboBox);
        node.set_expanded(has_choice);
        if has_choice {
            node.set_active_descendant(row::id(state.at).accesskit_id());
        }
    });
}

/// Shows the rows, and returns the one that was pressed.
fn list_ui(ui: &mut Ui, session: &Session, state: &mut PaletteState, height: f32) -> Option<usize> {
    #[expect(clippy::cast_precision_loss, reason = "beyond a few rows the height is cut")]
    let wanted = (state.rows.len().max(1) as f32 * ROW).min(height);
    let rect = Rect::from_min_size(ui.cursor().min, egui::vec2(ui.available_width(), wanted));
    let query = Query::new(Scope::of(&state.typed).1);
    let mut pressed = None;
    let mut scroll = std::mem::take(&mut state.scroll);
    let builder = UiBuilder::new().max_rect(rect).id_salt("results").accessibility_role(Role::ListBox);
    let list = ui.scope_builder(builder, |ui| {
        virtual_list(ui, "results", &mut scroll, state.rows.len(), ROW, |ui, number, rect| {
            let Some(one) = state.rows.get(number) else { return };
            let is_enabled = match one {
                Row::Command(command) => is_enabled(*command, session, state.scene),
                _ => true,
            };
            let shown = row::Shown { row: *one, number, is_current: number == state.at, is_enabled };
            let response = row::row_ui(ui, session, &query, &shown, rect);
            if response.clicked() {
                pressed = Some(number);
            }
            // The pointer chooses only when it moves: at rest it must not fight with the arrow keys.
            if one.is_choice() && response.hovered() && ui.input(|input| input.pointer.is_moving()) {
                state.at = number;
            }
        });
    });
    list.response.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, "Found"));
    state.scroll = scroll;
    pressed
}

/// How many were found, said aloud too, and what the first character may be.
fn footer_ui(ui: &mut Ui, session: &Session, state: &PaletteState) {
    ui.add_space(size::TIGHT);
    let tokens = theme::tokens(ui);
    let line = ui.cursor().min.y;
    ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(1.0, tokens.border));
    ui.add_space(size::TIGHT + 2.0);
    ui.horizontal(|ui| {
        let (count, found) = (state.count, session.found());
        let is_searching = rows::needs_search(&state.typed) && !found.is_done;
        let words = match (count, is_searching) {
            (_, true) => "Searching…".to_owned(),
            (_, false) if found.has_more && rows::needs_search(&state.typed) => format!("{count} and more"),
            (1, false) => "1 found".to_owned(),
            (count, false) => format!("{count} found"),
        };
        let small = |words: String| RichText::new(words).font(theme::small()).color(tokens.muted);
        let label = ui.label(small(words));
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let hint = "↑ ↓ choose   Enter open   > commands   @ records   # words of articles";
            ui.add(egui::Label::new(small(hint.to_owned())).truncate().selectable(false));
        });
    });
}

/// What choosing a row asks for; `None` where nothing can be chosen, or the command cannot be given now.
fn request(session: &Session, state: &PaletteState, at: usize) -> Option<Request> {
    Some(match *state.rows.get(at)? {
        Row::Command(command) => {
            is_enabled(command, session, state.scene).then_some(())?;
            Request::Chosen(command)
        }
        Row::Record(place) => Request::Go(place),
        Row::Passage(number) => {
            let passage = session.found().passages.get(number)?;
            let (article, range) = (passage.article.clone(), passage.range.clone());
            Request::ShowWords(crate::session::Words { article, part: Part::Text, range })
        }
        Row::Heading(_) | Row::Note(_) => return None,
    })
}
