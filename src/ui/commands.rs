//! The one table of menu commands: menus, shortcuts and the shortcut sheet all read it.

use egui::{Event, Key, KeyboardShortcut, Modifiers};

use super::form::FormState;
use crate::edit::Target;
use crate::model::List;
use crate::session::Session;

/// A command that stands in a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MenuCommand {
    /// An empty case.
    NewCase,
    /// A new article from pasted words.
    NewArticle,
    /// Choose files to open.
    Open,
    /// Type the path of a file to open.
    OpenPath,
    /// Lists the articles of a folder.
    OpenFolder,
    /// Write what was changed.
    Save,
    /// Write the case at another place.
    SaveAs,
    /// Take back everything since the last save.
    Revert,
    /// What was saved before.
    Versions,
    /// What the article in view said before.
    Texts,
    /// Keep what is open by a name.
    Checkpoint,
    /// Work that was not saved.
    Recover,
    /// End the program.
    Quit,
    /// Take the last step back.
    Undo,
    /// Repeat the step taken back last.
    Redo,
    /// Find words in the article.
    Find,
    /// Search commands, records and articles.
    Palette,
    /// Copy the record in the form.
    Duplicate,
    /// Delete the record in the form.
    Delete,
    /// A new party.
    NewParty,
    /// A new amount.
    NewAmount,
    /// A new date.
    NewDate,
    /// A new court action.
    NewAction,
    /// A new proceeding.
    NewProceeding,
    /// Attach the selected words to the field in use.
    AddEvidence,
    /// Select the next fact that no record claims.
    NextUnclaimed,
    /// Add the link that the court action in the form most likely has.
    AcceptLink,
    /// Mark every occurrence of the names of the party in the form.
    MarkOccurrences,
    /// Take the places where words of the article were found for theirs.
    AcceptMoved,
    /// The form of the case itself.
    CaseForm,
    /// The name written into new evidence.
    Annotator,
    /// The faults of the file.
    Faults,
    /// Show or hide the outline.
    ToggleOutline,
    /// Show or hide the form.
    ToggleForm,
    /// Show or hide the timeline.
    ToggleTimeline,
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// Text of the usual size.
    UsualSize,
    /// Light or dark as the system has it.
    ThemeSystem,
    /// Light.
    ThemeLight,
    /// Dark.
    ThemeDark,
    /// Back to what was shown before.
    Back,
    /// Forward again.
    Forward,
    /// The next article of the outline.
    NextArticle,
    /// The article before.
    PreviousArticle,
    /// The next highlight of the article.
    NextHighlight,
    /// The highlight before.
    PreviousHighlight,
    /// The next panel.
    NextPanel,
    /// The panel before.
    PreviousPanel,
    /// The shortcut sheet.
    Shortcuts,
    /// About the program.
    About,
}

/// The menus, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Files.
    File,
    /// Editing.
    Edit,
    /// What is shown.
    View,
    /// Records.
    Case,
    /// Help.
    Help,
}

impl Menu {
    /// Every menu, in order.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Case, Self::Help];

    /// Its name.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Case => "Case",
            Self::Help => "Help",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The command.
    pub command: MenuCommand,
    /// The menu it stands in.
    pub menu: Menu,
    /// Its text.
    pub text: &'static str,
    /// What it does, for a tooltip.
    pub hint: &'static str,
    /// Its keys.
    pub shortcut: Option<KeyboardShortcut>,
    /// Whether a line is drawn above it.
    pub starts_group: bool,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

#[expect(clippy::unnecessary_wraps, reason = "rows of the table without keys have none")]
const fn keys(modifiers: Modifiers, key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(modifiers, key))
}

const fn row(
    menu: Menu,
    command: MenuCommand,
    text: &'static str,
    hint: &'static str,
    shortcut: Option<KeyboardShortcut>,
) -> Entry {
    Entry { command, menu, text, hint, shortcut, starts_group: false }
}

const fn group(entry: Entry) -> Entry {
    Entry { starts_group: true, ..entry }
}

/// Every menu command, in the order of the menus.
pub const TABLE: &[Entry] = {
    use MenuCommand as C;
    &[
        row(Menu::File, C::NewCase, "New case", "Start an empty case", keys(CTRL, Key::N)),
        row(Menu::File, C::NewArticle, "New article…", "Paste an article into the case", keys(CTRL_SHIFT, Key::N)),
        group(row(Menu::File, C::Open, "Open…", "Open cases, articles and plain text", keys(CTRL, Key::O))),
        row(Menu::File, C::OpenFolder, "Open folder…", "See the articles of a folder, and add some to the case", None),
        row(Menu::File, C::OpenPath, "Open path…", "Type or paste the path of a file", keys(CTRL_SHIFT, Key::O)),
        group(row(Menu::File, C::Save, "Save", "Write what was changed", keys(CTRL, Key::S))),
        row(Menu::File, C::SaveAs, "Save as…", "Write the case at another place", keys(CTRL_SHIFT, Key::S)),
        row(Menu::File, C::Revert, "Revert", "Take back everything since the last save; this can be undone", None),
        group(row(Menu::File, C::Versions, "Earlier versions…", "See what was saved before, and go back to it", None)),
        row(Menu::File, C::Texts, "Earlier texts…", "See what the article in view said before", None),
        row(Menu::File, C::Checkpoint, "Keep a checkpoint…", "Keep the case as it is now by a name of your own", None),
        row(Menu::File, C::Recover, "Recover unsaved work…", "See work that was never saved, and open it again", None),
        group(row(Menu::File, C::Quit, "Quit", "Close the window", keys(CTRL, Key::Q))),
        row(Menu::Edit, C::Undo, "Undo", "Take the last step back", keys(CTRL, Key::Z)),
        row(Menu::Edit, C::Redo, "Redo", "Repeat the step that was taken back", keys(CTRL_SHIFT, Key::Z)),
        group(row(Menu::Edit, C::Find, "Find in article", "Find words in the article in view", keys(CTRL, Key::F))),
        row(Menu::Edit, C::Palette, "Search everything", "Search commands, records and articles", keys(CTRL, Key::K)),
        group(row(Menu::Edit, C::Duplicate, "Duplicate", "Copy the record in the form", keys(CTRL, Key::D))),
        row(
            Menu::Edit,
            C::Delete,
            "Delete",
            "Delete the record in the form; this can be undone",
            keys(CTRL, Key::Delete),
        ),
        row(Menu::View, C::ToggleOutline, "Outline", "Show or hide the outline", keys(CTRL, Key::B)),
        row(Menu::View, C::ToggleForm, "Form", "Show or hide the form", keys(CTRL_SHIFT, Key::B)),
        row(Menu::View, C::ToggleTimeline, "Timeline", "Show or hide the timeline", keys(CTRL, Key::J)),
        group(row(Menu::View, C::Larger, "Larger text", "Make all text larger", keys(CTRL, Key::Plus))),
        row(Menu::View, C::Smaller, "Smaller text", "Make all text smaller", keys(CTRL, Key::Minus)),
        row(Menu::View, C::UsualSize, "Usual text size", "Show text at its usual size", keys(CTRL, Key::Num0)),
        group(row(Menu::View, C::ThemeSystem, "Colours of the system", "Light or dark as the system has it", None)),
        row(Menu::View, C::ThemeLight, "Light", "Light colours", None),
        row(Menu::View, C::ThemeDark, "Dark", "Dark colours", None),
        group(row(Menu::View, C::Back, "Back", "Go back to what was shown before", keys(ALT, Key::ArrowLeft))),
        row(Menu::View, C::Forward, "Forward", "Go forward again", keys(ALT, Key::ArrowRight)),
        group(row(
            Menu::View,
            C::NextArticle,
            "Next article",
            "Show the next article of the outline",
            keys(CTRL, Key::PageDown),
        )),
        row(
            Menu::View,
            C::PreviousArticle,
            "Previous article",
            "Show the article before it in the outline",
            keys(CTRL, Key::PageUp),
        ),
        row(
            Menu::View,
            C::NextHighlight,
            "Next highlight",
            "Select the words of the next highlight of the article",
            keys(Modifiers::NONE, Key::F7),
        ),
        row(
            Menu::View,
            C::PreviousHighlight,
            "Previous highlight",
            "Select the words of the highlight before",
            keys(Modifiers::SHIFT, Key::F7),
        ),
        group(row(Menu::View, C::NextPanel, "Next panel", "Move to the next panel", keys(Modifiers::NONE, Key::F6))),
        row(
            Menu::View,
            C::PreviousPanel,
            "Previous panel",
            "Move to the panel before",
            keys(Modifiers::SHIFT, Key::F6),
        ),
        row(Menu::Case, C::NewParty, "New party", "Add a party", keys(CTRL, Key::Num1)),
        row(Menu::Case, C::NewAmount, "New amount", "Add an amount", keys(CTRL, Key::Num2)),
        row(Menu::Case, C::NewDate, "New date", "Add a date", keys(CTRL, Key::Num3)),
        row(Menu::Case, C::NewAction, "New court action", "Add a court action", keys(CTRL, Key::Num4)),
        row(Menu::Case, C::NewProceeding, "New proceeding", "Add a proceeding", keys(CTRL, Key::Num5)),
        group(row(
            Menu::Case,
            C::AddEvidence,
            "Add evidence",
            "Attach the selected words to the field in use",
            keys(CTRL, Key::E),
        )),
        row(
            Menu::Case,
            C::NextUnclaimed,
            "Next unclaimed fact",
            "Select the next sum, date, name or court action that no record claims",
            keys(Modifiers::NONE, Key::F8),
        ),
        row(
            Menu::Case,
            C::AcceptLink,
            "Accept the proposed link",
            "Add the link that the court action in the form most likely has",
            keys(CTRL, Key::L),
        ),
        row(
            Menu::Case,
            C::MarkOccurrences,
            "Mark all occurrences…",
            "Find where the party in the form is named, and mark it there",
            keys(CTRL, Key::M),
        ),
        row(
            Menu::Case,
            C::AcceptMoved,
            "Accept moved highlights",
            "Take the places where words of this article were found again for theirs",
            None,
        ),
        group(row(
            Menu::Case,
            C::CaseForm,
            "Case details",
            "Title, status and summary of the case",
            keys(CTRL, Key::I),
        )),
        row(Menu::Case, C::Annotator, "Your name…", "The name that is written into the evidence you add", None),
        row(Menu::Case, C::Faults, "Faults of the file…", "What is wrong with the file, by line and column", None),
        row(Menu::Help, C::Shortcuts, "Keyboard shortcuts", "All keys", keys(Modifiers::NONE, Key::F1)),
        row(Menu::Help, C::About, "About Casefile", "Version and licences", None),
    ]
};

/// The row of a command.
#[must_use]
pub fn entry(command: MenuCommand) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.command == command)
}

/// What of the window decides whether commands can be given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// Whether words are selected in the article.
    pub has_words: bool,
    /// Whether there is a place to go back to.
    pub has_back: bool,
    /// Whether there is one to go forward to again.
    pub has_forward: bool,
}

/// Whether a command can be given now.
#[must_use]
pub fn is_enabled(command: MenuCommand, session: &Session, scene: Scene) -> bool {
    use MenuCommand as C;
    let has_record = matches!(session.selection().form, Some(Target::Record(_)));
    let has_party = matches!(&session.selection().form, Some(Target::Record(place)) if place.list == List::Parties);
    let has_article_form = matches!(session.selection().form, Some(Target::Article(_)));
    match command {
        C::Save | C::Revert => session.is_open() && session.is_modified() && !session.is_saving(),
        C::SaveAs => session.is_open() && !session.is_saving(),
        C::Undo => session.undo_label().is_some(),
        C::Redo => session.redo_label().is_some(),
        C::Find | C::NextUnclaimed | C::NextHighlight | C::PreviousHighlight => session.selection().article.is_some(),
        C::NextArticle => session.next_article(true).is_some(),
        C::PreviousArticle => session.next_article(false).is_some(),
        C::Back => scene.has_back,
        C::Forward => scene.has_forward,
        C::Duplicate => has_record,
        C::Delete => has_record || has_article_form,
        C::AcceptLink => FormState::proposed_link(session).is_some(),
        C::AddEvidence => has_record && scene.has_words,
        C::AcceptMoved => has_moved(session),
        C::MarkOccurrences => has_party && session.counts().ready > 0,
        C::NewParty
        | C::NewAmount
        | C::NewDate
        | C::NewAction
        | C::NewProceeding
        | C::CaseForm
        | C::Versions
        | C::Checkpoint => session.is_open(),
        C::Texts => {
            let article = session.selection().article.as_ref().and_then(|id| session.article(id));
            article.is_some_and(|article| !article.versions.is_empty())
        }
        C::Faults => session.faults().next().is_some(),
        _ => true,
    }
}

/// Whether words of the article in view were found elsewhere than they stood, or others in their place.
fn has_moved(session: &Session) -> bool {
    let Some(id) = &session.selection().article else { return false };
    session.page(id).is_some_and(|page| page.found().moved > 0) && !session.moved_quotes(id).is_empty()
}

/// The text of a command as a menu shows it: undo and redo say what they take back or repeat.
#[must_use]
pub fn text(entry: &Entry, session: &Session) -> String {
    match (entry.command, session.undo_label(), session.redo_label()) {
        (MenuCommand::Undo, Some(label), _) => format!("Undo {label}"),
        (MenuCommand::Redo, _, Some(label)) => format!("Redo {label}"),
        _ => entry.text.to_owned(),
    }
}

/// The commands whose keys were pressed, in order. The keys are taken from the input, so that no field sees them.
#[must_use]
pub fn pressed(ctx: &egui::Context) -> Vec<MenuCommand> {
    // In a field Ctrl+Delete is about the words: whoever presses it there does not mean the record.
    let types = ctx.text_edit_focused();
    let mut found = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let command = given_by(event).filter(|command| !(types && *command == MenuCommand::Delete));
            found.extend(command);
            command.is_none()
        });
    });
    found
}

/// The command that an event gives, if it is the press of its keys.
fn given_by(event: &Event) -> Option<MenuCommand> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    // With Shift, the arrow keys are about words and highlights.
    let is_meant = |keys: KeyboardShortcut| !is_arrow(*key) || keys.modifiers.shift == modifiers.shift;
    let is_pressed = |keys: KeyboardShortcut| {
        keys.logical_key == *key && modifiers.matches_logically(keys.modifiers) && is_meant(keys)
    };
    // A shortcut without Shift is matched by one with it: the one with more modifiers goes first.
    let with_shift = TABLE.iter().filter(|entry| entry.shortcut.is_some_and(|keys| keys.modifiers.shift));
    let without = TABLE.iter().filter(|entry| entry.shortcut.is_some_and(|keys| !keys.modifiers.shift));
    let entry = with_shift.chain(without).find(|entry| entry.shortcut.is_some_and(is_pressed));
    // Second usual ways to redo, and to make text larger.
    let others = [(Key::Y, MenuCommand::Redo), (Key::Equals, MenuCommand::Larger)];
    let other = || others.into_iter().find(|(key, _)| is_pressed(KeyboardShortcut::new(CTRL, *key)));
    entry.map(|entry| entry.command).or_else(|| other().map(|(_, command)| command))
}

fn is_arrow(key: Key) -> bool {
    matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(modifiers: Modifiers, key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn keys_give_the_command_with_most_of_them() {
        use MenuCommand as C;
        for (modifiers, key, expected) in [
            (CTRL, Key::Z, Some(C::Undo)),
            (CTRL_SHIFT, Key::Z, Some(C::Redo)),
            (CTRL, Key::Y, Some(C::Redo)),
            (CTRL, Key::Equals, Some(C::Larger)),
            (CTRL_SHIFT, Key::K, Some(C::Palette)),
            (Modifiers::NONE, Key::F7, Some(C::NextHighlight)),
            (Modifiers::SHIFT, Key::F7, Some(C::PreviousHighlight)),
            (Modifiers::SHIFT, Key::F6, Some(C::PreviousPanel)),
            (ALT, Key::ArrowLeft, Some(C::Back)),
            (Modifiers { shift: true, ..ALT }, Key::ArrowLeft, None),
            (Modifiers::NONE, Key::ArrowLeft, None),
            (Modifiers::NONE, Key::Z, None),
            (CTRL, Key::PageDown, Some(C::NextArticle)),
            (Modifiers::NONE, Key::PageDown, None),
        ] {
            assert_eq!(given_by(&event(modifiers, key)), expected, "{modifiers:?} {key:?}");
        }
        assert_eq!(given_by(&Event::Text("z".to_owned())), None);
    }

    #[test]
    fn no_keys_and_no_command_stand_twice() {
        for (number, one) in TABLE.iter().enumerate() {
            for other in &TABLE[number + 1..] {
                assert_ne!(one.command, other.command);
                assert!(one.shortcut.is_none() || one.shortcut != other.shortcut, "{} and {}", one.text, other.text);
            }
        }
    }
}
