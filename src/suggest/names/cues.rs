//! What the words around say of capitalised words that could be anything.

use super::Reader;
use super::atoms::{Atom, HEADS, Join};
use super::guess::Guess;
use super::lists::Fact;
use super::meaning::Meaning;
use crate::suggest::tokens::{Case, Gap, Kind};

type Guessed = (Option<Guess>, usize);

/// What the words around a name make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cues {
    /// It is a party to something.
    pub is_party: bool,
    /// It is a person.
    pub is_person: bool,
    /// It stands on a side of "v.".
    pub is_side: bool,
    /// It is likely a place.
    pub is_place: bool,
    /// It is likely the title of a work, or of something that somebody has.
    pub is_work: bool,
    /// It stands alone between quotation marks.
    pub is_quoted: bool,
}

impl Reader<'_> {
    /// Capitalised words that no list tells anything of.
    pub fn anything(&self, atoms: &[Atom], at: usize, tight: usize) -> Guessed {
        let tight = (at + 1..tight)
            .find(|place| atoms[*place].has(Meaning::NATION) || self.ends_anything(&atoms[*place]))
            .unwrap_or(tight);
        let (start, end) = (atoms[at].start, atoms[tight - 1].end);
        let cues = self.cues(start, end);
        let is_lone = tight == at + 1;
        let named = &atoms[at..tight];
        let none = (None, tight);
        if cues.is_side && !named.iter().all(|atom| atom.has(Meaning::FUNCTION)) {
            let (side_end, kind) = self.side_end(atoms, at, tight);
            return (Some(Guess { is_lone, ..Guess::new(start, atoms[side_end - 1].end, kind) }), side_end);
        }
        if self.is_no_party(named) {
            return none;
        }
        if is_lone {
            return (self.lone(&atoms[at], cues), tight);
        }
        let is_recalled = self
            .memory
            .recall(&super::reader::spaced(
                &self.block.text[super::phrases::token_range(self.block.tokens, start..end)],
            ))
            .is_some();
        let is_strong = cues.is_party || cues.is_person || is_recalled;
        let is_weak = self.is_ordinary(&named[0]) || named.last().is_some_and(|last| self.is_ordinary(last));
        let is_acronym_first = named[0].case == Case::Upper && !named[0].is_initial && named[0].fact.is_none();
        // What is left of "Great Neighborhood Hangout" is no name either.
        let is_left_over = at > 0
            && atoms[at].join == Join::Plain
            && self.is_ordinary(&atoms[at - 1])
            && self.begins_sentence(atoms[0].start)
            && !atoms[at - 1].has(Meaning::FUNCTION);
        let is_doubtful = is_weak
            || cues.is_work
            || is_acronym_first
            || is_left_over
            || self.line.is_heading
            || cues.is_quoted
            || cues.is_place
            || self.is_whole_line(start, end)
            || self.is_shouted(named);
        if is_doubtful && !is_strong {
            return none;
        }
        let is_short = tight <= at + 4;
        if (cues.is_person && is_short) || self.judge_mark_end(end).is_some() {
            return (Some(self.person_of(atoms, at, tight)), tight);
        }
        (Some(Guess::new(start, end, "")), tight)
    }

    /// What stands on a side of "v." goes on over "of": "State of Gujarat".
    fn side_end(&self, atoms: &[Atom], at: usize, tight: usize) -> (usize, &'static str) {
        let has_state = atoms[at..tight].iter().any(|atom| atom.has(Meaning::CIVIC) || atom.is_place());
        let is_person = atoms[at].has(Meaning::GIVEN) && tight > at + 1;
        let mut end = tight;
        while has_state && atoms.get(end).is_some_and(|atom| atom.join == Join::Of) {
            end = self.tight_end(atoms, end);
        }
        let kind = if has_state && !is_person {
            "government"
        } else if is_person {
            "person"
        } else {
            ""
        };
        (end, kind)
    }

    fn ends_anything(&self, atom: &Atom) -> bool {
        self.line.is_heading && self.is_ordinary(atom)
    }

    /// Words that name no party whatever stands around them.
    fn is_no_party(&self, atoms: &[Atom]) -> bool {
        let Some(last) = atoms.last() else { return true };
        let is_generic = |atom: &Atom| {
            atom.is_place() || atom.has(GENERIC) || self.is_ordinary(atom) || (atom.is_initial && atom.fact.is_none())
        };
        let is_thing = (last.has(Meaning::THING) && last.fact.is_none()) || atoms[0].has(Meaning::THING_LEAD);
        is_thing
            || atoms.iter().all(is_generic)
            || matches!(last.fact, Some(Fact::Nothing | Fact::Place)) && atoms.len() == 1
    }

    /// A single word: only where the text introduced it or the words around tell.
    fn lone(&self, atom: &Atom, cues: Cues) -> Option<Guess> {
        let words = self.str(atom.start);
        let recalled = self.memory.recall(words);
        let is_first = self.begins_sentence(atom.start);
        if atom.has(Meaning::SUFFIX) || words.chars().count() < 2 {
            return None;
        }
        if recalled.is_some() && !(self.line.is_loud && words.len() < 4) {
            return Some(Guess { is_lone: true, ..Guess::new(atom.start, atom.end, "") });
        }
        if self.line.is_heading {
            return None;
        }
        // "Mery," on a line of its own opens a letter.
        let is_addressed = self.is_whole_line(atom.start, atom.end)
            && atom.case == Case::Title
            && self.token(atom.end).is_some_and(|next| next.is_mark(','))
            && !self.is_ordinary(atom)
            && !atom.has(GENERIC);
        if is_addressed {
            return Some(Guess { is_lone: true, ..Guess::new(atom.start, atom.end, "person") });
        }
        let is_plural_role = is_first && ROLE_ENDINGS.iter().any(|ending| words.ends_with(ending));
        let is_cued = (cues.is_party && !(is_first && is_plural_role)) || cues.is_person;
        let is_acronym = atom.case == Case::Upper && words.len() > 4;
        if !is_cued || (is_acronym && !cues.is_party) {
            return None;
        }
        let kind = if cues.is_person { "person" } else { "" };
        Some(Guess { is_lone: true, ..Guess::new(atom.start, atom.end, kind) })
    }

    /// Whether words are in capitals though their line is not.
    fn is_shouted(&self, atoms: &[Atom]) -> bool {
        atoms.iter().all(|atom| atom.case == Case::Upper)
    }

    /// What stands around the tokens of a name.
    pub fn cues(&self, start: usize, end: usize) -> Cues {
        let mut cues = Cues::default();
        self.cues_before(start, &mut cues);
        self.cues_after(end, &mut cues);
        let opens = start
            .checked_sub(1)
            .and_then(|at| self.token(at))
            .is_some_and(|token| matches!(token.kind, Kind::Mark('"' | '“' | '‘' | '«')));
        let closes = self.token(end).is_some_and(|token| matches!(token.kind, Kind::Mark('"' | '”' | '’' | '»')))
            || self.token(end).is_some_and(|token| {
                token.is_mark(',') && self.token(end + 1).is_some_and(|next| matches!(next.kind, Kind::Mark('"' | '”')))
            });
        cues.is_quoted = opens && closes;
        cues
    }

    fn cues_before(&self, start: usize, cues: &mut Cues) {
        let mut at = start;
        let mut back = || {
            at = at.checked_sub(1)?;
            self.token(at)
        };
        if self.token(start).is_some_and(|token| token.gap == Gap::Paragraph) {
            return;
        }
        let Some(mut before) = back() else { return };
        // "against the", "v. the".
        if self.means(before).has(Meaning::THE) {
            let Some(one) = back() else { return };
            before = one;
        }
        if before.is_mark('.') {
            let Some(one) = back() else { return };
            cues.is_side = self.means(one).has(Meaning::VERSUS);
            return;
        }
        cues.is_work =
            before.kind == Kind::Clitic || (before.kind == Kind::Word && self.means(before).has(Meaning::WORK));
        if before.kind != Kind::Word {
            return;
        }
        let means = self.means(before);
        cues.is_side = means.has(Meaning::VERSUS);
        if before.case != Case::Lower {
            return;
        }
        cues.is_party = means.has(Meaning::BEFORE.and(Meaning::PARTY_ROLE));
        cues.is_person = means.has(Meaning::ROLE);
        let word = self.block.str(before);
        if means.has(Meaning::BY) {
            let Some(verb) = back() else { return };
            let is_verb = verb.case == Case::Lower
                && (self.block.str(verb).ends_with("ed") || self.means(verb).has(Meaning::ACTS.and(Meaning::BEFORE)));
            let is_role = self.means(verb).has(Meaning::ROLE) && verb.case == Case::Lower;
            let is_according = word == "to" && self.block.str(verb) == "according";
            cues.is_party |= (word == "by" && is_verb) || (matches!(word, "for" | "of") && is_role) || is_according;
        }
        cues.is_place =
            matches!(word, "in" | "near" | "at" | "around" | "through" | "outside" | "into" | "across" | "via");
    }

    fn cues_after(&self, end: usize, cues: &mut Cues) {
        let Some(after) = self.token(end).filter(|token| token.gap < Gap::Paragraph) else { return };
        if after.kind == Kind::Clitic {
            cues.is_party |= self.means_at(end + 1).has(Meaning::ROLE)
                && self.token(end + 1).is_some_and(|next| next.case == Case::Lower);
            return;
        }
        if self.leads_to_versus(end) || self.leads_to_role(end) {
            cues.is_side = true;
        }
        if after.is_mark(',') {
            let next = self.means_at(end + 1);
            cues.is_person |= self.str(end + 1) == "who" || self.str(end + 1) == "whose";
            cues.is_party |= self.str(end + 1) == "which" || self.str(end + 1) == "whose";
            // ", a spokesman for", ", chief executive of".
            let is_article = matches!(self.str(end + 1), "a" | "an" | "the" | "its" | "his" | "her" | "their" | "then");
            let from = end + 1 + usize::from(is_article);
            cues.is_person |= (from..from + 3)
                .map_while(|at| self.token(at).filter(|token| token.kind == Kind::Word && token.case == Case::Lower))
                .any(|token| self.means(token).has(Meaning::ROLE));
            // ", 42," and ", aged 42".
            cues.is_person |= self.is_age(end + 1) || next.has(Meaning::AGED);
            return;
        }
        if after.kind == Kind::Word && after.case == Case::Lower {
            let means = self.means(after);
            cues.is_party |= means.has(Meaning::REPORTS.and(Meaning::ACTS));
            cues.is_person |= self.block.str(after) == "who";
        }
    }

    fn is_age(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Number && token.end - token.start == 2)
            && self.token(at + 1).is_some_and(|token| token.is_mark(','))
    }

    /// Whether "v." follows, perhaps after "and others".
    fn leads_to_versus(&self, end: usize) -> bool {
        for at in end..end + 8 {
            let Some(token) =
                self.token(at).filter(|token| at == end || token.gap < Gap::Paragraph || token.kind == Kind::Word)
            else {
                return false;
            };
            let means = self.means(token);
            if means.has(Meaning::VERSUS) {
                let is_letter = token.end - token.start == 1;
                return !is_letter
                    || token.case == Case::Lower
                    || self.token(at + 1).is_some_and(|stop| stop.is_mark('.'));
            }
            let is_others = matches!(
                self.block.str(token),
                "&" | "."
                    | ","
                    | "and"
                    | "others"
                    | "another"
                    | "Ors"
                    | "ors"
                    | "Anr"
                    | "anr"
                    | "Others"
                    | "Another"
                    | "et"
                    | "al"
                    | "-"
            );
            if !is_others {
                return false;
            }
        }
        false
    }

    /// "Acme Wines ..... Petitioner": dots or dashes that fill the line, then a side.
    fn leads_to_role(&self, end: usize) -> bool {
        let mut at = end;
        while at < end + 48
            && self
                .token(at)
                .is_some_and(|token| matches!(token.kind, Kind::Mark('.' | '…' | '-' | '–' | '—' | '·' | '&')))
        {
            at += 1;
        }
        let is_filled = at > end + 1 || self.token(end).is_some_and(|token| token.is_mark('…'));
        is_filled && self.means_at(at).has(Meaning::PARTY_ROLE)
    }
}

/// Words that name no party alone or with others of the kind.
const GENERIC: Meaning = Meaning::COMMON
    .and(Meaning::FUNCTION)
    .and(Meaning::DATE)
    .and(Meaning::NATION)
    .and(Meaning::TITLE)
    .and(Meaning::THING)
    .and(Meaning::PARTY_ROLE)
    .and(Meaning::COURT_PART)
    .and(HEADS);

/// Endings of nouns for people, which begin sentences as often as names do.
const ROLE_ENDINGS: &[&str] =
    &["ers", "ors", "ists", "ians", "ants", "ents", "ees", "als", "ings", "ions", "ies", "ives", "yers", "men", "ons"];
