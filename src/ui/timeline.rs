//! The strip at the bottom: dates and court actions in time. The width of a mark is the date's precision.

use std::collections::BinaryHeap;

use egui::{Align2, EventFilter, Id, Key, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};
use jiff::ToSpan;
use jiff::civil::Date;

use super::theme::{self, size};
use super::widgets::{focus_ring, paint_line};
use super::{Pane, Request};
use crate::edit::Target;
use crate::model::{Bound, List, PartialDate, Place};
use crate::query;
use crate::session::page::MarkKind;
use crate::session::{Command, Session};

/// Height of the strip.
pub const HEIGHT: f32 = 132.0;

/// Height of the part with the axis and its dates.
const AXIS: f32 = 26.0;

/// Height of a lane: a mark, and its label above it.
const LANE: f32 = 33.0;

/// Most marks that are shown; a strip of more tells nothing.
const MOST: usize = 150;

/// Width of a letter of a label, at most, in points; for keeping labels apart before they are laid out.
const LETTER: f32 = 6.4;

/// Something that happened, or has to.
#[derive(Clone, Debug, PartialEq)]
struct Mark {
    place: Place,
    first: Date,
    last: Date,
    label: String,
    words: String,
    is_deadline: bool,
}

/// The marks of the strip, made anew when the case changes.
#[derive(Debug, Default)]
pub struct TimelineState {
    made: Option<(u64, u64)>,
    marks: Vec<Mark>,
    total: usize,
    /// Whether an arrow key went to another mark in this frame.
    has_stepped: bool,
}

/// The widget that has the keyboard when the timeline has it.
pub fn focus_id() -> Id {
    Id::unique("timeline")
}

impl TimelineState {
    /// Whether an arrow key went to another mark, since this was last asked.
    pub fn take_step(&mut self) -> bool {
        std::mem::take(&mut self.has_stepped)
    }

    fn refresh(&mut self, session: &Session) {
        let now = Some((session.generation(), session.changes()));
        if self.made != now {
            self.made = now;
            (self.marks, self.total) = marks(session);
        }
    }
}

/// The earliest marks, and how many there are in all. Only those that are shown are given words.
fn marks(session: &Session) -> (Vec<Mark>, usize) {
    let (case, index) = (session.case(), session.index());
    let when = |list: List, slot: u32, date: &PartialDate, is_deadline: bool| {
        // A date that is open at one end is shown where its other end is.
        let first = date.first_day().or(date.last_day())?;
        let last = date.last_day().unwrap_or(first).max(first);
        Some((first, Place { list, slot }, last, is_deadline))
    };
    let dates = case
        .dates
        .iter()
        .filter_map(|(slot, date)| when(List::Dates, slot, date.date.as_ref()?, date.bound == Some(Bound::By)));
    let actions = case.actions.iter().filter_map(|(slot, action)| {
        when(List::Actions, slot, action.decided.as_ref().or(action.filed.as_ref())?, false)
    });
    // Only the earliest are kept in order: a case has a hundred thousand others, and this is done after every edit.
    let (mut earliest, mut total) = (BinaryHeap::with_capacity(MOST + 1), 0);
    for mark in dates.chain(actions) {
        total += 1;
        if earliest.len() < MOST || earliest.peek().is_some_and(|last| mark < *last) {
            earliest.push(mark);
            if earliest.len() > MOST {
                earliest.pop();
            }
        }
    }
    let shown = earliest.into_sorted_vec().into_iter().map(|(first, place, last, is_deadline)| Mark {
        place,
        first,
        last,
        label: query::title(case, place),
        words: query::detail(case, index, place),
        is_deadline,
    });
    (shown.collect(), total)
}

/// A mark of more days than this does not stretch the strip: it runs out of it.
const LONG: i32 = 500;

/// The last day of the strip.
fn end(marks: &[Mark]) -> Option<Date> {
    let ends = |mark: &Mark| {
        let days = mark.last.since(mark.first).map_or(0, |span| span.get_days());
        if days > LONG { mark.first } else { mark.last }
    };
    marks.iter().map(ends).max()
}

/// Where days stand in the strip.
struct Scale {
    start: Date,
    days: f32,
    rect: Rect,
}

impl Scale {
    fn x(&self, day: Date) -> f32 {
        let days = day.since(self.start).map_or(0, |span| span.get_days());
        #[expect(clippy::cast_precision_loss, reason = "day counts of ten thousand years fit f32 well enough to draw")]
        let share = days as f32 / self.days;
        self.rect.left() + share * self.rect.width()
    }
}

pub(super) fn timeline_ui(ui: &mut Ui, session: &Session, state: &mut TimelineState, requests: &mut Vec<Request>) {
    state.refresh(session);
    let rect = ui.available_rect_before_wrap();
    let tokens = theme::tokens(ui);
    let (Some(start), Some(end)) = (state.marks.first().map(|mark| mark.first), end(&state.marks)) else {
        let words = "Dates and court actions appear here in their order.";
        paint_line(ui, rect.center(), Align2::CENTER_CENTER, words, theme::small(), tokens.muted, rect.width());
        return;
    };
    keyboard(ui, session, state, rect, requests);
    let inner = Rect::from_min_max(rect.min + Vec2::new(24.0, 6.0), rect.max - Vec2::new(72.0, AXIS));
    let days = end.since(start).map_or(1, |span| span.get_days()).max(1);
    #[expect(clippy::cast_precision_loss, reason = "as in Scale::x")]
    let scale = Scale { start, days: days as f32, rect: inner };
    axis(ui, &scale, end, rect);
    if state.total > state.marks.len() {
        let words = format!("The first {} of {}", state.marks.len(), state.total);
        let corner = rect.right_top() + Vec2::new(-size::MARGIN, size::TIGHT);
        paint_line(ui, corner, Align2::RIGHT_TOP, &words, theme::small(), tokens.muted, rect.width());
    }
    let lanes = 3;
    let mut ends = [f32::NEG_INFINITY; 3];
    for mark in &state.marks {
        let (left, right) = (scale.x(mark.first), scale.x(mark.last).min(rect.right()));
        #[expect(clippy::cast_precision_loss, reason = "the length of a label")]
        let label_width = mark.label.chars().count().min(26) as f32 * LETTER + size::GAP;
        // Near the end of the strip a label goes to the left of where its mark begins.
        let label_left = left.min(rect.right() - size::MARGIN - label_width);
        let free = (0..lanes).find(|lane| ends[*lane] < label_left);
        let lane = free.unwrap_or(lanes - 1);
        #[expect(clippy::cast_precision_loss, reason = "one of three lanes")]
        let y = inner.bottom() - 8.0 - lane as f32 * LANE;
        let bar = Rect::from_min_max(Pos2::new(left, y - 4.0), Pos2::new(right.max(left + 8.0), y + 4.0));
        let label = free.map(|lane| {
            ends[lane] = (label_left + label_width).max(bar.right() + size::TIGHT);
            Rect::from_min_size(Pos2::new(label_left, bar.top() - 18.0), Vec2::new(label_width, 18.0))
        });
        mark_ui(ui, session, mark, bar, label, requests);
    }
}

/// With the keyboard in the strip, the arrow keys go from mark to mark in the order of time, and Enter to the form.
fn keyboard(ui: &Ui, session: &Session, state: &mut TimelineState, rect: Rect, requests: &mut Vec<Request>) {
    let strip = ui.interact(rect, focus_id(), Sense::FOCUSABLE);
    strip.widget_info(|| WidgetInfo::labeled(Role::List, true, "Dates in their order"));
    if !strip.has_focus() {
        return;
    }
    focus_ring(ui, rect.shrink(2.0));
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus_id(), filter));
    let presses = |keys: [Key; 2]| keys.map(|key| ui.input(|input| input.num_presses(key))).into_iter().sum::<usize>();
    let (on, back) = (presses([Key::ArrowRight, Key::ArrowDown]), presses([Key::ArrowLeft, Key::ArrowUp]));
    let (first, last) = (presses([Key::Home; 2]) > 0, presses([Key::End; 2]) > 0);
    if presses([Key::Enter; 2]) > 0 {
        requests.push(Request::Focus(Pane::Form));
    }
    if on == back && !first && !last {
        return;
    }
    let shown = session.selection().form.as_ref();
    let current = state.marks.iter().position(|mark| shown == Some(&Target::Record(mark.place)));
    let end = state.marks.len().saturating_sub(1);
    let next = match current {
        _ if first => 0,
        _ if last => end,
        Some(at) => (at + on).saturating_sub(back).min(end),
        None if on > back => 0,
        None => end,
    };
    if let Some(mark) = state.marks.get(next) {
        state.has_stepped = true;
        requests.push(Request::Session(Command::Select(Target::Record(mark.place))));
    }
}

fn mark_ui(ui: &mut Ui, session: &Session, mark: &Mark, bar: Rect, label: Option<Rect>, requests: &mut Vec<Request>) {
    let tokens = theme::tokens(ui);
    let target = Target::Record(mark.place);
    let strip = ui.max_rect();
    let area = label.map_or(bar, |label| bar.union(label)).intersect(strip);
    let response = ui.interact(area, ui.scope_id().with(("mark", mark.place)), Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}, {} on the timeline", mark.label, mark.words))
    });
    let is_selected = session.selection().form.as_ref() == Some(&target);
    let colours = tokens.kind(MarkKind::of(mark.place.list));
    let fill = if is_selected || response.hovered() { colours.strong } else { colours.strong.gamma_multiply(0.45) };
    ui.painter().rect_filled(bar, 4.0, fill);
    if mark.is_deadline {
        ui.painter().vline(bar.right(), bar.y_range().expand(4.0), Stroke::new(2.0, colours.strong));
    }
    if let Some(label) = label {
        let font = if is_selected { theme::strong() } else { theme::small() };
        let corner = label.left_bottom() - Vec2::new(0.0, 2.0);
        paint_line(ui, corner, Align2::LEFT_BOTTOM, &mark.label, font, tokens.text, label.width());
    }
    if response.on_hover_text(format!("{} · {}", mark.label, mark.words)).clicked() {
        requests.push(Request::Session(Command::Select(target)));
    }
}

/// The axis, with a date wherever there is room.
fn axis(ui: &Ui, scale: &Scale, end: Date, rect: Rect) {
    let tokens = theme::tokens(ui);
    let y = rect.bottom() - AXIS;
    ui.painter().hline(rect.x_range().shrink(14.0), y, Stroke::new(1.0, tokens.border_strong));
    let step = steps(scale);
    let mut day = scale.start.first_of_month();
    let mut free = f32::NEG_INFINITY;
    while day <= end {
        let x = scale.x(day.max(scale.start));
        if x >= free {
            let words = if step >= 12 { day.strftime("%Y").to_string() } else { day.strftime("%b %Y").to_string() };
            ui.painter().vline(x, y..=y + 4.0, Stroke::new(1.0, tokens.border_strong));
            let position = Pos2::new(x, y + 6.0);
            free = x + paint_line(ui, position, Align2::LEFT_TOP, &words, theme::small(), tokens.muted, 80.0) + 18.0;
        }
        match day.checked_add(step.months()) {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
}

/// Months between the dates of the axis: few enough that labels fit, many enough to tell the time.
fn steps(scale: &Scale) -> i32 {
    let months = scale.days / 30.4;
    let room = (scale.rect.width() / 84.0).max(1.0);
    [1_u16, 2, 3, 6, 12, 24, 60, 120, 600, 1200]
        .into_iter()
        .find(|step| months / f32::from(*step) <= room)
        .map_or(6000, i32::from)
}
