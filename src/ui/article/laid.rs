//! A piece of the article laid out: from characters to places on the page and back.

use std::ops::Range;
use std::sync::Arc;

use egui::{Galley, Rangef, Rect, Vec2, pos2};

use crate::model::Part;

/// A piece laid out. Characters are counted in the galley, places from its left upper corner.
pub(super) struct Laid {
    /// The part of the article and the paragraph in it; none for what cannot be selected.
    pub spot: Option<(Part, usize)>,
    /// The letters.
    pub galley: Arc<Galley>,
    /// The gap above it, in points.
    pub above: f32,
    /// The gap below it, in points.
    pub below: f32,
    /// Which characters of the galley are those of the paragraph; the others say more about it.
    pub own: Range<usize>,
    /// Half the height of the letters, in points: how far tints reach from the middle of a row.
    pub ink: f32,
    /// The first character of each row.
    starts: Vec<usize>,
}

impl Laid {
    pub fn new(
        spot: Option<(Part, usize)>,
        galley: Arc<Galley>,
        gaps: (f32, f32),
        own: Range<usize>,
        ink: f32,
    ) -> Self {
        let mut next = 0;
        let starts = galley.rows.iter().map(|row| {
            let start = next;
            next += row.char_count_including_newline().0;
            start
        });
        let starts = starts.collect();
        Self { spot, galley, above: gaps.0, below: gaps.1, own, ink, starts }
    }

    /// Its height with the gaps.
    pub fn height(&self) -> f32 {
        self.above + self.galley.size().y + self.below
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.starts.len()
    }

    /// The row that a character stands in; at the start of a row, that row.
    pub fn row_of(&self, char: usize) -> usize {
        self.starts.partition_point(|start| *start <= char).saturating_sub(1)
    }

    /// The top and bottom of a row.
    pub fn row_span(&self, row: usize) -> Rangef {
        self.galley.rows.get(row).map_or(Rangef::point(0.0), |row| Rangef::new(row.min_y(), row.max_y()))
    }

    /// The left edge of a character.
    pub fn x_of(&self, char: usize) -> f32 {
        let number = self.row_of(char);
        let Some(row) = self.galley.rows.get(number) else { return 0.0 };
        row.pos.x + row.x_offset((char - self.starts[number]).into())
    }

    /// The end of a row, before the white space at which it was broken.
    pub fn row_end(&self, row: usize) -> usize {
        let (Some(start), Some(placed)) = (self.starts.get(row), self.galley.rows.get(row)) else { return 0 };
        let glyphs = &placed.glyphs;
        let is_last = row + 1 == self.rows();
        let blank = glyphs.iter().rev().take_while(|glyph| !is_last && glyph.chr.is_whitespace()).count();
        (start + glyphs.len() - blank).min(self.own.end).max(self.own.start)
    }

    /// The start of a row.
    pub fn row_start(&self, row: usize) -> usize {
        self.starts.get(row).copied().unwrap_or(0).clamp(self.own.start, self.own.end)
    }

    /// The place between two characters of a row that is nearest to a distance from the left.
    pub fn char_in_row(&self, row: usize, x: f32) -> usize {
        let (Some(start), Some(placed)) = (self.starts.get(row), self.galley.rows.get(row)) else { return 0 };
        let char = start + placed.char_at(x - placed.pos.x).0;
        char.clamp(self.row_start(row), self.row_end(row).max(self.row_start(row)))
    }

    /// The place between two characters that is nearest to a point.
    pub fn char_near(&self, point: Vec2) -> usize {
        let below = self.galley.rows.partition_point(|row| row.max_y() <= point.y);
        self.char_in_row(below.min(self.rows().saturating_sub(1)), point.x)
    }

    /// The character that lies under a point.
    pub fn char_under(&self, point: Vec2) -> Option<usize> {
        let number = self.galley.rows.partition_point(|row| row.max_y() <= point.y);
        let row = self.galley.rows.get(number).filter(|row| row.min_y() <= point.y)?;
        let x = point.x - row.pos.x;
        let column = row.glyphs.iter().position(|glyph| glyph.pos.x <= x && x < glyph.max_x())?;
        Some(self.starts[number] + column).filter(|char| self.own.contains(char))
    }

    /// Calls `each` with the rectangle of every row's share in some characters, as high as the letters, and with
    /// whether it is the first and whether it is the last. White space at which a row is broken is left out.
    pub fn segments(&self, chars: &Range<usize>, mut each: impl FnMut(Rect, bool, bool)) {
        let first = self.row_of(chars.start);
        for number in first..self.rows() {
            let start = self.starts[number].max(chars.start);
            if start >= chars.end && number > first {
                break;
            }
            let row = &self.galley.rows[number];
            let whole_end = self.starts[number] + row.glyphs.len();
            let end = self.trimmed_end(number).max(start).min(chars.end);
            if end <= start {
                continue;
            }
            let x = |char: usize| row.pos.x + row.x_offset((char - self.starts[number]).into());
            let middle = f32::midpoint(row.min_y(), row.max_y());
            let right =
                if end == whole_end { row.glyphs.last().map_or(0.0, |last| row.pos.x + last.max_x()) } else { x(end) };
            let rect = Rect::from_min_max(pos2(x(start), middle - self.ink), pos2(right, middle + self.ink));
            each(rect, number == first, chars.end <= whole_end);
        }
    }

    fn trimmed_end(&self, row: usize) -> usize {
        let glyphs = &self.galley.rows[row].glyphs;
        let is_last = row + 1 == self.rows();
        let blank = glyphs.iter().rev().take_while(|glyph| !is_last && glyph.chr.is_whitespace()).count();
        self.starts[row] + glyphs.len() - blank
    }
}
