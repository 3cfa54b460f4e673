//! Where two texts differ, in so few words that they can be shown beside each other.

use std::borrow::Cow;

use crate::text::direction::shown;

/// Texts up to this many bytes are shown whole.
const WHOLE: usize = 160;
/// Letters shown of a longer one.
const LETTERS: usize = 80;
/// Letters shown before the first that differs, and after the last.
const CONTEXT: usize = 24;

/// Both texts as lines that tell them apart: whole where they are short, else the first words that differ with a
/// little of what stands around them. Characters that cannot be seen get visible ones in their place where nothing
/// else tells the two apart. The lines are equal only where texts look alike all the same.
pub fn sides(ours: &str, theirs: &str) -> (String, String) {
    let (ours, theirs) = if ours.len() <= WHOLE && theirs.len() <= WHOLE {
        (Cow::Borrowed(ours), Cow::Borrowed(theirs))
    } else {
        let (ours, theirs) = excerpts(ours, theirs);
        (Cow::Owned(ours), Cow::Owned(theirs))
    };
    let lines = (flat(&ours), flat(&theirs));
    if lines.0 == lines.1 { (marked(&ours), marked(&theirs)) } else { lines }
}

/// A text as one line, every stretch of white space a single space.
pub fn flat(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in shown(text).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A line cut after so many letters.
pub fn short(line: &str, letters: usize) -> Cow<'_, str> {
    match line.char_indices().nth(letters) {
        Some((end, _)) => Cow::Owned(format!("{}…", line[..end].trim_end())),
        None => Cow::Borrowed(line),
    }
}

/// A text as one line in which white space can be told from other white space.
fn marked(text: &str) -> String {
    let letters: Vec<char> = shown(text).chars().collect();
    let is_space = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_none_or(|letter| letter.is_whitespace());
    let mark = |(at, letter): (usize, &char)| match letter {
        '\n' => '¶',
        ' ' if !is_space(at.checked_sub(1)) && !is_space(Some(at + 1)) => ' ',
        letter if letter.is_whitespace() || letter.is_control() => '·',
        letter => *letter,
    };
    letters.iter().enumerate().map(mark).collect()
}

/// The first words in which two long texts differ.
fn excerpts(ours: &str, theirs: &str) -> (String, String) {
    let alike = |pairs: &mut dyn Iterator<Item = (u8, u8)>| pairs.take_while(|(one, other)| one == other).count();
    // A byte that both have begins a character in both or in neither, so that either text tells where to cut.
    let same_start = ours.floor_char_boundary(alike(&mut ours.bytes().zip(theirs.bytes())));
    let (our_rest, their_rest) = (&ours[same_start..], &theirs[same_start..]);
    let same_end = alike(&mut our_rest.bytes().rev().zip(their_rest.bytes().rev()));
    let our_end = our_rest.ceil_char_boundary(our_rest.len() - same_end);
    let same_end = our_rest.len() - our_end;
    let start = word_start(ours, same_start);
    let excerpt = |text: &str| {
        let differs_to = text.len() - same_end;
        let end = text[differs_to..].char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| differs_to + at);
        let end = text[start..end].char_indices().nth(LETTERS).map_or(end, |(at, _)| start + at);
        let lead = if start > 0 { "… " } else { "" };
        let tail = if end < text.len() { " …" } else { "" };
        format!("{lead}{}{tail}", &text[start..whole_words(text, same_start, end)])
    };
    (excerpt(ours), excerpt(theirs))
}

/// Where a few words before a place begin.
fn word_start(text: &str, at: usize) -> usize {
    let earliest = text[..at].char_indices().rev().nth(CONTEXT - 1).map_or(0, |(start, _)| start);
    if earliest == 0 || text[..earliest].ends_with(char::is_whitespace) {
        return earliest;
    }
    // Half a word is left out, if a whole one follows.
    let space = text[earliest..at].char_indices().find(|(_, letter)| letter.is_whitespace());
    space.map_or(earliest, |(space, letter)| earliest + space + letter.len_utf8())
}

/// The end of the last whole word up to `end`, unless that would cut off all that stands after `least`.
fn whole_words(text: &str, least: usize, end: usize) -> usize {
    let is_whole = text[end..].chars().next().is_none_or(char::is_whitespace);
    if is_whole {
        return end;
    }
    text[least..end].rfind(char::is_whitespace).filter(|at| *at > 0).map_or(end, |at| least + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn short_texts_are_shown_whole_and_always_apart() {
        let table = [
            ("ten", "nine", "ten", "nine"),
            ("", "nine", "", "nine"),
            ("a\n\nb", "a c", "a b", "a c"),
            ("a\n\nb", "a\nb", "a¶¶b", "a¶b"),
            ("a b", "a\u{a0}b", "a b", "a·b"),
            ("a", "a ", "a", "a·"),
            ("a  b", "a b", "a··b", "a b"),
            ("a\u{200b}b", "ab", "a·b", "ab"),
        ];
        for (ours, theirs, our_line, their_line) in table {
            assert_eq!(sides(ours, theirs), (our_line.to_owned(), their_line.to_owned()), "{ours:?} {theirs:?}");
        }
    }

    #[test]
    fn of_long_texts_the_first_words_that_differ_are_shown() {
        let before = "The court heard both sides. ".repeat(300);
        let after = " It sank soon after.".repeat(300);
        let (ours, theirs) = sides(&format!("{before}Ten ships{after}"), &format!("{before}Nine ships{after}"));
        assert_eq!(ours, "… court heard both sides. Ten ships It sank soon …");
        assert_eq!(theirs, "… court heard both sides. Nine ships It sank soon …");
        let (ours, theirs) = sides(&before, &format!("{before}The end."));
        assert_eq!(ours, "… court heard both sides.");
        assert_eq!(theirs, "… court heard both sides. The end.");
        let (ours, theirs) = sides("", &"é".repeat(500));
        assert_eq!((ours.as_str(), theirs.chars().count()), ("", LETTERS + 2));
        let (ours, theirs) = sides(&before, &format!("{before}\n"));
        assert_ne!(ours, theirs);
    }

    #[test]
    fn a_line_is_cut_between_letters() {
        assert_eq!(short("éàü", 3), "éàü");
        assert_eq!(short("éà üö", 3), "éà…");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn two_texts_never_look_alike(
            start in "[a-cé\u{2019}\u{1f980} \n]{0,200}",
            ours in "[a-bé\u{2019}\u{2018} \n]{0,120}",
            theirs in "[a-bé\u{2019}\u{2018} \n]{0,120}",
            end in "[a-cé\u{2019}\u{1f980} \n]{0,200}",
        ) {
            let (ours, theirs) = (format!("{start}{ours}{end}"), format!("{start}{theirs}{end}"));
            let (our_line, their_line) = sides(&ours, &theirs);
            prop_assert_eq!(our_line == their_line, ours == theirs, "{:?} {:?}", our_line, their_line);
            for line in [our_line, their_line] {
                prop_assert!(line.chars().count() <= WHOLE && !line.contains('\n'));
            }
        }
    }
}
