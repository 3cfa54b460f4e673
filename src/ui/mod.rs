//! What a person sees: panels that read a borrowed view of the session and send requests.

pub mod article;
pub mod commands;
mod desk;
pub mod dialogs;
pub mod difference;
pub mod form;
pub mod icons;
mod list_box;
mod menu_bar;
mod notices;
pub mod outline;
mod palette;
mod start;
mod status_bar;
pub mod theme;
mod timeline;
mod toasts;
mod trail;
mod virtual_list;
mod waiting;
mod widgets;

use std::path::PathBuf;

pub use desk::{Desk, Pane};
pub use menu_bar::title;
pub use waiting::Waiting;

use crate::edit::Target;
use crate::model::field::FieldPath;
use crate::model::{Id, Place};
use crate::session::{Command, Which, Words};
use crate::store::Version;

/// What panels ask for. They change nothing themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Something of the session.
    Session(Command),
    /// A menu command.
    Menu(commands::MenuCommand),
    /// A menu command that was chosen in the palette.
    Chosen(commands::MenuCommand),
    /// A record's form and the words that prove it, or an article.
    Go(Place),
    /// The keyboard for a panel.
    Focus(Pane),
    /// Words of an article, which become selected.
    ShowWords(Words),
    /// The form of a record, with the evidence of one field.
    ShowField(Target, FieldPath),
    /// A dialog of the desktop.
    Ask(Purpose),
    /// A path to type, in place of the dialog of the desktop that is open.
    TypePath,
    /// The end of the dialog of the desktop that is open.
    CloseFileDialog,
    /// A path that was given for something.
    Path {
        /// For what.
        purpose: Purpose,
        /// The path.
        path: PathBuf,
        /// Whether the person wants what lies there replaced.
        replaces: bool,
    },
    /// The keyboard back to the page from the form; whether what is selected there is done with.
    BackToPage(bool),
    /// The record that was just made of words taken back, and the keyboard back to the page.
    TakeBack,
    /// The name that is written into new evidence.
    Annotator(String),
    /// The sample case.
    OpenSample,
    /// The end of the program, whatever is unsaved; the person was asked.
    QuitNow,
    /// A look at the newer text of an article.
    ShowNewer(Id),
    /// A look at what another program has made of a file.
    ShowTheirs(Which),
    /// A save that did not end well, once more; whether the program is to end then.
    TryAgain(Command, bool),
    /// The end of the program once everything is saved.
    SaveAndQuit,
    /// What was to be opened when unsaved work was in the way; whether to save that first.
    OpenPending(bool),
}

impl Request {
    /// Whether it only takes in what was typed.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        matches!(self, Self::Session(Command::SetWords(..) | Command::AddReference(..) | Command::SetClaim(..)))
    }
}

/// What a file is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Files to open.
    Open,
    /// A folder whose articles are looked through.
    OpenFolder,
    /// A place for the case.
    SaveAs,
    /// A place for the case, and then the end of the program.
    SaveAsAndQuit,
    /// The file of a missing article.
    Locate(Id),
    /// A place for a copy of an earlier version, and the name to propose.
    CopyVersion(Box<Version>, String),
}

impl Purpose {
    /// Whether something is written at the path that is chosen.
    #[must_use]
    pub fn writes(&self) -> bool {
        matches!(self, Self::SaveAs | Self::SaveAsAndQuit | Self::CopyVersion(..))
    }

    /// The command for the paths that were chosen; `replaces` where the person wants what lies there replaced.
    #[must_use]
    pub fn command(&self, paths: Vec<PathBuf>, replaces: bool) -> Option<Command> {
        match self {
            Self::Open | Self::OpenFolder => Some(Command::Open(paths)),
            Self::SaveAs | Self::SaveAsAndQuit => paths.into_iter().next().map(Command::SaveAs),
            Self::Locate(id) => paths.into_iter().next().map(|path| Command::Locate(id.clone(), path)),
            Self::CopyVersion(version, _) => {
                let version = Version::clone(version);
                paths.into_iter().next().map(|path| Command::CopyVersion { version, path, replaces })
            }
        }
    }
}
