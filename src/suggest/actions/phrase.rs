//! Phrases around a noun of the courts ("Oracle's motion for an injunction against the sale") and what stands after them.

use std::ops::Range;

use super::group::is_adverb;
use super::nouns::{self, Group, Sense, Strength};
use super::sentence::Sentence;
use super::words::{self, Noun};
use crate::suggest::tokens::{Kind, Token};

/// A noun of the courts with all that belongs to it.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Phrase {
    /// The first token: the article, whose it is.
    pub start: usize,
    /// The first token after article and possessor.
    pub bare: usize,
    /// The noun.
    pub head: usize,
    /// The token after the last: with "for a stay", "to dismiss", "against the sale".
    pub end: usize,
    pub noun: Noun,
    pub sense: Sense,
    /// Whose it is.
    pub possessor: Option<Range<usize>>,
    /// Whether the possessor is a court, or the words before it say so.
    pub is_courts: bool,
    /// "No suit", "a possible appeal".
    pub is_unreal: bool,
    /// "An amended complaint".
    pub is_amended: bool,
    /// Whom it is against, in bytes.
    pub against: Vec<Range<usize>>,
    /// What it asks for: "motion for a stay".
    pub relief: Option<Noun>,
}

impl Phrase {
    /// Whether the noun is of one of some groups.
    pub fn is(&self, groups: Group) -> bool {
        self.sense.group & groups != 0
    }
}

/// Most tokens between a verb and the noun that is its object.
const REACH: usize = 14;
/// Most tokens of a complement.
const COMPLEMENT: usize = 10;

/// The phrase whose noun is the first one that can be the object of a verb before this token.
pub(in crate::suggest) fn object(s: &Sentence<'_>, from: usize) -> Option<Phrase> {
    let mut at = from;
    while at < from + REACH {
        if s.noun(at).is_some() {
            return phrase(s, last_noun(s, at), from);
        }
        at = match s.span(at) {
            Some(span) => span.upto,
            None if is_material(s, at) => at + 1,
            None => return None,
        };
    }
    None
}

/// The last of nouns in a row: "injunction motion".
pub(in crate::suggest) fn last_noun(s: &Sentence<'_>, first: usize) -> usize {
    let joins = |at: usize| {
        s.noun(at).is_some() && s.verb(at).is_none_or(|(_, forms)| forms & words::BASE != 0 || forms == words::ING)
    };
    if joins(first + 1) { first + 1 } else { first }
}

/// Whether a token can stand inside a noun phrase, before its noun.
fn is_material(s: &Sentence<'_>, at: usize) -> bool {
    use words::{AND, BE, CLAUSE, DETERMINER, DO, HAVE, MODAL, OTHER_VERB, PREPOSITION, PRONOUN, RELATIVE, TO};
    let Some(token) = s.token(at) else { return false };
    if s.is_clitic(at) {
        return true;
    }
    match token.kind {
        Kind::Clitic | Kind::Number => return true,
        Kind::Mark(mark) => {
            return matches!(mark, '-' | '‑' | '“' | '"' | '&' | '$' | '€' | '£' | '¥' | '₹' | '%')
                || (mark == '.' && token.is_glued() && s.token(at + 1).is_some_and(Token::is_glued));
        }
        Kind::Word => {}
    }
    if s.has(at, DETERMINER) {
        return !s.has(at, RELATIVE) || s.noun(at + 1).is_some();
    }
    if s.has(at, AND | BE | CLAUSE | DO | HAVE | MODAL | OTHER_VERB | PREPOSITION | PRONOUN | RELATIVE | TO) {
        return false;
    }
    // "An amended complaint", "the rule": of verbs, participles before a noun and those that an article makes one.
    s.verb(at).is_none_or(|(_, forms)| {
        let is_made_noun = at > 0 && forms & (words::BASE | words::THIRD) != 0 && s.has(at - 1, words::DETERMINER);
        is_made_noun
            || forms & (words::PARTICIPLE | words::ING) != 0
                && (s.noun(at + 1).is_some() || (s.is_plain(at + 1) && s.noun(at + 2).is_some()))
    })
}

/// The phrase around a noun, looking left no further than `limit`.
pub(in crate::suggest) fn phrase(s: &Sentence<'_>, head: usize, limit: usize) -> Option<Phrase> {
    let noun = s.noun(head)?;
    let mut found = Phrase {
        start: head,
        bare: head,
        head,
        end: head + 1,
        noun,
        sense: noun.sense(),
        possessor: None,
        is_courts: false,
        is_unreal: false,
        is_amended: false,
        against: Vec::new(),
        relief: None,
    };
    look_left(s, limit, &mut found);
    look_right(s, &mut found);
    found.sense.strength = strength(s, &found);
    Some(found)
}

/// How sure the noun speaks of courts, with the words around it: "order" may be anybody's, a "restraining order" is a court's.
fn strength(s: &Sentence<'_>, found: &Phrase) -> Strength {
    let own = found.sense.strength;
    let before = |words: &[&str]| (found.bare..found.head).any(|at| words.iter().any(|word| s.word_is(at, word)));
    let after = |words: &[&str]| (found.head + 1..found.end).any(|at| words.iter().any(|word| s.word_is(at, word)));
    let is_strong = match found.noun {
        Noun::Order => before(&["restraining", "court", "gag", "protective", "injunctive"]),
        Noun::Judgment => before(&["summary", "default", "declaratory"]),
        Noun::Notice => after(&["appeal"]),
        Noun::Protest => before(&["bid", "procurement"]),
        Noun::Action => before(&["class", "legal", "court"]),
        Noun::Proceedings => before(&["legal", "court", "arbitration", "criminal", "insolvency"]),
        Noun::Case | Noun::Challenge => before(&["court", "legal"]),
        Noun::Leave => after(&["appeal", "intervene", "amend"]),
        Noun::Petition => before(&["writ"]) || after(&["certiorari"]),
        Noun::Argument => before(&["oral"]),
        Noun::Brief => before(&["amicus", "reply", "appellate"]),
        Noun::Hearing => before(&["court", "bail", "injunction", "sentencing"]),
        Noun::Dismissal | Noun::Opposition | Noun::Answer | Noun::Reply => (found.head + 1..found.end)
            .any(|at| s.noun(at).is_some_and(|noun| noun.sense().strength >= Strength::Legal)),
        _ => false,
    };
    if is_strong { Strength::Strong } else { own }
}

fn look_left(s: &Sentence<'_>, limit: usize, found: &mut Phrase) {
    let mut at = found.head;
    while let Some(before) = at.checked_sub(1).filter(|before| *before >= limit && found.head - before < REACH) {
        if s.has(before, words::DETERMINER | words::QUANTITY) && !(s.has(before, words::CLAUSE) && s.noun(at).is_none())
        {
            found.is_unreal |= s.has(before, words::NOT | words::POSSIBLE);
            found.start = before;
            return;
        }
        if s.is_clitic(before) {
            take_possessor(s, before, found);
            return;
        }
        if let Some((tokens, bytes, is_court)) = s.name(before) {
            // "the Oracle protest": whose it is, without saying so.
            found.possessor = Some(bytes);
            found.is_courts = is_court;
            at = tokens.start;
            found.start = at;
            continue;
        }
        if s.span(before).is_some() || !is_material(s, before) || is_adverb(s, before) || s.is_dateish(before) {
            break;
        }
        found.is_unreal |= s.has(before, words::POSSIBLE);
        found.is_amended |= s.word_is(before, "amended");
        at = before;
        found.start = at;
        if !(s.word_is(at, "new") || s.word_is(at, "own")) {
            found.bare = at;
        }
    }
    found.start = found.start.min(at);
}

/// Takes in "Oracle's", "the judge's" before a noun.
fn take_possessor(s: &Sentence<'_>, clitic: usize, found: &mut Phrase) {
    found.start = clitic;
    let Some(owner) = clitic.checked_sub(1) else { return };
    found.start = owner;
    if let Some((tokens, bytes, is_court)) = s.name(owner) {
        found.possessor = Some(bytes);
        found.is_courts = is_court;
        found.start = tokens.start;
    } else {
        found.is_courts = s.has(owner, words::COURT);
        while found.start > 0
            && owner - found.start < 4
            && s.is_plain(found.start - 1)
            && is_material(s, found.start - 1)
            && !s.has(found.start - 1, words::DETERMINER)
        {
            found.start -= 1;
        }
    }
    found.start -= usize::from(found.start > 0 && s.has(found.start - 1, words::DETERMINER));
}

/// Takes in the complements after the noun.
fn look_right(s: &Sentence<'_>, found: &mut Phrase) {
    for _ in 0..4 {
        let at = found.end;
        let end = match () {
            () if s.word_is(at, "for") && found.is(nouns::MOTION | nouns::PAPER | nouns::CLAIM | nouns::APPEAL) => {
                relief(s, at + 1, found)
            }
            () if s.word_is(at, "for") && found.noun == Noun::Judgment => extent(s, at + 1),
            () if s.has(at, words::TO) && found.is(nouns::PAPER) => answered(s, at),
            () if s.has(at, words::TO) => infinitive(s, at, found),
            () if s.word_is(at, "of") => complement_of(s, at, found),
            () if s.word_is(at, "seeking") || s.word_is(at, "requesting") => relief(s, at + 1, found),
            () if s.word_is(at, "asking") && s.word_is(at + 1, "for") => relief(s, at + 2, found),
            () if s.word_is(at, "in") && found.is(nouns::PAPER | nouns::MOTION) => {
                let is_support = s.word_is(at + 1, "support") || s.word_is(at + 1, "opposition");
                if is_support && s.has(at + 2, words::PREPOSITION | words::TO) { extent(s, at + 3) } else { at }
            }
            () if s.word_is(at, "against") => against(s, at, found),
            () => at,
        };
        if end <= at + 1 {
            return;
        }
        found.end = end;
    }
}

/// "For a preliminary injunction": a noun of the courts, or anything short.
fn relief(s: &Sentence<'_>, from: usize, found: &mut Phrase) -> usize {
    match object(s, from).filter(|relief| relief.is(nouns::RELIEF | nouns::HEARING)) {
        Some(relief) => {
            found.relief.get_or_insert(relief.noun);
            coordinated(s, relief.end)
        }
        None if found.is(nouns::MOTION) && s.word_is(from - 1, "for") => extent(s, from),
        None => from - 1,
    }
}

/// After one relief, "and a stay" too.
fn coordinated(s: &Sentence<'_>, end: usize) -> usize {
    if !(s.word_is(end, "and") || s.word_is(end, "or")) {
        return end;
    }
    match object(s, end + 1) {
        Some(more) if more.is(nouns::RELIEF) && more.head - end < 6 => more.end,
        _ => end,
    }
}

/// "To dismiss the case", after a motion, request or order.
fn infinitive(s: &Sentence<'_>, to: usize, found: &Phrase) -> usize {
    let has_one =
        found.is(nouns::MOTION | nouns::ORDER | nouns::NOTICE) || matches!(found.noun, Noun::Leave | Noun::Petition);
    if has_one && is_infinitive(s, to) { extent_after_verb(s, to + 2) } else { to }
}

/// "To the motion", after an answer, a reply, an opposition.
fn answered(s: &Sentence<'_>, to: usize) -> usize {
    match object(s, to + 1) {
        Some(thing) if thing.is(nouns::CLAIM | nouns::MOTION | nouns::APPEAL | nouns::PAPER) => thing.end,
        _ => to,
    }
}

/// Whether "to" here begins an infinitive and no place or person.
pub(in crate::suggest) fn is_infinitive(s: &Sentence<'_>, to: usize) -> bool {
    let verb = to + 1;
    let is_verb = s.verb(verb).is_some_and(|(_, forms)| forms & words::BASE != 0);
    s.has(to, words::TO)
        && s.is_plain(verb)
        && !s.has(verb, words::DETERMINER | words::QUANTITY)
        && (is_verb || (s.noun(verb).is_none() && !s.has(verb, words::COURT | words::AGENCY | words::LITIGANT)))
}

/// "Of appeal", "of the suit", "of acquittal".
fn complement_of(s: &Sentence<'_>, of: usize, found: &Phrase) -> usize {
    let has_one = found.is(nouns::NOTICE | nouns::DISMISSAL | nouns::APPEAL | nouns::REMAND)
        || matches!(
            found.noun,
            Noun::Writ | Noun::Stay | Noun::Leave | Noun::Extension | Noun::Review | Noun::Conviction | Noun::Protest
        )
        || (found.is(nouns::DECISION) && s.noun(of + 1).is_some());
    if !has_one || s.is_dateish(of + 1) {
        return of;
    }
    extent(s, of + 1)
}

fn against(s: &Sentence<'_>, at: usize, found: &mut Phrase) -> usize {
    let (names, end) = names(s, at + 1);
    if names.is_empty() {
        return at.max(extent(s, at + 1));
    }
    found.against.extend(names);
    end
}

/// Where the verb's object after an infinitive ends; particles go with the verb.
fn extent_after_verb(s: &Sentence<'_>, at: usize) -> usize {
    let is_particle = ["out", "back", "up", "down", "aside", "for"].iter().any(|word| s.word_is(at, word));
    if is_particle { extent(s, at + 1).max(at + 1) } else { extent(s, at).max(at) }
}

/// Where the noun phrase that begins here ends: article, adjectives, nouns, names, sums, "of" and what follows it.
pub(in crate::suggest) fn extent(s: &Sentence<'_>, from: usize) -> usize {
    let mut end = from;
    let mut at = from;
    while at < from + COMPLEMENT && s.date(at).is_none() {
        if let Some(span) = s.span(at) {
            at = span.upto;
            end = at;
            continue;
        }
        let is_more =
            is_material(s, at) || s.noun(at).is_some() || (at > from && s.word_is(at, "of") && !s.is_dateish(at + 1));
        let is_second = at > from && s.has(at, words::DETERMINER) && !s.word_is(at - 1, "of");
        if !is_more || is_second || (s.is_dateish(at) && s.is_plain(at)) || (is_adverb(s, at) && !s.is_plain(at + 1)) {
            break;
        }
        at += 1;
        let is_end = s.token(at - 1).is_some_and(|token| !matches!(token.kind, Kind::Mark(_)))
            && !s.word_is(at - 1, "of")
            && !s.has(at - 1, words::DETERMINER);
        if is_end {
            end = at;
        }
    }
    end
}

/// The names listed from here ("the rival Oracle, Intel and Arm"), and the token after them.
pub(in crate::suggest) fn names(s: &Sentence<'_>, from: usize) -> (Vec<Range<usize>>, usize) {
    let mut found = Vec::new();
    let mut end = from;
    let mut at = from;
    for _ in 0..12 {
        let Some((tokens, bytes, _)) = next_name(s, at) else { break };
        found.push(bytes);
        end = tokens.end;
        // "Amazon's cloud unit": the name stands for what it owns.
        if s.is_clitic(end) {
            end = extent(s, end).max(end);
            break;
        }
        at = end;
        let is_list = s.is_mark(at, ',') || s.word_is(at, "and");
        at += usize::from(s.is_mark(at, ','));
        at += usize::from(s.word_is(at, "and"));
        // After a comma without "and", only a further name goes on.
        if !is_list || (s.is_mark(at - 1, ',') && s.name(at).is_none()) {
            break;
        }
    }
    (found, end)
}

/// The name that begins here, after an article and a few small words.
pub(super) fn next_name(s: &Sentence<'_>, from: usize) -> Option<(Range<usize>, Range<usize>, bool)> {
    let mut at = from;
    at += usize::from(s.has(at, words::DETERMINER));
    for _ in 0..4 {
        if let Some(name) = s.name(at) {
            return Some(name);
        }
        let is_small = s.is_plain(at)
            && !s.has(at, words::DETERMINER)
            && is_material(s, at)
            && s.noun(at).is_none()
            && !s.is_dateish(at)
            && s.verb(at).is_none();
        if !(is_small || (at > from && s.is_mark(at, '-'))) {
            return None;
        }
        at += 1;
    }
    s.name(at)
}
