//! What the city's subcommittee sees.

mod servicing;

use actix_web::web;

use crate::access::{Act, Row, Subject};

/// The routes.
pub(crate) fn rows() -> Vec<Row> {
    vec![
        Row::get(
            "/disposal/service",
            Act::SeeServicing,
            Subject::None,
            || web::to(servicing::show),
        ),
        Row::get(
            "/disposal/service.csv",
            Act::SeeServicing,
            Subject::None,
            || web::to(servicing::download),
        ),
    ]
}
