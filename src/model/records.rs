//! The records of a case, as the file format has them (`docs/format.md`).
//!
//! Empty text, an empty list, `None` and `false` all mean "not stated" and are left out of files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Bound, Currency, Decimal, Id, PartialDate, Period, Precision, Reference, Text};

/// Which rival a person chose for a field: the id of a claim, [`CHOSEN_OWN`] or [`CHOSEN_OPEN`].
pub type Chosen = BTreeMap<Text, Text>;

/// In [`Chosen`]: the person's own value, taken from no claim.
pub const CHOSEN_OWN: &str = "own";

/// In [`Chosen`]: the person left the question open.
pub const CHOSEN_OPEN: &str = "open";

/// What is said of the case as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Header {
    /// Identity of the case.
    pub id: Id,
    /// Its name.
    pub title: Text,
    /// What it is about, in a few sentences.
    pub summary: Text,
    /// Where it stands ([`super::vocabulary::CASE_STATUS`]).
    pub status: Text,
}

/// An article that belongs to the case; the article itself is a file of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArticleEntry {
    /// The article's own id.
    pub id: Id,
    /// Where it lies, relative to the folder of the case, with forward slashes.
    pub file: Text,
    /// SHA-256 of the annotated text (UTF-8), in hexadecimal digits.
    pub sha256: Text,
    /// Its headline, so that it can be listed before it is read.
    pub title: Text,
    /// When it was published, for the same reason.
    pub published: Option<PartialDate>,
    /// The article this one is a reprint of.
    pub same_as: Option<Id>,
}

/// A person, company, government body or court.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Party {
    /// Identity.
    pub id: Id,
    /// The name it goes by in this case.
    pub name: Text,
    /// What it is ([`super::vocabulary::PARTY_KIND`]).
    pub kind: Text,
    /// Its other names.
    pub aliases: Vec<Alias>,
    /// Its identifiers in registers: ticker, LEI, Wikidata …
    pub identifiers: Vec<Identifier>,
    /// The party it is part of.
    pub part_of: Option<Reference>,
    /// The party it turned out to be; nothing else is rewritten by a merge.
    pub merged_into: Option<Id>,
    /// Free notes.
    pub note: Text,
    /// Decisions between rivals, by field.
    pub chosen: Chosen,
    /// How far it was looked at ([`super::vocabulary::REVIEW`]).
    pub review: Text,
    /// Not for other eyes.
    pub confidential: bool,
}

/// Another name of a party.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Alias {
    /// Identity.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// What sort of name ([`super::vocabulary::ALIAS_KIND`]).
    pub kind: Text,
    /// Its language (BCP 47).
    pub language: Text,
}

/// An identifier of a party in a register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Identifier {
    /// Identity.
    pub id: Id,
    /// The register: ticker, LEI, Wikidata …
    pub scheme: Text,
    /// The identifier in it.
    pub value: Text,
}

/// A matter before a court or an agency.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Proceeding {
    /// Identity.
    pub id: Id,
    /// The court or agency.
    pub forum: Option<Reference>,
    /// Docket numbers as written.
    pub numbers: Vec<Text>,
    /// Its caption, "A v. B".
    pub caption: Text,
    /// Who judges.
    pub judges: Vec<Judge>,
    /// Who takes part, and as what.
    pub participants: Vec<Participant>,
    /// The proceeding it was appealed or transferred from.
    pub from: Option<Reference>,
    /// Closed to the public.
    pub sealed: bool,
    /// Where it stands ([`super::vocabulary::PROCEEDING_STATUS`]).
    pub status: Text,
    /// Free notes.
    pub note: Text,
    /// Decisions between rivals, by field.
    pub chosen: Chosen,
    /// How far it was looked at.
    pub review: Text,
    /// Not for other eyes.
    pub confidential: bool,
}

/// A judge of a proceeding.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Judge {
    /// Identity.
    pub id: Id,
    /// The person.
    pub party: Option<Reference>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// The words of `from` that were not understood.
    pub from_as_typed: Text,
    /// Until when.
    pub to: Option<PartialDate>,
    /// The words of `to` that were not understood.
    pub to_as_typed: Text,
}

/// A party's part in a proceeding.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Participant {
    /// Identity.
    pub id: Id,
    /// The party.
    pub party: Option<Reference>,
    /// As what it takes part ([`super::vocabulary::ROLE`]).
    pub role: Text,
    /// For whom: counsel's client.
    #[serde(rename = "for")]
    pub on_behalf_of: Option<Reference>,
}

/// A court action: a filing or a decision in a proceeding.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Action {
    /// Identity.
    pub id: Id,
    /// The proceeding it was taken in.
    pub proceeding: Option<Reference>,
    /// Docket entry number.
    pub entry: Text,
    /// What it is ([`super::vocabulary::ACTION_KIND`]).
    pub kind: Text,
    /// Its name.
    pub title: Text,
    /// Who took it.
    pub by: Vec<Reference>,
    /// When it was filed.
    pub filed: Option<PartialDate>,
    /// The words of `filed` that were not understood.
    pub filed_as_typed: Text,
    /// When it was decided.
    pub decided: Option<PartialDate>,
    /// The words of `decided` that were not understood.
    pub decided_as_typed: Text,
    /// When it became public.
    pub public_on: Option<PartialDate>,
    /// The words of `public_on` that were not understood.
    pub public_on_as_typed: Text,
    /// Closed to the public.
    pub sealed: bool,
    /// Where it stands ([`super::vocabulary::ACTION_STATUS`]).
    pub status: Text,
    /// What came of it ([`super::vocabulary::OUTCOME`]).
    pub outcome: Text,
    /// Free notes.
    pub note: Text,
    /// Decisions between rivals, by field.
    pub chosen: Chosen,
    /// How far it was looked at.
    pub review: Text,
    /// Not for other eyes.
    pub confidential: bool,
}

/// How one record bears on another. Stored once, at neither end.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    /// Identity.
    pub id: Id,
    /// The record that acts.
    pub from: Id,
    /// How ([`super::vocabulary::LINK_KIND`]).
    pub kind: Text,
    /// The record acted upon.
    pub to: Id,
}

/// A sum of money.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Amount {
    /// Identity.
    pub id: Id,
    /// What people call it.
    pub label: Text,
    /// The sum, in units of `currency`.
    pub value: Option<Decimal>,
    /// The words of `value` that were not understood.
    pub value_as_typed: Text,
    /// The upper end of a range.
    pub value_max: Option<Decimal>,
    /// The words of `value_max` that were not understood.
    pub value_max_as_typed: Text,
    /// The currency (ISO 4217).
    pub currency: Option<Currency>,
    /// The words of `currency` that were not understood.
    pub currency_as_typed: Text,
    /// How exact the sum is.
    pub precision: Option<Precision>,
    /// What it is for ([`super::vocabulary::NATURE`]).
    pub nature: Text,
    /// Over what time (ISO 8601).
    pub period: Option<Period>,
    /// The words of `period` that were not understood.
    pub period_as_typed: Text,
    /// Who pays.
    pub payer: Option<Reference>,
    /// Who is paid.
    pub payee: Option<Reference>,
    /// The court action it belongs to.
    pub action: Option<Reference>,
    /// Free notes.
    pub note: Text,
    /// Decisions between rivals, by field.
    pub chosen: Chosen,
    /// How far it was looked at.
    pub review: Text,
    /// Not for other eyes.
    pub confidential: bool,
}

/// A date that matters: an event, a deadline, a hearing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CaseDate {
    /// Identity.
    pub id: Id,
    /// What people call it.
    pub label: Text,
    /// When.
    pub date: Option<PartialDate>,
    /// The words of `date` that were not understood.
    pub date_as_typed: Text,
    /// How the date bounds what happened.
    pub bound: Option<Bound>,
    /// What it is ([`super::vocabulary::DATE_KIND`]).
    pub kind: Text,
    /// The court action it belongs to.
    pub action: Option<Reference>,
    /// Who must meet the deadline.
    pub owed_by: Option<Reference>,
    /// The court action that set it.
    pub set_by: Option<Reference>,
    /// The court action or date that met it.
    pub met_by: Option<Reference>,
    /// The deadline it was extended to.
    pub extended_to: Option<Reference>,
    /// Why it no longer binds ([`super::vocabulary::RELEASED`]).
    pub released: Text,
    /// Free notes.
    pub note: Text,
    /// Decisions between rivals, by field.
    pub chosen: Chosen,
    /// How far it was looked at.
    pub review: Text,
    /// Not for other eyes.
    pub confidential: bool,
}
