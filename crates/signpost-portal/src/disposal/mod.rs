//! What the city's subcommittee sees, and who looks after a place to leave used needles notes.

mod entry_words;
mod labels;
mod log;
mod servicing;
mod upkeep;

use actix_web::web;

use crate::access::{Act, RouteEntry, get, post};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/disposal/service", Act::SeeServicing, || {
            web::to(servicing::show)
        }),
        get("/disposal/service.csv", Act::SeeServicing, || {
            web::to(servicing::download)
        }),
        get("/disposal/service/labels", Act::SeeServicing, || {
            web::to(labels::show)
        }),
        get("/disposal/service/{slug}", Act::ServicePoint, || {
            web::to(log::show)
        }),
        post("/disposal/service/{slug}", Act::ServicePoint, || {
            web::to(log::sent)
        }),
    ]
}
