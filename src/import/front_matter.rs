//! The lines before a text that say what it is: `---` around `key: value` (YAML) or `+++` around `key = value` (TOML), as
//! Markdown of site generators and the text output of extractors have them. Values over several lines are not read.

use super::dates::read;
use super::{Found, names};

/// Longest front matter, in lines.
const LONGEST: usize = 60;

/// What such lines say.
#[derive(Debug, Default)]
pub struct FrontMatter(Vec<(String, String)>);

/// The front matter of a text and the rest; the whole text where it has none.
pub fn split(text: &str) -> (Option<FrontMatter>, &str) {
    let start = text.trim_start();
    let fence = ["---", "+++"].into_iter().find(|fence| start.lines().next().map(str::trim) == Some(*fence));
    let Some(fence) = fence else { return (None, text) };
    let mut found = FrontMatter::default();
    let mut rest = start.split_once('\n').map_or("", |(_, rest)| rest);
    for _ in 0..LONGEST {
        let Some((line, after)) = rest.split_once('\n') else { break };
        rest = after;
        if line.trim() == fence {
            return (Some(found), rest);
        }
        if let Some((key, value)) = line.split_once([':', '=']).filter(|_| !line.starts_with([' ', '-', '#'])) {
            let value = value.trim().trim_matches(['"', '\'']).trim_matches(['[', ']']).replace('"', "");
            found.0.push((key.trim().to_lowercase(), value));
        }
    }
    (None, text)
}

impl FrontMatter {
    fn first(&self, keys: &[&str]) -> String {
        let value = |key: &&str| self.0.iter().find(|(known, value)| known == key && !value.is_empty());
        keys.iter().find_map(value).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// What was found in the text itself, with what these lines say of it.
    pub fn complete(&self, found: Found) -> Found {
        let (title, byline) = (self.first(&["title", "headline"]), self.first(&["author", "authors", "byline"]));
        let found = Found {
            title: if title.is_empty() { found.title } else { title },
            publisher: self.first(&["sitename", "site", "publisher", "publication", "hostname"]),
            url: self.first(&["url", "link", "source", "canonical"]),
            published: read(&self.first(&["date", "published", "publish_date", "datepublished"])).or(found.published),
            language: self.first(&["lang", "language"]),
            ..found
        };
        if names::authors_of(&byline).is_empty() { found } else { found.signed(&byline) }
    }
}
