//! The texts of an article: a newer one that a file has, and those that it had before.

use egui::{Ui, Vec2, vec2};

use super::{Outcome, close_button};
use crate::model::{Article, Id};
use crate::query::Difference;
use crate::session::{Command, Newer, Session};
use crate::ui::Request;
use crate::ui::difference::{DifferenceState, difference_ui, focus_id};
use crate::ui::notices;
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted, primary_button};

/// A look at the texts of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct TextsForm {
    article: Id,
    /// The earlier text that is looked at, counted from 1, and what became of it in the next; `None` for a newer one.
    earlier: Option<(usize, Difference)>,
    list: DifferenceState,
}

impl TextsForm {
    /// A look at a newer text.
    #[must_use]
    pub fn newer(article: Id) -> Self {
        Self { article, earlier: None, list: DifferenceState::default() }
    }

    /// A look at the texts that an article had before, the last of them first. `None` where it had no other.
    #[must_use]
    pub fn earlier(article: &Article) -> Option<Self> {
        let last = article.versions.len();
        let earlier = Some((last, difference(article, last)?));
        Some(Self { earlier, ..Self::newer(article.id.clone()) })
    }

    /// Whether it is about a newer text.
    #[must_use]
    pub fn is_of_newer(&self) -> bool {
        self.earlier.is_none()
    }
}

/// What became of an earlier text, counted from 1, in the next.
fn difference(article: &Article, number: usize) -> Option<Difference> {
    let earlier = article.versions.get(number.checked_sub(1)?)?;
    let with = |text: &str| Article { title: article.title.clone(), text: text.into(), ..Article::default() };
    let next = article.versions.get(number).map_or(article.text.as_ref(), |next| next.text.as_str());
    Some(Difference::of_articles(&with(&earlier.text), &with(next)))
}

pub(super) fn texts_ui(ui: &mut Ui, session: &Session, form: &mut TextsForm, requests: &mut Vec<Request>) -> Outcome {
    let screen = ui.ctx().content_rect();
    let room = vec2(820.0_f32.min(screen.width() - 80.0), (screen.height() - 290.0).max(120.0));
    ui.set_width(room.x);
    // Either may be gone by now.
    match (session.article(&form.article), session.newer_texts().get(&form.article), form.is_of_newer()) {
        (Some(article), Some(newer), true) => newer_ui(ui, session, (article, newer), room, form, requests),
        (Some(article), _, false) if !article.versions.is_empty() => earlier_ui(ui, article, room, form),
        _ => Outcome::Close,
    }
}

fn newer_ui(
    ui: &mut Ui,
    session: &Session,
    (article, newer): (&Article, &Newer),
    room: Vec2,
    form: &mut TextsForm,
    requests: &mut Vec<Request>,
) -> Outcome {
    heading(ui, "A newer text");
    muted(ui, notices::sentence_of_newer(article, newer));
    if !newer.says.title.is_empty() && newer.says.title != article.title {
        muted(ui, format!("Its headline there is “{}”; the headline here stays as it is.", newer.says.title));
    }
    ui.add_space(size::TIGHT);
    difference_ui(ui, &newer.difference, ("In the case", "In the file"), room, &mut form.list);
    begin(ui);
    ui.add_space(size::TIGHT);
    muted(ui, newer.path.display().to_string());
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal_wrapped(|ui| {
        let ids = || vec![form.article.clone()];
        ui.add_enabled_ui(notices::is_free(session), |ui| {
            if primary_button(ui, "Take the newer text").clicked() {
                requests.push(Request::Session(Command::TakeTexts(ids())));
                outcome = Outcome::Close;
            }
            if ui.button("Keep the present text").clicked() {
                requests.push(Request::Session(Command::KeepTexts(ids())));
                outcome = Outcome::Close;
            }
        });
        if matches!(close_button(ui), Outcome::Close) {
            outcome = Outcome::Close;
        }
    });
    ui.add_space(size::TIGHT);
    muted(ui, "The text so far is kept as an earlier one. Every quote is looked for in the newer text.");
    outcome
}

fn earlier_ui(ui: &mut Ui, article: &Article, room: Vec2, form: &mut TextsForm) -> Outcome {
    heading(ui, "Earlier texts");
    let title = if article.title.is_empty() { "This article" } else { article.title.as_str() };
    let count = article.versions.len();
    let texts = if count == 1 { "1 earlier text".to_owned() } else { format!("{count} earlier texts") };
    muted(ui, format!("{title}: {texts}, and the present one."));
    ui.add_space(size::TIGHT);
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        for (number, version) in article.versions.iter().enumerate().rev() {
            let number = number + 1;
            let until = version.replaced.as_ref().map(|day| format!(", until {day}")).unwrap_or_default();
            let is_shown = form.earlier.as_ref().is_some_and(|(shown, _)| *shown == number);
            if ui.selectable_label(is_shown, format!("Text {number}{until}")).clicked() && !is_shown {
                chosen = Some(number);
            }
        }
    });
    if let Some(number) = chosen {
        form.earlier = difference(article, number).map(|difference| (number, difference));
        form.list = DifferenceState::default();
    }
    ui.add_space(size::TIGHT);
    if let Some((number, difference)) = &form.earlier {
        let next = if *number == count { "The present text".to_owned() } else { format!("Text {}", number + 1) };
        difference_ui(ui, difference, (&format!("Text {number}"), &next), room, &mut form.list);
    }
    begin(ui);
    ui.add_space(size::GAP);
    close_button(ui)
}

/// The list has the keyboard from the start. It is shown by now: what only is measured gives the keyboard up.
fn begin(ui: &Ui) {
    ui.memory_mut(|memory| {
        if memory.focused().is_none() {
            memory.request_focus(focus_id());
        }
    });
}
