//! What every handler shares.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use actix_web::{HttpRequest, web};
use arc_swap::Guard;
use jiff::Timestamp;
use signpost_basemap::Basemaps;
use signpost_coverage::Streets;
use signpost_domain::SiteSlug;
use signpost_editing::{
    Clock, Live,
    service_log::{self, Reported},
};
use signpost_locate::Snapshot;
use signpost_pictures::{Album, PictureError, Source};
use signpost_store::Store;

use crate::{ApiError, counts::Counts, coverage::CoverageDesk, hosting::Hosting, metrics::Metrics};

/// The shared application, as handlers take it.
pub type SharedApp = web::Data<App>;

/// One for the whole server: what is served now, the map under the pins, and the counts. What only one room needs, that room keeps.
pub struct App {
    live: Arc<Live>,
    clock_fixed: bool,
    basemaps: Option<Basemaps>,
    coverage: CoverageDesk,
    pictures: Option<Arc<Album>>,
    hosting: Hosting,
    counts: Counts,
    backups: Option<PathBuf>,
    /// Counts of requests, for whoever runs the server.
    pub metrics: Metrics,
}

impl App {
    /// Puts the application together. Without a store nothing can be edited.
    #[must_use]
    pub fn new(snapshot: Snapshot, clock: Clock, clock_fixed: bool, store: Option<Store>) -> Self {
        Self {
            live: Arc::new(Live::new(snapshot, clock, store)),
            clock_fixed,
            basemaps: Basemaps::district_only().ok(),
            coverage: CoverageDesk::new(None),
            pictures: None,
            hosting: Hosting::default(),
            counts: Counts::default(),
            backups: None,
            metrics: Metrics::default(),
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

    /// The same measuring ways along these streets.
    #[must_use]
    pub fn with_streets(self, streets: Arc<Streets>) -> Self {
        Self {
            coverage: CoverageDesk::new(Some(streets)),
            ..self
        }
    }

    /// The same with pictures of the map, if any are wanted.
    #[must_use]
    pub fn with_pictures(self, album: Option<Album>) -> Self {
        Self {
            pictures: album.map(Arc::new),
            ..self
        }
    }

    /// Pictures of the map; `None` when none are drawn.
    #[must_use]
    pub const fn pictures(&self) -> Option<&Arc<Album>> {
        self.pictures.as_ref()
    }

    /// Draws the pictures anew when data or street map changed since. How many were drawn; to be called where waiting harms nobody.
    ///
    /// # Errors
    /// When they cannot be kept.
    pub fn draw_pictures(&self) -> Result<usize, PictureError> {
        let Some(album) = &self.pictures else {
            return Ok(0);
        };
        let snapshot = self.snapshot_to_keep();
        let town = self.basemaps().map(Basemaps::town);
        let town = town.as_ref().and_then(|town| town.as_ref());
        let source = Source {
            sequence: snapshot.sequence(),
            map: town.map(|town| town.about().hash.clone()),
        };
        if !album.is_behind(&source) {
            return Ok(0);
        }
        album.draw(&snapshot, town.map(Arc::as_ref), source)
    }

    /// What is within reach of places that are open.
    #[must_use]
    pub const fn coverage(&self) -> &CoverageDesk {
        &self.coverage
    }

    /// What was looked for, by week and door or need.
    #[must_use]
    pub const fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The same, known to the world as the settings say.
    #[must_use]
    pub fn with_hosting(self, hosting: Hosting) -> Self {
        Self { hosting, ..self }
    }

    /// The same with a folder of backups, for `/api/v1/health`.
    #[must_use]
    pub fn with_backups(self, backups: Option<PathBuf>) -> Self {
        Self { backups, ..self }
    }

    /// The folder of backups, when the settings name one.
    #[must_use]
    pub fn backups(&self) -> Option<&Path> {
        self.backups.as_deref()
    }

    /// Where this server is for others.
    #[must_use]
    pub const fn hosting(&self) -> &Hosting {
        &self.hosting
    }

    /// The same with counts that know the log.
    #[must_use]
    pub fn with_metrics(self, metrics: Metrics) -> Self {
        Self { metrics, ..self }
    }

    /// What is served now, and the way to change it.
    #[must_use]
    pub const fn live(&self) -> &Arc<Live> {
        &self.live
    }

    /// Looks whether the street map's file was replaced. A running server does so every two seconds.
    pub async fn look_at_the_basemap(&self) {
        if let Some(basemaps) = &self.basemaps {
            basemaps.refresh().await;
        }
    }

    /// The map under the pins; `None` only in a build whose own map is damaged.
    #[must_use]
    pub const fn basemaps(&self) -> Option<&Basemaps> {
        self.basemaps.as_ref()
    }

    /// This moment, by the server's clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.live.now()
    }

    /// Whether the clock was fixed for a test or a preview.
    #[must_use]
    pub const fn clock_is_fixed(&self) -> bool {
        self.clock_fixed
    }

    /// The snapshot as it is now. Take it once per request, so that an answer is of one piece.
    #[must_use]
    pub fn snapshot(&self) -> Guard<Arc<Snapshot>> {
        self.live.snapshot()
    }

    /// The snapshot as it is now, to hand to another thread.
    #[must_use]
    pub fn snapshot_to_keep(&self) -> Arc<Snapshot> {
        self.live.snapshot_to_keep()
    }

    /// Somebody says that a place to leave used needles is full.
    ///
    /// # Errors
    /// When there is no such place, or it cannot be stored.
    pub async fn report_full(&self, slug: &SiteSlug) -> Result<Reported, ApiError> {
        Ok(service_log::report_full(&self.live, slug).await?)
    }

    /// The database, for what cannot be done without it.
    ///
    /// # Errors
    /// [`ApiError::StoreDown`] when there is none.
    pub fn database(&self) -> Result<&Store, ApiError> {
        Ok(self.live.database()?)
    }
}

/// Where this server is for others, as the application that answers a request was told; nothing, where there is none.
#[must_use]
pub fn hosting_of(request: &HttpRequest) -> Hosting {
    let app = request.app_data::<SharedApp>();
    app.map(|app| app.hosting().clone()).unwrap_or_default()
}
