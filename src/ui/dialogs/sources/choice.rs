//! Which articles are shown, in which order, and which are ticked.

use std::collections::BTreeSet;

use crate::session::{SourceRow, Sources};

/// From how many articles on the order is made anew only now and then while more are found.
const MANY: usize = 20_000;

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the files have them.
    #[default]
    File,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
    /// By title.
    Title,
    /// By publisher.
    Publisher,
}

impl Order {
    pub const ALL: [Self; 5] = [Self::File, Self::Newest, Self::Oldest, Self::Title, Self::Publisher];

    pub const fn words(self) -> &'static str {
        match self {
            Self::File => "As in the file",
            Self::Newest => "Newest first",
            Self::Oldest => "Oldest first",
            Self::Title => "Title",
            Self::Publisher => "Publisher",
        }
    }
}

/// What a person has chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// What titles and publishers are to contain.
    pub filter: String,
    /// The order.
    pub order: Order,
    ticked: BTreeSet<u32>,
    current: Option<u32>,
    shown: Vec<u32>,
    /// Whether everything that is shown is ticked; told anew when either changes, since a list can be very long.
    is_all_ticked: bool,
    /// Whether the filter is that of the list before: where it lets nothing through any longer, it is of no use.
    is_kept: bool,
    /// What `shown` was made of.
    made_of: Option<(String, Order, usize, bool, usize)>,
}

impl Choice {
    /// Makes the list anew where something has changed.
    pub fn look_at(&mut self, sources: &Sources) {
        let count = sources.rows.len();
        if let Some((filter, order, known, is_done, days)) = &self.made_of {
            let is_same = *filter == self.filter && *order == self.order && *days == sources.times_ordered;
            let is_little = count.saturating_sub(*known) < known / 5 && *known > MANY && !sources.is_done;
            if is_same && (count == *known && *is_done == sources.is_done || is_little) {
                return;
            }
        }
        let words: Vec<String> = self.filter.split_whitespace().map(str::to_lowercase).collect();
        let fits = |row: &SourceRow| words.iter().all(|word| row.folded.contains(word.as_str()));
        let fitting = (0_u32..).zip(&sources.rows).filter(|(_, row)| fits(row)).map(|(number, _)| number);
        self.shown = fitting.collect();
        if self.is_kept && sources.is_done {
            self.is_kept = false;
            if self.shown.is_empty() && count > 0 {
                self.filter.clear();
                self.made_of = None;
                return self.look_at(sources);
            }
        }
        let row = |number: &u32| sources.rows.get(*number as usize);
        let day = |number: &u32| row(number).and_then(|row| row.published.as_ref()?.first_day());
        match self.order {
            Order::File => {}
            // What has no date comes last either way.
            Order::Newest => self.shown.sort_by_key(|number| std::cmp::Reverse(day(number))),
            Order::Oldest => self.shown.sort_by_key(|number| (day(number).is_none(), day(number))),
            Order::Title => self.shown.sort_by_cached_key(|number| row(number).map(|row| row.folded.clone())),
            Order::Publisher => {
                self.shown.sort_by_cached_key(|number| row(number).map(|row| row.publisher.to_lowercase()));
            }
        }
        if self.current.is_none_or(|current| !self.shown.contains(&current)) {
            self.current = self.shown.first().copied();
        }
        self.recount();
        self.made_of = Some((self.filter.clone(), self.order, count, sources.is_done, sources.times_ordered));
    }

    /// The same for a list that is made anew: what was ticked is not, since it may stand elsewhere.
    pub fn again(&self) -> Self {
        let filter = self.filter.clone();
        Self { filter, order: self.order, current: self.current, is_kept: true, ..Self::default() }
    }

    /// The numbers of the articles that are shown, in their order.
    pub fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// The number of the article that is looked at.
    pub fn current(&self) -> Option<usize> {
        self.current.map(|current| current as usize)
    }

    /// The row at which the article stands that is looked at.
    pub fn current_row(&self) -> Option<usize> {
        self.shown.iter().position(|number| Some(*number) == self.current)
    }

    /// Looks at the article of a row.
    pub fn go_to(&mut self, row: usize) {
        self.current = self.shown.get(row).copied();
    }

    /// How many are ticked.
    pub fn ticked(&self) -> usize {
        self.ticked.len()
    }

    /// Whether the article of a row is ticked.
    pub fn is_ticked(&self, row: usize) -> bool {
        self.shown.get(row).is_some_and(|number| self.ticked.contains(number))
    }

    /// Ticks the article of a row, or takes the tick away.
    pub fn toggle(&mut self, row: usize) {
        if let Some(number) = self.shown.get(row).copied()
            && !self.ticked.remove(&number)
        {
            self.ticked.insert(number);
        }
        self.recount();
    }

    /// Whether everything that is shown is ticked.
    pub fn is_all_ticked(&self) -> bool {
        self.is_all_ticked
    }

    fn recount(&mut self) {
        self.is_all_ticked = !self.shown.is_empty() && self.shown.iter().all(|number| self.ticked.contains(number));
    }

    /// Whether there is anything to add.
    pub fn has_wanted(&self) -> bool {
        !self.ticked.is_empty() || self.current.is_some()
    }

    /// Ticks everything that is shown, or nothing of it.
    pub fn tick_all(&mut self, ticks: bool) {
        for number in &self.shown {
            if ticks {
                self.ticked.insert(*number);
            } else {
                self.ticked.remove(number);
            }
        }
        self.recount();
    }

    /// The articles to add: those that are ticked, else the one that is looked at.
    pub fn wanted(&self) -> Vec<usize> {
        if self.ticked.is_empty() {
            return self.current().into_iter().collect();
        }
        self.ticked.iter().map(|number| *number as usize).collect()
    }
}
