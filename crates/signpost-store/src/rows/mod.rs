//! The aggregates: what is changed and versioned as one, each with its own tables in its own file.

mod cells;
mod exceptions;
mod ground;
mod landmarks;
mod lines;
mod organizations;
mod plans;
mod services;
mod settings;
mod sites;

use std::future::Future;

use serde::{Serialize, de::DeserializeOwned};
use sqlx::SqliteConnection;

pub(crate) use cells::{Cells, json, word};
pub(crate) use organizations::one as organization;
pub(crate) use settings::Settings;
pub(crate) use sites::{in_order, one as site};

use crate::{StoreError, revision::SubjectKind};

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
