//! What the atoms of a stretch of capitalised words name.

use super::Reader;
use super::atoms::{Atom, HEADS, Join};
use super::lists::Fact;
use super::meaning::Meaning;
use super::phrases::Found;
use crate::suggest::tokens::Case;

/// A name that is proposed, by its tokens.
#[derive(Clone, Copy, Debug, Default)]
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

/// Words that no name begins with.
const NO_BEGINNING: Meaning = Meaning::FUNCTION.and(Meaning::GREETING).and(Meaning::THE);

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
            let tight = self.tight_end(atoms, at);
            if self.cues(atom.start, atoms[tight - 1].end).is_side {
                return self.anything(atoms, at, tight);
            }
        }
        (guess, next)
    }

    fn guess_known(&self, atoms: &[Atom], at: usize, found: Found) -> (Option<Guess>, usize) {
        let atom = &atoms[at];
        let mut known = Guess { known: Some((atom.start, found)), ..Guess::new(atom.start, found.end, "") };
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
                && !after.has(Meaning::COMMON.and(NO_BEGINNING).and(Meaning::DATE))
        });
        // "Amazon" on file is not what "Amazon Web Services" names.
        if goes_on && next == at + 1 && found.words == 1 && !self.line.is_heading {
            let (longer, end) = self.guess_unknown(atoms, at);
            if let Some(longer) = longer.filter(|longer| longer.start <= atom.start && longer.end > atom.end) {
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
        let tight = self.tight_end(atoms, at);
        if let Some(after) = self.titles_end(atoms, at)
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

    /// The atom after those that are joined closely from `at` on and can belong to one name.
    pub fn tight_end(&self, atoms: &[Atom], at: usize) -> usize {
        let mut end = at + 1;
        while let Some(atom) = atoms.get(end) {
            let before = &atoms[end - 1];
            let is_given = before.has(Meaning::GIVEN.and(Meaning::GIVEN_OR_ELSE)) || before.is_initial;
            let is_known_apart = atom.known.is_some() && (atom.is_phrase() || !is_given);
            let is_fact_apart = (atom.fact == Some(Fact::Nothing) && atom.is_phrase())
                || (matches!(atom.fact, Some(Fact::Party(_)))
                    && (atom.is_phrase() || !is_given)
                    && !self.is_modified_fact(before));
            let is_apart = atom.has(NO_BEGINNING) && !is_form(atom) && atom.join != Join::Particle;
            let is_date = atom.has(Meaning::DATE) && !is_given;
            let is_title = self.titles_end(atoms, end).is_some_and(|after| self.starts_person(atoms, end, after));
            if (!atom.is_tight() && !is_joined_form(atom))
                || is_known_apart
                || is_fact_apart
                || is_apart
                || is_date
                || is_title
            {
                break;
            }
            // A legal form ends a name.
            if is_form(before)
                && end - 1 > at
                && !is_form(atom)
                && !atom.has(Meaning::COURT)
                && atom.join != Join::Ampersand
            {
                break;
            }
            end += 1;
        }
        end
    }

    /// "U.S. Supreme Court" and "Israeli Interior Ministry": a known name with a place before it stays one.
    fn is_modified_fact(&self, before: &Atom) -> bool {
        before.is_place() || before.has(Meaning::NATION)
    }

    /// The atom after the titles that start at `at`, where there are some.
    pub fn titles_end(&self, atoms: &[Atom], at: usize) -> Option<usize> {
        let is_title = |atom: &Atom| atom.has(Meaning::TITLE) && !is_phrase_but_title(atom);
        let is_first = atoms.get(at).is_some_and(is_title);
        if !is_first {
            return None;
        }
        let mut end = at + 1;
        while let Some(atom) = atoms.get(end) {
            let is_of_office = matches!(atom.join, Join::Of | Join::Link) && !atom.has(Meaning::GIVEN);
            let is_office = is_of_office && atoms.get(end + 1).is_some_and(|after| after.join == Join::Plain);
            let is_more = atom.join == Join::Plain && is_title(atom);
            if !is_more && !is_office {
                break;
            }
            end += 1;
        }
        Some(end)
    }

    /// Whether a person follows the titles from `at` to `after`, or nothing does.
    fn starts_person(&self, atoms: &[Atom], at: usize, after: usize) -> bool {
        match atoms.get(after).filter(|atom| atom.is_tight()) {
            None => {
                after > at
                    && !atoms[at].has(Meaning::GIVEN.and(Meaning::GIVEN_OR_ELSE))
                    && atoms[at..after].iter().all(|atom| !atom.has(Meaning::SURNAME_TOO))
            }
            Some(atom) => {
                !atom.has(HEADS.and(Meaning::COMPANY).and(Meaning::SUFFIX).and(Meaning::THING).and(Meaning::COURT_PART))
            }
        }
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
        // "A Ford" and "a CPA" are not the company and the authority.
        let is_one =
            atom.start.checked_sub(1).is_some_and(|before| matches!(self.str(before), "a" | "an" | "A" | "An"));
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

/// Whether an atom is the legal form of a company.
pub(super) fn is_form(atom: &Atom) -> bool {
    let is_word = atom.has(Meaning::FUNCTION) && atom.case != Case::Upper;
    atom.has(Meaning::SUFFIX) && !is_word && atom.fact.is_none() && atom.known.is_none()
}

fn is_joined_form(atom: &Atom) -> bool {
    atom.join == Join::Comma && (is_form(atom) || atom.has(Meaning::PERSON_SUFFIX))
        || atom.join == Join::And && atom.has(Meaning::COMPANY)
}

/// A known phrase is no title, but "Chief Justice" and "Attorney General" are.
fn is_phrase_but_title(atom: &Atom) -> bool {
    atom.known.is_some() || matches!(atom.fact, Some(Fact::Party(_) | Fact::Place))
}
