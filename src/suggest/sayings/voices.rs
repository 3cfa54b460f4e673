//! The verbs of saying in a sentence, and which of them govern some words.

use std::ops::Range;

use super::speaker;
use super::words::{self, Manner, Needs};
use crate::suggest::actions::sentence::Sentence;
use crate::suggest::actions::words as roles;
use crate::suggest::names;
use crate::suggest::scan::Block;
use crate::suggest::tokens::{Kind, Token, tokenise};

/// What a sentence says of the words in it.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The manner of the nearest verb; `None` where nothing tells.
    pub manner: Option<Manner>,
    /// Who says so, nearest first.
    pub chain: Vec<Range<usize>>,
    /// Whether the words stand in a quotation.
    pub is_quoted: bool,
}

/// A verb or phrase of saying.
pub(super) struct Voice {
    pub manner: Manner,
    /// How far it is from the words: the nearest comes first.
    distance: usize,
    pub speakers: Vec<Range<usize>>,
}

/// A sentence with what is quoted in it.
pub(super) struct Speech<'a> {
    pub s: Sentence<'a>,
    pub text: &'a str,
    tokens: &'a [Token],
    /// For each token, whether it stands in a quotation.
    quoted: Vec<bool>,
    /// The bytes of the sentence before.
    pub before: Option<Range<usize>>,
}

impl Speech<'_> {
    /// The word here, in small letters.
    pub fn lower(&self, at: usize) -> String {
        self.tokens.get(at).map(|token| self.text[token.range()].to_lowercase()).unwrap_or_default()
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    /// Whether a clause can end before a token: a mark, a preposition, a date or the end stands there.
    pub fn ends_clause(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        matches!(token.kind, Kind::Mark(_))
            || self.s.has(at, roles::PREPOSITION | roles::RELATIVE)
            || self.s.is_dateish(at)
    }

    pub fn is_quote(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Mark('"' | '“' | '”' | '«' | '»')))
    }
}

/// Reads a sentence with a function of it.
pub(super) fn with_speech<T>(
    text: &str,
    sentence: &Range<usize>,
    before: Option<&Range<usize>>,
    opens: bool,
    read: impl FnOnce(&Speech<'_>) -> T,
) -> T {
    let mut tokens = Vec::new();
    tokenise(text, sentence.clone(), &mut tokens);
    let mut found = Vec::new();
    names::find(&Block { text, tokens: &tokens }, None, &mut names::Memory::default(), &mut found);
    found.sort_by_key(|one| (one.words.start, one.words.end));
    let mut is_open = opens;
    let mut quoted = Vec::with_capacity(tokens.len());
    for token in &tokens {
        match token.kind {
            Kind::Mark('“' | '«') => is_open = true,
            Kind::Mark('”' | '»') => is_open = false,
            Kind::Mark('"') => is_open = !is_open,
            _ => {}
        }
        quoted.push(is_open);
    }
    let s = Sentence::of_anything(text, &tokens, &found);
    read(&Speech { s, text, tokens: &tokens, quoted, before: before.cloned() })
}

/// What a sentence says of some words in it.
pub(super) fn voices(
    text: &str,
    sentence: &Range<usize>,
    words: &Range<usize>,
    before: Option<&Range<usize>>,
    opens: bool,
) -> Found {
    with_speech(text, sentence, before, opens, |speech| {
        let first = speech.tokens.partition_point(|token| token.end <= words.start);
        let upto = speech.tokens.partition_point(|token| token.start < words.end.max(words.start + 1)).max(first + 1);
        let mut found = Found { is_quoted: speech.is_quoted(first), ..Found::default() };
        let mut all: Vec<Voice> =
            (0..speech.len()).filter_map(|at| voice(speech, at, &(first..upto), found.is_quoted)).collect();
        all.sort_by_key(|voice| voice.distance);
        found.manner = all.first().map(|voice| voice.manner);
        for voice in all {
            for speaker in voice.speakers {
                if !found.chain.contains(&speaker) {
                    found.chain.push(speaker);
                }
            }
        }
        let is_plain = matches!(found.manner, None | Some(Manner::Reported));
        if is_plain {
            found.manner = adverb(speech, &(first..upto))
                .or_else(|| expected(speech, &(first..upto), found.manner.is_some()))
                .or(found.manner);
        }
        found
    })
}

/// The last speaker that a sentence names outside its quotations, and the manner.
pub(super) fn last_speaker(text: &str, sentence: &Range<usize>, opens: bool) -> Option<(Vec<Range<usize>>, Manner)> {
    with_speech(text, sentence, None, opens, |speech| {
        (0..speech.len()).rev().filter(|at| !speech.is_quoted(*at)).find_map(|at| {
            let (manner, speakers) = verb(speech, at)?;
            (!speakers.is_empty()).then_some((speakers, manner))
        })
    })
}

/// Further than any verb in a sentence: for those that speak of all of it.
const FAR: usize = 1 << 20;

/// The verb or phrase of saying here, if it governs the words.
fn voice(speech: &Speech<'_>, at: usize, words: &Range<usize>, is_quoted: bool) -> Option<Voice> {
    if speech.is_quoted(at) {
        return None;
    }
    let s = &speech.s;
    if s.word_is(at, "according") && s.word_is(at + 1, "to") && !breaks(speech, at, words) {
        let (speakers, manner) = speaker::source(speech, at + 2);
        return Some(Voice { manner, distance: FAR + at, speakers });
    }
    if (s.word_is(at, "citing") || s.word_is(at, "quoting")) && !breaks(speech, at, words) {
        let (speakers, _) = speaker::source(speech, at + 1);
        return Some(Voice { manner: Manner::Reported, distance: 2 * FAR + at, speakers });
    }
    let is_by_order = s.word_is(at, "by") && s.word_is(at + 1, "order") && s.word_is(at + 2, "of");
    if is_by_order && !breaks(speech, at, words) {
        let (speakers, _) = speaker::source(speech, at + 3);
        return Some(Voice { manner: Manner::Ordered, distance: FAR + at, speakers });
    }
    let (manner, speakers) = verb(speech, at)?;
    let is_inside = words.contains(&at);
    let governs = match () {
        () if is_inside => true,
        () if at < words.start => is_quoted || !ends_before(speech, at, words.start),
        () => is_after(speech, at) && (is_quoted || !breaks(speech, at, words)),
    };
    let distance = if at < words.end { words.end - at } else { FAR / 2 + at };
    governs.then_some(Voice { manner, distance, speakers })
}

/// The manner of the verb of saying here, or of the noun that holds what is said, and who says it.
fn verb(speech: &Speech<'_>, at: usize) -> Option<(Manner, Vec<Range<usize>>)> {
    let s = &speech.s;
    if s.span(at).is_some() || !s.is_plain(at) && at > 0 {
        return None;
    }
    let word = speech.lower(at);
    let follows_article = at > 0
        && ((s.has(at - 1, roles::DETERMINER | roles::PREPOSITION) && !s.has(at - 1, roles::RELATIVE | roles::CLAUSE))
            || s.is_clitic(at - 1));
    if s.word_is(at + 1, "that") && follows_article {
        return words::noun(&word).map(|manner| (manner, speaker::owner(speech, at)));
    }
    let (manner, needs) = words::manner(&word)?;
    if follows_article && !s.is_clitic(at.saturating_sub(1)) {
        return None;
    }
    let is_noun = s.has(at + 1, roles::BE | roles::HAVE | roles::MODAL);
    if needs == Needs::Verb && is_noun {
        return None;
    }
    let start = group_start(speech, at);
    let is_passive = (start..at).any(|at| s.has(at, roles::BE)) && !word.ends_with("ing");
    let said = speaker::speaker(speech, start, at);
    let is_court = said.is_court || (is_passive && s.word_is(at + 1, "by"));
    // Whoever is no court finds things too: that is a report.
    let manner =
        if needs == Needs::Court && !is_court && s.word_is(at + 1, "that") { Manner::Reported } else { manner };
    let fits = match needs {
        Needs::Nothing => true,
        Needs::That => s.word_is(at + 1, "that") || speech.is_quote(at + 1),
        Needs::Verb => said.is_somebody && !s.is_clitic(at.saturating_sub(1)),
        Needs::Court => is_court || manner == Manner::Reported,
    };
    if !fits {
        return None;
    }
    if is_passive {
        // "Is expected to", "was told": nobody in particular says it.
        let is_meant = !matches!(word.as_str(), "told" | "found" | "held" | "believed");
        return is_meant.then(|| (manner, Vec::new()));
    }
    let is_silent = manner == Manner::Expected && !words::is_holder(&word);
    let speakers = if is_silent { Vec::new() } else { said.names };
    Some((sharpened(speech, at, manner, said.is_court), speakers))
}

/// The first auxiliary of a verb.
fn group_start(speech: &Speech<'_>, verb: usize) -> usize {
    let s = &speech.s;
    let mut start = verb;
    // "Has long maintained"
    if verb > 1 && speech.s.is_plain(verb - 1) && s.has(verb - 2, roles::HAVE) {
        start = verb - 1;
    }
    while let Some(before) = start.checked_sub(1).filter(|before| {
        verb - before < 6
            && s.has(*before, roles::HAVE | roles::BE | roles::MODAL | roles::DO | roles::NOT | roles::ADVERB)
    }) {
        start = before;
    }
    start
}

/// Saying is arguing in a brief or to a court, alleging in a complaint, ruling where a judge does it.
fn sharpened(speech: &Speech<'_>, verb: usize, manner: Manner, is_court: bool) -> Manner {
    if manner != Manner::Reported {
        return manner;
    }
    let s = &speech.s;
    if let Some(manner) = by_paper(speech, verb) {
        return manner;
    }
    if is_court {
        return ruled_or_said(speech, verb);
    }
    let told = speech.lower(verb);
    let is_told = told.starts_with('t')
        && (verb + 1..verb + 5).take_while(|at| !s.word_is(*at, "that")).any(|at| s.has(at, roles::COURT));
    if is_told {
        return Manner::Argued;
    }
    in_paper(speech, verb).unwrap_or(manner)
}

/// The manner of a paper that says something itself: "the complaint says", "the ruling said".
fn by_paper(speech: &Speech<'_>, verb: usize) -> Option<Manner> {
    let s = &speech.s;
    let start = group_start(speech, verb);
    let from = speaker::start_of(speech, start);
    let end = (from..start).find(|at| s.is_mark(*at, ',')).unwrap_or(start);
    let is_person = |at: &usize| s.has(*at, roles::LITIGANT);
    (from..end).filter(|at| !is_person(at) && s.noun(*at).is_some()).find_map(|at| words::paper(&speech.lower(at)))
}

/// A court that says something rules it; a judge does so in writing.
fn ruled_or_said(speech: &Speech<'_>, verb: usize) -> Manner {
    let s = &speech.s;
    let start = speaker::start_of(speech, group_start(speech, verb));
    let is_bench = (start..verb)
        .any(|at| s.is_bench(at) || ["court", "tribunal", "bench", "panel"].iter().any(|word| s.word_is(at, word)));
    let is_written = s.word_is(verb, "wrote") || s.word_is(verb, "writes");
    let rules = |at: usize| matches!(words::paper(&speech.lower(at)), Some(Manner::Ruled | Manner::Ordered));
    let is_in_ruling = (verb + 1..verb + 8).any(|at| s.word_is(at, "in") && (at + 1..at + 5).any(rules));
    if is_bench || is_written || is_in_ruling { Manner::Ruled } else { Manner::Reported }
}

/// The manner of the paper that something is said in: "said in a filing", "in its complaint, the company says".
fn in_paper(speech: &Speech<'_>, verb: usize) -> Option<Manner> {
    let s = &speech.s;
    let mut ins = (verb.saturating_sub(24)..verb + 6).filter(|at| s.word_is(*at, "in") && !speech.is_quoted(*at));
    ins.find_map(|at| {
        let has_comma = (at + 1..verb).any(|at| s.is_mark(at, ','));
        let is_near = at > verb || has_comma;
        let noun =
            (at + 1..at + 6).take_while(|at| !s.is_mark(*at, ',')).find_map(|at| words::paper(&speech.lower(at)));
        noun.filter(|manner| is_near && matches!(manner, Manner::Alleged | Manner::Argued))
    })
}

/// Whether a verb before the words does not reach them.
fn ends_before(speech: &Speech<'_>, verb: usize, words: usize) -> bool {
    let s = &speech.s;
    // "Oracle, which said it would appeal, lost": what stands in a relative clause ends with it.
    let start = group_start(speech, verb);
    let is_relative = start > 1 && s.has(start - 1, roles::RELATIVE) && s.is_mark(start - 2, ',');
    let ends = |at: usize| is_relative && s.is_mark(at, ',');
    (verb + 1..words).any(|at| !speech.is_quoted(at) && (ends(at) || is_break(speech, at)))
}

/// Whether a new clause of its own begins between a verb and the words.
fn breaks(speech: &Speech<'_>, verb: usize, words: &Range<usize>) -> bool {
    let between = if verb < words.start { verb + 1..words.start } else { words.end..verb };
    between.into_iter().any(|at| !speech.is_quoted(at) && is_break(speech, at))
}

/// A semicolon, or a comma before "but", "while", "and" that do not go on with "that".
fn is_break(speech: &Speech<'_>, at: usize) -> bool {
    let s = &speech.s;
    if s.is_mark(at, ';') {
        return true;
    }
    let joins = ["but", "while", "although", "though", "whereas", "and", "yet", "so"];
    let is_joint = joins.iter().any(|word| s.word_is(at + 1, word)) && !s.word_is(at + 2, "that");
    s.is_mark(at, ',') && is_joint
}

/// Whether a verb after the words speaks of them: it stands with its subject between a comma or a quotation mark and the
/// end, or after "as".
fn is_after(speech: &Speech<'_>, verb: usize) -> bool {
    let s = &speech.s;
    let start = group_start(speech, verb);
    let subject = speaker::start_of(speech, start);
    let opens = |at: usize| {
        at > 0
            && (s.is_mark(at - 1, ',') || speech.is_quote(at - 1) || s.word_is(at - 1, "as") || s.is_mark(at - 1, '—'))
    };
    let is_inverted = opens(start);
    let has_own = s.word_is(verb + 1, "that") || s.is_mark(verb + 1, ':');
    (is_inverted || opens(subject)) && !has_own
}

/// The manner of an adverb among the words or just before them.
fn adverb(speech: &Speech<'_>, words: &Range<usize>) -> Option<Manner> {
    (words.start.saturating_sub(8)..words.end)
        .filter(|at| !breaks_adverb(speech, *at, words))
        .find_map(|at| words::adverb(&speech.lower(at)))
}

fn breaks_adverb(speech: &Speech<'_>, at: usize, words: &Range<usize>) -> bool {
    (at..words.start).any(|at| speech.s.is_mark(at, ',') || speech.s.is_mark(at, ';'))
}

/// Whether the words are of what is to come: "will", "is due", "is expected". After a verb of saying also "would".
fn expected(speech: &Speech<'_>, words: &Range<usize>, is_said: bool) -> Option<Manner> {
    let s = &speech.s;
    let is_future = |at: usize| {
        let word = speech.lower(at);
        let is_due = matches!(word.as_str(), "due" | "scheduled" | "slated" | "expected" | "set" | "likely");
        let is_be = |at: usize| s.has(at, roles::BE);
        let after_be =
            at > 0 && (is_be(at - 1) || (at > 1 && s.has(at - 1, roles::ADVERB | roles::NOT) && is_be(at - 2)));
        matches!(word.as_str(), "will" | "won't" | "shall" | "it'll" | "they'll" | "he'll" | "she'll" | "we'll")
            // "Said it would appeal"
            || (is_said && word == "would" && at > 0 && s.has(at - 1, roles::PRONOUN))
            || (is_due && after_be && (word != "set" && word != "likely" || s.has(at + 1, roles::TO)))
            || (s.has(at, roles::BE) && s.has(at + 1, roles::TO))
    };
    let start = words.start.saturating_sub(14);
    let near = (start..words.end).filter(|at| !breaks_adverb(speech, *at, words));
    near.into_iter().any(is_future).then_some(Manner::Expected)
}
