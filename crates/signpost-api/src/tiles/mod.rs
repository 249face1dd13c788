//! Vector tiles: the map under the pins, and the sites on it. Addresses and shapes are in `docs/BASEMAP.md` and `docs/API.md`.
//!
//! A tile's address tells where somebody looks, so it is never written down: the log has route templates only.

pub(crate) mod address;
pub(crate) mod basemap;
mod kept;
pub(crate) mod sites;
pub(crate) mod style;
mod tile_math;
pub(crate) mod tilejson;

use actix_web::web::ServiceConfig;

pub use self::kept::SiteTiles;
use signpost_web::cross_origin::read;

/// `/tiles/…`
pub(crate) fn routes(cfg: &mut ServiceConfig) {
    cfg.service(read("/tiles/basemap.json", tilejson::show))
        .service(read("/tiles/basemap/{z}/{x}/{y}.mvt", basemap::newest))
        .service(read(
            "/tiles/basemap/{hash}/{z}/{x}/{y}.mvt",
            basemap::of_hash,
        ))
        .service(read("/style.json", style::show))
        .service(read("/tiles/sites.json", sites::described))
        .service(read("/tiles/sites/{z}/{x}/{y}.mvt", sites::tile));
}
