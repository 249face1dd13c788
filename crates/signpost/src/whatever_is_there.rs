//! Serving whatever is there: the database, or when it cannot be used the copy that was kept beside it.

use std::{path::PathBuf, sync::Arc, time::Duration};

use jiff::Timestamp;
use signpost_editing::{Live, Outage};
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_store::{KeptCopy, Store, StoreError, kept_copy};

use crate::{
    clock::Clock,
    fault::Failure,
    settings::with_key,
    settings_access::KeyFlag,
    start::{self, Unopened},
};

/// How often it is tried to open a database that could not be opened.
const AGAIN: Duration = Duration::from_secs(5);

/// Where the database is, and what it may be filled from.
pub(crate) struct Place {
    pub(crate) url: String,
    pub(crate) data: PathBuf,
    pub(crate) init: bool,
    pub(crate) key: KeyFlag,
    pub(crate) clock: Clock,
}

/// What can be served, and what is wrong with the database.
pub(crate) struct Started {
    pub(crate) snapshot: Snapshot,
    pub(crate) store: Option<Store>,
    pub(crate) outage: Option<Outage>,
}

impl Place {
    /// Opens the database and reads it, or reads the copy beside it.
    pub(crate) async fn start(&self) -> Result<Started, Failure> {
        let now = self.clock.now();
        let store = match self.open(self.init).await {
            Ok(store) => store,
            Err(Unopened::Unusable(error)) => return self.of_the_copy(error, now),
            Err(Unopened::Refused(failure)) => return Err(failure),
        };
        let outage = self.trouble(&store).await;
        let unsound = matches!(outage, Some(Outage::Lost | Outage::Damaged));
        let read = start::snapshot(&store, now).await;
        if unsound && let Some(copy) = self.copy() {
            // What was acknowledged and is missing in the database may stand in the copy.
            let newer = match &read {
                Ok(snapshot) => copy.sequence > snapshot.sequence(),
                Err(_unreadable) => true,
            };
            if newer {
                let snapshot = snapshot_of(copy, now)?;
                return Ok(Started {
                    snapshot,
                    store: Some(store),
                    outage,
                });
            }
        }
        match read {
            Ok(snapshot) => Ok(Started {
                snapshot,
                store: Some(store),
                outage,
            }),
            Err(failure) => match self.copy() {
                Some(copy) => {
                    tracing::error!(cause = ?failure, "the database cannot be read: what is served is a copy");
                    Ok(Started {
                        snapshot: snapshot_of(copy, now)?,
                        store: None,
                        outage: None,
                    })
                }
                None => Err(failure),
            },
        }
    }

    /// The database with its key, whole enough to be read.
    async fn open(&self, init: bool) -> Result<Store, Unopened> {
        let store = start::store(&self.url, &self.data, init, self.clock.now()).await?;
        let store = with_key(store, self.key.clone()).map_err(Unopened::Refused)?;
        if store.damage().is_none() {
            start::keep_secrets(&store).await;
        }
        Ok(store)
    }

    async fn trouble(&self, store: &Store) -> Option<Outage> {
        if store.damage().is_some() {
            return Some(Outage::Damaged);
        }
        let error = store.can_write().await.err()?;
        tracing::error!(cause = %error, "nothing can be stored in the database; reading goes on");
        Some(Outage::from(&error))
    }

    fn of_the_copy(&self, error: StoreError, now: Timestamp) -> Result<Started, Failure> {
        let Some(copy) = self.copy() else {
            return Err(error.into());
        };
        tracing::error!(
            cause = %error,
            copy_of = %copy.at,
            sequence = copy.sequence,
            "the database cannot be used: what is served is the copy beside it, and no edit is taken until the database can be opened"
        );
        if let Ok(Some(counted)) = signpost_store::counted(&self.url)
            && counted > copy.sequence
        {
            tracing::error!(
                counted,
                copied = copy.sequence,
                "the copy is older than the last edit"
            );
        }
        Ok(Started {
            snapshot: snapshot_of(copy, now)?,
            store: None,
            outage: None,
        })
    }

    fn copy(&self) -> Option<KeptCopy> {
        kept_copy(&self.url).unwrap_or_else(|error| {
            tracing::error!(cause = %error, "the copy beside the database cannot be served either");
            None
        })
    }

    /// Tries again and again, until the database can be used: a lock ends, a volume is mounted, a backup is put in the place.
    pub(crate) async fn open_later(self, live: Arc<Live>) {
        while live.store().is_none() {
            tokio::time::sleep(AGAIN).await;
            let Ok(store) = self.open(false).await else {
                continue;
            };
            // One that cannot be read whole is no better than none.
            if start::snapshot(&store, self.clock.now()).await.is_err() {
                store.close().await;
                continue;
            }
            live.opened(store);
        }
    }
}

fn snapshot_of(copy: KeptCopy, now: Timestamp) -> Result<Snapshot, Failure> {
    let kept_at = Some(copy.at);
    let reports = Arc::new(copy.reports);
    let inputs = Inputs {
        directory: copy.directory,
        versions: copy.versions,
        sequence: copy.sequence,
    };
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), now)?;
    Ok(snapshot.with_reports(reports).of_a_copy(kept_at))
}
