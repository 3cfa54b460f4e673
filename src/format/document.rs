//! What cases and articles have in common as files: recognising them, their version, the bytes they were read from.

use std::sync::Arc;

use super::{Fault, FaultClass, Kind, Outline, Style};

/// The version of the format that is written.
pub const VERSION: u64 = 1;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A case of ours.
    Case,
    /// An article of ours.
    Article,
    /// JSON, but neither.
    OtherJson,
    /// No JSON object at all.
    Unknown,
}

/// The bytes of a file and where things stand in them: the ground that saves are spliced from.
#[derive(Clone, Debug)]
pub struct Base {
    /// The bytes, exactly as read.
    pub bytes: Arc<Vec<u8>>,
    /// Where things stand.
    pub outline: Outline,
}

impl Base {
    /// Reads the outline of a file's bytes, and lists what is wrong with them.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> (Self, Vec<Fault>) {
        let (outline, faults) = Outline::of(&bytes);
        (Self { bytes: Arc::new(bytes), outline }, faults)
    }

    /// What the file is, told by its content.
    #[must_use]
    pub fn kind(&self) -> FileKind {
        let said = self.text_member("casefile").and_then(|spelt| serde_json::from_str::<String>(spelt).ok());
        match (self.outline.root, said.as_deref()) {
            (Kind::Object, Some("case")) => FileKind::Case,
            (Kind::Object, Some("article")) => FileKind::Article,
            (Kind::Object | Kind::Array, _) => FileKind::OtherJson,
            _ => FileKind::Unknown,
        }
    }

    /// The layout of the file.
    #[must_use]
    pub fn style(&self) -> Style {
        Style::of(&self.bytes, &self.outline)
    }

    /// Looks at the version: one that is missing or unreadable is a fault, a newer one too, and the reason why the
    /// file can only be read.
    pub(super) fn check_version(&self, faults: &mut Vec<Fault>) -> Option<String> {
        let Some(member) = self.outline.member("version") else {
            let message = "The version of the format is missing; the file is read as version 1.";
            faults.push(Fault::new(FaultClass::Schema, self.outline.span.start, message));
            return None;
        };
        let version = self.text_member("version").and_then(|words| words.parse::<u64>().ok());
        let at = |class, message: String| Fault::new(class, member.value.start, message).at("/version");
        match version {
            Some(VERSION) => None,
            Some(newer) if newer > VERSION => {
                let message = format!(
                    "The file is of version {newer} of the format, newer than this program knows (version {VERSION}). \
                     It is open to be read only; a newer Casefile can edit it."
                );
                faults.push(at(FaultClass::Version, message.clone()));
                Some(message)
            }
            _ => {
                let message = "The version of the format is not a whole number from 1; the file is read as version 1.";
                faults.push(at(FaultClass::Schema, message.to_owned()));
                None
            }
        }
    }

    fn text_member(&self, key: &str) -> Option<&str> {
        let span = self.outline.member(key)?.value.clone();
        std::str::from_utf8(self.bytes.get(span)?).ok()
    }
}

/// Why a file with these faults can only be read; `None` where it can be edited.
pub(super) fn broken(faults: &[Fault]) -> Option<String> {
    let first = faults.iter().find(|fault| fault.breaks_file())?;
    let what = if first.class == FaultClass::Syntax { "is not valid JSON" } else { "is not valid UTF-8" };
    Some(format!(
        "The file {what}, so it is open to be read only. What could be read is shown; the faults are listed. Mend them in \
         a text editor and open it again."
    ))
}
