//! `signpost serve`

use clap::Args;
use signpost_basemap::Basemaps;
use signpost_http::{Serving, Shell};
use signpost_portal::PortalState;
use signpost_web::{App, metrics::Metrics};

use crate::{clock::Clock, fault::Failure, log::Log, settings::ServeFlags, start};

/// Serves the pages and the API until it is stopped.
#[derive(Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    flags: ServeFlags,
}

impl Serve {
    /// Opens the database, fills an empty one, builds the snapshot, and only then listens.
    pub(crate) async fn run(self, log: &Log) -> Result<(), Failure> {
        let settings = self.flags.settle()?;
        let clock = Clock::new(settings.now);
        if clock.is_fixed() {
            tracing::warn!(clock = %clock.now(), "the clock is fixed");
        }
        let store = start::store(&settings.database, &settings.data, clock.now()).await?;
        let snapshot = start::snapshot(&store, clock.now()).await?;
        tracing::info!(
            sites = snapshot.sites().count(),
            edition = snapshot.directory().edition.as_str(),
            sequence = snapshot.sequence(),
            tzdb = signpost_hours::tzdb_version(),
            "directory loaded"
        );
        let basemaps = Basemaps::with_town(&settings.basemap)?;
        basemaps.refresh().await;
        let app = App::new(snapshot, clock.function(), clock.is_fixed(), Some(store))
            .with_basemaps(basemaps)
            .with_metrics(Metrics::beside_a_log(Box::new(log.lost())));
        let portal = PortalState::new(settings.mail.post, settings.mail.address);
        Ok(signpost_http::serve(
            Shell::new(app, portal),
            Serving {
                bind: settings.bind,
                workers: settings.workers,
            },
        )
        .await?)
    }
}
