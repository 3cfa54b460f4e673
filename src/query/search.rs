//! Finding what people call by name: how well a name answers the words that were typed.
//!
//! Capitals, diacritics, full stops in abbreviations and apostrophes make no difference: "lodz" finds "Łódź", and
//! "us dept" finds "U.S. Dept.". Texts are searched by [`crate::text::find`], to the letter.

use std::ops::Range;

use memchr::memmem::Finder;
use unicode_normalization::UnicodeNormalization;

use crate::text::find::fold;

/// What of the case is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// Commands only.
    Commands,
    /// Records and articles, by name.
    Records,
    /// The texts of the articles.
    Texts,
}

impl Scope {
    /// The scope that the first character of what was typed asks for, and the words that follow it.
    #[must_use]
    pub fn of(typed: &str) -> (Self, &str) {
        let typed = typed.trim();
        let after = |sigil| typed.strip_prefix(sigil).map(str::trim_start);
        if let Some(words) = after('>') {
            (Self::Commands, words)
        } else if let Some(words) = after('@') {
            (Self::Records, words)
        } else if let Some(words) = after('#') {
            (Self::Texts, words)
        } else {
            (Self::All, typed)
        }
    }

    /// Whether records are searched by name.
    #[must_use]
    pub fn has_records(self) -> bool {
        matches!(self, Self::All | Self::Records)
    }

    /// Whether commands are.
    #[must_use]
    pub fn has_commands(self) -> bool {
        matches!(self, Self::All | Self::Commands)
    }

    /// Whether the texts of articles are.
    #[must_use]
    pub fn has_texts(self) -> bool {
        matches!(self, Self::All | Self::Texts)
    }
}

/// How well a name answers a query, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// It is what was typed.
    Exact,
    /// It begins with what was typed.
    Start,
    /// Every word typed begins a word of it.
    Words,
    /// Every word typed stands somewhere in it.
    Inside,
    /// Some stand in it, the others in what is shown beside it.
    Beside,
    /// The letters typed stand in it in this order, with others between them.
    Letters,
}

impl Rank {
    /// Every rank, the best first.
    pub const ALL: [Self; 6] = [Self::Exact, Self::Start, Self::Words, Self::Inside, Self::Beside, Self::Letters];
}

/// The names of something, and what is shown beside them, as they are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The names, then what stands beside them, a line each.
    lines: Box<str>,
    /// Where the last name ends.
    names: u32,
}

impl Folded {
    /// Prepares names, the first of them the one that is shown, and the words beside them.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>, beside: impl IntoIterator<Item = &'a str>) -> Self {
        let mut lines = String::new();
        for name in names {
            push_line(&mut lines, name);
        }
        let end = lines.len();
        for words in beside {
            push_line(&mut lines, words);
        }
        // Four billion bytes of names are not compared any further.
        Self { names: u32::try_from(end).unwrap_or(u32::MAX), lines: lines.into_boxed_str() }
    }

    /// The names, folded.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let end = usize::try_from(self.names).unwrap_or(usize::MAX).min(self.lines.len());
        self.lines.get(..end).unwrap_or_default().lines()
    }
}

fn push_line(lines: &mut String, words: &str) {
    if !lines.is_empty() {
        lines.push('\n');
    }
    let start = lines.len();
    each_folded(words, |letter, _| {
        let is_space = letter == ' ';
        if !is_space || (lines.len() > start && !lines.ends_with(' ')) {
            lines.push(letter);
        }
    });
    while lines.len() > start && lines.ends_with(' ') {
        lines.pop();
    }
}

/// A name as it is compared: capitals small, without diacritics, each run of white space one space.
#[must_use]
pub fn folded(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    push_line(&mut line, words);
    line
}

/// Words that were typed, prepared.
#[derive(Debug)]
pub struct Query {
    words: Vec<Finder<'static>>,
    whole: String,
}

impl Query {
    /// Prepares the words.
    #[must_use]
    pub fn new(words: &str) -> Self {
        let whole = folded(words);
        let words = whole.split(' ').filter(|word| !word.is_empty()).map(|word| Finder::new(word).into_owned());
        Self { words: words.collect(), whole }
    }

    /// Whether it asks for nothing, and so is answered by everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well names answer; `None` where they do not. All answer a query that asks for nothing alike.
    #[must_use]
    pub fn rank(&self, folded: &Folded) -> Option<Rank> {
        if self.is_empty() {
            return Some(Rank::Start);
        }
        let lines = folded.lines.as_bytes();
        if !self.words.iter().all(|word| word.find(lines).is_some()) {
            return None;
        }
        Some(folded.names().filter_map(|name| self.rank_of(name)).min().unwrap_or(Rank::Beside))
    }

    /// How well the name of a command answers: its letters may stand apart.
    #[must_use]
    pub fn rank_command(&self, folded: &Folded) -> Option<Rank> {
        self.rank(folded).or_else(|| folded.names().any(|name| self.spells(name)).then_some(Rank::Letters))
    }

    fn rank_of(&self, name: &str) -> Option<Rank> {
        if name == self.whole {
            return Some(Rank::Exact);
        }
        if !self.words.iter().all(|word| word.find(name.as_bytes()).is_some()) {
            return None;
        }
        let begins = |word: &Finder<'_>| word.find_iter(name.as_bytes()).any(|at| begins_word(name, at));
        Some(if name.starts_with(&self.whole) {
            Rank::Start
        } else if self.words.iter().all(begins) {
            Rank::Words
        } else {
            Rank::Inside
        })
    }

    /// Whether the letters stand in a name in this order, the first of them at the start of a word.
    fn spells(&self, name: &str) -> bool {
        let mut letters = self.whole.chars().filter(|letter| *letter != ' ');
        let Some(first) = letters.next() else { return false };
        let starts = name.match_indices(first).map(|(at, _)| at).filter(|at| begins_word(name, *at));
        let mut starts = starts.map(|at| name.get(at + first.len_utf8()..).unwrap_or_default());
        starts.next().is_some_and(|rest| {
            let mut rest = rest.chars();
            letters.all(|letter| rest.any(|other| other == letter))
        })
    }

    /// Which bytes of a name, as it is shown, were asked for: every place where a word of the query stands, in order.
    /// They begin and end between characters.
    #[must_use]
    pub fn spans(&self, name: &str) -> Vec<Range<usize>> {
        let mut line = String::with_capacity(name.len());
        let mut sources = Vec::with_capacity(name.len());
        each_folded(name, |letter, source| {
            line.push(letter);
            sources.resize(line.len(), source);
        });
        let mut spans: Vec<Range<usize>> = Vec::new();
        for word in &self.words {
            for at in word.find_iter(line.as_bytes()) {
                let end = at + word.needle().len();
                if let (Some(first), Some(last)) = (sources.get(at), sources.get(end - 1)) {
                    spans.push(first.start..last.end);
                }
            }
        }
        spans.sort_by_key(|span| (span.start, span.end));
        spans.dedup_by(|next, span| {
            let touches = next.start <= span.end;
            if touches {
                span.end = span.end.max(next.end);
            }
            touches
        });
        spans
    }
}

/// Whether a word begins at a byte of a folded name.
fn begins_word(name: &str, at: usize) -> bool {
    let before = name.get(..at).and_then(|before| before.chars().next_back());
    before.is_none_or(|letter| !letter.is_alphanumeric())
}

/// Calls `each` with every character of words as they are compared, and the bytes it comes from. White space is a
/// space; what makes no difference is left out.
fn each_folded(words: &str, mut each: impl FnMut(char, Range<usize>)) {
    let mut before = None;
    let mut letters = words.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let source = at..at + letter.len_utf8();
        let after = letters.peek().map(|(_, letter)| *letter);
        let is_in_number = |side: Option<char>| side.is_some_and(|side| side.is_ascii_digit());
        match letter {
            '.' if !(is_in_number(before) && is_in_number(after)) => {}
            '\'' => {}
            _ if letter.is_ascii() => {
                let space = letter.is_ascii_whitespace() || letter.is_ascii_control();
                each(if space { ' ' } else { letter.to_ascii_lowercase() }, source);
            }
            _ if letter.is_whitespace() => each(' ', source),
            _ => each_plain(letter, &mut |plain| each(plain, source.clone())),
        }
        before = Some(letter);
    }
}

/// The letters that one outside ASCII is compared as: small, and without its diacritics.
fn each_plain(letter: char, each: &mut impl FnMut(char)) {
    for part in std::iter::once(letter).nfkd() {
        match fold(part) {
            mark if is_diacritic(mark) => {}
            // What looks like these marks is left out as they are.
            '\'' | 'ʼ' | '.' => {}
            // Letters with a stroke, and ligatures, which Unicode does not take apart.
            'ø' => each('o'),
            'ł' => each('l'),
            'đ' | 'ð' => each('d'),
            'ħ' => each('h'),
            'ŧ' => each('t'),
            'ı' => each('i'),
            'æ' => ['a', 'e'].into_iter().for_each(&mut *each),
            'œ' => ['o', 'e'].into_iter().for_each(&mut *each),
            'þ' => ['t', 'h'].into_iter().for_each(&mut *each),
            'ß' | 'ẞ' => ['s', 's'].into_iter().for_each(&mut *each),
            part if part.is_whitespace() => each(' '),
            part => each(part),
        }
    }
}

/// Marks above, below or through a letter, in scripts where a word is the same word without them. In others, those of
/// India among them, the marks are vowels.
fn is_diacritic(mark: char) -> bool {
    matches!(mark,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests;
