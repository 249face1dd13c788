//! What this is: the version, where it is described, and how the directory becomes HSDS.

use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;
use signpost_exchange::HSDS_VERSION;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::answer::reply;

/// What this HSDS is
#[utoipa::path(
    get,
    path = "/hsds/v3",
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let origin = app.hosting().origin(&request).unwrap_or_default();
    let snapshot = app.snapshot();
    let body = json!({
        "version": HSDS_VERSION,
        "profile": format!("{origin}/hsds/v3/profile"),
        "openapi_url": format!("{origin}/api/openapi.json"),
        "edition": snapshot.directory().edition,
    });
    reply(&request, &body)
}

/// How the directory becomes HSDS, and what is lost
#[utoipa::path(
    get,
    path = "/hsds/v3/profile",
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn profile(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let body = json!({
        "title": "Signpost's profile of HSDS",
        "version": HSDS_VERSION,
        "rules": [
            "A service is the help of one place for one need; it has one service at location, whose schedules are its hours.",
            "Ids are made of our own names and stay the same: see external_identifier and organization_identifiers.",
            "status: active is offered; temporarily closed is offered, and a closing runs today; inactive is not offered, or nobody knows. \
             The attribute offer says which: offered, not_offered or unknown.",
            "Hours that nobody knows are no schedule, and never closed. Of an offer that nobody confirms any more a schedule has notes and no times.",
            "A schedule has freq, byday, opens_at and closes_at where the usual week is no more than that; else its notes hold the \
             opening_hours text of OpenStreetMap, which the attribute opening_hours always has.",
            "closes_at before opens_at is on the day after. closes_at 24:00 is midnight.",
            "Times are those of the place's clocks. timezone is left out: it is an offset, and rules of a zone are more than one.",
            "Days that differ stand in alert; days with other hours also as schedules with valid_from and valid_to, which replace the usual ones.",
            "assured_date is the day of a confirmation that still counts; confirmed_by and review_by are attributes.",
            "What HSDS has no word for is an attribute of the taxonomy facts: source and source_day, kind, zone, former_name, closed_on and others.",
            "modified_after gives what may be told otherwise than then, because somebody changed it or because a day came on which it changes by \
             itself; and, with status defunct, services that are gone since. Before what is kept of the past it gives everything.",
            "/hsds/v3/tombstones has the ids of rows that are gone, for as long as is kept. complete says whether none since modified_after is missing.",
        ],
        "lost": [
            "Which things are out of stock for some days, and closings but as words in alert.",
            "Offers and confirmations that lapsed, and what a place is as one to leave used needles.",
            "All languages but the one that is asked for with lang.",
            "The redirection plan, phone lines and landmarks.",
            "postal_code is empty, and description of an organization repeats its name: HSDS asks for both, and the directory has neither.",
            "Rows that went more than 120 days ago, or 1,000 changes.",
        ],
    });
    reply(&request, &body)
}
