//! Articles.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Id, PartialDate, Text};

/// An article: what was published, where, when and by whom.
///
/// The long parts are shared, so that a copy is cheap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Article {
    /// Identity.
    pub id: Id,
    /// The headline.
    pub title: Text,
    /// The line that names the authors, as printed.
    pub byline: Text,
    /// The authors, one by one.
    pub authors: Vec<Text>,
    /// Who published it.
    pub publisher: Text,
    /// Where it was found.
    pub url: Text,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// The words of `published` that were not understood.
    pub published_as_typed: Text,
    /// When it was retrieved.
    pub retrieved: Option<PartialDate>,
    /// The words of `retrieved` that were not understood.
    pub retrieved_as_typed: Text,
    /// Its language (BCP 47).
    pub language: Text,
    /// Its text; a blank line separates paragraphs.
    pub text: Arc<str>,
    /// Earlier texts, oldest first.
    pub versions: Arc<Vec<Version>>,
    /// Where it came from, if it was neither typed nor pasted.
    pub origin: Option<Origin>,
}

impl Default for Article {
    fn default() -> Self {
        Self {
            id: Id::default(),
            title: Text::default(),
            byline: Text::default(),
            authors: Vec::new(),
            publisher: Text::default(),
            url: Text::default(),
            published: None,
            published_as_typed: Text::default(),
            retrieved: None,
            retrieved_as_typed: Text::default(),
            language: Text::default(),
            text: Arc::from(""),
            versions: Arc::default(),
            origin: None,
        }
    }
}

impl Article {
    /// The number of the current text, counted from 1.
    #[must_use]
    pub fn current_version(&self) -> u32 {
        u32::try_from(self.versions.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The article with another text. The one so far, of this SHA-256, becomes an earlier one, replaced on this day.
    #[must_use]
    pub fn with_text(mut self, text: &str, sha256: Text, on: Option<PartialDate>) -> Self {
        let earlier = Version { text: self.text.as_ref().into(), sha256, replaced: on };
        Arc::make_mut(&mut self.versions).push(earlier);
        self.text = text.into();
        self
    }
}

/// An earlier text of an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Version {
    /// The text.
    pub text: Text,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: Text,
    /// When another text took its place.
    pub replaced: Option<PartialDate>,
}

/// Where an article came from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// Name of the source file.
    pub file: Text,
    /// SHA-256 of the source file.
    pub sha256: Text,
    /// JSON Pointer (RFC 6901) to the article in it.
    pub pointer: Text,
    /// Line of the article in it, counted from 1.
    pub line: Option<u64>,
    /// The program or service that wrote the source file.
    pub producer: Text,
    /// The program that read it.
    pub extractor: Text,
    /// The version of that program.
    pub extractor_version: Text,
}
