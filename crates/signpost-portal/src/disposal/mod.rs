//! What the city's subcommittee sees.

mod servicing;

use actix_web::web;

use crate::access::{Act, RouteEntry, get};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/disposal/service", Act::SeeServicing, || {
            web::to(servicing::show)
        }),
        get("/disposal/service.csv", Act::SeeServicing, || {
            web::to(servicing::download)
        }),
    ]
}
