//! Line breaks: the characters after which a new line is mandatory (Unicode Standard Annex #14,
//! classes BK, CR, LF and NL), so that text from any source splits alike.

use std::ops::Range;

/// True for a character that ends a line.
pub(super) fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The first line break at or after a byte offset, as its byte range; CR LF is one break.
pub(super) fn next_break(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        // Every break starts with one of these bytes, none of which occurs inside a character.
        at += bytes.get(at..)?.iter().position(|byte| matches!(byte, b'\n'..=b'\r' | 0xC2 | 0xE2))?;
        let rest = &text[at..];
        let first = rest.chars().next()?;
        if rest.starts_with("\r\n") {
            return Some(at..at + 2);
        }
        if is_line_break(first) {
            return Some(at..at + first.len_utf8());
        }
        at += first.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_are_found() {
        for (text, expected) in [
            ("ab", None),
            ("a\nb", Some(1..2)),
            ("a\r\nb", Some(1..3)),
            ("a\rb", Some(1..2)),
            ("a\u{c}b", Some(1..2)),
            ("é“\u{2029}b", Some(5..8)),
            ("©\u{85}", Some(2..4)),
        ] {
            assert_eq!(next_break(text, 0), expected, "{text:?}");
        }
        assert_eq!(next_break("a\n", 9), None);
    }

    proptest! {
        #[test]
        fn the_first_break_is_the_one_a_search_by_character_finds(text in "[a“”é\n\r\u{b}\u{85}\u{2028}🦀]{0,20}") {
            let slow = text.find(is_line_break);
            prop_assert_eq!(next_break(&text, 0).map(|found| found.start), slow);
        }
    }
}
