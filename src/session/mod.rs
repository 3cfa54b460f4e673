//! What is open, what is selected, and the one place that carries out commands.
//!
//! A [`Session`] is changed only by [`Session::perform`] and [`Session::poll`], both called between frames, so that
//! panels see the same case all through a frame.

mod annotation;
mod article_files;
mod articles;
mod command;
mod correction;
mod counts;
mod document;
mod editing;
mod evidence;
mod following;
mod foreign;
mod going;
mod highlights;
mod ids;
mod jobs;
mod journal;
mod locking;
mod lost;
mod making;
mod messages;
mod newer;
mod occurrences;
mod opening;
pub mod page;
mod reading;
mod records;
mod recovering;
mod saving;
mod search;
mod sources;
mod state;
mod storage;
#[cfg(test)]
mod tests;
mod theirs;
mod trouble;
mod unclaimed;
mod versions;
mod writing;

pub use annotation::Offer;
pub use articles::{article_file, sha256, slug};
pub use command::{Command, NewArticle, Words};
pub use correction::{Correction, Counted, Follows};
pub use counts::Counts;
pub use document::{ArticleDocument, ArticleState, Barrier, Document, OnDisk, PlacedFault};
pub use editing::fields_of;
pub use foreign::{Foreign, Theirs};
pub use journal::{Aside, Draft, Recoverable, look, recover};
pub use locking::{Claim, Locking};
pub use lost::{ComparedLost, LostWork};
pub use messages::{Message, Severity};
pub use newer::Newer;
pub use occurrences::{MOST_OCCURRENCES, Occurrence, OccurrenceQuery, Occurrences};
pub use opening::{OpenedCase, read_case};
pub use reading::{LONGEST_QUOTE, Reading, Unreadable};
pub use saving::case_path;
pub use search::{Found, Passage};
pub use sources::{Guessed, ShownSource, SourcePlace, SourceRow, Sources, Unsettled, is_long_list};
pub use state::{Session, Wake};
pub use storage::Storage;
pub use trouble::{Trouble, TroubleKind};
pub use versions::{Compared, Comparison, EarlierVersions};
pub use writing::Which;
