//! Taking hold of the ends of a highlight with the mouse.

use std::ops::Range;

use egui::{CursorIcon, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::facts::words_of_quote;
use super::highlights::with_grips;
use super::pointer::{follow_beyond_edges, place_near};
use super::under::rects_of;
use super::view::{Shown, View};
use super::{ArticleState, page_id};
use crate::model::Part;
use crate::session::{Command, Words};
use crate::text::edges::{Edge, Step, dragged};

/// Width of the line at an end, and the size of the knob on it.
const LINE: f32 = 2.0;
const KNOB: f32 = 4.5;
/// Half the width of what can be pressed.
const REACH: f32 = 6.0;

/// An end of a highlight that is being dragged.
pub(super) struct Drag {
    /// The quote (its slot).
    quote: u32,
    pub part: Part,
    edge: Edge,
    /// Where the highlight would stand if the mouse were let go now, in bytes of the part.
    pub range: Range<usize>,
}

/// Shows a grip at each end of the active highlight and lets it be dragged: to the end of a word, with Alt of a letter.
pub(super) fn show(ui: &Ui, view: &View<'_>, state: &mut ArticleState, shown: &[Shown], commands: &mut Vec<Command>) {
    let held = state.highlights.drag.as_ref().map(|drag| (drag.quote, drag.part, drag.range.clone()));
    let Some((quote, part, bytes)) = held.or_else(|| with_grips(view, state)) else { return };
    for edge in [Edge::Start, Edge::End] {
        let Some((line, knob)) = place_of_grip(view, shown, part, &bytes, edge) else { continue };
        let reach = line.union(Rect::from_center_size(knob, vec2(KNOB, KNOB) * 2.0)).expand2(vec2(REACH, 2.0));
        let response = ui.interact(reach, page_id().with(("grip", edge)), Sense::CLICK | Sense::DRAG);
        let name = match edge {
            Edge::Start => "Start of the highlight",
            Edge::End => "End of the highlight",
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
        if response.drag_started() {
            let drag = Drag { quote, part, edge, range: bytes.clone() };
            state.highlights.drag = Some(drag);
        }
        let is_active = response.hovered() || response.dragged();
        if is_active {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let response = response.on_hover_text("Drag to another word; hold Alt for letters");
        if response.dragged() {
            follow(ui, view, state, shown, response.interact_pointer_pos());
        }
        if response.drag_stopped() {
            commands.extend(let_go(view, state));
        }
        let painter = ui.painter();
        let colour = view.tokens.accent;
        painter.rect_filled(line, 0, colour);
        painter.circle_filled(knob, if is_active { KNOB + 1.0 } else { KNOB }, colour);
    }
    // A drag ends with the pointer, also where its grip is no longer in view.
    if state.highlights.drag.is_some() && !ui.input(|input| input.pointer.any_down()) {
        commands.extend(let_go(view, state));
    }
}

/// The line at an end and the middle of its knob, on the screen.
fn place_of_grip(
    view: &View<'_>,
    shown: &[Shown],
    part: Part,
    bytes: &Range<usize>,
    edge: Edge,
) -> Option<(Rect, Pos2)> {
    let byte = match edge {
        Edge::Start => bytes.start,
        Edge::End => bytes.end.checked_sub(1)?,
    };
    let (block, _) = view.place_of(part, byte);
    let one = shown.iter().find(|one| one.block == block)?;
    let rects = rects_of(view, &one.laid, one.origin(view), part, bytes);
    let (x, rect) = match edge {
        Edge::Start => rects.first().map(|rect| (rect.left(), rect)),
        Edge::End => rects.last().map(|rect| (rect.right(), rect)),
    }?;
    let line = Rect::from_min_max(pos2(x - LINE / 2.0, rect.top() - 1.0), pos2(x + LINE / 2.0, rect.bottom() + 1.0));
    // The knobs lie on opposite sides, so that those of a short word do not meet.
    let y = if edge == Edge::Start { line.top() - KNOB } else { line.bottom() + KNOB };
    Some((line, pos2(x, y)))
}

fn follow(ui: &Ui, view: &View<'_>, state: &mut ArticleState, shown: &[Shown], point: Option<Pos2>) {
    let by_letters = ui.input(|input| input.modifiers.alt);
    if let Some(point) = point {
        follow_beyond_edges(ui, view, state, point);
    }
    let Some(drag) = &mut state.highlights.drag else { return };
    let Some((part, original)) = words_of_quote(view.session, view.page, drag.quote) else { return };
    drag.range = original.clone();
    let place = point.and_then(|point| place_near(view, shown, point)).filter(|(over, _)| *over == part);
    if let Some((_, byte)) = place {
        let step = if by_letters { Step::Letter } else { Step::Word };
        let text = view.page.part(part).text.as_str();
        drag.range = dragged(text, &original, drag.edge, byte, step).unwrap_or(original);
    }
}

/// The command for what was dragged, unless it is where it was.
fn let_go(view: &View<'_>, state: &mut ArticleState) -> Option<Command> {
    let drag = state.highlights.drag.take()?;
    state.hold(vec![drag.quote]);
    let (part, original) = words_of_quote(view.session, view.page, drag.quote)?;
    let range = view.page.part(part).text.chars_of(drag.range.clone());
    let words = Words { article: view.id.clone(), part, range };
    (drag.range != original).then_some(Command::AimQuote(drag.quote, words))
}
