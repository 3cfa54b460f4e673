//! Words that are selected in an article, understood in their place.

use std::ops::Range;

use super::annotation::Offer;
use super::editing::recognise_reference;
use super::evidence::trimmed;
use super::{Session, Words};
use crate::model::field::{Field, FieldPath, Shape, Value};
use crate::model::vocabulary::{self, label_of};
use crate::model::{Amount, Article, CaseDate, Derivation, Id, List, PartialDate, Precision, Reference, Text, typed};
use crate::query;
use crate::suggest::{self, Acted, Context, Dated, Made, Named, Saying, Suggestion, Sum};
use crate::text::indexed::IndexedText;

/// The most letters that one quote may have. What proves a fact is short; a quote of a whole article would double the file.
pub const LONGEST_QUOTE: usize = 4_000;

/// Why words cannot be annotated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing but white space.
    #[error("Only white space is selected. Select the words that prove something")]
    Blank,
    /// There are more letters than a quote may have.
    #[error(
        "{0} letters are selected, too many for one quote. Nothing was changed. Select the few words that prove one \
         fact, {LONGEST_QUOTE} letters at most"
    )]
    TooLong(usize),
    /// The article is not there to be read.
    #[error("The article of these words is not open")]
    NoArticle,
}

/// What words propose for each kind of record.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The words, without white space around them.
    pub words: Words,
    pub(super) text: IndexedText,
    pub(super) bytes: Range<usize>,
    pub(super) sum: Option<Sum>,
    pub(super) date: Option<Dated>,
    pub(super) party: Option<Named>,
    pub(super) action: Option<Acted>,
    /// The date of the court action, with its words.
    pub(super) action_date: Option<(Range<usize>, Dated)>,
    pub(super) saying: Saying,
    likely: Option<List>,
    /// The names found near by, and the parties on file that they are.
    names: Vec<(Range<usize>, Id)>,
}

impl Reading {
    /// The words themselves.
    #[must_use]
    pub fn exact(&self) -> &str {
        self.at(&self.bytes)
    }

    pub(super) fn at(&self, bytes: &Range<usize>) -> &str {
        self.text.as_str().get(bytes.clone()).unwrap_or_default()
    }

    /// The kind of record that the words are most like; `None` where nothing in them was understood.
    #[must_use]
    pub fn likely(&self) -> Option<List> {
        self.likely
    }

    /// The party on file that the words name.
    #[must_use]
    pub fn known_party(&self) -> Option<&Id> {
        self.party.as_ref()?.known.as_ref()
    }

    /// Whether the words give a date that only the article's date of publication can settle.
    #[must_use]
    pub fn needs_publication_date(&self) -> bool {
        self.date.as_ref().is_some_and(|date| date.date.is_none())
    }

    /// What a record of a list would be made of the words, in few words; `None` where they were not understood as one.
    #[must_use]
    pub fn offer(&self, list: List) -> Option<String> {
        match list {
            List::Parties => self.party.as_ref().map(|party| party.name.clone()),
            List::Amounts => self.sum.as_ref().map(sum_words),
            List::Dates => self.date.as_ref().map(|date| self.date_words(date)),
            List::Actions => self.action.as_ref().map(action_words),
            _ => None,
        }
    }

    fn date_words(&self, date: &Dated) -> String {
        let Some(when) = &date.date else { return format!("{} (of what year?)", self.exact()) };
        let shown = CaseDate { date: Some(when.clone()), bound: date.bound, ..CaseDate::default() };
        let mut words = query::date_words(&shown);
        for (other, _) in date.others.iter().take(1) {
            words = format!("{words}, or {other}");
        }
        words
    }

    /// What the words state for a field of a record of a list, and how it was worked out.
    pub(super) fn stated(&self, field: &Field) -> Option<(Value, Option<Derivation>)> {
        let plain = |value: Option<Value>| value.map(|value| (value, None));
        let sum = self.sum.as_ref();
        match field.shape {
            Shape::Decimal if field.key == "value_max" => plain(sum?.value_max.clone().map(Value::Decimal)),
            Shape::Decimal => plain(sum.map(|sum| Value::Decimal(sum.value.clone()))),
            Shape::Currency => plain(sum?.currency.map(Value::Currency)),
            Shape::Period => plain(
                sum.and_then(|sum| sum.period.clone())
                    .or_else(|| typed::period_within(self.exact()))
                    .map(Value::Period),
            ),
            Shape::Date => {
                let date = self.date.as_ref()?;
                Some((Value::Date(date.date.clone()?), date.derivation.clone()))
            }
            Shape::Choice(_) => plain(self.term(field.key).map(|term| Value::Text(term.into()))),
            Shape::Reference(_) => plain(Some(Value::Reference(self.party_meant()?))),
            Shape::References(_) => plain(Some(Value::References(vec![self.party_meant()?]))),
            // A name is what is written; what a record is called by its maker is not.
            Shape::Text if field.key == "name" => {
                plain(Some(Value::Text(self.party.as_ref().map_or(self.exact(), |party| &party.name).into())))
            }
            Shape::Text if field.key != "label" => plain(Some(Value::Text(self.exact().into()))),
            _ => None,
        }
    }

    /// The other readings of the words for a field that was given a value.
    pub(super) fn offers(&self, path: &FieldPath, value: &Value) -> Vec<Offer> {
        let offer = |value, derivation| Offer { path: path.clone(), value, derivation };
        match (value, &self.date, &self.sum) {
            (Value::Date(_), Some(date), _) => {
                let others = date.others.iter();
                others.map(|(other, derivation)| offer(Value::Date(other.clone()), derivation.clone())).collect()
            }
            (Value::Currency(_), _, Some(sum)) => {
                sum.currencies.iter().map(|other| offer(Value::Currency(*other), None)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The term that the words give a field that has a vocabulary.
    fn term(&self, key: &str) -> Option<&'static str> {
        let (sum, date, action) = (self.sum.as_ref(), self.date.as_ref(), self.action.as_ref());
        match key {
            "precision" => Some(precision_of(sum?).key()),
            "nature" => sum?.nature,
            "bound" => Some(date?.bound?.key()),
            "outcome" => action?.outcome,
            _ => None,
        }
    }

    /// The party on file that the words name, as a reference.
    fn party_meant(&self) -> Option<Reference> {
        self.known_party().map(|id| Reference::Record(id.clone()))
    }

    /// The reference for a name near by: the party on file, or the words.
    pub(super) fn reference(&self, session: &Session, bytes: &Range<usize>) -> Option<Reference> {
        let overlaps = |range: &Range<usize>| range.start < bytes.end && bytes.start < range.end;
        if let Some((_, id)) = self.names.iter().find(|(range, _)| overlaps(range)) {
            return Some(Reference::Record(id.clone()));
        }
        let words = self.at(bytes).trim();
        let words = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words);
        let mut reference = Reference::Words(Text::from(words));
        recognise_reference(session.case(), &mut reference);
        (!words.is_empty()).then_some(reference)
    }
}

/// How sharp a sum is.
pub(super) fn precision_of(sum: &Sum) -> Precision {
    if sum.value_max.is_some() { Precision::Range } else { sum.precision }
}

fn sum_words(sum: &Sum) -> String {
    let shown = Amount {
        value: Some(sum.value.clone()),
        value_max: sum.value_max.clone(),
        currency: sum.currency,
        precision: Some(precision_of(sum)),
        ..Amount::default()
    };
    match &sum.period {
        Some(period) => format!("{}, {period}", query::amount_words(&shown)),
        None => query::amount_words(&shown),
    }
}

fn action_words(action: &Acted) -> String {
    match action.outcome {
        Some(outcome) => {
            format!("{}, {}", action.title, label_of(vocabulary::OUTCOME, outcome))
        }
        None => action.title.clone(),
    }
}

impl Session {
    /// Understands words in their place in an article. What stands around them is read too, and the date of
    /// publication and the names on file count.
    ///
    /// # Errors
    /// Why the words cannot be annotated.
    pub fn reading(&self, words: &Words) -> Result<Reading, Unreadable> {
        let (page, article) =
            self.page(&words.article).zip(self.article(&words.article)).ok_or(Unreadable::NoArticle)?;
        let text = page.part(words.part).text.clone();
        let range = trimmed(&text, &words.range);
        if range.is_empty() {
            return Err(Unreadable::Blank);
        }
        if range.len() > LONGEST_QUOTE {
            return Err(Unreadable::TooLong(range.len()));
        }
        let bytes = text.bytes_of(range.clone());
        let words = Words { range, ..words.clone() };
        Ok(self.understood(words, text, bytes, article))
    }

    fn understood(&self, words: Words, text: IndexedText, bytes: Range<usize>, article: &Article) -> Reading {
        let published = article.published.as_ref();
        let context = Context { published, names: Some(&self.names) };
        let found = suggest::scan_around(text.as_str(), &bytes, context);
        let exact = text.as_str().get(bytes.clone()).unwrap_or_default();
        let best = |wanted: fn(&Made) -> bool| best(&found, &bytes, wanted);
        let named = best(|made| matches!(made, Made::Party(_)));
        let sum = match best(|made| matches!(made, Made::Amount(_))).map(|one| &one.made) {
            Some(Made::Amount(sum)) => Some(sum.clone()),
            _ => typed_sum(exact),
        };
        let date = match best(|made| matches!(made, Made::Date(_))).map(|one| &one.made) {
            Some(Made::Date(date)) => Some(date.clone()),
            _ => typed_date(exact, published),
        };
        let action = match best(|made| matches!(made, Made::Action(_))).map(|one| &one.made) {
            Some(Made::Action(action)) => Some(action.clone()),
            _ => None,
        };
        let action_date = action.as_ref().and_then(|action| match found.get(action.date?) {
            Some(Suggestion { words, made: Made::Date(date) }) => Some((words.clone(), date.clone())),
            _ => None,
        });
        // The whole of a selection is a name where a person says so; only what it is called may be found around it.
        let party = suggest::named(text.as_str(), bytes.clone(), Some(&self.names)).map(|mut party| {
            party.known = party.known.take().map(|id| self.merged(id));
            party
        });
        let on_file = found.iter().filter_map(|one| match &one.made {
            Made::Party(Named { known: Some(id), .. }) => Some((one.words.clone(), self.merged(id.clone()))),
            _ => None,
        });
        let likely = likely(
            &bytes,
            &[
                (List::Amounts, best(|made| matches!(made, Made::Amount(_)))),
                (List::Dates, best(|made| matches!(made, Made::Date(_)))),
                (List::Parties, named),
                (List::Actions, best(|made| matches!(made, Made::Action(_)))),
            ],
        );
        let saying = suggest::saying(text.as_str(), &bytes);
        Reading { names: on_file.collect(), words, bytes, sum, date, party, action, action_date, saying, likely, text }
    }

    /// The party that a party turned out to be.
    fn merged(&self, id: Id) -> Id {
        let mut id = id;
        // A chain of merges that bites its tail must end all the same.
        for _ in 0..16 {
            let party = self.case().place(&id).filter(|place| place.list == List::Parties);
            let party = party.and_then(|place| self.case().parties.get(place.slot));
            match party.and_then(|party| party.merged_into.clone()) {
                Some(next) => id = next,
                None => break,
            }
        }
        id
    }
}

/// Of the suggestions of a kind the one that shares most with the selected bytes, the first of those that share as much.
fn best<'a>(found: &'a [Suggestion], bytes: &Range<usize>, wanted: fn(&Made) -> bool) -> Option<&'a Suggestion> {
    let shared = |one: &Suggestion| shared(&one.words, bytes);
    let mut best: Option<&Suggestion> = None;
    for one in found.iter().filter(|one| wanted(&one.made) && shared(one) > 0) {
        if best.is_none_or(|known| shared(one) > shared(known)) {
            best = Some(one);
        }
    }
    best
}

fn shared(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

/// The kind whose words are the most alike to the selected bytes: most shared, least apart.
fn likely(bytes: &Range<usize>, kinds: &[(List, Option<&Suggestion>)]) -> Option<List> {
    let alike = |one: &Suggestion| {
        let shared = shared(&one.words, bytes);
        let all = one.words.end.max(bytes.end) - one.words.start.min(bytes.start);
        shared * 1_000 / all.max(1)
    };
    let mut likely: Option<(usize, List)> = None;
    for (list, one) in kinds.iter().filter_map(|(list, one)| Some((*list, (*one)?))) {
        if likely.is_none_or(|(most, _)| alike(one) > most) {
            likely = Some((alike(one), list));
        }
    }
    likely.map(|(_, list)| list)
}

/// A sum that the whole of the words gives, as if it were typed in a field: "10" where the person says it is an amount.
fn typed_sum(words: &str) -> Option<Sum> {
    let typed = typed::money(words)?;
    Some(Sum {
        value: typed.value,
        value_max: typed.value_max,
        currency: typed.currency,
        precision: typed.precision.unwrap_or(Precision::Exact),
        period: typed.period,
        nature: None,
        currencies: Vec::new(),
    })
}

/// A date that the whole of the words gives, as if it were typed in a field.
fn typed_date(words: &str, published: Option<&PartialDate>) -> Option<Dated> {
    let typed = typed::date(words, published)?;
    Some(Dated {
        timex: typed.date.as_str().to_owned(),
        date: Some(typed.date),
        bound: typed.bound,
        derivation: None,
        others: Vec::new(),
        kind: None,
    })
}

/// Words of the same part of the same article as `near`.
pub(super) fn words_at(near: &Words, text: &IndexedText, bytes: &Range<usize>) -> Words {
    Words { range: text.chars_of(bytes.clone()), ..near.clone() }
}
