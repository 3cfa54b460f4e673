//! The form of a record that was just made of words: where the keyboard goes, and the way back to the page.

use egui::{Key, Popup, Ui};

use super::{Cx, FormState};
use crate::edit::Target;
use crate::model::field::{FieldPath, Value};
use crate::model::vocabulary::{LINK_KIND, label_of};
use crate::model::{Case, Record, get};
use crate::query;
use crate::session::{Command, Session};
use crate::ui::Request;
use crate::ui::theme::{self, size};

impl FormState {
    /// Gives the keyboard to the first field of a record that was just made of words which needs a person. From there
    /// Enter leads back to the page, and Esc takes the record back.
    pub fn enter(&mut self, session: &Session, target: Target) {
        let Some(record) = session.current(&target) else { return };
        let path = FieldPath::of(needed_field(session.case(), &record));
        // The evidence shown is that of what the words say, wherever the keyboard is.
        self.active = Some((target.clone(), FieldPath::of(stated_field(&record))));
        self.focus = Some(path.clone());
        self.quiet = Some(path);
        self.returns = Some(target);
    }

    /// The keyboard is on the page: from the form it is no longer a step back there.
    pub fn left(&mut self) {
        // A field that is about to be given the keyboard does not have it yet.
        if self.focus.is_none() {
            self.returns = None;
        }
    }
}

/// The field that words are most of all evidence for.
fn stated_field(record: &Record) -> &'static str {
    match record {
        Record::Amount(_) => "value",
        Record::Date(_) => "date",
        Record::Action(_) => "kind",
        _ => "name",
    }
}

/// The field that needs a person first: one that was not understood, else the one that says what the record is about.
fn needed_field(case: &Case, record: &Record) -> &'static str {
    let is_open = |key: &str| {
        record
            .fields()
            .and_then(|fields| get(fields, &FieldPath::of(key)))
            .is_none_or(|value| value.is_absent() || matches!(value, Value::AsTyped(_)))
    };
    let order: &[&'static str] = match record {
        Record::Amount(_) => &["value", "currency", "label"],
        Record::Date(_) => &["date", "label"],
        Record::Action(_) if case.proceedings.count() > 0 => &["title", "proceeding"],
        Record::Action(_) => &["title"],
        _ => &["name"],
    };
    let last = match record {
        Record::Amount(_) | Record::Date(_) => "label",
        Record::Action(_) => "title",
        _ => "name",
    };
    order.iter().find(|key| is_open(key)).copied().unwrap_or(last)
}

/// Obeys Enter and Esc in the form of a record that was just made of words: Enter leads back to the page, Esc takes the record
/// back.
pub(super) fn obey(ui: &Ui, cx: &Cx<'_>, state: &mut FormState, requests: &mut Vec<Request>) {
    let is_entered = std::mem::take(&mut state.is_entered);
    let is_typing = state.has_draft();
    let had_draft = std::mem::replace(&mut state.had_draft, is_typing);
    if state.returns.as_ref() != Some(cx.target) {
        return;
    }
    // The first Esc is for what was being typed.
    let is_left = ui.input(|input| input.key_pressed(Key::Escape)) && !had_draft && !Popup::is_any_open(ui.ctx());
    if is_entered {
        state.returns = None;
        requests.push(Request::BackToPage(true));
    } else if is_left {
        state.returns = None;
        let is_fresh = cx.session.is_fresh(cx.target);
        requests.push(if is_fresh { Request::TakeBack } else { Request::BackToPage(false) });
    }
}

/// Other readings of the words that a field was filled from, each one press away.
pub(super) fn offers_ui(ui: &mut Ui, cx: &Cx<'_>, path: &FieldPath, requests: &mut Vec<Request>) {
    let offers = cx.session.offers(cx.target).iter().filter(|offer| offer.path == *path);
    let offers: Vec<_> = offers.collect();
    if offers.is_empty() || !cx.is_editable {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.add_space(size::LABEL + size::GAP + 2.0);
        ui.spacing_mut().button_padding = egui::vec2(6.0, 1.0);
        ui.spacing_mut().interact_size.y = size::ROW;
        ui.label(egui::RichText::new("or").font(theme::small()).color(theme::tokens(ui).muted));
        for offer in offers {
            let (words, date) = match &offer.value {
                Value::Date(date) => (date.to_string(), Some(date)),
                Value::Currency(currency) => (currency.to_string(), None),
                _ => continue,
            };
            let why = offer.derivation.as_ref().map(|derivation| query::derived_words(derivation, date));
            let response = ui.button(egui::RichText::new(&words).font(theme::small()));
            let response = match why {
                Some(why) => response.on_hover_text(why),
                None => response,
            };
            if response.clicked() {
                requests.push(Request::Session(Command::TakeOffer(cx.target.clone(), offer.clone())));
            }
        }
    });
}

/// The link that a court action most likely has, one press away.
pub(super) fn proposed_link(session: &Session, target: &Target) -> Option<(Command, String)> {
    let Target::Record(place) = target else { return None };
    let (kind, other) = query::proposed_link(session.case(), session.index(), *place)?;
    let case = session.case();
    let (from, to) = case.id_at(*place).zip(case.id_at(other))?;
    let words = label_of(LINK_KIND, kind);
    Some((Command::AddLink(from.clone(), kind.into(), to.clone()), format!("{words} {}", query::title(case, other))))
}
