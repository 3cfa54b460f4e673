//! Bookmark files in HTML: the format of Netscape that browsers still export, and the lists that Pocket and Instapaper gave
//! out.

use dom_query::Document;

use crate::import::dates::read;
use crate::import::producers::host;
use crate::import::{Found, Producer};

/// How such files begin, in small letters.
const DOCTYPE: &str = "<!doctype netscape-bookmark-file";
/// How the lists of services are titled.
const TITLES: &[&str] = &["<title>pocket export</title>", "<title>instapaper: export</title>"];
/// How much of a file is looked at.
const HEAD: usize = 2_048;

/// Whether a page is a list of bookmarks.
pub fn is_list(html: &str) -> bool {
    let head = html[..html.floor_char_boundary(HEAD)].to_ascii_lowercase();
    head.trim_start().starts_with(DOCTYPE) || TITLES.iter().any(|title| head.contains(title))
}

/// The bookmarks. When they were kept is when they were retrieved.
pub fn all(html: &str) -> Vec<Found> {
    let document = Document::from(html);
    let links = document.select("a[href]");
    let found = links.nodes().iter().filter_map(|link| {
        let url = link
            .attr("href")
            .filter(|url| url.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http")))?
            .to_string();
        let kept = ["add_date", "time_added"].iter().find_map(|name| link.attr(name));
        let title = link.text().trim().to_owned();
        Some(Found {
            title: if title.is_empty() { url.clone() } else { title },
            publisher: host(&url),
            retrieved: kept.and_then(|kept| read(&kept)),
            url,
            ..Found::of(Producer::Bookmarks)
        })
    });
    found.map(Found::tidy).collect()
}
