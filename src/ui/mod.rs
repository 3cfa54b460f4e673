//! What a person sees: panels that read a borrowed view of the session and send commands.

pub mod icons;
pub mod theme;
