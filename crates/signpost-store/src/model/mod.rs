//! What the store speaks of: plain types, without a word of SQL. One family a file.

mod cause;
mod reason;

pub use cause::Cause;
pub use reason::{KeptWords, Reason};
