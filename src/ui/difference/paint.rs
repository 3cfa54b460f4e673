//! How the rows of a list of differences look, and what they are called.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, FontId, Id, Rect, Role, Sense, TextFormat, Ui, WidgetInfo, pos2};

use super::rows::{PADDING, Row};
use crate::model::{List, group_by_three};
use crate::query::Difference;
use crate::query::difference::{Change, FieldDifference, RecordDifference, Subject};
use crate::ui::icons;
use crate::ui::theme::{self, Tokens, size};
use crate::ui::widgets::paint_line;

/// Room for an icon before words.
const ICON: f32 = 20.0;
/// Room for the word that says what became of a record.
const WORD: f32 = 62.0;
/// Room for the arrow from one state to the other.
const ARROW: f32 = 26.0;
/// What is shown for a field that says nothing.
const NOTHING: &str = "nothing";
/// What is shown where something differs for which there are no words.
const NO_WORDS: &str = "differ in what is not shown here";
/// From so many letters that two values have in common on, those that differ stand out.
const COMMON: usize = 12;

/// Where the columns of the list are.
pub(super) struct Columns {
    label: f32,
    ours: f32,
    theirs: f32,
    right: f32,
    value: f32,
}

impl Columns {
    /// The columns of a list as wide as `rect`.
    pub fn of(rect: Rect) -> Self {
        let label = rect.left() + size::GAP + ICON;
        let right = rect.right() - size::GAP;
        let ours = label + ((right - label) * 0.25).clamp(90.0, 210.0) + size::GAP;
        let value = ((right - ours - ARROW) / 2.0).max(40.0);
        Self { label, ours, theirs: ours + value + ARROW, right: rect.right(), value }
    }

    /// The widths of labels and of values.
    pub fn widths(&self) -> [f32; 2] {
        [self.ours - self.label - size::GAP, self.value]
    }

    /// Where rows end.
    pub fn right(&self) -> f32 {
        self.right
    }
}

/// The names of the two states above their columns.
pub(super) fn headings(ui: &Ui, columns: &Columns, rect: Rect, ours: &str, theirs: &str) {
    let tokens = theme::tokens(ui);
    let name = |left: f32, words: &str| {
        let at = pos2(left, rect.center().y);
        paint_line(ui, at, Align2::LEFT_CENTER, words, theme::small(), tokens.muted, columns.value);
    };
    name(columns.ours, ours);
    name(columns.theirs, theirs);
    name(columns.theirs - ARROW + 4.0, "→");
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, tokens.border));
}

/// A row that is in view.
pub(super) struct Line<'a> {
    pub difference: &'a Difference,
    pub columns: &'a Columns,
    pub row: Row,
    /// Whether the keyboard is here.
    pub is_current: bool,
}

impl Line<'_> {
    /// Shows the row, and says whether it was pressed.
    pub fn show(&self, ui: &Ui, id: Id, rect: Rect) -> bool {
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, self.is_current, self.name()));
        let tokens = theme::tokens(ui);
        if self.is_current {
            let row = response.id.accesskit_id();
            ui.ctx().accesskit_node_builder(super::focus_id(), |list| list.set_active_descendant(row));
            ui.painter().rect_filled(rect, 0.0, tokens.selected);
        } else if response.hovered() && !matches!(self.row, Row::Heading(..)) {
            ui.painter().rect_filled(rect, 0.0, tokens.hover);
        }
        let is_cut = match self.row {
            Row::Heading(..) => self.heading(ui, tokens, rect),
            Row::Record(_) => self.record(ui, tokens, rect),
            Row::Field(..) => self.field(ui, tokens, rect),
        };
        let is_pressed = response.clicked();
        if is_cut {
            response.on_hover_text(self.name());
        }
        is_pressed
    }

    /// What assistive programs call the row.
    fn name(&self) -> String {
        match self.row {
            Row::Heading(first, count) => {
                let subject = self.difference.records.get(first).map(|record| record.subject);
                format!("{}, {}", subject.map_or("", section), group_by_three(&count.to_string()))
            }
            Row::Record(number) => self
                .difference
                .records
                .get(number)
                .map(|record| format!("{}, {}", record.label, verb(&record.change)))
                .unwrap_or_default(),
            Row::Field(..) => match self.differing() {
                Some(field) if has_no_words(field) => format!("{}: {NO_WORDS}", field.label),
                Some(field) => format!("{}: {} → {}", field.label, stated(&field.ours), stated(&field.theirs)),
                None => String::new(),
            },
        }
    }

    fn differing(&self) -> Option<&FieldDifference> {
        let Row::Field(number, at, _) = self.row else { return None };
        match &self.difference.records.get(number)?.change {
            Change::Changed(fields) => fields.get(at),
            Change::Added | Change::Removed => None,
        }
    }

    fn heading(&self, ui: &Ui, tokens: &Tokens, rect: Rect) -> bool {
        let Row::Heading(first, count) = self.row else { return false };
        let Some(record) = self.difference.records.get(first) else { return false };
        let left = pos2(rect.left() + size::GAP, rect.center().y + 2.0);
        let room = rect.width() * 0.6;
        paint_line(ui, left, Align2::LEFT_CENTER, section(record.subject), theme::strong(), tokens.text, room);
        if matches!(record.subject, Subject::Record(_)) {
            let right = pos2(rect.right() - size::GAP, left.y);
            let count = group_by_three(&count.to_string());
            paint_line(ui, right, Align2::RIGHT_CENTER, &count, theme::small(), tokens.muted, room);
        }
        if first > 0 {
            ui.painter().hline(rect.x_range(), rect.top(), egui::Stroke::new(1.0, tokens.border));
        }
        false
    }

    fn record(&self, ui: &Ui, tokens: &Tokens, rect: Rect) -> bool {
        let Row::Record(number) = self.row else { return false };
        let Some(RecordDifference { label, change, .. }) = self.difference.records.get(number) else { return false };
        let (icon, colour) = match change {
            Change::Added => (icons::PLUS, tokens.proved),
            Change::Removed => (icons::X, tokens.danger),
            Change::Changed(_) => (icons::PENCIL, tokens.accent),
        };
        let left = pos2(rect.left() + size::GAP, rect.center().y);
        let font = FontId::new(size::TEXT, theme::family::icons());
        paint_line(ui, left, Align2::LEFT_CENTER, &icon.to_string(), font, colour, ICON);
        let right = pos2(rect.right() - size::GAP, left.y);
        paint_line(ui, right, Align2::RIGHT_CENTER, verb(change), theme::small(), colour, WORD);
        let room = right.x - WORD - self.columns.label;
        let at = pos2(self.columns.label, left.y);
        paint_line(ui, at, Align2::LEFT_CENTER, label, theme::text(), tokens.text, room) > room - 1.0
    }

    fn field(&self, ui: &Ui, tokens: &Tokens, rect: Rect) -> bool {
        let (Some(field), Row::Field(_, _, lines)) = (self.differing(), self.row) else { return false };
        let columns = self.columns;
        let [label, value] = columns.widths();
        let top = rect.top() + PADDING;
        let place = |words: &str, at: f32, width: f32, colour: Color32, strong: Range<usize>| {
            let galley = layout(ui, words, strong, colour, (width, lines));
            ui.painter().galley(pos2(at, top), Arc::clone(&galley), colour);
            galley.elided
        };
        let mut is_cut = place(&field.label, columns.label, label, tokens.muted, 0..0);
        if has_no_words(field) {
            return place(NO_WORDS, columns.ours, columns.right - columns.ours, tokens.muted, 0..0) || is_cut;
        }
        let [ours, theirs] = differing(&field.ours, &field.theirs);
        for (words, at, strong) in [(&field.ours, columns.ours, ours), (&field.theirs, columns.theirs, theirs)] {
            let colour = if words.is_empty() { tokens.muted } else { tokens.text };
            is_cut |= place(stated(words), at, value, colour, strong);
        }
        let arrow = pos2(columns.theirs - ARROW + 4.0, top);
        ui.painter().text(arrow, Align2::LEFT_TOP, "→", theme::text(), tokens.muted);
        is_cut
    }
}

/// Words in so many lines of a width, of which some bytes stand out.
fn layout(ui: &Ui, words: &str, strong: Range<usize>, colour: Color32, (width, lines): (f32, u8)) -> Arc<egui::Galley> {
    let wrap = TextWrapping { max_width: width, max_rows: lines.into(), ..TextWrapping::default() };
    let mut job = LayoutJob { wrap, break_on_newline: false, ..LayoutJob::default() };
    let parts = [(0..strong.start, false), (strong.clone(), true), (strong.end..words.len(), false)];
    for (part, is_strong) in parts {
        let font = if is_strong { theme::strong() } else { theme::text() };
        if let Some(words) = words.get(part).filter(|words| !words.is_empty()) {
            job.append(words, 0.0, TextFormat::simple(font, colour));
        }
    }
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The words, in bytes, in which two values differ that are much alike; nothing where they are not.
fn differing(ours: &str, theirs: &str) -> [Range<usize>; 2] {
    let is_same = |(one, other): &(char, char)| one == other;
    let bytes = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(is_same).map(|(letter, _)| letter.len_utf8()).sum::<usize>()
    };
    let start = bytes(&mut ours.chars().zip(theirs.chars()));
    let end = bytes(&mut ours[start..].chars().rev().zip(theirs[start..].chars().rev()));
    if start + end < COMMON {
        return [0..0, 0..0];
    }
    // Whole words stand out.
    let ends_word = |text: &str| start == text.len() || text[start..].starts_with(' ');
    let start = match ours[..start].rfind(' ') {
        _ if ends_word(ours) && ends_word(theirs) => start,
        Some(space) => space + 1,
        None => 0,
    };
    let begins_word = |text: &str| text.len() - end == start || text[..text.len() - end].ends_with(' ');
    let end = match ours[ours.len() - end..].find(' ') {
        _ if begins_word(ours) && begins_word(theirs) => end,
        Some(space) => end - space,
        None => 0,
    };
    [start..ours.len() - end, start..theirs.len() - end]
}

fn stated(words: &str) -> &str {
    if words.is_empty() { NOTHING } else { words }
}

fn has_no_words(field: &FieldDifference) -> bool {
    field.ours.is_empty() && field.theirs.is_empty()
}

fn verb(change: &Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Removed => "removed",
        Change::Changed(_) => "changed",
    }
}

/// The heading above the records of a list.
fn section(subject: Subject) -> &'static str {
    match subject {
        Subject::Case => "The case",
        Subject::Article => "The article",
        Subject::Record(list) => match list {
            List::Articles => "Articles",
            List::Parties => "Parties",
            List::Proceedings => "Proceedings",
            List::Actions => "Court actions",
            List::Links => "Links",
            List::Amounts => "Amounts",
            List::Dates => "Dates",
            List::Quotes => "Quotes",
            List::Claims => "Claims",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_differ_stand_out_where_most_are_the_same() {
        let table = [
            ("stayed", "open", "", ""),
            ("The sum is in dispute.", "The sum is in doubt.", "dispute.", "doubt."),
            ("heard both sides of it", "heard both of it", "sides ", ""),
            ("characters 1,201 to 1,217", "characters 1,201 to 1,210", "1,217", "1,210"),
            ("un été à la mer", "un hiver à la mer", "été", "hiver"),
            ("Court lets it rethink", "Court lets it rethink (updated)", "", " (updated)"),
            ("Court lets it rethink", "Court lets it rethinks", "rethink", "rethinks"),
            ("the very very long", "the very long", "very ", ""),
        ];
        for (ours, theirs, our_words, their_words) in table {
            let [one, other] = differing(ours, theirs);
            assert_eq!((&ours[one], &theirs[other]), (our_words, their_words), "{ours} {theirs}");
        }
    }
}
