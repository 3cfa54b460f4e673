//! Carrying requests out: the one place where what panels ask for is done.

use std::path::PathBuf;

use eframe::egui::{Context, ViewportCommand};

use super::asking::Asking;
use super::{App, Closing};
use crate::edit::{Selection, Target};
use crate::model::{List, Place};
use crate::session::{Command, Message, Which};
use crate::store::{self, Theme};
use crate::ui::commands::{MenuCommand, MenuCommand as C, is_enabled};
use crate::ui::dialogs::{Dialog, NewArticleForm, OccurrencesForm, TextsForm, TheirsForm, VersionsForm};
use crate::ui::form::FormState;
use crate::ui::{Purpose, Request};

/// The sizes of text, in percent.
const SIZES: [u16; 9] = [75, 85, 100, 110, 125, 140, 150, 175, 200];

impl App {
    pub(super) fn carry_out(&mut self, ctx: &Context, request: Request) {
        match request {
            Request::Session(command) => {
                let (is_new_article, is_made) =
                    (matches!(command, Command::NewArticle(_)), matches!(command, Command::Annotate { .. }));
                self.perform(command);
                if is_new_article {
                    self.desk.focus_page(ctx);
                }
                if is_made {
                    self.enter_form();
                }
                if let Some(article) = self.session.take_undated()
                    && self.desk.dialog.is_none()
                {
                    self.desk.dialog = Some(Dialog::Published(article, String::new()));
                }
            }
            Request::Menu(command) => self.menu(ctx, command),
            Request::Chosen(command) => {
                self.desk.note_chosen(command);
                self.menu(ctx, command);
            }
            Request::Go(place) => self.go(ctx, place),
            Request::Focus(pane) => self.desk.focus_panel(ctx, pane),
            Request::ShowWords(words) => {
                let selection = Selection { article: Some(words.article.clone()), ..self.session.selection().clone() };
                self.perform(Command::Show(selection));
                self.desk.article.show_words(words);
                self.desk.focus_page(ctx);
            }
            Request::ShowField(target, path) => {
                self.perform(Command::Select(target.clone()));
                self.desk.form.show_field(target, path);
            }
            Request::BackToPage(is_done) => self.back_to_page(ctx, is_done),
            Request::TakeBack => {
                self.perform(Command::Undo);
                self.back_to_page(ctx, false);
            }
            Request::Ask(purpose) => self.ask(ctx, purpose),
            Request::TypePath => {
                if let Some(asking) = self.asking.take() {
                    self.desk.dialog = Some(Dialog::Path(asking.purpose().clone(), String::new()));
                }
            }
            Request::CloseFileDialog => self.asking = None,
            Request::Path { purpose, path, replaces } => self.at_path(ctx, purpose, path, replaces),
            Request::Annotator(name) => {
                self.session.set_annotator(&name);
                self.desk.settings.annotator = name;
            }
            Request::OpenSample => match store::sample_case() {
                Ok(path) => self.perform(Command::Open(vec![path])),
                Err(error) => self.say(Message::failure(error.to_string())),
            },
            Request::QuitNow => self.quit(ctx),
            Request::ShowTheirs(which) => self.desk.dialog = Some(Dialog::Theirs(TheirsForm::of(which))),
            Request::ShowNewer(id) => self.desk.dialog = Some(Dialog::Texts(Box::new(TextsForm::newer(id)))),
            Request::TryAgain(command, quits) => {
                self.perform(command);
                if quits {
                    self.closing = Closing::WhenSaved;
                }
            }
            Request::SaveAndQuit => self.save_and_quit(ctx),
            Request::OpenPending(save) => self.open_pending(ctx, save),
        }
    }

    /// Has the session carry out a command, after what is being typed. What would take the place of unsaved work is
    /// asked about first.
    fn perform(&mut self, command: Command) {
        if !self.is_free_after_draft() && !matches!(command, Command::Correct(_) | Command::KeepDate) {
            self.held.push(Request::Session(command));
            return;
        }
        if self.session.is_modified() && replaces_the_case(&command) {
            if self.keeps_words() {
                return;
            }
            self.pending = Some(command);
            self.desk.dialog = Some(Dialog::Unsaved(false));
            return;
        }
        if let Command::Select(_) | Command::NewRecord(_) | Command::AddEvidence(..) | Command::Annotate { .. } =
            &command
        {
            self.desk.settings.form_open = true;
        }
        if let Command::Recover(journal) | Command::SetAside(journal) = &command {
            self.lost.retain(|work| work.journal != *journal);
        }
        self.session.perform(command);
    }

    /// Takes in what is being typed. `false` where a corrected date of publication then waits for an answer: whatever
    /// else is asked for comes after that.
    pub(super) fn is_free_after_draft(&mut self) -> bool {
        if let Some(draft) = self.desk.form.take_draft(self.session.generation()) {
            self.session.perform(draft);
            // From here on these words are part of the case, and hold nothing up.
            self.session.note_draft(self.desk.draft().as_ref());
        }
        self.session.correction().is_none()
    }

    /// The keyboard goes to the form of a record that was made of words; a mention needs nobody.
    fn enter_form(&mut self) {
        if let Some(target) = self.session.new_from_words().cloned() {
            self.desk.form.enter(&self.session, target);
        }
    }

    fn next_unclaimed(&mut self, ctx: &Context) {
        match self.desk.article.next_unclaimed(&self.session) {
            Some(words) => {
                self.desk.article.show_words(words);
                self.desk.article.focus(ctx);
            }
            None => self.say(Message::note("No fact from here on that no record claims.")),
        }
    }

    fn back_to_page(&mut self, ctx: &Context, goes_on: bool) {
        if goes_on {
            self.desk.article.go_on();
        }
        self.desk.article.focus(ctx);
    }

    fn perform_if(&mut self, command: Option<Command>) {
        if let Some(command) = command {
            self.perform(command);
        }
    }

    fn menu(&mut self, ctx: &Context, command: MenuCommand) {
        if !self.is_free_after_draft() {
            self.held.push(Request::Menu(command));
            return;
        }
        if !is_enabled(command, &self.session, self.desk.scene()) {
            return;
        }
        let settings = &mut self.desk.settings;
        match command {
            C::NewCase => self.perform(Command::NewCase),
            C::NewArticle => self.desk.dialog = Some(Dialog::NewArticle(Box::<NewArticleForm>::default())),
            C::Open => self.ask(ctx, Purpose::Open),
            C::OpenFolder => self.ask(ctx, Purpose::OpenFolder),
            C::OpenPath => self.desk.dialog = Some(Dialog::Path(Purpose::Open, String::new())),
            C::Save if self.session.needs_path() => self.ask(ctx, Purpose::SaveAs),
            C::Save => self.perform(Command::Save),
            C::SaveAs => self.ask(ctx, Purpose::SaveAs),
            C::Revert => self.perform(Command::Revert),
            C::Versions => self.show_versions(),
            C::Texts => self.show_earlier_texts(),
            C::Checkpoint => self.ask_for_checkpoint(),
            C::Recover => self.list_lost(),
            C::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            C::Undo => self.perform(Command::Undo),
            C::Redo => self.perform(Command::Redo),
            C::Find => self.desk.find(ctx),
            C::NextUnclaimed => self.next_unclaimed(ctx),
            C::Palette => self.desk.open_palette(),
            C::Duplicate | C::Delete => self.record_command(command),
            C::NewParty => self.perform(Command::NewRecord(List::Parties)),
            C::NewAmount => self.perform(Command::NewRecord(List::Amounts)),
            C::NewDate => self.perform(Command::NewRecord(List::Dates)),
            C::NewAction => self.perform(Command::NewRecord(List::Actions)),
            C::NewProceeding => self.perform(Command::NewRecord(List::Proceedings)),
            C::AddEvidence => self.perform_if(self.desk.evidence_command(&self.session)),
            C::AcceptLink => self.perform_if(FormState::proposed_link(&self.session)),
            C::AcceptMoved => {
                let moved = self.session.selection().article.as_ref().map(|id| self.session.moved_quotes(id));
                self.perform(Command::AcceptQuotes(moved.unwrap_or_default()));
            }
            C::MarkOccurrences => {
                let form = OccurrencesForm::of(&self.session, self.desk.article.selected_words().as_ref());
                self.desk.dialog = form.map(|form| Dialog::Occurrences(Box::new(form)));
            }
            C::CaseForm => self.perform(Command::Select(Target::Header)),
            C::Annotator => self.desk.dialog = Some(Dialog::Annotator(settings.annotator.clone())),
            C::Faults => self.desk.dialog = Some(Dialog::Faults),
            C::ToggleOutline => settings.outline_open = !settings.outline_open,
            C::ToggleForm => settings.form_open = !settings.form_open,
            C::ToggleTimeline => settings.timeline_open = !settings.timeline_open,
            C::Larger => {
                settings.text_percent = SIZES.into_iter().find(|size| *size > settings.text_percent).unwrap_or(200);
            }
            C::Smaller => {
                settings.text_percent =
                    SIZES.into_iter().rev().find(|size| *size < settings.text_percent).unwrap_or(75);
            }
            C::UsualSize => settings.text_percent = 100,
            C::ThemeSystem => settings.theme = Theme::System,
            C::ThemeLight => settings.theme = Theme::Light,
            C::ThemeDark => settings.theme = Theme::Dark,
            C::Back | C::Forward => {
                if let Some(command) = self.desk.go(command == C::Forward, &self.session) {
                    self.perform(command);
                    self.desk.focus_page(ctx);
                }
            }
            C::NextArticle | C::PreviousArticle => self.step_article(ctx, command == C::NextArticle),
            C::NextHighlight | C::PreviousHighlight => {
                self.desk.article.step(command == C::NextHighlight);
                self.desk.focus_page(ctx);
            }
            C::NextPanel | C::PreviousPanel => self.desk.next_panel(ctx, &self.session, command == C::NextPanel),
            C::Shortcuts => self.desk.dialog = Some(Dialog::Shortcuts),
            C::About => self.desk.dialog = Some(Dialog::About),
        }
    }

    /// Shows a record's form and the first words that prove it, or an article with the keyboard on its page.
    fn go(&mut self, ctx: &Context, place: Place) {
        let quote = self.session.first_quote_of(place);
        let Some(id) = self.session.case().id_at(place).cloned() else { return };
        match quote {
            _ if place.list == List::Articles => self.perform(Command::ShowArticle(id)),
            None => {
                self.perform(Command::Select(Target::Record(place)));
                self.desk.form.focus_first();
                return;
            }
            Some(quote) => {
                self.perform(Command::Select(Target::Record(place)));
                self.perform(Command::ShowQuote(quote));
            }
        }
        self.desk.focus_page(ctx);
    }

    /// Shows the next article, with the keyboard on its page. The form of a record stays, since the next words may be
    /// about it too; that of an article gives way to the one of the next.
    fn step_article(&mut self, ctx: &Context, forward: bool) {
        let Some(id) = self.session.next_article(forward).cloned() else { return };
        let form = self.session.selection().form.clone().filter(|form| matches!(form, Target::Record(_)));
        let selection = Selection { form: form.or(Some(Target::Article(id.clone()))), article: Some(id) };
        self.perform(Command::Show(selection));
        self.desk.focus_page(ctx);
    }

    fn record_command(&mut self, command: MenuCommand) {
        let Some(target) = self.session.selection().form.clone() else { return };
        self.perform(if command == MenuCommand::Delete { Command::Delete(target) } else { Command::Duplicate(target) });
    }

    fn show_versions(&mut self) {
        let form = VersionsForm::of(&self.session, jiff::Zoned::now());
        self.desk.dialog = Some(Dialog::Versions(Box::new(form)));
    }

    fn show_earlier_texts(&mut self) {
        let article = self.session.selection().article.as_ref().and_then(|id| self.session.article(id));
        self.desk.dialog = article.and_then(TextsForm::earlier).map(|form| Dialog::Texts(Box::new(form)));
    }

    /// Asks by what name to keep a checkpoint. Without a file there is nothing to ask: the session says why.
    fn ask_for_checkpoint(&mut self) {
        if self.session.has_versions(&Which::Case) {
            self.desk.dialog = Some(Dialog::Checkpoint(String::new()));
        } else {
            self.perform(Command::Checkpoint(String::new()));
        }
    }

    /// Whether there is a dialog whose words would be lost if another took its place; the person is told.
    fn keeps_words(&mut self) -> bool {
        let has_words = self.desk.dialog.as_ref().is_some_and(Dialog::has_words);
        if has_words {
            self.say(Message::note("First add the new article, or cancel it: its words are nowhere else yet."));
        }
        has_words
    }

    /// Opens or saves at a path. A file that lies there is replaced only if the person wants it.
    fn at_path(&mut self, ctx: &Context, purpose: Purpose, path: PathBuf, replaces: bool) {
        let is_taken = match purpose {
            Purpose::CopyVersion(..) => path.exists(),
            _ => self.session.would_replace(&path),
        };
        if purpose.writes() && !replaces && is_taken {
            self.desk.dialog = Some(Dialog::Replace(purpose, path));
            return;
        }
        if let Some(command) = purpose.command(vec![path], replaces) {
            self.perform(command);
        }
        if purpose == Purpose::SaveAsAndQuit {
            self.save_and_quit(ctx);
        }
    }

    fn ask(&mut self, ctx: &Context, purpose: Purpose) {
        match &mut self.asking {
            Some(asking) if *asking.purpose() == purpose => asking.ask_again(),
            // What was asked last is what the person wants; the dialog before may well hang.
            _ => self.asking = Some(Asking::start(ctx, purpose, &self.session)),
        }
    }

    /// The window was asked to close: by its frame, by the system, or by Ctrl+Q.
    pub(super) fn close_if_wanted(&mut self, ctx: &Context) {
        let waits = self.session.is_saving() || self.session.correction().is_some();
        if self.closing == Closing::WhenSaved && !waits {
            // A save that failed keeps the window: its message says what to do.
            self.closing = if self.session.is_modified() { Closing::No } else { Closing::Now };
            if self.closing == Closing::Now {
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        if !self.is_free_after_draft() && self.closing != Closing::Now {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            return;
        }
        let loses_words = self.desk.dialog.as_ref().is_some_and(Dialog::has_words) || self.session.is_modified();
        if !self.session.is_saving() && (self.closing == Closing::Now || !loses_words) {
            self.closing = Closing::Now;
            // Words that were taken into the case just now are not being typed any more.
            self.session.note_draft(self.desk.draft().as_ref());
            self.session.close_journal();
            return;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        if self.session.is_saving() {
            self.closing = Closing::WhenSaved;
        } else {
            self.closing = Closing::No;
            if !self.keeps_words() {
                self.desk.dialog = Some(Dialog::Unsaved(true));
            }
        }
    }

    fn quit(&mut self, ctx: &Context) {
        self.closing = Closing::Now;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    fn save_and_quit(&mut self, ctx: &Context) {
        if self.session.is_saving() {
            self.closing = Closing::WhenSaved;
        } else if self.session.needs_path() {
            self.ask(ctx, Purpose::SaveAsAndQuit);
        } else {
            self.perform(Command::Save);
            self.closing = Closing::WhenSaved;
        }
    }

    fn open_pending(&mut self, ctx: &Context, save: bool) {
        if save && self.session.needs_path() {
            self.ask(ctx, Purpose::SaveAs);
        } else if save {
            self.perform(Command::Save);
        } else if let Some(command) = self.pending.take() {
            self.session.give_up_changes();
            self.session.perform(command);
        }
    }

    /// Asks what becomes of unsaved work before a case takes its place whose name did not tell that it is one.
    pub(super) fn open_blocked(&mut self) {
        let paths = self.session.take_blocked();
        if paths.is_empty() {
            return;
        }
        let command = Command::Open(paths);
        if !self.is_free_after_draft() {
            self.held.push(Request::Session(command));
        } else if self.session.is_modified() {
            self.pending = Some(command);
            self.desk.dialog = Some(Dialog::Unsaved(false));
        } else if self.session.may_be_replaced() {
            self.session.perform(command);
        } else {
            self.say(Message::note("Nothing was opened. First finish what is being typed, then open it again."));
        }
    }

    /// Opens what waited for a save, once that has ended well. Once it has ended otherwise, or the person has cancelled,
    /// nothing waits any more: a later save has nothing to do with it.
    pub(super) fn go_on_after_save(&mut self) {
        if self.session.is_saving() || self.asking.is_some() || self.desk.dialog.is_some() {
            return;
        }
        if let Some(command) = self.pending.take()
            && !self.session.is_modified()
        {
            self.session.perform(command);
        }
    }
}

/// Whether a command takes another case in place of the present one. What files hold is known only once they are
/// read, so their names must do.
fn replaces_the_case(command: &Command) -> bool {
    let has_end = |name: &str, end: &str| name.to_lowercase().ends_with(end);
    match command {
        Command::NewCase | Command::Recover(_) => true,
        // A case by another name is told apart once it is read; then the same is asked.
        Command::Open(paths) => {
            paths.iter().filter_map(|path| path.file_name()).any(|name| has_end(&name.to_string_lossy(), ".case.json"))
        }
        _ => false,
    }
}
