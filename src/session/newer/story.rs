//! Which of the articles that a file holds is one that the case knows.

use std::collections::HashSet;

use crate::import::Found;
use crate::model::Article;

/// Words up to this many bytes are in every text.
const SHORT: usize = 4;

/// An article as a file has it now: with its JSON Pointer and line.
pub type Placed = (Found, String, Option<u64>);

/// The article of these that another file speaks of: one of the same page, as far as headline or words agree. Lists give many
/// stories the address of the page they were listed on.
pub fn same_story<'a>(known: &[&'a Article], says: &Article) -> Option<&'a Article> {
    let of_page = || known.iter().copied().filter(|known| is_same_page(&known.url, &says.url));
    let find = |test: fn(&Article, &str, &str) -> bool| {
        of_page().find(|known| test(known, says.title.as_str(), says.text.as_ref()))
    };
    find(has_text).or_else(|| find(is_titled)).or_else(|| find(|known, _, text| is_alike(&known.text, text)))
}

/// What a file has of an article by now, of all that it holds. `others` are the articles of the case from the same file, with
/// this one. `is_sure` says that it is the file from which the article came, and not only one of that name.
pub fn choose<'a>(
    article: &Article,
    place: (&str, Option<u64>),
    others: &[&Article],
    held: &'a [Placed],
    is_sure: bool,
) -> Option<&'a Placed> {
    let candidates = || held.iter().filter(|(found, ..)| !is_another_page(&article.url, &found.url));
    if let Some(same) = candidates().find(|(found, ..)| has_text(article, &found.title, &found.text)) {
        return Some(same);
    }
    // Where several stories have one address, only the headline tells them apart.
    let is_alone = others.iter().filter(|other| is_same_page(&other.url, &article.url)).count() <= 1;
    let agrees = |found: &Found| {
        let is_of_page = is_same_page(&article.url, &found.url);
        is_titled(article, &found.title, &found.text) || is_alone && is_of_page && is_alike(&article.text, &found.text)
    };
    let mut agreeing = candidates().filter(|(found, ..)| agrees(found));
    if let Some(first) = agreeing.next() {
        if agreeing.next().is_none() {
            return Some(first);
        }
        return candidates().find(|(found, pointer, line)| (pointer.as_str(), *line) == place && agrees(found));
    }
    let mut of_page = held.iter().filter(|(found, ..)| is_same_page(&article.url, &found.url));
    let only = of_page.next().filter(|_| of_page.next().is_none() && is_alone);
    // A file of one article may have another headline by now, and other words.
    let lone = || candidates().next().filter(|_| held.len() == 1 && others.len() == 1 && is_sure);
    only.or_else(lone)
}

fn has_text(article: &Article, _title: &str, text: &str) -> bool {
    !text.trim().is_empty() && article.text.trim() == text.trim()
}

pub fn is_titled(article: &Article, title: &str, _text: &str) -> bool {
    !title.is_empty() && article.title == *title
}

/// Whether two texts share a good part of their words.
pub fn is_alike(one: &str, other: &str) -> bool {
    fn words(text: &str) -> HashSet<&str> {
        text.split_whitespace().filter(|word| word.len() > SHORT).collect()
    }
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    shared > 0 && 3 * shared >= one.len().min(other.len())
}

/// Whether one text is the beginning of another as services cut it, which dots or a count at its end tell.
pub fn is_cut_from(part: &str, whole: &str) -> bool {
    let counted = part.trim_end().strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let uncounted = counted.filter(|(_, count)| count.starts_with('+')).map(|(part, _)| part);
    let rest = uncounted.unwrap_or(part).trim_end();
    let bare = rest.trim_end_matches('…').trim_end_matches("...").trim_end();
    let is_cut = uncounted.is_some() || bare.len() < rest.len();
    is_cut && bare.len() < whole.len() && whole.starts_with(bare)
}

/// Whether two addresses are those of one page of a site: not of its front page, which is another every day.
pub fn is_same_page(one: &str, other: &str) -> bool {
    page_of(one).is_some_and(|page| page_of(other) == Some(page))
}

fn is_another_page(one: &str, other: &str) -> bool {
    page_of(one).zip(page_of(other)).is_some_and(|(one, other)| one != other)
}

/// An address without what does not tell pages apart. A place within a page is no page, but some sites have theirs there.
pub fn page_of(url: &str) -> Option<&str> {
    let url = url.trim();
    let page = match url.split_once('#') {
        Some((page, place)) if place.chars().all(char::is_alphabetic) => page,
        _ => url,
    };
    let page = page.trim_end_matches('/');
    let page = page.strip_prefix("https://").or_else(|| page.strip_prefix("http://"))?;
    let page = page.strip_prefix("www.").unwrap_or(page);
    page.contains('/').then_some(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_page_are_the_same() {
        for (one, other, expected) in [
            ("https://a.example/b", "http://www.a.example/b/#top", true),
            ("https://a.example/b?id=1", "https://a.example/b?id=2", false),
            ("https://a.example/app/#/story/1", "https://a.example/app/#/story/2", false),
            ("https://a.example/live#block-1", "https://a.example/live#block-2", false),
            ("https://a.example/", "https://a.example/", false),
            ("", "", false),
            ("a.example/b", "a.example/b", false),
        ] {
            assert_eq!(is_same_page(one, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn only_what_is_marked_as_cut_is_no_newer_text() {
        let whole = "The quay sank on Monday. Nobody was hurt.";
        for (part, expected) in [
            ("The quay sank…", true),
            ("The quay sank on... [+120 chars]", true),
            ("The quay sank on Monday. [+20 chars]", true),
            // What was taken back is news.
            ("The quay sank on Monday.", false),
            ("The quay rose…", false),
            ("The quay sank [+] and rose again", false),
            ("The quay sank on Monday. Nobody was hurt. A diver said so.", false),
        ] {
            assert_eq!(is_cut_from(part, whole), expected, "{part}");
        }
    }

    fn article(title: &str, text: &str, url: &str) -> Article {
        Article { title: title.into(), text: text.into(), url: url.into(), ..Article::default() }
    }

    const NEWS: &str = "https://a.example/news";

    #[test]
    fn stories_of_one_page_are_told_apart() {
        let known = [
            article("Quay sinks", "The harbour board said that the quay had been sinking.", NEWS),
            article("Pier opens", "Visitors walked across the pier.", NEWS),
            article("Crane", "", NEWS),
        ];
        for (title, text, expected) in [
            ("Quay sinks", "Something else.", Some("Quay sinks")),
            ("Another headline", "The harbour board said that its quay had been leaking.", Some("Quay sinks")),
            ("Pier closes", "Visitors walked across the pier.", Some("Pier opens")),
            ("Crane falls", "Nobody knows why a crane could ever stumble.", None),
            ("Second story", "", None),
            ("", "", None),
        ] {
            let known: Vec<&Article> = known.iter().collect();
            let found = same_story(&known, &article(title, text, NEWS)).map(|found| found.title.as_str());
            assert_eq!(found, expected, "{title}");
        }
    }

    #[test]
    fn of_a_changed_file_the_right_story_is_chosen() {
        let held = |stories: &[(&str, &str, &str)]| -> Vec<Placed> {
            let one = |(number, (title, text, url)): (usize, &(&str, &str, &str))| {
                let found = Found {
                    title: (*title).to_owned(),
                    text: (*text).to_owned(),
                    url: (*url).to_owned(),
                    ..Found::default()
                };
                (found, format!("/{number}"), None)
            };
            stories.iter().enumerate().map(one).collect()
        };
        let (quay, pier) = ("The quay has been sinking slowly.", "Visitors walked across the pier.");
        let (first, second) = (article("Quay", quay, NEWS), article("Pier", pier, NEWS));
        let both = [&first, &second];
        let chosen = |article: &Article, at: &str, others: &[&Article], held: &[Placed], is_sure| {
            choose(article, (at, None), others, held, is_sure).map(|(found, ..)| found.title.clone())
        };
        // One more stands before them, and all have one address.
        let moved = held(&[("News", "Something new here.", NEWS), ("Quay", quay, NEWS), ("Pier", "It closes.", NEWS)]);
        assert_eq!(chosen(&first, "/0", &both, &moved, true).as_deref(), Some("Quay"));
        assert_eq!(chosen(&second, "/1", &both, &moved, true).as_deref(), Some("Pier"));
        let gone = held(&[("News", "Something new here.", NEWS), ("More", "And more of it.", NEWS)]);
        assert_eq!(chosen(&first, "/0", &both, &gone, true), None);
        // Two readings of one page: the one with this text is this one.
        let page = "https://a.example/quay";
        let twice = held(&[("Quay", "An older text.", page), ("Quay", quay, page)]);
        let alone = article("Quay", quay, page);
        assert_eq!(choose(&alone, ("/0", None), &[&alone], &twice, true).unwrap().1, "/1");
        // Another headline and other words on the same page.
        let changed = held(&[("Corrected", "Nothing sank.", page)]);
        assert_eq!(chosen(&alone, "/0", &[&alone], &changed, true).as_deref(), Some("Corrected"));
        // Without an address a lone article is it, if the file is.
        let (bare, lone) = (article("Quay", quay, ""), held(&[("Corrected", "Nothing sank.", "")]));
        assert_eq!(chosen(&bare, "", &[&bare], &lone, true).as_deref(), Some("Corrected"));
        assert_eq!(chosen(&bare, "", &[&bare], &lone, false), None);
    }
}
