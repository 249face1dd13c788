//! `signpost serve`

use std::sync::Arc;

use clap::Args;
use signpost_basemap::{Basemaps, fetch::Builds};
use signpost_coverage::Streets;
use signpost_http::{Serving, Shell};
use signpost_portal::PortalState;
use signpost_web::{App, hosting::Hosting, metrics::Metrics};

use crate::{
    clock::Clock,
    fault::Failure,
    log::Log,
    settings::ServeFlags,
    settings_access::SecondStepOfStewards,
    shipped_map::ShippedMap,
    shipped_number::shipped_number,
    whatever_is_there::{Place, Started},
};

/// Serves the pages and the API until it is stopped.
#[derive(Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    flags: ServeFlags,
}

impl Serve {
    /// Opens the database, fills a new one, builds the snapshot, and only then listens. Without a usable database it serves the copy.
    pub(crate) async fn run(self, log: &Log) -> Result<(), Failure> {
        let settings = self.flags.settle()?;
        let clock = Clock::new(settings.now);
        if clock.is_fixed() {
            tracing::warn!(clock = %clock.now(), "the clock is fixed");
        }
        let place = Place {
            url: settings.database,
            data: settings.data.clone(),
            init: settings.init,
            key: settings.key,
            clock,
        };
        let Started {
            snapshot,
            store,
            outage,
        } = place.start().await?;
        tracing::info!(
            sites = snapshot.sites().count(),
            edition = snapshot.directory().edition.as_str(),
            sequence = snapshot.sequence(),
            tzdb = signpost_hours::tzdb_version(),
            "directory loaded"
        );
        let shipped = ShippedMap::of(&settings.data, snapshot.directory().centre).await;
        let (shipped_map, shipped_streets) =
            shipped.map_or((None, None), |map| (Some(map.basemap), map.streets));
        let builds = settings.basemap_builds.as_deref();
        let basemaps = Basemaps::with_town(settings.basemap.in_order(shipped_map))?
            .with_desk(builds.map_or_else(Builds::default, Builds::at));
        basemaps.refresh().await;
        if basemaps.town().is_none() {
            tracing::info!("no street map is installed; to get one, once: signpost basemap fetch");
        }
        let text_number = match settings.phone.number {
            Some(number) => Some(number),
            None => shipped_number(&settings.data, &snapshot)?,
        };
        let app = App::new(snapshot, clock.function(), clock.is_fixed(), store)
            .with_basemaps(basemaps)
            .with_backups(settings.backups)
            .with_pictures(settings.pictures)
            .with_metrics(Metrics::beside_a_log(Box::new(log.lost())).at(settings.metrics))
            .with_hosting(Hosting {
                public: settings.mail.address,
                proxies: settings.access.proxies,
                operator: settings.operator,
                text_number,
            });
        app.live().database_was(outage);
        let opening = tokio::spawn(place.open_later(Arc::clone(app.live())));
        let app = match settings.streets.or(shipped_streets) {
            Some(file) => {
                let streets = Streets::read(&file)
                    .map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
                tracing::info!(corners = streets.corners(), "streets read");
                app.with_streets(Arc::new(streets))
            }
            None => app,
        };
        if app.hosting().public.is_none() && !settings.bind.ip().is_loopback() {
            tracing::warn!(
                "no public address is set: cookies and links go by what each request says; set SIGNPOST_PUBLIC_URL"
            );
        }
        let required = settings.access.second_step_of_stewards == SecondStepOfStewards::Required;
        let portal = PortalState::new(settings.mail.post)
            .with_second_step_of_stewards(required)
            .with_two_approvals(settings.access.two_approvals);
        let served = signpost_http::serve(
            Shell::new(app, portal)
                .with_gateways(settings.phone.gateways)
                .with_budget(settings.peer_budget),
            Serving {
                bind: settings.bind,
                workers: settings.workers,
            },
        )
        .await;
        opening.abort();
        Ok(served?)
    }
}
