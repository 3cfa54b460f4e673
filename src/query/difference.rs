//! What differs between two states of a case or of an article, by record and field, in words.

mod claims;
mod elements;
mod excerpt;
mod paragraphs;
mod records;
mod rows;
#[cfg(test)]
mod tests;

use self::excerpt::{flat, short};
use self::rows::{Compared, compare};
use super::{Index, detail, title};
use crate::model::{Article, Case, Id, List, Place, Text, by_list, group_by_three};

/// Most letters of what a record is called here. The words of a quote may be as long as an article.
const LONGEST_LABEL: usize = 120;

/// What differs between one state, *ours*, and another, *theirs*: what would happen to ours if theirs took its place.
///
/// Records, and the elements of their lists, are matched by id. The order of the records of a case is no difference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// The records that differ: the head of the case first, then list by list. In a list first those that ours has, in
    /// its order, then those that only theirs has.
    pub records: Vec<RecordDifference>,
}

/// What kind of thing differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// The head of the case.
    Case,
    /// A record of a list of the case.
    Record(List),
    /// An article itself.
    Article,
}

/// A record that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordDifference {
    /// What it is.
    pub subject: Subject,
    /// Its identity.
    pub id: Id,
    /// What it is called in ours, or in theirs if ours does not have it; one line.
    pub label: Text,
    /// In what it differs.
    pub change: Change,
}

/// In what a record differs.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Only theirs has it.
    Added,
    /// Only ours has it.
    Removed,
    /// Both have it, with different values in these fields.
    Changed(Vec<FieldDifference>),
}

/// A field that differs. The words are one line each; of long ones only where they first differ. Both are empty where
/// something differs for which there are no words.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDifference {
    /// What the field is called.
    pub label: Text,
    /// What it says in ours; empty where it says nothing.
    pub ours: Text,
    /// What it says in theirs; empty where it says nothing.
    pub theirs: Text,
}

impl Difference {
    /// What differs between two states of a case. Linear in the number of records.
    #[must_use]
    pub fn of_cases(ours: &Case, theirs: &Case) -> Self {
        let mut records = Vec::new();
        if ours.header != theirs.header {
            records.push(RecordDifference {
                subject: Subject::Case,
                id: ours.header.id.clone(),
                label: named(&ours.header.title, "Untitled case"),
                change: Change::Changed(compare((ours, &ours.header), (theirs, &theirs.header))),
            });
        }
        for list in List::ALL {
            let differing = ours.differing(theirs, list);
            records.extend(differing.into_iter().filter_map(|(here, there)| {
                let place = |slot| Place { list, slot };
                one(ours, theirs, here.map(place), there.map(place))
            }));
        }
        Self { records }
    }

    /// What differs between two states of an article.
    #[must_use]
    pub fn of_articles(ours: &Article, theirs: &Article) -> Self {
        if ours == theirs {
            return Self::default();
        }
        // An article refers to nothing, so that there is nothing to look up in a case.
        let case = Case::default();
        let changed = RecordDifference {
            subject: Subject::Article,
            id: ours.id.clone(),
            label: named(&ours.title, "Untitled article"),
            change: Change::Changed(compare((&case, ours), (&case, theirs))),
        };
        Self { records: vec![changed] }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// How many records of the case were changed, added and removed, or which fields of an article were changed, in
    /// words without a full stop.
    #[must_use]
    pub fn summary(&self) -> String {
        let [first, ..] = self.records.as_slice() else { return "Nothing differs".to_owned() };
        match (first.subject, &first.change) {
            (Subject::Article, Change::Changed(fields)) if self.records.len() == 1 => {
                return format!("Changed in the article: {}", names(fields).join(", "));
            }
            (Subject::Case, _) if self.records.len() == 1 => return "Details of the case changed".to_owned(),
            _ => {}
        }
        let records = || self.records.iter().filter(|one| one.subject != Subject::Case);
        let changed = records().filter(|one| matches!(one.change, Change::Changed(_))).count();
        let added = records().filter(|one| one.change == Change::Added).count();
        let removed = records().filter(|one| one.change == Change::Removed).count();
        let mut parts: Vec<String> = Vec::new();
        for (count, verb) in [(changed, "changed"), (added, "added"), (removed, "removed")] {
            let noun = match (parts.is_empty(), count) {
                (true, 1) => " record",
                (true, _) => " records",
                (false, _) => "",
            };
            if count > 0 {
                parts.push(format!("{}{noun} {verb}", group_by_three(&count.to_string())));
            }
        }
        let head = if first.subject == Subject::Case { "Details of the case changed, " } else { "" };
        format!("{head}{}", parts.join(", "))
    }
}

/// What differs in a record that stands at these places.
fn one(ours: &Case, theirs: &Case, here: Option<Place>, there: Option<Place>) -> Option<RecordDifference> {
    let (case, place) = here.map(|here| (ours, here)).or(there.map(|there| (theirs, there)))?;
    let change = match (here, there) {
        (Some(here), Some(there)) => Change::Changed(fields((ours, here), (theirs, there))),
        (Some(_), None) => Change::Removed,
        _ => Change::Added,
    };
    let mut label = claims::title(case, place).unwrap_or_else(|| title(case, place));
    if !matches!(change, Change::Changed(_)) {
        // Without an index a party is told by its kind.
        let details = [detail(case, &Index::default(), place), claims::detail(case, place)];
        for detail in details.iter().filter(|detail| !detail.is_empty()) {
            label = format!("{label}, {detail}");
        }
    }
    Some(RecordDifference {
        subject: Subject::Record(place.list),
        id: case.id_at(place)?.clone(),
        label: short(&flat(&label), LONGEST_LABEL).into(),
        change,
    })
}

/// The fields in which the records at two places of the same list differ.
fn fields((ours, here): (&Case, Place), (theirs, there): (&Case, Place)) -> Vec<FieldDifference> {
    fn of<T: Compared>(ours: (&Case, Option<&T>), theirs: (&Case, Option<&T>)) -> Vec<FieldDifference> {
        let (Some(here), Some(there)) = (ours.1, theirs.1) else { return Vec::new() };
        compare((ours.0, here), (theirs.0, there))
    }
    macro_rules! of {
        ($table:ident, $_variant:ident) => {
            of((ours, ours.$table.get(here.slot)), (theirs, theirs.$table.get(there.slot)))
        };
    }
    by_list!(here.list, of)
}

/// What the fields are called. However many paragraphs differ, they are the text.
fn names(fields: &[FieldDifference]) -> Vec<&str> {
    let mut names: Vec<&str> = fields.iter().map(|field| field.label.as_str()).collect();
    for name in &mut names {
        if name.starts_with(paragraphs::PARAGRAPH) {
            *name = "Text";
        }
    }
    names.dedup();
    names
}

fn named(words: &str, otherwise: &str) -> Text {
    let words = flat(words);
    if words.is_empty() { otherwise.into() } else { short(&words, LONGEST_LABEL).into() }
}
