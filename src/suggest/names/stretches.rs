//! How far the atoms that can belong to one name reach.

use super::atoms::{Atom, HEADS, Join};
use super::lists::Fact;
use super::meaning::Meaning;
use crate::suggest::tokens::Case;

/// Words that no name begins with.
pub(super) const NO_BEGINNING: Meaning =
    Meaning::FUNCTION.and(Meaning::GREETING).and(Meaning::THE).and(Meaning::VERSUS);

/// The atom after those that are joined closely from `at` on and can belong to one name.
pub(super) fn tight_end(atoms: &[Atom], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(atom) = atoms.get(end) {
        let before = &atoms[end - 1];
        let is_given = before.has(Meaning::GIVEN.and(Meaning::GIVEN_OR_ELSE)) || before.is_initial;
        let is_known_apart = atom.known.is_some() && (atom.is_phrase() || !is_given);
        let is_fact_apart = (atom.fact == Some(Fact::Nothing) && atom.is_phrase())
            || (matches!(atom.fact, Some(Fact::Party(_)))
                && (atom.is_phrase() || !is_given)
                && !is_modified_fact(before));
        let is_apart = atom.has(NO_BEGINNING) && !is_form(atom) && atom.join != Join::Particle;
        let is_date = atom.has(Meaning::DATE) && !is_given;
        let is_title = titles_end(atoms, end).is_some_and(|after| starts_person(atoms, end, after));
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
            && !leads_to_court(atoms, end)
            && atom.join != Join::Ampersand
        {
            break;
        }
        end += 1;
    }
    end
}

/// "U.S. Supreme Court" and "Israeli Interior Ministry": a known name with a place before it stays one.
fn is_modified_fact(before: &Atom) -> bool {
    before.is_place() || before.has(Meaning::NATION)
}

/// The atom after the titles that start at `at`, where there are some.
pub(super) fn titles_end(atoms: &[Atom], at: usize) -> Option<usize> {
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
fn starts_person(atoms: &[Atom], at: usize, after: usize) -> bool {
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

/// Whether a form such as "Company" is only a part of what a court is for: "National Company Law Tribunal".
fn leads_to_court(atoms: &[Atom], at: usize) -> bool {
    atoms[at..].iter().take(3).take_while(|atom| atom.join == Join::Plain).any(|atom| atom.has(Meaning::COURT))
}
