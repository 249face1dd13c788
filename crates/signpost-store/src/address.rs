//! The address of a database.

use std::path::PathBuf;

use crate::error::StoreError;

/// Where a database is.
pub(crate) enum Address {
    Memory,
    File(PathBuf),
}

impl Address {
    pub(crate) fn parse(url: &str) -> Result<Self, StoreError> {
        let wrong = || StoreError::Address {
            url: url.to_owned(),
        };
        let path = url
            .strip_prefix("sqlite://")
            .or_else(|| url.strip_prefix("sqlite:"))
            .ok_or_else(wrong)?;
        match path {
            ":memory:" => Ok(Self::Memory),
            // A question mark would begin settings in sqlx's own addresses; ours are not for the address to change.
            path if path.is_empty() || path.contains(['?', '\0']) => Err(wrong()),
            // An absolute path is never taken for a `file:` address by SQLite.
            path => std::path::absolute(path)
                .map(Self::File)
                .map_err(|_nowhere| wrong()),
        }
    }
}
