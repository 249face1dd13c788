//! A change of disposal points that somebody thought of.

use jiff::Timestamp;

/// What somebody asked "what if" about, and kept.
#[derive(Debug, Clone, PartialEq)]
pub struct DisposalIdea<T> {
    /// Its number; 0 before it is kept.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// Why, or what to know.
    pub note: String,
    /// What would change.
    pub changes: T,
    /// Who kept it.
    pub author: String,
    /// When.
    pub at: Timestamp,
}
