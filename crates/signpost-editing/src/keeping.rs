//! What is served is kept beside the database after each edit, on threads that answer nobody, so that a start without a usable database
//! still has something to serve.

use std::time::{Duration, Instant};

use signpost_store::{KeptCopy, Store};
use tokio::time::{sleep, timeout};

use crate::{EditError, Live};

/// A copy is written anew after this, so that its day tells how old it can be.
const EACH: Duration = Duration::from_hours(24);

/// How soon it is tried again when it could not be written.
const AGAIN: Duration = Duration::from_secs(5);

/// Edits come in rows, and a large directory takes a while to write: of its time at most this part goes into writing copies.
const PART: u32 = 8;

/// Keeps the copy up to date for as long as it is awaited.
pub async fn keep_forever(live: &Live) {
    loop {
        let kept = match live.store() {
            Some(store) => keep_in_time(live, store).await,
            None => false,
        };
        // An edit that came meanwhile has left word: it is not missed.
        let wait = if kept { EACH } else { AGAIN };
        let _edited_or_due = timeout(wait, live.another_snapshot()).await;
    }
}

async fn keep_in_time(live: &Live, store: &Store) -> bool {
    let began = Instant::now();
    let kept = keep(live, store).await;
    live.copy_was(kept.is_ok());
    if let Err(error) = &kept {
        tracing::error!(
            cause = error.cause().unwrap_or_default(),
            "the copy beside the database cannot be written; a start without the database would show an older one"
        );
    }
    sleep(began.elapsed() * PART).await;
    kept.is_ok()
}

/// Writes what is served, unless it comes from a copy itself.
async fn keep(live: &Live, store: &Store) -> Result<(), EditError> {
    let (snapshot, store, at) = (live.snapshot_to_keep(), store.clone(), live.now());
    if snapshot.kept_at().is_some() {
        return Ok(());
    }
    let reports = live.reports();
    let work = move || {
        store.keep_copy(&KeptCopy {
            at,
            sequence: snapshot.sequence(),
            versions: snapshot.versions(),
            reports: reports.as_ref().clone(),
            directory: snapshot.directory_with_proposed(),
        })
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(EditError::internal)??;
    Ok(())
}
