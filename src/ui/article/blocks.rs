//! The pieces of an article from top to bottom: headline, line of facts, perhaps a notice, paragraphs.

use crate::model::Part;
use crate::session::page::Page;

/// One piece. The number is that of the paragraph in its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// The headline; a paragraph of it that is not there stands for "Untitled".
    Title(usize),
    /// Publisher, byline, date and number of records.
    Byline(usize),
    /// That the text runs from right to left.
    Notice,
    /// The text; a paragraph that is not there stands for "no text".
    Text(usize),
}

impl Block {
    /// The part of the article, and the paragraph in it, unless it only stands for one that is not there.
    pub fn spot(self, page: &Page) -> Option<(Part, usize)> {
        let (part, paragraph) = match self {
            Self::Title(paragraph) => (Part::Title, paragraph),
            Self::Byline(paragraph) => (Part::Byline, paragraph),
            Self::Notice => return None,
            Self::Text(paragraph) => (Part::Text, paragraph),
        };
        (paragraph < page.part(part).paragraphs.len()).then_some((part, paragraph))
    }
}

/// How many pieces of each sort there are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Blocks {
    title: usize,
    byline: usize,
    notice: usize,
    text: usize,
}

impl Blocks {
    /// The pieces of a page, with or without the notice.
    pub fn of(page: &Page, notice: bool) -> Self {
        let count = |part| page.part(part).paragraphs.len().max(1);
        Self {
            title: count(Part::Title),
            byline: count(Part::Byline),
            notice: usize::from(notice),
            text: count(Part::Text),
        }
    }

    /// How many there are; at least three.
    pub fn count(self) -> usize {
        self.first_text() + self.text
    }

    /// The number of the first piece of text.
    pub fn first_text(self) -> usize {
        self.title + self.byline + self.notice
    }

    /// The piece with a number; past the end, the last.
    pub fn at(self, index: usize) -> Block {
        let index = index.min(self.count() - 1);
        if index < self.title {
            Block::Title(index)
        } else if index < self.title + self.byline {
            Block::Byline(index - self.title)
        } else if index < self.first_text() {
            Block::Notice
        } else {
            Block::Text(index - self.first_text())
        }
    }

    /// The number of a paragraph of a part.
    pub fn index(self, part: Part, paragraph: usize) -> usize {
        match part {
            Part::Title => paragraph,
            Part::Byline => self.title + paragraph,
            Part::Text => self.first_text() + paragraph,
        }
    }

    /// Whether a piece is the last of the line of facts.
    pub fn ends_byline(self, paragraph: usize) -> bool {
        paragraph + 1 == self.byline
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_pieces_agree() {
        for notice in [0, 1] {
            let blocks = Blocks { title: 2, byline: 1, notice, text: 3 };
            assert_eq!(blocks.count(), 6 + notice);
            for index in 0..blocks.count() {
                let again = match blocks.at(index) {
                    Block::Title(paragraph) => blocks.index(Part::Title, paragraph),
                    Block::Byline(paragraph) => blocks.index(Part::Byline, paragraph),
                    Block::Notice => blocks.first_text() - 1,
                    Block::Text(paragraph) => blocks.index(Part::Text, paragraph),
                };
                assert_eq!(again, index);
            }
            assert_eq!(blocks.at(99), Block::Text(2));
        }
    }
}
