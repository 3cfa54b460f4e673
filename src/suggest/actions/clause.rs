//! A verb of the courts with who did it, to what, and what stands after it.

use std::ops::Range;

use super::group::{Group, Reality};
use super::nouns::Strength;
use super::phrase::{self, Phrase};
use super::sentence::Sentence;
use super::subject::{self, Nature, Subject};
use super::tail::{Tail, tail};
use super::words::{self, Act};
use crate::suggest::suggestion::Acted;

/// A verb with its clause.
pub(super) struct Clause<'s, 'a> {
    pub s: &'s Sentence<'a>,
    pub act: Act,
    pub verb: usize,
    pub group: Group,
    /// The token after the verb and a particle glued to its meaning: "threw out".
    pub after: usize,
    /// Whether the particle the act needs stands there, here or after the object.
    pub has_particle: bool,
    /// What stands before the verb: who acts, or in the passive who suffers it.
    pub subject: Subject,
    /// What it is done to.
    pub thing: Option<Phrase>,
    pub tail: Tail,
}

/// What a clause proposes.
pub(super) struct Reading {
    pub acted: Acted,
    /// The tokens of the words.
    pub words: Range<usize>,
}

impl<'s, 'a> Clause<'s, 'a> {
    pub fn new(s: &'s Sentence<'a>, act: Act, verb: usize, group: Group) -> Self {
        let subject = subject::before(s, group.start);
        let after = verb + 1 + usize::from(particles(act).iter().any(|particle| s.word_is(verb + 1, particle)));
        let with_any = matches!(act, Act::File | Act::Bring | Act::Protest);
        let mut clause = Clause {
            s,
            act,
            verb,
            group,
            after,
            has_particle: after > verb + 1,
            subject,
            thing: None,
            tail: Tail::default(),
        };
        if group.is_passive {
            clause.thing = thing_before(s, group.start);
            let is_given = matches!(act, Act::Grant | Act::Deny) && clause.thing.is_none();
            if is_given {
                // "Was granted permission to appeal"
                clause.thing = phrase::object(s, after);
            }
            let end = clause.thing.as_ref().map_or(after, |thing| clause.object_end(thing));
            clause.tail = tail(s, end, with_any);
            return clause;
        }
        let mut from = after;
        let is_in_part = s.word_is(from, "in") && s.word_is(from + 1, "part");
        if is_in_part {
            from += 2;
            // "Granted in part and denied in part the motion".
            let is_split = s.word_is(from, "and") && s.verb(from + 1).is_some() && s.word_is(from + 3, "part");
            from += if is_split { 4 } else { 0 };
        }
        clause.thing = phrase::object(s, from).or_else(|| antecedent(s, &clause.subject));
        let end = match &clause.thing {
            Some(thing) => thing.end.max(from),
            None => phrase::extent(s, from).max(from),
        };
        let late = end + usize::from(particles(act).iter().any(|particle| s.word_is(end, particle)));
        clause.has_particle |= late > end;
        clause.tail = tail(s, late, with_any);
        clause.tail.is_in_part |= is_in_part;
        clause
    }

    /// The token after what the verb is done to, or after the verb where that stands before it.
    pub fn object_end(&self, thing: &Phrase) -> usize {
        if thing.start > self.verb { thing.end } else { self.after }
    }

    /// Who acts, in bytes.
    pub fn actors(&self) -> Vec<Range<usize>> {
        if self.group.is_passive { self.tail.agent.clone() } else { self.subject.names.clone() }
    }

    /// What kind of somebody acts.
    pub fn nature(&self) -> Nature {
        if self.group.is_passive { self.tail.agent_nature } else { self.subject.nature }
    }

    pub fn is_by_court(&self) -> bool {
        self.nature() == Nature::Court
    }

    /// The court that the clause names.
    pub fn court(&self) -> Option<Range<usize>> {
        let own = if self.group.is_passive { None } else { self.subject.court.clone() };
        own.or_else(|| self.tail.court.clone())
    }

    pub fn is_unreal(&self) -> bool {
        let thing = self.thing.as_ref().is_some_and(|thing| thing.is_unreal);
        let is_open = self.subject.is_clause && self.group.is_present;
        // "Tried to have the charge thrown out"
        let is_wished = self.group.is_passive
            && self.group.start == self.verb
            && self
                .thing
                .as_ref()
                .and_then(|thing| thing.start.checked_sub(1))
                .is_some_and(|at| self.s.word_is(at, "have"));
        self.group.reality != Reality::Real || self.subject.is_conditional || is_open || is_wished || thing
    }

    /// The token after the words of a clause whose last part ends here.
    pub fn end(&self, part: usize) -> usize {
        part.max(self.tail.end)
    }

    /// The words: from the verb, with its auxiliaries where they make it unreal; in the passive from what it is done to,
    /// where that stands near.
    pub fn words(&self, end: usize) -> Range<usize> {
        let mut start =
            if self.group.reality == Reality::Real && !self.group.is_passive { self.verb } else { self.group.start };
        if self.group.is_passive
            && let Some(thing) = &self.thing
            && thing.start < start
            && start - thing.start <= 14
        {
            start = thing.start;
        }
        start..end.max(self.verb + 1)
    }

    /// An action of a kind with all that the clause gives to any.
    pub fn acted(&self, kind: &'static str, title: String) -> Acted {
        Acted {
            kind,
            title,
            by: self.actors(),
            against: Vec::new(),
            court: self.court(),
            date: self.tail.date.or(self.subject.date),
            is_unreal: self.is_unreal(),
            ..Acted::default()
        }
    }

    /// Whether a party's act on a noun is meant in the sense of the courts.
    pub fn is_filing(&self, thing: &Phrase, is_plain_verb: bool) -> bool {
        let is_against = !(thing.against.is_empty() && self.tail.against.is_empty());
        match thing.sense.strength {
            Strength::Strong => true,
            Strength::Legal => !is_plain_verb || is_against || self.s.is_legal,
            Strength::Weak => self.s.is_legal,
        }
    }
}

/// The particles without which a verb is none of the courts'.
fn particles(act: Act) -> &'static [&'static str] {
    match act {
        Act::Throw => &["out"],
        Act::Turn => &["down", "away", "aside"],
        Act::Hand => &["down"],
        Act::Strike => &["down", "out"],
        Act::Send => &["back"],
        Act::Set => &["aside"],
        _ => &[],
    }
}

/// Most tokens between a passive verb and the noun it is said of.
const REACH: usize = 26;

/// The phrase before a passive verb: "the motion by Oracle for a stay" of "was denied".
fn thing_before(s: &Sentence<'_>, start: usize) -> Option<Phrase> {
    let mut found: Option<usize> = None;
    let mut at = start;
    while let Some(last) = at.checked_sub(1).filter(|last| start - last < REACH) {
        if let Some(span) = s.span(last) {
            at = span.from;
            continue;
        }
        if found.is_none() && s.is_mark(last, ',') {
            at = comma_before(s, last)?;
            continue;
        }
        if s.noun(last).is_some() && !s.has(last, words::PREPOSITION) && !s.is_clitic(last + 1) {
            found = Some(last);
            let phrase = phrase::phrase(s, last, 0)?;
            let joins = phrase.start.checked_sub(1).filter(|at| s.has(*at, words::PREPOSITION | words::TO));
            match joins {
                Some(joining) if !s.has(joining, words::CLAUSE) => at = joining,
                _ => break,
            }
            continue;
        }
        let is_inner = found.is_none() && s.has(last, words::RELATIVE | words::BE | words::HAVE);
        let ends = !is_inner && s.has(last, words::CLAUSE | words::OTHER_VERB | words::MODAL | words::BE | words::HAVE);
        let is_boundary = ends || (found.is_some() && s.has(last, words::AND | words::PRONOUN | words::RELATIVE));
        let is_other_mark = s
            .token(last)
            .is_some_and(|token| matches!(token.kind, crate::suggest::tokens::Kind::Mark(';' | ':' | '—' | ',')));
        let is_verb =
            s.verb(last).is_some_and(|(_, forms)| found.is_some() && forms & (words::PAST | words::THIRD) != 0);
        if is_boundary || is_other_mark || is_verb {
            break;
        }
        at = last;
    }
    found.and_then(|head| phrase::phrase(s, head, 0))
}

/// The comma that opens the insertion which ends with the comma here.
fn comma_before(s: &Sentence<'_>, comma: usize) -> Option<usize> {
    (comma.saturating_sub(REACH)..comma).rfind(|at| s.is_mark(*at, ',')).or(Some(comma))
}

/// The noun before "that Oracle had filed": what a verb without an object is done to.
fn antecedent(s: &Sentence<'_>, subject: &Subject) -> Option<Phrase> {
    let relative = subject.start.checked_sub(1).filter(|at| s.has(*at, words::RELATIVE))?;
    let head = relative.checked_sub(1)?;
    let head = if s.is_mark(head, ',') { head.checked_sub(1)? } else { head };
    phrase::phrase(s, head, 0)
}
