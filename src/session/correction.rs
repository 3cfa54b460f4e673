//! A corrected date of publication, and the dates that were counted from it.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::Session;
use crate::edit::{Batch, Selection, Target, words_of};
use crate::model::field::{FieldPath, Fields as _, Value};
use crate::model::{
    Article, Claim, ClaimValue, Derivation, Id, List, Part, PartialDate, Place, Quote, Record, describe, get,
};
use crate::suggest::{self, Context, Dated, Made, Suggestion};

/// A correction that waits for a person to say what goes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// The article.
    pub article: Id,
    /// Its date of publication so far.
    pub old: Option<PartialDate>,
    /// The corrected one; `None` where it is taken away, or was typed in words that are not understood.
    pub new: Option<PartialDate>,
    /// The dates that were counted from the old one, in the order of their records.
    pub counted: Vec<Counted>,
    /// The corrected date as the article takes it.
    value: Value,
}

/// A date that was counted from an article's date of publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Slot of the claim that states it.
    pub claim: u32,
    /// The record.
    pub place: Place,
    /// What a form calls the field.
    pub field: &'static str,
    /// The words that were resolved.
    pub words: String,
    /// What they gave.
    pub old: Option<PartialDate>,
    /// What they give now; `None` where they could not be worked out again.
    pub new: Option<PartialDate>,
    /// Whether the field of the record goes with the claim.
    pub follows: Follows,
    /// What the field shows, in words.
    pub shown: String,
    derivation: Derivation,
}

/// Whether the field of a record goes with a claim that is corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// It shows what the claim states.
    Yes,
    /// It shows something else, which other words or a person gave it.
    ShowsAnother,
    /// A person has decided what it shows.
    Decided,
}

impl Counted {
    /// Whether the words give another date now.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.new.is_some() && self.new != self.old
    }

    /// Whether it is corrected unless a person says otherwise.
    #[must_use]
    pub fn is_proposed(&self) -> bool {
        self.changes() && self.follows != Follows::Decided
    }
}

impl Session {
    /// The correction that waits for an answer: [`Command::Correct`](super::Command::Correct) or
    /// [`Command::KeepDate`](super::Command::KeepDate).
    #[must_use]
    pub fn correction(&self) -> Option<&Correction> {
        self.correction.as_ref()
    }

    /// Whether a changed article has a corrected date of publication from which others are counted. If so, it is dealt
    /// with here: at once where none of them changes, else once a person has answered.
    pub(super) fn takes_correction(&mut self, changed: &Article) -> bool {
        let target = Target::Article(changed.id.clone());
        let is_read_only = self.read_only_reason(&target).is_some() || self.document.read_only.is_some();
        let Some(old) = self.article(&changed.id).map(|article| article.published.clone()) else { return false };
        if is_read_only || old == changed.published {
            return false;
        }
        let counted = self.counted(&changed.id, old.as_ref(), changed.published.as_ref());
        if counted.is_empty() {
            return false;
        }
        let value = changed.get("published").unwrap_or(Value::Absent);
        let correction =
            Correction { article: changed.id.clone(), old, new: changed.published.clone(), counted, value };
        let asks = correction.counted.iter().any(|one| one.changes() || one.new.is_none());
        self.correction = Some(correction);
        if !asks {
            self.correct(Some(&HashSet::new()));
        }
        true
    }

    /// Leaves everything as it was.
    pub(super) fn keep_date(&mut self) {
        self.correction = None;
    }

    /// Corrects the date of publication, and with it the claims (by their slots) that a person accepted, and the fields
    /// that show what those stated: one step. `None` corrects nothing but the date.
    pub(super) fn correct(&mut self, accepted: Option<&HashSet<u32>>) {
        let Some(correction) = self.correction.take() else { return };
        let target = Target::Article(correction.article.clone());
        let Some(mut record) = self.current(&target) else { return };
        // Worked out anew, since the case may have changed while the question stood.
        let old = self.article(&correction.article).and_then(|article| article.published.as_ref());
        let counted = self.counted(&correction.article, old, correction.new.as_ref());
        record.set(&FieldPath::of("published"), correction.value);
        let mut batch = Batch::default();
        if let Some(accepted) = accepted {
            self.correct_claims(&mut batch, &counted, accepted);
        }
        let mut edits = batch.into_edits();
        if let Record::Article(article) = &record {
            edits.extend(self.workspace.entry_follows(article));
        }
        edits.extend(self.workspace.edit_to(target.clone(), Some(record)));
        let label = if accepted.is_some() { "correction of the publication date" } else { "change of published" };
        let after = Selection { form: Some(target), ..self.selection.clone() };
        self.transact(label, edits, after);
    }

    /// Claims that still state the same are only counted from the new date.
    fn correct_claims(&self, batch: &mut Batch, counted: &[Counted], accepted: &HashSet<u32>) {
        let mut records: BTreeMap<Place, Record> = BTreeMap::new();
        for one in counted {
            let Some(new) = one.new.as_ref().filter(|_| !one.changes() || accepted.contains(&one.claim)) else {
                continue;
            };
            let Some(claim) = self.case().claims.get(one.claim) else { continue };
            let value = Some(ClaimValue::Text(new.as_str().into()));
            let changed = Claim { value, derivation: Some(one.derivation.clone()), ..claim.clone() };
            let place = Place { list: List::Claims, slot: one.claim };
            batch.change(&self.workspace, Target::Record(place), Some(Record::Claim(changed)));
            if one.follows != Follows::Yes || !one.changes() {
                continue;
            }
            let record = records.remove(&one.place).or_else(|| self.case().record(one.place));
            if let Some(mut record) = record {
                record.set(&FieldPath::parse(&claim.field), Value::Date(new.clone()));
                records.insert(one.place, record);
            }
        }
        for (place, record) in records {
            batch.change(&self.workspace, Target::Record(place), Some(record));
        }
    }

    /// The dates that claims by words of an article have counted from its date of publication.
    fn counted(&self, article: &Id, old: Option<&PartialDate>, new: Option<&PartialDate>) -> Vec<Counted> {
        let case = self.case();
        let mut reader = Reader { session: self, article, new, whole: [None, None, None] };
        let mut found = Vec::new();
        let quotes = self.index.quotes_in(article).iter();
        let quotes: Vec<(u32, &Quote)> = quotes.filter_map(|slot| Some((*slot, case.quotes.get(*slot)?))).collect();
        let claims = quotes.iter().flat_map(|(slot, quote)| {
            self.index.claims_by_quote(&quote.id).iter().map(move |claim| (*slot, *quote, *claim))
        });
        let relative: Vec<(u32, &Quote, u32, &Claim, &Derivation)> = claims
            .filter_map(|(slot, quote, number)| {
                let claim = case.claims.get(number)?;
                let derivation = claim.derivation.as_ref()?;
                is_same_day(derivation.anchor.as_ref(), old).then_some((slot, quote, number, claim, derivation))
            })
            .collect();
        for (slot, quote, number, claim, derivation) in &relative {
            let Some(place) = case.place(&claim.record) else { continue };
            let path = FieldPath::parse(&claim.field);
            let Some(field) = describe(place.list.fields(), &path) else { continue };
            let old = date_of(claim);
            let again = reader.again(*slot, quote, derivation, relative.len());
            let (new, derivation) = again.map_or((None, (*derivation).clone()), |(new, again)| (Some(new), again));
            let words = if derivation.words.is_empty() { &quote.exact } else { &derivation.words };
            let shown = case.fields_at(place).and_then(|record| get(record, &path)).unwrap_or(Value::Absent);
            let follows = self.follows(place, claim, &shown, old.as_ref(), quote);
            found.push(Counted {
                claim: *number,
                place,
                field: field.label,
                words: words.to_string(),
                old,
                new,
                follows,
                shown: words_of(field, &shown),
                derivation,
            });
        }
        found.sort_by_key(|one| (one.place, one.claim));
        found
    }

    /// Whether a field goes with a claim: because it shows the same date, or the words that were kept for want of one.
    fn follows(&self, place: Place, claim: &Claim, shown: &Value, old: Option<&PartialDate>, quote: &Quote) -> Follows {
        if self.case().chosen(place, &claim.field).is_some_and(|chosen| **chosen != *claim.id.as_str()) {
            return Follows::Decided;
        }
        let is_same = match shown {
            Value::Date(shown) => Some(shown) == old,
            Value::AsTyped(words) => old.is_none() && *words == *quote.exact.trim(),
            Value::Absent => old.is_none(),
            _ => false,
        };
        if is_same { Follows::Yes } else { Follows::ShowsAnother }
    }
}

/// Dates with the bytes of their words, in order.
type Dates = Vec<(Range<usize>, Dated)>;

/// Reads the words of quotes again, with another date of publication.
struct Reader<'a> {
    session: &'a Session,
    article: &'a Id,
    new: Option<&'a PartialDate>,
    /// The dates in the title, the byline and the text, where these were read as a whole.
    whole: [Option<Dates>; 3],
}

/// Bytes that are read around one quote, more or less.
const AROUND: usize = 40 << 10;

impl Reader<'_> {
    /// What the words of a quote (its slot) give by the same rule. `count` quotes are going to be read.
    fn again(&mut self, slot: u32, quote: &Quote, old: &Derivation, count: usize) -> Option<(PartialDate, Derivation)> {
        let published = Some(self.new?);
        let page = self.session.page(self.article)?;
        let text = &page.part(quote.part).text;
        let words = text.bytes_of(page.resolution(slot)?.range.clone()?);
        let context = Context { published, names: None };
        if text.as_str().len() / AROUND > count {
            return same_reading(&dates_in(suggest::scan_around(text.as_str(), &words, context)), &words, old);
        }
        let part = match quote.part {
            Part::Title => 0,
            Part::Byline => 1,
            Part::Text => 2,
        };
        let found = self.whole[part].get_or_insert_with(|| dates_in(suggest::scan(text.as_str(), context)));
        same_reading(found, &words, old)
    }
}

/// Of what was found the date that words give by the rule by which they were resolved before. Of several the one that
/// rests on the same words, else the one that shares most with the quote.
fn same_reading(
    found: &[(Range<usize>, Dated)],
    words: &Range<usize>,
    old: &Derivation,
) -> Option<(PartialDate, Derivation)> {
    let shared = |range: &Range<usize>| range.end.min(words.end).saturating_sub(range.start.max(words.start));
    let first = found.partition_point(|(range, _)| range.end <= words.start);
    let near = found[first..].iter().take_while(|(range, _)| range.start < words.end);
    let readings = near.flat_map(|(range, dated)| {
        let main = dated.date.iter().map(|date| (date, dated.derivation.as_ref()));
        let others = dated.others.iter().map(|(date, derivation)| (date, derivation.as_ref()));
        main.chain(others).map(move |(date, derivation)| (shared(range), date, derivation))
    });
    let same = readings.filter_map(|(shared, date, derivation)| {
        // Words that waited for a date of publication have no rule yet.
        let derivation = derivation.filter(|derivation| old.rule.is_empty() || derivation.rule == old.rule)?;
        Some((derivation.words.eq_ignore_ascii_case(&old.words), shared, date, derivation))
    });
    // The first of those that are as good.
    let best = same.reduce(|best, one| if (one.0, one.1) > (best.0, best.1) { one } else { best })?;
    Some((best.2.clone(), best.3.clone()))
}

/// The dates among suggestions; they are in order and do not overlap.
fn dates_in(found: Vec<Suggestion>) -> Dates {
    let date = |one: Suggestion| match one.made {
        Made::Date(dated) => Some((one.words, dated)),
        _ => None,
    };
    found.into_iter().filter_map(date).collect()
}

/// Whether two dates are the same days, or neither is known.
fn is_same_day(one: Option<&PartialDate>, other: Option<&PartialDate>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one.first_day(), one.last_day()) == (other.first_day(), other.last_day()),
        (None, None) => true,
        _ => false,
    }
}

fn date_of(claim: &Claim) -> Option<PartialDate> {
    match &claim.value {
        Some(ClaimValue::Text(words)) => words.parse().ok(),
        _ => None,
    }
}
