//! What a case is made of. Pure data: no input or output, no clock, no user interface.

mod article;
mod bounds;
mod case;
mod currency;
mod decimal;
mod duration;
mod evidence;
pub mod field;
mod id;
mod partial_date;
mod records;
mod reference;
mod table;
pub mod typed;
pub mod vocabulary;

pub use article::{Article, Origin, Version};
pub use bounds::{Bound, Precision};
#[cfg(test)]
pub(crate) use case::arbitrary::cases;
pub(crate) use case::by_list;
pub use case::{Case, List, Place, Record, describe, get};
pub use currency::Currency;
pub use decimal::{Decimal, group_by_three};
pub use duration::Period;
pub use evidence::{Anchored, Claim, ClaimValue, Derivation, Part, Quote};
pub use id::{ID_LENGTH, Id};
pub use partial_date::PartialDate;
pub use records::{
    Action, Alias, Amount, ArticleEntry, CHOSEN_OPEN, CHOSEN_OWN, CaseDate, Chosen, Header, Identifier, Judge, Link,
    Participant, Party, Proceeding,
};
pub use reference::Reference;
pub use table::Table;

/// Short text: kept without a separate allocation up to 24 bytes.
pub type Text = compact_str::CompactString;
