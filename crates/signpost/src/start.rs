//! From an address of a database to a snapshot that can answer.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use jiff::Timestamp;
use signpost_domain::Directory;
use signpost_hours::Calendar;
use signpost_locate::{BuildError, Inputs, Snapshot};
use signpost_store::{Cause, Store, StoreError};

use crate::{
    fault::{Failure, from_faults},
    folder::read_data,
};

/// Opens the database; an empty one is filled from the data folder.
pub(crate) async fn store(url: &str, data: &Path, now: Timestamp) -> Result<Store, Failure> {
    let store = Store::open(url).await?;
    if let Some(loss) = store.lost() {
        if store.load().await?.directory.is_none() {
            return Err(StoreError::Lost(loss).into());
        }
        tracing::error!(
            counted = loss.counted,
            found = loss.found,
            head = loss.head,
            "edits that were acknowledged are not in the database: no edit is taken until a backup is restored or `signpost verify --accept-loss` is said"
        );
        return Ok(store);
    }
    if store.load().await?.directory.is_none() {
        let read = read_data(None, data).map_err(|faults| from_faults(&faults))?;
        let directory = read.directory;
        snapshot_of(&directory, now)?;
        let reason = Cause::FirstStart {
            from: data.display().to_string(),
        };
        let synced = store
            .sync(&directory, "first start", &reason.into(), now)
            .await?;
        store.add_service_entries(&read.service_log).await?;
        tracing::info!(rows = synced.added, "the database was empty: filled");
    }
    if let Err(error) = store.keep_mark().await {
        tracing::error!(cause = %error, "how far the history goes cannot be kept beside the database");
    }
    Ok(store)
}

/// Makes the key of second steps when there is none, and seals what an earlier release stored as it is. Without its key the server still
/// answers everybody; only codes of second steps are refused, so it says so and goes on.
pub(crate) async fn keep_secrets(store: &Store) {
    match store.keep_secrets().await {
        Ok(kept) if kept.sealed > 0 => {
            tracing::info!(
                sealed = kept.sealed,
                "secrets of second steps are sealed now"
            );
        }
        Ok(_) => {}
        Err(error) => tracing::error!(cause = %error, "second steps cannot be checked"),
    }
}

/// The snapshot of what is stored.
pub(crate) async fn snapshot(store: &Store, now: Timestamp) -> Result<Snapshot, Failure> {
    let loaded = store.load().await?;
    let directory = loaded
        .directory
        .ok_or_else(|| Failure::new("The database is empty."))?;
    let inputs = Inputs {
        directory,
        versions: loaded.versions,
        sequence: loaded.sequence,
    };
    let reports = store.reported_full().await?;
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), now)?;
    Ok(snapshot.with_reports(Arc::new(reports)))
}

/// Builds a snapshot of a directory that is not stored yet, so that nothing is written that could not be served.
pub(crate) fn snapshot_of(directory: &Directory, now: Timestamp) -> Result<Snapshot, BuildError> {
    let inputs = Inputs {
        directory: directory.clone(),
        versions: BTreeMap::new(),
        sequence: 0,
    };
    Snapshot::build(inputs, Calendar::ontario(), now)
}
