//! Asking once when an article was published that says no date, since its words count from there.

use egui::{Key, TextEdit, Ui};

use super::Outcome;
use crate::edit::{Target, normalised_words, understand};
use crate::model::Id;
use crate::model::field::{ARTICLE, FieldPath, find};
use crate::session::{Command, Session};
use crate::ui::Request;
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted, primary_button};

pub(super) fn published_ui(
    ui: &mut Ui,
    session: &Session,
    article: &Id,
    words: &mut String,
    requests: &mut Vec<Request>,
) -> Outcome {
    ui.set_width(460.0_f32.min(ui.ctx().content_rect().width() - 60.0));
    heading(ui, "When was the article published?");
    let title = session.article(article).map(|article| article.title.to_string()).unwrap_or_default();
    muted(
        ui,
        format!(
            "“{title}” has no date of publication, and the words you marked count from it. They are kept as written until it is known."
        ),
    );
    let label = ui.label("Published");
    let response = ui.add(TextEdit::singleline(words).desired_width(f32::INFINITY)).labelled_by(label.id);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !response.has_focus() && !is_entered && ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let understood = find(ARTICLE, "published").map(|field| understand(field, words, None));
    let date =
        understood.as_ref().filter(|one| one.is_understood() && !words.trim().is_empty()).and_then(normalised_words);
    let hint = match &date {
        Some(date) => format!("→ {date}"),
        None if words.trim().is_empty() => "As the article or its page gives it, such as 23 Aug 2020".to_owned(),
        None => "Not understood yet".to_owned(),
    };
    muted(ui, hint);
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal(|ui| {
        let confirmed = ui.add_enabled_ui(date.is_some(), |ui| primary_button(ui, "Set the date").clicked()).inner;
        if date.is_some() && (confirmed || is_entered) {
            let target = Target::Article(article.clone());
            requests.push(Request::Session(Command::SetWords(target, FieldPath::of("published"), words.clone())));
            outcome = Outcome::Close;
        }
        if ui.button("Not now").clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
