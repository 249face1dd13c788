//! What the rooms keep for themselves, made once and handed to every worker.

use std::time::Duration;

use actix_web::web;
use signpost_api::{Bundles, HsdsIndex, SiteTiles};
use signpost_gateways::Gateways;
use signpost_pages::Feedback;
use signpost_portal::PortalState;
use signpost_web::{App, SharedApp};

use crate::{layers::share::Shares, stopping::Stopping};

/// The application and the state of each room.
#[derive(Clone)]
pub struct Shell {
    pub(crate) app: SharedApp,
    pub(crate) bundles: web::Data<Bundles>,
    pub(crate) tiles: web::Data<SiteTiles>,
    pub(crate) hsds: web::Data<HsdsIndex>,
    pub(crate) feedback: web::Data<Feedback>,
    pub(crate) portal: web::Data<PortalState>,
    pub(crate) gateways: web::Data<Gateways>,
    pub(crate) stopping: web::Data<Stopping>,
    pub(crate) shares: web::Data<Shares>,
}

impl Shell {
    /// Around an application, with what the portal needs to send letters and make links.
    #[must_use]
    pub fn new(app: App, portal: PortalState) -> Self {
        Self {
            app: web::Data::new(app),
            bundles: web::Data::new(Bundles::default()),
            tiles: web::Data::new(SiteTiles::default()),
            hsds: web::Data::new(HsdsIndex::default()),
            feedback: web::Data::new(Feedback::default()),
            portal: web::Data::new(portal),
            gateways: web::Data::default(),
            stopping: web::Data::new(Stopping::default()),
            shares: web::Data::new(Shares::default()),
        }
    }

    /// The same letting one address ask for this much dear work at once; nothing means that there is no limit.
    #[must_use]
    pub fn with_budget(self, budget: Duration) -> Self {
        Self {
            shares: web::Data::new(Shares::of(budget)),
            ..self
        }
    }

    /// The same with doors open for gateways of text messages and calls.
    #[must_use]
    pub fn with_gateways(self, gateways: Gateways) -> Self {
        let gateways = web::Data::new(gateways);
        Self { gateways, ..self }
    }

    /// The application.
    #[must_use]
    pub const fn app(&self) -> &SharedApp {
        &self.app
    }

    /// What the portal keeps.
    #[must_use]
    pub fn portal(&self) -> &PortalState {
        &self.portal
    }
}
