//! Cutting typed words into digits, words and marks.

use compact_str::CompactString;

/// Longer input is a pasted text, not the content of a field.
const MAX_BYTES: usize = 300;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII digits.
    Digits,
    /// Letters; the points of abbreviations are dropped.
    Word,
    /// One other character.
    Mark,
}

/// One piece of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// As typed.
    pub raw: &'a str,
    /// In small letters, for comparison.
    pub low: CompactString,
    pub kind: Kind,
    /// Whether nothing stands between it and the token before.
    pub glued: bool,
    /// Where it starts in the words, in bytes.
    pub at: usize,
}

impl Token<'_> {
    pub(super) fn is(&self, low: &str) -> bool {
        self.low == low
    }

    pub(super) fn is_digits(&self) -> bool {
        self.kind == Kind::Digits
    }

    pub(super) fn is_dash(&self) -> bool {
        matches!(self.raw, "-" | "–" | "—" | "‐" | "‑" | "−")
    }
}

/// Words after which a point belongs to the word. Elsewhere a point ends a sentence, and no value runs across that.
const ABBREVIATIONS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun", "mio", "mrd", "mld", "mln", "bn", "tn", "rs", "cr", "approx", "ca",
    "est", "max", "min", "yr", "yrs", "mo", "mos",
];

/// The tokens, or none when the words are too long. Invisible marks of direction and hyphenation are dropped; so is a
/// point at the very end.
pub(super) fn tokens(words: &str) -> Vec<Token<'_>> {
    let words = words.trim_end();
    let words = words.strip_suffix('.').unwrap_or(words);
    let mut found: Vec<Token<'_>> = Vec::new();
    if words.len() > MAX_BYTES {
        return found;
    }
    let mut rest = words;
    let mut glued = false;
    while let Some(first) = rest.chars().next() {
        if is_invisible(first) {
            rest = &rest[first.len_utf8()..];
        } else if first.is_whitespace() {
            glued = false;
            rest = &rest[first.len_utf8()..];
        } else {
            let (token, after) = token(rest, first);
            found.push(Token { glued, at: words.len() - rest.len(), ..token });
            glued = true;
            rest = after;
        }
    }
    found
}

/// The first token of the rest, which starts with the given character, and what follows it.
fn token(rest: &str, first: char) -> (Token<'_>, &str) {
    let (length, kind) = if first.is_ascii_digit() {
        (run(rest, |letter| letter.is_ascii_digit()), Kind::Digits)
    } else if first.is_alphabetic() {
        (word(rest), Kind::Word)
    } else {
        (first.len_utf8(), Kind::Mark)
    };
    let (raw, after) = rest.split_at(length);
    let low = match kind {
        Kind::Word => raw.chars().filter(|letter| *letter != '.').flat_map(char::to_lowercase).collect(),
        Kind::Digits | Kind::Mark => CompactString::from(raw),
    };
    (Token { raw, low, kind, glued: false, at: 0 }, after)
}

/// The bytes of the run of characters that pass.
fn run(rest: &str, pass: impl Fn(char) -> bool) -> usize {
    rest.find(|letter| !pass(letter)).unwrap_or(rest.len())
}

/// The bytes of the word at the start: its letters, with the points of "U.S." or "Sept.".
fn word(rest: &str) -> usize {
    let mut length = run(rest, char::is_alphabetic);
    let single = |letters: &str| letters.chars().count() == 1;
    if !single(&rest[..length]) {
        let low = rest[..length].to_lowercase();
        let dotted = ABBREVIATIONS.contains(&low.as_str()) && rest[length..].starts_with('.');
        return length + usize::from(dotted);
    }
    // Single letters with points are one word: U.S., c., p.a.
    while let Some(after) = rest[length..].strip_prefix('.') {
        let next = run(after, char::is_alphabetic);
        length += 1;
        let pointed = after[next..].is_empty() || after[next..].starts_with('.');
        if !single(&after[..next]) || !pointed {
            break;
        }
        length += next;
    }
    length
}

/// Characters that show nothing and part nothing: zero width, soft hyphens and marks of direction.
pub(super) const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// How many tokens at the start spell the phrase, if they do. Words of a phrase are parted by single spaces.
pub(super) fn phrase(tokens: &[Token<'_>], phrase: &str) -> Option<usize> {
    let mut count = 0;
    for part in phrase.split(' ') {
        if !tokens.get(count)?.is(part) {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// The longest phrase of the table the tokens start with: how many tokens, and what it means.
pub(super) fn longest<T: Copy>(tokens: &[Token<'_>], table: &[(&str, T)]) -> Option<(usize, T)> {
    let matches = table.iter().filter_map(|(words, meaning)| Some((phrase(tokens, words)?, *meaning)));
    matches.max_by_key(|(count, _)| *count)
}

/// The longest phrase of the table the tokens end with: how many tokens, and what it means.
pub(super) fn longest_at_end<T: Copy>(tokens: &[Token<'_>], table: &[(&str, T)]) -> Option<(usize, T)> {
    let at_end = |words: &str| {
        let start = tokens.len().checked_sub(words.split(' ').count())?;
        phrase(&tokens[start..], words)
    };
    table.iter().filter_map(|(words, meaning)| Some((at_end(words)?, *meaning))).max_by_key(|(count, _)| *count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cuts_words_digits_and_marks() {
        let table = [
            ("$10bn", "$ 10 bn"),
            ("US$ 10.5", "us $ 10 . 5"),
            ("U.S. dollars", "us dollars"),
            ("Sept. 16, 2020.", "sept 16 , 2020"),
            ("c. 2020", "c 2020"),
            ("a million. Ten", "a million . ten"),
            ("p.a.", "pa"),
            ("a.bc", "a bc"),
            ("10\u{202f}000\u{a0}€", "10 000 €"),
            ("10\u{200b}0\u{200e}", "10 0"),
            ("", ""),
            (" . ", ""),
        ];
        for (words, want) in table {
            let found: Vec<_> = tokens(words).iter().map(|token| token.low.to_string()).collect();
            assert_eq!(found.join(" "), want, "{words}");
        }
        assert!(tokens(&"1 ".repeat(400)).is_empty());
    }

    #[test]
    fn knows_what_is_glued() {
        let found: Vec<_> = tokens("US$10 bn").iter().map(|token| (token.at, token.glued)).collect();
        assert_eq!(found, [(0, false), (2, true), (3, true), (6, false)]);
    }

    #[test]
    fn finds_the_longest_phrase() {
        let table = [("no", 1), ("no more than", 2), ("or so", 3)];
        assert_eq!(longest(&tokens("No more  than five"), &table), Some((3, 2)));
        assert_eq!(longest(&tokens("more than no"), &table), None);
        assert_eq!(longest_at_end(&tokens("five or so"), &table), Some((2, 3)));
        assert_eq!(longest_at_end(&tokens("so"), &table), None);
    }

    proptest! {
        #[test]
        fn loses_no_letter(words in "\\PC{0,60}") {
            let kept: String = tokens(&words).iter().map(|token| token.raw).collect();
            let want: String = words.chars().filter(|letter| !letter.is_whitespace() && !is_invisible(*letter)).collect();
            prop_assert_eq!(kept.trim_end_matches('.'), want.trim_end_matches('.'));
        }
    }
}
