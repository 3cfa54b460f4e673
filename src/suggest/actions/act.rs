//! Going through the verbs of a sentence, then through the nouns that no verb took.

use std::ops::Range;

use super::clause::{Clause, Reading};
use super::group::group;
use super::sentence::Sentence;
use super::words::Act;
use super::{asking, court, nominal, party, ruling};
use crate::suggest::suggestion::{Acted, Made, Suggestion};

/// Adds the actions of a sentence.
pub(super) fn read(s: &Sentence<'_>, fresh: &mut Vec<Suggestion>) {
    let first = fresh.len();
    let mut used: Vec<Range<usize>> = Vec::new();
    // What was filed "in a motion filed on Thursday, lawyers asked": the paper of the verb to come.
    let mut inside: Option<Acted> = None;
    let mut at = 0;
    while at < s.len() {
        if let Some((mut reading, taken)) = verb(s, at, &used) {
            at = reading.words.end.max(at + 1);
            used.extend(taken);
            if let Some(paper) = inside.take_if(|paper| is_paper_of(reading.acted.kind, paper.kind)) {
                fresh.pop();
                reading.acted.date = reading.acted.date.or(paper.date);
                reading.acted.court = reading.acted.court.or(paper.court);
            }
            inside = is_inside(s, &reading).then(|| reading.acted.clone());
            push(s, reading, &mut used, fresh);
        } else {
            at += 1;
        }
    }
    for at in 0..s.len() {
        if s.noun(at).is_some()
            && !used.iter().any(|used| used.contains(&at))
            && let Some(reading) = nominal::read(s, at)
            && is_free(&reading.words, &used)
            && !is_told_by_verb(s, &reading, &mut fresh[first..])
        {
            push(s, reading, &mut used, fresh);
        }
    }
}

fn push(s: &Sentence<'_>, reading: Reading, used: &mut Vec<Range<usize>>, fresh: &mut Vec<Suggestion>) {
    let words = s.bytes(reading.words.start, reading.words.end);
    used.push(reading.words);
    fresh.push(Suggestion { words, made: Made::Action(reading.acted) });
}

/// Whether a noun only says where a verb of the sentence happened: "in a ruling on Friday, the judge blocked". The verb then
/// takes its date.
fn is_told_by_verb(s: &Sentence<'_>, noun: &Reading, fresh: &mut [Suggestion]) -> bool {
    if !is_inside(s, noun) {
        return false;
    }
    let same = fresh.iter_mut().find_map(|one| match &mut one.made {
        Made::Action(told) if told.is_decision == noun.acted.is_decision && is_paper_of(told.kind, noun.acted.kind) => {
            Some(told)
        }
        _ => None,
    });
    let Some(told) = same else { return false };
    told.date = told.date.or(noun.acted.date);
    true
}

fn is_inside(s: &Sentence<'_>, reading: &Reading) -> bool {
    reading.words.start.checked_sub(1).is_some_and(|at| s.word_is(at, "in"))
}

/// Whether an action of one kind can be done in a paper of another.
fn is_paper_of(told: &str, paper: &str) -> bool {
    told == paper || matches!(paper, "opinion" | "order" | "judgment") || (told == "motion" && paper == "brief")
}

fn is_free(words: &Range<usize>, used: &[Range<usize>]) -> bool {
    used.iter().all(|used| used.end <= words.start || words.end <= used.start)
}

/// The action of the verb here, and the tokens of the noun it took, which tells nothing more by itself.
fn verb(s: &Sentence<'_>, at: usize, used: &[Range<usize>]) -> Option<(Reading, Option<Range<usize>>)> {
    let (act, forms) = s.verb(at)?;
    let group = group(s, at, forms)?;
    let clause = Clause::new(s, act, at, group);
    let mut reading = interpret(&clause)?;
    if !is_free(&reading.words, used) {
        // The noun belongs to an earlier verb: only this one's own words are left.
        reading.words.start = group.start.max(used.last().map_or(0, |used| used.end));
        if group.is_passive {
            reading.words.end = reading.words.end.max(clause.tail.agent_end);
        }
        if reading.words.start > at || !is_free(&reading.words, used) {
            return None;
        }
    }
    let taken = clause.thing.map(|thing| thing.start..thing.end);
    Some((reading, taken))
}

fn interpret(clause: &Clause<'_, '_>) -> Option<Reading> {
    match clause.act {
        Act::Sue => party::sue(clause),
        Act::File | Act::Bring => party::file(clause),
        Act::Move => asking::moved(clause),
        Act::Ask => asking::ask(clause),
        Act::Seek => asking::seek(clause),
        Act::Appeal => asking::appeal(clause),
        Act::Protest => asking::protest(clause),
        Act::Answer | Act::Oppose => party::answer(clause),
        Act::Argue => party::argue(clause),
        Act::Withdraw => party::withdraw(clause),
        Act::Settle | Act::Reach => party::settle(clause),
        Act::Join => party::join(clause),
        Act::Take | Act::Go | Act::Challenge => party::to_court(clause),
        Act::Approach => asking::petition_to(clause),
        Act::Amend => party::amend(clause),
        Act::Charge | Act::Indict | Act::Subpoena | Act::Plead => party::accuse(clause),
        Act::Notify => asking::notify(clause),
        Act::Issue | Act::Hand => court::issue(clause),
        Act::Order => ruling::order(clause),
        Act::Enjoin | Act::Block => ruling::block(clause),
        Act::Rule | Act::Side => ruling::rule(clause),
        Act::Hold => ruling::hearing(clause).or_else(|| ruling::rule(clause)),
        Act::Find => ruling::find(clause),
        Act::Convict | Act::Sentence | Act::Acquit => ruling::convict(clause),
        Act::Award => ruling::award(clause),
        Act::Schedule | Act::Hear => ruling::hearing(clause),
        Act::Set => court::read(clause).or_else(|| ruling::hearing(clause)),
        Act::Certify => ruling::certify(clause),
        Act::Win | Act::Lose => ruling::won(clause),
        _ => court::read(clause),
    }
}
