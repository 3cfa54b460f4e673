//! The window's panels, and the state they keep between frames.

use egui::{CentralPanel, Frame, Margin, Panel, Rect, Stroke, Ui};

use super::article::{ArticleState, Spot, article_ui};
use super::commands::{MenuCommand, Scene};
use super::dialogs::{Dialog, dialog_ui};
use super::form::{FormState, form_ui};
use super::outline::{OutlineState, outline_ui};
use super::palette::{PaletteState, Recent, Recents};
use super::theme::{self, size};
use super::toasts::{Toasts, toasts_ui};
use super::trail::{self, Trail};
use super::widgets::region;
use super::{Request, menu_bar, start, status_bar, timeline};
use crate::edit::{Selection, Target};
use crate::session::{Command, Message, Session};
use crate::store::Settings;

/// A panel that F6 goes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Outline,
    Article,
    Form,
}

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
    /// Messages that are shown.
    pub toasts: Toasts,
    outline: OutlineState,
    timeline: timeline::TimelineState,
    place: Place,
    outline_rect: Option<Rect>,
    form_rect: Option<Rect>,
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
            self.panels(ui, session, &mut requests);
        } else {
            let page = theme::tokens(ui).page;
            CentralPanel::default().frame(Frame::new().fill(page)).show(ui, |ui| {
                start::start_ui(ui, &self.settings.recent, &mut requests);
            });
        }
        dialog_ui(ui, session, &mut self.dialog, &mut requests);
        self.give_keyboard_back(ui);
        toasts_ui(ui, &mut self.toasts);
        self.note_place(session);
        requests
    }

    /// Notes what is shown, to come back to.
    fn note_place(&mut self, session: &Session) {
        if self.outline.take_step() {
            self.trail.expect_step();
        }
        let jump = self.article.take_jump();
        if session.is_open() {
            let now = trail::Place { selection: session.selection().clone(), spot: self.article.spot() };
            self.trail.watch(now, jump);
        }
    }

    /// Goes back to what was shown before, or forward again: the command that shows it.
    pub fn go(&mut self, forward: bool, session: &Session) -> Option<Command> {
        let case = session.case();
        let has = |id: &crate::model::Id| case.place(id).is_some();
        let is_there = |selection: &Selection| {
            let form = match &selection.form {
                Some(Target::Record(place)) => case.id_at(*place).is_some(),
                Some(Target::Article(id)) => has(id),
                Some(Target::Header) | None => true,
            };
            form && selection.article.as_ref().is_none_or(has)
        };
        let place = self.trail.go(forward, is_there)?;
        if let Some(article) = &place.selection.article {
            self.article.go(article.clone(), place.spot);
        }
        Some(Command::Show(place.selection))
    }

    /// Before a dialog is shown, notes what has the keyboard.
    fn note_keyboard(&mut self, ui: &Ui) {
        if self.dialog.is_none() || self.had_dialog {
            return;
        }
        let focused = ui.memory(egui::Memory::focused);
        // Where one dialog takes the place of another, it is what was in use before the first.
        if !self.dialog_goes || (focused.is_some() && focused != self.in_dialog) {
            self.before_dialog = focused;
        }
        self.dialog_goes = false;
    }

    /// Notes which record is in the form, since it may be wanted again.
    fn note_recent(&mut self, session: &Session) {
        let form = (session.generation(), session.selection().form.clone());
        if form == self.last_form {
            return;
        }
        if form.0 != self.last_form.0 {
            self.trail = Trail::default();
            self.recents.forget_records();
        }
        if let Some(Target::Record(place)) = form.1 {
            self.recents.note(Recent::Record(place));
        }
        self.last_form = form;
    }

    /// Gives the page of the article the keyboard, also where a dialog has only just gone.
    pub fn focus_page(&mut self, ctx: &egui::Context) {
        self.article.focus(ctx);
        if self.dialog_goes {
            self.before_dialog = Some(ArticleState::focus_id());
        }
    }

    /// What of the window decides whether commands can be given.
    #[must_use]
    pub fn scene(&self) -> Scene {
        Scene {
            has_words: self.article.selected_words().is_some(),
            has_back: self.trail.has_back(),
            has_forward: self.trail.has_forward(),
        }
    }

    /// Opens the palette.
    pub fn open_palette(&mut self) {
        self.dialog = Some(Dialog::Palette(Box::new(PaletteState::new(self.recents.clone(), self.scene()))));
    }

    /// Notes that a command was chosen in the palette.
    pub fn note_chosen(&mut self, command: MenuCommand) {
        self.recents.note(Recent::Command(command));
    }

    /// Once a dialog has gone, what had the keyboard before has it again, unless something else was given it.
    fn give_keyboard_back(&mut self, ui: &Ui) {
        let had_dialog = std::mem::replace(&mut self.had_dialog, self.dialog.is_some());
        if self.had_dialog {
            return;
        }
        let went = std::mem::replace(&mut self.dialog_goes, had_dialog);
        if had_dialog {
            // Through all of the next frame too, nothing behind the dialog may have the keyboard.
            self.in_dialog = ui.memory(egui::Memory::focused);
            ui.ctx().request_repaint();
        } else if let Some(before) = self.before_dialog.take_if(|_| went) {
            ui.memory_mut(|memory| {
                if memory.focused().is_none_or(|focused| Some(focused) == self.in_dialog) {
                    memory.request_focus(before);
                }
            });
        }
    }

    fn panels(&mut self, ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
        let tokens = theme::tokens(ui);
        let width = ui.available_width();
        let side = Frame::new().fill(tokens.panel).stroke(Stroke::NONE);
        let bar = side.inner_margin(Margin::symmetric(14, 0));
        Panel::bottom("status").exact_size(26.0).resizable(false).frame(bar).show(ui, |ui| {
            region(ui, "Status bar", |ui| status_bar::status_bar_ui(ui, session));
        });
        if self.settings.timeline_open && ui.available_height() > 420.0 {
            Panel::bottom("timeline").exact_size(timeline::HEIGHT).resizable(false).frame(side).show(ui, |ui| {
                region(ui, "Timeline", |ui| timeline::timeline_ui(ui, session, &mut self.timeline, requests));
            });
        }
        (self.outline_rect, self.form_rect) = (None, None);
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
        let top = menu_bar::HEIGHT;
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

    /// Opens the bar in which words of the article are looked for. In a narrow window the form would cover it.
    pub fn find(&mut self, ctx: &egui::Context) {
        if ctx.content_rect().width() < size::NARROW {
            self.settings.form_open = false;
        }
        self.article.open_find();
    }

    /// Moves the keyboard to the next panel.
    pub fn next_panel(&mut self, ctx: &egui::Context, session: &Session) {
        self.place = match self.place_of_keyboard(ctx) {
            Place::Outline => Place::Article,
            Place::Article if self.settings.form_open && session.selection().form.is_some() => Place::Form,
            Place::Article | Place::Form => Place::Outline,
        };
        match self.place {
            Place::Outline if self.settings.outline_open => {
                ctx.memory_mut(|memory| memory.request_focus(OutlineState::focus_id()));
            }
            Place::Outline | Place::Article => self.article.focus(ctx),
            Place::Form => self.form.focus_first(),
        }
    }

    /// The panel in which the keyboard is; where it is in none, the one that F6 went to last.
    fn place_of_keyboard(&self, ctx: &egui::Context) -> Place {
        let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
        let is_in = |panel: Option<Rect>| {
            let at = focused.as_ref().map(|focused| focused.rect.center().x);
            at.zip(panel).is_some_and(|(at, panel)| panel.x_range().contains(at))
        };
        match () {
            () if self.article.has_focus(ctx) => Place::Article,
            () if is_in(self.form_rect) => Place::Form,
            () if is_in(self.outline_rect) => Place::Outline,
            () => self.place,
        }
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
