//! The boundaries of `docs/architecture.md`, held by reading the sources: which layer uses which, who may touch files,
//! the clock and the screen, and how long files and functions get.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

#[path = "layers/source.rs"]
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use source::Source;

/// Each layer and the layers that it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("main", &["app", "cli"]),
    ("app", &["ui", "session", "store", "import", "format", "query", "suggest", "edit", "model", "text"]),
    ("ui", &["session", "store", "import", "format", "query", "suggest", "edit", "model", "text"]),
    ("cli", &["session", "store", "import", "format", "query", "suggest", "edit", "model", "text"]),
    ("session", &["store", "import", "format", "query", "suggest", "edit", "model", "text"]),
    ("store", &["format", "model", "text"]),
    ("import", &["format", "suggest", "model", "text"]),
    ("format", &["model", "text"]),
    ("query", &["model", "text"]),
    ("suggest", &["model", "text"]),
    ("edit", &["model", "text"]),
    ("model", &["text"]),
    ("text", &[]),
];

/// Layers that neither touch files nor read the clock.
const PURE: &[&str] = &["text", "model", "edit", "query", "suggest", "format", "import"];

/// What a pure layer may not name.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::process",
    "std::env::current_dir",
    "std::env::var",
    // Work on both cores that ends before the function does is still a pure function; a thread that lives on is not.
    "std::thread::spawn",
    "std::thread::Builder",
    "std::thread::sleep",
    "Instant::now",
    "SystemTime",
    "Zoned::now",
    "Timestamp::now",
];

/// What only these layers may name, since it is the screen.
const SCREEN: (&[&str], &[&str]) = (&["egui", "eframe"], &["ui", "app"]);

/// What panels may not name: they open no files.
const FILES: &[&str] = &["std::fs", "store::load", "store::save"];

/// Most lines of a file, and of a function that is no test.
const LONGEST_FILE: usize = 500;
const LONGEST_FUNCTION: usize = 80;

/// Everything that is wrong with one source file; `path` is relative to the package.
fn violations(path: &Path, text: &str) -> Vec<String> {
    let source = Source::new(path, text);
    let mut found = Vec::new();
    if text.lines().count() > LONGEST_FILE {
        found.push(format!("has {} lines, of {LONGEST_FILE} at most", text.lines().count()));
    }
    let Some(layer) = source.layer.as_deref() else { return found };
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        found.push(format!("belongs to {layer:?}, which is no layer"));
        return found;
    };
    for used in source.layers_used() {
        if used != layer && LAYERS.iter().any(|(name, _)| *name == used) && !allowed.contains(&used.as_str()) {
            found.push(format!("{layer} may not use {used}"));
        }
    }
    for (name, lines) in source.functions() {
        if lines > LONGEST_FUNCTION {
            found.push(format!("the function {name} has {lines} lines, of {LONGEST_FUNCTION} at most"));
        }
    }
    let mut forbid = |names: &[&str]| {
        found.extend(names.iter().filter(|name| source.names(name)).map(|name| format!("{layer} may not name {name}")));
    };
    if !SCREEN.1.contains(&layer) {
        forbid(SCREEN.0);
    }
    if PURE.contains(&layer) {
        forbid(IMPURE);
    }
    if layer == "ui" {
        forbid(FILES);
    }
    found
}

/// The Rust files below a folder of the package.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn no_boundary_is_crossed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all: Vec<_> = ["src", "tests", "fuzz/src", "fuzz/fuzz_targets"].into_iter().flat_map(files).collect();
    assert!(all.len() > 50, "only {} files were found", all.len());
    let mut found = Vec::new();
    for path in all {
        let text = fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(root).unwrap();
        found.extend(violations(path, &text).into_iter().map(|what| format!("{}: {what}", path.display())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A file, what stands in it, and a part of each violation that must be found.
const SEEDED: &[(&str, &str, &[&str])] = &[
    ("src/model/a.rs", "use crate::session::Session;", &["model may not use session"]),
    ("src/model/a.rs", "use crate::text::find;\nuse crate::model::Id;", &[]),
    ("src/text/a.rs", "use crate::{model::Id, text::find};", &["text may not use model"]),
    ("src/text/a.rs", "use {std::io, crate::{text::{find, runs}, model::Id}};", &["text may not use model"]),
    ("src/text/a.rs", "fn f() -> crate::model::Id { crate::model::Id::default() }", &["text may not use model"]),
    ("src/text/a.rs", "use super::super::query;", &["text may not use query"]),
    ("src/text/a.rs", "use super::runs;\nuse super::find::super_thing;", &[]),
    ("src/text/deep/a.rs", "use super::super::find;", &[]),
    ("src/text/deep/a.rs", "fn f() { super::super::super::query::title() }", &["text may not use query"]),
    ("src/text/a.rs", "//! [`crate::model::Id`]\n/* crate::model */ const A: &str = \"crate::model\";", &[]),
    ("src/text/a.rs", "const A: &str = r#\"\"crate::model\"#; const Q: char = '\"'; use crate::model::Id;", &["model"]),
    ("src/format/a.rs", "use crate::query::Index;", &["format may not use query"]),
    ("src/session/a.rs", "use crate::ui::theme;", &["session may not use ui"]),
    ("src/cli/a.rs", "use crate::app;", &["cli may not use app"]),
    ("src/ui/a.rs", "use crate::cli::Cli;", &["ui may not use cli"]),
    ("src/main.rs", "use casefile::{app, session};", &["main may not use session"]),
    ("src/main.rs", "use casefile::{app, cli};", &[]),
    ("src/elsewhere/a.rs", "", &["is no layer"]),
    ("src/session/a.rs", "use egui::Ui;", &["session may not name egui"]),
    ("src/query/a.rs", "fn f(ctx: &eframe::Frame) {}", &["query may not name eframe"]),
    ("src/query/a.rs", "fn f(my_egui: u8, egui_like: u8) {}", &[]),
    ("src/ui/a.rs", "use egui::Ui;\nuse crate::session::Session;", &[]),
    ("src/format/a.rs", "use std::{fs, io};", &["format may not name std::fs"]),
    ("src/query/a.rs", "fn f() { std::fs::read(\"a\"); }", &["query may not name std::fs"]),
    ("src/edit/a.rs", "use std::time::Instant;\nfn f() { Instant::now(); }", &["edit may not name Instant::now"]),
    ("src/suggest/a.rs", "use jiff::Zoned;\nfn f() { Zoned::now(); }", &["suggest may not name Zoned::now"]),
    ("src/query/a.rs", "#[cfg(test)]\nmod tests {\n use std::fs;\n}", &[]),
    ("src/query/tests.rs", "use std::fs;", &[]),
    ("src/query/tests/deep.rs", "use crate::ui;", &["query may not use ui"]),
    ("src/ui/a.rs", "use crate::store;\nfn f() { store::load(); }", &["ui may not name store::load"]),
    ("src/ui/a.rs", "use crate::store::{Settings, save};", &["ui may not name store::save"]),
];

#[test]
fn a_seeded_violation_is_found() {
    for (path, text, expected) in SEEDED {
        let found = violations(Path::new(path), text);
        assert_eq!(found.len(), expected.len(), "{path}: {text:?}: {found:?}");
        for (found, expected) in found.iter().zip(*expected) {
            assert!(found.contains(expected), "{path}: {text:?}: {found:?}");
        }
    }
}

#[test]
fn what_is_too_long_is_found() {
    let path = Path::new("src/model/a.rs");
    let function =
        |lines: usize| format!("fn long<T: Fn() -> u8>() {{\n{}}}\n", "    step(\"}\");\n".repeat(lines - 2));
    assert_eq!(violations(path, &function(80)), Vec::<String>::new());
    assert_eq!(violations(path, &function(81)), ["the function long has 81 lines, of 80 at most"]);
    let declared =
        format!("trait A {{\n    fn short(&self);\n    fn other(&self);\n{}}}\n", "    const A: u8;\n".repeat(90));
    assert_eq!(violations(path, &declared), Vec::<String>::new());
    let in_tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", function(200));
    assert_eq!(violations(path, &in_tests), Vec::<String>::new());
    assert_eq!(violations(path, &"\n".repeat(500)), Vec::<String>::new());
    assert_eq!(violations(path, &"\n".repeat(501)), ["has 501 lines, of 500 at most"]);
    assert_eq!(violations(Path::new("tests/a.rs"), &"\n".repeat(501)).len(), 1);
}
