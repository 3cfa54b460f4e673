//! What courts say and command: rulings, orders to do something, bans, verdicts, hearings.

use super::clause::{Clause, Reading};
use super::court::{DECIDES, decided};
use super::group::Reality;
use super::nouns::{APPEAL, CLAIM, HEARING, MOTION, PROTEST, Strength};
use super::phrase;
use super::sentence::Sentence;
use super::subject::Nature;
use super::tail::tail;
use super::title::title;
use super::words::{self, Act, Noun};

/// Reads "ruled against", "ruled that", "held that", "sided with".
pub(super) fn rule(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    if !clause.is_by_court() || s.word_is(clause.after, "out") {
        return None;
    }
    let at = clause.after;
    let side = match clause.act {
        Act::Side => s.word_is(at, "with").then_some(at + 1)?,
        _ if s.word_is(at, "against") || s.word_is(at, "for") => at + 1,
        _ if s.word_is(at, "in") && (s.word_is(at + 1, "favor") || s.word_is(at + 1, "favour")) => at + 3,
        _ => return ruled_that(clause),
    };
    let end = phrase::extent(s, side).max(side);
    let (names, _) = phrase::names(s, side);
    let is_against = s.word_is(at, "against");
    let own = if is_against { "Ruling against" } else { "Ruling for" };
    let mut acted = clause.acted("opinion", title(s, own, side, end));
    acted.link = Some(DECIDES);
    if is_against {
        acted.against = names;
    }
    Some(Reading { acted: decided(acted), words: clause.words(clause.end(end)) })
}

/// "Ruled that …", "held that …", "ruled on Friday": what was ruled is for a person to say.
fn ruled_that(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let says = (clause.after..clause.after + 5).any(|at| s.word_is(at, "that"));
    let is_bare = clause.act == Act::Rule && s.word_is(clause.verb, "ruled")
        || s.word_is(clause.verb, "ruling")
        || s.word_is(clause.verb, "rules")
        || s.word_is(clause.verb, "rule");
    if clause.group.is_passive || !(says || is_bare) {
        return None;
    }
    let mut acted = clause.acted("opinion", String::from("Ruling"));
    acted.link = Some(DECIDES);
    Some(Reading { acted: decided(acted), words: clause.words(clause.after) })
}

/// Reads "found liable", "found the company guilty".
pub(super) fn find(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let verdict = (clause.after..clause.after + 8).find(|at| s.has(*at, words::GUILTY));
    let Some(verdict) = verdict.filter(|at| is_open(s, clause.after, *at)) else { return rule(clause) };
    let is_guilty = s.word_is(verdict, "guilty") || s.word_is(verdict, "liable");
    if !is_guilty && !s.is_legal {
        return None;
    }
    let not = (clause.after..verdict).any(|at| s.has(at, words::NOT));
    let mut acted = clause.acted("judgment", verdict_title(s, verdict, not));
    acted.against =
        if clause.group.is_passive { clause.subject.names.clone() } else { phrase::names(s, clause.after).0 };
    acted.link = Some(("decides", &["complaint"]));
    let end = complement(s, verdict + 1);
    Some(Reading { acted: decided(acted), words: clause.words(end) })
}

/// Whether nothing between two tokens ends the clause.
fn is_open(s: &Sentence<'_>, from: usize, upto: usize) -> bool {
    !(from..upto).any(|at| s.is_mark(at, ',') || s.has(at, words::CLAUSE | words::BE | words::HAVE | words::MODAL))
}

fn verdict_title(s: &Sentence<'_>, verdict: usize, not: bool) -> String {
    let finding = match () {
        () if s.word_is(verdict, "contempt") => "contempt",
        () if s.word_is(verdict, "guilty") => "guilt",
        () => "liability",
    };
    if not { format!("Finding of no {finding}") } else { format!("Finding of {finding}") }
}

/// "Of fraud", "for infringing the patent", "to three years in prison".
fn complement(s: &Sentence<'_>, at: usize) -> usize {
    let has_one = s.word_is(at, "of") || s.word_is(at, "for") || s.has(at, words::TO) || s.word_is(at, "on");
    if !has_one || s.is_dateish(at + 1) && !s.has(at, words::TO) {
        return at;
    }
    let end = phrase::extent(s, at + 1);
    let is_prison = s.word_is(end, "in") && ["prison", "jail", "custody"].iter().any(|word| s.word_is(end + 1, word));
    match end > at + 1 {
        true if is_prison => end + 2,
        true => end,
        false => at,
    }
}

/// Reads "ordered the company to pay", "was ordered to pay", "ordered a new trial".
pub(super) fn order(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let is_passive = clause.group.is_passive;
    let is_meant = clause.is_by_court()
        || (is_passive && clause.nature() == Nature::Unknown && s.is_legal && s.word_is(clause.verb, "ordered"));
    if !is_meant {
        return None;
    }
    let (named, after_names) =
        if is_passive { (clause.subject.names.clone(), clause.after) } else { phrase::names(s, clause.after) };
    let whom = if is_passive { clause.after } else { after_names.max(phrase::extent(s, clause.after)) };
    let (own, from, end) = if phrase::is_infinitive(s, whom) || phrase::is_infinitive(s, after_names) {
        let to = if phrase::is_infinitive(s, whom) { whom } else { after_names };
        ("Order", to, infinitive_end(s, to))
    } else if !is_passive && whom > clause.after && s.word_is(clause.verb, "ordered") {
        let from = clause.after + usize::from(s.has(clause.after, words::DETERMINER));
        ("Order for", from, whom)
    } else if s.word_is(clause.after, "that") && clause.is_by_court() {
        ("Order", clause.after, clause.after)
    } else {
        return None;
    };
    let mut acted = clause.acted("order", title(s, own, from, end));
    acted.against = named;
    acted.link = Some(("decides", &["motion", "complaint"]));
    Some(Reading { acted: decided(acted), words: clause.words(end.max(clause.after)) })
}

/// Where "to pay the costs of the delay" ends.
pub(super) fn infinitive_end(s: &Sentence<'_>, to: usize) -> usize {
    let at = to + 2;
    let at = at
        + usize::from(
            ["up", "out", "off", "back", "down", "over", "for", "with", "aside"].iter().any(|word| s.word_is(at, word)),
        );
    phrase::extent(s, at).max(at)
}

/// Reads "enjoined the agency", "blocked the merger", "halted work".
pub(super) fn block(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let is_sure = clause.act == Act::Enjoin;
    if !is_sure && !clause.is_by_court() {
        return None;
    }
    let is_passive = clause.group.is_passive;
    let end = if is_passive { clause.after } else { phrase::extent(s, clause.after).max(clause.after) };
    if !is_passive && end == clause.after {
        return None;
    }
    let end = from_doing(s, end);
    let text = match () {
        () if is_sure => String::from("Injunction"),
        () if is_passive => String::from("Order"),
        () => {
            let from = clause.after + usize::from(s.has(clause.after, words::DETERMINER));
            title(s, block_title(s, clause.verb), from, end)
        }
    };
    let mut acted = clause.acted("order", text);
    acted.against = if is_passive { clause.subject.names.clone() } else { first_name(clause) };
    acted.link = Some(("decides", &["motion", "complaint"]));
    if clause.group.reality == Reality::Declined && clause.is_by_court() {
        acted.outcome = Some("denied");
        acted.is_unreal = clause.subject.is_conditional;
        acted.title = title(s, "Order declining to", clause.verb, end);
    }
    Some(Reading { acted: decided(acted), words: clause.words(clause.end(end)) })
}

/// Where "from enforcing the rule" ends, if it stands here.
fn from_doing(s: &Sentence<'_>, at: usize) -> usize {
    let is_doing = s.word_is(at, "from")
        && s.token(at + 1).is_some_and(|token| s.text()[token.range()].ends_with("ing") && s.is_plain(at + 1));
    if is_doing { phrase::extent(s, at + 2).max(at + 2) } else { at }
}

/// Whom an order binds: the name right after the verb, unless it only says whose: "blocked Microsoft's purchase".
fn first_name(clause: &Clause<'_, '_>) -> Vec<std::ops::Range<usize>> {
    let s = clause.s;
    let at = clause.after + usize::from(s.has(clause.after, words::DETERMINER));
    match s.name(at) {
        Some((tokens, bytes, _)) if !s.is_plain(tokens.end) || s.has(tokens.end, words::PREPOSITION) => vec![bytes],
        _ => Vec::new(),
    }
}

fn block_title(s: &Sentence<'_>, verb: usize) -> &'static str {
    let starts = |start: &str| {
        s.token(verb)
            .and_then(|token| s.text()[token.range()].get(..start.len()))
            .is_some_and(|word| word.eq_ignore_ascii_case(start))
    };
    match () {
        () if starts("halt") => "Order halting",
        () if starts("bar") => "Order barring",
        () if starts("fr") => "Order freezing",
        () if starts("stop") => "Order stopping",
        () if starts("prohibit") => "Order prohibiting",
        () if starts("forb") => "Order forbidding",
        () if starts("restrain") => "Order restraining",
        () => "Order blocking",
    }
}

/// Reads "was convicted of fraud", "sentenced to five years", "acquitted".
pub(super) fn convict(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let kind_of = match clause.act {
        Act::Convict => "Conviction",
        Act::Sentence => "Sentence",
        _ => "Acquittal",
    };
    let is_sure = !s.word_is(clause.verb, "jailed") || s.is_legal;
    if !is_sure || (!clause.group.is_passive && clause.nature() == Nature::Other && !s.is_legal) {
        return None;
    }
    let at = if clause.group.is_passive { clause.after } else { phrase::extent(s, clause.after).max(clause.after) };
    let end = complement(s, at);
    if !clause.group.is_passive && at == clause.after {
        return None;
    }
    // "Sentenced to five years": a sentence of five years.
    let is_length = s.has(at, words::TO) || (s.word_is(clause.verb, "jailed") && s.word_is(at, "for"));
    let text = if is_length && end > at { title(s, "Sentence of", at + 1, end) } else { title(s, kind_of, at, end) };
    let mut acted = clause.acted("judgment", text);
    acted.against =
        if clause.group.is_passive { clause.subject.names.clone() } else { phrase::names(s, clause.after).0 };
    acted.link = Some(("decides", &["complaint"]));
    if acted.date.is_none() {
        acted.date = tail(s, end, false).date;
    }
    Some(Reading { acted: decided(acted), words: clause.words(end) })
}

/// Reads a court's award of damages or costs. Contracts are awarded by others.
pub(super) fn award(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let end = if clause.group.is_passive {
        phrase::extent(s, clause.after)
    } else {
        phrase::extent(s, clause.after).max(clause.after)
    };
    let is_damages = (clause.after..=end)
        .any(|at| s.word_is(at, "damages") || s.word_is(at, "costs") || s.word_is(at, "compensation"));
    let is_meant = clause.is_by_court() || (is_damages && s.is_legal && clause.group.is_passive);
    if !is_meant || end <= clause.after {
        return None;
    }
    // "Awarded the workers damages of £2 million", "awarded Harbour Lines $4 million in damages"
    let is_in_damages = s.word_is(end, "in") && s.word_is(end + 1, "damages");
    let end = if is_in_damages { end + 2 } else { end };
    let whom = s.name(clause.after).map_or(clause.after, |(tokens, ..)| tokens.end);
    let from = (clause.after..end).find(|at| s.word_is(*at, "damages") || s.word_is(*at, "costs"));
    let from = from.filter(|_| !is_in_damages).unwrap_or(whom);
    let mut acted = clause.acted("judgment", title(s, "Award of", from, end));
    acted.link = Some(("decides", &["complaint"]));
    Some(Reading { acted: decided(acted), words: clause.words(end) })
}

/// Reads "scheduled a hearing", "set a trial", "held a hearing", "heard arguments".
pub(super) fn hearing(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let allowed = if clause.act == Act::Hear { HEARING | APPEAL | CLAIM | MOTION | PROTEST } else { HEARING };
    let thing = clause.thing.as_ref().filter(|thing| thing.is(allowed))?;
    let is_oral = thing.noun != Noun::Argument || clause.act == Act::Hear || s.word_is(thing.bare, "oral");
    let is_meant = clause.is_by_court() || (s.is_legal && clause.act != Act::Hear && clause.nature() != Nature::Other);
    if !is_meant || !is_oral {
        return None;
    }
    let is_planned = matches!(clause.act, Act::Schedule | Act::Set);
    let text = if thing.is(HEARING) {
        title(s, "", thing.bare, thing.end)
    } else {
        title(s, "Hearing of the", thing.bare, thing.end)
    };
    let mut acted = clause.acted("hearing", text);
    acted.date = acted.date.or_else(|| planned_date(clause));
    let end = clause.end(clause.object_end(thing));
    if clause.group.reality == Reality::Declined && clause.is_by_court() {
        acted.kind = "order";
        acted.outcome = Some("denied");
        acted.is_unreal = clause.subject.is_conditional;
        acted.link = Some(if thing.is(APPEAL) { ("decides", &["appeal"]) } else { DECIDES });
        acted.title = title(s, "Order declining to", clause.verb, end);
        return Some(Reading { acted: decided(acted), words: clause.words(end) });
    }
    if clause.is_by_court() && ["agreed", "agrees"].iter().any(|word| s.word_is(clause.group.start, word)) {
        acted.kind = "order";
        acted.outcome = Some("granted");
        acted.link = Some(DECIDES);
        acted.title = title(s, "Order agreeing to", clause.verb, end);
        return Some(Reading { acted: decided(acted), words: clause.words(end) });
    }
    acted.status = (is_planned && !acted.is_unreal).then_some("pending");
    Some(Reading { acted, words: clause.words(end) })
}

/// The day a hearing is set for: "for March 3", "until May".
fn planned_date(clause: &Clause<'_, '_>) -> Option<usize> {
    let s = clause.s;
    let from = clause.thing.as_ref().filter(|_| !clause.group.is_passive).map_or(clause.after, |thing| thing.end);
    (from..from + 8).find_map(|at| s.date(at)).map(|(_, date)| date)
}

/// Reads "certified the class".
pub(super) fn certify(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let end = phrase::extent(s, clause.after);
    let is_class =
        (clause.after..end).any(|at| s.word_is(at, "class") || s.word_is(at, "question") || s.word_is(at, "questions"));
    if clause.group.is_passive || !is_class || !(clause.is_by_court() || s.is_legal) {
        return None;
    }
    let mut acted = clause.acted(
        "order",
        title(s, "Order certifying", clause.after + usize::from(s.has(clause.after, words::DETERMINER)), end),
    );
    acted.outcome = Some("granted");
    acted.link = Some(("decides", &["motion"]));
    Some(Reading { acted: decided(acted), words: clause.words(end) })
}

/// Reads "won an injunction", "lost its appeal": what a court did, told from the party's side.
pub(super) fn won(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let thing = clause.thing.as_ref()?;
    let is_won = clause.act == Act::Win;
    let (kind, outcome, text) = match thing.noun {
        Noun::Injunction | Noun::Order | Noun::Stay | Noun::Writ | Noun::Certiorari | Noun::Judgment if is_won => {
            (thing.sense.kind, "granted", title(s, "", thing.bare, thing.end))
        }
        Noun::Appeal | Noun::Case | Noun::Lawsuit | Noun::Suit | Noun::Challenge | Noun::Protest | Noun::Motion => {
            let own = if is_won { "Decision granting" } else { "Decision denying" };
            ("opinion", if is_won { "granted" } else { "denied" }, title(s, own, thing.bare, thing.end))
        }
        _ => return None,
    };
    // "Restraining order" and "injunction" are a court's; an order can be won from a customer.
    let is_court_order =
        thing.noun != Noun::Order || s.word_is(thing.head - 1, "restraining") || s.word_is(thing.head - 1, "court");
    let is_meant = thing.sense.strength == Strength::Strong || (s.is_legal && is_court_order);
    if !is_meant || clause.group.is_passive {
        return None;
    }
    let mut acted = clause.acted(kind, text);
    acted.by = Vec::new();
    acted.outcome = Some(outcome);
    acted.link = Some(DECIDES);
    Some(Reading { acted: decided(acted), words: clause.words(clause.end(thing.end)) })
}
