//! What every handler shares.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use actix_web::web;
use arc_swap::{ArcSwap, Guard};
use jiff::Timestamp;
use signpost_basemap::Basemaps;
use signpost_locate::Snapshot;
use signpost_store::Store;

use crate::{
    api::Bundles,
    metrics::Metrics,
    portal::{Post, PublicAddress, Turns},
};

/// The shared application, as handlers take it.
pub type SharedApp = web::Data<App>;

/// What time it is.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// One for the whole server. Public reads use the snapshot and the clock; only edits use the store.
pub struct App {
    snapshot: ArcSwap<Snapshot>,
    clock: Clock,
    clock_fixed: bool,
    store: Option<Store>,
    /// Held while a site is edited and the next snapshot is made, so that one never overtakes another.
    pub(crate) writing: tokio::sync::Mutex<()>,
    /// Whether the last thing asked of the database was done.
    database_well: AtomicBool,
    pub(crate) metrics: Metrics,
    pub(crate) bundles: Bundles,
    pub(crate) passwords: Turns,
    basemaps: Option<Basemaps>,
    post: Option<Post>,
    address: Option<PublicAddress>,
}

impl App {
    /// Puts the application together. Without a store nothing can be edited.
    #[must_use]
    pub fn new(snapshot: Snapshot, clock: Clock, clock_fixed: bool, store: Option<Store>) -> Self {
        Self {
            snapshot: ArcSwap::from_pointee(snapshot),
            clock,
            clock_fixed,
            store,
            writing: tokio::sync::Mutex::new(()),
            database_well: AtomicBool::new(true),
            metrics: Metrics::default(),
            bundles: Bundles::default(),
            passwords: Turns::default(),
            basemaps: Basemaps::district_only().ok(),
            post: None,
            address: None,
        }
    }

    /// The same with the town's street map besides the district's.
    #[must_use]
    pub fn with_basemaps(self, basemaps: Basemaps) -> Self {
        Self {
            basemaps: Some(basemaps),
            ..self
        }
    }

    /// The same with a mail server: links and reminders go by letter.
    #[must_use]
    pub fn with_post(self, post: Post) -> Self {
        Self {
            post: Some(post),
            ..self
        }
    }

    /// The same with an address the world knows it by: links that are copied by hand begin with it.
    #[must_use]
    pub fn with_address(self, address: PublicAddress) -> Self {
        Self {
            address: Some(address),
            ..self
        }
    }

    /// The address the world knows this server by; `None` when nobody said it.
    pub(crate) const fn address(&self) -> Option<&PublicAddress> {
        self.address.as_ref()
    }

    /// How letters go; `None` when no mail server is set up.
    pub(crate) const fn post(&self) -> Option<&Post> {
        self.post.as_ref()
    }

    /// Looks whether the street map's file was replaced. A running server does so every two seconds.
    pub async fn look_at_the_basemap(&self) {
        if let Some(basemaps) = &self.basemaps {
            basemaps.refresh().await;
        }
    }

    /// The map under the pins; `None` only in a build whose own map is damaged.
    pub(crate) const fn basemaps(&self) -> Option<&Basemaps> {
        self.basemaps.as_ref()
    }

    /// This moment, by the server's clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Whether the clock was fixed for a test or a preview.
    #[must_use]
    pub const fn clock_is_fixed(&self) -> bool {
        self.clock_fixed
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
    }

    /// The database, for edits only.
    #[must_use]
    pub const fn store(&self) -> Option<&Store> {
        self.store.as_ref()
    }

    /// Notes how the last use of the database went, for `/health`.
    pub(crate) fn database_was(&self, well: bool) {
        self.database_well.store(well, Ordering::Relaxed);
    }

    /// `ok`, `failing` or `none`.
    pub(crate) fn database_state(&self) -> &'static str {
        match (&self.store, self.database_well.load(Ordering::Relaxed)) {
            (None, _) => "none",
            (Some(_), true) => "ok",
            (Some(_), false) => "failing",
        }
    }
}
