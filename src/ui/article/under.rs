//! What lies beneath the letters: tints, underlines and selections, as one mesh of rectangles.

use std::ops::Range;

use egui::{Color32, Mesh, Pos2, Rect, pos2, vec2};

use super::laid::Laid;
use super::view::View;
use crate::model::Part;
use crate::session::page::MarkKind;
use crate::text::runs::{KindSet, Run};

/// How thick an underline is.
const THICKNESS: f32 = 2.0;
/// From one underline to the next below it.
const PITCH: f32 = 3.0;
/// By how much each further highlight over the same words darkens their tint, up to [`DEEPEST`].
const DEEPER: f32 = 0.07;
const DEEPEST: u16 = 4;

/// Rectangles beneath the letters of one frame. Not smoothed at the edges: they lie on whole pixels.
pub(super) struct Under {
    pub mesh: Mesh,
    scale: f32,
}

impl Under {
    pub fn new(pixels_per_point: f32) -> Self {
        Self { mesh: Mesh::default(), scale: pixels_per_point }
    }

    /// Adds a rectangle.
    pub fn fill(&mut self, rect: Rect, colour: Color32) {
        let rect = self.snapped(rect);
        self.mesh.add_colored_rect(rect, colour);
    }

    /// Adds a rectangle whose upper corners are cut, left, right or both.
    fn fill_rounded(&mut self, rect: Rect, colour: Color32, (left, right): (bool, bool)) {
        let rect = self.snapped(rect);
        let pixel = 1.0 / self.scale.max(0.1);
        let mut inner = rect;
        for step in [2.0, 1.0] {
            // The outermost column starts two pixels down, the next one.
            if left && inner.width() > 2.0 {
                let edge = pos2(inner.left() + pixel, inner.bottom());
                self.mesh
                    .add_colored_rect(Rect::from_min_max(inner.left_top() + vec2(0.0, step * pixel), edge), colour);
                inner.min.x = edge.x;
            }
            if right && inner.width() > 2.0 {
                let corner = pos2(inner.right() - pixel, inner.top() + step * pixel);
                self.mesh.add_colored_rect(Rect::from_min_max(corner, inner.right_bottom()), colour);
                inner.max.x = corner.x;
            }
        }
        self.mesh.add_colored_rect(inner, colour);
    }

    fn snapped(&self, rect: Rect) -> Rect {
        let snap = |at: f32| (at * self.scale).round() / self.scale;
        Rect::from_min_max(pos2(snap(rect.left()), snap(rect.top())), pos2(snap(rect.right()), snap(rect.bottom())))
    }

    /// Adds the highlights of a paragraph: the tint of the innermost, an underline for each kind.
    pub fn highlights(&mut self, view: &View<'_>, laid: &Laid, origin: Pos2) {
        let Some((part, number)) = laid.spot else { return };
        let runs = view.page.part(part).marks.runs(number);
        let mut chars = Chars::of(view, laid, part, number);
        let spans: Vec<Range<usize>> = runs.iter().map(|run| chars.range(&run.range)).collect();
        for (at, run) in runs.iter().enumerate() {
            let joins = |other: Option<&Run>, here: usize, edge: fn(&Run) -> usize| {
                other.is_some_and(|other| edge(other) == here)
            };
            let left =
                joins(at.checked_sub(1).and_then(|before| runs.get(before)), run.range.start, |run| run.range.end);
            let right = joins(runs.get(at + 1), run.range.end, |run| run.range.start);
            let colour = tint(view, part, run);
            laid.segments(&spans[at], |rect, first, last| {
                let rect = rect.translate(origin.to_vec2());
                self.fill_rounded(rect, colour, (first && !left, last && !right));
            });
        }
        let mut lanes = Lanes::default();
        let mut end = None;
        for (run, span) in runs.iter().zip(&spans) {
            if end != Some(run.range.start) {
                lanes = Lanes::default();
            }
            end = Some(run.range.end);
            lanes.update(run.kinds);
            for (lane, kind) in lanes.used() {
                let colour = view.tokens.kind(MarkKind::ALL[kind]).strong;
                laid.segments(span, |rect, _, _| {
                    let top = rect.bottom() + origin.y - THICKNESS / 2.0 + lane * PITCH;
                    let line = Rect::from_min_max(
                        pos2(rect.left() + origin.x, top),
                        pos2(rect.right() + origin.x, top + THICKNESS),
                    );
                    self.fill(line, colour);
                });
            }
        }
    }

    /// Adds rectangles behind some bytes of a part, as far as they lie in a paragraph, and says where.
    pub fn words(
        &mut self,
        view: &View<'_>,
        (laid, origin): (&Laid, Pos2),
        (part, range): (Part, &Range<usize>),
        colour: Color32,
    ) -> Vec<Rect> {
        let rects = rects_of(view, laid, origin, part, range);
        for rect in &rects {
            self.fill(*rect, colour);
        }
        rects
    }
}

/// Where some bytes of a part stand on the screen, row by row, as far as they lie in a paragraph.
pub(super) fn rects_of(view: &View<'_>, laid: &Laid, origin: Pos2, part: Part, range: &Range<usize>) -> Vec<Rect> {
    let Some((_, number)) = laid.spot.filter(|(own, _)| *own == part) else { return Vec::new() };
    let Some(paragraph) = view.page.part(part).paragraphs.get(number) else { return Vec::new() };
    let within = range.start.max(paragraph.bytes.start)..range.end.min(paragraph.bytes.end);
    if within.is_empty() {
        return Vec::new();
    }
    let span = Chars::of(view, laid, part, number).range(&within);
    let mut rects = Vec::new();
    laid.segments(&span, |rect, _, _| rects.push(rect.translate(origin.to_vec2())));
    rects
}

fn tint(view: &View<'_>, part: Part, run: &Run) -> Color32 {
    let kind = view.page.part(part).marks.get(run.top).map_or(MarkKind::Quote as u8, |mark| mark.kind);
    let colours = view.tokens.kind(MarkKind::ALL[usize::from(kind).min(MarkKind::ALL.len() - 1)]);
    deepened(colours.tint, colours.strong, run.depth)
}

/// A tint as dark as befits so many highlights over the same words.
pub(super) fn deepened(tint: Color32, strong: Color32, depth: u16) -> Color32 {
    tint.lerp_to_gamma(strong, DEEPER * f32::from(depth.saturating_sub(1).min(DEEPEST)))
}

/// Turns ascending bytes of a paragraph into characters of its galley.
struct Chars<'a> {
    text: &'a str,
    byte: usize,
    char: usize,
}

impl<'a> Chars<'a> {
    fn of(view: &View<'a>, laid: &Laid, part: Part, paragraph: usize) -> Self {
        let page = view.page.part(part);
        let byte = page.paragraphs.get(paragraph).map_or(0, |found| found.bytes.start);
        Self { text: page.text.as_str(), byte, char: laid.own.start }
    }

    fn range(&mut self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.at(bytes.start);
        start..self.at(bytes.end)
    }

    fn at(&mut self, byte: usize) -> usize {
        self.char += self.text.get(self.byte..byte).map_or(0, |words| words.chars().count());
        self.byte = byte.max(self.byte);
        self.char
    }
}

/// Which underline is which kind's, from the letters downwards. A kind keeps its line for as long as it goes on.
#[derive(Default)]
struct Lanes([Option<usize>; MarkKind::ALL.len()]);

impl Lanes {
    fn update(&mut self, kinds: KindSet) {
        for lane in &mut self.0 {
            lane.take_if(|kind| !kinds.contains(as_mark(*kind)));
        }
        for kind in 0..MarkKind::ALL.len() {
            if kinds.contains(as_mark(kind))
                && !self.0.contains(&Some(kind))
                && let Some(free) = self.0.iter_mut().find(|lane| lane.is_none())
            {
                *free = Some(kind);
            }
        }
    }

    /// The lines in use: how far down, and of which kind.
    fn used(&self) -> impl Iterator<Item = (f32, usize)> {
        let downwards = std::iter::successors(Some(0.0_f32), |lane| Some(lane + 1.0));
        downwards.zip(self.0).filter_map(|(lane, kind)| Some((lane, kind?)))
    }
}

fn as_mark(kind: usize) -> u8 {
    MarkKind::ALL[kind] as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_keeps_its_line_while_it_goes_on() {
        let set =
            |kinds: &[MarkKind]| kinds.iter().fold(KindSet::EMPTY, |set, kind| set.union(KindSet::of(*kind as u8)));
        let mut lanes = Lanes::default();
        let mut seen = Vec::new();
        for kinds in [
            set(&[MarkKind::Action]),
            set(&[MarkKind::Action, MarkKind::Date]),
            set(&[MarkKind::Date]),
            set(&[MarkKind::Date, MarkKind::Party]),
        ] {
            lanes.update(kinds);
            seen.push(lanes.used().map(|(lane, kind)| (lane, MarkKind::ALL[kind])).collect::<Vec<_>>());
        }
        assert_eq!(
            seen,
            [
                vec![(0.0, MarkKind::Action)],
                vec![(0.0, MarkKind::Action), (1.0, MarkKind::Date)],
                vec![(1.0, MarkKind::Date)],
                vec![(0.0, MarkKind::Party), (1.0, MarkKind::Date)],
            ]
        );
    }

    #[test]
    fn deeper_is_darker_up_to_a_point() {
        let (tint, strong) = (Color32::WHITE, Color32::BLACK);
        let shades: Vec<u8> = [1, 2, 3, 5, 6, 900].map(|depth| deepened(tint, strong, depth).r()).into();
        assert!(shades[0] == 255 && shades[1] < 255 && shades[2] < shades[1] && shades[3] < shades[2]);
        assert!(shades[3] == shades[4] && shades[4] == shades[5] && shades[5] > 150);
    }
}
