//! What parties do: sue, file, move, ask, appeal, answer, settle, withdraw.

use std::ops::Range;

use super::asking::{APPEALED, addressee, file_for};
use super::clause::{Clause, Reading};
use super::nouns::{APPEAL, CLAIM, HEARING, MOTION, NOTICE, PAPER, PROTEST, SETTLEMENT, Strength};
use super::phrase::{self, Phrase};
use super::sentence::Sentence;
use super::subject::Nature;
use super::tail::tail;
use super::title::title;
use super::words::{self, Act, Noun};

/// Reads "sued the Pentagon", "was sued by Amazon".
pub(super) fn sue(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let (against, end) = if clause.group.is_passive {
        (clause.subject.names.clone(), clause.after)
    } else {
        let (names, end) = phrase::names(s, clause.after);
        let plain = phrase::extent(s, clause.after);
        (names, end.max(plain).max(clause.after))
    };
    // A woman called Sue.
    if clause.group.start == clause.verb && s.word_is(clause.verb, "Sue") && !s.is_plain(clause.verb) {
        return None;
    }
    // "Losing bidders often sue"
    if clause.group.is_present && against.is_empty() && clause.actors().is_empty() {
        return None;
    }
    let tail = tail(s, end, false);
    let mut acted = clause.acted("complaint", complaint_title(s, "Complaint", &against));
    acted.against = against;
    acted.court = acted.court.or(tail.court);
    acted.date = acted.date.or(tail.date);
    if clause.nature() == Nature::Court {
        acted.by.clear();
    }
    Some(Reading { acted, words: clause.words(end) })
}

/// "Complaint against the Department of Defense".
fn complaint_title(s: &Sentence<'_>, own: &str, against: &[Range<usize>]) -> String {
    match against {
        [] => own.to_owned(),
        [one] => format!("{own} against {}", with_article(s, one)),
        [one, two] => format!("{own} against {} and {}", with_article(s, one), with_article(s, two)),
        [one, ..] => format!("{own} against {} and others", with_article(s, one)),
    }
}

/// A name with the article before it in the text.
pub(super) fn with_article(s: &Sentence<'_>, name: &Range<usize>) -> String {
    let words = s.text().get(name.clone()).unwrap_or_default();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let before = s.text().get(..name.start).unwrap_or_default();
    let tail = before.len().saturating_sub(4);
    let has_article = before.get(tail..).is_some_and(|end| end.eq_ignore_ascii_case("the "));
    if has_article { format!("the {words}") } else { words }
}

/// Reads "filed a lawsuit", "brought charges", "filed for bankruptcy".
pub(super) fn file(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    if !clause.group.is_passive && s.word_is(clause.after, "for") && clause.act == Act::File {
        return file_for(clause);
    }
    let allowed = CLAIM | PROTEST | MOTION | APPEAL | PAPER | NOTICE;
    let Some(thing) = clause.thing.as_ref().filter(|thing| thing.is(allowed)) else { return rejoin(clause) };
    if clause.is_by_court() || !clause.is_filing(thing, clause.act == Act::Bring) {
        return None;
    }
    let is_legal_action = thing.noun != Noun::Action
        || s.has(thing.head - usize::from(thing.head > 0), words::LEGAL)
        || clause.act == Act::File;
    if !is_legal_action {
        return None;
    }
    Some(filing(clause, thing))
}

/// The filing of a paper that a clause says was filed.
fn filing(clause: &Clause<'_, '_>, thing: &Phrase) -> Reading {
    let s = clause.s;
    let mut against = thing.against.clone();
    against.extend(clause.tail.against.iter().cloned());
    let court = clause.court().filter(|court| !against.contains(court));
    let (kind, link) = kind_and_link(s, thing);
    let mut acted = clause.acted(kind, filing_title(s, thing, &against));
    if clause.group.is_passive && acted.by.is_empty() {
        acted.by.extend(thing.possessor.clone().filter(|_| !thing.is_courts));
    }
    acted.against = against;
    acted.court = court;
    acted.link = link;
    let end = clause.object_end(thing);
    Reading { acted, words: clause.words(clause.end(end)) }
}

/// The kind of a paper, and how it bears on earlier ones.
pub(super) fn kind_and_link(
    s: &Sentence<'_>,
    thing: &Phrase,
) -> (&'static str, Option<(&'static str, &'static [&'static str])>) {
    let says = |words: &[&str]| (thing.head..thing.end).any(|at| words.iter().any(|word| s.word_is(at, word)));
    let is_appeal = (thing.noun == Noun::Notice && says(&["appeal"]))
        || (thing.is(CLAIM) && says(&["certiorari", "review"]) && thing.noun == Noun::Petition);
    match () {
        () if is_appeal || thing.is(APPEAL) => ("appeal", Some(APPEALED)),
        () if thing.noun == Noun::Petition && says(&["rehearing", "reconsideration"]) => {
            ("motion", Some(("related", &["order", "opinion"])))
        }
        () if thing.noun == Noun::Counterclaim => ("complaint", Some(("responds_to", &["complaint"]))),
        () if thing.is_amended && thing.is(CLAIM) => ("complaint", Some(("amends", &["complaint"]))),
        () if thing.is(MOTION) && says(&["dismiss", "dismissal", "intervene"]) => {
            ("motion", Some(("responds_to", &["complaint", "protest", "appeal"])))
        }
        () if thing.sense.kind == "answer" => ("answer", Some(("responds_to", &["complaint", "motion", "appeal"]))),
        () if matches!(thing.noun, Noun::Opposition | Noun::Reply | Noun::Objection) => {
            ("brief", Some(("responds_to", &["motion", "brief", "complaint"])))
        }
        () => (thing.sense.kind, None),
    }
}

/// The title of a paper: "Complaint against the Navy", "Emergency motion for a stay".
pub(super) fn filing_title(s: &Sentence<'_>, thing: &Phrase, against: &[Range<usize>]) -> String {
    match thing.sense.title {
        Some(_) => complaint_title(s, "Complaint", against),
        None if thing.is(CLAIM) => {
            let own = title(s, "", thing.bare, thing.head + 1);
            let rest = title(s, &own, thing.head + 1, thing.end);
            if thing.against.is_empty() && !against.is_empty() { complaint_title(s, &rest, against) } else { rest }
        }
        None => title(s, "", thing.bare, thing.end),
    }
}

/// "Responded in a court filing", "argued in a brief": a paper named after "in".
fn rejoin(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let place = (clause.after..clause.after + 4).find(|at| s.word_is(*at, "in") || s.word_is(*at, "at"))?;
    let thing = phrase::object(s, place + 1).filter(|thing| thing.is(PAPER | HEARING | MOTION))?;
    let is_meant = s.is_legal || thing.sense.strength >= Strength::Legal;
    if !is_meant || clause.group.is_passive || matches!(clause.act, Act::File | Act::Bring) {
        return None;
    }
    let (kind, link) = kind_and_link(s, &thing);
    let is_answer = clause.act == Act::Answer && thing.is(PAPER);
    let link = if is_answer { Some(("responds_to", &["complaint", "motion", "brief"][..])) } else { link };
    let mut acted = clause.acted(kind, title(s, "", thing.bare, thing.end));
    acted.link = link;
    let tail = tail(s, thing.end, false);
    acted.date = acted.date.or(tail.date);
    acted.court = acted.court.or(tail.court);
    Some(Reading { acted, words: clause.words(thing.end) })
}

/// Reads "answered the complaint", "responded to the motion", "replied in a brief".
pub(super) fn answer(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    if clause.is_by_court() {
        return None;
    }
    let from = clause.after + usize::from(s.has(clause.after, words::TO));
    let thing = phrase::object(s, from).filter(|thing| thing.is(CLAIM | MOTION | PROTEST | APPEAL | PAPER));
    let Some(thing) = thing.filter(|thing| s.is_legal && thing.noun != Noun::Request && !clause.group.is_passive)
    else {
        return rejoin(clause);
    };
    let is_opposition = clause.act == Act::Oppose;
    if is_opposition && !thing.is(MOTION | APPEAL) {
        return None;
    }
    let (kind, own) = match () {
        () if is_opposition => ("brief", "Opposition to the"),
        () if thing.is(CLAIM) => ("answer", "Answer to the"),
        () => ("brief", "Response to the"),
    };
    let mut acted = clause.acted(kind, title(s, own, thing.bare, thing.end));
    acted.link = Some(match thing.sense.kind {
        "motion" => ("responds_to", &["motion"]),
        "complaint" => ("responds_to", &["complaint"]),
        "appeal" => ("responds_to", &["appeal"]),
        _ => ("responds_to", &["brief", "protest"]),
    });
    Some(Reading { acted, words: clause.words(clause.end(thing.end)) })
}

/// Reads "argued at a hearing", "argued in a brief", "argued before the court".
pub(super) fn argue(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    if clause.is_by_court() {
        return None;
    }
    let before =
        (clause.after..clause.after + 8).take_while(|at| !s.is_mark(*at, ',')).find(|at| s.word_is(*at, "before"));
    if let Some(before) = before
        && let (Some(court), end) = addressee(s, before + 1)
    {
        let mut acted = clause.acted("hearing", String::from("Hearing"));
        acted.court = court.bytes.or(acted.court);
        return Some(Reading { acted, words: clause.words(end) });
    }
    rejoin(clause)
}

/// Reads "withdrew the motion", "dropped its lawsuit".
pub(super) fn withdraw(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let thing = clause.thing.as_ref().filter(|thing| thing.is(CLAIM | PROTEST | APPEAL | MOTION))?;
    let is_against = !(thing.against.is_empty() && clause.tail.against.is_empty());
    let is_meant = s.is_legal_beside(thing.noun) || is_against || thing.sense.strength > Strength::Weak;
    if !is_meant {
        return None;
    }
    let mut acted = clause.acted("notice", title(s, "Withdrawal of the", thing.bare, thing.end));
    if acted.by.is_empty() {
        acted.by.extend(thing.possessor.clone().filter(|_| clause.group.is_passive));
    }
    acted.outcome = Some("withdrawn");
    acted.status = (!acted.is_unreal).then_some("withdrawn");
    acted.link = Some(match thing.sense.kind {
        "motion" => ("withdraws", &["motion"]),
        "protest" => ("withdraws", &["protest"]),
        "appeal" => ("withdraws", &["appeal"]),
        _ => ("withdraws", &["complaint"]),
    });
    let end = clause.object_end(thing);
    Some(Reading { acted, words: clause.words(clause.end(end)) })
}

/// Reads "settled the lawsuit", "settled with Oracle", "reached a settlement".
pub(super) fn settle(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let wanted = if clause.act == Act::Settle { CLAIM | PROTEST | APPEAL } else { SETTLEMENT };
    let thing = clause.thing.as_ref().filter(|thing| thing.is(wanted));
    let (other, after_other) =
        if s.word_is(clause.after, "with") { phrase::names(s, clause.after + 1) } else { (Vec::new(), 0) };
    let is_meant = match thing {
        Some(thing) => clause.is_filing(thing, true),
        None => clause.act == Act::Settle && s.is_legal && (!other.is_empty() || s.word_is(clause.after, "out")),
    };
    if !is_meant {
        return None;
    }
    let end = match thing {
        Some(thing) if !clause.group.is_passive => thing.end,
        Some(_) => clause.after,
        None => after_other.max(clause.after),
    };
    let (with, after_with) = if s.word_is(end, "with") { phrase::names(s, end + 1) } else { (other, end) };
    let end = if with.is_empty() { end } else { after_with }.max(clause.after);
    let text = with
        .first()
        .map_or_else(|| String::from("Settlement"), |name| format!("Settlement with {}", with_article(s, name)));
    let mut acted = clause.acted("settlement", text);
    acted.by.extend(with);
    acted.outcome = Some("settled");
    acted.link = Some(("related", &["complaint", "protest", "appeal"]));
    if is_agreed(clause) {
        acted.is_unreal = false;
        acted.by.splice(0..0, super::subject::shared(s, clause.group.start).names);
    }
    let tail = tail(s, end, false);
    acted.date = acted.date.or(tail.date);
    Some(Reading { acted, words: clause.words(end) })
}

/// "Agreed to pay $4 million to settle": an infinitive that did happen.
fn is_agreed(clause: &Clause<'_, '_>) -> bool {
    let s = clause.s;
    let start = clause.group.start;
    let before = start.saturating_sub(12)..start;
    let pays = ["agreed", "agrees", "paid", "pays"];
    let is_paid = before.clone().any(|at| pays.iter().any(|word| s.word_is(at, word)));
    s.has(start, words::TO) && is_paid && !before.into_iter().any(|at| s.has(at, words::NOT | words::MODAL))
}

/// Reads "joined the case", "intervened in the lawsuit".
pub(super) fn join(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let from = clause.after + usize::from(s.word_is(clause.after, "in"));
    let thing = phrase::object(s, from).filter(|thing| thing.is(CLAIM | APPEAL))?;
    if !clause.is_filing(&thing, true) || clause.group.is_passive {
        return None;
    }
    let mut acted = clause.acted("motion", String::from("Motion to intervene"));
    acted.link = Some(("responds_to", &["complaint", "protest", "appeal"]));
    let tail = tail(s, thing.end, false);
    acted.date = acted.date.or(tail.date);
    Some(Reading { acted, words: clause.words(thing.end) })
}

/// Reads "took Oracle to court", "went to court", "challenged the award in court", "took legal action".
pub(super) fn to_court(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    if clause.act == Act::Take
        && let Some(thing) = clause.thing.as_ref().filter(|thing| thing.noun == Noun::Action)
    {
        let is_legal = thing.head > 0 && s.word_is(thing.head - 1, "legal");
        return (is_legal && !clause.is_by_court()).then(|| filing(clause, thing));
    }
    let joint = if clause.act == Act::Challenge { "in" } else { "to" };
    let court = (clause.after..clause.after + 12)
        .take_while(|at| !s.is_mark(*at, ',') && !s.has(*at, words::CLAUSE))
        .find(|at| s.word_is(*at, joint) && s.word_is(at + 1, "court"))?;
    let is_apart = clause.act == Act::Go && court != clause.after;
    let is_met = s.is_plain(court + 2) && s.has(court + 2, words::AND | words::COMPOUND);
    if is_apart || is_met && clause.act == Act::Take || clause.is_by_court() {
        return None;
    }
    let (against, _) = if clause.act == Act::Take { phrase::names(s, clause.after) } else { (Vec::new(), 0) };
    let mut acted = clause.acted("complaint", complaint_title(s, "Complaint", &against));
    if clause.act == Act::Take && clause.group.is_passive {
        acted.against.clone_from(&clause.subject.names);
    } else {
        acted.against = against;
    }
    let tail = tail(s, court + 2, false);
    acted.date = tail.date.or(acted.date);
    acted.court = acted.court.or(tail.court);
    Some(Reading { acted, words: clause.words(court + 2) })
}

/// Reads "amended its complaint".
pub(super) fn amend(clause: &Clause<'_, '_>) -> Option<Reading> {
    let thing = clause.thing.as_ref().filter(|thing| thing.is(CLAIM | MOTION | PROTEST))?;
    if !clause.is_filing(thing, true) || clause.is_by_court() {
        return None;
    }
    let mut acted = clause.acted(thing.sense.kind, title(clause.s, "Amended", thing.bare, thing.end));
    acted.link = Some(("amends", if thing.is(MOTION) { &["motion"] } else { &["complaint", "protest"] }));
    let end = clause.object_end(thing);
    Some(Reading { acted, words: clause.words(clause.end(end)) })
}

/// Reads "was charged with fraud", "indicted the company", "was subpoenaed", "pleaded guilty".
pub(super) fn accuse(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let is_passive = clause.group.is_passive;
    let (whom, after) =
        if is_passive { (clause.subject.names.clone(), clause.after) } else { phrase::names(s, clause.after) };
    let after = after.max(clause.after);
    let is_with = |at: usize| s.word_is(at, "with") || s.word_is(at, "on") || s.word_is(at, "over");
    let plain_end = if is_passive { after } else { phrase::extent(s, clause.after).max(after) };
    let at = if is_with(after) { after } else { plain_end };
    let charges = phrase::extent(s, at + 1);
    let end = if is_with(at) && charges > at + 1 { charges } else { at };
    let (kind, text) = match clause.act {
        Act::Charge if s.is_legal && s.word_is(at, "with") && end > at + 1 => {
            ("complaint", title(s, "Charges of", at + 1, end))
        }
        Act::Indict => ("complaint", String::from("Indictment")),
        Act::Subpoena => ("order", String::from("Subpoena")),
        Act::Plead => return plea(clause),
        _ => return None,
    };
    let mut acted = clause.acted(kind, text);
    acted.against = whom;
    let tail = tail(s, end, false);
    acted.date = acted.date.or(tail.date);
    Some(Reading { acted, words: clause.words(end) })
}

fn plea(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let not = usize::from(s.word_is(clause.after, "not"));
    if !s.word_is(clause.after + not, "guilty") {
        return None;
    }
    let end = clause.after + not + 1;
    let text = if not > 0 { "Plea of not guilty" } else { "Guilty plea" };
    let mut acted = clause.acted("other", String::from(text));
    let complement =
        if s.has(end, words::TO) || s.word_is(end, "in") { phrase::extent(s, end + 1).max(end) } else { end };
    let tail = tail(s, complement, false);
    acted.date = acted.date.or(tail.date);
    let is_place = s.word_is(end, "in");
    Some(Reading { acted, words: clause.words(if is_place { end } else { complement }) })
}
