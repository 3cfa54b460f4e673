//! Case files: bytes to a case, and changes of a case to bytes.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::document::{Base, VERSION, broken};
use super::fault::note;
use super::record_json::to_json;
use super::{
    Changes, Fault, FaultClass, Kind, ListChange, PatchError, SlotChange, apply, audit, read, read_members, render,
};
use crate::model::{
    Action, Amount, ArticleEntry, Case, CaseDate, Claim, Header, Id, Link, List, Party, Place, Proceeding, Quote,
    Record, Table,
};

/// The keys of a case file, in the order of the format.
pub const CASE_KEYS: [&str; 15] = [
    "casefile",
    "version",
    "id",
    "title",
    "summary",
    "status",
    "articles",
    "parties",
    "proceedings",
    "actions",
    "links",
    "amounts",
    "dates",
    "quotes",
    "claims",
];

/// A case as far as it could be read.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The case.
    pub case: Case,
    /// What is wrong with the file.
    pub faults: Vec<Fault>,
    /// Why the file can only be read, in a sentence.
    pub read_only: Option<String>,
}

/// Reads a case. `faults` are those that [`Base::new`] found.
#[must_use]
pub fn read_case(base: &Base, mut faults: Vec<Fault>) -> CaseFile {
    let mut read_only = broken(&faults);
    read_only = base.check_version(&mut faults).or(read_only);
    let lists = List::ALL.map(List::key);
    let header: Option<Header> = read_members(&base.bytes, &base.outline, &lists, &mut faults);
    let mut case = Case::new(header.unwrap_or_default());
    if case.header.id.is_empty() {
        faults.push(Fault::new(FaultClass::Identity, base.outline.span.start, "The case has no id."));
    }
    // Two halves of about the same size, quotes and claims being the longest lists of most cases.
    let records = || {
        let mut faults = Vec::new();
        let lists = (
            read_list(base, List::Articles, |entry: &ArticleEntry| &entry.id, &mut faults),
            read_list(base, List::Parties, |party: &Party| &party.id, &mut faults),
            read_list(base, List::Proceedings, |proceeding: &Proceeding| &proceeding.id, &mut faults),
            read_list(base, List::Actions, |action: &Action| &action.id, &mut faults),
            read_list(base, List::Links, |link: &Link| &link.id, &mut faults),
            read_list(base, List::Amounts, |amount: &Amount| &amount.id, &mut faults),
        );
        (lists, faults)
    };
    let evidence = || {
        let mut faults = Vec::new();
        let lists = (
            read_list(base, List::Dates, |date: &CaseDate| &date.id, &mut faults),
            read_list(base, List::Quotes, |quote: &Quote| &quote.id, &mut faults),
            read_list(base, List::Claims, |claim: &Claim| &claim.id, &mut faults),
        );
        (lists, faults)
    };
    let ((records, first_faults), (evidence, other_faults)) = both(records, evidence);
    (case.articles, case.parties, case.proceedings, case.actions, case.links, case.amounts) = records;
    (case.dates, case.quotes, case.claims) = evidence;
    first_faults.into_iter().chain(other_faults).for_each(|fault| note(&mut faults, fault));
    for place in case.index() {
        note(&mut faults, audit::double(base, &case, place));
    }
    audit::audit(base, &case, &mut faults);
    CaseFile { case, faults, read_only }
}

/// Does two things at once.
pub(super) fn both<A, B: Send>(one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    std::thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        (one, other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// Reads a list. An element that cannot be read leaves its slot vacant, so that slots and elements go together.
fn read_list<T: DeserializeOwned>(base: &Base, list: List, id: fn(&T) -> &Id, faults: &mut Vec<Fault>) -> Table<T> {
    let mut table = Table::default();
    let Some(member) = base.outline.member(list.key()) else { return table };
    if member.kind != Kind::Array {
        let message =
            format!("A list was expected under {:?}; what stands there is kept but cannot be shown.", list.key());
        faults.push(Fault::new(FaultClass::Schema, member.value.start, message).at(format!("/{}", list.key())));
        return table;
    }
    for (slot, span) in member.elements.iter().enumerate() {
        let pointer = || format!("/{}/{slot}", list.key());
        // The pointer is made for faulty records only: most lists have none.
        let quick = base.bytes.get(span.clone()).filter(|raw| raw.first() == Some(&b'{'));
        let record = match quick.and_then(|raw| serde_json::from_slice(raw).ok()) {
            Some(record) => Some(record),
            None => read::<T>(&base.bytes, span.clone(), &pointer(), faults),
        };
        let record = record.filter(|record| {
            let has_id = !id(record).is_empty();
            if !has_id {
                let message = format!("This {} has no id; it is kept but cannot be shown.", list.noun());
                note(faults, Fault::new(FaultClass::Identity, span.start, message).at(pointer()));
            }
            has_id
        });
        table.push(record);
    }
    table
}

/// What a change leaves of a record, and what it was when the file was read.
#[derive(Clone, Debug)]
pub struct Changed {
    /// Where it stands; `None` for the head of the case.
    pub place: Option<Place>,
    /// What it was.
    pub before: Option<Record>,
    /// What it is.
    pub after: Option<Record>,
}

/// The bytes of a case file after changes of the case it was read as. Only the bytes of what was changed differ.
///
/// # Errors
/// Where a list that must be written is no list in the file.
pub fn patch_case(base: &Base, edited: &[Changed]) -> Result<Vec<u8>, PatchError> {
    let mut changes = Changes { header: None, lists: Vec::new() };
    let mut lists: BTreeMap<List, ListChange> = BTreeMap::new();
    for one in edited {
        let (before, after) = (one.before.as_ref().map(to_json), one.after.as_ref().map(to_json));
        let Some(place) = one.place else {
            changes.header = before.zip(after).filter(|(before, after)| before != after);
            continue;
        };
        let key = place.list.key();
        let list = lists.entry(place.list).or_insert_with(|| ListChange {
            key: key.to_owned(),
            slots: BTreeMap::new(),
            appended: Vec::new(),
        });
        let in_file = base.outline.member(key).map_or(0, |member| member.elements.len());
        let slot = usize::try_from(place.slot).unwrap_or(usize::MAX);
        match (before, after) {
            (_, Some(after)) if slot >= in_file => list.appended.push(after),
            (Some(before), Some(after)) if before != after => {
                list.slots.insert(slot, SlotChange::Replace { old: before, new: after });
            }
            (Some(_), None) => {
                list.slots.insert(slot, SlotChange::Remove);
            }
            _ => {}
        }
    }
    changes.lists = lists.into_values().filter(|list| !list.slots.is_empty() || !list.appended.is_empty()).collect();
    apply(&base.bytes, &base.outline, &changes, &CASE_KEYS)
}

/// The bytes of a new case file.
#[must_use]
pub fn render_case(case: &Case) -> Vec<u8> {
    let mut root = json!({ "casefile": "case", "version": VERSION });
    if let (Value::Object(root), Value::Object(header)) = (&mut root, to_json(&Record::Header(case.header.clone()))) {
        root.extend(header);
        for list in List::ALL {
            let records = case.slots(list).into_iter().filter_map(|slot| case.record(Place { list, slot }));
            let records: Vec<Value> = records.map(|record| to_json(&record)).collect();
            if !records.is_empty() {
                root.insert(list.key().to_owned(), Value::Array(records));
            }
        }
    }
    render(&root)
}
