//! An article of another producer, as it was read.

use super::dates::When;
use super::{Producer, html, names};
use crate::model::{Article, Origin};

/// How much of an article there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completeness {
    /// Its text.
    #[default]
    Whole,
    /// A teaser, or the beginning of the text.
    Part,
    /// No text at all.
    None,
}

/// An article of another producer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Who wrote the file.
    pub producer: Producer,
    /// The headline.
    pub title: String,
    /// The line that names the authors, as printed.
    pub byline: String,
    /// The authors, one by one.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: String,
    /// Where it was found.
    pub url: String,
    /// When it was published.
    pub published: Option<When>,
    /// When it was retrieved.
    pub retrieved: Option<When>,
    /// Its language (BCP 47).
    pub language: String,
    /// Its text; a blank line separates paragraphs.
    pub text: String,
    /// How much of it there is.
    pub completeness: Completeness,
}

impl Found {
    /// An article without anything.
    #[must_use]
    pub fn of(producer: Producer) -> Self {
        Self { producer, ..Self::default() }
    }

    /// Takes a byline and the authors it names.
    #[must_use]
    pub fn signed(mut self, byline: &str) -> Self {
        let byline = html::plain(byline);
        self.authors = names::authors_of(&byline);
        self.byline = names::flat(&byline);
        self
    }

    /// Brings everything into the form in which it is shown: no markup in lines, paragraphs in texts.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        for line in [&mut self.title, &mut self.publisher] {
            *line = names::flat(&html::plain(line));
        }
        self.language = language(&self.language);
        self.url = self.url.trim().to_owned();
        self.authors = names::cleaned(std::mem::take(&mut self.authors));
        if self.producer != Producer::Casefile && html::is_markup(&self.text) {
            self.text = html::text_of(&self.text);
        }
        self.text = html::paragraphs(&self.text);
        if self.text.is_empty() {
            self.completeness = Completeness::None;
        }
        self
    }

    /// The article, for a case. Its id is left to whoever has the case.
    #[must_use]
    pub fn article(&self, origin: Origin) -> Article {
        let date = |when: &Option<When>| when.as_ref().and_then(|when| when.date.clone());
        let words = |when: &Option<When>| {
            when.as_ref().filter(|when| when.date.is_none()).map(|when| when.written.as_str().into())
        };
        Article {
            title: self.title.as_str().into(),
            byline: self.byline.as_str().into(),
            authors: self.authors.iter().map(|author| author.as_str().into()).collect(),
            publisher: self.publisher.as_str().into(),
            url: self.url.as_str().into(),
            published: date(&self.published),
            published_as_typed: words(&self.published).unwrap_or_default(),
            retrieved: date(&self.retrieved),
            language: self.language.as_str().into(),
            text: self.text.as_str().into(),
            origin: Some(origin),
            ..Article::default()
        }
    }
}

/// A language as BCP 47 has it, of `en`, `en_US`, `EN-us`; nothing where the words are no such tag.
fn language(words: &str) -> String {
    let tag = words.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
    if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return String::new();
    }
    let rest = parts.take_while(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let rest = rest.map(|part| match part.len() {
        2 => part.to_ascii_uppercase(),
        _ => part.to_owned(),
    });
    std::iter::once(primary).chain(rest).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_become_tags() {
        for (words, expected) in [
            ("en", "en"),
            ("en_US", "en-US"),
            (" DE-at ", "de-AT"),
            ("zh-Hant-tw", "zh-Hant-TW"),
            ("English", ""),
            ("", ""),
        ] {
            assert_eq!(language(words), expected, "{words}");
        }
    }
}
