//! What is needed to lay pieces of an article out, and the pieces laid out in this frame.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use egui::text::{LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Color32, Context, FontFamily, FontId, Rangef, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::blocks::{Block, Blocks};
use super::facts::Facts;
use super::laid::Laid;
use crate::model::{Article, Id, Part};
use crate::session::Session;
use crate::session::page::Page;
use crate::text::direction::{has_right_to_left, shown};
use crate::text::paragraphs::{Before, paragraph_at};
use crate::ui::icons;
use crate::ui::theme::{Tokens, family, size};

/// Room above the headline.
const TOP: f32 = 26.0;
/// Room below the text.
const BOTTOM: f32 = 56.0;
/// Between two paragraphs.
const PARAGRAPH_GAP: f32 = 15.0;
/// Room left of the column, for the bar that shows where the records are.
const LEFT: f32 = 54.0;
/// Room right of the column, for the scroll bar.
const RIGHT: f32 = 30.0;

/// An article and the place it is shown in.
pub(super) struct View<'a> {
    pub ctx: &'a Context,
    pub session: &'a Session,
    pub id: &'a Id,
    pub article: &'a Article,
    pub page: &'a Page,
    pub tokens: &'static Tokens,
    /// The page.
    pub rect: Rect,
    /// Left and right edge of the text.
    pub column: Rangef,
    pub blocks: Blocks,
    records: usize,
    laid: RefCell<HashMap<usize, Rc<Laid>>>,
}

/// A piece that is in view.
pub(super) struct Shown {
    /// Its number.
    pub block: usize,
    /// Where the gap above it begins on the screen.
    pub top: f32,
    pub laid: Rc<Laid>,
}

impl Shown {
    /// Where its letters begin on the screen.
    pub fn origin(&self, view: &View<'_>) -> egui::Pos2 {
        egui::pos2(view.column.min, view.snap(self.top + self.laid.above))
    }
}

/// How a piece is set.
struct Set {
    words: String,
    size: f32,
    leading: f32,
    family: FontFamily,
    colour: Color32,
    gaps: (f32, f32),
    own: std::ops::Range<usize>,
}

impl<'a> View<'a> {
    pub fn new(
        ctx: &'a Context,
        session: &'a Session,
        (id, article, page): (&'a Id, &'a Article, &'a Page),
        tokens: &'static Tokens,
        (rect, facts): (Rect, &Facts),
    ) -> Self {
        let width = size::COLUMN.min(rect.width() - LEFT - RIGHT).max(80.0);
        let left = (rect.center().x - width / 2.0).max(rect.left() + LEFT).round();
        Self {
            ctx,
            session,
            id,
            article,
            page,
            tokens,
            rect,
            column: Rangef::new(left, left + width),
            blocks: Blocks::of(page, facts.right_to_left),
            records: facts.records,
            laid: RefCell::default(),
        }
    }

    /// A piece laid out.
    pub fn laid(&self, block: usize) -> Rc<Laid> {
        if let Some(laid) = self.laid.borrow().get(&block) {
            return Rc::clone(laid);
        }
        let laid = Rc::new(self.lay_out(block));
        self.laid.borrow_mut().insert(block, Rc::clone(&laid));
        laid
    }

    /// The pieces in view where the first is scrolled by an offset.
    pub fn shown(&self, first: usize, offset: f32) -> Vec<Shown> {
        let mut top = self.rect.top() - offset;
        let mut found = Vec::new();
        for block in first..self.blocks.count() {
            if top >= self.rect.bottom() {
                break;
            }
            let laid = self.laid(block);
            let height = laid.height();
            found.push(Shown { block, top, laid });
            top += height;
        }
        found
    }

    /// The piece that holds a byte of a part, and the character of its galley there.
    pub fn place_of(&self, part: Part, byte: usize) -> (usize, usize) {
        let page = self.page.part(part);
        let number = paragraph_at(&page.paragraphs, byte);
        let block = self.blocks.index(part, number);
        let Some(paragraph) = page.paragraphs.get(number) else { return (block, 0) };
        let byte = byte.clamp(paragraph.bytes.start, paragraph.bytes.end);
        let before = page.text.as_str().get(paragraph.bytes.start..byte).map_or(0, |words| words.chars().count());
        (block, self.laid(block).own.start + before)
    }

    /// The byte of the part that a character of a galley stands for.
    pub fn byte_of(&self, laid: &Laid, char: usize) -> Option<(Part, usize)> {
        let (part, number) = laid.spot?;
        let page = self.page.part(part);
        let bytes = page.paragraphs.get(number)?.bytes.clone();
        let words = page.text.as_str().get(bytes.clone())?;
        let within = char.saturating_sub(laid.own.start);
        Some((part, words.char_indices().nth(within).map_or(bytes.end, |(at, _)| bytes.start + at)))
    }

    /// A height on the screen, moved to the nearest pixel.
    pub fn snap(&self, points: f32) -> f32 {
        let scale = self.ctx.pixels_per_point();
        (points * scale).round() / scale
    }

    fn lay_out(&self, block: usize) -> Laid {
        let kind = self.blocks.at(block);
        let spot = kind.spot(self.page);
        let mut set = self.set(kind);
        if block == 0 {
            set.gaps.0 = TOP;
        }
        if block + 1 == self.blocks.count() {
            set.gaps.1 = BOTTOM;
        }
        let format = |family: FontFamily| TextFormat {
            line_height: Some(set.leading),
            ..TextFormat::simple(FontId::new(set.size, family), set.colour)
        };
        let mut job = LayoutJob { wrap: TextWrapping::wrap_at_width(self.column.span()), ..LayoutJob::default() };
        if kind == Block::Notice {
            job.append(&icons::INFO.to_string(), 0.0, format(family::icons()));
        }
        let lead = if kind == Block::Notice { size::GAP } else { 0.0 };
        append(&mut job, &set.words, lead, &format(set.family.clone()));
        let galley = self.ctx.fonts_mut(|fonts| fonts.layout_job(job));
        Laid::new(spot, galley, set.gaps, set.own, set.size * 0.62)
    }

    fn set(&self, kind: Block) -> Set {
        let tokens = self.tokens;
        let own = self.words_of(kind);
        let reading = |words: Option<String>, otherwise: &str, family, size, leading, gap| {
            let colour = if words.is_some() { tokens.text } else { tokens.muted };
            let words = words.unwrap_or_else(|| otherwise.to_owned());
            let own = 0..words.chars().count();
            Set { words, size, leading, family, colour, gaps: (gap, 0.0), own }
        };
        match kind {
            Block::Title(_) => {
                reading(own, "Untitled article", family::reading_strong(), size::HEADLINE, size::HEADLINE + 8.0, 0.0)
            }
            Block::Text(paragraph) => {
                let gap = match self.page.part(Part::Text).paragraphs.get(paragraph).map(|found| found.before) {
                    Some(Before::LineBreak) => size::TIGHT,
                    Some(Before::Cut) => 0.0,
                    Some(Before::Start | Before::BlankLine) | None => PARAGRAPH_GAP,
                };
                reading(own, "This article has no text.", family::reading(), size::READING, size::LEADING, gap)
            }
            Block::Byline(paragraph) => self.facts_line(paragraph, own.unwrap_or_default()),
            Block::Notice => Set {
                words: "Words written from right to left are shown from left to right here; quotes stay exact."
                    .to_owned(),
                size: size::TEXT,
                leading: size::TEXT + 7.0,
                family: family::interface(),
                colour: tokens.warning,
                gaps: (size::GAP, 0.0),
                own: 0..0,
            },
        }
    }

    fn words_of(&self, kind: Block) -> Option<String> {
        let (part, paragraph) = kind.spot(self.page)?;
        let page = self.page.part(part);
        let words = page.text.as_str().get(page.paragraphs.get(paragraph)?.bytes.clone())?;
        Some(shown(words).into_owned())
    }

    fn facts_line(&self, paragraph: usize, byline: String) -> Set {
        const BETWEEN: &str = " · ";
        let mut before = Vec::new();
        let mut after = Vec::new();
        if paragraph == 0 && !self.article.publisher.is_empty() {
            before.push(shown(&self.article.publisher).into_owned());
        }
        if self.blocks.ends_byline(paragraph) {
            match &self.article.published {
                Some(date) => after.push(format!("published {date}")),
                None if self.article.published_as_typed.is_empty() => {}
                None => after.push(format!("published {}", shown(&self.article.published_as_typed))),
            }
            after.push(match self.records {
                0 => "no records yet".to_owned(),
                1 => "1 record".to_owned(),
                many => format!("{many} records"),
            });
        }
        let start = before.first().map_or(0, |publisher| publisher.chars().count() + BETWEEN.chars().count());
        let own = start..start + byline.chars().count();
        let byline = (!byline.is_empty()).then_some(byline);
        let words: Vec<String> = before.into_iter().chain(byline).chain(after).collect();
        Set {
            words: words.join(BETWEEN),
            size: size::TEXT,
            leading: size::TEXT + 7.0,
            family: family::interface(),
            colour: self.tokens.muted,
            gaps: (size::TIGHT, size::TIGHT),
            own,
        }
    }
}

/// Adds words to a job. Each letter that runs from right to left is set on its own: together they would be set in the
/// order in which they are seen, and then a place on the page could not be told from the place in the text.
fn append(job: &mut LayoutJob, words: &str, lead: f32, format: &TextFormat) {
    if !has_right_to_left(words) {
        job.append(words, lead, format.clone());
        return;
    }
    let mut from = 0;
    let alone = words.grapheme_indices(true).filter(|(_, grapheme)| has_right_to_left(grapheme));
    for (at, grapheme) in alone {
        push(job, &words[from..at], format);
        push(job, grapheme, format);
        from = at + grapheme.len();
    }
    push(job, &words[from..], format);
}

/// Adds words that are set apart from those before, which [`LayoutJob::append`] would join them to.
fn push(job: &mut LayoutJob, words: &str, format: &TextFormat) {
    let start = job.text.len();
    job.text.push_str(words);
    if !words.is_empty() {
        let byte_range = start.into()..job.text.len().into();
        job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format: format.clone() });
    }
}
