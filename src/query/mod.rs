//! Everything that is derived from a case and stored nowhere: names, chains, proofs and disagreements.

mod chain;
mod claim_words;
pub mod difference;
mod disputes;
mod evidence;
mod grammar;
mod index;
mod label;
mod names;
pub mod search;

pub use chain::{ChainLink, chain};
pub use claim_words::{derived_words, saying_words};
pub use difference::Difference;
pub use disputes::Disputes;
pub use evidence::{Evidence, Proof, Relation, evidence, proof, relation};
pub use grammar::proposed_link;
pub use index::Index;
pub use label::{amount_words, date_words, detail, reference_words, same_name, title};
pub use names::{Hit, Names, SOUGHT};
