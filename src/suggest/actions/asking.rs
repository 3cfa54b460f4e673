//! What parties ask of courts: motions, requests, petitions, appeals.

use std::ops::Range;

use super::clause::{Clause, Reading};
use super::nouns::{HEARING, RELIEF, REMAND, Strength};
use super::party::with_article;
use super::phrase;
use super::ruling::infinitive_end;
use super::sentence::Sentence;
use super::subject::Nature;
use super::tail::tail;
use super::title::title;
use super::words::{self, Noun};

pub(super) const APPEALED: (&str, &[&str]) = ("appeals", &["order", "opinion", "judgment", "dismissal"]);

/// "Filed for bankruptcy", "filed for an injunction".
pub(super) fn file_for(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let from = clause.after + 1;
    let end = phrase::extent(s, from);
    let is_bankruptcy = (from..end)
        .any(|at| ["bankruptcy", "insolvency", "administration", "chapter"].iter().any(|word| s.word_is(at, word)));
    if is_bankruptcy {
        let acted = clause.acted("other", String::from("Bankruptcy petition"));
        return Some(Reading { acted, words: clause.words(clause.end(end)) });
    }
    seek_from(clause, from)
}

/// Reads "sought an injunction", "requested a stay", "applied for bail".
pub(super) fn seek(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let is_for = s.word_is(clause.after, "for");
    let needs_for = ["apply", "applies", "applied", "applying"].iter().any(|word| s.word_is(clause.verb, word));
    if needs_for && !is_for {
        return None;
    }
    if clause.group.is_passive {
        return None;
    }
    seek_from(clause, clause.after + usize::from(is_for))
}

fn seek_from(clause: &Clause<'_, '_>, from: usize) -> Option<Reading> {
    let s = clause.s;
    let thing = phrase::object(s, from).filter(|thing| thing.is(RELIEF | HEARING))?;
    // "A lawsuit seeking an injunction" is still the lawsuit.
    if matches!(clause.nature(), Nature::Paper | Nature::Court) || !clause.is_filing(&thing, true) {
        return None;
    }
    let is_indefinite = s.word_is(thing.start, "a") || s.word_is(thing.start, "an");
    let start = if is_indefinite { thing.start } else { thing.bare };
    // "Asked for the order"
    let own = if thing.noun == Noun::Order && start == thing.head { "Motion for an" } else { "Motion for" };
    let mut acted = clause.acted("motion", title(s, own, start, thing.end));
    let tail = tail(s, thing.end, false);
    acted.date = tail.date.or(acted.date);
    acted.court = acted.court.or(tail.court);
    acted.link = Some(if thing.is(REMAND) { ("responds_to", &["complaint"]) } else { ("related", &["complaint"]) });
    acted.against.clone_from(&thing.against);
    Some(Reading { acted, words: clause.words(clause.end(thing.end)) })
}

/// What a party may move to do in court. "Moved to London", "moved to buy" are none.
const MOVES: &[&str] = &[
    "dismiss",
    "intervene",
    "compel",
    "quash",
    "strike",
    "seal",
    "unseal",
    "stay",
    "vacate",
    "disqualify",
    "suppress",
    "enjoin",
    "transfer",
    "amend",
    "remand",
    "recuse",
    "reopen",
    "consolidate",
    "certify",
    "exclude",
    "sever",
    "join",
    "withdraw",
    "supplement",
    "extend",
    "lift",
    "dissolve",
    "reconsider",
    "block",
    "bar",
    "appeal",
    "sue",
];

/// Reads "moved to dismiss", "moved for summary judgment", "moved the High Court".
pub(super) fn moved(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let at = clause.after;
    if clause.group.is_passive || clause.is_by_court() {
        return None;
    }
    if s.has(at, words::TO) {
        let is_legal = MOVES.iter().any(|verb| s.word_is(at + 1, verb));
        let is_sure = s.word_is(at + 1, "dismiss") || s.word_is(at + 1, "intervene") || s.word_is(at + 1, "quash");
        if !is_legal || !(s.is_legal || is_sure) {
            return None;
        }
        return Some(moved_for(clause, at, infinitive_end(s, at)));
    }
    if s.word_is(at, "for") {
        let thing = phrase::object(s, at + 1).filter(|thing| thing.is(RELIEF | HEARING))?;
        let is_vague = matches!(thing.noun, Noun::Order | Noun::Review | Noun::Leave | Noun::Extension | Noun::Trial);
        return (s.is_legal || !is_vague).then(|| moved_for(clause, at, thing.end));
    }
    petition_to(clause)
}

fn moved_for(clause: &Clause<'_, '_>, from: usize, end: usize) -> Reading {
    let s = clause.s;
    let mut acted = clause.acted("motion", title(s, "Motion", from, end));
    let tail = tail(s, end, false);
    acted.date = tail.date.or(acted.date);
    acted.court = acted.court.or(tail.court);
    let is_answer = s.word_is(from + 1, "dismiss") || s.word_is(from + 1, "intervene");
    acted.link = is_answer.then_some(("responds_to", &["complaint", "protest", "appeal"]));
    Reading { acted, words: clause.words(end.max(tail.end)) }
}

/// "Moved the High Court", "approached the Supreme Court": how a petition is told in India.
pub(super) fn petition_to(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let at = clause.after + usize::from(s.has(clause.after, words::DETERMINER));
    let (tokens, bytes, is_court) = s.name(at)?;
    if !is_court || !s.is_bench(tokens.start) || clause.group.is_passive || clause.is_by_court() {
        return None;
    }
    let mut acted = clause.acted("complaint", String::from("Petition"));
    acted.court = Some(bytes);
    let (names, _) = phrase::names(s, tokens.end + 1);
    if s.word_is(tokens.end, "against") {
        acted.against = names;
    }
    Some(Reading { acted, words: clause.words(tokens.end) })
}

/// Reads "asked the court to dismiss", "urged the judge to", "petitioned the court for".
pub(super) fn ask(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    if clause.group.is_passive || clause.is_by_court() {
        return None;
    }
    let (court, at) = addressee(s, clause.after);
    if s.word_is(clause.after, "for") {
        // "Asked for the order on January 24": the relief, without the court.
        return seek_from(clause, clause.after + 1);
    }
    let court = court?;
    let is_to = phrase::is_infinitive(s, at);
    let end = match () {
        () if is_to => infinitive_end(s, at),
        () if s.word_is(at, "for") => phrase::extent(s, at + 1),
        () => return petition_to(clause),
    };
    if end <= at + 1 {
        return None;
    }
    let end = phrase::object(s, at + 1).filter(|thing| !is_to && thing.end > end).map_or(end, |thing| thing.end);
    let says = |words: &[&str]| (at..end).any(|at| words.iter().any(|word| s.word_is(at, word)));
    let is_appeal = says(&["certiorari", "review", "hear"]) && says_supreme(s, clause.after, at);
    let own = if is_appeal { "Petition" } else { "Motion" };
    let mut acted = clause.acted(if is_appeal { "appeal" } else { "motion" }, title(s, own, at, end));
    acted.court = court.bytes.or(acted.court);
    let tail = tail(s, end, false);
    acted.date = acted.date.or(tail.date);
    if is_appeal {
        acted.link = Some(APPEALED);
    } else if says(&["dismiss", "intervene", "throw"]) {
        acted.link = Some(("responds_to", &["complaint", "protest", "appeal"]));
    }
    Some(Reading { acted, words: clause.words(end) })
}

fn says_supreme(s: &Sentence<'_>, from: usize, upto: usize) -> bool {
    (from..upto).any(|at| s.word_is(at, "supreme"))
}

/// A court that somebody turns to.
pub(super) struct Addressee {
    /// Its name, where it has one.
    pub bytes: Option<Range<usize>>,
}

/// The court that is asked, and the token after it.
pub(super) fn addressee(s: &Sentence<'_>, from: usize) -> (Option<Addressee>, usize) {
    let end = phrase::extent(s, from);
    let mut bytes = None;
    let mut is_court = false;
    for at in from..end {
        if let Some((tokens, name, true)) = s.name(at) {
            is_court = true;
            if s.is_bench(tokens.start) {
                bytes.get_or_insert(name);
            }
        }
        is_court |= s.has(at, words::COURT);
    }
    (is_court.then_some(Addressee { bytes }), end)
}

/// Reads "appealed the ruling", "appealed to the Federal Circuit".
pub(super) fn appeal(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let at = clause.after;
    let (court, after_to) =
        if s.has(at, words::TO) || s.word_is(at, "before") { addressee(s, at + 1) } else { (None, at) };
    // "Appeal against the ruling"
    let against = if s.word_is(at, "against") { phrase::object(s, at + 1) } else { None };
    let object = clause.thing.as_ref().or(against.as_ref()).filter(|thing| thing.sense.kind != "hearing");
    let has_to = s.has(at, words::TO) || s.word_is(at, "for");
    let is_meant = match () {
        () if clause.is_by_court() => false,
        () if court.is_some() => true,
        () if has_to => false,
        () if object.is_some() => object.is_some_and(|thing| thing.sense.strength >= Strength::Legal) || s.is_legal,
        () => s.is_legal && s.name(at).is_none_or(|(_, _, is_court)| is_court),
    };
    if !is_meant {
        return None;
    }
    let is_passive = clause.group.is_passive;
    let end = match object {
        Some(thing) if !is_passive => thing.end,
        _ if court.is_some() => after_to,
        _ => at,
    };
    let tail = tail(s, end, false);
    let named = court.and_then(|court| court.bytes).or(tail.court);
    let text =
        named.as_ref().map_or_else(|| String::from("Appeal"), |court| format!("Appeal to {}", with_article(s, court)));
    let mut acted = clause.acted("appeal", text);
    acted.court = named.or(acted.court);
    acted.date = acted.date.or(tail.date);
    acted.link = Some(APPEALED);
    Some(Reading { acted, words: clause.words(end) })
}

/// Reads "protested the award" of a bidder; people in the streets protest too.
pub(super) fn protest(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let near = clause.verb.saturating_sub(25)..clause.verb + 25;
    let is_bid = near.clone().any(|at| {
        ["award", "solicitation", "contract", "procurement", "gao", "bid", "bidder", "proposals"]
            .iter()
            .any(|word| s.word_is(at, word))
    });
    if !(s.is_legal && is_bid) || clause.group.is_passive || clause.is_by_court() {
        return None;
    }
    let end = phrase::extent(s, clause.after).max(clause.after);
    let own = if end > clause.after { "Protest of" } else { "Protest" };
    let mut acted = clause.acted("protest", title(s, own, clause.after, end));
    let tail = tail(s, end, true);
    acted.date = acted.date.or(tail.date);
    acted.court = tail.court.or(acted.court);
    Some(Reading { acted, words: clause.words(end) })
}

/// Reads "notified the court".
pub(super) fn notify(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let (court, end) = addressee(s, clause.after);
    let court = court.filter(|_| !clause.group.is_passive && !clause.is_by_court())?;
    let mut acted = clause.acted("notice", String::from("Notice to the court"));
    acted.court = court.bytes.or(acted.court);
    Some(Reading { acted, words: clause.words(end) })
}
