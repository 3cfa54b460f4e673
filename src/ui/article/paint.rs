//! Painting the pieces in view, and telling screen readers of them.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::blocks::Block;
use super::highlights;
use super::under::{Under, rects_of};
use super::view::{Shown, View};
use super::{ArticleState, page_id};
use crate::model::Part;

/// Corners of the outlines around words.
const CORNER: u8 = 3;
/// How strongly the words of the record in the form are coloured beyond their tint.
const EMPHASIS: f32 = 0.10;
/// From highlights that a key would change to the line around them.
const APART: f32 = 1.5;
/// How thick the line is that shows that the page has the keyboard.
const FOCUS: f32 = 2.0;
/// Width of the caret.
const CARET: f32 = 2.0;

/// Paints the pieces in view.
pub(super) fn paint(ui: &Ui, view: &View<'_>, state: &mut ArticleState, shown: &[Shown], has_focus: bool) {
    let mut under = Under::new(ui.pixels_per_point());
    let mut outlines: Vec<(Rect, Stroke)> = Vec::new();
    state.selection_rect = None;
    for one in shown {
        paint_under(view, state, one, &mut under, &mut outlines);
    }
    let painter = ui.painter();
    painter.add(under.mesh);
    for one in shown {
        painter.galley(one.origin(view), std::sync::Arc::clone(&one.laid.galley), view.tokens.text);
    }
    for (rect, stroke) in outlines {
        painter.rect_stroke(rect, CORNER, stroke, StrokeKind::Outside);
    }
    if has_focus {
        let top = Rect::from_min_size(view.rect.min, egui::vec2(view.rect.width(), FOCUS));
        painter.rect_filled(top, 0, view.tokens.accent);
    }
    if has_focus && let Some(caret) = caret_rect(view, state, shown) {
        painter.rect_filled(caret, 0, view.tokens.text);
    }
}

fn paint_under(
    view: &View<'_>,
    state: &mut ArticleState,
    one: &Shown,
    under: &mut Under,
    outlines: &mut Vec<(Rect, Stroke)>,
) {
    let (laid, origin) = (&*one.laid, one.origin(view));
    let Some((part, bytes)) = bytes_of(view, one) else { return };
    under.highlights(view, laid, origin);
    if let Some(kind) = state.facts.form_kind {
        let strong = view.tokens.kind(kind).strong;
        for (_, range) in state.facts.of_form.iter().filter(|(own, range)| *own == part && overlap(range, &bytes)) {
            let rects = under.words(view, (laid, origin), (part, range), strong.gamma_multiply(EMPHASIS));
            outlines.extend(rects.into_iter().map(|rect| (rect, Stroke::new(1.0, strong))));
        }
    }
    let current = state.find.current();
    for (number, range) in state.find.within(part, &bytes) {
        let rects = under.words(view, (laid, origin), (part, &range), view.tokens.found);
        if Some(number) == current {
            outlines.extend(rects.into_iter().map(|rect| (rect, Stroke::new(1.5, view.tokens.text))));
        }
    }
    if let Some(selected) = state.selected.as_ref().filter(|selected| selected.part() == part) {
        let range = selected.range();
        if overlap(&range, &bytes) {
            for rect in under.words(view, (laid, origin), (part, &range), view.tokens.text_selection) {
                state.selection_rect = Some(state.selection_rect.map_or(rect, |all| all.union(rect)));
            }
        }
    }
    for range in highlights::outlined(view, state, part, &bytes) {
        let rects = rects_of(view, laid, origin, part, &range);
        // A little apart, so that the underlines, which tell the kinds, stay in view.
        outlines.extend(rects.into_iter().map(|rect| (rect.expand(APART), Stroke::new(1.5, view.tokens.accent))));
    }
    if let Some((_, range)) =
        state.reveal.outlined.as_ref().filter(|(own, range)| *own == part && overlap(range, &bytes))
    {
        let rects = rects_of(view, laid, origin, part, range);
        outlines.extend(rects.into_iter().map(|rect| (rect, Stroke::new(2.0, view.tokens.accent))));
    }
}

fn bytes_of(view: &View<'_>, one: &Shown) -> Option<(Part, Range<usize>)> {
    let (part, paragraph) = one.laid.spot?;
    Some((part, view.page.part(part).paragraphs.get(paragraph)?.bytes.clone()))
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn caret_rect(view: &View<'_>, state: &ArticleState, shown: &[Shown]) -> Option<Rect> {
    let selected = state.selected.as_ref()?;
    let (block, char) = view.place_of(selected.part(), selected.caret());
    let one = shown.iter().find(|one| one.block == block && one.laid.spot.is_some())?;
    let (row, origin) = (one.laid.row_span(one.laid.row_of(char)), one.origin(view));
    let left = view.snap(origin.x + one.laid.x_of(char) - CARET / 2.0);
    let middle = origin.y + row.center();
    let half = one.laid.ink + 1.0;
    Some(Rect::from_min_max(pos2(left, middle - half), pos2(left + CARET, middle + half)))
}

/// Adds a node for each piece in view, for screen readers, in the order of reading.
pub(super) fn describe(ui: &Ui, view: &View<'_>, shown: &[Shown]) {
    for one in shown {
        let rect = Rect::from_min_size(one.origin(view), one.laid.galley.size()).intersect(view.rect);
        let response = ui.interact(rect, page_id().with(("piece", one.block)), Sense::hover());
        let role = match view.blocks.at(one.block) {
            Block::Title(_) => Role::Heading,
            Block::Byline(_) | Block::Text(_) => Role::Paragraph,
            Block::Notice => Role::Note,
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, one.laid.galley.text()));
    }
}
