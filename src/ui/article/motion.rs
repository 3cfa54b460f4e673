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
    /// By so much of the height of the page that a little of what was in view stays, to find the place again.
    PageUp,
    PageDown,
}

/// How much of the height of the page a step by page goes.
pub(super) const PAGE: f32 = 0.9;

impl Motion {
    /// By how much of its height the page goes along.
    pub fn page(self) -> Option<f32> {
        match self {
            Self::PageUp => Some(-PAGE),
            Self::PageDown => Some(PAGE),
            _ => None,
        }
    }
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
    if let Motion::PageUp | Motion::PageDown = motion {
        return page_step(view, selected, motion == Motion::PageDown, goal);
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
        Motion::End if !extend => return (Part::Text, view.page.part(Part::Text).text.as_str().len()),
        Motion::End => text.len(),
        Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown => caret,
    };
    (part, byte)
}

fn line_edge(view: &View<'_>, selected: &Selected, end: bool) -> usize {
    let (block, char) = view.place_of(selected.part(), selected.caret());
    let laid = view.laid(block);
    let row = laid.row_of(char);
    let char = if end { laid.row_end(row) } else { laid.row_start(row) };
    let Some((part, byte)) = view.byte_of(&laid, char) else { return selected.caret() };
    let (text, byte) = (selected.text(), steps::floor_grapheme(selected.text(), byte));
    if row_at(view, part, byte) == (block, row) {
        return byte;
    }
    // A row may be broken inside a word, and then its end is where the next one starts, and there the caret would be
    // seen; or inside a grapheme, whose start is in the row above.
    if end { steps::previous_grapheme(text, byte).max(selected.caret()) } else { steps::next_grapheme(text, byte) }
}

/// The piece and the row of it in which a caret is seen.
fn row_at(view: &View<'_>, part: Part, byte: usize) -> (usize, usize) {
    let (block, char) = view.place_of(part, byte);
    (block, view.laid(block).row_of(char))
}

fn line_step(view: &View<'_>, selected: &Selected, down: bool, extend: bool, goal: &mut Option<f32>) -> (Part, usize) {
    let (block, char) = view.place_of(selected.part(), selected.caret());
    let laid = view.laid(block);
    let row = laid.row_of(char);
    let x = *goal.get_or_insert_with(|| laid.x_of(char));
    // A place inside a grapheme stands for its start, which may be in the row above: going down, for its end then.
    let whole = |(part, byte): (Part, usize), line: (usize, usize)| {
        let text = view.page.part(part).text.as_str();
        let start = steps::floor_grapheme(text, byte);
        let slips = down && start < byte && row_at(view, part, start) != line;
        (part, if slips { steps::next_grapheme(text, start) } else { start })
    };
    let within = if down { Some(row + 1).filter(|row| *row < laid.rows()) } else { row.checked_sub(1) };
    if let Some((found, row)) = within.and_then(|row| Some((view.byte_of(&laid, laid.char_in_row(row, x))?, row))) {
        return whole(found, (block, row));
    }
    let mut other = block;
    loop {
        let next = if down { Some(other + 1).filter(|next| *next < view.blocks.count()) } else { other.checked_sub(1) };
        let Some(next) = next else { break };
        let laid = view.laid(next);
        let row = if down { 0 } else { laid.rows().saturating_sub(1) };
        match view.byte_of(&laid, laid.char_in_row(row, x)) {
            Some((part, _)) if extend && part != selected.part() => break,
            Some(found) => return whole(found, (next, row)),
            None => other = next,
        }
    }
    // Nothing further on: the line's own end, as in other programs.
    (selected.part(), if down { selected.text().len() } else { 0 })
}

/// The place a page further down or up, at the same distance from the left edge.
fn page_step(view: &View<'_>, selected: &Selected, down: bool, goal: &mut Option<f32>) -> (Part, usize) {
    let (mut block, char) = view.place_of(selected.part(), selected.caret());
    let mut laid = view.laid(block);
    let x = *goal.get_or_insert_with(|| laid.x_of(char));
    let by = view.rect.height() * PAGE;
    let middle = laid.above + laid.row_span(laid.row_of(char)).center();
    let mut at = if down { middle + by } else { middle - by };
    while at < 0.0 && block > 0 {
        block -= 1;
        laid = view.laid(block);
        at += laid.height();
    }
    while at >= laid.height() && block + 1 < view.blocks.count() {
        at -= laid.height();
        block += 1;
        laid = view.laid(block);
    }
    let (first, last) = ((Part::Title, 0), (Part::Text, view.page.part(Part::Text).text.as_str().len()));
    if at < 0.0 || at >= laid.height() {
        return if down { last } else { first };
    }
    // What cannot be selected gives way to what follows it.
    let place = view.byte_of(&laid, laid.char_near(egui::vec2(x, at - laid.above)));
    place.unwrap_or_else(|| (Part::Text, if block < view.blocks.first_text() { 0 } else { last.1 }))
}
