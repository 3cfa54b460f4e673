//! Understanding what a person types in a field, or selects in an article: sums, dates and lengths of time.
//!
//! Each parser takes the whole of its words or nothing: what it cannot understand is kept as typed elsewhere, and a guess
//! would be worse. English words, in any case, with any Unicode space. [`period_within`] looks for the longest run of words
//! inside a quote that is a length of time.

mod date;
mod duration;
mod money;
pub(crate) mod numbers;
mod tokens;
mod within;

pub(crate) use date::{Loose, Way, year_from};
pub use date::{TypedDate, date};
pub use duration::{period, period_within};
pub(crate) use money::{PREFIXES, SUFFIXES};
pub use money::{TypedMoney, money};
