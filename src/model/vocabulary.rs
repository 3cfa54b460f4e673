//! The fixed terms of the file format, with the words people see for them.
//!
//! Vocabularies are open: a term that is not listed here is kept, shown as written and listed as a fault.

/// One term of a vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// How it is written in files.
    pub key: &'static str,
    /// How it is shown.
    pub label: &'static str,
}

/// The words shown for the term written `key`, or `key` itself where the vocabulary has no such term.
#[must_use]
pub fn label_of<'a>(terms: &'static [Term], key: &'a str) -> &'a str {
    terms.iter().find(|term| term.key == key).map_or(key, |term| term.label)
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident: $($key:literal $label:literal),+ $(,)?) => {
        $(#[$doc])*
        pub const $name: &[Term] = &[$(Term { key: $key, label: $label }),+];
    };
}

vocabulary! {
    /// Where a case stands.
    CASE_STATUS: "open" "open", "stayed" "stayed", "closed" "closed"
}
vocabulary! {
    /// What a party is.
    PARTY_KIND: "person" "person", "company" "company", "government" "government", "court" "court", "other" "other"
}
vocabulary! {
    /// What another name of a party is.
    ALIAS_KIND: "legal" "legal name", "short" "short name", "former" "former name", "acronym" "acronym",
    "transliteration" "transliteration"
}
vocabulary! {
    /// The part a party has in a proceeding.
    ROLE: "plaintiff" "plaintiff", "defendant" "defendant", "protester" "protester", "agency" "agency",
    "intervenor" "intervenor", "petitioner" "petitioner", "respondent" "respondent", "appellant" "appellant",
    "appellee" "appellee", "counsel" "counsel", "amicus" "amicus curiae"
}
vocabulary! {
    /// Where a proceeding stands.
    PROCEEDING_STATUS: "pending" "pending", "stayed" "stayed", "closed" "closed"
}
vocabulary! {
    /// What a court action is.
    ACTION_KIND: "complaint" "complaint", "protest" "protest", "motion" "motion", "answer" "answer", "brief" "brief",
    "order" "order", "opinion" "opinion", "judgment" "judgment", "remand" "remand", "appeal" "appeal",
    "settlement" "settlement", "dismissal" "dismissal", "hearing" "hearing", "notice" "notice", "other" "other"
}
vocabulary! {
    /// Where a court action stands.
    ACTION_STATUS: "pending" "pending", "decided" "decided", "withdrawn" "withdrawn"
}
vocabulary! {
    /// What came of a court action.
    OUTCOME: "granted" "granted", "granted_in_part" "granted in part", "denied" "denied", "dismissed" "dismissed",
    "affirmed" "affirmed", "reversed" "reversed", "vacated" "vacated", "remanded" "remanded", "moot" "moot",
    "withdrawn" "withdrawn", "settled" "settled"
}
vocabulary! {
    /// How one court action bears on another; `related` joins any two records.
    LINK_KIND: "responds_to" "responds to", "seeks" "seeks", "decides" "decides", "stays" "stays",
    "remands" "remands", "appeals" "appeals", "affirms" "affirms", "reverses" "reverses", "vacates" "vacates",
    "amends" "amends", "extends" "extends", "consolidates" "consolidates", "withdraws" "withdraws", "moots" "moots",
    "supersedes" "supersedes", "related" "is related to"
}
vocabulary! {
    /// The same links, read from their other end.
    LINK_KIND_REVERSED: "responds_to" "is answered by", "seeks" "is sought by", "decides" "is decided by",
    "stays" "is stayed by", "remands" "is remanded by", "appeals" "is appealed by", "affirms" "is affirmed by",
    "reverses" "is reversed by", "vacates" "is vacated by", "amends" "is amended by", "extends" "is extended by",
    "consolidates" "is consolidated by", "withdraws" "is withdrawn by", "moots" "is mooted by",
    "supersedes" "is superseded by", "related" "is related to"
}
vocabulary! {
    /// How exact a sum is.
    PRECISION: "exact" "exactly", "about" "about", "at_most" "up to", "at_least" "at least", "range" "between"
}
vocabulary! {
    /// What a sum of money is for.
    NATURE: "ceiling" "contract ceiling", "award" "award", "guaranteed" "guaranteed", "paid" "paid",
    "security" "security", "damages" "damages", "fine" "fine", "fee" "fee", "bid" "bid", "estimate" "estimate",
    "settlement" "settlement", "other" "other"
}
vocabulary! {
    /// How a date bounds what happened.
    BOUND: "on" "on", "by" "by", "from" "from", "within" "within", "throughout" "throughout"
}
vocabulary! {
    /// What a date is.
    DATE_KIND: "event" "event", "deadline" "deadline", "hearing" "hearing", "filing" "filing",
    "decision" "decision", "publication" "publication", "other" "other"
}
vocabulary! {
    /// Why a deadline no longer binds.
    RELEASED: "moot" "moot", "waived" "waived"
}
vocabulary! {
    /// In what manner something is said.
    MODE: "reported" "reported", "alleged" "alleged", "argued" "argued", "ordered" "ordered", "ruled" "ruled",
    "expected" "expected"
}
vocabulary! {
    /// How far a person has looked at a record.
    REVIEW: "to_check" "to check", "verified" "verified", "do_not_publish" "do not publish"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_readings_of_links_list_the_same_kinds() {
        let keys = |terms: &[Term]| terms.iter().map(|term| term.key).collect::<Vec<_>>();
        assert_eq!(keys(LINK_KIND), keys(LINK_KIND_REVERSED));
    }

    #[test]
    fn an_unknown_term_is_shown_as_written() {
        assert_eq!(label_of(OUTCOME, "granted_in_part"), "granted in part");
        assert_eq!(label_of(OUTCOME, "splendid"), "splendid");
    }
}
