//! Vector tiles: the map under the pins. Addresses and shapes are in `docs/BASEMAP.md`.
//!
//! A tile's address tells where somebody looks, so it is never written down: the log has route templates only.

mod address;
mod basemap;
mod described;

use actix_web::web::ServiceConfig;

use crate::api::read;

/// `/tiles/…`
pub(crate) fn routes(cfg: &mut ServiceConfig) {
    cfg.service(read("/tiles/basemap.json", described::show))
        .service(read("/tiles/basemap/{z}/{x}/{y}.mvt", basemap::newest))
        .service(read(
            "/tiles/basemap/{hash}/{z}/{x}/{y}.mvt",
            basemap::of_hash,
        ));
}
