//! `/ogc`: OGC API – Features 1.0 (core, GeoJSON, HTML, OpenAPI 3.0), for QGIS, GDAL and whoever speaks it. Not certified.

mod asked;
mod collections;
mod definition;
mod feature;
mod items;
mod landing;
mod page;
mod query;

use actix_web::web::ServiceConfig;
use signpost_web::cross_origin::read;

/// The routes below `/ogc`.
pub(crate) fn routes(cfg: &mut ServiceConfig) {
    cfg.service(read("/ogc", landing::show))
        .service(read("/ogc/conformance", landing::conformance))
        .service(read("/ogc/api", landing::api))
        .service(read("/ogc/collections", collections::all))
        .service(read("/ogc/collections/{collection}", collections::one))
        .service(read("/ogc/collections/{collection}/items", items::list))
        .service(read(
            "/ogc/collections/{collection}/items/{id}",
            items::single,
        ));
}
