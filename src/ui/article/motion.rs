//! Where the caret goes by keyboard.

use super::selection::Selected;
use super::view::View;
use crate::model::Part;
use crate::text::steps;

/// A step of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    LineStart,
    LineEnd,
    PreviousSentence,
    NextSentence,
    PreviousParagraph,
    NextParagraph,
    Start,
    End,
}

/// The place a step leads to, as a part and a byte of it. `goal` is the distance from the left edge that steps from
/// line to line keep to. Only a step from line to line leaves the part, and not while `extend`ing a selection.
pub(super) fn destination(
    view: &View<'_>,
    selected: &Selected,
    motion: Motion,
    extend: bool,
    goal: &mut Option<f32>,
) -> (Part, usize) {
    let (text, caret, part) = (selected.text(), selected.caret(), selected.part());
    let range = selected.range();
    let collapses = !extend && !range.is_empty();
    if let Motion::Up | Motion::Down = motion {
        return line_step(view, selected, motion == Motion::Down, extend, goal);
    }
    *goal = None;
    let byte = match motion {
        Motion::Left if collapses => range.start,
        Motion::Right if collapses => range.end,
        Motion::Left => steps::previous_grapheme(text, caret),
        Motion::Right => steps::next_grapheme(text, caret),
        Motion::WordLeft => steps::previous_word(text, caret),
        Motion::WordRight => steps::next_word(text, caret),
        Motion::PreviousSentence => steps::previous_sentence(text, caret),
        Motion::NextSentence => steps::next_sentence(text, caret),
        Motion::PreviousParagraph => steps::previous_paragraph(text, caret),
        Motion::NextParagraph => steps::next_paragraph(text, caret),
        Motion::LineStart | Motion::LineEnd => line_edge(view, selected, motion == Motion::LineEnd),
        Motion::Start => 0,
        Motion::End => text.len(),
        Motion::Up | Motion::Down => caret,
    };
    (part, byte)
}

fn line_edge(view: &View<'_>, selected: &Selected, end: bool) -> usize {
    let (block, char) = view.place_of(selected.part(), selected.caret());
    let laid = view.laid(block);
    let row = laid.row_of(char);
    let char = if end { laid.row_end(row) } else { laid.row_start(row) };
    view.byte_of(&laid, char).map_or(selected.caret(), |(_, byte)| byte)
}

fn line_step(view: &View<'_>, selected: &Selected, down: bool, extend: bool, goal: &mut Option<f32>) -> (Part, usize) {
    let (block, char) = view.place_of(selected.part(), selected.caret());
    let laid = view.laid(block);
    let row = laid.row_of(char);
    let x = *goal.get_or_insert_with(|| laid.x_of(char));
    let within = if down { Some(row + 1).filter(|row| *row < laid.rows()) } else { row.checked_sub(1) };
    if let Some(found) = within.and_then(|row| view.byte_of(&laid, laid.char_in_row(row, x))) {
        return found;
    }
    let mut other = block;
    loop {
        let next = if down { Some(other + 1).filter(|next| *next < view.blocks.count()) } else { other.checked_sub(1) };
        let Some(next) = next else { break };
        let laid = view.laid(next);
        let row = if down { 0 } else { laid.rows().saturating_sub(1) };
        match view.byte_of(&laid, laid.char_in_row(row, x)) {
            Some((part, _)) if extend && part != selected.part() => break,
            Some(found) => return found,
            None => other = next,
        }
    }
    // Nothing further on: the line's own end, as in other programs.
    (selected.part(), if down { selected.text().len() } else { 0 })
}
