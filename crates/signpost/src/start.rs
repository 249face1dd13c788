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

/// Why a database did not open: its own trouble, or something that no copy helps against.
pub(crate) enum Unopened {
    /// The database cannot be used.
    Unusable(StoreError),
    /// Anything else.
    Refused(Failure),
}

impl From<StoreError> for Unopened {
    fn from(error: StoreError) -> Self {
        match error {
            // Another address, another SQLite or another release is the answer to these; waiting is not.
            StoreError::Address { .. }
            | StoreError::OldSqlite { .. }
            | StoreError::OtherVersion { .. } => Self::Refused(error.into()),
            error => Self::Unusable(error),
        }
    }
}

impl From<Unopened> for Failure {
    fn from(why: Unopened) -> Self {
        match why {
            Unopened::Unusable(error) => error.into(),
            Unopened::Refused(failure) => failure,
        }
    }
}

/// Opens the database and looks it through. A new one is filled from the data folder; one that was there before and is missing or empty is
/// only when `init` says so.
pub(crate) async fn store(
    url: &str,
    data: &Path,
    init: bool,
    now: Timestamp,
) -> Result<Store, Unopened> {
    match open(url, init).await {
        Ok(store) if store.load().await?.directory.is_none() => {
            // Nothing of ours made it empty: it was not a new one before.
            if let Some(told) = signpost_store::was_there(url)? {
                if !init {
                    store.close().await;
                    return Err(told.into());
                }
                begin_anew(url)?;
            }
            fill(&store, data, now).await.map_err(Unopened::Refused)?;
            Ok(kept_mark(store).await)
        }
        Ok(store) => Ok(kept_mark(store).await),
        Err(error) => Err(error.into()),
    }
}

async fn open(url: &str, init: bool) -> Result<Store, StoreError> {
    let store = match Store::open(url).await {
        Err(StoreError::Missing { .. }) if init => {
            begin_anew(url)?;
            Store::open(url).await?
        }
        opened => opened?,
    };
    if let Some(damage) = store.quick_check().await? {
        tracing::error!(
            damage,
            "the database is damaged: nothing is stored until a backup is restored with `signpost restore`"
        );
    }
    let Some(loss) = store.lost() else {
        return Ok(store);
    };
    if store.load().await?.directory.is_some() {
        tracing::error!(
            counted = loss.counted,
            found = loss.found,
            head = loss.head,
            "edits that were acknowledged are not in the database: no edit is taken until a backup is restored or `signpost verify --accept-loss` is said"
        );
        return Ok(store);
    }
    store.close().await;
    if !init {
        return Err(StoreError::Lost(loss));
    }
    begin_anew(url)?;
    Store::open(url).await
}

fn begin_anew(url: &str) -> Result<(), StoreError> {
    for aside in signpost_store::begin_anew(url)? {
        tracing::warn!(aside = %aside.display(), "a database was here before and is begun anew, because of --init");
    }
    Ok(())
}

async fn kept_mark(store: Store) -> Store {
    if store.lost().is_none()
        && let Err(error) = store.keep_mark().await
    {
        tracing::error!(cause = %error, "how far the history goes cannot be kept beside the database");
    }
    store
}

async fn fill(store: &Store, data: &Path, now: Timestamp) -> Result<(), Failure> {
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
    store.add_counts(&read.practice.counted).await?;
    store.add_feedback_outcomes(&read.practice.outcomes).await?;
    for check in &read.practice.checks {
        store.keep_done_phone_check(check).await?;
    }
    tracing::info!(rows = synced.added, "the database was empty: filled");
    Ok(())
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
