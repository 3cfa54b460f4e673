//! Names of courts: "U.S. District Court for the District of Columbia", "Delhi High Court", "9th Circuit".

use super::Reader;
use super::atoms::{Atom, Join};
use super::guess::Guess;
use super::lists::Fact;
use super::meaning::Meaning;
use super::stretches::tight_end;

/// What a guess gives: a name or none, and the atom to go on with.
type Guessed = (Option<Guess>, usize);

/// Most parts that may follow the head of the name of a court.
const MOST_PARTS: usize = 10;

impl Reader<'_> {
    /// The court that the atoms from `at` on name.
    pub fn court(&self, atoms: &[Atom], at: usize, tight: usize) -> Option<Guessed> {
        // "State of Ohio Circuit Court", "City of Dayton Municipal Court".
        let is_civic =
            atoms[tight - 1].has(Meaning::CIVIC) && atoms.get(tight).is_some_and(|next| next.join == Join::Of);
        let further = if is_civic { tight_end(atoms, tight) } else { tight };
        let (head, tight) = match self.court_head(atoms, at, tight) {
            Some(head) => (head, tight),
            None if is_civic => (self.court_head(atoms, tight, further).filter(|head| *head > tight)?, further),
            None => return None,
        };
        let start = (at..head).find(|place| may_begin_court(&atoms[*place])).unwrap_or(head);
        if start > at && atoms[at].known.is_some() {
            return None;
        }
        let mut end = self.parts_end(atoms, head + 1, tight);
        for _ in 0..MOST_PARTS {
            match self.part_end(atoms, end) {
                Some(next) if next > end => end = next,
                _ => break,
            }
        }
        let is_plain = atoms[start..end].iter().all(|atom| atom.has(Meaning::PLAIN_COURT) && atom.fact.is_none());
        if is_plain {
            return Some((None, end));
        }
        Some((Some(Guess::new(atoms[start].start, atoms[end - 1].end, "court")), end))
    }

    /// The atom that makes the name one of a court.
    fn court_head(&self, atoms: &[Atom], at: usize, tight: usize) -> Option<usize> {
        let part = |place: usize, words: &[&str]| {
            atoms
                .get(place)
                .is_some_and(|atom| words.iter().any(|word| self.str(atom.end - 1).eq_ignore_ascii_case(word)))
        };
        let range = at..tight;
        // The last word of a tight stretch that is a court, so that "Supreme Court" in "New York Supreme Court" is found.
        if let Some(head) = range.clone().rev().find(|place| {
            atoms[*place].has(Meaning::COURT) && atoms[*place].known.is_none()
                || atoms[*place].fact == Some(Fact::Party("court"))
        }) {
            return Some(head);
        }
        if !atoms[range.clone()].iter().any(|atom| atom.has(Meaning::COURT_PART)) {
            return None;
        }
        // "Ninth Circuit", "Judicial Panel", "Northern District of".
        range.clone().find(|place| {
            let place = *place;
            let is_circuit = part(place, &["circuit"]) && place > at && atoms[place - 1].has(Meaning::COURT_PART);
            let is_bench =
                part(place, &["bench"]) && place > at && part(place - 1, &["constitution", "division", "full"]);
            let is_panel = part(place, &["council", "panel", "conference"])
                && place > at
                && part(place - 1, &["judicial", "appellate"]);
            let is_district = part(place, &["district", "dist"])
                && place > at
                && part(place - 1, &["northern", "southern", "eastern", "western", "middle", "central"])
                && atoms.get(place + 1).is_some_and(|next| next.join == Join::Of && next.is_place());
            is_circuit || is_bench || is_panel || is_district
        })
    }

    /// The atom after the last of `from..tight` that belongs to a court.
    fn parts_end(&self, atoms: &[Atom], from: usize, tight: usize) -> usize {
        let belongs = |atom: &Atom| {
            atom.has(Meaning::COURT_PART.and(Meaning::COURT)) || (atom.is_place() && !self.line.is_heading)
        };
        let is_verb = |atom: &Atom| atom.has(Meaning::REPORTS.and(Meaning::ACTS)) && !atom.has(Meaning::COURT_PART);
        let stop = (from..tight).find(|place| is_verb(&atoms[*place])).unwrap_or(tight);
        (from..stop).rev().find(|place| belongs(&atoms[*place])).map_or(from.min(stop).max(from), |last| last + 1)
    }

    /// The atom after the part of the name that is joined to it at `at` by "of", "for the", "at" or a comma.
    fn part_end(&self, atoms: &[Atom], at: usize) -> Option<usize> {
        let atom = atoms.get(at)?;
        // "In the Court of Ms. Roe" names the judge.
        let is_judge = atom.has(Meaning::TITLE) && atom.has(Meaning::DOTTED);
        if is_judge
            || atom.has(Meaning::DATE)
            || atom.fact == Some(Fact::Nothing)
            || (atom.known.is_some() && !atom.is_place())
        {
            return None;
        }
        let tight = tight_end(atoms, at);
        let has_part = atoms[at..tight].iter().any(|atom| atom.has(Meaning::COURT_PART.and(Meaning::COURT)));
        let link = self.str(atom.start.checked_sub(1)?);
        let is_joined = match atom.join {
            Join::Of => true,
            Join::Link if link.eq_ignore_ascii_case("at") => atom.is_place() || has_part,
            Join::Link => {
                let is_written_big = link.starts_with(char::is_uppercase);
                let is_for = !link.eq_ignore_ascii_case("on") && !link.eq_ignore_ascii_case("in");
                (is_for || is_written_big || link.eq_ignore_ascii_case("the")) && (has_part || atom.is_place())
            }
            Join::Comma => has_part || self.str(atom.start).eq_ignore_ascii_case("state") || leads_to_part(atoms, at),
            Join::And | Join::Ampersand => has_part || atom.is_place() || atom.has(Meaning::TOPIC),
            _ => has_part && self.line.is_heading,
        };
        if !is_joined {
            return None;
        }
        let end = self.parts_end(atoms, at + 1, tight);
        // A name of a place that no list has: all of it, but in a heading where a verb may follow.
        let is_unknown = end == at + 1 && !atom.is_place() && !atom.has(Meaning::COURT_PART) && !self.line.is_loud;
        let stop = (at + 1..tight)
            .find(|place| atoms[*place].has(Meaning::REPORTS.and(Meaning::ACTS).and(Meaning::SUFFIX)))
            .unwrap_or(tight);
        Some(if is_unknown { stop.min(at + 2).max(end) } else { end })
    }
}

/// "New York Supreme Court, Jefferson, Special Term": whether a part follows after another comma.
fn leads_to_part(atoms: &[Atom], at: usize) -> bool {
    atoms.get(at + 1).is_some_and(|next| next.join == Join::Comma && next.has(Meaning::COURT_PART))
}

/// Whether the name of a court may begin with an atom.
fn may_begin_court(atom: &Atom) -> bool {
    let is_ordinary = atom.fact.is_none()
        && atom.has(Meaning::COMMON.and(Meaning::FUNCTION))
        && !atom.has(Meaning::COURT_PART.and(Meaning::TOPIC));
    !is_ordinary && atom.fact != Some(Fact::Nothing) && !atom.has(Meaning::DATE)
}
