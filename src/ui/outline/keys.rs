//! What the keys do while the outline has the keyboard.

use egui::{Event, EventFilter, Key, Role, Sense, Ui, WidgetInfo};

use super::rows::Row;
use super::{OutlineState, selected_place, show};
use crate::model::{List, Place};
use crate::query::search::folded;
use crate::session::Session;
use crate::ui::theme::size;
use crate::ui::{Pane, Request};

/// After this many seconds, letters begin another word.
const PAUSE: f64 = 1.0;

/// Letters typed to jump to a record.
#[derive(Debug, Default)]
pub(super) struct Typed {
    letters: String,
    /// When the last one was typed.
    at: f64,
}

/// Obeys the keys, if the outline has the keyboard: the arrow keys go from record to record, letters to one that is
/// called so, and Enter goes to the form or the page.
pub(super) fn obey(ui: &Ui, session: &Session, state: &mut OutlineState, requests: &mut Vec<Request>) {
    let id = OutlineState::focus_id();
    let room = ui.available_rect_before_wrap();
    let list = ui.interact(room, id, Sense::FOCUSABLE);
    list.widget_info(|| WidgetInfo::labeled(Role::List, true, "Outline"));
    if !list.has_focus() {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let records: Vec<Place> =
        state.rows.iter().filter_map(|row| if let Row::Record(place, _) = row { Some(*place) } else { None }).collect();
    let wanted = selected_place(session);
    let current = records.iter().position(|place| Some(*place) == wanted);
    if let Some(place) = wanted.filter(|_| current.is_some() && ui.input(|input| input.key_pressed(Key::Enter))) {
        let pane = if place.list == List::Articles { Pane::Article } else { Pane::Form };
        requests.push(Request::Focus(pane));
        return;
    }
    let called = called(ui, session, &mut state.typed, &records, current);
    let next = called.or_else(|| step(ui, current, records.len(), rows_in(room.height())));
    if let Some(place) = next.and_then(|next| records.get(next)) {
        state.has_stepped = true;
        requests.push(show(session, *place));
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few rows, and at least one")]
fn rows_in(height: f32) -> usize {
    ((height / size::ROW) as usize).saturating_sub(1).max(1)
}

/// Where arrow and page keys lead, if any was pressed.
fn step(ui: &Ui, current: Option<usize>, count: usize, page: usize) -> Option<usize> {
    let presses = |key| ui.input(|input| input.num_presses(key));
    let last = count.checked_sub(1)?;
    let on = presses(Key::ArrowDown) + presses(Key::PageDown) * page;
    let back = presses(Key::ArrowUp) + presses(Key::PageUp) * page;
    if presses(Key::Home) > 0 {
        return Some(0);
    }
    if presses(Key::End) > 0 {
        return Some(last);
    }
    (on != back).then(|| current.map_or(0, |at| (at + on).saturating_sub(back).min(last)))
}

/// The record that is called as was typed: the current one while more letters come, else the next.
fn called(ui: &Ui, session: &Session, typed: &mut Typed, records: &[Place], current: Option<usize>) -> Option<usize> {
    let (letters, now) = ui.input(|input| {
        let letters = input.events.iter().filter_map(|event| match event {
            Event::Text(letters) => Some(letters.as_str()),
            _ => None,
        });
        (letters.collect::<String>(), input.time)
    });
    if letters.is_empty() {
        return None;
    }
    if now - typed.at > PAUSE {
        typed.letters.clear();
    }
    typed.letters.push_str(&letters);
    typed.at = now;
    // The same letter again and again goes through all that begin with it.
    let first = typed.letters.chars().next()?;
    let repeats = typed.letters.chars().count() > 1 && typed.letters.chars().all(|letter| letter == first);
    let wanted = if repeats { folded(&first.to_string()) } else { folded(&typed.letters) };
    let is_new = repeats || typed.letters.len() == letters.len();
    let start = current.map_or(0, |at| if is_new { at + 1 } else { at });
    let count = records.len();
    let answers = |at: &usize| {
        let name = session.names().get(records[*at]).and_then(|names| names.names().next());
        !wanted.is_empty() && name.is_some_and(|name| name.starts_with(&wanted))
    };
    (start..start + count).map(|at| at % count).find(answers)
}
