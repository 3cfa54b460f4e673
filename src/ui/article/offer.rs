//! The bar at selected words: what each key would make of them.

use egui::text::LayoutJob;
use egui::{Align2, Area, Button, Frame, Margin, Order, Pos2, Rect, Role, Shadow, Stroke, TextFormat, Ui, WidgetInfo};

use super::view::View;
use super::{ArticleState, page_id};
use crate::edit::Target;
use crate::model::List;
use crate::query;
use crate::session::page::MarkKind;
use crate::session::{Command, Reading, Unreadable, Words};
use crate::ui::theme::{self, size};

/// The keys, what each makes, and what that is called.
pub(super) const KEYS: [(&str, List, &str); 4] = [
    ("P", List::Parties, "party"),
    ("A", List::Amounts, "amount"),
    ("D", List::Dates, "date"),
    ("C", List::Actions, "court action"),
];

/// The most letters of what a key would make that the bar shows.
const LONGEST: usize = 34;
/// Between the words and the bar.
const BELOW: f32 = 8.0;

/// Selected words as they were understood last.
#[derive(Default)]
pub(super) struct Offered {
    key: Option<(Words, u64, u64)>,
    reading: Option<Result<Reading, Unreadable>>,
    /// Where the bar was shown in the last frame.
    rect: Option<Rect>,
}

impl Offered {
    /// What the words propose; read again only when they, or the case, have changed.
    pub fn reading(&mut self, view: &View<'_>, words: Words) -> Option<&Result<Reading, Unreadable>> {
        let key = (words, view.session.changes(), view.session.generation());
        if self.key.as_ref() != Some(&key) {
            self.reading = Some(view.session.reading(&key.0));
            self.key = Some(key);
        }
        self.reading.as_ref()
    }
}

/// Shows the bar where words are selected and nobody is still dragging. Its buttons do what the keys do.
pub(super) fn show(ui: &Ui, view: &View<'_>, state: &mut ArticleState, has_focus: bool, commands: &mut Vec<Command>) {
    let (is_held, at) = ui.input(|input| (input.pointer.any_down(), input.pointer.latest_pos()));
    let is_over = state.offered.rect.zip(at).is_some_and(|(bar, at)| bar.contains(at));
    let words = state.selected_words().filter(|_| state.evidence.is_none() && (is_over || (has_focus && !is_held)));
    let (Some(words), Some(selection)) = (words, state.selection_rect) else {
        state.offered.rect = None;
        return;
    };
    let Some(read) = state.offered.reading(view, words) else { return };
    let read = match read {
        Err(Unreadable::Blank | Unreadable::NoArticle) => return,
        other => other.clone(),
    };
    let mut asks_evidence = false;
    let rect = beside(ui, view, selection, page_id().with("bar"), |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(2.0, 2.0);
        ui.set_max_width((view.rect.width() - 4.0 * size::GAP).max(120.0));
        match &read {
            Ok(reading) => {
                ui.horizontal_wrapped(|ui| {
                    for (key, list, noun) in KEYS {
                        if offer_ui(ui, view, key, Some(list), noun, reading.offer(list).as_deref(), reading.likely()) {
                            commands.push(annotate(&reading.words, list, false));
                        }
                    }
                    if let Some(title) = record_in_form(view) {
                        asks_evidence = offer_ui(ui, view, "E", None, "evidence for", Some(&title), None);
                    }
                });
            }
            Err(why) => {
                ui.label(why.to_string());
            }
        }
    });
    state.offered.rect = Some(rect);
    if asks_evidence {
        state.choose_evidence();
        state.focus(ui.ctx());
    }
}

/// The command that makes a record of words.
pub(super) fn annotate(words: &Words, list: List, is_new: bool) -> Command {
    Command::Annotate { list, words: words.clone(), is_new }
}

/// What the record in the form is called.
pub(super) fn record_in_form(view: &View<'_>) -> Option<String> {
    let Some(Target::Record(place)) = view.session.selection().form else { return None };
    view.session.current(&Target::Record(place))?;
    Some(query::title(view.session.case(), place))
}

/// A frame beside the selected words: below them where there is room, else above, else at the foot of the page.
pub(super) fn beside(ui: &Ui, view: &View<'_>, selection: Rect, id: egui::Id, contents: impl FnOnce(&mut Ui)) -> Rect {
    let page = view.rect.shrink(size::GAP);
    let room = 44.0;
    let (pivot, y) = if selection.bottom() + BELOW + room < page.bottom() {
        (Align2::LEFT_TOP, selection.bottom() + BELOW)
    } else if selection.top() - BELOW - room > page.top() {
        (Align2::LEFT_BOTTOM, selection.top() - BELOW)
    } else {
        (Align2::LEFT_BOTTOM, page.bottom())
    };
    let area = Area::new(id).order(Order::Middle).pivot(pivot).constrain_to(page);
    let shown = area.fixed_pos(Pos2::new(selection.left().max(page.left()), y)).show(ui.ctx(), |ui| {
        let tokens = theme::tokens(ui);
        Frame::new()
            .fill(tokens.raised)
            .stroke(Stroke::new(1.0, tokens.border_strong))
            .corner_radius(size::RADIUS + 2)
            .shadow(Shadow { offset: [0, 3], blur: 14, spread: 0, color: tokens.shade })
            .inner_margin(Margin::same(4))
            .show(ui, contents);
    });
    shown.response.rect
}

/// One key with what it makes. What was understood is shown as the value it gives; the likeliest stands out.
fn offer_ui(
    ui: &mut Ui,
    view: &View<'_>,
    key: &str,
    list: Option<List>,
    noun: &str,
    made: Option<&str>,
    likely: Option<List>,
) -> bool {
    let tokens = view.tokens;
    let is_likely = list.is_some() && list == likely;
    let strong = list.map_or(tokens.accent, |list| tokens.kind(MarkKind::of(list)).strong);
    let style = |font, color| TextFormat { font_id: font, color, valign: egui::Align::Center, ..Default::default() };
    let mut job = LayoutJob::default();
    job.append(key, 0.0, style(theme::strong(), strong));
    let is_value = list.is_some() && is_worth_showing(list, likely, made);
    let words = match made {
        Some(made) if is_value => cut(made),
        Some(made) if list.is_none() => format!("{noun} {}", cut(made)),
        _ => noun.to_owned(),
    };
    let font = if is_likely { theme::strong() } else { theme::text() };
    job.append(&words, 6.0, style(font, if is_value || list.is_none() { tokens.text } else { tokens.muted }));
    let name = match made {
        Some(made) => format!("{key}: {noun} {made}"),
        None => format!("{key}: {noun}"),
    };
    let mut button = Button::new(job).frame_when_inactive(is_likely);
    if is_likely {
        button = button.fill(list.map_or(tokens.selected, |list| tokens.kind(MarkKind::of(list)).tint));
    }
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_likely, &name));
    response.on_hover_text(format!("{noun}: press {key}")).clicked()
}

/// A name can be made of any words, so it is shown only where it may well be meant.
fn is_worth_showing(list: Option<List>, likely: Option<List>, made: Option<&str>) -> bool {
    made.is_some() && (list != Some(List::Parties) || likely == list || likely.is_none())
}

fn cut(words: &str) -> String {
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let start: String = words.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}
