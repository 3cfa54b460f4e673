//! The highlights that a person is about to change: which they are, and the keys that change them.

use std::ops::Range;

use egui::{Event, Key, Modifiers, Ui};

use super::facts::words_of_quote;
use super::grips::Drag;
use super::mark_menu::Opened;
use super::selection::Selected;
use super::view::View;
use super::{ArticleState, page_id};
use crate::model::Part;
use crate::session::page::quote_of;
use crate::session::{Command, Words};
use crate::text::edges::{Edge, Shift, Step};
use crate::text::steps::previous_grapheme;

/// Bytes of a selection up to which it is asked whether it is one highlight, frame by frame.
const LONGEST_GRIPPED: usize = 4_096;

/// What the page remembers of highlights that are being changed.
#[derive(Default)]
pub(super) struct Highlights {
    held: Option<Held>,
    /// The end that is being dragged.
    pub drag: Option<Drag>,
    /// The menu that is open.
    pub menu: Option<Opened>,
    /// The keyboard asks for a highlight to point to the selected words.
    aim: Option<Aim>,
    has_focus: bool,
}

/// Highlights that were changed last. They stay active until the caret moves, also where they no longer reach it.
struct Held {
    place: (Part, Range<usize>, usize),
    /// In order.
    quotes: Vec<u32>,
}

/// What a highlight is to point to.
pub struct Aim {
    /// The selected words, if any are.
    pub words: Option<Words>,
    /// The quotes (their slots) that the selection touches.
    pub touched: Vec<u32>,
}

/// What a key asks of the active highlights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Shift(Shift),
    Split,
    Remove,
    Aim,
}

impl ArticleState {
    /// Takes what a highlight is to point to, if the keyboard asked for that.
    pub fn take_aim(&mut self) -> Option<Aim> {
        self.highlights.aim.take()
    }

    /// Keeps these quotes active while the caret stays where it is.
    pub(super) fn hold(&mut self, mut quotes: Vec<u32>) {
        quotes.sort_unstable();
        self.highlights.held = self.selected.as_ref().map(|selected| Held { place: place_of(selected), quotes });
    }
}

fn place_of(selected: &Selected) -> (Part, Range<usize>, usize) {
    (selected.part(), selected.range(), selected.caret())
}

/// Obeys the keys that change highlights, and takes them, if the page has the focus. Esc gives a drag up.
pub(super) fn keys(ui: &Ui, view: &View<'_>, state: &mut ArticleState, commands: &mut Vec<Command>) {
    if state.highlights.drag.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        state.highlights.drag = None;
    }
    state.highlights.has_focus = ui.memory(|memory| memory.has_focus(page_id()));
    if !state.highlights.has_focus || state.evidence.is_some() {
        return;
    }
    let mut all = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let asked = asked(event);
            all.extend(asked);
            asked.is_none()
        });
    });
    for asked in all {
        let quotes = active(view, state);
        match asked {
            Asked::Shift(shift) => {
                state.hold(quotes.clone());
                commands.push(Command::ShiftQuotes(quotes, shift));
            }
            Asked::Remove => commands.push(Command::RemoveQuotes(quotes)),
            Asked::Split => commands.push(split_at_caret(view, state, &quotes)),
            Asked::Aim => state.highlights.aim = Some(Aim { words: state.selected_words(), touched: quotes }),
        }
    }
}

/// What an event asks, if anything.
fn asked(event: &Event) -> Option<Asked> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    let shift = |edge, step, grows| Some(Asked::Shift(Shift { edge, step, grows }));
    if modifiers.matches_exact(Modifiers::ALT | Modifiers::SHIFT) {
        return match key {
            Key::ArrowRight => shift(Edge::End, Step::Word, true),
            Key::ArrowLeft => shift(Edge::End, Step::Word, false),
            _ => None,
        };
    }
    if !(Modifiers { shift: false, ..*modifiers }).is_none() {
        return None;
    }
    // Four keys side by side, as the two ends move: the start back and on, the end back and on.
    let step = if modifiers.shift { Step::Letter } else { Step::Word };
    match key {
        Key::H => shift(Edge::Start, step, true),
        Key::J => shift(Edge::Start, step, false),
        Key::K => shift(Edge::End, step, false),
        Key::L => shift(Edge::End, step, true),
        _ if modifiers.shift => None,
        Key::Delete => Some(Asked::Remove),
        Key::S => Some(Asked::Split),
        Key::R => Some(Asked::Aim),
        _ => None,
    }
}

/// The command that splits the innermost highlight around the caret.
fn split_at_caret(view: &View<'_>, state: &ArticleState, quotes: &[u32]) -> Command {
    let caret = state.selected.as_ref().map_or((Part::Text, 0), |selected| (selected.part(), selected.caret()));
    let around = at(view, caret).filter(|slot| quotes.contains(slot));
    let slot = around.or(quotes.first().copied()).unwrap_or(u32::MAX);
    Command::SplitQuote(slot, view.page.part(caret.0).text.char_of(caret.1))
}

/// The quotes (their slots) that were changed last, if the caret has not moved since.
fn held<'a>(state: &'a ArticleState, selected: &Selected) -> Option<&'a [u32]> {
    let held = state.highlights.held.as_ref().filter(|held| held.place == place_of(selected))?;
    Some(&held.quotes)
}

/// The quotes (their slots) that the selection touches, or else the innermost one under the caret.
pub(super) fn active(view: &View<'_>, state: &ArticleState) -> Vec<u32> {
    let Some(selected) = &state.selected else { return Vec::new() };
    if let Some(held) = held(state, selected) {
        let is_found = |slot: &u32| words_of_quote(view.session, view.page, *slot).is_some();
        return held.iter().copied().filter(is_found).collect();
    }
    let range = selected.range();
    if range.is_empty() {
        return at(view, (selected.part(), range.start)).into_iter().collect();
    }
    within(view, selected.part(), range)
}

/// The quotes (their slots) that touch some bytes of a part.
fn within(view: &View<'_>, part: Part, bytes: Range<usize>) -> Vec<u32> {
    let mut quotes: Vec<u32> = view.page.part(part).marks.marks_in(bytes).into_iter().map(quote_of).collect();
    // A quote has a mark for each kind of record, one after the other.
    quotes.dedup();
    quotes
}

/// The innermost quote (its slot) at a place, or one that ends there.
pub(super) fn at(view: &View<'_>, (part, byte): (Part, usize)) -> Option<u32> {
    let page = view.page.part(part);
    let innermost = |byte| page.marks.marks_at(byte).into_iter();
    let before = || previous_grapheme(page.text.as_str(), byte);
    let ends_here = |key: &u32| page.marks.get(*key).is_some_and(|mark| mark.range.end == byte);
    innermost(byte).next().or_else(|| innermost(before()).find(ends_here)).map(quote_of)
}

/// The one highlight whose ends can be taken hold of: the quote (its slot) and where it stands. It is the one under the
/// caret, or the one whose very words are selected.
pub(super) fn with_grips(view: &View<'_>, state: &ArticleState) -> Option<(u32, Part, Range<usize>)> {
    let selected = state.selected.as_ref().filter(|_| state.highlights.has_focus)?;
    let range = selected.range();
    if range.len() > LONGEST_GRIPPED {
        return None;
    }
    let [only] = active(view, state)[..] else { return None };
    let (part, bytes) = words_of_quote(view.session, view.page, only)?;
    let is_whole = range.is_empty() || range == bytes;
    (part == selected.part() && is_whole).then_some((only, part, bytes))
}

/// The bytes of a part, as far as they touch others, that are outlined since a key would change the highlight there.
pub(super) fn outlined(view: &View<'_>, state: &ArticleState, part: Part, bytes: &Range<usize>) -> Vec<Range<usize>> {
    if let Some(drag) = &state.highlights.drag {
        return if drag.part == part { vec![drag.range.clone()] } else { Vec::new() };
    }
    let Some(selected) = state.selected.as_ref().filter(|_| state.highlights.has_focus) else { return Vec::new() };
    let range = selected.range();
    // Only what is near is looked at: a selection may touch a hundred thousand.
    let quotes: Vec<u32> = match held(state, selected) {
        Some(held) => {
            within(view, part, bytes.clone()).into_iter().filter(|slot| held.binary_search(slot).is_ok()).collect()
        }
        None if selected.part() != part => return Vec::new(),
        None if range.is_empty() => at(view, (part, range.start)).into_iter().collect(),
        None => within(view, part, range.start.max(bytes.start)..range.end.min(bytes.end)),
    };
    quotes
        .into_iter()
        .filter_map(|slot| words_of_quote(view.session, view.page, slot))
        .map(|(_, range)| range)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_what_they_ask() {
        use Edge::{End, Start};
        use Step::{Letter, Word};
        let (none, shift) = (Modifiers::NONE, Modifiers::SHIFT);
        let alt_shift = Modifiers::ALT | Modifiers::SHIFT;
        let moves = |edge, step, grows| Some(Asked::Shift(Shift { edge, step, grows }));
        for (modifiers, key, expected) in [
            (alt_shift, Key::ArrowRight, moves(End, Word, true)),
            (alt_shift, Key::ArrowLeft, moves(End, Word, false)),
            (alt_shift, Key::ArrowUp, None),
            (Modifiers::ALT, Key::ArrowRight, None),
            (none, Key::H, moves(Start, Word, true)),
            (none, Key::J, moves(Start, Word, false)),
            (none, Key::K, moves(End, Word, false)),
            (shift, Key::L, moves(End, Letter, true)),
            (Modifiers::COMMAND, Key::L, None),
            (none, Key::Delete, Some(Asked::Remove)),
            (Modifiers::COMMAND, Key::Delete, None),
            (shift, Key::Delete, None),
            (none, Key::S, Some(Asked::Split)),
            (Modifiers::COMMAND, Key::S, None),
            (none, Key::R, Some(Asked::Aim)),
            (none, Key::X, None),
        ] {
            let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
            assert_eq!(asked(&event(true)), expected, "{modifiers:?} {key:?}");
            assert_eq!(asked(&event(false)), None);
        }
        assert_eq!(asked(&Event::Text("h".into())), None);
    }
}
