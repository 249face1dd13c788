//! Is the file sound, is the chain whole, is every row what its last revision says?

use crate::{Store, StoreError};

/// A database without fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many revisions there are.
    pub revisions: u64,
    /// Hash of the last one, in hexadecimal; keep it elsewhere, and nobody can rewrite history unseen.
    pub head: String,
}

/// Something [`Store::verify`] found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyFault {
    /// SQLite's own check of the file.
    #[error("the file is damaged: {words}")]
    File {
        /// SQLite's words.
        words: String,
    },
}

impl Store {
    /// Checks the file, the chain of revisions and the rows.
    pub async fn verify(&self) -> Result<Verified, StoreError> {
        Err(StoreError::Unsound { faults: vec![] })
    }
}
