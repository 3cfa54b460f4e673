//! The program without a window: frames are run by hand, and widgets are found by role and accessible name.
#![allow(dead_code, reason = "each test program uses a part of this")]

pub mod palette;

use std::cell::Cell;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use casefile::app::App;
use casefile::model::{Id, List};
use casefile::session::{ArticleState, Session, Storage};
use casefile::store::{Settings, State};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};

/// Ctrl, or Command on a Mac.
pub const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
/// Ctrl and Shift.
pub const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

/// How long anything that happens on a thread may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// After this many frames in a row that each ask for another one, the window is taken to repaint for ever.
const RESTLESS: usize = 60;

/// The program, as a person has it before them.
pub struct Window {
    harness: Harness<'static, Option<App>>,
    /// The title of the window.
    pub title: String,
    /// Whether the window has closed.
    pub is_closed: bool,
    closes: bool,
}

impl Window {
    /// A window of the usual size, with nothing open.
    pub fn new() -> Self {
        Self::with(1440.0, 900.0, Settings::default())
    }

    /// A window with nothing open.
    pub fn with(width: f32, height: f32, settings: Settings) -> Self {
        Self::with_storage(width, height, settings, Storage::default())
    }

    /// A window with nothing open, whose session keeps journals and earlier versions in a folder.
    pub fn keeping_state_in(folder: &Path) -> Self {
        let storage = Storage { state: Some(State::at(folder.to_owned())), ..Storage::default() };
        Self::with_storage(1440.0, 900.0, Settings::default(), storage)
    }

    /// A window with nothing open, and a storage of its own.
    pub fn with_storage(width: f32, height: f32, settings: Settings, storage: Storage) -> Self {
        let made = Rc::new(Cell::new(None));
        let maker = Rc::clone(&made);
        let harness = Harness::builder()
            .with_size(Vec2::new(width, height))
            .with_context_setup(move |ctx| maker.set(Some(App::with_storage(ctx, settings, storage))))
            .build_ui_state(
                move |ui, app: &mut Option<App>| {
                    if app.is_none() {
                        *app = made.take();
                    }
                    if let Some(app) = app {
                        app.update(ui.ctx());
                        app.show(ui);
                    }
                },
                None,
            );
        let mut window = Self { harness, title: "Casefile".to_owned(), is_closed: false, closes: false };
        window.settle();
        window
    }

    /// A window in which files were dropped.
    pub fn showing(files: &[PathBuf]) -> Self {
        let mut window = Self::new();
        window.drop_files(files);
        window
    }

    pub fn app(&self) -> &App {
        self.harness.state().as_ref().unwrap()
    }

    pub fn session(&self) -> &Session {
        self.app().session()
    }

    pub fn context(&self) -> &egui::Context {
        &self.harness.ctx
    }

    /// Runs one frame with these events.
    pub fn frame(&mut self, events: Vec<Event>) {
        assert!(!self.is_closed, "the window has closed");
        let input = self.harness.input_mut();
        input.events.extend(events);
        let is_asked = std::mem::take(&mut self.closes);
        if is_asked {
            input.viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
        }
        self.harness.step();
        let mut is_cancelled = false;
        let commands = self.harness.output().viewport_output[&ViewportId::ROOT].commands.clone();
        for command in commands {
            match command {
                ViewportCommand::Close => self.closes = true,
                ViewportCommand::CancelClose => is_cancelled = true,
                ViewportCommand::Title(title) => self.title = title,
                _ => {}
            }
        }
        self.is_closed = is_asked && !is_cancelled;
    }

    /// Presses the button of the frame that closes the window.
    pub fn close(&mut self) {
        self.closes = true;
        self.settle();
    }

    /// Runs frames until nothing moves and no job is under way.
    #[track_caller]
    pub fn settle(&mut self) {
        let (started, mut restless) = (Instant::now(), 0);
        while !self.is_closed {
            self.frame(Vec::new());
            let session = self.session();
            let is_listing = session.sources().is_some_and(|sources| !sources.is_done);
            let is_busy = session.is_loading() || session.is_saving() || session.is_searching() || is_listing;
            let is_still = self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay != Duration::ZERO;
            if is_busy {
                assert!(started.elapsed() < PATIENCE, "a job does not end");
                std::thread::sleep(Duration::from_millis(2));
            } else if is_still && !self.closes {
                self.harness.check_accessibility();
                return;
            } else {
                restless += 1;
                let causes = || self.harness.ctx.repaint_causes();
                assert!(restless < RESTLESS, "the window never rests: {:#?}", causes());
            }
        }
    }

    /// Runs frames until something is so.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !is_so(self) {
            assert!(started.elapsed() < PATIENCE, "never: {what}\n{}", self.tree());
            self.settle();
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[track_caller]
    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key while others are held.
    #[track_caller]
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, pressed, modifiers, repeat: false, physical_key: None };
        self.frame(vec![Event::ModifiersChanged(modifiers), event(true)]);
        if !self.is_closed {
            self.frame(vec![event(false), Event::ModifiersChanged(Modifiers::NONE)]);
        }
        self.settle();
    }

    /// Types words where the keyboard is.
    #[track_caller]
    pub fn write(&mut self, words: &str) {
        self.frame(vec![Event::Text(words.to_owned())]);
        self.settle();
    }

    #[track_caller]
    pub fn paste(&mut self, words: &str) {
        self.frame(vec![Event::Paste(words.to_owned())]);
        self.settle();
    }

    /// Presses and releases the button of the mouse at a point.
    #[track_caller]
    pub fn click_at(&mut self, pos: Pos2) {
        let event =
            |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        self.frame(vec![Event::PointerMoved(pos)]);
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
        self.settle();
    }

    /// Drops files on the window.
    pub fn drop_files(&mut self, files: &[PathBuf]) {
        let handles = files.iter().map(|path| std::sync::Arc::new(Dropped(path.clone())) as _);
        self.harness.input_mut().dropped_files = handles.collect();
        self.settle();
    }

    /// The dialog that is open, if one is; else the whole window.
    pub fn scope(&self) -> Node<'_> {
        self.dialog().unwrap_or_else(|| self.harness.root())
    }

    /// The dialog that is open.
    pub fn dialog(&self) -> Option<Node<'_>> {
        self.harness.root().children_recursive().find(|node| node.accesskit_node().role() == Role::Dialog)
    }

    /// Every node of the window.
    pub fn nodes(&self) -> Vec<Node<'_>> {
        self.harness.root().children_recursive().collect()
    }

    /// Every node with a role and a name, in the dialog if one is open.
    pub fn all(&self, role: Role, name: &str) -> Vec<Node<'_>> {
        let is_it = |node: &Node<'_>| node.accesskit_node().role() == role && name_of(node) == name;
        self.scope().children_recursive().filter(is_it).collect()
    }

    /// Whether there is a node with a role and a name.
    pub fn has(&self, role: Role, name: &str) -> bool {
        !self.all(role, name).is_empty()
    }

    /// The one node with a role and a name.
    #[track_caller]
    pub fn find(&self, role: Role, name: &str) -> Node<'_> {
        let mut all = self.all(role, name);
        assert_eq!(all.len(), 1, "{role:?} {name:?} in\n{}", self.tree());
        all.remove(0)
    }

    /// Whether words stand anywhere, as a text or as a name.
    pub fn says(&self, words: &str) -> bool {
        self.scope().children_recursive().any(|node| name_of(&node).contains(words))
    }

    /// Clicks what has a role and a name, after scrolling it into view.
    #[track_caller]
    pub fn click(&mut self, role: Role, name: &str) {
        let mut all = self.all(role, name);
        // What stands in an open menu goes before what stands behind it.
        if let Some(listed) = all.iter().position(is_listed) {
            all.swap(0, listed);
            all.truncate(1);
        }
        assert_eq!(all.len(), 1, "{role:?} {name:?} in\n{}", self.tree());
        let node = all.remove(0);
        assert!(!node.accesskit_node().is_disabled(), "{role:?} {name:?} is disabled");
        let id = node.accesskit_node().id();
        node.scroll_to_me();
        self.harness.step();
        self.settle();
        let found = self.nodes().into_iter().find(|node| node.accesskit_node().id() == id);
        let found = found.unwrap_or_else(|| panic!("{role:?} {name:?} has gone"));
        // Of a row at the edge of a list only a part is in view.
        let in_view = region(&found).map_or(found.rect(), |(_, frame)| frame.intersect(found.rect()));
        assert!(in_view.is_positive(), "{role:?} {name:?} is out of view at {}", found.rect());
        self.click_at(in_view.center());
    }

    #[track_caller]
    pub fn button(&mut self, name: &str) {
        self.click(Role::Button, name);
    }

    /// Replaces what a field holds, and leaves the keyboard in it.
    #[track_caller]
    pub fn fill(&mut self, field: &str, words: &str) {
        self.click(self.role_of_field(field), field);
        self.press_with(CTRL, Key::A);
        if words.is_empty() {
            self.press(Key::Delete);
        } else {
            self.write(words);
        }
    }

    /// Replaces what a field holds, and presses Enter.
    #[track_caller]
    pub fn enter(&mut self, field: &str, words: &str) {
        self.fill(field, words);
        self.press(Key::Enter);
    }

    fn role_of_field(&self, field: &str) -> Role {
        if self.has(Role::TextInput, field) { Role::TextInput } else { Role::MultilineTextInput }
    }

    /// Chooses a term of a list of terms.
    #[track_caller]
    pub fn choose(&mut self, field: &str, term: &str) {
        self.click(Role::ComboBox, field);
        self.button(term);
    }

    /// What a field shows.
    #[track_caller]
    pub fn shown(&self, field: &str) -> String {
        let roles = [Role::TextInput, Role::MultilineTextInput, Role::ComboBox];
        let role = roles.into_iter().find(|role| self.has(*role, field));
        let role = role.unwrap_or_else(|| panic!("no field {field:?} in\n{}", self.tree()));
        self.find(role, field).value().unwrap_or_default()
    }

    /// The name of what has the keyboard.
    pub fn focused(&self) -> String {
        let nodes = self.nodes();
        nodes.iter().find(|node| node.is_focused()).map(name_of).unwrap_or_default()
    }

    /// Opens a menu and gives a command of it.
    #[track_caller]
    pub fn menu(&mut self, menu: &str, command: &str) {
        self.button(menu);
        self.button(command);
    }

    /// What there is, for messages.
    pub fn tree(&self) -> String {
        let mut lines = String::new();
        for node in self.scope().children_recursive() {
            let (role, name) = (node.accesskit_node().role(), name_of(&node));
            let value = node.value().filter(|value| *value != name).map(|value| format!(" = {value:?}"));
            if !name.is_empty() {
                let disabled = if node.accesskit_node().is_disabled() { " (disabled)" } else { "" };
                let value = value.unwrap_or_default();
                // Writing to a string cannot fail.
                let _ = writeln!(lines, "  {role:?} {name:?}{value}{disabled}");
            }
        }
        lines
    }

    /// The articles of the case that were read.
    pub fn readable(&self) -> Vec<Id> {
        let session = self.session();
        let ids = session.case().articles.iter().map(|(_, entry)| entry.id.clone());
        ids.filter(|id| matches!(session.article_document(id).map(|one| &one.state), Some(ArticleState::Ready(_))))
            .collect()
    }

    /// How many records a list has.
    pub fn count(&self, list: List) -> usize {
        self.session().case().count(list)
    }
}

/// Whether a node stands in an open menu or list.
fn is_listed(node: &Node<'_>) -> bool {
    let parents = std::iter::successors(node.accesskit_node().parent(), egui_kittest::kittest::AccessKitNode::parent);
    parents.into_iter().any(|node| matches!(node.role(), Role::Menu | Role::ListBox))
}

/// The named part of the window that a node stands in, and its rectangle.
pub fn region(node: &Node<'_>) -> Option<(String, Rect)> {
    let parents = std::iter::successors(node.parent(), NodeT::parent);
    // A menu hangs under its button, but opens outside.
    let parents = parents.take_while(|node| !matches!(node.accesskit_node().role(), Role::Menu | Role::ListBox));
    let found = parents.into_iter().find(|node| node.accesskit_node().role() == Role::Region)?;
    Some((name_of(&found), found.rect()))
}

/// The name that a screen reader gives a node.
pub fn name_of(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    let name = if node.role() == Role::Label { node.value() } else { node.label() };
    name.unwrap_or_default()
}

/// A file that was dropped.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// A copy of the sample case, in a folder of its own that goes when the returned guard does.
pub fn sample() -> (tempfile::TempDir, PathBuf) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/jedi");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("articles")).unwrap();
    std::fs::copy(from.join("jedi.case.json"), folder.path().join("jedi.case.json")).unwrap();
    for entry in std::fs::read_dir(from.join("articles")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), folder.path().join("articles").join(entry.file_name())).unwrap();
    }
    let case = folder.path().join("jedi.case.json");
    (folder, case)
}
