//! How the words of a name are joined.

use super::Reader;
use super::atoms::{Atom, HEADS, Join, is_capital, is_small_form};
use super::meaning::Meaning;
use crate::suggest::tokens::{Case, Gap, Kind, Token};

impl Reader<'_> {
    /// How the atom that follows the token before `at` is joined, and where it starts.
    pub fn joint(&self, at: usize, atoms: &[Atom], has_head: bool) -> Option<(Join, usize)> {
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
        if means.has(Meaning::VERSUS) && token.case != Case::Upper {
            return None;
        }
        let is_upper_form = token.case == Case::Upper && means.has(Meaning::SUFFIX) && !self.line_is_loud(at);
        if means.has(Meaning::PARTICLE) && token.case == Case::Lower && !last.has(Meaning::FUNCTION) {
            return self.particle_joint(at);
        }
        if means.has(Meaning::OF.and(Meaning::LINK).and(Meaning::AND)) && !is_upper_form {
            return self.preposition_joint(at, means, last, has_head);
        }
        let is_small = is_small_form(self.block.str(token)) && is_capital_at(self, at - 1);
        (token.kind == Kind::Number || is_capital(token) || is_small).then_some((Join::Plain, at))
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
            let is_particle = token.kind == Kind::Word && self.means(token).has(Meaning::PARTICLE);
            if !is_hyphen && !is_particle {
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
        let is_ordinal = token.kind == Kind::Number && self.ordinal(next).is_some();
        if !is_capital(token) && !is_ordinal {
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

fn is_capital_at(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(is_capital)
}
