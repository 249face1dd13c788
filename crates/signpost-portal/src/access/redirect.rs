//! To another page after something was done, and when it was done in words.

use actix_web::{HttpResponse, http::header};
use jiff::Timestamp;
use signpost_hours::words;
use signpost_locate::Snapshot;

use super::PortalFrame;

/// To another page after something was done, so that reloading does not do it again.
pub(crate) fn see(address: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

/// "November 25, 2026, 2:15 pm", by the clocks of the town.
pub(crate) fn when(f: &PortalFrame, snapshot: &Snapshot, at: Timestamp) -> String {
    let wall = snapshot.town_zone().wall(at);
    f.t2(
        "st-when",
        ("day", &words::date(wall.date(), f.lang)),
        ("time", &words::clock(wall.time(), f.lang)),
    )
}
