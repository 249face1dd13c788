//! `/hsds/v3`: Open Referral's HSDS 3, for 211 and other directories of services. The shapes are those of `signpost-exchange`.

mod answer;
mod index;
pub(crate) mod organizations;
pub(crate) mod query;
pub(crate) mod root;
pub(crate) mod services;
mod since;
pub(crate) mod terms;
pub(crate) mod tombstones;

use actix_web::web::ServiceConfig;
use signpost_web::cross_origin::read;

pub use self::index::HsdsIndex;

/// The routes below `/hsds/v3`.
pub(crate) fn routes(cfg: &mut ServiceConfig) {
    cfg.service(read("/hsds/v3", root::show))
        .service(read("/hsds/v3/profile", root::profile))
        .service(read("/hsds/v3/tombstones", tombstones::list))
        .service(read("/hsds/v3/services", services::list))
        .service(read("/hsds/v3/services/{id}", services::one))
        .service(read("/hsds/v3/service_at_locations", services::places))
        .service(read("/hsds/v3/service_at_locations/{id}", services::place))
        .service(read("/hsds/v3/organizations", organizations::list))
        .service(read("/hsds/v3/organizations/{id}", organizations::one))
        .service(read("/hsds/v3/locations", organizations::locations))
        .service(read("/hsds/v3/locations/{id}", organizations::location))
        .service(read("/hsds/v3/taxonomies", terms::taxonomies))
        .service(read("/hsds/v3/taxonomies/{id}", terms::taxonomy))
        .service(read("/hsds/v3/taxonomy_terms", terms::list))
        .service(read("/hsds/v3/taxonomy_terms/{id}", terms::one));
}
