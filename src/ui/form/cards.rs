//! The quotes that speak of the field in use, as cards.

use std::collections::HashMap;

use egui::text::LayoutJob;
use egui::{Button, Color32, FontId, Frame, Margin, Rect, RichText, Stroke, TextFormat, Ui};

use super::place::place_ui;
use super::said::said_ui;
use super::{Cx, FormState};
use crate::edit::words_of;
use crate::model::field::{Field, FieldPath, from_claim};
use crate::model::{Claim, ClaimValue, Quote, Reference, describe};
use crate::query::{self, Evidence, Relation};
use crate::session::{Command, fields_of};
use crate::text::anchor::State;
use crate::ui::theme::{self, size};
use crate::ui::{Request, icons, widgets};

/// State of the cards.
#[derive(Debug, Default)]
pub struct CardsState {
    /// The claim whose value is being corrected, what was said of it, and the words so far.
    editing: Option<(u32, String, String)>,
    /// The claim whose card was pressed last.
    pub(super) current: Option<u32>,
    /// The claim of which it is shown who says so.
    pub(super) said: Option<u32>,
    more: bool,
}

impl CardsState {
    /// The correction of a claim's value (its slot) that is being typed.
    pub(super) fn draft(&self) -> Option<(u32, &String)> {
        let (slot, initial, words) = self.editing.as_ref()?;
        (initial != words).then_some((*slot, words))
    }
}

/// How many cards are shown before "Show all".
const SHOWN: usize = 12;

/// How many letters of context a card shows before and after the words.
const CONTEXT: usize = 18;

/// Width of the word that says how a quote bears, with the space before it.
const STATE: f32 = 64.0;

/// Longest quotation that a card shows, in letters.
const LONGEST: usize = 240;

pub(super) fn evidence_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut FormState, requests: &mut Vec<Request>) {
    let Some((target, path)) = state.active_field(cx.session) else { return };
    let crate::edit::Target::Record(place) = target else { return };
    let Some(field) = describe(fields_of(&target), &path) else { return };
    ui.add_space(size::GAP);
    ui.horizontal(|ui| {
        widgets::heading(ui, &format!("Evidence for {}", field.label.to_lowercase()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let accent = theme::tokens(ui).accent;
            let can_add = cx.is_editable && cx.words.is_some();
            let button = Button::new(RichText::new("Add evidence").color(accent).font(theme::strong()))
                .frame_when_inactive(false);
            let hint =
                "Select words in the article, then press this (Ctrl+E): they become evidence for the field in use";
            if ui.add_enabled(can_add, button).on_hover_text(hint).on_disabled_hover_text(hint).clicked()
                && let Some(words) = cx.words
            {
                requests.push(Request::Session(Command::AddEvidence(
                    target.clone(),
                    vec![path.clone()],
                    words.clone(),
                )));
            }
        });
    });
    let mut evidence = query::evidence(cx.session.case(), cx.session.index(), place, Some(&path));
    // What disagrees must not hide below the fold.
    evidence.sort_by_key(|one| one.relation != Relation::Contradicts);
    if evidence.is_empty() {
        widgets::muted(
            ui,
            "No quote speaks of this field yet. Select the words that prove it in the article and press Add evidence.",
        );
    }
    let count = if state.cards.more { evidence.len() } else { SHOWN };
    let names = card_names(cx, &evidence);
    for (one, name) in evidence.iter().zip(&names).take(count) {
        card_ui(ui, cx, state, *one, name, field, requests);
    }
    if evidence.len() > count && ui.button(format!("Show all {}", evidence.len())).clicked() {
        state.cards.more = true;
    }
    if query::proof(&evidence) == query::Proof::Disputed && cx.is_editable {
        decision_ui(ui, cx, &target, &path, requests);
    }
}

/// For a disputed field: whether a person has decided, and how to stand by the value shown.
fn decision_ui(ui: &mut Ui, cx: &Cx<'_>, target: &crate::edit::Target, path: &FieldPath, requests: &mut Vec<Request>) {
    let crate::edit::Target::Record(place) = target else { return };
    match cx.session.case().chosen(*place, &path.to_string()).map(compact_str::CompactString::as_str) {
        Some(crate::model::CHOSEN_OPEN) => {
            widgets::muted(ui, "Left open.");
        }
        Some(_) => {
            widgets::muted(ui, "You decided for the value shown.");
        }
        None => {
            if ui
                .button("Keep the value shown")
                .on_hover_text("Note that you have seen the rivals and stand by this value")
                .clicked()
            {
                requests.push(Request::Session(Command::KeepOwn(target.clone(), path.clone())));
            }
        }
    }
}

fn card_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    one: Evidence,
    name: &str,
    field: &'static Field,
    requests: &mut Vec<Request>,
) {
    let case = cx.session.case();
    let Some(claim) = case.claims.get(one.claim) else { return };
    let quote_slot = case.place(&claim.quote).map(|place| place.slot);
    let quote = quote_slot.and_then(|slot| case.quotes.get(slot));
    let tokens = theme::tokens(ui);
    let disagrees = one.relation == Relation::Contradicts;
    let (fill, border) = if disagrees { (tokens.danger_tint, tokens.danger) } else { (tokens.raised, tokens.border) };
    let is_current = state.cards.current == Some(one.claim);
    let stroke = if is_current { Stroke::new(1.5, tokens.accent) } else { Stroke::new(1.0, border) };
    let frame = Frame::new().fill(fill).stroke(stroke).corner_radius(size::RADIUS);
    let shown = frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let words = quote.map_or_else(LayoutJob::default, |quote| quotation(ui, quote));
        let response = ui.add(Button::new(words).wrap().frame(false).min_size(egui::vec2(ui.available_width(), 0.0)));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Quote: {name}")));
        if response.on_hover_text("Go to the words").clicked() {
            state.cards.current = Some(one.claim);
            requests.extend(quote_slot.map(|slot| Request::Session(Command::ShowQuote(slot))));
        }
        says_ui(ui, cx, state, one, name, claim, field, requests);
        said_ui(ui, cx, state, one.claim, claim, name, requests);
        source_ui(ui, cx, state, one, name, field, quote_slot, requests);
        place_ui(ui, cx, &state.cards, (one.claim, quote_slot), name, requests);
    });
    // A bar in the margin repeats, for eyes that do not see red, that this one disagrees.
    if disagrees {
        let rect = shown.response.rect;
        ui.painter().rect_filled(Rect::from_min_size(rect.min, egui::vec2(3.0, rect.height())), 2.0, tokens.danger);
    }
}

/// What tells cards from each other for the ear: their words, and the article where several have the same words.
fn card_names(cx: &Cx<'_>, evidence: &[Evidence]) -> Vec<String> {
    let case = cx.session.case();
    let quotes: Vec<Option<&Quote>> = evidence.iter().map(|one| cx.session.quote_of(one.claim)).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for quote in quotes.iter().flatten() {
        *times.entry(&quote.exact).or_default() += 1;
    }
    let name = |quote: Option<&Quote>| {
        let Some(quote) = quote else { return "missing".to_owned() };
        match case.place(&quote.article).filter(|_| times[quote.exact.as_str()] > 1) {
            Some(article) => format!("{}, {}", quote.exact, query::title(case, article)),
            None => quote.exact.to_string(),
        }
    };
    quotes.iter().copied().map(name).collect()
}

/// The words, bold, with a little of what stands around them.
fn quotation(ui: &Ui, quote: &Quote) -> LayoutJob {
    let tokens = theme::tokens(ui);
    let reading = |strong: bool, colour: Color32| TextFormat {
        font_id: FontId::new(
            size::TEXT + 1.0,
            if strong { theme::family::reading_strong() } else { theme::family::reading() },
        ),
        color: colour,
        ..Default::default()
    };
    let flat = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut job = LayoutJob::default();
    let before: Vec<char> = quote.prefix.chars().collect();
    let before: String = before[before.len().saturating_sub(CONTEXT)..].iter().collect();
    if let Some((_, whole)) = before.split_once(char::is_whitespace) {
        job.append(&format!("{} ", flat(whole)).replace("  ", " "), 0.0, reading(false, tokens.muted));
    }
    let exact: String = quote.exact.chars().take(LONGEST).collect();
    let ellipsis = if exact.len() < quote.exact.len() { "…" } else { "" };
    job.append(&format!("{}{ellipsis}", flat(&exact)), 0.0, reading(true, tokens.text));
    let after: String = quote.suffix.chars().take(CONTEXT).collect();
    if let Some((whole, _)) = after.rsplit_once(char::is_whitespace) {
        let space = if whole.starts_with(char::is_whitespace) { " " } else { "" };
        job.append(&format!("{space}{}", flat(whole)), 0.0, reading(false, tokens.muted));
    }
    job
}

/// What the words state, where that is not simply the value shown; it can be corrected.
#[expect(clippy::too_many_arguments, reason = "the parts of one card, passed on once")]
fn says_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    one: Evidence,
    name: &str,
    claim: &Claim,
    field: &'static Field,
    requests: &mut Vec<Request>,
) {
    let said = claim.value.as_ref().map(|claimed| said(cx, field, claimed)).unwrap_or_default();
    if let Some((slot, _, words)) = &mut state.cards.editing
        && *slot == one.claim
    {
        let label = widgets::muted(ui, "The words say");
        let response = ui.add(egui::TextEdit::singleline(words).desired_width(f32::INFINITY)).labelled_by(label.id);
        if response.lost_focus() {
            // Words that were left alone are not typed again: the name of a record would become mere words.
            if !ui.input(|input| input.key_pressed(egui::Key::Escape)) && *words != said {
                requests.push(Request::Session(Command::SetClaim(*slot, words.clone())));
            }
            state.cards.editing = None;
        } else {
            response.request_focus();
        }
        return;
    }
    if one.relation == Relation::Supports && !claim.denied {
        return;
    }
    ui.horizontal(|ui| {
        let denied = if claim.denied { "denies: " } else { "says: " };
        let words = if said.is_empty() { "mentions it".to_owned() } else { format!("{denied}{said}") };
        let is_rival =
            matches!(one.relation, Relation::Contradicts | Relation::Refines | Relation::Offers) && !claim.denied;
        let offers = is_rival && cx.is_editable;
        let width = (ui.available_width() - if offers { 116.0 } else { 0.0 }).max(40.0);
        widgets::left_label(ui, width, RichText::new(words).font(theme::strong()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if offers {
                let button = ui.button("Use this value");
                let name = format!("Use this value: {said}, {name}");
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                if button.clicked() {
                    requests.push(Request::Session(Command::Choose(one.claim)));
                }
            }
        });
    });
}

/// What a claim states, in words a person reads.
fn said(cx: &Cx<'_>, field: &'static Field, claimed: &ClaimValue) -> String {
    match claimed {
        ClaimValue::Reference(reference @ Reference::Record(_)) => query::reference_words(cx.session.case(), reference),
        claimed => words_of(field, &from_claim(field, claimed)),
    }
}

/// Where the words stand, how they bear, and what can be done about them.
#[expect(clippy::too_many_arguments, reason = "the parts of one card, passed on once")]
fn source_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut FormState,
    one: Evidence,
    name: &str,
    field: &'static Field,
    quote: Option<u32>,
    requests: &mut Vec<Request>,
) {
    let case = cx.session.case();
    let tokens = theme::tokens(ui);
    let (words, colour) = relation_words(cx, tokens, one.relation, quote);
    ui.horizontal(|ui| {
        let article = quote.and_then(|slot| case.quotes.get(slot)).and_then(|quote| case.place(&quote.article));
        let title = article.map(|place| query::title(case, place)).unwrap_or_default();
        let date = article.map(|place| query::detail(case, cx.session.index(), place)).unwrap_or_default();
        let source = if date.is_empty() { title } else { format!("{title} · {date}") };
        let buttons = if cx.is_editable { 2.0 * (size::ICON_BUTTON + 2.0) } else { 0.0 };
        let width = (ui.available_width() - STATE - buttons).max(40.0);
        widgets::left_label(ui, width, RichText::new(source).font(theme::small()).color(tokens.muted));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if cx.is_editable {
                let remove = format!("Remove this evidence: {name}");
                if widgets::icon_button_with(ui, icons::X, &remove, "Remove this evidence", true).clicked() {
                    requests.push(Request::Session(Command::RemoveClaim(one.claim)));
                }
                let correct = format!("Correct what the words say: {name}");
                let hint = "Correct what the words say";
                if widgets::icon_button_with(ui, icons::PENCIL, &correct, hint, true).clicked() {
                    let claimed = case.claims.get(one.claim).and_then(|claim| claim.value.as_ref());
                    let words = claimed.map(|claimed| said(cx, field, claimed)).unwrap_or_default();
                    state.cards.editing = Some((one.claim, words.clone(), words));
                }
            }
            ui.label(RichText::new(words).font(theme::small()).color(colour));
        });
    });
}

/// How a claim bears; of one that supports, how its words were found.
fn relation_words(
    cx: &Cx<'_>,
    tokens: &theme::Tokens,
    relation: Relation,
    quote: Option<u32>,
) -> (&'static str, Color32) {
    match relation {
        Relation::Contradicts => return ("disagrees", tokens.danger),
        Relation::Refines => return ("refines", tokens.muted),
        Relation::Offers => return ("offers", tokens.muted),
        Relation::Mentions => return ("mentions", tokens.muted),
        Relation::Supports => {}
    }
    let article = quote.and_then(|slot| cx.session.case().quotes.get(slot)).map(|quote| &quote.article);
    let page = article.and_then(|article| cx.session.page(article));
    match page.zip(quote).and_then(|(page, slot)| page.resolution(slot)).map(|resolution| resolution.state) {
        Some(State::Exact) => ("exact", tokens.muted),
        Some(State::Moved) => ("moved", tokens.warning),
        Some(State::Altered) => ("altered", tokens.warning),
        Some(State::Ambiguous) => ("ambiguous", tokens.warning),
        Some(State::Lost) => ("lost", tokens.danger),
        None => ("no article", tokens.warning),
    }
}
