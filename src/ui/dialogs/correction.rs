//! A corrected date of publication: the dates that were counted from it, old and new, for a person to accept.

use std::collections::HashSet;

use egui::{Align, Checkbox, Label, Layout, RichText, Role, ScrollArea, TextWrapMode, Ui, WidgetInfo};

use super::Outcome;
use crate::model::PartialDate;
use crate::query;
use crate::session::{Command, Correction, Counted, Follows, Session};
use crate::ui::Request;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{heading, left_label, muted, primary_button};

/// Which of the claims (their slots) are going to be corrected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CorrectionForm {
    accepted: HashSet<u32>,
}

impl CorrectionForm {
    /// The form with everything checked that is proposed.
    #[must_use]
    pub fn of(correction: &Correction) -> Self {
        let proposed = correction.counted.iter().filter(|one| one.is_proposed());
        Self { accepted: proposed.map(|one| one.claim).collect() }
    }
}

/// Height of a row: two lines of text.
const ROW: f32 = 46.0;

/// Height of the first of them.
const FIRST: f32 = 24.0;

/// Width of a check box, up to its words.
const BOX: f32 = 18.0;

/// Most rows that are laid out whether they are in view or not, so that Tab reaches them all.
const WHOLE: usize = 200;

pub(super) fn correction_ui(
    ui: &mut Ui,
    session: &Session,
    form: &mut CorrectionForm,
    requests: &mut Vec<Request>,
) -> Outcome {
    let Some(correction) = session.correction() else { return Outcome::Close };
    let screen = ui.ctx().content_rect();
    ui.set_width(600.0_f32.min(screen.width() - 60.0));
    heading(ui, "Correct the dates counted from it, too?");
    muted(ui, introduction(session, correction));
    ui.add_space(size::TIGHT);
    rows_ui(ui, session, correction, form, screen.height() - 260.0);
    ui.add_space(size::GAP);
    buttons_ui(ui, form, requests)
}

fn introduction(session: &Session, correction: &Correction) -> String {
    let title = session.article(&correction.article).map(|article| article.title.to_string()).unwrap_or_default();
    let title = if title.is_empty() { "The article".to_owned() } else { format!("\u{201c}{title}\u{201d}") };
    match (&correction.old, &correction.new) {
        (Some(old), Some(new)) => format!("{title} was published {new}, not {old}."),
        (None, Some(new)) => format!("{title} was published {new}, which was not known before."),
        (Some(old), None) => format!("{title} was published {old} so far; now that is not known."),
        (None, None) => format!("It is not known when {title} was published."),
    }
}

/// The dates under headings: those that change, those that nothing came of, those that stay the same.
fn rows_ui(ui: &mut Ui, session: &Session, correction: &Correction, form: &mut CorrectionForm, height: f32) {
    type Belongs = fn(&Counted) -> bool;
    let sections: [(&str, Belongs); 3] = [
        ("They change", Counted::changes),
        ("Could not be worked out again, and stay", |one| one.new.is_none()),
        ("The same either way", |one| one.new.is_some() && !one.changes()),
    ];
    let mut lines = Vec::new();
    for (title, belongs) in sections {
        let of: Vec<&Counted> = correction.counted.iter().filter(|one| belongs(one)).collect();
        if !of.is_empty() {
            lines.push(Line::Heading(title, of.len()));
            lines.extend(of.into_iter().map(Line::Date));
        }
    }
    let area = ScrollArea::vertical().id_salt("correction").max_height(height).auto_shrink([false, true]);
    ui.spacing_mut().item_spacing.y = 0.0;
    if lines.len() <= WHOLE {
        area.show(ui, |ui| lines.iter().for_each(|line| line_ui(ui, session, line, form)));
    } else {
        area.show_rows(ui, ROW, lines.len(), |ui, range| {
            lines[range].iter().for_each(|line| line_ui(ui, session, line, form));
        });
    }
    ui.spacing_mut().item_spacing.y = size::TIGHT;
}

enum Line<'a> {
    Heading(&'static str, usize),
    Date(&'a Counted),
}

fn line_ui(ui: &mut Ui, session: &Session, line: &Line<'_>, form: &mut CorrectionForm) {
    let room = egui::vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
        ui.set_min_size(room);
        ui.spacing_mut().interact_size.y = 0.0;
        match line {
            Line::Heading(title, count) => {
                ui.add_space(ROW - FIRST);
                let words = RichText::new(format!("{title} ({count})")).font(theme::small());
                ui.label(words.color(theme::tokens(ui).muted));
            }
            Line::Date(one) => date_ui(ui, session, one, form),
        }
    });
}

fn date_ui(ui: &mut Ui, session: &Session, one: &Counted, form: &mut CorrectionForm) {
    let what = format!("{}, {}", query::title(session.case(), one.place), one.field.to_lowercase());
    let (dates, font) = match &one.new {
        Some(new) if one.changes() => (format!("{} → {new}", shown(one.old.as_ref())), theme::strong()),
        _ => (shown(one.old.as_ref()), theme::text()),
    };
    ui.horizontal(|ui| {
        // The dates stand at the right, as wide as they are; what is left is for the name.
        let colour = theme::tokens(ui).text;
        let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(dates.clone(), font, colour));
        let room = (ui.available_width() - galley.size().x - size::GAP).max(80.0);
        if one.changes() {
            choice_ui(ui, room, &what, &format!("{what}: {dates}"), one.claim, form);
        } else {
            left_label(ui, room, RichText::new(&what).font(theme::text()));
        }
        ui.add(Label::new(galley));
    });
    let words = format!("\u{201c}{}\u{201d}{}", flat(&one.words), note(one));
    let words = RichText::new(words).font(theme::small()).color(theme::tokens(ui).muted);
    ui.horizontal(|ui| {
        ui.add_space(BOX);
        ui.add(Label::new(words).truncate());
    });
}

/// A check box of a given width; `name` tells it from others for the ear.
fn choice_ui(ui: &mut Ui, width: f32, text: &str, name: &str, claim: u32, form: &mut CorrectionForm) {
    let mut is_accepted = form.accepted.contains(&claim);
    let layout = Layout::left_to_right(Align::Center);
    let shown = ui.allocate_ui_with_layout(egui::vec2(width, FIRST), layout, |ui| {
        ui.set_min_width(width);
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        ui.add(Checkbox::new(&mut is_accepted, RichText::new(text).font(theme::text())))
    });
    let response = shown.inner;
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_accepted, name));
    if response.changed() && !form.accepted.remove(&claim) {
        form.accepted.insert(claim);
    }
}

fn shown(date: Option<&PartialDate>) -> String {
    date.map_or_else(|| "no date".to_owned(), PartialDate::to_string)
}

fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Why the field of the record does not go with the claim.
fn note(one: &Counted) -> String {
    let shown = if one.shown.is_empty() { "nothing" } else { &one.shown };
    match one.follows {
        Follows::Yes => String::new(),
        Follows::ShowsAnother => format!(" · the form shows {shown}, which stays"),
        Follows::Decided => format!(" · you decided that the form shows {shown}, which stays"),
    }
}

fn buttons_ui(ui: &mut Ui, form: &CorrectionForm, requests: &mut Vec<Request>) -> Outcome {
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        let (first, command) = match form.accepted.len() {
            0 => ("Only the date".to_owned(), Command::Correct(None)),
            1 => ("Correct the date and 1 more".to_owned(), Command::Correct(Some(form.accepted.clone()))),
            count => (format!("Correct the date and {count} more"), Command::Correct(Some(form.accepted.clone()))),
        };
        let apply = primary_button(ui, &first);
        if ui.memory(|memory| memory.focused().is_none()) {
            apply.request_focus();
        }
        if apply.clicked() {
            answer = Some(command);
        }
        if !form.accepted.is_empty() && ui.button("Only the date").clicked() {
            answer = Some(Command::Correct(None));
        }
        if ui.button("Cancel").clicked() {
            answer = Some(Command::KeepDate);
        }
    });
    match answer {
        None => Outcome::Open,
        Some(command) => {
            requests.push(Request::Session(command));
            Outcome::Close
        }
    }
}
