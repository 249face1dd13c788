//! What changed, by whom and why; and taking it back.

pub(crate) mod entry;
mod list;
pub(crate) mod reason;
mod revert;

use actix_web::web;

use crate::access::{Act, Row, Subject};

/// The routes.
pub(crate) fn rows() -> Vec<Row> {
    vec![
        Row::get("/steward/history", Act::Review, Subject::None, || {
            web::to(list::of_all)
        }),
        Row::get(
            "/agency/sites/{slug}/history",
            Act::SeeHistory,
            Subject::Site,
            || web::to(list::of_site),
        ),
        Row::get(
            "/agency/sites/{slug}/history/{sequence}/revert",
            Act::Revert,
            Subject::Site,
            || web::to(revert::show),
        ),
        Row::post(
            "/agency/sites/{slug}/history/{sequence}/revert",
            Act::Revert,
            Subject::Site,
            || web::to(revert::take_back),
        ),
    ]
}
