//! HTML to text: lines without markup, bodies as paragraphs, pages as articles.

mod archive;
mod body;
mod bookmarks;
mod page;

pub use archive::{is_archive, page_of as archived};
pub use body::text_of;
pub use page::{articles_of, is_page};

/// The words of a line that may hold markup or entities (`By <a href="…">Ann Lee</a>`, `Here&#8217;s`).
pub fn plain(words: &str) -> String {
    if is_markup(words) {
        text_of(words).replace('\n', " ")
    } else if words.contains('&') {
        // A sign that begins no element is only a sign.
        text_of(&words.replace('<', "&lt;")).replace('\n', " ")
    } else {
        words.to_owned()
    }
}

/// Whether words hold markup, and are more than text that speaks of it.
pub fn is_markup(words: &str) -> bool {
    const TAGS: &[&str] =
        &["<p", "<div", "<br", "<a ", "<span", "<ul", "<ol", "<h1", "<h2", "<h3", "<em", "<strong", "<figure"];
    let has_tag = |start: &str| TAGS.iter().any(|tag| start.contains(tag));
    words.contains('<')
        && has_tag(&words.to_ascii_lowercase())
        && (words.contains("</") || words.contains("/>") || words.contains("<br"))
}

/// Plain text with one blank line between paragraphs. Where it has no blank line, each line is a paragraph, unless
/// lines were only broken at a width.
pub fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}'], "\n").replace('\u{2029}', "\n\n");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let has_blank = {
        let inner = text.trim();
        inner.lines().any(|line| line.trim().is_empty())
    };
    let between = if has_blank || is_hard_wrapped(&lines) { "\n" } else { "\n\n" };
    let mut made = String::with_capacity(text.len());
    let mut blanks = 0;
    for line in lines {
        if line.trim().is_empty() {
            blanks += 1;
            continue;
        }
        if !made.is_empty() {
            made.push_str(if blanks > 0 { "\n\n" } else { between });
        }
        blanks = 0;
        made.push_str(if between == "\n" { line } else { line.trim_start() });
    }
    made
}

/// Whether lines were broken at a width: most are about as long as the longest, and end within a sentence.
fn is_hard_wrapped(lines: &[&str]) -> bool {
    let lengths: Vec<usize> = lines.iter().map(|line| line.chars().count()).collect();
    let longest = lengths.iter().copied().max().unwrap_or(0);
    if lines.len() < 4 || !(40..=120).contains(&longest) {
        return false;
    }
    let ends_within = |line: &&str| !line.trim_end().ends_with(['.', '!', '?', '"', '”', ':', '…']);
    let full = lengths.iter().filter(|length| **length * 10 > longest * 7).count();
    let open = lines.iter().filter(|line| ends_within(line)).count();
    full * 3 > lines.len() * 2 && open * 2 > lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_of_plain_text() {
        for (text, expected) in [
            ("One.\nTwo.\nThree.", "One.\n\nTwo.\n\nThree."),
            ("One.\n\nTwo\nlines.\n\n\n\nThree.", "One.\n\nTwo\nlines.\n\nThree."),
            ("  One.  \r\n\r\n Two. ", "  One.\n\n Two."),
            ("", ""),
            (" \n \n", ""),
            ("One.", "One."),
        ] {
            assert_eq!(paragraphs(text).trim_start(), expected.trim_start(), "{text:?}");
        }
        let wrapped = "The harbour board sued Nordlys over a quay that\nsank in March, and wants up to two and a half\n\
                       million for it, which the company calls far too\nmuch for so small a quay.";
        assert_eq!(paragraphs(wrapped), wrapped);
    }

    #[test]
    fn lines_lose_their_markup() {
        for (words, expected) in [
            ("By <a href='x'>Ann Lee</a>", "By Ann Lee"),
            ("Here&#8217;s why &amp; how", "Here’s why & how"),
            ("a < b", "a < b"),
            ("AT&T wins", "AT&T wins"),
            ("plain", "plain"),
        ] {
            assert_eq!(plain(words), expected);
        }
        assert!(is_markup("<p>One</p>") && is_markup("One<br>Two") && !is_markup("a < b and <p> is a tag"));
    }
}
