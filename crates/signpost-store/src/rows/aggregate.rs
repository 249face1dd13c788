//! What is changed and versioned as one.

use std::future::Future;

use serde::{Serialize, de::DeserializeOwned};
use sqlx::SqliteConnection;

use crate::{error::StoreError, model::SubjectKind};

/// A current row and the revision that made it what it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stored<T> {
    pub(crate) row: T,
    pub(crate) revision: u64,
}

/// What is changed and versioned as one.
pub(crate) trait Aggregate:
    Serialize + DeserializeOwned + PartialEq + Send + Sync + 'static
{
    const KIND: SubjectKind;

    /// Its id in the history, unique within the kind.
    fn id(&self) -> String;

    /// Every one, in the order a directory lists them.
    fn all(
        db: &mut SqliteConnection,
    ) -> impl Future<Output = Result<Vec<Stored<Self>>, StoreError>> + Send;

    /// Puts it in the place of the one with its id, or adds it.
    fn write(
        &self,
        db: &mut SqliteConnection,
        revision: i64,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Takes it away.
    fn remove(
        &self,
        db: &mut SqliteConnection,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;
}
