//! From highlight to highlight by keyboard, and from a highlight to the form of its record.

use std::cmp::Reverse;
use std::ops::Range;

use super::ArticleState;
use super::pointer::{records_of, show_next};
use super::selection::Selected;
use super::view::View;
use crate::model::Part;
use crate::session::Command;
use crate::session::page::Page;
use crate::text::steps::previous_grapheme;

/// The parts of an article in the order in which they are read.
const PARTS: [Part; 3] = [Part::Title, Part::Byline, Part::Text];

/// Selects the words of the next highlight, or of the one before, round in circles, and brings them into view.
pub(super) fn step(view: &View<'_>, state: &mut ArticleState, forward: bool) {
    let from = state.selected.as_ref().map(|selected| (selected.part(), selected.range()));
    let from = from.unwrap_or_else(|| super::keys::first_in_view(view, state).place());
    let Some((stop, goes_round)) = next(view.page, &from, forward) else {
        state.note = Some("No words of this article are highlighted yet.");
        return;
    };
    if goes_round {
        state.note = Some(if forward { "Went on from the start of the article." } else { "Went on from its end." });
    }
    state.jump(view, stop.0, &stop.1);
    state.goal = None;
    state.selected = Some(Selected::range_of(view.id, view.page, stop));
}

/// The highlight after selected words, or before them, and whether that is past an end of the article. An empty range
/// is a caret.
fn next(page: &Page, (part, range): &(Part, Range<usize>), forward: bool) -> Option<((Part, Range<usize>), bool)> {
    let here = PARTS.iter().position(|other| other == part)?;
    let edge = if forward { 0..0 } else { usize::MAX..usize::MAX };
    // What is left of this part, the others, and then round to the whole of this one.
    (0..=PARTS.len()).find_map(|step| {
        let number = if forward { here + step } else { here + 2 * PARTS.len() - step } % PARTS.len();
        let goes_round = if forward { here + step >= PARTS.len() } else { step > here };
        let found = page.part(PARTS[number]).marks.next_range(if step == 0 { range } else { &edge }, forward)?;
        Some(((PARTS[number], found), goes_round))
    })
}

/// The command that shows the record of the highlight that is selected, or that the caret is in or at the end of; when
/// given again, the next record that these words speak of.
pub(super) fn follow(view: &View<'_>, state: &mut ArticleState) -> Option<Command> {
    let (part, range) = state.selected.as_ref()?.place();
    let marks = &view.page.part(part).marks;
    let mut keys = marks.marks_at(range.start);
    if keys.is_empty() && range.is_empty() {
        keys = marks.marks_at(previous_grapheme(view.page.part(part).text.as_str(), range.start));
    }
    // What is selected comes before what lies within it.
    keys.sort_by_key(|key| Reverse(marks.get(*key).is_some_and(|mark| mark.range == range)));
    let records = records_of(view, &keys);
    show_next(view, state, part, keys, &records)
}
