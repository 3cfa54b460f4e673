//! Cutting text into words, numbers and marks, once, for every recogniser.
//!
//! Words are runs of letters as Unicode has them (UAX #29 would also join digits and full stops, which sums and dates
//! need apart). Dotted initials such as `U.S.` stay one word.

use std::ops::Range;

use super::lexicon::{Lexicon, WordId};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with apostrophes and combining marks inside, or dotted initials.
    Word,
    /// A possessive or other clitic with its apostrophe: `'s`, `’s`.
    Clitic,
    /// ASCII digits, with commas, points and apostrophes that group them or begin a fraction.
    Number,
    /// One other character.
    Mark(char),
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// No capital first.
    Lower,
    /// A capital, then at least one small letter.
    Title,
    /// Capitals only; also a single capital.
    Upper,
}

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing: it is glued to the token before.
    None,
    /// White space.
    Space,
    /// A line break.
    Line,
    /// A blank line, or the start of the text.
    Paragraph,
}

/// One token of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// How a word is written; [`Case::Lower`] for all else.
    pub case: Case,
    /// What stands before it.
    pub gap: Gap,
    /// The word in the lexicon, whatever its capitals.
    pub word: Option<WordId>,
}

impl Token {
    /// Its place, in bytes.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it is glued to the token before.
    pub fn is_glued(&self) -> bool {
        self.gap == Gap::None
    }
}

/// Longest word, in bytes, that is looked up.
const LONGEST: usize = 24;

/// The tokens of a part of a text, in place of what `tokens` held. Offsets count from the start of the whole text.
pub(super) fn tokenise(text: &str, part: Range<usize>, tokens: &mut Vec<Token>) {
    tokens.clear();
    let lexicon = Lexicon::get();
    let end = part.end.min(text.len());
    let bytes = &text.as_bytes()[..end];
    let mut at = part.start;
    let mut gap = Gap::Paragraph;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        let kind = match byte {
            b'\n' => {
                gap = if gap >= Gap::Line { Gap::Paragraph } else { Gap::Line };
                at += 1;
                continue;
            }
            b' ' | b'\t' | b'\r' => {
                gap = gap.max(Gap::Space);
                at += 1;
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                at = word_end(text, end, at);
                Kind::Word
            }
            b'0'..=b'9' => {
                at = number_end(bytes, at);
                Kind::Number
            }
            0..=0x7f => {
                at += 1;
                let glued = gap == Gap::None && tokens.last().is_some_and(|last| last.kind == Kind::Word);
                match clitic_end(bytes, start).filter(|_| byte == b'\'' && glued) {
                    Some(clitic) => {
                        at = clitic;
                        Kind::Clitic
                    }
                    None => Kind::Mark(char::from(byte)),
                }
            }
            _ => {
                let Some(letter) = text[at..].chars().next() else { break };
                at += letter.len_utf8();
                if letter.is_whitespace() {
                    gap = gap.max(if matches!(letter, '\u{2028}' | '\u{2029}' | '\u{85}') {
                        Gap::Line
                    } else {
                        Gap::Space
                    });
                    continue;
                }
                let glued = gap == Gap::None && tokens.last().is_some_and(|last| last.kind == Kind::Word);
                if letter.is_alphabetic() {
                    at = word_end(text, end, start);
                    Kind::Word
                } else if let Some(clitic) = clitic_end(bytes, start).filter(|_| letter == '’' && glued) {
                    at = clitic;
                    Kind::Clitic
                } else {
                    Kind::Mark(letter)
                }
            }
        };
        let (case, word) = match kind {
            Kind::Word | Kind::Clitic => (case_of(&text[start..at]), look_up(lexicon, &text[start..at])),
            _ => (Case::Lower, None),
        };
        tokens.push(Token { start, end: at, kind, case, gap, word });
        gap = Gap::None;
    }
}

/// Where the word that starts here ends.
fn word_end(text: &str, end: usize, start: usize) -> usize {
    let bytes = &text.as_bytes()[..end];
    let mut at = start;
    loop {
        match bytes.get(at) {
            Some(b'a'..=b'z' | b'A'..=b'Z') => at += 1,
            Some(b'.') if is_initial(bytes, start, at) => at += 1,
            Some(b'\'')
                if clitic_end(bytes, at).is_none() && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) =>
            {
                at += 1;
            }
            Some(0x80..) => {
                let Some(letter) = text[at..end].chars().next() else { return at };
                let after = at + letter.len_utf8();
                let joins = match letter {
                    '’' => clitic_end(bytes, at).is_none() && bytes.get(after).is_some_and(u8::is_ascii_alphabetic),
                    _ => letter.is_alphabetic() || is_joined(letter),
                };
                if !joins {
                    return at;
                }
                at = after;
            }
            _ => return at,
        }
    }
}

/// Marks that belong to the letter before them, and the soft hyphen and joiners that nobody sees.
fn is_joined(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Whether the full stop at `at` belongs to dotted initials that began at `start`: each letter stands alone before its
/// stop, and there are at least two.
fn is_initial(bytes: &[u8], start: usize, at: usize) -> bool {
    let is_letter = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_alphabetic);
    let alone = at > start && is_letter(at - 1) && (at - 1 == start || bytes[at - 2] == b'.');
    let more = is_letter(at + 1) && bytes.get(at + 2) == Some(&b'.');
    alone && (more || (at >= start + 2 && bytes[at - 2] == b'.'))
}

/// Where a possessive or a shortened verb that starts with the apostrophe here ends.
fn clitic_end(bytes: &[u8], at: usize) -> Option<usize> {
    let letters = match bytes.get(at..)? {
        [b'\'', ..] => at + 1,
        [0xe2, 0x80, 0x99, ..] => at + 3,
        _ => return None,
    };
    let end = letters + usize::from(bytes.get(letters).is_some_and(|byte| matches!(byte, b's' | b'S')));
    let is_apart =
        bytes.get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte < 0x80) || at_space(bytes, end);
    (end > letters && is_apart).then_some(end)
}

/// Whether a character beyond ASCII follows that is no letter, such as a dash or a closing quotation mark.
fn at_space(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..at + 2), Some([0xe2, 0x80] | [0xc2, _]))
}

/// Where the number that starts here ends. A comma joins where two or three digits follow it, a point or an apostrophe where
/// any do.
fn number_end(bytes: &[u8], start: usize) -> usize {
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = start + digits(start);
    loop {
        let follow = digits((at + 1).min(bytes.len()));
        let joins = match bytes.get(at) {
            Some(b',') => matches!(follow, 2 | 3),
            Some(b'.') => follow > 0,
            Some(b'\'') => follow == 3,
            _ => false,
        };
        if !joins {
            return at;
        }
        at += 1 + follow;
    }
}

fn case_of(word: &str) -> Case {
    // Letters of scripts without capitals count as small ones.
    let mut letters = word.chars();
    match letters.find(|letter| letter.is_alphabetic()) {
        Some(first) if first.is_uppercase() => {
            if letters.any(char::is_lowercase) {
                Case::Title
            } else {
                Case::Upper
            }
        }
        _ => Case::Lower,
    }
}

fn look_up(lexicon: &Lexicon, word: &str) -> Option<WordId> {
    if word.len() > LONGEST {
        return None;
    }
    if word.is_ascii() {
        let mut lower = [0; LONGEST];
        let lower = &mut lower[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return lexicon.find(std::str::from_utf8(lower).ok()?);
    }
    let may_be_known = word.chars().next().is_some_and(|first| lexicon.has_initial(first));
    may_be_known.then(|| lexicon.find(&word.replace('’', "'").to_lowercase())).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenise(text, 0..text.len(), &mut tokens);
        tokens.iter().map(|token| &text[token.range()]).collect()
    }

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        for (text, expected) in [
            ("Microsoft's $10bn", &["Microsoft", "'s", "$", "10", "bn"][..]),
            ("Amazon’s bid", &["Amazon", "’s", "bid"]),
            ("O'Brien didn't", &["O'Brien", "didn't"]),
            ("the U.S. and D.C. court", &["the", "U.S.", "and", "D.C.", "court"]),
            ("J. Smith v. Doe.", &["J", ".", "Smith", "v", ".", "Doe", "."]),
            ("1,234.56, 1,00,000 and 1,2001", &["1,234.56", ",", "1,00,000", "and", "1", ",", "2001"]),
            ("2020-09-16 at 9:30", &["2020", "-", "09", "-", "16", "at", "9", ":", "30"]),
            ("Q3 4th 1990s", &["Q", "3", "4", "th", "1990", "s"]),
            ("naïve cafe\u{301} 5€", &["naïve", "cafe\u{301}", "5", "€"]),
            ("a—b “c’s”", &["a", "—", "b", "“", "c", "’s", "”"]),
            ("👩‍⚖️", &["👩", "\u{200d}", "⚖", "\u{fe0f}"]),
            ("", &[]),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn gaps_tell_glue_spaces_lines_and_paragraphs() {
        let text = "a b\nc\n\nd.";
        let mut tokens = Vec::new();
        tokenise(text, 0..text.len(), &mut tokens);
        let gaps: Vec<Gap> = tokens.iter().map(|token| token.gap).collect();
        assert_eq!(gaps, [Gap::Paragraph, Gap::Space, Gap::Line, Gap::Paragraph, Gap::None]);
    }

    #[test]
    fn capitals_are_seen() {
        let text = "Amazon AWS a iPhone É";
        let mut tokens = Vec::new();
        tokenise(text, 0..text.len(), &mut tokens);
        let cases: Vec<Case> = tokens.iter().map(|token| token.case).collect();
        assert_eq!(cases, [Case::Title, Case::Upper, Case::Lower, Case::Lower, Case::Upper]);
    }
}
