//! The head of a form: what it is the form of, and how well that is proved.

use std::collections::BTreeSet;

use egui::{RichText, Ui};

use super::Cx;
use crate::edit::Target;
use crate::model::List;
use crate::query::{self, Relation};
use crate::session::page::MarkKind;
use crate::ui::commands::MenuCommand;
use crate::ui::theme::{self, size};
use crate::ui::{Request, icons, widgets};

pub(super) fn heading_ui(ui: &mut Ui, cx: &Cx<'_>, requests: &mut Vec<Request>) {
    ui.horizontal(|ui| {
        if let Target::Record(place) = cx.target {
            let colour = theme::tokens(ui).kind(MarkKind::of(place.list)).strong;
            widgets::dot(ui, colour);
        }
        let buttons = if matches!(cx.target, Target::Header) { 0.0 } else { 64.0 };
        let width = (ui.available_width() - buttons).max(40.0);
        let title = RichText::new(title(cx)).font(egui::FontId::new(size::HEADING, theme::family::interface_strong()));
        widgets::left_label(ui, width, title);
        if matches!(cx.target, Target::Record(_))
            && widgets::icon_button_with(ui, icons::COPY, "Duplicate", "Duplicate this record (Ctrl+D)", cx.is_editable)
                .clicked()
        {
            requests.push(Request::Menu(MenuCommand::Duplicate));
        }
        if !matches!(cx.target, Target::Header)
            && widgets::icon_button_with(
                ui,
                icons::TRASH_2,
                "Delete",
                "Delete; this can be undone (Ctrl+Delete)",
                cx.is_editable,
            )
            .clicked()
        {
            requests.push(Request::Menu(MenuCommand::Delete));
        }
    });
    widgets::muted(ui, summary(cx));
    // What the notice at the top of the window says need not be said twice.
    let document = cx.session.document();
    let told = document.read_only.as_deref().filter(|_| document.barrier.is_some());
    if let Some(why) = cx.session.read_only_reason(cx.target).filter(|why| told != Some(why)) {
        let colour = theme::tokens(ui).warning;
        ui.label(RichText::new(why).font(theme::small()).color(colour));
    }
}

fn title(cx: &Cx<'_>) -> String {
    match cx.target {
        Target::Header if cx.session.case().header.title.is_empty() => "Untitled case".to_owned(),
        Target::Header => cx.session.case().header.title.to_string(),
        Target::Article(id) => match cx.session.article(id) {
            Some(article) if !article.title.is_empty() => article.title.to_string(),
            _ => "Untitled article".to_owned(),
        },
        Target::Record(place) => query::title(cx.session.case(), *place),
    }
}

/// "Amount · proved by 2 articles, 1 disagrees".
fn summary(cx: &Cx<'_>) -> String {
    let place = match cx.target {
        Target::Header => return "Case".to_owned(),
        Target::Article(_) => return "Article".to_owned(),
        Target::Record(place) => *place,
    };
    let noun = capitalised(place.list.noun());
    if matches!(place.list, List::Links) {
        return noun;
    }
    let evidence = query::evidence(cx.session.case(), cx.session.index(), place, None);
    let articles = |wanted: &[Relation]| {
        let claims = evidence.iter().filter(|one| wanted.contains(&one.relation));
        claims.filter_map(|one| cx.session.article_of(one.claim)).collect::<BTreeSet<_>>().len()
    };
    let proving = articles(&[Relation::Supports, Relation::Refines, Relation::Mentions, Relation::Offers]);
    let disagreeing = articles(&[Relation::Contradicts]);
    let proved = match proving {
        0 => "no evidence yet".to_owned(),
        1 => "proved by 1 article".to_owned(),
        many => format!("proved by {many} articles"),
    };
    match disagreeing {
        0 => format!("{noun} · {proved}"),
        1 => format!("{noun} · {proved}, 1 disagrees"),
        many => format!("{noun} · {proved}, {many} disagree"),
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
