//! Listings as they are outside: checked by phone, and those that asked not to be listed.

mod do_not_list;
mod phone_check;
mod phone_checks;

use actix_web::web;

use crate::access::{Act, RouteEntry, get, post};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/steward/phone", Act::Review, || {
            web::to(phone_checks::show)
        }),
        post("/steward/phone", Act::Review, || {
            web::to(phone_checks::draw)
        }),
        get("/steward/phone/{id}", Act::Review, || {
            web::to(phone_check::show)
        }),
        post("/steward/phone/{id}", Act::Review, || {
            web::to(phone_check::sent)
        }),
        get("/steward/do-not-list", Act::Review, || {
            web::to(do_not_list::show)
        }),
        post("/steward/do-not-list", Act::Review, || {
            web::to(do_not_list::set)
        }),
        post("/steward/do-not-list/{id}", Act::Review, || {
            web::to(do_not_list::lift)
        }),
    ]
}
