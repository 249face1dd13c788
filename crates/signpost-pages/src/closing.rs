//! "Closes in 20 minutes": said in the last half hour, beside the time of day.

use jiff::Timestamp;
use signpost_answers::LocalTime;
use signpost_hours::OpenState;
use signpost_web::PageContext;

/// How long before the end it is said.
const SOON_MINUTES: i64 = 30;

/// How soon it closes, in words; empty while there is time, and for what is not open.
pub(crate) fn closes_soon(
    f: &PageContext,
    state: Option<OpenState>,
    until: Option<&LocalTime>,
    at: Timestamp,
) -> String {
    let minutes = until.map(|until| (until.at.as_second() - at.as_second()) / 60);
    match (state, minutes) {
        (Some(OpenState::Open), Some(..=1)) => f.t("closes-now"),
        (Some(OpenState::Open), Some(minutes @ 2..=SOON_MINUTES)) => {
            f.t1("closes-in", "number", minutes.to_string())
        }
        _ => String::new(),
    }
}
