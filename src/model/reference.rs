//! References from one record to another.

use serde::{Deserialize, Serialize};

use super::{Id, Text};

/// Who or what is meant: a record on file, or words where nobody is on file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub enum Reference {
    /// A record of the same case. It may be missing: the reference is kept and reported.
    #[serde(rename = "ref")]
    Record(Id),
    /// Free words.
    #[serde(rename = "text")]
    Words(Text),
}

/// A reference as files have it: one of the two keys, beside any that are not known.
#[derive(Deserialize)]
struct Written {
    #[serde(rename = "ref", default)]
    record: Option<Id>,
    #[serde(default)]
    text: Option<Text>,
}

impl TryFrom<Written> for Reference {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match (written.record, written.text) {
            (Some(id), None) => Ok(Self::Record(id)),
            (None, Some(words)) => Ok(Self::Words(words)),
            (Some(_), Some(_)) => {
                Err("a reference is to a record (\u{201c}ref\u{201d}) or in words (\u{201c}text\u{201d}), not both")
            }
            (None, None) => Err("a reference needs a record (\u{201c}ref\u{201d}) or words (\u{201c}text\u{201d})"),
        }
    }
}

impl Reference {
    /// The record that is meant, where one is named.
    #[must_use]
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Record(id) => Some(id),
            Self::Words(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_beside_keys_that_are_not_known() {
        let table = [
            (r#"{"ref":"q7d4yz2e"}"#, Some(Reference::Record("q7d4yz2e".into()))),
            (r#"{"x_sure":[1],"text":"the board"}"#, Some(Reference::Words("the board".into()))),
            (r#"{"ref":"q7d4yz2e","text":"the board"}"#, None),
            (r#"{"x_sure":1}"#, None),
            (r#"{"ref":null}"#, None),
            (r#"{"ref":7}"#, None),
            (r#""q7d4yz2e""#, None),
        ];
        for (text, expected) in table {
            assert_eq!(serde_json::from_str::<Reference>(text).ok(), expected, "{text}");
        }
    }

    #[test]
    fn references_are_written_as_they_are_read() {
        for text in [r#"{"ref":"q7d4yz2e"}"#, r#"{"text":"the board"}"#] {
            let read: Reference = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
    }
}
