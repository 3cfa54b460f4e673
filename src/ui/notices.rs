//! What a person has to know of the files before they go on, at the top of the window for as long as it is so: what
//! other programs have made of them, and why the case can only be read.

use egui::accesskit::Live;
use egui::{Button, Color32, Frame, Label, Margin, Panel, RichText, Stroke, TextStyle, TextWrapMode, Ui, WidgetText};

use super::theme::{self, size};
use super::widgets::region;
use super::{Purpose, Request, icons};
use crate::model::{Article, Id, List};
use crate::session::{Barrier, Command, Foreign, Newer, Session, Theirs, Which};

/// How many letters of a headline are shown.
const LONGEST_TITLE: usize = 60;

/// What can be done, by the name of its button.
type Action = (&'static str, Request);

/// Shows the notices, if there are any. Returns how much room they take.
pub(super) fn notices_ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) -> f32 {
    let tokens = theme::tokens(ui);
    let barrier = session.document().barrier.zip(session.document().read_only.as_deref());
    if barrier.is_none() && session.foreign().is_empty() && session.newer_texts().is_empty() {
        return 0.0;
    }
    let frame = Frame::new().fill(tokens.raised).inner_margin(Margin::symmetric(14, 7));
    let shown = Panel::top("notices").resizable(false).frame(frame).show(ui, |ui| {
        region(ui, "Notices", |ui| {
            let is_free = is_free(session);
            if let Some((barrier, words)) = barrier {
                let icon = if barrier == Barrier::OtherWindow { icons::FILES } else { icons::LOCK };
                notice(ui, (icon, tokens.accent), words, barrier_actions(session), is_free, requests);
            }
            // One after the other: what is decided on the first makes room for the next.
            if let Some((which, foreign)) = session.foreign().first_key_value() {
                let words = sentence(session, which, foreign);
                let mut actions = answers(session, which, foreign);
                if has_theirs(foreign) {
                    actions.insert(0, ("Show the difference", Request::ShowTheirs(which.clone())));
                }
                notice(ui, (icons::TRIANGLE_ALERT, tokens.warning), &words, actions, is_free, requests);
            }
            let others = session.foreign().len().saturating_sub(1);
            if others > 0 {
                let words =
                    if others == 1 { "And 1 more file.".to_owned() } else { format!("And {others} more files.") };
                notice(ui, (icons::FILES, tokens.muted), &words, answers_for_all(session), is_free, requests);
            }
            newer_ui(ui, session, is_free, requests);
        });
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
    rect.height()
}

/// Shows the newer text of the article in view, or else the first, and what can be done with the others.
fn newer_ui(ui: &mut Ui, session: &Session, is_free: bool, requests: &mut Vec<Request>) {
    let tokens = theme::tokens(ui);
    let all = session.newer_texts();
    let in_view = session.selection().article.as_ref().and_then(|id| all.get_key_value(id));
    let Some((id, newer)) = in_view.or_else(|| all.first_key_value()) else { return };
    let Some(article) = session.article(id) else { return };
    let answers = |ids: Vec<Id>, take, keep| {
        let take = (take, Request::Session(Command::TakeTexts(ids.clone())));
        [take, (keep, Request::Session(Command::KeepTexts(ids)))]
    };
    let mut actions = vec![("Show the difference", Request::ShowNewer(id.clone()))];
    actions.extend(answers(vec![id.clone()], "Take the newer text", "Keep the present text"));
    notice(ui, (icons::FILE_TEXT, tokens.accent), &sentence_of_newer(article, newer), actions, is_free, requests);
    if all.len() > 1 {
        let words = match all.len() - 1 {
            1 => "And 1 more article.".to_owned(),
            others => format!("And {others} more articles."),
        };
        let actions = answers(all.keys().cloned().collect(), "Take all newer texts", "Keep all as they are");
        notice(ui, (icons::FILES, tokens.muted), &words, actions.into(), is_free, requests);
    }
}

/// What a file says of an article, and which.
pub(super) fn sentence_of_newer(article: &Article, newer: &Newer) -> String {
    let title = if article.title.is_empty() { "this article" } else { &format!("“{}”", short(&article.title)) };
    if newer.is_source {
        return format!("The file from which {title} came has changed, and has another text of it now.");
    }
    let file = newer.path.file_name().unwrap_or_default().to_string_lossy();
    format!("The file {file} has another text of {title}.")
}

/// A headline cut so that a notice stays one line where there is room for one.
fn short(title: &str) -> String {
    match title.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}

/// Whether files can be decided on: not while they are written or read.
pub(super) fn is_free(session: &Session) -> bool {
    !session.is_saving() && !session.is_loading()
}

/// One notice: an icon, a sentence, and what can be done: beside it where there is room, else below it.
fn notice(
    ui: &mut Ui,
    (icon, colour): (char, Color32),
    words: &str,
    actions: Vec<Action>,
    is_free: bool,
    requests: &mut Vec<Request>,
) {
    let padding = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
    let buttons: f32 = actions.iter().map(|(name, _)| text_width(ui, name) + padding).sum();
    let is_beside = size::ICON_BUTTON + text_width(ui, words) + buttons + 2.0 * size::GAP <= ui.available_width();
    let icon = RichText::new(icon).font(theme::icon()).color(colour);
    let say = |ui: &mut Ui| {
        let said = ui.add(Label::new(words).wrap());
        // Said aloud when it comes up, without taking the keyboard.
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
    };
    if is_beside {
        ui.horizontal(|ui| {
            ui.label(icon);
            say(ui);
            actions_ui(ui, actions, is_free, requests);
        });
        return;
    }
    ui.horizontal_top(|ui| {
        ui.label(icon);
        ui.vertical(|ui| {
            say(ui);
            ui.horizontal_wrapped(|ui| actions_ui(ui, actions, is_free, requests));
        });
    });
}

fn text_width(ui: &Ui, words: &str) -> f32 {
    let galley = WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
    galley.size().x
}

fn actions_ui(ui: &mut Ui, actions: Vec<Action>, is_free: bool, requests: &mut Vec<Request>) {
    for (name, request) in actions {
        if ui.add_enabled(is_free, Button::new(name)).clicked() {
            requests.push(request);
        }
    }
}

fn barrier_actions(session: &Session) -> Vec<Action> {
    let path = session.document().path.clone();
    let again = path.map(|path| ("Try again", Request::Session(Command::Open(vec![path]))));
    again.into_iter().chain([("Save as…", Request::Ask(Purpose::SaveAs))]).collect()
}

/// What a file is called in a sentence.
fn name(session: &Session, which: &Which) -> String {
    let Which::Article(id) = which else { return "file of this case".to_owned() };
    let place = session.case().place(id).filter(|place| place.list == List::Articles);
    let title = place.map(|place| crate::query::title(session.case(), place)).unwrap_or_default();
    if title.is_empty() { "file of an article".to_owned() } else { format!("file of the article “{title}”") }
}

/// What happened, and what was kept.
pub(super) fn sentence(session: &Session, which: &Which, foreign: &Foreign) -> String {
    let name = name(session, which);
    match (&foreign.theirs, foreign.stopped_a_save) {
        (Theirs::Written { .. }, false) => format!("Another program has changed the {name}."),
        (Theirs::Written { .. }, true) => {
            format!("Nothing was saved, since another program has changed the {name}. Your work is still open.")
        }
        (Theirs::Displaced(_), _) => {
            format!(
                "While the {name} was being saved, another program wrote it. What it wrote is kept as an earlier version."
            )
        }
        (Theirs::Removed, _) => {
            format!("The {name} was removed or moved by another program. What is open here is kept.")
        }
        (Theirs::Unreadable(why), _) => format!("The {name} can no longer be read: {why}. What is open here is kept."),
    }
}

fn has_theirs(foreign: &Foreign) -> bool {
    matches!(foreign.theirs, Theirs::Written { .. } | Theirs::Displaced(_))
}

/// The answers to what another program has made of a file.
fn answers(session: &Session, which: &Which, foreign: &Foreign) -> Vec<Action> {
    let command = Request::Session;
    let can_write = session.document().read_only.is_none();
    let mut answers = Vec::new();
    if has_theirs(foreign) {
        answers.push(("Take theirs", command(Command::TakeTheirs(which.clone()))));
    }
    if has_theirs(foreign) && can_write {
        answers.push(("Keep mine", command(Command::KeepMine(which.clone()))));
    }
    match (&foreign.theirs, which) {
        (Theirs::Removed, _) if can_write => {
            answers.push(("Save it again", command(Command::SaveAgain(which.clone()))));
        }
        (Theirs::Unreadable(_), _) => answers.push(("Look again", command(Command::Look))),
        _ => {}
    }
    match (&foreign.theirs, which) {
        (Theirs::Removed | Theirs::Unreadable(_), Which::Case) => {
            answers.push(("Save as…", Request::Ask(Purpose::SaveAs)));
        }
        (Theirs::Written { .. } | Theirs::Unreadable(_), Which::Article(id)) if can_write => {
            answers.push(("Save mine as a copy", command(Command::SaveArticleCopy(id.clone()))));
        }
        (Theirs::Written { .. } | Theirs::Displaced(_), Which::Case) => {
            answers.push(("Save mine as a copy…", Request::Ask(Purpose::SaveAs)));
        }
        _ => {}
    }
    answers
}

/// Answers to everything that other programs have made of the files, where they have done the same with all of them.
fn answers_for_all(session: &Session) -> Vec<Action> {
    let all = || session.foreign().values().map(|foreign| &foreign.theirs);
    if all().all(|theirs| matches!(theirs, Theirs::Written { .. })) {
        vec![("Take all of theirs", Request::Session(Command::TakeAllOfTheirs))]
    } else if all().all(|theirs| *theirs == Theirs::Removed) && session.document().read_only.is_none() {
        vec![("Save all of them again", Request::Session(Command::SaveAllAgain))]
    } else {
        Vec::new()
    }
}

/// The answers in a dialog. Whether one was given.
pub(super) fn answers_ui(
    ui: &mut Ui,
    session: &Session,
    (which, foreign): (&Which, &Foreign),
    requests: &mut Vec<Request>,
) -> bool {
    let before = requests.len();
    actions_ui(ui, answers(session, which, foreign), is_free(session), requests);
    requests.len() > before
}
