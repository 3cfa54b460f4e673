//! What a person has to know of the files before they go on, at the top of the window for as long as it is so: what
//! other programs have made of them, and why the case can only be read.

use egui::{Align, Frame, Label, Layout, Margin, Panel, RichText, Stroke, Ui, accesskit};

use super::dialogs::{Dialog, TheirsForm};
use super::theme;
use super::widgets::region;
use super::{Purpose, Request, icons};
use crate::model::List;
use crate::session::{Barrier, Command, Foreign, Session, Theirs, Which};

/// How many files are told of at once; the others follow.
const SHOWN: usize = 2;

/// Shows the notices, if there are any. Returns how much room they take.
pub(super) fn notices_ui(
    ui: &mut Ui,
    session: &Session,
    dialog: &mut Option<Dialog>,
    requests: &mut Vec<Request>,
) -> f32 {
    let barrier = session.document().barrier.zip(session.document().read_only.as_deref());
    if barrier.is_none() && session.foreign().is_empty() {
        return 0.0;
    }
    let fill = theme::tokens(ui).raised;
    let frame = Frame::new().fill(fill).inner_margin(Margin::symmetric(14, 7));
    let shown = Panel::top("notices").resizable(false).frame(frame).show(ui, |ui| {
        region(ui, "Notices", |ui| {
            if let Some((barrier, words)) = barrier {
                barrier_ui(ui, session, barrier, words, requests);
            }
            for (which, foreign) in session.foreign().iter().take(SHOWN) {
                foreign_ui(ui, session, which, foreign, dialog, requests);
            }
            let others = session.foreign().len().saturating_sub(SHOWN);
            if others > 0 {
                others_ui(ui, session, others, requests);
            }
        });
    });
    let rect = shown.response.rect;
    let border = theme::tokens(ui).border;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, border));
    rect.height()
}

/// One notice: an icon, a sentence, and what can be done. Where it does not fit beside the sentence, that stands below.
fn notice(ui: &mut Ui, icon: char, colour: egui::Color32, words: &str, actions: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(icon).font(theme::icon()).color(colour));
        let said = ui.add(Label::new(words).wrap());
        // Said aloud when it comes up, without taking the keyboard.
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
        actions(ui);
    });
}

fn barrier_ui(ui: &mut Ui, session: &Session, barrier: Barrier, words: &str, requests: &mut Vec<Request>) {
    let colour = theme::tokens(ui).accent;
    let icon = if barrier == Barrier::OtherWindow { icons::FILES } else { icons::LOCK };
    notice(ui, icon, colour, words, |ui| {
        let path = session.document().path.clone();
        if ui.add_enabled(!session.is_loading(), egui::Button::new("Try again")).clicked() {
            requests.extend(path.map(|path| Request::Session(Command::Open(vec![path]))));
        }
        if ui.button("Save as…").clicked() {
            requests.push(Request::Ask(Purpose::SaveAs));
        }
    });
}

/// What a file is called in a sentence.
fn name(session: &Session, which: &Which) -> String {
    let Which::Article(id) = which else { return "the file of this case".to_owned() };
    let place = session.case().place(id).filter(|place| place.list == List::Articles);
    let title = place.map(|place| crate::query::title(session.case(), place)).unwrap_or_default();
    if title.is_empty() {
        "the file of an article".to_owned()
    } else {
        format!("the file of the article “{title}”")
    }
}

/// What happened, and what was kept.
pub(super) fn sentence(session: &Session, which: &Which, foreign: &Foreign) -> String {
    let name = name(session, which);
    let capital = format!("T{}", &name[1..]);
    match (&foreign.theirs, foreign.stopped_a_save) {
        (Theirs::Written { .. }, false) => format!("Another program has changed {name}. It was not touched from here."),
        (Theirs::Written { .. }, true) => {
            format!("Nothing was saved, since another program has changed {name}. Your work is still open.")
        }
        (Theirs::Displaced(_), _) => {
            format!("While {name} was being saved, another program wrote it. What it wrote is kept.")
        }
        (Theirs::Removed, _) => {
            format!("{capital} was removed or moved by another program. What is open here is kept.")
        }
        (Theirs::Unreadable(why), _) => format!("{capital} can no longer be read: {why}. What is open here is kept."),
    }
}

fn foreign_ui(
    ui: &mut Ui,
    session: &Session,
    which: &Which,
    foreign: &Foreign,
    dialog: &mut Option<Dialog>,
    requests: &mut Vec<Request>,
) {
    let colour = theme::tokens(ui).warning;
    let words = sentence(session, which, foreign);
    notice(ui, icons::TRIANGLE_ALERT, colour, &words, |ui| {
        let has_theirs = matches!(foreign.theirs, Theirs::Written { .. } | Theirs::Displaced(_));
        if has_theirs && ui.button("Show the difference").clicked() {
            *dialog = Some(Dialog::Theirs(TheirsForm::of(which.clone())));
        }
        answers_ui(ui, session, which, foreign, requests);
    });
}

/// The answers to what another program has made of a file. Whether one was given.
pub(super) fn answers_ui(
    ui: &mut Ui,
    session: &Session,
    which: &Which,
    foreign: &Foreign,
    requests: &mut Vec<Request>,
) -> bool {
    let before = requests.len();
    let is_busy = session.is_saving() || session.is_loading();
    let can_write = session.document().read_only.is_none();
    ui.add_enabled_ui(!is_busy, |ui| {
        let mut answer = |name: &str, request: Request| {
            if ui.button(name).clicked() {
                requests.push(request);
            }
        };
        let has_theirs = matches!(foreign.theirs, Theirs::Written { .. } | Theirs::Displaced(_));
        if has_theirs {
            answer("Take theirs", Request::Session(Command::TakeTheirs(which.clone())));
        }
        if has_theirs && can_write {
            answer("Keep mine", Request::Session(Command::KeepMine(which.clone())));
        }
        match (&foreign.theirs, which) {
            (Theirs::Removed, _) if can_write => {
                answer("Save it again", Request::Session(Command::SaveAgain(which.clone())));
            }
            (Theirs::Unreadable(_), _) => answer("Look again", Request::Session(Command::Look)),
            _ => {}
        }
        match (&foreign.theirs, which) {
            (Theirs::Removed | Theirs::Unreadable(_), Which::Case) => answer("Save as…", Request::Ask(Purpose::SaveAs)),
            (Theirs::Written { .. } | Theirs::Unreadable(_), Which::Article(id)) if can_write => {
                answer("Save mine as a copy", Request::Session(Command::SaveArticleCopy(id.clone())));
            }
            (Theirs::Written { .. } | Theirs::Displaced(_), Which::Case) => {
                answer("Save mine as a copy…", Request::Ask(Purpose::SaveAs));
            }
            _ => {}
        }
    });
    requests.len() > before
}

fn others_ui(ui: &mut Ui, session: &Session, others: usize, requests: &mut Vec<Request>) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let colour = theme::tokens(ui).muted;
        let words = if others == 1 { "And 1 file more.".to_owned() } else { format!("And {others} files more.") };
        ui.label(RichText::new(words).color(colour));
        let is_busy = session.is_saving() || session.is_loading();
        if ui.add_enabled(!is_busy, egui::Button::new("Take all of theirs")).clicked() {
            // The case takes its articles along.
            let has_case = session.foreign().contains_key(&Which::Case);
            let all = session.foreign().iter().filter(|(which, foreign)| {
                matches!(foreign.theirs, Theirs::Written { .. }) && (!has_case || **which == Which::Case)
            });
            requests.extend(all.map(|(which, _)| Request::Session(Command::TakeTheirs(which.clone()))));
        }
    });
}
