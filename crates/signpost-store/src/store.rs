//! Opening the database, and copying it.

use std::path::Path;

use crate::StoreError;

/// A database that holds one directory and its history. Cheap to clone; clones share their connections.
#[derive(Debug, Clone)]
pub struct Store {}

impl Store {
    /// Opens a database, makes it when it is not there, and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        Err(StoreError::Address {
            url: url.to_owned(),
        })
    }

    /// Copies the database to a new file, whole and consistent, while others read and write.
    pub async fn backup(&self, path: impl AsRef<Path>) -> Result<(), StoreError> {
        let path = path.as_ref().to_owned();
        Err(StoreError::FileExists { path })
    }
}
