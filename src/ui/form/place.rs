//! Where the words of a card stand: accepting the place where they were found, pointing to other words.

use egui::Ui;

use super::cards::CardsState;
use super::{Cx, FormState};
use crate::model::Part;
use crate::session::{Command, Session};
use crate::text::anchor::State;
use crate::ui::{Request, widgets};

/// Letters of other words that are shown, at most.
const LONGEST: usize = 160;

impl FormState {
    /// The quote (its slot) of the card that was pressed last.
    #[must_use]
    pub fn current_quote(&self, session: &Session) -> Option<u32> {
        let claim = session.case().claims.get(self.cards.current?)?;
        let place = session.case().place(&claim.quote)?;
        session.case().quotes.get(place.slot).map(|_| place.slot)
    }
}

/// Shows what can be done about the place of a quote: where its words were not found as they were, and on the card that
/// was pressed last.
pub(super) fn place_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &CardsState,
    (claim, slot): (u32, Option<u32>),
    name: &str,
    requests: &mut Vec<Request>,
) {
    let Some(slot) = slot.filter(|_| cx.is_editable) else { return };
    let Some(quote) = cx.session.case().quotes.get(slot) else { return };
    let Some(page) = cx.session.page(&quote.article) else { return };
    let found = page.resolution(slot);
    let is_there = found.is_none_or(|found| found.state == State::Exact);
    let is_current = state.current == Some(claim);
    if is_there && !(is_current && cx.words.is_some()) {
        return;
    }
    let moved = found.filter(|_| !is_there);
    if let Some(found) = moved {
        let words = found.range.clone().map(|range| page.part(quote.part).text.slice(range));
        widgets::muted(ui, told(found.state, words, quote.part));
    }
    ui.horizontal(|ui| {
        let can_accept = moved.is_some_and(|found| found.range.is_some());
        if can_accept && named_button(ui, "Accept", "Take this place for that of the quote", name) {
            requests.push(Request::Session(Command::AcceptQuotes(vec![slot])));
        }
        let hint = "Point to the words that are selected in the article (R)";
        ui.add_enabled_ui(cx.words.is_some(), |ui| {
            if named_button(ui, "Re-aim here", hint, name)
                && let Some(words) = cx.words
            {
                requests.push(Request::Session(Command::AimQuote(slot, words.clone())));
            }
        });
    });
}

/// How words were found, in a sentence.
fn told(state: State, words: Option<&str>, part: Part) -> String {
    let place = match part {
        Part::Title => "headline",
        Part::Byline => "byline",
        Part::Text => "text",
    };
    match (state, words) {
        (State::Moved, _) => "The words stand elsewhere now.".to_owned(),
        (State::Altered, Some(words)) => format!("The {place} says now: “{}”.", short(words)),
        (State::Ambiguous, Some(_)) => "The words may stand at several places; the likeliest is shown.".to_owned(),
        _ => format!("The words are no longer in the {place}. Select those that prove it now."),
    }
}

/// Words on one line, cut short where they are long.
fn short(words: &str) -> String {
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &flat[..end]),
        None => flat,
    }
}

/// A button whose accessible name says which card it belongs to.
fn named_button(ui: &mut Ui, text: &str, hint: &str, card: &str) -> bool {
    let button = ui.button(text);
    let enabled = ui.is_enabled();
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, format!("{text}: {card}")));
    button.on_hover_text(hint).on_disabled_hover_text(hint).clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_is_told() {
        for (state, words, expected) in [
            (State::Moved, Some("a quay"), "The words stand elsewhere now."),
            (State::Altered, Some("a quay"), "The text says now: “a quay”."),
            (State::Ambiguous, Some("a quay"), "The words may stand at several places; the likeliest is shown."),
            (State::Lost, None, "The words are no longer in the text. Select those that prove it now."),
        ] {
            assert_eq!(told(state, words, Part::Text), expected);
        }
        assert_eq!(short("a\n\n quay"), "a quay");
        assert_eq!(short(&"é".repeat(500)).chars().count(), LONGEST + 1);
    }
}
