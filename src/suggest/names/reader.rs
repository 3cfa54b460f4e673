//! Reading one stretch of capitalised words after another.

use super::atoms::{Atom, is_capital};
use super::guess::Guess;
use super::known::{KnownNames, Owners};
use super::lines::Line;
use super::lists::{Fact, known_beforehand};
use super::meaning::Meaning;
use super::memory::{Entry, Memory, Strength};
use super::phrases::{Found, Phrases, hash_of, token_range};
use crate::suggest::lexicon::Lexicon;
use crate::suggest::scan::Block;
use crate::suggest::suggestion::{Made, Named, Suggestion};
use crate::suggest::tokens::{Case, Gap, Kind, Token};

/// Reads the names of a block.
pub(super) struct Reader<'a> {
    /// The text and its tokens.
    pub block: &'a Block<'a>,
    /// The names on file.
    pub known: Option<&'a KnownNames>,
    /// What the text introduced.
    pub memory: &'a mut Memory,
    /// The atoms that are read now.
    pub atoms: Vec<Atom>,
    /// The line that is read now.
    pub line: Line,
    facts: &'static Phrases<Fact>,
    lexicon: &'static Lexicon,
}

/// Longest name that is proposed, in bytes.
const LONGEST: usize = 240;

impl<'a> Reader<'a> {
    /// A reader at the start of a block.
    pub fn new(block: &'a Block<'a>, known: Option<&'a KnownNames>, memory: &'a mut Memory) -> Self {
        let atoms = Vec::new();
        Self { block, known, memory, atoms, line: Line::default(), facts: known_beforehand(), lexicon: Lexicon::get() }
    }

    /// A token.
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.block.tokens.get(at)
    }

    /// The words of a token; none where there is no such token.
    pub fn str(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| &self.block.text[token.range()])
    }

    /// The words of an atom.
    pub fn words_of(&self, atom: &Atom) -> &'a str {
        &self.block.text[token_range(self.block.tokens, atom.start..atom.end)]
    }

    /// What a token means.
    pub fn means(&self, token: &Token) -> Meaning {
        self.lexicon.name(token.word).unwrap_or(Meaning::NONE)
    }

    /// What the token at a place means; nothing where there is none.
    pub fn means_at(&self, at: usize) -> Meaning {
        self.token(at).map_or(Meaning::NONE, |token| self.means(token))
    }

    /// A name on file that starts here.
    pub fn known_at(&self, at: usize, hash: u32) -> Option<Found> {
        let known = self.known.filter(|known| known.may_begin(hash))?;
        known.longest(self.block.text, self.block.tokens, at, false)
    }

    /// A phrase of the built-in lists that starts here. In a line of capitals nothing tells "IT" from "it".
    pub fn fact_at(&self, at: usize, hash: u32) -> Option<(Found, Fact)> {
        if !self.facts.may_begin(hash) {
            return None;
        }
        let found = self.facts.longest(self.block.text, self.block.tokens, at, false)?;
        let words = &self.block.text[token_range(self.block.tokens, at..found.end)];
        let is_loud = found.words > 1 && !words.chars().any(char::is_lowercase);
        let is_as_written =
            |name: &str| name == words || is_loud || (found.words > 1 && is_same_but_marks(name, words));
        let mut facts = self.facts.matching(found, words, false);
        facts.find(|(name, _)| is_as_written(name)).map(|(_, fact)| (found, *fact))
    }

    /// Whether a name on file may begin with this token.
    pub fn begins_known(&self, at: usize, token: &Token) -> bool {
        self.known.is_some_and(|known| {
            let hash = hash_of(self.block.text, token);
            known.may_begin(hash) && known.longest(self.block.text, self.block.tokens, at, false).is_some()
        })
    }

    /// Whether a known name begins with this particle: "bin Laden", "al-Qaeda".
    pub fn begins_particle(&self, at: usize, token: &Token) -> bool {
        self.means(token).has(Meaning::PARTICLE) && self.begins_fact(at, token)
    }

    /// Whether a phrase of the built-in lists begins with this token: "3M".
    pub fn begins_fact(&self, at: usize, token: &Token) -> bool {
        self.fact_at(at, hash_of(self.block.text, token)).is_some()
    }

    /// Whether "9th Circuit" or the like begins here.
    pub fn begins_ordinal(&self, at: usize, token: &Token) -> bool {
        token.kind == Kind::Number
            && self.token(at + 1).is_some_and(|letters| letters.is_glued() && self.means(letters).has(Meaning::ORDINAL))
            && self.token(at + 2).is_some_and(is_capital)
    }

    /// Reads the names from the token at `at` on; gives the token to go on with.
    pub fn read(&mut self, at: usize, found: &mut Vec<Suggestion>) -> usize {
        self.enter_line(at);
        if self.is_in_address(at) {
            return at + 1;
        }
        let end = self.collect(at);
        let atoms = std::mem::take(&mut self.atoms);
        let mut place = 0;
        let mut reached = end;
        while place < atoms.len() {
            let (guess, next) = self.guess(&atoms, place);
            if let Some(guess) = guess {
                reached = reached.max(self.propose(&guess, found));
            }
            place = next.max(place + 1);
        }
        self.atoms = atoms;
        reached.max(at + 1)
    }

    /// Proposes a name; gives the token after its words.
    fn propose(&mut self, guess: &Guess, found: &mut Vec<Suggestion>) -> usize {
        let name_at = token_range(self.block.tokens, guess.start..guess.end);
        if name_at.len() > LONGEST || name_at.is_empty() {
            return guess.end;
        }
        let words = spaced(&self.block.text[name_at.clone()]);
        let beside = self.beside(guess, &words);
        let end = beside.end.max(guess.end).max(guess.words_end);
        let owners = self.owners(guess);
        let recalled = self.recalled(guess, &words);
        let (name, kind, is_judge, mut known) = match recalled {
            Some(entry) => {
                (entry.name.to_string(), pick(guess.kind, entry.kind), entry.is_judge || guess.is_judge, entry.known)
            }
            None => (words.clone(), guess.kind, guess.is_judge, None),
        };
        let (mut rivals, mut kind) = (Vec::new(), kind);
        if let Some(owners) = owners {
            kind = pick(owners.kind, kind);
            if let [only] = &owners.ids[..] {
                known = Some(only.clone());
            } else {
                known = None;
                rivals = owners.ids;
            }
        }
        let mut named = Named {
            name,
            kind,
            known,
            rivals,
            aliases: beside.aliases,
            identifiers: beside.identifiers,
            name_at,
            is_judge,
        };
        if guess.is_legal_form {
            named.aliases.insert(0, (words.clone(), "legal"));
        }
        self.remember(guess, &named, &words);
        let words = token_range(self.block.tokens, guess.words_start..end);
        found.push(Suggestion { words, made: Made::Party(named) });
        end
    }

    /// The parties on file that have the name.
    fn owners(&self, guess: &Guess) -> Option<Owners> {
        let (at, match_found) = guess.known?;
        let owners = self.known?.owners(self.block.text, self.block.tokens, at, match_found, false);
        (!owners.ids.is_empty()).then_some(owners)
    }

    /// The party that the text introduced by a longer name, or of which it said more.
    fn recalled(&self, guess: &Guess, words: &str) -> Option<Entry> {
        if guess.known.is_some() {
            return None;
        }
        let recalled = self.memory.recall(words).filter(|recalled| !recalled.is_shared)?;
        let is_strong = recalled.strength > Strength::Part || !guess.is_fact;
        let is_it = guess.kind.is_empty() || recalled.entry.kind.is_empty() || guess.kind == recalled.entry.kind;
        (is_strong && is_it).then(|| recalled.entry.clone())
    }

    /// Takes note of a name, and of the forms that it may be given later.
    fn remember(&mut self, guess: &Guess, named: &Named, words: &str) {
        let strength =
            if guess.is_lone && !guess.is_fact && named.known.is_none() { Strength::Part } else { Strength::Whole };
        let entry = Entry {
            name: named.name.as_str().into(),
            kind: named.kind,
            known: named.known.clone(),
            is_judge: named.is_judge,
        };
        let at = self.memory.introduce(entry, strength);
        for (alias, _) in &named.aliases {
            self.memory.also(alias, at, Strength::Whole);
        }
        if named.name != words {
            return;
        }
        for (form, strength) in self.short_forms(guess, named) {
            self.memory.also(&form, at, strength);
        }
    }

    /// The shorter names that a text may go on with.
    fn short_forms(&self, guess: &Guess, named: &Named) -> Vec<(String, Strength)> {
        let mut forms = Vec::new();
        let mut form = |tokens: std::ops::Range<usize>, strength| {
            let words = &self.block.text[token_range(self.block.tokens, tokens)];
            forms.push((spaced(words), strength));
        };
        if let Some(bare) = guess.bare_end.filter(|bare| *bare < guess.end && *bare > guess.start) {
            form(guess.start..bare, Strength::Whole);
        }
        match named.kind {
            "person" => {
                if let Some((start, end)) = guess.surname {
                    form(start..end, Strength::Surname);
                    if let Some(last) = (start..end)
                        .rev()
                        .find(|at| self.token(*at).is_some_and(|token| token.gap != Gap::None))
                        .filter(|last| *last > start)
                    {
                        form(last..end, Strength::Surname);
                    }
                    if guess.start + 1 < start {
                        form(guess.start..guess.start + 1, Strength::Part);
                    }
                }
            }
            "company" => {
                let first = self.means_at(guess.start);
                let is_own = !first.has(ORDINARY) && self.str(guess.start).chars().count() > 2;
                if is_own && !guess.is_lone && self.token(guess.start + 1).is_some_and(|next| !next.is_glued()) {
                    form(guess.start..guess.start + 1, Strength::Part);
                }
            }
            _ => {}
        }
        forms
    }

    /// Whether the token belongs to an address or a tag.
    fn is_in_address(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return true };
        let before = at.checked_sub(1).and_then(|before| self.token(before)).filter(|_| token.is_glued());
        let is_before = before.is_some_and(|before| match before.kind {
            Kind::Mark('@' | '_' | '#' | '=' | '\\') | Kind::Number => true,
            Kind::Mark('/') => {
                at >= 2 && self.token(at - 2).is_some_and(|one| one.is_mark('/') || one.case == Case::Lower)
            }
            Kind::Mark('.') => {
                before.is_glued()
                    && at >= 2
                    && self.token(at - 2).is_some_and(|one| one.case == Case::Lower && one.kind == Kind::Word)
            }
            _ => false,
        });
        let after = self.token(at + 1).filter(|after| after.is_glued());
        is_before || after.is_some_and(|after| matches!(after.kind, Kind::Mark('@' | '_') | Kind::Number))
    }
}

/// Whether words differ only in spaces, hyphens and full stops.
fn is_same_but_marks(one: &str, other: &str) -> bool {
    let letters =
        |words: &'_ str| words.chars().filter(|letter| letter.is_alphanumeric() || *letter == '&').collect::<String>();
    letters(one) == letters(other)
}

/// Words that are no short name of anything.
const ORDINARY: Meaning = Meaning::COMMON
    .and(Meaning::FUNCTION)
    .and(Meaning::PLACE)
    .and(Meaning::NATION)
    .and(Meaning::DATE)
    .and(Meaning::TOPIC)
    .and(Meaning::GOVERNMENT)
    .and(Meaning::COURT_PART)
    .and(Meaning::BODY)
    .and(Meaning::COMPANY)
    .and(Meaning::TITLE)
    .and(Meaning::GIVEN_OR_ELSE)
    .and(Meaning::GIVEN);

fn pick(first: &'static str, second: &'static str) -> &'static str {
    if first.is_empty() { second } else { first }
}

/// Words with each run of white space as one space.
pub(super) fn spaced(words: &str) -> String {
    let mut found = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !found.is_empty() {
            found.push(' ');
        }
        found.push_str(word);
    }
    found
}
