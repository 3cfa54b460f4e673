//! Who a verb is said of: the names before it, and whether they are a court's.

use std::ops::Range;

use super::group::is_adverb;
use super::nouns;
use super::sentence::Sentence;
use super::words;

/// What kind of somebody acts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::suggest) enum Nature {
    /// A court, a judge, or a decision of theirs.
    Court,
    /// A body that decides complaints.
    Agency,
    /// A paper of a party: "the lawsuit seeks".
    Paper,
    /// Somebody with a name.
    Named,
    /// Somebody else: "the company".
    Other,
    /// Nobody that could be found, or "it", "she".
    #[default]
    Unknown,
}

/// Who acts.
#[derive(Clone, Debug, Default)]
pub(in crate::suggest) struct Subject {
    /// The names, in bytes of the text.
    pub names: Vec<Range<usize>>,
    pub nature: Nature,
    /// The court that the words name: its own name, or the one a judge is "of".
    pub court: Option<Range<usize>>,
    /// The first token.
    pub start: usize,
    /// A date beside it: "On Friday Judge Brown", "a judge on Friday".
    pub date: Option<usize>,
    /// It stands in a clause of "if" or "whether".
    pub is_conditional: bool,
    /// It stands in a clause of time: "when", "until".
    pub is_clause: bool,
}

/// Words that begin a clause of time, in which a present tense is yet to come.
const OPEN: &[&str] = &["when", "until", "once", "before", "after", "till", "unless"];

/// Most steps to the left.
const STEPS: usize = 24;
/// Most tokens of an insertion between commas.
const INSERTION: usize = 30;

/// The subject of the verb group that begins at a token.
pub(in crate::suggest) fn before(s: &Sentence<'_>, start: usize) -> Subject {
    let mut subject = Subject { start, ..Subject::default() };
    let mut at = start;
    for _ in 0..STEPS {
        let Some(last) = at.checked_sub(1) else { break };
        match step(s, last, &mut subject) {
            Step::To(next) => at = next,
            Step::Found(first) => {
                subject.start = first;
                look_ahead_of(s, first, &mut subject);
                break;
            }
            Step::Lost => break,
        }
    }
    subject
}

enum Step {
    /// Look further, before this token.
    To(usize),
    /// The subject begins at this token.
    Found(usize),
    Lost,
}

fn step(s: &Sentence<'_>, last: usize, subject: &mut Subject) -> Step {
    if let Some((tokens, date)) = s.date(last) {
        subject.date.get_or_insert(date);
        return Step::To(skip_preposition(s, tokens.start));
    }
    if s.is_mark(last, ',') {
        return insertion(s, last, subject);
    }
    if s.is_mark(last, ')') {
        return find_left(s, last, '(').map_or(Step::Lost, Step::To);
    }
    if let Some((tokens, bytes, is_court)) = s.name(last) {
        return name_step(s, &tokens, bytes, is_court, subject);
    }
    let has = |roles| s.has(last, roles);
    match () {
        () if has(words::RELATIVE) => Step::To(last - usize::from(last > 0 && s.is_mark(last - 1, ','))),
        () if has(words::PRONOUN) && !has(words::DETERMINER) => {
            // "Oracle lost after it sued": likely the subject of the sentence.
            let is_third = ["it", "he", "she", "they"].iter().any(|word| s.word_is(last, word));
            if is_third {
                share_subject(s, 0, last, subject);
            }
            Step::Found(last)
        }
        () if has(words::AND) => {
            let first = clause_start(s, last);
            share_subject(s, first, last, subject);
            Step::Found(first)
        }
        () if s.is_dateish(last) => Step::To(skip_preposition(s, last)),
        () if is_adverb(s, last) => Step::To(last),
        () if is_common(s, last) => common_step(s, last, subject),
        () => Step::Lost,
    }
}

/// What stands between the subject and the comma here: ", of the District Court in Oregon,".
fn insertion(s: &Sentence<'_>, comma: usize, subject: &mut Subject) -> Step {
    let is_participle = s.verb(comma + 1).is_some_and(|(_, forms)| forms & words::ING != 0);
    let Some(opening) = find_left(s, comma, ',').filter(|_| !is_participle) else {
        let first = clause_start(s, comma);
        share_subject(s, first, comma, subject);
        return Step::Found(first);
    };
    let court = (opening..comma).filter(|at| s.is_bench(*at)).find_map(|at| s.name(at));
    if let Some((_, bytes, _)) = court {
        subject.court.get_or_insert(bytes);
    }
    // "The rival, Oracle, sued"
    let inner = s.name(opening + 1).filter(|(tokens, ..)| tokens.start == opening + 1 && tokens.end == comma);
    let Some((_, bytes, is_court)) = inner.filter(|_| !s.word_is(comma + 1, "and")) else {
        return Step::To(opening);
    };
    subject.nature = if is_court { Nature::Court } else { Nature::Named };
    subject.names.push(bytes);
    Step::Found(opening + 1)
}

/// A date's preposition goes with it.
fn skip_preposition(s: &Sentence<'_>, start: usize) -> usize {
    let is_one = start > 0 && ["on", "in", "of", "dated"].iter().any(|word| s.word_is(start - 1, word));
    start - usize::from(is_one)
}

/// The mark that opens what ends before a token.
fn find_left(s: &Sentence<'_>, end: usize, mark: char) -> Option<usize> {
    let stops = |at: &usize| s.is_mark(*at, mark) || s.is_mark(*at, ';') || s.is_mark(*at, ':');
    (end.saturating_sub(INSERTION)..end).rfind(stops).filter(|at| s.is_mark(*at, mark))
}

/// A word that can be the head of a noun phrase.
fn is_common(s: &Sentence<'_>, at: usize) -> bool {
    use words::{AND, BE, CLAUSE, DETERMINER, DO, HAVE, MODAL, NOT, OTHER_VERB, PREPOSITION, PRONOUN, RELATIVE, TO};
    let stops =
        AND | BE | CLAUSE | DETERMINER | DO | HAVE | MODAL | NOT | OTHER_VERB | PREPOSITION | PRONOUN | RELATIVE | TO;
    let is_word = s.token(at).is_some_and(|token| matches!(token.kind, crate::suggest::tokens::Kind::Word));
    let is_verb = s.verb(at).is_some() && s.meaning(at).noun.is_none();
    is_word && s.span(at).is_none() && !s.has(at, stops) && !is_verb
}

fn name_step(
    s: &Sentence<'_>,
    tokens: &Range<usize>,
    bytes: Range<usize>,
    is_court: bool,
    subject: &mut Subject,
) -> Step {
    let mut first = tokens.start;
    let mut is_court = is_court;
    for _ in 0..3 {
        let Some(before) = first.checked_sub(1).filter(|before| is_common(s, *before) && !s.is_dateish(*before)) else {
            break;
        };
        // "federal judge Anna Brown", "rival Oracle"
        is_court |= s.has(before, words::COURT);
        first = before;
    }
    first -= usize::from(first > 0 && s.has(first - 1, words::DETERMINER) && !s.has(first - 1, words::RELATIVE));
    let mut all = vec![bytes.clone()];
    first = take_coordinated(s, first, &mut all);
    if let Some(before) = first.checked_sub(1).filter(|before| is_inside(s, *before)) {
        if s.is_bench(tokens.start) {
            subject.court.get_or_insert(bytes);
        }
        return Step::To(before);
    }
    let is_bench = s.is_bench(tokens.start);
    subject.nature = if is_court {
        Nature::Court
    } else if s.is_agency(tokens.clone()) {
        Nature::Agency
    } else {
        Nature::Named
    };
    if is_bench {
        subject.court = Some(bytes);
    }
    subject.names = all;
    Step::Found(first)
}

/// Whether a preposition here puts what follows inside a larger phrase. "After" begins a clause instead.
fn is_inside(s: &Sentence<'_>, at: usize) -> bool {
    s.has(at, words::PREPOSITION) && !s.has(at, words::CLAUSE)
}

/// Takes in "A, B and" before a name.
fn take_coordinated(s: &Sentence<'_>, mut first: usize, names: &mut Vec<Range<usize>>) -> usize {
    for _ in 0..8 {
        let mut end = first;
        while end > 0 && (s.word_is(end - 1, "and") || s.is_mark(end - 1, ',')) {
            end -= 1;
        }
        let is_list = end < first && (s.word_is(first - 1, "and") || names.len() > 1);
        let Some((tokens, bytes, _)) = end.checked_sub(1).filter(|_| is_list).and_then(|at| s.name(at)) else { break };
        names.insert(0, bytes);
        first = tokens.start - usize::from(tokens.start > 0 && s.has(tokens.start - 1, words::DETERMINER));
    }
    first
}

fn common_step(s: &Sentence<'_>, head: usize, subject: &mut Subject) -> Step {
    let mut first = head;
    while let Some(before) =
        first.checked_sub(1).filter(|before| head - before < 7 && is_common(s, *before) && !s.is_dateish(*before))
    {
        first = before;
    }
    let mut names = Vec::new();
    if let Some(before) = first.checked_sub(1) {
        if s.is_clitic(before) {
            first = before;
            if let Some((tokens, bytes, _)) = before.checked_sub(1).and_then(|at| s.name(at)) {
                names.push(bytes);
                first = tokens.start;
            } else {
                while let Some(owner) = first.checked_sub(1).filter(|at| head - at < 10 && is_common(s, *at)) {
                    first = owner;
                }
            }
        } else if let Some((tokens, ..)) = s.name(before) {
            // "an Oregon judge", "an Apple lawyer"
            first = tokens.start;
        }
    }
    first -= usize::from(
        first > 0 && s.has(first - 1, words::DETERMINER | words::QUANTITY) && !s.has(first - 1, words::RELATIVE),
    );
    if let Some(before) = first.checked_sub(1).filter(|before| is_inside(s, *before)) {
        return Step::To(before);
    }
    let paper = s.noun(head).map(|noun| noun.sense().group);
    subject.nature = match paper {
        Some(group) if group & (nouns::ORDER | nouns::DECISION) != 0 => Nature::Court,
        Some(_) => Nature::Paper,
        None if (first..=head).any(|at| s.has(at, words::COURT)) && !s.has(head, words::LITIGANT) => Nature::Court,
        None if s.has(head, words::AGENCY) => Nature::Agency,
        None => Nature::Other,
    };
    if matches!(subject.nature, Nature::Other) {
        subject.names = names;
    }
    Step::Found(first)
}

/// Where the clause begins that holds a token: after a boundary, or at the start of the sentence.
fn clause_start(s: &Sentence<'_>, token: usize) -> usize {
    let is_boundary = |at: &usize| s.is_mark(*at, ';') || s.is_mark(*at, ':') || s.has(*at, words::CLAUSE);
    (token.saturating_sub(60)..token).rfind(is_boundary).map_or(token.saturating_sub(60), |at| at + 1)
}

/// The subject that a verb shares with the clause it stands in, where nothing nearer is found.
pub(in crate::suggest) fn shared(s: &Sentence<'_>, start: usize) -> Subject {
    let mut subject = Subject { start, ..Subject::default() };
    share_subject(s, clause_start(s, start), start, &mut subject);
    subject
}

/// The subject of an earlier verb in the clause, which a later one after "and" shares: the first name that stands in no
/// larger phrase, or the first word for a court.
fn share_subject(s: &Sentence<'_>, first: usize, end: usize, subject: &mut Subject) {
    let mut at = first;
    while at < end {
        if let Some((tokens, bytes, is_court)) = s.name(at) {
            let start = tokens.start - usize::from(tokens.start > 0 && s.has(tokens.start - 1, words::DETERMINER));
            let is_free = start.checked_sub(1).is_none_or(|before| !is_inside(s, before) && s.verb(before).is_none());
            if is_free && !s.is_clitic(tokens.end) {
                subject.nature = if is_court { Nature::Court } else { Nature::Named };
                subject.names.push(bytes);
                share_date(s, tokens.end, subject);
                return;
            }
            at = tokens.end;
            continue;
        }
        let is_free = at.checked_sub(1).is_none_or(|before| !is_inside(s, before));
        if s.has(at, words::COURT) && is_free {
            subject.nature = Nature::Court;
            share_date(s, at + 1, subject);
            return;
        }
        if s.has(at, words::PRONOUN | words::LITIGANT) && !s.has(at, words::DETERMINER) {
            return;
        }
        at += 1;
    }
}

/// A date right after a shared subject is shared too: "a judge on Friday granted the motion and stayed the suit".
fn share_date(s: &Sentence<'_>, at: usize, subject: &mut Subject) {
    let at = at + usize::from(s.word_is(at, "on"));
    if let Some((_, date)) = s.date(at) {
        subject.date.get_or_insert(date);
    }
}

/// Looks at what stands before the subject: a date, a word that begins a clause, "if".
fn look_ahead_of(s: &Sentence<'_>, first: usize, subject: &mut Subject) {
    let mut at = first;
    // "On Friday, when the court dismissed"
    at -= usize::from(at > 0 && s.word_is(at - 1, "when"));
    at -= usize::from(at > 0 && s.is_mark(at - 1, ','));
    if let Some((tokens, date)) = at.checked_sub(1).and_then(|at| s.date(at)) {
        subject.date.get_or_insert(date);
        at = skip_preposition(s, tokens.start);
    }
    for word in at.saturating_sub(2)..first {
        let is_denied = word > 0 && ["denied", "denies", "deny"].iter().any(|verb| s.word_is(word - 1, verb));
        subject.is_conditional |= s.has(word, words::CONDITION) || (is_denied && s.word_is(word, "that"));
        subject.is_clause |= OPEN.iter().any(|open| s.word_is(word, open));
    }
}
