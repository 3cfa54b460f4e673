//! Capitalised words that no list tells anything of.

use super::Reader;
use super::atoms::{Atom, HEADS, Join};
use super::cues::Cues;
use super::guess::Guess;
use super::lists::Fact;
use super::meaning::Meaning;
use super::phrases::token_range;
use super::reader::spaced;
use super::stretches::tight_end;
use crate::suggest::tokens::{Case, Token};

type Guessed = (Option<Guess>, usize);

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
            let (side_end, kind) = side_end(atoms, at, tight);
            return (Some(Guess { is_lone, ..Guess::new(start, atoms[side_end - 1].end, kind) }), side_end);
        }
        if self.is_no_party(named) {
            return none;
        }
        if is_lone {
            return (self.lone(&atoms[at], cues), tight);
        }
        let is_recalled =
            self.memory.recall(&spaced(&self.block.text[token_range(self.block.tokens, start..end)])).is_some();
        let is_judge = self.judge_mark_end(end).is_some();
        let is_strong = cues.is_party || cues.is_person || is_recalled || is_judge;
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
            || is_shouted(named);
        if is_doubtful && !is_strong {
            return none;
        }
        let is_short = tight <= at + 4;
        if (cues.is_person && is_short) || is_judge {
            return (Some(self.person_of(atoms, at, tight)), tight);
        }
        (Some(Guess::new(start, end, "")), tight)
    }

    /// Where the particles before a surname begin: "van der" in "van der Meer".
    fn particles_start(&self, at: usize) -> usize {
        let is_particle = |token: &Token| {
            token.case == Case::Lower && self.means(token).has(Meaning::PARTICLE)
                || token.is_mark('-') && token.is_glued()
        };
        (at.saturating_sub(3)..at).rev().take_while(|at| self.token(*at).is_some_and(is_particle)).last().unwrap_or(at)
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
        let recalled = self.memory.recall(self.words_of(atom));
        let is_first = self.begins_sentence(atom.start);
        if atom.has(Meaning::SUFFIX) || words.chars().count() < 2 {
            return None;
        }
        let start = self.particles_start(atom.start);
        if start < atom.start {
            let words = &self.block.text[token_range(self.block.tokens, start..atom.end)];
            if self.memory.recall(&spaced(words)).is_some() {
                return Some(Guess { is_lone: true, ..Guess::new(start, atom.end, "") });
            }
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
}

/// Whether an atom is what a public body is called by: "State", not the surname "Parish".
fn is_civic(atom: &Atom) -> bool {
    atom.has(Meaning::CIVIC) && !atom.has(Meaning::SURNAME_TOO)
}

/// What stands on a side of "v." goes on over "of": "State of Gujarat".
fn side_end(atoms: &[Atom], at: usize, tight: usize) -> (usize, &'static str) {
    let has_state = atoms[at..tight].iter().any(|atom| is_civic(atom) || atom.is_place());
    let is_person = atoms[at].has(Meaning::GIVEN) && tight > at + 1;
    let mut end = tight;
    while has_state && atoms.get(end).is_some_and(|atom| atom.join == Join::Of) {
        end = tight_end(atoms, end);
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

/// Whether words are in capitals though their line is not.
fn is_shouted(atoms: &[Atom]) -> bool {
    atoms.iter().all(|atom| atom.case == Case::Upper)
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
