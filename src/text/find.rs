//! Searching a text, and comparing texts whatever their typography.

use std::ops::Range;

use memchr::{memchr2, memmem};

/// Which differences between a text and what is looked for are overlooked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Letters must be the same.
    Exact,
    /// Letters must be the same, but quotation marks and apostrophes may be curly or straight.
    Letters,
    /// Capital and small letters are the same (simple case folding, character by character), and
    /// so are curly and straight quotation marks.
    Ignored,
}

impl Case {
    /// The character that stands for all those it is the same as.
    fn standing_for(self, c: char) -> char {
        match self {
            Self::Exact => c,
            Self::Letters => straight(c),
            Self::Ignored => fold(c),
        }
    }
}

/// Finds every place where a text has the words looked for, as byte ranges that do not overlap.
///
/// Each run of white space in `needle` stands for any run of white space, line breaks included.
/// An empty needle is found nowhere.
#[must_use]
pub fn find_all(text: &str, needle: &str, case: Case) -> Vec<Range<usize>> {
    Pattern::new(needle, case).map_or_else(Vec::new, |pattern| pattern.find(text, usize::MAX))
}

/// A text as it is compared: each run of white space one space and none at the ends, curly
/// quotation marks straight, capitals small. Two texts that differ only in those are equal then.
#[must_use]
pub fn normalised(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !found.is_empty() {
            found.push(' ');
        }
        found.extend(word.chars().map(fold));
    }
    found
}

/// The character that stands for all those it is the same as when case and the shape of
/// quotation marks are ignored. Characters whose counterpart is several characters (ß, İ) stand
/// for themselves.
#[must_use]
pub fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match straight(c) {
        mark @ ('\'' | '"') => mark,
        // Spelled out because looking these up takes ten times as long.
        '×' => '×',
        'À'..='Þ' | 'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        'ß'..='þ' | 'а'..='я' | '\u{2E80}'..='\u{A63F}' | '\u{AC00}'..='\u{D7A3}' => c,
        // Its capital is I, but simple case folding keeps the two apart.
        'ı' => 'ı',
        // By way of the capital, so that ς and ſ become σ and s.
        _ => {
            let capital = only(c.to_uppercase()).unwrap_or(c);
            only(capital.to_lowercase()).unwrap_or(c)
        }
    }
}

/// The straight quotation mark for a curly one; anything else is itself.
fn straight(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        _ => c,
    }
}

/// True if a word goes on from one text to the next. Scripts from Thai on, many of which set no
/// spaces between words, are left out.
pub(super) fn joined(before: &str, after: &str) -> bool {
    let part_of_word = |c: Option<char>| c.is_some_and(|c| c < '\u{E00}' && c.is_alphanumeric());
    part_of_word(before.chars().next_back()) && part_of_word(after.chars().next())
}

fn only(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let first = chars.next();
    first.filter(|_| chars.next().is_none())
}

/// One step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Scalar(char),
    Space,
}

/// How the places are found that are worth comparing: by one unit that is rare, or fast to find.
#[derive(Debug)]
enum Seek {
    Word(Box<memmem::Finder<'static>>),
    Letter(u8, u8),
    Folded(char),
    Space,
}

/// What is looked for, prepared.
#[derive(Debug)]
pub(super) struct Pattern {
    units: Vec<Unit>,
    case: Case,
    /// Index in `units` of the unit that is sought.
    pivot: usize,
    seek: Seek,
}

impl Pattern {
    /// Prepares a search; none if there is nothing to look for.
    pub(super) fn new(needle: &str, case: Case) -> Option<Self> {
        let mut units = Vec::new();
        for c in needle.chars() {
            let unit = match (c.is_whitespace(), case) {
                (true, _) => Unit::Space,
                (false, _) => Unit::Scalar(case.standing_for(c)),
            };
            if unit != Unit::Space || units.last() != Some(&Unit::Space) {
                units.push(unit);
            }
        }
        let pivot = (0..units.len()).max_by_key(|index| worth(units[*index], case))?;
        let seek = match (units[pivot], case) {
            (Unit::Space, _) => Seek::Space,
            (Unit::Scalar(c), Case::Ignored) => match u8::try_from(c) {
                Ok(byte) if worth(units[pivot], case) > 0 => Seek::Letter(byte, byte.to_ascii_uppercase()),
                _ => Seek::Folded(c),
            },
            (Unit::Scalar(c), Case::Letters) if worth(units[pivot], case) == 0 => Seek::Folded(c),
            (Unit::Scalar(c), Case::Exact | Case::Letters) => {
                Seek::Word(Box::new(memmem::Finder::new(c.encode_utf8(&mut [0; 4])).into_owned()))
            }
        };
        Some(Self { units, case, pivot, seek })
    }

    /// Finds every match, from left to right and not overlapping, comparing at most `work`
    /// characters in all.
    pub(super) fn find(&self, text: &str, work: usize) -> Vec<Range<usize>> {
        self.find_where(text, work, |_| true)
    }

    /// Likewise, of those matches only that are accepted; one that is not may overlap one that is.
    pub(super) fn find_where(
        &self,
        text: &str,
        mut work: usize,
        accepts: impl Fn(&Range<usize>) -> bool,
    ) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        // End of the last match: nothing before it may be used again.
        let mut used = 0;
        while let Some(at) = self.seek(text, from) {
            if work == 0 {
                break;
            }
            if let Some(range) = self.match_at(text, used, at, &mut work).filter(&accepts) {
                used = range.end;
                from = range.end;
                found.push(range);
            } else {
                from = at + text[at..].chars().next().map_or(1, char::len_utf8);
            }
        }
        found
    }

    /// The first place at or after a byte that may be the sought unit.
    fn seek(&self, text: &str, from: usize) -> Option<usize> {
        let rest = text.get(from..)?;
        let at = match &self.seek {
            Seek::Word(finder) => finder.find(rest.as_bytes()),
            Seek::Letter(small, capital) => memchr2(*small, *capital, rest.as_bytes()),
            Seek::Folded(sought) => rest.find(|c| self.case.standing_for(c) == *sought),
            Seek::Space => rest.find(char::is_whitespace),
        }?;
        Some(from + at)
    }

    /// Compares around a place found by [`Self::seek`]: back from it, then forward.
    fn match_at(&self, text: &str, used: usize, at: usize, work: &mut usize) -> Option<Range<usize>> {
        let mut start = at;
        for unit in self.units[..self.pivot].iter().rev() {
            *work = work.saturating_sub(1);
            let before = &text[used..start];
            start -= match unit {
                Unit::Space => Some(before.len() - before.trim_end().len()).filter(|length| *length > 0)?,
                Unit::Scalar(c) => self.same(*c, before.chars().next_back())?,
            };
        }
        let mut end = at;
        for unit in &self.units[self.pivot..] {
            *work = work.saturating_sub(1);
            let after = &text[end..];
            end += match unit {
                Unit::Space => Some(after.len() - after.trim_start().len()).filter(|length| *length > 0)?,
                Unit::Scalar(c) => self.same(*c, after.chars().next())?,
            };
        }
        Some(start..end)
    }

    /// Length of a character of the text if it is the one wanted.
    fn same(&self, wanted: char, found: Option<char>) -> Option<usize> {
        let found = found?;
        let same = wanted == found || wanted == self.case.standing_for(found);
        same.then(|| found.len_utf8())
    }
}

/// How much a unit narrows the search: letters that are rare in print rank first. Zero where the
/// unit cannot be found by its bytes alone, since other characters count as the same.
fn worth(unit: Unit, case: Case) -> usize {
    const COMMON_FIRST: &[u8] = b"etaoinshrdlcumwfgypb0123456789.,vkjxqz";
    let Unit::Scalar(c) = unit else {
        return 0;
    };
    let is_any_of_several = match case {
        Case::Exact => false,
        Case::Letters => matches!(c, '\'' | '"'),
        Case::Ignored => !c.is_ascii() || matches!(c, 'k' | 's' | '\'' | '"'),
    };
    if is_any_of_several {
        return 0;
    }
    let rank = COMMON_FIRST.iter().position(|byte| char::from(*byte) == c.to_ascii_lowercase());
    1 + rank.unwrap_or(COMMON_FIRST.len() / 2)
}

#[cfg(test)]
mod tests;
