//! Cutting the capitalised words of a sentence into the atoms of names.

use super::Reader;
use super::lists::Fact;
use super::meaning::Meaning;
use super::phrases::{Found, hash_of};
use crate::suggest::tokens::{Case, Gap, Kind, Token};

/// A capitalised word, or a phrase that is known as a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    /// First token.
    pub start: usize,
    /// Token after the last.
    pub end: usize,
    /// What the word means; for a phrase what its last word means.
    pub means: Meaning,
    /// How the word is written.
    pub case: Case,
    /// How it is joined to the atom before.
    pub join: Join,
    /// A single letter, or dotted initials.
    pub is_initial: bool,
    /// What is known of the phrase beforehand.
    pub fact: Option<Fact>,
    /// A name on file.
    pub known: Option<Found>,
}

/// How an atom is joined to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// By white space, or glued after a full stop.
    Plain,
    /// By "&".
    Ampersand,
    /// By a particle such as "van" or "al-".
    Particle,
    /// By a possessive.
    Possessive,
    /// By a comma.
    Comma,
    /// By "and".
    And,
    /// By "of".
    Of,
    /// By another preposition.
    Link,
}

/// Most atoms that are read together.
const MOST: usize = 32;

impl Atom {
    /// Whether its word has any of these meanings.
    pub fn has(&self, any: Meaning) -> bool {
        self.means.has(any)
    }

    /// Whether it is a phrase of several words that is known as a whole.
    pub fn is_phrase(&self) -> bool {
        (self.fact.is_some() || self.known.is_some()) && self.end > self.start + 1
    }

    /// Whether it is a place.
    pub fn is_place(&self) -> bool {
        self.fact == Some(Fact::Place) || (self.fact.is_none() && self.has(Meaning::PLACE))
    }

    /// Whether it is joined closely to the atom before.
    pub fn is_tight(&self) -> bool {
        matches!(self.join, Join::Plain | Join::Ampersand | Join::Particle | Join::Possessive)
    }
}

/// Whether a token is a word with a capital.
pub(super) fn is_capital(token: &Token) -> bool {
    token.kind == Kind::Word && token.case != Case::Lower
}

impl Reader<'_> {
    /// Reads the atoms from the token at `at` into `self.atoms`; gives the token after them.
    pub fn collect(&mut self, at: usize) -> usize {
        self.atoms.clear();
        let (mut place, mut join) = (at, Join::Plain);
        // The atoms are built apart so that the rest of the reader can be looked at meanwhile.
        let mut atoms = std::mem::take(&mut self.atoms);
        let mut has_head = false;
        while let Some((mut atom, ends)) = self.atom(place) {
            atom.join = join;
            place = atom.end;
            has_head |= atom.has(HEADS);
            atoms.push(atom);
            if ends || atoms.len() == MOST {
                break;
            }
            let Some((next_join, next)) = self.joint(place, &atoms, has_head) else { break };
            (join, place) = (next_join, next);
        }
        self.atoms = atoms;
        self.atoms.last().map_or(at + 1, |atom| atom.end)
    }

    /// The atom that starts at a token, and whether nothing can follow it.
    fn atom(&self, at: usize) -> Option<(Atom, bool)> {
        let token = self.token(at)?;
        if token.kind == Kind::Number {
            return self.ordinal(at).map(|atom| (atom, false));
        }
        if token.kind != Kind::Word {
            return None;
        }
        let hash = hash_of(self.block.text, token);
        let known = self.known_at(at, hash);
        let fact = self.fact_at(at, hash);
        let means = self.means(token);
        let mut atom = Atom {
            start: at,
            end: at + 1,
            means,
            case: token.case,
            join: Join::Plain,
            is_initial: false,
            fact: None,
            known: None,
        };
        let (known_words, fact_words) =
            (known.map_or(0, |found| found.words), fact.map_or(0, |(found, _)| found.words));
        if let Some(found) = known.filter(|_| known_words >= fact_words) {
            atom.known = Some(found);
            atom.end = found.end;
        } else if let Some((found, fact)) = fact {
            atom.fact = Some(fact);
            atom.end = found.end;
        } else if token.case == Case::Lower {
            return None;
        }
        if atom.end > at + 1 {
            // "Attorney General" is a title, "Secretary of Defense" too.
            let title = if atom.fact == Some(Fact::Nothing) {
                means.only(Meaning::TITLE.and(Meaning::JUDGE))
            } else {
                Meaning::NONE
            };
            atom.means = if title == Meaning::NONE { self.means_at(atom.end - 1) } else { title };
            atom.end += usize::from(self.keeps_stop(atom.end - 1, atom.means));
            return Some((atom, false));
        }
        let ends = self.lengthen(&mut atom);
        Some((atom, ends))
    }

    /// "9th" before "Circuit".
    fn ordinal(&self, at: usize) -> Option<Atom> {
        let (letters, noun) = (self.token(at + 1)?, self.token(at + 2)?);
        let is_ordinal = letters.is_glued() && self.means(letters).has(Meaning::ORDINAL);
        (is_ordinal && noun.gap == Gap::Space && is_capital(noun) && self.means(noun).has(Meaning::COURT_PART))
            .then_some(Atom {
                start: at,
                end: at + 2,
                means: Meaning::COURT_PART,
                case: Case::Title,
                join: Join::Plain,
                is_initial: false,
                fact: None,
                known: None,
            })
    }

    /// Takes in what is glued to a word: ".com", "-Smith", the stop of an abbreviation. Gives whether nothing can follow.
    fn lengthen(&self, atom: &mut Atom) -> bool {
        let word = self.str(atom.start);
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        if let (Some(stop), Some(domain)) = (self.token(atom.end), self.token(atom.end + 1))
            && stop.is_mark('.')
            && stop.is_glued()
            && domain.is_glued()
            && domain.case == Case::Lower
            && self.means(domain).has(Meaning::TOP_LEVEL)
        {
            atom.end += 2;
            atom.means = Meaning::COMPANY;
            return false;
        }
        while let (Some(hyphen), Some(part)) = (self.token(atom.end), self.token(atom.end + 1))
            && matches!(hyphen.kind, Kind::Mark('-' | '\u{2010}' | '\u{2011}'))
            && hyphen.is_glued()
            && part.is_glued()
        {
            let is_part = match part.kind {
                Kind::Word if part.case == Case::Lower => self.is_name_after_hyphen(part),
                Kind::Word => !self.means(part).has(Meaning::HYPHEN_TAIL),
                Kind::Number => atom.case == Case::Upper,
                _ => false,
            };
            if !is_part {
                return true;
            }
            atom.end += 2;
            // "Campbell-Smith" is no given name, "Inter-American" no people.
            atom.means = if self.means(part).has(HEADS) { self.means(part) } else { Meaning::NONE };
            if atom.means == Meaning::NONE && self.means_at(atom.start).has(Meaning::GIVEN) {
                atom.means = Meaning::GIVEN;
            }
        }
        atom.is_initial = (letters == 1 || word.ends_with('.')) && atom.end == atom.start + 1;
        if self.keeps_stop(atom.start, atom.means) && atom.end == atom.start + 1 {
            atom.end += 1;
            if atom.is_initial && letters == 1 {
                atom.means = atom.means.only(Meaning::COURT_PART.and(Meaning::COURT));
            }
        } else if atom.is_initial && letters == 1 && matches!(word, "I" | "A") {
            atom.is_initial = false;
            atom.means = Meaning::FUNCTION;
        }
        false
    }

    /// Whether the second half after a hyphen is part of a name though it has no capital: "Jong-un", not "Oslo-based".
    fn is_name_after_hyphen(&self, part: &Token) -> bool {
        let unwanted = Meaning::HYPHEN_TAIL.and(Meaning::COMMON).and(Meaning::FUNCTION).and(Meaning::ROLE);
        part.end - part.start <= 5 && !self.means(part).has(unwanted) && !self.block.str(part).ends_with("ed")
    }

    /// Whether the full stop after a token belongs to it.
    fn keeps_stop(&self, at: usize, means: Meaning) -> bool {
        let Some(stop) = self.token(at + 1).filter(|stop| stop.is_mark('.') && stop.is_glued()) else { return false };
        let Some(word) = self.token(at) else { return false };
        let is_letter = word.end - word.start == self.block.str(word).chars().next().map_or(0, char::len_utf8);
        let next = self.token(at + 2);
        // An ellipsis, or dots that fill a line.
        if next.is_some_and(|next| next.is_mark('.') && next.is_glued()) {
            return false;
        }
        // "Plan B. The" ends a sentence.
        let goes_on = next.is_some_and(|next| {
            next.start <= stop.end + 2
                && is_capital(next)
                && (next.case == Case::Upper || !self.means(next).has(Meaning::FUNCTION))
        });
        (is_letter && goes_on) || means.has(Meaning::DOTTED)
    }

    /// How the atom that follows the token before `at` is joined, and where it starts.
    fn joint(&self, at: usize, atoms: &[Atom], has_head: bool) -> Option<(Join, usize)> {
        let token = self.token(at)?;
        let last = atoms.last()?;
        match token.kind {
            Kind::Word | Kind::Number => self.word_joint(at, token, last, has_head),
            Kind::Mark('&') => {
                let next = self.token(at + 1)?;
                (is_capital(next) && next.gap <= Gap::Space).then_some((Join::Ampersand, at + 1))
            }
            Kind::Clitic | Kind::Mark('\'' | '’') if token.is_glued() && last.has(Meaning::POSSESSOR) => {
                let next = self.token(at + 1)?;
                let is_headed = self.means(next).has(HEADS);
                (is_capital(next) && next.gap == Gap::Space && is_headed).then_some((Join::Possessive, at + 1))
            }
            Kind::Mark(',') if token.is_glued() => self.comma_joint(at, last, atoms).then_some((Join::Comma, at + 1)),
            _ => None,
        }
    }

    fn word_joint(&self, at: usize, token: &Token, last: &Atom, has_head: bool) -> Option<(Join, usize)> {
        let is_near = match token.gap {
            Gap::None => self.token(at - 1).is_some_and(|before| before.is_mark('.')) && last.is_initial_or_title(),
            Gap::Space => true,
            Gap::Line => self.is_wrapped(at),
            Gap::Paragraph => false,
        };
        if !is_near {
            return None;
        }
        let means = self.means(token);
        let is_upper_form = token.case == Case::Upper && means.has(Meaning::SUFFIX) && !self.line_is_loud(at);
        if means.has(Meaning::PARTICLE) && token.case == Case::Lower && !last.has(Meaning::FUNCTION) {
            return self.particle_joint(at);
        }
        if means.has(Meaning::OF.and(Meaning::LINK).and(Meaning::AND)) && !is_upper_form {
            return self.preposition_joint(at, means, last, has_head);
        }
        (token.kind == Kind::Number || is_capital(token)).then_some((Join::Plain, at))
    }

    /// "van der Berg", "al-Sadr": up to two particles, then a capital.
    fn particle_joint(&self, at: usize) -> Option<(Join, usize)> {
        let mut place = at;
        for _ in 0..3 {
            let token = self.token(place)?;
            if is_capital(token) {
                return Some((Join::Particle, place));
            }
            let is_hyphen = token.is_mark('-') && token.is_glued();
            if !is_hyphen && !(token.kind == Kind::Word && self.means(token).has(Meaning::PARTICLE)) {
                return None;
            }
            place += 1;
        }
        let token = self.token(place)?;
        is_capital(token).then_some((Join::Particle, place))
    }

    fn preposition_joint(&self, at: usize, means: Meaning, last: &Atom, has_head: bool) -> Option<(Join, usize)> {
        let mut next = at + 1;
        if self.token(next).is_some_and(|token| self.means(token).has(Meaning::THE)) {
            next += 1;
        }
        let token = self.token(next).filter(|token| token.gap <= Gap::Line)?;
        if !is_capital(token) && !(token.kind == Kind::Number && self.ordinal(next).is_some()) {
            return None;
        }
        if means.has(Meaning::OF) {
            let is_headed = has_head || last.has(Meaning::OF_HEAD.and(Meaning::TITLE));
            return is_headed.then_some((Join::Of, next));
        }
        if means.has(Meaning::LINK) {
            return has_head.then_some((Join::Link, next));
        }
        let of = Meaning::TOPIC.and(Meaning::COURT_PART);
        let is_topic = last.has(of) && self.means(token).has(of) && (has_head || self.has_head_soon(next));
        let is_sons =
            self.means(token).has(Meaning::COMPANY.and(Meaning::SUFFIX)) && !self.means(token).has(Meaning::TOPIC);
        (is_topic || is_sons || self.token(at).is_some_and(|and| and.case != Case::Lower && has_head))
            .then_some((Join::And, next))
    }

    /// Whether one of the next capitalised words heads the name of a body.
    fn has_head_soon(&self, at: usize) -> bool {
        (at..at + 4)
            .map_while(|at| self.token(at).filter(|token| is_capital(token) || self.means(token).has(Meaning::AND)))
            .any(|token| self.means(token).has(Meaning::GOVERNMENT.and(Meaning::COURT)))
    }

    /// Whether a comma goes on with the name before it: "Amazon.com, Inc.", "Smith, Jr.", "Family Court, Kings County".
    fn comma_joint(&self, at: usize, last: &Atom, atoms: &[Atom]) -> bool {
        let Some(next) = self.token(at + 1).filter(|next| next.gap <= Gap::Line && is_capital(next)) else {
            return false;
        };
        let means = self.means(next);
        let is_form = means.has(Meaning::SUFFIX.and(Meaning::PERSON_SUFFIX)) && !last.has(Meaning::FUNCTION);
        if is_form && (next.case == Case::Upper || !means.has(Meaning::FUNCTION)) {
            return true;
        }
        let is_court = atoms.iter().any(|atom| atom.has(Meaning::COURT));
        if is_court && self.has_court_part_soon(at + 1) {
            return true;
        }
        // "Bureau of Alcohol, Tobacco, Firearms and Explosives".
        atoms.iter().any(|atom| atom.has(Meaning::GOVERNMENT)) && last.has(Meaning::TOPIC) && means.has(Meaning::TOPIC)
    }

    /// Whether a county, a district, a division or a term is named next.
    fn has_court_part_soon(&self, at: usize) -> bool {
        let parts = ["county", "district", "division", "term", "circuit", "bench", "department", "state"];
        (at..at + 5)
            .map_while(|at| {
                self.token(at).filter(|token| {
                    is_capital(token) || token.kind == Kind::Number || token.is_mark('.') || token.is_mark(',')
                })
            })
            .any(|token| parts.iter().any(|part| self.block.str(token).eq_ignore_ascii_case(part)))
    }
}

impl Atom {
    fn is_initial_or_title(&self) -> bool {
        self.is_initial || self.has(Meaning::DOTTED.and(Meaning::TITLE))
    }
}

/// Words that head the name of a court or a body.
pub(super) const HEADS: Meaning = Meaning::GOVERNMENT.and(Meaning::BODY).and(Meaning::COURT).and(Meaning::OF_HEAD);
