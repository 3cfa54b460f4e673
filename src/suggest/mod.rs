//! What plain text proposes, for a person to accept or correct. Pure: no input or output, no clock.

mod head;

pub use head::{Head, head_of};
