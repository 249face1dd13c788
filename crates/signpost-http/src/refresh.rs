//! The snapshot follows the database: what another process imported, and the days that go by; and the street map follows its file.

use std::time::Duration;

use jiff::SignedDuration;
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_store::{Loaded, Store};

use crate::{ApiError, App, SharedApp};

/// How often it is looked whether another process wrote.
const EVERY: Duration = Duration::from_secs(2);
/// A snapshot is built anew when its table of hours ends in less than this.
const EARLY: SignedDuration = SignedDuration::from_hours(24);

/// Looks, again and again, whether a newer snapshot is due.
pub(crate) async fn forever(app: SharedApp) {
    loop {
        tokio::time::sleep(EVERY).await;
        if let Err(error) = renew(&app).await {
            tracing::error!(
                cause = error.cause().unwrap_or_default(),
                "the days ahead cannot be worked out; answers go on, more slowly"
            );
        }
        app.look_at_the_basemap().await;
        let Some(store) = app.store() else { continue };
        let before = app.database_state();
        let outcome = once(&app, store).await;
        app.database_was(outcome.is_ok());
        if before == app.database_state() {
            continue;
        }
        // Trouble is said when it begins and when it ends; reads go on from the snapshot that is there.
        match outcome {
            Ok(()) => tracing::info!("the database can be read again"),
            Err(error) => tracing::error!(
                cause = error.cause().unwrap_or_default(),
                "the database cannot be read; answers go on from memory"
            ),
        }
    }
}

/// Works out the days ahead before the table of hours ends: from memory, so that it does not matter whether the database is there.
async fn renew(app: &App) -> Result<(), ApiError> {
    let due = |app: &App| app.snapshot().good_until().duration_since(app.now()) < EARLY;
    if !due(app) {
        return Ok(());
    }
    let _turn = app.writing.lock().await;
    let old = app.snapshot_to_keep();
    let versions = old
        .sites()
        .map(|ix| (old.site(ix).slug.clone(), old.version(ix)))
        .collect();
    let inputs = Inputs {
        directory: old.directory().clone(),
        versions,
        sequence: old.sequence(),
    };
    let next = build(app, inputs).await?;
    app.swap(next);
    Ok(())
}

async fn once(app: &App, store: &Store) -> Result<(), ApiError> {
    if store.sequence().await? == app.snapshot().sequence() {
        return Ok(());
    }
    let _turn = app.writing.lock().await;
    reload(app, store).await
}

/// Reads everything and puts the next snapshot in place. To be called by whoever holds the turn to write.
pub(crate) async fn reload(app: &App, store: &Store) -> Result<(), ApiError> {
    let Loaded {
        directory,
        versions,
        sequence,
    } = store.load().await?;
    let Some(directory) = directory else {
        return Err(ApiError::StoreDown {
            cause: "the database is empty".to_owned(),
        });
    };
    let inputs = Inputs {
        directory,
        versions,
        sequence,
    };
    let next = build(app, inputs).await?;
    app.swap(next);
    Ok(())
}

/// Builds on a thread of its own, so that no reader waits.
pub(crate) async fn build(app: &App, inputs: Inputs) -> Result<Snapshot, ApiError> {
    let now = app.now();
    actix_web::rt::task::spawn_blocking(move || Snapshot::build(inputs, Calendar::ontario(), now))
        .await
        .map_err(ApiError::internal)?
        .map_err(ApiError::internal)
}
