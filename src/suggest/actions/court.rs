//! What courts do: grant, deny, order, rule, dismiss, remand, affirm, reverse.

use super::clause::{Clause, Reading};
use super::group::Reality;
use super::nouns::{
    APPEAL, CLAIM, DECISION, DISMISSAL, Group, HEARING, MOTION, NOTICE, ORDER, PAPER, PROTEST, RELIEF, REMAND,
    SETTLEMENT, Strength,
};
use super::phrase::{self, Phrase};
use super::subject::Nature;
use super::title::title;
use super::words::{self, Act, Noun};
use crate::suggest::suggestion::Acted;

/// A link and the kinds of action it leads to.
type Link = (&'static str, &'static [&'static str]);

pub(super) const DECIDES: Link = ("decides", &["motion", "complaint", "protest", "appeal"]);
const ENDS: Link = ("decides", &["complaint", "protest", "appeal"]);

/// What a court's verb does to what.
struct Rule {
    /// The nouns it is done to.
    objects: Group,
    kind: &'static str,
    outcome: Option<&'static str>,
    link: Link,
    /// What a title begins with, before the words of the object.
    title: &'static str,
    /// Whether a court does it to anything ("struck down the law").
    to_anything: bool,
}

/// The rule of a verb, seen what it is done to.
fn rule(act: Act, thing: Option<&Phrase>) -> Option<Rule> {
    let is = |groups: Group| thing.is_some_and(|thing| thing.is(groups));
    let rule = |objects, kind, outcome, link, title, to_anything| {
        Some(Rule { objects, kind, outcome: Some(outcome), link, title, to_anything })
    };
    let asked = MOTION | RELIEF | APPEAL | CLAIM | PROTEST;
    match act {
        Act::Grant if is(PROTEST) => {
            rule(PROTEST, "opinion", "granted", ("decides", &["protest"]), "Decision sustaining", false)
        }
        Act::Grant => rule(asked, "order", "granted", DECIDES, "Order granting", false),
        Act::Allow if is(SETTLEMENT) => {
            rule(SETTLEMENT, "order", "granted", ("related", &["settlement"]), "Order approving", false)
        }
        Act::Allow => rule(MOTION | APPEAL | CLAIM, "order", "granted", DECIDES, "Order allowing", false),
        Act::Deny | Act::Turn if is(PROTEST) => {
            rule(PROTEST, "opinion", "denied", ("decides", &["protest"]), "Decision denying", false)
        }
        Act::Deny | Act::Turn => rule(asked, "order", "denied", DECIDES, "Order denying", false),
        Act::Dismiss | Act::Throw if is(MOTION) => {
            rule(MOTION, "order", "dismissed", DECIDES, "Order dismissing", false)
        }
        Act::Throw if is(DECISION | ORDER) => Some(vacate()),
        Act::Dismiss | Act::Throw => {
            rule(CLAIM | PROTEST | APPEAL, "dismissal", "dismissed", ENDS, "Dismissal of", false)
        }
        Act::Strike if is(CLAIM | APPEAL) => {
            rule(CLAIM | APPEAL, "dismissal", "dismissed", ENDS, "Dismissal of", false)
        }
        Act::Strike | Act::Vacate | Act::Set => Some(vacate()),
        Act::Remand | Act::Send => {
            let link = ("remands", &["order", "opinion", "judgment", "dismissal", "complaint"][..]);
            rule(CLAIM | DECISION | ORDER | APPEAL, "remand", "remanded", link, "Remand of", act == Act::Remand)
        }
        Act::Affirm if is(PROTEST | APPEAL | CLAIM | MOTION) => {
            rule(PROTEST | APPEAL | CLAIM, "opinion", "granted", DECIDES, "Decision upholding", false)
        }
        Act::Affirm => {
            let link = ("affirms", &["order", "opinion", "judgment", "dismissal"][..]);
            rule(DECISION | ORDER | DISMISSAL | REMAND, "opinion", "affirmed", link, "Opinion affirming", true)
        }
        Act::Reverse => {
            let link = ("reverses", &["order", "opinion", "judgment", "dismissal"][..]);
            rule(DECISION | ORDER | DISMISSAL, "opinion", "reversed", link, "Opinion reversing", true)
        }
        _ => standing_rule(act),
    }
}

/// The rules for what changes how a case or an order stands, without deciding it.
fn standing_rule(act: Act) -> Option<Rule> {
    match act {
        Act::Stay | Act::Put => {
            let link = ("stays", &["complaint", "protest", "order", "opinion", "judgment", "appeal"][..]);
            Some(Rule {
                objects: CLAIM | DECISION | ORDER | HEARING | APPEAL,
                kind: "order",
                outcome: None,
                link,
                title: "Stay of",
                to_anything: true,
            })
        }
        Act::Lift => Some(Rule {
            objects: ORDER,
            kind: "order",
            outcome: Some("vacated"),
            link: ("vacates", &["order"]),
            title: "Order lifting",
            to_anything: false,
        }),
        Act::Extend => Some(Rule {
            objects: ORDER,
            kind: "order",
            outcome: None,
            link: ("extends", &["order"]),
            title: "Order extending",
            to_anything: false,
        }),
        Act::Consolidate => {
            let link = ("consolidates", &["complaint", "protest", "appeal"][..]);
            Some(Rule {
                objects: CLAIM | PROTEST | APPEAL,
                kind: "order",
                outcome: None,
                link,
                title: "Consolidation of",
                to_anything: false,
            })
        }
        Act::Transfer => Some(Rule {
            objects: CLAIM | APPEAL,
            kind: "order",
            outcome: None,
            link: ("related", &["complaint"]),
            title: "Transfer of",
            to_anything: false,
        }),
        Act::Unseal => Some(Rule {
            objects: CLAIM | PAPER | DECISION | ORDER,
            kind: "order",
            outcome: None,
            link: ("related", &["complaint", "order", "opinion"]),
            title: "Order unsealing",
            to_anything: false,
        }),
        _ => None,
    }
}

fn vacate() -> Rule {
    let link = ("vacates", &["order", "opinion", "judgment"][..]);
    let objects = DECISION | ORDER | DISMISSAL;
    Rule { objects, kind: "order", outcome: Some("vacated"), link, title: "Order vacating", to_anything: true }
}

/// Reads a clause whose verb is something that courts do to papers, motions and decisions.
pub(super) fn read(clause: &Clause<'_, '_>) -> Option<Reading> {
    let thing = clause.thing.as_ref();
    let rule = rule(clause.act, thing)?;
    let needs_particle = matches!(clause.act, Act::Throw | Act::Turn | Act::Strike | Act::Send | Act::Set);
    if needs_particle && !clause.has_particle && !clause.s.word_is(clause.verb, "tossed") {
        return None;
    }
    let hold = (clause.act == Act::Put).then(|| put_on_hold(clause));
    if hold == Some(None) {
        return None;
    }
    let thing = thing.filter(|thing| thing.is(rule.objects));
    match thing {
        Some(thing) if !is_trusted(clause, thing) => return None,
        None if !(rule.to_anything && is_done_to_anything(clause)) => return None,
        _ => {}
    }
    let mut acted = match thing {
        Some(thing) => with_thing(clause, &rule, thing),
        None => without_thing(clause, &rule),
    };
    let end = thing.map_or_else(|| without_thing_end(clause), |thing| clause.end(clause.object_end(thing)));
    if clause.tail.is_in_part && matches!(acted.outcome, Some("granted" | "denied")) {
        acted.outcome = Some("granted_in_part");
    }
    let end = hold.flatten().unwrap_or(end);
    if clause.tail.is_moot {
        acted.outcome = Some("moot");
    }
    if clause.group.reality == Reality::Declined && clause.is_by_court() {
        declined(clause, end, &mut acted);
    }
    Some(Reading { acted: decided(acted), words: clause.words(end) })
}

/// A court that declines to do something has decided too.
fn declined(clause: &Clause<'_, '_>, end: usize, acted: &mut Acted) {
    acted.kind = "order";
    acted.outcome = Some("denied");
    acted.is_unreal = clause.subject.is_conditional;
    acted.link = Some(DECIDES);
    acted.title = title(clause.s, "Order declining to", clause.verb, end);
}

/// Marks an action as a court's: its date is of a decision, and it is decided unless it is unreal.
pub(super) fn decided(mut acted: Acted) -> Acted {
    acted.is_decision = true;
    acted.status = (!acted.is_unreal).then_some("decided");
    acted
}

fn with_thing(clause: &Clause<'_, '_>, rule: &Rule, thing: &Phrase) -> Acted {
    let mut kind = rule.kind;
    let is_remand = thing.noun == Noun::Remand || thing.relief == Some(Noun::Remand);
    if clause.act == Act::Grant && is_remand {
        kind = "remand";
    }
    // "Dismissal of the suit", but "Order denying motion".
    let text = match rule.title.strip_suffix(" of") {
        Some(_) => title(clause.s, &format!("{} the", rule.title), thing.bare, thing.end),
        None => title(clause.s, rule.title, thing.bare, thing.end),
    };
    let mut acted = clause.acted(kind, text);
    acted.outcome = rule.outcome;
    acted.link = Some(link_to(rule.link, thing));
    acted
}

/// A link to one kind of action where the noun says which.
fn link_to(link: Link, thing: &Phrase) -> Link {
    if link.0 != "decides" {
        return link;
    }
    match thing.sense.kind {
        "motion" => (link.0, &["motion"]),
        "complaint" => (link.0, &["complaint"]),
        "protest" => (link.0, &["protest"]),
        "appeal" => (link.0, &["appeal"]),
        _ if thing.is(RELIEF) => (link.0, &["motion"]),
        _ => link,
    }
}

fn without_thing(clause: &Clause<'_, '_>, rule: &Rule) -> Acted {
    let own = rule.title.trim_end_matches(" of");
    let upto = without_thing_end(clause);
    let from = skip_article(clause, clause.after);
    let text = match rule.title.strip_suffix(" of") {
        Some(_) => own.to_owned(),
        None if from >= upto && rule.outcome == Some("affirmed") => String::from("Affirmance"),
        None if from >= upto && rule.outcome == Some("reversed") => String::from("Reversal"),
        None if clause.group.is_passive => own.split(' ').next().unwrap_or(own).to_owned(),
        None => title(clause.s, own, from, upto),
    };
    let mut acted = clause.acted(rule.kind, text);
    acted.outcome = rule.outcome;
    acted.link = Some(rule.link);
    acted
}

fn without_thing_end(clause: &Clause<'_, '_>) -> usize {
    let end =
        if clause.group.is_passive { clause.after } else { phrase::extent(clause.s, clause.after).max(clause.after) };
    clause.end(end)
}

fn skip_article(clause: &Clause<'_, '_>, at: usize) -> usize {
    at + usize::from(clause.s.has(at, words::DETERMINER))
}

/// Whether a court's verb is meant as one, of something that is no paper of a court. A law is struck down by a court alone.
fn is_done_to_anything(clause: &Clause<'_, '_>) -> bool {
    clause.is_by_court() || (clause.act == Act::Remand && clause.s.is_legal)
}

/// The token after "on hold", if that stands behind the verb or its object.
fn put_on_hold(clause: &Clause<'_, '_>) -> Option<usize> {
    let s = clause.s;
    let is_hold = |at: &usize| s.word_is(*at, "on") && (s.word_is(at + 1, "hold") || s.word_is(at + 1, "ice"));
    let end = clause.thing.as_ref().map_or(clause.after, |thing| clause.object_end(thing));
    [clause.after, end].into_iter().find(is_hold).map(|at| at + 2)
}

/// Whether a verb that is used outside the courts too is theirs here: by who acts, or by what it is done to.
fn is_trusted(clause: &Clause<'_, '_>, thing: &Phrase) -> bool {
    let s = clause.s;
    match clause.nature() {
        Nature::Court => true,
        Nature::Agency => thing.is(CLAIM | PROTEST | APPEAL) && (thing.is(PROTEST) || s.is_legal),
        Nature::Named => thing.sense.strength >= Strength::Legal && s.is_legal,
        Nature::Paper | Nature::Other => false,
        // "The charges were denied" is what the accused say.
        Nature::Unknown if clause.act == Act::Deny && thing.noun == Noun::Charge => false,
        Nature::Unknown => {
            thing.sense.strength == Strength::Strong
                || s.is_legal_beside(thing.noun)
                || is_paper_of_court(clause, thing)
        }
    }
}

/// "The motion was denied": a paper of the courts and a verb of theirs need no further word.
fn is_paper_of_court(clause: &Clause<'_, '_>, thing: &Phrase) -> bool {
    use Act::{Affirm, Consolidate, Deny, Dismiss, Grant, Remand, Reverse, Vacate};
    let is_sure = matches!(clause.act, Grant | Deny | Dismiss | Vacate | Affirm | Reverse | Remand | Consolidate);
    thing.sense.strength >= Strength::Legal && is_sure
}

/// Reads a court's giving of an order, a ruling, a judgment.
pub(super) fn issue(clause: &Clause<'_, '_>) -> Option<Reading> {
    let s = clause.s;
    let thing = clause
        .thing
        .as_ref()
        .filter(|thing| thing.is(ORDER | DECISION | REMAND | NOTICE) && thing.noun != Noun::Fine)?;
    if clause.act == Act::Hand && !clause.has_particle {
        return None;
    }
    let is_meant = match clause.nature() {
        Nature::Court => true,
        _ if thing.is(NOTICE) => false,
        Nature::Agency => thing.is(DECISION) && s.is_legal,
        Nature::Named => thing.sense.strength >= Strength::Legal && s.is_legal,
        Nature::Paper | Nature::Other => thing.sense.strength == Strength::Strong && s.is_legal,
        Nature::Unknown => thing.sense.strength == Strength::Strong || s.is_legal,
    };
    if !is_meant {
        return None;
    }
    let mut acted = clause.acted(thing.sense.kind, title(s, "", thing.bare, thing.end));
    acted.link = Some(DECIDES).filter(|_| !thing.is(NOTICE));
    acted.against.clone_from(&thing.against);
    acted.against.extend(clause.tail.against.iter().cloned());
    if thing.noun == Noun::Subpoena || thing.noun == Noun::Warrant {
        acted.link = None;
    }
    let end = clause.end(clause.object_end(thing));
    Some(Reading { acted: decided(acted), words: clause.words(end) })
}
