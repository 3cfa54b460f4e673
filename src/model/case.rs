//! The case: every record, found by its place or by its id.

#[cfg(test)]
pub(crate) mod arbitrary;
mod matching;
mod places;

use serde::{Deserialize, Serialize};

use self::places::Places;
use super::field::{self, Field, FieldPath, Fields, Value};
use super::{
    Action, Amount, Article, ArticleEntry, CaseDate, Chosen, Claim, Header, Id, Link, Party, Proceeding, Quote, Table,
    Text,
};

/// The lists of a case, in the order in which files have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum List {
    /// The articles of the case.
    Articles,
    /// Parties.
    Parties,
    /// Proceedings.
    Proceedings,
    /// Court actions.
    Actions,
    /// Links between records.
    Links,
    /// Amounts.
    Amounts,
    /// Dates.
    Dates,
    /// Quotes.
    Quotes,
    /// Claims.
    Claims,
}

impl List {
    /// Every list, in the order of the file.
    pub const ALL: [Self; 9] = [
        Self::Articles,
        Self::Parties,
        Self::Proceedings,
        Self::Actions,
        Self::Links,
        Self::Amounts,
        Self::Dates,
        Self::Quotes,
        Self::Claims,
    ];

    /// Its key in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Parties => "parties",
            Self::Proceedings => "proceedings",
            Self::Actions => "actions",
            Self::Links => "links",
            Self::Amounts => "amounts",
            Self::Dates => "dates",
            Self::Quotes => "quotes",
            Self::Claims => "claims",
        }
    }

    /// What one of its records is called.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Articles => "article",
            Self::Parties => "party",
            Self::Proceedings => "proceeding",
            Self::Actions => "court action",
            Self::Links => "link",
            Self::Amounts => "amount",
            Self::Dates => "date",
            Self::Quotes => "quote",
            Self::Claims => "claim",
        }
    }

    /// The fields of its records that forms show.
    #[must_use]
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Articles => field::ARTICLE,
            Self::Parties => field::PARTY,
            Self::Proceedings => field::PROCEEDING,
            Self::Actions => field::ACTION,
            Self::Links => field::LINK,
            Self::Amounts => field::AMOUNT,
            Self::Dates => field::DATE,
            Self::Claims => field::CLAIM,
            Self::Quotes => &[],
        }
    }
}

/// Where a record stands: its list and its slot in it. It does not change while the case is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The list.
    pub list: List,
    /// The slot.
    pub slot: u32,
}

/// Any record of a case, or the head of the case, or an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// What is said of the case as a whole.
    Header(Header),
    /// An article itself.
    Article(Article),
    /// An article's entry in the case.
    Entry(ArticleEntry),
    /// A party.
    Party(Party),
    /// A proceeding.
    Proceeding(Proceeding),
    /// A court action.
    Action(Action),
    /// A link.
    Link(Link),
    /// An amount.
    Amount(Amount),
    /// A date.
    Date(CaseDate),
    /// A quote.
    Quote(Quote),
    /// A claim.
    Claim(Claim),
}

/// Runs the same expression on whatever record it is.
macro_rules! each {
    ($record:expr, $name:ident => $body:expr) => {
        match $record {
            Record::Header($name) => $body,
            Record::Article($name) => $body,
            Record::Entry($name) => $body,
            Record::Party($name) => $body,
            Record::Proceeding($name) => $body,
            Record::Action($name) => $body,
            Record::Link($name) => $body,
            Record::Amount($name) => $body,
            Record::Date($name) => $body,
            Record::Quote($name) => $body,
            Record::Claim($name) => $body,
        }
    };
}

impl Record {
    /// An empty record for the list.
    #[must_use]
    pub fn empty(list: List, id: Id) -> Self {
        let mut record = match list {
            List::Articles => Self::Entry(ArticleEntry::default()),
            List::Parties => Self::Party(Party::default()),
            List::Proceedings => Self::Proceeding(Proceeding::default()),
            List::Actions => Self::Action(Action::default()),
            List::Links => Self::Link(Link::default()),
            List::Amounts => Self::Amount(Amount::default()),
            List::Dates => Self::Date(CaseDate::default()),
            List::Quotes => Self::Quote(Quote::default()),
            List::Claims => Self::Claim(Claim::default()),
        };
        record.set_id(id);
        record
    }

    /// Its identity.
    #[must_use]
    pub fn id(&self) -> &Id {
        each!(self, record => &record.id)
    }

    /// Gives it another identity.
    pub fn set_id(&mut self, id: Id) {
        each!(self, record => record.id = id);
    }

    /// Its fields, where a form shows them.
    #[must_use]
    pub fn fields(&self) -> Option<&dyn Fields> {
        Some(match self {
            Self::Header(record) => record,
            Self::Article(record) => record,
            Self::Party(record) => record,
            Self::Proceeding(record) => record,
            Self::Action(record) => record,
            Self::Link(record) => record,
            Self::Amount(record) => record,
            Self::Date(record) => record,
            Self::Claim(record) => record,
            Self::Entry(_) | Self::Quote(_) => return None,
        })
    }

    /// The same, to be changed.
    pub fn fields_mut(&mut self) -> Option<&mut dyn Fields> {
        Some(match self {
            Self::Header(record) => record,
            Self::Article(record) => record,
            Self::Party(record) => record,
            Self::Proceeding(record) => record,
            Self::Action(record) => record,
            Self::Link(record) => record,
            Self::Amount(record) => record,
            Self::Date(record) => record,
            Self::Claim(record) => record,
            Self::Entry(_) | Self::Quote(_) => return None,
        })
    }

    /// The decisions between rivals, on the records that have them.
    pub fn chosen_mut(&mut self) -> Option<&mut Chosen> {
        match self {
            Self::Party(record) => Some(&mut record.chosen),
            Self::Proceeding(record) => Some(&mut record.chosen),
            Self::Action(record) => Some(&mut record.chosen),
            Self::Amount(record) => Some(&mut record.chosen),
            Self::Date(record) => Some(&mut record.chosen),
            _ => None,
        }
    }

    /// The value of a field; `None` where there is no such field.
    #[must_use]
    pub fn get(&self, path: &FieldPath) -> Option<Value> {
        get(self.fields()?, path)
    }

    /// Gives a field a value; `false`, and nothing changed, where it cannot have it.
    pub fn set(&mut self, path: &FieldPath, value: Value) -> bool {
        let Some(fields) = self.fields_mut() else { return false };
        match path.element() {
            None => fields.set(path.key(), value),
            Some((list, id)) => fields.element_mut(list, id).is_some_and(|element| element.set(path.key(), value)),
        }
    }
}

/// The value of the field of a record; `None` where there is no such field.
#[must_use]
pub fn get(record: &dyn Fields, path: &FieldPath) -> Option<Value> {
    match path.element() {
        None => record.get(path.key()),
        Some((list, id)) => record.element(list, id)?.get(path.key()),
    }
}

/// The description of the field at `path` of the records of a list.
#[must_use]
pub fn describe(fields: &'static [Field], path: &FieldPath) -> Option<&'static Field> {
    match path.element() {
        None => field::find(fields, path.key()),
        Some((list, _)) => match field::find(fields, list)?.shape {
            field::Shape::Elements(of) => field::find(of, path.key()),
            _ => None,
        },
    }
}

/// A case: its head and its lists.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// What is said of the case as a whole.
    pub header: Header,
    /// Its articles.
    pub articles: Table<ArticleEntry>,
    /// Parties.
    pub parties: Table<Party>,
    /// Proceedings.
    pub proceedings: Table<Proceeding>,
    /// Court actions.
    pub actions: Table<Action>,
    /// Links.
    pub links: Table<Link>,
    /// Amounts.
    pub amounts: Table<Amount>,
    /// Dates.
    pub dates: Table<CaseDate>,
    /// Quotes.
    pub quotes: Table<Quote>,
    /// Claims.
    pub claims: Table<Claim>,
    places: Places,
}

/// Runs a macro with the name of the table that a list names, and of the record's variant.
macro_rules! by_list {
    ($list:expr, $run:ident) => {
        match $list {
            $crate::model::List::Articles => $run!(articles, Entry),
            $crate::model::List::Parties => $run!(parties, Party),
            $crate::model::List::Proceedings => $run!(proceedings, Proceeding),
            $crate::model::List::Actions => $run!(actions, Action),
            $crate::model::List::Links => $run!(links, Link),
            $crate::model::List::Amounts => $run!(amounts, Amount),
            $crate::model::List::Dates => $run!(dates, Date),
            $crate::model::List::Quotes => $run!(quotes, Quote),
            $crate::model::List::Claims => $run!(claims, Claim),
        }
    };
}
pub(crate) use by_list;

impl Case {
    /// A case without records.
    #[must_use]
    pub fn new(header: Header) -> Self {
        Self { header, ..Self::default() }
    }

    /// Where the record with this id stands. Of several with one id, the first.
    #[must_use]
    pub fn place(&self, id: &Id) -> Option<Place> {
        self.places.get(id)
    }

    /// The record at a place.
    #[must_use]
    pub fn record(&self, place: Place) -> Option<Record> {
        macro_rules! of {
            ($table:ident, $variant:ident) => {
                self.$table.get(place.slot).cloned().map(Record::$variant)
            };
        }
        by_list!(place.list, of)
    }

    /// The record with this id.
    #[must_use]
    pub fn find(&self, id: &Id) -> Option<Record> {
        self.record(self.place(id)?)
    }

    /// The identity of the record at a place.
    #[must_use]
    pub fn id_at(&self, place: Place) -> Option<&Id> {
        macro_rules! of {
            ($table:ident, $_variant:ident) => {
                self.$table.get(place.slot).map(|record| &record.id)
            };
        }
        by_list!(place.list, of)
    }

    /// The fields of the record at a place, read where it stands.
    #[must_use]
    pub fn fields_at(&self, place: Place) -> Option<&dyn Fields> {
        let slot = place.slot;
        match place.list {
            List::Parties => self.parties.get(slot).map(|record| record as &dyn Fields),
            List::Proceedings => self.proceedings.get(slot).map(|record| record as &dyn Fields),
            List::Actions => self.actions.get(slot).map(|record| record as &dyn Fields),
            List::Links => self.links.get(slot).map(|record| record as &dyn Fields),
            List::Amounts => self.amounts.get(slot).map(|record| record as &dyn Fields),
            List::Dates => self.dates.get(slot).map(|record| record as &dyn Fields),
            List::Articles | List::Quotes | List::Claims => None,
        }
    }

    /// The decision between rivals for a field of the record at a place.
    #[must_use]
    pub fn chosen(&self, place: Place, field: &str) -> Option<&Text> {
        let slot = place.slot;
        match place.list {
            List::Parties => self.parties.get(slot).map(|record| &record.chosen),
            List::Proceedings => self.proceedings.get(slot).map(|record| &record.chosen),
            List::Actions => self.actions.get(slot).map(|record| &record.chosen),
            List::Amounts => self.amounts.get(slot).map(|record| &record.chosen),
            List::Dates => self.dates.get(slot).map(|record| &record.chosen),
            _ => None,
        }?
        .get(field)
    }

    /// How many records a list has.
    #[must_use]
    pub fn count(&self, list: List) -> usize {
        macro_rules! of {
            ($table:ident, $_variant:ident) => {
                self.$table.count()
            };
        }
        by_list!(list, of)
    }

    /// The slots of a list that hold a record, in order.
    #[must_use]
    pub fn slots(&self, list: List) -> Vec<u32> {
        macro_rules! of {
            ($table:ident, $_variant:ident) => {
                self.$table.iter().map(|(slot, _)| slot).collect()
            };
        }
        by_list!(list, of)
    }

    /// The place a new record of the list gets.
    #[must_use]
    pub fn next_place(&self, list: List) -> Place {
        macro_rules! of {
            ($table:ident, $_variant:ident) => {
                self.$table.next_slot()
            };
        }
        Place { list, slot: by_list!(list, of) }
    }

    /// Fills the index of ids after the tables were filled directly, and returns the places whose id another
    /// record had before them.
    pub fn index(&mut self) -> Vec<Place> {
        self.places = Places::default();
        let mut doubles = Vec::new();
        for list in List::ALL {
            macro_rules! of {
                ($table:ident, $_variant:ident) => {
                    for (slot, record) in self.$table.iter() {
                        let place = Place { list, slot };
                        if self.places.insert(&record.id, place) {
                            doubles.push(place);
                        }
                    }
                };
            }
            by_list!(list, of);
        }
        doubles
    }

    /// Puts a record, or nothing, at a place, and returns what stood there. A record of another kind than the
    /// list's changes nothing.
    pub fn put(&mut self, place: Place, record: Option<Record>) -> Option<Record> {
        let new_id = record.as_ref().map(|record| record.id().clone());
        let slot = place.slot;
        macro_rules! put {
            ($table:ident, $variant:ident) => {
                match record {
                    Some(Record::$variant(record)) => self.$table.put(slot, Some(record)).map(Record::$variant),
                    None => self.$table.put(slot, None).map(Record::$variant),
                    Some(_) => return None,
                }
            };
        }
        let old = by_list!(place.list, put);
        if let Some(old) = &old
            && new_id.as_ref() != Some(old.id())
        {
            self.places.remove(old.id(), place);
        }
        if let Some(id) = new_id {
            self.places.insert(&id, place);
        }
        old
    }
}
