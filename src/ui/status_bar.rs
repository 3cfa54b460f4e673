//! The bar at the bottom: counts, and what needs a look.

use egui::{RichText, Ui};

use super::theme;
use crate::model::{Id, List};
use crate::session::Session;
use crate::text::anchor::State;

pub(super) fn status_bar_ui(ui: &mut Ui, session: &Session) {
    ui.horizontal_centered(|ui| {
        let tokens = theme::tokens(ui);
        let say = |ui: &mut Ui, words: String, colour| {
            ui.label(RichText::new(words).font(theme::small()).color(colour));
        };
        let case = session.case();
        let articles = case.count(List::Articles);
        let lists = [List::Parties, List::Proceedings, List::Actions, List::Amounts, List::Dates];
        let records: usize = lists.into_iter().map(|list| case.count(list)).sum();
        say(ui, format!("{} · {}", count(articles, "article"), count(records, "record")), tokens.muted);
        let (words, needs_look) = quotes(session);
        say(ui, words, if needs_look { tokens.warning } else { tokens.muted });
        let (_, missing, loading) = session.article_counts();
        if loading > 0 || session.is_loading() {
            say(ui, "Reading…".to_owned(), tokens.muted);
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(50));
        }
        if missing > 0 {
            say(ui, format!("{} missing", count(missing, "article")), tokens.danger);
        }
        let disputes = session.disputes().count();
        if disputes > 0 {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                say(ui, count(disputes, "disputed field"), tokens.danger);
            });
        }
    });
}

/// How many quotes were found how, and whether that needs a look.
fn quotes(session: &Session) -> (String, bool) {
    let total = session.case().count(List::Quotes);
    let ids: Vec<Id> = session.case().articles.iter().map(|(_, entry)| entry.id.clone()).collect();
    let in_state =
        |states: &[State]| ids.iter().filter_map(|id| session.page(id)).map(|page| page.count(states)).sum::<usize>();
    let exact = in_state(&[State::Exact]);
    let moved = in_state(&[State::Moved, State::Altered, State::Ambiguous]);
    let lost = in_state(&[State::Lost]);
    (format!("{}: {exact} exact, {moved} moved, {lost} lost", count(total, "quote")), moved + lost > 0)
}

/// "1 article", "3 articles"; "1 party" is never needed here, so an "s" will do.
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
