//! The rows of the outline: which records stand in it, in which order.

use std::collections::BTreeSet;

use crate::model::{List, Place, Text};
use crate::query::{self, chain};
use crate::session::{ArticleState, Session};

/// A part of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The articles.
    Articles,
    /// The parties.
    Parties,
    /// The amounts.
    Amounts,
    /// The dates.
    Dates,
    /// The proceedings, each with its court actions.
    Proceedings,
    /// What needs a look.
    Checks,
}

impl Section {
    /// Every section, in order.
    pub const ALL: [Self; 6] =
        [Self::Articles, Self::Parties, Self::Amounts, Self::Dates, Self::Proceedings, Self::Checks];

    /// Its heading.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Articles => "Articles",
            Self::Parties => "Parties",
            Self::Amounts => "Amounts",
            Self::Dates => "Dates",
            Self::Proceedings => "Proceedings",
            Self::Checks => "Checks",
        }
    }

    fn list(self) -> Option<List> {
        Some(match self {
            Self::Articles => List::Articles,
            Self::Parties => List::Parties,
            Self::Amounts => List::Amounts,
            Self::Dates => List::Dates,
            Self::Proceedings => List::Proceedings,
            Self::Checks => return None,
        })
    }
}

/// Something that needs a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// Articles disagree about a field.
    Dispute(Place, Text),
    /// An article of the case was not found.
    MissingArticle(Place),
    /// The file has faults.
    Faults(usize),
}

/// A row of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a section, and how many records it has.
    Heading(Section, usize),
    /// A record, and how far it is indented.
    Record(Place, u8),
    /// Something that needs a look.
    Check(Check),
}

/// What the rows were made from; others are needed once it differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    structure: u64,
    changes: u64,
    missing: usize,
    disputes: usize,
    filter: String,
    collapsed: BTreeSet<Section>,
}

impl Made {
    /// What rows would be made from now.
    #[must_use]
    pub fn from(session: &Session, filter: &str, collapsed: &BTreeSet<Section>) -> Self {
        Self {
            structure: session.structure(),
            // Names matter only to a filter: without one, typing in a form makes no new rows.
            changes: if filter.is_empty() { 0 } else { session.changes() },
            missing: session.counts().missing,
            disputes: session.disputes().count(),
            filter: filter.to_owned(),
            collapsed: collapsed.clone(),
        }
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self, session: &Session) -> Vec<Row> {
        let mut rows = Vec::new();
        for section in Section::ALL {
            let records = self.records(session, section);
            if section == Section::Checks && records.is_empty() {
                continue;
            }
            let count = section.list().map_or(records.len(), |list| session.case().count(list));
            rows.push(Row::Heading(section, count));
            if !self.collapsed.contains(&section) || !self.filter.is_empty() {
                rows.extend(records);
            }
        }
        rows
    }

    fn records(&self, session: &Session, section: Section) -> Vec<Row> {
        match section {
            Section::Checks => self.checks(session),
            Section::Proceedings => self.proceedings(session),
            _ => {
                let list = section.list().unwrap_or(List::Articles);
                let places = session.case().slots(list).into_iter().map(|slot| Place { list, slot });
                places.filter(|place| self.matches(session, *place)).map(|place| Row::Record(place, 0)).collect()
            }
        }
    }

    fn proceedings(&self, session: &Session) -> Vec<Row> {
        let case = session.case();
        let mut chains = chain(case, session.index());
        let mut rows = Vec::new();
        let proceedings = case.slots(List::Proceedings).into_iter().map(Some).chain([None]);
        for proceeding in proceedings {
            let actions = chains.remove(&proceeding).unwrap_or_default();
            let actions =
                actions.into_iter().map(|link| (Place { list: List::Actions, slot: link.action }, link.depth));
            let actions: Vec<_> = actions.filter(|(place, _)| self.matches(session, *place)).collect();
            if let Some(slot) = proceeding {
                let place = Place { list: List::Proceedings, slot };
                if !actions.is_empty() || self.matches(session, place) {
                    rows.push(Row::Record(place, 0));
                }
            }
            rows.extend(actions.into_iter().map(|(place, depth)| Row::Record(place, depth.saturating_add(1))));
        }
        rows
    }

    fn checks(&self, session: &Session) -> Vec<Row> {
        let mut checks = Vec::new();
        let faults = session.faults().count();
        if faults > 0 && self.filter.is_empty() {
            checks.push(Check::Faults(faults));
        }
        for (slot, entry) in session.case().articles.iter() {
            let state = session.article_document(&entry.id).map(|article| &article.state);
            let place = Place { list: List::Articles, slot };
            if matches!(state, Some(ArticleState::Missing(_))) && self.matches(session, place) {
                checks.push(Check::MissingArticle(place));
            }
        }
        let disputes = session.disputes().iter().filter(|(place, _)| self.matches(session, *place));
        checks.extend(disputes.map(|(place, field)| Check::Dispute(place, field.clone())));
        checks.into_iter().map(Row::Check).collect()
    }

    fn matches(&self, session: &Session, place: Place) -> bool {
        if self.filter.is_empty() {
            return true;
        }
        let contains = |words: &str| words.to_lowercase().contains(&self.filter);
        contains(&query::title(session.case(), place))
            || contains(&query::detail(session.case(), session.index(), place))
    }
}
