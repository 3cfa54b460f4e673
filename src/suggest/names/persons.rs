//! Names of persons: after a title, or with a given name first.

use super::Reader;
use super::atoms::{Atom, HEADS, Join};
use super::guess::{Guess, NO_SURNAME};
use super::lists::Fact;
use super::meaning::Meaning;
use super::stretches::{is_form, tight_end};
use crate::suggest::tokens::{Case, Gap};

type Guessed = (Option<Guess>, usize);

/// Most atoms of the name of a person.
const MOST: usize = 5;

impl Reader<'_> {
    /// The person after the titles from `at` to `after`.
    pub fn titled_person(&self, atoms: &[Atom], at: usize, after: usize) -> Option<Guessed> {
        let is_judge = atoms[at..after].iter().any(|atom| atom.has(Meaning::JUDGE));
        // "Mark" may be both a title ("King") and a name.
        let Some(first) = atoms.get(after).filter(|atom| atom.join == Join::Plain || atom.join == Join::Particle)
        else {
            return title_alone(atoms, at, after);
        };
        if let Some(found) = first.known {
            // "Judge Roe" is the Roe on file; "attorney Acme" is not.
            let is_person = found.words > 1 || atoms[after - 1].has(Meaning::DOTTED.and(Meaning::JUDGE));
            let (guess, next) = self.guess_known(atoms, after, found);
            let titled = |guess: Guess| Guess {
                words_start: title_start(atoms, at),
                is_judge: is_judge || guess.is_judge,
                ..guess
            };
            return is_person.then_some((guess.map(titled), next));
        }
        let tight = tight_end(atoms, after).min(after + MOST);
        let end =
            (after + 1..tight).find(|place| self.ends_person(&atoms[*place], atoms, after, *place)).unwrap_or(tight);
        let is_single = end == after + 1;
        let is_place = first.is_place()
            && !first.has(Meaning::GIVEN.and(Meaning::GIVEN_OR_ELSE))
            && !atoms[at].has(Meaning::DOTTED);
        let is_called =
            atoms[after - 1].has(Meaning::DOTTED) && !first.has(Meaning::FUNCTION.and(Meaning::TITLE).and(HEADS));
        let is_no_name = !is_called
            && first.has(NO_SURNAME)
            && !first.has(Meaning::SURNAME_TOO.and(Meaning::GIVEN).and(Meaning::GIVEN_OR_ELSE));
        let is_heading_verb = self.line.is_heading && is_single && first.has(Meaning::REPORTS.and(Meaning::ACTS));
        let is_surname = first.end == first.start + 1 && first.case == Case::Title && !self.line.is_heading;
        let is_party = matches!(first.fact, Some(Fact::Party(kind)) if kind != "person" && !(kind == "company" && is_surname))
            || first.fact == Some(Fact::Nothing);
        let is_headed = atoms[after..tight_end(atoms, after)].iter().enumerate().any(|(place, atom)| {
            // "N.V." is a legal form behind a name and initials before one.
            let is_initials = place == 0 && atom.is_initial && end > after + 1;
            atom.has(HEADS.and(Meaning::COMPANY).and(Meaning::THING)) && !atom.has(Meaning::SURNAME_TOO)
                || (is_form(atom) && !is_initials)
        });
        // "Professor of Oriental Languages" is no Mr. Languages.
        let has_office = atoms[at + 1..after].iter().any(|atom| matches!(atom.join, Join::Of | Join::Link));
        let is_office =
            has_office && is_single && !atoms[after - 1].has(Meaning::TOPIC) && !atoms[after - 1].is_phrase();
        if is_office || is_no_name || is_place || is_heading_verb || is_party || is_headed {
            return None;
        }
        let title_start = title_start(atoms, at);
        let mut guess = self.person_of(atoms, after, end);
        guess.words_start = title_start;
        guess.is_judge |= is_judge;
        Some((Some(guess), end))
    }

    /// A person whose name starts with a given name or initials.
    pub fn person(&self, atoms: &[Atom], at: usize, tight: usize) -> Option<Guessed> {
        let first = &atoms[at];
        let is_given = first.has(Meaning::GIVEN.and(Meaning::GIVEN_OR_ELSE)) && first.fact.is_none();
        let is_sure = first.has(Meaning::GIVEN) && !first.has(Meaning::GIVEN_OR_ELSE);
        let has_initials = first.is_initial && first.case == Case::Upper && first.fact.is_none();
        let is_glued = self.is_glued_name(first);
        if !is_given && !has_initials && !is_glued {
            return None;
        }
        let tight = tight.min(at + MOST);
        let end = (at + 1..tight).find(|place| self.ends_person(&atoms[*place], atoms, at, *place)).unwrap_or(tight);
        if end == at + 1 {
            return self.single_person(first, is_sure, is_glued).map(|guess| (Some(guess), at + 1));
        }
        let last = &atoms[end - 1];
        let has_surname = atoms[at + 1..end].iter().any(|atom| !atom.is_initial);
        let is_thing = atoms[at + 1..tight]
            .iter()
            .any(|atom| atom.has(Meaning::THING) && !(atom.has(Meaning::SURNAME_TOO) && is_sure));
        let is_followed = !is_sure && !has_initials && last.is_place();
        let is_verb = self.begins_sentence(first.start) && !is_sure && self.is_ordinary(&atoms[at + 1]);
        if is_thing || is_followed || is_verb || !has_surname || (has_initials && self.is_ordinary(&atoms[at + 1])) {
            return None;
        }
        Some((Some(self.person_of(atoms, at, end)), end))
    }

    /// "J.B.Pardiwala", cut as one word.
    fn is_glued_name(&self, atom: &Atom) -> bool {
        let word = self.str(atom.start);
        atom.end == atom.start + 1 && atom.case == Case::Title && word.contains('.') && !word.ends_with('.')
    }

    /// A given name alone.
    fn single_person(&self, atom: &Atom, is_sure: bool, is_glued: bool) -> Option<Guess> {
        let is_recalled = self.memory.recall(self.words_of(atom)).is_some();
        if is_recalled {
            return None;
        }
        let is_listed = self.token(atom.end).is_some_and(|next| next.is_mark(',') || self.block.str(next) == "and");
        let is_line = self.is_whole_line(atom.start, atom.end) || is_listed;
        let is_unsure_place = atom.is_place() || atom.has(Meaning::COMMON.and(Meaning::TITLE).and(Meaning::NATION));
        ((is_sure && !is_unsure_place && (!self.line.is_heading || is_line)) || is_glued)
            .then(|| Guess { is_lone: true, ..Guess::new(atom.start, atom.end, "person") })
    }

    /// Whether the name of a person that began at `first` ends before an atom.
    fn ends_person(&self, atom: &Atom, atoms: &[Atom], first: usize, place: usize) -> bool {
        let has_surname = atoms[first + 1..place].iter().any(|atom| !atom.is_initial && !atom.has(Meaning::GIVEN));
        let is_ordinary = (atom.has(Meaning::FUNCTION)
            || (self.is_ordinary(atom) && (self.line.is_heading || has_surname || !atoms[first].has(Meaning::GIVEN))))
            && !atom.is_initial
            && !atom.has(Meaning::SURNAME_TOO.and(Meaning::GIVEN_OR_ELSE).and(Meaning::PERSON_SUFFIX));
        let is_verb = self.line.is_heading && atom.has(Meaning::REPORTS.and(Meaning::ACTS)) && has_surname;
        let is_office = atom.has(HEADS.and(Meaning::COMPANY)) && !atom.has(Meaning::SURNAME_TOO) && has_surname;
        let is_far =
            self.line.is_heading && has_surname && !atom.has(Meaning::PERSON_SUFFIX) && atom.join == Join::Plain;
        let is_ended = atoms[place - 1].has(Meaning::PERSON_SUFFIX) && atoms[place - 1].join != Join::Plain;
        let is_fact = matches!(atom.fact, Some(Fact::Party(kind)) if kind != "person" && has_surname)
            || atom.fact == Some(Fact::Nothing);
        let is_nation = atom.has(Meaning::NATION) && atom.fact.is_none() && has_surname;
        let is_place = atom.is_phrase() && atom.is_place();
        is_ordinary
            || is_verb
            || is_office
            || is_far
            || is_ended
            || is_fact
            || is_nation
            || is_place
            || atom.join == Join::Ampersand
            || is_form(atom) && !atom.has(Meaning::PERSON_SUFFIX)
    }

    /// The person whose name is these atoms, with what follows it.
    pub fn person_of(&self, atoms: &[Atom], at: usize, end: usize) -> Guess {
        let mut last = end - 1;
        while last > at && atoms[last].has(Meaning::PERSON_SUFFIX) && !atoms[last].is_initial_name() {
            last -= 1;
        }
        let mut surname = last;
        while surname > at && atoms[surname].join == Join::Particle {
            surname -= 1;
        }
        let particle_start = if atoms[last].join == Join::Particle { atoms[surname].end } else { atoms[last].start };
        let bare_end = (last + 1 < end).then(|| atoms[last].end);
        let mut guess = Guess::new(atoms[at].start, atoms[end - 1].end, "person");
        guess.bare_end = bare_end;
        guess.is_lone = end == at + 1;
        guess.surname = (end > at + 1).then_some((particle_start.max(atoms[at].start + 1), atoms[last].end));
        if let Some(after) = self.judge_mark_end(guess.end) {
            guess.is_judge = true;
            guess.words_end = after;
        }
        guess
    }

    /// "Chandrachud J." and "Mann LJ": a judge as the reports write one.
    pub fn judge_before_mark(&self, atoms: &[Atom], at: usize, tight: usize) -> Option<Guessed> {
        let last = &atoms[tight - 1];
        let is_mark = matches!(self.str(last.start), "J" | "JJ" | "CJ" | "LJ" | "ACJ")
            && last.join == Join::Plain
            && !self.line.is_heading;
        let has_name = tight > at + 1 && atoms[at..tight - 1].iter().any(|atom| !atom.is_initial);
        let is_name = !atoms[at..tight - 1]
            .iter()
            .any(|atom| self.is_ordinary(atom) || atom.has(HEADS) || atom.has(Meaning::GIVEN) && tight == at + 2);
        (is_mark && has_name && is_name).then(|| {
            let guess = Guess { is_judge: true, words_end: last.end, ..self.person_of(atoms, at, tight - 1) };
            (Some(guess), tight)
        })
    }

    /// The token after ", J." or ", C.J." behind the name of a judge.
    pub fn judge_mark_end(&self, at: usize) -> Option<usize> {
        let comma = self.token(at).filter(|token| token.is_mark(',') && token.is_glued())?;
        let mark = self.token(at + 1).filter(|token| token.gap <= Gap::Line && token.start <= comma.end + 2)?;
        let is_mark = matches!(self.block.str(mark), "J" | "JJ" | "C.J." | "CJ" | "A.C.J." | "P.J.");
        let has_stop = self.token(at + 2).is_some_and(|stop| stop.is_mark('.') && stop.is_glued());
        let ends_line = self.token(at + 2).is_none_or(|next| next.gap >= Gap::Line || next.is_mark(')'));
        (is_mark && (has_stop || ends_line || self.block.str(mark).ends_with('.')))
            .then_some(at + 2 + usize::from(has_stop))
    }
}

/// A title without a name is none, but a word that is a given name, too, may go on.
fn title_alone(atoms: &[Atom], at: usize, after: usize) -> Option<Guessed> {
    let may_be_more =
        Meaning::GIVEN.and(Meaning::GIVEN_OR_ELSE).and(HEADS).and(Meaning::COURT_PART).and(Meaning::PARTY_ROLE);
    let goes_on = atoms.get(after).is_some();
    (!goes_on && !atoms[at].has(may_be_more)).then_some((None, after))
}

/// Where the words before a title begin that belong to it: "U.S. District" in "U.S. District Judge".
fn title_start(atoms: &[Atom], at: usize) -> usize {
    let belongs = |atom: &Atom| {
        let is_part = atom.has(Meaning::COURT_PART.and(Meaning::TITLE)) && atom.fact.is_none() && atom.known.is_none();
        is_part || atom.fact == Some(Fact::Place)
    };
    let is_office = atoms[at].has(Meaning::JUDGE);
    let mut start = at;
    while is_office && start > 0 && atoms[start].join == Join::Plain && belongs(&atoms[start - 1]) {
        start -= 1;
    }
    atoms[start].start
}

impl Atom {
    /// Whether it is more likely an initial than a suffix such as "V".
    fn is_initial_name(&self) -> bool {
        self.is_initial
    }
}
