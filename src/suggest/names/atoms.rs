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
        if !matches!(token.kind, Kind::Word | Kind::Number) {
            return None;
        }
        let hash = hash_of(self.block.text, token);
        let known = self.known_at(at, hash);
        let fact = self.fact_at(at, hash);
        if token.kind == Kind::Number && known.is_none() && fact.is_none() {
            return self.ordinal(at).map(|atom| (atom, false));
        }
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
        } else if token.case == Case::Lower && !is_small_form(self.block.str(token)) {
            return None;
        }
        if atom.end > at + 1 {
            // "Attorney General" is a title, "Secretary of Defense" too.
            let last = self.means_at(atom.end - 1);
            let title = match atom.fact {
                Some(Fact::Nothing) => means.and(last).only(Meaning::TITLE.and(Meaning::JUDGE)),
                _ => Meaning::NONE,
            };
            atom.means = if title == Meaning::NONE { last } else { title };
            atom.end += usize::from(self.keeps_stop(atom.end - 1, atom.means));
            return Some((atom, false));
        }
        let ends = self.lengthen(&mut atom);
        Some((atom, ends))
    }

    /// "9th" before "Circuit".
    pub fn ordinal(&self, at: usize) -> Option<Atom> {
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
}

impl Atom {
    /// Whether the word after it may be glued to its full stop.
    pub fn is_initial_or_title(&self) -> bool {
        self.is_initial || self.has(Meaning::DOTTED.and(Meaning::TITLE))
    }
}

/// A legal form that is written without capitals.
pub(super) fn is_small_form(word: &str) -> bool {
    matches!(word, "plc" | "ltd" | "inc" | "llc" | "gmbh" | "asa")
}

/// Words that head the name of a court or a body.
pub(super) const HEADS: Meaning = Meaning::GOVERNMENT.and(Meaning::BODY).and(Meaning::COURT).and(Meaning::OF_HEAD);
