//! Earlier versions of the case or of the article in view: when they were saved, how they differ from what is open, and
//! going back to one.

mod list;

use egui::{Layout, Ui, Vec2};
use jiff::Zoned;

use super::{Outcome, when};
use crate::edit::Target;
use crate::query;
use crate::session::{Command, Comparison, EarlierVersions, Session, Which};
use crate::store::{KEPT_DAYS, KEPT_DEEP, Version, VersionKind};
use crate::ui::difference::{DifferenceState, difference_ui};
use crate::ui::list_box::ListBoxState;
use crate::ui::theme::size;
use crate::ui::widgets::{heading, muted, primary_button, sentence_in_room};
use crate::ui::{Purpose, Request};

/// Widest that the dialog gets.
const WIDEST: f32 = 1080.0;
/// Everything above and below the list.
const AROUND: f32 = 270.0;
/// Width of the list, as a share of the dialog, and at most.
const LIST: (f32, f32) = (0.28, 300.0);

/// What a person looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionsForm {
    /// The case, and the article in view if there is one, each with what it is called.
    documents: Vec<(Which, String)>,
    which: Which,
    /// Whose versions were asked for.
    asked: Option<Which>,
    /// The version that is chosen.
    chosen: Option<String>,
    list: ListBoxState,
    difference: DifferenceState,
    /// What the difference is of: a version, and the state of what is open.
    shown: Option<(String, u64)>,
    /// When the dialog was opened.
    now: Zoned,
}

impl VersionsForm {
    /// The form for what is open, with the versions of the case.
    #[must_use]
    pub fn of(session: &Session, now: Zoned) -> Self {
        let article = session.selection().article.as_ref();
        let title = article.and_then(|id| Some(query::title(session.case(), session.case().place(id)?)));
        let article = article.cloned().zip(title).map(|(id, title)| (Which::Article(id), title));
        let case = (Which::Case, "The case".to_owned());
        Self {
            documents: std::iter::once(case).chain(article).collect(),
            which: Which::Case,
            asked: None,
            chosen: None,
            list: ListBoxState::focused(),
            difference: DifferenceState::default(),
            shown: None,
            now,
        }
    }

    /// Asks for what there is to show and has not been asked for yet.
    fn ask(&mut self, session: &Session, requests: &mut Vec<Request>) {
        if self.asked.as_ref() != Some(&self.which) {
            self.asked = Some(self.which.clone());
            self.chosen = None;
            self.list = ListBoxState::focused();
            requests.push(Request::Session(Command::ListVersions(self.which.clone())));
            return;
        }
        let Some(looking) = session.earlier_versions().filter(|looking| looking.which == self.which) else { return };
        let Some(Ok(versions)) = &looking.listed else { return };
        if !versions.iter().any(|version| Some(&version.id) == self.chosen.as_ref()) {
            self.chosen = versions.first().map(|version| version.id.clone());
        }
        // One after the other, however fast somebody goes through the list.
        let compared = looking.compared.as_ref();
        let is_under_way = compared.is_some_and(|compared| compared.outcome.is_none());
        let is_current = |id: &str| compared.is_some_and(|one| one.id == id && one.changes == session.changes());
        if let Some(id) = self.chosen.as_ref().filter(|id| !is_under_way && !is_current(id)) {
            requests.push(Request::Session(Command::CompareVersion(id.clone())));
        }
    }
}

pub(super) fn versions_ui(
    ui: &mut Ui,
    session: &Session,
    form: &mut VersionsForm,
    requests: &mut Vec<Request>,
) -> Outcome {
    let screen = ui.ctx().content_rect();
    ui.set_width(WIDEST.min(screen.width() - 80.0));
    heading(ui, "Earlier versions");
    documents_ui(ui, form);
    form.ask(session, requests);
    let looking = session.earlier_versions().filter(|looking| looking.which == form.which);
    let versions = looking.and_then(|looking| looking.listed.as_ref());
    let height = (screen.height() - AROUND).clamp(160.0, 520.0);
    match versions {
        Some(Ok(versions)) if !versions.is_empty() => both_ui(ui, looking, versions, height, form),
        Some(Ok(_)) => empty_ui(ui, session, form, height),
        Some(Err(why)) => sentence_in_room(ui, why, Vec2::new(ui.available_width(), height)),
        None => sentence_in_room(ui, "Reading…", Vec2::new(ui.available_width(), height)),
    }
    ui.add_space(size::TIGHT);
    muted(
        ui,
        format!(
            "Every save keeps the version before it, for at least {KEPT_DAYS} days, and never fewer than the last \
             {KEPT_DEEP}. Checkpoints stay until you remove them."
        ),
    );
    ui.add_space(size::GAP);
    let version =
        versions.and_then(|versions| versions.as_ref().ok()?.iter().find(|one| Some(&one.id) == form.chosen.as_ref()));
    buttons_ui(ui, session, looking, version, form, requests)
}

/// Whose versions are shown.
fn documents_ui(ui: &mut Ui, form: &mut VersionsForm) {
    ui.horizontal(|ui| {
        muted(ui, "Of");
        let VersionsForm { documents, which, .. } = form;
        for (number, (document, name)) in documents.iter().enumerate() {
            let words = if number == 0 { name.clone() } else { format!("The article “{name}”") };
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
            ui.radio_value(which, document.clone(), words);
        }
    });
}

fn empty_ui(ui: &mut Ui, session: &Session, form: &VersionsForm, height: f32) {
    let words = match (session.has_versions(&form.which), &form.which) {
        _ if !session.keeps_versions() => "No home folder was found to keep earlier versions in, so none are kept.",
        (true, _) => "There is no earlier version yet. The next save keeps the one before it here.",
        (false, Which::Case) => "The case has no file yet. Once it has, every save keeps the version before it here.",
        (false, Which::Article(_)) => {
            "The article has no file yet. Once it has, every save keeps the version before it here."
        }
    };
    sentence_in_room(ui, words, Vec2::new(ui.available_width(), height));
}

/// The list, and beside it how the chosen version differs from what is open.
fn both_ui(ui: &mut Ui, looking: Option<&EarlierVersions>, versions: &[Version], height: f32, form: &mut VersionsForm) {
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() * LIST.0).min(LIST.1);
        list::list_ui(ui, versions, &form.now, Vec2::new(width, height), (&mut form.chosen, &mut form.list));
        ui.add_space(size::TIGHT);
        let room = Vec2::new(ui.available_width(), height);
        ui.allocate_ui_with_layout(room, Layout::top_down(egui::Align::Min), |ui| {
            ui.set_min_size(room);
            compared_ui(ui, looking, versions, room, form);
        });
    });
}

fn compared_ui(
    ui: &mut Ui,
    looking: Option<&EarlierVersions>,
    versions: &[Version],
    room: Vec2,
    form: &mut VersionsForm,
) {
    let compared = looking.and_then(|looking| looking.compared.as_ref());
    let Some(compared) = compared.filter(|compared| Some(&compared.id) == form.chosen.as_ref()) else {
        sentence_in_room(ui, "Comparing…", room);
        return;
    };
    match &compared.outcome {
        None => sentence_in_room(ui, "Comparing…", room),
        Some(Err(why)) => sentence_in_room(ui, why, room),
        Some(Ok(comparison)) if comparison.difference.is_empty() => {
            sentence_in_room(ui, "This version says the same as what is open now.", room);
        }
        Some(Ok(comparison)) => {
            let shown = (compared.id.clone(), compared.changes);
            if form.shown.as_ref() != Some(&shown) {
                form.shown = Some(shown);
                form.difference = DifferenceState::default();
            }
            let version = versions.iter().find(|version| version.id == compared.id);
            let then = match version.map(|version| (&version.kind, version.time())) {
                Some((VersionKind::Checkpoint(name), _)) => name.clone(),
                Some((_, time)) => when::words(time, &form.now),
                None => String::new(),
            };
            let top = ui.cursor().top();
            muted(ui, "What restoring this version would change:");
            let room = Vec2::new(room.x, room.y - (ui.cursor().top() - top));
            difference_ui(ui, &comparison.difference, ("Now", &then), room, &mut form.difference);
        }
    }
}

/// Why one cannot go back to a version, in a sentence.
fn obstacle<'a>(session: &'a Session, which: &Which, comparison: &'a Comparison) -> Option<&'a str> {
    let target = match which {
        Which::Case => Target::Header,
        Which::Article(id) => Target::Article(id.clone()),
    };
    session.read_only_reason(&target).or(comparison.obstacle.as_deref())
}

fn buttons_ui(
    ui: &mut Ui,
    session: &Session,
    looking: Option<&EarlierVersions>,
    version: Option<&Version>,
    form: &VersionsForm,
    requests: &mut Vec<Request>,
) -> Outcome {
    let mut outcome = Outcome::Open;
    let compared =
        looking.and_then(|looking| looking.compared.as_ref()).filter(|one| Some(&one.id) == form.chosen.as_ref());
    let comparison = compared.and_then(|compared| compared.outcome.as_ref()?.as_ref().ok());
    let obstacle = comparison.and_then(|comparison| obstacle(session, &form.which, comparison));
    let differs = comparison.is_some_and(|comparison| !comparison.difference.is_empty());
    if let Some(why) = obstacle {
        muted(ui, why);
    }
    ui.horizontal(|ui| {
        let can_restore = differs && obstacle.is_none();
        let restore = ui.add_enabled_ui(can_restore, |ui| primary_button(ui, "Restore")).inner;
        let restore = restore.on_hover_text("Make what is open the same as this version; this can be undone");
        if let Some(compared) = compared.filter(|_| restore.clicked()) {
            requests.push(Request::Session(Command::RestoreVersion(compared.id.clone())));
            outcome = Outcome::Close;
        }
        let copy = ui.add_enabled(version.is_some(), egui::Button::new("Save a copy…"));
        if let Some(version) = version.filter(|_| copy.clicked()) {
            let name = copy_name(session, &form.which, version);
            requests.push(Request::Ask(Purpose::CopyVersion(Box::new(version.clone()), name)));
            outcome = Outcome::Close;
        }
        if let Some(version) = version.filter(|version| matches!(version.kind, VersionKind::Checkpoint(_)))
            && ui.button("Remove the checkpoint").clicked()
        {
            requests.push(Request::Session(Command::RemoveVersion(version.id.clone())));
        }
        if ui.button("Close").clicked() {
            outcome = Outcome::Close;
        }
        if can_restore {
            muted(ui, "Restoring can be undone, and changes the file only when you save.");
        }
    });
    outcome
}

/// The name to propose for a copy: that of the document, and the time of the version.
fn copy_name(session: &Session, which: &Which, version: &Version) -> String {
    let document = match which {
        Which::Case => Some(session.document()),
        Which::Article(id) => session.article_document(id).map(|article| &article.document),
    };
    let name = document.and_then(crate::session::Document::file_name).unwrap_or_default();
    let (stem, end) = name.split_once('.').unwrap_or((&name, "json"));
    format!("{stem} {}.{end}", when::for_file(version.time()))
}
