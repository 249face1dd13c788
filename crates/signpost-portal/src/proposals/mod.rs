//! What waits for a steward: the list, one proposal in words, what becomes of it; and what an agency sees of its own.

mod claims;
mod decide;
mod item;
mod one;
pub(crate) mod own;
pub(crate) mod queue;

use actix_web::web;

use crate::access::{Act, RouteEntry, get, post};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/steward/review", Act::Review, || web::to(queue::show)),
        get("/steward/review/{id}", Act::Review, || web::to(one::show)),
        post("/steward/review/{id}/accept", Act::Review, || {
            web::to(decide::accept)
        }),
        post("/steward/review/{id}/send-back", Act::Review, || {
            web::to(decide::send_back)
        }),
        post("/steward/claims/{id}/accept", Act::Review, || {
            web::to(claims::accept)
        }),
        post("/steward/claims/{id}/send-back", Act::Review, || {
            web::to(claims::send_back)
        }),
        get("/agency/waiting", Act::SeeOwn, || web::to(own::show)),
        // Whose it is, the handler asks the same policy: what waits is not in the snapshot.
        post("/agency/waiting/{id}/withdraw", Act::SeeOwn, || {
            web::to(own::withdraw)
        }),
    ]
}
