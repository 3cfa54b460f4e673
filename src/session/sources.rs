//! Articles of other producers that a person looks through to add some of them to the case: those of one file, or of a
//! folder. They are listed as they are found, and read where they lie.

mod adding;
mod listing;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::jobs::Outcome;
use super::{Message, Session};
use crate::import::{Completeness, DayOrder, Found, Mapping, Mappings, Producer, guess};
use crate::model::{PartialDate, Text};

pub(super) use adding::{Added, Place, origin};
pub use listing::is_long_list;
pub(super) use listing::{Batch, article_of, articles_of, lone_article};

/// The articles that are looked through.
#[derive(Debug)]
pub struct Sources {
    /// The folder or file that was opened.
    pub path: PathBuf,
    /// The files in which articles were found.
    pub files: Vec<PathBuf>,
    /// The articles, in the order in which they were found.
    pub rows: Vec<SourceRow>,
    /// What could not be read, with a sentence for each.
    pub refused: Vec<(PathBuf, String)>,
    /// How many bytes were read, and of how many.
    pub progress: (u64, u64),
    /// Whether everything was found.
    pub is_done: bool,
    /// The article that is looked at.
    pub shown: Option<ShownSource>,
    /// The files in which dates may be read either way, and none of the others settles it.
    pub unsettled: Vec<Unsettled>,
    /// How often a person has said which of day and month comes first.
    pub times_ordered: usize,
    number: u64,
    cancelled: Arc<AtomicBool>,
}

/// A file of which nothing tells whether day or month comes first in its dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsettled {
    /// The number of the file.
    pub file: u32,
    /// The two days that one of its dates may be, day first and month first.
    pub either: [PartialDate; 2],
    /// What a person has said.
    pub order: Option<DayOrder>,
}

/// An article of the list that is looked at.
#[derive(Debug)]
pub struct ShownSource {
    /// Its number.
    pub at: usize,
    /// What it says, or why it cannot be read; `None` while it is read.
    pub found: Option<Result<Box<Found>, String>>,
    /// Its JSON, where what it means was guessed.
    pub raw: Option<Box<Guessed>>,
}

/// JSON of which nobody but a person can say what it means.
#[derive(Debug)]
pub struct Guessed {
    /// The shape that it shares with others.
    pub shape: String,
    /// What is taken for what.
    pub mapping: Mapping,
    /// Every value that could be a part of an article: where it stands, and how it begins.
    pub places: Vec<(String, String)>,
    /// The JSON, indented, as far as it is shown.
    pub tree: String,
}

/// How many bytes must have been read to tell how many articles there are.
const ENOUGH_READ: u64 = 1 << 20;
/// The most articles that room is made for before they are found.
const MOST_EXPECTED: u64 = 2_000_000;
/// How many letters of JSON are shown.
const TREE: usize = 20_000;

impl Guessed {
    fn of(raw: &serde_json::Value, mappings: &Mappings) -> Self {
        let tree = serde_json::to_string_pretty(raw).unwrap_or_default().chars().take(TREE).collect();
        Self { shape: guess::shape(raw), mapping: mappings.for_article(raw), places: guess::places(raw), tree }
    }
}

/// An article in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRow {
    /// Its headline.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// Title and publisher in small letters, to be searched.
    pub folded: Text,
    /// When.
    pub published: Option<PartialDate>,
    /// Who wrote the file.
    pub producer: Producer,
    /// How much of it there is.
    pub completeness: Completeness,
    /// The number of its file.
    pub file: u32,
    /// Where it stands in the file.
    pub place: SourcePlace,
    /// An earlier article in the list whose text is nearly the same.
    pub reprints: Option<u32>,
    /// The two days that its date may be, day first and month first.
    pub either: Option<Box<[PartialDate; 2]>>,
}

/// Where an article stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourcePlace {
    /// It is one of those that the file holds, by number.
    Number(u32),
    /// It is a line of a file that is not held in memory.
    Line {
        /// Where the line begins, in bytes.
        offset: u64,
        /// How long it is, in bytes.
        length: u32,
        /// Its number, from 1.
        number: u64,
    },
}

impl Sources {
    fn of(path: PathBuf, number: u64, cancelled: Arc<AtomicBool>) -> Self {
        let (files, rows, refused) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            path,
            files,
            rows,
            refused,
            progress: (0, 0),
            is_done: false,
            shown: None,
            unsettled: Vec::new(),
            times_ordered: 0,
            number,
            cancelled,
        }
    }

    /// The number of the list, which no other one has.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The name of what was opened.
    #[must_use]
    pub fn name(&self) -> String {
        self.path
            .file_name()
            .map_or_else(|| self.path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// The file of an article.
    #[must_use]
    pub fn file_of(&self, row: &SourceRow) -> &Path {
        self.files.get(row.file as usize).map_or(Path::new(""), PathBuf::as_path)
    }
}

impl Drop for Sources {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

impl Session {
    /// The articles that are looked through, if any are.
    #[must_use]
    pub fn sources(&self) -> Option<&Sources> {
        self.sources.as_ref()
    }

    /// Lists the articles of a file or folder.
    pub(super) fn list_sources(&mut self, path: PathBuf) {
        self.sources_asked += 1;
        let (number, cancelled) = (self.sources_asked, Arc::new(AtomicBool::new(false)));
        let stop = Arc::clone(&cancelled);
        self.sources = Some(Sources::of(path.clone(), number, cancelled));
        let mappings = self.mappings.clone();
        self.jobs.start("list articles", move |report| {
            listing::list(&path, &mappings, &|| stop.load(Ordering::Relaxed), &|batch| {
                report(Outcome::Sources { number, batch: Box::new(batch) });
            });
        });
    }

    /// Looks through them no longer; what was not read yet is not read.
    pub(super) fn end_sources(&mut self) {
        self.sources = None;
    }

    pub(super) fn take_in_sources(&mut self, number: u64, batch: Batch) {
        let Some(sources) = self.sources.as_mut().filter(|sources| sources.number == number) else { return };
        let Batch { files, rows, refused, progress, unsettled, settled, is_done } = batch;
        sources.files.extend(files);
        let count = sources.rows.len() + rows.len();
        // Of what is read as a whole nothing tells how far it is.
        if count > sources.rows.capacity() && progress.0 >= ENOUGH_READ {
            // Room for as many as there seem to be: moving a long list to another place takes longer than a frame.
            let (read, total) = progress;
            let expected = (count as u64).saturating_mul(total / read + 1).min(MOST_EXPECTED);
            sources.rows.reserve(usize::try_from(expected).unwrap_or(0).saturating_sub(sources.rows.len()));
        }
        sources.rows.extend(rows);
        sources.refused.extend(refused);
        sources.progress = progress;
        for (row, date) in settled {
            if let Some(row) = sources.rows.get_mut(row as usize) {
                (row.published, row.either) = (Some(date), None);
            }
        }
        sources.is_done |= is_done;
        sources.unsettled.extend(unsettled);
        self.changes += 1;
    }

    /// Takes day and month in this order where the dates of a file (its number) may be read either way.
    pub(super) fn order_days(&mut self, file: u32, order: DayOrder) {
        let Some(sources) = &mut self.sources else { return };
        for row in sources.rows.iter_mut().filter(|row| row.file == file) {
            if let Some(either) = &row.either {
                let [day_first, month_first] = either.as_ref();
                let date = if order == DayOrder::DayFirst { day_first } else { month_first };
                row.published = Some(date.clone());
            }
        }
        for unsettled in sources.unsettled.iter_mut().filter(|unsettled| unsettled.file == file) {
            unsettled.order = Some(order);
        }
        sources.times_ordered += 1;
        self.changes += 1;
    }

    /// Reads an article of the list, to be looked at.
    pub(super) fn show_source(&mut self, at: usize) {
        let Some(sources) = &mut self.sources else { return };
        let Some(row) = sources.rows.get(at).cloned() else { return };
        let path = sources.file_of(&row).to_owned();
        sources.shown = Some(ShownSource { at, found: None, raw: None });
        let (number, mappings) = (sources.number, self.mappings.clone());
        self.jobs.start("read an article", move |report| {
            let (found, raw) = match listing::read_one(&path, row.place, &mappings) {
                Ok((found, raw)) => (Ok(Box::new(found)), raw.map(|raw| Box::new(Guessed::of(&raw, &mappings)))),
                Err(why) => (Err(why), None),
            };
            report(Outcome::SourceRead { number, at, found, raw });
        });
    }

    pub(super) fn take_in_source(
        &mut self,
        number: u64,
        at: usize,
        found: Result<Box<Found>, String>,
        raw: Option<Box<Guessed>>,
    ) {
        let sources = self.sources.as_mut().filter(|sources| sources.number == number);
        if let Some(shown) = sources.and_then(|sources| sources.shown.as_mut()).filter(|shown| shown.at == at) {
            (shown.found, shown.raw) = (Some(found), raw);
        }
    }

    /// What persons have said of JSON of nobody in particular.
    #[must_use]
    pub fn mappings(&self) -> &Mappings {
        &self.mappings
    }

    /// Takes what was remembered of it.
    pub fn set_mappings(&mut self, mappings: Mappings) {
        self.mappings = mappings;
    }

    /// Has articles of a shape read as a person says, and lists them anew.
    pub(super) fn map_sources(&mut self, shape: String, mapping: Mapping) {
        self.mappings.insert(shape, mapping);
        if let Some(path) = self.sources.as_ref().map(|sources| sources.path.clone()) {
            self.list_sources(path);
        }
    }

    /// Has articles of the list join the case.
    pub(super) fn add_sources(&mut self, wanted: &[usize]) {
        let Some(sources) = &self.sources else { return };
        if let Some(why) = &self.document.read_only {
            self.messages.push(Message::failure(format!("The articles were not taken into the case. {why}")));
            return;
        }
        let rows = wanted.iter().filter_map(|at| sources.rows.get(*at));
        let place = |row: &SourceRow| Place {
            path: sources.file_of(row).to_owned(),
            at: row.place,
            published: row.published.clone(),
        };
        let places: Vec<Place> = rows.map(place).collect();
        self.loading += 1;
        let generation = self.generation;
        let (known, mappings): (Vec<_>, _) = (self.articles_of_case().cloned().collect(), self.mappings.clone());
        self.jobs.start("add articles", move |report| {
            report(Outcome::SourcesAdded { generation, added: Box::new(adding::read(&places, &known, &mappings)) });
        });
    }
}
