#![doc = include_str!("../README.md")]

mod bundle;
mod coverage;
mod description;
mod editable;
mod editing;
mod export;
mod features;
mod feeds;
mod health;
mod hsds;
mod language;
mod list;
mod ogc;
mod parameters;
mod plan;
mod site;
mod tiles;
mod to_go;

use actix_web::web::{self, ServiceConfig};
use signpost_web::cross_origin::read;

pub use self::{bundle::Bundles, hsds::HsdsIndex, tiles::SiteTiles};
use self::{
    description::{guide, openapi},
    editing::{edit, exceptions},
};

/// The routes of the API and the tiles; specific ones before those with a name in them.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(read("/api", guide::show))
        .service(read("/api/openapi.json", openapi::show))
        .service(read("/api/v1/sites", list::show))
        .service(read("/api/v1/sites/{slug}", site::show).route(web::patch().to(edit::change)))
        .service(
            web::resource("/api/v1/sites/{slug}/exceptions").route(web::post().to(exceptions::add)),
        )
        .service(
            web::resource("/api/v1/sites/{slug}/exceptions/{id}")
                .route(web::delete().to(exceptions::remove)),
        )
        .service(
            read("/api/v1/where-to-go", to_go::ask).route(web::post().to(to_go::ask_privately)),
        )
        .service(read("/api/v1/coverage", coverage::show))
        .service(read("/export/disposal.csv", export::disposal::csv))
        .service(read("/export/disposal.geojson", export::disposal::geojson))
        .service(read("/export/disposal.gpkg", export::disposal::layers))
        .service(read("/export/sites.csv", export::sites::csv))
        .service(read("/export/sites.geojson", export::sites::geojson))
        .service(read("/export/sites.gpkg", export::sites::layers))
        .service(read("/changes.ics", feeds::calendar))
        .service(read("/changes.atom", feeds::feed))
        .service(read("/api/v1/needs", list::needs))
        .service(read("/api/v1/plan", plan::current))
        .service(read("/api/v1/plan/check", plan::check))
        .service(read("/api/v1/plan/delivered", plan::delivered::show))
        .service(
            read("/api/v1/plan/{version}", plan::version).route(web::put().to(plan::written::put)),
        )
        .service(web::resource("/api/v1/language/check").route(web::post().to(language::check)))
        .service(read("/api/v1/directory.json", bundle::show))
        .service(read("/api/v1/health", health::show))
        .service(read("/api/v1/metrics", health::metrics));
    ogc::routes(cfg);
    hsds::routes(cfg);
    tiles::routes(cfg);
}

/// The counts alone, for an address of their own.
pub fn metrics_apart(cfg: &mut ServiceConfig) {
    cfg.route("/api/v1/metrics", web::get().to(health::metrics_apart));
}
