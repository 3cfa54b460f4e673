//! The program in its window: input to requests, requests to the session, the session to the screen.

mod asking;
mod ending;
mod keys;
mod lost;
mod requests;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use eframe::egui::{self, Context, Ui, ViewportBuilder, ViewportCommand};

use crate::session::{Command, Message, Recoverable, Session, Storage, case_path};
use crate::store::{self, Launch, Settings, Theme};
use crate::ui::commands;
use crate::ui::dialogs::{CorrectionForm, Dialog, NewArticleForm, SourcesForm};
use crate::ui::{Desk, Purpose, Request, theme};

/// How long the first frame may wait for files.
const BLINK: Duration = Duration::from_millis(40);

/// Runs the program with a window that shows these files. Files of a second launch are handed to the first.
#[must_use]
pub fn run(files: &[PathBuf]) -> ExitCode {
    let files: Vec<PathBuf> = files.iter().map(|path| store::absolute(path)).collect();
    let launch = store::launch(&files);
    if matches!(launch, Launch::HandedOver) {
        return ExitCode::SUCCESS;
    }
    let icon =
        eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/casefile-128.png")).unwrap_or_default();
    let viewport = ViewportBuilder::default()
        .with_title("Casefile")
        .with_app_id("casefile")
        .with_icon(icon)
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([560.0, 420.0])
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let started = eframe::run_native(
        "casefile",
        options,
        Box::new(|cc| {
            let mut app = App::with_storage(&cc.egui_ctx, Settings::load(), Storage::of_user());
            app.keeps_settings = true;
            app.listen_for_signals(&cc.egui_ctx);
            app.start(&cc.egui_ctx, launch, files);
            Ok(Box::new(app))
        }),
    );
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!(
                "Casefile could not open a window: {error}. Nothing was changed. Check that a display is available"
            );
            ExitCode::FAILURE
        }
    }
}

/// How far the end of the program is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    /// Nobody asked for it.
    No,
    /// It comes once everything is saved.
    WhenSaved,
    /// It comes now.
    Now,
}

/// The program.
pub struct App {
    session: Session,
    desk: Desk,
    requests: Vec<Request>,
    /// What was asked for while a corrected date of publication waits for an answer.
    held: Vec<Request>,
    handed_over: Option<Receiver<Vec<PathBuf>>>,
    asking: Option<asking::Asking>,
    /// Work that was not saved and that nobody was asked about yet.
    lost: Vec<Recoverable>,
    /// What a person wanted to open when unsaved work was in the way.
    pending: Option<Command>,
    closing: Closing,
    ending: store::Ending,
    stored: Settings,
    /// For measuring the start: the window closes once the case has been shown.
    closes_at_once: bool,
    /// Whether settings outlive the program.
    keeps_settings: bool,
    title: String,
}

impl App {
    /// The program with nothing open. Its settings are not stored, nor is anything else but what is saved.
    #[must_use]
    pub fn new(ctx: &Context, settings: Settings) -> Self {
        Self::with_storage(ctx, settings, Storage::default())
    }

    /// The same with a journal and earlier versions of what is opened.
    #[must_use]
    pub fn with_storage(ctx: &Context, settings: Settings, storage: Storage) -> Self {
        theme::install(ctx);
        // Ctrl+Q takes the path that asks about unsaved work.
        ctx.options_mut(|options| options.quit_shortcuts.clear());
        let waker = ctx.clone();
        let mut session = Session::with_storage(Arc::new(move || waker.request_repaint()), storage);
        session.set_annotator(&settings.annotator);
        session.set_mappings(keys::mappings(&settings));
        session.perform(Command::LookForLost);
        let app = Self {
            session,
            stored: settings.clone(),
            closes_at_once: std::env::var_os("CASEFILE_CLOSE_AFTER_FIRST_FRAME").is_some(),
            keeps_settings: false,
            desk: Desk::new(settings),
            requests: Vec::new(),
            held: Vec::new(),
            handed_over: None,
            asking: None,
            lost: Vec::new(),
            pending: None,
            closing: Closing::No,
            ending: store::Ending::default(),
            title: String::new(),
        };
        app.apply_settings(ctx);
        app
    }

    /// Opens files, and listens for those of later launches.
    fn start(&mut self, ctx: &Context, launch: Launch, files: Vec<PathBuf>) {
        self.session.look_after_versions();
        if let Launch::First(instance) = launch {
            let (sender, receiver) = channel();
            let waker = ctx.clone();
            instance.listen(move |files| {
                // The receiver lives as long as the window.
                drop(sender.send(files));
                waker.request_repaint();
            });
            self.handed_over = Some(receiver);
        }
        if !files.is_empty() {
            self.session.perform(Command::Open(files));
            self.wait_for_small_files();
        }
    }

    /// Lets what is read in a blink be part of the first frame; what takes longer is read while the window paints.
    fn wait_for_small_files(&mut self) {
        let started = Instant::now();
        while self.session.is_loading() && started.elapsed() < BLINK {
            self.session.poll();
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// The session, for tests.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Whether the program has ended, for tests.
    #[must_use]
    pub fn has_quit(&self) -> bool {
        self.closing == Closing::Now
    }

    /// What asks for the end when nobody can be asked, for tests.
    #[must_use]
    pub fn ending(&self) -> &store::Ending {
        &self.ending
    }

    fn apply_settings(&self, ctx: &Context) {
        let wanted = std::env::var("CASEFILE_THEME").ok();
        let theme = match (wanted.as_deref(), self.desk.settings.theme) {
            (Some("light"), _) | (None, Theme::Light) => egui::ThemePreference::Light,
            (Some("dark"), _) | (None, Theme::Dark) => egui::ThemePreference::Dark,
            _ => egui::ThemePreference::System,
        };
        ctx.set_theme(theme);
        ctx.set_zoom_factor(f32::from(self.desk.settings.text_percent) / 100.0);
    }

    /// Everything but painting: input, jobs, requests.
    pub fn update(&mut self, ctx: &Context) {
        if self.ends_by_signal() {
            return;
        }
        self.take_in_files(ctx);
        // The system may not have said what happened to the files meanwhile.
        if ctx.input(|input| input.events.contains(&egui::Event::WindowFocused(true))) {
            self.session.perform(Command::Look);
        }
        if self.session.poll() {
            ctx.request_repaint();
        }
        for message in self.session.take_messages() {
            self.desk.toasts.push(message);
        }
        for path in self.session.take_opened() {
            self.desk.settings.remember(&path);
        }
        keys::keep(&self.session, &mut self.desk.settings);
        if self.desk.dialog.is_none() {
            self.open_blocked();
        }
        if let Some(sources) = self.session.sources() {
            let is_shown = matches!(&self.desk.dialog, Some(Dialog::Sources(form)) if form.is_of(sources));
            if !is_shown && self.desk.dialog.is_none() {
                self.desk.dialog = Some(Dialog::Sources(Box::new(SourcesForm::of(sources))));
            }
        }
        // What is being typed in a dialog must not give way; texts come up one after the other.
        if self.desk.dialog.is_none()
            && let Some(article) = self.session.take_proposal()
        {
            self.desk.dialog = Some(Dialog::NewArticle(Box::new(NewArticleForm::of(article))));
        }
        if self.desk.dialog.is_none()
            && let Some(trouble) = self.session.take_trouble()
        {
            let quits = self.closing == Closing::WhenSaved;
            self.desk.dialog = Some(Dialog::Trouble(Box::new(trouble), quits));
        }
        if let Some(quote) = self.session.take_shown_quote() {
            self.desk.article.reveal(quote);
        }
        if let Some(words) = self.desk.article.take_note() {
            self.say(Message::note(words));
        }
        if let Some(id) = self.desk.article.locate_requested.take() {
            self.requests.push(Request::Ask(Purpose::Locate(id)));
        }
        self.take_in_answers();
        if self.desk.dialog.is_none() {
            self.requests.extend(commands::pressed(ctx).into_iter().map(Request::Menu));
        }
        let mut requests = std::mem::take(&mut self.requests);
        if self.session.correction().is_none() {
            requests.splice(0..0, self.held.drain(..));
        }
        for request in requests {
            self.carry_out(ctx, request);
        }
        if let Some(found) = self.session.take_occurrences()
            && let Some(Dialog::Occurrences(form)) = &mut self.desk.dialog
        {
            form.take_in(found);
        }
        if let Some(correction) = self.session.correction()
            && self.desk.dialog.is_none()
        {
            self.desk.dialog = Some(Dialog::Correction(CorrectionForm::of(correction)));
        }
        self.ask_about_lost();
        self.go_on_after_save();
        self.session.note_draft(self.desk.draft().as_ref());
        self.close_if_wanted(ctx);
        self.desk.waiting = self.asking.as_mut().and_then(|asking| asking.waiting(ctx));
        self.keep_title(ctx);
        self.keep_settings(ctx);
    }

    /// Files that were dropped on the window or handed over by a later launch.
    fn take_in_files(&mut self, ctx: &Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.requests.push(Request::Session(Command::Open(dropped)));
        }
        let handed: Vec<Vec<PathBuf>> = self.handed_over.iter().flat_map(Receiver::try_iter).collect();
        for files in handed {
            if !files.is_empty() {
                self.requests.push(Request::Session(Command::Open(files)));
            }
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
    }

    /// What came of a dialog of the desktop.
    fn take_in_answers(&mut self) {
        if self.desk.dialog.is_some() {
            return;
        }
        let Some(asked) = self.asking.as_ref().and_then(asking::Asking::answer) else { return };
        let Some(purpose) = self.asking.take().map(|asking| asking.purpose().clone()) else { return };
        match asked {
            store::Asked::Chosen(paths) if purpose.writes() => {
                // The desktop asks before it lets one choose a file that is there, but knows nothing of the end that
                // the name is given.
                let request = |path: PathBuf| {
                    let replaces = matches!(purpose, Purpose::CopyVersion(..)) || case_path(&path) == path;
                    Request::Path { purpose, path, replaces }
                };
                self.requests.extend(paths.into_iter().next().map(request));
            }
            store::Asked::Chosen(paths) => self.requests.extend(purpose.command(paths, false).map(Request::Session)),
            store::Asked::Cancelled => {}
            store::Asked::NoDialog => self.desk.dialog = Some(Dialog::Path(purpose, String::new())),
        }
    }

    fn keep_title(&mut self, ctx: &Context) {
        let title = match crate::ui::title(&self.session) {
            title if self.session.is_open() => format!("{title} — Casefile"),
            title => title,
        };
        if self.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn keep_settings(&mut self, ctx: &Context) {
        let is_dragging = ctx.input(|input| input.pointer.any_down());
        if !is_dragging && self.stored != self.desk.settings {
            self.stored = self.desk.settings.clone();
            if self.keeps_settings {
                self.stored.store();
            }
            self.apply_settings(ctx);
        }
    }

    /// Shows everything.
    pub fn show(&mut self, ui: &mut Ui) {
        // The system's title bar is not part of the tree that assistive programs read.
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |window| window.set_label(self.title.as_str()));
        let mut requests = self.desk.show(ui, &self.session);
        // A press on a button ends what is being typed in a field further down: it was typed before.
        requests.sort_by_key(|request| !request.is_typed());
        self.requests.extend(requests);
        if self.closes_at_once && self.session.is_open() && !self.session.is_loading() {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
        if !self.requests.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    fn say(&mut self, message: Message) {
        self.desk.toasts.push(message);
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.update(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}
