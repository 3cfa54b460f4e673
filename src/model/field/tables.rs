//! The tables of fields, in the order in which forms show them.

use super::{Field, Shape, Wanted};
use crate::model::vocabulary as words;

/// The field of `table` that is written `key` in files.
#[must_use]
pub fn find(table: &'static [Field], key: &str) -> Option<&'static Field> {
    table.iter().find(|field| field.key == key)
}

const fn field(key: &'static str, label: &'static str, shape: Shape) -> Field {
    Field { key, label, shape }
}

const NOTE: Field = field("note", "Note", Shape::LongText);
const REVIEW: Field = field("review", "Review", Shape::Choice(words::REVIEW));
const CONFIDENTIAL: Field = field("confidential", "Confidential", Shape::Flag);

/// Fields of the case itself.
pub const CASE: &[Field] = &[
    field("title", "Title", Shape::Text),
    field("status", "Status", Shape::Choice(words::CASE_STATUS)),
    field("summary", "Summary", Shape::LongText),
];

/// Fields of an article.
pub const ARTICLE: &[Field] = &[
    field("title", "Title", Shape::Text),
    field("byline", "Byline", Shape::Text),
    field("authors", "Authors", Shape::Texts),
    field("publisher", "Publisher", Shape::Text),
    field("url", "URL", Shape::Text),
    field("published", "Published", Shape::Date),
    field("retrieved", "Retrieved", Shape::Date),
    field("language", "Language", Shape::Text),
];

/// Fields of a party.
pub const PARTY: &[Field] = &[
    field("name", "Name", Shape::Text),
    field("kind", "Kind", Shape::Choice(words::PARTY_KIND)),
    field("aliases", "Other names", Shape::Elements(ALIAS)),
    field("identifiers", "Identifiers", Shape::Elements(IDENTIFIER)),
    field("part_of", "Part of", Shape::Reference(Wanted::Party)),
    REVIEW,
    CONFIDENTIAL,
    NOTE,
];

/// Fields of another name of a party.
pub const ALIAS: &[Field] = &[
    field("name", "Other name", Shape::Text),
    field("kind", "Sort of name", Shape::Choice(words::ALIAS_KIND)),
    field("language", "Language", Shape::Text),
];

/// Fields of an identifier of a party.
pub const IDENTIFIER: &[Field] = &[field("scheme", "Register", Shape::Text), field("value", "Identifier", Shape::Text)];

/// Fields of a proceeding.
pub const PROCEEDING: &[Field] = &[
    field("caption", "Caption", Shape::Text),
    field("forum", "Forum", Shape::Reference(Wanted::Party)),
    field("numbers", "Numbers", Shape::Texts),
    field("status", "Status", Shape::Choice(words::PROCEEDING_STATUS)),
    field("judges", "Judges", Shape::Elements(JUDGE)),
    field("participants", "Participants", Shape::Elements(PARTICIPANT)),
    field("from", "Appealed from", Shape::Reference(Wanted::Proceeding)),
    field("sealed", "Sealed", Shape::Flag),
    REVIEW,
    CONFIDENTIAL,
    NOTE,
];

/// Fields of a judge of a proceeding.
pub const JUDGE: &[Field] = &[
    field("party", "Judge", Shape::Reference(Wanted::Party)),
    field("from", "From", Shape::Date),
    field("to", "To", Shape::Date),
];

/// Fields of a party's part in a proceeding.
pub const PARTICIPANT: &[Field] = &[
    field("party", "Participant", Shape::Reference(Wanted::Party)),
    field("role", "Role", Shape::Choice(words::ROLE)),
    field("for", "For", Shape::Reference(Wanted::Party)),
];

/// Fields of a court action.
pub const ACTION: &[Field] = &[
    field("title", "Title", Shape::Text),
    field("kind", "Kind", Shape::Choice(words::ACTION_KIND)),
    field("proceeding", "Proceeding", Shape::Reference(Wanted::Proceeding)),
    field("entry", "Docket entry", Shape::Text),
    field("by", "By", Shape::References(Wanted::Party)),
    field("filed", "Filed", Shape::Date),
    field("decided", "Decided", Shape::Date),
    field("public_on", "Public on", Shape::Date),
    field("status", "Status", Shape::Choice(words::ACTION_STATUS)),
    field("outcome", "Outcome", Shape::Choice(words::OUTCOME)),
    field("sealed", "Sealed", Shape::Flag),
    REVIEW,
    CONFIDENTIAL,
    NOTE,
];

/// Fields of a link.
pub const LINK: &[Field] = &[field("kind", "Link", Shape::Choice(words::LINK_KIND))];

/// Fields of a claim that are said of it as a whole.
pub const CLAIM: &[Field] = &[
    field("mode", "How it is said", Shape::Choice(words::MODE)),
    field("attributed_to", "Who says so", Shape::References(Wanted::Party)),
];

/// Fields of an amount.
pub const AMOUNT: &[Field] = &[
    field("label", "Label", Shape::Text),
    field("value", "Value", Shape::Decimal),
    field("value_max", "Upper value", Shape::Decimal),
    field("currency", "Currency", Shape::Currency),
    field("precision", "Precision", Shape::Choice(words::PRECISION)),
    field("nature", "Nature", Shape::Choice(words::NATURE)),
    field("period", "Over", Shape::Period),
    field("payer", "Payer", Shape::Reference(Wanted::Party)),
    field("payee", "Payee", Shape::Reference(Wanted::Party)),
    field("action", "Court action", Shape::Reference(Wanted::Action)),
    REVIEW,
    CONFIDENTIAL,
    NOTE,
];

/// Fields of a date.
pub const DATE: &[Field] = &[
    field("label", "Label", Shape::Text),
    field("date", "Date", Shape::Date),
    field("bound", "Bound", Shape::Choice(words::BOUND)),
    field("kind", "Kind", Shape::Choice(words::DATE_KIND)),
    field("action", "Court action", Shape::Reference(Wanted::Action)),
    field("owed_by", "Owed by", Shape::Reference(Wanted::Party)),
    field("set_by", "Set by", Shape::Reference(Wanted::Action)),
    field("met_by", "Met by", Shape::Reference(Wanted::ActionOrDate)),
    field("extended_to", "Extended to", Shape::Reference(Wanted::Date)),
    field("released", "Released", Shape::Choice(words::RELEASED)),
    REVIEW,
    CONFIDENTIAL,
    NOTE,
];
