//! What the words around a date tell: on which side of the anchor it lies, how the event lies to it, and what happens.

use super::reader::Reader;
use super::words::{Happening, Role, Tense, Third};
use crate::model::Bound;
use crate::suggest::tokens::{Gap, Kind};

/// Tokens looked at on each side of a date.
const REACH: usize = 16;

/// Words beside a date up to which it stands in no sentence.
const FEW: usize = 3;

/// What the clause around a date tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Clause {
    pub tense: Tense,
    /// Too few words stand around it for a sentence, as in a table or a heading.
    pub is_fragment: bool,
    pub kind: Option<Happening>,
    /// The tense is that of an order or a duty, told in the past: "ordered it to pay by".
    pub is_ordered: bool,
}

/// The clause around the tokens from `start` to `end`.
pub(super) fn clause(reader: &Reader<'_>, start: usize, end: usize) -> Clause {
    let mut found = Clause::default();
    let mut words = 0;
    let mut at = start;
    for _ in 0..REACH {
        if at == 0 || reader.tokens[at].gap >= Gap::Line || ends_sentence(reader, at - 1) {
            break;
        }
        at -= 1;
        words += usize::from(reader.tokens[at].kind == Kind::Word);
        found.kind = found.kind.or(reader.meaning(at).kind);
        if found.tense == Tense::None {
            found.tense = tense_at(reader, at);
        }
    }
    let mut at = end;
    while at < reader.tokens.len().min(end + REACH) {
        if reader.tokens[at].gap >= Gap::Line || ends_sentence(reader, at) {
            break;
        }
        words += usize::from(reader.tokens[at].kind == Kind::Word);
        found.kind = found.kind.or(reader.meaning(at).kind);
        if found.tense == Tense::None {
            found.tense = tense_at(reader, at);
        }
        at += 1;
    }
    found.is_fragment = found.tense == Tense::None && words <= FEW;
    found
}

/// Whether a sentence, or a clause behind a semicolon, ends with this token.
fn ends_sentence(reader: &Reader<'_>, at: usize) -> bool {
    match reader.tokens[at].kind {
        Kind::Mark('!' | '?' | ';') => true,
        Kind::Mark('.') => {
            // A full stop after a short word with a capital is one of an abbreviation: "Sept.", "Mr.".
            let short = at > 0 && reader.tokens[at - 1].kind == Kind::Word && {
                let before = &reader.tokens[at - 1];
                before.end - before.start <= 4 && reader.is_capital(at - 1) && reader.tokens[at].is_glued()
            };
            let next = reader.tokens.get(at + 1);
            !short && next.is_none_or(|next| next.gap >= Gap::Space)
        }
        _ => false,
    }
}

/// Words that "to" and a verb follow where something is ahead.
const LEAN: &[&str] = &["set", "have", "has", "need", "needs", "want", "wants", "likely", "going", "ready", "about"];

fn word<'a>(reader: &Reader<'a>, at: usize) -> &'a str {
    reader.tokens.get(at).map_or("", |token| &reader.text[token.range()])
}

/// What a token tells of the side; a participle goes with the auxiliaries before it.
fn tense_at(reader: &Reader<'_>, at: usize) -> Tense {
    match reader.meaning(at).tense {
        // "Due to" gives a reason.
        Tense::Ahead if word(reader, at) == "due" && word(reader, at + 1) == "to" => return Tense::None,
        Tense::Ahead => return Tense::Ahead,
        // "to" is a modal before a verb only, and "may" the month elsewhere.
        Tense::Modal if reader.meaning(at).role == Role::None && !is_reported(reader, at) => return Tense::Ahead,
        Tense::Modal if at > 0 && word(reader, at) == "to" && LEAN.contains(&word(reader, at - 1)) => {
            return Tense::Ahead;
        }
        Tense::Helper | Tense::Modal => return Tense::None,
        _ => {}
    }
    if !reader.is_past(at) {
        return Tense::None;
    }
    for before in (at.saturating_sub(4)..at).rev() {
        if reader.tokens[before].kind != Kind::Word {
            break;
        }
        match reader.meaning(before).tense {
            Tense::Modal | Tense::Ahead => return Tense::Ahead,
            Tense::Helper => {}
            Tense::Back => return Tense::Back,
            Tense::None => {
                let token = &reader.tokens[before];
                if !reader.text[token.range()].ends_with("ly") {
                    break;
                }
            }
        }
    }
    Tense::Back
}

/// Verbs of the past whose infinitive is still to be done: "ordered it to pay".
const ORDERS: &[&str] = &[
    "ordered",
    "told",
    "asked",
    "directed",
    "required",
    "instructed",
    "commanded",
    "urged",
    "obliged",
    "obligated",
    "bound",
    "agreed",
    "promised",
    "pledged",
    "vowed",
    "committed",
    "undertook",
    "demanded",
    "requested",
    "warned",
    "invited",
    "reminded",
    "compelled",
    "mandated",
    "called",
    "set",
    "supposed",
    "allowed",
    "permitted",
    "given",
    "gave",
];

/// Verbs that leave somebody a time: "gave it until".
const LEAVES: &[&str] = &[
    "gave",
    "given",
    "had",
    "has",
    "have",
    "gives",
    "granted",
    "allowed",
    "postponed",
    "delayed",
    "adjourned",
    "extended",
    "continued",
    "rescheduled",
    "suspended",
    "paused",
    "stayed",
    "deferred",
    "barred",
    "ordered",
];

/// What an infinitive does not begin with.
const NO_VERB: &[&str] =
    &["its", "his", "her", "their", "our", "your", "my", "it", "them", "him", "us", "more", "less"];

/// Whether a latest time, whose preposition is the token `lead`, is set by an order or for a duty: "ordered the company
/// to post a bond by", "was told to pay before", "gave it until", "must answer the amended complaint by".
pub(super) fn is_ordered(reader: &Reader<'_>, lead: usize) -> bool {
    let until = reader.meaning(lead).role == Role::Until;
    let mut is_infinitive = false;
    let floor = lead.saturating_sub(REACH + FEW);
    for at in (floor..lead).rev() {
        if ends_sentence(reader, at) || reader.tokens[at + 1].gap >= Gap::Line {
            return false;
        }
        let (this, next) = (word(reader, at), word(reader, at + 1));
        match this {
            "to" if begins_infinitive(reader, at + 1) => {
                is_infinitive = true;
                if at > 0 && matches!(word(reader, at - 1), "was" | "were" | "is" | "are" | "has" | "have") {
                    return true;
                }
            }
            "must" | "shall" | "will" | "'ll" if next != "have" => return true,
            _ if is_infinitive && ORDERS.contains(&this) => return true,
            _ if until && !is_infinitive && LEAVES.contains(&this) => return true,
            _ if reader.is_past(at) && !is_attribute(reader, at) => return false,
            _ => {}
        }
    }
    false
}

/// Whether the verb of "to" stands here.
fn begins_infinitive(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens.get(at).is_some_and(|token| token.kind == Kind::Word)
        && !reader.is_capital(at)
        && !matches!(reader.meaning(at).role, Role::The | Role::A | Role::Which(_) | Role::Day(_) | Role::Card(_))
        && !NO_VERB.contains(&word(reader, at))
}

/// Whether a participle goes with a noun: "the amended complaint".
fn is_attribute(reader: &Reader<'_>, at: usize) -> bool {
    let before = word(reader, at.saturating_sub(1));
    matches!(before, "the" | "a" | "an" | "its" | "his" | "her" | "their" | "any" | "all")
}

/// Whether "could" or "would" and the like speak of what happened: "could have".
fn is_reported(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens.get(at + 1).is_some_and(|next| &reader.text[next.range()] == "have")
}

/// What stands before a date: the bound, and where the words of it begin.
pub(super) fn bound(reader: &Reader<'_>, start: usize) -> (Option<Bound>, usize) {
    let mut at = start;
    while at > 0 && matches!(reader.role_before(at), Role::The | Role::About) {
        at -= 1;
    }
    // "by the end of" what follows, "since the start of".
    let inner = at;
    let found = lead(reader, inner);
    if found.0 == Some(Bound::On) {
        // "No later than 5 p.m. on May 5".
        let hour = before_clock(reader, found.1);
        let (edge, place) = lead(reader, hour);
        if hour < found.1 && matches!(edge, Some(Bound::By | Bound::From)) {
            return (edge, place);
        }
    }
    if found.0.is_some() {
        return found;
    }
    if reader.role_before(at) == Role::Of && at >= 2 && matches!(reader.meaning(at - 2).role, Role::Third(_)) {
        let edge = reader.meaning(at - 2).role;
        let mut before = at - 2;
        while before > 0 && reader.role_before(before) == Role::The {
            before -= 1;
        }
        let (bound, place) = lead(reader, before);
        return match (edge, bound) {
            (Role::Third(Third::End), Some(Bound::By)) | (Role::Third(Third::Start), Some(Bound::From)) => {
                (bound, place)
            }
            _ => (None, start),
        };
    }
    (None, start)
}

/// The place of a time of day that ends right before a token, or the token itself.
fn before_clock(reader: &Reader<'_>, at: usize) -> usize {
    const CLOCK: &[&str] = &[
        "am", "pm", "a.m.", "p.m.", "noon", "midnight", "et", "est", "edt", "pt", "gmt", "utc", "time", "eastern",
        "local",
    ];
    let mut start = at;
    while start > 0 && at - start < 7 {
        let token = &reader.tokens[start - 1];
        let is_clock = match token.kind {
            Kind::Number | Kind::Mark(':' | '.') => true,
            Kind::Word => CLOCK.contains(&word(reader, start - 1).to_lowercase().as_str()),
            _ => false,
        };
        if !is_clock {
            break;
        }
        start -= 1;
    }
    start
}

/// The preposition right before a token.
fn lead(reader: &Reader<'_>, at: usize) -> (Option<Bound>, usize) {
    let role = |back: usize| if at >= back { reader.role_before(at + 1 - back) } else { Role::None };
    let word = |back: usize| {
        at.checked_sub(back).and_then(|place| reader.tokens.get(place)).map_or("", |token| &reader.text[token.range()])
    };
    let is = |back: usize, what: &str| word(back).eq_ignore_ascii_case(what);
    let (bound, length) = match role(1) {
        Role::Before if is(2, "or") && is(3, "on") => (Bound::By, 3),
        Role::Before if is(2, "not") => (Bound::From, 2),
        Role::By | Role::Until | Role::Before | Role::Through if !is(2, "all") => (Bound::By, 1),
        Role::Than if is(2, "later") && (is(3, "no") || is(3, "not")) => (Bound::By, 3),
        Role::Than if is(2, "earlier") && (is(3, "no") || is(3, "not")) => (Bound::From, 3),
        Role::Than if is(2, "later") => (Bound::From, 2),
        Role::Than if is(2, "earlier") => (Bound::By, 2),
        Role::To if is(2, "prior") || is(2, "up") => (Bound::By, 2),
        Role::After if is(2, "or") && is(3, "on") => (Bound::From, 3),
        Role::From | Role::Since | Role::After | Role::Starting => (Bound::From, 1),
        Role::Third(Third::Start) if is(1, "beginning") => (Bound::From, 1),
        Role::Of if is(2, "as") => (Bound::From, 2),
        Role::Of | Role::Through if is(2, "all") => (Bound::Throughout, 2),
        Role::On | Role::In
            if matches!(role(2), Role::Starting)
                || (matches!(role(2), Role::Third(Third::Start)) && is(2, "beginning")) =>
        {
            (Bound::From, 2)
        }
        Role::On => (Bound::On, 1),
        Role::In | Role::During | Role::Within | Role::Over => (Bound::Within, 1),
        Role::Throughout => (Bound::Throughout, 1),
        _ => return (None, at),
    };
    (Some(bound), at.saturating_sub(length))
}
