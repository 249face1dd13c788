//! What stewards see first, and what must be confirmed again.

mod home;
mod reviews;

use actix_web::web;

use crate::access::{Act, Row, Subject};

/// The routes.
pub(crate) fn rows() -> Vec<Row> {
    vec![
        Row::get("/steward", Act::Review, Subject::None, || {
            web::to(home::show)
        }),
        Row::get("/steward/reviews", Act::Review, Subject::None, || {
            web::to(reviews::show)
        }),
    ]
}
