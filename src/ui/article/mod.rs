//! The page of an article: its words set for reading, with the records marked in them.
//!
//! A widget of its own and not a text field, because only what is in view is laid out:
//! [`blocks`] numbers the pieces, [`view`] lays them out, [`scroll`] says which are in view, [`under`] and [`paint`]
//! draw them, [`pointer`] and [`keys`] let a person select words and follow highlights, [`find`] looks for words.
//! [`highlights`], [`grips`] and [`mark_menu`] change highlights by key and by mouse.
//! [`offer`] shows what selected words would make, [`evidence`] asks for which field they are evidence.

mod bars;
mod blocks;
mod evidence;
mod facts;
mod find;
mod find_bar;
mod grips;
mod highlights;
mod keys;
mod laid;
mod mark_menu;
mod motion;
mod offer;
mod paint;
mod placeholder;
mod pointer;
mod scroll;
mod selection;
mod stops;
mod under;
mod view;

use std::collections::HashMap;
use std::ops::Range;
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Context, Id as WidgetId, Rangef, Rect, Sense, Ui, UiBuilder, WidgetInfo};

use self::facts::{Change, Facts, words_of_quote};
use self::find::Find;
use self::scroll::{Position, Show};
use self::selection::Selected;
use self::view::View;
use super::theme;
use crate::model::{Id, Part};
use crate::session::page::Page;
use crate::session::{ArticleState as Reading, Command, Session, Words};

/// For how long revealed words are outlined, in seconds.
const REVEALED: f64 = 1.6;

/// What the page remembers from frame to frame.
#[derive(Default)]
pub struct ArticleState {
    /// The article whose file a person wants to look for; for the caller to take.
    pub locate_requested: Option<Id>,
    position: Position,
    /// Where other articles were scrolled to.
    positions: HashMap<Id, Position>,
    shown: Option<Id>,
    selected: Option<Selected>,
    selection_rect: Option<Rect>,
    /// The distance from the left edge that the caret keeps to from line to line.
    goal: Option<f32>,
    /// Where the handle of the scroll bar is held, from its top.
    grip: Option<f64>,
    clicked: pointer::Clicked,
    find: Find,
    reveal: Reveal,
    /// Where the page was before it jumped by more than a screen.
    jumped: Option<Spot>,
    /// Steps to the next highlight (`true`), or to the one before, that are to be made.
    wanted_stops: Vec<bool>,
    /// What is to be said to the person.
    note: Option<&'static str>,
    facts: Facts,
    highlights: highlights::Highlights,
    offered: offer::Offered,
    /// The fact that was gone to last, in bytes of the text.
    unclaimed: Option<Range<usize>>,
    /// The field is being chosen that the selected words are evidence for.
    evidence: Option<evidence::Choosing>,
}

/// Where the page of an article is: what it is scrolled to, and the caret in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    position: Position,
    /// The part, where selecting began and where the caret is.
    selected: Option<(Part, usize, usize)>,
}

/// Words that are brought into view and outlined for a moment.
#[derive(Default)]
struct Reveal {
    /// The quote (its slot) that is to be revealed.
    wanted: Option<u32>,
    /// Words that are to be selected and revealed.
    words: Option<Words>,
    /// A spot of an article that is to be gone back to.
    spot: Option<(Id, Spot)>,
    /// The words that are outlined.
    outlined: Option<(Part, Range<usize>)>,
    /// Until when.
    until: f64,
}

impl ArticleState {
    /// The words that are selected; `None` where none are.
    #[must_use]
    pub fn selected_words(&self) -> Option<Words> {
        self.selected.as_ref()?.words()
    }

    /// Where the selected words were painted in the last frame, as far as they were in view.
    #[must_use]
    pub fn selection_rect(&self) -> Option<Rect> {
        self.selection_rect
    }

    /// Opens the bar in which words of the article are looked for; the selected words are proposed.
    pub fn open_find(&mut self) {
        let proposed = self.selected.as_ref().and_then(Selected::copied).filter(|words| !words.contains('\n'));
        if let Some(words) = proposed.filter(|words| words.len() < 200) {
            words.clone_into(&mut self.find.needle);
        }
        self.find.is_open = true;
        self.find.has_led_on = false;
        self.find.wants_focus = true;
    }

    /// Brings the words of a quote (its slot) into view and outlines them for a moment, as soon as its article is
    /// on the page. Nothing happens where the words were not found.
    pub fn reveal(&mut self, quote_slot: u32) {
        self.reveal.wanted = Some(quote_slot);
    }

    /// Selects words and brings them into view, as soon as their article is on the page.
    pub fn show_words(&mut self, words: Words) {
        self.reveal.words = Some(words);
    }

    /// Where the page is.
    #[must_use]
    pub fn spot(&self) -> Spot {
        let selected = self.selected.as_ref().map(|selected| (selected.part(), selected.anchor(), selected.caret()));
        Spot { position: self.position, selected }
    }

    /// Goes back to a spot, as soon as its article is on the page.
    pub fn go(&mut self, article: Id, spot: Spot) {
        self.reveal.spot = Some((article, spot));
    }

    /// Selects the words of the next highlight, or of the one before.
    pub fn step(&mut self, forward: bool) {
        self.wanted_stops.push(forward);
    }

    /// What is to be said to the person, if anything.
    pub fn take_note(&mut self) -> Option<&'static str> {
        self.note.take()
    }

    /// Where the page was before it jumped by more than a screen, if it did since this was last asked.
    pub fn take_jump(&mut self) -> Option<Spot> {
        self.jumped.take()
    }

    /// Takes the selection back; the caret stays.
    pub fn clear_selection(&mut self) {
        if let Some(selected) = &mut self.selected {
            selected.collapse();
        }
        self.selection_rect = None;
    }

    /// Asks for which field of the record in the form the selected words are evidence.
    fn choose_evidence(&mut self) {
        self.evidence = Some(evidence::Choosing::default());
    }

    /// The words of the next fact after the caret that no record claims. Of one that holds others, those come next.
    #[must_use]
    pub fn next_unclaimed(&mut self, session: &Session) -> Option<Words> {
        let article = session.selection().article.as_ref()?;
        let from = match self.selected.as_ref().filter(|selected| selected.part() == Part::Text) {
            Some(selected) if selected.copied().is_some() => selected.range().start + 1,
            Some(selected) => match &self.unclaimed {
                Some(last) if last.end == selected.caret() => last.start + 1,
                _ => selected.caret(),
            },
            None => 0,
        };
        let words = session.next_unclaimed(article, from)?;
        self.unclaimed = Some(session.page(article)?.part(Part::Text).text.bytes_of(words.range.clone()));
        Some(words)
    }

    /// The caret stays at the end of the words that were selected.
    pub fn go_on(&mut self) {
        if let Some(selected) = &mut self.selected {
            selected.collapse_to_end();
        }
        self.selection_rect = None;
    }

    /// The widget that has the keyboard when the page has it.
    #[must_use]
    pub fn focus_id() -> WidgetId {
        page_id()
    }

    /// Gives the page the keyboard.
    pub fn focus(&self, ctx: &Context) {
        ctx.memory_mut(|memory| memory.request_focus(page_id()));
    }

    /// Whether the page has the keyboard.
    #[must_use]
    pub fn has_focus(&self, ctx: &Context) -> bool {
        ctx.memory(|memory| memory.has_focus(page_id()))
    }

    /// Notes which article is on the page, and what of it is other than before.
    fn turn_to(&mut self, session: &Session, id: &Id, page: &Page) {
        let change = self.facts.update(session, id, page);
        if change == Change::None && self.shown.as_ref() == Some(id) {
            return;
        }
        self.selected = None;
        self.unclaimed = None;
        self.selection_rect = None;
        self.goal = None;
        self.reveal.outlined = None;
        self.clicked = pointer::Clicked::default();
        self.highlights = highlights::Highlights::default();
        if self.shown.as_ref() != Some(id) {
            if let Some(last) = self.shown.replace(id.clone()) {
                self.positions.insert(last, self.position);
            }
            self.position = self.positions.get(id).copied().unwrap_or_default();
        }
    }

    /// Brings bytes of a part into view.
    fn show(&mut self, view: &View<'_>, part: Part, bytes: &Range<usize>, how: Show) {
        let (block, char) = view.place_of(part, bytes.start);
        let laid = view.laid(block);
        let row = laid.row_span(laid.row_of(char));
        let span = Rangef::new(row.min + laid.above, row.max + laid.above);
        self.position = self.position.showing(view, block, span, how);
    }

    /// Brings bytes of a part into view from wherever the page is. A jump of more than a screen is noted.
    fn jump(&mut self, view: &View<'_>, part: Part, bytes: &Range<usize>) {
        let before = self.spot();
        self.show(view, part, bytes, Show::Third);
        let by = self.position.distance(view) - before.position.distance(view);
        if by.abs() > f64::from(view.rect.height()) {
            self.jumped = Some(before);
        }
    }

    fn reveal_wanted(&mut self, ui: &Ui, view: &View<'_>) {
        let now = ui.input(|input| input.time);
        if let Some((_, spot)) = self.reveal.spot.take_if(|(article, _)| article == view.id) {
            self.position = spot.position;
            self.selected = spot.selected.map(|found| Selected::between(view.id, view.page, found));
            self.goal = None;
        }
        if let Some(words) = self.reveal.words.take_if(|words| words.article == *view.id) {
            let bytes = view.page.part(words.part).text.bytes_of(words.range);
            self.jump(view, words.part, &bytes);
            self.selected = Some(Selected::range_of(view.id, view.page, (words.part, bytes)));
            self.goal = None;
        }
        if let Some(slot) = self.reveal.wanted {
            let is_here = view.session.case().quotes.get(slot).is_some_and(|quote| quote.article == *view.id);
            if is_here {
                self.reveal.wanted = None;
                if let Some((part, bytes)) = words_of_quote(view.session, view.page, slot) {
                    self.jump(view, part, &bytes);
                    if self.selected_words().is_none() {
                        self.selected = Some(Selected::caret_at(view.id, view.page, (part, bytes.start)));
                    }
                    self.reveal.outlined = Some((part, bytes));
                    self.reveal.until = now + REVEALED;
                }
            }
        }
        if self.reveal.outlined.is_some() {
            match self.reveal.until - now {
                left if left > 0.0 => ui.ctx().request_repaint_after(Duration::from_secs_f64(left)),
                _ => self.reveal.outlined = None,
            }
        }
    }
}

/// The id by which the page has the focus.
fn page_id() -> WidgetId {
    WidgetId::unique("page of the article")
}

/// Shows the article that is selected in the session, in all the room there is.
pub fn article_ui(ui: &mut Ui, session: &Session, state: &mut ArticleState, commands: &mut Vec<Command>) {
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0, theme::tokens(ui).page);
    let chosen = session.selection().article.as_ref();
    let document = chosen.and_then(|id| Some((id, session.article_document(id)?)));
    let title = |id: &Id| {
        let slot = session.case().place(id).map(|place| place.slot);
        let entry = slot.and_then(|slot| session.case().articles.get(slot));
        entry.map_or(String::new(), |entry| entry.title.to_string())
    };
    match document.map(|(id, document)| (id, &document.state)) {
        None => placeholder::nothing(ui, rect),
        Some((id, Reading::Loading)) => placeholder::loading(ui, rect, &title(id)),
        Some((id, Reading::Missing(why))) => {
            if placeholder::missing(ui, rect, &title(id), why) {
                state.locate_requested = Some(id.clone());
            }
        }
        Some((id, Reading::Ready(page))) => {
            if let Some(article) = session.article(id) {
                state.turn_to(session, id, page);
                let ctx = ui.ctx().clone();
                if state.facts.survey(session, id, page) {
                    ctx.request_repaint();
                }
                let tokens = theme::tokens(ui);
                let view = View::new(&ctx, session, (id, article, page), tokens, (rect, &state.facts));
                page_ui(ui, &view, state, commands);
            }
        }
    }
    ui.advance_cursor_after_rect(rect);
}

fn page_ui(ui: &mut Ui, view: &View<'_>, state: &mut ArticleState, commands: &mut Vec<Command>) {
    let rect = view.rect;
    let name = if view.article.title.is_empty() { "Untitled article" } else { &view.article.title };
    let builder = UiBuilder::new().scope_id(page_id()).max_rect(rect).sense(Sense::click_and_drag());
    let mut page = ui.new_child(builder);
    page.set_clip_rect(rect.intersect(ui.clip_rect()));
    page.expand_to_include_rect(rect);
    let response = page.response();
    response
        .clone()
        .with_new_rect(rect)
        .widget_info(|| WidgetInfo::labeled(Role::Document, true, format!("Article: {name}")));

    if response.contains_pointer() {
        let wheel = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
        state.position.offset -= wheel;
    }
    if state.find.search(view.page, state.facts.words_version) {
        ui.ctx().request_repaint();
    }
    start_find(view, state);
    for forward in std::mem::take(&mut state.wanted_stops) {
        stops::step(view, state, forward);
    }
    if state.note.is_some() {
        ui.ctx().request_repaint();
    }
    evidence::show(ui, view, state, commands);
    highlights::keys(ui, view, state, commands);
    keys::obey(ui, view, state, commands);
    state.reveal_wanted(ui, view);
    let last = Position::last(view);
    state.position = state.position.clamped(view, last);

    bars::scroll_bar(&page, view, state, last);
    bars::records(&page, view, &mut state.facts, &mut state.position);
    state.position = state.position.clamped(view, last);
    let shown = view.shown(state.position.block, state.position.offset);
    paint::describe(&page, view, &shown);
    pointer::obey(&page, view, state, &shown, &response, commands);
    let is_menu_left = mark_menu::show(view, state, &shown, &response, commands);
    paint::paint(&page, view, state, &shown, response.has_focus());
    grips::show(&page, view, state, &shown, commands);
    offer::show(&page, view, state, response.has_focus(), commands);
    drop(page);
    if is_menu_left {
        // Only now, since a click outside of the page takes the keyboard from it until here.
        state.focus(ui.ctx());
    }
    if find_bar::show(ui, view, state) {
        show_match(view, state);
        ui.ctx().request_repaint();
    }
}

/// Goes to the first match after what is in view, when words begin to be looked for.
fn start_find(view: &View<'_>, state: &mut ArticleState) {
    if !state.find.is_open {
        return;
    }
    let selected = state.selected.as_ref().map(|selected| (selected.part(), selected.range().start));
    let in_view = view.blocks.at(state.position.block).spot(view.page).map(|(part, paragraph)| {
        (part, view.page.part(part).paragraphs.get(paragraph).map_or(0, |found| found.bytes.start))
    });
    if state.find.start_at(selected.or(in_view).unwrap_or((Part::Title, 0))) {
        let jumped = state.jumped.take();
        show_match(view, state);
        // Each letter typed may lead elsewhere: of all these places only the first was left on purpose.
        if state.jumped.is_none() || std::mem::replace(&mut state.find.has_led_on, true) {
            state.jumped = jumped;
        }
    }
}

fn show_match(view: &View<'_>, state: &mut ArticleState) {
    if let Some((part, bytes)) = state.find.current().and_then(|current| state.find.get(current)) {
        state.jump(view, part, &bytes);
    }
}

#[cfg(test)]
mod tests;
