//! Saving one edit of a large case while the window goes on, beside copying the file and having it lie on the medium.
#![allow(clippy::pedantic, clippy::expect_used, dead_code, missing_docs)]

mod common;

use std::path::Path;
use std::process::Command as Program;
use std::sync::Arc;
use std::time::{Duration, Instant};

use casefile::edit::Target;
use casefile::model::field::FieldPath;
use casefile::session::{Command, Session, Storage};
use casefile::store::{Settings, State};
use casefile::ui::{Desk, theme};
use egui::{Context, RawInput, Vec2};

const RUNS: usize = 7;

/// A window without a screen, whose frames are timed.
struct Window {
    ctx: Context,
    desk: Desk,
    session: Session,
    longest: Duration,
    /// The longest of each sort: taking in reports, an edit, the command to save.
    polled: Duration,
    edited: Duration,
    commanded: Duration,
}

impl Window {
    /// What the window's thread does between two frames and in one.
    fn frame(&mut self) {
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(1440.0, 900.0));
        let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        let polled = common::time(|| self.session.poll());
        self.polled = self.polled.max(polled);
        let took = polled
            + common::time(|| {
                let output = self.ctx.run_ui(input, |ui| {
                    self.desk.show(ui, &self.session);
                });
                self.ctx.tessellate(output.shapes, output.pixels_per_point)
            });
        self.longest = self.longest.max(took);
    }

    /// One edit, and everything until it is saved. How long the save took.
    fn save(&mut self, number: usize) -> Duration {
        let (target, path) = (Target::Header, FieldPath::of("summary"));
        let edit = common::time(|| {
            self.session.perform(Command::SetWords(target, path, format!("Edit {number}")));
        });
        let started = Instant::now();
        let command = common::time(|| self.session.perform(Command::Save));
        self.longest = self.longest.max(edit).max(command);
        (self.edited, self.commanded) = (self.edited.max(edit), self.commanded.max(command));
        let mut saved = None;
        while self.session.is_saving() {
            self.frame();
            if saved.is_none() && !self.session.is_modified() {
                saved = Some(started.elapsed());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        saved.expect("it was saved")
    }
}

fn open(path: &Path, state: &Path) -> Window {
    let storage = Storage { state: Some(State::at(state.to_owned())), ..Storage::default() };
    let mut session = Session::with_storage(Arc::new(|| {}), storage);
    session.perform(Command::Open(vec![path.to_owned()]));
    while session.is_loading() {
        session.poll();
        std::thread::sleep(Duration::from_millis(1));
    }
    let ctx = Context::default();
    theme::install(&ctx);
    Window {
        ctx,
        desk: Desk::new(Settings::default()),
        session,
        longest: Duration::ZERO,
        polled: Duration::ZERO,
        edited: Duration::ZERO,
        commanded: Duration::ZERO,
    }
}

/// What `cp` and `sync` of the file take.
fn copy(from: &Path, to: &Path) -> Duration {
    common::time(|| {
        let copied = Program::new("cp").arg(from).arg(to).status().expect("there is cp");
        let synced = Program::new("sync").arg(to).status().expect("there is sync");
        assert!(copied.success() && synced.success());
    })
}

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("large.case.json");
    let json = common::case_json(620_000, None);
    println!("A case of {} MB", json.len() / 1_000_000);
    std::fs::write(&path, &json).expect("a temporary folder can be written");
    drop(json);
    let mut window = open(&path, &folder.path().join("state"));
    for _ in 0..30 {
        window.frame();
    }
    (window.longest, window.polled) = (Duration::ZERO, Duration::ZERO);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // Alternated, so that what else the machine does falls on both.
    for number in 0..RUNS {
        theirs.push(copy(&path, &folder.path().join("copy.json")));
        ours.push(window.save(number));
    }
    ours.sort_unstable();
    theirs.sort_unstable();
    common::report(
        "save one edit: from the command to \"Saved\"",
        ours[RUNS / 2],
        Some(("cp and sync", theirs[RUNS / 2])),
    );
    common::report("— the longest the window's thread was held up", window.longest, None);
    common::report("  … by taking in a report", window.polled, None);
    common::report("  … by an edit", window.edited, None);
    common::report("  … by the command to save", window.commanded, None);
}
