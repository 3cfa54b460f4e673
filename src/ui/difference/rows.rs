//! The rows of a list of differences and where they stand. They are worked out from the lengths of words alone, so that
//! a hundred thousand take no time and nothing moves while one scrolls.

use std::ops::Range;

use crate::query::Difference;
use crate::query::difference::{Change, FieldDifference};
use crate::ui::theme::size;

/// Height of a line of text.
pub(super) const LINE: f32 = 17.0;
/// Above and below the lines of a field.
pub(super) const PADDING: f32 = 2.0;
/// Most lines of a field. Its words are a hundred and sixty letters at most, so that more are hardly ever needed.
const MOST_LINES: f32 = 6.0;
/// Width of a letter, on the generous side, since lines end between words.
const LETTER: f32 = 7.2;

/// A row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Row {
    /// The heading of a list: the number of its first record, and how many it has.
    Heading(usize, usize),
    /// A record.
    Record(usize),
    /// A field of a record, and in how many lines it is shown.
    Field(usize, usize, u8),
}

/// The rows and where they stand, from the top of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    all: Vec<Row>,
    /// Where each row ends.
    ends: Vec<f64>,
    made_for: Option<(usize, [f32; 2])>,
}

impl Rows {
    /// Makes the rows for columns of these widths, labels and values, unless they are made already.
    pub fn update(&mut self, difference: &Difference, widths: [f32; 2]) {
        let key = Some((difference.records.len(), widths));
        if self.made_for == key {
            return;
        }
        *self = Self { made_for: key, ..Self::default() };
        let mut next = 0;
        while let Some(first) = difference.records.get(next) {
            let of_list = difference.records[next..].iter().take_while(|one| one.subject == first.subject).count();
            self.push(Row::Heading(next, of_list), size::HEADING_ROW);
            for number in next..next + of_list {
                self.push(Row::Record(number), size::ROW);
                let Change::Changed(fields) = &difference.records[number].change else { continue };
                for (at, field) in fields.iter().enumerate() {
                    let (lines, count) = lines(field, widths);
                    self.push(Row::Field(number, at, count), lines.mul_add(LINE, 2.0 * PADDING));
                }
            }
            next += of_list;
        }
    }

    fn push(&mut self, row: Row, height: f32) {
        self.all.push(row);
        self.ends.push(self.height() + f64::from(height));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The height of all of them.
    pub fn height(&self) -> f64 {
        self.ends.last().copied().unwrap_or_default()
    }

    /// A row, where it begins and how high it is.
    pub fn get(&self, number: usize) -> Option<(Row, f64, f64)> {
        let top = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        Some((*self.all.get(number)?, top, self.ends.get(number)? - top))
    }

    /// The rows that stand between a place and so far below it.
    pub fn in_view(&self, top: f64, height: f64) -> Range<usize> {
        let first = self.at(top);
        let count = self.ends[first..].iter().take_while(|end| **end < top + height).count();
        first..(first + count + 1).min(self.len())
    }

    /// The row that stands so far below another, or above it; always another one where there is one.
    pub fn a_page_on(&self, from: usize, distance: f64) -> usize {
        let Some((_, top, _)) = self.get(from) else { return from };
        let to = self.at((top + distance).max(0.0));
        if distance > 0.0 { to.max(from + 1) } else { to.min(from.saturating_sub(1)) }
    }

    /// The row at a place.
    fn at(&self, place: f64) -> usize {
        self.ends.partition_point(|end| *end <= place).min(self.len())
    }
}

/// How many lines the words of a field take.
fn lines(field: &FieldDifference, [label, value]: [f32; 2]) -> (f32, u8) {
    let needed = |words: &str, width: f32| {
        // What stands beyond the alphabets of Europe is about twice as wide.
        let letters = |letter: char| if letter < '\u{1100}' { LETTER } else { 2.0 * LETTER };
        (words.chars().map(letters).sum::<f32>() / width.max(LETTER)).ceil()
    };
    let lines = needed(&field.label, label).max(needed(&field.ours, value)).max(needed(&field.theirs, value));
    let lines = lines.clamp(1.0, MOST_LINES);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between one and six")]
    let count = lines as u8;
    (lines, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, List, Text};
    use crate::query::difference::{RecordDifference, Subject};

    fn difference(records: &[(List, usize)]) -> Difference {
        let field = |_| FieldDifference { label: "Note".into(), ours: "a".into(), theirs: "b".into() };
        let record = |(list, fields): &(List, usize)| RecordDifference {
            subject: Subject::Record(*list),
            id: Id::default(),
            label: Text::default(),
            change: Change::Changed((0..*fields).map(field).collect()),
        };
        Difference { records: records.iter().map(record).collect() }
    }

    #[test]
    fn records_stand_below_the_heading_of_their_list_with_their_fields() {
        let mut rows = Rows::default();
        rows.update(&difference(&[(List::Parties, 2), (List::Parties, 0), (List::Dates, 1)]), [100.0, 200.0]);
        let expected = [
            Row::Heading(0, 2),
            Row::Record(0),
            Row::Field(0, 0, 1),
            Row::Field(0, 1, 1),
            Row::Record(1),
            Row::Heading(2, 1),
            Row::Record(2),
            Row::Field(2, 0, 1),
        ];
        assert_eq!(rows.all, expected);
        assert!(rows.height() > f64::from(2.0 * size::HEADING_ROW + 3.0 * size::ROW));
    }

    #[test]
    fn the_rows_in_view_are_found() {
        let mut rows = Rows::default();
        rows.update(&difference(&vec![(List::Parties, 0); 100_000]), [100.0, 200.0]);
        assert_eq!(rows.in_view(0.0, 100.0), 0..5);
        let end = rows.height();
        assert_eq!(rows.in_view(end - 100.0, 100.0).end, 100_001);
        assert_eq!(rows.in_view(end, 100.0), 100_001..100_001);
        assert_eq!(rows.a_page_on(0, 230.0), 9);
        assert_eq!(rows.a_page_on(9, -230.0), 0);
        assert_eq!(rows.a_page_on(0, 1.0), 1);
        assert_eq!(Rows::default().in_view(0.0, 100.0), 0..0);
        assert_eq!(Rows::default().a_page_on(0, 100.0), 0);
    }

    #[test]
    fn long_words_take_more_lines() {
        let field = |letters: usize| FieldDifference {
            label: "Note".into(),
            ours: Text::default(),
            theirs: "x".repeat(letters).into(),
        };
        for (letters, expected) in [(0, 1), (20, 1), (60, 3), (1_000, 6)] {
            assert_eq!(lines(&field(letters), [100.0, 200.0]).1, expected, "{letters}");
        }
    }
}
