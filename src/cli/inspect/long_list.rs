//! Articles of a file so long that it is read line by line, each printed as it is read.

use std::cell::{Cell, RefCell};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde::ser::{Error as _, Serialize, SerializeSeq, Serializer};

use super::articles::Printed;
use super::{Located, count};
use crate::format::MAX_FAULTS;
use crate::import::{Collection, Item, Mappings};
use crate::store::{self, Line};

/// A file of articles, each in a line.
pub(super) struct LongList {
    path: PathBuf,
    /// What was wrong with lines, once they were read.
    faults: RefCell<Vec<Located>>,
    /// How many lines were left out.
    left_out: Cell<usize>,
}

impl LongList {
    pub fn of(path: &Path) -> Self {
        Self { path: path.to_owned(), faults: RefCell::default(), left_out: Cell::new(0) }
    }

    /// What was wrong with the lines that were read.
    pub fn faults(&self) -> Vec<Located> {
        self.faults.take()
    }

    /// Gives every article to `take`, until that fails.
    fn each<E>(&self, mut take: impl FnMut(crate::import::Found, Item) -> Result<(), E>) -> Result<io::Result<()>, E> {
        let mut failed = Ok(());
        let read = store::each_line(&self.path, |line| match self.article(&line) {
            None => ControlFlow::Continue(()),
            Some((found, item)) => match take(found, item) {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    failed = Err(error);
                    ControlFlow::Break(())
                }
            },
        });
        failed.map(|()| read)
    }

    fn article(&self, line: &Line<'_>) -> Option<(crate::import::Found, Item)> {
        let words = String::from_utf8_lossy(line.bytes.trim_ascii());
        if words.is_empty() {
            return None;
        }
        match Collection::of_line(&words, line.number, &Mappings::default()) {
            Ok(found) => Some((found, Item { range: 0..0, pointer: String::new(), line: Some(line.number) })),
            Err(fault) => {
                self.left_out.set(self.left_out.get() + 1);
                let mut faults = self.faults.borrow_mut();
                if faults.len() < MAX_FAULTS {
                    let number = usize::try_from(line.number).unwrap_or(usize::MAX);
                    let class = fault.class.key();
                    faults.push(Located {
                        class,
                        line: number,
                        column: 1,
                        pointer: String::new(),
                        message: fault.message,
                    });
                }
                None
            }
        }
    }

    /// A few lines for people.
    pub fn summarise(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut articles = 0;
        let read: Result<io::Result<()>, io::Error> = self.each(|_, _| {
            articles += 1;
            Ok(())
        });
        read??;
        writeln!(out, "  {}, a line each", count(articles, "article"))?;
        writeln!(out, "  {} left out", count(self.left_out.get(), "line"))?;
        match self.faults.borrow().first() {
            Some(first) => writeln!(out, "    line {}: {}", first.line, first.message),
            None => Ok(()),
        }
    }
}

impl Serialize for LongList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        let read = self.each(|found, item| list.serialize_element(&Printed(&(found, Some(item)))))?;
        read.map_err(S::Error::custom)?;
        list.end()
    }
}
