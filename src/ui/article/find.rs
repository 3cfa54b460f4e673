//! Finding words in the article: the matches, found a stretch at a time so that no frame waits for them.

use std::ops::Range;

use crate::model::Part;
use crate::session::page::Page;
use crate::text::find::{Case, find_all};

/// How many bytes are searched in one frame.
const STRETCH: usize = 1 << 20;
/// How far beyond a stretch a match that begins in it is followed, at least.
const BEYOND: usize = 4_096;

const PARTS: [Part; 3] = [Part::Title, Part::Byline, Part::Text];

/// What is looked for and what was found.
#[derive(Default)]
pub(super) struct Find {
    /// Whether the bar is shown.
    pub is_open: bool,
    /// Whether the field is to take the focus.
    pub wants_focus: bool,
    /// Whether what was typed has led to a match since the bar was opened.
    pub has_led_on: bool,
    /// What was typed.
    pub needle: String,
    sought: Option<(u64, String)>,
    /// By part: where the words were found, in bytes of the part, in order.
    found: [Vec<Range<usize>>; 3],
    /// How far was searched: the part and the byte; `None` at the end.
    reached: Option<(usize, usize)>,
    current: Option<usize>,
}

impl Find {
    /// Looks on for the words in the article with this version of its words. Says whether anything is left to search.
    pub fn search(&mut self, page: &Page, words_version: u64) -> bool {
        if !self.is_open {
            return false;
        }
        let same =
            self.sought.as_ref().is_some_and(|(version, needle)| *version == words_version && *needle == self.needle);
        if !same {
            self.sought = Some((words_version, self.needle.clone()));
            self.found = Default::default();
            self.current = None;
            self.reached = (!self.needle.trim().is_empty()).then_some((0, 0));
        }
        let mut room = STRETCH;
        while let Some((part, from)) = self.reached.filter(|_| room > 0) {
            let text = page.part(PARTS[part]).text.as_str();
            let stop = text.ceil_char_boundary(from.saturating_add(room).min(text.len()));
            let margin = BEYOND + 4 * self.needle.len();
            let view = from..text.ceil_char_boundary(stop.saturating_add(margin).min(text.len()));
            let matches = find_all(&text[view], &self.needle, Case::Ignored).into_iter();
            let begun = matches
                .map(|found| found.start + from..found.end + from)
                .take_while(|found| found.start < stop || stop == text.len());
            self.found[part].extend(begun);
            room = room.saturating_sub((stop - from).max(1));
            let next = self.found[part].last().map_or(stop, |last| last.end.max(stop));
            let is_done = next >= text.len();
            self.reached =
                if is_done { Some((part + 1, 0)).filter(|(next, _)| *next < PARTS.len()) } else { Some((part, next)) };
        }
        self.reached.is_some()
    }

    /// Whether the search goes on.
    pub fn is_searching(&self) -> bool {
        self.reached.is_some()
    }

    /// How many matches were found so far.
    pub fn count(&self) -> usize {
        self.found.iter().map(Vec::len).sum()
    }

    /// The number of the match that is shown.
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// Forgets which match was shown.
    pub fn forget_current(&mut self) {
        self.current = None;
    }

    /// Goes to the match after or before the one shown, round in circles.
    pub fn step(&mut self, forward: bool) {
        let count = self.count();
        self.current = match self.current {
            _ if count == 0 => None,
            None => Some(if forward { 0 } else { count - 1 }),
            Some(current) if forward => Some((current + 1) % count),
            Some(current) => Some(current.checked_sub(1).unwrap_or(count - 1)),
        };
    }

    /// Shows the first match at or after a place, or else the first, once it is known which that is.
    pub fn start_at(&mut self, place: (Part, usize)) -> bool {
        if self.current.is_some() || self.count() == 0 {
            return false;
        }
        let part = number(place.0);
        let before: usize = self.found[..part].iter().map(Vec::len).sum();
        let first = before + self.found[part].partition_point(|found| found.start < place.1);
        if first >= self.count() && self.is_searching() {
            return false;
        }
        self.current = Some(if first < self.count() { first } else { 0 });
        true
    }

    /// Where the match with a number stands.
    pub fn get(&self, mut index: usize) -> Option<(Part, Range<usize>)> {
        for (part, found) in PARTS.into_iter().zip(&self.found) {
            match found.get(index) {
                Some(range) => return Some((part, range.clone())),
                None => index -= found.len(),
            }
        }
        None
    }

    /// The matches that touch some bytes of a part, with their numbers; none while the bar is closed.
    pub fn within(&self, part: Part, bytes: &Range<usize>) -> Vec<(usize, Range<usize>)> {
        if !self.is_open {
            return Vec::new();
        }
        let part = number(part);
        let before: usize = self.found[..part].iter().map(Vec::len).sum();
        let found = &self.found[part];
        let first = found.partition_point(|range| range.end <= bytes.start);
        let touching = found[first..].iter().take_while(|range| range.start < bytes.end);
        (before + first..).zip(touching.cloned()).collect()
    }

    /// What the bar says: "3 of 12".
    pub fn label(&self) -> String {
        let more = if self.is_searching() { "…" } else { "" };
        match (self.needle.trim().is_empty(), self.count(), self.current) {
            (true, ..) => String::new(),
            (false, 0, _) if self.is_searching() => "Searching…".to_owned(),
            (false, 0, _) => "Not found".to_owned(),
            (false, count, None) => format!("{count}{more}"),
            (false, count, Some(current)) => format!("{} of {count}{more}", current + 1),
        }
    }
}

fn number(part: Part) -> usize {
    match part {
        Part::Title => 0,
        Part::Byline => 1,
        Part::Text => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{self, Article};
    use crate::query::Index;

    fn searched(text: &str, needle: &str) -> (Find, usize) {
        let article = Article { title: "A tale of a title".into(), text: text.into(), ..Article::default() };
        let page = Page::new(&article, &model::Case::default(), &Index::default());
        let mut find = Find { is_open: true, needle: needle.to_owned(), ..Find::default() };
        let mut frames = 1;
        while find.search(&page, 1) {
            frames += 1;
            assert!(frames < 100, "the search ends");
        }
        (find, frames)
    }

    #[test]
    fn every_match_is_found_once_however_many_frames_it_takes() {
        let text = "Words – and á TITLE.\n".repeat(120_000);
        let (find, frames) = searched(&text, "title");
        assert_eq!(find.count(), 120_001);
        assert_eq!(find.found[2], find_all(&text, "title", Case::Ignored));
        assert!(frames > 2, "{frames}");
        assert_eq!(find.get(1), Some((Part::Text, find.found[2][0].clone())));
    }

    #[test]
    fn steps_go_round() {
        let (mut find, _) = searched("tale, tale", "tale");
        assert_eq!((find.label().as_str(), find.count()), ("3", 3));
        let mut labels = Vec::new();
        for forward in [true, true, true, true, false] {
            find.step(forward);
            labels.push(find.label());
        }
        assert_eq!(labels, ["1 of 3", "2 of 3", "3 of 3", "1 of 3", "3 of 3"]);
        find.forget_current();
        assert!(find.start_at((Part::Text, 1)));
        assert_eq!(find.label(), "3 of 3");
        assert_eq!(find.within(Part::Text, &(0..5)), [(1, 0..4)]);
        let (nothing, _) = searched("tale", "absent");
        assert_eq!(nothing.label(), "Not found");
    }
}
