//! Articles of a file or folder of another producer: looked through, filtered, and some of them added to the case.

mod choice;
mod list;
mod mapping;

use std::path::PathBuf;

use egui::{Key, Layout, Modifiers, RichText, ScrollArea, TextEdit, Ui, Vec2};

use super::Outcome;
use crate::import::{Completeness, DayOrder, Found, Mapping};
use crate::session::{Command, Session, ShownSource, Sources, Unsettled};
use crate::ui::Request;
use crate::ui::list_box::ListBoxState;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{heading, muted, primary_button, sentence_in_room};
use choice::{Choice, Order};

/// Widest that the dialog gets.
const WIDEST: f32 = 1160.0;
/// Everything above and below the list.
const AROUND: f32 = 250.0;
/// Width of the list, as a share of the dialog.
const LIST: f32 = 0.46;
/// How many letters of an article are shown.
const SHOWN: usize = 12_000;

/// What a person does with the list.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcesForm {
    /// The number of the list.
    number: u64,
    /// What was opened.
    path: PathBuf,
    choice: Choice,
    list: ListBoxState,
    /// The article that was asked for last.
    asked: Option<usize>,
    /// Whether what could not be read is shown in place of an article.
    shows_refused: bool,
    /// Whether what was guessed is corrected in place of showing an article, and how.
    maps: bool,
    mapping: Option<Mapping>,
    has_started: bool,
}

impl SourcesForm {
    /// The form for the articles that are listed.
    #[must_use]
    pub fn of(sources: &Sources) -> Self {
        Self {
            number: sources.number(),
            path: sources.path.clone(),
            choice: Choice::default(),
            list: ListBoxState::default(),
            asked: None,
            shows_refused: false,
            maps: false,
            mapping: None,
            has_started: false,
        }
    }

    /// The form for articles that take the place of these. Where they are the same, listed anew, filter and order stay.
    #[must_use]
    pub fn again(&self, sources: &Sources) -> Self {
        let choice = if self.path == sources.path { self.choice.again() } else { Choice::default() };
        Self { choice, ..Self::of(sources) }
    }

    /// Whether it is the form for these.
    #[must_use]
    pub fn is_of(&self, sources: &Sources) -> bool {
        self.number == sources.number()
    }

    /// Asks for the article to be looked at. One comes after the other, however fast somebody goes through the list.
    fn ask(&mut self, sources: &Sources, requests: &mut Vec<Request>) {
        let is_under_way = sources.shown.as_ref().is_some_and(|shown| shown.found.is_none());
        if let Some(current) = self.choice.current().filter(|_| !is_under_way && self.asked != self.choice.current()) {
            self.asked = Some(current);
            requests.push(Request::Session(Command::ShowSource(current)));
        }
    }
}

pub(super) fn sources_ui(
    ui: &mut Ui,
    session: &Session,
    form: &mut SourcesForm,
    requests: &mut Vec<Request>,
) -> Outcome {
    let Some(sources) = session.sources() else { return Outcome::Close };
    if !form.is_of(sources) {
        // It was listed anew, or another one in its place.
        *form = form.again(sources);
    }
    let screen = ui.ctx().content_rect();
    ui.set_width(WIDEST.min(screen.width() - 80.0));
    heading(ui, &format!("Articles in {}", sources.name()));
    form.choice.look_at(sources);
    head_ui(ui, sources, form, requests);
    form.ask(sources, requests);
    let height = (screen.height() - AROUND).clamp(160.0, 560.0);
    ui.horizontal_top(|ui| {
        let width = ui.available_width() * LIST;
        list::list_ui(ui, sources, &mut form.choice, &mut form.list, Vec2::new(width, height));
        ui.add_space(size::TIGHT);
        let room = Vec2::new(ui.available_width(), height);
        ui.allocate_ui_with_layout(room, Layout::top_down(egui::Align::Min), |ui| {
            ui.set_min_size(room);
            if form.shows_refused {
                refused_ui(ui, sources);
            } else {
                shown_ui(ui, sources, form, room, requests);
            }
        });
    });
    ui.add_space(size::GAP);
    buttons_ui(ui, sources, form, requests)
}

/// The filter, the order, and how far the list has come.
fn head_ui(ui: &mut Ui, sources: &Sources, form: &mut SourcesForm, requests: &mut Vec<Request>) {
    ui.horizontal(|ui| {
        let filter = TextEdit::singleline(&mut form.choice.filter).hint_text("Filter by title or publisher");
        let filter = ui.add(filter.desired_width(260.0).margin(egui::Margin::symmetric(8, 5)));
        filter.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Filter"));
        if !std::mem::replace(&mut form.has_started, true) {
            filter.request_focus();
        }
        if filter.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            form.list.request_focus();
        }
        let label = muted(ui, "Order");
        let order = egui::ComboBox::from_id_salt("order").selected_text(form.choice.order.words()).show_ui(ui, |ui| {
            for order in Order::ALL {
                ui.selectable_value(&mut form.choice.order, order, order.words());
            }
        });
        order.response.labelled_by(label.id);
        order_ui(ui, sources, form, requests);
        if !sources.refused.is_empty() {
            let count = sources.refused.len();
            let words = if count == 1 { "1 note".to_owned() } else { format!("{count} notes") };
            let button = egui::Button::new(words).selected(form.shows_refused);
            if ui.add(button).on_hover_text("What could not be read, and why").clicked() {
                form.shows_refused = !form.shows_refused;
            }
        }
    });
    ui.horizontal(|ui| {
        muted(ui, summary(sources, &form.choice));
        if !sources.is_done {
            ui.add(egui::Spinner::new().size(12.0));
        }
    });
}

/// What dates mean that may be read either way, where nothing in their file tells. Asked once for all of them.
fn order_ui(ui: &mut Ui, sources: &Sources, form: &SourcesForm, requests: &mut Vec<Request>) {
    let current = form.choice.current().and_then(|current| sources.rows.get(current));
    let all = || sources.unsettled.iter();
    let of_current = all().find(|one| current.is_some_and(|row| row.file == one.file));
    let first = || all().find(|one| one.order.is_none()).or_else(|| all().next());
    let Some(Unsettled { file, either, order }) = of_current.or_else(first) else { return };
    let orders = [DayOrder::DayFirst, DayOrder::MonthFirst];
    let numbers = either[0].first_day().map(|day| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()));
    let name = sources.files.get(*file as usize).and_then(|path| path.file_name()).filter(|_| sources.files.len() > 1);
    let place = name.map(|name| format!(" in {}", name.display())).unwrap_or_default();
    let label = muted(ui, format!("{}{place} is", numbers.unwrap_or_default()));
    let chosen = orders.iter().position(|one| Some(*one) == *order);
    let shown = chosen.map_or("not known".to_owned(), |chosen| either[chosen].to_string());
    let combo = egui::ComboBox::from_id_salt("day order").selected_text(shown).show_ui(ui, |ui| {
        for (one, date) in orders.into_iter().zip(either) {
            if ui.selectable_label(Some(one) == *order, date.to_string()).clicked() {
                requests.push(Request::Session(Command::OrderDays(*file, one)));
            }
        }
    });
    combo.response.labelled_by(label.id).on_hover_text("Which of day and month comes first in this file");
}

/// How many articles there are and are shown, and how far reading has come.
fn summary(sources: &Sources, choice: &Choice) -> String {
    let count = |count: usize, noun: &str| {
        let number = crate::model::group_by_three(&count.to_string());
        if count == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
    };
    let mut parts = vec![count(sources.rows.len(), "article")];
    if choice.shown().len() != sources.rows.len() {
        parts.push(format!("{} shown", crate::model::group_by_three(&choice.shown().len().to_string())));
    }
    if choice.ticked() > 0 {
        parts.push(format!("{} ticked", crate::model::group_by_three(&choice.ticked().to_string())));
    }
    if !sources.is_done {
        let (read, total) = sources.progress;
        let share = (read * 100).checked_div(total).unwrap_or(0).min(99);
        parts.push(format!("reading, {share} %"));
    }
    parts.join(" · ")
}

/// What could not be read.
fn refused_ui(ui: &mut Ui, sources: &Sources) {
    ScrollArea::vertical().id_salt("refused").auto_shrink(false).show(ui, |ui| {
        for (path, why) in sources.refused.iter().take(500) {
            let name = path.strip_prefix(&sources.path).unwrap_or(path);
            let name = if name.as_os_str().is_empty() { path } else { name };
            ui.add(egui::Label::new(RichText::new(name.display().to_string()).font(theme::strong())).wrap());
            ui.add(egui::Label::new(why.as_str()).wrap());
            ui.add_space(size::GAP);
        }
    });
}

/// Whether there are articles, and the filter leaves none.
fn form_is_empty(sources: &Sources, current: Option<usize>) -> bool {
    current.is_none() && !sources.rows.is_empty()
}

/// The article that is looked at.
fn shown_ui(ui: &mut Ui, sources: &Sources, form: &mut SourcesForm, room: Vec2, requests: &mut Vec<Request>) {
    let current = form.choice.current();
    let shown = sources.shown.as_ref().filter(|shown| Some(shown.at) == current);
    match shown {
        _ if sources.rows.is_empty() && sources.is_done => sentence_in_room(ui, "No article was found.", room),
        None if form_is_empty(sources, current) => sentence_in_room(ui, "No article matches the filter.", room),
        None if current.is_none() => sentence_in_room(ui, "Choose an article to see it here.", room),
        None | Some(ShownSource { found: None, .. }) => sentence_in_room(ui, "Reading…", room),
        Some(ShownSource { found: Some(Err(why)), .. }) => sentence_in_room(ui, why, room),
        Some(ShownSource { raw: Some(raw), .. }) if form.maps => {
            form.maps = !mapping::mapping_ui(ui, raw, &mut form.mapping, requests);
        }
        Some(ShownSource { found: Some(Ok(found)), at, raw }) => {
            if raw.is_some() {
                ui.horizontal(|ui| {
                    muted(ui, "What this means was guessed.");
                    form.maps |= ui.button("Correct it…").clicked();
                });
                ui.add_space(size::TIGHT);
            }
            article_ui(ui, found, *at);
        }
    }
}

fn article_ui(ui: &mut Ui, found: &Found, at: usize) {
    ScrollArea::vertical().id_salt(("article", at)).auto_shrink(false).show(ui, |ui| {
        let title = if found.title.is_empty() { "Untitled" } else { &found.title };
        ui.add(egui::Label::new(RichText::new(title).font(theme::strong())).wrap());
        let published = found.published.as_ref().map(|when| match (&when.date, &when.either) {
            (Some(date), _) => date.to_string(),
            (None, Some(either)) => format!("{} or {}", either[0], either[1]),
            (None, None) => format!("“{}”", when.written),
        });
        let byline = if found.byline.is_empty() { found.authors.join(", ") } else { found.byline.clone() };
        let parts = [found.publisher.clone(), byline, published.unwrap_or_default()];
        let about: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        for line in [about.join(" · "), found.url.clone()] {
            if !line.is_empty() {
                ui.add(egui::Label::new(RichText::new(line).font(theme::small()).weak()).wrap());
            }
        }
        ui.add_space(size::GAP);
        if found.completeness != Completeness::Whole {
            let words = if found.completeness == Completeness::Part {
                "Only the beginning or a teaser is in the file."
            } else {
                "The file has no text of this article."
            };
            muted(ui, words);
            ui.add_space(size::TIGHT);
        }
        let end = found.text.char_indices().nth(SHOWN).map_or(found.text.len(), |(at, _)| at);
        let font = egui::FontId::new(size::TEXT + 2.0, theme::family::reading());
        ui.add(egui::Label::new(RichText::new(&found.text[..end]).font(font)).wrap());
        if end < found.text.len() {
            muted(ui, "The rest is shown once the article is in the case.");
        }
    });
}

fn buttons_ui(ui: &mut Ui, sources: &Sources, form: &mut SourcesForm, requests: &mut Vec<Request>) -> Outcome {
    let mut outcome = Outcome::Open;
    let has_wanted = form.choice.has_wanted();
    ui.horizontal(|ui| {
        let words = match (form.choice.ticked(), has_wanted) {
            (0, false) => "Add articles".to_owned(),
            (0, _) => "Add this article".to_owned(),
            (1, _) => "Add 1 article".to_owned(),
            (count, _) => format!("Add {} articles", crate::model::group_by_three(&count.to_string())),
        };
        let is_pressed = ui.add_enabled_ui(has_wanted, |ui| primary_button(ui, &words).clicked()).inner;
        let is_entered = form.list.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if (is_pressed || is_entered) && has_wanted {
            requests.push(Request::Session(Command::AddSources(form.choice.wanted())));
            outcome = Outcome::Close;
        }
        let is_all = form.choice.is_all_ticked();
        let name = if is_all { "Untick all shown" } else { "Tick all shown" };
        if ui.add_enabled(!form.choice.shown().is_empty(), egui::Button::new(name)).clicked() {
            form.choice.tick_all(!is_all);
        }
        if ui.button(if sources.is_done { "Close" } else { "Stop and close" }).clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
