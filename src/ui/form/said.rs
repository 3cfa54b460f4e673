//! Who says so: in what manner a claim's words say it, by whom, how a date was worked out, and who noted it.

use egui::text::LayoutJob;
use egui::{Button, Role, TextFormat, Ui, WidgetInfo};
use jiff::tz::TimeZone;

use super::field::field_ui;
use super::{Cx, FormState};
use crate::edit::Target;
use crate::model::field::FieldPath;
use crate::model::{Claim, ClaimValue, List, Place, Record};
use crate::query;
use crate::ui::theme::{self, size};
use crate::ui::widgets::muted;
use crate::ui::{Request, icons};

/// Shows it in a line, and the fields to correct it where the line was pressed. `name` tells the card from others.
pub(super) fn said_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    slot: u32,
    claim: &Claim,
    name: &str,
    requests: &mut Vec<Request>,
) {
    if let Some(derivation) = &claim.derivation {
        let date = match &claim.value {
            Some(ClaimValue::Text(words)) => words.parse().ok(),
            _ => None,
        };
        let words = query::derived_words(derivation, date.as_ref());
        muted(ui, format!("Worked out: {words}"))
            .on_hover_text(format!("From \u{201c}{}\u{201d}, counted from the anchor date", derivation.words));
    }
    let is_open = state.cards.said == Some(slot);
    let words = query::saying_words(cx.session.case(), claim);
    let job = line(ui, &words, is_open);
    let response = ui.add(Button::new(job).wrap().frame(false));
    let label = format!("Who says so: {words}; {name}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &label));
    if response.on_hover_text("How it is said, by whom, and who noted it").clicked() {
        state.cards.said = (!is_open).then_some(slot);
    }
    if !is_open {
        return;
    }
    let target = Target::Record(Place { list: List::Claims, slot });
    let record = Record::Claim(claim.clone());
    let own = Cx { target: &target, record: &record, words: None, ..*cx };
    for field in List::Claims.fields() {
        field_ui(ui, &own, state, &FieldPath::of(field.key), field, field.label, requests);
    }
    if let Some(words) = noted(claim) {
        muted(ui, words);
    }
}

fn line(ui: &Ui, words: &str, is_open: bool) -> LayoutJob {
    let colour = theme::tokens(ui).muted;
    let format = |font_id| TextFormat { font_id, color: colour, valign: egui::Align::Center, ..TextFormat::default() };
    let mut job = LayoutJob::default();
    job.append(words, 0.0, format(theme::small()));
    let chevron = if is_open { icons::CHEVRON_UP } else { icons::CHEVRON_DOWN };
    let icon = egui::FontId::new(size::SMALL, theme::icon().family);
    job.append(&chevron.to_string(), 4.0, format(icon));
    job
}

/// By whom and when the claim was written down, by the clock on the wall.
fn noted(claim: &Claim) -> Option<String> {
    let at = match claim.at.parse::<jiff::Timestamp>() {
        Ok(at) => at.to_zoned(TimeZone::system()).strftime("%-d %b %Y, %H:%M").to_string(),
        Err(_) => claim.at.to_string(),
    };
    match (claim.by.as_str(), at.as_str()) {
        ("", "") => None,
        ("", at) => Some(format!("Noted {at}")),
        (by, "") => Some(format!("Noted by {by}")),
        (by, at) => Some(format!("Noted by {by}, {at}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_noted_it_is_told_as_far_as_it_is_known() {
        for (by, at, expected) in [
            ("", "", None),
            ("A. Reader", "", Some("Noted by A. Reader")),
            ("", "in spring", Some("Noted in spring")),
            ("A. Reader", "in spring", Some("Noted by A. Reader, in spring")),
        ] {
            let claim = Claim { by: by.into(), at: at.into(), ..Claim::default() };
            assert_eq!(noted(&claim).as_deref(), expected);
        }
        let claim = Claim { at: "2024-03-07T12:00:00Z".into(), ..Claim::default() };
        let words = noted(&claim).unwrap();
        assert!(words.contains(" Mar 2024, ") && !words.contains('Z'), "{words}");
    }
}
