//! The head of a pasted article: its title, byline and date.

use crate::model::typed;

/// What the first lines of a text propose, and the text without them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The title; empty where the first line reads like the text itself.
    pub title: String,
    /// The byline, without a date that stood in the same line.
    pub byline: String,
    /// The authors that the byline names.
    pub authors: Vec<String>,
    /// The date, as it was written.
    pub published: String,
    /// The rest, with one blank line between paragraphs where the paste had any.
    pub text: String,
}

/// A first line with more letters than this is a paragraph, not a title.
const LONGEST_TITLE: usize = 200;

/// Longest line that is looked at for a byline or a date, in bytes.
const LONGEST_BYLINE: usize = 1_000;

/// How many lines after the title may hold a byline or a date.
const HEAD_LINES: usize = 3;

/// What may stand between a byline and a date.
const SEPARATORS: &[char] = &['•', '·', '|', '–', '—'];

/// Proposes title, byline and date from the first lines of pasted text.
#[must_use]
pub fn head_of(pasted: &str) -> Head {
    let pasted = pasted.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = pasted.trim().lines().peekable();
    let mut head = Head::default();
    let has_more = pasted.trim().contains('\n');
    if let Some(first) = lines.peek().map(|line| line.trim())
        && has_more
        && is_title(first)
    {
        first.clone_into(&mut head.title);
        lines.next();
    }
    for _ in 0..HEAD_LINES {
        while lines.peek().is_some_and(|line| line.trim().is_empty()) {
            lines.next();
        }
        match lines.peek().map(|line| line.trim()) {
            Some(line) if take_byline(&mut head, line) => lines.next(),
            _ => break,
        };
    }
    let text: Vec<&str> = lines.map(str::trim_end).collect();
    text.join("\n").trim().clone_into(&mut head.text);
    head
}

fn is_title(line: &str) -> bool {
    let is_byline = take_byline(&mut Head::default(), line);
    !line.is_empty() && line.chars().count() <= LONGEST_TITLE && !line.ends_with('.') && !is_byline
}

/// Takes a line that is nothing but a byline, a date, or both.
fn take_byline(head: &mut Head, line: &str) -> bool {
    // Neither is longer, and every beginning of a line may be a date.
    if line.len() > LONGEST_BYLINE {
        return false;
    }
    let mut parts: Vec<&str> = line.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty()).collect();
    let date = parts.iter().position(|part| date_words(part).is_some());
    let date = date.map(|at| parts.remove(at)).and_then(date_words);
    let names = parts.first().and_then(|part| names_of(part));
    match (&names, &date) {
        (Some(_), _) if head.byline.is_empty() => {}
        (None, Some(_)) if parts.is_empty() && head.published.is_empty() => {}
        _ => return false,
    }
    if let Some(authors) = names {
        head.byline = parts.join(" · ");
        head.authors = authors;
    }
    if let Some(date) = date {
        date.clone_into(&mut head.published);
    }
    true
}

/// The words of a date, without "Published" and the like before them or a time of day after them.
fn date_words(part: &str) -> Option<&str> {
    let bare = ["published on", "published", "updated"].iter().find_map(|before| {
        let (start, rest) = part.split_at_checked(before.len())?;
        let is_it = start.eq_ignore_ascii_case(before) && rest.starts_with([' ', ':']);
        is_it.then(|| rest.trim_start_matches([' ', ':']))
    });
    let bare = bare.unwrap_or(part);
    let understood = |words: &str| typed::date(words, None).is_some_and(|date| date.date.is_single_day());
    if understood(bare) {
        return Some(bare);
    }
    // "Aug 23, 2020, 9:14 am": the longest beginning that is a day.
    let cuts = bare.char_indices().filter(|(_, letter)| matches!(letter, ' ' | ',')).map(|(at, _)| at);
    cuts.collect::<Vec<_>>()
        .into_iter()
        .rev()
        .map(|at| bare[..at].trim_end_matches(','))
        .find(|words| understood(words))
}

/// The authors of "By A, B and C".
fn names_of(part: &str) -> Option<Vec<String>> {
    let start = part.get(..3).filter(|start| start.eq_ignore_ascii_case("by "))?;
    let names = part[start.len()..].replace(" and ", ",").replace(" & ", ",");
    let names: Vec<String> =
        names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    // A sentence that begins with "By" has no capitals all along.
    let is_name =
        |name: &String| name.split_whitespace().count() <= 5 && name.chars().next().is_some_and(char::is_uppercase);
    (!names.is_empty() && part.chars().count() <= LONGEST_TITLE && names.iter().all(is_name)).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pasted text; the title, byline, authors, date and first words of the text that it proposes.
    type Row = (&'static str, &'static str, &'static str, &'static [&'static str], &'static str, &'static str);

    const CASES: &[Row] = &[
        (
            "Judge halts work\nBy Ann Lee • August 23, 2020\n\nWork has stopped.",
            "Judge halts work",
            "By Ann Lee",
            &["Ann Lee"],
            "August 23, 2020",
            "Work",
        ),
        (
            "Judge halts work\n\nBy Ann Lee and Bo Ray\nPublished: 23 Aug 2020\n\nWork has stopped.",
            "Judge halts work",
            "By Ann Lee and Bo Ray",
            &["Ann Lee", "Bo Ray"],
            "23 Aug 2020",
            "Work",
        ),
        (
            "Judge halts work\r\nBY ANN LEE | Harbour Wire | Aug 23, 2020, 9:14 am\r\n\r\nWork has stopped.",
            "Judge halts work",
            "BY ANN LEE · Harbour Wire",
            &["ANN LEE"],
            "Aug 23, 2020",
            "Work",
        ),
        ("Judge halts work\n2020-08-23\nWork has stopped.", "Judge halts work", "", &[], "2020-08-23", "Work"),
        ("Work has stopped.\n\nIt will not go on.", "", "", &[], "", "Work"),
        ("Judge halts work\nBy then the money was gone.", "Judge halts work", "", &[], "", "By then"),
        ("One line only", "", "", &[], "", "One"),
        ("", "", "", &[], "", ""),
    ];

    #[test]
    fn heads_of_pasted_articles() {
        for (pasted, title, byline, authors, published, text) in CASES {
            let head = head_of(pasted);
            assert_eq!((head.title.as_str(), head.byline.as_str()), (*title, *byline), "{pasted:?}");
            assert_eq!(head.authors, *authors, "{pasted:?}");
            assert_eq!(head.published, *published, "{pasted:?}");
            assert!(
                head.text.starts_with(text) && (head.text.is_empty() == text.is_empty()),
                "{pasted:?}: {}",
                head.text
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_taken(pasted in "\\PC{0,80}\n?\\PC{0,40}\n?\\PC{0,40}") {
            let head = head_of(&pasted);
            proptest::prop_assert!(head.text.len() <= pasted.len());
        }
    }
}
