//! Which of the occurrences that were found are to be marked.

use std::collections::HashSet;

use crate::model::group_by_three;
use crate::session::{MOST_OCCURRENCES, Occurrence, Occurrences, Words};

/// A tick for each occurrence. What was unticked stays so when something else is looked for and it is found again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    left_out: HashSet<Words>,
    /// How many of those found are not marked yet.
    open: usize,
    /// How many of these are ticked.
    count: usize,
    /// In how many articles there are occurrences.
    articles: usize,
}

impl Choice {
    /// Counts what was found.
    pub fn look_at(&mut self, found: &Occurrences) {
        let open = || found.found.iter().filter(|one| !one.is_marked);
        self.open = open().count();
        self.count = open().filter(|one| !self.left_out.contains(&one.words)).count();
        let article = |one: &Occurrence| one.words.article.clone();
        self.articles = found.found.iter().map(article).collect::<HashSet<_>>().len();
    }

    /// How many occurrences are not marked yet.
    pub fn open(&self) -> usize {
        self.open
    }

    /// How many occurrences are ticked.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether an occurrence is ticked.
    pub fn is_ticked(&self, one: &Occurrence) -> bool {
        !one.is_marked && !self.left_out.contains(&one.words)
    }

    /// Ticks an occurrence that is not marked, or unticks it.
    pub fn toggle(&mut self, one: &Occurrence) {
        if one.is_marked {
        } else if self.left_out.remove(&one.words) {
            self.count += 1;
        } else {
            self.left_out.insert(one.words.clone());
            self.count -= 1;
        }
    }

    /// Ticks or unticks every occurrence that was found.
    pub fn set_all(&mut self, found: &Occurrences, ticked: bool) {
        for one in &found.found {
            if ticked {
                self.left_out.remove(&one.words);
            } else {
                self.left_out.insert(one.words.clone());
            }
        }
        self.count = if ticked { self.open } else { 0 };
    }

    /// The words of the ticked occurrences.
    pub fn chosen<'a>(&'a self, found: &'a Occurrences) -> impl Iterator<Item = &'a Words> {
        found.found.iter().filter(|one| self.is_ticked(one)).map(|one| &one.words)
    }

    /// What was found, in a sentence.
    pub fn summary(&self, found: &Occurrences) -> String {
        let many = |count: usize, what: &str| format!("{} {what}{}", grouped(count), if count == 1 { "" } else { "s" });
        let all = found.found.len();
        let mut parts = vec![match all {
            0 => "Nothing was found".to_owned(),
            _ => format!("{} in {}", many(all, "occurrence"), many(self.articles, "article")),
        }];
        match (all - self.open, self.open) {
            (0, _) => {}
            (1, 0) => parts.push("marked already".to_owned()),
            (_, 0) => parts.push("all marked already".to_owned()),
            (marked, _) => parts.push(format!("{} marked already", grouped(marked))),
        }
        if found.passed_over > 0 {
            parts.push(format!("{} in names of other parties left out", grouped(found.passed_over)));
        }
        if found.is_cut {
            parts.push(format!("only the first {} are listed", grouped(MOST_OCCURRENCES)));
        }
        parts.join(", ") + "."
    }
}

/// A count with its thousands apart.
pub(super) fn grouped(count: usize) -> String {
    group_by_three(&count.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Part};

    /// Occurrences at these places of article a or b; those at even places are marked.
    fn found(places: &[(&str, usize)]) -> Occurrences {
        let one = |(article, start): &(&str, usize)| Occurrence {
            words: Words { article: Id::from(*article), part: Part::Text, range: *start..*start + 1 },
            is_marked: start % 2 == 0,
        };
        Occurrences { found: places.iter().map(one).collect(), ..Occurrences::default() }
    }

    #[test]
    fn what_was_unticked_stays_so() {
        let mut choice = Choice::default();
        let all = found(&[("a", 1), ("a", 2), ("a", 3), ("b", 5)]);
        choice.look_at(&all);
        assert_eq!((choice.open(), choice.count()), (3, 3));
        choice.toggle(&all.found[0]);
        choice.toggle(&all.found[1]);
        assert_eq!(choice.count(), 2);
        let fewer = found(&[("a", 1), ("a", 3)]);
        choice.look_at(&fewer);
        assert_eq!((choice.open(), choice.count()), (2, 1));
        assert_eq!(choice.chosen(&fewer).map(|words| words.range.start).collect::<Vec<_>>(), [3]);
        choice.set_all(&fewer, false);
        assert_eq!((choice.count(), choice.chosen(&fewer).count()), (0, 0));
        choice.set_all(&fewer, true);
        choice.look_at(&all);
        assert_eq!((choice.count(), choice.chosen(&all).count()), (3, 3));
        choice.toggle(&all.found[3]);
        choice.toggle(&all.found[3]);
        assert_eq!(choice.count(), 3);
    }

    #[test]
    fn thousands_stand_apart() {
        for (count, expected) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(count), expected);
        }
    }

    #[test]
    fn the_summary_counts() {
        for (places, expected) in [
            (&[][..], "Nothing was found."),
            (&[("a", 1)], "1 occurrence in 1 article."),
            (&[("a", 1), ("b", 3)], "2 occurrences in 2 articles."),
            (&[("a", 1), ("a", 2)], "2 occurrences in 1 article, 1 marked already."),
            (&[("a", 2)], "1 occurrence in 1 article, marked already."),
            (&[("a", 2), ("b", 4)], "2 occurrences in 2 articles, all marked already."),
        ] {
            let (mut choice, found) = (Choice::default(), found(places));
            choice.look_at(&found);
            assert_eq!(choice.summary(&found), expected);
        }
        let (mut choice, mut found) = (Choice::default(), found(&[("a", 1)]));
        (found.is_cut, found.passed_over) = (true, 3);
        choice.look_at(&found);
        let expected =
            "1 occurrence in 1 article, 3 in names of other parties left out, only the first 20,000 are listed.";
        assert_eq!(choice.summary(&found), expected);
    }
}
