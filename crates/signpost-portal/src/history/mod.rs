//! What changed, by whom and why; and taking it back.

pub(crate) mod entry;
mod list;
pub(crate) mod reason;
mod revert;

use actix_web::web;

use crate::access::{Act, RouteEntry, get, post};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/steward/history", Act::Review, || web::to(list::of_all)),
        get("/agency/sites/{slug}/history", Act::SeeHistory, || {
            web::to(list::of_site)
        }),
        get(
            "/agency/sites/{slug}/history/{sequence}/revert",
            Act::Revert,
            || web::to(revert::show),
        ),
        post(
            "/agency/sites/{slug}/history/{sequence}/revert",
            Act::Revert,
            || web::to(revert::take_back),
        ),
    ]
}
