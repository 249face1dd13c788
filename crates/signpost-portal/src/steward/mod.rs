//! What stewards see first, and what must be confirmed again.

mod home;
mod reviews;

use actix_web::web;

use crate::access::{Act, RouteEntry, get};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/steward", Act::Review, || web::to(home::show)),
        get("/steward/reviews", Act::Review, || web::to(reviews::show)),
    ]
}
