//! The occurrences in a list, each with the line it stands in, its words one below the other.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, FontId, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder};
use egui::{Vec2, WidgetInfo, pos2, vec2};

use super::{Choice, OccurrencesForm};
use crate::model::Part;
use crate::query;
use crate::session::{Occurrence, Session};
use crate::text::direction::shown;
use crate::ui::icons;
use crate::ui::list_box::{Rows, background, frame};
use crate::ui::theme::{self, Tokens, size};
use crate::ui::virtual_list::{ListScroll, virtual_list};
use crate::ui::widgets::paint_line;

/// Height of a row.
const ROW: f32 = 26.0;
/// Width of a box to tick, with what surrounds it.
const BOX: f32 = 34.0;
/// Width of the titles, where there is more than one.
const TITLE: f32 = 190.0;
/// Where the words begin, as a share of the width of the line.
const WORDS_AT: f32 = 0.4;
/// Width of the note that an occurrence is marked already.
const NOTE: f32 = 52.0;
/// Letters shown on each side of the words, at most.
const CONTEXT: usize = 120;

/// Where the list is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ListState {
    scroll: ListScroll,
    current: usize,
    has_started: bool,
}

impl ListState {
    /// Keeps the current row among so many.
    pub fn clamp(&mut self, count: usize) {
        self.current = self.current.min(count.saturating_sub(1));
    }
}

fn list_id() -> Id {
    Id::unique("occurrences")
}

/// Shows what was found in a room of this size.
pub(super) fn list_ui(ui: &mut Ui, session: &Session, form: &mut OccurrencesForm, room: Vec2) {
    let tokens = theme::tokens(ui);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let list = ui.interact(rect, list_id(), Sense::FOCUSABLE);
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, "Occurrences"));
    if !std::mem::replace(&mut form.list.has_started, true) {
        list.request_focus();
    }
    ui.painter().rect_filled(rect, size::RADIUS, tokens.page);
    let Some(found) = form.found.take() else {
        frame(ui, rect, list.has_focus());
        return;
    };
    if list.has_focus() {
        keys(ui, &found.found, &mut form.choice, &mut form.list, rect.height());
    }
    let names_articles = found.query.article.is_none();
    let has_focus = list.has_focus();
    let mut content = ui.new_child(UiBuilder::new().max_rect(rect.shrink(1.0)).id_salt("occurrences"));
    let ListState { scroll, current, .. } = &mut form.list;
    virtual_list(&mut content, "occurrences", scroll, found.found.len(), ROW, |ui, number, row| {
        let Some(one) = found.found.get(number) else { return };
        let is_current = has_focus && number == *current;
        let line = Line { session, one, names_articles, is_ticked: form.choice.is_ticked(one), is_current };
        if line.show(ui, number, row) {
            *current = number;
            form.choice.toggle(one);
            ui.memory_mut(|memory| memory.request_focus(list_id()));
        }
    });
    form.found = Some(found);
    frame(ui, rect, has_focus);
}

/// The arrow keys go from row to row, the space bar ticks.
fn keys(ui: &Ui, found: &[Occurrence], choice: &mut Choice, list: &mut ListState, height: f32) {
    let rows = Rows { count: found.len(), height: ROW, room: height };
    if let Some(next) = rows.after_keys(ui, list_id(), list.current) {
        list.current = next;
        list.scroll.reveal(next);
    }
    if ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::Space)) % 2 == 1
        && let Some(one) = found.get(list.current)
    {
        choice.toggle(one);
    }
}

/// One row.
struct Line<'a> {
    session: &'a Session,
    one: &'a Occurrence,
    names_articles: bool,
    is_ticked: bool,
    is_current: bool,
}

impl Line<'_> {
    /// Shows the row, and says whether it was pressed.
    fn show(&self, ui: &mut Ui, number: usize, rect: Rect) -> bool {
        let Some(page) = self.session.page(&self.one.words.article) else { return false };
        let text = &page.part(self.one.words.part).text;
        let pieces = line_of(text.as_str(), &text.bytes_of(self.one.words.range.clone()));
        let title = self.title();
        let response = ui.interact(rect, list_id().with(number), Sense::CLICK);
        let state = if self.one.is_marked { ", marked already" } else { "" };
        // A headline need not be read out twice.
        let place = if self.one.words.part == Part::Title { "headline" } else { &title };
        let name = format!("{}, {place}{state}", pieces.concat());
        let is_open = !self.one.is_marked;
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, is_open, self.is_ticked, &name));
        background(ui, list_id(), &response, self.is_current);
        let tokens = theme::tokens(ui);
        self.tick(ui, tokens, Rect::from_min_size(rect.min, vec2(BOX, rect.height())));
        let mut line = rect.with_min_x(rect.left() + BOX).with_max_x(rect.right() - size::GAP);
        if self.names_articles {
            let (font, at) = (theme::small(), line.left_center());
            paint_line(ui, at, Align2::LEFT_CENTER, &title, font, tokens.muted, TITLE - size::MARGIN);
            line.min.x += TITLE;
        }
        self.words(ui, tokens, line, &pieces);
        response.clicked() && is_open
    }

    fn title(&self) -> String {
        let case = self.session.case();
        case.place(&self.one.words.article).map(|place| query::title(case, place)).unwrap_or_default()
    }

    /// The box, or that there is nothing to tick.
    fn tick(&self, ui: &Ui, tokens: &Tokens, rect: Rect) {
        let square = Rect::from_center_size(rect.center(), Vec2::splat(14.0));
        let font = FontId::new(size::SMALL, theme::family::icons());
        let check = icons::CHECK.to_string();
        let painter = ui.painter();
        if self.one.is_marked {
            painter.text(square.center(), Align2::CENTER_CENTER, check, font, tokens.muted);
        } else if self.is_ticked {
            painter.rect_filled(square, 3, tokens.accent);
            painter.text(square.center(), Align2::CENTER_CENTER, check, font, tokens.on_accent);
        } else {
            painter.rect(square, 3, tokens.field, Stroke::new(1.0, tokens.border_strong), StrokeKind::Inside);
        }
    }

    /// The line with its words emphasised, which begin at the same place in every row.
    fn words(&self, ui: &Ui, tokens: &Tokens, rect: Rect, [before, words, after]: &[String; 3]) {
        let middle = rect.left() + rect.width() * WORDS_AT;
        let end = if self.one.is_marked { rect.right() - NOTE } else { rect.right() };
        let colour = if self.one.is_marked { tokens.muted } else { tokens.text };
        let plain = FontId::new(size::TEXT + 1.0, theme::family::reading());
        let strong = FontId::new(size::TEXT + 1.0, theme::family::reading_strong());
        let before = fitting_end(ui, before, &plain, middle - rect.left());
        let format = |font: &FontId, colour| TextFormat::simple(font.clone(), colour);
        let mut job = LayoutJob::default();
        job.append(&before, 0.0, format(&plain, tokens.muted));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let at = Align2::RIGHT_CENTER.anchor_size(pos2(middle, rect.center().y), galley.size());
        ui.painter().galley(at.min, galley, tokens.muted);
        let wrap = TextWrapping::truncate_at_width((end - middle).max(1.0));
        let mut job = LayoutJob { wrap, ..LayoutJob::default() };
        job.append(words, 0.0, format(&strong, colour));
        job.append(after, 0.0, format(&plain, tokens.muted));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let at = Align2::LEFT_CENTER.anchor_size(pos2(middle, rect.center().y), galley.size());
        ui.painter().galley(at.min, galley, tokens.muted);
        if self.one.is_marked {
            let note = rect.right_center();
            paint_line(ui, note, Align2::RIGHT_CENTER, "marked", theme::small(), tokens.muted, NOTE);
        }
    }
}

/// As many words at the end of a text as fit in a width.
fn fitting_end(ui: &Ui, text: &str, font: &FontId, width: f32) -> String {
    let measured = |text: &str| {
        let galley =
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font.clone(), egui::Color32::PLACEHOLDER));
        galley.size().x
    };
    let mut rest = text;
    let mut is_cut = false;
    loop {
        let shown = if is_cut { format!("… {rest}") } else { rest.to_owned() };
        let Some((_, next)) = rest.split_once(' ').filter(|_| measured(&shown) > width) else { return shown };
        rest = next;
        is_cut = true;
    }
}

/// The line around some bytes of a text: what stands before the words, the words, what follows; runs of white space as
/// one space.
fn line_of(text: &str, bytes: &Range<usize>) -> [String; 3] {
    let breaks = |c: char| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let flat = |words: &str| {
        let mut flat = String::with_capacity(words.len());
        for letter in shown(words).chars() {
            match letter.is_whitespace() {
                true if flat.ends_with(' ') => {}
                true => flat.push(' '),
                false => flat.push(letter),
            }
        }
        flat
    };
    let before = text[..bytes.start].char_indices().rev().take_while(|(_, c)| !breaks(*c));
    let start = before.take(CONTEXT).last().map_or(bytes.start, |(at, _)| at);
    let after = text[bytes.end..].char_indices().take_while(|(_, c)| !breaks(*c));
    let end = after.take(CONTEXT).last().map_or(bytes.end, |(at, c)| bytes.end + at + c.len_utf8());
    let (mut before, mut after) = (&text[start..bytes.start], &text[bytes.end..end]);
    let (mut lead, mut tail) = ("", "");
    // A word that is cut is left out, if there is another.
    if let Some((_, whole)) = before.split_once(' ').filter(|_| before.chars().count() == CONTEXT) {
        (before, lead) = (whole, "… ");
    }
    if let Some((whole, _)) = after.rsplit_once(' ').filter(|_| after.chars().count() == CONTEXT) {
        (after, tail) = (whole, " …");
    }
    let words = flat(&text[bytes.clone()]);
    [format!("{lead}{}", flat(before.trim_start())), words, format!("{}{tail}", flat(after.trim_end()))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_where_lines_end() {
        for (text, words, expected) in [
            ("The board sued.\n\nNordlys  said\tso.\r\nIt sank.", "said", ["Nordlys ", "said", " so."]),
            ("Nordlys", "Nordlys", ["", "Nordlys", ""]),
            ("Harbour\n\nBoard of Ås", "Harbour\n\nBoard", ["", "Harbour Board", " of Ås"]),
            ("\u{200f}a b", "b", ["¤a ", "b", ""]),
        ] {
            let at = text.find(words).unwrap();
            assert_eq!(line_of(text, &(at..at + words.len())), expected, "{text:?}");
        }
        let long = format!("{}Nordlys{}", "ab ".repeat(500), " ab".repeat(500));
        let [before, _, after] = line_of(&long, &(1_500..1_507));
        assert!(before.starts_with("… ab ab") && after.ends_with("ab ab …"), "{before:?} {after:?}");
        assert!(before.len() < CONTEXT + 5 && after.len() < CONTEXT + 5);
        let solid = "é".repeat(900);
        let [before, words, after] = line_of(&solid, &(800..802));
        assert_eq!([before.chars().count(), words.chars().count(), after.chars().count()], [CONTEXT, 1, CONTEXT]);
    }
}
