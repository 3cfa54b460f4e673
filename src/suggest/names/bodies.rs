//! Names of companies, public bodies and bodies of other kinds, by the words that end or head them.

use super::Reader;
use super::atoms::{Atom, HEADS, Join};
use super::guess::Guess;
use super::lists::Fact;
use super::meaning::Meaning;
use super::stretches::{is_form, tight_end};

type Guessed = (Option<Guess>, usize);

/// Most parts that may follow with "of".
const MOST_PARTS: usize = 6;

impl Reader<'_> {
    /// The company or body that the atoms from `at` on name.
    pub fn body(&self, atoms: &[Atom], at: usize, tight: usize) -> Option<Guessed> {
        self.company(atoms, at, tight)
            .or_else(|| self.headed(atoms, at, tight))
            .or_else(|| self.tailed(atoms, at, tight))
    }

    /// "Acme Widgets, Inc.": up to the last legal form.
    fn company(&self, atoms: &[Atom], at: usize, tight: usize) -> Option<Guessed> {
        let first = (at + 1..tight).find(|place| is_form(&atoms[*place]))?;
        let mut end = first + 1;
        while end < tight && (is_form(&atoms[end]) || (atoms[end].join == Join::Ampersand && end + 1 < tight)) {
            end += 1;
        }
        let start = self.without_ordinary(atoms, at, first);
        if start == first || atoms[start..first].iter().all(|atom| atom.has(Meaning::FUNCTION)) {
            return None;
        }
        let bare_end = atoms[first - 1].end;
        let guess = Guess { bare_end: Some(bare_end), ..Guess::new(atoms[start].start, atoms[end - 1].end, "company") };
        Some((Some(guess), end))
    }

    /// Where a name begins when ordinary words at the start of a sentence are left out.
    fn without_ordinary(&self, atoms: &[Atom], at: usize, head: usize) -> usize {
        let is_first = self.begins_sentence(atoms[at].start);
        let is_left_out = |atom: &Atom| atom.has(Meaning::FUNCTION) || (is_first && self.is_adverb(atom));
        (at..head).find(|place| !is_left_out(&atoms[*place])).unwrap_or(head)
    }

    fn is_adverb(&self, atom: &Atom) -> bool {
        self.is_ordinary(atom) && self.str(atom.start).ends_with("ly")
    }

    /// "Department of Defense", "University of California": a head, "of", and what follows.
    fn headed(&self, atoms: &[Atom], at: usize, tight: usize) -> Option<Guessed> {
        let tight = twin_end(atoms, tight);
        let head = tight - 1;
        let next = atoms.get(tight)?;
        if !matches!(next.join, Join::Of | Join::Link) || !atoms[head].has(HEADS) || is_blocked(&atoms[head]) {
            return None;
        }
        if atoms[head].has(Meaning::THING)
            && !atoms[head].has(Meaning::CIVIC.and(Meaning::BODY).and(Meaning::GOVERNMENT))
        {
            return None;
        }
        let is_civic = atoms[head].has(Meaning::CIVIC) && !atoms[head].has(Meaning::BODY);
        let is_of = next.join == Join::Of;
        let is_linked = is_of || self.is_fitting_link(atoms, tight);
        if !is_linked || (is_civic && !(is_of && is_civic_name(next))) {
            return None;
        }
        let mut end = tight;
        for _ in 0..MOST_PARTS {
            match self.body_part_end(atoms, end) {
                Some(after) if after > end => end = after,
                _ => break,
            }
        }
        if end == tight {
            return None;
        }
        let start = self.without_ordinary(atoms, at, head);
        let kind = kind_of_body(&atoms[start..=head], true);
        Some((Some(Guess::new(atoms[start].start, atoms[end - 1].end, kind)), end))
    }

    /// Whether "for", "on" or "at" goes on with the name: "Committee on Armed Services".
    fn is_fitting_link(&self, atoms: &[Atom], at: usize) -> bool {
        let atom = &atoms[at];
        let before = &atoms[at - 1];
        let link = (atom.start.saturating_sub(2)..atom.start)
            .map(|at| self.str(at))
            .find(|word| ["for", "on", "at", "in", "to"].iter().any(|link| word.eq_ignore_ascii_case(link)));
        match link {
            Some(link) if link.eq_ignore_ascii_case("for") => {
                !atom.has(Meaning::DATE)
                    && !atom.is_place()
                    && atom.fact.is_none()
                    && atom.known.is_none()
                    && !before.is_phrase()
            }
            Some(link) if link.eq_ignore_ascii_case("on") => {
                atom.has(Meaning::TOPIC.and(Meaning::COURT_PART)) && !atom.has(Meaning::DATE)
            }
            Some(link) if link.eq_ignore_ascii_case("at") => before.is_place() && atom.is_place(),
            _ => false,
        }
    }

    /// The atom after the part that is joined at `at`.
    fn body_part_end(&self, atoms: &[Atom], at: usize) -> Option<usize> {
        let atom = atoms.get(at)?;
        if atom.has(Meaning::DATE.and(Meaning::GREETING)) || atom.known.is_some() {
            return None;
        }
        let is_topic = atom.has(Meaning::TOPIC) && atoms[at - 1].has(Meaning::TOPIC);
        let is_joined = match atom.join {
            Join::Of | Join::Ampersand => true,
            Join::And | Join::Comma => is_topic,
            Join::Link => self.is_fitting_link(atoms, at),
            _ => false,
        };
        if !is_joined {
            return None;
        }
        let tight = tight_end(atoms, at);
        // "University of California" and then a professor's name, "Bank of England" and then a verb.
        let stop = (at + 1..tight).find(|place| {
            let atom = &atoms[*place];
            let ends = atoms[*place - 1].is_place() && !atom.has(HEADS) && !atom.is_place();
            ends || atom.has(Meaning::GIVEN)
                || (self.line.is_heading && self.is_ordinary(atom) && !atom.has(Meaning::TOPIC))
        });
        Some(stop.unwrap_or(tight))
    }

    /// "Defense Department", "Stanford University", "Acme Holdings": a name that ends with what it is.
    fn tailed(&self, atoms: &[Atom], at: usize, tight: usize) -> Option<Guessed> {
        let tails = Meaning::GOVERNMENT.and(Meaning::BODY).and(Meaning::COMPANY);
        let is_given = atoms[at].has(Meaning::GIVEN) && !atoms[at].has(Meaning::GIVEN_OR_ELSE);
        let is_tail =
            |atom: &Atom| atom.has(tails) && !is_blocked(atom) && !(is_given && atom.has(Meaning::SURNAME_TOO));
        let tail = (at + 1..tight).rev().find(|place| is_tail(&atoms[*place]))?;
        // "Highway Department Building" is a thing; "Bush Administration" goes on as a name elsewhere.
        if atoms[tail + 1..tight].iter().any(|atom| atom.has(Meaning::THING)) {
            return Some((None, tight));
        }
        let start = self.without_ordinary(atoms, at, tail);
        if start == tail {
            return Some((None, tail + 1));
        }
        let is_weak = |atom: &Atom| self.is_ordinary(atom) && !atom.has(Meaning::TOPIC);
        let is_government = atoms[tail].has(Meaning::GOVERNMENT);
        let all_weak = atoms[start..tail]
            .iter()
            .all(|atom| is_weak(atom) || atom.has(Meaning::COURT_PART) && self.is_ordinary(atom));
        let topics = atoms[start..tail].iter().all(|atom| atom.has(Meaning::TOPIC) || is_weak(atom)) && !is_government;
        if all_weak || topics || is_title_then_tail(&atoms[start..=tail]) {
            return Some((None, tail + 1));
        }
        if self.line.is_loud && !is_government && !atoms[tail].has(Meaning::BODY) {
            return None;
        }
        let only_place = atoms[start..tail].iter().all(|atom| atom.is_place() || atom.has(Meaning::NATION));
        if only_place
            && !is_government
            && !atoms[tail].has(Meaning::BODY)
            && self.is_ordinary(&atoms[tail])
            && self.line.is_heading
        {
            return Some((None, tail + 1));
        }
        let kind = kind_of_body(&atoms[start..=tail], false);
        Some((Some(Guess::new(atoms[start].start, atoms[tail].end, kind)), tail + 1))
    }
}

/// The atom after a second head: that after "County" in "City and County of Marlow".
fn twin_end(atoms: &[Atom], tight: usize) -> usize {
    let is_twin = atoms[tight - 1].has(Meaning::CIVIC)
        && atoms.get(tight).is_some_and(|atom| atom.join == Join::And && atom.has(Meaning::CIVIC))
        && atoms.get(tight + 1).is_some_and(|atom| atom.join == Join::Of);
    tight + usize::from(is_twin)
}

/// What the words of a body make it.
fn kind_of_body(atoms: &[Atom], is_headed: bool) -> &'static str {
    let Some(head) = atoms.last() else { return "" };
    let is_public = |atom: &Atom| {
        atom.is_place() || atom.has(Meaning::NATION.and(Meaning::TOPIC)) || atom.fact == Some(Fact::Party("government"))
    };
    let has_public = atoms[..atoms.len() - 1].iter().any(is_public);
    if head.has(Meaning::GOVERNMENT) && (!head.has(Meaning::BODY) || has_public) {
        return "government";
    }
    if head.has(Meaning::CIVIC) && is_headed {
        return "government";
    }
    if head.has(Meaning::BODY) && !head.has(Meaning::COMPANY) {
        "other"
    } else if head.has(Meaning::COMPANY) {
        "company"
    } else {
        "other"
    }
}

/// Known phrases head nothing else, but "Treasury Board" and the like may.
fn is_blocked(atom: &Atom) -> bool {
    atom.known.is_some() || (atom.is_phrase() && atom.fact.is_some())
}

/// Whether what follows "City of" names one.
fn is_civic_name(atom: &Atom) -> bool {
    !atom.has(Meaning::COMMON.and(Meaning::DATE).and(Meaning::FUNCTION).and(Meaning::COMPANY)) || atom.is_place()
}

/// "President Group" and the like: a title is no beginning of the name of a company.
fn is_title_then_tail(atoms: &[Atom]) -> bool {
    atoms.len() == 2 && atoms[0].has(Meaning::DOTTED) && atoms[0].has(Meaning::TITLE)
}
