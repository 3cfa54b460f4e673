//! Frames of the window, run and tessellated but not painted, at several sizes of case and article.
#![allow(clippy::pedantic, clippy::expect_used, missing_docs)]

mod common;

use std::time::Duration;

use casefile::session::{Command, OccurrenceQuery, Session};
use casefile::store::Settings;
use casefile::text::edges::{Edge, Shift, Step};
use casefile::ui::{Desk, theme};
use egui::{Context, Event, RawInput, Vec2};

const GROW: Shift = Shift { edge: Edge::End, step: Step::Letter, grows: true };

/// A window without a screen.
struct Window {
    ctx: Context,
    desk: Desk,
    session: Session,
    time: f64,
}

impl Window {
    fn new(session: Session) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        Self { ctx, desk: Desk::new(Settings::default()), session, time: 0.0 }
    }

    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(1440.0, 900.0));
        let input = RawInput { screen_rect: Some(screen), time: Some(self.time), events, ..RawInput::default() };
        common::time(|| {
            let output = self.ctx.run_ui(input, |ui| {
                self.desk.show(ui, &self.session);
            });
            self.ctx.tessellate(output.shapes, output.pixels_per_point)
        })
    }

    /// The median of frames, after some to warm up, with these events in each.
    fn median(&mut self, events: impl Fn() -> Vec<Event>) -> Duration {
        for _ in 0..10 {
            self.frame(Vec::new());
        }
        common::median(60, || self.frame(events()))
    }
}

fn scroll() -> Vec<Event> {
    vec![
        Event::PointerMoved(egui::pos2(700.0, 400.0)),
        Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, -120.0),
            modifiers: egui::Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
        },
    ]
}

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut reference = None;
    for records in [100, 5_000, 100_000] {
        let session = common::open(folder.path(), &common::case_json(records, None), None);
        let mut window = Window::new(session);
        let still = window.median(Vec::new);
        common::report(&format!("frame, {records} records"), still, reference.map(|time| ("100 records", time)));
        reference.get_or_insert(still);
        for typed in ["n", "number 99", "absent"] {
            let answer = common::median(20, || search(&mut window, typed, false));
            common::report(&format!("search, {records} records, {typed:?}: key to names"), answer, None);
        }
    }
    for (name, bytes, highlights) in
        [("10 MB article, 100,000 highlights", 10_000_000, 100_000), ("10 kB article, 1,000 highlights", 10_000, 1_000)]
    {
        let (article, case) = common::highlighted(bytes, highlights);
        let mut session = None;
        let opening = common::time(|| session = Some(common::open(folder.path(), &case, Some(&article))));
        let Some(session) = session else { continue };
        let mut window = Window::new(session);
        common::report(&format!("{name}: opening, case and article"), opening, None);
        common::report(&format!("{name}: first frame"), window.frame(Vec::new()), None);
        let still = window.median(Vec::new);
        common::report(&format!("{name}: still frame"), still, None);
        let scrolling = window.median(scroll);
        common::report(&format!("{name}: scrolling frame"), scrolling, None);
        let found = common::median(5, || search(&mut window, "#billion dollars. The court heard neither", true));
        common::report(&format!("{name}: search of words that are not there"), found, None);
        let adding = common::median(20, || add(&mut window));
        common::report(&format!("{name}: adding a highlight and its frame"), adding, None);
        let growing = common::median(20, || perform(&mut window, Command::ShiftQuotes(vec![0], GROW)));
        common::report(&format!("{name}: growing a highlight and its frame"), growing, None);
        let mut slots = 1..;
        let removing =
            common::median(20, || perform(&mut window, Command::RemoveQuotes(slots.by_ref().take(1).collect())));
        common::report(&format!("{name}: removing a highlight and its frame"), removing, None);
        let undoing = common::median(20, || perform(&mut window, Command::Undo));
        common::report(&format!("{name}: taking that back and its frame"), undoing, None);
        occurrences(&mut window, name);
        window.desk.article.focus(&window.ctx);
        window.frame(Vec::new());
        let selecting = window.frame(vec![key(egui::Modifiers::COMMAND, egui::Key::A)]);
        common::report(&format!("{name}: selecting everything"), selecting, None);
        let selected = window.median(Vec::new);
        common::report(&format!("{name}: a frame with everything selected"), selected, None);
    }
}

/// From what was typed to the names that answer, or to the end of the search.
fn search(window: &mut Window, typed: &str, whole: bool) -> Duration {
    common::time(|| {
        window.session.perform(Command::Search(typed.to_owned()));
        while window.session.is_searching() && (whole || !window.session.found().has_names) {
            window.session.poll();
            std::thread::yield_now();
        }
    })
}

/// Finding what stands in every sentence, and marking as much of it as a search finds.
fn occurrences(window: &mut Window, name: &str) {
    let party = window.session.case().parties.iter().next().map(|(_, party)| party.id.clone()).expect("a party");
    let query = OccurrenceQuery {
        party: party.clone(),
        names: vec!["contract".into(), "the sum of ten billion dollars".into(), "Nobody".into()],
        article: None,
        whole_words: true,
        match_case: true,
    };
    let mut found = None;
    let asking = common::time(|| window.session.perform(Command::FindOccurrences(Box::new(query))));
    let finding = common::time(|| {
        while found.is_none() {
            window.session.poll();
            found = window.session.take_occurrences();
            std::thread::yield_now();
        }
    });
    common::report(&format!("{name}: asking for occurrences"), asking, None);
    common::report(&format!("{name}: until they are found, on a thread"), finding, None);
    let all: Vec<_> = found.expect("they were found").found.into_iter().map(|one| one.words).collect();
    let few = all.iter().step_by(all.len() / 14 + 1).cloned().collect();
    let count = all.len();
    let marking = perform(window, Command::MarkOccurrences(party.clone(), few));
    common::report(&format!("{name}: marking 14 of them and its frame"), marking, None);
    let marking = perform(window, Command::MarkOccurrences(party, all));
    common::report(&format!("{name}: marking {count} and its frame"), marking, None);
    let undoing = perform(window, Command::Undo);
    common::report(&format!("{name}: taking that back and its frame"), undoing, None);
}

fn key(modifiers: egui::Modifiers, key: egui::Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// A command and the frame after it.
fn perform(window: &mut Window, command: Command) -> Duration {
    let change = common::time(|| window.session.perform(command));
    change + window.frame(Vec::new())
}

fn add(window: &mut Window) -> Duration {
    let article = window.session.selection().article.clone().expect("an article is in view");
    let place = casefile::model::Place { list: casefile::model::List::Amounts, slot: 0 };
    let words = casefile::session::Words { article, part: casefile::model::Part::Text, range: 30..90 };
    let path = casefile::model::field::FieldPath::of("value");
    let command = Command::AddEvidence(casefile::edit::Target::Record(place), vec![path], words);
    perform(window, command)
}
