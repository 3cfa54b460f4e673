//! Dialogs within the window.

mod annotator;
mod checkpoint;
mod correction;
mod faults;
mod keys;
mod new_article;
mod occurrences;
mod path;
mod published;
mod recovery;
mod replace;
mod sheets;
mod sources;
mod texts;
mod theirs;
mod trouble;
mod unsaved;
mod versions;
mod when;

use std::path::PathBuf;

use egui::{Align2, Frame, Id as WidgetId, Margin, Modal, Stroke, Ui};

pub use correction::CorrectionForm;
pub use new_article::NewArticleForm;
pub use occurrences::OccurrencesForm;
pub use recovery::{Occasion, RecoveryForm};
pub use sources::SourcesForm;
pub use texts::TextsForm;
pub use theirs::TheirsForm;
pub use versions::VersionsForm;

use super::palette::{Left, PaletteState, palette_ui, top};
use super::{Purpose, Request, theme};
use crate::model::Id;
use crate::session::{Command, Session, Trouble};

/// The dialog that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// A new article.
    NewArticle(Box<NewArticleForm>),
    /// Unsaved work is in the way of the end of the program (`true`) or of opening something else.
    Unsaved(bool),
    /// A save did not end well; whether the program was to end after it.
    Trouble(Box<Trouble>, bool),
    /// What another program has made of a file.
    Theirs(TheirsForm),
    /// A newer text of an article, or its earlier ones.
    Texts(Box<TextsForm>),
    /// Every occurrence of a party's names.
    Occurrences(Box<OccurrencesForm>),
    /// A path to type, since no dialog of the desktop can be shown or wanted.
    Path(Purpose, String),
    /// A file lies at the path where the case is to be saved.
    Replace(Purpose, PathBuf),
    /// When an article was published.
    Published(Id, String),
    /// Everything that can be searched for.
    Palette(Box<PaletteState>),
    /// A corrected date of publication, and what goes with it.
    Correction(CorrectionForm),
    /// The name written into new evidence.
    Annotator(String),
    /// Earlier versions.
    Versions(Box<VersionsForm>),
    /// The name of a checkpoint.
    Checkpoint(String),
    /// Articles of other producers, to choose from.
    Sources(Box<SourcesForm>),
    /// Work that was not saved.
    Recovery(Box<RecoveryForm>),
    /// The shortcut sheet.
    Shortcuts,
    /// The faults of the file.
    Faults,
    /// About the program.
    About,
}

impl Dialog {
    /// Whether a person has entered something in it that would be lost with it.
    #[must_use]
    pub fn has_words(&self) -> bool {
        matches!(self, Self::NewArticle(form) if !form.is_empty())
    }

    /// By what name assistive programs announce it.
    fn name(&self) -> String {
        let name = match self {
            Self::Trouble(trouble, _) => return trouble::title(trouble),
            Self::Theirs(_) => "What another program has changed",
            Self::Texts(form) if form.is_of_newer() => "A newer text",
            Self::Texts(_) => "Earlier texts",
            Self::NewArticle(_) => "New article",
            Self::Unsaved(_) => "Unsaved changes",
            Self::Occurrences(_) => "Mark all occurrences",
            Self::Path(purpose, _) => path::title(purpose),
            Self::Replace(..) => "Replace a file",
            Self::Published(..) => "Date of publication",
            Self::Palette(_) => "Search everything",
            Self::Correction(_) => "Correction of the publication date",
            Self::Annotator(_) => "Your name",
            Self::Versions(_) => "Earlier versions",
            Self::Checkpoint(_) => "Keep a checkpoint",
            Self::Sources(_) => "Articles of a file or folder",
            Self::Recovery(_) => "Unsaved work",
            Self::Shortcuts => "Keyboard shortcuts",
            Self::Faults => "Faults",
            Self::About => "About Casefile",
        };
        name.to_owned()
    }
}

/// The button of a dialog in which there is nothing to decide. It has the keyboard, so that Enter closes the dialog.
fn close_button(ui: &mut Ui) -> Outcome {
    let close = ui.button("Close");
    if ui.memory(|memory| memory.focused().is_none()) {
        close.request_focus();
    }
    if close.clicked() { Outcome::Close } else { Outcome::Open }
}

/// What a dialog leaves.
enum Outcome {
    /// It stays open.
    Open,
    /// It is done.
    Close,
    /// Another takes its place.
    Next(Dialog),
}

pub(super) fn dialog_ui(ui: &mut Ui, session: &Session, dialog: &mut Option<Dialog>, requests: &mut Vec<Request>) {
    let Some(open) = dialog else { return };
    let tokens = theme::tokens(ui);
    let frame = Frame::new().fill(tokens.raised).stroke(Stroke::new(1.0, tokens.border)).corner_radius(10);
    let frame = frame.inner_margin(Margin::same(20)).shadow(egui::Shadow {
        offset: [0, 8],
        blur: 30,
        spread: 0,
        color: tokens.shade,
    });
    let mut area = Modal::default_area(WidgetId::unique("dialog")).accessible_name(open.name());
    let mut frame = frame;
    if matches!(open, Dialog::Palette(_)) {
        let top = top(ui.ctx().content_rect());
        area = area.anchor(Align2::CENTER_TOP, egui::vec2(0.0, top));
        frame = frame.inner_margin(Margin::same(8));
    }
    let modal = Modal::new(WidgetId::unique("dialog")).area(area).frame(frame).backdrop_color(tokens.shade);
    let shown = modal.show(ui.ctx(), |ui| match open {
        Dialog::NewArticle(form) => new_article::new_article_ui(ui, form, requests),
        Dialog::Occurrences(form) => occurrences::occurrences_ui(ui, session, form, requests),
        Dialog::Unsaved(quits) => unsaved::unsaved_ui(ui, session, *quits, requests),
        Dialog::Trouble(trouble, quits) => trouble::trouble_ui(ui, trouble, *quits, requests),
        Dialog::Theirs(form) => theirs::theirs_ui(ui, session, form, requests),
        Dialog::Texts(form) => texts::texts_ui(ui, session, form, requests),
        Dialog::Path(purpose, path) => path::path_ui(ui, purpose, path, requests),
        Dialog::Replace(purpose, path) => replace::replace_ui(ui, purpose, path, requests),
        Dialog::Published(article, words) => published::published_ui(ui, session, article, words, requests),
        Dialog::Palette(state) => match palette_ui(ui, session, state, requests) {
            Left::Open => Outcome::Open,
            Left::Closed => Outcome::Close,
        },
        Dialog::Correction(form) => correction::correction_ui(ui, session, form, requests),
        Dialog::Annotator(name) => annotator::annotator_ui(ui, name, requests),
        Dialog::Versions(form) => versions::versions_ui(ui, session, form, requests),
        Dialog::Checkpoint(name) => checkpoint::checkpoint_ui(ui, name, requests),
        Dialog::Sources(form) => sources::sources_ui(ui, session, form, requests),
        Dialog::Recovery(form) => recovery::recovery_ui(ui, session, form, requests),
        Dialog::Shortcuts => sheets::shortcuts_ui(ui),
        Dialog::Faults => faults::faults_ui(ui, session),
        Dialog::About => sheets::about_ui(ui),
    });
    let should_close = shown.should_close();
    match shown.inner {
        Outcome::Next(next) => *dialog = Some(next),
        Outcome::Open if !should_close => {}
        Outcome::Open | Outcome::Close => {
            // Esc is an answer, too: without one the correction would wait for ever.
            if should_close && matches!(dialog, Some(Dialog::Correction(_))) {
                requests.push(Request::Session(Command::KeepDate));
            }
            if matches!(dialog, Some(Dialog::Versions(_))) {
                requests.push(Request::Session(Command::EndVersions));
            }
            if matches!(dialog, Some(Dialog::Sources(_))) {
                requests.push(Request::Session(Command::EndSources));
            }
            *dialog = None;
        }
    }
}
