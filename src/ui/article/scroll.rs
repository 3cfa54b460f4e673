//! Where the page is scrolled to: a piece and an offset into it, so that nothing jumps when the height of what is
//! above becomes known.

use egui::Rangef;

use super::view::View;
use crate::model::Part;
use crate::ui::theme::size;

/// Room kept between what is brought into view and the edge, in points.
const MARGIN: f32 = 48.0;
/// Width of a letter as a share of the type size, on average.
const LETTER: f64 = 0.44;

/// A place to which the page is scrolled.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub(super) struct Position {
    /// The first piece in view.
    pub block: usize,
    /// How much of it is above the upper edge, in points.
    pub offset: f32,
}

impl Position {
    /// The last place that can be scrolled to: there the text ends at the lower edge.
    pub fn last(view: &View<'_>) -> Self {
        let end = view.blocks.count() - 1;
        Self { block: end, offset: view.laid(end).height() - view.rect.height() }.settled(view)
    }

    /// The same place with the offset inside the piece, or the start of the page.
    fn settled(mut self, view: &View<'_>) -> Self {
        self.block = self.block.min(view.blocks.count() - 1);
        while self.offset < 0.0 && self.block > 0 {
            self.block -= 1;
            self.offset += view.laid(self.block).height();
        }
        while self.block + 1 < view.blocks.count() && self.offset >= view.laid(self.block).height() {
            self.offset -= view.laid(self.block).height();
            self.block += 1;
        }
        self.offset = self.offset.max(0.0);
        self
    }

    /// The same place, moved so far back that the page is full.
    pub fn clamped(self, view: &View<'_>, last: Self) -> Self {
        let settled = self.settled(view);
        if settled > last { last } else { settled }
    }

    /// The place from which a stretch of a piece, from the top of the gap above it, can be seen; as near to this
    /// place as can be, or with the stretch in the upper third.
    pub fn showing(self, view: &View<'_>, block: usize, stretch: Rangef, how: Show) -> Self {
        let height = view.rect.height();
        let margin = MARGIN.min(height / 4.0);
        if let Some(top) = self.top_of(view, block) {
            let (above, below) = (top + stretch.min - margin, top + stretch.max + margin - height);
            let is_in_view = above >= 0.0 && below <= 0.0;
            if is_in_view || how == Show::Nearest {
                let by = if above < 0.0 { above } else { below.max(0.0) };
                return Self { offset: self.offset + by, ..self }.settled(view);
            }
        }
        let room = match how {
            Show::Third => height / 3.0,
            Show::Nearest if block < self.block => margin,
            Show::Nearest => height - margin - stretch.span(),
        };
        Self { block, offset: stretch.min - room }.settled(view)
    }

    /// How far below the upper edge a piece begins, if it is in view.
    fn top_of(self, view: &View<'_>, block: usize) -> Option<f32> {
        let mut top = -self.offset;
        for other in self.block..=block {
            if top > view.rect.height() {
                return None;
            }
            if other == block {
                return Some(top);
            }
            top += view.laid(other).height();
        }
        None
    }

    /// About how far below the start of the article the place is, in points: exact enough for a scroll bar, and
    /// found without laying anything out.
    pub fn distance(self, view: &View<'_>) -> f64 {
        let (from, to) = (estimate(view, self.block), estimate(view, self.block + 1));
        let share = f64::from(self.offset / view.laid(self.block).height().max(1.0));
        from + share.clamp(0.0, 1.0) * (to - from)
    }

    /// The place at about a distance below the start of the article; the inverse of [`Self::distance`].
    pub fn at_distance(view: &View<'_>, distance: f64) -> Self {
        let (mut low, mut high) = (0, view.blocks.count());
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            if estimate(view, middle) <= distance { low = middle } else { high = middle }
        }
        let (from, to) = (estimate(view, low), estimate(view, low + 1));
        let share = ((distance - from) / (to - from).max(1.0)).clamp(0.0, 1.0);
        Self { block: low, offset: narrow(share) * view.laid(low).height() }
    }
}

/// How something is brought into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Show {
    /// With as little scrolling as possible.
    Nearest,
    /// In the upper third, unless it is in view already.
    Third,
}

/// About how high the whole article is, in points.
pub(super) fn length(view: &View<'_>) -> f64 {
    estimate(view, view.blocks.count())
}

/// About how far below the start of the article a piece begins, in points, from the number of letters and pieces
/// before it.
fn estimate(view: &View<'_>, block: usize) -> f64 {
    let text = view.page.part(Part::Text);
    let first = view.blocks.first_text();
    let head = f64::from(size::HEADLINE) * 2.0 * wide(block.min(first));
    let paragraph = block.saturating_sub(first);
    let letters = text.paragraphs.get(paragraph).map_or(text.text.chars(), |found| found.first_char);
    let a_line = f64::from(view.column.span()) / (f64::from(size::READING) * LETTER);
    let leading = f64::from(size::LEADING);
    head + (wide(letters) / a_line + wide(paragraph)) * leading
}

#[expect(clippy::cast_precision_loss, reason = "counts of letters are far below 2^53")]
pub(super) fn wide(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a share of one, or a place on the screen")]
pub(super) fn narrow(number: f64) -> f32 {
    number as f32
}
