//! The window's panels, and the state they keep between frames.

mod keyboard;
mod places;

pub use keyboard::Pane;

use egui::{CentralPanel, Frame, Margin, Panel, Rect, Stroke, Ui};

use super::article::{ArticleState, Spot, article_ui};
use super::dialogs::{Dialog, dialog_ui};
use super::form::{FormState, form_ui};
use super::notices::notices_ui;
use super::outline::{OutlineState, outline_ui};
use super::palette::Recents;
use super::theme::{self, size};
use super::toasts::{Toasts, toasts_ui};
use super::trail::Trail;
use super::widgets::region;
use super::{Request, Waiting, menu_bar, start, status_bar, timeline, waiting};
use crate::edit::Target;
use crate::session::{Command, Draft, Message, Session};
use crate::store::Settings;

/// The window's content: its panels' state, and what the user's settings say of them.
#[derive(Default)]
pub struct Desk {
    /// The settings of the user.
    pub settings: Settings,
    /// The article in view.
    pub article: ArticleState,
    /// The form.
    pub form: FormState,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// The way round a dialog of the desktop.
    pub waiting: Option<Waiting>,
    /// Messages that are shown.
    pub toasts: Toasts,
    outline: OutlineState,
    timeline: timeline::TimelineState,
    /// The panel that has the keyboard, or had it last.
    panel: Pane,
    outline_rect: Option<Rect>,
    form_rect: Option<Rect>,
    timeline_rect: Option<Rect>,
    /// How much room the notices take.
    notices: f32,
    /// Whether a menu or a list was open in the last frame.
    had_popup: bool,
    /// What was used last.
    recents: Recents,
    /// The form that was shown last, of which case.
    last_form: (u64, Option<Target>),
    /// Where the person has been.
    trail: Trail<Spot>,
    had_dialog: bool,
    /// Whether a dialog went in the last frame: in this one, nothing behind it can have the keyboard yet.
    dialog_goes: bool,
    /// What had the keyboard before a dialog came up, and gets it back.
    before_dialog: Option<egui::Id>,
    /// What had the keyboard in the dialog when it went.
    in_dialog: Option<egui::Id>,
}

impl Desk {
    /// A desk as the settings have it.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Shows everything, and returns what was asked for.
    pub fn show(&mut self, ui: &mut Ui, session: &Session) -> Vec<Request> {
        let mut requests = Vec::new();
        self.note_keyboard(ui);
        self.note_recent(session);
        menu_bar::menu_bar_ui(ui, session, self, &mut requests);
        if session.is_open() {
            self.notices = notices_ui(ui, session, &mut requests);
            self.panels(ui, session, &mut requests);
        } else {
            let page = theme::tokens(ui).page;
            CentralPanel::default().frame(Frame::new().fill(page)).show(ui, |ui| {
                start::start_ui(ui, &self.settings.recent, &mut requests);
            });
        }
        if let Some(waiting) = self.waiting.filter(|_| self.dialog.is_none()) {
            waiting::waiting_ui(ui, waiting, &mut requests);
        }
        dialog_ui(ui, session, &mut self.dialog, &mut requests);
        self.give_keyboard_back(ui);
        toasts_ui(ui, &mut self.toasts);
        self.note_place(session);
        if self.dialog.is_none() {
            self.follow_keyboard(ui.ctx());
        }
        self.leave_by_escape(ui.ctx(), session);
        requests
    }

    fn panels(&mut self, ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
        let tokens = theme::tokens(ui);
        let width = ui.available_width();
        let side = Frame::new().fill(tokens.panel).stroke(Stroke::NONE);
        let bar = side.inner_margin(Margin::symmetric(14, 0));
        Panel::bottom("status").exact_size(26.0).resizable(false).frame(bar).show(ui, |ui| {
            region(ui, "Status bar", |ui| status_bar::status_bar_ui(ui, session));
        });
        (self.outline_rect, self.form_rect, self.timeline_rect) = (None, None, None);
        if self.settings.timeline_open && ui.available_height() > 420.0 {
            let shown =
                Panel::bottom("timeline").exact_size(timeline::HEIGHT).resizable(false).frame(side).show(ui, |ui| {
                    region(ui, "Timeline", |ui| timeline::timeline_ui(ui, session, &mut self.timeline, requests));
                });
            self.timeline_rect = Some(shown.response.rect);
        }
        if self.settings.outline_open {
            let most = (width * 0.26).max(200.0);
            let panel =
                Panel::left("outline").default_size(self.settings.outline_width.min(most)).size_range(180.0..=most);
            let frame = side.inner_margin(Margin { left: 10, right: 2, top: 0, bottom: 0 });
            let shown = panel.frame(frame).show(ui, |ui| {
                region(ui, "Outline panel", |ui| outline_ui(ui, session, &mut self.outline, requests));
            });
            self.outline_rect = Some(shown.response.rect);
            if width >= size::NARROW {
                self.settings.outline_width = shown.response.rect.width();
            }
        }
        let is_narrow = width < size::NARROW;
        if self.settings.form_open && !is_narrow {
            let most = (width * 0.34).max(300.0);
            let panel = Panel::right("form").default_size(self.settings.form_width.min(most)).size_range(300.0..=most);
            let shown = panel.frame(side).show(ui, |ui| self.form_panel(ui, session, requests));
            self.settings.form_width = shown.response.rect.width();
        }
        CentralPanel::default().frame(Frame::new().fill(tokens.page)).show(ui, |ui| {
            let mut commands = Vec::new();
            article_ui(ui, session, &mut self.article, &mut commands);
            commands.extend(self.aim_command(session));
            requests.extend(commands.into_iter().map(Request::Session));
        });
        if self.settings.form_open && is_narrow {
            self.drawer(ui, session, requests);
        }
    }

    fn form_panel(&mut self, ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
        let words = self.article.selected_words();
        if self.article.has_focus(ui.ctx()) {
            self.form.left();
        }
        self.form_rect = Some(ui.max_rect());
        region(ui, "Form", |ui| form_ui(ui, session, &mut self.form, words.as_ref(), requests));
    }

    /// In a narrow window the form lies over the article.
    fn drawer(&mut self, ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
        let tokens = theme::tokens(ui);
        let screen = ui.ctx().content_rect();
        let width = 340.0_f32.min(screen.width() * 0.86);
        let top = menu_bar::HEIGHT + self.notices;
        let area = egui::Area::new(egui::Id::unique("form drawer")).order(egui::Order::Middle);
        area.fixed_pos(egui::pos2(screen.right() - width, screen.top() + top)).show(ui.ctx(), |ui| {
            let shadow = egui::Shadow { offset: [-3, 0], blur: 14, spread: 0, color: tokens.shade };
            Frame::new().fill(tokens.panel).stroke(Stroke::new(1.0, tokens.border)).shadow(shadow).show(ui, |ui| {
                ui.set_width(width);
                ui.set_height(screen.height() - top - 26.0);
                self.form_panel(ui, session, requests);
            });
        });
    }

    /// What is being typed and is not part of the case yet. The words of a dialog come before those of the form behind.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        match &self.dialog {
            Some(Dialog::NewArticle(form)) if !form.is_empty() => Some(Draft::Article(form.article().clone())),
            _ => self.form.draft(),
        }
    }

    /// Opens the bar in which words of the article are looked for. In a narrow window the form would cover it.
    pub fn find(&mut self, ctx: &egui::Context) {
        if ctx.content_rect().width() < size::NARROW {
            self.settings.form_open = false;
        }
        self.article.open_find();
    }

    /// The command that has a highlight point to the selected words, if the keyboard asked for that: the quote of the card
    /// that was pressed last in the form, or else the one highlight that the selection touches.
    fn aim_command(&mut self, session: &Session) -> Option<Command> {
        let aim = self.article.take_aim()?;
        let only = if let [only] = aim.touched[..] { Some(only) } else { None };
        let quote = self.form.current_quote(session).or(only);
        let command = quote.zip(aim.words).map(|(quote, words)| Command::AimQuote(quote, words));
        if command.is_none() {
            self.toasts.push(Message::note(
                "To move a highlight, select its new words so that they touch it; or press a quote in the form first.",
            ));
        }
        command
    }

    /// The command that attaches the selected words to the field in use.
    #[must_use]
    pub fn evidence_command(&self, session: &Session) -> Option<Command> {
        let (target, path) = self.form.active_field(session)?;
        matches!(target, Target::Record(_)).then_some(())?;
        Some(Command::AddEvidence(target, vec![path], self.article.selected_words()?))
    }
}
