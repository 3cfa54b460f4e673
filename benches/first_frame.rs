//! From start to end of the program with one frame in between, with the sample case, beside an empty eframe window of
//! the same features. Needs a display.
#![allow(clippy::pedantic, clippy::expect_used, dead_code, missing_docs)]

mod common;

use std::process::{Command, Stdio};
use std::time::Duration;

use eframe::egui;

/// How often each is started; they take turns.
const RUNS: usize = 30;

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
    }
}

fn main() {
    if std::env::args().any(|argument| argument == "--empty") {
        let options = eframe::NativeOptions {
            viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
            ..Default::default()
        };
        eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty)))).expect("a display");
        return;
    }
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        println!("first frame: not measured, there is no display");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let own = std::env::current_exe().expect("the path of this program");
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_data/jedi/jedi.case.json");
    let run = |command: &mut Command| {
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.env("CASEFILE_CLOSE_AFTER_FIRST_FRAME", "1");
        // A home of its own: no settings, and no window that is open already.
        for key in ["HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
            command.env(key, folder.path());
        }
        common::time(|| command.status().expect("it starts"))
    };
    let (mut empty, mut ours): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        empty.push(run(Command::new(&own).arg("--empty")));
        ours.push(run(Command::new(env!("CARGO_BIN_EXE_casefile")).arg(sample)));
    }
    empty.sort_unstable();
    ours.sort_unstable();
    let (empty, ours) = (empty[RUNS / 2], ours[RUNS / 2]);
    common::report("one frame with the sample case, start to end", ours, Some(("an empty window", empty)));
    println!("difference: {:.0} ms", (ours.as_secs_f64() - empty.as_secs_f64()) * 1000.0);
}
