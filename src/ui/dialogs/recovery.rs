//! Work that was not saved: what there is of it, how it differs from what its files hold, and opening it again. Nothing
//! here writes over anything.

mod list;

use std::path::PathBuf;

use egui::{Key, Layout, Ui, Vec2};
use jiff::Zoned;

use super::Outcome;
use crate::session::{Command, LostWork, Recoverable, Session};
use crate::ui::Request;
use crate::ui::difference::{DifferenceState, difference_ui};
use crate::ui::list_box::ListBoxState;
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted, primary_button, sentence_in_room};

/// Widest that the dialog gets.
const WIDEST: f32 = 1080.0;
/// Everything above and below the list.
const AROUND: f32 = 240.0;
/// How high the list is, at least and at most.
const HEIGHT: std::ops::RangeInclusive<f32> = 160.0..=380.0;
/// Width of the list, as a share of the dialog, and at most.
const LIST: (f32, f32) = (0.3, 320.0);

/// Why the dialog is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Work was found when the program started.
    Start,
    /// The file that was just opened has work that is not saved.
    File,
    /// A person wanted to see what can be recovered.
    Asked,
}

/// What a person looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct RecoveryForm {
    occasion: Occasion,
    /// What was found; `None` while it is looked for.
    found: Option<Vec<Recoverable>>,
    /// The work (its journal) that is chosen.
    chosen: Option<PathBuf>,
    /// The work that was asked to be compared last since the dialog was opened.
    asked: Option<PathBuf>,
    list: ListBoxState,
    difference: DifferenceState,
    /// Whose difference is shown.
    shown: Option<PathBuf>,
    has_started: bool,
    /// When the dialog was opened.
    now: Zoned,
}

impl RecoveryForm {
    /// A question about what was found.
    #[must_use]
    pub fn about(occasion: Occasion, found: Vec<Recoverable>, now: Zoned) -> Self {
        let mut form = Self::looking(now);
        form.occasion = occasion;
        form.take_in(found);
        form
    }

    /// The form of a person who asked for it, while everything is looked for.
    #[must_use]
    pub fn looking(now: Zoned) -> Self {
        Self {
            occasion: Occasion::Asked,
            found: None,
            chosen: None,
            asked: None,
            list: ListBoxState::default(),
            difference: DifferenceState::default(),
            shown: None,
            has_started: false,
            now,
        }
    }

    /// Whether it waits for what is found.
    #[must_use]
    pub fn is_looking(&self) -> bool {
        self.found.is_none()
    }

    /// Takes in what was found.
    pub fn take_in(&mut self, found: Vec<Recoverable>) {
        self.chosen = found.first().map(|one| one.journal.clone());
        self.found = Some(found);
    }

    /// Takes work out of the list. Whether there is more.
    fn leave_out(&mut self, journal: &PathBuf) -> bool {
        let found = self.found.get_or_insert_default();
        let at = found.iter().position(|one| one.journal == *journal).unwrap_or(0);
        found.retain(|one| one.journal != *journal);
        self.chosen = found.get(at).or(found.last()).map(|one| one.journal.clone());
        !found.is_empty()
    }

    fn chosen(&self) -> Option<&Recoverable> {
        self.found.iter().flatten().find(|one| Some(&one.journal) == self.chosen.as_ref())
    }

    /// Asks for the difference of what is chosen. One comes after the other, however fast somebody goes through the list.
    fn ask(&mut self, session: &Session, requests: &mut Vec<Request>) {
        let is_under_way =
            self.asked.is_some() && session.compared_lost().is_some_and(|compared| compared.outcome.is_none());
        if let Some(journal) = self.chosen.as_ref().filter(|_| !is_under_way && self.asked != self.chosen) {
            requests.push(Request::Session(Command::CompareLost(journal.clone())));
            self.asked = self.chosen.clone();
        }
    }
}

pub(super) fn recovery_ui(
    ui: &mut Ui,
    session: &Session,
    form: &mut RecoveryForm,
    requests: &mut Vec<Request>,
) -> Outcome {
    let screen = ui.ctx().content_rect();
    ui.set_width(WIDEST.min(screen.width() - 80.0));
    words_ui(ui, form);
    ui.add_space(size::TIGHT);
    form.ask(session, requests);
    let height = (screen.height() - AROUND).clamp(*HEIGHT.start(), *HEIGHT.end());
    let room = Vec2::new(ui.available_width(), height);
    match &form.found {
        None => sentence_in_room(ui, "Looking for work that was not saved…", room),
        Some(found) if found.is_empty() => {
            sentence_in_room(ui, "There is nothing to recover: everything is saved, or open in a window.", room);
        }
        Some(_) if form.occasion == Occasion::File => {
            ui.allocate_ui_with_layout(room, Layout::top_down(egui::Align::Min), |ui| {
                ui.set_min_size(room);
                compared_ui(ui, session, form, room);
            });
        }
        Some(_) => both_ui(ui, session, form, height),
    }
    ui.add_space(size::GAP);
    buttons_ui(ui, form, requests)
}

/// What the dialog is about.
fn words_ui(ui: &mut Ui, form: &RecoveryForm) {
    const ENDED: &str =
        "The program ended before this was saved. Opening it leaves every file as it is until you save.";
    match (form.occasion, form.chosen()) {
        (Occasion::Asked, _) => {
            heading(ui, "Recover unsaved work");
            muted(
                ui,
                "What the program did not come to save, what was closed without saving, and what was set aside. Opening it \
                 leaves every file as it is until you save.",
            );
        }
        (Occasion::File, Some(work)) => {
            heading(ui, "This file has work that was not saved");
            muted(ui, ENDED);
            let file = work.path.as_deref().and_then(std::path::Path::file_name).unwrap_or_default();
            let about = [list::time(work, &form.now), Some(list::extent(work))];
            let about = about.into_iter().flatten().collect::<Vec<_>>().join(", ");
            muted(ui, format!("{about}: {}", file.display()));
        }
        _ => {
            heading(ui, "Work that was not saved was found");
            muted(ui, ENDED);
        }
    }
}

/// The list, and beside it what is chosen.
fn both_ui(ui: &mut Ui, session: &Session, form: &mut RecoveryForm, height: f32) {
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() * LIST.0).min(LIST.1);
        let RecoveryForm { found, now, chosen, list, .. } = &mut *form;
        let found = found.as_deref().unwrap_or_default();
        list::list_ui(ui, found, now, Vec2::new(width, height), (chosen, list));
        ui.add_space(size::TIGHT);
        let room = Vec2::new(ui.available_width(), height);
        ui.allocate_ui_with_layout(room, Layout::top_down(egui::Align::Min), |ui| {
            ui.set_min_size(room);
            compared_ui(ui, session, form, room);
        });
    });
}

fn compared_ui(ui: &mut Ui, session: &Session, form: &mut RecoveryForm, room: Vec2) {
    let compared = session.compared_lost().filter(|compared| form.asked.as_ref() == Some(&compared.journal));
    let Some(compared) = compared.filter(|compared| form.chosen.as_ref() == Some(&compared.journal)) else {
        sentence_in_room(ui, "Comparing…", room);
        return;
    };
    let work = match &compared.outcome {
        None => return sentence_in_room(ui, "Comparing…", room),
        Some(Err(why)) => return sentence_in_room(ui, why, room),
        Some(Ok(work)) => work,
    };
    if form.shown.as_ref() != Some(&compared.journal) {
        form.shown = Some(compared.journal.clone());
        form.difference = DifferenceState::default();
    }
    let top = ui.cursor().top();
    article_ui(ui, work);
    if work.difference.is_empty() {
        if work.article.is_none() {
            muted(ui, "It says the same as its file. What it still has is the history of its steps.");
        }
        return;
    }
    let path = form.chosen().and_then(|one| one.path.as_ref());
    let (words, ours) = match (work.has_file, path) {
        (true, _) => ("What opening it brings, beside what the file holds now:", "In the file"),
        (false, None) => ("Never saved, so all of it is new:", "Saved"),
        (false, Some(_)) => ("Its file cannot be found or read, so all of it is new:", "Saved"),
    };
    muted(ui, words);
    let room = Vec2::new(room.x, room.y - (ui.cursor().top() - top));
    difference_ui(ui, &work.difference, (ours, "Recovered"), room, &mut form.difference);
}

/// A new article that was being entered: its dialog opens again with it.
fn article_ui(ui: &mut Ui, work: &LostWork) {
    let Some(article) = &work.article else { return };
    let title = article.title.trim();
    let name = if title.is_empty() { String::new() } else { format!(" “{title}”") };
    let letters = crate::model::group_by_three(&article.text.chars().count().to_string());
    let words =
        format!("A new article{name} was being entered, {letters} letters of text. Its dialog opens again with it.");
    ui.add(egui::Label::new(words).wrap());
    ui.add_space(size::TIGHT);
}

fn buttons_ui(ui: &mut Ui, form: &mut RecoveryForm, requests: &mut Vec<Request>) -> Outcome {
    let mut outcome = Outcome::Open;
    let chosen = form.chosen().cloned();
    let is_new_focus = form.found.is_some() && !std::mem::replace(&mut form.has_started, form.found.is_some());
    ui.horizontal(|ui| {
        if let Some(work) = chosen {
            let open = primary_button(ui, "Open");
            if is_new_focus {
                open.request_focus();
            }
            let is_entered = ui.input(|input| input.key_pressed(Key::Enter)) && open.has_focus();
            if open.clicked() || is_entered {
                requests.push(Request::Session(Command::Recover(work.journal.clone())));
                outcome = Outcome::Close;
            }
            if work.aside.is_none() {
                let (name, hint) = match form.occasion {
                    Occasion::File => (
                        "Open the file as it was saved",
                        "The work is set aside: it stays under File, Recover unsaved work",
                    ),
                    _ => ("Set aside", "Ask no more about it; it stays under File, Recover unsaved work"),
                };
                if ui.button(name).on_hover_text(hint).clicked() {
                    requests.push(Request::Session(Command::SetAside(work.journal.clone())));
                    let has_more = form.leave_out(&work.journal);
                    form.has_started = false;
                    if form.occasion == Occasion::Asked {
                        // It is listed among what was closed.
                        requests.push(Request::Session(Command::LookForLost));
                        (form.found, form.asked) = (None, None);
                    } else if !has_more {
                        outcome = Outcome::Close;
                    }
                }
            }
        }
        match form.occasion {
            Occasion::Start | Occasion::File => {
                let later = ui.button("Later").on_hover_text("Change nothing; ask again next time");
                if later.clicked() {
                    outcome = Outcome::Close;
                }
            }
            Occasion::Asked => {
                let close = ui.button("Close");
                if ui.memory(|memory| memory.focused().is_none()) {
                    close.request_focus();
                }
                if close.clicked() {
                    outcome = Outcome::Close;
                }
            }
        }
    });
    outcome
}
