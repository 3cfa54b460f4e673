//! Who speaks: the names in the subject of a verb of saying, or the noun phrase where nobody is named.

use std::ops::Range;

use super::voices::{self, Speech};
use super::words::{self, Manner};
use crate::suggest::actions::phrase;
use crate::suggest::actions::subject::{self, Nature};
use crate::suggest::actions::words as roles;

/// Who speaks.
#[derive(Debug, Default)]
pub(super) struct Speaker {
    /// The names, or a noun phrase, in bytes.
    pub names: Vec<Range<usize>>,
    /// Whether it is a court or a judge.
    pub is_court: bool,
    /// Whether anybody stands there at all.
    pub is_somebody: bool,
}

/// The first token of the subject of a verb whose group begins at `start`.
pub(super) fn start_of(speech: &Speech<'_>, start: usize) -> usize {
    let from = subject::before(&speech.s, start).start;
    // A subject does not reach into a quotation before it.
    (from..start).rfind(|at| speech.is_quote(*at)).map_or(from, |at| at + 1)
}

/// Who says the verb at `verb`, whose auxiliaries begin at `start`.
pub(super) fn speaker(speech: &Speech<'_>, start: usize, verb: usize) -> Speaker {
    let s = &speech.s;
    let opens = start > 0 && (s.is_mark(start - 1, ',') || speech.is_quote(start - 1));
    // "…," said a spokesperson
    if opens && start == verb && is_inverted(speech, verb) {
        return phrase_at(speech, verb + 1, speech.len());
    }
    let found = subject::before(s, start);
    let from = start_of(speech, start);
    let is_court = found.nature == Nature::Court;
    if from == found.start && !found.names.is_empty() {
        return Speaker { names: found.names, is_court, is_somebody: true };
    }
    if from >= start {
        return Speaker::default();
    }
    let is_pronoun = from + 1 == start && s.has(from, roles::PRONOUN);
    if is_pronoun {
        let names = antecedent(speech, from);
        return Speaker { is_court: false, is_somebody: true, names };
    }
    let mut speaker = phrase_at(speech, from, start);
    speaker.is_court |= is_court;
    speaker
}

/// Whether the subject follows its verb: a phrase stands there, and nothing that would make a clause of it.
fn is_inverted(speech: &Speech<'_>, verb: usize) -> bool {
    let s = &speech.s;
    if !is_phrase(speech, verb + 1) {
        return false;
    }
    let (_, after_names) = phrase::names(s, verb + 1);
    let end = after_names.max(phrase::extent(s, verb + 1));
    let has_verb =
        s.has(end, roles::BE | roles::HAVE | roles::MODAL | roles::DO | roles::OTHER_VERB) || s.verb(end).is_some();
    // "…,” said Ortiz" needs no more; after a bare comma, the phrase has to end the clause.
    !has_verb && (speech.is_quote(verb - 1) || speech.ends_clause(end))
}

/// Whether a noun phrase begins here that can be a speaker.
fn is_phrase(speech: &Speech<'_>, at: usize) -> bool {
    let s = &speech.s;
    let is_pronoun = s.has(at, roles::PRONOUN) && !s.has(at, roles::DETERMINER);
    s.name(at).is_some()
        || (s.has(at, roles::DETERMINER | roles::QUANTITY) && !s.has(at, roles::CLAUSE))
        || (s.is_plain(at)
            && !is_pronoun
            && !s.has(at, roles::PREPOSITION | roles::CLAUSE | roles::TO | roles::ADVERB | roles::AND))
}

/// The speaker in the noun phrase that begins here and ends before `limit`: its name ("a spokesperson for the Navy"), or
/// itself.
fn phrase_at(speech: &Speech<'_>, from: usize, limit: usize) -> Speaker {
    let s = &speech.s;
    let (names, after_names) = phrase::names(s, from);
    if !names.is_empty() && after_names <= limit {
        let is_court = (from..from + 6).find_map(|at| s.name(at)).is_some_and(|(.., is_court)| is_court);
        return Speaker { names, is_court, is_somebody: true };
    }
    let end = noun_phrase_end(speech, from).min(limit);
    if end == from {
        return Speaker::default();
    }
    let is_court = (from..end).any(|at| s.has(at, roles::COURT));
    // "A spokesperson for the Navy", "lawyers at Harbour Law", "a filing by Oracle"
    let joins = ["for", "of", "at", "by", "from", "with"];
    if joins.iter().any(|word| s.word_is(end, word)) {
        let (names, _) = phrase::names(s, end + 1);
        if !names.is_empty() && !is_court {
            return Speaker { names, is_court, is_somebody: true };
        }
    }
    Speaker { names: vec![s.bytes(from, end)], is_court, is_somebody: true }
}

/// Where a noun phrase ends, with "familiar with the matter" and the like.
fn noun_phrase_end(speech: &Speech<'_>, from: usize) -> usize {
    let s = &speech.s;
    let end = phrase::extent(s, from);
    // "People familiar with the plan" reads on as one phrase; its end is the next preposition.
    let joins = ["familiar", "briefed", "close"];
    let own = (from + 1..end).find(|at| joins.iter().any(|word| s.word_is(*at, word)));
    let knows = match own {
        Some(at) => Some(at),
        None => joins.iter().any(|word| s.word_is(end, word)).then_some(end),
    };
    let Some(knows) = knows else {
        // "said a spokesperson on Friday"
        return (from + 1..end).find(|at| s.is_dateish(*at)).unwrap_or(end);
    };
    let is_joined = ["with", "on", "to", "by"].iter().any(|word| s.word_is(knows + 1, word));
    if is_joined { phrase::extent(s, knows + 2).max(knows) } else { end }
}

/// The source after "according to", and the manner of what it holds.
pub(super) fn source(speech: &Speech<'_>, from: usize) -> (Vec<Range<usize>>, Manner) {
    let s = &speech.s;
    let mut end = noun_phrase_end(speech, from).max(from);
    if end == from {
        end = from + 1;
    }
    let paper = (from..end).rev().find_map(|at| words::paper(&speech.lower(at)));
    let is_court = (from..end).any(|at| s.has(at, roles::COURT) || s.name(at).is_some_and(|(.., is_court)| is_court));
    let is_papers =
        (from..end).any(|at| ["documents", "records", "papers", "filings"].iter().any(|word| s.word_is(at, word)));
    let manner = match paper {
        Some(manner) => manner,
        None if is_court && !is_papers => Manner::Ruled,
        None => Manner::Reported,
    };
    if !is_phrase(speech, from) {
        return (Vec::new(), manner);
    }
    (phrase_at(speech, from, speech.len()).names, manner)
}

/// Whose claim it is: "Oracle's claim that".
pub(super) fn owner(speech: &Speech<'_>, noun: usize) -> Vec<Range<usize>> {
    let s = &speech.s;
    let owner = (noun.saturating_sub(3)..noun).rfind(|at| s.is_clitic(*at)).and_then(|at| at.checked_sub(1));
    owner.and_then(|at| s.name(at)).map(|(_, bytes, _)| vec![bytes]).unwrap_or_default()
}

/// Whom "he", "she", "it" or "they" mean: who spoke before in the sentence, else its first name, else whoever the sentence
/// before names.
fn antecedent(speech: &Speech<'_>, pronoun: usize) -> Vec<Range<usize>> {
    let s = &speech.s;
    let earlier = (0..pronoun).filter(|at| !speech.is_quoted(*at)).find_map(|at| s.name(at));
    if let Some((_, bytes, _)) = earlier {
        return vec![bytes];
    }
    let Some(before) = &speech.before else { return Vec::new() };
    voices::with_speech(speech.text, before, None, false, |near| {
        let names = (0..near.len()).filter(|at| !near.is_quoted(*at)).find_map(|at| near.s.name(at));
        names.map(|(_, bytes, _)| vec![bytes]).unwrap_or_default()
    })
}
