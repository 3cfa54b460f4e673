//! The words selected on the page, with the caret at one end of them.

use std::ops::Range;

use crate::model::{Id, Part};
use crate::session::Words;
use crate::session::page::Page;
use crate::text::indexed::IndexedText;
use crate::text::steps::{ceil_grapheme, floor_grapheme};

/// A caret in a part of an article, and the words between it and the place where selecting began.
#[derive(Clone, Debug)]
pub(super) struct Selected {
    article: Id,
    part: Part,
    text: IndexedText,
    /// Where selecting began, in bytes of the part, between two graphemes.
    anchor: usize,
    /// Where the caret is, likewise.
    caret: usize,
}

impl Selected {
    /// A caret at a byte of a part, and nothing selected.
    pub fn caret_at(article: &Id, page: &Page, (part, byte): (Part, usize)) -> Self {
        let text = page.part(part).text.clone();
        let caret = floor_grapheme(text.as_str(), byte);
        Self { article: article.clone(), part, text, anchor: caret, caret }
    }

    /// Selected bytes of a part; an end inside a grapheme is moved to include it.
    pub fn range_of(article: &Id, page: &Page, (part, range): (Part, Range<usize>)) -> Self {
        let text = page.part(part).text.clone();
        let anchor = floor_grapheme(text.as_str(), range.start);
        let caret = ceil_grapheme(text.as_str(), range.end.max(range.start));
        Self { article: article.clone(), part, text, anchor, caret }
    }

    /// A caret in a part, and what is selected between it and where selecting began.
    pub fn between(article: &Id, page: &Page, (part, anchor, caret): (Part, usize, usize)) -> Self {
        let mut selected = Self::caret_at(article, page, (part, anchor));
        selected.extend_to((part, caret));
        selected
    }

    /// Where selecting began, in bytes of the part.
    pub fn anchor(&self) -> usize {
        self.anchor
    }

    /// The part of the article.
    pub fn part(&self) -> Part {
        self.part
    }

    /// Where the caret is, in bytes of the part.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// The text of the part.
    pub fn text(&self) -> &str {
        self.text.as_str()
    }

    /// The selected bytes of the part; empty at the caret where nothing is.
    pub fn range(&self) -> Range<usize> {
        self.anchor.min(self.caret)..self.anchor.max(self.caret)
    }

    /// The part, and the selected bytes of it.
    pub fn place(&self) -> (Part, Range<usize>) {
        (self.part, self.range())
    }

    /// Moves the caret, and with it the end of what is selected. A place in another part stands for the nearer end
    /// of this one.
    pub fn extend_to(&mut self, (part, byte): (Part, usize)) {
        let order = |part| match part {
            Part::Title => 0,
            Part::Byline => 1,
            Part::Text => 2,
        };
        self.caret = match order(part).cmp(&order(self.part)) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => floor_grapheme(self.text(), byte),
            std::cmp::Ordering::Greater => self.text().len(),
        };
    }

    /// Takes the selection back; the caret stays.
    pub fn collapse(&mut self) {
        self.anchor = self.caret;
    }

    /// Takes the selection back, and puts the caret at its end.
    pub fn collapse_to_end(&mut self) {
        self.caret = self.range().end;
        self.anchor = self.caret;
    }

    /// The selected words themselves; none where nothing is selected.
    pub fn copied(&self) -> Option<&str> {
        self.text().get(self.range()).filter(|words| !words.is_empty())
    }

    /// The selected words as commands take them; none where nothing is selected.
    pub fn words(&self) -> Option<Words> {
        let range = self.range();
        (!range.is_empty()).then(|| Words {
            article: self.article.clone(),
            part: self.part,
            range: self.text.chars_of(range),
        })
    }
}
