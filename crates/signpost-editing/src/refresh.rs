//! The snapshot follows the database: what another process imported, and the days that go by.

use jiff::SignedDuration;
use signpost_domain::SiteSlug;
use signpost_hours::Calendar;
use signpost_locate::{BuildError, Inputs, Snapshot};
use signpost_store::{Loaded, Store, StoreError};

use crate::{EditError, Live, outage::Outage, past::follow_past};

/// A snapshot is built anew when its table of hours ends in less than this.
const EARLY: SignedDuration = SignedDuration::from_hours(24);

/// Looks whether a newer snapshot is due, and puts it in place. To be called again and again.
pub async fn follow(live: &Live) {
    if let Err(error) = renew(live).await {
        tracing::error!(
            cause = error.cause().unwrap_or_default(),
            "the days ahead cannot be worked out; answers go on, more slowly"
        );
    }
    let Some(store) = live.store() else { return };
    let before = live.database_state();
    let outcome = once(live, store).await;
    live.database_was(outcome.as_ref().err().map(outage_of));
    if before == live.database_state() {
        return;
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

fn outage_of(error: &EditError) -> Outage {
    error.outage().unwrap_or(Outage::Passing)
}

/// Looks the whole database through for damage, and says what was found; from then on no edit is taken.
pub async fn look_through(live: &Live) {
    let Some(store) = live.store() else { return };
    match store.quick_check().await {
        Ok(None) => tracing::debug!("the database was looked through and is sound"),
        Ok(Some(damage)) => {
            live.database_was(Some(Outage::Damaged));
            tracing::error!(
                damage,
                "the database is damaged: nothing is stored until a backup is restored with `signpost restore`"
            );
        }
        Err(error) => tracing::error!(cause = %error, "the database cannot be looked through"),
    }
}

/// Works out the days ahead before the table of hours ends: from memory, so that it does not matter whether the database is there.
async fn renew(live: &Live) -> Result<(), EditError> {
    let due = |live: &Live| live.snapshot().good_until().duration_since(live.now()) < EARLY;
    if !due(live) {
        return Ok(());
    }
    build_again(live).await
}

/// Builds the snapshot that there is anew, from memory.
async fn build_again(live: &Live) -> Result<(), EditError> {
    let _lock = live.lock().await;
    let old = live.snapshot_to_keep();
    let inputs = Inputs {
        directory: old.directory_with_proposed(),
        versions: old.versions(),
        sequence: old.sequence(),
    };
    let next = build(live, inputs).await?.of_a_copy(old.kept_at());
    live.swap(next);
    Ok(())
}

async fn once(live: &Live, store: &Store) -> Result<(), EditError> {
    // A history that became shorter is not followed: memory still has what the database lost.
    if let Some(loss) = store.look_for_losses().await? {
        return Err(StoreError::Lost(loss).into());
    }
    if let Some(detail) = store.damage() {
        return Err(StoreError::Corrupt { detail }.into());
    }
    // What could not be written is well again once something can be.
    if live.outage().is_some() {
        store.can_write().await?;
    }
    store.checkpoint().await?;
    follow_reports(live, store).await?;
    // What is served of a copy is not what is stored, whatever its number says.
    let served = live.snapshot();
    if served.kept_at().is_some() || store.sequence().await? != served.sequence() {
        let _lock = live.lock().await;
        reload(live, store).await?;
    }
    follow_past(live, store).await
}

/// Makes what is served say which places may be full, when that is not what it says already.
pub(crate) async fn follow_reports(live: &Live, store: &Store) -> Result<(), EditError> {
    let reports = store.reported_full().await?;
    if live.reports().as_ref() == &reports {
        return Ok(());
    }
    live.set_reports(reports);
    build_again(live).await
}

/// Reads everything and puts the next snapshot in place. To be called by whoever holds the lock.
pub(crate) async fn reload(live: &Live, store: &Store) -> Result<(), EditError> {
    let Loaded {
        directory,
        versions,
        sequence,
    } = store.load().await?;
    let inputs = Inputs {
        directory: directory.ok_or_else(EditError::empty_database)?,
        versions,
        sequence,
    };
    let next = build(live, inputs).await?;
    live.swap(next);
    Ok(())
}

/// What is stored, to change one site of it. That site is read; all else is taken as it is served while nothing else was stored since, for
/// reading a large directory takes seconds. To be called by whoever holds the lock.
pub(crate) async fn stored_with(
    live: &Live,
    store: &Store,
    slug: &SiteSlug,
) -> Result<Loaded, EditError> {
    let served = live.snapshot_to_keep();
    if served.kept_at().is_some() || served.leaves_out() {
        return Ok(store.load().await?);
    }
    let site = store.site(slug).await?;
    // Asked after the site was read, so that neither is of a time the other is not of.
    let sequence = store.sequence().await?;
    let Some((site, version)) = site.filter(|_| sequence == served.sequence()) else {
        return Ok(store.load().await?);
    };
    let copy = move || {
        let mut directory = served.directory_with_proposed();
        let mut versions = served.versions();
        versions.insert(site.slug.clone(), version);
        let mut sites = directory.sites.iter_mut();
        match sites.find(|one| one.slug == site.slug) {
            Some(one) => *one = site,
            None => directory.sites.push(site),
        }
        Loaded {
            directory: Some(directory),
            versions,
            sequence,
        }
    };
    let copied = tokio::task::spawn_blocking(copy).await;
    copied.map_err(EditError::internal)
}

/// Builds on a thread of its own, so that no reader waits.
pub(crate) async fn build(live: &Live, inputs: Inputs) -> Result<Snapshot, EditError> {
    let now = live.now();
    let reports = live.reports();
    let build = move || {
        let snapshot = Snapshot::build(inputs, Calendar::ontario(), now)?;
        Ok::<_, BuildError>(snapshot.with_reports(reports))
    };
    tokio::task::spawn_blocking(build)
        .await
        .map_err(EditError::internal)?
        .map_err(EditError::internal)
}
