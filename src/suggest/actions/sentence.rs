//! A sentence: its tokens, the names, dates and sums found in it, and small questions about them.

use std::ops::Range;

use super::words::{self, Act, Forms, Noun, Roles};
use super::{Cue, Lexicon, Meaning};
use crate::suggest::suggestion::{Made, Suggestion};
use crate::suggest::tokens::{Case, Kind, Token};

/// What stands at some tokens of a sentence.
#[derive(Clone, Debug)]
pub(in crate::suggest) enum What {
    /// A name.
    Name {
        /// The name itself, in bytes of the text.
        at: Range<usize>,
        /// Whether it is a court's or a judge's.
        is_court: bool,
        /// Whether it is a court's, not a judge's.
        is_bench: bool,
    },
    /// A date, by its place in the list of what was found.
    Date(usize),
    /// A sum of money.
    Sum,
}

/// Tokens that belong together.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Span {
    /// The first token.
    pub from: usize,
    /// The token after the last.
    pub upto: usize,
    pub what: What,
}

/// A sentence to be read. Tokens are counted from its start.
pub(in crate::suggest) struct Sentence<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'static Lexicon,
    /// By place, none within another.
    spans: Vec<Span>,
    /// Whether it, or a sentence next to it, speaks of courts.
    pub is_legal: bool,
    /// Whether it does so with more than the word "case".
    is_surely_legal: bool,
}

impl<'a> Sentence<'a> {
    /// A sentence with what was found in it, which lies at `part` of the list.
    pub(super) fn new(
        text: &'a str,
        tokens: &'a [Token],
        found: &[Suggestion],
        part: Range<usize>,
        cue: Cue,
    ) -> Sentence<'a> {
        let mut sentence = Sentence {
            text,
            tokens,
            lexicon: Lexicon::get(),
            spans: Vec::new(),
            is_legal: cue > Cue::None,
            is_surely_legal: cue == Cue::Sure,
        };
        for (at, one) in found.iter().enumerate().take(part.end).skip(part.start) {
            sentence.take_in(at, one);
        }
        sentence.add_capitalised();
        sentence
    }

    /// A sentence of which nothing is known but the names in it.
    pub fn of_anything(text: &'a str, tokens: &'a [Token], names: &[Suggestion]) -> Sentence<'a> {
        Self::new(text, tokens, names, 0..names.len(), Cue::None)
    }

    fn take_in(&mut self, at: usize, one: &Suggestion) {
        let from = self.tokens.partition_point(|token| token.end <= one.words.start);
        let upto = self.tokens.partition_point(|token| token.start < one.words.end);
        if from >= upto || self.spans.last().is_some_and(|last| last.upto > from) {
            return;
        }
        let what = match &one.made {
            Made::Amount(_) => What::Sum,
            Made::Date(_) => What::Date(at),
            Made::Party(named) => {
                let is_court = named.is_judge
                    || named.kind == "court"
                    || (matches!(named.kind, "" | "person") && self.reads_like_court(from, upto));
                let is_bench = named.kind == "court" || (is_court && self.has_court_word(from..upto));
                What::Name { at: named.name_at.clone(), is_court, is_bench }
            }
            Made::Action(_) => return,
        };
        self.spans.push(Span { from, upto, what });
    }

    /// Adds the runs of capitalised words that nothing was found in.
    fn add_capitalised(&mut self) {
        let known = std::mem::take(&mut self.spans);
        let mut all = Vec::with_capacity(known.len());
        let mut at = 0;
        for span in known {
            self.add_runs(at..span.from, &mut all);
            at = span.upto;
            all.push(span);
        }
        self.add_runs(at..self.tokens.len(), &mut all);
        self.spans = all;
    }

    fn add_runs(&self, part: Range<usize>, spans: &mut Vec<Span>) {
        let mut at = part.start;
        while at < part.end {
            let upto = self.run_end(at, part.end);
            if upto == at {
                at += 1;
                continue;
            }
            let name = self.skip_title(at, upto);
            let range = self.tokens[name].start..self.tokens[upto - 1].end;
            let is_court = self.reads_like_court(at, upto);
            let is_bench = is_court && self.has_court_word(at..upto);
            spans.push(Span { from: at, upto, what: What::Name { at: range, is_court, is_bench } });
            at = upto;
        }
    }

    /// Where the run of capitalised words that begins here ends; here itself where there is none.
    fn run_end(&self, start: usize, end: usize) -> usize {
        if !self.is_name_word(start) || (start > 0 && self.tokens[start].is_glued() && self.is_mark(start - 1, '-')) {
            return start;
        }
        let mut upto = start + 1;
        let mut at = upto;
        while at < end && at - upto < 3 {
            let token = &self.tokens[at];
            let is_join = token.is_glued() && matches!(token.kind, Kind::Mark('-' | '.' | '&'));
            if is_join || (token.is_glued() && self.is_mark(at - 1, '.') && token.kind == Kind::Word) {
                at += 1;
                if token.kind == Kind::Word {
                    upto = at;
                }
            } else if self.is_name_word(at) || self.is_holding(at) {
                at += 1;
                upto = at;
            } else if self.has(at, words::IN_NAMES) && token.case == Case::Lower && !self.word_is(at, "and") {
                // "for" joins only the names of courts and departments.
                // A judge "of the Court" is a person and a court.
                let is_person =
                    matches!(self.lower(start), Some("judge" | "justice" | "magistrate" | "mr" | "ms" | "mrs" | "dr"));
                if is_person || (self.word_is(at, "for") && !self.reads_like_court(start, upto)) {
                    break;
                }
                at += 1;
            } else {
                break;
            }
        }
        let is_lone = upto == start + 1;
        let is_acronym =
            self.tokens[start].case == Case::Upper && self.tokens[start].end - self.tokens[start].start > 1;
        let is_common = self.has(start, words::COURT | words::LITIGANT)
            || (!is_acronym && self.has(start, words::AGENCY | words::TITLE));
        if is_lone && (is_common || (start == 0 && !self.is_lone_name())) { start } else { upto }
    }

    /// Whether the first word of the sentence, alone, is likely a name: capitals prove nothing there.
    fn is_lone_name(&self) -> bool {
        let Some(token) = self.tokens.first() else { return false };
        if token.case == Case::Upper && token.end - token.start > 1 {
            return true;
        }
        let is_plural = self.text[token.range()].ends_with('s');
        let is_subject =
            self.verb(1).is_some() || self.has(1, words::BE | words::HAVE | words::MODAL | words::OTHER_VERB);
        let is_explained = self.is_mark(1, ',') && (self.word_is(2, "which") || self.word_is(2, "who"));
        ((is_subject || is_explained) && !is_plural) || self.tokens.get(1).is_some_and(|next| next.kind == Kind::Clitic)
    }

    /// A capitalised word that may be part of a name.
    fn is_name_word(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        if token.kind != Kind::Word || token.case == Case::Lower {
            return false;
        }
        let Some(meaning) = self.lexicon.action(token.word) else { return true };
        let is_name = meaning.roles & (words::TITLE | words::COURT | words::AGENCY | words::LITIGANT) != 0;
        let is_small = meaning.verb.is_some()
            || meaning.noun.is_some()
            || meaning.roles
                & (words::OPENER
                    | words::CALENDAR
                    | words::MODAL
                    | words::AND
                    | words::BE
                    | words::HAVE
                    | words::DO
                    | words::NOT
                    | words::ADVERB
                    | words::OTHER_VERB
                    | words::POSSIBLE)
                != 0;
        // "Appeals" is part of "Court of Appeals", "Claims" of "Court of Federal Claims".
        is_name || !is_small || (meaning.noun.is_some() && self.is_in_court_name(at))
    }

    /// "Holding", "Lending": a verb's -ing form that goes on a name.
    fn is_holding(&self, at: usize) -> bool {
        self.tokens[at].case == Case::Title
            && self.meaning(at).noun.is_none()
            && self.meaning(at).verb.is_some_and(|(_, forms)| forms == words::ING)
    }

    fn is_in_court_name(&self, at: usize) -> bool {
        let is_court = |at: usize| self.has(at, words::COURT) && self.tokens[at].case != Case::Lower;
        is_court(at + 1)
            || (1..=4).any(|back| at >= back && is_court(at - back) && self.has(at - back + 1, words::IN_NAMES))
    }

    /// The first token of a name without the titles before it: "Chief Justice", "U.S. District Judge".
    fn skip_title(&self, from: usize, upto: usize) -> usize {
        let is_judge = |at: &usize| {
            matches!(
                self.lower(*at),
                Some("judge" | "justice" | "magistrate" | "mr" | "mrs" | "ms" | "dr" | "lord" | "lady" | "hon")
            )
        };
        let last = (from..upto.min(from + 5)).rfind(is_judge);
        let all_titles = |last: usize| (from..last).all(|at| self.has(at, words::TITLE) || self.is_mark(at, '.'));
        match last {
            // "Justice Department" is no judge.
            Some(last) if all_titles(last) && self.lower(last + 1) != Some("department") => {
                let next = last + 1 + usize::from(self.is_mark(last + 1, '.'));
                if next < upto && self.tokens[next].case != Case::Lower { next } else { from }
            }
            _ => from,
        }
    }

    /// Whether capitalised words are a court's or a judge's name.
    fn reads_like_court(&self, from: usize, upto: usize) -> bool {
        (from..upto).any(|at| match self.lower(at) {
            Some("court" | "courts" | "circuit" | "tribunal" | "judge" | "magistrate" | "justices") => true,
            Some("justice") => {
                at + 1 < upto && self.lower(at + 1) != Some("department") && (at == from || !self.word_is(at - 1, "of"))
            }
            _ => false,
        })
    }

    /// Whether words about courts other than the noun itself stand near.
    pub fn is_legal_beside(&self, noun: Noun) -> bool {
        if noun == Noun::Case { self.is_surely_legal } else { self.is_legal }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn text(&self) -> &'a str {
        self.text
    }

    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The bytes from one token up to before another.
    pub fn bytes(&self, from: usize, upto: usize) -> Range<usize> {
        let last = upto.min(self.tokens.len()).max(from + 1) - 1;
        match (self.tokens.get(from), self.tokens.get(last)) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    pub fn meaning(&self, at: usize) -> Meaning {
        self.tokens.get(at).and_then(|token| self.lexicon.action(token.word)).unwrap_or_default()
    }

    /// Whether the word here has one of some roles.
    pub fn has(&self, at: usize, roles: Roles) -> bool {
        self.meaning(at).roles & roles != 0
    }

    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_mark(mark))
    }

    /// Whether the token here is this word, whatever its capitals.
    pub fn word_is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| self.text[token.range()].eq_ignore_ascii_case(word))
    }

    /// The word here where it is one of a few that matter in names.
    fn lower(&self, at: usize) -> Option<&'static str> {
        const KNOWN: &[&str] = &[
            "court",
            "courts",
            "circuit",
            "tribunal",
            "judge",
            "magistrate",
            "justices",
            "justice",
            "department",
            "mr",
            "mrs",
            "ms",
            "dr",
            "lord",
            "lady",
            "hon",
        ];
        KNOWN.iter().copied().find(|word| self.word_is(at, word))
    }

    /// What was found at a token.
    pub fn span(&self, at: usize) -> Option<&Span> {
        let place = self.spans.partition_point(|span| span.upto <= at);
        self.spans.get(place).filter(|span| span.from <= at)
    }

    /// The name at a token: its tokens, its bytes, whether it is a court's.
    pub fn name(&self, at: usize) -> Option<(Range<usize>, Range<usize>, bool)> {
        match self.span(at)? {
            Span { from, upto, what: What::Name { at, is_court, .. } } => Some((*from..*upto, at.clone(), *is_court)),
            _ => None,
        }
    }

    /// The date at a token: its tokens, and its place among what was found.
    pub fn date(&self, at: usize) -> Option<(Range<usize>, usize)> {
        match self.span(at)? {
            Span { from, upto, what: What::Date(date) } => Some((*from..*upto, *date)),
            _ => None,
        }
    }

    /// Whether a token is part of a date, also of one that nobody found.
    pub fn is_dateish(&self, at: usize) -> bool {
        self.date(at).is_some()
            || (self.has(at, words::CALENDAR) && self.span(at).is_none())
            || self.tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
    }

    /// The verb a token may be, unless it is part of a name or a date.
    pub fn verb(&self, at: usize) -> Option<(Act, Forms)> {
        let verb = self.meaning(at).verb?;
        self.span(at).is_none().then_some(verb)
    }

    /// The noun of the courts a token is. "Appeals" in "appeals court" and "complaint" in "complaint department" are none.
    pub fn noun(&self, at: usize) -> Option<Noun> {
        let noun = self.meaning(at).noun?;
        if self.span(at).is_some() {
            return None;
        }
        let next = at + 1;
        let is_other = self.has(next, words::COURT | words::COMPOUND) && !self.has(next, words::PREPOSITION);
        // "A brief statement": an adjective.
        let is_other =
            is_other || (noun == Noun::Brief && self.is_plain(next) && self.meaning(next) == Meaning::default());
        (!is_other).then_some(noun)
    }

    /// Whether a token is an ordinary small-letter word (or a hyphenated part of one).
    pub fn is_plain(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word && token.case == Case::Lower)
    }

    /// Whether a token makes a possessive of what stands before it.
    pub fn is_clitic(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let is_plural = |before: &Token| self.text[before.range()].ends_with('s') && token.is_glued();
        match token.kind {
            Kind::Clitic => true,
            // "Harbour Lines' bid"
            Kind::Mark('\'' | '’') => {
                at > 0
                    && is_plural(&self.tokens[at - 1])
                    && self.tokens.get(at + 1).is_some_and(|next| !next.is_glued())
            }
            _ => false,
        }
    }

    /// Whether the name at a token is a court's.
    pub fn is_bench(&self, at: usize) -> bool {
        matches!(self.span(at), Some(Span { what: What::Name { is_bench: true, .. }, .. }))
    }

    /// Whether a name says "Court", "Tribunal" or "Circuit".
    fn has_court_word(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| matches!(self.lower(at), Some("court" | "courts" | "circuit" | "tribunal")))
    }

    /// Whether a name says "Office", "Commission" or the like.
    pub fn is_agency(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| self.has(at, words::AGENCY))
    }
}
