//! How the rows of the palette look, and what they are called.

use std::ops::Range;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, FontId, Id, Pos2, Rect, Response, Role, Sense, TextFormat, Ui, Vec2, WidgetInfo};

use super::rows::{Row, kind};
use crate::model::{List, Place};
use crate::query::{self, search::Query};
use crate::session::page::MarkKind;
use crate::session::{Passage, Session};
use crate::ui::commands::{MenuCommand, entry, text};
use crate::ui::icons;
use crate::ui::theme::{self, Tokens, size};
use crate::ui::widgets::paint_line;

/// Room for the dot or icon of a row.
const MARK: f32 = 24.0;
/// Between the keys of a command and the menu it stands in.
const KEYS: f32 = 96.0;

/// A row that is shown.
pub(super) struct Shown {
    pub row: Row,
    pub number: usize,
    /// Whether Enter would choose it.
    pub is_current: bool,
    pub is_enabled: bool,
}

/// What stands in a row.
struct Content {
    title: String,
    /// Which bytes of the title stand out.
    spans: Vec<Range<usize>>,
    detail: String,
    /// What assistive programs call it.
    name: String,
    mark: Mark,
}

/// What stands before the words of a row.
enum Mark {
    Icon(char),
    Dot(MarkKind),
}

/// The id of a row.
pub(super) fn id(number: usize) -> Id {
    Id::unique(("palette row", number))
}

/// Shows a row.
pub(super) fn row_ui(ui: &mut Ui, session: &Session, query: &Query, shown: &Shown, rect: Rect) -> Response {
    let tokens = theme::tokens(ui);
    let left = rect.left_center() + Vec2::new(size::GAP + 2.0, 0.0);
    let content = match shown.row {
        Row::Heading(words) | Row::Note(words) => {
            let response = ui.interact(rect, id(shown.number), Sense::empty());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
            let is_note = matches!(shown.row, Row::Note(_));
            let font = if is_note { theme::text() } else { theme::small() };
            let below = if is_note { 0.0 } else { 3.0 };
            paint_line(ui, left + Vec2::new(0.0, below), Align2::LEFT_CENTER, words, font, tokens.muted, rect.width());
            return response;
        }
        Row::Command(command) => command_content(ui, session, query, command),
        Row::Record(place) => record_content(session, query, place),
        Row::Passage(number) => match session.found().passages.get(number) {
            Some(passage) => passage_content(session, passage),
            None => return ui.interact(rect, id(shown.number), Sense::empty()),
        },
    };
    let response = ui.interact(rect, id(shown.number), Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, shown.is_enabled, shown.is_current, content.name.as_str())
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(shown.is_current));
    if shown.is_current {
        ui.painter().rect_filled(rect.shrink2(Vec2::new(2.0, 0.0)), size::RADIUS, tokens.selected);
    }
    paint(ui, tokens, shown, &content, rect);
    response
}

fn paint(ui: &Ui, tokens: &Tokens, shown: &Shown, content: &Content, rect: Rect) {
    let left = rect.left_center() + Vec2::new(size::GAP + 2.0, 0.0);
    let right = rect.right_center() - Vec2::new(size::GAP + 2.0, 0.0);
    match content.mark {
        Mark::Dot(kind) => {
            ui.painter().circle_filled(left + Vec2::new(6.0, 0.0), 4.0, tokens.kind(kind).strong);
        }
        Mark::Icon(icon) => {
            let font = FontId::new(size::TEXT, theme::family::icons());
            paint_line(ui, left, Align2::LEFT_CENTER, &icon.to_string(), font, tokens.muted, MARK);
        }
    }
    let room = right.x - left.x - MARK;
    let taken = match shown.row {
        Row::Command(command) => keys_ui(ui, tokens, command, &content.detail, right),
        Row::Passage(_) => {
            paint_line(ui, right, Align2::RIGHT_CENTER, &content.detail, theme::small(), tokens.muted, room * 0.3)
        }
        _ => paint_line(ui, right, Align2::RIGHT_CENTER, &content.detail, theme::small(), tokens.muted, room * 0.5),
    };
    let colour = if shown.is_enabled { tokens.text } else { tokens.muted };
    let width = room - taken - size::GAP;
    paint_spans(ui, left + Vec2::new(MARK, 0.0), &content.title, &content.spans, colour, width);
}

/// The keys of a command at the right, with its menu before them. Returns their width.
fn keys_ui(ui: &Ui, tokens: &Tokens, command: MenuCommand, keys: &str, right: Pos2) -> f32 {
    let menu = entry(command).map_or("", |entry| entry.menu.text());
    paint_line(ui, right, Align2::RIGHT_CENTER, keys, theme::small(), tokens.muted, KEYS);
    let position = right - Vec2::new(KEYS + size::GAP, 0.0);
    KEYS + size::GAP + paint_line(ui, position, Align2::RIGHT_CENTER, menu, theme::small(), tokens.muted, KEYS)
}

/// One line in which some bytes stand out, cut short with an ellipsis at `width`.
fn paint_spans(ui: &Ui, left: Pos2, words: &str, spans: &[Range<usize>], colour: Color32, width: f32) {
    let format = |font| TextFormat::simple(font, colour);
    let mut job = LayoutJob { wrap: TextWrapping::truncate_at_width(width.max(1.0)), ..LayoutJob::default() };
    let mut from = 0;
    let mut push = |from: usize, to: usize, font: FontId| {
        let words = words.get(from..to).unwrap_or_default();
        if !words.is_empty() {
            job.append(&one_line(words), 0.0, format(font));
        }
    };
    for span in spans {
        push(from, span.start, theme::text());
        push(span.start, span.end, theme::strong());
        from = span.end;
    }
    push(from, words.len(), theme::text());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let rect = Align2::LEFT_CENTER.anchor_size(left, galley.size());
    ui.painter().galley(rect.min, galley, colour);
}

/// Words without line breaks; each other character stays, so that offsets hold.
fn one_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

fn command_content(ui: &Ui, session: &Session, query: &Query, command: MenuCommand) -> Content {
    let entry = entry(command);
    let title = entry.map(|entry| text(entry, session)).unwrap_or_default();
    let keys = entry.and_then(|entry| entry.shortcut).map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
    let parts = [title.as_str(), "command", &keys].into_iter().filter(|part| !part.is_empty());
    let name = parts.collect::<Vec<_>>().join(", ");
    Content { spans: query.spans(&title), detail: keys, name, mark: Mark::Icon(icons::CHEVRON_RIGHT), title }
}

fn record_content(session: &Session, query: &Query, place: Place) -> Content {
    let (case, index) = (session.case(), session.index());
    let title = query::title(case, place);
    let own = query::detail(case, index, place);
    let publisher = case.id_at(place).filter(|_| place.list == List::Articles).and_then(|id| session.article(id));
    let publisher = publisher.map(|article| article.publisher.to_string()).unwrap_or_default();
    let spans = query.spans(&title);
    // A record that answers by another name says so.
    let other = if spans.is_empty() { other_name(session, query, place) } else { None }.unwrap_or_default();
    let parts = [other.as_str(), &publisher, &own, kind(place.list)];
    let detail = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let parts = [title.as_str(), place.list.noun(), &other, &publisher, &own];
    let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let mark = match place.list {
        List::Articles => Mark::Icon(icons::NEWSPAPER),
        list => Mark::Dot(MarkKind::of(list)),
    };
    Content { title, spans, detail, name, mark }
}

/// Another name of a record, by which it answers a query.
fn other_name(session: &Session, query: &Query, place: Place) -> Option<String> {
    let case = session.case();
    let answers = |name: &&str| !query.spans(name).is_empty();
    let found = match place.list {
        List::Parties => {
            let mut names = case.parties.get(place.slot)?.aliases.iter().map(|alias| alias.name.as_str());
            names.find(answers)
        }
        List::Proceedings => Some(case.proceedings.get(place.slot)?.caption.as_str()).filter(answers),
        _ => None,
    };
    found.map(|name| format!("“{name}”"))
}

fn passage_content(session: &Session, passage: &Passage) -> Content {
    let case = session.case();
    let article = case.place(&passage.article).map(|place| query::title(case, place)).unwrap_or_default();
    Content {
        title: passage.line.clone(),
        spans: vec![passage.emphasis.clone()],
        name: format!("{}, in {article}", passage.line),
        detail: article,
        mark: Mark::Icon(icons::QUOTE),
    }
}
