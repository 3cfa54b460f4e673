//! What stands after a verb and its object: who did it, where, when, "with prejudice".

use std::ops::Range;

use super::group::is_adverb;
use super::phrase::{extent, names, next_name};
use super::sentence::Sentence;
use super::subject::Nature;
use super::words;
use crate::suggest::tokens::Kind;

/// What stands after a verb and its object.
#[derive(Clone, Debug, Default)]
pub(super) struct Tail {
    /// The token after what still belongs to the words: "with prejudice", "in part".
    pub end: usize,
    /// Who did it: "by".
    pub agent: Vec<Range<usize>>,
    /// The token after who did it.
    pub agent_end: usize,
    pub agent_nature: Nature,
    pub court: Option<Range<usize>>,
    pub against: Vec<Range<usize>>,
    pub date: Option<usize>,
    pub is_in_part: bool,
    pub is_moot: bool,
}

/// Reads what stands after a verb and its object. `with_any` takes any name after "with" for the court: what is filed with
/// an agency.
pub(super) fn tail(s: &Sentence<'_>, from: usize, with_any: bool) -> Tail {
    let mut tail = Tail { end: from, ..Tail::default() };
    let mut at = from;
    for _ in 0..12 {
        let next = tail_piece(s, at, with_any, &mut tail);
        if next == at {
            break;
        }
        at = next;
    }
    if tail.date.is_none() {
        tail.date = date_ahead(s, at);
    }
    tail
}

fn tail_piece(s: &Sentence<'_>, at: usize, with_any: bool, tail: &mut Tail) -> usize {
    if let Some((tokens, date)) = s.date(at) {
        tail.date.get_or_insert(date);
        return tokens.end;
    }
    let is = |word: &str| s.word_is(at, word);
    if let Some(end) = fixed_phrase(s, at) {
        tail.is_moot |= is("as");
        tail.is_in_part |= is("in") && s.word_is(at + 1, "part");
        tail.end = end;
        return end;
    }
    if (is("on") || is("in") || is("dated") || is("late") || is("early")) && s.date(at + 1).is_some() {
        return at + 1;
    }
    if is("by") && s.date(at + 1).is_none() {
        return take_agent(s, at, tail);
    }
    if is("against") {
        let (names, end) = names(s, at + 1);
        if !names.is_empty() {
            tail.against.extend(names);
            tail.end = end;
            return end;
        }
        return at;
    }
    if is("with") || is("at") || is("before") || is("in") || is("to") || is("from") || is("of") {
        return take_court(s, at, with_any, tail);
    }
    if is_adverb(s, at) || (s.is_dateish(at) && s.is_plain(at)) { at + 1 } else { at }
}

/// "With prejudice", "in part", "under seal", "in its entirety", "on appeal".
fn fixed_phrase(s: &Sentence<'_>, at: usize) -> Option<usize> {
    const PHRASES: &[&[&str]] = &[
        &["with", "prejudice"],
        &["without", "prejudice"],
        &["in", "part"],
        &["in", "full"],
        &["in", "its", "entirety"],
        &["in", "their", "entirety"],
        &["under", "seal"],
        &["as", "moot"],
    ];
    let fits = |phrase: &&&[&str]| phrase.iter().enumerate().all(|(place, word)| s.word_is(at + place, word));
    PHRASES.iter().find(fits).map(|phrase| at + phrase.len())
}

fn take_agent(s: &Sentence<'_>, by: usize, tail: &mut Tail) -> usize {
    let (names, end) = names(s, by + 1);
    let stop = if names.is_empty() { extent(s, by + 1) } else { end };
    let is_court =
        (by + 1..stop).any(|at| s.has(at, words::COURT) || s.name(at).is_some_and(|(.., is_court)| is_court));
    let is_agency = (by + 1..stop).any(|at| s.has(at, words::AGENCY));
    tail.agent_nature = match () {
        () if stop <= by + 1 => return by,
        () if is_court => Nature::Court,
        () if is_agency => Nature::Agency,
        () if names.is_empty() => Nature::Other,
        () => Nature::Named,
    };
    if let Some((tokens, bytes, true)) = next_name(s, by + 1)
        && s.is_bench(tokens.start)
    {
        tail.court.get_or_insert(bytes);
    }
    tail.agent = names;
    tail.agent_end = stop;
    stop
}

fn take_court(s: &Sentence<'_>, at: usize, with_any: bool, tail: &mut Tail) -> usize {
    let forum = s.word_is(at, "with") || s.word_is(at, "before") || s.word_is(at, "to") || s.word_is(at, "at");
    match next_name(s, at + 1) {
        Some((tokens, bytes, is_court)) if is_court || (with_any && forum) => {
            if !is_court || s.is_bench(tokens.start) {
                tail.court.get_or_insert(bytes);
            }
            tokens.end
        }
        _ => {
            // "In court", "to an appeals court": nobody's name, but passed over.
            let end = extent(s, at + 1);
            if (at + 1..end).any(|place| s.has(place, words::COURT)) { end } else { at }
        }
    }
}

/// A date further on in the same clause: "over the award on Friday".
fn date_ahead(s: &Sentence<'_>, from: usize) -> Option<usize> {
    for at in from..from + 16 {
        if let Some((tokens, date)) = s.date(at) {
            let before = tokens.start.checked_sub(1)?;
            let is_limit = ["of", "by", "until", "since", "before", "after", "through", "from", "for", "than"];
            return (!is_limit.iter().any(|word| s.word_is(before, word))).then_some(date);
        }
        let is_mark =
            s.token(at).is_none_or(|token| matches!(token.kind, Kind::Mark(',' | ';' | ':' | '(' | '—' | '“' | '"')));
        let ends = s.has(
            at,
            words::CLAUSE
                | words::RELATIVE
                | words::AND
                | words::OTHER_VERB
                | words::TO
                | words::MODAL
                | words::HAVE
                | words::BE,
        );
        let is_verb = s.verb(at).is_some() && s.meaning(at).noun.is_none();
        if is_mark || ends || is_verb {
            return None;
        }
    }
    None
}
