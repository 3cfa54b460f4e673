//! Casefile: builds a case out of press coverage, every value tied to the exact words that prove it.
//!
//! The layers, each of which may use those after it and no other way round (`docs/architecture.md`):
//! [`app`] → [`ui`] → [`session`] → [`store`], [`format`], [`query`], [`suggest`], [`edit`] → [`model`] → [`text`].
//! [`cli`] stands beside [`ui`]: it reads files and prints, and opens no window.

pub mod app;
pub mod cli;
pub mod edit;
pub mod format;
pub mod import;
pub mod model;
pub mod query;
pub mod session;
pub mod store;
pub mod suggest;
pub mod text;
pub mod ui;
