//! The menu of a highlight, under the right button of the mouse.

use egui::{Button, Popup, Response, Role, SetOpenCommand, Ui, WidgetInfo};

use super::ArticleState;
use super::facts::{records_of_quote, words_of_quote};
use super::highlights::{active, at};
use super::pointer::place_under;
use super::selection::Selected;
use super::view::{Shown, View};
use crate::edit::Target;
use crate::model::Part;
use crate::query;
use crate::session::Command;
use crate::text::anchor::State;
use crate::text::edges::split;
use crate::ui::widgets::muted;

/// How many records the menu leads to.
const MOST_NAMED: usize = 6;
/// Letters of the words that the menu begins with, at most.
const LONGEST: usize = 40;

/// What the menu was opened on.
pub(super) struct Opened {
    /// The quotes (their slots), one at least.
    quotes: Vec<u32>,
    place: (Part, usize),
}

/// Opens the menu where a highlight is pressed with the right button, and shows it. Whether something was chosen.
pub(super) fn show(
    view: &View<'_>,
    state: &mut ArticleState,
    shown: &[Shown],
    response: &Response,
    commands: &mut Vec<Command>,
) -> bool {
    let mut set = response.clicked().then_some(SetOpenCommand::Bool(false));
    if response.secondary_clicked() {
        state.highlights.menu = opened(view, state, shown, response);
        set = Some(SetOpenCommand::Bool(state.highlights.menu.is_some()));
    }
    let Some(menu) = state.highlights.menu.take() else { return false };
    let popup = Popup::context_menu(response).open_memory(set).accessible_name("Highlight");
    let mut is_chosen = false;
    let is_open = popup.show(|ui| {
        let before = commands.len();
        menu_ui(ui, view, state, &menu, commands);
        is_chosen = commands.len() > before;
        if is_chosen {
            ui.close();
        }
    });
    if is_open.is_some() && !is_chosen {
        state.highlights.menu = Some(menu);
    }
    is_chosen
}

/// The highlights under the pointer: all that the selection touches where that is pressed, else the innermost. The caret
/// goes there, unless words are selected, which are not to be lost.
fn opened(view: &View<'_>, state: &mut ArticleState, shown: &[Shown], response: &Response) -> Option<Opened> {
    let place = place_under(view, shown, response.interact_pointer_pos()?)?;
    let selected = state.selected.as_ref().filter(|selected| selected.copied().is_some());
    let is_in = |selected: &Selected| selected.part() == place.0 && selected.range().contains(&place.1);
    let quotes = match selected {
        Some(selected) if is_in(selected) => active(view, state),
        Some(_) => at(view, place).into_iter().collect(),
        None => {
            state.selected = Some(Selected::caret_at(view.id, view.page, place));
            at(view, place).into_iter().collect()
        }
    };
    (!quotes.is_empty()).then_some(Opened { quotes, place })
}

fn menu_ui(ui: &mut Ui, view: &View<'_>, state: &ArticleState, menu: &Opened, commands: &mut Vec<Command>) {
    ui.set_min_width(220.0);
    let [slot] = menu.quotes[..] else {
        if item(ui, &format!("Remove {} highlights", menu.quotes.len()), "Delete", true) {
            commands.push(Command::RemoveQuotes(menu.quotes.clone()));
        }
        return;
    };
    let Some((part, bytes)) = words_of_quote(view.session, view.page, slot) else { return };
    let text = view.page.part(part).text.as_str();
    muted(ui, format!("“{}”", cut(&text[bytes.clone()])));
    records_ui(ui, view, slot, commands);
    ui.separator();
    let (of, byte) = menu.place;
    let can_split = of == part && split(text, &bytes, byte).is_some();
    if item(ui, "Split here", "S", can_split) {
        commands.push(Command::SplitQuote(slot, view.page.part(part).text.char_of(byte)));
    }
    let words = state.selected_words();
    if item(ui, "Re-aim to the selected words", "R", words.is_some()) {
        commands.extend(words.map(|words| Command::AimQuote(slot, words)));
    }
    let is_exact = view.page.resolution(slot).is_none_or(|found| found.state == State::Exact);
    if !is_exact && item(ui, "Accept this place", "", true) {
        commands.push(Command::AcceptQuotes(vec![slot]));
    }
    ui.separator();
    if item(ui, "Remove highlight", "Delete", true) {
        commands.push(Command::RemoveQuotes(vec![slot]));
    }
}

/// An item with the key that does the same. Says whether it was chosen.
fn item(ui: &mut Ui, words: &str, key: &str, enabled: bool) -> bool {
    let response = ui.add_enabled(enabled, Button::new(words).shortcut_text(key));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, words));
    response.clicked()
}

fn records_ui(ui: &mut Ui, view: &View<'_>, slot: u32, commands: &mut Vec<Command>) {
    let mut records: Vec<_> = records_of_quote(view.session, slot).collect();
    records.sort_unstable();
    records.dedup();
    for place in records.into_iter().take(MOST_NAMED) {
        if item(ui, &format!("Show {}", cut(&query::title(view.session.case(), place))), "", true) {
            commands.push(Command::Select(Target::Record(place)));
        }
    }
}

/// Words on one line, cut short where they are long.
fn cut(words: &str) -> String {
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = flat.chars().take(LONGEST).collect();
    if short.len() < flat.len() {
        short.push('…');
    }
    short
}
