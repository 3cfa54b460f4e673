//! What the keys do while the page has the focus.

use egui::{Event, EventFilter, Key, Modifiers, Rangef, Ui};

use super::motion::{Motion, PAGE, destination};
use super::offer;
use super::scroll::{Position, Show};
use super::selection::Selected;
use super::view::View;
use super::{ArticleState, page_id, stops};
use crate::model::{List, Part};
use crate::session::Command;

/// What a key asks of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Action {
    /// A step of the caret; whether what it passes is selected.
    Move(Motion, bool),
    /// One page up (-1) or down (1).
    Page(f32),
    SelectAll,
    Copy,
    Unselect,
    /// A record of the selected words; whether a new party is wanted even where one of that name is on file.
    Annotate(List, bool),
    /// The selected words as evidence for the record in the form.
    Evidence,
    /// The form of the record of the highlight.
    Follow,
}

/// Obeys the keys pressed in this frame, and takes them, if the page has the focus.
pub(super) fn obey(ui: &Ui, view: &View<'_>, state: &mut ArticleState, commands: &mut Vec<Command>) {
    let focused = ui.memory(egui::Memory::focused);
    let has_focus = focused == Some(page_id());
    if has_focus {
        let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(page_id(), filter));
        if state.selected.is_none() {
            state.selected = Some(first_in_view(view, state));
        }
    } else if focused.is_some() {
        return;
    }
    let selects = state.selected_words().is_some();
    let wanted = |event: &Event| {
        let action = action(event, has_focus)?;
        let is_free = match action {
            Action::Page(_) => true,
            Action::Copy | Action::Unselect | Action::Annotate(..) | Action::Evidence => has_focus && selects,
            Action::Move(..) | Action::SelectAll | Action::Follow => has_focus,
        };
        is_free.then_some(action)
    };
    let mut actions = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let action = wanted(event);
            actions.extend(action);
            action.is_none()
        });
    });
    for action in actions {
        act(ui, view, state, action, commands);
    }
}

/// What an event asks, if anything. Without the keyboard on the page, the caret stays where it is.
fn action(event: &Event, has_focus: bool) -> Option<Action> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else {
        return matches!(event, Event::Copy).then_some(Action::Copy);
    };
    let extend = modifiers.shift;
    let plain = Modifiers { shift: false, ..*modifiers };
    let (none, word, sentence) =
        (plain.is_none(), plain.matches_exact(Modifiers::COMMAND), plain.matches_exact(Modifiers::ALT));
    let motion = match key {
        Key::ArrowLeft if none => Motion::Left,
        Key::ArrowRight if none => Motion::Right,
        Key::ArrowUp if none => Motion::Up,
        Key::ArrowDown if none => Motion::Down,
        Key::Home if none => Motion::LineStart,
        Key::End if none => Motion::LineEnd,
        Key::ArrowLeft if word => Motion::WordLeft,
        Key::ArrowRight if word => Motion::WordRight,
        Key::ArrowUp if word => Motion::PreviousParagraph,
        Key::ArrowDown if word => Motion::NextParagraph,
        Key::Home if word => Motion::Start,
        Key::End if word => Motion::End,
        Key::ArrowUp if sentence => Motion::PreviousSentence,
        Key::ArrowDown if sentence => Motion::NextSentence,
        Key::PageUp if none && has_focus => Motion::PageUp,
        Key::PageDown if none && has_focus => Motion::PageDown,
        Key::PageUp if none && !extend => return Some(Action::Page(-1.0)),
        Key::PageDown if none && !extend => return Some(Action::Page(1.0)),
        Key::A if word && !extend => return Some(Action::SelectAll),
        Key::P if none => return Some(Action::Annotate(List::Parties, extend)),
        Key::A if none && !extend => return Some(Action::Annotate(List::Amounts, false)),
        Key::D if none && !extend => return Some(Action::Annotate(List::Dates, false)),
        Key::C if none && !extend => return Some(Action::Annotate(List::Actions, false)),
        Key::E if none && !extend => return Some(Action::Evidence),
        Key::Enter if none && !extend => return Some(Action::Follow),
        Key::Escape if none && !extend => return Some(Action::Unselect),
        _ => return None,
    };
    Some(Action::Move(motion, extend))
}

fn act(ui: &Ui, view: &View<'_>, state: &mut ArticleState, action: Action, commands: &mut Vec<Command>) {
    match action {
        Action::Page(direction) => {
            state.position.offset += direction * (view.rect.height() * PAGE);
        }
        Action::Copy => {
            if let Some(words) = state.selected.as_ref().and_then(Selected::copied) {
                ui.ctx().copy_text(words.to_owned());
            }
        }
        Action::Annotate(list, is_new) => {
            commands.extend(state.selected_words().map(|words| offer::annotate(&words, list, is_new)));
        }
        Action::Evidence => state.choose_evidence(),
        Action::Unselect if view.session.is_fresh_of(state.selected_words().as_ref()) => commands.push(Command::Undo),
        Action::Unselect => state.clear_selection(),
        Action::Follow => commands.extend(stops::follow(view, state)),
        Action::SelectAll => {
            let all = 0..view.page.part(Part::Text).text.as_str().len();
            state.selected = Some(Selected::range_of(view.id, view.page, (Part::Text, all)));
            state.goal = None;
        }
        Action::Move(motion, extend) => step(view, state, motion, extend),
    }
}

fn step(view: &View<'_>, state: &mut ArticleState, motion: Motion, extend: bool) {
    let mut selected = state.selected.take().unwrap_or_else(|| first_in_view(view, state));
    if let Some(by) = motion.page() {
        let is_in_view = is_in_view(view, state, &selected);
        if !is_in_view && !extend {
            // Whoever scrolled away reads on from there.
            selected = first_in_view(view, state);
            state.goal = None;
        }
        if is_in_view || !extend {
            state.position.offset += by * view.rect.height();
            state.position = state.position.clamped(view, Position::last(view));
        }
    }
    let place = destination(view, &selected, motion, extend, &mut state.goal);
    if extend {
        selected.extend_to(place);
    } else {
        selected = Selected::caret_at(view.id, view.page, place);
    }
    show_caret(view, state, &selected);
    state.selected = Some(selected);
}

/// Whether the row of the caret is in view, at least in part.
fn is_in_view(view: &View<'_>, state: &ArticleState, selected: &Selected) -> bool {
    let (block, char) = view.place_of(selected.part(), selected.caret());
    let shown = view.shown(state.position.block, state.position.offset);
    shown.iter().find(|one| one.block == block).is_some_and(|one| {
        let top = one.top + one.laid.above;
        let row = one.laid.row_span(one.laid.row_of(char));
        top + row.max > view.rect.top() && top + row.min < view.rect.bottom()
    })
}

fn show_caret(view: &View<'_>, state: &mut ArticleState, selected: &Selected) {
    let (block, char) = view.place_of(selected.part(), selected.caret());
    let laid = view.laid(block);
    let row = laid.row_span(laid.row_of(char));
    let span = Rangef::new(row.min + laid.above, row.max + laid.above);
    state.position = state.position.showing(view, block, span, Show::Nearest);
}

/// A caret at the first place of the text that is in view.
pub(super) fn first_in_view(view: &View<'_>, state: &ArticleState) -> Selected {
    let first = state.position.block.max(view.blocks.first_text());
    let laid = view.laid(first);
    let hidden = if first == state.position.block { state.position.offset - laid.above } else { 0.0 };
    let row = (0..laid.rows()).find(|row| laid.row_span(*row).min >= hidden).unwrap_or(0);
    let place = view.byte_of(&laid, laid.row_start(row)).unwrap_or((Part::Text, 0));
    Selected::caret_at(view.id, view.page, place)
}
