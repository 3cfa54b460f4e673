//! Finding articles in files and folders, away from the window.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{SourcePlace, SourceRow, Unsettled};
use serde_json::Value;

use crate::format::Fault;
use crate::import::reprints::Reprints;
use crate::import::{self, Collection, Content, Found, Item, Mappings, When};
use crate::model::PartialDate;
use crate::store::{self, Line};

/// Files of lines from this length on are read line by line, and never as a whole.
const LONG: u64 = 64 << 20;
/// How much of a file is looked at to find out whether it is one of lines.
const BEGINNING: usize = 1 << 20;
/// How long articles are gathered before they are shown.
const BETWEEN: Duration = Duration::from_millis(60);
/// How deep folders are followed.
const DEEPEST: usize = 12;
/// Endings of files that are looked into when a folder is opened.
const ENDINGS: &[&str] = &[
    "json", "jsonl", "ndjson", "jsonld", "html", "htm", "xhtml", "mhtml", "mht", "csv", "tsv", "txt", "md", "markdown",
    "gz",
];

/// What was found since the last one.
#[derive(Debug, Default)]
pub struct Batch {
    /// Files, which go on numbering those before.
    pub files: Vec<PathBuf>,
    /// Articles.
    pub rows: Vec<SourceRow>,
    /// What could not be read.
    pub refused: Vec<(PathBuf, String)>,
    /// How many bytes were read, and of how many.
    pub progress: (u64, u64),
    /// Files in which dates may be read either way, whatever the others of them say.
    pub unsettled: Vec<Unsettled>,
    /// Articles whose dates were settled by others of their file.
    pub settled: Vec<(u32, PartialDate)>,
    /// Whether this is the last.
    pub is_done: bool,
}

/// What is found, on its way to the window.
struct Finder<'a> {
    report: &'a dyn Fn(Batch),
    is_cancelled: &'a dyn Fn() -> bool,
    mappings: &'a Mappings,
    batch: Batch,
    since: Instant,
    files: u32,
    rows: u32,
    reprints: Reprints,
    /// The dates of the file at hand of which the order of day and month is told, or not known: by the numbers of their rows.
    dates: Vec<(u32, When)>,
}

/// Finds every article of a file or folder, and reports them as they are found.
pub fn list(path: &Path, mappings: &Mappings, is_cancelled: &dyn Fn() -> bool, report: &dyn Fn(Batch)) {
    let files = if path.is_dir() { files_in(path) } else { vec![path.to_owned()] };
    let total = files.iter().map(|file| length(file)).sum();
    let batch = Batch { progress: (0, total), ..Batch::default() };
    let (since, reprints) = (Instant::now(), Reprints::default());
    let dates = Vec::new();
    let mut finder = Finder { report, is_cancelled, mappings, batch, since, files: 0, rows: 0, reprints, dates };
    if files.is_empty() {
        finder.batch.refused.push((path.to_owned(), "There is no file here that could hold an article".to_owned()));
    }
    for file in files {
        if is_cancelled() {
            return;
        }
        let before = finder.batch.progress.0;
        finder.file(&file);
        finder.settle();
        finder.batch.progress.0 = before + length(&file);
        finder.flush_in_time();
    }
    finder.batch.is_done = true;
    finder.flush();
}

fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |known| known.len())
}

/// The files of a folder and of those in it, in the order of their names.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if kind.is_dir() && depth < DEEPEST && !is_hidden {
                open.push((path, depth + 1));
            } else if kind.is_file() && !is_hidden && has_ending(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn has_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str())
}

/// Whether a file is so long a list that it is read line by line.
#[must_use]
pub fn is_long_list(path: &Path) -> bool {
    if length(path) < LONG {
        return false;
    }
    let Ok(bytes) = store::beginning(path, BEGINNING) else { return false };
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    first.starts_with(b"{") && serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok() && lines.next().is_some()
}

/// What was left out of a file.
#[derive(Default)]
struct Broken {
    count: usize,
    /// Why the first was.
    first: String,
}

impl Broken {
    fn note(&mut self, fault: &Fault) {
        if self.count == 0 {
            self.first.clone_from(&fault.message);
        }
        self.count += 1;
    }
}

impl Finder<'_> {
    fn file(&mut self, path: &Path) {
        if is_long_list(path) {
            self.lines(path);
            return;
        }
        let content = store::load(path)
            .map_err(|error| error.to_string())
            .and_then(|bytes| import::read(&bytes).map_err(|error| format!("The file {error}")));
        match content {
            Ok(Content::Articles(collection)) => self.collection(path, &collection),
            Ok(Content::Page(found)) => self.all(path, found),
            Ok(Content::Text(text)) => self.all(path, vec![import::of_text(&text)]),
            Ok(Content::CaseFile(records)) => self.refuse(path, format!("The file {}", import::not_yet(records))),
            Ok(Content::Other(sentence)) => self.refuse(path, format!("The file {sentence}")),
            Ok(Content::Empty) => self.refuse(path, "The file is empty".to_owned()),
            Err(why) => self.refuse(path, why),
        }
    }

    /// Settles the dates of a file by each other, or notes that they cannot be.
    fn settle(&mut self) {
        let dates = std::mem::take(&mut self.dates);
        let order = import::order_of(dates.iter().map(|(_, when)| when));
        let mut unsettled = dates.iter().filter(|(_, when)| when.date.is_none());
        let Some(order) = order else {
            let first = unsettled.find_map(|(_, when)| when.either.clone());
            let file = self.files.saturating_sub(1);
            self.batch.unsettled.extend(first.map(|either| Unsettled { file, either, order: None }));
            return;
        };
        self.batch.settled.extend(unsettled.filter_map(|(row, when)| Some((*row, when.in_order(order)?.clone()))));
    }

    fn refuse(&mut self, path: &Path, why: String) {
        self.batch.refused.push((path.to_owned(), why));
    }

    fn all(&mut self, path: &Path, found: Vec<Found>) {
        self.batch.files.push(path.to_owned());
        for (number, found) in (0..).zip(found) {
            self.row(&found, SourcePlace::Number(number));
        }
        self.files += 1;
    }

    fn collection(&mut self, path: &Path, collection: &Collection) {
        self.batch.files.push(path.to_owned());
        let mut broken = Broken::default();
        for (number, item) in (0..).zip(&collection.items) {
            match collection.article_with(item, self.mappings) {
                Ok(found) => self.row(&found, SourcePlace::Number(number)),
                Err(fault) => broken.note(&fault),
            }
            if (self.is_cancelled)() {
                return;
            }
        }
        self.note_broken(path, &broken);
        self.files += 1;
    }

    /// Reads a file line by line.
    fn lines(&mut self, path: &Path) {
        self.batch.files.push(path.to_owned());
        let (mut broken, before) = (Broken::default(), self.batch.progress.0);
        let read = store::each_line(path, |line| {
            if let Some(found) = article_of(&line, self.mappings) {
                match found {
                    Ok(found) => {
                        let length = u32::try_from(line.bytes.len()).unwrap_or(u32::MAX);
                        self.row(&found, SourcePlace::Line { offset: line.offset, length, number: line.number });
                    }
                    Err(fault) => broken.note(&fault),
                }
            }
            self.batch.progress.0 = before + line.offset;
            if (self.is_cancelled)() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if let Err(error) = read {
            self.refuse(path, format!("The file could not be read to its end: {}", store::reason(&error)));
        }
        self.batch.progress.0 = before;
        self.note_broken(path, &broken);
        self.files += 1;
    }

    fn note_broken(&mut self, path: &Path, broken: &Broken) {
        let count = match broken.count {
            0 => return,
            1 => "1 entry was left out".to_owned(),
            count => format!("{count} entries were left out. The first"),
        };
        self.refuse(path, format!("{count}: {}", broken.first));
    }

    fn row(&mut self, found: &Found, place: SourcePlace) {
        let of = self.reprints.note(self.rows, &found.text);
        self.batch.rows.push(SourceRow {
            title: found.title.as_str().into(),
            publisher: found.publisher.as_str().into(),
            folded: format!("{} {}", found.title, found.publisher).to_lowercase().into(),
            published: found.published.as_ref().and_then(|when| when.date.clone()),
            producer: found.producer,
            completeness: found.completeness,
            file: self.files,
            place,
            reprints: of,
            either: found.published.as_ref().and_then(|when| when.either.clone()).map(Box::new),
        });
        if let Some(when) = found.published.as_ref().filter(|when| when.order().is_some() || when.either.is_some()) {
            self.dates.push((self.rows, when.clone()));
        }
        self.rows += 1;
        self.flush_in_time();
    }

    fn flush_in_time(&mut self) {
        if self.since.elapsed() > BETWEEN {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let progress = self.batch.progress;
        (self.report)(std::mem::replace(&mut self.batch, Batch { progress, ..Batch::default() }));
        self.since = Instant::now();
    }
}

/// What stands in a line; `None` where nothing does.
fn words_of<'a>(line: &Line<'a>) -> Option<std::borrow::Cow<'a, str>> {
    let words = line.bytes.trim_ascii();
    let words = words.strip_prefix(b"\xef\xbb\xbf").unwrap_or(words);
    (!words.is_empty()).then(|| String::from_utf8_lossy(words))
}

/// The article in a line; `None` where it holds nothing.
pub fn article_of(line: &Line<'_>, mappings: &Mappings) -> Option<Result<Found, Fault>> {
    let words = words_of(line)?;
    Some(Collection::of_line(&words, line.number, mappings))
}

/// Reads one article where it lies; and its JSON, where nobody in particular wrote it.
pub fn read_one(path: &Path, place: SourcePlace, mappings: &Mappings) -> Result<(Found, Option<Value>), String> {
    let gone = || format!("The file has changed since it was listed. Open it once more: {}", path.display());
    let with_raw = |found: Found, raw: Option<Value>| {
        let is_guessed = found.producer.is_guessed();
        (found, raw.filter(|_| is_guessed))
    };
    match place {
        SourcePlace::Line { offset, length, number } => {
            let bytes = store::read_part(path, offset, length as usize).map_err(|_| gone())?;
            let line = Line { bytes: &bytes, offset, number };
            let found = article_of(&line, mappings).and_then(Result::ok).ok_or_else(gone)?;
            let raw = words_of(&line).and_then(|words| Collection::value_of_line(&words, number).ok());
            Ok(with_raw(found, raw))
        }
        SourcePlace::Number(number) => {
            let bytes = store::load(path).map_err(|error| error.to_string())?;
            match import::read(&bytes) {
                Ok(Content::Articles(collection)) => {
                    let item = collection.items.get(number as usize).ok_or_else(gone)?;
                    let found = collection.article_with(item, mappings).map_err(|_| gone())?;
                    Ok(with_raw(found, collection.value(item).ok()))
                }
                _ => articles_of(path, mappings)?
                    .into_iter()
                    .nth(number as usize)
                    .map(|(found, _)| (found, None))
                    .ok_or_else(gone),
            }
        }
    }
}

/// An article with where it stands in its file.
pub type Placed = (Found, Option<Item>);

/// Every article of a file that is read as a whole, with where it stands.
pub fn articles_of(path: &Path, mappings: &Mappings) -> Result<Vec<Placed>, String> {
    let bytes = store::load(path).map_err(|error| error.to_string())?;
    let alone = |found: Vec<Found>| found.into_iter().map(|found| (found, None)).collect();
    match import::read(&bytes) {
        Ok(Content::Articles(collection)) => {
            let read = |item: &Item| (collection.article_with(item, mappings).unwrap_or_default(), Some(item.clone()));
            Ok(collection.items.iter().map(read).collect())
        }
        Ok(Content::Page(found)) => Ok(alone(found)),
        Ok(Content::Text(text)) => Ok(alone(vec![import::of_text(&text)])),
        Ok(Content::CaseFile(records)) => Err(format!("The file {}: {}", import::not_yet(records), path.display())),
        Ok(Content::Other(sentence)) => Err(format!("The file {sentence}: {}", path.display())),
        Ok(Content::Empty) => Err(format!("The file is empty: {}", path.display())),
        Err(error) => Err(format!("The file {error}: {}", path.display())),
    }
}

/// The only article of a file that was read; `None` where it holds several.
pub fn lone_article(collection: &Collection) -> Option<Result<(Found, Item), Fault>> {
    let [item] = collection.items.as_slice() else { return None };
    Some(collection.article(item).map(|found| (found, item.clone())))
}
