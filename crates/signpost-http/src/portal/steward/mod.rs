//! What stewards do: look at what waits, read and turn back the history, see what must be confirmed again, hand out tokens. And the list of
//! disposal points for the city's subcommittee.

pub(crate) mod due;
mod entry;
mod history;
mod home;
mod reason;
mod revert;
mod review;
pub(in crate::portal) mod reviews;
mod servicing;
mod tokens;
pub(crate) mod waiting;

use actix_web::{HttpResponse, http::header, web};
use jiff::Timestamp;
use signpost_hours::words;
use signpost_locate::Snapshot;

use super::access::{Act, PortalFrame, Row, Subject};

/// The routes.
pub(super) fn rows() -> Vec<Row> {
    let mut rows = of_stewards();
    rows.extend(of_agencies());
    rows.extend([
        Row::get("/disposal/service", Act::SeeServicing, NONE, || {
            web::to(servicing::show)
        }),
        Row::get("/disposal/service.csv", Act::SeeServicing, NONE, || {
            web::to(servicing::download)
        }),
    ]);
    rows
}

const NONE: Subject = Subject::None;

fn of_stewards() -> Vec<Row> {
    vec![
        Row::get("/steward", Act::Review, NONE, || web::to(home::show)),
        Row::get("/steward/review", Act::Review, NONE, || {
            web::to(review::show)
        }),
        Row::get("/steward/review/{id}", Act::Review, NONE, || {
            web::to(review::show_one)
        }),
        Row::post("/steward/review/{id}/accept", Act::Review, NONE, || {
            web::to(review::accept)
        }),
        Row::post("/steward/review/{id}/send-back", Act::Review, NONE, || {
            web::to(review::send_back)
        }),
        Row::get("/steward/history", Act::Review, NONE, || {
            web::to(history::of_all)
        }),
        Row::get("/steward/reviews", Act::Review, NONE, || {
            web::to(reviews::show)
        }),
        Row::get("/steward/tokens", Act::ManageTokens, NONE, || {
            web::to(tokens::show)
        }),
        Row::post("/steward/tokens", Act::ManageTokens, NONE, || {
            web::to(tokens::make)
        }),
        Row::post("/steward/tokens/{id}/end", Act::ManageTokens, NONE, || {
            web::to(tokens::end)
        }),
    ]
}

fn of_agencies() -> Vec<Row> {
    vec![
        Row::get("/agency/waiting", Act::SeeOwn, NONE, || {
            web::to(waiting::show)
        }),
        // Whose it is, the handler asks the same policy: what waits is not in the snapshot.
        Row::post("/agency/waiting/{id}/withdraw", Act::SeeOwn, NONE, || {
            web::to(waiting::withdraw)
        }),
        Row::get(
            "/agency/sites/{slug}/history",
            Act::SeeHistory,
            Subject::Site,
            || web::to(history::of_site),
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

/// To another page after something was done, so that reloading does not do it again.
fn see(address: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

/// "November 25, 2026, 2:15 pm", by the clocks of the town.
fn when(f: &PortalFrame, snapshot: &Snapshot, at: Timestamp) -> String {
    let wall = snapshot.town_zone().wall(at);
    f.t2(
        "st-when",
        ("day", &words::date(wall.date(), f.lang)),
        ("time", &words::clock(wall.time(), f.lang)),
    )
}
