//! How sharp a sum or a date is: two closed vocabularies of the case file.

use serde::{Deserialize, Serialize};

/// How an amount's value is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The sum is the value.
    Exact,
    /// The sum is near the value.
    About,
    /// The value is a ceiling.
    AtMost,
    /// The value is a floor.
    AtLeast,
    /// The sum lies between the value and a second one.
    Range,
}

impl Precision {
    /// Every member, in the order a list shows them.
    pub const ALL: [Self; 5] = [Self::Exact, Self::About, Self::AtMost, Self::AtLeast, Self::Range];

    /// The words shown before the value.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Exact => "exactly",
            Self::About => "about",
            Self::AtMost => "up to",
            Self::AtLeast => "at least",
            Self::Range => "between",
        }
    }

    /// The word in the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtMost => "at_most",
            Self::AtLeast => "at_least",
            Self::Range => "range",
        }
    }

    /// The member with that word in the file.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|member| member.key() == key)
    }
}

/// How an event lies to the date it is given with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// At the date.
    On,
    /// At the date or earlier.
    By,
    /// At the date or later.
    From,
    /// At some time inside the date's span.
    Within,
    /// For the whole of the date's span.
    Throughout,
}

impl Bound {
    /// Every member, in the order a list shows them.
    pub const ALL: [Self; 5] = [Self::On, Self::By, Self::From, Self::Within, Self::Throughout];

    /// The word shown before the date.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::By => "by",
            Self::From => "from",
            Self::Within => "within",
            Self::Throughout => "throughout",
        }
    }

    /// The word in the file, which is also the one shown.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.label()
    }

    /// The member with that word in the file.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|member| member.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_the_words_in_the_file() {
        for member in Precision::ALL {
            assert_eq!(serde_json::to_string(&member).ok(), Some(format!("\"{}\"", member.key())));
            assert_eq!(Precision::from_key(member.key()), Some(member));
        }
        for member in Bound::ALL {
            assert_eq!(serde_json::to_string(&member).ok(), Some(format!("\"{}\"", member.key())));
            assert_eq!(Bound::from_key(member.key()), Some(member));
        }
        assert_eq!(Precision::from_key("up to"), None);
        assert_eq!(Bound::from_key("On"), None);
    }

    #[test]
    fn labels_read_as_a_sentence() {
        assert_eq!(Precision::ALL.map(Precision::label), ["exactly", "about", "up to", "at least", "between"]);
        assert_eq!(Bound::ALL.map(Bound::label), ["on", "by", "from", "within", "throughout"]);
    }
}
