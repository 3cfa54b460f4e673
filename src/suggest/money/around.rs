//! The words around a sum: how sharp it is, the time it is for, and what it is for.

use std::sync::LazyLock;

use super::reader::{Reader, Roles};
use crate::model::typed::{self, PREFIXES, SUFFIXES};
use crate::model::{Period, Precision};
use crate::suggest::tokens::{Gap, Kind};

/// Words that tell what a sum is for, parted by spaces, and the key of it in the vocabulary of natures.
pub(super) const CUES: &[(&str, &str)] = &[
    ("ceiling", "ceiling"),
    ("award awards awarded awarding", "award"),
    ("guaranteed", "guaranteed"),
    ("paid paying payment payments", "paid"),
    ("bond security bail", "security"),
    ("damages", "damages"),
    ("fine fines fined penalty penalties", "fine"),
    ("fee fees", "fee"),
    ("bid bids", "bid"),
    ("estimate estimates estimated estimating", "estimate"),
    ("settlement settlements settle settled settles settling", "settlement"),
];

/// A phrase in single words, the last one first for those before a sum.
type Phrase = (Vec<&'static str>, Precision);

static BEFORE: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| PREFIXES.iter().map(|(phrase, sharp)| (phrase.split(' ').rev().collect(), *sharp)).collect());

static AFTER: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| SUFFIXES.iter().map(|(phrase, sharp)| (phrase.split(' ').collect(), *sharp)).collect());

/// Words between a hedge and a sum that say nothing themselves: "up to a total of $5m". The last word first.
const FILLERS: &[&[&str]] = &[&["of", "total", "a"], &["of", "sum", "a"], &["of", "total"]];

/// Hedges before one sum: "up to about".
const MOST_HEDGES: usize = 3;

/// Tokens before and after a sum in which a word of what it is for is looked for.
const CUE_BEFORE: usize = 10;
const CUE_AFTER: usize = 4;

/// Tokens after a sum that may be part of its period.
const PERIOD_WORDS: usize = 8;

/// The words next to a sum in every hedge.
pub(super) fn hedge_words() -> impl Iterator<Item = &'static str> {
    let before = PREFIXES.iter().filter_map(|(phrase, _)| phrase.split(' ').next_back());
    before.chain(SUFFIXES.iter().filter_map(|(phrase, _)| phrase.split(' ').next()))
}

/// Takes in the hedges before a sum: the token where they start, and what they say. A bound weighs more than "about".
pub(super) fn hedge_before(reader: &Reader<'_>, start: usize, floor: usize) -> (usize, Option<Precision>) {
    let (mut first, mut sharp) = (start, None);
    for _ in 0..MOST_HEDGES {
        let filler = FILLERS.iter().filter_map(|words| ends_with(reader, first, floor, words)).min().unwrap_or(first);
        let Some((begin, found)) = hedge(reader, filler, floor).or_else(|| hedge(reader, first, floor)) else { break };
        first = begin;
        if sharp.is_none_or(|known| known == Precision::About) {
            sharp = Some(found);
        }
    }
    (first, sharp)
}

/// The longest hedge that ends before the token.
fn hedge(reader: &Reader<'_>, end: usize, floor: usize) -> Option<(usize, Precision)> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    if reader.token(end)?.gap == Gap::Paragraph {
        return None;
    }
    let shortened = reader.is_mark(last, '.') && reader.is_glued(last) && last > floor;
    let is_mark =
        reader.token(last).is_some_and(|token| matches!(token.kind, Kind::Mark('~' | '≈' | '<' | '≤' | '>' | '≥')));
    if !shortened && !is_mark && !reader.has(last, Roles::HEDGE) {
        return None;
    }
    let end = if shortened { last } else { end };
    let matches = BEFORE.iter().filter_map(|(words, sharp)| {
        let dotted = matches!(words[..], ["c" | "ca" | "est" | "approx" | "max" | "min"]);
        // A lone "c" without its point is a letter.
        let fits = if shortened { dotted } else { words[..] != ["c"] };
        ends_with(reader, end, floor, words).filter(|_| fits).map(|start| (start, *sharp))
    });
    let (start, sharp) = matches.min_by_key(|(start, _)| *start)?;
    let verb =
        start > floor && reader.has(start - 1, Roles::PARTICLE_VERB) && reader.is_any(start, &["over", "up", "about"]);
    let change = start > floor && reader.has(start - 1, Roles::CHANGE) && reader.is_any(start, &["up"]);
    (!verb && !change && !reader.begins_inside(start)).then_some((start, sharp))
}

/// Where the words, given from the last, start if the tokens before `end` are they.
fn ends_with(reader: &Reader<'_>, end: usize, floor: usize, words: &[&str]) -> Option<usize> {
    let start = end.checked_sub(words.len()).filter(|start| *start >= floor)?;
    let same = words.iter().zip((start..end).rev()).all(|(word, at)| reader.text(at).eq_ignore_ascii_case(word));
    same.then_some(start)
}

/// Takes in the hedge after a sum: the token after it, and what it says.
pub(super) fn hedge_after(reader: &Reader<'_>, end: usize) -> (usize, Option<Precision>) {
    let dash = usize::from(reader.is_dash(end) && reader.is_any(end + 1, &["plus"]));
    let at = end + dash;
    if !reader.has(at, Roles::HEDGE) && !reader.is_mark(at, '+') {
        return (end, None);
    }
    let spells = |words: &[&str]| {
        words.iter().enumerate().all(|(index, word)| reader.text(at + index).eq_ignore_ascii_case(word))
    };
    let longest = AFTER.iter().filter(|(words, _)| spells(words)).max_by_key(|(words, _)| words.len());
    let Some((words, sharp)) = longest else { return (end, None) };
    let after = at + words.len();
    let next = reader.token(after);
    let goes_on = match words[..] {
        ["or" | "and", _] => reader.is_any(after, &["than", "importantly"]),
        ["plus"] if dash == 1 => false,
        ["plus"] => next.is_some_and(|next| !matches!(next.kind, Kind::Mark('.' | ',' | ';' | ')'))),
        ["+"] => !reader.is_glued(at) || next.is_some_and(|next| next.is_glued() && next.kind == Kind::Number),
        _ => next.is_some_and(|next| matches!(next.kind, Kind::Word | Kind::Number) && next.gap <= Gap::Line),
    };
    if goes_on || reader.token(at).is_some_and(|token| token.gap == Gap::Paragraph) {
        (end, None)
    } else {
        (after, Some(*sharp))
    }
}

/// The time a sum is for, and the token after its words where they follow the sum directly.
pub(super) fn period(reader: &Reader<'_>, start: usize, end: usize, floor: usize) -> Option<(Period, Option<usize>)> {
    period_after(reader, end).map(|(period, after)| (period, Some(after))).or_else(|| {
        adjective_after(reader, end).or_else(|| period_before(reader, start, floor)).map(|period| (period, None))
    })
}

/// "over 10 years", "a year", "per annum", "annually", "/month", "-a-year" after a sum.
fn period_after(reader: &Reader<'_>, end: usize) -> Option<(Period, usize)> {
    let comma = reader.is_mark(end, ',');
    let at = end + usize::from(comma);
    let token = reader.token(at).filter(|token| token.gap != Gap::Paragraph)?;
    if token.is_mark('/') || reader.is_dash(at) {
        let article = at + 1 + if reader.is_dash(at) { 2 } else { 0 };
        let rate = !reader.is_dash(at) || (reader.has(at + 1, Roles::LEAD) && reader.is_dash(at + 2));
        let unit = rate.then_some(article).filter(|unit| !comma && reader.has(*unit, Roles::TIME))?;
        return Some((each(reader, unit)?, unit + 1));
    }
    if reader.has(at, Roles::RATE) {
        return rate_after(reader, at).filter(|_| !comma);
    }
    if !reader.has(at, Roles::LEAD) {
        return None;
    }
    if reader.is_any(at, &["a", "an", "per", "each", "every"]) {
        let is_rate = !comma && reader.token(at + 1)?.gap <= Gap::Line;
        if is_rate && reader.is_any(at, &["per"]) && reader.is_any(at + 1, &["annum"]) {
            return Some((each(reader, at + 1)?, at + 2));
        }
        let ago = reader.has(at + 2, Roles::AGO) || (reader.is_mark(at + 2, '-') && reader.is_glued(at + 2));
        return if is_rate && reader.has(at + 1, Roles::TIME) && !ago {
            Some((each(reader, at + 1)?, at + 2))
        } else {
            None
        };
    }
    spell(reader, at)
}

/// "over the next 10 years": from the joining word to the last unit of time.
fn spell(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let in_reach = |from: usize| (from..at + PERIOD_WORDS).take_while(|place| !reader.begins_clause(*place));
    let unit = in_reach(at + 1).find(|place| reader.has(*place, Roles::TIME))?;
    if reader.is_any(unit, &["quarter"]) || reader.has(unit + 1, Roles::AGO) {
        return None;
    }
    let extra = usize::from(reader.is_any(unit + 1, &["period", "term"]));
    let more = reader
        .has(unit + 1, Roles::AND)
        .then(|| in_reach(unit + 2).find(|place| reader.has(*place, Roles::TIME)))
        .flatten();
    let words = |last: usize| {
        let (first, last) = (reader.token(at)?, reader.token(last)?);
        typed::period(&reader.block.text[first.start..last.end])
    };
    let longer = more.and_then(|last| Some((words(last)?, last + 1)));
    longer.or_else(|| Some((words(unit + extra)?, unit + extra + 1)))
}

/// "annually" after a sum; "a $5m annual fee" has no words for it next to the sum.
fn rate_after(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let next = reader.token(at + 1);
    let before_noun =
        next.is_some_and(|next| next.kind == Kind::Word && next.gap == Gap::Space) && !reader.is_any(at, &["annually"]);
    (!before_noun && !reader.is_any(at, &["annual", "annum"]))
        .then(|| each(reader, at))
        .flatten()
        .map(|period| (period, at + 1))
}

/// One of a unit of time, or what an adverb says: "year", "monthly".
fn each(reader: &Reader<'_>, at: usize) -> Option<Period> {
    let text = reader.text(at);
    match text {
        _ if text.eq_ignore_ascii_case("annual") || text.eq_ignore_ascii_case("annum") => "P1Y".parse().ok(),
        _ if reader.has(at, Roles::RATE) => typed::period(text),
        _ => typed::period(&format!("a {text}")),
    }
}

/// "$10 billion, 10-year deal", "$5m annual fee".
fn adjective_after(reader: &Reader<'_>, end: usize) -> Option<Period> {
    let at = end + usize::from(reader.is_mark(end, ','));
    if at == end && reader.has(at, Roles::RATE) {
        return each(reader, at);
    }
    let is_loan = reader.is_any(at + 3, &["bond", "bonds", "note", "notes", "treasury", "old", "veteran"])
        || reader.is_dash(at + 3);
    compound(reader, at).filter(|_| !is_loan)
}

/// "10-year" at the token.
fn compound(reader: &Reader<'_>, at: usize) -> Option<Period> {
    let counts = reader.token(at)?.kind == Kind::Number || reader.number_word(at).is_some();
    let is_it = counts && reader.is_dash(at + 1) && reader.has(at + 2, Roles::TIME);
    let (first, last) = (reader.token(at)?, reader.token(at + 2)?);
    is_it.then(|| typed::period(&reader.block.text[first.start..last.end])).flatten()
}

/// "a 10-year, $10 billion contract", "a 10-year contract worth $10 billion", "an annual fee of $5m".
fn period_before(reader: &Reader<'_>, start: usize, floor: usize) -> Option<Period> {
    let comma = usize::from(start > floor && reader.is_mark(start - 1, ','));
    if let Some(period) = (start - comma).checked_sub(3).filter(|at| *at >= floor).and_then(|at| compound(reader, at)) {
        return Some(period);
    }
    let near =
        (start.saturating_sub(CUE_BEFORE).max(floor)..start).rev().take_while(|at| !reader.begins_clause(at + 1));
    for at in near {
        let of = reader.has(start - 1, Roles::OF) && start - at <= 5;
        if reader.has(at, Roles::RATE) && (at + 1 == start || of) {
            return each(reader, at);
        }
        let deals = ["contract", "deal", "agreement", "lease", "extension", "program", "programme", "plan", "pact"];
        if reader.is_any(at, &deals) && at >= floor + 3 {
            let worth = (at + 1..start).any(|place| reader.is_any(place, &["worth", "valued", "of", "for"]));
            return compound(reader, at - 3).filter(|_| worth && start - at <= 5);
        }
    }
    None
}

/// What a sum is for, where words of the same clause tell: those after it first, then the nearest before it.
pub(super) fn nature(
    reader: &Reader<'_>,
    start: usize,
    end: usize,
    floor: usize,
    capped: bool,
) -> Option<&'static str> {
    let first = start.saturating_sub(CUE_BEFORE).max(floor);
    if capped && (first..start).any(|at| reader.is_any(at, &["worth"]) && at + 3 >= start) {
        return Some("ceiling");
    }
    let stops = |at: usize| reader.begins_clause(at) || reader.is_mark(at, ',') || reader.has(at, Roles::AND);
    let mut after = (end..end + CUE_AFTER).take_while(|at| !stops(*at));
    let told = |at: usize, before: bool| {
        reader.nature(at).filter(|nature| *nature != "security" || secures(reader, at, before))
    };
    let after_told =
        |at: usize| told(at, false).filter(|nature| !matches!(*nature, "paid" | "estimate" | "award") || at <= end + 1);
    after
        .find_map(after_told)
        .or_else(|| (first..start).rev().take_while(|at| !reader.begins_clause(at + 1)).find_map(|at| told(at, true)))
}

/// Whether "bond" or "security" is what a court asks for, not a paper or safety.
fn secures(reader: &Reader<'_>, at: usize, before: bool) -> bool {
    let joined = reader.has(at + 1, Roles::OF) || reader.is_any(at + 1, &["in", "set"]);
    if before { joined } else { reader.is_any(at, &["bond", "bail"]) || reader.is_any(at - 1, &["in", "as", "of"]) }
}
