//! What waits for a steward: the list, one proposal in words, what becomes of it; and what an agency sees of its own.

mod decide;
mod item;
mod one;
pub(crate) mod own;
pub(crate) mod queue;

use actix_web::web;

use crate::access::{Act, Row, Subject};

const NONE: Subject = Subject::None;

/// The routes.
pub(crate) fn rows() -> Vec<Row> {
    vec![
        Row::get("/steward/review", Act::Review, NONE, || {
            web::to(queue::show)
        }),
        Row::get("/steward/review/{id}", Act::Review, NONE, || {
            web::to(one::show)
        }),
        Row::post("/steward/review/{id}/accept", Act::Review, NONE, || {
            web::to(decide::accept)
        }),
        Row::post("/steward/review/{id}/send-back", Act::Review, NONE, || {
            web::to(decide::send_back)
        }),
        Row::get("/agency/waiting", Act::SeeOwn, NONE, || web::to(own::show)),
        // Whose it is, the handler asks the same policy: what waits is not in the snapshot.
        Row::post("/agency/waiting/{id}/withdraw", Act::SeeOwn, NONE, || {
            web::to(own::withdraw)
        }),
    ]
}
