//! When something happened, in words.

use jiff::Timestamp;
use signpost_hours::words;
use signpost_locate::Snapshot;

use crate::PortalContext;

/// "November 25, 2026, 2:15 pm", by the clocks of the town.
#[must_use]
pub fn town_time(f: &PortalContext, snapshot: &Snapshot, at: Timestamp) -> String {
    let wall = snapshot.town_zone().wall(at);
    f.t2(
        "st-when",
        ("day", &words::date(wall.date(), f.lang)),
        ("time", &words::clock(wall.time(), f.lang)),
    )
}
