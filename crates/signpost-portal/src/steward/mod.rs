//! What stewards see first, what must be confirmed again, and the map under the pins.

mod home;
mod reviews;
mod street_map;

use actix_web::web;

use crate::access::{Act, RouteEntry, get, post};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/steward", Act::Review, || web::to(home::show)),
        get("/steward/reviews", Act::Review, || web::to(reviews::show)),
        get("/steward/map", Act::KeepMap, || web::to(street_map::show)),
        post("/steward/map", Act::KeepMap, || web::to(street_map::act)),
        post("/steward/map/file", Act::KeepMap, || {
            web::to(street_map::bring)
        }),
    ]
}
