//! Writing that runs from right to left, and marks that take part in a text without being seen.

use std::borrow::Cow;

/// Stands for a mark that can change the order in which a line is read.
const DIRECTION_MARK: char = '¤';
/// Stands for any other mark that cannot be seen.
const OTHER_MARK: char = '·';

/// True if a text holds letters of a right-to-left script, or a mark that forces that direction.
///
/// Goes by the blocks whose characters are right-to-left unless assigned otherwise (Unicode
/// Character Database, `DerivedBidiClass.txt`).
#[must_use]
pub fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_right_to_left)
}

fn is_right_to_left(c: char) -> bool {
    // U+061C lies in the Arabic block but only marks a direction; it has no letter to misplace.
    matches!(c,
        '\u{590}'..='\u{61B}' | '\u{61D}'..='\u{8FF}'
        | '\u{202B}' | '\u{202E}' | '\u{2067}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// True for a character that takes part in a text but cannot be seen: direction controls, zero
/// width spaces and joiners, the byte order mark, the soft hyphen, fillers and tags.
///
/// Variation selectors are not among them: they belong to the emoji they follow.
#[must_use]
pub fn is_invisible_mark(c: char) -> bool {
    is_direction_mark(c)
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0001}' | '\u{E0020}'..='\u{E007F}')
}

/// The controls of the bidirectional algorithm (Unicode Standard Annex #9, section 2).
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The text as it should be drawn: each invisible mark replaced by one that can be seen.
///
/// One character stands for one character, so that character offsets (not byte offsets) keep.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_invisible_mark) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(stand_in).collect())
}

fn stand_in(c: char) -> char {
    if is_direction_mark(c) {
        DIRECTION_MARK
    } else if is_invisible_mark(c) {
        OTHER_MARK
    } else {
        c
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn right_to_left_scripts_are_noticed() {
        for (text, expected) in [
            ("", false),
            ("plain", false),
            ("naïve “quote” – Ünïcödé 日本 🦀", false),
            ("שלום", true),
            ("the word سلام", true),
            ("ߒߞߏ", true),
            ("\u{10900}", true),
            ("abc\u{202E}def", true),
            ("abc\u{200F}", false),
            ("\u{61C}", false),
            ("\u{FEFF}abc", false),
        ] {
            assert_eq!(has_right_to_left(text), expected, "{text:?}");
        }
    }

    #[test]
    fn marks_are_shown() {
        for (text, expected) in [
            ("plain", "plain"),
            ("con\u{AD}tract", "con·tract"),
            ("a\u{202E}b\u{2069}", "a¤b¤"),
            ("\u{FEFF}a\u{200B}", "·a·"),
            ("❤\u{FE0F}", "❤\u{FE0F}"),
        ] {
            assert_eq!(shown(text), expected, "{text:?}");
        }
        assert!(matches!(shown("naïve"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn offsets_keep_and_nothing_stays_hidden(text in "[a-zé\u{AD}\u{200B}-\u{200F}\u{2066}\u{FEFF}]{0,30}") {
            let drawn = shown(&text);
            prop_assert_eq!(drawn.chars().count(), text.chars().count());
            prop_assert!(!drawn.contains(is_invisible_mark));
            for (was, is) in text.chars().zip(drawn.chars()) {
                prop_assert!(was == is || is_invisible_mark(was));
            }
        }
    }
}
