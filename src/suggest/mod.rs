//! What plain text proposes, for a person to accept or correct. Pure: no input or output, no clock.
//!
//! A text is cut into tokens once, block by block; each recogniser then looks at the tokens that can begin something it
//! knows. What an earlier sentence said, such as the full name behind a surname or the year last spoken of, is carried in
//! the memory of the recogniser that needs it.

mod actions;
mod dates;
mod head;
mod lexicon;
mod money;
mod names;
mod sayings;
mod scan;
mod suggestion;
mod tokens;

pub use head::{Head, head_of};
pub use names::{KnownNames, named};
pub use sayings::{Saying, saying};
pub use scan::{Context, scan, scan_around};
pub use suggestion::{Acted, Dated, Made, Named, Suggestion, Sum};
