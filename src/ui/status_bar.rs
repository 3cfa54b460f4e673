//! The bar at the bottom: counts, and what needs a look.

use egui::{RichText, Ui};

use super::theme::{self, size};
use crate::model::List;
use crate::session::Session;
use crate::session::page::Found;

pub(super) fn status_bar_ui(ui: &mut Ui, session: &Session) {
    ui.horizontal_centered(|ui| {
        let tokens = theme::tokens(ui);
        ui.spacing_mut().item_spacing.x = 2.0 * size::GAP;
        let say = |ui: &mut Ui, words: String, colour| {
            ui.label(RichText::new(words).font(theme::small()).color(colour));
        };
        let case = session.case();
        let articles = case.count(List::Articles);
        let lists = [List::Parties, List::Proceedings, List::Actions, List::Amounts, List::Dates];
        let records: usize = lists.into_iter().map(|list| case.count(list)).sum();
        say(ui, format!("{} · {}", count(articles, "article"), count(records, "record")), tokens.muted);
        let counts = session.counts();
        let Found { exact, moved, lost } = counts.found;
        let quotes = count(case.count(List::Quotes), "quote");
        let words = format!("{quotes}: {exact} exact, {moved} moved, {lost} lost");
        say(ui, words, if moved + lost > 0 { tokens.warning } else { tokens.muted });
        if session.is_unsafe() {
            unsafe_ui(ui);
        }
        if session.is_loading() {
            say(ui, "Reading…".to_owned(), tokens.muted);
        }
        if counts.missing > 0 {
            say(ui, format!("{} missing", count(counts.missing, "article")), tokens.danger);
        }
        let disputes = session.disputes().count();
        if disputes > 0 {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                say(ui, count(disputes, "disputed field"), tokens.danger);
            });
        }
    });
}

/// Says that what is done would not outlive a crash.
fn unsafe_ui(ui: &mut Ui) {
    const WHY: &str = "What you do cannot be recorded at present, and would not outlive a crash or a power cut until you \
                       save it. It is tried again by itself. Save now, and free some space";
    let words = RichText::new("Not kept safe").font(theme::small()).color(theme::tokens(ui).danger);
    let label = ui.label(words).on_hover_text(WHY);
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_description(WHY));
}

/// "1 article", "3 articles"; "1 party" is never needed here, so an "s" will do.
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
