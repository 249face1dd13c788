//! What is served now, and the only way to change it: the snapshot, the clock, the database, and the lock between edits.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use arc_swap::{ArcSwap, ArcSwapOption, Guard};
use jiff::{Timestamp, civil::Date};
use signpost_changes::Past;
use signpost_domain::SiteSlug;
use signpost_locate::Snapshot;
use signpost_store::Store;
use tokio::sync::{Mutex, MutexGuard, Notify};

use crate::{EditError, lately::Lately, outage::Outage, proofs::Proofs};

/// How long an edit waits for those before it. With what the database may wait, it is answered or refused within six seconds.
const LONGEST_WAIT: Duration = Duration::from_millis(2_500);

/// What time it is.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// One for the whole server. Public reads use the snapshot and the clock; only edits use the store.
pub struct Live {
    snapshot: ArcSwap<Snapshot>,
    clock: Clock,
    /// Set at start, or once it can be opened.
    store: OnceLock<Store>,
    /// Held while a site is edited and the next snapshot is made, so that one never overtakes another.
    write_lock: Mutex<()>,
    /// Why the last thing asked of the database was not done.
    outage: ArcSwapOption<Outage>,
    /// Whether the copy beside the database could be written when it was last tried.
    copy_kept: AtomicBool,
    /// Says that there is another snapshot.
    swapped: Notify,
    /// Places that somebody said are full, since when, and nobody looked.
    reports: ArcSwap<BTreeMap<SiteSlug, Date>>,
    /// What was changed lately, for whoever follows it.
    past: ArcSwap<Past>,
    /// When such reports came lately.
    lately: Mutex<Lately>,
    /// Proofs of the plan that were worked out lately.
    proofs: Proofs,
}

impl Live {
    /// Serves this snapshot by this clock. Without a store nothing can be edited.
    #[must_use]
    pub fn new(snapshot: Snapshot, clock: Clock, store: Option<Store>) -> Self {
        Self {
            snapshot: ArcSwap::from_pointee(snapshot),
            clock,
            store: store.map_or_else(OnceLock::new, OnceLock::from),
            write_lock: Mutex::new(()),
            outage: ArcSwapOption::empty(),
            copy_kept: AtomicBool::new(true),
            swapped: Notify::new(),
            reports: ArcSwap::default(),
            past: ArcSwap::default(),
            lately: Mutex::new(Lately::default()),
            proofs: Proofs::default(),
        }
    }

    /// This moment, by the server's clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// The snapshot as it is now. Take it once per request, so that an answer is of one piece.
    #[must_use]
    pub fn snapshot(&self) -> Guard<Arc<Snapshot>> {
        self.snapshot.load()
    }

    /// The snapshot as it is now, to hand to another thread.
    #[must_use]
    pub fn snapshot_to_keep(&self) -> Arc<Snapshot> {
        self.snapshot.load_full()
    }

    /// Puts the next snapshot in place; requests under way finish on the one they took.
    pub fn swap(&self, next: Snapshot) {
        self.snapshot.store(Arc::new(next));
        self.swapped.notify_one();
    }

    /// The database, when there is one.
    #[must_use]
    pub fn store(&self) -> Option<&Store> {
        self.store.get()
    }

    /// Takes a database that could not be opened at start and can be now; what is in it is read with the next look. A second one is not taken.
    pub fn opened(&self, store: Store) {
        if self.store.set(store).is_ok() {
            tracing::info!("the database is open now");
        }
    }

    /// Waits until there is another snapshot.
    pub(crate) async fn another_snapshot(&self) {
        self.swapped.notified().await;
    }

    /// The database, for what cannot be done without it.
    ///
    /// # Errors
    /// [`EditError::StoreDown`] when there is none.
    pub fn database(&self) -> Result<&Store, EditError> {
        self.store().ok_or_else(EditError::no_database)
    }

    /// Proofs of the plan that were worked out lately.
    pub(crate) const fn proofs(&self) -> &Proofs {
        &self.proofs
    }

    /// Notes how the last use of the database went, for `/health` and stewards.
    pub fn database_was(&self, outage: Option<Outage>) {
        self.outage.store(outage.map(Arc::new));
    }

    /// Notes whether the copy beside the database could be written.
    pub(crate) fn copy_was(&self, kept: bool) {
        self.copy_kept.store(kept, Ordering::Relaxed);
    }

    /// What is wrong with the database, as far as anybody knows.
    #[must_use]
    pub fn outage(&self) -> Option<Outage> {
        if self.store().is_none() {
            return self.snapshot().kept_at().map(|_copy| Outage::Closed);
        }
        let noted = self.outage.load();
        let copy_kept = self.copy_kept.load(Ordering::Relaxed);
        noted
            .as_deref()
            .copied()
            .or_else(|| (!copy_kept).then_some(Outage::NoRoom))
    }

    /// `ok`, `failing` or `none`.
    #[must_use]
    pub fn database_state(&self) -> &'static str {
        match (self.store(), self.outage()) {
            (_, Some(_)) => "failing",
            (None, None) => "none",
            (Some(_), None) => "ok",
        }
    }

    /// Places that somebody said are full, since when, and nobody looked. The snapshot says the same.
    #[must_use]
    pub fn reports(&self) -> Arc<BTreeMap<SiteSlug, Date>> {
        self.reports.load_full()
    }

    pub(crate) fn set_reports(&self, reports: BTreeMap<SiteSlug, Date>) {
        self.reports.store(Arc::new(reports));
    }

    /// What was changed lately; never younger than the snapshot by more than a look at the database.
    #[must_use]
    pub fn past(&self) -> Arc<Past> {
        self.past.load_full()
    }

    pub(crate) fn set_past(&self, past: Past) {
        self.past.store(Arc::new(past));
    }

    pub(crate) const fn lately(&self) -> &Mutex<Lately> {
        &self.lately
    }

    /// Waits for its turn to write. Whoever holds this reads, commits and swaps before the next one reads.
    pub(crate) async fn lock(&self) -> MutexGuard<'_, ()> {
        self.write_lock.lock().await
    }

    /// Makes an edit under the lock, and notes for `/health` how the database did.
    pub(crate) async fn edit<T>(
        &self,
        work: impl AsyncFnOnce(&Store) -> Result<T, EditError>,
    ) -> Result<T, EditError> {
        let store = self.database()?;
        let Ok(_lock) = tokio::time::timeout(LONGEST_WAIT, self.lock()).await else {
            return Err(EditError::StoreDown {
                outage: Outage::Passing,
                cause: "the edits before this one take too long".to_owned(),
            });
        };
        let outcome = work(store).await;
        self.database_was(outcome.as_ref().err().and_then(EditError::outage));
        outcome
    }
}
