//! What the atoms of a stretch of capitalised words name.

use super::Reader;
use super::atoms::{Atom, HEADS, Join};
use super::lists::Fact;
use super::meaning::Meaning;
use super::phrases::Found;
use super::stretches::{NO_BEGINNING, is_form, tight_end, titles_end};
use crate::suggest::tokens::{Case, Token};

/// A name that is proposed, by its tokens.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "any of them may hold together")]
pub(super) struct Guess {
    /// First token of the name.
    pub start: usize,
    /// Token after the name.
    pub end: usize,
    /// First token of a title before it, or of the name.
    pub words_start: usize,
    /// Token after a mark that shows what it is ("J." for a judge), or nought.
    pub words_end: usize,
    /// Key of `PARTY_KIND`, or empty.
    pub kind: &'static str,
    /// Whether it is a judge.
    pub is_judge: bool,
    /// The name on file that was found, and where.
    pub known: Option<(usize, Found)>,
    /// A single word that no list has.
    pub is_lone: bool,
    /// It is in the built-in lists.
    pub is_fact: bool,
    /// The words are a name on file with its legal form behind it.
    pub is_legal_form: bool,
    /// Token after the name without its legal form.
    pub bare_end: Option<usize>,
    /// The tokens of the surname.
    pub surname: Option<(usize, usize)>,
}

impl Guess {
    /// A name of some tokens.
    pub fn new(start: usize, end: usize, kind: &'static str) -> Self {
        Self { start, end, words_start: start, kind, ..Self::default() }
    }
}

/// Words that are not the surname after a title.
pub(super) const NO_SURNAME: Meaning =
    Meaning::COMMON.and(Meaning::FUNCTION).and(Meaning::DATE).and(Meaning::NATION).and(HEADS).and(Meaning::THING);

impl Reader<'_> {
    /// What the atoms from `at` on name, and the atom to go on with.
    pub fn guess(&self, atoms: &[Atom], at: usize) -> (Option<Guess>, usize) {
        let atom = &atoms[at];
        if let Some(found) = atom.known {
            return self.guess_known(atoms, at, found);
        }
        let (guess, next) = self.guess_unknown(atoms, at);
        if guess.is_none() && !atom.has(NO_BEGINNING) {
            // A side of "v." is a party whatever its words.
            let tight = tight_end(atoms, at);
            if self.cues(atom.start, atoms[tight - 1].end).is_side {
                return self.anything(atoms, at, tight);
            }
        }
        (guess, next)
    }

    /// First token of the last word of an atom, hyphens and all.
    fn last_word(&self, atom: &Atom) -> usize {
        let is_joined = |at: usize| self.token(at).is_some_and(Token::is_glued);
        (atom.start..atom.end).rev().find(|at| !is_joined(*at)).unwrap_or(atom.start)
    }

    pub fn guess_known(&self, atoms: &[Atom], at: usize, found: Found) -> (Option<Guess>, usize) {
        let atom = &atoms[at];
        let mut known = Guess { known: Some((atom.start, found)), ..Guess::new(atom.start, atom.end, "") };
        known.surname = (found.words > 1).then(|| (self.last_word(atom), found.end));
        let mut next = at + 1;
        while atoms.get(next).is_some_and(|after| is_form(after) && matches!(after.join, Join::Plain | Join::Comma)) {
            known.end = atoms[next].end;
            known.is_legal_form = true;
            next += 1;
        }
        let goes_on = atoms.get(next).is_some_and(|after| {
            after.is_tight()
                && after.known.is_none()
                && !after.is_phrase()
                && !after.has(NO_BEGINNING.and(Meaning::DATE))
        });
        // "Amazon" on file is not what "Amazon Web Services" names.
        if goes_on && next == at + 1 && found.words == 1 && !self.line.is_heading {
            let (longer, end) = self.guess_unknown(atoms, at);
            let is_sure = |longer: &Guess| {
                !self.is_ordinary(&atoms[next]) || matches!(longer.kind, "company" | "government" | "court")
            };
            let is_longer = |longer: &Guess| longer.start <= atom.start && longer.end > atom.end && is_sure(longer);
            if let Some(longer) = longer.filter(is_longer) {
                return (Some(longer), end);
            }
        }
        (Some(known), next)
    }

    fn guess_unknown(&self, atoms: &[Atom], at: usize) -> (Option<Guess>, usize) {
        let atom = &atoms[at];
        let no_name = (None, at + 1);
        let is_nothing = atom.fact == Some(Fact::Nothing) && !atom.has(Meaning::TITLE) && atom.is_phrase();
        if is_nothing || (atom.has(NO_BEGINNING) && !self.is_shouted_acronym(atom)) {
            return no_name;
        }
        let tight = tight_end(atoms, at);
        if let Some(after) = titles_end(atoms, at)
            && let Some(person) = self.titled_person(atoms, at, after)
        {
            return person;
        }
        if let Some(judge) = self.judge_before_mark(atoms, at, tight) {
            return judge;
        }
        if let Some(court) = self.court(atoms, at, tight) {
            return court;
        }
        if atom.has(Meaning::DATE) && !(atom.has(Meaning::GIVEN_OR_ELSE) && tight > at + 1) {
            return no_name;
        }
        if let Some(body) = self.body(atoms, at, tight) {
            return body;
        }
        if let Some(fact) = self.fact(atoms, at, tight) {
            return fact;
        }
        if let Some(person) = self.person(atoms, at, tight) {
            return person;
        }
        if atom.has(Meaning::NATION) || atom.fact == Some(Fact::Nothing) {
            return no_name;
        }
        if self.begins_sentence(atom.start) && self.is_ordinary(atom) && tight > at + 1 {
            return no_name;
        }
        self.anything(atoms, at, tight)
    }

    /// A party of the built-in lists.
    fn fact(&self, atoms: &[Atom], at: usize, tight: usize) -> Option<(Option<Guess>, usize)> {
        let atom = &atoms[at];
        let Fact::Party(kind) = atom.fact? else { return None };
        let is_alone = tight == at + 1;
        let is_acronym = atom.case == Case::Upper && atom.end == atom.start + 1;
        if self.line_is_loud(atom.start) && is_acronym {
            return Some((None, at + 1));
        }
        // "Ford Theatre", "Apple Valley" are longer names, "Bush White House" is not.
        if !is_alone
            && !atom.is_phrase()
            && kind != "person"
            && !self.line.is_heading
            && !self.is_ordinary(&atoms[at + 1])
        {
            let longer = self.anything(atoms, at, tight);
            return longer.0.is_some().then_some(longer);
        }
        // At the start of a sentence "Shell" and "Apple" may be just words.
        if is_alone
            && !atom.is_phrase()
            && atom.case == Case::Title
            && self.begins_sentence(atom.start)
            && atom.has(Meaning::COMMON)
        {
            return Some((None, at + 1));
        }
        // "A Ford" and "a CPA" are not the company and the authority, "a Ford-owned" is.
        let is_one = !self.is_first_half(atom)
            && atom.start.checked_sub(1).is_some_and(|before| matches!(self.str(before), "a" | "an" | "A" | "An"));
        let is_thing = atom.is_phrase() && tight > at + 1 && atoms[at + 1].has(Meaning::THING);
        if is_thing || (is_one && is_alone && kind != "person" && !atom.is_phrase()) {
            return Some((None, if is_thing { tight } else { at + 1 }));
        }
        let mut guess = Guess { is_fact: true, ..Guess::new(atom.start, atom.end, kind) };
        if kind == "person" && atom.is_phrase() {
            let surname = atom.end - 1;
            guess.surname = Some((surname, atom.end));
        }
        Some((Some(guess), at + 1))
    }

    /// Whether a hyphen joins the next word to an atom: "Ford-owned".
    fn is_first_half(&self, atom: &Atom) -> bool {
        let is_joined = |at: usize| self.token(at).is_some_and(Token::is_glued);
        is_joined(atom.end) && is_joined(atom.end + 1) && self.str(atom.end) == "-"
    }

    /// Whether the word of an atom is an ordinary one.
    pub fn is_ordinary(&self, atom: &Atom) -> bool {
        if atom.fact.is_some() || atom.known.is_some() {
            return false;
        }
        if atom.has(Meaning::COMMON.and(Meaning::FUNCTION)) {
            return true;
        }
        let word = self.str(atom.start);
        let has_ending = ["ly", "ing"].iter().any(|ending| word.len() > 5 && word.ends_with(ending));
        has_ending && !atom.has(Meaning::GIVEN.and(Meaning::GIVEN_OR_ELSE)) && atom.case == Case::Title
    }

    /// "AS", "SE": a legal form that is written in capitals and so no word of grammar.
    fn is_shouted_acronym(&self, atom: &Atom) -> bool {
        atom.case == Case::Upper
            && atom.end > atom.start
            && self.str(atom.start).len() > 1
            && !self.line_is_loud(atom.start)
            && !atom.has(Meaning::THE)
    }
}
