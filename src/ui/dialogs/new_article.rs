//! A new article: its head as a form, its text pasted in.

use egui::{ScrollArea, TextEdit, Ui};

use super::Outcome;
use crate::edit::{normalised_words, understand};
use crate::model::field;
use crate::session::{Command, NewArticle};
use crate::ui::Request;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{self, muted, primary_button};

/// A new article as far as it was entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewArticleForm {
    article: NewArticle,
    has_started: bool,
}

impl NewArticleForm {
    /// The form with what a text proposes.
    #[must_use]
    pub fn of(article: NewArticle) -> Self {
        Self { article, has_started: false }
    }

    /// What was entered.
    #[must_use]
    pub fn article(&self) -> &NewArticle {
        &self.article
    }

    /// Whether nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.article == NewArticle::default()
    }
}

pub(super) fn new_article_ui(ui: &mut Ui, form: &mut NewArticleForm, requests: &mut Vec<Request>) -> Outcome {
    let screen = ui.ctx().content_rect();
    ui.set_width(640.0_f32.min(screen.width() - 80.0));
    widgets::heading(ui, "New article");
    muted(
        ui,
        "Paste the article below. A first line and a “By … • date” line are taken as its title, byline and date; correct them as you like.",
    );
    ui.add_space(size::TIGHT);
    let was_empty = form.article.text.is_empty();
    let label = widgets::heading(ui, "Text");
    let height = (screen.height() - 480.0).clamp(80.0, 320.0);
    ScrollArea::vertical().id_salt("new article text").max_height(height).show(ui, |ui| {
        let edit = TextEdit::multiline(&mut form.article.text).desired_width(f32::INFINITY).desired_rows(8);
        let edit = edit
            .font(egui::FontId::new(size::TEXT + 1.0, theme::family::reading()))
            .hint_text("Paste the words of the article here");
        let response = ui.add(edit).labelled_by(label.id);
        if !form.has_started {
            response.request_focus();
            form.has_started = true;
        }
    });
    // A paste brings many letters at once; a proposal for the first typed letter would take it out of one's hands.
    if was_empty && form.article.text.len() > 1 {
        propose(&mut form.article);
    }
    fields_ui(ui, &mut form.article);
    ui.add_space(size::GAP);
    let mut outcome = Outcome::Open;
    ui.horizontal(|ui| {
        let can_add = !form.article.text.trim().is_empty() || !form.article.title.trim().is_empty();
        ui.add_enabled_ui(can_add, |ui| {
            if primary_button(ui, "Add article").clicked() {
                requests.push(Request::Session(Command::NewArticle(Box::new(form.article.clone()))));
                outcome = Outcome::Close;
            }
        });
        if ui.button("Cancel").clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}

/// Fills what is still empty with what the text proposes.
fn propose(article: &mut NewArticle) {
    let proposed = NewArticle::from_text(&article.text);
    let fill = |field: &mut String, words: String| {
        if field.trim().is_empty() {
            *field = words;
        }
    };
    fill(&mut article.title, proposed.title);
    fill(&mut article.byline, proposed.byline);
    fill(&mut article.authors, proposed.authors);
    fill(&mut article.published, proposed.published);
    article.text = proposed.text;
}

fn fields_ui(ui: &mut Ui, article: &mut NewArticle) {
    let fields: [(&str, &mut String); 8] = [
        ("title", &mut article.title),
        ("byline", &mut article.byline),
        ("authors", &mut article.authors),
        ("publisher", &mut article.publisher),
        ("url", &mut article.url),
        ("published", &mut article.published),
        ("retrieved", &mut article.retrieved),
        ("language", &mut article.language),
    ];
    for (key, words) in fields {
        let Some(described) = field::find(field::ARTICLE, key) else { continue };
        ui.horizontal(|ui| {
            let colour = theme::tokens(ui).muted;
            let text = egui::RichText::new(described.label).color(colour);
            let label = widgets::left_label(ui, size::LABEL, text);
            let hint = match key {
                "published" => "such as 23 Aug 2020",
                "retrieved" => "today, if left empty",
                "authors" => "such as Ann Lee; Bo Ray",
                "language" => "such as en",
                _ => "",
            };
            let understood =
                (described.shape.is_typed() && !words.trim().is_empty()).then(|| understand(described, words, None));
            let room = if understood.is_some() { 130.0 } else { 0.0 };
            let edit = TextEdit::singleline(words).hint_text(hint).desired_width(ui.available_width() - room);
            ui.add(edit).labelled_by(label.id);
            if let Some(understood) = understood {
                muted(ui, normalised_words(&understood).unwrap_or_else(|| "kept as typed".to_owned()));
            }
        });
    }
}
