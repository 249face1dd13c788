//! What the city's subcommittee sees, and who looks after a place to leave used needles notes.

mod beside_supplies;
mod entry_words;
pub(crate) mod facts;
mod labels;
mod log;
mod outcome;
mod report;
mod report_csv;
mod servicing;
pub(crate) mod upkeep;
mod what_if;
mod what_if_form;
mod where_next;
mod withdrawing;

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
        get("/disposal/service/what-if", Act::PlanPoints, || {
            web::to(what_if::show)
        }),
        post("/disposal/service/what-if", Act::PlanPoints, || {
            web::to(what_if::keep)
        }),
        post(
            "/disposal/service/what-if/{id}/gone",
            Act::PlanPoints,
            || web::to(what_if::take_off),
        ),
        get("/disposal/service/where-next", Act::PlanPoints, || {
            web::to(where_next::show)
        }),
        get("/disposal/service/report", Act::SeeServicing, || {
            web::to(report::show)
        }),
        get("/disposal/service/report.csv", Act::SeeServicing, || {
            web::to(report::download)
        }),
        get("/disposal/service/supplies", Act::SeeServicing, || {
            web::to(beside_supplies::show)
        }),
        get("/disposal/service/{slug}", Act::ServicePoint, || {
            web::to(log::show)
        }),
        post("/disposal/service/{slug}", Act::ServicePoint, || {
            web::to(log::sent)
        }),
    ]
}
