//! Actions that only a noun tells: "Amazon's lawsuit against the Navy", "a ruling by the Federal Circuit", "the dismissal of
//! the suit", "the injunction of February 13".

use std::ops::Range;

use super::clause::Reading;
use super::court::{DECIDES, decided};
use super::group::is_adverb;
use super::nouns::{APPEAL, CLAIM, DECISION, DISMISSAL, MOTION, ORDER, PAPER, PROTEST, REMAND, SETTLEMENT, Strength};
use super::party::{filing_title, kind_and_link};
use super::phrase::{self, Phrase};
use super::sentence::Sentence;
use super::title::title;
use super::words::{self, Noun};
use crate::suggest::suggestion::Acted;

/// What stands beside a noun.
#[derive(Default)]
struct Beside {
    by: Vec<Range<usize>>,
    court: Option<Range<usize>>,
    date: Option<usize>,
    start: usize,
    end: usize,
    is_by_court: bool,
}

/// Reads the noun here, where the words beside it tell whose it is, whom it is against, or of when.
pub(super) fn read(s: &Sentence<'_>, head: usize) -> Option<Reading> {
    if phrase::last_noun(s, head) != head {
        return None;
    }
    let thing = phrase::phrase(s, head, 0)?;
    let is_courts = thing.is(ORDER | DECISION | DISMISSAL | REMAND);
    let is_partys =
        thing.is(CLAIM | PROTEST | MOTION | APPEAL | SETTLEMENT) || (thing.is(PAPER) && thing.noun != Noun::Filing);
    let is_vague = matches!(
        thing.noun,
        Noun::Case
            | Noun::Claim
            | Noun::Charge
            | Noun::Fine
            | Noun::Sentence
            | Noun::Answer
            | Noun::Response
            | Noun::Objection
    );
    if !(is_courts || is_partys) || is_vague || !is_sure(s, &thing) {
        return None;
    }
    let beside = beside(s, &thing, is_courts);
    let has_object = thing.is(DISMISSAL) && thing.end > thing.head + 1;
    let tells =
        !beside.by.is_empty() || !thing.against.is_empty() || beside.date.is_some() || beside.is_by_court || has_object;
    if !tells {
        return None;
    }
    let acted = if is_courts { of_court(s, &thing, &beside) } else { of_party(s, &thing, &beside) };
    Some(Reading { acted, words: beside.start.min(thing.start)..beside.end.max(thing.end) })
}

fn is_sure(s: &Sentence<'_>, thing: &Phrase) -> bool {
    let is_apart = matches!(thing.noun, Noun::Action | Noun::Proceedings | Noun::Challenge);
    let is_named_legal = thing.head > thing.start && s.has(thing.head - 1, words::LEGAL);
    match thing.sense.strength {
        Strength::Strong => true,
        _ if is_apart => is_named_legal,
        Strength::Legal | Strength::Weak => s.is_legal,
    }
}

fn beside(s: &Sentence<'_>, thing: &Phrase, is_courts: bool) -> Beside {
    let mut beside = Beside { start: thing.start, end: thing.end, ..Beside::default() };
    if let Some(owner) = thing.possessor.clone() {
        // A plaintiff's injunction was not given by the plaintiff.
        if is_courts == thing.is_courts {
            beside.by.push(owner);
        }
    }
    beside.is_by_court = is_courts && thing.is_courts;
    let mut at = thing.end;
    for _ in 0..6 {
        let next = piece(s, at, is_courts, &mut beside);
        if next == at {
            break;
        }
        at = next;
    }
    if beside.date.is_none() {
        date_within(s, thing, &mut beside);
    }
    beside
}

/// "The February ruling".
fn date_within(s: &Sentence<'_>, thing: &Phrase, beside: &mut Beside) {
    let from = thing.start.saturating_sub(1);
    let Some((tokens, date)) = (from..thing.head).find_map(|at| s.date(at)) else { return };
    let has_article = tokens.start > 0 && s.has(tokens.start - 1, words::DETERMINER);
    if has_article || thing.start <= tokens.start {
        beside.date = Some(date);
        beside.start = tokens.start - usize::from(has_article);
    }
}

fn piece(s: &Sentence<'_>, at: usize, is_courts: bool, beside: &mut Beside) -> usize {
    let is = |word: &str| s.word_is(at, word);
    if let Some((tokens, date)) = s.date(at).filter(|_| takes_date(s, at, is_courts)) {
        beside.date.get_or_insert(date);
        beside.end = tokens.end;
        return tokens.end;
    }
    if (is("of") || is("on") || is("dated") || is("in") || is("from")) && s.date(at + 1).is_some() {
        return if takes_date(s, at + 1, is_courts) { at + 1 } else { at };
    }
    if is_given(s, at) || is_adverb(s, at) {
        return at + 1;
    }
    if is("by") || is("from") {
        let (names, end) = phrase::names(s, at + 1);
        let stop = if names.is_empty() { phrase::extent(s, at + 1) } else { end };
        let is_court =
            (at + 1..stop).any(|at| s.has(at, words::COURT) || s.name(at).is_some_and(|(.., is_court)| is_court));
        if stop <= at + 1 || (is_courts != is_court && is("from")) {
            return at;
        }
        beside.is_by_court |= is_courts && is_court;
        beside.by.extend(names);
        beside.end = stop;
        return stop;
    }
    if is("in") || is("before") || is("with") || is("at") || is("to") || (is("of") && beside.is_by_court) {
        let from = at + 1 + usize::from(s.has(at + 1, words::DETERMINER));
        if let Some((tokens, bytes, true)) = s.name(from) {
            beside.court.get_or_insert(bytes);
            return tokens.end;
        }
    }
    at
}

/// "Filed", "issued" after a noun.
fn is_given(s: &Sentence<'_>, at: usize) -> bool {
    ["filed", "brought", "issued", "entered", "dated", "handed"].iter().any(|word| s.word_is(at, word))
}

/// Whether a date after a noun is its own: "the order of May 2", "a ruling on Friday". What a party filed has the date of
/// its verb.
fn takes_date(s: &Sentence<'_>, date: usize, is_courts: bool) -> bool {
    let Some(before) = date.checked_sub(1) else { return false };
    let is_loose = s.word_is(before, "on") || s.word_is(before, "in");
    let is_given = is_given(s, before) || (is_loose && before > 0 && is_given(s, before - 1));
    is_given || is_courts || s.word_is(before, "of") || s.word_is(before, "dated")
}

fn of_court(s: &Sentence<'_>, thing: &Phrase, beside: &Beside) -> Acted {
    let mut acted = Acted {
        kind: thing.sense.kind,
        title: title(s, "", thing.bare, thing.end),
        by: beside.by.clone(),
        against: thing.against.clone(),
        court: beside.court.clone(),
        date: beside.date,
        is_unreal: thing.is_unreal || is_hypothetical(s, thing),
        link: Some(DECIDES),
        ..Acted::default()
    };
    if thing.is(DISMISSAL) {
        acted.outcome = Some("dismissed");
        acted.link = Some(("decides", &["complaint", "protest", "appeal"]));
    } else if thing.is(REMAND) {
        acted.outcome = Some("remanded");
        acted.link = Some(("remands", &["order", "opinion", "judgment", "complaint"]));
    } else if matches!(thing.noun, Noun::Subpoena | Noun::Warrant) {
        acted.link = None;
    }
    acted.court = acted.court.or_else(|| court_among(s, &beside.by));
    decided(acted)
}

fn court_among(s: &Sentence<'_>, names: &[Range<usize>]) -> Option<Range<usize>> {
    let court = names.iter().find(|name| {
        let words = s.text().get((*name).clone()).unwrap_or_default();
        ["Court", "Circuit", "Tribunal"].iter().any(|word| words.contains(word))
    });
    court.cloned()
}

fn of_party(s: &Sentence<'_>, thing: &Phrase, beside: &Beside) -> Acted {
    let (kind, link) = kind_and_link(s, thing);
    let mut acted = Acted {
        kind,
        title: filing_title(s, thing, &thing.against),
        by: beside.by.clone(),
        against: thing.against.clone(),
        court: beside.court.clone(),
        date: beside.date,
        is_unreal: thing.is_unreal || is_hypothetical(s, thing),
        link,
        ..Acted::default()
    };
    if thing.is(SETTLEMENT) {
        acted.outcome = Some("settled");
        acted.link = Some(("related", &["complaint", "protest", "appeal"]));
    }
    let is_pending = (beside.end..beside.end + 12)
        .take_while(|at| !s.is_mark(*at, ';'))
        .any(|at| s.word_is(at, "pending") && s.has(at.saturating_sub(1), words::BE | words::ADVERB));
    acted.status = (is_pending && !acted.is_unreal).then_some("pending");
    acted
}

/// "The threat of a lawsuit", "considering an appeal", "to avoid a lawsuit".
fn is_hypothetical(s: &Sentence<'_>, thing: &Phrase) -> bool {
    let hints = [
        "threat",
        "threats",
        "prospect",
        "risk",
        "possibility",
        "considering",
        "weighing",
        "avoid",
        "averting",
        "avert",
        "if",
        "without",
        "consider",
        "threaten",
        "threatened",
        "expected",
        "preparing",
        "planning",
    ];
    (thing.start.saturating_sub(3)..thing.start).any(|at| hints.iter().any(|hint| s.word_is(at, hint)))
}
