//! The verb group: the verb with its auxiliaries, and what they make of it.

use super::sentence::Sentence;
use super::words::{self, Forms};

/// Whether what a verb says did happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) enum Reality {
    Real,
    /// Negated, planned, possible.
    Unreal,
    /// "Declined to": for a court that is a decision too.
    Declined,
}

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
pub(in crate::suggest) struct Group {
    /// The first token: an auxiliary, or the verb itself.
    pub start: usize,
    pub is_passive: bool,
    pub reality: Reality,
    /// A bare present tense, which after "when" or "until" is yet to come.
    pub is_present: bool,
}

/// Most tokens of a verb group before its verb.
const LONGEST: usize = 10;

/// The form that the auxiliary nearest to a verb asks of it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Governed {
    /// No auxiliary.
    #[default]
    Free,
    /// "Was".
    Be,
    /// "Has".
    Have,
    /// "May", "did", "to".
    Base,
}

/// What the words before a verb say of it.
#[derive(Default)]
struct Auxiliaries {
    start: usize,
    by: Governed,
    unreal: bool,
    declined: bool,
}

impl Auxiliaries {
    /// Takes in one further to the left: only the nearest decides the form.
    fn take(&mut self, by: Governed) {
        if self.by == Governed::Free {
            self.by = by;
        }
    }
}

/// The group of a verb of which a token may be one of some forms; `None` where the token is none here.
pub(in crate::suggest) fn group(s: &Sentence<'_>, verb: usize, forms: Forms) -> Option<Group> {
    let before = auxiliaries(s, verb);
    let has = |form: Forms| forms & form != 0;
    let is_passive = match before.by {
        Governed::Be if has(words::PARTICIPLE) => true,
        Governed::Be if has(words::ING) => false,
        Governed::Have if has(words::PARTICIPLE) => false,
        Governed::Base if has(words::BASE) => false,
        Governed::Free if is_verb_alone(s, verb, forms) => is_reduced(s, verb, forms),
        _ => return None,
    };
    let reality = match () {
        () if before.declined && !before.unreal => Reality::Declined,
        () if before.unreal || before.declined => Reality::Unreal,
        () => Reality::Real,
    };
    let is_present = before.by == Governed::Free && forms & (words::BASE | words::THIRD) != 0 && !has(words::PAST);
    Some(Group { start: before.start, is_passive, reality, is_present })
}

/// Whether an adverb stands here, by list or by its ending.
pub(in crate::suggest) fn is_adverb(s: &Sentence<'_>, at: usize) -> bool {
    let meaning = s.meaning(at);
    if meaning.roles & words::ADVERB != 0 {
        return true;
    }
    let is_known = meaning != super::Meaning::default();
    let Some(token) = s.token(at) else { return false };
    let word = &s.text()[token.range()];
    s.is_plain(at) && !is_known && word.len() > 4 && word.ends_with("ly") && word != "family"
}

fn auxiliaries(s: &Sentence<'_>, verb: usize) -> Auxiliaries {
    let mut found = Auxiliaries { start: verb, ..Auxiliaries::default() };
    let mut at = verb;
    while let Some(before) = at.checked_sub(1).filter(|_| verb - at < LONGEST) {
        let has = |roles| s.has(before, roles);
        if has(words::TO) {
            found.take(Governed::Base);
            found.start = take_infinitive(s, before, &mut found);
            at = found.start;
            if at == before {
                return found;
            }
            continue;
        }
        let is_month = has(words::CALENDAR) && (s.date(before).is_some() || !(s.is_plain(before) || before == 0));
        if has(words::MODAL) && !is_month {
            found.unreal = true;
            found.take(Governed::Base);
        } else if has(words::BE) {
            found.take(Governed::Be);
        } else if has(words::HAVE) {
            found.take(Governed::Have);
        } else if has(words::DO) {
            found.take(Governed::Base);
        } else if !(is_adverb(s, before) || (has(words::NOT) && !has(words::DETERMINER))) {
            break;
        }
        found.unreal |= has(words::NOT);
        at = before;
        // An adverb belongs to the group only where an auxiliary stands before it.
        if !is_adverb(s, before) {
            found.start = before;
        }
    }
    found
}

/// Takes in what stands before the "to" of an infinitive: the verb or adjective it hangs on. Gives where the group starts.
fn take_infinitive(s: &Sentence<'_>, to: usize, found: &mut Auxiliaries) -> usize {
    let mut at = to;
    while let Some(before) = at.checked_sub(1).filter(|before| is_adverb(s, *before) || s.has(*before, words::NOT)) {
        found.unreal |= s.has(before, words::NOT);
        at = before;
    }
    let Some(governor) = at.checked_sub(1) else {
        found.unreal = true;
        return to;
    };
    if s.has(governor, words::DECLINE) {
        found.declined = true;
    } else if !s.has(governor, words::REALISED | words::HAVE) {
        found.unreal = true;
    }
    // "The decision to dismiss", "asked the judge to dismiss": no verb of the same subject.
    let is_verb = s.is_plain(governor)
        && s.span(governor).is_none()
        && !(governor > 0 && s.is_dateish(governor - 1))
        && (s.noun(governor).is_none() || s.verb(governor).is_some())
        && !s.has(governor, words::COURT | words::AGENCY | words::LITIGANT | words::PRONOUN | words::DETERMINER);
    if is_verb { governor } else { to }
}

/// Whether a word without auxiliaries is a verb here, not a noun or an adjective.
fn is_verb_alone(s: &Sentence<'_>, verb: usize, forms: Forms) -> bool {
    let before = verb.checked_sub(1);
    let follows_determiner = before.is_some_and(|at| {
        let is_relative = s.has(at, words::RELATIVE) && !s.has(at, words::PREPOSITION);
        (s.has(at, words::DETERMINER) && !is_relative) || (s.is_clitic(at) && forms & words::ING == 0)
    });
    if follows_determiner {
        return false;
    }
    let next_is_object = is_object(s, verb + 1);
    let is_noun_too = s.meaning(verb).noun.is_some();
    match () {
        () if forms & (words::PAST | words::PARTICIPLE) != 0 => {
            // "of disputed orders": an adjective.
            let is_attribute = before.is_some_and(|at| s.has(at, words::PREPOSITION) && !s.has(at, words::CLAUSE))
                && s.noun(verb + 1).is_some();
            !is_attribute
        }
        () if forms & words::ING != 0 => {
            let opens = before.is_none_or(|at| {
                s.is_mark(at, ',') || s.has(at, words::PREPOSITION | words::CLAUSE | words::AND) || is_adverb(s, at)
            });
            if is_noun_too { opens && next_is_object } else { true }
        }
        () if is_noun_too => is_present_verb(s, verb, forms),
        () => true,
    }
}

/// Whether a word that is a noun too ("appeal", "orders") is a verb in the present tense: it follows its subject, and
/// nothing says that it is one itself.
fn is_present_verb(s: &Sentence<'_>, verb: usize, forms: Forms) -> bool {
    let Some(before) = verb.checked_sub(1) else { return false };
    let next = verb + 1;
    if s.has(next, words::BE | words::HAVE | words::MODAL | words::COURT | words::COMPOUND)
        || (s.verb(next).is_some() && s.noun(next).is_none())
    {
        return false;
    }
    let is_third = forms & words::THIRD != 0;
    if s.name(before).is_some() {
        return is_third && next < s.len();
    }
    let is_subject = s.has(before, words::PRONOUN) && !s.has(before, words::DETERMINER);
    let is_agent = s.has(before, words::COURT | words::LITIGANT | words::AGENCY);
    let is_plural = s.token(before).is_some_and(|token| s.text()[token.range()].ends_with('s'));
    is_subject || (is_agent && (is_third != is_plural))
}

/// Whether the object of a verb can begin here.
pub(in crate::suggest) fn is_object(s: &Sentence<'_>, at: usize) -> bool {
    s.has(at, words::DETERMINER | words::QUANTITY)
        || s.name(at).is_some()
        || s.noun(at).is_some()
        || (s.is_plain(at)
            && !is_adverb(s, at)
            && !s.is_dateish(at)
            && s.verb(at).is_none()
            && !s.has(
                at,
                words::PREPOSITION | words::TO | words::AND | words::CLAUSE | words::BE | words::HAVE | words::MODAL,
            ))
}

/// Whether a participle without auxiliaries is a passive: "a motion filed on Thursday", "Amazon sued by a rival".
fn is_reduced(s: &Sentence<'_>, verb: usize, forms: Forms) -> bool {
    if forms & words::PARTICIPLE == 0 {
        return false;
    }
    if forms & words::PAST == 0 || s.word_is(verb + 1, "by") {
        return true;
    }
    let follows_noun = verb
        .checked_sub(1)
        .is_some_and(|at| s.noun(at).is_some() || (s.is_mark(at, ',') && at > 0 && s.noun(at - 1).is_some()));
    follows_noun && !is_object(s, verb + 1)
}
